// The parts of @actions/core one by one, by their path: its index, which is all that its "exports" offer, also loads an
// HTTP client (undici) for the ID token, which `id-token.ts` requests without it. That took 65 ms of every start.
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';
import { summary } from '../../node_modules/@actions/core/lib/summary.js';
import { type Place, type Problem, problemText } from '../failure.ts';
import { summaryNotWritten } from '../messages/ending.ts';

/** How the action speaks to the runner: workflow commands and command files, as @actions/core writes them. */
export const runner = {
  /** Registers a value that the runner replaces by `***` in all that is printed from now on, here and in later steps. */
  mask(secret: string): void {
    // A mask of nothing, or of white space, would be refused with a warning.
    if (secret.trim() !== '') issueCommand('add-mask', {}, secret);
  },

  info(line: string): void {
    process.stdout.write(`${line}\n`);
  },

  /** Shown only when the workflow runs with debug logging. */
  debug(line: string): void {
    issueCommand('debug', {}, line);
  },

  startGroup(title: string): void {
    issue('group', title);
  },

  endGroup(): void {
    issue('endgroup');
  },

  notice(problem: Problem): void {
    issueCommand('notice', annotation(problem), problemText(problem));
  },

  warning(problem: Problem): void {
    issueCommand('warning', annotation(problem), problemText(problem));
  },

  /** The one `::error` of a step that fails. */
  error(problem: Problem): void {
    issueCommand('error', annotation(problem), problemText(problem));
  },

  /** An output of the step, for the steps after it. */
  setOutput(name: string, value: string): void {
    give('OUTPUT', 'set-output', name, value);
  },

  /** An environment variable for the steps after this one. */
  exportVariable(name: string, value: string): void {
    process.env[name] = value;
    give('ENV', 'set-env', name, value);
  },

  /** Leaves a value to the post step. */
  saveState(name: string, value: string): void {
    give('STATE', 'save-state', name, value);
  },

  /** A value that the main step left; empty where it left none. */
  getState(name: string): string {
    return process.env[`STATE_${name}`] ?? '';
  },

  /**
   * Appends to the job summary; on a runner without one (no GITHUB_STEP_SUMMARY) does nothing. One that cannot be written
   * fails nothing: by then the step is decided.
   */
  async summary(markdown: string): Promise<void> {
    if (!process.env['GITHUB_STEP_SUMMARY']) return;
    try {
      await summary.addRaw(markdown, true).write();
    } catch (error) {
      this.warning(summaryNotWritten((error as Error).message));
    }
  },
};

/** By the runner's command file, or by the command that older runners take, as @actions/core does it. */
function give(file: 'ENV' | 'OUTPUT' | 'STATE', command: string, name: string, value: string): void {
  if (process.env[`GITHUB_${file}`]) issueFileCommand(file, prepareKeyValueMessage(name, value));
  else issueCommand(command, { name }, value);
}

function annotation({ title, place }: Problem): Record<string, string | number> {
  return { title, ...(place ? position(place) : {}) };
}

function position({ file, line, column }: Place): Record<string, string | number> {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { col: column }) };
}
