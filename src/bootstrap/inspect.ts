import { Denied, Refused } from '../aws/errors.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { Parameter } from '../aws/ssm.ts';
import { Failure } from '../failure.ts';
import { neverDeployed, type Passphrase, type StageSeen } from '../stage/stage.ts';
import type { BootstrapContext } from './context.ts';
import { decide, type Found } from './decide.ts';
import { LOG } from './log-messages.ts';
import { recordNotDecrypted } from './messages.ts';
import { RECORD } from './names.ts';
import { EMPTY_RECORD, parseRecord } from './record.ts';
import { findBucket, RESOURCE_KINDS, RESOURCES, type ResourceStates } from './resources.ts';

/** How many times a record that changes during the inspection is inspected. */
const MAX_INSPECTIONS = 4;

/** Everything that was found at one time. */
export interface Inspected {
  readonly found: Found;
  /** What was seen of the stage that will be deployed; undefined if nothing was looked for. */
  readonly stage?: StageSeen;
}

/**
 * Reads the record, then looks at everything that it names at the same time. Changes nothing.
 *
 * One request, then four at once: with an app and a stage, reading the stage's lock from the state bucket says as much of
 * the bucket as HeadBucket does, and a listing says how the stage's last updates went.
 *
 * @throws Denied if the role lacks a permission that SST itself needs.
 */
export async function inspect(context: BootstrapContext): Promise<Inspected> {
  const { record, passphrase } = await readParameters(context);
  const found = understand(record);
  if (!('value' in found)) {
    const { stage } = context;
    return { found, ...(stage && found.record === 'absent' ? { stage: neverDeployed(stage) } : {}) };
  }
  const { value } = found;
  const state = lookAtState(context, value.state, passphrase);
  const states = await Promise.all(
    RESOURCE_KINDS.map(async kind => [
      kind,
      kind === 'state' ? (await state).bucket : await RESOURCES[kind].find(context, value),
    ]),
  );
  const resources = Object.fromEntries(states) as ResourceStates;
  const { seen } = await state;
  return { found: { ...found, resources }, ...(seen ? { stage: seen } : {}) };
}

/**
 * Inspects until the record stands still: another job might have written it between the reading of the record and the
 * look at its buckets. Only what looks broken is inspected again.
 */
export async function inspectUntilStable(context: BootstrapContext): Promise<Inspected> {
  for (let inspections = 1; ; inspections++) {
    const inspected = await inspect(context);
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
): Promise<{ record: Parameter | undefined; passphrase: Passphrase }> {
  const parameter = context.stage?.parameter;
  if (parameter !== undefined) {
    try {
      const read = await context.parameters.read([RECORD, parameter]);
      return { record: read.get(RECORD), passphrase: read.has(parameter) ? 'present' : 'absent' };
    } catch (error) {
      // Denied as a whole: the role might be allowed to read the record alone.
      if (!(error instanceof Denied)) throw error;
      context.log.debug(LOG.passphraseNotChecked(error.message));
    }
  }
  return { record: await readRecordAlone(context), passphrase: 'not checked' };
}

/** @throws Failure if the record is a SecureString that the role is not allowed to decrypt. */
async function readRecordAlone({ parameters, access }: BootstrapContext): Promise<Parameter | undefined> {
  try {
    return (await parameters.read([RECORD])).get(RECORD);
  } catch (error) {
    if (error instanceof Refused && isAboutDecryption(error))
      throw new Failure(recordNotDecrypted(access, error.message.replace(/\.$/, '')), error);
    throw error;
  }
}

/** SSM passes on what KMS says: no permission for the key, or a key that is disabled or deleted. */
function isAboutDecryption({ permission, code, message }: Refused): boolean {
  return permission.action === 'kms:Decrypt' || code === 'InvalidKeyId' || /ciphertext|kms/i.test(message);
}

type Understood = Exclude<Found, { record: 'read' }> | Omit<Extract<Found, { record: 'read' }>, 'resources'>;

function understand(parameter: Parameter | undefined): Understood {
  if (parameter === undefined) return { record: 'absent', start: EMPTY_RECORD };
  const { value: text, secure: encrypted, version: parameterVersion } = parameter;
  const value = parseRecord(text);
  if ('unreadable' in value) return { record: 'unreadable', encrypted, text, why: value.unreadable };
  if (value.version === 0 && value.state === '') return { record: 'absent', encrypted, text, start: value };
  return { record: 'read', encrypted, text, parameterVersion, value };
}

/** The state bucket, and what is in it of the stage. */
async function lookAtState(
  context: BootstrapContext,
  name: string,
  passphrase: Passphrase,
): Promise<{ readonly bucket: BucketFound; readonly seen?: StageSeen }> {
  if (name === '' || context.stage === undefined) return { bucket: await findBucket(context, name) };
  return context.stage.look(name, passphrase);
}
