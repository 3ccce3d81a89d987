import { jest } from '@jest/globals';
import { faultOf } from '../../src/aws/errors.ts';
import { DEFAULT_TRIES, delayAfter, PROSPECTS, prospectOf, retry } from '../../src/aws/retry.ts';

const VERIFICATION = "Couldn't retrieve verification key from your identity provider, please reference …";

test.each<[code: string, message: string, status: number | undefined, prospect: string]>([
  ['Throttling', 'Rate exceeded', 400, 'throttled'],
  ['TooManyRequests', '', 429, 'throttled'],
  ['RequestLimitExceeded', '', 503, 'throttled'],
  ['TokenServiceError', '', 429, 'throttled'],
  ['IDPCommunicationError', '', 400, 'passing'],
  ['InvalidIdentityToken', VERIFICATION, 400, 'passing'],
  ['InternalFailure', '', 500, 'passing'],
  ['ServiceUnavailable', '', 503, 'passing'],
  ['TokenServiceError', '', 502, 'passing'],
  ['ECONNRESET', 'read ECONNRESET', undefined, 'passing'],
  ['ENOTFOUND', '', undefined, 'passing'],
  ['TimeoutError', '', undefined, 'passing'],
  ['Error', 'socket hang up', undefined, 'passing'],
  ['RequestExpired', '', 400, 'passing'],
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403, 'settling'],
  ['InvalidIdentityToken', 'Incorrect token audience', 400, 'final'],
  ['InvalidIdentityToken', 'No OpenIDConnect provider found in your account for https://x', 400, 'final'],
  ['ExpiredToken', 'Token expired', 400, 'final'],
  ['ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration', 400, 'final'],
  ['PackedPolicyTooLarge', '', 400, 'final'],
  ['MalformedPolicyDocument', '', 400, 'final'],
  ['RegionDisabled', '', 403, 'final'],
  ['InvalidClientTokenId', '', 403, 'final'],
  ['SignatureDoesNotMatch', '', 403, 'final'],
  ['TokenServiceError', '', 401, 'final'],
  ['AbortError', '', undefined, 'final'],
])('%s (%s, %s) is %s', (code, message, status, prospect) => {
  expect(prospectOf({ code, message, status }, { settles: true })).toBe(prospect);
});

describe('the fault in an error', () => {
  test('of the SDK: its code without the suffix, with the status', () => {
    const error = Object.assign(new Error('Incorrect token audience'), {
      name: 'InvalidIdentityTokenException',
      code: 'InvalidIdentityToken',
      $metadata: { httpStatusCode: 400 },
    });
    expect(faultOf(error)).toEqual({
      code: 'InvalidIdentityToken',
      message: 'Incorrect token audience',
      status: 400,
    });
  });

  test('of the network through the SDK, which adds metadata without a status', () => {
    const error = Object.assign(new Error('read ECONNRESET'), {
      code: 'ECONNRESET',
      $metadata: { attempts: 1 },
    });
    expect(faultOf(error)).toEqual({ code: 'ECONNRESET', message: 'read ECONNRESET', status: undefined });
  });

  test('of several addresses, none of which answered: no message of its own', () => {
    const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    expect(faultOf(error)).toEqual({ code: 'ECONNREFUSED', message: 'ECONNREFUSED', status: undefined });
  });

  test('of what is no error', () => {
    expect(faultOf('oops').message).toContain('oops');
    expect(faultOf(undefined).code).toBe('Error');
  });
});

describe('the delay', () => {
  test('is full jitter: from nothing to the doubled delay, up to ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(failed => delayAfter('throttled', failed, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 10_000, 10_000,
    ]);
    expect(delayAfter('throttled', 7, 0)).toBe(0);
    expect(delayAfter('passing', 1, 1)).toBe(150);
    expect(delayAfter('passing', 3, 0.5)).toBe(300);
  });

  test('of a refusal that may settle: two waits, 0.9 s at the most', () => {
    expect([1, 2, 3].map(failed => delayAfter('settling', failed, 1))).toEqual([300, 600, undefined]);
    expect([1, 2].map(failed => delayAfter('settling', failed, 0))).toEqual([150, 300]);
  });

  test('of a final refusal: there is none', () => {
    expect(delayAfter('final', 1, 0)).toBeUndefined();
  });
});

