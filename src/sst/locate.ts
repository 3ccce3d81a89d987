import { sourceText } from './source-text.ts';
import type { Node } from './syntax-node.ts';
import { type Setter, SyntaxTree } from './syntax-tree.ts';

/** Where a property is set. */
export interface PropertyLocation {
  /** Absolute. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The text that sets it; undefined if several places might, or none can be changed by itself. */
  readonly source?: PropertySource;
}

/** The text that sets a property, and what it takes to change it. */
export interface PropertySource {
  /** Of the whole file. */
  readonly text: string;
  /** Offsets in the text: of the property or assignment, and of its value. They are the same for the short form `{ profile }`. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
  /** The expression that is the stage at this place: `input.stage`; undefined if there is none. */
  readonly stage?: string;
}

/**
 * Finds where a property of what `app()` returns is set: through constants, conditionals, spreads and assignments; if
 * that leads out of the config, in any file that it loaded, first in the value of a property named as the path has it;
 * if it is nowhere, `app` (or SST v2's `config`) itself.
 *
 * @param files the config and what it loaded of the project, the config first. @param path from the returned object on.
 * @param text the property's value, which tells several apart.
 */
export function locate(
  files: readonly string[],
  path: readonly string[],
  text?: string,
): PropertyLocation | undefined {
  const trees = files.map(treeOf).filter(tree => tree !== undefined);
  const [config] = trees;
  if (!config) return undefined;
  const name = path.at(-1);
  const elsewhere = (parent?: string) =>
    name === undefined || text === undefined ? [] : trees.flatMap(tree => tree.under(name, text, parent));
  return (
    best(config.returned(path, text)) ??
    best(elsewhere(path.at(-2))) ??
    best(elsewhere()) ??
    best(config.entries(['app', 'config']))
  );
}

/** The file's syntax tree; undefined if it cannot be parsed: nothing in it can be shown then. */
export function treeOf(file: string): SyntaxTree | undefined {
  try {
    return new SyntaxTree(file, sourceText(file));
  } catch {
    return undefined;
  }
}

function best(setters: readonly Setter[]): PropertyLocation | undefined {
  const possible = setters.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  const [first] = possible;
  if (!first) return undefined;
  const { file, node } = first;
  const { line, column } = node.loc.start;
  const source = possible.length === 1 ? sourceOf(first) : undefined;
  return { file, line, column: column + 1, source };
}

/** The start of the parentheses around an expression, if it has some. */
function parenthesisOf(value: Node): number | undefined {
  return (value['extra'] as { parenStart?: number } | undefined)?.parenStart;
}

function sourceOf({ text, node, value, stage }: Setter): PropertySource | undefined {
  if (!value) return undefined;
  return {
    text,
    start: node.start,
    value: parenthesisOf(value) ?? value.start,
    end: value.end,
    stage,
  };
}
