/** The answer of a service if something is wrong with it, or with the request. */
export interface FaultAnswer {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
  /** The body, instead of the service's own message. */
  body?: Buffer | string;
}

/** The properties that a rule can use. Every logged request of these servers has them. */
export interface Faultable {
  service: string;
  action: string;
}

/** A fault: its kind, its requests, and how often it happens. */
export interface Fault<Entry extends Faultable> {
  service?: Entry['service'];
  action?: string;
  /** Any further condition on the request. */
  when?(entry: Entry): boolean;
  /** How many matching requests are hit. Default: 1. Infinity hits all of them. */
  times?: number;
  /** How many matching requests pass before the first is hit. Default: 0. */
  after?: number;
  /** An error, a socket destroyed before the answer, or no answer at all. */
  answer: FaultAnswer | 'reset' | 'timeout';
  /** True: the request takes effect and only its response is lost. False, the default: it never arrived. */
  effect?: boolean;
}

/** A limit of requests per second. The others are throttled. */
export interface Limit<Entry extends Faultable> {
  service?: Entry['service'];
  action?: string;
  perSecond: number;
  /** How many requests are accepted at once after a pause. Default: as many as perSecond. */
  burst?: number;
}

/** An active fault: how often it has hit so far, and a function that removes it. */
export interface Injected {
  readonly hits: number;
  remove(): void;
}

interface Rule<Entry extends Faultable> {
  fault: Fault<Entry>;
  seen: number;
  hits: number;
}

interface Bucket<Entry extends Faultable> {
  limit: Limit<Entry>;
  tokens: number;
  filled: number;
}

function concerns<Entry extends Faultable>(
  rule: { service?: string; action?: string },
  entry: Entry,
): boolean {
  return (
    (rule.service === undefined || rule.service === entry.service) &&
    (rule.action === undefined || rule.action === entry.action)
  );
}

/** The faults and limits of one server. A request is hit by the first rule, in the order of injection, that has hits left. */
export class Faults<Entry extends Faultable> {
  #rules: Rule<Entry>[] = [];
  #limits: Bucket<Entry>[] = [];

  inject(fault: Fault<Entry>): Injected {
    const rule: Rule<Entry> = { fault, seen: 0, hits: 0 };
    this.#rules.push(rule);
    return {
      get hits() {
        return rule.hits;
      },
      remove: () => {
        this.#rules = this.#rules.filter(other => other !== rule);
      },
    };
  }

  limit(limit: Limit<Entry>): void {
    this.#limits.push({ limit, tokens: limit.burst ?? limit.perSecond, filled: performance.now() });
  }

  /** Takes every fault and limit back. */
  clear(): void {
    this.#rules = [];
    this.#limits = [];
  }

  /** The fault that hits this request, if one does; counts it. */
  next(entry: Entry): Fault<Entry> | undefined {
    for (const rule of this.#rules) {
      const { fault } = rule;
      if (rule.hits >= (fault.times ?? 1) || !concerns(fault, entry) || fault.when?.(entry) === false)
        continue;
      if (rule.seen++ < (fault.after ?? 0)) continue;
      rule.hits++;
      return fault;
    }
    return undefined;
  }

  /** Whether a limit throttles this request: a token bucket, as AWS documents for its API throttling. */
  throttled(entry: Entry): boolean {
    for (const bucket of this.#limits) {
      if (!concerns(bucket.limit, entry)) continue;
      const now = performance.now();
      const { perSecond, burst = perSecond } = bucket.limit;
      bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filled) / 1000) * perSecond);
      bucket.filled = now;
      if (bucket.tokens < 1) return true;
      bucket.tokens--;
    }
    return false;
  }
}
