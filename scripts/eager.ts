import { parse } from '@babel/parser';

/** Characters: every file that is part of a usual job is smaller, by far. */
const LARGE = 200_000;

/**
 * Puts functions into parentheses, by which V8 compiles them with their file (v8.dev/blog/preparser, "PIFEs"): otherwise it
 * reads each twice, once to find its end and again when it is called. In the files of every job three functions of four
 * are called. Of the large ones, Octokit and the parser of TypeScript, few are: there it is the modules only.
 */
export function eagerFunctions(code: string): string {
  const { program } = parse(code, { sourceType: 'unambiguous' }) as unknown as { readonly program: Node };
  const functions = code.length > LARGE ? [...modulesIn(program)] : [...functionsIn(program)];
  const marks = functions.flatMap(({ start, end }) => [
    { at: start, text: '(' },
    { at: end, text: ')' },
  ]);
  let text = '';
  let done = 0;
  // Two at the same place are the ends of a function and of one that it returns: alike.
  for (const { at, text: mark } of marks.sort((a, b) => a.at - b.at)) {
    text += code.slice(done, at) + mark;
    done = at;
  }
  return text + code.slice(done);
}

/** What is looked at of the syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly extra?: { readonly parenthesized?: boolean };
}

/** A property of an object literal. */
interface Property extends Node {
  readonly key: Node;
  readonly value: Node;
}

/** All function expressions that are not in parentheses. */
function* functionsIn(node: Node): Generator<Node> {
  if (isFunction(node) && !node.extra?.parenthesized) yield node;
  for (const child of childrenOf(node)) yield* functionsIn(child);
}

/** The functions in webpack's tables of modules: `{ 102: (module, exports, require) => … }`. */
function* modulesIn(node: Node): Generator<Node> {
  const { properties } = node as { properties?: readonly Property[] };
  if (node.type === 'ObjectExpression' && properties?.length && properties.every(isModule)) {
    yield* properties.map(({ value }) => value);
  } else {
    for (const child of childrenOf(node)) yield* modulesIn(child);
  }
}

function isModule({ type, key, value }: Property): boolean {
  return type === 'ObjectProperty' && key.type === 'NumericLiteral' && isFunction(value);
}

function isFunction({ type }: Node): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child?.type === 'string');
}
