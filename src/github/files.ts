import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
// Two parts of @actions/core by their path, as in commands.ts. They load node:crypto (for the lines between which a value
// stands), which is why they are not part of what prints: nothing is written before the first answer.
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';
import { summaryNotWritten } from '../failure-messages.ts';
import { runner } from './commands.ts';

type Values = Readonly<Record<string, string>>;

/** What the action leaves to the runner in its command files, as @actions/core writes them. */
export const files = {
  /** Outputs of the step, for the steps after it. */
  setOutputs(values: Values): void {
    give('OUTPUT', 'set-output', values);
  },

  /** Environment variables for the steps after this one. */
  exportVariables(values: Values): void {
    Object.assign(process.env, values);
    give('ENV', 'set-env', values);
  },

  /** Leaves a value to the post step. */
  saveState(name: string, value: string): void {
    give('STATE', 'save-state', { [name]: value });
  },

  /** A value that the main step left; empty where it left none. */
  getState(name: string): string {
    return process.env[`STATE_${name}`] ?? '';
  },

  /**
   * Appends to the job summary; on a runner without one (no GITHUB_STEP_SUMMARY) does nothing. One that cannot be written
   * fails nothing: by then the step is decided.
   */
  summary(markdown: string): void {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (!file) return;
    try {
      // As `core.summary` does, which loads node:fs/promises for it: 4 ms, where appending takes none.
      appendFileSync(file, `${markdown}${EOL}`);
    } catch (error) {
      runner.warning(summaryNotWritten((error as Error).message));
    }
  },
};

/**
 * By the runner's command file, or by the commands that older runners take, as @actions/core does it. The file is written
 * once for all values: a process that is ended meanwhile has given all of them, or none.
 */
function give(file: 'ENV' | 'OUTPUT' | 'STATE', command: string, values: Values): void {
  const entries = Object.entries(values);
  if (!process.env[`GITHUB_${file}`]) {
    for (const [name, value] of entries) issueCommand(command, { name }, value);
  } else if (entries.length > 0) {
    issueFileCommand(file, entries.map(([name, value]) => prepareKeyValueMessage(name, value)).join(EOL));
  }
}
