import * as messages from '../../src/credentials/messages.ts';
import * as profiles from '../../src/credentials/profile-messages.ts';
import { type Problem, problemText } from '../../src/failure.ts';
import type { JobContext } from '../../src/github/context.ts';

const JOB: JobContext = {
  workflowFile: '.github/workflows/deploy.yml',
  job: 'deploy',
  restricted: undefined,
};

function told(problem: Problem): string {
  return `${problem.title}\n\n${problemText(problem)}\n`;
}

test.each<[string, Partial<JobContext>]>([
  ['of a branch', {}],
  ['of a fork', { restricted: 'fork' }],
  ['of Dependabot', { restricted: 'dependabot' }],
  ['outside GitHub Actions', { workflowFile: '', job: '' }],
])('no ID token, no credentials: a job %s', (_, job) => {
  expect(told(messages.noCredentials({ ...JOB, ...job }, true))).toMatchSnapshot();
  expect(told(messages.noCredentials({ ...JOB, ...job }, false))).toMatchSnapshot();
});

test('AWS_PROFILE was perhaps meant as the source', () => {
  for (const insteadOfOidc of [true, false]) {
    const problem = messages.noCredentials(JOB, insteadOfOidc, 'dev');
    expect(problem.what).toContain('If it should, set `source-profile: dev`');
  }
});

test.each<[string, Problem]>([
  ['two sources', messages.bothGiven('source-profile', 'role-chaining')],
  ['no secret key', messages.without('aws-secret-access-key', 'aws-access-key-id')],
  ['no role', messages.without('role-to-assume', 'web-identity-token-file')],
  ['a bare role for OIDC', messages.roleWithoutAccount('deploy', 'oidc')],
  ['a bare role for a token file', messages.roleWithoutAccount('deploy', 'token-file')],
  ['no source', messages.noSourceLeft()],
])('inputs that contradict each other: %s', (_, problem) => {
  expect(told(problem)).toMatchSnapshot();
});

test.each<[string, Problem]>([
  ['refuses', messages.tokenServiceFailed('Bad credentials', 401)],
  ['fails', messages.tokenServiceFailed('', 502)],
  ['does not answer', messages.tokenServiceFailed('getaddrinfo ENOTFOUND', undefined)],
])('the token service %s', (_, problem) => {
  expect(told(problem)).toMatchSnapshot();
});

test.each<[string, Problem]>([
  [
    'an account that is not allowed',
    messages.foreignAccount('210987654321', ['123456789012'], 'The role in `role-to-assume`'),
  ],
  ['a token file', messages.tokenFileFailed('/tmp/token', 'ENOENT: no such file or directory')],
  ['custom tags beside a token', messages.tagsNotSent()],
  ['a profile that exists', profiles.profileExists('deploy', '/home/runner/.aws/credentials')],
  [
    'a profile that cannot be written',
    profiles.profileNotWritten(
      'deploy',
      "EACCES: permission denied, open '/home/runner/.aws/credentials.lock'",
    ),
  ],
  [
    'a profile that cannot be removed',
    profiles.profileNotRemoved('deploy', '/home/runner/.aws/credentials', 'EROFS: read-only file system'),
  ],
])('%s', (_, problem) => {
  expect(told(problem)).toMatchSnapshot();
});

describe('a profile without credentials', () => {
  const FILES = {
    config: '[profile dev]\nregion = x\n[default]\n[sso-session corp]\n',
    credentials: '[ci]\n',
  };
  const PATHS = { config: '/home/runner/.aws/config', credentials: '/home/runner/.aws/credentials' };

  test.each<[string, string]>([
    ['nobody', 'Could not resolve credentials using profile: [nobody] in configuration/credentials file(s).'],
    [
      'dev',
      "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    ],
    [
      'dev',
      'The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login',
    ],
    ['dev', 'UnauthorizedException: Session token not found or invalid'],
    ['dev', 'ForbiddenException: No access'],
    ['dev', 'Profile dev requires multi-factor authentication, but no MFA code callback was provided.'],
    ['ci', 'Profile ci credential_process returned invalid JSON.'],
    ['ci', 'Command failed: /opt/credentials --password hush\nhush'],
    ['dev', 'Could not resolve credentials using profile: [dev] in configuration/credentials file(s).'],
  ])('%s: %s', (profile, said) => {
    const text = told(profiles.profileFailed(profile, said, FILES, PATHS));
    expect(text).toMatchSnapshot();
    expect(text).not.toMatch(/hush/);
  });
});
