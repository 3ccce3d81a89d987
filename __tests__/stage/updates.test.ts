import { gzipSync } from 'node:zlib';
import { parseUpdate, UNLOCKED, type UpdateRecord } from '../../src/stage/records.ts';
import {
  lastDurations,
  newestIfCutOff,
  sessionTooShort,
  startOf,
  type Update,
  updateOf,
} from '../../src/stage/updates.ts';

/** An update that started at that minute and took this many seconds. */
function update(minute: number, seconds: number) {
  const started = new Date(Date.UTC(2026, 10, 24, 10, minute));
  return { id: `u${minute}`, started, took: seconds * 1000 };
}

describe('update IDs', () => {
  test('as SST 4.17.1 and early SST 3 make them', () => {
    expect(startOf('fe5df05a7113ef70251fa144')).toEqual(new Date('2026-11-24T22:20:37.996Z'));
    expect(startOf('fffffe5df05a7113ef70251f')).toEqual(new Date('2026-11-24T22:20:37.996Z'));
  });

  test.each([
    '',
    'fe5df05a7113',
    'fe5df05a7113ef70251fa1444',
    'xe5df05a7113ef70251fa144',
    'ffffffffffffffffffffffff',
  ])('%s is none', id => {
    expect(startOf(id)).toBeUndefined();
  });

  test('what else stands in the listing is left out', () => {
    const written = new Date('2026-11-24T22:25:00Z');
    expect(updateOf('update/shop/production/fe5df05a7113ef70251fa144.json', written)).toEqual({
      id: 'fe5df05a7113ef70251fa144',
      started: new Date('2026-11-24T22:20:37.996Z'),
      took: 262_004,
    });
    expect(updateOf('update/shop/production/notes.txt', written)).toBeUndefined();
  });
});

describe('records, as SST 4.17.1 writes them', () => {
  const record = (rest: string) =>
    `{"id":"fe5df05a7113ef70251fa144","runID":"run-7","version":"4.17.1","command":"deploy",${rest}}`;

  test.each([
    ['finished', '"errors":null,"timeStarted":"2026-11-24T22:20:38Z","timeCompleted":"2026-11-24T22:21:38Z"'],
    [
      'failed',
      '"errors":[{"urn":"u","message":"no"}],"timeStarted":"2026-11-24T22:20:38Z","timeCompleted":"2026-11-24T22:21:38Z"',
    ],
    ['cut off', '"errors":null,"timeStarted":"2026-11-24T22:20:38Z"'],
    [
      'unlocked',
      `"errors":[{"urn":"","message":${JSON.stringify(UNLOCKED)}}],"timeStarted":"","timeCompleted":"2026-11-24T22:21:38Z"`,
    ],
  ])('%s', (outcome, rest) => {
    const facts = { outcome, command: 'deploy', runId: 'run-7', version: '4.17.1' };
    expect(parseUpdate(Buffer.from(record(rest)))).toEqual(facts);
    expect(parseUpdate(gzipSync(record(rest)))).toEqual(facts);
  });

  test('one that cannot be read says nothing', () => {
    expect(parseUpdate(Buffer.from('{'))).toBeUndefined();
  });
});

describe('durations', () => {
  const finished = { outcome: 'finished', command: 'deploy', runId: '', version: '' } as const;
  const records: Record<string, Partial<UpdateRecord>> = {
    u56: { outcome: 'unlocked' },
    u58: { command: 'edit' },
  };
  const minutes = (...updates: Update[]) =>
    lastDurations(
      updates,
      longest => longest > 3_600_000,
      async ({ id }) => ({ ...finished, ...records[id] }),
    );

  test('what was written once might be open, also if the clocks differ by a few seconds', async () => {
    for (const seconds of [-5, 0, 3, 9]) {
      const cutOff = { ...finished, outcome: 'cut off' } as const;
      const last = update(1, seconds);
      expect(await minutes(last)).toBeUndefined();
      expect(await newestIfCutOff([last], async () => cutOff)).toEqual({ ...last, ...cutOff });
      expect(await newestIfCutOff([last], async () => finished)).toBeUndefined();
    }
    for (const seconds of [10, 600]) {
      expect((await minutes(update(1, seconds)))?.count).toBe(1);
      expect(await newestIfCutOff([update(1, seconds)], () => Promise.reject())).toBeUndefined();
    }
  });

  test('the median and the longest of the last ten that ended', async () => {
    const updates = [1, 600, 60, 120, 180, 240, 300, 360, 420, 480, 540, 6000].map((seconds, at) =>
      update(59 - at, seconds),
    );
    expect(await minutes(...updates)).toEqual({ count: 10, median: 330_000, longest: 600_000 });
    for (const untypical of [update(58, 4000), update(56, 4000)])
      expect(await minutes(untypical, ...updates)).toEqual({
        count: 10,
        median: 330_000,
        longest: 600_000,
      });
    expect(await minutes(update(57, 4000), ...updates)).toEqual({
      count: 10,
      median: 330_000,
      longest: 4_000_000,
    });
    expect(await minutes(update(1, 60), update(2, 90), update(3, 20))).toEqual({
      count: 3,
      median: 60_000,
      longest: 90_000,
    });
    expect(await minutes()).toBeUndefined();
  });
});

describe('the session', () => {
  const NOW = new Date('2026-11-24T10:00:00Z');
  const MINUTE = 60_000;
  const HOUR = new Date('2026-11-24T11:00:00Z');

  test.each([
    [50, undefined],
    [54, undefined],
    [56, { advised: 4500, capped: false }],
    [90, { advised: 6300, capped: false }],
    [700, { advised: 43_200, capped: true }],
  ])('an hour for a deploy of %d minutes', (minutes, expected) => {
    const found = sessionTooShort(minutes * MINUTE, { expires: HOUR }, NOW);
    if (expected) expect(found).toEqual({ left: 60 * MINUTE, ...expected });
    else expect(found).toBeUndefined();
  });

  test('a chained session cannot be longer than an hour', () => {
    expect(sessionTooShort(90 * MINUTE, { expires: HOUR, chained: true }, NOW)).toMatchObject({
      advised: 3600,
      capped: true,
    });
    const quarter = new Date('2026-11-24T10:15:00Z');
    expect(sessionTooShort(40 * MINUTE, { expires: quarter, chained: true }, NOW)).toMatchObject({
      advised: 2700,
      capped: false,
    });
  });

  test('keys that do not expire are always enough', () => {
    expect(sessionTooShort(900 * MINUTE, {}, NOW)).toBeUndefined();
  });
});
