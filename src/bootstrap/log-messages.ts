// What the bootstrap tells while it works: the lines of its log, and the notes in the summary's table.
import { place, type Where } from '../aws/messages.ts';
import { NOTHING_EXPORTED } from '../failure-messages.ts';

export const LOG = {
  begin: (where: Where, mode: string) => `Bootstrap of ${place(where)}, mode ${mode}.`,
  end: (status: string) => `Bootstrap: ${status}.`,
  check: (resource: string, name: string, state: string, notes: readonly string[]) =>
    [`${resource} ${name}: ${state}`, ...notes].join(', '),
  step: (title: string) => `Step: ${title}`,
  wrote: (parameter: string, text: string) => `Wrote ${parameter}: ${text}`,
  writtenMeanwhile: (parameter: string, standing: string | undefined) =>
    `${parameter} was written meanwhile: ${standing ?? 'and deleted again'}`,
  inPlaceOf: (bucket: string, other: string) =>
    `${bucket} takes the place of ${other}, which is left as it is.`,
  created: (bucket: string) => `Created the bucket ${bucket}.`,
  removed: (bucket: string) => `Removed the empty bucket ${bucket}, which no record names.`,
  notNamespaced: (bucket: string) => `S3 does not take the account-regional name ${bucket} here.`,
  older: (parameter: string, bucket: string, state: string) =>
    `${parameter} names the asset bucket ${bucket}, which is ${state}.`,
  olderNotChecked: (parameter: string, action: string) =>
    `${parameter} not checked: ${action} is not granted on it.`,
  passphraseNotChecked: (why: string) => `Passphrase not checked: ${why}`,
  stateNotLookedFor: (why: string) => `State not looked for: ${why}`,
} as const;

/** SST's steps, as the log names them. */
export const STEP = {
  buckets: 'buckets',
  repository: 'image repository',
  olderAssetBucket: 'asset bucket of the older bootstrap',
  tls: 'encrypted connections only',
  nothing: 'nothing any more (was an AppSync Events API)',
} as const;

/** What is known of a resource, beside its state. */
export const NOTE = {
  version: (version: number) => `version ${version}`,
  encrypted: 'a SecureString',
  unreadable: 'unreadable',
  versioned: 'versioned',
  notVersioned: 'not versioned',
  tls: 'refuses plain HTTP',
  noTls: 'takes plain HTTP',
  closed: 'closed to the public',
  open: 'not closed to the public',
  toCome: 'comes with step 2',
  elsewhere: (region: string) => `in ${region}`,
  refused: 'of another account, or not allowed to look',
  notChecked: (subject: string, action: string) => `${subject} not checked (${action})`,
} as const;

/** What is looked at, in `NOTE.notChecked`. */
export const SUBJECT = {
  versioning: 'versioning',
  policy: 'policy',
  publicAccess: 'public access',
} as const;

/** A setting that is not as it should be, as a clause. */
export function lacking(bucket: string, what: string): string {
  return `${bucket} is ${what}`;
}

/** Why SST cannot read the record, as the end of a sentence. */
export const UNREADABLE = {
  json: (why: string) => `it is not JSON (${why})`,
  object: 'it is not a JSON object',
  version: (version: unknown) => `its version is ${JSON.stringify(version)}, which is no whole number`,
  field: (name: string, value: unknown) => `its field ${name} is ${JSON.stringify(value)}, which is no text`,
} as const;

/** What a failure of `ensure` leaves behind. */
export const COMPLETED_NEXT = `What was made so far stays, and the next run completes it. ${NOTHING_EXPORTED}`;

/** The description of the parameter that keeps the buckets' names, as the AWS console shows it. */
export const CLAIM_DESCRIPTION =
  'Names of the SST bootstrap buckets of this region, chosen before they were created';
