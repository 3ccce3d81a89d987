import { sourceText } from './source-text.ts';
import { type PropertyLocation, SyntaxTree } from './syntax-tree.ts';

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
    best(config.entries())
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

function best(locations: readonly PropertyLocation[]): PropertyLocation | undefined {
  const possible = locations.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  const [first] = possible;
  return first && { ...first, source: possible.length === 1 ? first.source : undefined };
}
