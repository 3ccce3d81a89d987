import { type Fault, WITHOUT_CODE } from '../aws/errors.ts';
import { accountOf } from '../aws/identity.ts';
import type { Problem } from '../failure.ts';
import { callerIn, providerArn, type StsRequest, tokenStatement } from './trust.ts';
import { callerLines, causeLines, claimLines, roleName, statementLines } from './trust-messages.ts';

/** Why STS gave no session, and how to fix it. */
export function stsRefused(diagnosis: Diagnosis, fault: Fault, request: StsRequest): Problem {
  const words: (request: StsRequest, fault: Fault) => Words = WORDS[diagnosis];
  const { title, why, next } = words(request, fault);
  return {
    title,
    what: [
      why,
      `${diagnosis === 'no answer' || diagnosis === 'not AWS' ? 'The last error' : 'AWS said'}: ${saidIn(fault)}`,
      ...(WITH_CLAIMS.has(diagnosis) ? claimLines(request.claims ?? {}) : []),
    ].join('\n'),
    next: next.join('\n'),
  };
}

function saidIn({ code, message, status }: Fault): string {
  return WITHOUT_CODE.has(code) && status !== undefined ? `HTTP status ${status}` : `${code}: ${message}`;
}

/** The diagnoses for which the token's claims are shown. */
const WITH_CLAIMS: ReadonlySet<string> = new Set([
  'trust',
  'audience',
  'no provider',
  'token expired',
  'token invalid',
]);

interface Words {
  readonly title: string;
  /** What happened, in a sentence. */
  readonly why: string;
  /** What to do, line by line. */
  readonly next: readonly string[];
}

