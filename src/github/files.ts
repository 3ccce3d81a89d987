import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { EOL } from 'node:os';
import { Failure } from '../failure.ts';
import { runner } from './commands.ts';
import { runnerFileNotWritten, summaryNotWritten } from './messages.ts';

/** What a step leaves to the runner: state for its post step, outputs and environment variables for later steps. */
type Left = Readonly<Partial<Record<'STATE' | 'OUTPUT' | 'ENV', Readonly<Record<string, string>>>>>;

export const files = {
  /**
   * Leaves all of the values, or none: each file is written at once, in the order given, and if one cannot be written, the
   * others become as they were. (@actions/core writes a file once for each value.)
   *
   * @throws Failure if a file cannot be written.
   */
  leave(left: Left): void {
    const before: Array<[file: string, size: number]> = [];
    for (const [name, values] of Object.entries(left)) {
      const text = Object.entries(values).map(lines).join('');
      if (text === '') continue;
      const variable = `GITHUB_${name}`;
      try {
        const file = process.env[variable];
        if (!file) throw new Error('the runner did not set this variable');
        before.push([file, statSync(file, { throwIfNoEntry: false })?.size ?? 0]);
        appendFileSync(file, text);
      } catch (error) {
        // Also the file that failed: a disk that is nearly full takes a part.
        for (const [file, size] of before) truncate(file, size);
        throw new Failure(runnerFileNotWritten(variable, (error as Error).message), error);
      }
    }
  },

  /** Appends to the job summary, if the runner has one. By then the step is decided: a failure is a warning. */
  summary(markdown: string): void {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (!file) return;
    try {
      // Not `core.summary`: its error says nothing of the file.
      appendFileSync(file, `${runner.redacted(markdown)}${EOL}`);
    } catch (error) {
      runner.warning(summaryNotWritten((error as Error).message));
    }
  },
};

function truncate(file: string, size: number): void {
  try {
    truncateSync(file, size);
  } catch {
    // It is no file, or nothing more can be done.
  }
}

/** The form for values of several lines (GitHub's documentation, "Workflow commands", "Multiline strings"). */
function lines([name, value]: [string, string]): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}
