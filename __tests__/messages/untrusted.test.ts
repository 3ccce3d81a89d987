import { plain, quoted } from '../../src/messages/untrusted.ts';

test.each([
  ['::error::x', ': :error: :x'],
  ['a\n::set-env name=X::y', 'a : :set-env name=X: :y'],
  ['##[error]x', '# #[error]x'],
  ['arn:aws:iam::123456789012:role/x', 'arn:aws:iam::123456789012:role/x'],
  ['arn:aws-cn:sts::123456789012:assumed-role/x', 'arn:aws-cn:sts::123456789012:assumed-role/x'],
  ['barn:aws:iam::error::', 'barn:aws:iam: :error: :'],
  ['arn:aws:iam:::error::', 'arn:aws:iam:: :error: :'],
  ['zero\u200bwidth \u202eturned', 'zero width  turned'],
])('%j is one plain line', (text, shown) => {
  expect(plain(text)).toBe(shown);
});

test('what is too long is cut, and quoted as a value', () => {
  expect(plain('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
  expect(quoted('a"b')).toBe('"a\\"b"');
});
