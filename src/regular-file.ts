import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** 0 if the system has no such flag (Windows, on which creating a link needs a right that jobs do not have). */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** The text of a file of the user, without a byte order mark, which no editor counts; empty if it cannot be read. */
export function sourceText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}

/**
 * The bytes of a regular file, or why they are not read. Follows no link in the file's place, and waits for no pipe.
 *
 * @param most the size limit in bytes. @throws Error of the system if the file cannot be read.
 */
export function readRegularFile(
  file: string,
  most = Number.POSITIVE_INFINITY,
): Buffer | 'irregular' | 'too large' {
  const descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return 'irregular';
    return stats.size > most ? 'too large' : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
