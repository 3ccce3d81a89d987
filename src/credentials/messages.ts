import type { FileKind } from '../aws/ini.ts';
import type { Problem } from '../failure.ts';
import type { JobContext } from '../github/context.ts';

export const bothGiven = (one: string, other: string): Problem => ({
  title: `${one} and ${other} contradict each other`,
  what: `Inputs \`${one}\` and \`${other}\` each name a source of the credentials. There can be only one.`,
  next: 'Remove one of them under `with:` of this step.',
});

export const without = (needed: string, input: string): Problem => ({
  title: `${input} needs ${needed}`,
  what: `Input \`${input}\` is set, but \`${needed}\` is not.`,
  next: `Set \`${needed}\` too. If it comes from a secret (\`\${{ secrets.NAME }}\`), that secret is empty in this run: check its name, and that the job's \`environment\` has it. Pull requests from forks and runs of Dependabot get no secrets of the repository.`,
});

/** A role's name alone, with a token: no account is known. */
export const roleWithoutAccount = (role: string): Problem => ({
  title: 'role-to-assume must be an ARN',
  what: `Input \`role-to-assume\` is ${JSON.stringify(role)}, a role's name without its account. The token with which it is assumed does not contain the account either.`,
  next: `Write the role's ARN: \`arn:aws:iam::<account, 12 digits>:role/${role}\`.`,
});

export const noSourceLeft = (): Problem => ({
  title: 'force-skip-oidc leaves no source for the role',
  what: 'Input `force-skip-oidc` is set, and there are no other credentials to assume the role with: `aws-access-key-id`, `web-identity-token-file` and `source-profile` are all empty.',
  next: 'Set one of them, or remove `force-skip-oidc`.',
});

/** What GitHub does not give to a run, and how to skip the job then. */
const RESTRICTED = {
  fork: {
    why: '\nThe run is for a pull request from a fork. GitHub gives such runs no ID token and no secrets, whatever the workflow says.',
    skip: 'Deploy from a branch of this repository, or skip the job for forks:\n    if: github.event.pull_request.head.repo.full_name == github.repository',
  },
  dependabot: {
    why: "\nDependabot started the run: GitHub gives it no secrets but Dependabot's own, and no ID token unless `permissions` grant it.",
    skip: "\nOr skip the job for Dependabot: `if: github.actor != 'dependabot[bot]'`",
  },
} as const;

/**
 * The runner has no credentials of its own, and there is no other source.
 *
 * @param insteadOfOidc whether there is a role, which needs OIDC, but the job is not allowed to request a token.
 * @param awsProfile AWS_PROFILE, which is never followed, because it could lead to another role. It was perhaps meant.
 */
export function noCredentials(
  { restricted, workflowFile, job }: JobContext,
  insteadOfOidc: boolean,
  awsProfile?: string,
): Problem {
  const isFork = restricted === 'fork';
  const { why = '', skip = '' } = restricted ? RESTRICTED[restricted] : {};
  const meant = awsProfile
    ? `\nAWS_PROFILE is ${awsProfile} in the environment. This step does not take credentials from it. If it should, set \`source-profile: ${awsProfile}\`.`
    : '';
  if (!insteadOfOidc) {
    return {
      title: 'No credentials',
      what: `No input names a source of AWS credentials, and the runner has none of its own.${why}${meant}`,
      next: isFork
        ? skip
        : "Set `role-to-assume` and give the job the permission `id-token: write`. Or set `aws-access-key-id` and `aws-secret-access-key`. If these come from secrets, the secrets are empty in this run: check their names, and that the job's `environment` has them.",
    };
  }
  const permission = `Add the permission to the job in ${workflowFile || 'the workflow'}:
    jobs:
      ${job || '<job>'}:
        permissions:
          id-token: write
          contents: read
If another workflow calls this one (\`workflow_call\`), the calling job needs the permission too. Pull requests from forks get no ID token at all.`;
  return {
    title: isFork ? 'A pull request from a fork gets no ID token' : 'Missing permission: id-token: write',
    what: `\`role-to-assume\` is set, but this job is not allowed to request an OIDC token from GitHub, and the runner has no other AWS credentials.${why}${meant}`,
    next: isFork ? skip : `${permission}${skip}`,
  };
}

/** Keys with characters that AWS never uses. They are not shown, and not sent. */
export const malformedKeys = (name: string): Problem => ({
  title: 'The credentials have characters that no AWS key has',
  what: `The source is ${name}. The access key ID can have letters, digits, _ and - only. The secret access key and the session token cannot have white space or characters that are not ASCII.`,
  next: 'Store the keys again, without spaces and line breaks around them.',
});

export const tokenServiceFailed = (said: string, status: number | undefined): Problem => ({
  title: "GitHub's token service gave no ID token",
  what: `GitHub did not give this job an OIDC token. ${status === undefined ? 'The request got no answer' : `The answer was HTTP status ${status}`}: ${said}.`,
  next:
    status === undefined || status >= 500 || status === 429
      ? 'Run the job again. If it fails again, look at https://www.githubstatus.com. On a self-hosted runner, check that it can reach the host in ACTIONS_ID_TOKEN_REQUEST_URL (through HTTPS_PROXY, if there is a proxy).'
      : 'Check the input `audience`. On a self-hosted runner, check the clock: a token can only be requested while the job runs.',
});

