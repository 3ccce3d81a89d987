// Cases that configure-aws-credentials does not support: source-profile, AWS_PROFILE in the job, and jobs that are not
// allowed to request a token. Runs the built dist/ as a runner would.
import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { type Fixture, makeFixture, trusting } from '../../local/peer/fixture.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(async () => {
  await fixture.end();
  await removeRuns();
});

/** Runs the step without the permission `id-token: write`, unless the environment has it. */
function step(inputs: Record<string, string>, options: RunOptions = {}): Promise<Run> {
  return runAction({
    home: fixture.home,
    workspace: fixture.workspace,
    with: { 'aws-region': 'us-east-1', bootstrap: 'skip', 'profile-guard': 'off', ...inputs },
    ...options,
    env: { AWS_ENDPOINT_URL: fixture.aws.url, AWS_EC2_METADATA_DISABLED: 'true', ...options.env },
  });
}

const withRole = (profile: string) => ({
  'source-profile': profile,
  'role-to-assume': fixture.target.arn,
  'role-skip-session-tagging': 'true',
});
const asked = () => fixture.aws.requests.map(({ service, action }) => `${service}:${action}`);
const who = (run: Run) => run.outputs['authenticated-arn'];
const TARGET = 'arn:aws:sts::123456789012:assumed-role/target/GitHubActions';

function error(run: Run): string {
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual({});
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  return `${errors[0]?.title}\n${errors[0]?.message}`.replaceAll(fixture.home, '~');
}

/** Checks that every secret of AWS is masked before it is printed. */
function expectNoSecret(run: Run): void {
  for (const { secretAccessKey, sessionToken } of fixture.aws.state.credentials.values()) {
    for (const secret of [secretAccessKey, sessionToken].filter(Boolean)) {
      expect(run.log).not.toContain(secret);
      expect(run.mask(run.summary)).not.toContain(secret);
      expect(run.stderr).not.toContain(secret);
    }
  }
}

