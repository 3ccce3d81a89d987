import { styleText } from 'node:util';
import type { Findings } from '../report/findings.ts';

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
