// The configs that SST refuses, in SST's order, by version. The table of cases checks the same with the real CLI.
import { refusalsOf } from '../../src/sst/refusals.ts';
import { isInRange, NEWEST } from '../../src/sst/versions.ts';

const by = (version: string, more: { isAsync?: boolean; nameBefore?: string } = {}) => ({
  sst: { version, installed: true },
  isAsync: false,
  ...more,
});
const refused = (value: unknown, version: string = NEWEST) =>
  refusalsOf(JSON.stringify(value) ?? null, by(version));
const reasons = async (value: unknown, version?: string) =>
  (await refused(value, version)).map(({ because }) => because);
const sound = { name: 'shop', home: 'aws' };

test.each([null, 'nonsense', '"text"', '[]', '5'])('%j is no object', async json => {
  expect(await refusalsOf(json, by(NEWEST))).toEqual([{ because: 'no object' }]);
});

test.each([
  [{ home: 'aws' }, { because: 'no name' }],
  [{ name: '', home: 'aws' }, { because: 'no name' }],
  [{ name: null, home: 'aws' }, { because: 'no name' }],
  [
    { name: 5, home: 'aws' },
    { because: 'bad type', property: 'name', takes: 'text' },
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
    { because: 'bad type', property: 'providers', takes: 'object' },
  ],
  [
    { ...sound, providers: { aws: false } },
    { because: 'boolean provider', provider: 'aws' },
  ],
  [
    { ...sound, providers: { aws: { profile: null } } },
    { because: 'bad type', property: 'providers.aws.profile', takes: 'text' },
  ],
  [
    { ...sound, providers: { aws: { profile: ['x'] } } },
    { because: 'bad type', property: 'providers.aws.profile', takes: 'text' },
  ],
  [
    { ...sound, providers: { aws: { assumeRoles: [{}, 5] } } },
    { because: 'bad type', property: 'providers.aws.assumeRoles[0].roleArn', takes: 'role ARN' },
  ],
  [
    {
      ...sound,
      providers: { aws: { assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a\n::error::x' }] } },
    },
    { because: 'bad type', property: 'providers.aws.assumeRoles[0].roleArn', takes: 'role ARN' },
  ],
])('%j is refused', async (value, refusal) => {
  expect(await refused(value)).toEqual([refusal]);
});

test('in the order of SST', async () => {
  const all = {
    name: '1 shop',
    home: 'gcp',
    removalPolicy: 'retain',
    state: { retention: 0 },
    version: '2.x',
    removal: 'never',
    providers: { aws: { profile: 5 }, cloudflare: true, random: {} },
  };
  expect(await reasons(all)).toEqual([
    'boolean provider',
    'no provider version',
    'bad name',
    'removalPolicy',
    'bad retention',
    'another version',
    'bad removal',
    'bad type',
    'bad home',
  ]);
});

test.each([
  [{ ...sound, providers: { cloudflare: true } }, '4.5.3', '4.5.2', 'boolean provider'],
  [{ ...sound, providers: { random: { keepers: {} } } }, '4.5.7', '4.5.6', 'no provider version'],
  [{ ...sound, state: { retention: 0 } }, '4.17.0', '4.16.9', 'bad retention'],
  [{ ...sound, state: true }, '4.13.0', '4.12.9', 'bad type'],
  [{ ...sound, name: '1shop' }, '3.11.8', '3.11.7', 'bad name'],
])('%j is refused from a version on, and not before', async (value, from, before, because) => {
  expect([await reasons(value, from), await reasons(value, before)]).toEqual([[because], []]);
});

test('roles are read by the property of the version', async () => {
  const value = { ...sound, providers: { aws: { assumeRole: {}, assumeRoles: [{}] } } };
  const property = async (version: string) =>
    (await refused(value, version)).map(refusal => Object(refusal).property);
  expect(await property('4.1.8')).toEqual(['providers.aws.assumeRole.roleArn']);
  expect(await property('4.1.9')).toEqual(['providers.aws.assumeRoles[0].roleArn']);
});

test('an async app() of a version that does not await it', async () => {
  const json = JSON.stringify(sound);
  expect(await refusalsOf(json, by('3.11.0', { isAsync: true }))).toEqual([{ because: 'not awaited' }]);
  expect(await refusalsOf(json, by('3.11.1', { isAsync: true }))).toEqual([]);
});

test('another name than that of the local state', async () => {
  const json = JSON.stringify(sound);
  expect(await refusalsOf(json, by(NEWEST, { nameBefore: 'store' }))).toEqual([
    { because: 'another name', name: 'shop', before: 'store' },
  ]);
  expect(await refusalsOf(json, by(NEWEST, { nameBefore: 'shop' }))).toEqual([]);
});

test.each([
  ['4.5', true],
  ['~4.5.1', true],
  ['^3', false],
  ['>= 3.17, < 5', true],
  ['>=3 <4 || =>4.5', true],
  ['!=4.5.12', false],
  ['>=4, !=4.5.11', true],
  ['*', true],
  ['latest', 'no range'],
  ['4.5 or newer', 'no range'],
])('version 4.5.12 in the range %s: %s', async (range, expected) => {
  expect(await isInRange({ version: '4.5.12', installed: true }, range)).toBe(expected);
});
