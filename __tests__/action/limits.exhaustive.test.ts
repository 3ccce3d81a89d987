// Everything has a limit. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { PULL_REQUEST } from '../../local/runner/environment.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

/** Seconds: more than the step takes on a busy machine, less than the other limits. */
const BUSY = 14;

let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'limits-'));
  await project("({ name: 'shop', home: 'aws' })");
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const project = (app: string, before = '') =>
  writeFile(
    path.join(workspace, 'sst.config.ts'),
    `${before}\nexport default $config({ app: () => ${app}, async run() {} });\n`,
  );

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': services.role.arn, stage: 'production', ...inputs },
    workspace,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

const errors = (run: Run) =>
  run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title);

/** Seconds that the step took. */
async function timed(running: Promise<Run>): Promise<{ run: Run; seconds: number }> {
  const begun = performance.now();
  const run = await running;
  return { run, seconds: (performance.now() - begun) / 1000 };
}

test.each([
  ['a config that loops for ever', '{ for (;;); }'],
  ['a config that loops and catches', "{ for (;;) try { JSON.parse('x'.repeat(1e5)) } catch {} }"],
  ['a regular expression that backtracks', "{ /^(a+)+$/.test('a'.repeat(60) + 'b'); return {}; }"],
])('action-timeout-s holds with %s', async (_, app) => {
  await project(app);
  const { run, seconds } = await timed(step({ 'action-timeout-s': '1' }));
  expect([errors(run), run.exitCode, run.exported]).toEqual([['Out of time'], 1, {}]);
  expect(seconds).toBeLessThan(BUSY);
});

test.each(['GetIdToken', 'AssumeRoleWithWebIdentity', 'GetParameters', 'DescribeRepositories'])(
  'action-timeout-s holds while %s is not answered',
  async action => {
    for (const server of [services.aws, services.github])
      server.inject({ action, answer: 'timeout', times: Number.POSITIVE_INFINITY } as never);
    const { run, seconds } = await timed(step({ 'action-timeout-s': '1' }));
    expect([errors(run), run.exitCode, run.exported]).toEqual([['Out of time'], 1, {}]);
    expect(seconds).toBeLessThan(BUSY);
  },
);

test('action-timeout-s holds while the comment is written: what was exported stays', async () => {
  services.github.inject({ action: 'ListComments', answer: 'timeout', times: Number.POSITIVE_INFINITY });
  const inputs = { comment: 'true', 'github-token': 'ghs_x', 'action-timeout-s': '8' };
  const { run, seconds } = await timed(step(inputs, { job: { event: 'pull_request' } }));
  expect([errors(run), run.exitCode]).toEqual([[], 0]);
  expect(run.exported).toHaveProperty('AWS_SESSION_TOKEN');
  expect(seconds).toBeLessThan(2 * BUSY);
});

test('a forged stack of 200,000 slashes', async () => {
  await project('({})', `throw Object.assign(new Error('x'), { stack: '/'.repeat(200_000) });`);
  const { run, seconds } = await timed(step());
  expect([errors(run).length, run.exitCode]).toEqual([1, 1]);
  expect(seconds).toBeLessThan(BUSY);
});

test.each([
  ['.env', `A=${' '.repeat(120_000)}x`],
  ['.env', `A=x${' '.repeat(200_000)}y`],
  ['.env', ' '.repeat(1_000_000)],
  ['.aws/config', `[default]\nregion${' '.repeat(300_000)}x\n`],
  ['.aws/config', `[default]\nregion = x${' '.repeat(300_000)}y\n`],
  ['.aws/credentials', `[default]\nx${'\t'.repeat(300_000)}y`],
  ['.sst/stage', `${' '.repeat(1_000_000)}x`],
])('%s with white space without end is read in little time', async (file, text) => {
  await mkdir(path.join(workspace, path.dirname(file)), { recursive: true });
  await writeFile(path.join(workspace, file), text);
  // Processor time, because the clock depends on other work of the machine.
  const spy = path.join(workspace, 'spy.cjs');
  const told = path.join(workspace, 'cpu');
  await writeFile(
    spy,
    `if (require('worker_threads').isMainThread) process.on('exit', () =>
      require('fs').writeFileSync(${JSON.stringify(told)}, String(process.cpuUsage().user / 1e6)));`,
  );
  const inputs = { 'aws-region': '', stage: '', 'action-timeout-s': '50' };
  await step(inputs, { home: workspace, env: { NODE_OPTIONS: `--require ${spy}` } });
  expect(Number(await readFile(told, 'utf8'))).toBeLessThan(4);
});

test('500 roles to assume: one error, and STS is asked for none of them', async () => {
  const roles = `Array.from({ length: 500 }, (_, n) => ({ roleArn: 'arn:aws:iam::444455556666:role/r' + n }))`;
  await project(`({ name: 'shop', home: 'aws', providers: { aws: { assumeRoles: ${roles} } } })`);
  const run = await step();
  expect([errors(run), run.exitCode]).toEqual([['Too many roles to assume'], 1]);
  expect(services.aws.requests.map(({ action }) => action)).toEqual(['AssumeRoleWithWebIdentity']);
  expect(run.stdout.length).toBeLessThan(5_000);
});

test('a GitHub API that ignores `page`', async () => {
  for (let n = 0; n < 100; n++)
    services.github.comments.add({ repository: 'acme/shop', issue: PULL_REQUEST, body: 'Nice work!' });
  services.github.comments.ignoresPage = true;
  const inputs = { comment: 'true', 'github-token': 'ghs_x', 'action-timeout-s': '30' };
  const run = await step(inputs, { job: { event: 'pull_request' } });
  expect(run.exitCode).toBe(0);
  const pages = services.github.requests.filter(({ action }) => action === 'ListComments');
  expect(pages.length).toBeLessThan(60);
});

test('a GitHub API that answers something else: a warning', async () => {
  const bodies = [
    '"text"',
    '{}',
    '[null, 7, {"user": null}, {"id": "1", "user": {"login": "github-actions[bot]"}}]',
    'not json',
  ];
  const titles: unknown[] = [];
  for (const body of bodies) {
    services.github.heal();
    const answer = { status: 200, code: '', message: '', body };
    services.github.inject({ action: 'ListComments', answer, times: Number.POSITIVE_INFINITY });
    const run = await step(
      { comment: 'true', 'github-token': 'ghs_x', 'action-timeout-s': '30' },
      { job: { event: 'pull_request' } },
    );
    expect([run.exitCode, errors(run), run.stderr]).toEqual([0, [], '']);
    titles.push(run.annotations.filter(({ level }) => level === 'warning').length);
  }
  expect(titles).toEqual([1, 1, 1, 1]);
});
