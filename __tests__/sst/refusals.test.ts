// The configs that SST refuses, by version. The table of cases checks the same with the real CLI.
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
const wrong = (property: string, now: string) => `\`${property}\` ${now}, which SST refuses.`;
const sound = { name: 'shop', home: 'aws' };

test.each([null, 'nonsense', '"text"', '[]', '5'])('%j is no object', async json => {
  expect(await refusalsOf(json, by(NEWEST))).toMatchObject([
    { what: '`app()` returns no object, which SST refuses.' },
  ]);
});

const NO_NAME = wrong('name', 'is missing');

test.each([
  [{ home: 'aws' }, 'name', NO_NAME],
  [{ name: '', home: 'aws' }, 'name', NO_NAME],
  [{ name: null, home: 'aws' }, 'name', NO_NAME],
  [{ name: 5, home: 'aws' }, 'name', wrong('name', 'is a whole number'), 'Write a text,'],
  [{ name: 'a b', home: 'aws' }, 'name', wrong('name', 'is "a b"')],
  [{ name: '-a', home: 'aws' }, 'name', wrong('name', 'is "-a"')],
  [{ name: 'a\n', home: 'aws' }, 'name', wrong('name', 'is "a "')],
  [{ name: 'a' }, 'home', wrong('home', 'is missing')],
  [{ name: 'a', home: 'AWS' }, 'home', wrong('home', 'is "AWS"')],
  [{ ...sound, removal: 'never' }, 'removal', wrong('removal', 'is "never"')],
  [
    { ...sound, removalPolicy: 'retain' },
    'removalPolicy',
    wrong('removalPolicy', 'is "retain"'),
    'Write `removal: "retain"`,',
  ],
  [{ ...sound, version: 'latest' }, 'version', wrong('version', 'is "latest"'), 'Write a range such as'],
  [{ ...sound, protect: 'yes' }, 'protect', wrong('protect', 'is a text'), 'Write `true` or `false`,'],
  [
    { ...sound, state: { retention: 1.5 } },
    'state.retention',
    wrong('state.retention', 'is a number'),
    'Write a whole number,',
  ],
  [{ ...sound, providers: [] }, 'providers', wrong('providers', 'is a list'), 'Write an object,'],
  [
    { ...sound, providers: { random: { version: 5 } } },
    'providers.random.version',
    wrong('providers.random.version', 'is a whole number'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: false } },
    'providers.aws',
    wrong('providers.aws', 'is `true` or `false`'),
    'Write its version, `aws: "…"`, or an object (`npx sst add aws`',
  ],
  [
    { ...sound, providers: { aws: { profile: null } } },
    'providers.aws.profile',
    wrong('providers.aws.profile', 'is `null`'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: { profile: ['x'] } } },
    'providers.aws.profile',
    wrong('providers.aws.profile', 'is a list'),
    'Write a text,',
  ],
  [
    { ...sound, providers: { aws: { assumeRoles: [{}, 5] } } },
    'providers.aws.assumeRoles[0].roleArn',
    wrong('providers.aws.assumeRoles[0].roleArn', 'is missing or not valid'),
    "Write a role's ARN,",
  ],
  [
    {
      ...sound,
      providers: { aws: { assumeRoles: [{ roleArn: 'arn:aws:iam::123456789012:role/a\n::error::x' }] } },
    },
    'providers.aws.assumeRoles[0].roleArn',
    wrong('providers.aws.assumeRoles[0].roleArn', 'is missing or not valid'),
    "Write a role's ARN,",
  ],
])('%j is refused', async (value, property, what, next = '') => {
  expect(await refused(value)).toEqual([
    expect.objectContaining({ what, next: expect.stringContaining(next) }),
  ]);
  expect((await refused(value))[0]?.property).toBe(property);
});

test('several at once', async () => {
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
    wrong('providers.cloudflare', 'is `true` or `false`'),
    wrong('providers.random', 'has no `version`'),
    wrong('name', 'is "1 shop"'),
    wrong('home', 'is "gcp"'),
    wrong('removalPolicy', 'is "retain"'),
    wrong('state.retention', 'is 0'),
    wrong('version', 'is "2.x"'),
    wrong('removal', 'is "never"'),
    wrong('providers.aws.profile', 'is a whole number'),
  ]);
});

test.each([
  [{ ...sound, providers: { cloudflare: true } }, '4.5.3', '4.5.2', /cloudflare` is `true` or `false`/],
  [{ ...sound, providers: { random: { keepers: {} } } }, '4.5.7', '4.5.6', /random` has no `version`/],
  [{ ...sound, state: { retention: 0 } }, '4.17.0', '4.16.9', /retention` is 0/],
  [{ ...sound, state: true }, '4.13.0', '4.12.9', /`state` is `true` or `false`/],
  [{ ...sound, name: '1shop' }, '3.11.8', '3.11.7', /`name` is "1shop"/],
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
    { what: wrong('app()', 'is async') },
  ]);
  expect(await refusalsOf(json, by('3.11.1', { isAsync: true }))).toEqual([]);
});

test('another name than that of the local state', async () => {
  const json = JSON.stringify(sound);
  expect(await refusalsOf(json, by(NEWEST, { nameBefore: 'store' }))).toMatchObject([
    {
      property: 'name',
      what: wrong('name', 'is "shop"'),
      next: 'Write "store", as in `.sst/.pulumi/stacks`, or remove the folder `.sst` before this step.',
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
