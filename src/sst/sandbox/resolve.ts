import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isBuiltin, type ResolveFnOutput, type ResolveHookContext } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createPathsMatcher, parseTsconfig } from 'get-tsconfig';
import { notFound } from './messages.ts';

/** Node's own resolution, the next in the chain of hooks. */
type Next = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput;

type Way = () => ResolveFnOutput | string | undefined;

/** esbuild's `resolveExtensions`. */
const EXTENSIONS = ['.tsx', '.ts', '.jsx', '.js', '.json'];

/** What TypeScript (and esbuild) take a JavaScript extension for where there is no such file. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * Makes a resolver that finds modules as esbuild does when SST bundles the config with it: files without extension,
 * index files, `.js` that means `.ts`, `paths` and `baseUrl` of the nearest tsconfig.json with what it extends, packages
 * whose entry is TypeScript; and what is in node_modules as Node does.
 *
 * @param config the config's path: what SST keeps external is found beside it, in .sst/platform.
 * @param root the repository's: no tsconfig.json is looked for above it.
 */
export function resolverFor(config: string, root: string) {
  const platform = pathToFileURL(path.join(path.dirname(config), '.sst', 'platform', 'sst.config.mjs')).href;
  const pathsOf = tsconfigsIn(root);

  return (specifier: string, context: ResolveHookContext, next: Next): ResolveFnOutput => {
    const importer = importerOf(specifier, context);
    if (importer === undefined) return next(specifier, context);
    const node = () => next(specifier, context);
    const inPackage = importer.includes(`${path.sep}node_modules${path.sep}`);
    if (isPath(specifier)) {
      const here = () => resolvePath(path.resolve(path.dirname(importer), specifier), specifier);
      return firstOf(specifier, importer, inPackage ? [node, here] : [here, node]);
    }
    return firstOf(specifier, importer, [
      () => (inPackage ? undefined : mapped(specifier, pathsOf(path.dirname(importer)))),
      () =>
        context.conditions.includes('import') ? moduleEntry(specifier, path.dirname(importer)) : undefined,
      node,
      () => resolvePackage(specifier, path.dirname(importer)),
      () => next(specifier, { ...context, parentURL: platform }),
    ]);
  };
}

/** The file that imports; undefined where Node needs no help. */
function importerOf(specifier: string, { parentURL }: ResolveHookContext): string | undefined {
  if (!parentURL?.startsWith('file:') || isBuiltin(specifier) || /^(node|file|data):/.test(specifier))
    return undefined;
  return fileURLToPath(parentURL);
}

function isPath(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier) || path.isAbsolute(specifier);
}

/** The first way that leads to a file; where none does, an error that says who asked for what. */
function firstOf(specifier: string, importer: string, ways: readonly Way[]): ResolveFnOutput {
  let refusal: NodeJS.ErrnoException | undefined;
  for (const way of ways) {
    try {
      const found = way();
      if (found !== undefined) return typeof found === 'string' ? located(found) : found;
    } catch (error) {
      refusal ??= error as NodeJS.ErrnoException;
    }
  }
  // That Node was kept from looking for a package in the folders above the repository says nothing of why there is none.
  const denied = refusal?.code === 'ERR_ACCESS_DENIED' && isPath(specifier);
  if (refusal && (denied || refusal.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')) throw refusal;
  throw Object.assign(new Error(notFound(specifier, importer)), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
}

function located(file: string): ResolveFnOutput {
  return { url: pathToFileURL(realpathSync(file)).href, shortCircuit: true };
}

/** Turns a specifier into the paths that a tsconfig.json gives for it, first to last. */
type Paths = (specifier: string) => string[];

/** Finds what the nearest tsconfig.json says of `paths` and `baseUrl`, for a folder; nothing is read twice. */
function tsconfigsIn(root: string): (folder: string) => Paths | undefined {
  const known = new Map<string, Paths | undefined>();
  const paths = (folder: string): Paths | undefined => {
    if (known.has(folder)) return known.get(folder);
    const file = path.join(folder, 'tsconfig.json');
    const above = path.dirname(folder);
    const found = isFile(file)
      ? matcherOf(file)
      : folder === root || above === folder
        ? undefined
        : paths(above);
    known.set(folder, found);
    return found;
  };
  return paths;
}

function matcherOf(file: string): Paths | undefined {
  try {
    return createPathsMatcher({ path: file, config: parseTsconfig(file) }) ?? undefined;
  } catch {
    return undefined; // esbuild goes on, too, where what it extends is not there.
  }
}

function mapped(specifier: string, paths: Paths | undefined): string | undefined {
  for (const candidate of paths?.(specifier) ?? []) {
    const found = resolvePath(candidate, candidate);
    if (found) return found;
  }
  return undefined;
}

/** esbuild prefers `module` to `main` where a package has no `exports`; Node does not know it. */
function moduleEntry(specifier: string, from: string): string | undefined {
  if (!/^(@[^/]+\/)?[^/]+$/.test(specifier)) return undefined;
  for (let folder = from; ; folder = path.dirname(folder)) {
    const target = path.join(folder, 'node_modules', specifier);
    const { name, exports, module } = manifestIn(target);
    if (typeof module === 'string' && exports === undefined) return resolveFile(path.resolve(target, module));
    if (name !== undefined || path.dirname(folder) === folder) return undefined;
  }
}

/** A file, or the folder of that name; the specifier tells by a slash at its end that only the folder is meant. */
function resolvePath(target: string, specifier: string): string | undefined {
  return (/(^|\/)\.{0,2}$/.test(specifier) ? undefined : resolveFile(target)) ?? resolveFolder(target);
}

function resolveFile(target: string): string | undefined {
  const extension = path.extname(target);
  const stem = target.slice(0, target.length - extension.length);
  const candidates = [
    target,
    ...EXTENSIONS.map(added => target + added),
    ...(REWRITTEN[extension] ?? []).map(rewritten => stem + rewritten),
  ];
  return candidates.find(isFile);
}

function resolveFolder(target: string): string | undefined {
  const { module, main } = manifestIn(target);
  for (const entry of [module, main]) {
    if (typeof entry !== 'string') continue;
    const file = path.resolve(target, entry);
    const found = resolveFile(file) ?? resolveFile(path.join(file, 'index'));
    if (found) return found;
  }
  return resolveFile(path.join(target, 'index'));
}

/** A package, or a file in it, that Node does not find because it lacks an extension or an entry that Node takes. */
function resolvePackage(specifier: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const target = path.join(folder, 'node_modules', specifier);
    const found = resolveFile(target) ?? resolveFolder(target);
    if (found) return found;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function manifestIn(folder: string): { name?: unknown; exports?: unknown; module?: unknown; main?: unknown } {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) ?? {};
  } catch {
    return {};
  }
}

/** What may not be read is not there. */
function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
