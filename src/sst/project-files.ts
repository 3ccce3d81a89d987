import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../failure.ts';
import { isInside } from '../workspace-files.ts';
import type { PropertyLocation } from './syntax.ts';

const CONFIG = 'sst.config.ts';

/** Finds the config as SST 4.17.1 does (measured): in the folder where `sst` is run, or the nearest above it. All paths are absolute. */
export function findConfig(directory: string): string | undefined {
  for (let folder = directory; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIG);
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** The folders below that have a config: up to four levels, enough for a monorepo, without folders of packages and hidden ones. */
export function foldersBelow(directory: string): string[] {
  const below = ['*', '*/*', '*/*/*', '*/*/*/*'].map(folder => `${folder}/${CONFIG}`);
  const found = globSync(below, { cwd: directory, exclude: ['**/node_modules', '**/.*'] });
  return found.map(file => path.join(directory, path.dirname(file))).sort();
}

/** The path as a person sees it: relative to the workspace, if it is inside. Both absolute. */
export function shownPath(file: string, workspace: string): string {
  return isInside(file, workspace) ? path.relative(workspace, file).split(path.sep).join('/') || '.' : file;
}

export type SourceLocations = ReturnType<typeof sourceLocations>;

/** Places in the user's repository, as annotations name them. @param loaded the files of the project that the config loaded. */
export function sourceLocations(workspace: string, config: string, loaded: readonly string[]) {
  const files = [...new Set([config, ...loaded])];
  const show = (file: string) => shownPath(file, workspace);
  const at = ({ file, line, column }: Place): Place => ({ file: show(file), line, column });
  return {
    /** The config and what it loaded of the project, as absolute paths. */
    files,
    show,
    at,
    config: at({ file: config, line: 1 }),
    /** The absolute place of a property (`providers.aws`; '' for all that `app()` returns). @param value tells one of several apart. */
    async ofProperty(property: string, value?: string): Promise<PropertyLocation> {
      const { locate } = await import('./syntax.ts');
      const path = property === '' ? [] : property.replace(/\[.*$/, '').split('.');
      return locate(files, path, value);
    },
  };
}
