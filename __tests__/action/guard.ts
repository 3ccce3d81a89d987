// The step, and checks of its result, for the tests of the profile guard.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { Annotation } from '../../local/runner/commands.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

export const account = '123456789012';
export let services: LocalServices;
export let workspace: string;

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

export async function project(config: string, files: Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ 'sst.config.ts': config, ...files })) {
    await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
    await writeFile(path.join(workspace, name), text);
  }
}

export function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
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

export const levels = (run: Run, level: string) =>
  run.annotations.filter(annotation => annotation.level === level);
const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** Checks that the step stopped with one error, and exported nothing. @returns the error. */
export function stopped(run: Run): Annotation {
  const errors = levels(run, 'error');
  expect(errors).toHaveLength(1);
  expect([run.exitCode, run.exported, run.refused]).toEqual([1, {}, []]);
  return errors[0] ?? { level: 'error', message: '' };
}

/** Checks that the step succeeded and exported the session. @returns the titles of its warnings. */
export function passed(run: Run) {
  expect({ error: levels(run, 'error'), refused: run.refused }).toEqual({ error: [], refused: [] });
  expect(run.exitCode).toBe(0);
  for (const key of keys) expect(run.exported[key]).toBeTruthy();
  return levels(run, 'warning').map(({ title }) => title);
}
