import type { Problem } from '../failure.ts';

export const runnerFileNotWritten = (variable: string, reason: string): Problem => ({
  title: `${variable} could not be written`,
  what: `The runner's file ${variable} could not be written: ${reason}.`,
  next: `Check that the disk of the runner has room, and that no earlier step changed ${variable}.`,
});

export const summaryNotWritten = (reason: string): Problem => ({
  title: 'No job summary',
  what: `The job summary could not be written: ${reason}`,
  next: 'Check that the disk of the runner has room, and that GITHUB_STEP_SUMMARY names a file.',
});
