import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { readRegularFile } from './regular-file.ts';

/** What there is at a path. `path` is the real one, without symbolic links. */
export type Found = There<'file'> | There<'folder'> | { readonly kind: 'missing' } | Refused;

interface There<Kind> {
  readonly kind: Kind;
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** The path is not read, for a reason that completes the sentence "it …". */
export interface Refused {
  readonly kind: 'refused';
  readonly because: string;
}

export type Read =
  | { readonly kind: 'read'; readonly path: string; readonly content: Buffer }
  | { readonly kind: 'missing' }
  | Refused;

/** The only way in which the step reads files of the repository: for itself, and for the config that it evaluates. */
export type WorkspaceFiles = ReturnType<typeof workspaceFiles>;

/** Folders in which git and other tools keep tokens and keys. Compared in lower case. */
const SECRET_FOLDERS = new Set(['.git', '.aws', '.ssh', '.gnupg', '.docker', '.kube', '.azure', '.gcloud']);

/** Files in which people and the steps of a job put secrets. */
const SECRET_FILES =
  /^(\.env(\..*)?|\.envrc|\.npmrc|\.yarnrc(\.yml)?|\.pypirc|[._]netrc|\.git-credentials|\.htpasswd|gha-creds-.*\.json|id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|p12|pfx|key|keystore))$/i;

const refused = (because: string): Refused => ({ kind: 'refused', because });
const MISSING = { kind: 'missing' } as const;

/**
 * Reads below one folder. Every link is resolved first, and whatever cannot be resolved is refused. Only regular files
 * are read, never what lies in `.git`, and never a file that might hold secrets.
 *
 * @param root absolute: the workspace. @param keptOut absolute paths that are refused, too: the runner's own folders.
 * @param settings true for the step's own reading of `.env` files, which SST reads as well.
 */
export function workspaceFiles(root: string, keptOut: readonly string[] = [], settings = false) {
  const top = realpathSync.native(root);

  /** Why the path, without links in it, is not read; undefined if it is. */
  const objection = (real: string): string | undefined => {
    const names = path.relative(top, real).split(path.sep);
    if (!isInside(real, top)) return 'is outside the workspace';
    if (real.includes('\uFFFD')) return 'has a name that is not valid UTF-8';
    if (names.some(name => SECRET_FOLDERS.has(name.toLowerCase())))
      return 'is in a folder that might hold secrets';
    if (!settings && names.some(name => SECRET_FILES.test(name))) return 'might hold secrets';
    return keptOut.some(kept => isInside(real, kept)) ? 'belongs to the runner' : undefined;
  };

  /** @param file absolute; `..` in it counts from the target of a link, as for the system. */
  const look = (file: string): Found => {
    let real: string;
    try {
      real = realpathSync.native(file);
    } catch (error) {
      return unresolved(file, error as NodeJS.ErrnoException);
    }
    const because = objection(real);
    if (because) return refused(because);
    const found = lstatSync(real, { throwIfNoEntry: false });
    if (!found) return MISSING;
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
    if (!kind) return refused('is not a regular file');
    return { kind, path: real, bytes: found.size, modified: found.mtimeMs };
  };

  /** A path that leads nowhere. It is missing only if its folder can be read and has nothing of that name. */
  const unresolved = (file: string, { code }: NodeJS.ErrnoException): Found => {
    const above = path.dirname(file);
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || above === file) return refused('cannot be resolved');
    const parent = look(above);
    if (parent.kind !== 'folder') return parent.kind === 'file' ? MISSING : parent;
    const there = lstatSync(path.join(parent.path, path.basename(file)), { throwIfNoEntry: false });
    return there ? refused('is a link that leads nowhere') : MISSING;
  };

  return {
    /** The folder, as it was given. */
    root,
    look,

    /** @param most the size limit in bytes. */
    read(file: string, most: number): Read {
      const found = look(file);
      if (found.kind === 'folder') return refused('is a folder');
      if (found.kind !== 'file') return found;
      try {
        const content = readRegularFile(found.path, most);
        if (content === 'irregular') return refused('is not a regular file');
        if (content === 'too large') return refused(`is larger than ${sizeOf(most)}`);
        return { kind: 'read', path: found.path, content };
      } catch (error) {
        return refused(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
      }
    },

    list(folder: string) {
      const found = look(folder);
      if (found.kind !== 'folder') return found.kind === 'file' ? refused('is not a folder') : found;
      return { kind: 'listed', names: readdirSync(found.path) } as const;
    },
  };
}

function sizeOf(bytes: number): string {
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MB` : `${bytes / 2 ** 10} KB`;
}

/** Whether the path is the folder or below it. Both absolute. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}
