import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FILE } from './messages.ts';

/** A change of one file. */
export interface Edit {
  /** Absolute. */
  readonly file: string;
  /**
   * From the file's contents (undefined if there is no file) to the new ones; undefined removes the file, the same text
   * leaves it alone. If it throws, no file of the edit is touched.
   */
  readonly change: (text: string | undefined) => string | undefined;
}

/** 0 if the system has no such flag (Windows, on which creating a link needs a right that jobs do not have). */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as { O_NOFOLLOW?: number; O_NONBLOCK?: number };

/**
 * Changes files that only their owner is allowed to read, all or none of them. The new contents are written beside the
 * files with mode 600 and then renamed, so that nobody ever reads half a file. Processes that edit the same files with this
 * function wait for each other; after that, nothing else of this process runs in between.
 *
 * @param id names the files beside them (`temporaryName`): if the process is killed, they might be left.
 * @param signal gives up waiting for another process.
 * @throws Error if a file, or its folder, is a symbolic link or no regular file, or cannot be written.
 */
export async function edit(edits: readonly Edit[], id: string, signal?: AbortSignal): Promise<void> {
  const files = [...new Set(edits.map(({ file }) => file))].sort();
  for (const file of files) {
    makeFolder(path.dirname(file));
    refuseLinks(file);
  }
  const locks: string[] = [];
  try {
    for (const file of files) locks.push(await lock(file, signal));
    signal?.throwIfAborted();
    // If AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE are the same, both edits are of one file.
    const before = new Map(files.map(file => [file, read(file)]));
    const after = new Map(before);
    for (const { file, change } of edits) after.set(file, change(after.get(file)));
    replaceAll(
      files.filter(file => after.get(file) !== before.get(file)),
      before,
      after,
      id,
    );
  } finally {
    for (const held of locks) rmSync(held, { force: true });
  }
}

/** The file with the new contents, until it takes the other's place. */
export function temporaryName(file: string, id: string): string {
  return `${file}.${id}.tmp`;
}

/** Not mkdirSync's `recursive`: in a folder that takes no new ones, such as /proc, it never returns (Node 24.21). */
function makeFolder(folder: string): void {
  if (stat(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

type Contents = ReadonlyMap<string, string | undefined>;

function replaceAll(files: readonly string[], before: Contents, after: Contents, id: string): void {
  const prepared = new Map<string, string>();
  const done: string[] = [];
  try {
    for (const file of files) {
      const text = after.get(file);
      if (text !== undefined) prepared.set(file, writeBeside(file, text, id));
    }
    for (const file of files) {
      place(file, prepared.get(file));
      done.push(file);
    }
  } catch (error) {
    for (const file of done) {
      const text = before.get(file);
      place(file, text === undefined ? undefined : writeBeside(file, text, id));
    }
    throw error;
  } finally {
    for (const temporary of prepared.values()) rmSync(temporary, { force: true });
  }
}

/** Replaces the file with the prepared one; without one, removes the file. */
function place(file: string, prepared: string | undefined): void {
  if (prepared === undefined) rmSync(file, { force: true });
  else renameSync(prepared, file);
}

function writeBeside(file: string, text: string, id: string): string {
  const temporary = temporaryName(file, id);
  const descriptor = openSync(
    temporary,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW,
    0o600,
  );
  try {
    if (process.platform !== 'win32') fchmodSync(descriptor, 0o600);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return temporary;
}

/** The file's text; undefined if there is no file. Symbolic links are not followed. */
function read(file: string): string | undefined {
  const stats = stat(file);
  if (!stats) return undefined;
  refuseIrregular(stats, file);
  const descriptor = openSync(file, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    refuseIrregular(fstatSync(descriptor), file);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function refuseLinks(file: string): void {
  for (const name of [path.dirname(file), file]) {
    if (stat(name)?.isSymbolicLink()) throw new Error(FILE.link(name));
  }
}

function refuseIrregular(stats: Stats, file: string): void {
  if (!stats.isFile()) throw new Error(FILE.irregular(file));
}

function stat(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}

/** Milliseconds after which a lock counts as left by a process that crashed: locks are held for a few milliseconds. */
const STALE_MS = 5_000;
const PATIENCE_MS = 20_000;

/** Takes the file's lock: a file beside it that only one process can create. @returns its path. */
async function lock(file: string, signal: AbortSignal | undefined): Promise<string> {
  const name = `${file}.lock`;
  const begun = Date.now();
  while (Date.now() - begun < PATIENCE_MS) {
    try {
      closeSync(
        openSync(name, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW, 0o600),
      );
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const held = stat(name);
      if (held && Date.now() - held.mtimeMs > STALE_MS) rmSync(name, { force: true });
    }
    await sleep(5 + Math.random() * 20, undefined, { signal });
  }
  throw new Error(FILE.held(name));
}
