import type { Fault } from '../../src/aws/errors.ts';
import { stsRefused } from '../../src/credentials/diagnosis.ts';
import { type Claims, causes, type StsRequest } from '../../src/credentials/trust.ts';
import { problemText } from '../../src/failure.ts';

const CLAIMS: Claims = {
  sub: 'repo:acme/shop:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  iss: 'https://token.actions.githubusercontent.com',
  repository: 'acme/shop',
  ref: 'refs/heads/main',
  event_name: 'push',
  job_workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
  workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
};

const BY_TOKEN: StsRequest = {
  role: 'arn:aws:iam::123456789012:role/deploy',
  claims: CLAIMS,
  name: "GitHub's OIDC token",
  region: 'eu-west-1',
  roleDurationSeconds: 3600,
  roleExternalId: undefined,
  tagged: false,
  maskAccountId: false,
};

const BY_KEYS: StsRequest = {
  ...BY_TOKEN,
  claims: undefined,
  name: 'the keys in the inputs',
  tagged: true,
};

function told(code: string, message: string, asked: StsRequest, status: number | undefined = 400): string {
  const fault: Fault = { code, message, status };
  const problem = stsRefused(fault, asked);
  return `${problem.title}\n\n${problemText(problem)}\n`;
}

function withClaims(claims: Claims): StsRequest {
  return { ...BY_TOKEN, claims: { ...CLAIMS, ...claims } };
}

const NOT_AUTHORIZED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

describe('the trust policy does not take the token', () => {
  test.each<[string, Claims]>([
    ['of a branch', {}],
    ['of an environment', { sub: 'repo:acme/shop:environment:production', environment: 'production' }],
    [
      'of a pull request',
      { sub: 'repo:acme/shop:pull_request', ref: 'refs/pull/7/merge', event_name: 'pull_request' },
    ],
    [
      'of a repository made, renamed or moved since 2026',
      { sub: 'repo:acme@123456/shop@456789:environment:production', environment: 'production' },
    ],
    ['of a reusable workflow', { job_workflow_ref: 'acme/ci/.github/workflows/sst.yml@refs/tags/v1' }],
    [
      'of GitHub Enterprise Server',
      { iss: 'https://github.acme.example/_services/token', sub: 'repo:acme/shop:ref:refs/heads/main' },
    ],
  ])('%s', (_, claims) => {
    expect(told('AccessDenied', NOT_AUTHORIZED, withClaims(claims), 403)).toMatchSnapshot();
  });

  test('the account being a secret', () => {
    const asked = { ...BY_TOKEN, maskAccountId: true };
    expect(told('AccessDenied', NOT_AUTHORIZED, asked, 403)).toContain('with the account id instead of ***');
  });
});

test('the audience is wrong', () => {
  const asked = withClaims({ aud: 'https://github.com/acme' });
  expect(told('InvalidIdentityToken', 'Incorrect token audience', asked)).toMatchSnapshot();
});

test('the provider is unknown', () => {
  const said =
    'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com';
  expect(told('InvalidIdentityToken', said, BY_TOKEN)).toMatchSnapshot();
});

test('the token has expired', () => {
  const said =
    'Token expired: current date/time 1795283438 must be before the expiration date/time 1795283138';
  expect(told('ExpiredToken', said, { ...BY_TOKEN, name: 'the web identity token' })).toMatchSnapshot();
});

test('the token is not valid', () => {
  const said = 'The web identity token that was passed could not be validated by AWS.';
  expect(told('InvalidIdentityToken', said, BY_TOKEN)).toMatchSnapshot();
});

test("the duration is over the role's maximum", () => {
  const said = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
  expect(told('ValidationError', said, { ...BY_TOKEN, roleDurationSeconds: 7200 })).toMatchSnapshot();
});

test('a chained role for more than an hour', () => {
  const said =
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining';
  expect(
    told('ValidationError', said, {
      ...BY_KEYS,
      roleDurationSeconds: 7200,
      name: 'the credentials in the environment',
    }),
  ).toMatchSnapshot();
});

