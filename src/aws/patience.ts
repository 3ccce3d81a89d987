import { setTimeout as sleep } from 'node:timers/promises';
import { refusedWith } from './refusal.ts';

/** Tries in all, and the longest wait before the next, in milliseconds: twelve waits come to half a minute at most. */
const TRIES = 12;
const LONGEST_MS = 4_000;
const FIRST_MS = 100;

/**
 * Does what another job may be in the way of, again while the answer is one of these codes. The SDK repeats what it
 * takes for throttled or lost; a conflict with somebody else's write (S3's OperationAborted) it does not.
 */
export async function patiently<T>(
  signal: AbortSignal,
  codes: readonly string[],
  request: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await request();
    } catch (error) {
      if (tries === TRIES || !refusedWith(error, ...codes)) throw error;
    }
    await breathe(signal, tries);
  }
}

/** Waits before the next of several tries: at random within a span that doubles (full jitter), so that jobs part. */
export async function breathe(signal: AbortSignal, tries: number): Promise<void> {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  await sleep(Math.random() * span, undefined, { signal });
}
