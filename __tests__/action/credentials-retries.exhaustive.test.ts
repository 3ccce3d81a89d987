// Temporary faults, refusals that a retry can solve, and permanent refusals.
import { IDP_COMMUNICATION, INTERNAL, NO_VERIFICATION_KEY, THROTTLED } from '../../local/aws/faults.ts';
import { type Fixture, makeFixture, trusting } from '../../local/peer/fixture.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(async () => {
  await fixture.end();
  await removeRuns();
});

function step(inputs: Record<string, string> = {}): Promise<Run> {
  return runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': fixture.role.arn,
      bootstrap: 'skip',
      'profile-guard': 'off',
      ...inputs,
    },
    env: { ...fixture.env, AWS_EC2_METADATA_DISABLED: 'true' },
  });
}

const title = (run: Run) => run.annotations.find(({ level }) => level === 'error')?.title;

test.each([
  ['throttled', THROTTLED.sts],
  ['an identity provider that AWS cannot reach', IDP_COMMUNICATION],
  ['a verification key that AWS cannot retrieve', NO_VERIFICATION_KEY],
  ['a fault of the server', INTERNAL.sts],
  ['unavailable', { status: 503, code: 'ServiceUnavailable', message: 'Try later' }],
  ['a connection that is reset', 'reset'],
] as const)('%s twice: it recovers', async (_, answer) => {
  fixture.aws.inject({ service: 'sts', times: 2, answer });
  const run = await step();
  expect(run.exitCode).toBe(0);
  expect(fixture.aws.requests).toHaveLength(3);
  expect(run.log.match(/try \d failed/g)).toEqual(['try 1 failed', 'try 2 failed']);
});

test.each([
  ['throttled', { status: 429, code: 'TooManyRequests', message: 'slow down' }],
  ['failing', { status: 503, code: 'ServiceUnavailable', message: 'Try later' }],
  ['resetting', 'reset'],
] as const)('a token service %s twice: it recovers', async (_, answer) => {
  fixture.github.inject({ service: 'token', times: 2, answer });
  const run = await step();
  expect(run.exitCode).toBe(0);
  expect(fixture.github.requests.filter(({ service }) => service === 'token')).toHaveLength(3);
  expect(fixture.aws.requests).toHaveLength(1);
});

test('a role that was created a moment ago: a refusal or two, then it is known', async () => {
  const { trust } = fixture.role;
  fixture.role.trust = trusting('111111111111');
  fixture.aws.onRequest = ({ number }) => {
    if (number === 3) fixture.role.trust = trust;
  };
  expect((await step()).exitCode).toBe(0);
});

test('a role that stays refused: three tries', async () => {
  fixture.role.trust = trusting('111111111111');
  const run = await step();
  expect(title(run)).toBe('The role does not trust this job');
  expect(fixture.aws.requests).toHaveLength(3);
});

test.each<[string, () => Record<string, string> | undefined, string]>([
  ['a wrong audience', () => ({ audience: 'elsewhere' }), 'The token has the wrong audience'],
  [
    'an expired token',
    () => {
      fixture.github.lifetime = -10;
      return {};
    },
    'The token has expired',
  ],
  [
    'a provider that the account does not have',
    () => {
      fixture.aws.state.account(fixture.account).providers.clear();
      return {};
    },
    "The account does not know the token's issuer",
  ],
  [
    "a duration over the role's maximum",
    () => ({ 'role-duration-seconds': '7200' }),
    "role-duration-seconds is over the role's maximum",
  ],
  [
    'a session policy that is too large',
    () => {
      fixture.aws.state.packedPolicySize = 10;
      return { 'inline-session-policy': '{"Version": "2012-10-17", "Statement": []}' };
    },
    'The session policy is too large',
  ],
  ['a session policy that is none', () => ({ 'inline-session-policy': 'none' }), 'STS refused the request'],
])('%s is asked once', async (_, prepare, said) => {
  const run = await step(prepare());
  expect(title(run)).toBe(said);
  expect(run.exported).toEqual({});
  expect(fixture.aws.requests).toHaveLength(1);
});

test.each([
  ['disable-retry', 'true', 1],
  ['retry-max-attempts', '2', 2],
  ['retry-max-attempts', '-3', 1],
])('%s: %s', async (input, value, tries) => {
  fixture.aws.inject({ service: 'sts', times: Infinity, answer: THROTTLED.sts });
  const run = await step({ [input]: value });
  expect(title(run)).toBe('STS throttled the requests');
  expect(fixture.aws.requests).toHaveLength(tries);
});

test('action-timeout-s ends the waiting, too', async () => {
  fixture.aws.inject({ service: 'sts', times: Infinity, answer: 'timeout' });
  const run = await step({ 'action-timeout-s': '1' });
  expect(title(run)).toBe('Out of time');
  expect(run.exported).toEqual({});
});
