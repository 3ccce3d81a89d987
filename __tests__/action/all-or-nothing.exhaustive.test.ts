// A step that fails has exported nothing and left no keys, no matter which file cannot be written. Runs the built dist/
// as a runner would.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

let services: LocalServices;
let workspace: string;
let home: string;

beforeEach(async () => {
  services = await startServices();
  bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'all-or-nothing-'));
  home = await mkdtemp(path.join(os.tmpdir(), 'all-or-nothing-home-'));
  await writeFile(
    path.join(workspace, 'sst.config.ts'),
    "export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n",
  );
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  for (const folder of [workspace, home]) await rm(folder, { recursive: true, force: true });
});

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': services.role.arn, stage: 'production', ...inputs },
    workspace,
    home,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

const titles = (run: Run, level: string) =>
  run.annotations.filter(one => one.level === level).map(({ title }) => title);

/** Every text in a folder and those below it. */
async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter(entry => entry.isFile())
    .map(entry => readFile(path.join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

const KEYS = /aws_secret_access_key|ASIA/;

/** One error, nothing exported, no key left by the step or after its post step. */
async function expectNothingLeft(run: Run, title: string): Promise<void> {
  expect([titles(run, 'error'), run.exitCode, run.stderr]).toEqual([[title], 1, '']);
  expect(run.exported).toEqual({});
  expect(Object.keys(run.outputs).filter(name => name.startsWith('aws-') && /key|token/.test(name))).toEqual(
    [],
  );
  expect(await textsIn(home)).not.toMatch(KEYS);
  const post = await runPost(run, { files: {} });
  expect([post.exitCode, post.stderr, titles(post, 'warning')]).toEqual([0, '', []]);
}

const FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'];
const BROKEN = [
  ['full', '/dev/full'],
  ['unwritable', '/proc/version'],
  ['a folder', '/usr/lib'],
] as const;

test.each(FILES.flatMap(file => BROKEN.map(([how, target]) => ({ file, how, target }))))(
  '$file $how: one error, and nothing is exported',
  async ({ file, target }) => {
    const inputs = {
      'output-credentials': 'true',
      'aws-profile': 'deploy',
      'output-env-credentials': 'true',
    };
    const run = await step(inputs, { files: { [file]: target } });
    await expectNothingLeft(run, `${file} could not be written`);
  },
);

test('a disk that takes only a part of the variables: none stays', async () => {
  const spy = path.join(home, 'spy.cjs');
  await writeFile(
    spy,
    `const fs = require('fs');
    const { appendFileSync } = fs;
    fs.appendFileSync = (file, text, ...rest) => {
      if (file !== process.env.GITHUB_ENV) return appendFileSync(file, text, ...rest);
      appendFileSync(file, text.slice(0, text.length / 2), ...rest);
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    require('module').syncBuiltinESMExports();`,
  );
  const inputs = { 'output-credentials': 'true', 'aws-profile': 'deploy', 'output-env-credentials': 'true' };
  const run = await step(inputs, { env: { NODE_OPTIONS: `--require ${spy}` } });
  await expectNothingLeft(run, 'GITHUB_ENV could not be written');
});

test('a profile that cannot be written: one error, nothing exported, what was there stays', async () => {
  await writeFile(path.join(home, 'credentials'), '[deploy]\naws_access_key_id = THEIRS\n');
  const env = { AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'credentials') };
  const run = await step({ 'aws-profile': 'deploy', 'output-env-credentials': 'true' }, { env });
  await expectNothingLeft(run, 'Profile deploy exists already');
  expect(await readFile(path.join(home, 'credentials'), 'utf8')).toContain('THEIRS');
});

test('a HOME in which nothing can be created, and one whose path is too long: one error that names the profile', async () => {
  for (const folder of ['/proc', path.join(home, 'x'.repeat(300))]) {
    const env = { AWS_CONFIG_FILE: undefined, AWS_SHARED_CREDENTIALS_FILE: undefined, HOME: folder };
    const run = await step({ 'aws-profile': 'deploy' }, { env });
    expect([titles(run, 'error'), run.exitCode, run.exported]).toEqual([
      ['Profile deploy could not be written'],
      1,
      {},
    ]);
  }
});

test('a working directory, and a config, whose path is too long: an input that is not valid', async () => {
  for (const input of ['working-directory', 'sst-config']) {
    const run = await step({ [input]: 'x/'.repeat(5_000) });
    expect([titles(run, 'error'), run.exitCode]).toEqual([[`Input ${input} is not valid`], 1]);
  }
});

test('after the export, the summary can only warn', async () => {
  const run = await step({}, { files: { GITHUB_STEP_SUMMARY: '/dev/full' } });
  expect([run.exitCode, titles(run, 'error'), titles(run, 'warning')]).toEqual([0, [], ['No job summary']]);
  expect(run.exported).toHaveProperty('AWS_SESSION_TOKEN');
});

test.each([
  ['no JSON', 'not { json'],
  ['empty', ''],
  ['a number', '7'],
  ['null', 'null'],
  ['a pull request without a number', '{"pull_request": {"number": "7", "head": null}}'],
  ['too large', `{"pull_request": {"number": 7}, "x": "${'x'.repeat(26 * 1024 * 1024)}"}`],
])('an event payload that is %s, with `comment`: the step goes on', async (_, event) => {
  const run = await step({ comment: 'true', 'github-token': 'ghs_x' }, { event });
  expect([run.exitCode, titles(run, 'error'), run.stderr]).toEqual([0, [], '']);
  expect(run.exported).toHaveProperty('AWS_SESSION_TOKEN');
  // It counts as a run without a pull request.
  expect(titles(run, 'warning')).not.toContain('Unexpected error');
  expect(services.github.requests.map(({ action }) => action)).not.toContain('ListComments');
});

describe('the post step', () => {
  const withProfile = { 'aws-profile': 'deploy', 'output-env-credentials': 'true' };

  test.each(BROKEN)('with GITHUB_ENV %s warns, and removes the profile all the same', async (_, target) => {
    const run = await step(withProfile);
    expect(await textsIn(home)).toMatch(KEYS);
    const post = await runPost(run, { files: { GITHUB_ENV: target } });
    expect([post.exitCode, post.stderr, titles(post, 'warning')]).toEqual([
      0,
      '',
      ['GITHUB_ENV could not be written'],
    ]);
    expect(await textsIn(home)).not.toMatch(KEYS);
  });

  test('is not ended by the signals with which the runner cancels a job', async () => {
    const run = await step(withProfile);
    // Another job holds the profile's lock, so that the post step waits.
    const lock = path.join(home, '.aws', 'credentials.lock');
    const hold = setInterval(() => void writeFile(lock, ''), 20);
    const post = await runPost(run, {
      onStart: child => {
        child.stdout?.once('data', () => {
          child.kill('SIGINT');
          child.kill('SIGTERM');
          setTimeout(() => {
            clearInterval(hold);
            void rm(lock, { force: true });
          }, 300);
        });
      },
    });
    expect([post.exitCode, post.signal, titles(post, 'warning')]).toEqual([0, null, []]);
    expect(await textsIn(home)).not.toMatch(KEYS);
  });

  test('with a state that is none warns, and blanks the variables all the same', async () => {
    const run = await step(withProfile);
    const post = await runPost({ ...run, state: { ...run.state, profile: '{"name": ' } });
    expect([post.exitCode, post.stderr]).toEqual([0, '']);
    expect(titles(post, 'warning')).toHaveLength(1);
    expect(post.exported).toMatchObject({ AWS_SESSION_TOKEN: '' });
  });
});
