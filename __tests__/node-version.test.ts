import { olderNode } from '../src/node-version.ts';

test.each([
  ['20.20.2', true],
  ['24.11.1', true],
  ['24.12.0', false],
  ['24.21.0', false],
  ['26.0.0', false],
])('Node %s is older than every tested one: %s', (version, older) => {
  expect(olderNode(version)?.what.includes(`Node ${version}.`) ?? false).toBe(older);
});
