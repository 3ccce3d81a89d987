import { Worker } from 'node:worker_threads';
import { type Evaluation, LIMITS, type SandboxRequest } from './sandbox/request.ts';

/** How much longer than the interpreter the thread has, in milliseconds: the interpreter stops by itself. */
const GRACE = 1_000;

/**
 * Evaluates a config in the interpreter, in a thread of its own: in the step's thread a config that computes for 3 s would
 * delay the role's request, the timeout and the answer to a signal by 3 s.
 */
export function evaluate(request: SandboxRequest): Promise<Evaluation> {
  const { promise, resolve, reject } = Promise.withResolvers<Evaluation>();
  const { megabytes, milliseconds } = LIMITS;
  const worker = new Worker(script(), {
    workerData: { request, limits: LIMITS },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'out of memory' });
    else reject(error);
  });
  worker.once('exit', code => resolve({ kind: 'ended', code }));
  const late = setTimeout(() => resolve({ kind: 'out of time', milliseconds }), milliseconds + GRACE);
  return promise.finally(() => {
    clearTimeout(late);
    void worker.terminate();
  });
}

/** In dist/ a bundle of its own beside main's; in src/ the file itself. */
function script(): URL {
  const self = import.meta.url;
  return self.endsWith('.ts') ? new URL('sandbox/worker.ts', self) : new URL('../worker/index.js', self);
}
