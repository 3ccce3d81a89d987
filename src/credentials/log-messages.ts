// What the credentials stage writes to the log.

/** A token, named by the job that it belongs to. */
export function tokenOf(name: string, subject: string | undefined): string {
  return `${name} of ${subject ?? 'an unknown subject'}`;
}

/** What is being done, as the beginning of a line about its retries. */
export function assuming(role: string): string {
  return `Assuming ${role}`;
}

export function assumingLine(role: string, credentials: string): string {
  return `${assuming(role)} with ${credentials}`;
}

/** A role that the config makes SST assume. */
export function assumingAsSstLine(role: string): string {
  return `${assuming(role)}, as SST will`;
}

export function identifying(keys: string): string {
  return `Asking STS who owns ${keys}`;
}

/** One more try, and how long the step waits for it. */
export function retryLine(
  what: string,
  failed: number,
  { code, message }: { code: string; message: string },
  milliseconds: number,
): string {
  return `${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(milliseconds)} ms`;
}

export const TAGS_TOO_LARGE =
  'The session tags are too large: once more without those of the event and the run';
export const CREDENTIALS_KEPT =
  'There are valid credentials already: they are kept, and no new ones are obtained.';
export const NO_CREDENTIALS_YET = 'There are no valid credentials yet.';

export function authenticatedLine(arn: string, expires: Date | undefined): string {
  return `Authenticated as ${arn}${expires ? `, until ${expires.toISOString()}` : ''}`;
}
