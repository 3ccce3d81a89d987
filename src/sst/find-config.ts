import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The name that SST looks for. */
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

/** How far a search below goes: enough for a monorepo, and an end in any folder. */
const MOST_FOLDERS = 2_000;
const MOST_FOUND = 10;

/**
 * Finds configs in the folders below, for a message: those nearer to the top first. Folders of packages, hidden folders
 * and symbolic links are left out; after 2,000 folders it ends.
 *
 * @param directory absolute. @returns absolute paths.
 */
export function configsBelow(directory: string): string[] {
  const found: string[] = [];
  const folders = [directory];
  for (const [looked, folder] of folders.entries()) {
    if (looked === MOST_FOLDERS || found.length >= MOST_FOUND) break;
    for (const entry of entriesOf(folder)) {
      const file = path.join(folder, entry.name);
      if (entry.isFile() && entry.name === CONFIG) found.push(file);
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        folders.push(file);
    }
  }
  return found.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // Not to be read.
  }
}
