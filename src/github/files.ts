import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import * as core from '@actions/core';
import { summaryNotWritten } from '../failure-messages.ts';
import { runner } from './commands.ts';

type Values = Readonly<Record<string, string>>;

/** What the action leaves to the runner in its command files, as @actions/core writes them. */
export const files = {
  /** Outputs of the step, for the steps after it. */
  setOutputs(values: Values): void {
    give('OUTPUT', core.setOutput, values);
  },

  /** Environment variables for the steps after this one. */
  exportVariables(values: Values): void {
    Object.assign(process.env, values);
    give('ENV', core.exportVariable, values);
  },

  /** Leaves a value to the post step. */
  saveState(name: string, value: string): void {
    core.saveState(name, value);
  },

  /** A value that the main step left; empty where it left none. */
  getState(name: string): string {
    return core.getState(name);
  },

  /**
   * Appends to the job summary; on a runner without one (no GITHUB_STEP_SUMMARY) does nothing. One that cannot be written
   * fails nothing: by then the step is decided.
   */
  summary(markdown: string): void {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (!file) return;
    try {
      // Not `core.summary`: it writes asynchronously, and its error says nothing of the file.
      appendFileSync(file, `${markdown}${EOL}`);
    } catch (error) {
      runner.warning(summaryNotWritten((error as Error).message));
    }
  },
};

/**
 * Writes all values at once, so that a process that is killed meanwhile has given all of them or none: `core.exportVariable`
 * and `core.setOutput` write the file once for each. On a runner without these files they print the older commands.
 */
function give(file: 'ENV' | 'OUTPUT', one: (name: string, value: string) => void, values: Values): void {
  const entries = Object.entries(values);
  const target = process.env[`GITHUB_${file}`];
  if (!target) for (const [name, value] of entries) one(name, value);
  else if (entries.length > 0) appendFileSync(target, entries.map(entry => lines(...entry)).join(''));
}

/** The form for values of several lines (GitHub's documentation, "Workflow commands", "Multiline strings"). */
function lines(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}
