import { Denied, orRefused, Refused } from '../aws/errors.ts';
import type { Parameter } from '../aws/ssm.ts';
import { Failure } from '../failure.ts';
import { neverDeployed, type Passphrase, type StageSeen } from '../stage/stage.ts';
import type { BootstrapContext } from './context.ts';
import { decide, type Found } from './decide.ts';
import { LOG } from './log-messages.ts';
import { recordNotDecrypted } from './messages.ts';
import { RECORD } from './names.ts';
import { EMPTY_RECORD, parseRecord } from './record.ts';
import { RESOURCE_KINDS, RESOURCES, type ResourceStates } from './resources.ts';

/** How many times a record that changes during the inspection is inspected. */
const MAX_INSPECTIONS = 4;

export type Inspected = Awaited<ReturnType<typeof inspect>>;

/**
 * Reads the record, then looks at everything that it names at the same time. Changes nothing.
 *
 * One request, then four at once: with an app and a stage, reading the stage's lock from the state bucket says as much of
 * the bucket as HeadBucket does, and a listing says how the stage's last updates went.
 *
 * @returns what was found, and what was seen of the stage that will be deployed: undefined if nothing was looked for.
 * @throws Denied if the role lacks a permission that SST itself needs.
 */
async function inspect(context: BootstrapContext): Promise<{ found: Found; stage: StageSeen | undefined }> {
  const { stage } = context;
  const { record, passphrase } = await readParameters(context);
  const found = understand(record);
  if (found.record !== 'read')
    return { found, stage: stage && found.record === 'absent' ? neverDeployed(stage) : undefined };
  const { value } = found;
  const looked = stage && value.state !== '' ? stage.look(value.state, passphrase) : undefined;
  const states = RESOURCE_KINDS.map(async kind => [
    kind,
    looked && kind === 'state' ? (await looked).bucket : await RESOURCES[kind].find(context, value),
  ]);
  const resources: ResourceStates = Object.fromEntries(await Promise.all(states));
  return { found: { ...found, resources }, stage: (await looked)?.seen };
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

/** @throws Failure if the record is a SecureString that the role is not allowed to decrypt. */
async function readParameters(
  context: BootstrapContext,
): Promise<{ record: Parameter | undefined; passphrase: Passphrase }> {
  const { stage, parameters, access, log } = context;
  if (stage) {
    const both = await orRefused(parameters.read([RECORD, stage.parameter]));
    if (!(both instanceof Refused))
      return { record: both.get(RECORD), passphrase: both.has(stage.parameter) ? 'present' : 'absent' };
    // Denied as a whole: the role might be allowed to read the record alone.
    if (!(both instanceof Denied)) throw both;
    log.debug(LOG.passphraseNotChecked(both.message));
  }
  const alone = await orRefused(parameters.read([RECORD]));
  if (!(alone instanceof Refused)) return { record: alone.get(RECORD), passphrase: 'not checked' };
  if (!isAboutDecryption(alone)) throw alone;
  throw new Failure(recordNotDecrypted(access, alone.message.replace(/\.$/, '')), alone);
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
