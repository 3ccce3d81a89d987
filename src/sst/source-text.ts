import { readFileSync } from 'node:fs';

/** The text of a file of the user, without a byte order mark, which no editor counts; empty if it cannot be read. */
export function sourceText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
