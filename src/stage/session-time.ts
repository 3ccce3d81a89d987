/** Seconds that a session can last: 12 hours, or one hour if a role was assumed from another role's session (AWS STS). */
const LONGEST_SESSION = 43_200;
const LONGEST_CHAINED = 3600;

/** Durations to write are multiples of this many seconds. */
const STEP = 900;

/** The session's time, compared with what the last deploys took. */
export interface SessionTime {
  /** Milliseconds that the session still lasts. */
  readonly left: number;
  /** Milliseconds that a deploy needs: the longest one, and a tenth of it or five minutes. */
  readonly needed: number;
  /** Seconds to write as `role-duration-seconds`, as many as AWS gives. */
  readonly advised: number;
  /** Whether that is still less than the deploy needs. */
  readonly capped: boolean;
}

/**
 * Compares the session's time with the longest of the last deploys.
 *
 * @param longest milliseconds.
 * @param chained whether the role was assumed from another role's session.
 * @returns undefined if the session lasts long enough, or for ever.
 */
export function sessionTooShort(
  longest: number,
  expires: Date | undefined,
  now: Date,
  chained: boolean,
): SessionTime | undefined {
  if (expires === undefined) return undefined;
  const left = expires.getTime() - now.getTime();
  const needed = longest + Math.max(longest / 10, 300_000);
  if (left >= needed) return undefined;
  const wanted = Math.ceil(needed / 1000 / STEP) * STEP;
  const most = chained ? LONGEST_CHAINED : LONGEST_SESSION;
  return { left, needed, advised: Math.min(wanted, most), capped: needed / 1000 > most };
}
