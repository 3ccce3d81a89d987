import path from 'node:path';
import type { Place } from '../failure.ts';
import { isInside } from '../workspace-files.ts';
import type { PropertySource } from './advice.ts';
import { sourceText } from './source-text.ts';

/** The path as a person sees it: relative to the workspace, if it is inside. Both absolute. */
export function shownPath(file: string, workspace: string): string {
  return isInside(file, workspace) ? path.relative(workspace, file).split(path.sep).join('/') || '.' : file;
}

/** Places in the user's repository, as annotations name them. */
export class SourceLocations {
  readonly #files: readonly string[];
  /** The path as a person sees it. */
  readonly show: (file: string) => string;
  /** The config as a whole. */
  readonly config: Place;

  /** @param config absolute. @param loaded the files of the project that the config loaded, as the child says. */
  constructor(workspace: string, config: string, loaded: readonly string[]) {
    this.show = file => shownPath(file, workspace);
    this.#files = [config, ...loaded.filter(file => file !== config && isInside(file, workspace))];
    this.config = this.at(config, 1);
  }

  at(file: string, line?: number, column?: number): Place {
    return { file: this.show(file), line, column };
  }

  /** The file, at the first place in which it imports this. */
  ofImport(file: string, specifier: string): Place {
    const text = sourceText(file);
    const quoted = [...text.matchAll(/(?:from|import|require)\s*\(?\s*(["'`])([^"'`\n]*)\1/g)];
    const found = quoted.find(([, , name]) => name === specifier);
    if (!found) return this.at(file, 1);
    const before = text.slice(0, found.index + found[0].length - specifier.length - 2).split('\n');
    return this.at(file, before.length, (before.at(-1)?.length ?? 0) + 1);
  }

  /**
   * The property of what `app()` returns, or the nearest thing to it that is there.
   *
   * @param property `providers.aws`; '' for all of it. @param text the property's value, which tells one of several
   * apart.
   */
  async ofProperty(property: string, text?: string): Promise<{ place: Place; source?: PropertySource }> {
    // Only now: loading the parser takes longer than all the rest, and most configs need none.
    const { locate } = await import('./syntax.ts');
    const path = property === '' ? [] : property.replace(/\[.*$/, '').split('.');
    const located = locate(this.#files, path, text);
    if (!located) return { place: this.config };
    return { place: this.at(located.file, located.line, located.column), source: located.source };
  }
}
