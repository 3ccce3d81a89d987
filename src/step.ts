import { runner } from './github/commands.ts';
import { openLog, type Section } from './github/log.ts';
import { hidesAccounts, secretsIn } from './inputs/inputs.ts';
import { type Interruption, watchForInterruption } from './interruption.ts';

/** The log's groups, in the order of the stages. */
const GROUPS = ['SST project', 'AWS credentials', 'SST bootstrap', 'SST stage'] as const;

/** What every part of the step works with. */
export interface Step {
  /** As the runner gave it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends every request under way. */
  readonly stop: AbortController;
  /** What can end the step at any moment: it ends the requests too. */
  readonly interruption: Interruption;
  /** The log's groups, in the order of GROUPS. */
  readonly logs: readonly [project: Section, credentials: Section, bootstrap: Section, stage: Section];
}

/** Begins the step: masks the secrets among the inputs, before anything is printed. */
export function openStep(environment: NodeJS.ProcessEnv): Step {
  const stop = new AbortController();
  const interruption = watchForInterruption();
  interruption.signal.addEventListener('abort', () => stop.abort());
  if (hidesAccounts(environment)) runner.hideAccounts();
  for (const secret of secretsIn(environment)) runner.mask(secret);
  // The guard checks the job's AWS_PROFILE for SST. The action's own requests must not follow it: the SDK reads endpoints
  // and regions from the profile.
  delete process.env['AWS_PROFILE'];
  return { environment, stop, interruption, logs: openLog(runner, GROUPS) };
}
