import type { Fault } from '../aws/sts-error.ts';
import type { Problem } from '../failure.ts';
import type { Asked, Refusal } from './refusal-reason.ts';
import { accountOf } from './role-parameters.ts';
import { SHOWN_CLAIMS } from './token.ts';
import {
  type Cause,
  callerIn,
  callerStatement,
  causesOf,
  providerArn,
  type TrustStatement,
  tokenStatement,
} from './trust.ts';

/** Why STS did not give the session, with what would make it. */
export function stsRefused(refusal: Refusal, fault: Fault, asked: Asked): Problem {
  const { title, why, next } = WORDS[refusal](asked, fault);
  return {
    title,
    what: [
      why,
      `${refusal === 'no answer' ? 'The last error' : 'AWS said'}: ${fault.code}: ${fault.message}`,
      ...(OF_THE_TOKEN.has(refusal) ? claimLines(asked) : []),
    ].join('\n'),
    next: next.join('\n'),
  };
}

/** The refusals that the token's claims explain. */
const OF_THE_TOKEN = new Set<Refusal>(['trust', 'audience', 'no provider', 'token expired', 'token invalid']);

interface Words {
  readonly title: string;
  /** What happened, in a sentence. */
  readonly why: string;
  /** What to do, line by line. */
  readonly next: readonly string[];
}

