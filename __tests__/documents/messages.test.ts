// The messages in the sources, and the documents that explain them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import { NOT_CHECKED } from '../../src/sst/guard-messages.ts';
import { brokenBecause, read, root } from './links.ts';

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.ts'),
);

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

/**
 * The titles of all problems in a source file, with `…` for each value. Titles that are copied from another problem are
 * left out.
 */
function titlesOf(source: string): string[] {
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  return [...nodesIn(program)]
    .filter(({ type, key }) => type === 'ObjectProperty' && (key as Node)['name'] === 'title')
    .flatMap(({ value }) => textsOf(value as Node));
}

/** The text of a literal, or each text of a choice of literals. */
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

test('every message has its heading in troubleshooting, and every heading its message', () => {
  const titles = sources
    .filter(file => /(messages|diagnosis|refusals|failure|^step)\.ts$/.test(file))
    .flatMap(file => titlesOf(read(`src/${file}`)));
  expect(titles.length).toBeGreaterThan(50);
  const headings = [...read('docs/troubleshooting.md').matchAll(/^### (.+)$/gm)].map(
    ([, heading]) => heading,
  );
  expect([...new Set(headings)]).toEqual(headings);
  expect(headings.toSorted()).toEqual([...new Set(titles)].toSorted());
});

test('docs/profile-guard.md has every reason why the verdict is "not checked"', () => {
  const page = read('docs/profile-guard.md');
  expect(Object.values(NOT_CHECKED).filter(reason => !page.includes(`| ${reason} |`))).toEqual([]);
});

test('a message that names a document of this project gives its URL, and the document is there', () => {
  const named = sources.flatMap(file => documentsIn(read(`src/${file}`)));
  expect(named.filter(({ isUrl }) => !isUrl).map(({ text }) => text)).toEqual([]);
  expect(named.length).toBeGreaterThan(2);
  expect(named.flatMap(({ text }) => brokenBecause(text, 'README.md') ?? [])).toEqual([]);
});

/** Every text in the source that names a file of docs/ or examples/, and whether `documentUrl` makes a URL of it. */
function documentsIn(source: string): Array<{ text: string; isUrl: boolean }> {
  const nodes = [...nodesIn(parse(source, { sourceType: 'module', plugins: ['typescript'] }).program)];
  const called = nodes
    .filter(({ type, callee }) => type === 'CallExpression' && (callee as Node)['name'] === 'documentUrl')
    .flatMap(node => node['arguments'] as Node[]);
  return nodes.flatMap(node => {
    const text =
      node.type === 'StringLiteral'
        ? (node['value'] as string)
        : node.type === 'TemplateElement'
          ? (node['value'] as { cooked: string }).cooked
          : '';
    return /(^|[\s`(])(docs|examples)\/[\w-]+/.test(text) ? [{ text, isUrl: called.includes(node) }] : [];
  });
}
