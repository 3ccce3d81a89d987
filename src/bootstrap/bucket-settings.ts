import { orRefused, Refused } from '../aws/errors.ts';
import type { Partition } from '../aws/region.ts';
import type { Asked, Buckets } from '../aws/s3.ts';
import type { BootstrapContext } from './context.ts';
import { NOTE, SETTING, settingFault } from './log-messages.ts';
import type { BucketKind } from './names.ts';
import type { BootstrapRecord } from './record.ts';

type Setting = keyof typeof SETTING;

/** How each setting is read, which needs more than SST's policy grants. */
const READERS: Readonly<Record<Setting, (buckets: Buckets, bucket: string) => Promise<Asked<boolean>>>> = {
  versioning: (buckets, bucket) => buckets.versioned(bucket),
  policy: async (buckets, bucket) => {
    const policy = await buckets.policy(bucket);
    return policy === 'not allowed' ? policy : refusesPlainHttp(policy);
  },
  'public access': (buckets, bucket) => buckets.closedToPublic(bucket),
};

/** Which bucket should have which setting. */
const EXPECTED: ReadonlyArray<[BucketKind, Setting]> = [
  ['state', 'versioning'],
  ['asset', 'policy'],
  ['state', 'policy'],
  ['asset', 'public access'],
  ['state', 'public access'],
];

/**
 * Reads the settings of the record's buckets, if the role is allowed to and this run has not just made them; notes each
 * result.
 *
 * @returns what is not as SST or AWS set it up, as clauses: `sst-state-…: not versioned`.
 */
export async function unsafeSettings({ buckets, note, notesOn }: BootstrapContext, record: BootstrapRecord) {
  const faults = EXPECTED.map(async ([kind, setting]) => {
    const { on, off, action } = SETTING[setting];
    if (notesOn(kind).has(on)) return [];
    const isOn = await orRefused(READERS[setting](buckets, record[kind]));
    // SST does not read these settings, so the step must not stop because of them.
    const isKnown = !(isOn instanceof Refused) && isOn !== 'not allowed';
    note(kind, isKnown ? (isOn ? on : off) : NOTE.notChecked(setting, action));
    return isOn === false ? [settingFault(record[kind], off)] : [];
  });
  return (await Promise.all(faults)).flat();
}

interface Statement {
  readonly Effect?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Whether the policy denies plain HTTP, in SST's words or others. A policy that cannot be read does not count as one. */
export function refusesPlainHttp(policy: string | undefined): boolean {
  return statementsOf(policy).some(
    ({ Effect, Condition }) =>
      Effect === 'Deny' && String(Condition?.['Bool']?.['aws:SecureTransport']) === 'false',
  );
}

/**
 * Adds SST's statement to the bucket's policy.
 *
 * @param existing the bucket's policy, whose statements are kept; undefined if it has none.
 * @returns the policy to put, or undefined if it refuses plain HTTP already.
 */
export function requiringTls(existing: string | undefined, bucket: string, partition: Partition) {
  if (refusesPlainHttp(existing)) return undefined;
  const arn = `arn:${partition}:s3:::${bucket}`;
  const statement = {
    Sid: 'EnforceSSLRequests',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [...statementsOf(existing), statement] });
}

function statementsOf(policy = ''): readonly Statement[] {
  try {
    const { Statement: statements } = JSON.parse(policy) as { Statement?: Statement | Statement[] };
    return [statements ?? []].flat();
  } catch {
    return [];
  }
}
