import { readDotenv } from '../../src/sst/dotenv.ts';
import { DOTENV_CASES } from './dotenv-cases.ts';

const read = (text: string) => readDotenv(Buffer.from(text));

test.each(DOTENV_CASES)('%j is read as godotenv reads it', (text, expected) => {
  const result = read(text);
  const values =
    result.kind === 'read'
      ? Object.fromEntries([...result.entries].map(([name, { value }]) => [name, value]))
      : null;
  expect(values).toEqual(expected);
});

test('each variable is known by its line, the last one if it is set twice', () => {
  const result = read('# c\n\nA=1\r\nB="two\nlines"\nC=3\nA=4\n');
  const lines = result.kind === 'read' ? [...result.entries].map(([name, { line }]) => [name, line]) : [];
  expect(lines).toEqual([
    ['A', 7],
    ['B', 4],
    ['C', 6],
  ]);
});

test('a statement that is not taken is known by its line', () => {
  expect(read('A=1\n\n# c\nnot a variable\nB=2\n')).toEqual({ kind: 'ignored', line: 4 });
  expect(read('A=1\nB="never ended\nC=3\n')).toEqual({ kind: 'ignored', line: 2 });
});

test('bytes that are no UTF-8 are read, too', () => {
  expect(readDotenv(Buffer.from([0x41, 0x3d, 0xff]))).toMatchObject({ kind: 'read' });
});

test('a large file is read in one go', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `NAME_${index}=value ${index} # comment`);
  const result = read(lines.join('\n'));
  expect(result.kind === 'read' && result.entries.size).toBe(20_000);
});
