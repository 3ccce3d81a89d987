// What the bootstrap writes to the log while it works, the notes in the summary's table, and the clauses of its messages.
import { place, type Where } from '../aws/messages.ts';
import type { BucketFound } from '../aws/s3.ts';
import { NOTHING_EXPORTED } from '../failure.ts';
import { RECORD } from './names.ts';

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
  toCome: 'created by step 2',
  elsewhere: (region: string) => `in ${region}`,
  refused: 'of another account, or not allowed to look',
  notChecked: (subject: string, action: string) => `${subject} not checked (${action})`,
} as const;

/** The settings that the buckets should have: the notes if a bucket has it or not, and the IAM action that reads it. */
export const SETTING = {
  versioning: { on: 'versioned', off: 'not versioned', action: 's3:GetBucketVersioning' },
  policy: { on: 'refuses plain HTTP', off: 'accepts plain HTTP', action: 's3:GetBucketPolicy' },
  'public access': {
    on: 'blocks public access',
    off: 'does not block public access',
    action: 's3:GetBucketPublicAccessBlock',
  },
} as const;

/** A setting that is not as it should be, as a clause: `sst-state-…: not versioned`. */
export const settingFault = (bucket: string, note: string): string => `${bucket}: ${note}`;

/** What is wrong with a bucket of the record, as a clause; undefined if nothing is. */
export function bucketFault(kind: string, name: string, found: BucketFound, where: Where) {
  const bucket = name === '' ? `${RECORD} names no ${kind} bucket` : `the ${kind} bucket ${name}`;
  if (found.is === 'present') return undefined;
  if (found.is === 'missing')
    return name === '' ? bucket : `${bucket}, which ${RECORD} names, does not exist`;
  if (found.is === 'elsewhere') return `${bucket} is in the region ${found.region}, not in ${where.region}`;
  return `S3 refuses access to ${bucket} (403): it belongs to another account than ${where.identity.account}, or the role is not allowed to ${found.permission.action} on it`;
}

/** What is wrong with the repository of the record, as a clause; undefined if nothing is. */
export function repositoryFault(name: string, is: string, where: Where): string | undefined {
  if (is === 'foreign') return `the image repository ${name} is of another account or region`;
  if (is !== 'missing') return undefined;
  if (name === '') return `${RECORD} names no image repository`;
  return `the image repository ${name} does not exist in ${where.region}`;
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