describe('retrying', () => {
  const signal = new AbortController().signal;
  const fault = (name: string) =>
    Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400 } });
  const waits: number[] = [];
  const told = (_: number, wait: number) => void waits.push(wait);
  let asked = 0;
  const failing = (name: string, times: number) => async () => {
    asked++;
    if (asked <= times) throw fault(name);
    return 'answer';
  };

  beforeEach(() => {
    asked = 0;
    waits.length = 0;
    jest.spyOn(Math, 'random').mockReturnValue(0.001);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('goes on until there is an answer', async () => {
    const policy = { tries: 12 };
    await expect(retry(failing('Throttling', 5), { ...policy, signal, told })).resolves.toBe('answer');
    expect(asked).toBe(6);
    expect(waits).toHaveLength(5);
  });

  test('ends with the last try, and waits for nothing after it', async () => {
    const policy = { tries: 3 };
    await expect(retry(failing('Throttling', 5), { ...policy, signal, told })).rejects.toThrow('Throttling');
    expect(asked).toBe(3);
    expect(waits).toHaveLength(2);
  });

  test('a hopeless refusal is asked once, one try alone is one', async () => {
    await expect(retry(failing('ExpiredToken', 9), { tries: 12, signal, told })).rejects.toThrow();
    expect(asked).toBe(1);
    await expect(retry(failing('Throttling', 9), { tries: 1, signal, told })).rejects.toThrow();
    expect(asked).toBe(2);
    expect(waits).toEqual([]);
  });

  test('does not begin a wait that ends after its time', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const within = { tries: 12, patience: 100, signal, told };
    await expect(retry(failing('Throttling', 9), within)).rejects.toThrow('Throttling');
    expect(waits).toEqual([]);
  });

  test('stops when the step has failed elsewhere', async () => {
    const stop = new AbortController();
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const going = retry(failing('Throttling', 9), {
      tries: 12,
      signal: stop.signal,
      told: () => stop.abort(),
    });
    await expect(going).rejects.toThrow(/abort/i);
    expect(asked).toBe(1);
  });
});

describe('a crowd of a hundred that comes at the same moment', () => {
  /** Numbers from 0 to 1 that are the same in every run (mulberry32). */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** Simulates the retries against a token bucket. @returns when each request succeeded, in ms. */
  function play(seed: number, perSecond: number, burst: number): number[] {
    const next = random(seed);
    const waiting = Array.from({ length: 100 }, () => ({ at: next() * 200, failed: 0 }));
    const through: number[] = [];
    let tokens = burst;
    let last = 0;
    while (waiting.length > 0) {
      waiting.sort((one, other) => other.at - one.at);
      const job = waiting.pop() as { at: number; failed: number };
      tokens = Math.min(burst, tokens + ((job.at - last) / 1000) * perSecond);
      last = job.at;
      if (tokens >= 1) {
        tokens--;
        through.push(job.at);
        continue;
      }
      const failed = job.failed + 1;
      const at = job.at + 50 + (delayAfter('throttled', failed, next()) ?? Number.NaN);
      if (failed < DEFAULT_TRIES && at < PROSPECTS.throttled.patience) waiting.push({ at, failed });
    }
    return through;
  }

  test.each([1, 2, 3, 4, 5])('all get through an STS that takes ten a second (seed %i)', seed => {
    const through = play(seed, 10, 10);
    expect(through).toHaveLength(100);
    expect(Math.max(...through)).toBeLessThan(25_000);
  });

  test.each([1, 2, 3, 4, 5])('and one that takes no burst (seed %i)', seed => {
    expect(play(seed, 10, 1)).toHaveLength(100);
  });
});
