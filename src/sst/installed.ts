import path from 'node:path';
import { isInside, type WorkspaceFiles } from '../workspace-files.ts';
import { isRelease, NEWEST, type Sst } from './versions.ts';

/** SST's own package.json has 2 KB. */
const MOST_BYTES = 2 ** 16;

/** The SST of a project in which none is installed: the newest that is known. */
export const UNKNOWN_SST: Sst = { version: NEWEST, installed: false };

/**
 * The SST that `npx sst` would run: that of the nearest `node_modules` from the config's folder upwards, inside the
 * workspace; if there is none, or not a release, the newest that is known.
 *
 * @param folder absolute, the config's. @param top absolute: where the search ends. @param files reads below it.
 */
export function installedSst(folder: string, top: string, files: WorkspaceFiles): Sst {
  for (let from = folder; isInside(from, top); from = path.dirname(from)) {
    const found = files.read(path.join(from, 'node_modules', 'sst', 'package.json'), MOST_BYTES);
    if (found.kind !== 'missing') {
      if (found.kind === 'refused') return { ...UNKNOWN_SST, unread: found.because };
      const version = versionIn(found.content.toString('utf8'));
      return version === undefined ? UNKNOWN_SST : { version, installed: true };
    }
    if (from === top) break;
  }
  return UNKNOWN_SST;
}

/** The version in a package.json; undefined if it is not that of a release. */
function versionIn(text: string): string | undefined {
  try {
    const { version } = Object(JSON.parse(text));
    return typeof version === 'string' && isRelease(version) ? version : undefined;
  } catch {
    return undefined; // Not what npm would have written.
  }
}
