import type { Problem } from '../failure.ts';
import type { JobContext } from '../github/context.ts';
import type { ProfileFailure } from './profile-failure.ts';
import type { Contradiction } from './source.ts';

/** Inputs that cannot be meant together, or that lack another. */
export function contradictoryInputs(contradiction: Contradiction): Problem {
  switch (contradiction.kind) {
    case 'both': {
      const [one, other] = contradiction.inputs;
      return {
        title: `${one} and ${other} contradict each other`,
        what: `Inputs \`${one}\` and \`${other}\` each name a source of the credentials, and there can be one only.`,
        next: 'Remove one of them under `with:` of this step.',
      };
    }
    case 'needs': {
      const { input, needed } = contradiction;
      return {
        title: `${input} needs ${needed}`,
        what: `Input \`${input}\` is set and \`${needed}\` is not.`,
        next: `Set \`${needed}\` too. If it is taken from a secret (\`\${{ secrets.NAME }}\`), the secret is empty in this run: check its name, and that the job's \`environment\` has it; pull requests from forks and runs of Dependabot get no secrets of the repository.`,
      };
    }
    case 'needs ARN':
      return {
        title: 'role-to-assume must be an ARN',
        what: `Input \`role-to-assume\` is ${JSON.stringify(contradiction.role)}, a role's name without its account, and ${contradiction.source === 'oidc' ? "GitHub's OIDC token" : 'a web identity token'} does not tell one either.`,
        next: `Write the role's ARN: \`arn:aws:iam::<account, 12 digits>:role/${contradiction.role}\`.`,
      };
    case 'OIDC skipped':
      return {
        title: 'force-skip-oidc leaves no source for the role',
        what: `Input \`force-skip-oidc\` is set, and none of \`aws-access-key-id\`, \`web-identity-token-file\` and \`source-profile\` says what to assume the role with instead.`,
        next: 'Set one of them, or remove `force-skip-oidc`.',
      };
  }
}

/** A role was to be assumed by OIDC, the job may not request a token, and the machine has no credentials either. */
export function noIdToken(job: JobContext, awsProfile?: string): Problem {
  return {
    title: 'This job may not request an ID token',
    what: [
      '`role-to-assume` is set, but GitHub gives this job no OIDC token to assume it with, and there are no other AWS credentials on the runner.',
      ...restrictionOf(job),
      ...profileNotTaken(awsProfile),
    ].join('\n'),
    next: nextForIdToken(job),
  };
}

/** What GitHub withholds from this run, and why; nothing where it withholds nothing. */
function restrictionOf({ restricted }: JobContext): string[] {
  switch (restricted) {
    case 'fork':
      return [
        'The run is of a pull request from a fork: GitHub gives those neither an ID token nor secrets, whatever the workflow says.',
      ];
    case 'dependabot':
      return [
        "Dependabot started the run: GitHub gives it no secrets but Dependabot's own, and no ID token unless `permissions` grant it.",
      ];
    case undefined:
      return [];
  }
}

/** AWS_PROFILE would divert the role, so it is never followed; where nothing else was found, it may have been meant. */
function profileNotTaken(awsProfile: string | undefined): string[] {
  if (!awsProfile) return [];
  return [
    `AWS_PROFILE is ${awsProfile} in the environment, and is not taken as a source: if that is meant, set \`source-profile: ${awsProfile}\`.`,
  ];
}

function nextForIdToken({ restricted, workflowFile, job }: JobContext): string {
  if (restricted === 'fork') {
    return [
      'Deploy from a branch of this repository, or skip the job for forks:',
      '    if: github.event.pull_request.head.repo.full_name == github.repository',
    ].join('\n');
  }
  return [
    `Add the permission to the job in ${workflowFile || 'the workflow'}:`,
    '    jobs:',
    `      ${job || '<job>'}:`,
    '        permissions:',
    '          id-token: write',
    '          contents: read',
    'If another workflow calls this one (`workflow_call`), the calling job needs it too: what is called never gets more than its caller. Pull requests from forks get no ID token at all.',
    ...(restricted === 'dependabot'
      ? ["Or skip the job for Dependabot: `if: github.actor != 'dependabot[bot]'`"]
      : []),
  ].join('\n');
}

/** GitHub's token service gave no token. */
export function tokenServiceFailed(said: string, status: number | undefined): Problem {
  return {
    title: "GitHub's token service gave no ID token",
    what: `The request for an OIDC token ${status === undefined ? 'got no answer' : `was answered with HTTP status ${status}`}: ${said}.`,
    next:
      status === undefined || status >= 500 || status === 429
        ? 'Run the job again; if it stays so, look at https://www.githubstatus.com. On a self-hosted runner, check that it reaches the host of ACTIONS_ID_TOKEN_REQUEST_URL (by HTTPS_PROXY where there is a proxy).'
        : 'Check the input `audience`. A token can only be requested while the job runs: on a self-hosted runner, check its clock.',
  };
}

/** The credentials are of another account than `allowed-account-ids` has. */
export function foreignAccount(account: string, allowed: readonly string[], whose: string): Problem {
  return {
    title: 'The account is not an allowed one',
    what: `${whose} belongs to account ${account}; \`allowed-account-ids\` has ${allowed.join(', ')}.`,
    next: 'Take a role of an allowed account, or add this one to `allowed-account-ids`.',
  };
}

/** No input names a source, and the machine has no credentials either. */
export function noCredentials(job: JobContext, awsProfile?: string): Problem {
  return {
    title: 'No credentials',
    what: [
      'No input says where the credentials come from, and the runner has none of its own.',
      ...restrictionOf(job),
      ...profileNotTaken(awsProfile),
    ].join('\n'),
    next:
      job.restricted === 'fork'
        ? nextForIdToken(job)
        : "Set `role-to-assume` and give the job the permission `id-token: write`; or set `aws-access-key-id` and `aws-secret-access-key`. If they are set from secrets, the secrets are empty in this run: check their names, and that the job's `environment` has them.",
  };
}

