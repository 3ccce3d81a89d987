import { shortened } from '../text.ts';

// Every value from outside reaches the job summary and the comment through `code` or `prose`: nothing in it is markup.

const VALUE_MAX = 300;

/** Text as inline code on one line. A backtick could end the code, a backslash hides a pipe from `table`: then it is HTML. */
export function code(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (line === '') return '';
  const shown = shortened(line, VALUE_MAX);
  return /[`\\]/.test(shown) ? `<code>${escaped(shown)}</code>` : `\`${shown}\``;
}

/** Text as prose in a table's cell or a paragraph: nothing in it is markup, HTML or a mention. */
export function prose(text: string): string {
  return escaped(text).replaceAll(/\r\n?|[\n\u0085\u2028\u2029]/g, '<br>');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~&]/g, character => `&#${character.charCodeAt(0)};`)
    .replaceAll('@', '@<!-- -->');
}

/** Prose in which `…` stays code, as the problems' texts are written. */
export function proseWithCode(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map(part => (/^`[^`\n]+`$/.test(part) ? code(part.slice(1, -1)) : prose(part)))
    .join('');
}

/** A link; the text is Markdown already, and characters of the address that could end the link are encoded. */
export function link(text: string, address: string): string {
  return `[${text}](${address.replaceAll(/[^\w.~:/?#@!$&'*+,;=%-]/gu, encoded)})`;
}

function encoded(character: string): string {
  return [...Buffer.from(character)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** A table, one row per line; cells are Markdown already, in which a pipe must not end the cell. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