/** Why STS gave no session, and what is said about it. */
const WORDS = {
  trust: request => {
    const { role = '', claims = {} } = request;
    return {
      title: 'The role does not trust this job',
      why: `The trust policy of ${role} does not trust this job.`,
      next: [
        ...causeLines(claims),
        `AWS gives the same answer if the role does not exist: check that account ${accountOf(role)} has a role ${roleName(request)}.`,
        ...statementLines(tokenStatement(role, claims), request),
      ],
    };
  },

  'not allowed': (request, { message }) => {
    const caller = callerIn(message);
    return {
      title: 'Not allowed to assume the role',
      why: `AWS does not allow assuming the role ${request.role} with ${request.name}.`,
      next: [
        "The role's trust policy must trust the caller. If the role is in another account, the caller's own policies must allow `sts:AssumeRole` on it too. AWS gives the same answer if the role does not exist.",
        ...callerLines(caller, request),
      ],
    };
  },

  tagging: (request, { message }) => {
    const caller = callerIn(message);
    return {
      title: 'Not allowed to assume the role with session tags',
      why: `AWS allows assuming the role ${request.role} with ${request.name}, but not with session tags.`,
      next: [
        "Set `role-skip-session-tagging: true` to send no tags. Or allow `sts:TagSession` in the role's trust policy and in the caller's policies.",
        ...callerLines(caller, request),
      ],
    };
  },

  audience: ({ role = '', claims = {} }) => ({
    title: 'The token has the wrong audience',
    why: `The identity provider in account ${accountOf(role)} does not accept the audience ${claims.aud}.`,
    next: [
      'Set the input `audience` to one that the provider accepts (usually sts.amazonaws.com, the default), or add this one to the provider:',
      `    aws iam add-client-id-to-open-id-connect-provider --client-id ${claims.aud} --open-id-connect-provider-arn ${providerArn(role, claims)}`,
    ],
  }),

  'no provider': ({ role = '', claims = {} }) => ({
    title: "The account does not know the token's issuer",
    why: `Account ${accountOf(role)} has no identity provider for ${claims.iss}.`,
    next: [
      'Check that the account in `role-to-assume` is the right one. If it is, add the provider to it once:',
      `    aws iam create-open-id-connect-provider --url ${claims.iss} --client-id-list ${claims.aud}`,
    ],
  }),

  'token expired': ({ name }) => ({
    title: 'The token has expired',
    why: `AWS does not accept ${name}, because it has expired.`,
    next: [
      "GitHub's token is valid for a few minutes, and every run of this step requests a new one: run the job again. On a self-hosted runner, check the clock. If the token comes from a file, the program that writes the file has to renew it.",
    ],
  }),

  'token invalid': ({ name }) => ({
    title: 'The token is not valid',
    why: `AWS does not accept ${name}.`,
    next: [
      "Check that the identity provider in IAM is the token's issuer (iss above), and that AWS can read the issuer's keys.",
    ],
  }),

  'keys expired': ({ name }) => ({
    title: 'The credentials have expired',
    why: `AWS does not accept ${name}, because they have expired.`,
    next: [
      'Get new ones: run the step or the login that made them again, right before this step. Temporary keys in secrets expire after hours. A role assumed by OIDC needs no keys.',
    ],
  }),

  'keys invalid': ({ name, region }) => ({
    title: 'AWS does not know the credentials',
    why: `AWS does not accept ${name}.`,
    next: [
      'Check that access key ID, secret and session token belong together, that the secret has no added space or line break, and that the key is active (IAM, Users, Security credentials).',
      `If they work elsewhere, check that the region ${region} is enabled for the account, and belongs to the same partition.`,
    ],
  }),

  duration: request => ({
    title: "role-duration-seconds is over the role's maximum",
    why: `\`role-duration-seconds\` is ${request.seconds}, more than ${request.role} allows.`,
    next: [
      'Set a lower value (by default a role allows 3600), or raise the maximum of the role:',
      `    aws iam update-role --role-name ${roleName(request)} --max-session-duration ${request.seconds}`,
    ],
  }),

  'chained duration': ({ seconds }) => ({
    title: 'A chained role lasts at most one hour',
    why: `\`role-duration-seconds\` is ${seconds}, but a role that is assumed with another role's session lasts at most 3600 seconds.`,
    next: [
      'Set `role-duration-seconds` to 3600 or less, or assume the role directly by OIDC, which allows longer sessions.',
    ],
  }),

  'policy too large': ({ tagged }) => ({
    title: 'The session policy is too large',
    why: 'The session policies and tags are too large for a session.',
    next: [
      `Shorten \`inline-session-policy\`, name fewer \`managed-session-policies\`${tagged ? ', set fewer `custom-tags` or `role-skip-session-tagging: true`' : ''}. The inline policy can have at most 2048 characters. AWS also limits the packed size of all policies and tags together, and reports it in percent.`,
    ],
  }),

  'policy malformed': () => ({
    title: 'The session policy is not valid',
    why: 'AWS cannot read the policy in `inline-session-policy`.',
    next: ['Write an IAM policy as JSON: `{"Version": "2012-10-17", "Statement": [ … ]}`.'],
  }),

  'region off': ({ region }) => ({
    title: `STS is not enabled in ${region}`,
    why: `The region ${region}, or STS in that region, is not enabled for the account.`,
    next: [
      `Enable the region (AWS console, Account, AWS Regions) or STS in it (IAM, Account settings), or set \`aws-region\` to an enabled region.`,
    ],
  }),

  'provider unreachable': ({ name }) => ({
    title: 'AWS could not reach the identity provider',
    why: `AWS could not read the issuer's keys to verify ${name}, in any try.`,
    next: [
      "This is usually temporary: run the job again. If it fails again, AWS cannot reach the issuer's `/.well-known/openid-configuration`.",
    ],
  }),

  throttled: () => ({
    title: 'STS throttled the requests',
    why: 'STS throttled the request in every try.',
    next: [
      'Run the job again. If many jobs start at once, spread them, or raise `retry-max-attempts` and remove `disable-retry`.',
    ],
  }),

  'not AWS': ({ region }) => ({
    title: 'The answer did not come from AWS',
    why: `A proxy, a firewall or a captive portal between the runner and STS in ${region} answered in its place.`,
    next: [
      `Let the runner reach sts.${region}.amazonaws.com (or the host of \`sts-endpoint\` or AWS_ENDPOINT_URL), port 443. If it needs a proxy, check \`http-proxy\` or HTTPS_PROXY, with its user name and password.`,
    ],
  }),

  'no answer': ({ region }) => ({
    title: 'STS did not answer',
    why: `STS in ${region} could not be reached, or failed, in every try.`,
    next: [
      `Check the network of the runner: host sts.${region}.amazonaws.com (or \`sts-endpoint\`), port 443, through \`http-proxy\` or HTTPS_PROXY if there is a proxy. On GitHub's own runners, run the job again, and look at https://health.aws.amazon.com.`,
    ],
  }),

  other: ({ role, name }) => ({
    title: 'STS refused the request',
    why:
      role === undefined
        ? `STS does not accept ${name}.`
        : `STS does not give a session of ${role} for ${name}.`,
    next: ["AWS's answer above names the parameter. Correct the input of this step that sets it."],
  }),
} satisfies Record<string, (request: StsRequest, fault: Fault) => Words>;

export type Diagnosis = keyof typeof WORDS;

/** `special-characters-workaround` found no key without special characters. */
export function noPlainKeys(rounds: number): Problem {
  return {
    title: 'No keys without special characters',
    what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character.`,
    next: 'Run the job again, or remove the input.',
  };
}

/** The answer of STS holds no session, so it is not AWS's STS. */
export function noSessionInAnswer(role: string): Problem {
  return {
    title: 'STS answered without a session',
    what: `STS answered the request for ${role}, but the answer contains no access key, secret and session token.`,
    next: "AWS's own STS never answers like that. Check the address in `sts-endpoint`, or in AWS_ENDPOINT_URL in the job's environment.",
  };
}
