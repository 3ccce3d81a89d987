// The AWS files belong to the user. They are edited as texts, so that comments, order, line ends and everything else stay
// as they are. Their values are read by the AWS SDK, not here.

/** Which file: in `config` a profile is named `[profile NAME]` (the default one also `[default]`), else `[NAME]`. */
export type FileKind = 'credentials' | 'config';

/** The settings of a profile, in their order. */
export type Settings = Readonly<Record<string, string>>;

/** The beginning of a line that is a heading: `[deploy] # a comment`. */
const HEADING = /^(?=[^\S\n]*\[[^\]\n]*\][^\S\n]*(?:[#;].*)?$)/m;

/**
 * The file's sections: the profile that each heading names, the heading, the lines with settings, and `rest`: the blank lines
 * and comments after them, which belong to what follows.
 */
function sections(text: string, kind: FileKind) {
  return text.split(HEADING).map(part => {
    const [heading = '', ...lines] = part.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const end = lines.findLastIndex(line => !/^\s*([#;].*)?$/s.test(line)) + 1;
    const [body, rest] = [lines.slice(0, end).join(''), lines.slice(end).join('')];
    const title = HEADING.test(part) ? /\[(.*?)\]/.exec(heading)?.[1]?.trim() : undefined;
    // The AWS CLI writes names with white space in quotes.
    const inConfig = title === 'default' ? title : /^profile\s+(["']?)(.*)\1$/.exec(title ?? '')?.[2];
    return { profile: kind === 'credentials' ? title : inConfig, heading, body, rest };
  });
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
