import path from 'node:path';
import type { Place } from '../failure.ts';
import { isInside } from '../workspace-files.ts';
import type { PropertySource } from './locate.ts';
import { sourceText } from './source-text.ts';
import type { Origin } from './variables.ts';

/** Places in the user's repository, as annotations name them. */
export interface SourceLocations {
  /** The path as a person sees it: relative to the workspace, if it is inside. */
  show(file: string): string;
  at(file: string, line?: number, column?: number): Place;
  /** The place that gives a variable its value; undefined if it is not in a file. */
  ofVariable(from: Origin): Place | undefined;
  /** The config as a whole. */
  readonly config: Place;
  /** The file, at the first place in which it imports this. */
  ofImport(file: string, specifier: string): Place;
  /**
   * The property of what `app()` returns, or the nearest thing to it that is there.
   *
   * @param path from the returned object on: `['providers', 'aws']`. @param text the property's value, which
   * tells one of several apart.
   */
  ofProperty(path: readonly string[], text?: string): Promise<{ place: Place; source?: PropertySource }>;
}

/** @param config absolute. @param loaded the files of the project that the config loaded, as the child says. */
export function sourceLocations(
  workspace: string,
  config: string,
  loaded: readonly string[],
): SourceLocations {
  const show = (file: string) =>
    isInside(file, workspace) ? path.relative(workspace, file).split(path.sep).join('/') || '.' : file;
  const at = (file: string, line?: number, column?: number): Place => ({
    file: show(file),
    line,
    column,
  });
  const files = [config, ...loaded.filter(file => file !== config && isInside(file, workspace))];
  return {
    show,
    at,
    config: at(config, 1),
    ofVariable: from => ('file' in from ? at(from.file, from.line) : undefined),
    ofImport: (file, specifier) => {
      const text = sourceText(file);
      const quoted = [...text.matchAll(/(?:from|import|require)\s*\(?\s*(["'`])([^"'`\n]*)\1/g)];
      const found = quoted.find(([, , name]) => name === specifier);
      if (!found) return at(file, 1);
      const before = text.slice(0, found.index + found[0].length - specifier.length - 2).split('\n');
      return at(file, before.length, (before.at(-1)?.length ?? 0) + 1);
    },
    ofProperty: async (path, text) => {
      // Only now: loading the parser takes longer than all the rest, and most configs need none.
      const { locate } = await import('./locate.ts');
      const located = locate(files, path, text);
      if (!located) return { place: at(config, 1) };
      const { file, line, column, source } = located;
      return { place: at(file, line, column), source };
    },
  };
}
