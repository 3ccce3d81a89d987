/** The entries of a command file, and why the runner would refuse it. */
export interface Parsed {
  values: Record<string, string>;
  refused: string[];
}

/**
 * Reads GITHUB_ENV, GITHUB_OUTPUT and GITHUB_STATE as the runner does (FileCommandManager.cs): lines of `name=value`,
 * or `name<<delimiter` and the value's lines up to the delimiter. The sign that comes first decides. After the first
 * line that is neither, the rest of the file is invalid.
 */
export function parseCommandFile(text: string): Parsed {
  const values: Record<string, string> = {};
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (let index = 0; index < lines.length; ) {
    const entry = readEntry(lines, index);
    if ('refused' in entry) return { values, refused: [entry.refused] };
    if (entry.name) values[entry.name] = entry.value;
    index = entry.next;
  }
  return { values, refused: [] };
}

type Entry = { name: string; value: string; next: number } | { refused: string };

/** The entry that begins at a line, and the line at which the next one begins. An empty line is an entry without a name. */
function readEntry(lines: string[], index: number): Entry {
  const line = lines[index] ?? '';
  if (line === '') return { name: '', value: '', next: index + 1 };
  const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    const name = line.slice(0, equals);
    if (!name) return { refused: `Invalid format '${line}'. Name must not be empty` };
    return { name, value: line.slice(equals + 1), next: index + 1 };
  }
  const name = line.slice(0, Math.max(heredoc, 0));
  const delimiter = line.slice(heredoc + 2);
  if (!name || !delimiter) return { refused: `Invalid format '${line}'` };
  const end = lines.indexOf(delimiter, index + 1);
  if (end < 0) return { refused: `Invalid value. Matching delimiter not found '${delimiter}'` };
  return { name, value: lines.slice(index + 1, end).join('\n'), next: end + 1 };
}

/** Reads GITHUB_ENV: The runner refuses NODE_OPTIONS, because it would change what later actions run. */
export function parseEnvironmentFile(text: string): Parsed {
  const { values, refused } = parseCommandFile(text);
  for (const name of Object.keys(values)) {
    if (name.toUpperCase() !== 'NODE_OPTIONS') continue;
    delete values[name];
    refused.push(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
  }
  return { values, refused };
}
