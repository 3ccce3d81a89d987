import type { Partition } from '../aws/region.ts';

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
export function requiringTls(
  existing: string | undefined,
  bucket: string,
  partition: Partition,
): string | undefined {
  if (refusesPlainHttp(existing)) return undefined;
  const arn = `arn:${partition}:s3:::${bucket}`;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...statementsOf(existing),
      {
        Sid: 'EnforceSSLRequests',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}

function statementsOf(policy: string | undefined): readonly Statement[] {
  if (policy === undefined) return [];
  try {
    const { Statement: statements } = JSON.parse(policy) as { Statement?: Statement | Statement[] };
    return [statements ?? []].flat();
  } catch {
    return [];
  }
}
