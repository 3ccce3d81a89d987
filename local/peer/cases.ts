import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NO_VERIFICATION_KEY, THROTTLED } from '../aws/faults.ts';
import type { Fixture } from './fixture.ts';
import { trusting } from './fixture.ts';

/** One way to use the credentials' inputs. */
export interface Case {
  name: string;
  /** The step's `with:`, in addition to `aws-region: us-east-1`. */
  with(fixture: Fixture): Record<string, string>;
  /** The job's environment, in addition to the runner's variables. */
  env?(fixture: Fixture): Record<string, string>;
  /** Without `id-token: write`. */
  noIdToken?: true;
  /** The state before the step. */
  prepare?(fixture: Fixture): void | Promise<void>;
  /** The intended differences from configure-aws-credentials. */
  differs?: readonly Meant[];
}

/** An intended difference. */
export interface Meant {
  why: string;
  /** The lines of `differences` that it explains. */
  lines: RegExp;
}

const oidc = ({ role }: Fixture) => ({ 'role-to-assume': role.arn });
const keys = ({ user }: Fixture) => ({
  'aws-access-key-id': user.accessKeyId,
  'aws-secret-access-key': user.secretAccessKey,
});
const keysAndRole = (fixture: Fixture) => ({ ...keys(fixture), 'role-to-assume': fixture.target.arn });
const left = ({ session }: Fixture) => ({
  AWS_ACCESS_KEY_ID: session.accessKeyId,
  AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
  AWS_SESSION_TOKEN: session.sessionToken,
});
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});
const KNOWN = '[x]\naws_access_key_id = THEIRS\n';
const THEIRS = '[deploy]\naws_access_key_id = THEIRS\n';

const ALL_OR_NOTHING: Meant = {
  why: 'a step that fails has exported nothing: not the region, not the source keys, no blanks either',
  lines: /^(exports|output) \S+: nothing, the peer/,
};
const NO_REQUEST: Meant = {
  why: 'refused before any request, and so before there is anything to mask',
  lines: /^(request of the peer alone|does not mask <(ID token|.* of assumed-role))/,
};
const IDENTITY: Meant = {
  why: 'the outputs say whose the session is wherever it goes',
  lines: /^output (aws-account-id|authenticated-arn): .*, the peer nothing/,
};
const FEWER_TRIES: Meant = {
  why: "what would be refused again is tried three times, for IAM's eventual consistency",
  lines: /^request of the peer alone: .* 403$/,
};
const ONE_RETRY_ONLY: Meant = {
  why: "two tries are two requests: the SDK's own retries are off",
  lines: /^request of the peer alone: .* 400$/,
};
const PROFILE_IGNORED: Meant = {
  why: 'configure-aws-credentials follows AWS_PROFILE to its source, and fails (its issue 962)',
  lines: /^(ends in success, the peer in failure|output \S+: .*, the peer nothing)/,
};
const KEYS_NOT_EXPORTED: Meant = {
  why: 'configure-aws-credentials finds no keys for the role where it may not export them',
  lines:
    /^(ends in success, the peer in failure|request of its own: AssumeRole |output \S+: |file \S+credentials: )/,
};
const NO_PROXY_BY_PORT: Meant = {
  why: 'configure-aws-credentials compares no-proxy with host and port, so that a host alone leaves out none at a port of its own',
  lines: /^proxied of the peer alone/,
};

