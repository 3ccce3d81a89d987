import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { type FileKind, hasProfile, profileBody, type Settings, withoutProfile, withProfile } from './ini.ts';
import { profileExists, profileNotWritten } from './messages.ts';
import { type Edit, edit } from './private-file.ts';
import type { Keys } from './session.ts';

/** A profile that this action wrote: what the post step needs to take it away again, and no secret. */
export interface WrittenProfile {
  readonly name: string;
  readonly credentials: string;
  readonly config: string;
  /** Hashes of the profile's lines: one that somebody else has written over meanwhile is theirs. */
  readonly prints: { readonly [Kind in FileKind]: string };
  /** The files that did not exist before. */
  readonly made: readonly string[];
}

/** Where the AWS SDKs and the CLI have their two files. */
export function profilePaths(environment: NodeJS.ProcessEnv): { readonly [Kind in FileKind]: string } {
  const folder = path.join(homedir(), '.aws');
  return {
    credentials: path.resolve(environment['AWS_SHARED_CREDENTIALS_FILE'] || path.join(folder, 'credentials')),
    config: path.resolve(environment['AWS_CONFIG_FILE'] || path.join(folder, 'config')),
  };
}

/**
 * Writes the profile into both files, or into neither: keys into the one, region into the other. All else in them stays
 * as it is; no link is followed; other jobs on the machine that do the same wait.
 *
 * @throws Failure where the profile exists and may not be replaced, and where a file cannot be written.
 */
export function writeProfile(
  name: string,
  keys: Keys,
  region: string,
  options: { readonly overwrite: boolean; readonly environment: NodeJS.ProcessEnv },
): WrittenProfile {
  const paths = profilePaths(options.environment);
  const settings: Record<FileKind, Settings> = {
    credentials: {
      aws_access_key_id: keys.accessKeyId,
      aws_secret_access_key: keys.secretAccessKey,
      ...(keys.sessionToken ? { aws_session_token: keys.sessionToken } : {}),
    },
    config: { region },
  };
  const made: string[] = [];
  const change = (kind: FileKind): Edit => ({
    file: paths[kind],
    change: text => {
      if (text === undefined) made.push(paths[kind]);
      else if (!options.overwrite && hasProfile(text, kind, name)) {
        throw new Failure(profileExists(name, paths[kind]));
      }
      return withProfile(text ?? '', kind, name, settings[kind]);
    },
  });
  try {
    edit([change('credentials'), change('config')]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(profileNotWritten(name, (error as Error).message), error);
  }
  const print = (kind: FileKind) =>
    printOf(profileBody(withProfile('', kind, name, settings[kind]), kind, name));
  return { name, ...paths, prints: { credentials: print('credentials'), config: print('config') }, made };
}

/**
 * Takes the profile away again where it is still the one that was written; a file that was made for it and holds
 * nothing else goes too.
 *
 * @returns whether the keys were taken away. @throws Error where a file cannot be written.
 */
export function removeProfile(written: WrittenProfile): boolean {
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
  edit([change('credentials'), change('config')]);
  return removed;
}

/** The same for the same settings, whatever the line ends. */
function printOf(body: string | undefined): string {
  return createHash('sha256')
    .update((body ?? '').replaceAll('\r\n', '\n').trim())
    .digest('hex');
}
