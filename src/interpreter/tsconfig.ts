// tsconfig.json, as far as it decides what a module is.
import path from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';

/**
 * `compilerOptions` with all that they extend. `baseUrl` is absolute; `pathsFolder` is the folder of the file that has
 * `paths`, which are relative to it if there is no `baseUrl`.
 */
type Options = Readonly<Record<string, unknown>>;

/**
 * A reader of the `compilerOptions` in the nearest tsconfig.json above a folder. Inside node_modules there are none, as for
 * esbuild.
 *
 * @param read returns the content of a file; undefined if it is not there.
 * @param find returns the file that a tsconfig.json in the folder extends.
 */
export function tsconfigReader(
  read: (file: string) => Record<string, unknown> | undefined,
  find: (folder: string, base: string) => string | undefined,
): (folder: string) => Options {
  /** @param seen the files that led here: one that extends itself is read once. */
  const optionsIn = (file: string, seen: readonly string[] = []): Options | undefined => {
    const content = seen.includes(file) ? undefined : read(file);
    if (!content) return undefined;
    const folder = path.dirname(file);
    const own = Object(content['compilerOptions']);
    const bases = [content['extends'] ?? []].flat().map(base => {
      try {
        const target = find(folder, String(base));
        return target ? optionsIn(target, [...seen, file]) : undefined;
      } catch {
        return undefined; // esbuild goes on without what is not there, too.
      }
    });
    return Object.assign(
      {},
      ...bases,
      own,
      typeof own.baseUrl === 'string' && { baseUrl: path.resolve(folder, own.baseUrl) },
      own.paths && { pathsFolder: folder },
    );
  };
  const nearestTo = nearest(
    folder => optionsIn(path.join(folder, 'tsconfig.json')) ?? optionsIn(path.join(folder, 'jsconfig.json')),
  );
  return folder => (folder.split(path.sep).includes('node_modules') ? {} : (nearestTo(folder) ?? {}));
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
export function substitutes(specifier: string, { baseUrl, paths, pathsFolder }: Options): string[] {
  if (/^\.\.?(\/|$)/.test(specifier)) return [];
  const base = typeof baseUrl === 'string' ? baseUrl : undefined;
  const { pattern = '', prefix = '', suffix = '' } = patternFor(specifier, Object.keys(Object(paths))) ?? {};
  const filled = specifier.slice(prefix.length, specifier.length - suffix.length);
  const given: unknown = Object(paths)[pattern];
  const targets = (Array.isArray(given) ? given.map(String) : [])
    .filter(target => base !== undefined || /^\.\.?\/|^\//.test(target))
    .map(target =>
      path.resolve(
        base ?? String(pathsFolder),
        target.replace('*', () => filled),
      ),
    );
  return base === undefined ? targets : [...targets, path.join(base, specifier)];
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
