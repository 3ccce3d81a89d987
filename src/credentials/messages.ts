import type { Fault } from '../aws/errors.ts';
import type { Problem } from '../failure.ts';
import type { JobContext } from '../github/context.ts';
import { plain } from '../text.ts';

/** Two inputs that each name a source of the credentials. */
export const bothGiven = (one: string, other: string): Problem => ({
  title: `${one} and ${other} contradict each other`,
  what: `Inputs \`${one}\` and \`${other}\` each name a source of the credentials. There can be only one.`,
  next: 'Remove one of them under `with:` of this step.',
});

/** An input that is of no use without another one. */
export const without = (needed: string, input: string): Problem => ({
  title: `${input} needs ${needed}`,
  what: `Input \`${input}\` is set, but \`${needed}\` is not.`,
  next: `Set \`${needed}\` too. If it comes from a secret (\`\${{ secrets.NAME }}\`), that secret is empty in this run: check its name, and that the job's \`environment\` has it. Pull requests from forks and runs of Dependabot get no secrets of the repository.`,
});

/** A role's name alone, with a token: no account is known. */
export const roleWithoutAccount = (role: string, source: 'oidc' | 'token-file'): Problem => ({
  title: 'role-to-assume must be an ARN',
  what: `Input \`role-to-assume\` is ${JSON.stringify(role)}, a role's name without its account. ${source === 'oidc' ? "GitHub's OIDC token" : 'A web identity token'} does not contain the account either.`,
  next: `Write the role's ARN: \`arn:aws:iam::<account, 12 digits>:role/${role}\`.`,
});

/** `force-skip-oidc` without any other source. */
export const noSourceLeft = (): Problem => ({
  title: 'force-skip-oidc leaves no source for the role',
  what: 'Input `force-skip-oidc` is set, and there are no other credentials to assume the role with: `aws-access-key-id`, `web-identity-token-file` and `source-profile` are all empty.',
  next: 'Set one of them, or remove `force-skip-oidc`.',
});

/**
 * The runner has no credentials of its own, and there is no other source.
 *
 * @param insteadOfOidc whether there is a role, which needs OIDC, but the job is not allowed to request a token.
 * @param awsProfile AWS_PROFILE, which is never followed, because it could lead to another role. It was perhaps meant.
 */
export function noCredentials(job: JobContext, insteadOfOidc: boolean, awsProfile?: string): Problem {
  const { restricted } = job;
  const fork = restricted === 'fork';
  const why = insteadOfOidc
    ? '`role-to-assume` is set, but this job is not allowed to request an OIDC token from GitHub, and the runner has no other AWS credentials.'
    : 'No input names a source of AWS credentials, and the runner has none of its own.';
  const meant = awsProfile
    ? `\nAWS_PROFILE is ${awsProfile} in the environment. This step does not take credentials from it. If it should, set \`source-profile: ${awsProfile}\`.`
    : '';
  const what = `${why}${restricted === undefined ? '' : RESTRICTED[restricted]}${meant}`;
  const deploy = fork
    ? 'Deploy from a branch of this repository, or skip the job for forks:\n    if: github.event.pull_request.head.repo.full_name == github.repository'
    : undefined;
  if (insteadOfOidc) {
    return {
      title: fork ? 'A pull request from a fork gets no ID token' : 'Missing permission: id-token: write',
      what,
      next: deploy ?? permission(job),
    };
  }
  return {
    title: 'No credentials',
    what,
    next:
      deploy ??
      "Set `role-to-assume` and give the job the permission `id-token: write`. Or set `aws-access-key-id` and `aws-secret-access-key`. If these come from secrets, the secrets are empty in this run: check their names, and that the job's `environment` has them.",
  };
}

/** What GitHub does not give to a run, and why. */
const RESTRICTED = {
  fork: '\nThe run is for a pull request from a fork. GitHub gives such runs no ID token and no secrets, whatever the workflow says.',
  dependabot:
    "\nDependabot started the run: GitHub gives it no secrets but Dependabot's own, and no ID token unless `permissions` grant it.",
} as const;

