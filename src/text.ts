/** Control, direction and other unseen characters, and everything that breaks a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;
/** The older form of a workflow command, which the runner takes anywhere in a line. */
const OLDER_COMMAND = /#(?=#\[)/g;

/**
 * A text that somebody else wrote (a config, a .env file, an answer of AWS), fit to be quoted: on one line, without control
 * and direction characters, with nothing that the runner would take for a command, and not too long.
 */
export function plain(text: string, most = 300): string {
  const line = text
    .replaceAll(UNSEEN, ' ')
    // An ARN of IAM or STS contains `::`, and no command begins there.
    .replaceAll(/(?<!\barn:[\w-]+:(?:iam|sts)):(?=:)/g, ': ')
    .replaceAll(OLDER_COMMAND, '# ');
  return shortened(line, most);
}

/** The same between quotes, for a value. */
export function quoted(text: string, most = 100): string {
  return JSON.stringify(plain(text, most));
}

/**
 * A line of this action's own, fit to be printed, whatever values it quotes: on one line, and no workflow command. The
 * runner takes `::` for one at the start of a line, also after white space; `%0A` and `%0D` are its line breaks.
 */
export function printable(line: string, most: number): string {
  const text = line
    .replaceAll(UNSEEN, ' ')
    .replaceAll(OLDER_COMMAND, '# ')
    .replaceAll(/((?:^|%0[ad])\s*:)(?=:)/gi, '$1 ');
  return shortened(text, most);
}

/** The text, or its beginning and an ellipsis. */
export function shortened(text: string, most: number): string {
  // Half of a surrogate pair is no character.
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** The text without account IDs: every twelve digits that stand alone, in an ARN, a bucket's name or a host's. */
export function withoutAccounts(text: string): string {
  return text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, '***');
}

/** The parts that are there, each on a line of its own. */
export const lines = (...parts: ReadonlyArray<string | false | undefined>): string =>
  parts.filter(Boolean).join('\n');

/** A duration in its two largest units. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const ago = (then: Date): string => `${span(Date.now() - then.getTime())} ago`;
