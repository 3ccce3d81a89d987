import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTokenFile } from '../../src/credentials/token.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'token-file-'));
  writeFileSync(path.join(folder, 'token'), 'a.b.c\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('by its absolute path, and by that from the workspace', () => {
  expect(readTokenFile(path.join(folder, 'token'), '/nowhere')).toBe('a.b.c');
  expect(readTokenFile('token', folder)).toBe('a.b.c');
});

test.each<[string, RegExp, () => void]>([
  ['nothing', /ENOENT/, () => {}],
  ['x', /the file is empty/, () => writeFileSync(path.join(folder, 'x'), '\n')],
  ['x', /x is a symbolic link/, () => symlinkSync('token', path.join(folder, 'x'))],
  ['links/token', /links is a symbolic link/, () => symlinkSync('.', path.join(folder, 'links'))],
  ['x', /x is not a regular file/, () => mkdirSync(path.join(folder, 'x'))],
  ['x', /x is not a regular file/, () => execFileSync('mkfifo', [path.join(folder, 'x')])],
  ['/dev/zero', /\/dev\/zero is not a regular file/, () => {}],
  ['x', /larger than 64 kB/, () => writeFileSync(path.join(folder, 'x'), 'x'.repeat(64_001))],
])('%s: %s', (file, said, prepare) => {
  prepare();
  expect(() => readTokenFile(file, folder)).toThrow(said);
});
