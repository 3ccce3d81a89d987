import { Failure, NOTHING_EXPORTED, type Problem } from './failure.ts';
import { runner } from './github/commands.ts';
import { openLog } from './github/log.ts';
import { hidesAccounts, secretsIn } from './inputs/inputs.ts';

export type Step = ReturnType<typeof openStep>;

/**
 * Begins the step: masks the secrets among the inputs, before anything is printed, and listens to what ends a step early.
 * The runner cancels a job with SIGINT, sends SIGTERM 7.5 s later, and kills the process after another 2.5 s (GitHub docs,
 * "Workflow cancellation reference"). An error that nothing handles is reported like any other.
 */
export function openStep(environment: NodeJS.ProcessEnv) {
  const stop = new AbortController();
  const interrupting = new AbortController();
  const { signal: interrupted } = interrupting;
  interrupted.addEventListener('abort', () => stop.abort());
  const interrupt = (problem: Problem) => interrupting.abort(new Failure(problem));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () =>
      interrupt({
        title: 'The job was cancelled',
        what: `The runner sent ${signal} before the step had finished. ${NOTHING_EXPORTED}`,
      }),
    );
  process.on('uncaughtException', error => interrupting.abort(error));
  if (hidesAccounts(environment)) runner.hideAccounts();
  for (const secret of secretsIn(environment)) runner.mask(secret);
  // The guard checks the job's AWS_PROFILE for SST. The action's own requests must not follow it: the SDK reads endpoints
  // and regions from the profile.
  delete process.env['AWS_PROFILE'];
  return {
    environment,
    /** Aborted when the step has to end at once: the job is cancelled, the time is over, or an error was not handled. */
    interrupted,
    /** Ends every request under way. Aborted by an interruption, too. */
    stop,
    logs: openLog(runner, ['SST project', 'AWS credentials', 'SST bootstrap', 'SST stage']),
    /** Interrupts the step after so many seconds; 0 for never. */
    limit(seconds: number): void {
      const outOfTime = {
        title: 'Out of time',
        what: `The step did not finish within the ${seconds} s that \`action-timeout-s\` gives it. ${NOTHING_EXPORTED}`,
        next: 'The log above shows what it was waiting for. Set a larger `action-timeout-s` if that normally takes longer.',
      };
      if (seconds > 0) setTimeout(() => interrupt(outOfTime), seconds * 1000);
    },
  };
}

/** The oldest Node that the action is tested with: __tests__/conformance/node-versions.test.ts. */
const OLDEST_NODE = 22;

/** @throws Failure if the runner's Node is older than every one that the action is tested with. */
export function checkNode(version: string): void {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
  throw new Failure({
    title: "The runner's Node is too old",
    what: `This runner runs actions with Node ${version}. sst-creds needs Node ${OLDEST_NODE} or newer.`,
    next: 'Update the runner: a runner updates itself, unless it was set up with `--disableupdate`.',
  });
}
