// Cases that configure-aws-credentials does not support: source-profile, AWS_PROFILE in the job, and jobs that are not
// allowed to request a token. Runs the built dist/ as a runner would.
import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { trusting } from '../../local/peer/fixture.ts';
import { type Run, runPost } from '../../local/runner/run.ts';
import { asked, error, expectNoSecret, fixture, keysOf, step, TARGET, who, withRole } from './sources.ts';

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
});

describe('AWS_PROFILE and its kin in the job', () => {
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
});
