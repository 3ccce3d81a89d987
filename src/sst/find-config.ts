import { statSync } from 'node:fs';
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
