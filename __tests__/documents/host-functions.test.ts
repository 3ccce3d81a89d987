// The threat model lists every function of the host that a config can call, and no other.
import { readFileSync } from 'node:fs';
import { HOST_FUNCTIONS } from '../../src/interpreter/host.ts';

test('the list in the threat model is complete', () => {
  const text = readFileSync('docs/threat-model.md', 'utf8');
  const table = text.slice(text.indexOf('| host function |'), text.indexOf('One more function'));
  const listed = table
    .split('\n')
    .slice(2)
    .flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(listed.sort()).toEqual(Object.keys(HOST_FUNCTIONS).sort());
});
