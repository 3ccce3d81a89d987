import { ECRClient } from '@aws-sdk/client-ecr';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import type { Policy } from '../../local/aws/iam.ts';
import type { LocalAws } from '../../local/aws/server.ts';
import type { Role } from '../../local/aws/state.ts';

export const ACCOUNT = '123456789012';
export const OTHER = '210987654321';

/** A trust policy that accepts these principals of AWS for every action. */
export function trusting(principals: string | string[], statement: object = {}): Policy {
  return { Statement: { Effect: 'Allow', Principal: { AWS: principals }, Action: 'sts:*', ...statement } };
}

/** A role with these policies. If they are undefined, everything is allowed. Nobody can assume the role. */
export function roleWith(aws: LocalAws, policies?: Policy[], account = ACCOUNT): Role {
  const trust = trusting([]);
  return aws.state.addRole(
    account,
    `role-${aws.state.roles.size}`,
    policies ? { trust, policies } : { trust },
  );
}

export function allow(action: string | string[], resource: string | string[]): Policy {
  return { Statement: { Effect: 'Allow', Action: action, Resource: resource } };
}

/** The real SDK's clients, signing as a session of the role, each request tried once. */
export function clients(aws: LocalAws, role: Role = roleWith(aws), region = 'us-east-1') {
  const { accessKeyId, secretAccessKey, sessionToken } = aws.state.startSession(role, 'test', 3600);
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  const config = { endpoint: aws.url, region, credentials, maxAttempts: 1 };
  return {
    config,
    credentials,
    s3: new S3Client({ ...config, forcePathStyle: true }),
    ssm: new SSMClient(config),
    ecr: new ECRClient(config),
    sts: new STSClient(config),
  };
}

/** The error code of a request, or 'went through'. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ status?: number; name: string; message: string }> {
  try {
    await request;
    return { name: 'went through', message: '' };
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    return { ...(status !== undefined && { status }), name, message };
  }
}
