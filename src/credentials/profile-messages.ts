import { type FileKind, profileNames } from '../aws/ini.ts';
import type { Problem } from '../failure.ts';

/** What a file is, for each of the two AWS files. */
type Files = { readonly [Kind in FileKind]: string };

/**
 * The profile in `source-profile` has no credentials.
 *
 * @param said the SDK's message. @param files the texts of the two files. @param paths their paths.
 */
export function profileFailed(profile: string, said: string, files: Files, paths: Files): Problem {
  const names = [...profileNames(files.config, 'config'), ...profileNames(files.credentials, 'credentials')];
  if (!names.includes(profile)) {
    const others = names.length > 0 ? `, only ${[...new Set(names)].join(', ')}` : '';
    return {
      title: `There is no profile ${profile}`,
      what: `\`source-profile\` is ${profile}: there is no such profile on this runner${others}.\nLooked in ${paths.config} and ${paths.credentials}.`,
      next: "GitHub's own runners have no AWS files. Write them in an earlier step, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to their paths.",
    };
  }
  const { title, what, next } = reasons(profile, said).find(({ when }) => when) as Problem;
  // A failed command's message holds its command line and what it printed, which might be secrets.
  const quotable = said.replace(/^Command failed.*/s, 'Command failed.');
  return { title, what: `\`source-profile\` is ${profile}: ${what}\nThe AWS SDK said: ${quotable}`, next };
}

/**
 * Why a profile that exists has no credentials; the first reason that fits counts. The SDK says it in the message only
 * (packages token-providers, credential-provider-sso, -process and -ini).
 */
function reasons(profile: string, said: string): ReadonlyArray<Problem & { readonly when: boolean }> {
  return [
    {
      when: /sso session|sso login|token is expired|session token not found|UnauthorizedException/i.test(
        said,
      ),
      title: `The SSO login of profile ${profile} has expired`,
      what: 'it needs a login to IAM Identity Center, which has expired or does not exist.',
      next: `Log in on the runner, as the user that the runner runs as:\n    aws sso login --profile ${profile}`,
    },
    {
      when: /ForbiddenException|No access/.test(said),
      title: `The SSO login gives no access to the role of profile ${profile}`,
      what: 'the login is valid, but has no access to the account and role in the profile.',
      next: 'Check sso_account_id and sso_role_name of the profile, and that the user is assigned to them in IAM Identity Center.',
    },
    {
      when: /multi-factor/.test(said),
      title: `Profile ${profile} needs a second factor`,
      what: 'it has mfa_serial, and nobody can enter a code in a job.',
      next: 'Use a profile without mfa_serial.',
    },
    {
      when: /credential_process|^Command failed/.test(said),
      title: `The credential_process of profile ${profile} failed`,
      what: 'its credential_process returned no credentials.',
      next: "Run the command on the runner, as the runner's user. It must print the JSON that the AWS CLI documents for credential_process.",
    },
    {
      when: true,
      title: `Profile ${profile} has no credentials`,
      what: 'the AWS SDK found no credentials in it.',
      next: `It needs keys, an SSO session, credential_process, or role_arn with source_profile or credential_source. To test it outside the job: \`aws sts get-caller-identity --profile ${profile}\`.`,
    },
  ];
}

/** The profile in `aws-profile` exists already. */
export const profileExists = (name: string, file: string): Problem => ({
  title: `Profile ${name} exists already`,
  what: `\`aws-profile\` is ${name}, and ${file} already has a profile of that name.`,
  next: 'Set `overwrite-aws-profile: true` to replace it, or choose another name.',
});

/** The files of `aws-profile` cannot be written. */
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
