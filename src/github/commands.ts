// A part of @actions/core by its path: its index, which is all that its "exports" offer, also loads an HTTP client
// (undici) for the ID token, which `id-token.ts` requests without it. That took 65 ms of every start.
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import { type Place, type Problem, problemText } from '../failure.ts';

/** What the action prints for the runner, as @actions/core writes it. */
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
};

function annotation({ title, place }: Problem): Record<string, string | number> {
  return { title, ...(place ? position(place) : {}) };
}

function position({ file, line, column }: Place): Record<string, string | number> {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { col: column }) };
}
