// The profile guard in the whole step: the other cases of guard.test.ts.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { withAws, withBody } from '../sst/cases/case.ts';
import { account, levels, passed, project, services, step, stopped, workspace } from './guard.ts';

describe('a profile in the config', () => {
  const config = withAws(
    '{\n        profile: input.stage === "production" ? AWS_PROFILE : "dev",\n      }',
    'const AWS_PROFILE = "acme";',
  );

  test('each of the ways out is one', async () => {
    const line = 'profile: input.stage === "production" ? AWS_PROFILE : "dev",';
    for (const condition of ['process.env.GITHUB_ACTIONS', 'input.stage === "production"']) {
      await project(config.replace(line, line.replace('profile: ', `profile: ${condition} ? undefined : `)));
      expect(passed(await step())).toEqual([]);
    }
    await project(config);
    expect(passed(await step({ 'profile-guard': 'neutralize' }))).toEqual([]);
  });

  test('off: what is not about profiles is said all the same', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-west-1' });
    await project(withAws('{ profile: "acme", region: "eu-west-1" }'));
    const run = await step({ 'profile-guard': 'off' });
    expect(passed(run)).toEqual(['SST deploys to eu-west-1']);
  });

  test('off and no bootstrap, in a region that is given: the config is not even evaluated', async () => {
    await project('for (;;);\nexport default $config({});\n');
    const run = await step({ 'profile-guard': 'off', bootstrap: 'skip' });
    expect(passed(run)).toEqual([]);
  });
});

describe('what neutralize cannot undo', () => {
  test('AWS_PROFILE in the job', async () => {
    await project(withAws('{}'));
    for (const mode of ['fail', 'neutralize']) {
      const error = stopped(await step({ 'profile-guard': mode }, { env: { AWS_PROFILE: 'acme' } }));
      expect(error.title).toBe('AWS_PROFILE overrides the credentials');
      expect(error.message.includes('`profile-guard: neutralize` does not help')).toBe(mode === 'neutralize');
      expect(error.message).toContain('Remove it from `env:` of the workflow');
    }
  });

  test('AWS_PROFILE in a .env file: the error stands at its line', async () => {
    await project(withAws('{}'), { '.env': '# local\n\nAWS_PROFILE: acme\n' });
    const error = stopped(await step({ 'profile-guard': 'neutralize' }));
    expect(error).toMatchObject({ file: '.env', line: 3, title: 'AWS_PROFILE overrides the credentials' });
    expect(error.message).toContain('Remove the line .env:3');
  });

  test('the profile that aws-profile writes is the one that SST is to use', async () => {
    await project(withAws('{ profile: "deploy" }'));
    const run = await step({ 'aws-profile': 'deploy', 'aws-region': 'us-east-1' });
    expect(run.outputs['region']).toBe('us-east-1');
    expect([run.exitCode, levels(run, 'error'), levels(run, 'warning')]).toEqual([0, [], []]);
    await project(withAws('{ profile: "another" }'));
    expect(stopped(await step({ 'aws-profile': 'deploy' })).title).toBe(
      'A profile overrides the credentials',
    );
    await project(withAws('{}'));
    const unused = await step({ 'aws-profile': 'deploy' });
    expect(levels(unused, 'warning').map(({ title }) => title)).toEqual(['SST will not use the profile']);
  });

  test('credentials that are outputs only come without a region', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-west-1' });
    await project(withAws('{}'));
    const run = await step({
      'output-env-credentials': 'false',
      'output-credentials': 'true',
      'aws-region': 'eu-west-1',
    });
    expect(levels(run, 'warning').map(({ title }) => title)).toEqual(['SST deploys to us-east-1']);
    expect(levels(run, 'warning')[0]?.message).toContain(
      'set `AWS_REGION: eu-west-1` in the step that runs SST',
    );
  });
});

