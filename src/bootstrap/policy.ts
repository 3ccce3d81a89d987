import type { Partition } from '../aws/region.ts';

interface Statement {
  readonly Effect?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Whether the policy denies plain HTTP, in SST's words or others. An unreadable one counts as one that does not. */
export function refusesPlainHttp(policy: string | undefined): boolean {
  return statementsOf(policy).some(
    ({ Effect, Condition }) =>
      Effect === 'Deny' && String(Condition?.['Bool']?.['aws:SecureTransport']) === 'false',
  );
}

/**
 * The bucket's policy with SST's statement in it.
 *
 * @param standing the bucket's policy as it is, kept beside the statement; undefined where there is none to keep.
 * @returns the policy to put, or undefined where it already refuses plain HTTP.
 */
export function requiringTls(
  standing: string | undefined,
  bucket: string,
  partition: Partition,
): string | undefined {
  if (refusesPlainHttp(standing)) return undefined;
  const arn = `arn:${partition}:s3:::${bucket}`;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...statementsOf(standing),
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
