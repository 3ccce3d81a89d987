// tsconfig.json, as far as it decides what a module is.
import path from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';

/** What the nearest tsconfig.json says, with all that it extends. */
interface Tsconfig {
  readonly baseUrl?: string;
  /** Each pattern with the paths that it stands for, as they are written. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  /** The folder of the file with these paths: they are relative to it if there is no `baseUrl`. */
  readonly pathsFolder?: string;
  /** All `compilerOptions`, as they are written. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * A reader of the nearest tsconfig.json above a folder. It returns undefined inside node_modules, as esbuild does.
 *
 * @param read returns the content of a file; undefined if it is not there.
 * @param find returns the file that a tsconfig.json in the folder extends.
 */
export function tsconfigReader(
  read: (file: string) => Record<string, unknown> | undefined,
  find: (folder: string, base: string) => string | undefined,
): (folder: string) => Tsconfig | undefined {
  /** @param seen the files that led here: one that extends itself is read once. */
  const tsconfigIn = (file: string, seen: readonly string[] = []): Tsconfig | undefined => {
    const content = seen.includes(file) ? undefined : read(file);
    if (!content) return undefined;
    const folder = path.dirname(file);
    const options = Object(content['compilerOptions']);
    const bases = [content['extends'] ?? []].flat().map(base => {
      try {
        const target = find(folder, String(base));
        return target ? tsconfigIn(target, [...seen, file]) : undefined;
      } catch {
        return undefined; // esbuild goes on without what is not there, too.
      }
    });
    const inherited: Partial<Tsconfig> = Object.assign({}, ...bases);
    const baseUrl =
      typeof options.baseUrl === 'string' ? path.resolve(folder, options.baseUrl) : inherited.baseUrl;
    const isUsable = (target: unknown) =>
      typeof target === 'string' && (baseUrl !== undefined || /^\.\.?\/|^\//.test(target));
    const paths = Object.entries(Object(options.paths)).map(([pattern, targets]) => [
      pattern,
      Array.isArray(targets) ? targets.filter(isUsable) : [],
    ]);
    return {
      ...inherited,
      ...(baseUrl !== undefined && { baseUrl }),
      ...(options.paths && { paths: Object.fromEntries(paths), pathsFolder: folder }),
      options: Object.assign({}, ...bases.map(base => base?.options), options),
    };
  };

  const nearestTo = nearest(
    folder =>
      tsconfigIn(path.join(folder, 'tsconfig.json')) ?? tsconfigIn(path.join(folder, 'jsconfig.json')),
  );
  return folder => (folder.split(path.sep).includes('node_modules') ? undefined : nearestTo(folder));
}

/** A function that finds something in a folder or the nearest one above it, and remembers it. */
export function nearest<Thing>(
  inFolder: (folder: string) => Thing | undefined,
): (folder: string) => Thing | undefined {
  const known = new Map<string, Thing | undefined>();
  const find = (folder: string): Thing | undefined => {
    const above = path.dirname(folder);
    if (!known.has(folder))
      known.set(folder, inFolder(folder) ?? (above === folder ? undefined : find(above)));
    return known.get(folder);
  };
  return find;
}

/** JSON with comments and trailing commas. @throws Error */
export function withComments(text: string): unknown {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error('no JSON');
  return value;
}

/** The paths that a specifier stands for by `paths` and `baseUrl`, absolute, in the order in which esbuild tries them. */
export function substitutes(
  specifier: string,
  { baseUrl, paths = {}, pathsFolder = '' }: Partial<Tsconfig> = {},
): string[] {
  if (/^\.\.?(\/|$)/.test(specifier)) return [];
  const { pattern = '', prefix = '', suffix = '' } = patternFor(specifier, Object.keys(paths)) ?? {};
  const filled = specifier.slice(prefix.length, specifier.length - suffix.length);
  const targets = (paths[pattern] ?? []).map(target => target.replace('*', () => filled));
  return [
    ...targets.map(target => path.resolve(baseUrl ?? pathsFolder, target)),
    ...(baseUrl === undefined ? [] : [path.join(baseUrl, specifier)]),
  ];
}

/** The pattern that is the specifier itself, else the one with the longest text before its `*`, then after it. */
function patternFor(specifier: string, patterns: readonly string[]) {
  if (patterns.includes(specifier)) return { pattern: specifier, prefix: specifier, suffix: '' };
  return patterns
    .filter(pattern => pattern.includes('*'))
    .map(pattern => {
      const [prefix = '', suffix = ''] = pattern.split(/\*(.*)/s);
      return { pattern, prefix, suffix };
    })
    .filter(({ prefix, suffix }) => specifier.startsWith(prefix) && specifier.endsWith(suffix))
    .sort((a, b) => b.prefix.length - a.prefix.length || b.suffix.length - a.suffix.length)[0];
}
