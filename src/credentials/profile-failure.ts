import { type FileKind, hasProfile, profileNames } from './ini.ts';

/** Why a profile has no credentials. */
export type ProfileFailure =
  /** Neither file has it; `others` are the profiles that they have. */
  | { readonly kind: 'missing'; readonly others: readonly string[] }
  /** It needs a login to IAM Identity Center, which has expired or does not exist. */
  | { readonly kind: 'login' }
  /** The login is valid, but has no access to the account's role. */
  | { readonly kind: 'not assigned' }
  /** It needs a second factor, which a job cannot give. */
  | { readonly kind: 'MFA' }
  /** Its credential_process failed, or printed something else. */
  | { readonly kind: 'process' }
  | { readonly kind: 'other' };

// The SDK says the reason in the message only (packages token-providers, credential-provider-sso, -process and -ini).
const BY_MESSAGE: ReadonlyArray<readonly [RegExp, ProfileFailure]> = [
  [
    /sso session|sso login|token is expired|session token not found|UnauthorizedException/i,
    { kind: 'login' },
  ],
  [/ForbiddenException|No access/, { kind: 'not assigned' }],
  [/multi-factor/, { kind: 'MFA' }],
  [/credential_process|^Command failed/, { kind: 'process' }],
];

/**
 * Why the profile has no credentials.
 *
 * @param said the SDK's message. @param files the texts of the two files.
 */
export function profileFailure(
  profile: string,
  said: string,
  files: { readonly [Kind in FileKind]: string },
): ProfileFailure {
  const kinds = ['config', 'credentials'] as const;
  if (!kinds.some(kind => hasProfile(files[kind], kind, profile))) {
    return { kind: 'missing', others: [...new Set(kinds.flatMap(kind => profileNames(files[kind], kind)))] };
  }
  return BY_MESSAGE.find(([pattern]) => pattern.test(said))?.[1] ?? { kind: 'other' };
}
