import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { readablePaths, repositoryOf } from '../../src/sst/readable.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

async function readable(
  files: readonly string[],
  near: string[] = [],
  keptOut: string[] = [],
): Promise<string[]> {
  const root = await projectWith(Object.fromEntries(files.map(name => [name, ''])));
  const within = (names: string[]) => names.map(name => path.join(root, name));
  return readablePaths(root, [root, ...within(near)], within(keptOut))
    .map(file => path.relative(root, file))
    .sort();
}

test('all entries of the root, as a whole, without what is kept out', async () => {
  const files = [
    'sst.config.ts',
    'infra/a.ts',
    'node_modules/x/index.js',
    '.git/config',
    '.GIT/config',
    '.npmrc',
    '.env',
    '.env.production',
    'gha-creds-1.json',
    '.aws/credentials',
    'env.ts',
    '.environment',
    'a*',
  ];
  expect(await readable(files)).toEqual(['.environment', 'env.ts', 'infra', 'node_modules', 'sst.config.ts']);
});

test('folders on the way to the config entry by entry, for the secrets in them', async () => {
  const files = [
    'a.ts',
    'apps/shop/sst.config.ts',
    'apps/shop/.env',
    'apps/shop/src/a.ts',
    'apps/other/.env',
    'apps/.npmrc',
  ];
  expect(await readable(files, ['apps/shop'])).toEqual([
    'a.ts',
    'apps/other',
    'apps/shop/src',
    'apps/shop/sst.config.ts',
  ]);
});

test('a repository in the repository without its .git', async () => {
  expect(await readable(['a.ts', 'second/.git/config', 'second/b.ts'])).toEqual(['a.ts', 'second/b.ts']);
});

test("without the runner's files, should they be in it", async () => {
  const files = ['a.ts', 'work/_temp/set_env', 'work/other'];
  expect(await readable(files, [], ['work/_temp'])).toEqual(['a.ts', 'work/other']);
});

test('links at the root only where they lead to something in it', async () => {
  const root = await projectWith({ 'src/a.ts': '', '.git/config': '' });
  for (const [name, target] of Object.entries({
    in: 'src',
    out: '/etc',
    self: '.',
    git: '.git',
    gone: 'nowhere',
    hooks: '.git/config',
  })) {
    await symlink(target, path.join(root, name));
  }
  expect(
    readablePaths(root, [root], [])
      .map(file => path.basename(file))
      .sort(),
  ).toEqual(['in', 'src']);
});

test('the repository is the nearest folder with a .git, inside the workspace', async () => {
  const root = await projectWith({ 'shop/app/sst.config.ts': '', 'other/sst.config.ts': '' });
  const config = path.join(root, 'shop/app/sst.config.ts');
  expect(repositoryOf(config, root)).toBe(root);
  await mkdir(path.join(root, 'shop/.git'));
  expect(repositoryOf(config, root)).toBe(path.join(root, 'shop'));
  expect(repositoryOf(path.join(root, 'other/sst.config.ts'), path.join(root, 'shop'))).toBe(
    path.join(root, 'other'),
  );

  // A submodule belongs to the repository around it, a working tree of git's to itself.
  const submodule = await projectWith({
    '.git/config': '',
    'sub/.git': 'gitdir: …',
    'sub/sst.config.ts': '',
  });
  expect(repositoryOf(path.join(submodule, 'sub/sst.config.ts'), submodule)).toBe(submodule);
  const tree = await projectWith({ 'tree/.git': 'gitdir: …', 'tree/sst.config.ts': '' });
  expect(repositoryOf(path.join(tree, 'tree/sst.config.ts'), tree)).toBe(path.join(tree, 'tree'));
});
