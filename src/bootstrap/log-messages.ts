// What the bootstrap writes to the log while it works, and the notes in the summary's table.
import { place, type Where } from '../aws/messages.ts';
import { NOTHING_EXPORTED } from '../failure.ts';

export const LOG = {
  begin: (where: Where, mode: string) => `Bootstrap of ${place(where)}, mode ${mode}.`,
  end: (status: string) => `Bootstrap: ${status}.`,
  check: (resource: string, name: string, state: string, notes: readonly string[]) =>
    [`${resource} ${name}: ${state}`, ...notes].join(', '),
  notChecked: (where: Where, title: string) => `Bootstrap of ${place(where)} not checked: ${title}.`,
  step: (title: string) => `Step: ${title}`,
  wrote: (parameter: string, text: string) => `Wrote ${parameter}: ${text}`,
  writtenMeanwhile: (parameter: string, existing: string | undefined) =>
    `Another job wrote ${parameter} in the meantime${existing === undefined ? ', and it was deleted again' : `: ${existing}`}`,
  replaced: (bucket: string, other: string) => `${bucket} replaces ${other}, which is left unchanged.`,
  created: (bucket: string) => `Created the bucket ${bucket}.`,
  removed: (bucket: string) => `Removed the empty bucket ${bucket}, which no record names.`,
  nameRefused: (bucket: string) => `S3 does not accept the account-regional name ${bucket} here.`,
  legacy: (parameter: string, bucket: string, state: string) =>
    `${parameter} names the asset bucket ${bucket}, which is ${state}.`,
  legacyNotChecked: (parameter: string, action: string) =>
    `${parameter} not checked: ${action} is not granted on it.`,
  passphraseNotChecked: (why: string) => `Passphrase not checked: ${why}`,
} as const;

/** Facts about a resource, beside its state. */
export const NOTE = {
  version: (version: number) => `version ${version}`,
  encrypted: 'a SecureString',
  unreadable: 'unreadable',
  versioned: 'versioned',
  notVersioned: 'not versioned',
  tls: 'refuses plain HTTP',
  noTls: 'accepts plain HTTP',
  notPublic: 'blocks public access',
  public: 'does not block public access',
  toCome: 'created by step 2',
  elsewhere: (region: string) => `in ${region}`,
  refused: 'of another account, or not allowed to look',
  notChecked: (subject: string, action: string) => `${subject} not checked (${action})`,
} as const;

/** A setting that is not as it should be, as a clause: `sst-state-…: not versioned`. */
export function settingFault(bucket: string, note: string): string {
  return `${bucket}: ${note}`;
}

/** Why SST cannot read the record, as the end of a sentence. */
export const UNREADABLE = {
  json: (why: string) => `it is not JSON (${why})`,
  object: 'it is not a JSON object',
  version: (version: unknown) => `its version is ${JSON.stringify(version)}, which is not a whole number`,
  field: (name: string, value: unknown) =>
    `its field ${name} is ${JSON.stringify(value)}, which is not a text`,
  form: (name: string) => `its field ${name} has characters that no bucket, registry or URL has in its name`,
} as const;

/** What a failure of `ensure` leaves behind. */
export const COMPLETED_NEXT = `What was created so far stays, and the next run completes it. ${NOTHING_EXPORTED}`;

/** The description of the parameter that reserves the buckets' names, as the AWS console shows it. */
export const NAMES_DESCRIPTION =
  'Names of the SST bootstrap buckets of this region, chosen before they were created';
