import { Denied, orDenied, orRefused, Refused } from '../aws/errors.ts';
import { Failure } from '../failure.ts';
import { neverDeployed } from '../stage/stage.ts';
import type { BootstrapContext } from './context.ts';
import { decide, type Found } from './decide.ts';
import { recordNotDecrypted } from './messages.ts';
import { EMPTY_RECORD, parseRecord, RECORD } from './record.ts';
import { RESOURCE_KINDS, RESOURCES } from './resources.ts';

/** How many times a record that changes during the inspection is inspected. */
const MAX_INSPECTIONS = 4;

/**
 * Reads the record, then looks at everything that it names at the same time. Changes nothing.
 *
 * One request, then four at once: with an app and a stage, reading the stage's lock from the state bucket says as much of
 * the bucket as HeadBucket does, and a listing says how the stage's last updates went.
 *
 * @throws Denied if the role lacks a permission that SST itself needs.
 */
async function inspect(context: BootstrapContext): Promise<Found> {
  const { stage } = context;
  const { parameter, passphrase } = await readParameters(context);
  const record = parameter ? parseRecord(parameter.value) : EMPTY_RECORD;
  if (typeof record === 'string') return { parameter, record: EMPTY_RECORD, unreadable: record };
  if (record.version === 0 && record.state === '')
    return { parameter, record, stage: stage && neverDeployed(stage) };
  const looked = record.state === '' ? undefined : stage?.look(record.state, passphrase);
  const states = RESOURCE_KINDS.map(async kind => [
    kind,
    looked && kind === 'state' ? (await looked).bucket : await RESOURCES[kind].find(context, record),
  ]);
  const resources = Object.fromEntries(await Promise.all(states));
  return { parameter, record, resources, stage: (await looked)?.seen };
}

/**
 * Inspects until the record stands still: another job might have written it between the reading of the record and the
 * look at its buckets. Only what looks broken is inspected again.
 */
export async function inspectUntilStable(context: BootstrapContext): Promise<Found> {
  for (let inspections = 1; ; inspections++) {
    const found = await inspect(context);
    if (decide(found).status !== 'broken' || inspections === MAX_INSPECTIONS) return found;
    if ((await readRecord(context)) === found.parameter?.value) return found;
  }
}

/** The record's text as it is now; undefined if there is no record. */
export async function readRecord({ parameters }: BootstrapContext): Promise<string | undefined> {
  return (await parameters.read([RECORD])).get(RECORD)?.value;
}

/** @throws Failure if the record is a SecureString that the role is not allowed to decrypt. */
async function readParameters({ stage, parameters, access, log }: BootstrapContext) {
  if (stage) {
    const both = await orDenied(parameters.read([RECORD, stage.parameter]));
    if (!(both instanceof Denied)) {
      const passphrase = both.has(stage.parameter) ? ('present' as const) : ('absent' as const);
      return { parameter: both.get(RECORD), passphrase };
    }
    // Denied as a whole: the role might be allowed to read the record alone.
    log.debug(`Passphrase not checked: ${both.message}`);
  }
  const alone = await orRefused(parameters.read([RECORD]));
  if (!(alone instanceof Refused))
    return { parameter: alone.get(RECORD), passphrase: 'not checked' as const };
  // SSM passes on what KMS says: no permission for the key, or a key that is disabled or deleted.
  const { permission, code, message } = alone;
  if (permission.action === 'kms:Decrypt' || code === 'InvalidKeyId' || /ciphertext|kms/i.test(message))
    throw new Failure(recordNotDecrypted(access, message.replace(/\.$/, '')), alone);
  throw alone;
}
