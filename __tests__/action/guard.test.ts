// The profile guard in the whole step. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1. What else
// it can find is in guard.exhaustive.test.ts.
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { withAws, withBody } from '../sst/cases/case.ts';
import { account, levels, passed, project, services, step, stopped, workspace } from './guard.ts';

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
});

describe('what neutralize cannot undo', () => {
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

  test('and SST will have its region', async () => {
    bootstrapAsSst(services.aws, { account, region: 'eu-west-1' });
    await project(withAws('{ profile: "deploy" }'));
    const run = await step({ 'aws-profile': 'deploy', 'aws-region': 'eu-west-1' });
    expect([run.exitCode, levels(run, 'warning'), run.outputs['region']]).toEqual([0, [], 'eu-west-1']);
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

  test('an app that does not use AWS: the bootstrap is not looked at', async () => {
    await project(withBody('return { name: "shop", home: "local" };'));
    const run = await step({}, { env: { AWS_PROFILE: 'acme' } });
    expect(passed(run)).toEqual([]);
    expect(levels(run, 'notice').map(({ title }) => title)).toEqual(['SST will not use AWS']);
    expect(run.outputs['bootstrap-status']).toBe('skipped');
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
    expect(error.message).toContain(
      'in . or in a folder above it. Below it, there is one in apps/admin, apps/web.',
    );
    expect(error.message).toContain('Did you mean `working-directory: apps/admin`?');
    expect(passed(await step({ 'working-directory': 'apps/web' }))).toEqual([]);
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