function permission({ restricted, workflowFile, job }: JobContext): string {
  return `Add the permission to the job in ${workflowFile || 'the workflow'}:
    jobs:
      ${job || '<job>'}:
        permissions:
          id-token: write
          contents: read
If another workflow calls this one (\`workflow_call\`), the calling job needs the permission too. Pull requests from forks get no ID token at all.${
    restricted === 'dependabot'
      ? "\nOr skip the job for Dependabot: `if: github.actor != 'dependabot[bot]'`"
      : ''
  }`;
}

/** GitHub's token service gave no token. */
export const tokenServiceFailed = (said: string, status: number | undefined): Problem => ({
  title: "GitHub's token service gave no ID token",
  what: `GitHub did not give this job an OIDC token. ${status === undefined ? 'The request got no answer' : `The answer was HTTP status ${status}`}: ${said}.`,
  next:
    status === undefined || status >= 500 || status === 429
      ? 'Run the job again. If it fails again, look at https://www.githubstatus.com. On a self-hosted runner, check that it can reach the host in ACTIONS_ID_TOKEN_REQUEST_URL (through HTTPS_PROXY, if there is a proxy).'
      : 'Check the input `audience`. On a self-hosted runner, check the clock: a token can only be requested while the job runs.',
});

/** The credentials belong to an account that is not in `allowed-account-ids`. */
export const foreignAccount = (account: string, allowed: readonly string[], whose: string): Problem => ({
  title: 'The account is not an allowed one',
  what: `${whose} belongs to account ${account}, but \`allowed-account-ids\` is ${allowed.join(', ')}.`,
  next: 'Use a role of an allowed account, or add this account to `allowed-account-ids`.',
});

/** A `web-identity-token-file` that could not be read. */
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

/** A role that the config makes SST assume does not allow it. */
export const configRoleRefused = (caller: string, { code, message }: Fault): Problem => ({
  title: 'Not allowed to assume the role',
  what: `${caller} is not allowed to assume that role: ${plain(code)}: ${plain(message)}`,
  next: 'SST will assume it with the same credentials. Allow `sts:AssumeRole` on it in the policy of the role that this step assumes, and trust that role in its trust policy.',
});

/** There is no session of a role that the config makes SST assume: the bootstrap is in its account, and is not checked. */
export const configRoleFailed = (role: string, { what, next }: Problem): Problem => ({
  title: 'The bootstrap was not checked',
  what: `The bootstrap that SST will use is in the account of ${role}. ${what}`,
  next,
});

/** More roles than this action follows. */
export const tooManyRoles = (count: number, most: number): Problem => ({
  title: 'Too many roles to assume',
  what: `\`providers.aws.assumeRoles\` names ${count} roles, each assumed from the one before. sst-creds follows at most ${most}.`,
  next: 'Shorten the list, or set `bootstrap: skip`: then no role of the list is assumed.',
});

/** `special-characters-workaround` found no key without special characters. */
export const noPlainKeys = (rounds: number): Problem => ({
  title: 'No keys without special characters',
  what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character.`,
  next: 'Run the job again, or remove the input.',
});

/** The sources of credentials, as parts of a sentence: "assumed with the keys in the inputs". */
export const SOURCE = {
  oidc: "GitHub's OIDC token",
  tokenFile: 'the web identity token',
  inputs: 'the keys in the inputs',
  environment: 'the credentials in the environment',
  runner: "the runner's own credentials",
  roleInput: 'The role in `role-to-assume`',
  profile: (name: string) => `profile ${name}`,
  session: (role: string) => `the session of ${role}`,
} as const;

/** Why a file is not read or written, as the end of a sentence. */
export const FILE = {
  empty: 'the file is empty',
  link: (name: string) => `${name} is a symbolic link, which is not followed`,
  irregular: (name: string) => `${name} is not a regular file`,
  large: (bytes: number) => `the file is larger than ${bytes / 1000} kB`,
  held: (name: string) => `another process holds the lock ${name}; remove it if no such process is running`,
} as const;
