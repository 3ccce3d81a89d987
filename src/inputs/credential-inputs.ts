import { TAKES } from './messages.ts';
import { isWebAddress, type Reader } from './reader.ts';

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/;
const ROLE_NAME = /^[\w+=,.@/-]{1,576}$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\x21-\x7e]+$/;

/** Which credentials to get, and how. */
export type CredentialInputs = Readonly<ReturnType<typeof readCredentials>>;

/** Reads the inputs about credentials. Names and meanings are those of configure-aws-credentials. */
export function readCredentials(read: Reader) {
  return {
    /** An ARN; or a role name, for a role in the account of the source credentials. */
    roleToAssume: read.matching(
      'role-to-assume',
      text => (text.startsWith('arn:') ? ROLE_ARN.test(text) : ROLE_NAME.test(text)),
      TAKES.role,
    ),
    roleSessionName:
      read.matching('role-session-name', text => /^[\w+=,.@-]{2,64}$/.test(text), TAKES.sessionName) ??
      'GitHubActions',
    roleDurationSeconds: read.integer('role-duration-seconds', 900, 43_200) ?? 3600,
    roleExternalId: read.text('role-external-id'),
    roleChaining: read.flag('role-chaining', false),
    roleSkipSessionTagging: read.flag('role-skip-session-tagging', false),
    transitiveTagKeys: read.list('transitive-tag-keys', /\r?\n/),
    /** The text of the JSON object, which `credentials/tags.ts` parses. */
    customTags: read.text('custom-tags'),
    inlineSessionPolicy: read.text('inline-session-policy'),
    managedSessionPolicies: read.list(
      'managed-session-policies',
      /\r?\n/,
      text => POLICY_ARN.test(text),
      TAKES.policies,
    ),
    accessKeyId: read.secret('aws-access-key-id'),
    secretAccessKey: read.secret('aws-secret-access-key'),
    sessionToken: read.secret('aws-session-token'),
    webIdentityTokenFile: read.text('web-identity-token-file'),
    sourceProfile: read.text('source-profile'),
    audience: read.text('audience') ?? 'sts.amazonaws.com',
    forceSkipOidc: read.flag('force-skip-oidc', false),
    useExistingCredentials: read.flag('use-existing-credentials', false),
    unsetCurrentCredentials: read.flag('unset-current-credentials', false),
    allowedAccountIds: read.list('allowed-account-ids', /,/, text => /^\d{12}$/.test(text), TAKES.accounts),
    maskAccountId: read.flag('mask-aws-account-id', false),
    stsEndpoint: read.matching('sts-endpoint', isWebAddress, TAKES.url),
    disableRetry: read.flag('disable-retry', false),
    /** Tries in all, at least one; undefined for the default. */
    retryMaxAttempts: read.integer('retry-max-attempts', Number.MIN_SAFE_INTEGER, 1000),
    specialCharactersWorkaround: read.flag('special-characters-workaround', false),
  };
}
