// The main job, end to end. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { runAction, runPost } from '../../local/runner/run.ts';
import {
  account,
  actions,
  errors,
  expectNoSecret,
  expectStopped,
  project,
  restart,
  role,
  services,
  step,
  workspace,
  writes,
} from './job.ts';

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
    await restart({ audience: 'sts.example.com' });
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