describe('the region that SST will use', () => {
  test('by .env.<stage> too, and without aws-region it is the one that is exported', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-central-1' });
    await project(withAws('{}'), { '.env.production': 'AWS_REGION=eu-central-1\n' });
    const given = await step();
    expect(passed(given)).toEqual(['SST deploys to eu-central-1']);
    expect(levels(given, 'warning')[0]).toMatchObject({ file: '.env.production', line: 1 });
    const free = await step({ 'aws-region': '' });
    expect(passed(free)).toEqual([]);
    expect(free.exported['AWS_REGION']).toBe('eu-central-1');
  });

  test('one that is none is refused, whatever the mode', async () => {
    for (const mode of ['fail', 'warn', 'off', 'neutralize']) {
      await project(withAws('{ region: "us-east-1.example.com/" }'));
      const error = stopped(await step({ 'profile-guard': mode, 'aws-region': '' }));
      expect(error.title).toBe('The region is not valid');
    }
    expect(services.aws.requests).toEqual([]);
  });
});

describe('assumeRoles', () => {
  const onwards = 'arn:aws:iam::444455556666:role/onwards';
  const trusting = (arn: string) => ({
    Version: '2012-10-17' as const,
    Statement: { Effect: 'Allow' as const, Principal: { AWS: arn }, Action: 'sts:AssumeRole' },
  });

  test('not bootstrapped there: stops, and names that account', async () => {
    services.aws.state.addRole('444455556666', 'onwards', { trust: trusting(services.role.arn) });
    await project(withAws(`{ assumeRoles: [{ roleArn: "${onwards}" }] }`));
    expect(stopped(await step()).message).toContain('444455556666');
  });

  test('a role that does not let the session in: the check is reported as not made', async () => {
    services.aws.state.addRole('444455556666', 'onwards', {
      trust: trusting('arn:aws:iam::111122223333:root'),
    });
    await project(withAws(`{ assumeRoles: [{ roleArn: "${onwards}" }] }`));
    const run = await step();
    expect(passed(run)).toEqual(['SST assumes a further role', 'The bootstrap was not checked']);
    expect(run.outputs['bootstrap-status']).toBe('skipped');
    expect(services.aws.requests.filter(({ service }) => service === 'ssm')).toEqual([]);
  });
});

describe('a config that cannot be evaluated', () => {
  test('in another file of the project, at its place', async () => {
    await project(withBody('const { x } = await import("./infra/stage");\n    return x;'), {
      'infra/stage.ts': 'const stage: string = "x";\n\n  throw new Error(`no such stage: ${stage}`);\n',
    });
    expect(stopped(await step())).toMatchObject({ file: 'infra/stage.ts', line: 3, col: 18 });
  });

  test('a permission that was missing is named', async () => {
    await project(
      withBody(
        'const { readFileSync } = await import("node:fs");\n    return readFileSync("/etc/hostname", "utf8");',
      ),
    );
    const error = stopped(await step());
    expect(error).toMatchObject({ file: 'sst.config.ts', line: 5 });
    expect(error.message).toContain('/etc/hostname is outside the workspace');
  });

  test('warn and neutralize: a warning, and the job goes on', async () => {
    await project(withBody('throw new Error("not today");'));
    for (const mode of ['warn', 'neutralize']) {
      expect(passed(await step({ 'profile-guard': mode }))).toEqual(['sst.config.ts could not be evaluated']);
    }
  });
});

describe('mistakes near it', () => {
  test.each([
    ['return { home: "aws" };', '`name` is missing', 3],
    ['return { name: "my_shop", home: "aws" };', '"my_shop"', 4],
    ['return { name: "shop" };', '`home` is missing', 3],
    [
      'return { name: "shop", home: "aws", providers: { aws: { profile: null } } };',
      '`providers.aws.profile`',
      4,
    ],
  ])('%s', async (body, what, line) => {
    await project(withBody(body));
    const error = stopped(await step());
    expect(error).toMatchObject({ title: 'SST would refuse sst.config.ts', file: 'sst.config.ts', line });
    expect(error.message).toContain(what);
  });

  test('a .env file that SST ignores as a whole', async () => {
    await project(withAws('{}'), { '.env': 'AWS_PROFILE=acme\nnot a variable\n' });
    const run = await step();
    expect(passed(run)).toEqual([]);
    expect(levels(run, 'notice')).toMatchObject([{ title: 'SST ignores .env', file: '.env', line: 2 }]);
  });
});

