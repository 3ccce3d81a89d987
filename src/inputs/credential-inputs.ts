import { TAKES } from './messages.ts';
import { given, isWebAddress, type Reader } from './reader.ts';

/** Which credentials to get, and how. Names and meanings are those of configure-aws-credentials. */
export interface CredentialInputs {
  /** An ARN; or a role name, for a role in the account of the source credentials. */
  readonly roleToAssume?: string;
  readonly roleSessionName: string;
  /** Seconds, 900 to 43200; undefined for the default of one hour. */
  readonly roleDurationSeconds?: number;
  readonly roleExternalId?: string;
  readonly roleChaining: boolean;
  readonly roleSkipSessionTagging: boolean;
  readonly transitiveTagKeys: readonly string[];
  /** The text of the JSON object, which `credentials/tags.ts` parses. */
  readonly customTags?: string;
  readonly inlineSessionPolicy?: string;
  readonly managedSessionPolicies: readonly string[];
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly webIdentityTokenFile?: string;
  readonly sourceProfile?: string;
  readonly audience: string;
  readonly forceSkipOidc: boolean;
  readonly useExistingCredentials: boolean;
  readonly unsetCurrentCredentials: boolean;
  readonly allowedAccountIds: readonly string[];
  readonly maskAccountId: boolean;
  readonly stsEndpoint?: string;
  readonly disableRetry: boolean;
  /** Tries in all, at least one; undefined for the default. */
  readonly retryMaxAttempts?: number;
  readonly specialCharactersWorkaround: boolean;
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/;
const ROLE_NAME = /^[\w+=,.@/-]{1,576}$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\x21-\x7e]+$/;

/** Reads the inputs about credentials. */
export function readCredentials(read: Reader): CredentialInputs {
  return {
    ...given(
      'roleToAssume',
      read.matching(
        'role-to-assume',
        text => (text.startsWith('arn:') ? ROLE_ARN.test(text) : ROLE_NAME.test(text)),
        TAKES.role,
      ),
    ),
    roleSessionName:
      read.matching('role-session-name', text => /^[\w+=,.@-]{2,64}$/.test(text), TAKES.sessionName) ??
      'GitHubActions',
    ...given('roleDurationSeconds', read.integer('role-duration-seconds', 900, 43_200)),
    ...given('roleExternalId', read.text('role-external-id')),
    roleChaining: read.flag('role-chaining', false),
    roleSkipSessionTagging: read.flag('role-skip-session-tagging', false),
    transitiveTagKeys: read.lines('transitive-tag-keys'),
    ...given('customTags', read.text('custom-tags')),
    ...given('inlineSessionPolicy', read.text('inline-session-policy')),
    managedSessionPolicies: read.linesMatching(
      'managed-session-policies',
      text => POLICY_ARN.test(text),
      TAKES.policies,
    ),
    ...given('accessKeyId', read.secret('aws-access-key-id')),
    ...given('secretAccessKey', read.secret('aws-secret-access-key')),
    ...given('sessionToken', read.secret('aws-session-token')),
    ...given('webIdentityTokenFile', read.text('web-identity-token-file')),
    ...given('sourceProfile', read.text('source-profile')),
    audience: read.text('audience') ?? 'sts.amazonaws.com',
    forceSkipOidc: read.flag('force-skip-oidc', false),
    useExistingCredentials: read.flag('use-existing-credentials', false),
    unsetCurrentCredentials: read.flag('unset-current-credentials', false),
    allowedAccountIds: read.listMatching(
      'allowed-account-ids',
      text => /^\d{12}$/.test(text),
      TAKES.accounts,
    ),
    maskAccountId: read.flag('mask-aws-account-id', false),
    ...given('stsEndpoint', read.matching('sts-endpoint', isWebAddress, TAKES.url)),
    disableRetry: read.flag('disable-retry', false),
    ...given('retryMaxAttempts', read.integer('retry-max-attempts', Number.MIN_SAFE_INTEGER, 1000)),
    specialCharactersWorkaround: read.flag('special-characters-workaround', false),
  };
}
