import * as messages from '../../src/credentials/messages.ts';
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
  ['a bare role for a token', messages.roleWithoutAccount('deploy')],
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
  ['a profile that exists', messages.profileExists('deploy', '/home/runner/.aws/credentials')],
  [
    'a profile that cannot be written',
    messages.profileNotWritten(
      'deploy',
      "EACCES: permission denied, open '/home/runner/.aws/credentials.lock'",
    ),
  ],
  [
    'a profile that cannot be removed',
    messages.profileNotRemoved('deploy', '/home/runner/.aws/credentials', 'EROFS: read-only file system'),
  ],
])('%s', (_, problem) => {
  expect(told(problem)).toMatchSnapshot();
});

describe('a profile without credentials', () => {
  test.each([
    "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    'The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login',
    'UnauthorizedException: Session token not found or invalid',
    'ForbiddenException: No access',
    'Profile dev requires multi-factor authentication, but no MFA code callback was provided.',
    'Profile dev credential_process returned invalid JSON.',
    'Command failed: /opt/credentials --password hush\nhush',
    'Could not resolve credentials using profile: [dev] in configuration/credentials file(s).',
  ])('%s', said => {
    const text = told(messages.profileFailed('dev', said));
    expect(text).toMatchSnapshot();
    expect(text).not.toMatch(/hush/);
  });

  const PATHS = { config: '/home/runner/.aws/config', credentials: '/home/runner/.aws/credentials' };
  test.each<[string[]]>([[['dev', 'default', 'dev']], [[]]])('which is not among %j', names => {
    expect(told(messages.noProfile('nobody', names, PATHS))).toMatchSnapshot();
  });
});
