import { accountOf, partitionOfArn } from '../aws/identity.ts';

/**
 * The claims of a web identity token that are shown: those that trust policies use, and those that identify the job. Other
 * claims are never shown, because the token of a custom provider could contain anything.
 */
export const SHOWN_CLAIMS = [
  'sub',
  'aud',
  'iss',
  'repository',
  'repository_id',
  'repository_owner_id',
  'ref',
  'event_name',
  'environment',
  'job_workflow_ref',
  'workflow_ref',
] as const;

/** The claims of a token, without its signature. */
export type Claims = { readonly [Claim in (typeof SHOWN_CLAIMS)[number]]?: string };

/**
 * Reads the claims of a JSON web token without verifying it, which AWS does. They are only used to explain a refusal.
 *
 * @returns only the claims in SHOWN_CLAIMS; none if the text is no such token.
 */
export function claimsOf(token: string): Claims {
  const payload = payloadOf(token);
  return Object.fromEntries(
    SHOWN_CLAIMS.flatMap(claim => {
      const value = payload[claim];
      const text = Array.isArray(value) ? value.join(', ') : value;
      return typeof text === 'string' || typeof text === 'number' ? [[claim, String(text)]] : [];
    }),
  );
}

function payloadOf(token: string): Record<string, unknown> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return Object(payload) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A request to STS, as far as it explains a refusal. */
export interface StsRequest {
  /** The role's ARN; undefined if the request was who owns the keys. */
  readonly role?: string;
  /** Those of the token that it was sent with; undefined if it was sent with keys. */
  readonly claims?: Claims;
  /** The credentials that it was sent with: `GitHub's OIDC token`, `the keys in the inputs`. */
  readonly name: string;
  readonly region: string;
  readonly seconds: number;
  readonly externalId?: string;
  /** Whether session tags were sent. */
  readonly tagged?: boolean;
  /** Whether the account's id is `***` in the log. */
  readonly accountMasked: boolean;
}

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
  const host = issuerHost(claims);
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn(role, claims) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${host}:aud`]: claims.aud ?? '', [`${host}:sub`]: claims.sub ?? '' },
    },
  };
}

/** The ARN of the identity provider in the role's account. */
export function providerArn(role: string, claims: Claims): string {
  return `arn:${partitionOfArn(role)}:iam::${accountOf(role)}:oidc-provider/${issuerHost(claims)}`;
}

function issuerHost({ iss = GITHUB }: Claims): string {
  return iss.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** The statement that trusts the owner of the keys, as STS named it in its refusal. */
export function callerStatement(
  caller: string,
  request: Pick<StsRequest, 'tagged' | 'externalId'>,
): TrustStatement {
  const { principal, condition } = principalOf(caller);
  const external = request.externalId && { StringEquals: { 'sts:ExternalId': request.externalId } };
  return {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: request.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole',
    Condition: external || condition ? { ...external, ...condition } : undefined,
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
