// The AWS files belong to the user. They are edited as texts, so that comments, order, line ends and everything else stay
// as they are. Their values are read by the AWS SDK, not here.

/** Which file: in `config` a profile is named `[profile NAME]` (the default one also `[default]`), else `[NAME]`. */
export type FileKind = 'credentials' | 'config';

/** The settings of a profile, in their order. */
export type Settings = Readonly<Record<string, string>>;

/** A heading with the lines up to the next one. The first section has no heading. */
interface Section {
  /** The profile whose heading it is. */
  readonly profile?: string;
  /** The first line. */
  readonly heading: string;
  readonly body: string;
  /** Blank lines and comments after the last setting: they belong to what follows. */
  readonly rest: string;
}

function sections(text: string, kind: FileKind): Section[] {
  const groups: string[][] = [[]];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (titleOf(line) === undefined) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map(([heading = '', ...lines]) => {
    const end = lines.findLastIndex(line => !/^\s*([#;].*)?$/s.test(line)) + 1;
    const [body, rest] = [lines.slice(0, end).join(''), lines.slice(end).join('')];
    return { profile: profileIn(heading, kind), heading, body, rest };
  });
}

/** The text between a heading's brackets. A comment can follow it. */
function titleOf(line: string): string | undefined {
  return /^\s*\[([^\]]*)\]\s*([#;].*)?$/s.exec(line)?.[1]?.trim();
}

function profileIn(line: string, kind: FileKind): string | undefined {
  const title = titleOf(line);
  if (kind === 'credentials' || title === 'default') return title;
  // The AWS CLI writes names with white space in quotes.
  return /^profile\s+(["']?)(.*)\1$/.exec(title ?? '')?.[2];
}

/** The names of the file's profiles. */
export function profileNames(text: string, kind: FileKind): string[] {
  return sections(text, kind).flatMap(({ profile }) => profile ?? []);
}

/** The profile's lines without its heading, joined; undefined if the file has no such profile. */
export function profileBody(text: string, kind: FileKind, name: string): string | undefined {
  const found = sections(text, kind).filter(({ profile }) => profile === name);
  return found.length === 0 ? undefined : found.map(({ body }) => body).join('');
}

/** The text with the profile in it: it replaces the existing one, or is added at the end. */
export function withProfile(text: string, kind: FileKind, name: string, settings: Settings): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = (line: string) => (line.endsWith('\n') ? line : `${line}${newline}`);
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}${newline}`);
  let placed = false;
  const kept = sections(text, kind).map(({ profile, heading, body, rest }) => {
    if (profile !== name) return heading + body + rest;
    // If a file has the same profile twice, readers merge them: the second would add to the first.
    const replaced = placed ? [] : [ended(heading), ...lines];
    placed = true;
    return [...replaced, rest].join('');
  });
  if (placed) return kept.join('');
  const before = text === '' ? '' : `${ended(text)}${/\n\r?\n$/.test(text) ? '' : newline}`;
  const title = kind === 'credentials' || name === 'default' ? name : `profile ${name}`;
  return `${before}[${title}]${newline}${lines.join('')}`;
}

/** The text without the profile, and without the blank line before it. */
export function withoutProfile(text: string, kind: FileKind, name: string): string {
  const kept: string[] = [];
  for (const { profile, heading, body, rest } of sections(text, kind)) {
    if (profile !== name) {
      kept.push(heading + body + rest);
      continue;
    }
    const before = kept.pop() ?? '';
    kept.push(rest.trim() === '' ? before.replace(/\r?\n(\r?\n)$/, '$1') : before, rest);
  }
  return kept.join('');
}
