import { SourceMap } from 'node:module';
import path from 'node:path';
import type { transformSync } from 'amaro';
import { init as initCommonJs, parse as parseCommonJs } from 'cjs-module-lexer';
import { init as initLexer, parse } from 'es-module-lexer';
import type { WorkspaceFiles } from '../workspace-files.ts';
import { noLoader, notRead, tooMuchCode } from './messages.ts';
import { type Kind, type Resolver, resolverFor, type Target } from './resolve.ts';

const NEEDS_TYPES = 'types have to be removed first';

/** How much a config may load. */
export interface ModuleLimits {
  readonly modules: number;
  /** Of one module, in bytes. */
  readonly bytes: number;
  /** Of all modules together, in bytes. */
  readonly total: number;
}

/** A module as the interpreter's `require` gets it. */
export type Loaded =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'esm' | 'cjs'; readonly file: string; readonly asNode: boolean }
  | { readonly kind: 'json' | 'text'; readonly file: string; readonly text: string };

export interface Modules {
  /** @throws Error if there is no such module. */
  find(importer: string, specifier: string, kind: Kind): Loaded;
  /** The source of an ES module, by the name that `find` or another module's source gave it. */
  source(id: string): string;
  /** The name by which the config itself is imported. */
  entry(config: string): string;
  /** The source of a function that runs a CommonJS module. */
  factory(file: string): string;
  /** Whether a file has types, or might have some: it cannot be loaded before `removeTypes`. */
  readonly needsTypes: boolean;
  /** From now on types are removed, from files that were loaded before, too. */
  removeTypes(): Promise<void>;
  /** The line of the file's first static import, in the source as it was written; undefined if there is none. */
  staticImport(file: string): number | undefined;
  /** A stack with the places in the files as they were written; lines that are too long for a stack are left out. */
  original(stack: string): string;
  /** The files of the project that were loaded, packages left out. */
  files(): readonly string[];
  /** The texts that a config might compare a variable with: what it quotes, and the names of its properties. */
  words(): ReadonlySet<string>;
}

type Lexed = ReturnType<typeof parse>;
type Import = Lexed[0][number] & { readonly importStart: number; readonly importEnd: number };

interface Parsed {
  readonly file: string;
  readonly source: string;
  readonly code: string;
  readonly format: 'esm' | 'cjs';
  readonly imports: readonly Import[];
  readonly exports: Lexed[1];
  readonly map?: SourceMap;
}

