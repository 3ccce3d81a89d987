import { parse } from '@babel/parser';

/** Characters: every file that is part of a usual job is smaller, by far. */
export const LARGE = 200_000;

/**
 * Puts functions into parentheses, by which V8 compiles them with their file (v8.dev/blog/preparser, "PIFEs"): otherwise it
 * reads each twice, once to find its end and again when it is called. In the files of every job three functions of four
 * are called. Of the large ones, Octokit and the parser of TypeScript, few are: there it is webpack's
 * modules only, in which all else stands.
 */
export function eagerFunctions(code: string): string {
  const { program } = parse(code, { sourceType: 'unambiguous' }) as unknown as { readonly program: Node };
  const marks = [...functionsIn(program, code.length > LARGE)].flatMap(({ start, end }) => [
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

/** The function expressions that are not in parentheses: all of them, or only those that stand in no other. */
function* functionsIn(node: Node, outermost: boolean): Generator<Node> {
  const isFunction = node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';
  if (isFunction && !node.extra?.parenthesized) yield node;
  if (isFunction && outermost) return;
  for (const child of childrenOf(node)) yield* functionsIn(child, outermost);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child?.type === 'string');
}
