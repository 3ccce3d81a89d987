import { planSession } from '../../src/credentials/session.ts';
import { Failure } from '../../src/failure.ts';
import { readInputs } from '../../src/inputs/inputs.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const PERMITTED = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x/?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
const KEYS = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };

const NONE = readInputs({}).credentials;
type Inputs = typeof NONE;

function choose(inputs: Partial<Inputs>, environment: NodeJS.ProcessEnv = PERMITTED) {
  return planSession({ ...NONE, ...inputs }, environment, () => {});
}

function refusal(inputs: Partial<Inputs>, environment?: NodeJS.ProcessEnv): string {
  try {
    choose(inputs, environment);
  } catch (error) {
    return (error as Failure).problem.title;
  }
  return 'not refused';
}

test.each<[string, Partial<Inputs>, NodeJS.ProcessEnv, Record<string, unknown>]>([
  ['a role and the permission', { roleToAssume: ROLE }, PERMITTED, { kind: 'oidc', role: ROLE }],
  ['keys before OIDC', { roleToAssume: ROLE, ...KEYS }, PERMITTED, { kind: 'static', role: ROLE }],
  ['keys alone', KEYS, {}, { kind: 'static', role: undefined, keys: KEYS }],
  [
    'keys with a session token',
    { ...KEYS, sessionToken: 'token' },
    {},
    { kind: 'static', keys: { ...KEYS, sessionToken: 'token' } },
  ],
  [
    'a token file before keys and OIDC',
    { roleToAssume: ROLE, webIdentityTokenFile: 'token', ...KEYS },
    PERMITTED,
    { kind: 'token-file', file: 'token' },
  ],
  [
    'chaining before OIDC',
    { roleToAssume: ROLE, roleChaining: true },
    PERMITTED,
    { kind: 'ambient', role: ROLE, insteadOfOidc: false },
  ],
  [
    'keys before chaining',
    { roleToAssume: ROLE, roleChaining: true, ...KEYS },
    PERMITTED,
    { kind: 'static', role: ROLE },
  ],
  [
    'a profile before OIDC',
    { roleToAssume: ROLE, sourceProfile: 'dev' },
    PERMITTED,
    { kind: 'profile', profile: 'dev', role: ROLE },
  ],
  ['a profile alone', { sourceProfile: 'dev' }, {}, { kind: 'profile', role: undefined }],
  [
    'a role without the permission: what the machine has, in place of OIDC',
    { roleToAssume: ROLE },
    {},
    { kind: 'ambient', role: ROLE, insteadOfOidc: true },
  ],
  ['a bare role without the permission', { roleToAssume: 'deploy' }, {}, { kind: 'ambient', role: 'deploy' }],
  [
    'nothing: what the machine has',
    {},
    PERMITTED,
    { kind: 'ambient', role: undefined, insteadOfOidc: false },
  ],
  [
    'a secret alone does not keep from OIDC, as in configure-aws-credentials',
    { roleToAssume: ROLE, secretAccessKey: 'secret' },
    PERMITTED,
    { kind: 'oidc' },
  ],
  [
    'keys, with OIDC skipped',
    { roleToAssume: ROLE, forceSkipOidc: true, ...KEYS },
    PERMITTED,
    { kind: 'static' },
  ],
  [
    'a profile, with OIDC skipped',
    { roleToAssume: ROLE, forceSkipOidc: true, sourceProfile: 'dev' },
    PERMITTED,
    { kind: 'profile' },
  ],
])('%s', (_, inputs, environment, source) => {
  expect(choose(inputs, environment)).toMatchObject(source);
});

test.each<[Partial<Inputs>, string]>([
  [{ sourceProfile: 'dev', ...KEYS }, 'source-profile and aws-access-key-id contradict each other'],
  [
    { sourceProfile: 'dev', webIdentityTokenFile: 'f', roleToAssume: ROLE },
    'source-profile and web-identity-token-file contradict each other',
  ],
  [{ sourceProfile: 'dev', roleChaining: true }, 'source-profile and role-chaining contradict each other'],
  [{ accessKeyId: 'AKIA' }, 'aws-access-key-id needs aws-secret-access-key'],
  [{ secretAccessKey: 'secret' }, 'aws-secret-access-key needs aws-access-key-id'],
  [{ webIdentityTokenFile: 'f' }, 'web-identity-token-file needs role-to-assume'],
  [{ roleToAssume: 'deploy' }, 'role-to-assume must be an ARN'],
  [{ roleToAssume: 'deploy', webIdentityTokenFile: 'f' }, 'role-to-assume must be an ARN'],
  [{ roleToAssume: ROLE, forceSkipOidc: true }, 'force-skip-oidc leaves no source for the role'],
  [
    { roleToAssume: ROLE, forceSkipOidc: true, roleChaining: true },
    'force-skip-oidc leaves no source for the role',
  ],
])('%j is refused: %s', (inputs, title) => {
  expect(refusal(inputs)).toBe(title);
});

test('no refusal shows a secret', () => {
  for (const inputs of [
    { secretAccessKey: 'hush' },
    { sourceProfile: 'p', accessKeyId: 'hush', secretAccessKey: 'hush' },
  ]) {
    expect(() => choose(inputs)).toThrow(Failure);
    expect(() => choose(inputs)).not.toThrow(/hush/);
  }
});
