import type { Session } from '../credentials/session.ts';
import type { UpdateRecord } from './records.ts';

/** One update of a stage (a deploy, remove, refresh, …), as a listing of `update/<app>/<stage>/` shows it. */
export type Update = NonNullable<ReturnType<typeof updateOf>>;

/** Reads an update's record; undefined if it cannot be read. */
type ReadRecord = (update: Update) => Promise<UpdateRecord | undefined>;

/** How many updates the durations are taken from. */
const LAST = 10;

/**
 * Milliseconds. A record that was written no later than this after the update's start might have been written only once:
 * S3 tells whole seconds, and the clock is the runner's.
 */
const WRITTEN_ONCE = 10_000;

/**
 * When an update started; undefined if it is not an update ID. SST 4's IDs begin with the inverted milliseconds since 1970 (48
 * bits in 12 hex digits), those of early SST 3 with the same in 64 bits; either way IDs sort newest first.
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

/** Whether only the update's record can tell if it has ended. */
const mightBeOpen = ({ took }: Update): boolean => took < WRITTEN_ONCE;

/** The newest update with its record, if it was cut off. The record is read only if the listing leaves that open. */
export async function newestIfCutOff([newest]: readonly Update[], read: ReadRecord) {
  const record = newest && mightBeOpen(newest) ? await read(newest) : undefined;
  return newest && record && /^(cut off|unlocked)$/.test(record.outcome)
    ? { ...newest, ...record }
    : undefined;
}

/**
 * How long the last ten updates took that are known to have ended, in milliseconds; undefined if there are none. Before a long
 * one counts against the session, its record is read: an update that was unlocked by force, or that waited for an editor, does
 * not tell how long a deploy takes. @param updates newest first.
 */
export async function lastDurations(
  updates: readonly Update[],
  isLong: (duration: number) => unknown,
  read: ReadRecord,
) {
  const ended = updates.filter(update => !mightBeOpen(update));
  const long = ended.slice(0, LAST).filter(({ took }) => isLong(took));
  const records = await Promise.all(long.map(read));
  const untypical = long.filter((_, index) => {
    const { outcome, command } = records[index] ?? {};
    return outcome === 'cut off' || outcome === 'unlocked' || command === 'edit';
  });
  const counted = ended.filter(update => !untypical.includes(update)).slice(0, LAST);
  const sorted = counted.map(({ took }) => took).sort((a, b) => a - b);
  const count = sorted.length;
  const [lower = 0, upper = 0] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
  return count === 0 ? undefined : { count, median: (lower + upper) / 2, longest: Math.max(...sorted) };
}

export type Durations = NonNullable<Awaited<ReturnType<typeof lastDurations>>>;
export type SessionTime = NonNullable<ReturnType<typeof sessionTooShort>>;

/**
 * Compares the session's time with the longest of the last deploys, in milliseconds, and a tenth of it or five minutes.
 *
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
