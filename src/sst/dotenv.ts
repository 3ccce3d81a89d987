/** A variable of a .env file, and the line (from 1) where its name stands. */
export interface DotenvEntry {
  readonly value: string;
  readonly line: number;
}

/** What SST gets out of a .env file. */
export type Dotenv =
  | { readonly kind: 'read'; readonly entries: ReadonlyMap<string, DotenvEntry> }
  /** One statement that the reader does not take: it then takes nothing of the whole file, without a word. */
  | { readonly kind: 'ignored'; readonly line: number };

// The text is kept as one character a byte, because godotenv looks at names byte by byte; what it reads rune by rune
// is matched by the bytes' patterns in UTF-8.

/** What is between statements: comments, and white space by Go's unicode.IsSpace. */
const BETWEEN =
  /(?:#[^\n]*|[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)*/y;
const BLANK = /(?:[\t\v\f\r ]|\xc2[\x85\xa0])*/y;
const EXPORT = /export(?:[\t\v\f\r ]|\xc2[\x85\xa0])+/y;
const LINE = /[^\n\r]*/y;
/** The bytes that are allowed in a name: ASCII and, byte for byte, Latin-1 letters and digits, `_`, `.` and white space. */
const NAME = /[\w.\t\v\f\r \x85\xa0\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\xff]*/y;

/**
 * Reads a .env file as SST does, which has it read by godotenv 1.5.1 (the version in SST 4.17.1's build information).
 * Its dialect is nobody else's: `NAME: value` counts; `$NAME` expands from what the same file said before, never from
 * the environment; a comment needs white space before it and begins at the last such `#`; quoted values span lines; one
 * statement that is not taken, and nothing of the file is.
 *
 * The readers for Node (`dotenv` and its like) take what matches a pattern and walk past the rest, so there is nothing
 * to close at their edges: names, comments, quotes, escapes and errors all differ. So it is written out here. 600,000
 * random texts were read alike by both; `__tests__/sst/dotenv-cases.ts` has those that a person would think of.
 *
 * @param bytes the file as it is on disk. @throws RangeError if a value expands to more than 1 MB.
 */
export function readDotenv(bytes: Buffer): Dotenv {
  const text = bytes.toString('latin1').replaceAll('\r\n', '\n');
  const entries = new Map<string, DotenvEntry>();
  let line = 1;
  let counted = 0;
  for (let at = after(BETWEEN, text, 0); at < text.length; ) {
    line += text.slice(counted, at).split('\n').length - 1;
    counted = at;
    const name = readName(text, at);
    const value = name && readValue(text, name.end, entries);
    if (!value) return { kind: 'ignored', line };
    entries.set(name.name, { value: value.value, line });
    at = after(BETWEEN, text, value.end);
  }
  entries.delete(''); // A last line without `=`: read, but no variable can be named so.
  return { kind: 'read', entries };
}

/** The end of what the sticky pattern matches from there on. */
function after(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

function readName(text: string, from: number): { name: string; end: number } | undefined {
  const start = after(EXPORT, text, from);
  const end = after(NAME, text, start);
  if (start === text.length) return undefined;
  // Without a sign until the end of the file there is no name, and all of it is the value.
  if (end === text.length) return { name: '', end: start };
  if (text[end] !== '=' && text[end] !== ':') return undefined;
  return { name: withoutEnd(decode(text.slice(start, end)), /[\s\x85]/), end: after(BLANK, text, end + 1) };
}

type Entries = ReadonlyMap<string, DotenvEntry>;

function readValue(text: string, from: number, entries: Entries): { value: string; end: number } | undefined {
  const quote = text[from];
  if (quote !== '"' && quote !== "'") {
    const end = after(LINE, text, from);
    const line = decode(text.slice(from, end));
    // A comment begins at the last `#` that follows white space.
    const [, uncommented = line] = /^(.*[\t\v\f\r \x85\xa0])#/.exec(line) ?? [];
    return { value: expand(trim(uncommented), entries), end };
  }
  for (let end = text.indexOf(quote, from + 1); end >= 0; end = text.indexOf(quote, end + 1)) {
    if (text[end - 1] === '\\') continue;
    const inner = decode(text.slice(from, end));
    const value = inner.replace(new RegExp(`${quote}+$`), '').replace(new RegExp(`^${quote}+`), '');
    return { value: quote === '"' ? expand(unescaped(value), entries) : value, end: end + 1 };
  }
  return undefined;
}

function trim(text: string): string {
  return withoutEnd(text.replace(/^[\t\v\f\r \x85\xa0]+/, ''), /[\t\v\f\r \x85\xa0]/);
}

/** The text without such characters at its end. A pattern with `+$` would take quadratic time. */
function withoutEnd(text: string, blank: RegExp): string {
  let end = text.length;
  while (end > 0 && blank.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\([^\n])/gu, (whole, char) => (char === 'n' ? '\n' : char === 'r' ? '\r' : whole))
    .replaceAll(/\\([^$])/gu, '$1');
}

/** What a value can become by expansion, in characters. */
const MOST_EXPANDED = 2 ** 20;

/** @throws RangeError if the value becomes too long: each name can stand for many others. */
function expand(text: string, entries: Entries): string {
  let left = MOST_EXPANDED;
  return text.replaceAll(
    /(\\)?\$(\()?\{?([A-Z0-9_]+)?\}?/g,
    (whole, escaped: string | undefined, _parenthesis, name: string | undefined) => {
      if (escaped) return whole.slice(1);
      if (!name) return whole;
      const value = entries.get(name)?.value ?? '';
      left -= value.length;
      if (left < 0) throw new RangeError('expands to more than 1 MB');
      return value;
    },
  );
}

function decode(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
