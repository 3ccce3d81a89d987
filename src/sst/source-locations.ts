import path from 'node:path';
import type { Place } from '../failure.ts';
import { isInside } from '../workspace-files.ts';
import type { PropertyLocation } from './syntax.ts';

/** The path as a person sees it: relative to the workspace, if it is inside. Both absolute. */
export function shownPath(file: string, workspace: string): string {
  return isInside(file, workspace) ? path.relative(workspace, file).split(path.sep).join('/') || '.' : file;
}

export type SourceLocations = ReturnType<typeof sourceLocations>;

/**
 * Places in the user's repository, as annotations name them.
 *
 * @param config absolute. @param loaded the files of the project that the config loaded.
 */
export function sourceLocations(workspace: string, config: string, loaded: readonly string[]) {
  const files = [...new Set([config, ...loaded])];
  const show = (file: string) => shownPath(file, workspace);
  const at = ({ file, line, column }: Place): Place => ({ file: show(file), line, column });
  return {
    /** The config and what it loaded of the project, as absolute paths. */
    files,
    show,
    /** @param place with an absolute path. */
    at,
    /** The config as a whole. */
    config: at({ file: config, line: 1 }),
    /**
     * The property of what `app()` returns, or the nearest thing to it that is there.
     *
     * @param property `providers.aws`; '' for all of it. @param value tells one of several apart. @returns an absolute path.
     */
    async ofProperty(property: string, value?: string): Promise<PropertyLocation> {
      const { locate } = await import('./syntax.ts');
      const path = property === '' ? [] : property.replace(/\[.*$/, '').split('.');
      return locate(files, path, value);
    },
  };
}