const WORDS: Record<Refusal, (asked: Asked, fault: Fault) => Words> = {
  trust: asked => ({
    title: 'The role does not trust this job',
    why: `The trust policy of ${asked.role} does not let this job in.`,
    next: [
      ...causesOf(claimsIn(asked)).map(causeLine),
      `A role that does not exist is refused in the same words: is there a role ${roleName(asked)} in account ${accountOf(asked.role ?? '')}?`,
      ...statementLines(tokenStatement(asked.role ?? '', claimsIn(asked)), asked),
    ],
  }),

  'not allowed': (asked, { message }) => {
    const caller = callerIn(message);
    return {
      title: 'The role may not be assumed',
      why: `The role ${asked.role} may not be assumed with ${asked.name}.`,
      next: [
        "Both sides have to allow it: the role's trust policy, and (in another account always) the caller's own policies, with `sts:AssumeRole` on the role. A role that does not exist is refused in the same words.",
        ...callerLines(caller, asked),
      ],
    };
  },

  tagging: (asked, { message }) => {
    const caller = callerIn(message);
    return {
      title: 'The role may not be assumed with session tags',
      why: `The role ${asked.role} may be assumed with ${asked.name}, but not with session tags.`,
      next: [
        'Set `role-skip-session-tagging: true` to go without them, or allow `sts:TagSession` on both sides.',
        ...callerLines(caller, asked),
      ],
    };
  },

  audience: asked => ({
    title: 'The token has the wrong audience',
    why: `The identity provider in account ${accountOf(asked.role ?? '')} does not have the audience ${claimsIn(asked).aud}.`,
    next: [
      'Set the input `audience` to one that the provider has (usually sts.amazonaws.com, its default here), or add this one to the provider:',
      `    aws iam add-client-id-to-open-id-connect-provider --client-id ${claimsIn(asked).aud} --open-id-connect-provider-arn ${providerArn(asked.role ?? '', hostIn(asked))}`,
    ],
  }),

  'no provider': asked => ({
    title: "The account does not know the token's issuer",
    why: `Account ${accountOf(asked.role ?? '')} has no identity provider for ${claimsIn(asked).iss}.`,
    next: [
      'Is the account in `role-to-assume` the right one? If so, add the provider to it, once:',
      `    aws iam create-open-id-connect-provider --url ${claimsIn(asked).iss} --client-id-list ${claimsIn(asked).aud}`,
    ],
  }),

  'token expired': ({ name }) => ({
    title: 'The token has expired',
    why: `AWS does not take ${name}, because it has expired.`,
    next: [
      "GitHub's token is valid for minutes, and is requested anew by every run of this step: run the job again. On a self-hosted runner check the clock; a token in a file has to be renewed by whoever writes it.",
    ],
  }),

  'token invalid': ({ name }) => ({
    title: 'The token is not valid to AWS',
    why: `AWS does not take ${name}.`,
    next: [
      "Check that the identity provider in IAM is the token's issuer (iss above), and that its keys can be read by AWS.",
    ],
  }),

  'keys expired': ({ name }) => ({
    title: 'The credentials have expired',
    why: `AWS does not take ${name}, because they have expired.`,
    next: [
      'Get new ones: the step or the login that made them has to run again, and right before this step. Temporary keys kept in secrets end after hours; a role by OIDC needs none.',
    ],
  }),

  'keys invalid': ({ name, region }) => ({
    title: 'AWS does not know the credentials',
    why: `AWS does not take ${name}.`,
    next: [
      'Check that access key ID, secret and session token belong together, that no blank or line came into the secret, and that the key is active (IAM, Users, Security credentials).',
      `If they are right elsewhere: is ${region} switched on in the account, and of the same partition?`,
    ],
  }),

  duration: asked => ({
    title: "role-duration-seconds is over the role's maximum",
    why: `\`role-duration-seconds\` is ${asked.seconds}, more than ${asked.role} grants.`,
    next: [
      'Ask for less (a role grants 3600 unless told otherwise), or raise what it grants:',
      `    aws iam update-role --role-name ${roleName(asked)} --max-session-duration ${asked.seconds}`,
    ],
  }),

  'chained duration': ({ seconds }) => ({
    title: 'A chained role lasts an hour at most',
    why: `\`role-duration-seconds\` is ${seconds}, and a role that is assumed from another role's session lasts 3600 at most.`,
    next: [
      'Set `role-duration-seconds` to 3600 or less, or assume the role directly: by OIDC it may last longer.',
    ],
  }),

  'policy too large': ({ tagged }) => ({
    title: 'The session policy is too large',
    why: 'The session policies and tags do not fit into a session.',
    next: [
      `Shorten \`inline-session-policy\`, name fewer \`managed-session-policies\`${tagged ? ', set fewer `custom-tags` or `role-skip-session-tagging: true`' : ''}. The inline policy may have 2048 characters; what counts besides is the size of all of them packed, which AWS tells in percent.`,
    ],
  }),

  'policy malformed': () => ({
    title: 'The session policy is not valid',
    why: '`inline-session-policy` is no policy that AWS can read.',
    next: ['It takes an IAM policy as JSON: `{"Version": "2012-10-17", "Statement": [ … ]}`.'],
  }),

  'region off': ({ region }) => ({
    title: `STS is off in ${region}`,
    why: `The account has not switched on ${region}.`,
    next: [
      `Switch the region on (AWS console, Account, AWS Regions; for STS alone: IAM, Account settings), or set \`aws-region\` to one that is on.`,
    ],
  }),

  'provider unreachable': ({ name }) => ({
    title: 'AWS could not reach the identity provider',
    why: `AWS could not read the issuer's keys to check ${name}, in any try.`,
    next: [
      "This passes by itself: run the job again. If it stays so, the issuer's `/.well-known/openid-configuration` is not reachable from AWS.",
    ],
  }),

  throttled: () => ({
    title: 'STS takes no more requests',
    why: 'STS throttled every try.',
    next: [
      'Run the job again. Where many jobs start at once, spread them, or raise `retry-max-attempts` and take `disable-retry` away.',
    ],
  }),

  'no answer': ({ region }) => ({
    title: 'STS did not answer',
    why: `STS of ${region} could not be reached, or failed, in every try.`,
    next: [
      `Check the network of the runner: host sts.${region}.amazonaws.com (or \`sts-endpoint\`), port 443, by \`http-proxy\` or HTTPS_PROXY where there is a proxy. On GitHub's own runners run the job again, and look at https://health.aws.amazon.com.`,
    ],
  }),

  other: ({ role, name }) => ({
    title: 'STS refused the request',
    why: role === undefined ? `STS does not take ${name}.` : `STS does not give ${role} for ${name}.`,
    next: ['What AWS said above names the parameter; the inputs of this step set them.'],
  }),
};

