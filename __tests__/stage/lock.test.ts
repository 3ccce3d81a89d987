import { gzipSync } from 'node:zlib';
import { parseLock } from '../../src/stage/records.ts';

// As SST 4.17.1 writes it.
const LOCK =
  '{"created":"2026-11-24T22:20:37.998635042Z","updateID":"fe5df05a7113ef70251fa144","runID":"https://github.com/acme/shop/actions/runs/1/attempts/1","command":"refresh","ignore":true}';
const FACTS = {
  started: new Date('2026-11-24T22:20:37.998Z'),
  id: 'fe5df05a7113ef70251fa144',
  runId: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
  command: 'refresh',
};

const NOTHING = { id: '', command: '', runId: '' };

const parse = (text: string) => parseLock(Buffer.from(text));

test('says who holds it and since when, plain or gzipped', () => {
  expect(parse(LOCK)).toEqual(FACTS);
  expect(parseLock(gzipSync(LOCK))).toEqual(FACTS);
});

test('empty fields are left out, and names match as Go matches them', () => {
  expect(parse('{"Created":"2026-11-21T10:00:00+01:00","updateid":"u","runID":"","command":null}')).toEqual({
    ...NOTHING,
    started: new Date('2026-11-21T09:00:00Z'),
    id: 'u',
  });
});

test.each([
  '{}',
  'null',
  '{"created":null}',
  '{"created":""}',
  '{"created":"0001-01-01T00:00:00Z"}',
  '{"created":"0001-01-01T01:00:00+01:00","command":"deploy"}',
])('%s is no lock to SST', text => {
  expect(parse(text)).toBeUndefined();
});

test.each([
  ['', {}],
  ['{', {}],
  ['[]', {}],
  ['"lock"', {}],
  ['{"created":5}', {}],
  ['{"created":"soon","command":"deploy"}', { command: 'deploy' }],
  ['{"created":"2026-13-41T10:00:00Z"}', {}],
  ['{"created":"2026"}', {}],
  ['{"updateID":5,"command":"deploy"}', { command: 'deploy' }],
])('%s, which SST cannot read, stops it too', (text, facts) => {
  expect(parse(text)).toEqual({ ...NOTHING, ...facts });
});

test('gzip that is broken, or larger than any lock, counts as a lock', () => {
  expect(parseLock(gzipSync(LOCK).subarray(0, 40))).toEqual(NOTHING);
  expect(parseLock(gzipSync(Buffer.alloc(50_000_000)))).toEqual(NOTHING);
});
