import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Keys } from '../aws/identity.ts';
import { type FileKind, profileBody, type Settings, withoutProfile, withProfile } from '../aws/ini.ts';
import { Failure } from '../failure.ts';
import { readRegularFile } from '../regular-file.ts';
import { profileExists, profileNotWritten } from './messages.ts';

type PerKind<T> = { readonly [Kind in FileKind]: T };

/** A profile before it is written: what to write, and what the post step is told. */
type PlannedProfile = ReturnType<typeof planProfile>;

/** What the post step needs to remove a profile that this action writes, also after a kill. It contains no secret. */
export type WrittenProfile = PlannedProfile['written'];

const KINDS = ['credentials', 'config'] as const;

/** The paths of the two files of the AWS SDKs and the AWS CLI. */
export function profilePaths(environment: NodeJS.ProcessEnv): PerKind<string> {
  const folder = path.join(homedir(), '.aws');
  return {
    credentials: path.resolve(environment['AWS_SHARED_CREDENTIALS_FILE'] || path.join(folder, 'credentials')),
    config: path.resolve(environment['AWS_CONFIG_FILE'] || path.join(folder, 'config')),
  };
}

/** Plans the profile: the keys in one file, the region in the other. Changes nothing. */
export function planProfile(name: string, keys: Keys, region: string, environment: NodeJS.ProcessEnv) {
  const settings: PerKind<Settings> = {
    credentials: {
      aws_access_key_id: keys.accessKeyId,
      aws_secret_access_key: keys.secretAccessKey,
      ...(keys.sessionToken && { aws_session_token: keys.sessionToken }),
    },
    config: { region },
  };
  const written = {
    name,
    ...profilePaths(environment),
    /** Names the temporary files. */
    id: randomUUID(),
    /** A profile with other keys than these is not removed: somebody else wrote it in the meantime. */
    print: printOf(withProfile('', 'credentials', name, settings.credentials), name),
  };
  return { written, settings };
}

/**
 * Writes the profile into both files, or into neither. Everything else in them stays as it is. No link is followed. Other
 * jobs on the runner that do the same wait.
 *
 * @throws Failure if the profile exists and must not be replaced, or a file cannot be written.
 */
export async function writeProfile(
  { written, settings }: PlannedProfile,
  overwrite: boolean,
  signal?: AbortSignal,
): Promise<void> {
  const { name } = written;
  const change: Change = (kind, text = '') => {
    if (!overwrite && profileBody(text, kind, name) !== undefined)
      throw new Failure(profileExists(name, written[kind]));
    return withProfile(text, kind, name, settings[kind]);
  };
  try {
    await edit(written, change, signal);
  } catch (error) {
    if (error instanceof Failure || signal?.aborted) throw error;
    // The first of the files might be replaced.
    await removeProfile(written).catch(() => {});
    throw new Failure(profileNotWritten(name, (error as Error).message), error);
  }
}

/**
 * Removes the profile if its keys are still those that were written, and what a killed step left beside the files. A file
 * that then holds nothing is removed too.
 *
 * @returns whether the profile was removed. @throws Error if a file cannot be written.
 */
export async function removeProfile(written: WrittenProfile): Promise<boolean> {
  const { name, id, print } = written;
  for (const kind of KINDS) rmSync(temporaryOf(written[kind], id), { force: true });
  let removed = false;
  await edit(written, (kind, text) => {
    if (kind === 'credentials') removed = printOf(text ?? '', name) === print;
    if (!removed || text === undefined) return text;
    const rest = withoutProfile(text, kind, name);
    return rest.trim() === '' ? undefined : rest;
  });
  return removed;
}

/** A hash of the keys that the text has under the profile's name. It does not depend on the line ends. */
function printOf(text: string, name: string): string {
  const body = profileBody(text, 'credentials', name) ?? '';
  return createHash('sha256').update(body.replaceAll('\r\n', '\n').trim()).digest('hex');
}

/** From a file's text to the new one; undefined if there is no such file. If it throws, no file is touched. */
type Change = (kind: FileKind, text: string | undefined) => string | undefined;

/**
 * Changes both files, which can be the same one. The new texts are written beside the files with mode 600 and then renamed,
 * so that nobody ever reads half a file. Processes that edit the same files wait for each other; after that, nothing else of
 * this process runs in between.
 *
 * @param signal gives up waiting for another process.
 * @throws Error if a file, or its folder, is a symbolic link or no regular file, or cannot be written.
 */
async function edit(written: WrittenProfile, change: Change, signal?: AbortSignal): Promise<void> {
  const files = [...new Set(KINDS.map(kind => written[kind]))];
  const leftovers: string[] = [];
  try {
    for (const file of files.toSorted()) {
      makeFolder(path.dirname(file));
      refuseLinks(file);
      leftovers.push(await lock(file, signal));
    }
    signal?.throwIfAborted();
    const before = new Map(files.map(file => [file, statsOf(file) && readText(file)]));
    const after = new Map(before);
    for (const kind of KINDS) after.set(written[kind], change(kind, after.get(written[kind])));
    const changed = [...after].filter(([file, text]) => text !== before.get(file));
    for (const [file, text = ''] of changed) {
      leftovers.push(temporaryOf(file, written.id));
      writeNew(temporaryOf(file, written.id), text);
    }
    for (const [file, text] of changed) {
      if (text === undefined) rmSync(file);
      else renameSync(temporaryOf(file, written.id), file);
    }
  } finally {
    for (const name of leftovers) rmSync(name, { force: true });
  }
}

/** The file with the new text, until it takes the other's place. If the process is killed, it might be left. */
const temporaryOf = (file: string, id: string) => `${file}.${id}.tmp`;

/** Not mkdirSync's `recursive`: in a folder that takes no new ones, such as /proc, it never returns (Node 24.21). */
function makeFolder(folder: string): void {
  if (statsOf(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another job might have been faster.
    if (!statsOf(folder)) throw error;
  }
}

/** @throws Error with the code EEXIST if anything has the name, a link too. */
function writeNew(file: string, text: string): void {
  writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
}

/** @throws Error if the file, or its folder, is a symbolic link. */
export function refuseLinks(file: string): void {
  const link = [path.dirname(file), file].find(name => statsOf(name)?.isSymbolicLink());
  if (link) throw new Error(`${link} is a symbolic link, which is not followed`);
}

/** The text of a regular file. @param most the size limit in bytes. @throws Error if it cannot be read. */
export function readText(file: string, most?: number): string {
  const bytes = readRegularFile(file, most);
  if (bytes === 'irregular') throw new Error(`${file} is not a regular file`);
  if (bytes === 'too large') throw new Error(`the file is larger than ${(most ?? 0) / 1000} kB`);
  return bytes.toString();
}

const statsOf = (file: string) => lstatSync(file, { throwIfNoEntry: false });

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
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const held = statsOf(name);
      if (held && Date.now() - held.mtimeMs > STALE_MS) rmSync(name, { force: true });
    }
    await sleep(5 + Math.random() * 20, undefined, { signal });
  }
  throw new Error(`another process holds the lock ${name}; remove it if no such process is running`);
}
