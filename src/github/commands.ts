import * as core from '@actions/core';
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
    if (lines.length > 0) core.setSecret(secret);
  },

  hideAccounts(): void {
    hidesAccounts = true;
  },

  redacted(text: string): string {
    // The longest first: of a secret that contains another, the rest would be left.
    const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    const rest = longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
    return hidesAccounts ? withoutAccounts(rest) : rest;
  },

  info: (line: string) => core.info(oneLine(line)),
  /** A line that begins with a word in green: GitHub's log shows ANSI colours. */
  success: (word: string, rest: string) => core.info(`\u001b[32m${word}\u001b[39m ${oneLine(rest)}`),
  debug: (line: string) => core.debug(oneLine(line)),
  startGroup: (title: string) => core.startGroup(oneLine(title)),
  endGroup: () => core.endGroup(),

  notice: (problem: Problem) => core.notice(text(problem), annotation(problem)),
  warning: (problem: Problem) => core.warning(text(problem), annotation(problem)),
  error: (problem: Problem) => core.error(text(problem), annotation(problem)),

  flushed: () => new Promise<void>(resolve => process.stdout.write('', () => resolve())),
};

function oneLine(line: string, most = LINE_MAX): string {
  return printable(runner.redacted(line), most);
}

/** The problem as lines. If it is too long, what is wrong is cut, so that the fix stays. */
function text({ what, next = '', ...rest }: Problem): string {
  const fix = shortened(linesOf(next), ANNOTATION_MAX / 2);
  const wrong = shortened(linesOf(what), ANNOTATION_MAX - fix.length);
  return problemText({ ...rest, what: wrong, next: fix });
}

function linesOf(text: string): string {
  return runner
    .redacted(text)
    .split('\n')
    .map(line => printable(line, LINE_MAX))
    .join('\n');
}

function annotation({ title, place }: Problem): core.AnnotationProperties {
  return {
    title: oneLine(title, TITLE_MAX),
    file: place && printable(place.file, LINE_MAX),
    startLine: place?.line,
    startColumn: place?.column,
  };
}