export const foreignAccount = (account: string, allowed: readonly string[], whose: string): Problem => ({
  title: 'The account is not an allowed one',
  what: `${whose} belongs to account ${account}, but \`allowed-account-ids\` is ${allowed.join(', ')}.`,
  next: 'Use a role of an allowed account, or add this account to `allowed-account-ids`.',
});

export const tokenFileFailed = (file: string, said: string): Problem => ({
  title: 'The web identity token could not be read',
  what: `\`web-identity-token-file\` is ${file}: ${said}.`,
  next: 'Give the path of a file with the token, absolute or relative to the workspace. Symbolic links are not followed, except in the folder in which Kubernetes puts the token.',
});

/** `custom-tags` with a web identity token: a warning. */
export const tagsNotSent = (): Problem => ({
  title: 'custom-tags has no effect here',
  what: '`custom-tags` is set, but the role is assumed with a web identity token. Then AWS takes the session tags from the token, and no others can be sent.',
  next: 'Remove `custom-tags`.',
});

/** There is no session of a role that the config makes SST assume: the bootstrap is in its account, and is not checked. */
export const configRoleFailed = (role: string, { what, next }: Problem): Problem => ({
  title: 'The bootstrap was not checked',
  what: `The bootstrap that SST will use is in the account of ${role}. SST will assume it with the same credentials. ${what}`,
  next,
});

export const tooManyRoles = (count: number, most: number): Problem => ({
  title: 'Too many roles to assume',
  what: `\`providers.aws.assumeRoles\` names ${count} roles, each assumed from the one before. This step assumes at most ${most}.`,
  next: 'Shorten the list, or set `bootstrap: skip`: then no role of the list is assumed.',
});

export const noPlainKeys = (rounds: number): Problem => ({
  title: 'No keys without special characters',
  what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character.`,
  next: 'Run the job again, or remove the input.',
});

/** The AWS files do not have the profile in `source-profile`. @param names the profiles that they have. */
export const noProfile = (
  profile: string,
  names: readonly string[],
  paths: { readonly [Kind in FileKind]: string },
): Problem => ({
  title: `There is no profile ${profile}`,
  what: `\`source-profile\` is ${profile}: there is no such profile on this runner${names.length > 0 ? `, only ${[...new Set(names)].join(', ')}` : ''}.\nLooked in ${paths.config} and ${paths.credentials}.`,
  next: "GitHub's own runners have no AWS files. Write them in an earlier step, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to their paths.",
});

const SSO_LOGIN = /sso session|sso login|token is expired|session token not found|UnauthorizedException/i;

/**
 * The profile in `source-profile` has no credentials. The SDK says why in the message only (packages token-providers,
 * credential-provider-sso, -process and -ini).
 */
export function profileFailed(profile: string, said: string): Problem {
  // A failed command's message holds its command line and what it printed, which might be secrets.
  const quotable = said.replace(/^Command failed.*/s, 'Its credential_process failed.');
  const what = `\`source-profile\` is ${profile}, and the AWS SDK gets no credentials from it.\nThe AWS SDK said: ${quotable}`;
  if (SSO_LOGIN.test(said)) {
    return {
      title: `The SSO login of profile ${profile} has expired`,
      what,
      next: `Log in on the runner, as the user that the runner runs as:\n    aws sso login --profile ${profile}`,
    };
  }
  return {
    title: `Profile ${profile} has no credentials`,
    what,
    next: `Test it on the runner, as the runner's user: \`aws sts get-caller-identity --profile ${profile}\`.\nA profile needs keys, an SSO login, a credential_process, or role_arn with source_profile or credential_source. An SSO login must have access to the profile's sso_account_id and sso_role_name. A job cannot use a profile with mfa_serial.`,
  };
}

export const profileExists = (name: string, file: string): Problem => ({
  title: `Profile ${name} exists already`,
  what: `\`aws-profile\` is ${name}, and ${file} already has a profile of that name.`,
  next: 'Set `overwrite-aws-profile: true` to replace it, or choose another name.',
});

export const profileNotWritten = (name: string, said: string): Problem => ({
  title: `Profile ${name} could not be written`,
  what: `\`aws-profile\` is ${name}: ${said}.`,
  next: 'Set AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE to files in a folder of the job, such as `${{ runner.temp }}`. Set them for the whole job, so that later steps read the same files.',
});

/** The post step could not remove the profile: a warning. */
export const profileNotRemoved = (name: string, file: string, said: string): Problem => ({
  title: `Profile ${name} was not removed`,
  what: `The profile that this job wrote to ${file} could not be removed: ${said}.`,
  next: 'Remove it by hand. Its keys expire with the session.',
});
