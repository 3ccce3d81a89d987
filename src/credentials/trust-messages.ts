import { type Claims, callerStatement, SHOWN_CLAIMS, type StsRequest, type TrustStatement } from './trust.ts';

export function claimLines(claims: Claims): string[] {
  const known = SHOWN_CLAIMS.filter(claim => claims[claim] !== undefined);
  const width = Math.max(...known.map(claim => claim.length));
  if (known.length === 0) return [];
  return ['The token says:', ...known.map(claim => `    ${claim.padEnd(width)}  ${claims[claim]}`)];
}

/** The role's name, the last part of its ARN. */
export function roleName({ role = '' }: StsRequest): string {
  return role.split('/').at(-1) ?? '';
}

export function statementLines(statement: TrustStatement, request: StsRequest): string[] {
  return [
    `Add this statement to the trust policy of ${roleName(request)} (IAM, Roles, ${roleName(request)}, Trust relationships)${request.accountMasked ? ', with the account id instead of ***' : ''}. It trusts exactly this ${request.claims ? 'job' : 'caller'}:`,
    ...JSON.stringify(statement, undefined, 2).split('\n'),
  ];
}

export function callerLines(caller: string | undefined, request: StsRequest): string[] {
  if (caller === undefined) return [];
  // A session's ARN does not contain the path of its role, and AWS refuses a principal without the path.
  const ofRole = caller.includes(':assumed-role/') && !caller.includes('/AWSReservedSSO_');
  return [
    ...statementLines(callerStatement(caller, request), request),
    ...(ofRole ? ["If the caller's role has a path, include it: `role/<path>/<name>`."] : []),
  ];
}

/** `repo:acme@123456/shop@456789:`, the form with ids (GitHub changelog, April 2026). */
const IMMUTABLE = /^repo:([^/@:]+)@\d+\/([^@:]+)@\d+:/;

/** Why a trust policy might refuse a token that looks right: what is special about this token, the most likely first. */
export function causeLines(claims: Claims): string[] {
  const { sub = '', environment, ref = '', job_workflow_ref: own, workflow_ref: caller } = claims;
  const causes: Array<readonly [applies: unknown, line: string]> = [
    [
      !sub.startsWith('repo:'),
      "The sub does not have GitHub's default form: the organisation or the repository customised it (REST API, actions/oidc/customization/sub). Write the policy for the customised form.",
    ],
    [
      IMMUTABLE.test(sub),
      `The sub contains the ids of owner and repository. Since 2026 it does so for new, renamed and moved repositories, and for those that chose it. A policy for \`${sub.replace(IMMUTABLE, 'repo:$1/$2:')}\` refuses it.`,
    ],
    [
      environment && sub.includes(':environment:'),
      `The job has \`environment: ${environment}\`, so its sub ends in the environment, not in the branch. A policy for \`…:ref:refs/heads/…\` refuses it.`,
    ],
    [
      sub.endsWith(':pull_request'),
      'The run is for a pull request, so its sub ends in `pull_request`, not in the branch. A policy for `…:ref:refs/heads/…` refuses it.',
    ],
    [
      ref.startsWith('refs/heads/gh-readonly-queue/'),
      'The run is for a merge queue, so its branch is a temporary one, `gh-readonly-queue/…`. A policy for the branch itself refuses it.',
    ],
    [
      sub.includes(':ref:refs/tags/'),
      `The run is for the tag ${ref.replace('refs/tags/', '')}, so its sub ends in \`ref:refs/tags/…\`. A policy for \`…:ref:refs/heads/…\` refuses it.`,
    ],
    [
      own && caller && own !== caller,
      `The job belongs to a reusable workflow, ${own}. A policy with a condition on \`job_workflow_ref\` must name that workflow, not the one that calls it.`,
    ],
  ];
  const lines = causes.flatMap(([applies, line]) => (applies ? [line] : []));
  if (lines.length > 0) return lines;
  return [
    'Usually the policy is for another branch, for an `environment` that the job does not have, or for a former name of the repository. Names are case-sensitive.',
  ];
}
