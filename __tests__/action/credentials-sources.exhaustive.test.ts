// The other cases of credentials-sources.test.ts: each way in which a source fails, and each variable that must not change
// the source.
import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { trusting } from '../../local/peer/fixture.ts';
import { type Run, runPost } from '../../local/runner/run.ts';
import { asked, error, fixture, keysOf, step, TARGET, who, withRole } from './sources.ts';

describe('source-profile', () => {
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
});

describe('a job that may not request a token', () => {
  const inputs = () => ({ 'role-to-assume': fixture.role.arn });

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
  test('unset-current-credentials: a step that fails has blanked nothing either', async () => {
    const { accessKeyId, secretAccessKey } = fixture.user;
    const run = await step(
      { 'unset-current-credentials': 'true' },
      { env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
    );
    expect(error(run)).toMatch(/^No credentials\n/);
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
  test('is skipped if the job says so', async () => {
    const run = await step(
      { 'role-to-assume': fixture.role.arn },
      { env: { ...fixture.env, AWS_SKIP_CLEANUP_STEP: 'true' } },
    );
    expect((await runPost(run)).conclusion).toBe('skipped');
  });
});
