import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Evaluation, LIMITS, type Limits, type SandboxRequest } from './sandbox/request.ts';

/** How much longer than the interpreter the thread has, in milliseconds: the interpreter stops by itself. */
const GRACE = 1_000;

/**
 * Starts the thread that evaluates a config in the interpreter. Starting a thread takes 30 ms of processor time (measured).
 * In the step's own thread a config that computes for 3 s would delay the role's request, the timeout and the answer to
 * a signal by 3 s; in one of its own it delays none of them.
 */
export function startSandbox(limits: Limits = LIMITS) {
  const worker = new Worker(script(), {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const ended = new Promise<Evaluation>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'out of memory' });
      else reject(error);
    });
    worker.once('exit', code => resolve({ kind: 'ended', code }));
  });
  ended.catch(() => {}); // `evaluate` throws it.
  return {
    async evaluate(request: SandboxRequest): Promise<Evaluation> {
      const { milliseconds } = limits;
      worker.postMessage({ request, limits });
      const outOfTime: Evaluation = { kind: 'out of time', milliseconds };
      const late = setTimeout(milliseconds + GRACE, outOfTime, { ref: false });
      try {
        return await Promise.race([ended, late]);
      } finally {
        void worker.terminate();
      }
    },
    /** Ends the thread unused. */
    stop(): undefined {
      void worker.terminate();
    },
  };
}

/** In dist/ a bundle of its own beside main's; in src/ the file itself. */
function script(): URL {
  const self = import.meta.url;
  return self.endsWith('.ts') ? new URL('sandbox/worker.ts', self) : new URL('../worker/index.js', self);
}
