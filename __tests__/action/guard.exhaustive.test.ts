// The profile guard in the whole step. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1.
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { Annotation } from '../../local/runner/commands.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { withAws, withBody } from '../sst/cases/case.ts';

const account = '123456789012';
let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices();
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'guard-step-'));
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

async function project(config: string, files: Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ 'sst.config.ts': config, ...files })) {
    await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
    await writeFile(path.join(workspace, name), text);
  }
}

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': `arn:aws:iam::${account}:role/sst-deploy`,
      stage: 'production',
      ...inputs,
    },
    workspace,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

const levels = (run: Run, level: string) => run.annotations.filter(annotation => annotation.level === level);
const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** Checks that the step stopped with one error, and exported nothing. @returns the error. */
function stopped(run: Run): Annotation {
  const errors = levels(run, 'error');
  expect(errors).toHaveLength(1);
  expect([run.exitCode, run.exported, run.refused]).toEqual([1, {}, []]);
  return errors[0] ?? { level: 'error', message: '' };
}

/** Checks that the step succeeded and exported the session. @returns the titles of its warnings. */
function passed(run: Run) {
  expect({ error: levels(run, 'error'), refused: run.refused }).toEqual({ error: [], refused: [] });
  expect(run.exitCode).toBe(0);
  for (const key of keys) expect(run.exported[key]).toBeTruthy();
  return levels(run, 'warning').map(({ title }) => title);
}

