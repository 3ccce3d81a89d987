import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SyntaxTree } from './syntax-tree.ts';

/** The config's syntax tree; undefined if it cannot be read or parsed. */
export async function treeOfConfig(config: string): Promise<SyntaxTree | undefined> {
  const { treeOf } = await import('./locate.ts');
  return treeOf(config);
}

/** The app's name in a local state beside the config: SST takes the first entry of `.sst/.pulumi/stacks`. */
export function appNameBefore(config: string): string | undefined {
  try {
    const [first] = readdirSync(path.join(path.dirname(config), '.sst', '.pulumi', 'stacks')).sort();
    return first;
  } catch {
    return undefined; // A checkout has none.
  }
}
