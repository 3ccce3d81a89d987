// ARCHITECTURE.md says which folders of src call which others: the imports of values, not those of types.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import { read, root } from './links.ts';

type Statement = ReturnType<typeof parse>['program']['body'][number];
type ImportDeclaration = Extract<Statement, { type: 'ImportDeclaration' }>;

const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

/** The other folders of src whose values a file of `folder` imports. */
function calledBy(folder: string, file: string): string[] {
  const source = read(`src/${folder}/${file}`);
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  return program.body
    .filter((node): node is ImportDeclaration => node.type === 'ImportDeclaration' && isOfValues(node))
    .map(node => path.posix.join(folder, path.posix.dirname(file), node.source.value).split('/')[0] ?? '')
    .filter(name => folders.includes(name) && name !== folder);
}

function isOfValues({ importKind, specifiers }: ImportDeclaration): boolean {
  const onlyTypes =
    specifiers.length > 0 && specifiers.every(one => 'importKind' in one && one.importKind === 'type');
  return importKind !== 'type' && !onlyTypes;
}

test('each folder of src calls the folders that ARCHITECTURE.md names', () => {
  const table = [...read('ARCHITECTURE.md').matchAll(/^\| `src\/(\w+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder = '', calls = '']) => [folder, [...calls.matchAll(/`(\w+)`/g)].map(([, name]) => name)],
  );
  const called = folders.map(folder => {
    const files = readdirSync(path.join(root, 'src', folder), { recursive: true, encoding: 'utf8' });
    const all = files.filter(file => file.endsWith('.ts')).flatMap(file => calledBy(folder, file));
    return [folder, [...new Set(all)].toSorted()];
  });
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(called));
});
