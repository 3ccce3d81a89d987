import { tooOldNode } from '../src/node-version.ts';

test.each([
  ['18.20.8', true],
  ['20.20.2', true],
  ['22.0.0', false],
  ['24.21.0', false],
  ['26.0.0', false],
])('Node %s is too old: %s', (version, tooOld) => {
  expect(tooOldNode(version)?.what.includes(`Node ${version}.`) ?? false).toBe(tooOld);
});
