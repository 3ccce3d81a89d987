// The log and the summary of a step. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const account = '123456789012';
let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'report-'));
  await project();
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const project = (aws = '{}') =>
  writeFile(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({\n  app: () => ({ name: 'shop', home: 'aws', providers: { aws: ${aws} } }),\n  async run() {},\n});\n`,
  );

const ready = () => bootstrapAsSst(services.aws, { account, region: 'us-east-1' });

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  const role = `arn:aws:iam::${account}:role/sst-deploy`;
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': role, stage: 'production', ...inputs },
    workspace,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

/** The log as lines, without the parts that differ in every run. */
const lines = (run: Run) => run.log.trimEnd().split('\n');
const groups = (run: Run) => lines(run).filter(line => line.startsWith('▸'));

test('the log: a group a stage, in their order, and the verdict below them', async () => {
  ready();
  const run = await step();
  expect(groups(run)).toEqual(['▸ SST project', '▸ AWS credentials', '▸ SST bootstrap', '▸ SST stage']);
  expect(lines(run).at(-1)).toBe(
    '\u001b[32mReady\u001b[39m to deploy shop / production: account 123456789012, region us-east-1. Exported AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_DEFAULT_REGION, SST_STAGE, SST_RUN_ID.',
  );
  expect(run.annotations).toEqual([]);
  expect(run.stderr).toBe('');
});

test.each(['verify', 'ensure'])('nothing is printed twice (%s)', async bootstrap => {
  ready();
  const printed = lines(await step({ bootstrap }));
  expect(printed.filter((line, index) => printed.indexOf(line) !== index)).toEqual([]);
});

test('under debug every request is told of, in the group of its stage, with its duration', async () => {
  ready();
  const run = await step({}, { debug: true });
  const [project, credentials, bootstrap] = run.log.split(/^▸ /m).slice(1);
  const requests = (text = '') =>
    [...text.matchAll(/##\[debug\](\w+ \w+): .*?(\d+) ms$/gm)].map(([, name]) => name);
  expect(requests(project)).toEqual([]);
  expect(requests(credentials)).toEqual(['GitHub GetIdToken', 'STS AssumeRoleWithWebIdentity']);
  const asked = services.aws.requests
    .map(({ action }) => action)
    .filter(action => action !== 'AssumeRoleWithWebIdentity');
  expect(
    requests(bootstrap)
      .map(name => name?.split(' ')[1])
      .sort(),
  ).toEqual(asked.sort());
});

test('without debug no request is told of', async () => {
  ready();
  expect((await step()).log).not.toMatch(/##\[debug\]|\d ms/);
});

test('a request that had to be tried again has a line for each try', async () => {
  ready();
  services.aws.inject({
    service: 'ssm',
    times: 2,
    answer: { status: 500, code: 'InternalServerError', message: 'sorry' },
  });
  const run = await step({}, { debug: true });
  expect(run.exitCode).toBe(0);
  const tries = [...run.log.matchAll(/##\[debug\]SSM GetParameters: (.*), \d+ ms$/gm)].map(([, how]) => how);
  expect(tries).toEqual(['InternalServerError (500): sorry', 'InternalServerError (500): sorry', 'ok']);
});

test('a step that stops: one error, at the line, and neither verdict nor secret', async () => {
  ready();
  await project(`{ profile: 'acme' }`);
  const run = await step();
  expect(run.annotations.map(({ level }) => level)).toEqual(['error']);
  expect(run.annotations[0]).toMatchObject({ file: 'sst.config.ts', line: 2 });
  expect(run.annotations[0]?.title).toBeTruthy();
  expect(run.log).not.toContain('Ready');
  expect(run.summary).toContain('### ❌ `shop` / `production` in `us-east-1`');
});

test('warnings are annotations of their own, with titles, and stand in the summary', async () => {
  ready();
  await project(`{ profile: 'acme' }`);
  const run = await step({ 'profile-guard': 'warn' });
  const warnings = run.annotations.filter(({ level }) => level === 'warning');
  expect(warnings.length).toBeGreaterThan(0);
  for (const { title, message } of warnings) {
    expect(title).toBeTruthy();
    expect(run.summary).toContain(`> **${title}**`);
    expect(run.log.split(message).length).toBe(2);
  }
  expect(new Set(warnings.map(({ title }) => title)).size).toBe(warnings.length);
});

test('a summary beside that of an earlier step begins on a line of its own', async () => {
  ready();
  const run = await step();
  expect(run.summary.startsWith('### ✅')).toBe(true);
  expect(run.summary.endsWith('\n')).toBe(true);
});
