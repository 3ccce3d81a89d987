// The AWS files belong to the user. They are edited as texts, so that comments, order, line ends and everything else stay
// as they are. Their values are read by the AWS SDK, not here.

/** Which file: in `config` a profile is named `[profile NAME]` (the default one also `[default]`), else `[NAME]`. */
export type FileKind = 'credentials' | 'config';

/** The settings of a profile, in their order. */
export type Settings = Readonly<Record<string, string>>;

/** Whether the file has the profile. */
export function hasProfile(text: string, kind: FileKind, name: string): boolean {
  return profileNames(text, kind).includes(name);
}

/** The names of the file's profiles. */
export function profileNames(text: string, kind: FileKind): string[] {
  return split(text).flatMap(line => profileIn(line, kind) ?? []);
}

/** The profile's lines without its heading, joined; undefined if the file has no such profile. */
export function profileBody(text: string, kind: FileKind, name: string): string | undefined {
  const found = sections(text).filter(({ lines }) => profileIn(lines[0] ?? '', kind) === name);
  return found.length === 0
    ? undefined
    : found.map(({ lines, end }) => lines.slice(1, end).join('')).join('');
}

/** The text with the profile in it: it replaces the existing one, or is added at the end. */
export function withProfile(text: string, kind: FileKind, name: string, settings: Settings): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const body = Object.entries(settings).map(([key, value]) => `${key} = ${value}${newline}`);
  let placed = false;
  const kept = sections(text).map(({ lines, end }) => {
    if (profileIn(lines[0] ?? '', kind) !== name) return lines.join('');
    // If a file has the same profile twice, readers merge them: the second would add to the first.
    const replaced = placed ? [] : [ended(lines[0] ?? '', newline), ...body];
    placed = true;
    return [...replaced, ...lines.slice(end)].join('');
  });
  if (placed) return kept.join('');
  const before = text === '' ? '' : `${ended(text, newline)}${/\n\r?\n$/.test(text) ? '' : newline}`;
  return `${before}${heading(kind, name)}${newline}${body.join('')}`;
}

/** The text without the profile, and without the blank line before it. */
export function withoutProfile(text: string, kind: FileKind, name: string): string {
  const kept: string[] = [];
  for (const { lines, end } of sections(text)) {
    if (profileIn(lines[0] ?? '', kind) !== name) {
      kept.push(lines.join(''));
      continue;
    }
    const before = kept.pop() ?? '';
    const rest = lines.slice(end).join('');
    kept.push(rest.trim() === '' ? before.replace(/\r?\n(\r?\n)$/, '$1') : before, rest);
  }
  return kept.join('');
}

/** A heading with the lines up to the next one. */
interface Section {
  readonly lines: readonly string[];
  /** The index after its own last line: blank lines and comments after the last setting belong to what follows. */
  readonly end: number;
}

function sections(text: string): Section[] {
  const groups: string[][] = [[]];
  for (const line of split(text)) {
    if (headingOf(line) === undefined) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map(lines => ({
    lines,
    end: lines.findLastIndex(line => !/^\s*([#;].*)?$/s.test(line)) + 1,
  }));
}

/** The lines, each with its line end. */
function split(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The profile whose heading the line is. */
function profileIn(line: string, kind: FileKind): string | undefined {
  const title = headingOf(line);
  if (kind === 'credentials' || title === 'default') return title;
  // The AWS CLI writes names with white space in quotes.
  return /^profile\s+(["']?)(.*)\1$/.exec(title ?? '')?.[2];
}

/** The text between a heading's brackets. A comment can follow it. */
function headingOf(line: string): string | undefined {
  return /^\s*\[([^\]]*)\]\s*([#;].*)?$/s.exec(line)?.[1]?.trim();
}

function heading(kind: FileKind, name: string): string {
  return kind === 'credentials' || name === 'default' ? `[${name}]` : `[profile ${name}]`;
}

function ended(text: string, newline: string): string {
  return text.endsWith('\n') ? text : `${text}${newline}`;
}
