import { Failure, type Problem } from './failure.ts';

/** What a step that stops says last: all or nothing. */
export const NOTHING_EXPORTED = 'Nothing was exported.';

/** `action-timeout-s` ran out. */
export function outOfTime(seconds: number): Problem {
  return {
    title: 'Out of time',
    what: `The step did not end within the ${seconds} s that \`action-timeout-s\` gives it.`,
    next: 'See in the log above what it was waiting for, or give it more time.',
  };
}

/** The problem that any error comes to: a Failure's own, and for all else a defect of this action. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem;
  return {
    title: 'Unexpected error',
    what: `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}.`,
    next: 'This is a defect of sst-creds, please report it: run the job again with debug logging and attach the log.',
  };
}

/** The job summary could not be written: a warning, the step's result stands. */
export function summaryNotWritten(said: string): Problem {
  return {
    title: 'No job summary',
    what: `The job summary could not be written: ${said}`,
    next: 'Check that the disk of the runner has room, and that GITHUB_STEP_SUMMARY names a file.',
  };
}
