import { plain, quoted } from '../../src/text.ts';

test.each([
  ['a profile', 'a profile'],
  ['a\r\n::error::b', 'a : :error: :b'],
  ['::set-env name=A::b', ': :set-env name=A: :b'],
  [':::x', ': : :x'],
  ['##[set-env name=A]b', '# #[set-env name=A]b'],
  ['a\u0000b\u001b[31mc', 'a b [31mc'],
  ['a\u2028b\u202ec\u200bd', 'a b c d'],
  ['ärzte 東京 🚀', 'ärzte 東京 🚀'],
  ['arn:aws:iam::123456789012:role/x', 'arn:aws:iam::123456789012:role/x'],
  ['barn:aws:iam::error::', 'barn:aws:iam: :error: :'],
  ['arn:aws:iam:::error::', 'arn:aws:iam:: :error: :'],
])('%j is shown as %j', (text, shown) => {
  expect(plain(text)).toBe(shown);
});

test('a long text is cut', () => {
  expect(plain('x'.repeat(400))).toHaveLength(301);
  expect(quoted('x'.repeat(400), 10)).toBe('"xxxxxxxxxx…"');
});

test('a value stands between quotes, its own escaped', () => {
  expect(quoted('a "b" \\ c')).toBe('"a \\"b\\" \\\\ c"');
});