/** A profile of `source-profile` that gives no credentials. */
export function profileFailed(
  profile: string,
  said: string,
  failure: ProfileFailure,
  files: { readonly config: string; readonly credentials: string },
): Problem {
  const { title, what, next } = PROFILE_WORDS[failure.kind](profile, failure);
  return {
    title,
    what: [
      `\`source-profile\` is ${profile}: ${what}`,
      ...(failure.kind === 'missing'
        ? [`Looked in ${files.config} and ${files.credentials}.`]
        : // What stands behind a failed command is the command line and what it printed: secrets may be in either.
          [`The AWS SDK said: ${said.replace(/^Command failed.*/s, 'Command failed.')}`]),
    ].join('\n'),
    next,
  };
}

interface ProfileWords {
  readonly title: string;
  /** The end of a sentence that begins with the profile's name. */
  readonly what: string;
  readonly next: string;
}

const PROFILE_WORDS: Record<
  ProfileFailure['kind'],
  (profile: string, failure: ProfileFailure) => ProfileWords
> = {
  missing: (profile, failure) => ({
    title: `There is no profile ${profile}`,
    what: `there is no such profile on this runner${failure.kind === 'missing' && failure.others.length > 0 ? `, only ${failure.others.join(', ')}` : ''}.`,
    next: "GitHub's own runners have no AWS files: an earlier step has to write them, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to where they are.",
  }),
  login: profile => ({
    title: `The SSO login of profile ${profile} has expired`,
    what: 'it takes its credentials from a login to IAM Identity Center, which has expired or is not there.',
    next: `Log in on the runner, as the user that the runner runs as:\n    aws sso login --profile ${profile}`,
  }),
  'not assigned': profile => ({
    title: `The SSO login gives no access to the role of profile ${profile}`,
    what: 'the login is valid, but has no access to the account and role that the profile names.',
    next: 'Check sso_account_id and sso_role_name of the profile, and that the user is assigned to them in IAM Identity Center.',
  }),
  MFA: profile => ({
    title: `Profile ${profile} needs a second factor`,
    what: 'it has mfa_serial, and nobody can give a code in a job.',
    next: 'Take a profile without mfa_serial.',
  }),
  process: profile => ({
    title: `The credential_process of profile ${profile} failed`,
    what: 'its credential_process gave no credentials.',
    next: "Run the command on the runner, as the runner's user: it has to print the JSON that the AWS CLI documents under credential_process.",
  }),
  other: profile => ({
    title: `Profile ${profile} gives no credentials`,
    what: 'the AWS SDK could take none from it.',
    next:
      'It needs keys, an SSO session, credential_process, or role_arn with source_profile or credential_source. To see the same outside the job: `aws sts get-caller-identity --profile ' +
      `${profile}\`.`,
  }),
};

/** A `web-identity-token-file` that could not be read. */
export function tokenFileFailed(file: string, said: string): Problem {
  return {
    title: 'The web identity token could not be read',
    what: `\`web-identity-token-file\` is ${file}: ${said}.`,
    next: 'Give the path of a file that holds the token, absolute or from the workspace; links are not followed, except in the folder where Kubernetes puts the token.',
  };
}

/** `custom-tags` beside a token: a warning. */
export function tagsNotSent(): Problem {
  return {
    title: 'custom-tags has no effect here',
    what: '`custom-tags` is set, and the role is assumed with a web identity token: its session tags are those that the token carries, and no others can be sent.',
    next: 'Remove `custom-tags`.',
  };
}

/** `aws-profile` names one that is there already. */
export function profileExists(name: string, file: string): Problem {
  return {
    title: `Profile ${name} exists already`,
    what: `\`aws-profile\` is ${name}, and ${file} has a profile of that name.`,
    next: 'Set `overwrite-aws-profile: true` to replace it, or choose another name.',
  };
}

/** The files of `aws-profile` cannot be written. */
export function profileNotWritten(name: string, said: string): Problem {
  return {
    title: `Profile ${name} could not be written`,
    what: `\`aws-profile\` is ${name}: ${said}.`,
    next: "AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE can name files elsewhere, in a folder of the job's own such as `${{ runner.temp }}`; set them for the whole job, so that later steps read them too.",
  };
}

/** The post step could not take the profile away again: a warning. */
export function profileNotRemoved(name: string, file: string, said: string): Problem {
  return {
    title: `Profile ${name} was not removed`,
    what: `The profile that this job wrote to ${file} could not be taken away again: ${said}.`,
    next: 'Remove it by hand. Its keys end with the session.',
  };
}

/** What the credentials come from, as a part of a sentence: "assumed with the keys in the inputs". */
export const SOURCE = {
  oidc: "GitHub's OIDC token",
  tokenFile: 'the web identity token',
  inputs: 'the keys in the inputs',
  environment: 'the credentials in the environment',
  machine: "the runner's own credentials",
  roleInput: 'The role in `role-to-assume`',
  profile: (name: string) => `profile ${name}`,
  session: (role: string) => `the session of ${role}`,
} as const;

/** Why a file is not read or written, as the end of a sentence. */
export const FILE = {
  empty: 'the file is empty',
  link: (name: string) => `${name} is a symbolic link, which is not followed`,
  irregular: (name: string) => `${name} is not a regular file`,
  held: (name: string) => `${name} is held by another process; remove it if none is left`,
} as const;
