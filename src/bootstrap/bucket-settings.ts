import { orRefused, Refused } from '../aws/errors.ts';
import type { Partition } from '../aws/region.ts';
import type { BootstrapContext } from './context.ts';
import type { BootstrapRecord, BucketKind } from './record.ts';

/** The settings that the buckets should have: the notes if a bucket has it or not, and how it is read. */
export const SETTING = {
  versioning: {
    on: 'versioned',
    off: 'not versioned',
    action: 's3:GetBucketVersioning',
    read: ({ s3 }: BootstrapContext, bucket: string) => s3.versioned(bucket),
  },
  policy: {
    on: 'refuses plain HTTP',
    off: 'accepts plain HTTP',
    action: 's3:GetBucketPolicy',
    read: async ({ s3 }: BootstrapContext, bucket: string) => refusesPlainHttp(await s3.policy(bucket)),
  },
  'public access': {
    on: 'blocks public access',
    off: 'does not block public access',
    action: 's3:GetBucketPublicAccessBlock',
    read: ({ s3 }: BootstrapContext, bucket: string) => s3.closedToPublic(bucket),
  },
};

/** Which bucket should have which setting. */
const EXPECTED: ReadonlyArray<[BucketKind, keyof typeof SETTING]> = [
  ['state', 'versioning'],
  ['asset', 'policy'],
  ['state', 'policy'],
  ['asset', 'public access'],
  ['state', 'public access'],
];

/**
 * Reads the settings of the record's buckets, if the role is allowed to and this run has not just made them; notes each
 * result. SST's policy does not grant it, and SST does not read them: no refusal stops the step.
 *
 * @returns what is not as SST or AWS set it up, as clauses: `sst-state-…: not versioned`.
 */
export async function unsafeSettings(context: BootstrapContext, record: BootstrapRecord) {
  const faults = EXPECTED.map(async ([kind, setting]) => {
    const { on, off, action, read } = SETTING[setting];
    const notes = context.notes[kind];
    if (notes.has(on)) return [];
    const isOn = await orRefused(read(context, record[kind]));
    notes.add(isOn instanceof Refused ? `${setting} not checked (${action})` : isOn ? on : off);
    return isOn === false ? `${record[kind]}: ${off}` : [];
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
