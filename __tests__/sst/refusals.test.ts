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
  (await refused(value, version)).map(({ what }) => what);
const wrongType = (property: string) => `\`${property}\` has the wrong type; SST would fail.`;
const sound = { name: 'shop', home: 'aws' };

test.each([null, 'nonsense', '"text"', '[]', '5'])('%j is no object', async json => {
  expect(await refusalsOf(json, by(NEWEST))).toMatchObject([{ what: '`app()` returns no object.' }]);
});

const NO_NAME = '`app()` returns no `name`, which SST requires.';

test.each([
  [{ home: 'aws' }, undefined, NO_NAME],
  [{ name: '', home: 'aws' }, undefined, NO_NAME],
  [{ name: null, home: 'aws' }, undefined, NO_NAME],
  [{ name: 5, home: 'aws' }, 'name', wrongType('name'), 'Write a text,'],
  [{ name: 'a b', home: 'aws' }, 'name', 'The app\'s name is "a b", which SST refuses.'],
  [{ name: '-a', home: 'aws' }, 'name', 'The app\'s name is "-a", which SST refuses.'],
  [{ name: 'a\n', home: 'aws' }, 'name', 'The app\'s name is "a ", which SST refuses.'],
  [{ name: 'a' }, undefined, '`app()` returns no `home`, which SST requires.'],
  [{ name: 'a', home: 'AWS' }, 'home', '`home` is "AWS", which SST does not know.'],
  [{ ...sound, removal: 'never' }, 'removal', '`removal` is "never", which SST does not know.'],
  [
    { ...sound, removalPolicy: 'retain' },
    'removalPolicy',
    '`removalPolicy` has another name since SST v3, and SST refuses it.',
    'Write `removal: "retain"`.',
  ],
  [{ ...sound, version: 'latest' }, 'version', '`version` is "latest", which is not a version range.'],
  [{ ...sound, protect: 'yes' }, 'protect', wrongType('protect'), 'Write `true` or `false`,'],
  [
    { ...sound, state: { retention: 1.5 } },
    'state.retention',
    wrongType('state.retention'),
    'Write a whole number,',
  ],
  [{ ...sound, providers: [] }, 'providers', wrongType('providers'), 'Write an object,'],
  [
    { ...sound, providers: { random: { version: 5 } } },
    'providers.random.version',
    wrongType('providers.random.version'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: false } },
    'providers.aws',
    '`providers.aws` is `true` or `false`, which SST refuses.',
    '`aws: "…"`. `npx sst add aws` writes it for you.',
  ],
  [
    { ...sound, providers: { aws: { profile: null } } },
    'providers.aws.profile',
    wrongType('providers.aws.profile'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: { profile: ['x'] } } },
    'providers.aws.profile',
    wrongType('providers.aws.profile'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: { assumeRoles: [{}, 5] } } },
    'providers.aws.assumeRoles[0].roleArn',
    wrongType('providers.aws.assumeRoles[0].roleArn'),
    "Write a role's ARN,",
  ],
  [
    {
      ...sound,
      providers: { aws: { assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a\n::error::x' }] } },
    },
    'providers.aws.assumeRoles[0].roleArn',
    wrongType('providers.aws.assumeRoles[0].roleArn'),
    "Write a role's ARN,",
  ],
])('%j is refused', async (value, property, what, next = '') => {
  expect(await refused(value)).toEqual([
    expect.objectContaining({ what, next: expect.stringContaining(next) }),
  ]);
  expect((await refused(value))[0]?.property).toBe(property);
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
    '`providers.cloudflare` is `true` or `false`, which SST refuses.',
    '`providers.random` has no `version`, which SST requires.',
    'The app\'s name is "1 shop", which SST refuses.',
    '`removalPolicy` has another name since SST v3, and SST refuses it.',
    '`state.retention` is 0, which SST refuses.',
    `\`version\` in the config is "2.x", but SST ${NEWEST} is installed: SST refuses to run.`,
    '`removal` is "never", which SST does not know.',
    wrongType('providers.aws.profile'),
    '`home` is "gcp", which SST does not know.',
  ]);
});

test.each([
  [{ ...sound, providers: { cloudflare: true } }, '4.5.3', '4.5.2', /cloudflare` is `true` or `false`/],
  [{ ...sound, providers: { random: { keepers: {} } } }, '4.5.7', '4.5.6', /random` has no `version`/],
  [{ ...sound, state: { retention: 0 } }, '4.17.0', '4.16.9', /retention` is 0/],
  [{ ...sound, state: true }, '4.13.0', '4.12.9', /`state` has the wrong type/],
  [{ ...sound, name: '1shop' }, '3.11.8', '3.11.7', /name is "1shop"/],
])('%j is refused from a version on, and not before', async (value, from, before, what) => {
  expect(await reasons(value, from)).toEqual([expect.stringMatching(what)]);
  expect(await reasons(value, before)).toEqual([]);
});

test('roles are read by the property of the version', async () => {
  const value = { ...sound, providers: { aws: { assumeRole: {}, assumeRoles: [{}] } } };
  const property = async (version: string) =>
    (await refused(value, version)).map(refusal => refusal.property);
  expect(await property('4.1.8')).toEqual(['providers.aws.assumeRole.roleArn']);
  expect(await property('4.1.9')).toEqual(['providers.aws.assumeRoles[0].roleArn']);
});

test('an async app() of a version that does not await it', async () => {
  const json = JSON.stringify(sound);
  expect(await refusalsOf(json, by('3.11.0', { isAsync: true }))).toMatchObject([
    { what: '`app()` is async, and SST 3.11.0 does not await it: it finds no name.' },
  ]);
  expect(await refusalsOf(json, by('3.11.1', { isAsync: true }))).toEqual([]);
});

test('another name than that of the local state', async () => {
  const json = JSON.stringify(sound);
  expect(await refusalsOf(json, by(NEWEST, { nameBefore: 'store' }))).toMatchObject([
    {
      property: 'name',
      what: 'The app\'s name is "shop", but `.sst/.pulumi/stacks` is of "store": SST refuses a changed name.',
    },
  ]);
  expect(await refusalsOf(json, by(NEWEST, { nameBefore: 'shop' }))).toEqual([]);
});

test('a profile of a wrong type, unless SST is told to ignore it', async () => {
  const json = JSON.stringify({ ...sound, providers: { aws: { profile: 5 } } });
  expect(await refusalsOf(json, by(NEWEST))).toMatchObject([{ property: 'providers.aws.profile' }]);
  expect(await refusalsOf(json, { ...by(NEWEST), ignoresProfile: true })).toEqual([]);
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
