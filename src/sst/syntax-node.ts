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

/**
 * Parses TypeScript. @throws SyntaxError if nothing can be made of the text.
 */
export function parseTypeScript(text: string, file: string): Node {
  return parse(text, { ...optionsFor(file), errorRecovery: true }).program as unknown as Node;
}

/** Why a file cannot be run, and the first place, from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  /** The parser's reason, or what the interpreter does not know, as a noun. */
  readonly reason: string;
}

/** The first syntax error of a file; undefined if there is none. */
export function syntaxFault(text: string, file: string): SyntaxFault | undefined {
  try {
    parse(text, optionsFor(file));
    return undefined;
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    if (!loc) return undefined;
    return {
      line: loc.line,
      column: loc.column + 1,
      reason: message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, ''),
    };
  }
}

/** Syntax that SST's bundler transforms and the interpreter does not know: the first in a file. */
export function unknownSyntax(text: string, file: string): SyntaxFault | undefined {
  for (const node of walk(parseTypeScript(text, file))) {
    const reason = unknownIn(node);
    const { line, column } = node.loc.start;
    if (reason) return { line, column: column + 1, reason };
  }
  return undefined;
}

function unknownIn(node: Node): string | undefined {
  if (node.type === 'Decorator') return 'a decorator';
  if (node.type === 'ClassAccessorProperty') return 'the keyword `accessor`';
  if (/^JSX(Element|Fragment)$/.test(node.type)) return 'JSX';
  return node.type === 'VariableDeclaration' && /using$/.test(String(node['kind'])) ? '`using`' : undefined;
}

/** The name that a node declares or assigns, and the value that it then has. */
export function named(node: Node): [name?: string, value?: Node] {
  const left = node.type === 'AssignmentExpression' ? (node['left'] as Node) : undefined;
  if (left?.type === 'Identifier') return [String(left['name']), node['right'] as Node];
  const id = node['id'] as Node | undefined;
  if (id?.type !== 'Identifier') return [];
  if (node.type === 'FunctionDeclaration') return [String(id['name']), node];
  if (node.type !== 'VariableDeclarator' || !node['init']) return [];
  return [String(id['name']), node['init'] as Node];
}

/** The property's name; undefined if it is computed by anything but a text. */
export function keyOf(property: Node): string | undefined {
  const key = property['key'] as Node | undefined;
  if (!key || (property['computed'] === true && key.type !== 'StringLiteral')) return undefined;
  return String(key['name'] ?? key['value']);
}

/** The name after the dot, or between the brackets if it is a text. */
export function memberName(node: Node): string | undefined {
  const key = node['property'] as Node | undefined;
  if (node['computed'] !== true) return key && String(key['name']);
  return key?.type === 'StringLiteral' ? String(key['value']) : undefined;
}

export function valueNode(node: Node): Node | undefined {
  if (node.type === 'AssignmentExpression') return node['right'] as Node;
  return node.type === 'ObjectProperty' ? (node['value'] as Node) : undefined;
}

/** The node and all below it, in the order of the text; not into nodes for which `enter` is false. */
export function* walk(node: Node, enter: (node: Node) => boolean = () => true): Generator<Node> {
  yield node;
  for (const child of Object.values(node)) {
    for (const inner of Array.isArray(child) ? child : [child]) {
      if (isNode(inner) && enter(inner)) yield* walk(inner, enter);
    }
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && 'loc' in value
  );
}
