import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A workflow as act ran it. */
export interface WorkflowRun {
  readonly exitCode: number | null;
  /** All that act printed, as a person reads it. */
  readonly log: string;
  /** Each step that ended: the job's name, the step's, and how. */
  readonly steps: ReadonlyArray<{ job: string; stage: string; step: string; result: string }>;
}

interface Line {
  readonly msg?: string;
  readonly job?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepResult?: string;
}

/**
 * Runs a workflow of a folder with act, on this machine itself (no container engine), with Node 24 for its actions.
 *
 * @param workflow the workflow file. @param folder the files that `actions/checkout` checks out. @param event the event's
 * name and payload. @param env the runner's variables for the job (token service, endpoint). @param token the value of
 * `github.token`. @param bin a folder that is first on PATH. @param only arguments that choose jobs, such as
 * `['--job', 'check']`.
 */
export async function runWorkflow(options: {
  workflow: string;
  folder?: string;
  event: 'push' | 'pull_request' | 'pull_request_target' | 'workflow_dispatch';
  payload?: object;
  env: Record<string, string>;
  token?: string;
  bin?: string;
  only?: readonly string[];
}): Promise<WorkflowRun> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'act-'));
  try {
    const payload = path.join(scratch, 'event.json');
    await writeFile(payload, JSON.stringify(options.payload ?? {}));
    const env: Record<string, string> = { PROJECT: root, HOME: scratch, ...options.env };
    const child = spawn(
      path.join(root, '.cache/python/bin/act'),
      [
        options.event,
        ...(options.only ?? []),
        ...['--workflows', options.workflow, '--directory', options.folder ?? root, '--eventpath', payload],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'self-hosted=-self-hosted'],
        ...['--json', '--no-cache-server', '--secret', `GITHUB_TOKEN=${options.token ?? ''}`],
        ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ],
      {
        env: {
          PATH: [options.bin, path.join(root, 'node_modules/.bin'), process.env['PATH']]
            .filter(Boolean)
            .join(path.delimiter),
          HOME: scratch,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { exitCode, ...read(output) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function read(output: string): Pick<WorkflowRun, 'log' | 'steps'> {
  const lines = output.split('\n').filter(Boolean).map(parse);
  const steps = lines.flatMap(({ job, stage, step, stepResult }) =>
    stepResult && job && step ? [{ job, stage: stage ?? '', step, result: stepResult }] : [],
  );
  return { log: lines.map(({ job, msg }) => `[${job ?? ''}] ${(msg ?? '').trimEnd()}`).join('\n'), steps };
}

function parse(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return { msg: line };
  }
}
