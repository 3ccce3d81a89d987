import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Deployment } from '../../src/sst/deployment.ts';
import { type DeploymentRequest, inspectDeployment } from '../../src/sst/index.ts';

const made: string[] = [];

/** A folder with these files in it, by their path. */
export async function projectWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'guard-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** Removes what `projectWith` made. */
export async function removeProjects(): Promise<void> {
  await Promise.all(made.splice(0).map(folder => rm(folder, { recursive: true, force: true })));
}

/** What the guard makes of a project: with keys to be exported, for stage `production`, in a job with nothing else. */
export async function inspected(
  folder: string,
  request: Partial<Omit<DeploymentRequest, 'stage'>> & { stage?: string | undefined } = {},
): Promise<Deployment & { readonly log: readonly string[] }> {
  const log: string[] = [];
  const { stage, ...rest } = { stage: 'production', ...request };
  const deployment = await inspectDeployment({
    workspace: folder,
    workingDirectory: folder,
    ...(stage === undefined ? {} : { stage }),
    guard: 'fail',
    bootstrap: 'verify',
    environment: {},
    exportsKeys: true,
    log: { info: line => log.push(line), debug: line => log.push(`debug: ${line}`) },
    ...rest,
  });
  return { ...deployment, log };
}
