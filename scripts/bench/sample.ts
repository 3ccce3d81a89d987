import { readFileSync } from 'node:fs';
import { runAction } from '../../local/runner/run.ts';
import type { Distance } from './distance.ts';

/** A case to measure: an action's folder, the step's inputs, and its environment. */
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

/** One whole process: milliseconds from its start to its end, and its requests. */
export interface Sample {
  readonly ms: number;
  readonly requests: number;
  /** Round trips to AWS that had to wait for each other. */
  readonly roundTrips: number;
}

/** Runs the case once. @throws Error if the step fails. */
export async function sample(distance: Distance, { name, action, inputs, workspace }: Case): Promise<Sample> {
  distance.taken();
  let started = 0;
  let ended = 0;
  const run = await runAction({
    action,
    with: inputs,
    workspace,
    env: distance.env,
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
  return { ms: ended - started, ...distance.taken() };
}

/**
 * The most memory, in megabytes, that the case's process takes. Runs it once more, and reads Linux's record of the peak
 * every two milliseconds. This run is not timed, because reading takes time. Undefined on other systems.
 */
export async function peakMemory(
  distance: Distance,
  { action, inputs, workspace }: Case,
): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  let peak = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = await runAction({
    action,
    with: inputs,
    workspace,
    env: distance.env,
    onStart: ({ pid }) => {
      timer = setInterval(() => {
        peak = Math.max(peak, peakOf(pid));
      }, 2);
    },
  });
  clearInterval(timer);
  await run.remove();
  return peak;
}

/** 0 if the process has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
