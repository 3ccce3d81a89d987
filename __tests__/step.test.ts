import { checkNode } from '../src/step.ts';

test.each(['18.20.8', '20.20.2'])('Node %s is too old', version => {
  expect(() => checkNode(version)).toThrow(`Node ${version}.`);
});

test.each(['22.0.0', '24.21.0', '26.0.0'])('Node %s is not', version => {
  expect(() => checkNode(version)).not.toThrow();
});
