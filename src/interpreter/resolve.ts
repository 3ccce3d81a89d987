import { isBuiltin } from 'node:module';
import path from 'node:path';
import enhanced, { type ResolveOptions } from 'enhanced-resolve';
import { parse } from 'jsonc-parser';
import { type Found, isInside, type Read, type WorkspaceFiles } from '../workspace-files.ts';
import { notFound } from './messages.ts';

export type Kind = 'import' | 'require';

/** A module: one of Node's own, by its name without `node:`, or a file, by its real path. */
export type Target = { readonly builtin: string } | { readonly file: string };

/** The options of tsconfig.json on imports that nothing uses, as they are written. */
export type UnusedImports = Partial<Record<(typeof UNUSED_IMPORTS)[number], unknown>>;
const UNUSED_IMPORTS = ['verbatimModuleSyntax', 'preserveValueImports', 'importsNotUsedAsValues'] as const;

/** What the nearest tsconfig.json says, with all that it extends. */
export interface Tsconfig {
  readonly baseUrl?: string;
  /** Each pattern with the paths that it stands for, absolute. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly unusedImports: UnusedImports;
}

export interface Resolver {
  /** @throws Error with code ERR_MODULE_NOT_FOUND. */
  resolve(specifier: string, importer: string, kind: Kind): Target;
  /** By the tsconfig.json of a file. */
  unusedImports(file: string): UnusedImports;
  /** Whether Node would take the file for an ES module by its name or package. */
  isNodeModule(file: string): boolean;
  /** Paths in the workspace that were not read, and that might have decided what a module is: as far as is known now. */
  readonly unread: ReadonlySet<string>;
  /** The nearest package.json above a file. */
  packageOf(file: string): { readonly folder: string; readonly manifest: Manifest };
}

export interface Manifest {
  readonly type?: unknown;
  readonly sideEffects?: unknown;
}

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
export function resolverFor(config: string, given: WorkspaceFiles): Resolver {
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
  type Made = ReturnType<typeof enhanced.ResolverFactory.createResolver>;
  const resolvers = {
    import: new Map<Tsconfig | undefined, Made>(),
    require: new Map<Tsconfig | undefined, Made>(),
  };
  const tsconfigs = new Map<string, Tsconfig | undefined>();

  const json = (file: string): Record<string, unknown> | undefined => {
    const found = files.read(file, MOST_BYTES);
    return found.kind === 'read' ? Object(parse(found.content.toString('utf8'))) : undefined;
  };

  const packageOf = (file: string) => {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const manifest = json(path.join(folder, 'package.json'));
      if (manifest || path.dirname(folder) === folder) return { folder, manifest: manifest ?? {} };
    }
  };

  /** Of a folder; undefined inside node_modules, as for esbuild. */
  const tsconfigOf = (folder: string): Tsconfig | undefined => {
    if (folder.split(path.sep).includes('node_modules')) return undefined;
    if (!tsconfigs.has(folder)) {
      const above = path.dirname(folder);
      tsconfigs.set(
        folder,
        tsconfigIn(path.join(folder, 'tsconfig.json')) ?? (above === folder ? undefined : tsconfigOf(above)),
      );
    }
    return tsconfigs.get(folder);
  };

  /** @param seen the files that led here: one that extends itself is read once. */
  const tsconfigIn = (file: string, seen: readonly string[] = []): Tsconfig | undefined => {
    const content = seen.includes(file) ? undefined : json(file);
    if (!content) return undefined;
    const folder = path.dirname(file);
    const options = Object(content['compilerOptions']);
    const bases = [content['extends'] ?? []].flat().map(base => {
      try {
        const target = resolverOf('require', undefined).resolveSync({}, folder, String(base));
        return target ? tsconfigIn(target, [...seen, file]) : undefined;
      } catch {
        return undefined; // esbuild goes on without what is not there, too.
      }
    });
    const inherited: Partial<Tsconfig> = Object.assign({}, ...bases);
    const baseUrl =
      typeof options.baseUrl === 'string' ? path.resolve(folder, options.baseUrl) : inherited.baseUrl;
    const own = Object.entries(Object(options.paths)).map(([pattern, targets]) => [
      pattern,
      [targets].flat().map(target => path.resolve(baseUrl ?? folder, String(target))),
    ]);
    return {
      ...(baseUrl === undefined ? {} : { baseUrl }),
      paths: options.paths ? Object.fromEntries(own) : (inherited.paths ?? {}),
      unusedImports: {
        ...inherited.unusedImports,
        ...Object.fromEntries(
          UNUSED_IMPORTS.filter(name => name in options).map(name => [name, options[name]]),
        ),
      },
    };
  };

  const resolverOf = (kind: Kind, tsconfig: Tsconfig | undefined) => {
    const known = resolvers[kind].get(tsconfig);
    if (known) return known;
    const { baseUrl, paths = {} } = tsconfig ?? {};
    const made = enhanced.ResolverFactory.createResolver({
      ...OPTIONS,
      fileSystem: fileSystemOf(files),
      conditionNames: ['node', 'module', kind],
      modules: [...(baseUrl ? [baseUrl] : []), 'node_modules', platform],
      alias: Object.entries(paths)
        .sort(([a], [b]) => Number(a.includes('*')) - Number(b.includes('*')) || b.length - a.length)
        .map(([name, alias]) => ({ name, alias: [...alias], onlyModule: !name.includes('*') })),
    });
    resolvers[kind].set(tsconfig, made);
    return made;
  };

  return {
    unread,
    packageOf,
    unusedImports: file => tsconfigOf(path.dirname(file))?.unusedImports ?? {},
    isNodeModule(file) {
      if (/\.[cm][jt]s$/.test(file)) return /\.m[jt]s$/.test(file);
      return packageOf(file).manifest.type === 'module';
    },
    resolve(specifier, importer, kind) {
      if (isBuiltin(specifier)) return { builtin: specifier.replace(/^node:/, '') };
      const folder = path.dirname(importer);
      try {
        const request = specifier.startsWith('file:') ? new URL(specifier).pathname : specifier;
        const found = resolverOf(kind, tsconfigOf(folder)).resolveSync({}, folder, request);
        const real = found && files.look(found.replaceAll('\0', ''));
        if (real && real.kind === 'file') return { file: real.path };
      } catch {}
      throw Object.assign(new Error(notFound(specifier, importer)), { code: 'ERR_MODULE_NOT_FOUND' });
    },
  };
}

/** The few functions of `fs` that the resolver uses, on the one function that reads for the config. */
function fileSystemOf(files: WorkspaceFiles): NonNullable<ResolveOptions['fileSystem']> {
  const missing = (file: string) => Object.assign(new Error(`${file} is not there`), { code: 'ENOENT' });
  const statSync = (file: string) => {
    const found = files.look(file);
    if (found.kind !== 'file' && found.kind !== 'folder') throw missing(file);
    return { isFile: () => found.kind === 'file', isDirectory: () => found.kind === 'folder' };
  };
  const readFileSync = (file: string) => {
    const found = files.read(file, MOST_BYTES);
    if (found.kind !== 'read') throw missing(file);
    return found.content;
  };
  const readlinkSync = (file: string) => {
    throw missing(file);
  };
  const never = () => {
    throw new Error('Only the synchronous functions are used');
  };
  const synchronous = { statSync, lstatSync: statSync, readFileSync, readlinkSync, readdirSync: never };
  return { ...synchronous, stat: never, readFile: never, readlink: never, readdir: never } as never;
}
