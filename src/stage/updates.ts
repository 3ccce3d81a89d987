import type { Session } from '../credentials/session.ts';
import { readStored } from './stored.ts';

/** One update of a stage (a deploy, remove, refresh, …), as a listing of `update/<app>/<stage>/` shows it. */
export type Update = NonNullable<ReturnType<typeof updateOf>>;

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

export type CutOff = Update & UpdateRecord;

/** What `sst unlock` writes into an update as its error (SST 4.17). */
export const UNLOCKED = 'Update did not complete and was force unlocked with the `sst unlock` command';

/** How many updates the durations are taken from. */
const LAST = 10;

/**
 * Milliseconds. A record that was written no later than this after the update's start might have been written only once:
 * S3 tells whole seconds, and the clock is the runner's.
 */
const WRITTEN_ONCE = 10_000;

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

/**
 * The update that an object of a listing is, and how many milliseconds it took; undefined if it is something else.
 *
 * @param written when its record was last written: at its start, and again when it ended.
 */
export function updateOf(key: string, written: Date) {
  const id = /([0-9a-f]{24})\.json$/.exec(key)?.[1] ?? '';
  const started = startOf(id);
  return started && { id, started, took: written.getTime() - started.getTime() };
}

/** Reads `update/<app>/<stage>/<id>.json`; undefined if it is not in SST's form. */
export function parseUpdate(bytes: Uint8Array): UpdateRecord | undefined {
  const fields = readStored(bytes);
  if (fields === undefined) return undefined;
  const { timecompleted, errors, command, runid, version } = fields;
  const text = (field: unknown) => (typeof field === 'string' ? field : '');
  return {
    outcome: text(timecompleted) === '' ? 'cut off' : outcomeOf(errors),
    command: text(command),
    runId: text(runid),
    version: text(version),
  };
}

function outcomeOf(errors: unknown): UpdateRecord['outcome'] {
  if (!Array.isArray(errors) || errors.length === 0) return 'finished';
  return errors.some(error => error?.message === UNLOCKED) ? 'unlocked' : 'failed';
}

/** Whether only the update's record can tell if it has ended. */
const mightBeOpen = ({ took }: Update): boolean => took < WRITTEN_ONCE;

/** Whether the time that the update took says how long a deploy takes: not if it waited for an editor. True without a record. */
export function isTypical(record?: UpdateRecord): boolean {
  return !record || (/^(finished|failed)$/.test(record.outcome) && record.command !== 'edit');
}

/** Reads an update's record; undefined if it cannot be read. */
type ReadRecord = (update: Update) => Promise<UpdateRecord | undefined>;

/**
 * The newest update, if it was cut off. Its record is read only if the listing leaves that open.
 *
 * @param updates newest first.
 */
export async function newestIfCutOff([newest]: readonly Update[], read: ReadRecord) {
  if (newest === undefined || !mightBeOpen(newest)) return undefined;
  const record = await read(newest);
  return record?.outcome === 'cut off' || record?.outcome === 'unlocked'
    ? { ...newest, ...record }
    : undefined;
}

/**
 * How long the last ten updates took that are known to have ended. Before a long one counts against the session, its record
 * is read: an update that was unlocked by force, or that waited for an editor, does not tell how long a deploy takes.
 *
 * @param updates newest first. @param isLong is told milliseconds.
 * @returns milliseconds; undefined if there are none.
 */
export async function lastDurations(
  updates: readonly Update[],
  isLong: (duration: number) => unknown,
  read: ReadRecord,
) {
  const ended = updates.filter(update => !mightBeOpen(update));
  const records = await Promise.all(
    ended.slice(0, LAST).map(update => (isLong(update.took) ? read(update) : undefined)),
  );
  const counted = ended.filter((_, index) => isTypical(records[index])).slice(0, LAST);
  const sorted = counted.map(({ took }) => took).sort((a, b) => a - b);
  const count = sorted.length;
  const [lower = 0, upper = 0] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
  return count === 0 ? undefined : { count, median: (lower + upper) / 2, longest: Math.max(...sorted) };
}

export type Durations = NonNullable<Awaited<ReturnType<typeof lastDurations>>>;
export type SessionTime = NonNullable<ReturnType<typeof sessionTooShort>>;

/**
 * Compares the session's time with the longest of the last deploys, and a tenth of it or five minutes.
 *
 * @param longest milliseconds.
 * @returns the milliseconds that the session still lasts, the seconds to write as `role-duration-seconds`, as many as AWS
 * gives, and whether that is still less than a deploy needs; undefined if the session lasts long enough, or for ever.
 */
export function sessionTooShort(
  longest: number,
  { expires, chained }: Pick<Session, 'expires' | 'chained'>,
  now: Date,
) {
  if (expires === undefined) return undefined;
  const left = expires.getTime() - now.getTime();
  const needed = longest + Math.max(longest / 10, 300_000);
  if (left >= needed) return undefined;
  // AWS gives 12 hours at most, or one hour if a role was assumed from another role's session. Quarters of an hour are advised.
  const most = chained ? 3600 : 43_200;
  const wanted = Math.ceil(needed / 900_000) * 900;
  return { left, advised: Math.min(wanted, most), capped: needed / 1000 > most };
}
