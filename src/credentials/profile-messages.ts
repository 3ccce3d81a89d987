import type { Problem } from '../failure.ts';
import type { ProfileFailure } from './profile-failure.ts';

/** The profile in `source-profile` has no credentials. */
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
        : // A failed command's message holds its command line and what it printed, which might be secrets.
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
    next: "GitHub's own runners have no AWS files. Write them in an earlier step, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to their paths.",
  }),
  login: profile => ({
    title: `The SSO login of profile ${profile} has expired`,
    what: 'it needs a login to IAM Identity Center, which has expired or does not exist.',
    next: `Log in on the runner, as the user that the runner runs as:\n    aws sso login --profile ${profile}`,
  }),
  'not assigned': profile => ({
    title: `The SSO login gives no access to the role of profile ${profile}`,
    what: 'the login is valid, but has no access to the account and role in the profile.',
    next: 'Check sso_account_id and sso_role_name of the profile, and that the user is assigned to them in IAM Identity Center.',
  }),
  MFA: profile => ({
    title: `Profile ${profile} needs a second factor`,
    what: 'it has mfa_serial, and nobody can enter a code in a job.',
    next: 'Use a profile without mfa_serial.',
  }),
  process: profile => ({
    title: `The credential_process of profile ${profile} failed`,
    what: 'its credential_process returned no credentials.',
    next: "Run the command on the runner, as the runner's user. It must print the JSON that the AWS CLI documents for credential_process.",
  }),
  other: profile => ({
    title: `Profile ${profile} has no credentials`,
    what: 'the AWS SDK found no credentials in it.',
    next:
      'It needs keys, an SSO session, credential_process, or role_arn with source_profile or credential_source. To test it outside the job: `aws sts get-caller-identity --profile ' +
      `${profile}\`.`,
  }),
};

/** The profile in `aws-profile` exists already. */
export function profileExists(name: string, file: string): Problem {
  return {
    title: `Profile ${name} exists already`,
    what: `\`aws-profile\` is ${name}, and ${file} already has a profile of that name.`,
    next: 'Set `overwrite-aws-profile: true` to replace it, or choose another name.',
  };
}

/** The files of `aws-profile` cannot be written. */
export function profileNotWritten(name: string, said: string): Problem {
  return {
    title: `Profile ${name} could not be written`,
    what: `\`aws-profile\` is ${name}: ${said}.`,
    next: 'Set AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE to files in a folder of the job, such as `${{ runner.temp }}`. Set them for the whole job, so that later steps read the same files.',
  };
}

/** The post step could not remove the profile: a warning. */
export function profileNotRemoved(name: string, file: string, said: string): Problem {
  return {
    title: `Profile ${name} was not removed`,
    what: `The profile that this job wrote to ${file} could not be removed: ${said}.`,
    next: 'Remove it by hand. Its keys expire with the session.',
  };
}