describe('no config where sst would look', () => {
  const elsewhere = async (...folders: string[]) => {
    for (const folder of folders) {
      await mkdir(path.join(workspace, folder), { recursive: true });
      await writeFile(path.join(workspace, folder, 'sst.config.ts'), withAws('{}'));
    }
  };

  test('from a folder beside it', async () => {
    await elsewhere('apps/web/infra');
    await mkdir(path.join(workspace, 'apps/web/src'), { recursive: true });
    const error = stopped(await step({ 'working-directory': 'apps/web' }));
    expect(error.message).toContain('Did you mean `working-directory: apps/web/infra`?');
  });

  test('none anywhere: a warning, and the credentials', async () => {
    expect(passed(await step())).toEqual(['No sst.config.ts']);
  });

  test('warn and off: a warning', async () => {
    await elsewhere('apps/web');
    for (const mode of ['warn', 'off'])
      expect(passed(await step({ 'profile-guard': mode }))).toEqual(['sst.config.ts is in another folder']);
  });
});

describe('the SST that is installed', () => {
  const role = 'arn:aws:iam::444455556666:role/onwards';
  const installed = (version: string) => ({
    'node_modules/sst/package.json': JSON.stringify({ name: 'sst', version }),
  });
  const regional = withAws(`{ assumeRole: { roleArn: "${role}" } }`);

  test('decides which property of roles counts', async () => {
    await project(regional, installed('4.1.8'));
    const old = await step();
    expect(passed(old)).toEqual(['SST assumes a further role', 'The bootstrap was not checked']);
    expect(old.log).toContain('SST: 4.1.8');
    await project(regional, installed('4.1.9'));
    expect(passed(await step())).toEqual(['`assumeRole` has no effect']);
  });

  test('is looked for from the folder of the config upwards, as far as the workspace', async () => {
    await project(withAws('{}'), installed('4.1.8'));
    await mkdir(path.join(workspace, 'apps/web'), { recursive: true });
    await writeFile(path.join(workspace, 'apps/web/sst.config.ts'), regional);
    const run = await step({ 'working-directory': 'apps/web' });
    expect(run.log).toContain('SST: 4.1.8');
  });

  test('is not known if it is no release, too large, or a link out of the workspace', async () => {
    const outside = await mkdtemp(path.join(os.tmpdir(), 'outside-'));
    await writeFile(path.join(outside, 'package.json'), '{ "version": "4.1.8" }');
    const none = 'SST: none of a known version is installed beside the config, so the project is judged';
    for (const content of [
      '{ "version": "0.0.0-20261124" }',
      'nonsense',
      `{ "version": "4.1.8" }${' '.repeat(70_000)}`,
    ]) {
      await project(regional, { 'node_modules/sst/package.json': content });
      expect((await step()).log).toContain(none);
    }
    await rm(path.join(workspace, 'node_modules/sst'), { recursive: true });
    await symlink(outside, path.join(workspace, 'node_modules/sst'));
    expect((await step()).log).toContain(none);
    await rm(outside, { recursive: true });
  });

  test('none: by the newest, and the message says so where versions differ', async () => {
    await project(withBody('return { name: "shop", home: "aws", providers: { cloudflare: true } };'));
    const error = stopped(await step());
    expect(error.message).toContain('`providers.cloudflare` is `true` or `false`, which SST refuses.');
    expect(error.message).toContain('versions before 4.5.3 differ');
    await project(
      withBody('return { name: "shop", home: "aws", providers: { cloudflare: true } };'),
      installed('4.5.2'),
    );
    expect(passed(await step())).toEqual([]);
  });
});
