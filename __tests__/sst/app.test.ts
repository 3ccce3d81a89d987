import { readApp } from '../../src/sst/app.ts';

const read = (value: unknown) => readApp(JSON.stringify(value) ?? null);
const sound = { name: 'shop', home: 'aws' };

test('what SST looks at, and nothing else', () => {
  const aws = {
    profile: 'p',
    region: 'eu-west-1',
    version: '7.0.0',
    assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a', sessionName: 'shop', x: 1 }],
  };
  expect(read({ ...sound, removal: 'retain', providers: { aws, cloudflare: '5.0.0' }, more: {} })).toEqual({
    app: {
      name: 'shop',
      home: 'aws',
      aws: {
        profile: 'p',
        region: 'eu-west-1',
        assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a', sessionName: 'shop' }],
        olderAssumeRole: false,
      },
      strayAws: false,
    },
    refusals: [],
  });
});

test.each([null, 'nonsense', '"text"', '[]', '5'])('%j is no object', json => {
  expect(readApp(json)).toEqual({ app: { strayAws: false }, refusals: [{ because: 'no object' }] });
});

test.each([
  [{ home: 'aws' }, { because: 'no name' }],
  [{ name: '', home: 'aws' }, { because: 'no name' }],
  [{ name: null, home: 'aws' }, { because: 'no name' }],
  [
    { name: 5, home: 'aws' },
    { because: 'bad type', property: 'name', takes: 'a text' },
  ],
  [
    { name: 'a b', home: 'aws' },
    { because: 'bad name', name: 'a b' },
  ],
  [
    { name: '-a', home: 'aws' },
    { because: 'bad name', name: '-a' },
  ],
  [
    { name: 'a\n', home: 'aws' },
    { because: 'bad name', name: 'a\n' },
  ],
  [{ name: 'a' }, { because: 'no home' }],
  [
    { name: 'a', home: 'AWS' },
    { because: 'bad home', home: 'AWS' },
  ],
  [
    { ...sound, removal: 'never' },
    { because: 'bad removal', removal: 'never' },
  ],
  [
    { ...sound, providers: [] },
    { because: 'bad type', property: 'providers', takes: 'an object' },
  ],
  [
    { ...sound, providers: { aws: false } },
    { because: 'bad type', property: 'providers.aws', takes: "an object, or a provider's version as a text" },
  ],
  [
    { ...sound, providers: { aws: { profile: null } } },
    { because: 'bad type', property: 'providers.aws.profile', takes: 'a text' },
  ],
  [
    { ...sound, providers: { aws: { profile: ['x'] } } },
    { because: 'bad type', property: 'providers.aws.profile', takes: 'a text' },
  ],
  [
    { ...sound, providers: { aws: { assumeRoles: [{}, 5] } } },
    { because: 'bad type', property: 'providers.aws.assumeRoles[0].roleArn', takes: "a role's ARN" },
  ],
  [
    {
      ...sound,
      providers: { aws: { assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a\n::error::x' }] } },
    },
    { because: 'bad type', property: 'providers.aws.assumeRoles[0].roleArn', takes: "a role's ARN" },
  ],
])('%j is refused', (value, refusal) => {
  expect(read(value).refusals).toEqual([refusal]);
});

test('tricks on the prototype are properties like any other, which nobody looks at', () => {
  const json =
    '{"__proto__":{"name":"x","home":"aws","providers":{"aws":{"profile":"x"}}},"constructor":{"prototype":{"polluted":1}},"name":"shop","home":"aws","providers":{"__proto__":{"aws":{"profile":"x"}},"aws":{"__proto__":{"profile":"x"}}}}';
  const { app, refusals } = readApp(json);
  expect(app).toEqual({
    name: 'shop',
    home: 'aws',
    aws: { assumeRoles: [], olderAssumeRole: false },
    strayAws: false,
  });
  expect(refusals).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('of names that differ in letters only the last stands, as in Go', () => {
  expect(readApp('{"name":"a","NAME":"b","home":"local"}').app.name).toBe('b');
  expect(readApp('{"NAME":"b","name":"a","home":"local"}').app.name).toBe('a');
});
