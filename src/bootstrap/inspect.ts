import { Denied } from '../aws/errors.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { Parameter } from '../aws/ssm.ts';
import type { BootstrapContext } from './context.ts';
import { decide, type Found } from './decide.ts';
import { LOG } from './log-messages.ts';
import { RECORD } from './names.ts';
import { EMPTY_RECORD, parseRecord } from './record.ts';
import { findBucket, RESOURCE_KINDS, RESOURCES, type ResourceStates } from './resources.ts';

/** How many times a record that changes during the inspection is inspected. */
const MAX_INSPECTIONS = 4;

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

/** Everything that was found at one time. */
export interface Inspected {
  readonly found: Found;
  readonly ahead: Ahead;
}

/**
 * Reads the record, then looks at everything that it names at the same time. Changes nothing.
 *
 * One request, then three at once. With an app and a stage, the state bucket is looked at by reading the stage's
 * lock from it, which says as much of the bucket as HeadBucket does. A stage without a passphrase was not deployed yet,
 * or has lost what its state is read with: then the bucket is listed, and asked for more only where there can be more.
 *
 * @throws Denied if the role lacks a permission that SST itself needs.
 */
export async function inspect(
  context: BootstrapContext,
  deploying: Deploying | undefined,
): Promise<Inspected> {
  const { record, passphrase } = await readParameters(context, deploying);
  const found = understand(record);
  if (!('value' in found)) return { found, ahead: {} };
  const { value } = found;
  const state = lookForState(context, value.state, deploying, passphrase);
  const states = await Promise.all(
    RESOURCE_KINDS.map(async kind => [
      kind,
      kind === 'state' ? (await state).bucket : await RESOURCES[kind].find(context, value),
    ]),
  );
  const resources = Object.fromEntries(states) as ResourceStates;
  const { bucket: _, ...ahead } = await state;
  return { found: { ...found, resources }, ahead };
}

/**
 * Inspects until the record stands still: another job might have written it between the reading of the record and the
 * look at its buckets. Only what looks broken is inspected again.
 */
export async function inspectUntilStable(
  context: BootstrapContext,
  deploying: Deploying | undefined,
): Promise<Inspected> {
  for (let inspections = 1; ; inspections++) {
    const inspected = await inspect(context, deploying);
    const { found } = inspected;
    if (decide(found).status !== 'broken' || inspections === MAX_INSPECTIONS) return inspected;
    if ((await readRecord(context)) === ('text' in found ? found.text : undefined)) return inspected;
  }
}

/** The record's text as it is now; undefined if there is no record. */
export async function readRecord({ parameters }: BootstrapContext): Promise<string | undefined> {
  return (await parameters.read([RECORD])).get(RECORD)?.value;
}

async function readParameters(
  context: BootstrapContext,
  deploying: Deploying | undefined,
): Promise<{ record: Parameter | undefined; passphrase: Passphrase }> {
  const passphrase = deploying && `/sst/passphrase/${deploying.app}/${deploying.stage}`;
  if (passphrase !== undefined) {
    try {
      const read = await context.parameters.read([RECORD, passphrase]);
      return { record: read.get(RECORD), passphrase: read.has(passphrase) ? 'present' : 'absent' };
    } catch (error) {
      // Denied as a whole: the role may still read the record alone.
      if (!(error instanceof Denied)) throw error;
      context.log.debug(LOG.passphraseNotChecked(error.message));
    }
  }
  return { record: (await context.parameters.read([RECORD])).get(RECORD), passphrase: 'not checked' };
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

/** The state bucket, and what is in it of the stage. */
async function lookForState(
  context: BootstrapContext,
  name: string,
  deploying: Deploying | undefined,
  passphrase: Passphrase,
): Promise<Ahead & { readonly bucket: BucketFound }> {
  if (name === '' || deploying === undefined) return { bucket: await findBucket(context, name) };
  // A passphrase that was not read is no passphrase missing.
  if (passphrase !== 'absent') return lookForLock(context, name, deploying);
  const listed = await context.buckets.folders(name);
  if (listed && listed.bucket.is !== 'present') return { bucket: listed.bucket };
  const mayHold = (folder: string) => listed === undefined || listed.folders.has(folder);
  const [locked, unreadableState] = await Promise.all([
    mayHold('lock/') ? lookForLock(context, name, deploying) : undefined,
    mayHold('app/') ? lookForStateOf(context, name, deploying) : undefined,
  ]);
  return {
    ...(locked ?? { bucket: { is: 'present' } }),
    ...(unreadableState === undefined ? {} : { unreadableState }),
  };
}

async function lookForLock(
  context: BootstrapContext,
  bucket: string,
  { app, stage }: Deploying,
): Promise<Pick<Ahead, 'lock'> & { readonly bucket: BucketFound }> {
  const { bucket: found, text: lock } = await context.buckets.read(bucket, `lock/${app}/${stage}.json`);
  return { bucket: found, ...(lock === undefined ? {} : { lock }) };
}

/** @returns undefined where the role may not look, or the bucket is not there (which is told elsewhere). */
async function lookForStateOf(
  context: BootstrapContext,
  bucket: string,
  { app, stage }: Deploying,
): Promise<boolean | undefined> {
  try {
    return await context.buckets.holds(bucket, `app/${app}/${stage}.json`);
  } catch (error) {
    context.log.debug(LOG.stateNotLookedFor((error as Error).message));
    return undefined;
  }
}