test.each([
  ['PackedPolicyTooLarge', 'Packed policy consumes 109% of allotted space, please use smaller policy.'],
  [
    'ValidationError',
    "1 validation error detected: Value '{…}' at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048",
  ],
])('the session policy is too large: %s', (code, said) => {
  expect(told(code, said, BY_KEYS)).toMatchSnapshot();
});

test('the region is off', () => {
  const said =
    'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.';
  expect(told('RegionDisabled', said, { ...BY_TOKEN, region: 'me-south-1' }, 403)).toMatchSnapshot();
});

describe('keys', () => {
  const denied = (caller: string, action = 'sts:AssumeRole') =>
    `User: ${caller} is not authorized to perform: ${action} on resource: arn:aws:iam::123456789012:role/deploy`;

  test.each<[string, string, Partial<StsRequest>]>([
    ['of a user', 'arn:aws:iam::123456789012:user/ci', {}],
    [
      "of another account's role, with an external id",
      'arn:aws:sts::210987654321:assumed-role/ci/session',
      { roleExternalId: 'xyz', tagged: false },
    ],
    [
      'of IAM Identity Center',
      'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Deploy_0123456789abcdef/me@acme.example',
      { name: 'profile dev', tagged: false },
    ],
  ])('may not assume the role: %s', (_, caller, asked) => {
    expect(told('AccessDenied', denied(caller), { ...BY_KEYS, ...asked }, 403)).toMatchSnapshot();
  });

  test('may not tag the session', () => {
    const said = denied('arn:aws:iam::123456789012:user/ci', 'sts:TagSession');
    expect(told('AccessDenied', said, BY_KEYS, 403)).toMatchSnapshot();
  });

  test('are unknown to AWS', () => {
    const said = 'The security token included in the request is invalid.';
    expect(told('InvalidClientTokenId', said, { ...BY_KEYS, role: undefined }, 403)).toMatchSnapshot();
  });

  test('have expired', () => {
    const said = 'The security token included in the request is expired';
    const asked = { ...BY_KEYS, name: 'the credentials in the environment' };
    expect(told('ExpiredToken', said, asked, 403)).toMatchSnapshot();
  });
});

test.each<[string, string, number | undefined]>([
  ['IDPCommunicationError', 'The identity provider could not be reached.', 400],
  ['InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider", 400],
  ['Throttling', 'Rate exceeded', 400],
  ['InternalFailure', 'An internal error occurred.', 500],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:443', undefined],
  ['ValidationError', 'Request ARN is invalid', 400],
])('given up: %s, %s', (code, message, status) => {
  // `undefined` would stand for the default.
  const fault: Fault = { code, message, status };
  expect(problemText(stsRefused(fault, BY_TOKEN))).toMatchSnapshot();
});

test.each<[Claims, RegExp]>([
  [{}, /^Usually the policy is for another branch/],
  [{ sub: 'repository_owner:acme' }, /^The sub does not have GitHub's default form/],
  [
    { sub: 'repo:acme/shop:ref:refs/tags/v1', ref: 'refs/tags/v1' },
    /^The sub ends in `ref:refs\/tags\/v1`, not in a branch,/,
  ],
  [{ ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc' }, /^The run is for a merge queue/],
  [{ sub: 'repo:acme@1/shop@2:ref:refs/heads/main' }, /`repo:acme\/shop:ref:refs\/heads\/main` refuses it/],
])('the cause that claims show: %j', (claims, line) => {
  expect(causes({ ...CLAIMS, ...claims })).toEqual([expect.stringMatching(line)]);
});

test('an answer without a code is told with its status', () => {
  expect(told('Unknown', 'UnknownError', BY_TOKEN, 301)).toContain('AWS said: HTTP status 301\n');
});

test('an incomplete answer is no refusal', () => {
  const text = told('BrokenAnswer', 'the answer of sts is incomplete', BY_TOKEN, 200);
  expect(text).toMatch(/^STS did not answer\n/);
});
