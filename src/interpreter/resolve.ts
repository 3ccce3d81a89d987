import path from 'node:path';
import type { ResolveOptions, Resolver as Searching } from 'enhanced-resolve';
import { type Found, isInside, type Read, type WorkspaceFiles } from '../workspace-files.ts';
import type { Libraries } from './libraries.ts';
import { nearest, substitutes, tsconfigReader, withComments } from './tsconfig.ts';

/** `computed`: an `import()` of what is no literal. The bundle has a file only by its exact path. */
export type Kind = 'import' | 'require' | 'computed';

export type Resolver = ReturnType<typeof resolverFor>;

const MOST_BYTES = 2 ** 20;
/** esbuild's `resolveExtensions`, and the conditions that it has for Node. */
const OPTIONS: Partial<ResolveOptions> = {
  extensions: ['.tsx', '.ts', '.jsx', '.js', '.css', '.json'],
  extensionAlias: {
    '.js': ['.js', '.ts', '.tsx'],
    '.jsx': ['.jsx', '.ts', '.tsx'],
    '.mjs': ['.mjs', '.mts'],
    '.cjs': ['.cjs', '.cts'],
  },
  mainFields: ['module', 'main'],
  symlinks: false,
  useSyncFileSystemCalls: true,
};

/**
 * Finds modules as esbuild does when SST 4.17.1 bundles the config: with `mainFields` module and main, and
 * `.sst/platform/node_modules` as the last place to look in.
 */
export function resolverFor(config: string, given: WorkspaceFiles, libraries: Libraries) {
  const unread = new Set<string>();
  const noted = <Answer extends Found | Read>(file: string, answer: Answer): Answer => {
    if (answer.kind === 'refused' && isInside(file, given.root)) unread.add(file);
    return answer;
  };
  const files: WorkspaceFiles = {
    ...given,
    look: file => noted(file, given.look(file)),
    read: (file, most) => noted(file, given.read(file, most)),
  };
  const platform = path.join(path.dirname(config), '.sst/platform/node_modules');
  const resolvers: Partial<Record<'import' | 'require', Searching>> = {};
  const search = (request: string, folder: string, kind: 'import' | 'require') => {
    resolvers[kind] ??= libraries.use('resolve').default.ResolverFactory.createResolver({
      ...OPTIONS,
      fileSystem: fileSystemOf(files),
      conditionNames: ['node', 'module', kind],
      modules: ['node_modules', platform],
    });
    return resolvers[kind].resolveSync({}, folder, request) || undefined;
  };

  /** @throws Error if the file is there, and is not what esbuild takes for JSON. */
  const json = (file: string, parse: (text: string) => unknown): Record<string, unknown> | undefined => {
    const found = files.read(file, MOST_BYTES);
    if (found.kind !== 'read') return undefined;
    try {
      return Object(parse(found.content.toString('utf8').replace(/^\uFEFF/, '')));
    } catch {
      throw new Error(`${file} is not valid JSON`);
    }
  };

  const packageAbove = nearest(folder => {
    const manifest = json(path.join(folder, 'package.json'), JSON.parse);
    return manifest && { folder, manifest };
  });
  /** The nearest package.json above a file. */
  const packageOf = (file: string) => packageAbove(path.dirname(file)) ?? { folder: '', manifest: {} };

  const compilerOptions = tsconfigReader(
    file => json(file, withComments),
    (folder, base) => search(base, folder, 'require'),
  );

  /** The real path of a file, if it is there. */
  const fileAt = (file: string) => {
    const found = files.look(file);
    return found.kind === 'file' ? found.path : undefined;
  };

  const find = (request: string, folder: string, kind: Kind) => {
    if (kind === 'computed' && /^[./]/.test(request)) return fileAt(path.resolve(folder, request));
    try {
      const found = search(request, folder, kind === 'require' ? kind : 'import');
      return found && fileAt(found.replaceAll('\0', ''));
    } catch {
      return undefined;
    }
  };

  return {
    /** Paths in the workspace that were not read, and that might have decided what a module is: as far as is known now. */
    unread: unread as ReadonlySet<string>,
    packageOf,
    optionsFor: (file: string) => compilerOptions(path.dirname(file)),
    /** Whether Node would take the file for an ES module by its name or package. */
    isNodeModule(file: string): boolean {
      if (/\.[cm][jt]s$/.test(file)) return /\.m[jt]s$/.test(file);
      return Object(packageOf(file).manifest).type === 'module';
    },
    /** @returns the real path of a module that is none of Node's. @throws Error with code ERR_MODULE_NOT_FOUND. */
    resolve(specifier: string, importer: string, kind: Kind): string {
      const folder = path.dirname(importer);
      const request = specifier.startsWith('file:') ? new URL(specifier).pathname : specifier;
      for (const candidate of [...substitutes(request, compilerOptions(folder)), request]) {
        const file = find(candidate, folder, kind);
        if (file !== undefined) return file;
      }
      const what = `Cannot find ${JSON.stringify(specifier)}, imported from ${importer}`;
      throw Object.assign(new Error(what), { code: 'ERR_MODULE_NOT_FOUND' });
    },
  };
}

/** The functions of `fs` that the resolver uses, on the one function that reads for the config. */
function fileSystemOf(files: WorkspaceFiles): NonNullable<ResolveOptions['fileSystem']> {
  const missing = (file: string) => Object.assign(new Error(`${file} is not there`), { code: 'ENOENT' });
  return {
    statSync(file: string) {
      const { kind } = files.look(file);
      if (kind !== 'file' && kind !== 'folder') throw missing(file);
      return { isFile: () => kind === 'file', isDirectory: () => kind === 'folder' };
    },
    readFileSync(file: string) {
      const found = files.read(file, MOST_BYTES);
      if (found.kind !== 'read') throw missing(file);
      return found.content;
    },
  } as never;
}
