import type { Access } from '../aws/access.ts';
import { openRepositories, type Repositories, rehearseRepositories } from '../aws/ecr.ts';
import { whileIdle } from '../aws/rehearsal.ts';
import { type Buckets, openBuckets, rehearseBuckets } from '../aws/s3.ts';
import { nextRequestSent } from '../aws/sent.ts';
import { openParameters, type Parameters } from '../aws/ssm.ts';
import type { Log } from '../github/log.ts';
import type { BucketNames } from './names.ts';

/** One check of the bootstrap of one account and region: its AWS clients, and what it has done so far. */
export class BootstrapContext {
  readonly access: Access;
  readonly log: Log;
  readonly parameters: Parameters;
  /** The names of the resources that this run has created. */
  readonly created = new Set<string>();
  /** Buckets with a name that the bootstrap chose, created by this run or an earlier one. */
  readonly ownBuckets = new Set<string>();
  /** Buckets that the record named until this run put another bucket in their place. */
  readonly replacedBuckets = new Set<string>();
  /** The names for new buckets, once they are chosen. */
  bucketNames: Promise<BucketNames> | undefined;
  /** The legacy asset bucket, once it was looked for. */
  legacyAssetBucket: Promise<string | undefined> | undefined;
  readonly #notes = new Map<string, Set<string>>();
  #buckets: Buckets | undefined;
  #repositories: Repositories | undefined;
  #prepared = false;

  constructor(access: Access, log: Log) {
    this.access = access;
    this.log = log;
    this.parameters = openParameters(access);
  }

  /** The S3 client. It is made when it is first needed, as ECR's, so that the record's request does not wait for it. */
  get buckets(): Buckets {
    this.#buckets ??= openBuckets(this.access);
    return this.#buckets;
  }

  get repositories(): Repositories {
    this.#repositories ??= openRepositories(this.access);
    return this.#repositories;
  }

  /**
   * Rehearses the requests for what the record names, once, and makes the clients, while its request is under way.
   *
   * @returns what to call when the record has arrived.
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

  /** Remembers a fact about a resource, for the report. */
  note(kind: string, fact: string): void {
    this.#notes.set(kind, new Set([...this.notesOn(kind), fact]));
  }

  notesOn(kind: string): ReadonlySet<string> {
    return this.#notes.get(kind) ?? new Set();
  }
}
