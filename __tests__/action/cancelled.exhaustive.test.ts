// The runner cancels a job: SIGINT, then SIGTERM. Runs the built dist/ as a runner would.
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

/** Milliseconds: a step ends within a fraction of a second; a busy machine takes longer. */
const BUSY = 5_000;

let services: LocalServices;
let workspace: string;
let home: string;

beforeEach(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'cancelled-'));
  home = await mkdtemp(path.join(os.tmpdir(), 'cancelled-home-'));
  await project("({ name: 'shop', home: 'aws' })");
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  for (const folder of [workspace, home]) await rm(folder, { recursive: true, force: true });
});

const project = (app: string) =>
  writeFile(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({ app: () => ${app}, async run() {} });\n`,
  );

const titles = (run: Run, level: string) =>
  run.annotations.filter(one => one.level === level).map(({ title }) => title);

interface Ended {
  readonly run: Run;
  /** Milliseconds from the signal to the end of the process. */
  readonly took: number;
}

/** Runs the step, and signals it as soon as the condition holds. */
async function cancelled(
  signal: NodeJS.Signals,
  when: () => boolean | Promise<boolean>,
  options: RunOptions = {},
): Promise<Ended> {
  let child: ChildProcess | undefined;
  let sent = 0;
  const running = runAction({
    workspace,
    home,
    ...options,
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': services.role.arn,
      stage: 'production',
      'aws-profile': 'deploy',
      'output-env-credentials': 'true',
      ...options.with,
    },
    env: { ...services.env, ...options.env },
    onStart: started => {
      child = started;
    },
  });
  let ended = false;
  void running.finally(() => {
    ended = true;
  });
  while (!ended && !(await when())) await new Promise(resolve => setTimeout(resolve, 5));
  sent = performance.now();
  child?.kill(signal);
  const run = await running;
  return { run, took: performance.now() - sent };
}

const arrived = (action: string) => () =>
  [...services.aws.requests, ...services.github.requests].some(request => request.action === action);

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function expectNothingLeft({ run, took }: Ended): Promise<void> {
  expect([titles(run, 'error'), run.exitCode, run.signal, run.stderr]).toEqual([
    ['The job was cancelled'],
    1,
    null,
    '',
  ]);
  expect(took).toBeLessThan(BUSY);
  expect(run.exported).toEqual({});
  await runPost(run);
  expect(await readdir(home, { recursive: true })).toEqual([]);
}

describe.each(SIGNALS)('%s', signal => {
  test.each(['GetIdToken', 'AssumeRoleWithWebIdentity', 'GetParameters', 'HeadBucket'])(
    'while %s is not answered: nothing is exported',
    async action => {
      for (const server of [services.aws, services.github])
        server.inject({ action, answer: 'timeout', times: Number.POSITIVE_INFINITY } as never);
      await expectNothingLeft(await cancelled(signal, arrived(action)));
    },
  );

  test('twice: the second one does not kill the step while it reports', async () => {
    services.aws.inject({ action: 'HeadBucket', answer: 'timeout', times: Number.POSITIVE_INFINITY });
    const twice = { env: { NODE_OPTIONS: `--require ${path.join(workspace, 'twice.cjs')}` } };
    await writeFile(
      path.join(workspace, 'twice.cjs'),
      `if (require('worker_threads').isMainThread)
        process.once('${signal}', () => process.nextTick(() => process.kill(process.pid, '${signal}')));`,
    );
    await expectNothingLeft(await cancelled(signal, arrived('HeadBucket'), twice));
  });

  test('while a request is retried', async () => {
    const answer = { status: 500, code: 'InternalFailure', message: 'sorry' };
    services.aws.inject({ service: 'sts', answer, times: Number.POSITIVE_INFINITY });
    await expectNothingLeft(await cancelled(signal, arrived('AssumeRoleWithWebIdentity')));
  });

  test('while the config is evaluated', async () => {
    await project('{ for (;;); }');
    await expectNothingLeft(await cancelled(signal, arrived('AssumeRoleWithWebIdentity')));
  });

  test('while another job holds the profile files: its lock stays', async () => {
    const lock = path.join(workspace, 'credentials.lock');
    const hold = setInterval(() => void writeFile(lock, ''), 20);
    const files = {
      AWS_SHARED_CREDENTIALS_FILE: path.join(workspace, 'credentials'),
      AWS_CONFIG_FILE: path.join(workspace, 'config'),
    };
    const readyToWrite = () =>
      arrived('DescribeRepositories')() &&
      services.aws.requests.every(request => request.answered !== undefined);
    const late = async () =>
      readyToWrite() && (await new Promise(done => setTimeout(() => done(true), 200))) === true;
    const ended = await cancelled(signal, late, { env: files });
    clearInterval(hold);
    await expectNothingLeft(ended);
    // The step had the lock of the other file.
    expect((await readdir(workspace)).toSorted()).toEqual(['credentials.lock', 'sst.config.ts']);
  });

  test('while the comment is written: what was exported stays, with a warning', async () => {
    services.github.inject({ action: 'ListComments', answer: 'timeout', times: Number.POSITIVE_INFINITY });
    const { run, took } = await cancelled(signal, arrived('ListComments'), {
      with: { comment: 'true', 'github-token': 'ghs_x' },
      job: { event: 'pull_request' },
    });
    expect([run.exitCode, titles(run, 'error'), titles(run, 'warning')]).toEqual([
      0,
      [],
      ['The comment might lack a row'],
    ]);
    expect(took).toBeLessThan(BUSY);
    expect(run.exported).toHaveProperty('AWS_SESSION_TOKEN');
  });
});
