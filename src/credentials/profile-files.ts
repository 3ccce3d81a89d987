import { createHash, randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Keys } from '../aws/identity.ts';
import { type FileKind, profileBody, type Settings, withoutProfile, withProfile } from '../aws/ini.ts';
import { Failure } from '../failure.ts';
import { type Edit, edit, temporaryName } from './private-file.ts';
import { profileExists, profileNotWritten } from './profile-messages.ts';

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
  const paths = profilePaths(environment);
  const settings: PerKind<Settings> = {
    credentials: {
      aws_access_key_id: keys.accessKeyId,
      aws_secret_access_key: keys.secretAccessKey,
      ...(keys.sessionToken && { aws_session_token: keys.sessionToken }),
    },
    config: { region },
  };
  const print = (kind: FileKind) =>
    printOf(profileBody(withProfile('', kind, name, settings[kind]), kind, name));
  const written = {
    name,
    ...paths,
    /** Names the temporary files. */
    id: randomUUID(),
    /** Hashes of the profile's lines: a profile that somebody else changed in the meantime is not removed. */
    prints: { credentials: print('credentials'), config: print('config') },
    /** The files that did not exist before. */
    made: KINDS.map(kind => paths[kind]).filter(file => !existsSync(file)),
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
  const { name, id } = written;
  const change = (kind: FileKind): Edit => ({
    file: written[kind],
    change: (text = '') => {
      if (!overwrite && profileBody(text, kind, name) !== undefined)
        throw new Failure(profileExists(name, written[kind]));
      return withProfile(text, kind, name, settings[kind]);
    },
  });
  try {
    await edit(KINDS.map(change), id, signal);
  } catch (error) {
    if (error instanceof Failure || signal?.aborted) throw error;
    throw new Failure(profileNotWritten(name, (error as Error).message), error);
  }
}

/**
 * Removes the profile if it is still the one that was written, and what a killed step left beside the files. A file that
 * was created for it and holds nothing else is removed too.
 *
 * @returns whether the keys were removed. @throws Error if a file cannot be written.
 */
export async function removeProfile(written: WrittenProfile): Promise<boolean> {
  for (const kind of KINDS) rmSync(temporaryName(written[kind], written.id), { force: true });
  let removed = false;
  const change = (kind: FileKind): Edit => ({
    file: written[kind],
    change: text => {
      if (text === undefined) return undefined;
      const body = profileBody(text, kind, written.name);
      if (printOf(body) !== written.prints[kind]) return text;
      if (kind === 'credentials') removed = true;
      const rest = withoutProfile(text, kind, written.name);
      return rest.trim() === '' && written.made.includes(written[kind]) ? undefined : rest;
    },
  });
  await edit(KINDS.map(change), written.id);
  return removed;
}

/** A hash that does not depend on the line ends. */
function printOf(body: string | undefined): string {
  return createHash('sha256')
    .update((body ?? '').replaceAll('\r\n', '\n').trim())
    .digest('hex');
}
