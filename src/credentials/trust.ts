import { accountOf, partitionOfArn } from '../aws/identity.ts';
import type { StsRequest } from './diagnosis.ts';
import type { Claims } from './token.ts';

/** A statement of a role's trust policy. */
export interface TrustStatement {
  readonly Effect: 'Allow';
  readonly Principal: Readonly<Record<string, string>>;
  readonly Action: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** GitHub's issuer, if the token does not name its own. */
const GITHUB = 'https://token.actions.githubusercontent.com';

/**
 * The statement that trusts exactly the jobs whose token has this sub and aud. AWS requires a condition on these claims
 * in every trust policy for GitHub's provider (IAM user guide, "Create a role for OpenID Connect federation").
 */
export function tokenStatement(role: string, claims: Claims): TrustStatement {
  const host = (claims.iss ?? GITHUB).replace(/^https?:\/\//, '').replace(/\/$/, '');
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn(role, host) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${host}:aud`]: claims.aud ?? '', [`${host}:sub`]: claims.sub ?? '' },
    },
  };
}

/** The ARN of the identity provider in the role's account. */
export function providerArn(role: string, host: string): string {
  return `arn:${partitionOfArn(role)}:iam::${accountOf(role)}:oidc-provider/${host}`;
}

/** The statement that trusts the owner of the keys, as STS named it in its refusal. */
export function callerStatement(
  caller: string,
  request: Pick<StsRequest, 'tagged' | 'externalId'>,
): TrustStatement {
  const { principal, condition } = principalOf(caller);
  const conditions = {
    ...(request.externalId === undefined ? {} : { StringEquals: { 'sts:ExternalId': request.externalId } }),
    ...condition,
  };
  return {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: request.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole',
    ...(Object.keys(conditions).length > 0 ? { Condition: conditions } : {}),
  };
}

/**
 * How a trust policy names the caller: a user by its ARN, a session by its role's. A role of IAM Identity Center has a path
 * that the session's ARN does not contain, with or without a region in it, so it is named by a pattern.
 */
function principalOf(caller: string): { principal: string; condition?: TrustStatement['Condition'] } {
  const [, partition, account, role] =
    /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller) ?? [];
  if (role === undefined) return { principal: caller };
  const ofAccount = `arn:${partition}:iam::${account}`;
  if (!role.startsWith('AWSReservedSSO_')) return { principal: `${ofAccount}:role/${role}` };
  const pattern = `${ofAccount}:role/aws-reserved/sso.amazonaws.com/*${role}`;
  return { principal: `${ofAccount}:root`, condition: { ArnLike: { 'aws:PrincipalArn': pattern } } };
}

/** The caller that STS names in a refusal; undefined if it names none. */
export function callerIn(message: string): string | undefined {
  return /User: (arn:\S+) is not authorized/.exec(message)?.[1];
}

/** Why a trust policy might refuse a token that looks right: what is special about this token. */
export type Cause =
  | { readonly kind: 'environment'; readonly environment: string }
  | { readonly kind: 'pull request' }
  | { readonly kind: 'merge queue' }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'immutable subject'; readonly plain: string }
  | { readonly kind: 'custom subject' }
  | { readonly kind: 'reusable workflow'; readonly workflow: string }
  | { readonly kind: 'plain subject' };

/** `repo:acme@123456/shop@456789:`, the form with ids (GitHub changelog, April 2026). */
const IMMUTABLE = /^repo:([^/@:]+)@\d+\/([^@:]+)@\d+:/;

/** The causes that the claims show, the most likely first. */
export function causesOf(claims: Claims): Cause[] {
  const { sub = '', environment, ref = '', job_workflow_ref: own, workflow_ref: caller } = claims;
  const causes: Cause[] = [];
  const immutable = IMMUTABLE.exec(sub);
  if (!sub.startsWith('repo:')) causes.push({ kind: 'custom subject' });
  if (immutable) {
    causes.push({
      kind: 'immutable subject',
      plain: sub.replace(IMMUTABLE, `repo:${immutable[1]}/${immutable[2]}:`),
    });
  }
  if (environment && sub.includes(':environment:')) causes.push({ kind: 'environment', environment });
  if (sub.endsWith(':pull_request')) causes.push({ kind: 'pull request' });
  if (ref.startsWith('refs/heads/gh-readonly-queue/')) causes.push({ kind: 'merge queue' });
  if (sub.includes(':ref:refs/tags/')) causes.push({ kind: 'tag', tag: ref.replace('refs/tags/', '') });
  if (own && caller && own !== caller) causes.push({ kind: 'reusable workflow', workflow: own });
  return causes.length > 0 ? causes : [{ kind: 'plain subject' }];
}
