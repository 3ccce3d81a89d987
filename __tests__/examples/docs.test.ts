// The documentation, held against the sources: every title has its heading, every link leads somewhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every node of the tree below. */
function* nodesIn(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if (!Array.isArray(tree)) yield tree as Node;
  for (const child of Object.values(tree)) yield* nodesIn(child);
}

/** The titles of all problems in a source, `…` for what is filled in; those that only pass another's on are left out. */
function titlesOf(source: string): string[] {
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  return [...nodesIn(program)]
    .filter(({ type, key }) => type === 'ObjectProperty' && (key as Node)['name'] === 'title')
    .flatMap(({ value }) => textsOf(value as Node));
}

/** What a literal says, or each of a choice of literals. */
function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'StringLiteral':
      return [node['value'] as string];
    case 'TemplateLiteral':
      return [
        (node['quasis'] as Array<{ value: { cooked: string } }>).map(part => part.value.cooked).join('…'),
      ];
    case 'ConditionalExpression':
      return [...textsOf(node['consequent'] as Node), ...textsOf(node['alternate'] as Node)];
    case 'Identifier':
      return [];
    default:
      throw new Error(`A title that is ${node.type}`);
  }
}

const headingsOf = (text: string) => [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);

test('every message has its heading in troubleshooting, and every heading its message', () => {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const titles = files
    .filter(file => file.endsWith('messages.ts'))
    .flatMap(file => titlesOf(readFileSync(path.join(root, 'src', file), 'utf8')));
  expect(titles.length).toBeGreaterThan(50);
  const headings = [...read('docs/troubleshooting.md').matchAll(/^### (.+)$/gm)].map(
    ([, heading]) => heading,
  );
  expect([...new Set(headings)]).toEqual(headings);
  expect(headings.toSorted()).toEqual([...new Set(titles)].toSorted());
});

/** A heading's anchor, as GitHub makes it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const pages = ['README.md', 'SECURITY.md', 'examples/iam/README.md'].concat(
  readdirSync(path.join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
);

test.each(pages)('every link in %s leads somewhere', page => {
  const text = read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(link)) continue;
    const [file = '', hash] = link.split('#');
    const target = file ? path.join(path.dirname(page), file) : page;
    expect([link, existsSync(path.join(root, target))]).toEqual([link, true]);
    if (hash === undefined) continue;
    expect(statSync(path.join(root, target)).isFile()).toBe(true);
    expect(headingsOf(read(target)).map(anchor)).toContain(hash);
  }
});

test('the README leads to every page of the documentation', () => {
  const readme = read('README.md');
  for (const page of pages.filter(name => name.startsWith('docs/'))) expect(readme).toContain(`(${page})`);
});