const keysOf = ({ accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }) =>
  `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;

describe('source-profile', () => {
  test('with keys, then the role', async () => {
    fixture.write('.aws/credentials', `[dev]\n${keysOf(fixture.user)}`);
    const run = await step(withRole('dev'));
    expect(who(run)).toBe(TARGET);
    expect(asked()).toEqual(['sts:AssumeRole']);
    expect(fixture.aws.requests[0]?.accessKeyId).toBe(fixture.user.accessKeyId);
    expect(run.exported['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA/);
    expect(run.masks.map(({ value }) => value)).toContain(fixture.user.secretAccessKey);
    expectNoSecret(run);
  });

  test('with keys that no key of AWS can be: refused, and never printed', async () => {
    const accessKeyId = 'AKIA\u2028::stop-commands::PWNED';
    fixture.write('.aws/credentials', `[dev]\n${keysOf({ ...fixture.user, accessKeyId })}`);
    const run = await step(withRole('dev'));
    expect(error(run)).toMatch(
      /^The credentials have characters that no AWS key has\nThe source is profile dev\./,
    );
    expect(run.stdout).not.toContain('stop-commands');
    expect(asked()).toEqual([]);
  });

  test('before OIDC, and whatever AWS_PROFILE says', async () => {
    fixture.write(
      '.aws/credentials',
      `[dev]\n${keysOf(fixture.user)}[other]\naws_access_key_id = AKIAOTHER\n`,
    );
    const run = await step(withRole('dev'), { env: { ...fixture.env, AWS_PROFILE: 'other' } });
    expect(who(run)).toBe(TARGET);
    expect(fixture.github.requests).toEqual([]);
  });

  test("a bare role name: the account is the profile's", async () => {
    fixture.write('.aws/credentials', `[dev]\n${keysOf(fixture.user)}`);
    const run = await step({ ...withRole('dev'), 'role-to-assume': 'target' });
    expect(who(run)).toBe(TARGET);
    expect(asked()).toEqual(['sts:GetCallerIdentity', 'sts:AssumeRole']);
  });

  test('without a role: its own session is exported', async () => {
    fixture.write('.aws/credentials', `[dev]\n${keysOf(fixture.user)}`);
    const run = await step({ 'source-profile': 'dev' });
    expect(who(run)).toBe(fixture.user.arn);
    expect(run.exported['AWS_ACCESS_KEY_ID']).toBe(fixture.user.accessKeyId);
  });

  test("a chain: the profile's own role first", async () => {
    const { aws, account } = fixture;
    const middle = aws.state.addRole(account, 'middle', { trust: trusting(account) });
    fixture.write('.aws/credentials', `[base]\n${keysOf(fixture.user)}`);
    fixture.write('.aws/config', `[profile dev]\nrole_arn = ${middle.arn}\nsource_profile = base\n`);
    const run = await step(withRole('dev'));
    expect(who(run)).toBe(TARGET);
    expect(asked()).toEqual(['sts:AssumeRole', 'sts:AssumeRole']);
    expectNoSecret(run);
  });

  test('credential_process', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = fixture.session;
    const answer = {
      Version: 1,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
    };
    const script = fixture.write('process.sh', `#!/bin/sh\ncat <<'END'\n${JSON.stringify(answer)}\nEND\n`);
    chmodSync(script, 0o700);
    fixture.write('.aws/config', `[profile dev]\ncredential_process = ${script}\n`);
    const run = await step(withRole('dev'));
    expect(who(run)).toBe(TARGET);
    expectNoSecret(run);
  });

  describe('an SSO session', () => {
    beforeEach(() => {
      const { aws, account } = fixture;
      aws.state.addRole(account, 'AWSReservedSSO_Deploy_0123456789abcdef', {
        trust: trusting(account),
        path: '/aws-reserved/sso.amazonaws.com/',
      });
      fixture.write(
        '.aws/config',
        `[profile dev]
sso_session = corp
sso_account_id = ${account}
sso_role_name = AWSReservedSSO_Deploy_0123456789abcdef
[sso-session corp]
sso_region = eu-central-1
sso_start_url = https://corp.awsapps.com/start
`,
      );
    });

    function login(expires: number, role = 'AWSReservedSSO_Deploy_0123456789abcdef'): void {
      const { aws, account } = fixture;
      aws.state.ssoLogins.set('sso-token', { expires, roles: [{ accountId: account, roleName: role }] });
      const name = createHash('sha1').update('corp').digest('hex');
      const token = { accessToken: 'sso-token', expiresAt: new Date(expires).toISOString() };
      fixture.write(`.aws/sso/cache/${name}.json`, JSON.stringify(token));
    }

    test('that is valid, then the role', async () => {
      login(Date.now() + 3_600_000);
      const run = await step(withRole('dev'));
      expect(who(run)).toBe(TARGET);
      expect(asked()).toEqual(['sso:GetRoleCredentials', 'sts:AssumeRole']);
      expectNoSecret(run);
    });

    test.each<[string, () => void]>([
      ['that has expired', () => login(Date.now() - 1000)],
      [
        'that was ended elsewhere',
        () => {
          login(Date.now() + 3_600_000);
          fixture.aws.state.ssoLogins.clear();
        },
      ],
      ['that never was', () => {}],
    ])('%s', async (_, prepare) => {
      prepare();
      const said = error(await step(withRole('dev')));
      expect(said).toMatch(/^The SSO login of profile dev has expired\n/);
      expect(said).toContain('\n    aws sso login --profile dev');
    });

    test('that does not give the role of the profile', async () => {
      login(Date.now() + 3_600_000, 'another');
      expect(error(await step(withRole('dev')))).toMatch(
        /^Profile dev has no credentials\n.*: No access\n.*must have access to the profile's sso_account_id/s,
      );
    });

    test('whose role may not assume the other: the statement that lets it', async () => {
      login(Date.now() + 3_600_000);
      fixture.target.trust = trusting('111111111111');
      const said = error(await step({ ...withRole('dev'), 'disable-retry': 'true' }));
      expect(said).toMatch(/^Not allowed to assume the role\n/);
      expect(said).toContain(
        '"aws:PrincipalArn": "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Deploy_0123456789abcdef"',
      );
    });
  });

  test('that is not there', async () => {
    fixture.write('.aws/config', '[profile prod]\nregion = us-east-1\n');
    expect(error(await step(withRole('dev')))).toBe(`There is no profile dev
\`source-profile\` is dev: there is no such profile on this runner, only prod.
Looked in ~/.aws/config and ~/.aws/credentials.
GitHub's own runners have no AWS files. Write them in an earlier step, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to their paths.`);
    expect(asked()).toEqual([]);
  });

  test('whose credential_process fails: what it printed is not shown', async () => {
    const script = fixture.write('process.sh', '#!/bin/sh\necho hush\necho hush >&2\nexit 1\n');
    chmodSync(script, 0o700);
    fixture.write('.aws/config', `[profile dev]\ncredential_process = ${script}\n`);
    const run = await step(withRole('dev'));
    expect(error(run)).toMatch(/^Profile dev has no credentials\n.*Its credential_process failed\./s);
    expect(run.stdout).not.toMatch(/hush/);
  });

  test('by files elsewhere', async () => {
    const file = fixture.write('elsewhere/credentials', `[dev]\n${keysOf(fixture.user)}`);
    const run = await step(withRole('dev'), { env: { AWS_SHARED_CREDENTIALS_FILE: file } });
    expect(who(run)).toBe(TARGET);
  });
});

