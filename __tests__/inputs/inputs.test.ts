import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Failure } from '../../src/failure.ts';
import { type Inputs, readInputs, secretsIn } from '../../src/inputs/inputs.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'inputs-'));
  writeFileSync(path.join(workspace, 'sst.config.ts'), '');
});
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true });
});

/** As the runner passes them: upper case, dashes kept. */
function variables(inputs: Record<string, string>): NodeJS.ProcessEnv {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return { GITHUB_WORKSPACE: workspace, ...Object.fromEntries(entries) };
}

function read(inputs: Record<string, string>, environment: NodeJS.ProcessEnv = {}): Inputs {
  return readInputs({ ...environment, ...variables(inputs) });
}

function refusal(inputs: Record<string, string>): string {
  try {
    read(inputs);
  } catch (error) {
    return (error as Failure).problem.what;
  }
  return 'not refused';
}

const ROLE = 'arn:aws:iam::123456789012:role/deploy';

test('the defaults', () => {
  expect(read({})).toEqual({
    credentials: {
      roleSessionName: 'GitHubActions',
      roleDurationSeconds: 3600,
      roleChaining: false,
      roleSkipSessionTagging: false,
      transitiveTagKeys: [],
      managedSessionPolicies: [],
      audience: 'sts.amazonaws.com',
      forceSkipOidc: false,
      useExistingCredentials: false,
      unsetCurrentCredentials: false,
      allowedAccountIds: [],
      maskAccountId: false,
      disableRetry: false,
      specialCharactersWorkaround: false,
    },
    exports: { toEnvironment: true, toOutputs: false, overwriteProfile: false },
    project: { workspace, workingDirectory: workspace, guard: 'fail', exportsKeys: true },
    proxy: {},
    bootstrap: 'verify',
    bootstrapRegions: [],
    newStage: 'allow',
    staleLock: 'report',
    comment: false,
    timeoutSeconds: 0,
  });
});

test('everything given', () => {
  const inputs = read({
    'aws-region': 'eu-west-1',
    stage: 'pr-42',
    'sst-config': 'sst.config.ts',
    'profile-guard': 'neutralize',
    bootstrap: 'ensure',
    'bootstrap-regions': 'us-east-1, ap-south-1\nus-east-1\n',
    'new-stage': 'fail',
    'stale-lock': 'remove',
    'github-token': 'ghs',
    comment: 'true',
    'role-to-assume': ROLE,
    'role-session-name': 'me@x',
    'role-duration-seconds': '900',
    'role-external-id': 'xyz',
    'role-chaining': 'True',
    'role-skip-session-tagging': 'TRUE',
    'transitive-tag-keys': 'Repository\n\n Team \r\n',
    'custom-tags': '{"Team": "shop"}',
    'inline-session-policy': '{}',
    'managed-session-policies':
      'arn:aws:iam::aws:policy/ReadOnlyAccess\narn:aws-cn:iam::123456789012:policy/x/y',
    'source-profile': 'dev',
    'aws-access-key-id': 'AKIA',
    'aws-secret-access-key': ' hush\n',
    'aws-session-token': 'token',
    'web-identity-token-file': 'token',
    audience: 'me',
    'force-skip-oidc': 'true',
    'use-existing-credentials': 'true',
    'unset-current-credentials': 'true',
    'allowed-account-ids': '123456789012, 210987654321,',
    'mask-aws-account-id': 'true',
    'sts-endpoint': 'https://sts.example',
    'disable-retry': 'true',
    'retry-max-attempts': '3',
    'special-characters-workaround': 'true',
    'aws-profile': 'deploy',
    'overwrite-aws-profile': 'true',
    'output-credentials': 'true',
    'http-proxy': 'http://proxy.example:3128',
    'no-proxy': 'a,b',
    'action-timeout-s': '60',
  });
  expect(inputs.credentials).toMatchObject({
    roleToAssume: ROLE,
    secretAccessKey: 'hush',
    transitiveTagKeys: ['Repository', 'Team'],
    managedSessionPolicies: [
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'arn:aws-cn:iam::123456789012:policy/x/y',
    ],
    allowedAccountIds: ['123456789012', '210987654321'],
    roleChaining: true,
    roleDurationSeconds: 900,
    retryMaxAttempts: 3,
  });
  // A profile replaces the environment, unless the input asks for both.
  expect(inputs.exports).toEqual({
    toEnvironment: false,
    toOutputs: true,
    profile: 'deploy',
    overwriteProfile: true,
  });
  expect(inputs.project).toMatchObject({
    config: path.join(workspace, 'sst.config.ts'),
    exportsProfile: 'deploy',
  });
  expect(inputs.proxy).toEqual({ url: 'http://proxy.example:3128', except: 'a,b' });
  expect(inputs.bootstrapRegions).toEqual(['us-east-1', 'ap-south-1']);
  expect(inputs).toMatchObject({
    newStage: 'fail',
    staleLock: 'remove',
    comment: true,
    githubToken: 'ghs',
  });
  expect(inputs.timeoutSeconds).toBe(60);
});

