import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What no config may read: what git keeps, which holds the token that a checkout left there. */
const KEPT_OUT = new Set(['.git']);

/**
 * The root of the repository that the config belongs to: the nearest folder upwards with a `.git`, inside the
 * workspace; else the workspace; for a config outside of it, the config's own folder.
 */
export function repositoryOf(config: string, workspace: string): string {
  const from = path.dirname(config);
  if (!isInside(from, workspace)) return from;
  for (let folder = from; isInside(folder, workspace); folder = path.dirname(folder)) {
    if (statSync(path.join(folder, '.git'), { throwIfNoEntry: false })) return folder;
    if (path.dirname(folder) === folder) break;
  }
  return workspace;
}

/** Whether the path is the folder or below it. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

/**
 * The paths to grant (`--allow-fs-read`) so that all of the repository can be read but what is kept out: Node's
 * permission model only allows, so the root's entries are listed one by one.
 */
export function readablePaths(root: string): string[] {
  return readdirSync(root)
    .filter(name => !KEPT_OUT.has(name.toLowerCase()))
    .map(name => path.join(root, name));
}