/** A text in quotes, or the name of a property. */
const WORD = /(["'`])([^"'`\n]{0,100})\1|\b(\w+)\s*:/g;
const SCRIPT = /\.[cm]?[jt]sx?$/;
const TYPESCRIPT = /\.[cm]?tsx?$/;

/** The lexers are WebAssembly, and have to be compiled before they are used. */
export const ready = Promise.all([initLexer, initCommonJs()]);

/**
 * Makes modules for the interpreter out of the files of the project, as esbuild bundles them: types removed, with the
 * imports that only types use; CommonJS, JSON and text as modules.
 *
 * @param namesOf the names that one of Node's own modules exports.
 */
export function modulesOf(
  config: string,
  files: WorkspaceFiles,
  limits: ModuleLimits,
  namesOf: (builtin: string) => readonly string[],
): Modules {
  const resolver: Resolver = resolverFor(config, files);
  const parsed = new Map<string, Parsed>();
  const texts = new Map<string, string>();
  /** Modules that stand between an importer and what it imports. */
  const bridges = new Map<string, string>();
  let total = 0;
  let needsTypes = false;
  let transform: typeof transformSync | undefined;

  const read = (file: string): string => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const found = files.read(file, limits.bytes);
    if (found.kind !== 'read')
      throw new Error(notRead(file, found.kind === 'missing' ? 'is not there' : found.because));
    total += found.content.length;
    if (texts.size >= limits.modules || total > limits.total)
      throw new Error(tooMuchCode(limits.modules, limits.total));
    const text = found.content.toString('utf8').replace(/^\uFEFF/, '');
    texts.set(file, text);
    return text;
  };

  const parsedFile = (file: string): Parsed => {
    const known = parsed.get(file);
    if (known) return known;
    const source = read(file);
    const { code, map } = javaScript(file, source);
    const [imports, exports, , isModule] = lexed(code);
    const format = /\.c[jt]s$/.test(file) || !(isModule || /\.m[jt]s$/.test(file)) ? 'cjs' : 'esm';
    const made = {
      file,
      source,
      code,
      format,
      imports: imports as Import[],
      exports,
      ...(map ? { map } : {}),
    } as const;
    parsed.set(file, made);
    return made;
  };

  const javaScript = (file: string, source: string): { code: string; map: SourceMap | undefined } => {
    if (!TYPESCRIPT.test(file)) return { code: source.replace(/^#!.*/, ''), map: undefined };
    if (transform) {
      const keeps = resolver.tsconfigOf(path.dirname(file))?.keepsUnusedImports ?? false;
      return withoutTypes(transform, source, file, keeps);
    }
    if (isPlain(source)) return { code: source, map: undefined };
    needsTypes = true;
    throw new Error(NEEDS_TYPES);
  };

  const find = (importer: string, specifier: string, kind: Kind): Loaded => {
    const target: Target = resolver.resolve(specifier, importer, kind);
    if ('builtin' in target) return { kind: 'builtin', name: target.builtin };
    const { file } = target;
    if (file.endsWith('.json')) return { kind: 'json', file, text: read(file) };
    if (file.endsWith('.txt')) return { kind: 'text', file, text: read(file) };
    if (!SCRIPT.test(file)) throw new Error(noLoader(file));
    return { kind: parsedFile(file).format, file, asNode: isNodeModule(importer) };
  };

  /** Node's own interoperability, which esbuild follows for importers that Node would take for ES modules. */
  const isNodeModule = (importer: string): boolean =>
    /\.m[jt]s$/.test(importer) ||
    (!/\.c[jt]s$/.test(importer) && resolver.packageOf(importer).manifest.type === 'module');

  /** The names that a module exports; undefined if that is not known before it runs. */
  const exported = (file: string, seen: readonly string[] = []): readonly string[] | undefined => {
    const { format, exports, imports } = parsedFile(file);
    if (format === 'cjs') return undefined;
    const names = exports.map(entry => {
      if (entry.type !== 'reexport-all') return [entry.name];
      const from = find(file, imports[entry.importIndex]?.specifier ?? '', 'import');
      if (from.kind !== 'esm') return undefined;
      return seen.includes(from.file) ? [] : exported(from.file, [...seen, file]);
    });
    return names.includes(undefined) ? undefined : names.flatMap(listed => listed ?? []);
  };

  const commonJsNames = (file: string, seen: readonly string[] = []): string[] => {
    if (seen.includes(file)) return [];
    try {
      const { exports, reexports } = parseCommonJs(parsedFile(file).code);
      const more = reexports.flatMap(specifier => {
        const from = find(file, specifier, 'require');
        return from.kind === 'cjs' ? commonJsNames(from.file, [...seen, file]) : [];
      });
      return [...exports, ...more];
    } catch {
      return [];
    }
  };

  /** The name of the module to import instead of the specifier; undefined to leave the import out. */
  const linked = (importer: Parsed, statement: Statement): string | undefined => {
    const from = find(importer.file, statement.specifier, 'import');
    if ('file' in from && !statement.used && withoutEffects(from.file)) return undefined;
    return from.kind === 'esm' ? withMissing(from.file, statement.names) : asModule(from, statement.names);
  };

  /** An ES module that exports what another kind of module has. */
  const asModule = (from: Loaded, requested: readonly string[]): string => {
    const names = new Set([...requested, ...knownNames(from)]);
    names.delete('default');
    const load = `const module=__sst_creds.load(${JSON.stringify(from)});`;
    const exports = `export default module.default;export{module as __namespace};`;
    return bridge(`${load}${exports}${valuesOf('module', [...names])}`);
  };

  /** The names that a module which is no ES module has for certain. */
  const knownNames = (from: Loaded): readonly string[] => {
    if (from.kind === 'builtin') return namesOf(from.name);
    if (from.kind === 'json') return Object.keys(Object(jsonOf(from.text)));
    return from.kind === 'cjs' ? commonJsNames(from.file) : [];
  };

  /** The ES module, with the names that it lacks as undefined: they are those of types, which esbuild leaves out. */
  const withMissing = (file: string, names: readonly string[]): string => {
    const known = names.length > 0 && TYPESCRIPT.test(file) ? exported(file) : undefined;
    const missing = known ? names.filter(name => !known.includes(name)) : [];
    if (missing.length === 0) return file;
    const kept = names.filter(name => known?.includes(name));
    return bridge(`export {${kept.join()}} from ${JSON.stringify(file)};${valuesOf('undefined', missing)}`);
  };

  const bridge = (source: string): string => {
    const id = `bridge:${bridges.size}`;
    bridges.set(id, source);
    return id;
  };

  const withoutEffects = (file: string): boolean => {
    const { folder, manifest } = resolver.packageOf(file);
    const { sideEffects } = manifest;
    if (!Array.isArray(sideEffects)) return sideEffects === false;
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return !sideEffects.some(pattern => {
      const glob = String(pattern).replace(/^\.\//, '');
      return path.posix.matchesGlob(relative, glob.includes('/') ? glob : `**/${glob}`);
    });
  };

  /** The code with every import led to where it belongs. */
  const rewritten = (module: Parsed): string => {
    const edits = module.imports.map(entry => {
      if (entry.type === 'import-meta') return undefined;
      if (entry.type === 'dynamic') {
        const start = entry.importStart;
        const text = `__sst_creds.import(${JSON.stringify(module.file)},`;
        return { start, end: (entry as { dynamicStart: number }).dynamicStart + 1, text };
      }
      const statement = statementOf(module, entry);
      const id = linked(module, statement);
      const clause = id?.startsWith('bridge:')
        ? statement.clause.replace(NAMESPACE, '{__namespace as $1}')
        : statement.clause;
      const text = id === undefined ? '' : `${clause}${JSON.stringify(id)};`;
      const lines = '\n'.repeat(statement.text.split('\n').length - text.split('\n').length);
      return { start: entry.importStart, end: entry.importEnd, text: text + lines };
    });
    let { code } = module;
    for (const edit of edits.filter(edit => edit !== undefined).sort((a, b) => b.start - a.start)) {
      code = code.slice(0, edit.start) + edit.text + code.slice(edit.end);
    }
    return code;
  };

  return {
    find,
    source(id) {
      const made = bridges.get(id);
      if (made !== undefined) return made;
      const module = parsedFile(id);
      const needsRequire = /\brequire\b/.test(module.code) && !DECLARES_REQUIRE.test(module.code);
      const require = needsRequire ? `const require=__sst_creds.require(${JSON.stringify(id)});` : '';
      return `Object.assign(import.meta,__sst_creds.meta);${require}${rewritten(module)}`;
    },
    entry(config) {
      if (parsedFile(config).format === 'esm') return config;
      return asModule({ kind: 'cjs', file: config, asNode: isNodeModule(config) }, []);
    },
    factory: file => `(function(exports,require,module){"use strict";${rewritten(parsedFile(file))}\n})`,
    get needsTypes() {
      return needsTypes;
    },
    async removeTypes() {
      ({ transformSync: transform } = await import('amaro'));
      parsed.clear();
      needsTypes = false;
    },
    staticImport(file) {
      const { imports, code, map } = parsedFile(file);
      const first = imports.find(({ type }) => type === 'static' || type === 'reexport-star');
      if (!first) return undefined;
      const before = code.slice(0, first.importStart).split('\n');
      return originalLine(map, before.length, before.at(-1)?.length ?? 0).line;
    },
    original: stack =>
      usual(stack).replaceAll(
        /(\/[^\n()]*|[A-Za-z]:\\[^\n()]*):(\d+):(\d+)/g,
        (whole, file: string, line, column) => {
          const at = originalLine(parsed.get(file)?.map, Number(line), Number(column) - 1);
          return parsed.has(file) ? `${file}:${at.line}:${at.column}` : whole;
        },
      ),
    files: () => {
      // One that cannot be parsed was read all the same: its mistake is to be shown.
      const invalid = [...texts.keys()].filter(
        file => file !== config && SCRIPT.test(file) && !parsed.has(file),
      );
      return [...parsed.keys(), ...invalid].filter(file => !isPackaged(file));
    },
    words() {
      const sources = [...texts].filter(([file]) => !isPackaged(file)).map(([, text]) => text);
      return new Set(
        sources.flatMap(source => [...source.matchAll(WORD)].map(([, , quoted, key]) => quoted ?? key ?? '')),
      );
    },
  };
}

/** The stack without what no stack has: a config can forge its own, and searching a long line takes quadratic time. */
function usual(stack: string): string {
  return stack
    .split('\n', 100)
    .filter(line => line.length < 1_000)
    .join('\n');
}

function isPackaged(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}

/** A static import, or a re-export. */
interface Statement {
  readonly specifier: string;
  readonly text: string;
  /** Up to the specifier: `import { a } from `. */
  readonly clause: string;
  /** The names that it takes from the module. */
  readonly names: readonly string[];
  /** Whether anything makes use of what it imports. */
  readonly used: boolean;
}

const NAMESPACE = /\*\s*as\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

function statementOf({ code }: Parsed, entry: Import): Statement {
  const text = code.slice(entry.importStart, entry.importEnd);
  const quoted = entry.start - entry.importStart;
  const clause = text.slice(0, quoted - 1);
  const listed = (/\{([^}]*)\}/.exec(clause)?.[1] ?? '')
    .split(',')
    .map(name => name.trim().split(/\s+as\s+/));
  const [, single] = /^import\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(clause) ?? [];
  const names = [...listed.map(([name = '']) => name).filter(Boolean), ...(single ? ['default'] : [])];
  const namespace = NAMESPACE.exec(clause)?.[1];
  const locals = [...listed.map(name => name.at(-1) ?? ''), single ?? '', namespace ?? ''].filter(Boolean);
  const rest = code.slice(0, entry.importStart) + code.slice(entry.importEnd);
  const used = clause.startsWith('export') || locals.some(name => mentions(rest, name));
  return { specifier: entry.specifier ?? '', text, clause, names, used };
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code);
}

const DECLARES_REQUIRE =
  /\b(?:const|let|var|function|class|as)\s+(?:\{[^}]*)?\brequire\b|\bimport\s+\{?[^;"']*\brequire\b/;

/** Code that exports properties of a value by their names, reserved words among them. */
function valuesOf(value: string, names: readonly string[]): string {
  const exports = names
    .filter(name => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name))
    .map((name, index) => [
      `_${index}=${value}${value === 'undefined' ? '' : `[${JSON.stringify(name)}]`}`,
      `_${index} as ${name}`,
    ]);
  if (exports.length === 0) return '';
  return `const ${exports.map(([constant]) => constant).join()};export {${exports.map(([, name]) => name).join()}};`;
}

/** @throws SyntaxError whose stack names the place. */
function withoutTypes(
  transform: typeof transformSync,
  source: string,
  file: string,
  keepsUnusedImports: boolean,
): { code: string; map: SourceMap | undefined } {
  try {
    const { code, map } = transform(source, {
      mode: 'transform',
      sourceMap: true,
      filename: file,
      transform: { verbatimModuleSyntax: keepsUnusedImports },
    });
    return { code, map: map ? new SourceMap(JSON.parse(map)) : undefined };
  } catch (error) {
    const { message, startLine, startColumn } = Object(error);
    const place = startLine === undefined ? '' : `\n    at ${file}:${startLine}:${Number(startColumn) + 1}`;
    const what = String(message ?? error);
    throw Object.assign(new SyntaxError(what), { stack: `${what}${place}` });
  }
}

/**
 * Whether the source can be tried as JavaScript, which saves loading `amaro`: 60 ms. If both languages accept a text, they
 * mean the same, except for type arguments (`f<T>(x)` compares twice in JavaScript) and imports that only types use.
 */
function isPlain(source: string): boolean {
  const [imports, , , isModule] = lexed(source);
  const isStatic = imports.some(({ type }) => type === 'static' || type === 'reexport-star');
  return isModule && !isStatic && !source.replaceAll(/^\s*\/\/\/.*$/gm, '').includes('<');
}

function lexed(code: string): Lexed {
  try {
    return parse(code);
  } catch {
    return [[], [], false, true]; // The interpreter says where the error is.
  }
}

function originalLine(
  map: SourceMap | undefined,
  line: number,
  column: number,
): { line: number; column: number } {
  const origin = map?.findOrigin(line, column + 1);
  return origin && 'lineNumber' in origin
    ? { line: origin.lineNumber, column: origin.columnNumber }
    : { line, column: column + 1 };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
