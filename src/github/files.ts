import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { EOL } from 'node:os';
import * as core from '@actions/core';
import { Failure } from '../failure.ts';
import { runner } from './commands.ts';
import { runnerFileNotWritten, summaryNotWritten } from './messages.ts';

/** What a step leaves to the runner: state for its post step, outputs and environment variables for later steps. */
type Left = Readonly<Partial<Record<'STATE' | 'OUTPUT' | 'ENV', Readonly<Record<string, string>>>>>;

/** How a runner without the file takes its values. None for `ENV`: it would print the keys, and runners refuse it. */
const COMMANDS = { STATE: core.saveState, OUTPUT: core.setOutput, ENV: undefined } as const;

export const files = {
  /**
   * Leaves all of the values, or none: they are written in the order of `Left`, each file at once, and if one cannot be
   * written, the others become as they were. (@actions/core writes a file once for each value.)
   *
   * @throws Failure if a file cannot be written.
   */
  leave(left: Left): void {
    const undo: Array<() => void> = [];
    const commands: Array<() => void> = [];
    try {
      for (const file of ['STATE', 'OUTPUT', 'ENV'] as const) {
        const values = Object.entries(left[file] ?? {});
        const command = process.env[`GITHUB_${file}`] ? undefined : COMMANDS[file];
        if (command)
          commands.push(() => {
            for (const [name, value] of values) command(name, value);
          });
        else if (values.length > 0) undo.push(append(`GITHUB_${file}`, values));
      }
    } catch (error) {
      for (const back of undo.reverse()) back();
      throw error;
    }
    for (const command of commands) command();
  },

  /** A value that the main step left for the post step; '' if it left none. */
  getState: (name: string): string => core.getState(name),

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

/** Appends all of the values, or nothing. @returns what takes them back. */
function append(variable: string, values: ReadonlyArray<[string, string]>): () => void {
  let back = () => {};
  try {
    const file = process.env[variable];
    if (!file) throw new Error('the runner did not set this variable');
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    back = () => {
      try {
        truncateSync(file, size);
      } catch {
        // It is no file, or nothing more can be done.
      }
    };
    appendFileSync(file, values.map(lines).join(''));
    return back;
  } catch (error) {
    // A disk that is nearly full takes a part.
    back();
    throw new Failure(runnerFileNotWritten(variable, (error as Error).message), error);
  }
}

/** The form for values of several lines (GitHub's documentation, "Workflow commands", "Multiline strings"). */
function lines([name, value]: [string, string]): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}