describe('a profile in the config', () => {
  const config = withAws(
    '{\n        profile: input.stage === "production" ? AWS_PROFILE : "dev",\n      }',
    'const AWS_PROFILE = "acme";',
  );

  test('fail: one error, at the property, with three ways out of the line as it stands', async () => {
    await project(config);
    const run = await step();
    const { message, ...place } = stopped(run);
    expect(place).toEqual({
      level: 'error',
      title: 'A profile overrides the credentials',
      file: 'sst.config.ts',
      line: 9,
      col: 9,
    });
    expect(message).toBe(
      [
        '`providers.aws.profile` is "acme" for stage production. SST uses a profile instead of the credentials in the environment, so the deploy would not use those of this step.',
        'Where: sst.config.ts:9:9',
        'Fix it in one of three ways:',
        '1. No profile in GitHub Actions. Change sst.config.ts:',
        '- profile: input.stage === "production" ? AWS_PROFILE : "dev",',
        '+ profile: process.env.GITHUB_ACTIONS ? undefined : input.stage === "production" ? AWS_PROFILE : "dev",',
        '2. Let SST ignore the profile. Change the workflow: add to `with:` of this step:',
        '+ profile-guard: neutralize',
        '3. No profile for this stage. Change sst.config.ts:',
        '- profile: input.stage === "production" ? AWS_PROFILE : "dev",',
        '+ profile: input.stage === "production" ? undefined : input.stage === "production" ? AWS_PROFILE : "dev",',
      ].join('\n'),
    );
    expect(run.outputs).toMatchObject({
      stage: 'production',
      app: 'shop',
      region: 'us-east-1',
      profile: 'acme',
    });
  });

  test('each of the ways out is one', async () => {
    const line = 'profile: input.stage === "production" ? AWS_PROFILE : "dev",';
    for (const condition of ['process.env.GITHUB_ACTIONS', 'input.stage === "production"']) {
      await project(config.replace(line, line.replace('profile: ', `profile: ${condition} ? undefined : `)));
      expect(passed(await step())).toEqual([]);
    }
    await project(config);
    expect(passed(await step({ 'profile-guard': 'neutralize' }))).toEqual([]);
  });

  test('warn: a warning at the property, and the session is exported', async () => {
    await project(config);
    const run = await step({ 'profile-guard': 'warn' });
    expect(passed(run)).toEqual(['A profile overrides the credentials']);
    expect(levels(run, 'warning')[0]).toMatchObject({ file: 'sst.config.ts', line: 9, col: 9 });
    expect(run.outputs['profile']).toBe('acme');
    expect(run.exported['SST_AWS_NO_PROFILE']).toBeUndefined();
  });

  test('neutralize: SST_AWS_NO_PROFILE is exported, and the profile still an output', async () => {
    await project(config);
    const run = await step({ 'profile-guard': 'neutralize' });
    expect(passed(run)).toEqual([]);
    expect(run.exported['SST_AWS_NO_PROFILE']).toBe('1');
    expect(run.outputs['profile']).toBe('acme');
    expect(run.log).toContain(
      'Profile: `acme` from the config, which SST is told to ignore (`SST_AWS_NO_PROFILE`): it will use these credentials',
    );
  });

  test('off: nothing is said, app and region are known all the same', async () => {
    await project(withAws('{ profile: "acme", region: "us-east-1" }'));
    const run = await step({ 'profile-guard': 'off' });
    expect(passed(run)).toEqual([]);
    expect(run.outputs).toMatchObject({ app: 'shop', region: 'us-east-1', profile: 'not checked' });
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

  test('keys in .env.<stage>: the error stands at their line, and shows none of them', async () => {
    await project(withAws('{}'), {
      '.env.production': 'A=1\nAWS_ACCESS_KEY_ID=AKIAFROMFILE\nAWS_SECRET_ACCESS_KEY=secret-from-file\n',
    });
    const run = await step({ 'profile-guard': 'neutralize' });
    const error = stopped(run);
    expect(error).toMatchObject({
      file: '.env.production',
      line: 2,
      title: '.env.production overrides the credentials',
    });
    expect(error.message).toContain('Remove the line .env.production:2');
    expect(run.stdout).not.toContain('FROMFILE');
    expect(run.stdout).not.toContain('secret-from-file');
    expect(run.outputs['profile']).toBe('');
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

  test('and SST will have its region', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-west-1' });
    await project(withAws('{ profile: "deploy" }'));
    const run = await step({ 'aws-profile': 'deploy', 'aws-region': 'eu-west-1' });
    expect([run.exitCode, levels(run, 'warning'), run.outputs['region']]).toEqual([0, [], 'eu-west-1']);
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
  test('if it is not aws-region, the bootstrap is checked there, and a warning says so', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-west-1' });
    await project(withAws('{\n        region: "eu-west-1",\n      }'));
    const run = await step();
    expect(passed(run)).toEqual(['SST deploys to eu-west-1']);
    expect(levels(run, 'warning')[0]).toMatchObject({ file: 'sst.config.ts', line: 9, col: 9 });
    expect(run.outputs).toMatchObject({ region: 'eu-west-1', 'bootstrap-status': 'ready' });
    const regions = services.aws.requests
      .filter(({ service }) => service === 'ssm')
      .map(({ region }) => region);
    expect(regions.length).toBeGreaterThan(0);
    expect(new Set(regions)).toEqual(new Set(['eu-west-1']));
  });

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

  test('the bootstrap is checked in the account that SST ends in', async () => {
    services.aws.state.addRole('444455556666', 'onwards', { trust: trusting(services.role.arn) });
    bootstrapAsSst(services.aws, { account: '444455556666', region: 'us-east-1' });
    await project(withAws(`{ assumeRoles: [{ roleArn: "${onwards}", sessionName: "shop" }] }`));
    const run = await step();
    expect(passed(run)).toEqual(['SST assumes a further role']);
    expect(run.outputs).toMatchObject({ 'aws-account-id': account, 'bootstrap-status': 'ready' });
    const assumed = services.aws.requests.find(({ action }) => action === 'AssumeRole');
    expect(assumed?.params).toMatchObject({ RoleArn: onwards, RoleSessionName: 'shop' });
    expect(run.exported['AWS_ACCESS_KEY_ID']).toBeTruthy();
    expect(
      services.aws.state.credentials.get(run.exported['AWS_ACCESS_KEY_ID'] ?? '')?.caller.accountId,
    ).toBe(account);
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
  test('fail: the reason, the place, and what to do', async () => {
    await project(withBody('const { x } = await import("@acme/missing");\n    return x;'));
    const error = stopped(await step());
    expect(error).toMatchObject({
      title: 'sst.config.ts could not be evaluated',
      file: 'sst.config.ts',
      line: 4,
    });
    expect(error.message).toContain('imports "@acme/missing", which is not installed');
    expect(error.message).toContain('npm ci');
  });

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
  test('an SST v2 config: says so, with the profile that its config() names', async () => {
    await project(
      'export default {\n  config(input) {\n    return { name: "shop", region: "eu-west-1", profile: `acme-${input.stage}` };\n  },\n  stacks(app) {},\n};\n',
    );
    const error = stopped(await step());
    expect(error).toMatchObject({ title: 'An SST v2 config', file: 'sst.config.ts', line: 2, col: 3 });
    expect(error.message).toContain('SST v2 uses the profile "acme-production"');
  });

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

  test('an app that does not use AWS: the bootstrap is not looked at', async () => {
    await project(withBody('return { name: "shop", home: "local" };'));
    const run = await step({}, { env: { AWS_PROFILE: 'acme' } });
    expect(passed(run)).toEqual([]);
    expect(levels(run, 'notice').map(({ title }) => title)).toEqual(['SST will not use AWS']);
    expect(run.outputs['bootstrap-status']).toBe('skipped');
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

  test('one or more below: stops, and names them', async () => {
    await elsewhere('apps/web', 'apps/admin', 'node_modules/sst/template', '.hidden');
    const error = stopped(await step());
    expect(error.title).toBe('sst.config.ts is in another folder');
    expect(error.message).toContain('in . or above it, but in apps/admin, apps/web.');
    expect(error.message).toContain('Did you mean `working-directory: apps/admin`?');
    expect(passed(await step({ 'working-directory': 'apps/web' }))).toEqual([]);
  });

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

test('a static import that is used stops the step, in a config of that name only', async () => {
  const config = `import { name } from "./lib";\nexport default $config({ app: () => ({ name, home: "aws" }), async run() {} });\n`;
  await project(config, { 'lib.ts': 'export const name = "shop";\n', 'other.config.ts': config });
  const error = stopped(await step());
  expect(error).toMatchObject({ title: 'A static import in sst.config.ts', file: 'sst.config.ts', line: 1 });
  expect(error.message).toContain('Where: sst.config.ts:1');
  expect(passed(await step({ 'sst-config': 'other.config.ts' }))).toEqual([]);
});

test('a hostile config: nothing leaks, nothing is written, nothing forged', async () => {
  await project(
    withBody(
      `
    const fs = await import('node:fs');
    const got = [];
    const attempts = {
      'the environment of the action': () => fs.readFileSync('/proc/' + process.ppid + '/environ', 'latin1'),
      'its own': () => JSON.stringify(process.env),
      git: () => fs.readFileSync('.git/config', 'utf8'),
      'git by a link': () => fs.readFileSync('link/config', 'utf8'),
      passwd: () => fs.readFileSync('/etc/passwd', 'utf8'),
      'command files': () => fs.readdirSync(process.env.RUNNER_TEMP ?? '/tmp'),
      write: () => fs.writeFileSync('written', 'x') ?? 'written',
      commands: () => fs.appendFileSync(process.env.GITHUB_ENV, 'FORGED=1') ?? 'written',
      outputs: () => fs.appendFileSync(process.env.GITHUB_OUTPUT, 'profile=') ?? 'written',
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        got.push(name + ': ' + attempt());
      } catch {}
    }
    for (const stream of [process.stdout, process.stderr]) {
      stream.write('::error::forged\\n::set-env name=FORGED::1\\n::add-mask::a\\n##[error]forged\\n::stop-commands::x\\n');
    }
    console.log('::set-output name=region::forged');
    return {
      name: 'shop',
      home: 'aws',
      providers: { aws: { profile: 'x\\r\\n::error file=a::forged\\n##[set-env name=FORGED]1%0A::set-env name=FORGED::1\\u2028' + got.join() } },
      toString() { throw new Error('x'); },
    };`,
    ),
    { '.git/config': 'token-of-the-checkout', 'readable.txt': 'x' },
  );
  await symlink('.git', path.join(workspace, 'link'));
  const before = (await readdir(workspace)).sort();
  const run = await step(
    {},
    { env: { GITHUB_TOKEN: 'ghs_0123456789abcdefghijABCDEFGHIJ012345', DB_PASSWORD: 'hunter2' } },
  );
  const error = stopped(run);
  expect(error.title).toBe('A profile overrides the credentials');
  expect((await readdir(workspace)).sort()).toEqual(before);
  expect(run.outputs['region']).toBe('us-east-1');
  expect(run.outputs['profile']).not.toMatch(/[\r\n\u2028]|::|##\[/);
  // Text of the config is never printed at the beginning of a line, because the runner would execute it as a command.
  for (const line of run.stdout.split(/\r?\n/)) {
    expect(/^\s*::(?!error |add-mask::|debug::|group::|endgroup::|notice |warning )|##\[/.test(line)).toBe(
      false,
    );
  }
  expect(levels(run, 'error')).toHaveLength(1);
  for (const secret of ['token-of-the-checkout', 'ghs_0123456789', 'hunter2', 'root:x:0']) {
    expect(run.stdout + run.stderr + run.summary + JSON.stringify(run.outputs)).not.toContain(secret);
  }
});
