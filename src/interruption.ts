import { Failure, type Problem } from './failure.ts';

/** What can end the step at any moment. */
export interface Interruption {
  /** Aborted when the step has to end at once; the reason is the Failure to report. */
  readonly signal: AbortSignal;
  /** Ends the step after so many seconds; 0 for never. */
  limit(seconds: number): void;
}

/**
 * Listens to what ends a step early. The runner cancels a job with SIGINT, sends SIGTERM 7.5 s later, and kills the process
 * after another 2.5 s (GitHub docs, "Workflow cancellation reference"). An error that nothing handles ends it too, so that
 * it is reported like any other.
 */
export function watchForInterruption(): Interruption {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort(new Failure(cancelled(signal))));
  process.on('uncaughtException', error => controller.abort(error));
  return {
    signal: controller.signal,
    limit(seconds) {
      if (seconds > 0) setTimeout(() => controller.abort(new Failure(outOfTime(seconds))), seconds * 1000);
    },
  };
}

/** Rejects with the signal's reason when it is aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function cancelled(signal: NodeJS.Signals): Problem {
  return {
    title: 'The job was cancelled',
    what: `The step was ended by ${signal} before it had finished. Nothing was exported.`,
  };
}

/** `action-timeout-s` ran out. */
function outOfTime(seconds: number): Problem {
  return {
    title: 'Out of time',
    what: `The step did not finish within the ${seconds} s that \`action-timeout-s\` gives it. Nothing was exported.`,
    next: 'The log above shows what it was waiting for. Set a larger `action-timeout-s` if that normally takes longer.',
  };
}