test('keys in the environment that no key of AWS can be: the error says that', async () => {
  const { accessKeyId, secretAccessKey } = fixture.user;
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: `${secretAccessKey}\u200b` };
  const run = await step({}, { env });
  expect(error(run)).toMatch(
    /^The credentials have characters that no AWS key has\nThe source is the credentials in the environment\./,
  );
  expect(asked()).toEqual([]);
});

describe('AWS_PROFILE and its kin in the job', () => {
  const HOSTILE = `[default]
region = eu-west-3
endpoint_url = http://127.0.0.1:1
sts_regional_endpoints = legacy
credential_process = false
[profile staging]
region = eu-west-3
endpoint_url = http://127.0.0.1:1
role_arn = arn:aws:iam::111111111111:role/theirs
source_profile = staging
`;

  test.each<[string, Record<string, string>]>([
    ['AWS_PROFILE', { AWS_PROFILE: 'staging' }],
    ['AWS_PROFILE that does not exist', { AWS_PROFILE: 'nobody' }],
    ['AWS_DEFAULT_PROFILE', { AWS_DEFAULT_PROFILE: 'staging' }],
    ['AWS_CONFIG_FILE that does not exist', { AWS_CONFIG_FILE: '/nowhere/config' }],
  ])('%s does not touch a role by OIDC', async (_, env) => {
    fixture.write('.aws/config', HOSTILE);
    const run = await step({ 'role-to-assume': fixture.role.arn }, { env: { ...fixture.env, ...env } });
    expect(run.exitCode).toBe(0);
    expect(asked()).toEqual(['sts:AssumeRoleWithWebIdentity']);
  });

  test('chaining takes the keys in the environment, not the profile', async () => {
    fixture.write('.aws/config', HOSTILE);
    const { accessKeyId, secretAccessKey, sessionToken } = fixture.session;
    const run = await step(
      { 'role-to-assume': fixture.target.arn, 'role-chaining': 'true' },
      {
        env: {
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          AWS_SESSION_TOKEN: sessionToken,
          AWS_PROFILE: 'staging',
        },
      },
    );
    expect(who(run)).toBe(TARGET);
  });

  test('if nothing else is found, the error says that there is no source', async () => {
    const run = await step({ 'role-to-assume': fixture.target.arn }, { env: { AWS_PROFILE: 'staging' } });
    expect(error(run)).toContain('If it should, set `source-profile: staging`');
  });
});

describe('a job that may not request a token', () => {
  const inputs = () => ({ 'role-to-assume': fixture.role.arn });

  test('for want of the permission: where to add it', async () => {
    const run = await step(inputs());
    expect(error(run)).toMatch(/^Missing permission: id-token: write\n/);
    expect(error(run)).toContain(`Add the permission to the job in .github/workflows/deploy.yml:
    jobs:
      deploy:
        permissions:
          id-token: write`);
    expect(asked()).toEqual([]);
  });

  test('because it is of a fork', async () => {
    const repo = (full_name: string) => ({ repo: { full_name } });
    const event = { pull_request: { head: repo('somebody/shop'), base: repo('acme/shop') } };
    const said = error(await step(inputs(), { job: { event: 'pull_request' }, event }));
    expect(said).toContain('The run is for a pull request from a fork');
    expect(said).toContain('if: github.event.pull_request.head.repo.full_name == github.repository');
    expect(said).not.toContain('id-token: write');
  });

  test('because Dependabot started it', async () => {
    const said = error(await step(inputs(), { job: { event: 'pull_request', actor: 'dependabot[bot]' } }));
    expect(said).toContain('Dependabot started the run');
    expect(said).toContain("if: github.actor != 'dependabot[bot]'");
  });

  test('and whose token service refuses', async () => {
    const env = { ...fixture.env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'expired' };
    expect(error(await step(inputs(), { env }))).toMatch(
      /^GitHub's token service gave no ID token\n.* HTTP status 401: /,
    );
  });
});

