import { plain } from '../text.ts';

/** A change of the user's own lines, as a diff: what to remove with `- `, what to write instead with `+ `. */
export type Diff = readonly string[];

/** The text that sets a property, and what it takes to change it. */
export interface PropertySource {
  /** Of the whole file. */
  readonly text: string;
  /** Offsets in the text: of the property or assignment, and of its value. They are the same for the short form `{ profile }`. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
  /** The expression that is the stage at this place: `input.stage`; undefined if there is none. */
  readonly stage?: string;
}

/** What is shown of a file: not more lines, none longer. */
const MOST_LINES = 8;
const MOST_CHARACTERS = 240;

/**
 * The change that makes the property undefined under a condition. It applies to the file as it stands: each removed
 * line is in it, the text as a whole once, and only what precedes the value is new.
 *
 * @returns undefined if the lines cannot be shown so: too long, too often in the file, or with characters that must not
 * be printed.
 */
export function undefinedIf(
  condition: string,
  { text, start, value, end }: PropertySource,
): Diff | undefined {
  const key = text.slice(start, value) === '' ? `${text.slice(start, end)}: ` : '';
  const inserted = `${key}${condition} ? undefined : `;
  const to = `${text}\n`.indexOf('\n', value);
  let from = lineStart(text, start);
  // With as many of the lines before it as it takes to be in the file once.
  for (let more = MOST_LINES; more > 0 && isTwiceIn(text, text.slice(from, to).trimStart()); more -= 1)
    from = lineStart(text, from - 1);
  const whole = change(text, from, value, to, inserted);
  // A line that is too long is shown from the property to the end of its value.
  return whole ?? change(text, start, value, Math.min(end, to), inserted);
}

function change(text: string, from: number, at: number, to: number, inserted: string): Diff | undefined {
  const before = linesOf(text.slice(from, to));
  const after = linesOf(text.slice(from, at) + inserted + text.slice(at, to));
  if (before.length > MOST_LINES || ![...before, ...after].every(isShown)) return undefined;
  if (isTwiceIn(text, text.slice(from, to).trimStart())) return undefined;
  const shown = (lines: string[]) => (lines.length === 1 ? lines.map(line => line.trimStart()) : lines);
  return [...shown(before).map(line => `- ${line}`), ...shown(after).map(line => `+ ${line}`)];
}

function isTwiceIn(text: string, part: string): boolean {
  return text.indexOf(part) !== text.lastIndexOf(part);
}

function lineStart(text: string, from: number): number {
  return from <= 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
}

function linesOf(text: string): string[] {
  return text.split('\n').map(line => line.replace(/\r$/, ''));
}

/** Whether the line can be printed as it is. Tabs can. */
function isShown(line: string): boolean {
  const spaced = line.replaceAll('\t', ' ');
  return line.length <= MOST_CHARACTERS && plain(spaced, MOST_CHARACTERS) === spaced;
}
