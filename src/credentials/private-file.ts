import { lstatSync, mkdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRegularFile } from '../regular-file.ts';
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
    const link = [path.dirname(file), file].find(name => stat(name)?.isSymbolicLink());
    if (link) throw new Error(FILE.link(link));
  }
  const locks: string[] = [];
  try {
    for (const file of files) locks.push(await lock(file, signal));
    signal?.throwIfAborted();
    // If AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE are the same, both edits are of one file.
    const before = new Map(files.map(file => [file, read(file)]));
    const after = new Map(before);
    for (const { file, change } of edits) after.set(file, change(after.get(file)));
    replaceAll(before, after, id);
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
    if (!exists(error)) throw error;
  }
}

type Contents = ReadonlyMap<string, string | undefined>;

function replaceAll(before: Contents, after: Contents, id: string): void {
  const changed = [...after.keys()].filter(file => after.get(file) !== before.get(file));
  const done: string[] = [];
  try {
    for (const file of changed) prepare(file, after.get(file), id);
    for (const file of changed) {
      place(file, after.get(file), id);
      done.push(file);
    }
  } catch (error) {
    for (const file of done) {
      prepare(file, before.get(file), id);
      place(file, before.get(file), id);
    }
    throw error;
  } finally {
    for (const file of changed) rmSync(temporaryName(file, id), { force: true });
  }
}

/** Writes the new contents beside the file. */
function prepare(file: string, text: string | undefined, id: string): void {
  if (text !== undefined) writeNew(temporaryName(file, id), text);
}

/** Replaces the file with the prepared one; without a text, removes the file. */
function place(file: string, text: string | undefined, id: string): void {
  if (text === undefined) rmSync(file, { force: true });
  else renameSync(temporaryName(file, id), file);
}

/** @throws Error with the code EEXIST if anything has the name, a link too. */
function writeNew(file: string, text: string): void {
  writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
}

function exists(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}

/** The file's text; undefined if there is no file. */
function read(file: string): string | undefined {
  const stats = stat(file);
  if (!stats) return undefined;
  const bytes = stats.isFile() ? readRegularFile(file) : 'irregular';
  if (typeof bytes === 'string') throw new Error(FILE.irregular(file));
  return bytes.toString();
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
      writeNew(name, '');
      return name;
    } catch (error) {
      if (!exists(error)) throw error;
      const held = stat(name);
      if (held && Date.now() - held.mtimeMs > STALE_MS) rmSync(name, { force: true });
    }
    await sleep(5 + Math.random() * 20, undefined, { signal });
  }
  throw new Error(FILE.held(name));
}