/** Cases for every input of configure-aws-credentials, and for combinations of them. */
export const CASES: readonly Case[] = [
  { name: 'OIDC', with: oidc },
  {
    name: 'OIDC: session name, duration, policies',
    with: fixture => ({
      ...oidc(fixture),
      'role-session-name': 'deploy-42',
      'role-duration-seconds': '900',
      'inline-session-policy': POLICY,
      'managed-session-policies':
        'arn:aws:iam::aws:policy/ReadOnlyAccess\narn:aws:iam::123456789012:policy/narrow',
    }),
  },
  {
    name: 'OIDC: audience',
    with: fixture => ({ ...oidc(fixture), audience: 'https://github.com/acme' }),
    prepare: ({ aws, role, account }) => {
      const host = 'token.actions.githubusercontent.com';
      aws.state.account(account).providers.get(host)?.audiences.push('https://github.com/acme');
      role.trust = { Statement: { ...role.trust.Statement, Condition: {} } as never };
    },
  },
  {
    name: 'OIDC: tags, external id, transitive keys have no place in the request',
    with: fixture => ({
      ...oidc(fixture),
      'custom-tags': '{"Team": "shop"}',
      'transitive-tag-keys': 'Repository',
      'role-external-id': 'xyz',
      'role-skip-session-tagging': 'true',
    }),
  },
  { name: 'OIDC: account masked', with: fixture => ({ ...oidc(fixture), 'mask-aws-account-id': 'true' }) },
  {
    name: 'OIDC: allowed account',
    with: fixture => ({ ...oidc(fixture), 'allowed-account-ids': '111111111111, 123456789012' }),
  },
  {
    name: 'OIDC: account not allowed',
    with: fixture => ({ ...oidc(fixture), 'allowed-account-ids': '111111111111' }),
    differs: [NO_REQUEST, ALL_OR_NOTHING],
  },
  {
    name: 'OIDC: outputs too',
    with: fixture => ({ ...oidc(fixture), 'output-credentials': 'true' }),
  },
  {
    name: 'OIDC: outputs instead of environment',
    with: fixture => ({ ...oidc(fixture), 'output-credentials': 'true', 'output-env-credentials': 'false' }),
    differs: [IDENTITY],
  },
  {
    name: 'OIDC: credentials of earlier steps unset',
    with: fixture => ({ ...oidc(fixture), 'unset-current-credentials': 'true' }),
    env: left,
  },
  {
    name: 'OIDC: everything from the environment',
    with: () => ({}),
    env: ({ role }) => ({
      ROLE_TO_ASSUME: role.arn,
      ROLE_SESSION_NAME: 'from-env',
      ROLE_DURATION_SECONDS: '1800',
      AUDIENCE: 'sts.amazonaws.com',
      MASK_AWS_ACCOUNT_ID: 'true',
      INLINE_SESSION_POLICY: POLICY,
      MANAGED_SESSION_POLICIES: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      OUTPUT_CREDENTIALS: 'true',
      RETRY_MAX_ATTEMPTS: '2',
      UNSET_CURRENT_CREDENTIALS: 'true',
    }),
  },
  {
    name: 'OIDC: refused role, one try',
    with: fixture => ({ ...oidc(fixture), 'disable-retry': 'true' }),
    prepare: ({ role, account }) => {
      role.trust = trusting(account);
    },
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'OIDC: refused role, tried again',
    with: fixture => ({ ...oidc(fixture), 'retry-max-attempts': '5' }),
    prepare: ({ role, account }) => {
      role.trust = trusting(account);
    },
    differs: [FEWER_TRIES, ALL_OR_NOTHING],
  },
  {
    name: 'OIDC: throttled twice, then verification key not found',
    with: oidc,
    prepare: ({ aws }) => {
      aws.inject({ service: 'sts', times: 2, answer: THROTTLED.sts });
      aws.inject({ service: 'sts', answer: NO_VERIFICATION_KEY });
    },
  },
  {
    name: 'OIDC: throttled for good, two tries',
    with: fixture => ({ ...oidc(fixture), 'retry-max-attempts': '2' }),
    prepare: ({ aws }) => {
      aws.inject({ service: 'sts', times: Infinity, answer: THROTTLED.sts });
    },
    differs: [ONE_RETRY_ONLY, ALL_OR_NOTHING],
  },
  {
    name: "OIDC: special characters' work-around",
    with: fixture => ({ ...oidc(fixture), 'special-characters-workaround': 'true' }),
    prepare: fixture => {
      plainSecrets(fixture, 3);
    },
  },
  {
    name: 'OIDC: sts-endpoint',
    with: fixture => ({ ...oidc(fixture), 'sts-endpoint': fixture.aws.url, 'aws-region': 'local' }),
    env: () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }),
  },
  {
    name: 'OIDC: a time-out that is not reached',
    with: fixture => ({ ...oidc(fixture), 'action-timeout-s': '50' }),
  },
  {
    name: 'OIDC: AWS_PROFILE in the job',
    with: fixture => ({ ...oidc(fixture), 'output-env-credentials': 'true' }),
    env: () => ({ AWS_PROFILE: 'staging' }),
  },
  {
    name: 'OIDC: http-proxy',
    with: fixture => ({ ...oidc(fixture), 'http-proxy': fixture.proxy.url }),
  },
  {
    name: 'OIDC: http-proxy, no-proxy',
    with: fixture => ({ ...oidc(fixture), 'http-proxy': fixture.proxy.url, 'no-proxy': '127.0.0.1' }),
    differs: [NO_PROXY_BY_PORT],
  },
  {
    name: 'OIDC: HTTPS_PROXY in the job, for plain requests too',
    with: oidc,
    env: ({ proxy }) => ({ HTTPS_PROXY: proxy.url }),
  },
  {
    name: 'OIDC: HTTP_PROXY and NO_PROXY in the job',
    with: oidc,
    env: ({ proxy }) => ({ HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' }),
    differs: [NO_PROXY_BY_PORT],
  },
  {
    name: 'a bare role name by OIDC',
    with: () => ({ 'role-to-assume': 'sst-deploy', 'disable-retry': 'true' }),
    differs: [NO_REQUEST, ALL_OR_NOTHING],
  },

  { name: 'keys', with: keys },
  { name: 'keys: account masked', with: fixture => ({ ...keys(fixture), 'mask-aws-account-id': 'true' }) },
  {
    name: 'keys: account not allowed',
    with: fixture => ({ ...keys(fixture), 'allowed-account-ids': '111111111111' }),
    differs: [ALL_OR_NOTHING],
  },
  { name: 'keys: outputs', with: fixture => ({ ...keys(fixture), 'output-credentials': 'true' }) },
  { name: 'keys: a session token of earlier steps', with: keys, env: left },
  {
    name: 'keys: with a session token',
    with: ({ session }) => ({
      'aws-access-key-id': session.accessKeyId,
      'aws-secret-access-key': session.secretAccessKey,
      'aws-session-token': session.sessionToken,
    }),
  },
  {
    name: 'keys: unknown to AWS',
    with: () => ({ 'aws-access-key-id': 'AKIA', 'aws-secret-access-key': 'x', 'disable-retry': 'true' }),
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'keys: no secret',
    with: ({ user }) => ({ 'aws-access-key-id': user.accessKeyId }),
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'keys: AWS_PROFILE in the job',
    with: fixture => ({ ...keys(fixture), 'disable-retry': 'true' }),
    env: () => ({ AWS_PROFILE: 'staging' }),
    differs: [PROFILE_IGNORED],
  },

  { name: 'keys and a role', with: keysAndRole },
  {
    name: 'keys and a bare role name',
    with: fixture => ({ ...keys(fixture), 'role-to-assume': 'target' }),
  },
  {
    name: 'keys and a role: all that AssumeRole takes',
    with: fixture => ({
      ...keysAndRole(fixture),
      'role-external-id': 'xyz',
      'custom-tags': '{"Team": "shop", "Cost": 42}',
      'transitive-tag-keys': 'Repository\nTeam\nNobody',
      'inline-session-policy': POLICY,
      'role-session-name': 'me',
      'role-duration-seconds': '1200',
    }),
    prepare: roomForTags,
  },
  {
    name: 'keys and a role: no tags',
    with: fixture => ({
      ...keysAndRole(fixture),
      'role-skip-session-tagging': 'true',
      'transitive-tag-keys': 'Repository',
    }),
  },
  {
    name: 'keys and a role: tags too large, dropped once',
    with: keysAndRole,
    prepare: ({ aws }) => {
      aws.state.packedPolicySize = 200;
    },
  },
  {
    name: 'keys and a role: outputs instead of environment',
    with: fixture => ({
      ...keysAndRole(fixture),
      'output-env-credentials': 'false',
      'output-credentials': 'true',
      'role-chaining': 'true',
    }),
    differs: [KEYS_NOT_EXPORTED],
  },
  {
    name: 'keys and a refused role',
    with: fixture => ({ ...keysAndRole(fixture), 'disable-retry': 'true' }),
    prepare: ({ target }) => {
      target.trust = trusting('111111111111');
    },
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'keys, OIDC skipped',
    with: fixture => ({ ...keysAndRole(fixture), 'force-skip-oidc': 'true' }),
  },
  {
    name: 'OIDC skipped, and nothing else',
    with: fixture => ({ ...oidc(fixture), 'force-skip-oidc': 'true' }),
  },

  {
    name: 'chaining',
    with: ({ target }) => ({ 'role-to-assume': target.arn, 'role-chaining': 'true' }),
    env: left,
  },
  {
    name: 'chaining, a bare role name',
    with: () => ({ 'role-to-assume': 'target', 'role-chaining': 'true' }),
    env: left,
  },
  {
    name: 'chaining for more than an hour',
    with: ({ target }) => ({
      'role-to-assume': target.arn,
      'role-chaining': 'true',
      'role-duration-seconds': '7200',
      'disable-retry': 'true',
    }),
    env: left,
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'a web identity token file',
    with: ({ role }) => ({ 'role-to-assume': role.arn, 'web-identity-token-file': 'token' }),
    prepare: tokenFile,
  },
  {
    name: 'a web identity token file by a link',
    with: ({ role }) => ({
      'role-to-assume': role.arn,
      'web-identity-token-file': 'link',
      'disable-retry': 'true',
    }),
    prepare: async fixture => {
      await tokenFile(fixture);
      symlinkSync('token', join(fixture.workspace, 'link'));
    },
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'ambient credentials, no role',
    with: () => ({}),
    env: left,
    noIdToken: true,
  },
  {
    name: 'ambient credentials and a role, without id-token: write',
    with: ({ target }) => ({ 'role-to-assume': target.arn }),
    env: left,
    noIdToken: true,
  },
  {
    name: 'ambient credentials, unset: none',
    with: () => ({ 'unset-current-credentials': 'true', 'disable-retry': 'true' }),
    env: left,
    noIdToken: true,
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'no credentials at all',
    with: ({ role }) => ({ 'role-to-assume': role.arn, 'disable-retry': 'true' }),
    noIdToken: true,
    differs: [ALL_OR_NOTHING],
  },
  {
    name: 'existing credentials, valid',
    with: fixture => ({ ...oidc(fixture), 'use-existing-credentials': 'true' }),
    env: left,
    differs: [IDENTITY],
  },
  {
    name: 'existing credentials, not valid',
    with: fixture => ({ ...oidc(fixture), 'use-existing-credentials': 'true' }),
    env: () => ({ AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'x' }),
  },

  {
    name: 'a profile',
    with: fixture => ({ ...oidc(fixture), 'aws-profile': 'deploy' }),
    differs: [IDENTITY],
  },
  {
    name: 'a profile beside others, and the environment',
    with: fixture => ({ ...oidc(fixture), 'aws-profile': 'deploy', 'output-env-credentials': 'true' }),
    prepare: ({ write }) => {
      write('.aws/credentials', KNOWN);
    },
  },
  {
    name: 'the default profile, for keys',
    with: fixture => ({ ...keys(fixture), 'aws-profile': 'default' }),
    differs: [IDENTITY],
  },
  {
    name: 'a profile, for keys and a role',
    with: fixture => ({ ...keysAndRole(fixture), 'aws-profile': 'deploy' }),
    differs: [KEYS_NOT_EXPORTED],
  },
  {
    name: 'a profile that exists',
    with: fixture => ({ ...oidc(fixture), 'aws-profile': 'deploy' }),
    prepare: ({ write }) => {
      write('.aws/credentials', THEIRS);
    },
    differs: [IDENTITY],
  },
  {
    name: 'a profile that exists, overwritten',
    with: fixture => ({ ...oidc(fixture), 'aws-profile': 'deploy', 'overwrite-aws-profile': 'true' }),
    prepare: ({ write }) => {
      write('.aws/credentials', THEIRS);
    },
    differs: [IDENTITY],
  },

  ...(
    [
      ['aws-region', 'us_east_1!'],
      ['role-session-name', 'x'],
      ['role-session-name', 'no blanks'],
      ['output-credentials', 'yes'],
    ] as const
  ).map(([input, value]) => ({
    name: `refused: ${input}, ${value}`,
    with: (fixture: Fixture) => ({ ...keysAndRole(fixture), 'disable-retry': 'true', [input]: value }),
  })),
  {
    name: 'refused: aws-profile, a b',
    with: fixture => ({ ...keysAndRole(fixture), 'aws-profile': 'a b' }),
  },
  {
    name: 'refused: custom-tags, a list',
    with: fixture => ({ ...keysAndRole(fixture), 'custom-tags': '["x"]', 'disable-retry': 'true' }),
    differs: [ALL_OR_NOTHING],
  },
];

/** Gives sessions secrets with special characters, except every nth. */
function plainSecrets({ aws }: Fixture, every: number): void {
  const start = aws.state.startSession.bind(aws.state);
  let count = 0;
  aws.state.startSession = (...session) => {
    const credential = start(...session);
    count++;
    const character = count % every === 0 ? 'x' : '/';
    credential.secretAccessKey = `${credential.secretAccessKey.replaceAll(/[+/]/g, 'y').slice(0, 39)}${character}`;
    return credential;
  };
}

function roomForTags({ aws }: Fixture): void {
  aws.state.packedPolicySize = 4096;
}

async function tokenFile({ github, workspace, write }: Fixture): Promise<void> {
  write(join(workspace, 'token'), await github.idToken('sts.amazonaws.com'));
}
