import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, faultOf } from './errors.ts';

/** What a failure says of the next try. */
export type Prospect =
  /** Too many requests: others are asking too, so the tries have to spread. */
  | 'throttled'
  /** It will pass by itself: the network, a server's fault, an identity provider that AWS could not reach. */
  | 'passing'
  /** Another job is in the way: it writes the same. */
  | 'conflict'
  /** A refusal that a role created seconds ago gives until IAM knows it everywhere. */
  | 'settling'
  /** Asked again, it would say the same. */
  | 'final';

/** How a request is repeated. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Codes of conflicts that pass, such as another job's write to the same bucket, and how often to try in all. */
  readonly conflicts?: Readonly<Record<string, number>>;
  /** Whether a refusal might pass by itself: only if a role was assumed. */
  readonly settles?: boolean;
}

/** Tries in all: configure-aws-credentials' default. */
export const DEFAULT_TRIES = 12;

/** The policy of every request, if nothing else is said. */
export const POLICY: RetryPolicy = { tries: DEFAULT_TRIES, settles: false };

/** Milliseconds after the first try at which the last one must have begun: an outage of some seconds is survived. */
const PATIENCE_MS = 20_000;

/**
 * The same while the service throttles: it answers, and the more wait, the longer it takes. A hundred jobs that start
 * together against an STS that takes ten a second need 10 s at the least; with the delays below the last of them got through
 * after 14 s (simulated 300 times; worst 17 s, and 36 s if STS takes no burst).
 */
export const THROTTLED_PATIENCE_MS = 60_000;

/** Tries of a refusal, which might be IAM's eventual consistency. With two waits, a refused role is reported in under 2 s. */
const SETTLING_MS = [300, 600];

/** First and longest delay in milliseconds, before the jitter. Throttled tries start wide, the others close. */
const DELAYS = { throttled: [500, 10_000], passing: [150, 10_000], conflict: [100, 4_000] } as const;

const THROTTLED =
  /^(?:Throttling|Throttled|ThrottledRequest|RequestThrottled|TooManyRequests|RequestLimitExceeded|BandwidthLimitExceeded|LimitExceeded|SlowDown|PriorRequestNotComplete)$/;

/** The network's errors, and those of AWS that pass by themselves. */
const PASSING = [
  /^(?:ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPROTO)$/,
  /^(?:BrokenAnswer|IDPCommunicationError|RequestTimeout|TimeoutError|InternalFailure|InternalError|ServiceUnavailable)$/,
  // The SDK corrects itself: it has learnt the server's time from the answer, and signs with it.
  /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/,
];

/** The same, told by the message alone. */
const SAYS_PASSING = [
  // AWS could not read the identity provider's keys: its network, not the token (aws-actions issue 299).
  /couldn'?t retrieve verification key/i,
  // The runner's clock is wrong: the SDK corrects itself, as above.
  /^Signature (?:expired|not yet current)/,
  /socket hang up|network socket disconnected/i,
];

/** Whether it can help to try again. */
export function prospectOf(
  { code: said, message, status }: Fault,
  { conflicts = {}, settles = true }: Partial<RetryPolicy> = {},
): Prospect {
  const code = said.replace(/Exception$/, '');
  if (code in conflicts) return 'conflict';
  if (THROTTLED.test(code) || status === 429) return 'throttled';
  if (PASSING.some(codes => codes.test(code)) || (status !== undefined && status >= 500)) return 'passing';
  if (SAYS_PASSING.some(words => words.test(message))) return 'passing';
  // sts:AssumeRole and sts:AssumeRoleWithWebIdentity on a role, or with a trust policy, written seconds ago.
  return code === 'AccessDenied' && settles ? 'settling' : 'final';
}

/**
 * Milliseconds to wait before the next try, or undefined if there is none.
 *
 * Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): anything from nothing to the delay, which
 * doubles with every try. A settling refusal waits for the time itself, at least half of it.
 *
 * @param failed tries so far. @param random from 0 to 1.
 */
export function delayAfter(prospect: Prospect, failed: number, random: number): number | undefined {
  if (prospect === 'final') return undefined;
  if (prospect === 'settling') {
    const wait = SETTLING_MS[failed - 1];
    return wait === undefined ? undefined : (wait * (1 + random)) / 2;
  }
  const [first, longest] = DELAYS[prospect];
  return random * Math.min(longest, first * 2 ** (failed - 1));
}

function patienceWith(prospect: Prospect): number {
  return prospect === 'throttled' ? THROTTLED_PATIENCE_MS : PATIENCE_MS;
}

/** How a request is tried, and who is told of each failed try. */
export interface Retrying {
  readonly policy: RetryPolicy;
  readonly signal: AbortSignal;
  /** Milliseconds for which it is repeated, if not the default. */
  readonly patience?: number;
  /** Told before each wait, never after the last try. */
  readonly told?: (failed: number, wait: number, fault: Fault) => void;
}

/**
 * Asks until there is an answer, the failure is final, or the tries or the time are used up.
 *
 * @throws what the last try threw, with the number of tries in `tries`; nothing is waited for after it.
 */
export async function retry<T>(ask: () => Promise<T>, retrying: Retrying): Promise<T> {
  const { policy, signal, patience, told } = retrying;
  const begun = performance.now();
  for (let failed = 1; ; failed++) {
    try {
      return await ask();
    } catch (error) {
      const fault = faultOf(error);
      const prospect = prospectOf(fault, policy);
      const wait = delayAfter(prospect, failed, Math.random());
      const tries = policy.conflicts?.[fault.code] ?? policy.tries;
      const late = performance.now() - begun + (wait ?? 0) > (patience ?? patienceWith(prospect));
      if (wait === undefined || failed >= tries || late || signal.aborted) {
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
