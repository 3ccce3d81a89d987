import { orRefused, Refused } from '../aws/errors.ts';
import type { Partition } from '../aws/region.ts';
import type { S3 } from '../aws/s3.ts';
import { objectIn } from '../json.ts';
import type { BootstrapContext } from './context.ts';
import type { BootstrapRecord } from './record.ts';

/** The notes on a bucket that has the setting, which a step makes. */
export const VERSIONED = 'versioned';
export const TLS_ONLY = 'refuses plain HTTP';

/** Which buckets should have which setting: the notes if one has it or not, and how it is read. */
const SETTINGS = [
  {
    name: 'versioning',
    kinds: ['state'] as const,
    on: VERSIONED,
    off: 'not versioned',
    action: 's3:GetBucketVersioning',
    read: (s3: S3, bucket: string) => s3.versioned(bucket),
  },
  {
    name: 'policy',
    kinds: ['asset', 'state'] as const,
    on: TLS_ONLY,
    off: 'accepts plain HTTP',
    action: 's3:GetBucketPolicy',
    read: async (s3: S3, bucket: string) => refusesPlainHttp(await s3.policy(bucket)),
  },
  {
    name: 'public access',
    kinds: ['asset', 'state'] as const,
    on: 'blocks public access',
    off: 'does not block public access',
    action: 's3:GetBucketPublicAccessBlock',
    read: (s3: S3, bucket: string) => s3.closedToPublic(bucket),
  },
];

/**
 * Reads the settings of the record's buckets, if the role is allowed to and this run has not just made them; notes each
 * result. SST's policy does not grant it, and SST does not read them: no refusal stops the step.
 *
 * @returns what is not as SST or AWS set it up, as clauses: `sst-state-…: not versioned`.
 */
export async function unsafeSettings({ s3, notes }: BootstrapContext, record: BootstrapRecord) {
  const faults = SETTINGS.flatMap(({ name, kinds, on, off, action, read }) =>
    kinds.map(async kind => {
      if (notes[kind].has(on)) return [];
      const isOn = await orRefused(read(s3, record[kind]));
      notes[kind].add(isOn instanceof Refused ? `${name} not checked (${action})` : isOn ? on : off);
      return isOn === false ? `${record[kind]}: ${off}` : [];
    }),
  );
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

/** The bucket's policy, if it has one, with SST's statement added; undefined if it refuses plain HTTP already. */
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
  const { Statement: statements } = (objectIn(policy) ?? {}) as { Statement?: Statement | Statement[] };
  return [statements ?? []].flat();
}
