// Compares action-types.yml with action.yml, with its specification (github-actions-typing), and with the values that
// the action accepts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Failure } from '../../src/failure.ts';
import { readInputs } from '../../src/inputs/inputs.ts';

interface Typing {
  readonly type: string;
  readonly name?: string;
  readonly separator?: string;
  readonly 'allowed-values'?: readonly string[];
  readonly 'list-item'?: Typing;
}
type Face = Record<'inputs' | 'outputs', Record<string, { description: string; default?: string }>>;
type Types = Record<'inputs' | 'outputs', Record<string, Typing>>;

const read = (name: string) => parse(readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8'));
const action = read('action.yml') as Face & { description: string };
const types = read('action-types.yml') as Types;

test("action.yml's description fits GitHub's Marketplace: at most 125 characters", () => {
  expect(action.description.length).toBeLessThanOrEqual(125);
});

test.each(['inputs', 'outputs'] as const)('%s: every one has a type, in the order of action.yml', kind => {
  expect(Object.keys(types[kind])).toEqual(Object.keys(action[kind]));
});

test('every type is one of the specification, with what belongs to it', () => {
  const keys: Record<string, string[]> = {
    string: ['type'],
    boolean: ['type'],
    integer: ['type'],
    float: ['type'],
    enum: ['type', 'name', 'allowed-values'],
    list: ['type', 'separator', 'list-item'],
  };
  for (const [name, typing] of Object.entries({ ...types.inputs, ...types.outputs })) {
    expect([name, Object.keys(typing)]).toEqual([name, keys[typing.type]]);
    if (typing['list-item']) expect(Object.keys(typing['list-item'])).toEqual(['type']);
    for (const value of typing['allowed-values'] ?? []) expect(typeof value).toBe('string');
  }
});

/** The action's error about an input's value. Undefined if it accepts the value. */
function refusal(name: string, value: string): string | undefined {
  try {
    readInputs({ GITHUB_WORKSPACE: process.cwd(), [`INPUT_${name.toUpperCase()}`]: value });
    return undefined;
  } catch (error) {
    return (error as Failure).problem.what;
  }
}

const inputs = Object.entries(types.inputs);

test.each(inputs.filter(([, { type }]) => type === 'enum'))(
  '%s takes its values, and no others',
  (name, typing) => {
    const values = typing['allowed-values'] ?? [];
    for (const value of values) expect(refusal(name, value)).toBeUndefined();
    expect(refusal(name, 'another')).toContain(`one of ${values.join(', ')}`);
  },
);

test.each(inputs.filter(([, { type }]) => type === 'boolean'))('%s takes true and false only', name => {
  expect([refusal(name, 'true'), refusal(name, 'false')]).toEqual([undefined, undefined]);
  expect(refusal(name, 'yes')).toContain('true or false');
});

test.each(inputs.filter(([, { type }]) => type === 'integer'))('%s takes whole numbers only', name => {
  expect(refusal(name, '1000')).toBeUndefined();
  expect(refusal(name, '1.5')).toContain('a whole number');
});

test('defaults are of their type', () => {
  for (const [name, { default: preset }] of Object.entries(action.inputs))
    if (preset !== undefined) expect([name, refusal(name, preset)]).toEqual([name, undefined]);
});

test('each output that can be one of some values names them in its description', () => {
  const status = types.outputs['bootstrap-status'];
  expect(status?.['allowed-values']).toEqual(
    [...(action.outputs['bootstrap-status']?.description ?? '').matchAll(/`(\w+)`/g)].map(([, word]) => word),
  );
});
