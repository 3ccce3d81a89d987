import { accountOf, partitionOfArn } from '../aws/identity.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { objectIn } from '../json.ts';

/**
 * The claims of a web identity token that are shown: those that trust policies use, and those that identify the job. Other
 * claims are never shown, because the token of a custom provider could contain anything.
 */
const SHOWN_CLAIMS = [
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

/** A request to STS, as far as it explains a refusal. */
export interface StsRequest
  extends Partial<Pick<CredentialInputs, 'roleDurationSeconds' | 'roleExternalId' | 'maskAccountId'>> {
  /** The role's ARN; undefined if the request was who owns the keys. */
  readonly role?: string;
  /** Those of the token that it was sent with; undefined if it was sent with keys. */
  readonly claims?: Claims;
  /** The credentials that it was sent with: `GitHub's OIDC token`, `the keys in the inputs`. */
  readonly name: string;
  readonly region: string;
  readonly tagged?: boolean;
}

/**
 * Reads the claims of a JSON web token without verifying it, which AWS does. They are only used to explain a refusal.
 *
 * @returns only the claims in SHOWN_CLAIMS; none if the text is no such token.
 */
export function claimsOf(token: string): Claims {
  const payload = objectIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) ?? {};
  const textOf = (claim: string) => [payload[claim]].flat().filter(value => typeof value !== 'object');
  const shown = SHOWN_CLAIMS.map(claim => [claim, textOf(claim).join(', ')] as const);
  return Object.fromEntries(shown.filter(([, text]) => text !== ''));
}

/** The claims, each on a line of its own; empty if there are none. */
export function claimsText(claims: Claims): string {
  const known = Object.entries(claims);
  const width = Math.max(...known.map(([claim]) => claim.length));
  const lines = known.map(([claim, value]) => `\n    ${claim.padEnd(width)}  ${value}`);
  return known.length === 0 ? '' : `\nThe token says:${lines.join('')}`;
}

/** The role's name, the last part of its ARN. */
export const roleName = (role: string) => role.split('/').at(-1) ?? '';

/** The host and path of the token's issuer, or of GitHub's. */
const issuerHost = ({ iss = 'https://token.actions.githubusercontent.com' }: Claims) =>
  iss.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The ARN of the identity provider in the role's account. */
export const providerArn = (role: string, claims: Claims) =>
  `arn:${partitionOfArn(role)}:iam::${accountOf(role)}:oidc-provider/${issuerHost(claims)}`;

/**
 * How to trust exactly the jobs whose token has this sub and aud. AWS requires a condition on these claims in every trust
 * policy for GitHub's provider (IAM user guide, "Create a role for OpenID Connect federation").
 */
export function trustToken(request: StsRequest): string {
  const { role = '', claims = {} } = request;
  const host = issuerHost(claims);
  return statementText(request, {
    Principal: { Federated: providerArn(role, claims) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${host}:aud`]: claims.aud ?? '', [`${host}:sub`]: claims.sub ?? '' },
    },
  });
}

/**
 * How to trust the owner of the keys, as STS named it in its refusal: a user by its ARN, a session by its role's. A role of
 * IAM Identity Center has a path that the session's ARN does not contain, with or without a region in it, so it is named by a
 * pattern. Empty if STS named nobody.
 */
export function trustCaller(message: string, request: StsRequest): string {
  const caller = /User: (arn:\S+) is not authorized/.exec(message)?.[1];
  if (caller === undefined) return '';
  const [, role] = /:assumed-role\/([^/]+)\//.exec(caller) ?? [];
  const iam = `arn:${partitionOfArn(caller)}:iam::${accountOf(caller)}`;
  const ofIdentityCenter = role?.startsWith('AWSReservedSSO_');
  const ofRole = ofIdentityCenter ? `${iam}:root` : `${iam}:role/${role}`;
  const condition = {
    ...(request.roleExternalId && { StringEquals: { 'sts:ExternalId': request.roleExternalId } }),
    ...(ofIdentityCenter && {
      ArnLike: { 'aws:PrincipalArn': `${iam}:role/aws-reserved/sso.amazonaws.com/*${role}` },
    }),
  };
  const statement = statementText(request, {
    Principal: { AWS: role === undefined ? caller : ofRole },
    Action: request.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole',
    Condition: Object.keys(condition).length > 0 ? condition : undefined,
  });
  if (role === undefined || ofIdentityCenter) return statement;
  // A session's ARN does not contain the path of its role, and AWS refuses a principal without the path.
  return `${statement}\nIf the caller's role has a path, include it: \`role/<path>/<name>\`.`;
}

function statementText({ role = '', claims, maskAccountId }: StsRequest, statement: object): string {
  const name = roleName(role);
  const masked = maskAccountId ? ', with the account id instead of ***' : '';
  const json = JSON.stringify({ Effect: 'Allow', ...statement }, undefined, 2);
  return `\nAdd this statement to the trust policy of ${name} (IAM, Roles, ${name}, Trust relationships)${masked}. It trusts exactly this ${claims ? 'job' : 'caller'}:\n${json}`;
}

/** `repo:acme@123456/shop@456789:`, the form with IDs (GitHub changelog, April 2026). */
const IMMUTABLE = /^repo:([^/@:]+)@\d+\/([^@:]+)@\d+:/;

/** The end of a sub that names no branch. */
const NO_BRANCH = /:(environment:.*|pull_request|ref:refs\/tags\/.*)$/;

/** Why a trust policy might refuse a token that looks right: what is special about this token, the most likely first. */
export function causes(claims: Claims): string[] {
  const { sub = '', ref = '', job_workflow_ref: own, workflow_ref: caller } = claims;
  const end = NO_BRANCH.exec(sub)?.[1];
  const found = [
    !sub.startsWith('repo:') &&
      "The sub does not have GitHub's default form: the organisation or the repository customised it (REST API, actions/oidc/customization/sub). Write the policy for the customised form.",
    IMMUTABLE.test(sub) &&
      `The sub contains the IDs of owner and repository. Since 2026 it does so for new, renamed and moved repositories, and for those that chose it. A policy for \`${sub.replace(IMMUTABLE, 'repo:$1/$2:')}\` refuses it.`,
    end &&
      `The sub ends in \`${end}\`, not in a branch, because of the job's \`environment\`, the pull request or the tag. A policy for \`…:ref:refs/heads/…\` refuses it.`,
    ref.startsWith('refs/heads/gh-readonly-queue/') &&
      'The run is for a merge queue, so its branch is a temporary one, `gh-readonly-queue/…`. A policy for the branch itself refuses it.',
    own &&
      caller &&
      own !== caller &&
      `The job belongs to a reusable workflow, ${own}. A policy with a condition on \`job_workflow_ref\` must name that workflow, not the one that calls it.`,
  ].filter(cause => typeof cause === 'string');
  if (found.length > 0) return found;
  return [
    'Usually the policy is for another branch, for an `environment` that the job does not have, or for a former name of the repository. Names are case-sensitive.',
  ];
}