test.each([
  [
    'aws-region',
    'us_east_1',
    /"us_east_1", which is not valid: it takes the name of an AWS region, such as us-east-1/,
  ],
  ['aws-region', 'us-east', /the name of an AWS region/],
  ['stage', 'a/b', /letters, digits and hyphens only/],
  ['working-directory', 'nowhere', /the path of an existing folder, relative to the workspace \(check out/],
  ['sst-config', 'nowhere.ts', /the path of an existing file, relative to the workspace/],
  ['profile-guard', 'maybe', /one of fail, warn, neutralize, off/],
  ['bootstrap', 'create', /one of verify, ensure, skip/],
  [
    'bootstrap-regions',
    'us-east-1, virginia',
    /"virginia", which is not valid: it takes names of AWS regions/,
  ],
  ['new-stage', 'warn', /one of allow, fail/],
  ['stale-lock', 'unlock', /one of report, remove/],
  [
    'role-to-assume',
    'arn:aws:iam::1234:role/deploy',
    /a role's ARN, arn:aws:iam::<account, 12 digits>:role\/<name>/,
  ],
  ['role-to-assume', 'arn:aws:iam::123456789012:user/me', /a role's ARN/],
  ['role-to-assume', 'my role', /or a role's name alone/],
  ['role-session-name', 'x', /2 to 64 letters, digits and characters of/],
  ['role-session-name', 'x'.repeat(65), /2 to 64 letters/],
  ['role-session-name', 'a b', /2 to 64 letters/],
  ['role-duration-seconds', '60', /a whole number from 900 to 43200/],
  ['role-duration-seconds', '1h', /a whole number from 900 to 43200/],
  ['role-duration-seconds', '43201', /a whole number from 900 to 43200/],
  [
    'allowed-account-ids',
    '123456789012,1234',
    /"1234", which is not valid: it takes account IDs of 12 digits/,
  ],
  ['managed-session-policies', 'ReadOnlyAccess', /one ARN of an IAM policy per line/],
  ['role-chaining', 'yes', /true or false/],
  ['aws-profile', 'a b', /a profile's name without white space, square brackets and slashes/],
  ['aws-profile', '../x', /a profile's name/],
  ['sts-endpoint', 'sts.example', /an http or https URL/],
  ['http-proxy', 'proxy:3128', /a proxy's URL, such as/],
  ['retry-max-attempts', 'many', /a whole number up to 1000/],
  ['action-timeout-s', '-1', /a whole number from 0 to 86400/],
])('%s: %s is refused', (name, value, said) => {
  expect(refusal({ [name]: value })).toMatch(new RegExp(`^Input \`${name}\``));
  expect(refusal({ [name]: value })).toMatch(said);
});

test('bootstrap-regions have to be in the partition of aws-region, whose session they are checked with', () => {
  const said = refusal({ 'aws-region': 'eu-west-1', 'bootstrap-regions': 'us-east-1,cn-north-1' });
  expect(said).toMatch(/^Input `bootstrap-regions` is "cn-north-1", which is not valid/);
  const china = { 'aws-region': 'cn-northwest-1', 'bootstrap-regions': 'cn-north-1' };
  expect(read(china).bootstrapRegions).toEqual(['cn-north-1']);
});

test('all that is wrong is said at once', () => {
  const said = refusal({ 'aws-region': 'x', stage: '?', bootstrap: 'y' });
  expect(said.split('\n').map(line => line.split(' is ')[0])).toEqual([
    'Input `aws-region`',
    'Input `stage`',
    'Input `bootstrap`',
  ]);
});

test.each(['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token', 'http-proxy'])(
  '%s is refused without being shown',
  name => {
    expect(refusal({ [name]: 'hush hush' })).toMatch(/is not valid/);
    expect(refusal({ [name]: 'hush hush' })).not.toMatch(/hush/);
  },
);

test.each([
  'us-east-1',
  'ap-southeast-7',
  'us-gov-west-1',
  'cn-northwest-1',
  'eusc-de-east-1',
  'us-isob-east-1',
  'mx-central-1',
])('region %s', region => {
  expect(read({ 'aws-region': region }).project.region).toBe(region);
});

test("an STS of one's own may stand in a region of one's own", () => {
  expect(read({ 'aws-region': 'local', 'sts-endpoint': 'http://minio:9000' }).project.region).toBe('local');
});

test('inputs that are not given are taken from the environment, as configure-aws-credentials does', () => {
  const environment = {
    ROLE_TO_ASSUME: ROLE,
    ROLE_DURATION_SECONDS: '1800',
    ROLE_SESSION_NAME: 'env',
    AUDIENCE: 'env',
    MASK_AWS_ACCOUNT_ID: 'true',
    TRANSITIVE_TAG_KEYS: 'A\nB',
    // These variables are not other names of inputs.
    AWS_ACCESS_KEY_ID: 'AKIA',
    AWS_SECRET_ACCESS_KEY: 'hush',
    AWS_PROFILE: 'x',
    AWS_REGION: 'eu-west-1',
    CUSTOM_TAGS: '{}',
    STAGE: 'x',
  };
  const { credentials, project, exports } = read({ audience: 'input' }, environment);
  expect(credentials).toMatchObject({
    roleToAssume: ROLE,
    roleDurationSeconds: 1800,
    roleSessionName: 'env',
    audience: 'input',
    maskAccountId: true,
    transitiveTagKeys: ['A', 'B'],
  });
  for (const key of ['accessKeyId', 'secretAccessKey', 'customTags'])
    expect(credentials).toHaveProperty(key, undefined);
  expect([project.region, project.stage, exports.profile]).toEqual([undefined, undefined, undefined]);
});

test('the secrets, to be masked before anything is said of the inputs', () => {
  expect(
    secretsIn(
      variables({ 'aws-access-key-id': 'AKIA', 'aws-secret-access-key': ' a b ', 'aws-session-token': '' }),
    ),
  ).toEqual(['AKIA', 'a b']);
});
