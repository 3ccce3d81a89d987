// The job of a deploy, and checks of its result.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

export const account = '123456789012';
export const role = `arn:aws:iam::${account}:role/sst-deploy`;
export let services: LocalServices;
export let workspace: string;

beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'main-job-'));
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

/** The services again, with these options. */
export async function restart(options: Parameters<typeof startServices>[0]): Promise<void> {
  await services.close();
  services = await startServices(options);
}

/** An sst.config.ts of the app `shop`, whose `providers.aws` is the given code. */
export async function project(aws = '{}', folder = '.'): Promise<void> {
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
export function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': role, stage: 'production', ...inputs },
    workspace,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

export const errors = (run: Run) => run.annotations.filter(({ level }) => level === 'error');
export const actions = () => services.aws.requests.map(({ action }) => action);
export const writes = () => services.aws.requests.filter(request => request.write);

/** Checks that the step stopped with one error, and exported nothing. */
export function expectStopped(run: Run): string {
  expect(run.exitCode).toBe(1);
  expect(errors(run)).toHaveLength(1);
  expect(run.exported).toEqual({});
  expect(run.refused).toEqual([]);
  return errors(run)[0]?.message ?? '';
}

/** Checks that no secret of the session is in the summary, or in the log before it is masked. */
export function expectNoSecret(run: Run): void {
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
