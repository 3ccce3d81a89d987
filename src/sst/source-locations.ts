import path from 'node:path';
import type { Place } from '../failure.ts';
import { isInside } from '../workspace-files.ts';
import type { PropertyLocation } from './syntax.ts';

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
    this.config = { file: this.show(config), line: 1 };
  }

  /** @param place in an absolute path. */
  at({ file, line, column }: Place): Place {
    return { file: this.show(file), line, column };
  }

  /**
   * The property of what `app()` returns, or the nearest thing to it that is there.
   *
   * @param property `providers.aws`; '' for all of it. @param text the property's value, which tells one of several
   * apart.
   */
  async ofProperty(
    property: string,
    text?: string,
  ): Promise<Partial<PropertyLocation> & { readonly place: Place }> {
    const { locate } = await import('./syntax.ts');
    const path = property === '' ? [] : property.replace(/\[.*$/, '').split('.');
    const found = locate(this.#files, path, text);
    return { ...found, place: found ? this.at(found) : this.config };
  }
}
