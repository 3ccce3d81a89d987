// The lines of the log, which tell what was decided and why, stage by stage.
import { styleText } from 'node:util';
import type { Override, ProfileCheck, Region, Stage } from '../sst/deployment.ts';
import type { Findings } from './findings.ts';

/** The log's groups, in the order of the stages. */
export const GROUPS = ['SST project', 'AWS credentials', 'SST bootstrap'] as const;

export function configLine(file: string): string {
  return `Config: ${file}`;
}

export function stageLine({ name, from }: Stage): string {
  return `Stage: ${name} (from ${from === 'event' ? 'the event' : from})`;
}

export function appLine(name: string): string {
  return `App: ${name}`;
}

export function regionLine(name: string, from: Region['from']): string {
  return `Region: ${name} (from ${from})`;
}

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

/** Debug: what would have been said in another mode. */
export function notSaidLine(what: string): string {
  return `Not said, since profile-guard is off: ${what}`;
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

/** The post step: variables that are empty from now on. */
export function blankedLine(names: readonly string[]): string {
  return `Blanked ${names.join(', ')}.`;
}

/** The post step: the profile that `aws-profile` wrote. */
export function profileRemovedLine(name: string, removed: boolean): string {
  return removed
    ? `Removed profile ${name}.`
    : `Profile ${name} is no longer the one that this job wrote: it was left.`;
}

/** A request in the debug log. */
export function requestLine(what: string, outcome: string, milliseconds: number, tries: number): string {
  return `${what}: ${outcome}, ${milliseconds} ms${tries > 1 ? `, ${tries} tries` : ''}`;
}

/**
 * The last line of a step that went well, below the groups, which GitHub shows folded: what is deployed where from now
 * on. In green: GitHub's log shows ANSI colours.
 */
export function readyLine({ deployment, session, exported }: Findings): string {
  const what = [deployment?.app, deployment?.stage?.name].filter(name => name !== undefined).join(' / ');
  const where = [
    session && `account ${session.identity.account}`,
    deployment && `region ${deployment.region.name}`,
  ].filter(Boolean);
  const left =
    exported && exported.length > 0 ? `Exported ${exported.join(', ')}.` : 'No variable was to be exported.';
  return `${green('Ready')} to deploy ${what || 'here'}: ${where.join(', ')}. ${left}`;
}

function green(text: string): string {
  // Whatever this process writes to: what reads it is GitHub's log.
  return styleText('green', text, { validateStream: false });
}
