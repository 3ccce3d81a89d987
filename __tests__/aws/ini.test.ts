import { profileBody, profileNames, withoutProfile, withProfile } from '../../src/aws/ini.ts';

const KEYS = { aws_access_key_id: 'AKIA', aws_secret_access_key: 's=c/r+t#;' };
const WRITTEN = 'aws_access_key_id = AKIA\naws_secret_access_key = s=c/r+t#;\n';

const FILE = `# mine, since 2019
[default]
aws_access_key_id=OLD
aws_secret_access_key=OLD ; not the one above
s3 =
  max_concurrent_requests = 20

; the team's
[deploy]   # do not touch
aws_access_key_id = THEIRS

# of the other account
[deploy-2]
aws_access_key_id = OTHER`;

test('an empty file', () => {
  expect(withProfile('', 'credentials', 'deploy', KEYS)).toBe(`[deploy]\n${WRITTEN}`);
  expect(withProfile('', 'config', 'deploy', { region: 'us-east-1' })).toBe(
    '[profile deploy]\nregion = us-east-1\n',
  );
  expect(withProfile('', 'config', 'default', { region: 'us-east-1' })).toBe(
    '[default]\nregion = us-east-1\n',
  );
});

test('a new profile goes to the end, a blank line apart; nothing else changes', () => {
  expect(withProfile(FILE, 'credentials', 'new', KEYS)).toBe(`${FILE}\n\n[new]\n${WRITTEN}`);
  expect(withProfile('[a]\nx = 1\n\n', 'credentials', 'new', KEYS)).toBe(`[a]\nx = 1\n\n[new]\n${WRITTEN}`);
});

test('a profile is replaced where it stands; comments before, behind and after it stay', () => {
  const after = withProfile(FILE, 'credentials', 'deploy', KEYS);
  expect(after).toBe(FILE.replace('aws_access_key_id = THEIRS\n', WRITTEN));
});

test('the last profile, without a line end', () => {
  expect(withProfile('[deploy]', 'credentials', 'deploy', { a: '1' })).toBe('[deploy]\na = 1\n');
  expect(withProfile('[deploy]\na = 0', 'credentials', 'deploy', { a: '1' })).toBe('[deploy]\na = 1\n');
});

test('a profile that stands there twice is there once: readers would merge the two', () => {
  const twice = '[deploy]\na = 1\n[x]\nb = 2\n# c\n[deploy]\naws_session_token = OLD\n# end\n';
  expect(withProfile(twice, 'credentials', 'deploy', { a: '3' })).toBe(
    '[deploy]\na = 3\n[x]\nb = 2\n# c\n# end\n',
  );
});

test('line ends of Windows stay, and are those of the new lines', () => {
  const windows = FILE.replaceAll('\n', '\r\n');
  expect(withProfile(windows, 'credentials', 'deploy', KEYS)).toBe(
    withProfile(FILE, 'credentials', 'deploy', KEYS).replaceAll('\n', '\r\n'),
  );
  expect(withProfile(windows, 'credentials', 'new', KEYS)).toBe(
    withProfile(FILE, 'credentials', 'new', KEYS).replaceAll('\n', '\r\n'),
  );
});

test.each<['credentials' | 'config', string, string, boolean]>([
  ['credentials', 'deploy', '[deploy]', true],
  ['credentials', 'deploy', '  [ deploy ]  ; mine', true],
  ['credentials', 'deploy', '[profile deploy]', false],
  ['credentials', 'deploy', '[deploy-2]', false],
  ['credentials', 'deploy', '# [deploy]', false],
  ['credentials', 'deploy', 'a = [deploy]', false],
  ['config', 'deploy', '[profile deploy]', true],
  ['config', 'deploy', '[profile   "deploy"]', true],
  ['config', 'deploy', "[profile 'deploy'] # x", true],
  ['config', 'deploy', '[deploy]', false],
  ['config', 'deploy', '[sso-session deploy]', false],
  ['config', 'default', '[default]', true],
  ['config', 'default', '[profile default]', true],
])('in %s, profile %s by %j: %s', (kind, name, line, is) => {
  const text = `[x]\n${line}\na = 1\n`;
  expect(profileNames(text, kind).includes(name)).toBe(is);
  expect(profileBody(text, kind, name)).toBe(is ? 'a = 1\n' : undefined);
});

describe('taking a profile away', () => {
  test.each<[string, string]>([
    ['an empty file', ''],
    ['a file', FILE],
    ['a file with a line end', `${FILE}\n`],
    ['a file with blank lines', `${FILE}\n\n\n`],
    ['a file of Windows', `${FILE}\n`.replaceAll('\n', '\r\n')],
  ])('leaves %s as it was before the profile was written', (_, text) => {
    const written = withProfile(text, 'credentials', 'new', KEYS);
    expect(withoutProfile(written, 'credentials', 'new').trimEnd()).toBe(text.trimEnd());
    expect(withoutProfile(written, 'credentials', 'new').startsWith(text.trimEnd())).toBe(true);
  });

  test('leaves the others and their comments', () => {
    expect(withoutProfile(FILE, 'credentials', 'deploy')).toBe(
      FILE.replace('[deploy]   # do not touch\naws_access_key_id = THEIRS\n', ''),
    );
  });
});

test("the profile's own lines", () => {
  expect(profileBody(FILE, 'credentials', 'deploy')).toBe('aws_access_key_id = THEIRS\n');
  expect(profileBody(FILE, 'credentials', 'nobody')).toBeUndefined();
  expect(profileBody(withProfile(FILE, 'credentials', 'new', KEYS), 'credentials', 'new')).toBe(WRITTEN);
});