describe('all or nothing', () => {
  test('a profile that cannot be written: nothing is exported, nothing is left', async () => {
    fixture.write('.aws', 'not a folder');
    const run = await step(
      {
        'role-to-assume': fixture.role.arn,
        'aws-profile': 'deploy',
        'output-env-credentials': 'true',
        'output-credentials': 'true',
      },
      { env: fixture.env },
    );
    expect(error(run)).toMatch(/^Profile deploy could not be written\n/);
    expect(Object.keys(run.outputs)).not.toContain('aws-access-key-id');
    const post = await runPost(run);
    expect(post.exported).toEqual({});
  });

  test('unset-current-credentials: a step that fails has blanked nothing either', async () => {
    const { accessKeyId, secretAccessKey } = fixture.user;
    const run = await step(
      { 'unset-current-credentials': 'true' },
      { env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
    );
    expect(error(run)).toMatch(/^No credentials\n/);
  });

  test('secrets in inputs that are refused are masked before that is said', async () => {
    const { accessKeyId, secretAccessKey } = fixture.user;
    const run = await step({
      'aws-access-key-id': accessKeyId,
      'aws-secret-access-key': secretAccessKey,
      'role-session-name': `${secretAccessKey}!`,
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('role-session-name');
    expectNoSecret(run);
  });
});

describe('mask-aws-account-id: no account in the log', () => {
  const masked = { 'mask-aws-account-id': 'true', 'disable-retry': 'true' };

  function expectNoAccount(run: Run): void {
    for (const text of [run.log, run.mask(run.summary)]) {
      expect(text).not.toContain('123456789012');
      expect(text).not.toContain('210987654321');
    }
  }

  test('when the role is given', async () => {
    const run = await step({ ...masked, 'role-to-assume': fixture.role.arn }, { env: fixture.env });
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Authenticated as ');
    expectNoAccount(run);
  });

  test("when it is refused, the caller's account being known from the refusal alone", async () => {
    const user = fixture.aws.state.addUser('210987654321', 'ci');
    const run = await step({
      ...masked,
      'aws-access-key-id': user.accessKeyId,
      'aws-secret-access-key': user.secretAccessKey,
      'role-to-assume': fixture.target.arn,
    });
    expect(error(run)).toMatch(/^Not allowed to assume the role\n/);
    expect(run.log).toContain('with the account id instead of ***');
    expectNoAccount(run);
  });

  test('when the account is not an allowed one', async () => {
    const run = await step({
      ...masked,
      'role-to-assume': fixture.role.arn,
      'allowed-account-ids': '111111111111',
    });
    expect(error(run)).toMatch(/^The account is not an allowed one\n/);
    expectNoAccount(run);
  });
});

describe('the post step', () => {
  test('blanks what was exported, and takes the profile away', async () => {
    fixture.write('.aws/credentials', '[x]\naws_access_key_id = THEIRS\n');
    const run = await step(
      { 'role-to-assume': fixture.role.arn, 'aws-profile': 'deploy', 'output-env-credentials': 'true' },
      { env: fixture.env },
    );
    expect(run.exported['AWS_PROFILE']).toBe('deploy');
    const post = await runPost(run);
    expect(post.exitCode).toBe(0);
    expect(Object.keys(post.exported).sort()).toEqual(Object.keys(run.exported).sort());
    expect(Object.values(post.exported).join('')).toBe('');
    expect(post.log).toContain('Removed profile deploy.');
    const left = await step({ 'source-profile': 'deploy' });
    expect(error(left)).toContain('there is no such profile on this runner, only x.');
  });

  test('is skipped if the job says so', async () => {
    const run = await step(
      { 'role-to-assume': fixture.role.arn },
      { env: { ...fixture.env, AWS_SKIP_CLEANUP_STEP: 'true' } },
    );
    expect((await runPost(run)).conclusion).toBe('skipped');
  });
});
