import { readStored, textField } from './stored.ts';

/** One update of a stage (a deploy, remove, refresh, …), as a listing of `update/<app>/<stage>/` shows it. */
export interface Update {
  readonly id: string;
  readonly started: Date;
  /** When its record was last written: at its start, and again when it ended. */
  readonly written: Date;
}

/** What the record of an update says. */
export interface UpdateRecord {
  /** `cut off`: it was killed, or SST stopped before it changed anything. `unlocked`: cut off, and unlocked by force. */
  readonly outcome: 'finished' | 'failed' | 'cut off' | 'unlocked';
  /** `deploy`, `remove`, `refresh`, `edit`, … */
  readonly command: string;
  /** SST_RUN_ID of its process; '' if there was none. */
  readonly runId: string;
  /** SST's version; '' if the record does not say. */
  readonly version: string;
}

/** How long the last updates took, in milliseconds. */
export interface Durations {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}

/** What `sst unlock` writes into an update as its error (SST 4.17). */
export const UNLOCKED = 'Update did not complete and was force unlocked with the `sst unlock` command';

/** How many updates the durations are taken from. */
const LAST = 10;

/**
 * Milliseconds. A record that was written no later than this after the update's start might have been written only once:
 * S3 tells whole seconds, and the clock is the runner's.
 */
const WRITTEN_ONCE = 10_000;

/** Updates that say nothing about how long a deploy takes: an editor was open. */
const INTERACTIVE = new Set(['edit']);

/**
 * When an update started. SST 4's IDs begin with the inverted milliseconds since 1970 (48 bits in 12 hex digits), those of
 * early SST 3 with the same in 64 bits; either way IDs sort newest first.
 *
 * @returns undefined if it is not an update ID.
 */
export function startOf(id: string): Date | undefined {
  const [, digits] = /^(?:ffff)?(?!ffff)([0-9a-f]{12})[0-9a-f]{8,12}$/.exec(id) ?? [];
  if (digits === undefined || id.length !== 24) return undefined;
  return new Date(2 ** 48 - 1 - Number.parseInt(digits, 16));
}

/** The update that an object of a listing is; undefined if it is something else. */
export function updateOf(key: string, written: Date): Update | undefined {
  const id = /([0-9a-f]{24})\.json$/.exec(key)?.[1] ?? '';
  const started = startOf(id);
  return started && { id, started, written };
}

/** Whether only the update's record can tell if it has ended. */
export function mightBeOpen({ started, written }: Update): boolean {
  return written.getTime() - started.getTime() < WRITTEN_ONCE;
}

/** Reads `update/<app>/<stage>/<id>.json`; undefined if it is not in SST's form. */
export function parseUpdate(bytes: Uint8Array): UpdateRecord | undefined {
  const fields = readStored(bytes);
  if (fields === undefined) return undefined;
  const text = (name: string) => textField(fields, name) ?? '';
  return {
    outcome: text('timeCompleted') === '' ? 'cut off' : outcomeOf(fields['errors']),
    command: text('command'),
    runId: text('runID'),
    version: text('version'),
  };
}

function outcomeOf(errors: unknown): UpdateRecord['outcome'] {
  if (!Array.isArray(errors) || errors.length === 0) return 'finished';
  const messages = errors.map(error => (error as { message?: unknown } | null)?.message);
  return messages.includes(UNLOCKED) ? 'unlocked' : 'failed';
}

/** The updates, newest first, whose durations count: the last ten that are known to have ended. */
export function endedOf(updates: readonly Update[], without: ReadonlySet<string> = new Set()): Update[] {
  return updates.filter(update => !mightBeOpen(update) && !without.has(update.id)).slice(0, LAST);
}

/** Milliseconds from an update's start to the last time that its record was written. */
export function durationOf({ started, written }: Update): number {
  return written.getTime() - started.getTime();
}

/** Whether the time that the update took says how long a deploy takes. */
export function isTypical({ outcome, command }: UpdateRecord): boolean {
  return (outcome === 'finished' || outcome === 'failed') && !INTERACTIVE.has(command);
}

/** The median and the longest duration; undefined if there are none. */
export function durationsOf(updates: readonly Update[]): Durations | undefined {
  const sorted = updates.map(durationOf).sort((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const longest = sorted.at(-1);
  if (lower === undefined || upper === undefined || longest === undefined) return undefined;
  return { count: sorted.length, median: (lower + upper) / 2, longest };
}
