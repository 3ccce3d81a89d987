import { readFileSync } from 'node:fs';
import { runAction } from '../../local/runner/run.ts';
import type { World } from '../../local/world.ts';

/** What is measured: an action's folder, the step's inputs, and where it runs. */
export interface Case {
  readonly name: string;
  readonly action: string;
  readonly inputs: Record<string, string>;
  readonly workspace: string;
}

/** The same without the guard and the bootstrap. */
export function credentialsAlone({ inputs, ...rest }: Case): Case {
  const alone = { ...inputs, bootstrap: 'skip', 'profile-guard': 'off' };
  return { ...rest, name: 'credentials alone', inputs: alone };
}

/** One whole process: milliseconds from its start to its end, and what it asked for. */
export interface Sample {
  readonly ms: number;
  readonly requests: number;
  /** How many requests had to wait for one another, at the most. */
  readonly depth: number;
}

/** Runs the case once. @throws Error where the step fails. */
export async function sample(world: World, { name, action, inputs, workspace }: Case): Promise<Sample> {
  const before = { aws: world.aws.requests.length, github: world.github.requests.length };
  let started = 0;
  let ended = 0;
  const run = await runAction({
    action,
    with: inputs,
    workspace,
    env: world.env,
    timeout: 300_000,
    onStart: child => {
      started = performance.now();
      child.once('exit', () => {
        ended = performance.now();
      });
    },
  });
  if (run.exitCode !== 0) throw new Error(`${name} failed:\n${run.log}${run.stderr}`);
  await run.remove();
  const requests = [
    ...world.github.requests.slice(before.github).filter(request => request.action === 'GetIdToken'),
    ...world.aws.requests.slice(before.aws),
  ];
  return { ms: ended - started, requests: requests.length, depth: depthOf(requests) };
}

/** The longest chain of requests of which each arrived after the one before it was answered. */
function depthOf(requests: ReadonlyArray<{ arrived: number; answered?: number }>): number {
  const sorted = [...requests].sort((one, other) => one.arrived - other.arrived);
  const depths: number[] = [];
  for (const [index, { arrived }] of sorted.entries()) {
    const waitedFor = depths.filter(
      (_, earlier) => earlier < index && (sorted[earlier]?.answered ?? Infinity) <= arrived,
    );
    depths.push(1 + Math.max(0, ...waitedFor));
  }
  return Math.max(0, ...depths);
}

/** Megabytes at the most: of the step's process, and of the child that evaluates the config (0 where there is none). */
export interface Peak {
  readonly step: number;
  readonly child: number;
}

/**
 * Runs the case once more and looks at its memory every two milliseconds; not timed, since looking takes time. Linux
 * keeps each process's peak, so that the last look is nearly the whole. Undefined on other systems.
 */
export async function peakMemory(
  world: World,
  { action, inputs, workspace }: Case,
): Promise<Peak | undefined> {
  if (process.platform !== 'linux') return undefined;
  const peak = { step: 0, child: 0 };
  let timer: NodeJS.Timeout | undefined;
  const run = await runAction({
    action,
    with: inputs,
    workspace,
    env: world.env,
    onStart: ({ pid }) => {
      timer = setInterval(() => {
        peak.step = Math.max(peak.step, highest(pid));
        for (const child of childrenOf(pid)) peak.child = Math.max(peak.child, highest(child));
      }, 2);
    },
  });
  clearInterval(timer);
  await run.remove();
  return peak;
}

function highest(pid: number | undefined): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}

function childrenOf(pid: number | undefined): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Empty where the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
