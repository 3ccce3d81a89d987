import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { workspaceFiles } from '../src/workspace-files.ts';
import { projectWith, removeProjects } from './sst/project.ts';

let root: string;
beforeAll(async () => {
  const around = await projectWith({
    'outside.txt': 'x',
    'repo/a/b.txt': 'text',
    'repo/.env': 'A=1',
    'repo/.git/config': 'x',
    'repo/temp/set_env': 'x',
  });
  root = path.join(around, 'repo');
  for (const [name, target] of Object.entries({
    in: 'a/b.txt',
    out: '../outside.txt',
    gone: 'a/nowhere',
    round: 'round',
    git: '.git',
    self: '.',
  }))
    await symlink(target, path.join(root, name));
  execFileSync('mkfifo', [path.join(root, 'pipe')]);
});
afterAll(removeProjects);

const at = (name: string) => (path.isAbsolute(name) ? name : path.join(root, name));

test.each([
  ['a/b.txt', 'text'],
  ['in', 'text'],
  ['self/self/a/b.txt', 'text'],
  ['nowhere', 'missing'],
  ['a/b.txt/c', 'missing'],
  ['a', 'is a folder'],
  ['out', 'is outside the workspace'],
  ['../outside.txt', 'is outside the workspace'],
  ['/dev/zero', 'is outside the workspace'],
  ['gone', 'is a link that leads nowhere'],
  ['round', 'cannot be resolved'],
  ['pipe', 'is not a regular file'],
  ['.git/config', 'is in a folder that might hold secrets'],
  ['git/config', 'is in a folder that might hold secrets'],
  ['.env', 'might hold secrets'],
  ['temp/set_env', 'belongs to the runner'],
])('%s: %s', (name, expected) => {
  const found = workspaceFiles(root, [at('temp')]).read(at(name), 1000);
  expect(
    found.kind === 'read' ? found.content.toString() : found.kind === 'missing' ? 'missing' : found.because,
  ).toBe(expected);
});

test('the step itself reads .env, and no more of a file than the limit', () => {
  const files = workspaceFiles(root, [], true);
  expect(files.read(at('.env'), 3)).toMatchObject({ kind: 'read' });
  expect(files.read(at('.env'), 2)).toEqual({ kind: 'refused', because: 'is larger than 0.001953125 KB' });
  expect(files.read(at('.git/config'), 10)).toMatchObject({ kind: 'refused' });
});

test('a folder is listed by the same rules', () => {
  const files = workspaceFiles(root);
  expect(files.list(at('a'))).toEqual({ kind: 'listed', names: ['b.txt'] });
  expect(files.list(at('git'))).toMatchObject({ kind: 'refused' });
  expect(files.list(at('..'))).toMatchObject({ kind: 'refused' });
});
