// The main job, end to end. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const account = '123456789012';
const role = `arn:aws:iam::${account}:role/sst-deploy`;
let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'main-job-'));
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

/** An sst.config.ts of the app `shop`, whose `providers.aws` is the given code. */
async function project(aws = '{}', folder = '.'): Promise<void> {
  await mkdir(path.join(workspace, folder), { recursive: true });
  await writeFile(
    path.join(workspace, folder, 'sst.config.ts'),
    `/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    return {
      name: 'shop',
      home: 'aws',
      providers: {
        aws: ${aws},
      },
    };
  },
  async run() {},
});
`,
  );
}

/** Runs the step with the inputs of every deploy job, and those of the test. */
function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': role, stage: 'production', ...inputs },
    workspace,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

const errors = (run: Run) => run.annotations.filter(({ level }) => level === 'error');
const actions = () => services.aws.requests.map(({ action }) => action);
const writes = () => services.aws.requests.filter(request => request.write);

/** Checks that the step stopped with one error, and exported nothing. */
function expectStopped(run: Run): string {
  expect(run.exitCode).toBe(1);
  expect(errors(run)).toHaveLength(1);
  expect(run.exported).toEqual({});
  expect(run.refused).toEqual([]);
  return errors(run)[0]?.message ?? '';
}

/** Checks that no secret of the session is in the summary, or in the log before it is masked. */
function expectNoSecret(run: Run): void {
  const secrets = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map(
    name => run.exported[name] ?? '',
  );
  const token = String(
    services.aws.requests.find(({ action }) => action === 'AssumeRoleWithWebIdentity')?.params[
      'WebIdentityToken'
    ],
  );
  expect(token.split('.')).toHaveLength(3);
  for (const secret of [...secrets, token]) {
    expect(secret.length).toBeGreaterThan(15);
    const mask = run.masks.find(({ value }) => value === secret);
    expect(mask).toBeDefined();
    expect(run.stdout.indexOf(secret)).toBe((mask?.offset ?? 0) + '::add-mask::'.length);
    expect(run.log).not.toContain(secret);
    expect(run.stderr).not.toContain(secret);
    expect(run.summary).not.toContain(secret);
  }
}