/** The special characters' work-around did not find a key without. */
export function noPlainKeys(rounds: number): Problem {
  return {
    title: 'No keys without special characters',
    what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character.`,
    next: 'Run the job again, or take the input away.',
  };
}

/** An STS that answered, but with no session: not AWS's own. */
export function noSessionInAnswer(role: string): Problem {
  return {
    title: 'STS answered without a session',
    what: `The answer to assuming ${role} holds no access key, secret and session token.`,
    next: "AWS's own STS never answers so: check what `sts-endpoint`, or AWS_ENDPOINT_URL in the job's environment, leads to.",
  };
}

function claimsIn({ with: by }: Asked) {
  return by.kind === 'token' ? by.claims : {};
}

function hostIn(asked: Asked): string {
  return (claimsIn(asked).iss ?? '').replace(/^https?:\/\//, '');
}

function claimLines(asked: Asked): string[] {
  const claims = claimsIn(asked);
  const known = SHOWN_CLAIMS.filter(claim => claims[claim] !== undefined);
  const width = Math.max(...known.map(claim => claim.length));
  if (known.length === 0) return [];
  return ['The token says:', ...known.map(claim => `    ${claim.padEnd(width)}  ${claims[claim]}`)];
}

/** The role's name, the last part of its ARN. */
function roleName({ role = '' }: Asked): string {
  return role.split('/').at(-1) ?? '';
}

function statementLines(statement: TrustStatement, asked: Asked): string[] {
  return [
    `This statement in the trust policy of ${roleName(asked)} lets exactly this ${asked.with.kind === 'token' ? 'job' : 'caller'} in (IAM, Roles, ${roleName(asked)}, Trust relationships)${asked.accountMasked ? '; write the account id for ***' : ''}:`,
    ...JSON.stringify(statement, undefined, 2).split('\n'),
  ];
}

function callerLines(caller: string | undefined, asked: Asked): string[] {
  if (caller === undefined) return [];
  const statement = callerStatement(caller, asked);
  // A session's ARN leaves the path of its role out, and a principal without it is refused as not valid.
  const ofRole = caller.includes(':assumed-role/') && !caller.includes('/AWSReservedSSO_');
  return [
    ...statementLines(statement, asked),
    ...(ofRole ? ["If the caller's role has a path, write it too: `role/<path>/<name>`."] : []),
  ];
}

function causeLine(cause: Cause): string {
  switch (cause.kind) {
    case 'environment':
      return `The job has \`environment: ${cause.environment}\`: its sub then ends in the environment, not in the branch, and a policy for \`…:ref:refs/heads/…\` refuses it.`;
    case 'pull request':
      return 'The run is of a pull request: its sub then ends in `pull_request`, not in the branch, and a policy for `…:ref:refs/heads/…` refuses it.';
    case 'merge queue':
      return 'The run is of a merge queue: its branch is a temporary one, `gh-readonly-queue/…`, and a policy for the branch itself refuses it.';
    case 'tag':
      return `The run is of the tag ${cause.tag}: its sub ends in \`ref:refs/tags/…\`, and a policy for \`…:ref:refs/heads/…\` refuses it.`;
    case 'immutable subject':
      return `The sub carries ids of owner and repository, as it does since 2026 for repositories that were made, renamed or moved, or that chose it: a policy written for \`${cause.plain}\` refuses it.`;
    case 'custom subject':
      return "The sub is not GitHub's own form: the organisation or the repository has customised it (REST API, actions/oidc/customization/sub), and the policy must be written for that.";
    case 'reusable workflow':
      return `The job belongs to a reusable workflow, ${cause.workflow}: a policy with a condition on \`job_workflow_ref\` must have that one, not the workflow that calls it.`;
    case 'plain subject':
      return 'The usual cause: the policy is for another branch, for an `environment` that the job does not have, or for a former name of the repository. Case counts.';
  }
}
