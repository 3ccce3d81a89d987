/** Text as inline code, whatever it holds: a value from a config must not end the cell, the code or the line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(ticks => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text as prose in a table's cell or a paragraph: nothing in it is markup, HTML or a mention. */
export function prose(text: string): string {
  return text
    .replaceAll(/[\\*_[\]<>#|~&]/g, character => `&#${character.charCodeAt(0)};`)
    .replaceAll('@', '@<!-- -->')
    .replaceAll(/\r?\n/g, '<br>');
}

/** Prose in which `…` stays code, as the problems' texts are written. */
export function proseWithCode(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map(part => (/^`[^`\n]+`$/.test(part) ? code(part.slice(1, -1)) : prose(part)))
    .join('');
}

/** A link; the text is Markdown already, and what in the address could end the link is encoded. */
export function link(text: string, address: string): string {
  return `[${text}](${address.replaceAll(/[\s()<>|\\]/g, character => `%${character.charCodeAt(0).toString(16)}`)})`;
}

/** A table, a row a line; cells are Markdown already, in which a pipe must not end the cell. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The text without account ids: wherever twelve digits stand alone, in an ARN, a bucket's name or a host's. */
export function withoutAccounts(text: string): string {
  return text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, '***');
}
