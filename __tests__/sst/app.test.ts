import { readApp } from '../../src/sst/app.ts';
import { NEWEST } from '../../src/sst/versions.ts';

const newest = { version: NEWEST, installed: true };
const older = { version: '4.1.8', installed: true };
const read = (value: unknown, sst = newest) => readApp(JSON.stringify(value) ?? null, sst);
const sound = { name: 'shop', home: 'aws' };
const role = { roleArn: 'arn:aws:iam::123456789012:role/a', sessionName: 'shop' };

test('what SST looks at, and nothing else', () => {
  const aws = {
    profile: 'p',
    region: 'eu-west-1',
    version: '7.0.0',
    assumeRoles: [{ ...role, x: 1 }],
  };
  expect(read({ ...sound, removal: 'retain', providers: { aws, cloudflare: '5.0.0' }, more: {} })).toEqual({
    ...sound,
    aws: { profile: 'p', region: 'eu-west-1', assumeRoles: [role] },
    withoutEffect: [],
  });
});

test('the property of roles that the version reads', () => {
  const both = {
    ...sound,
    providers: { aws: { assumeRole: role, assumeRoles: [{ roleArn: `${role.roleArn}b` }] } },
  };
  expect(read(both).aws).toEqual({
    assumeRoles: [{ roleArn: `${role.roleArn}b` }],
    unreadRoles: 'assumeRole',
  });
  expect(read(both, older).aws).toEqual({ assumeRoles: [role], unreadRoles: 'assumeRoles' });
});

test('settings where SST does not look', () => {
  const misplaced = { ...sound, region: 'eu-west-1', profile: 'acme', aws: { profile: 'acme' } };
  expect(read(misplaced).withoutEffect).toEqual([
    { setting: 'profile', value: 'acme' },
    { setting: 'region', value: 'eu-west-1' },
    { setting: 'aws' },
  ]);
});

test.each([null, 'nonsense', '"text"', '[]', '5'])('%j is no object', json => {
  expect(readApp(json, newest)).toEqual({ withoutEffect: [] });
});

test.each([
  ['1shop', '3.11.7', '1shop'],
  ['1shop', '3.11.8', undefined],
  ['a\n::error::x', NEWEST, undefined],
])('the name %j, by SST %s', (name, version, expected) => {
  expect(read({ ...sound, name }, { version, installed: true }).name).toBe(expected);
});

test('tricks on the prototype are properties like any other, which nobody looks at', () => {
  const json =
    '{"__proto__":{"name":"x","home":"aws","providers":{"aws":{"profile":"x"}}},"constructor":{"prototype":{"polluted":1}},"name":"shop","home":"aws","providers":{"__proto__":{"aws":{"profile":"x"}},"aws":{"__proto__":{"profile":"x"}}}}';
  expect(readApp(json, newest)).toEqual({ ...sound, aws: { assumeRoles: [] }, withoutEffect: [] });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('of names that differ in letters only the last is read, as in Go', () => {
  expect(readApp('{"name":"a","NAME":"b","home":"local"}', newest).name).toBe('b');
  expect(readApp('{"NAME":"b","name":"a","home":"local"}', newest).name).toBe('a');
  expect(readApp('{"name":"a","NAME":null,"home":"local"}', newest).name).toBe('a');
});

test('objects whose names differ in letters only are merged, as in Go', () => {
  const json = '{"home":"aws","providers":{"aws":{"profile":"a"}},"Providers":{"random":"4"}}';
  expect(readApp(json, newest).aws?.profile).toBe('a');
});
