import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from './errors.ts';

/** Milliseconds: eleven waits of at most so long come to half a minute. */
const LONGEST_MS = 4_000;
const FIRST_MS = 100;

/** How often to ask in all while the answer is this error code. */
export type Patience = Readonly<Record<string, number>>;

/**
 * Does what another job may be in the way of, again while the answer is one of these codes. The SDK repeats what it
 * takes for throttled or lost; a conflict with somebody else's write it does not.
 */
export async function patiently<T>(
  signal: AbortSignal,
  patience: Patience,
  request: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Refused) || tries >= (patience[error.code] ?? 1)) throw error;
    }
    await breathe(signal, tries);
  }
}

/** Waits before the next of several tries: at random within a span that doubles (full jitter), so that jobs part. */
export async function breathe(signal: AbortSignal, tries: number): Promise<void> {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  await sleep(Math.random() * span, undefined, { signal });
}
