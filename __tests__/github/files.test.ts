import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { files } from '../../src/github/files.ts';

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
const before = FILES.map(name => [name, process.env[name]] as const);
let printed: string;

beforeEach(() => {
  printed = '';
  for (const name of FILES) delete process.env[name];
  jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const [name, value] of before) {
    if (value !== undefined) process.env[name] = value;
  }
});

test('a summary that cannot be written is a warning, and fails nothing', () => {
  process.env['GITHUB_STEP_SUMMARY'] = '/nowhere/at/all';
  files.summary('### hello');
  expect(printed).toMatch(
    /^::warning title=No job summary::The job summary could not be written: .*\/nowhere\/at\/all/,
  );
});

test.each(['OUTPUT', 'ENV'])('without GITHUB_%s nothing is printed in its place', name => {
  expect(() => files.leave({ [name]: { key: 'secret' } })).toThrow(
    `GITHUB_${name} could not be written: the runner did not set this variable`,
  );
  expect(printed).toBe('');
});

test('all values of a call are given, or none', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'files-'));
  const file = path.join(folder, 'output');
  await writeFile(file, '');
  process.env['GITHUB_OUTPUT'] = file;
  const unwritable = {
    toString() {
      throw new Error('not this one');
    },
  };
  expect(() => files.leave({ OUTPUT: { app: 'shop', stage: unwritable as never } })).toThrow('not this one');
  expect(await readFile(file, 'utf8')).toBe('');
  files.leave({ OUTPUT: { app: 'shop', stage: 'dev' } });
  expect(await readFile(file, 'utf8')).toMatch(/^app<<(\S+)\nshop\n\1\nstage<<(\S+)\ndev\n\2\n$/);
  files.leave({ OUTPUT: {} });
  expect(await readFile(file, 'utf8')).toMatch(/\ndev\n\S+\n$/);
  await rm(folder, { recursive: true });
});

test('if one file cannot be written, the others are as before', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'files-'));
  const output = path.join(folder, 'output');
  await writeFile(output, 'before=1\n');
  process.env['GITHUB_OUTPUT'] = output;
  process.env['GITHUB_ENV'] = '/dev/full';
  expect(() => files.leave({ OUTPUT: { key: 'secret' }, ENV: { KEY: 'secret' } })).toThrow(
    /GITHUB_ENV could not be written: ENOSPC/,
  );
  expect(await readFile(output, 'utf8')).toBe('before=1\n');
  await rm(folder, { recursive: true });
});
