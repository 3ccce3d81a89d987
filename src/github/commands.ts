import { EOL } from 'node:os';
import { type Problem, problemText } from '../failure.ts';
import { printable, shortened, withoutAccounts } from '../text.ts';

/** Characters of a line of the log. */
const LINE_MAX = 1_000;
const TITLE_MAX = 200;
/** Characters of an annotation: the runner cuts it off at 4,096. */
const ANNOTATION_MAX = 4_000;

const secrets = new Set<string>();
let hidesAccounts = false;

/**
 * Everything that the action prints goes through here, and nothing else writes to the standard output. Whatever a text
 * quotes, it is printed without secrets, on lines of its own that are no workflow commands, and not too long.
 */
export const runner = {
  /** Registers a value that is replaced by `***` in everything printed from now on, here and by the runner in later steps. */
  mask(secret: string): void {
    // The runner masks line by line, and refuses a mask of white space with a warning.
    const lines = secret.split(/\r\n?|\n/).filter(line => line.trim() !== '');
    for (const line of lines) secrets.add(line);
    if (lines.length > 0) print('add-mask', secret);
  },

  /** Hides every AWS account ID from now on (`mask-aws-account-id`). */
  hideAccounts(): void {
    hidesAccounts = true;
  },

  /** The text without secrets. */
  redacted(text: string): string {
    // The longest first: of a secret that contains another, the rest would be left.
    const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    const rest = longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
    return hidesAccounts ? withoutAccounts(rest) : rest;
  },

  info: (line: string) => void process.stdout.write(oneLine(line) + EOL),
  /** A line that begins with a word in green: GitHub's log shows ANSI colours. */
  success: (word: string, rest: string) =>
    void process.stdout.write(`\u001b[32m${word}\u001b[39m ${oneLine(rest)}${EOL}`),
  /** Shown only if the workflow runs with debug logging. */
  debug: (line: string) => print('debug', oneLine(line)),
  startGroup: (title: string) => print('group', oneLine(title)),
  endGroup: () => print('endgroup', ''),

  notice: (problem: Problem) => annotate('notice', problem),
  warning: (problem: Problem) => annotate('warning', problem),
  /** The one `::error` of a step that fails. */
  error: (problem: Problem) => annotate('error', problem),

  /** Resolves when everything printed is out. */
  flushed: () => new Promise<void>(resolve => process.stdout.write('', () => resolve())),
};

/**
 * Prints a workflow command (GitHub docs, "Workflow commands"). Not by @actions/core: it loads an HTTP client, which takes a
 * tenth of the step's processor time.
 */
function print(command: string, message: string, properties = ''): void {
  process.stdout.write(`::${command}${properties}::${encoded(message)}${EOL}`);
}

function encoded(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** If the problem is too long, what is wrong is cut, so that the fix stays. */
function annotate(level: string, { title, what, place, next = '' }: Problem): void {
  const fix = shortened(linesOf(next), ANNOTATION_MAX / 2);
  const wrong = shortened(linesOf(what), ANNOTATION_MAX - fix.length);
  const properties = Object.entries({
    title: oneLine(title, TITLE_MAX),
    ...(place && { file: printable(place.file, LINE_MAX), line: place.line, col: place.column }),
  })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encoded(`${value}`).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  print(level, problemText({ what: wrong, place, next: fix }), ` ${properties.join(',')}`);
}

function linesOf(text: string): string {
  return runner
    .redacted(text)
    .split('\n')
    .map(line => printable(line, LINE_MAX))
    .join('\n');
}

function oneLine(line: string, most = LINE_MAX): string {
  return printable(runner.redacted(line), most);
}
