import { randomInt } from 'node:crypto';
import type { Access } from '../aws/access.ts';
import { openRepositories, type Repositories, rehearseRepositories } from '../aws/ecr.ts';
import { Denied } from '../aws/errors.ts';
import { denied } from '../aws/messages.ts';
import { whileIdle } from '../aws/rehearsal.ts';
import { type Buckets, openBuckets, rehearseBuckets } from '../aws/s3.ts';
import { nextRequestSent } from '../aws/sent.ts';
import { openParameters, type Parameters } from '../aws/ssm.ts';
import { Failure } from '../failure.ts';
import type { Log } from '../github/log.ts';
import { CLAIM_DESCRIPTION, LOG } from './log-messages.ts';
import { claimUnreadable, nameTaken } from './messages.ts';
import {
  accountRegionalNames,
  type BucketKind,
  CLAIM,
  hasAccountRegionalNames,
  type Pair,
  parseClaim,
  serialiseClaim,
  unguessableNames,
} from './names.ts';
import type { Target } from './steps.ts';

/** Where SST kept its asset bucket's name before step 3. */
const OLDER = '/sst/bootstrap/asset';

/** The services of one account and region, and what this run has done with them. */
export class Site {
  readonly access: Access;
  readonly log: Log;
  readonly parameters: Parameters;
  #buckets: Buckets | undefined;
  #repositories: Repositories | undefined;
  #prepared = false;
  /** Buckets that were not there before this run asked for them. */
  readonly made = new Set<string>();
  /** Buckets of the bootstrap's own naming, made by this run or by one before. */
  readonly provided = new Set<string>();
  /** Buckets that a record named until this run wrote another in their place. */
  readonly abandoned = new Set<string>();
  madeRepository = false;
  readonly notes: Record<Target, Set<string>> = { asset: new Set(), state: new Set(), repository: new Set() };
  #names: Promise<Pair> | undefined;
  #older: Promise<string | undefined> | undefined;

  constructor(access: Access, log: Log) {
    this.access = access;
    this.log = log;
    this.parameters = openParameters(access);
  }

  /** S3; its client is made when it is first needed, as ECR's: the record's request does not wait for them. */
  get buckets(): Buckets {
    this.#buckets ??= openBuckets(this.access);
    return this.#buckets;
  }

  get repositories(): Repositories {
    this.#repositories ??= openRepositories(this.access);
    return this.#repositories;
  }

  /**
   * Rehearses the requests for what the record names, once, and makes the clients, while it is on its way.
   *
   * @returns what to call when the record is there.
   */
  prepare(): () => void {
    const answered = new AbortController();
    if (!this.#prepared) {
      nextRequestSent()
        .then(() => this.#rehearse(answered.signal))
        .catch(() => {}); // What fails there fails again where it matters.
    }
    this.#prepared = true;
    return () => answered.abort();
  }

  #rehearse(answered: AbortSignal): Promise<void> {
    const { transport } = this.access;
    return whileIdle(answered, [
      () => rehearseBuckets(transport),
      () => rehearseRepositories(transport),
      async () => [this.buckets, this.repositories],
    ]);
  }

  /** Remembers what is now known of a resource, for the report. */
  note(target: Target, fact: string): void {
    this.notes[target].add(fact);
  }

  /**
   * Sees to it that there is a bucket of that kind.
   *
   * @param named the name that the record has for it; empty where it has none.
   * @returns the bucket's name: the given one, unless another account has taken it.
   * @throws Refused as AWS does; Failure where no name is to be had.
   */
  async provideBucket(kind: BucketKind, named: string): Promise<string> {
    if (named !== '' && (await this.#provide(named, 'given'))) return named;
    const older = kind === 'asset' ? await this.olderAssetBucket() : undefined;
    if (older !== undefined) return older;
    this.#names ??= this.#firstNames();
    const first = (await this.#names)[kind];
    if (await this.#provide(first, 'own')) return first;
    this.log.info(LOG.notNamespaced(first));
    this.#names = this.#claimedNames();
    const claimed = (await this.#names)[kind];
    if (first !== claimed && (await this.#provide(claimed, 'own'))) return claimed;
    throw new Failure(nameTaken(claimed, this.access));
  }

  /** The asset bucket of the older bootstrap, where there is one that can be used. Asked once. */
  olderAssetBucket(): Promise<string | undefined> {
    this.#older ??= this.#findOlder();
    return this.#older;
  }

  /** @returns whether the bucket is there now; false where S3 does not let the account have the name. */
  async #provide(name: string, from: 'given' | 'own'): Promise<boolean> {
    const buckets = this.buckets;
    // Looked for first: in us-east-1, creating a bucket that one has resets its access control list.
    const found = await buckets.find(name);
    // A name that nobody else can have, or could guess: what is refused is the looking.
    if (found.is === 'refused' && from === 'own')
      throw new Failure(denied(found.permission, undefined, this.access));
    if (found.is === 'missing') {
      const creation = await buckets.create(
        name,
        this.#isAccountRegional(name) ? 'account-regional' : 'global',
      );
      if (creation === 'taken' || creation === 'unnamespaced') return false;
      this.made.add(name);
      this.log.info(LOG.created(name));
    } else if (found.is !== 'present') return false;
    this.provided.add(name);
    return true;
  }

  #isAccountRegional(name: string): boolean {
    return Object.values(this.#accountRegional()).includes(name);
  }

  #firstNames(): Promise<Pair> {
    if (!hasAccountRegionalNames(this.access.region)) return this.#claimedNames();
    return Promise.resolve(this.#accountRegional());
  }

  #accountRegional(): Pair {
    return accountRegionalNames(this.access.identity.account, this.access.region);
  }

  /**
   * Names that are kept before there are buckets of them. The first job's names win, every other job makes the same
   * buckets: none is left over, whoever dies and whenever.
   */
  async #claimedNames(): Promise<Pair> {
    const names = unguessableNames(below => randomInt(below));
    const written = await this.parameters.write(CLAIM, serialiseClaim(names), {
      overwrite: false,
      description: CLAIM_DESCRIPTION,
    });
    if (written === 'written') return names;
    const text = (await this.parameters.read([CLAIM])).get(CLAIM)?.value ?? '';
    const claimed = parseClaim(text);
    if (claimed === undefined) throw new Failure(claimUnreadable(CLAIM, this.access));
    return claimed;
  }

  async #findOlder(): Promise<string | undefined> {
    let value: string | undefined;
    try {
      value = (await this.parameters.read([OLDER])).get(OLDER)?.value;
    } catch (error) {
      // Only the ManageSecrets part of SST's policy grants it; accounts of the last two years have no such parameter.
      if (!(error instanceof Denied)) throw error;
      this.log.debug(LOG.olderNotChecked(OLDER, error.permission.action));
    }
    const bucket = bucketIn(value);
    if (bucket === undefined) return undefined;
    const found = await this.buckets.find(bucket);
    this.log.info(LOG.older(OLDER, bucket, found.is));
    return found.is === 'present' ? bucket : undefined;
  }
}

function bucketIn(value: string | undefined): string | undefined {
  try {
    const { bucket } = JSON.parse(value ?? '') as { bucket?: unknown };
    return typeof bucket === 'string' && bucket !== '' ? bucket : undefined;
  } catch {
    return undefined;
  }
}
