// The lines of the log, which tell what was decided and why, stage by stage.
import type { Override, ProfileCheck } from '../sst/deployment.ts';

/** The verdict on profiles, the last line but for the result. */
export function profileLine({ verdict, reason }: ProfileCheck, override: Override | undefined): string {
  const { profile, by } = override ?? {};
  const what = `${profile === undefined ? 'keys' : `profile ${profile}`} (from ${by})`;
  switch (verdict) {
    case 'none':
      return 'Profile: none, SST will use these credentials';
    case 'ignored':
      return `Profile: SST is told to ignore ${what}, by SST_AWS_NO_PROFILE`;
    case 'wins':
      return `Profile: ${what} would override the credentials`;
    case 'not checked':
      return `Profile: not checked: ${reason}`;
  }
}

/** A token, named by whose job it is. */
export function tokenOf(name: string, subject: string | undefined): string {
  return `${name} of ${subject ?? 'an unknown subject'}`;
}

/** What is being done, as the beginning of a line on its retries. */
export function assuming(role: string): string {
  return `Assuming ${role}`;
}

export function assumingLine(role: string, whose: string): string {
  return `${assuming(role)} with ${whose}`;
}

export function assumingAsSstLine(role: string): string {
  return `${assuming(role)}, as SST will`;
}

export function askingWhose(keys: string): string {
  return `Asking whose ${keys} are`;
}

/** One more try, and how long it is waited for. */
export function retryLine(
  what: string,
  failed: number,
  { code, message }: { code: string; message: string },
  milliseconds: number,
): string {
  return `${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(milliseconds)} ms`;
}

export const TAGS_DO_NOT_FIT =
  'The session tags do not fit: once more without those of the event and the run';
export const CREDENTIALS_KEPT =
  'There are valid credentials already: they are kept, and no new ones are obtained.';
export const NO_CREDENTIALS_YET = 'There are no valid credentials yet.';

export function authenticatedLine(arn: string, expires: Date | undefined): string {
  return `Authenticated as ${arn}${expires ? `, until ${expires.toISOString()}` : ''}`;
}

/** A request in the debug log. */
export function requestLine(what: string, outcome: string, milliseconds: number, tries: number): string {
  return `${what}: ${outcome}, ${milliseconds} ms${tries > 1 ? `, ${tries} tries` : ''}`;
}
