import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, faultOf } from './errors.ts';

/**
 * What a failure says of the next try. `first` and `longest` delay, in milliseconds; the delay doubles with every try, and
 * jitter takes anything from it, but for the part that is the `least`. Tries in all; and `patience`: milliseconds after the
 * first try at which the last one must have begun, so that an outage of some seconds is survived.
 */
export const PROSPECTS = {
  /**
   * Too many requests: others are asking too, so the tries have to spread. A hundred jobs that start together against an
   * STS that takes ten a second need 10 s at the least; with these delays the last got through after 14 s (simulated).
   */
  throttled: { first: 500, longest: 10_000, least: 0, tries: Infinity, patience: 60_000 },
  /** It will pass by itself: the network, a server's fault, an identity provider that AWS could not reach. */
  passing: { first: 150, longest: 10_000, least: 0, tries: Infinity, patience: 20_000 },
  /** Another job is in the way: it writes the same. */
  conflict: { first: 100, longest: 4_000, least: 0, tries: Infinity, patience: 20_000 },
  /** A refusal that a role created seconds ago gives until IAM knows it everywhere. A real one is reported in under 2 s. */
  settling: { first: 300, longest: 600, least: 0.5, tries: 3, patience: 20_000 },
  /** Asked again, it would say the same. */
  final: { first: 0, longest: 0, least: 0, tries: 1, patience: 0 },
};

type Prospect = keyof typeof PROSPECTS;

export interface RetryPolicy {
  /** Tries in all, the first included, if not the default. */
  readonly tries?: number;
  /** Codes of conflicts that pass, such as another job's write to the same bucket, and how often to try in all. */
  readonly conflicts?: Readonly<Record<string, number>>;
  /** Whether a refusal might pass by itself: only if a role was assumed. */
  readonly settles?: boolean;
}

/** Tries in all: configure-aws-credentials' default. */
export const DEFAULT_TRIES = 12;

const THROTTLED =
  /^(?:Throttling|Throttled|ThrottledRequest|RequestThrottled|TooManyRequests|RequestLimitExceeded|BandwidthLimitExceeded|LimitExceeded|SlowDown|PriorRequestNotComplete)$/;

/** The network's errors, and those of AWS that pass by themselves. */
const PASSING = [
  /^(?:ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPROTO)$/,
  /^(?:BrokenAnswer|IDPCommunicationError|RequestTimeout|TimeoutError|InternalFailure|InternalError|ServiceUnavailable)$/,
  // The SDK corrects itself: it has learnt the server's time from the answer, and signs with it.
  /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/,
];

/** The same by the message alone: the SDK corrects the clock, or AWS could not read the identity provider's keys. */
const SAYS_PASSING =
  /couldn'?t retrieve verification key|^signature (?:expired|not yet current)|socket hang up|network socket disconnected/i;

/** Whether, and how, it can help to try again. */
export function prospectOf(
  { code: said, message, status = 0 }: Fault,
  { conflicts = {}, settles }: RetryPolicy,
): Prospect {
  const code = said.replace(/Exception$/, '');
  if (code in conflicts) return 'conflict';
  if (THROTTLED.test(code) || status === 429) return 'throttled';
  if (PASSING.some(codes => codes.test(code)) || SAYS_PASSING.test(message) || status >= 500)
    return 'passing';
  // sts:AssumeRole and sts:AssumeRoleWithWebIdentity on a role, or with a trust policy, written seconds ago.
  return code === 'AccessDenied' && settles ? 'settling' : 'final';
}

/** Milliseconds to wait, undefined if there is no next try (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
export function delayAfter(prospect: Prospect, failed: number, random: number): number | undefined {
  const { first, longest, least, tries } = PROSPECTS[prospect];
  if (failed >= tries) return undefined;
  return (least + random * (1 - least)) * Math.min(longest, first * 2 ** (failed - 1));
}

/** How a request is tried, and who is told of each failed try. */
export interface Retrying extends RetryPolicy {
  readonly signal: AbortSignal;
  /** Milliseconds for which it is repeated, if not the default. */
  readonly patience?: number;
  readonly told?: (failed: number, wait: number, fault: Fault) => void;
}

/**
 * Asks until there is an answer, the failure is final, or the tries or the time are used up.
 *
 * @throws what the last try threw, with the number of tries in `tries`; nothing is waited for after it.
 */
export async function retry<T>(ask: () => Promise<T>, retrying: Retrying): Promise<T> {
  const { conflicts, tries = DEFAULT_TRIES, signal, told } = retrying;
  const begun = performance.now();
  for (let failed = 1; ; failed++) {
    try {
      return await ask();
    } catch (error) {
      const fault = faultOf(error);
      const prospect = prospectOf(fault, retrying);
      const wait = delayAfter(prospect, failed, Math.random());
      const { patience = PROSPECTS[prospect].patience } = retrying;
      const isLast = failed >= (conflicts?.[fault.code] ?? tries);
      if (wait === undefined || isLast || performance.now() - begun + wait > patience || signal.aborted) {
        if (error instanceof Error) Object.assign(error, { tries: failed });
        throw error;
      }
      told?.(failed, wait, fault);
      await sleep(wait, undefined, { signal });
    }
  }
}

/** Waits as before a next try after a conflict, so that jobs that were in each other's way part. */
export async function pauseAfterConflict(signal: AbortSignal, failed: number): Promise<void> {
  await sleep(delayAfter('conflict', failed, Math.random()), undefined, { signal });
}
