import type { Case } from './cases.ts';
import { type Observation, type Request, shown } from './observe.ts';

/** The differences of two actions in one case. It is empty if there are none. */
export function differences(ours: Observation, peers: Observation): string[] {
  return [
    ...(ours.ended === peers.ended ? [] : [`ends in ${ours.ended}, the peer in ${peers.ended}`]),
    ...lists('request', ours.requests.filter(decides).map(shown), peers.requests.filter(decides).map(shown)),
    ...lists('proxied', routes(ours), routes(peers)),
    ...records('exports', ours.exported, peers.exported),
    ...records('output', ours.outputs, peers.outputs),
    ...records('file', ours.files, peers.files),
    ...peers.masked.filter(value => !ours.masked.includes(value)).map(value => `does not mask ${value}`),
  ];
}

/**
 * Whether a request counts. GetCallerIdentity does not: its answer is already in AssumedRoleUser, and it needs no
 * permission and changes nothing.
 */
function decides({ action }: Request): boolean {
  return action !== 'GetCallerIdentity';
}

/** How requests went through the proxy, each way once. */
function routes({ proxied }: Observation): string[] {
  return [...new Set(proxied)].sort();
}

function lists(what: string, ours: readonly string[], peers: readonly string[]): string[] {
  if (ours.join('\n') === peers.join('\n')) return [];
  const [more, less] = [without(ours, peers), without(peers, ours)];
  return [
    ...more.map(line => `${what} of its own: ${line}`),
    ...less.map(line => `${what} of the peer alone: ${line}`),
  ];
}

/** The entries that only the first list has. */
function without(first: readonly string[], second: readonly string[]): string[] {
  const rest = [...second];
  return first.filter(line => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function records(what: string, ours: Record<string, string>, peers: Record<string, string>): string[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(peers)])].sort();
  return names
    .filter(name => ours[name] !== peers[name])
    .map(name => `${what} ${name}: ${quoted(ours[name])}, the peer ${quoted(peers[name])}`);
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/** Every difference must be intended by the case, and every intended difference must exist. */
export interface Judgement {
  /** Differences that the case does not intend. */
  unexpected: string[];
  /** The reasons of intended differences that do not exist. */
  missing: string[];
}

/** Compares the differences of a case with the intended ones. Both lists are empty if they agree. */
export function judge({ differs = [] }: Case, found: readonly string[]): Judgement {
  return {
    unexpected: found.filter(line => !differs.some(meant => meant.lines.test(line))),
    missing: differs.filter(meant => !found.some(line => meant.lines.test(line))).map(meant => meant.why),
  };
}
