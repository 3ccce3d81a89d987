import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const CONFIG = 'sst.config.ts';

/**
 * Finds the config as SST does: in the folder where it is run, or the nearest folder above it, up to the root of the
 * file system (SST 4.17.1, measured).
 *
 * @param directory absolute: where `sst` will be run. @returns the config's absolute path, or undefined.
 */
export function findConfig(directory: string): string | undefined {
  for (let folder = directory; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIG);
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/**
 * Finds configs in the folders below, for a message: up to four levels, which is enough for a monorepo and has an end in
 * any folder. Folders of packages and hidden folders are left out.
 *
 * @param directory absolute. @returns the absolute paths of their folders.
 */
export function foldersBelow(directory: string): string[] {
  const below = ['*', '*/*', '*/*/*', '*/*/*/*'].map(folder => `${folder}/${CONFIG}`);
  const found = globSync(below, { cwd: directory, exclude: ['**/node_modules', '**/.*'] });
  return found.map(file => path.join(directory, path.dirname(file))).sort();
}

/** The text of a file of the user, without a byte order mark, which no editor counts; empty if it cannot be read. */
export function sourceText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
