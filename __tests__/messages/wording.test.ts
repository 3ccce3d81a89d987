// Wording has one home, src/messages: no stage of the job words what a person reads. And each message has a test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';

const root = path.resolve(import.meta.dirname, '../..');

interface Node {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number } };
  readonly [key: string]: unknown;
}

function* nodesIn(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if (!Array.isArray(tree)) yield tree as Node;
  for (const [name, child] of Object.entries(tree)) if (name !== 'loc') yield* nodesIn(child);
}

const files = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => path.join(folder, name));

const programOf = (file: string) =>
  parse(readFileSync(path.join(root, file), 'utf8'), { sourceType: 'module', plugins: ['typescript'] })
    .program;

/** The words of a literal, `…` where something is filled in. */
function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node['value'] as string;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as Array<{ value: { cooked: string } }>).map(({ value }) => value.cooked).join('…');
}

/** What is handed to a log or to the runner to be shown. */
const SHOWN = new Set(['info', 'debug', 'notice', 'warning', 'error']);

const sources = files('src').filter(file => !file.startsWith('src/messages/'));

/** What of a node is said to a person: what a log gets, what an error says, a part of a problem. */
function saidBy(node: Node): unknown {
  const callee = node['callee'] as Node | undefined;
  const method = (callee?.['property'] as Node | undefined)?.['name'] as string;
  if (node.type === 'CallExpression' && SHOWN.has(method)) return node['arguments'];
  if (node.type === 'NewExpression' && /Error$/.test(String(callee?.['name']))) return node['arguments'];
  const key = (node['key'] as Node | undefined)?.['name'] as string;
  return node.type === 'ObjectProperty' && ['title', 'what', 'next'].includes(key)
    ? node['value']
    : undefined;
}

/** A word alone is a name; words with a blank between them are wording. */
const isWording = (text: string | undefined) => text !== undefined && /\p{L}{2,}[,.:;]? [\p{L}…]/u.test(text);

test.each(sources)('%s leaves the wording to src/messages', file => {
  const said = [...nodesIn(programOf(file))].flatMap(node => [...nodesIn(saidBy(node))]);
  const worded = said.filter(node => isWording(textOf(node)));
  expect(worded.map(node => `${node.loc?.start.line}: ${textOf(node)}`)).toEqual([]);
});

const tests = files('__tests__')
  .map(file => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

test.each(files('src/messages'))('every message of %s is tried by its name in a test', file => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const exported = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  const untried = exported.filter(name => !new RegExp(`\\b${name}\\b`).test(tests));
  expect(untried).toEqual([]);
});
