import { sessionTooShort } from '../../src/stage/session-time.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const MINUTE = 60_000;
const HOUR = new Date('2026-11-24T11:00:00Z');

test.each([
  [50, undefined],
  [54, undefined],
  [56, { needed: 61.6 * MINUTE, advised: 4500, capped: false }],
  [90, { needed: 99 * MINUTE, advised: 6300, capped: false }],
  [700, { needed: 770 * MINUTE, advised: 43_200, capped: true }],
])('an hour for a deploy of %d minutes', (minutes, expected) => {
  const found = sessionTooShort(minutes * MINUTE, HOUR, NOW, false);
  if (expected) expect(found).toEqual({ left: 60 * MINUTE, ...expected });
  else expect(found).toBeUndefined();
});

test('a chained session cannot be longer than an hour', () => {
  expect(sessionTooShort(90 * MINUTE, HOUR, NOW, true)).toMatchObject({ advised: 3600, capped: true });
  const quarter = new Date('2026-11-24T10:15:00Z');
  expect(sessionTooShort(40 * MINUTE, quarter, NOW, true)).toMatchObject({ advised: 2700, capped: false });
});

test('keys that do not expire are always enough', () => {
  expect(sessionTooShort(900 * MINUTE, undefined, NOW, false)).toBeUndefined();
});