describe('a bootstrapped account', () => {
  test('the session is exported, masked, with region, stage and outputs', async () => {
    await project();
    const record = bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const run = await step();
    expect(errors(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.exported).toEqual({
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
      AWS_SECRET_ACCESS_KEY: expect.stringMatching(/^\S{40}$/),
      AWS_SESSION_TOKEN: expect.stringMatching(/^\S{100,}$/),
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      SST_STAGE: 'production',
      SST_RUN_ID: 'https://github.com/acme/shop/actions/runs/17000000001/attempts/1',
    });
    expect(run.outputs).toEqual({
      stage: 'production',
      app: 'shop',
      region: 'us-east-1',
      profile: '',
      'bootstrap-status': 'ready',
      'bootstrap-version': '5',
      'state-bucket': record.state,
      'asset-bucket': record.asset,
      'asset-ecr-url': record.assetEcrUrl,
      'stage-exists': 'false',
      'locked-by': '',
      'aws-account-id': account,
      'authenticated-arn': `arn:aws:sts::${account}:assumed-role/sst-deploy/GitHubActions`,
    });
    expectNoSecret(run);
    expect(run.summary).toContain('### ✅ `shop` / `production` in `us-east-1`: ready to deploy');
    expect(run.summary).toContain(record.state);
  });

  test('verify sends no write request, no GetCallerIdentity, and asks for the buckets as their expected owner', async () => {
    await project();
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    await step();
    expect(writes().filter(({ service }) => service !== 'sts')).toEqual([]);
    expect(actions()).not.toContain('GetCallerIdentity');
    expect(actions().slice(0, 2)).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);
    const buckets = services.aws.requests.filter(({ service }) => service === 's3');
    expect(buckets.length).toBeGreaterThanOrEqual(2);
    for (const { headers } of buckets) expect(headers['x-amz-expected-bucket-owner']).toBe(account);
    expect(actions()).toContain('DescribeRepositories');
  });

  test('the post step blanks what was exported', async () => {
    await project();
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const run = await step();
    const post = await runPost(run);
    expect(post.exitCode).toBe(0);
    expect(Object.keys(post.exported).sort()).toEqual(Object.keys(run.exported).sort());
    expect(Object.values(post.exported).every(value => value === '')).toBe(true);
  });

  test('bootstrap: skip asks nothing of the account', async () => {
    await project();
    const run = await step({ bootstrap: 'skip' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['bootstrap-status']).toBe('skipped');
    expect(actions()).toEqual(['AssumeRoleWithWebIdentity']);
  });

  test('role-session-name, role-duration-seconds and audience reach STS', async () => {
    await services.close();
    services = await startServices({ audience: 'sts.example.com' });
    await project();
    const run = await step({
      bootstrap: 'skip',
      audience: 'sts.example.com',
      'role-session-name': 'deploy-42',
      'role-duration-seconds': '900',
    });
    expect(errors(run)).toEqual([]);
    expect(services.aws.requests[0]?.params).toMatchObject({
      RoleArn: role,
      RoleSessionName: 'deploy-42',
      DurationSeconds: '900',
    });
    expect(run.outputs['authenticated-arn']).toBe(
      `arn:aws:sts::${account}:assumed-role/sst-deploy/deploy-42`,
    );
  });

  test('allowed-account-ids stops a session of another account', async () => {
    await project();
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const message = expectStopped(await step({ 'allowed-account-ids': '210987654321, 333333333333' }));
    expect(message).toContain(account);
    expect(message).toContain('allowed-account-ids');
    expect((await step({ 'allowed-account-ids': `210987654321,${account}` })).exitCode).toBe(0);
  });

  test('mask-aws-account-id keeps the account out of log and summary', async () => {
    await project();
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const run = await step({ 'mask-aws-account-id': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.log).not.toContain(account);
    expect(run.summary).not.toContain(account);
    const mask = run.masks.find(({ value }) => value === account);
    expect(run.stdout.indexOf(account)).toBe((mask?.offset ?? 0) + '::add-mask::'.length);
  });

  test('static keys are exported once AWS has said whose they are', async () => {
    await project();
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const keys = services.aws.state.addUser(account, 'deployer');
    const run = await runAction({
      with: {
        'aws-region': 'us-east-1',
        'aws-access-key-id': keys.accessKeyId,
        'aws-secret-access-key': keys.secretAccessKey,
      },
      workspace,
      env: {
        AWS_ENDPOINT_URL: services.aws.url,
        AWS_SESSION_TOKEN: 'left-by-an-earlier-step',
        SST_STAGE: 'production',
      },
    });
    expect(errors(run)).toEqual([]);
    expect(run.exported).toMatchObject({
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: '',
      AWS_REGION: 'us-east-1',
    });
    expect(run.exported).not.toHaveProperty('SST_STAGE');
    expect(run.outputs['authenticated-arn']).toBe(`arn:aws:iam::${account}:user/deployer`);
    expect(run.log).not.toContain(keys.secretAccessKey);
  });
});

describe('an account that was not bootstrapped', () => {
  test('verify stops, names account, region and the two ways out, and writes nothing', async () => {
    await project();
    const run = await step({ 'aws-region': 'eu-west-1' });
    const message = expectStopped(run);
    for (const text of [account, 'eu-west-1', 'bootstrap: ensure', 'sst deploy'])
      expect(message).toContain(text);
    expect(run.outputs).toMatchObject({
      'bootstrap-status': 'missing',
      app: 'shop',
      'aws-account-id': account,
    });
    expect(run.outputs).not.toHaveProperty('aws-access-key-id');
    expect(writes().filter(({ service }) => service !== 'sts')).toEqual([]);
    expect(run.summary).toContain('❌');
  });

  test.each(['us-east-1', 'eu-west-1'])(
    'ensure creates it in %s as SST does, and finds it ready the next time',
    async region => {
      await project();
      const run = await step({ 'aws-region': region, bootstrap: 'ensure' });
      expect(errors(run)).toEqual([]);
      expect(run.exitCode).toBe(0);
      const names = {
        asset: `sst-asset-${account}-${region}-an`,
        state: `sst-state-${account}-${region}-an`,
      };
      expect(run.outputs).toMatchObject({
        'bootstrap-status': 'created',
        'bootstrap-version': '5',
        'state-bucket': names.state,
        'asset-bucket': names.asset,
        'asset-ecr-url': `${account}.dkr.ecr.${region}.amazonaws.com/sst-asset`,
      });

      const { parameters, repositories } = services.aws.state.region(account, region);
      const parameter = parameters.get('/sst/bootstrap')?.history.at(-1);
      expect(parameter?.type).toBe('String');
      expect(parameter?.value).toBe(
        JSON.stringify({
          version: 5,
          asset: names.asset,
          assetEcrRegistryId: account,
          assetEcrUrl: `${account}.dkr.ecr.${region}.amazonaws.com/sst-asset`,
          state: names.state,
          appsyncHttp: '',
          appsyncRealtime: '',
        }),
      );
      expect([...repositories.keys()]).toEqual(['sst-asset']);
      expect([...services.aws.state.buckets.keys()].sort()).toEqual([names.asset, names.state]);
      for (const name of [names.asset, names.state]) {
        const bucket = services.aws.state.buckets.get(name);
        expect(bucket?.region).toBe(region);
        expect(JSON.parse(bucket?.policy ?? '{}')).toMatchObject({
          Statement: [
            {
              Sid: 'EnforceSSLRequests',
              Effect: 'Deny',
              Action: 's3:*',
              Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        });
      }
      expect(services.aws.state.buckets.get(names.state)?.versioning).toBe('Enabled');
      // The record is written last, so that all resources that it names exist.
      expect(writes().at(-1)?.action).toBe('PutParameter');

      services.aws.requests.length = 0;
      const again = await step({ 'aws-region': region, bootstrap: 'ensure' });
      expect(again.outputs['bootstrap-status']).toBe('ready');
      expect(writes().filter(({ service }) => service !== 'sts')).toEqual([]);
    },
  );
});

describe('a profile that SST would prefer', () => {
  beforeEach(() => bootstrapAsSst(services.aws, { account, region: 'us-east-1' }));

  test.each([
    ['a literal', `{ profile: 'acme' }`, 'acme'],
    [
      'one for this stage',
      `{ profile: input?.stage === 'production' ? 'acme-prod' : undefined }`,
      'acme-prod',
    ],
    ['in either case', `{ profile: input?.stage === 'staging' ? 'staging' : 'default' }`, 'default'],
  ])('%s stops the step at file, line and column', async (_, aws, profile) => {
    await project(aws);
    const run = await step();
    expectStopped(run);
    expect(errors(run)[0]).toMatchObject({ file: 'sst.config.ts', line: 9, col: 16 });
    expect(errors(run)[0]?.message).toContain(profile);
    expect(run.outputs).toMatchObject({ profile, app: 'shop', stage: 'production' });
  });

  test.each([
    ['none', '{}'],
    ['one for another stage', `{ profile: input?.stage === 'staging' ? 'acme' : undefined }`],
    ['the GITHUB_ACTIONS idiom', `{ profile: process.env.GITHUB_ACTIONS ? undefined : 'acme' }`],
    ['the CI idiom', `{ profile: process.env.CI ? undefined : 'acme' }`],
    ['an empty one', `{ profile: '' }`],
  ])('%s passes', async (_, aws) => {
    await project(aws);
    const run = await step();
    expect(errors(run)).toEqual([]);
    expect(run.outputs['profile']).toBe('');
  });

  test('AWS_PROFILE in the environment stops it, whatever the config says', async () => {
    await project();
    const run = await step({}, { env: { AWS_PROFILE: 'staging' } });
    expect(expectStopped(run)).toContain('AWS_PROFILE');
    expect(run.outputs['profile']).toBe('staging');
  });

  test('AWS_DEFAULT_PROFILE, which SST does not read, passes', async () => {
    await project();
    expect((await step({}, { env: { AWS_DEFAULT_PROFILE: 'staging' } })).exitCode).toBe(0);
  });

  test('warn goes on with a warning, off without one', async () => {
    await project(`{ profile: 'acme' }`);
    const warned = await step({ 'profile-guard': 'warn' });
    expect(warned.exitCode).toBe(0);
    expect(warned.annotations.map(({ level, line }) => [level, line])).toEqual([['warning', 9]]);
    const off = await step({ 'profile-guard': 'off' });
    expect(off.exitCode).toBe(0);
    expect(off.annotations).toEqual([]);
  });

  test('without a config the guard is skipped with a warning', async () => {
    const run = await step();
    expect(run.exitCode).toBe(0);
    expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(run.outputs['app']).toBe('');
  });

  test('the config is found from the working directory upwards, and where sst-config says', async () => {
    await project(`{ profile: 'acme' }`);
    await mkdir(path.join(workspace, 'packages/web'), { recursive: true });
    expect(errors(await step({ 'working-directory': 'packages/web' }))[0]).toMatchObject({
      file: 'sst.config.ts',
    });
    await project('{}', 'other');
    expect((await step({ 'sst-config': 'other/sst.config.ts' })).exitCode).toBe(0);
  });
});

describe('a role that is refused', () => {
  test('fails at the first answer and shows the token`s sub and aud', async () => {
    await project();
    services.github.claims['sub'] = 'repo:acme/other:ref:refs/heads/main';
    const run = await step();
    const message = expectStopped(run);
    for (const text of [role, 'repo:acme/other:ref:refs/heads/main', 'sts.amazonaws.com'])
      expect(message).toContain(text);
    expect(message).not.toMatch(/eyJ/);
  });

  test('no permission to request a token: says which, where, and that forks have none', async () => {
    await project();
    const run = await step(
      {},
      { env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined } },
    );
    const message = expectStopped(run);
    expect(message).toContain('id-token: write');
    expect(message).toMatch(/permissions:/);
    expect(message).toMatch(/fork/);
    expect(services.aws.requests).toEqual([]);
  });
});

describe('input that cannot be right', () => {
  test.each([
    ['aws-region', 'us_east_1'],
    ['aws-region', 'US-EAST-1'],
    ['aws-region', 'frankfurt'],
    ['role-to-assume', 'arn:aws:iam::12345:role/deploy'],
    ['role-to-assume', `arn:aws:iam::${account}:user/deploy`],
    ['role-duration-seconds', 'an hour'],
    ['role-duration-seconds', '60'],
    ['role-duration-seconds', '43201'],
    ['role-session-name', 'x'],
    ['stage', 'feature/login'],
    ['bootstrap', 'create'],
    ['profile-guard', 'on'],
    ['allowed-account-ids', '1234'],
    ['mask-aws-account-id', 'yes'],
    ['sst-config', 'nowhere/sst.config.ts'],
    ['working-directory', 'nowhere'],
  ])('%s: %s is refused before any request', async (input, value) => {
    await project();
    const run = await step({ [input]: value });
    const message = expectStopped(run);
    expect(message).toContain(`\`${input}\``);
    expect(message).toContain('it takes');
    expect(services.aws.requests).toEqual([]);
    expect(services.github.requests).toEqual([]);
  });

  test('several at once are all named, in one error', async () => {
    const message = expectStopped(await step({ stage: 'a b', bootstrap: 'x', 'aws-region': '?' }));
    for (const input of ['stage', 'bootstrap', 'aws-region']) expect(message).toContain(`\`${input}\``);
  });
});

test('every request to AWS names the workflow run, for CloudTrail', async () => {
  await project();
  const run = await step({ bootstrap: 'ensure' });
  expect(run.exitCode).toBe(0);
  const asked = new Set(services.aws.requests.map(({ service }) => service));
  expect([...asked].sort()).toEqual(['ecr', 's3', 'ssm', 'sts']);
  for (const { headers } of services.aws.requests)
    expect(headers['user-agent']).toMatch(
      / sst-creds\/1 github\.com\/acme\/shop\/actions\/runs\/17000000001\/attempts\/1( |$)/,
    );
});
