import type { StsRequest } from './diagnosis.ts';
import { type Claims, SHOWN_CLAIMS } from './token.ts';
import { type Cause, callerStatement, type TrustStatement } from './trust.ts';

export function claimsIn({ with: by }: StsRequest): Claims {
  return by.kind === 'token' ? by.claims : {};
}

export function hostIn(request: StsRequest): string {
  return (claimsIn(request).iss ?? '').replace(/^https?:\/\//, '');
}

export function claimLines(request: StsRequest): string[] {
  const claims = claimsIn(request);
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
    `Add this statement to the trust policy of ${roleName(request)} (IAM, Roles, ${roleName(request)}, Trust relationships)${request.accountMasked ? ', with the account id instead of ***' : ''}. It trusts exactly this ${request.with.kind === 'token' ? 'job' : 'caller'}:`,
    ...JSON.stringify(statement, undefined, 2).split('\n'),
  ];
}

export function callerLines(caller: string | undefined, request: StsRequest): string[] {
  if (caller === undefined) return [];
  const statement = callerStatement(caller, request);
  // A session's ARN does not contain the path of its role, and AWS refuses a principal without the path.
  const ofRole = caller.includes(':assumed-role/') && !caller.includes('/AWSReservedSSO_');
  return [
    ...statementLines(statement, request),
    ...(ofRole ? ["If the caller's role has a path, include it: `role/<path>/<name>`."] : []),
  ];
}

export function causeLine(cause: Cause): string {
  switch (cause.kind) {
    case 'environment':
      return `The job has \`environment: ${cause.environment}\`, so its sub ends in the environment, not in the branch. A policy for \`…:ref:refs/heads/…\` refuses it.`;
    case 'pull request':
      return 'The run is for a pull request, so its sub ends in `pull_request`, not in the branch. A policy for `…:ref:refs/heads/…` refuses it.';
    case 'merge queue':
      return 'The run is for a merge queue, so its branch is a temporary one, `gh-readonly-queue/…`. A policy for the branch itself refuses it.';
    case 'tag':
      return `The run is for the tag ${cause.tag}, so its sub ends in \`ref:refs/tags/…\`. A policy for \`…:ref:refs/heads/…\` refuses it.`;
    case 'immutable subject':
      return `The sub contains the ids of owner and repository. Since 2026 it does so for new, renamed and moved repositories, and for those that chose it. A policy for \`${cause.plain}\` refuses it.`;
    case 'custom subject':
      return "The sub does not have GitHub's default form: the organisation or the repository customised it (REST API, actions/oidc/customization/sub). Write the policy for the customised form.";
    case 'reusable workflow':
      return `The job belongs to a reusable workflow, ${cause.workflow}. A policy with a condition on \`job_workflow_ref\` must name that workflow, not the one that calls it.`;
    case 'plain subject':
      return 'Usually the policy is for another branch, for an `environment` that the job does not have, or for a former name of the repository. Names are case-sensitive.';
  }
}
