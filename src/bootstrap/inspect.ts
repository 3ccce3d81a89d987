import type { Access } from '../aws/access.ts';
import { Denied } from '../aws/errors.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { Parameter } from '../aws/ssm.ts';
import { decide, type Found, type RepositoryFound } from './decide.ts';
import { LOG } from './log-messages.ts';
import { REPOSITORY } from './names.ts';
import { EMPTY_RECORD, type FullRecord, parseRecord, RECORD } from './record.ts';
import type { Site } from './services.ts';

/** How often a record that changes while it is being looked at is looked at again. */
const LOOKS = 4;

/** The app and the stage that will be deployed, where both are known. */
export interface Deploying {
  readonly app: string;
  readonly stage: string;
}

/** What is known of the state that the deploy will meet. */
export interface Ahead {
  /** The lock's content; undefined where nothing is locked. */
  readonly lock?: string;
  /** Whether there is a state and no passphrase to read it with; undefined where the role may not look. */
  readonly unreadableState?: boolean;
}

type Passphrase = 'present' | 'absent' | 'not checked';

/** Everything that was seen at one time. */
export interface Inspection {
  readonly found: Found;
  readonly ahead: Ahead;
}

/**
 * Reads the record, then looks at all that it names, side by side. Changes nothing.
 *
 * One request, and three more at once: with an app and a stage, the state bucket is looked at by reading the stage's
 * lock from it, which says as much of the bucket as HeadBucket does. A stage without a passphrase was not deployed yet,
 * or has lost what its state is read with: then the bucket is listed, and asked for more only where there can be more.
 *
 * @throws Denied where the role lacks something that SST itself needs.
 */
export async function inspect(site: Site, deploying: Deploying | undefined): Promise<Inspection> {
  const prepared = site.prepare();
  const { record, passphrase } = await readParameters(site, deploying);
  prepared();
  const found = understand(record);
  if (!('value' in found)) return { found, ahead: {} };
  const { value } = found;
  const [asset, state, repository] = await Promise.all([
    lookForBucket(site, value.asset),
    lookForState(site, value.state, deploying, passphrase),
    lookForRepository(site, value),
  ]);
  const { bucket, ...ahead } = state;
  return { found: { ...found, resources: { asset, state: bucket, repository } }, ahead };
}

/**
 * What stands, as far as it stands still: another job may have written the record between its being read and its
 * buckets being looked at. Only what looks broken is worth the second look.
 */
export async function settled(site: Site, deploying: Deploying | undefined): Promise<Inspection> {
  for (let looks = 1; ; looks++) {
    const seen = await inspect(site, deploying);
    const { found } = seen;
    if (decide(found).status !== 'broken' || looks === LOOKS) return seen;
    if ((await readRecord(site)) === ('text' in found ? found.text : undefined)) return seen;
  }
}

/** The record's text as it stands now; undefined where there is none. */
export async function readRecord(site: Site): Promise<string | undefined> {
  return (await site.parameters.read([RECORD])).get(RECORD)?.value;
}

async function readParameters(
  site: Site,
  deploying: Deploying | undefined,
): Promise<{ record: Parameter | undefined; passphrase: Passphrase }> {
  const passphrase = deploying && `/sst/passphrase/${deploying.app}/${deploying.stage}`;
  if (passphrase !== undefined) {
    try {
      const read = await site.parameters.read([RECORD, passphrase]);
      return { record: read.get(RECORD), passphrase: read.has(passphrase) ? 'present' : 'absent' };
    } catch (error) {
      // Denied as a whole: the role may still read the record alone.
      if (!(error instanceof Denied)) throw error;
      site.log.debug(LOG.passphraseNotChecked(error.message));
    }
  }
  return { record: (await site.parameters.read([RECORD])).get(RECORD), passphrase: 'not checked' };
}

type Understood = Exclude<Found, { record: 'read' }> | Omit<Extract<Found, { record: 'read' }>, 'resources'>;

function understand(parameter: Parameter | undefined): Understood {
  if (parameter === undefined) return { record: 'absent', start: EMPTY_RECORD };
  const { value: text, secure, version: parameterVersion } = parameter;
  if (secure) return { record: 'encrypted', text };
  const value = parseRecord(text);
  if ('unreadable' in value) return { record: 'unreadable', text, why: value.unreadable };
  if (value.version === 0 && value.state === '') return { record: 'absent', text, start: value };
  return { record: 'read', text, parameterVersion, value };
}

async function lookForBucket(site: Site, name: string): Promise<BucketFound> {
  return name === '' ? { is: 'missing' } : site.buckets.find(name);
}

/** The state bucket, and what is in it of the stage. */
async function lookForState(
  site: Site,
  name: string,
  deploying: Deploying | undefined,
  passphrase: Passphrase,
): Promise<Ahead & { readonly bucket: BucketFound }> {
  if (name === '' || deploying === undefined) return { bucket: await lookForBucket(site, name) };
  // A passphrase that was not read is no passphrase missing.
  if (passphrase !== 'absent') return lookForLock(site, name, deploying);
  const listed = await site.buckets.folders(name);
  if (listed && listed.bucket.is !== 'present') return { bucket: listed.bucket };
  const mayHold = (folder: string) => listed === undefined || listed.folders.has(folder);
  const [locked, unreadableState] = await Promise.all([
    mayHold('lock/') ? lookForLock(site, name, deploying) : undefined,
    mayHold('app/') ? lookForStateOf(site, name, deploying) : undefined,
  ]);
  return {
    ...(locked ?? { bucket: { is: 'present' } }),
    ...(unreadableState === undefined ? {} : { unreadableState }),
  };
}

async function lookForLock(
  site: Site,
  bucket: string,
  { app, stage }: Deploying,
): Promise<Pick<Ahead, 'lock'> & { readonly bucket: BucketFound }> {
  const { bucket: found, text: lock } = await site.buckets.read(bucket, `lock/${app}/${stage}.json`);
  return { bucket: found, ...(lock === undefined ? {} : { lock }) };
}

async function lookForRepository(site: Site, record: FullRecord): Promise<RepositoryFound> {
  if (record.version < 2 && record.assetEcrUrl === '') return { is: 'to come' };
  if (record.assetEcrUrl === '') return { is: 'missing' };
  if (isForeign(record, site.access)) return { is: 'elsewhere' };
  const repository = await site.repositories.find(REPOSITORY);
  return { is: repository === undefined ? 'missing' : 'present' };
}

/** Whether the record's repository is of another account or region: `<account>.dkr.ecr.<region>.amazonaws.com/sst-asset`. */
function isForeign({ assetEcrRegistryId, assetEcrUrl }: FullRecord, { identity, region }: Access): boolean {
  if (assetEcrRegistryId !== identity.account) return true;
  const [, account, place] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(assetEcrUrl) ?? [];
  return account !== undefined && (account !== identity.account || place !== region);
}

/** @returns undefined where the role may not look, or the bucket is not there (which is told elsewhere). */
async function lookForStateOf(
  site: Site,
  bucket: string,
  { app, stage }: Deploying,
): Promise<boolean | undefined> {
  try {
    return await site.buckets.holds(bucket, `app/${app}/${stage}.json`);
  } catch (error) {
    site.log.debug(LOG.stateNotLookedFor((error as Error).message));
    return undefined;
  }
}
