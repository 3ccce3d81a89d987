import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** What git keeps (with the token that a checkout left there), and where tools keep keys. Compared in lower case. */
const KEPT_OUT = new Set(['.git', '.aws', '.ssh', '.gnupg', '.docker', '.kube', '.azure']);

/** Files in which secrets are put, by people and by steps of the job. What SST reads of `.env` files `app()` has. */
const SECRETS = /^(\.env(\..*)?|\.npmrc|\.yarnrc(\.yml)?|[._]netrc|\.git-credentials|gha-creds-.*\.json)$/i;

/** Whether the path is the folder or below it. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

/**
 * The root of the repository that the config belongs to, inside the workspace: the nearest folder upwards with a `.git`,
 * but a submodule (whose `.git` is a file) belongs to the repository around it; else the workspace. For a config outside of
 * it, the config's own folder.
 */
export function repositoryOf(config: string, workspace: string): string {
  const from = path.dirname(config);
  if (!isInside(from, workspace)) return from;
  let submodule: string | undefined;
  for (let folder = from; isInside(folder, workspace); folder = path.dirname(folder)) {
    const git = statSync(path.join(folder, '.git'), { throwIfNoEntry: false });
    if (git?.isDirectory()) return folder;
    if (git) submodule ??= folder;
    if (path.dirname(folder) === folder) break;
  }
  return submodule ?? workspace;
}

/**
 * The paths that a config may read: all of the repository but what is kept out of it. Node's permission model only
 * allows, so a folder with something to keep out in it is listed entry by entry: the root, those on the way to `near`,
 * those that are a repository of their own, those that hold one of the paths given.
 *
 * @param root absolute, without symbolic links in it. @param near folders in which secrets are looked for, too: the
 * config's, the working directory. @param keptOut further paths that must not be read: the runner's files.
 */
export function readablePaths(root: string, near: readonly string[], keptOut: readonly string[]): string[] {
  const apart = keptOut.filter(folder => folder !== root && isInside(folder, root));
  const entriesOf = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      const file = path.join(folder, entry.name);
      if (isKeptOut(entry, file, root) || apart.some(kept => isInside(file, kept))) return [];
      const listed =
        entry.isDirectory() &&
        (isThere(path.join(file, '.git')) || [...near, ...apart].some(inner => isInside(inner, file)));
      return listed ? entriesOf(file) : [file];
    });
  return entriesOf(root);
}

function isKeptOut(entry: Dirent, file: string, root: string): boolean {
  const { name } = entry;
  // An asterisk at the end of a granted path would grant more than the path.
  if (KEPT_OUT.has(name.toLowerCase()) || SECRETS.test(name) || name.includes('*')) return true;
  return entry.isSymbolicLink() && !leadsInto(root, file);
}

/** Whether the link leads to something in the root that is neither the root itself nor kept out. */
function leadsInto(root: string, link: string): boolean {
  try {
    const target = realpathSync(link);
    const names = path.relative(root, target).split(path.sep);
    return target !== root && isInside(target, root) && !names.some(name => KEPT_OUT.has(name.toLowerCase()));
  } catch {
    return false; // It leads nowhere.
  }
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
