import { type ParserOptions, parse } from '@babel/parser';

/** A node of the syntax tree, as far as anything here looks at one. */
export interface Node {
  readonly type: string;
  /** Offsets in the file's text. */
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [field: string]: unknown;
}

/** What esbuild takes: its JSX in files of that name only, its decorators in both forms. */
function optionsFor(file: string): ParserOptions {
  return {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    plugins: [
      'typescript',
      'decorators-legacy',
      'decoratorAutoAccessors',
      'explicitResourceManagement',
      ...(/x$/.test(file) ? (['jsx'] as const) : []),
    ],
  };
}

/** @throws SyntaxError if nothing can be made of the text. */
export function parseTypeScript(text: string, file: string): Node {
  return parse(text, { ...optionsFor(file), errorRecovery: true }).program as unknown as Node;
}

/** The first syntax error of a file, its place (from 1) and the parser's reason; undefined if there is none. */
export function syntaxFault(text: string, file: string) {
  try {
    parse(text, optionsFor(file));
    return undefined;
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    const reason = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '');
    return loc && { line: loc.line, column: loc.column + 1, reason };
  }
}

/** Syntax that SST's bundler transforms and the interpreter does not know: the first in a file, as a noun. */
export function unknownSyntax(text: string, file: string) {
  for (const [node] of walk(parseTypeScript(text, file))) {
    const reason = UNKNOWN[node.type] ?? (/using$/.test(String(node['kind'])) ? '`using`' : undefined);
    const { line, column } = node.loc.start;
    if (reason) return { line, column: column + 1, reason };
  }
  return undefined;
}

const UNKNOWN: Readonly<Record<string, string>> = {
  Decorator: 'a decorator',
  ClassAccessorProperty: 'the keyword `accessor`',
  JSXElement: 'JSX',
  JSXFragment: 'JSX',
};

/** The nodes in a field, which has one or a list. */
export function children(node: Node | undefined, field: string): Node[] {
  return [node?.[field]].flat().filter(isNode);
}

export function child(node: Node | undefined, field: string): Node | undefined {
  return children(node, field)[0];
}

/** The name of a property or of a member, `a.name`; undefined if it is computed by anything but a text. */
export function nameOf(node: Node | undefined): string | undefined {
  const key = child(node, 'key') ?? child(node, 'property');
  if (!key || (node?.['computed'] === true && key.type !== 'StringLiteral')) return undefined;
  return String(key['name'] ?? key['value']);
}

/** A node, and those around it from the inside to the outside. */
export type TreePath = readonly [Node, ...Node[]];

/** The node and all below it, in the order of the text. */
export function* walk(node: Node, around: readonly Node[] = []): Generator<TreePath> {
  const path: TreePath = [node, ...around];
  yield path;
  for (const field of Object.keys(node)) for (const inner of children(node, field)) yield* walk(inner, path);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && 'loc' in value
  );
}
