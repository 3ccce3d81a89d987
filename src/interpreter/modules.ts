import path from 'node:path';
import { init as initCommonJs, parse as parseCommonJs } from 'cjs-module-lexer';
import { init as initLexer } from 'es-module-lexer';
import type { WorkspaceFiles } from '../workspace-files.ts';
import { type ImportStatement, withLinks } from './import-statements.ts';
import { membersOfModule } from './members.ts';
import { noLoader } from './messages.ts';
import { type Kind, type Resolver, resolverFor } from './resolve.ts';
import { isScript, isTypeScript, type ModuleLimits, SourceFiles } from './source-files.ts';

/** A module as the interpreter's `require` gets it. */
export type Loaded =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'esm' | 'cjs'; readonly file: string; readonly asNode: boolean }
  | { readonly kind: 'json' | 'text'; readonly file: string; readonly text: string };

/** The lexers are WebAssembly, and have to be compiled before they are used. */
export const ready = Promise.all([initLexer, initCommonJs()]);

const DECLARES_REQUIRE =
  /\b(?:const|let|var|function|class|as)\s+(?:\{[^}]*)?\brequire\b|\bimport\s+\{?[^;"']*\brequire\b/;

/**
 * Makes modules for the interpreter out of the files of the project, as esbuild bundles them: types removed, with the
 * imports that only types use; CommonJS, JSON and text as modules.
 */
export class Modules {
  readonly sources: SourceFiles;
  readonly #resolver: Resolver;
  /** Sources of modules that stand between an importer and what it imports. */
  readonly #bridges = new Map<string, string>();

  constructor(config: string, files: WorkspaceFiles, limits: ModuleLimits) {
    this.#resolver = resolverFor(config, files);
    this.sources = new SourceFiles(
      files,
      limits,
      file => this.#resolver.tsconfigOf(path.dirname(file))?.keepsUnusedImports ?? false,
    );
  }

  /** Paths in the workspace that were not read, and that might have decided what a module is. */
  get unread(): ReadonlySet<string> {
    return this.#resolver.unread;
  }

  /** @throws Error if there is no such module. */
  find(importer: string, specifier: string, kind: Kind): Loaded {
    const target = this.#resolver.resolve(specifier, importer, kind);
    if ('builtin' in target) return { kind: 'builtin', name: target.builtin };
    const { file } = target;
    if (file.endsWith('.json')) return { kind: 'json', file, text: this.sources.text(file) };
    if (file.endsWith('.txt')) return { kind: 'text', file, text: this.sources.text(file) };
    if (!isScript(file)) throw new Error(noLoader(file));
    return { kind: this.sources.code(file).format, file, asNode: this.#isNodeModule(importer) };
  }

  /** The source of an ES module, by the name that `find`, `entry` or another module's source gave it. */
  source(id: string): string {
    const bridge = this.#bridges.get(id);
    if (bridge !== undefined) return bridge;
    const { code } = this.sources.code(id);
    const needsRequire = /\brequire\b/.test(code) && !DECLARES_REQUIRE.test(code);
    const require = needsRequire ? `const require=__sst_creds.require(${JSON.stringify(id)});` : '';
    return `Object.assign(import.meta,__sst_creds.meta);${require}\n${this.#linked(id)}`;
  }

  /** The name by which the config itself is imported. */
  entry(config: string): string {
    if (this.sources.code(config).format === 'esm') return config;
    return this.#bridgeTo({ kind: 'cjs', file: config, asNode: this.#isNodeModule(config) }, []);
  }

  /** The source of a function that runs a CommonJS module. */
  factory(file: string): string {
    return `(function(exports,require,module){"use strict";\n${this.#linked(file)}\n})`;
  }

  /** The code with every import changed to the module that it means. */
  #linked(file: string): string {
    return withLinks(this.sources.code(file), statement => this.#link(file, statement));
  }

  /** The name of the module to import instead of the specifier; undefined to leave the import out. */
  #link(importer: string, { specifier, names, used }: ImportStatement): string | undefined {
    const from = this.find(importer, specifier, 'import');
    if ('file' in from && !used && this.#isWithoutEffects(from.file)) return undefined;
    return from.kind === 'esm' ? this.#withMissing(from.file, names) : this.#bridgeTo(from, names);
  }

  /** Node's own interoperability, which esbuild follows for importers that Node would take for ES modules. */
  #isNodeModule(importer: string): boolean {
    if (/\.[cm][jt]s$/.test(importer)) return /\.m[jt]s$/.test(importer);
    return this.#resolver.packageOf(importer).manifest.type === 'module';
  }

  /** By the field `sideEffects` of its package.json. */
  #isWithoutEffects(file: string): boolean {
    const { folder, manifest } = this.#resolver.packageOf(file);
    const { sideEffects } = manifest;
    if (!Array.isArray(sideEffects)) return sideEffects === false;
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return !sideEffects.some(pattern => {
      const glob = String(pattern).replace(/^\.\//, '');
      return path.posix.matchesGlob(relative, glob.includes('/') ? glob : `**/${glob}`);
    });
  }

  /** An ES module that exports what another kind of module has. */
  #bridgeTo(from: Loaded, requested: readonly string[]): string {
    const names =
      from.kind === 'builtin'
        ? namesOf(from.name, requested)
        : new Set([...requested, ...this.#knownNames(from)]);
    names.delete('default');
    const load = `const module=__sst_creds.load(${JSON.stringify(from)});`;
    const exports = 'export default module.default;export{module as __namespace};';
    return this.#bridge(`${load}${exports}${valuesOf('module', [...names])}`);
  }

  /** The ES module, with the names that it does not export as undefined: they are names of types, which esbuild leaves out. */
  #withMissing(file: string, names: readonly string[]): string {
    const known = names.length > 0 && isTypeScript(file) ? this.#exported(file) : undefined;
    const missing = known ? names.filter(name => !known.includes(name)) : [];
    if (missing.length === 0) return file;
    const kept = names.filter(name => known?.includes(name));
    const reexport = `export {${kept.join()}} from ${JSON.stringify(file)};`;
    return this.#bridge(`${reexport}${valuesOf('undefined', missing)}`);
  }

  #bridge(source: string): string {
    const id = `bridge:${this.#bridges.size}`;
    this.#bridges.set(id, source);
    return id;
  }

  /** The names that a module which is no ES module has for certain. */
  #knownNames(from: Loaded): readonly string[] {
    if (from.kind === 'json') return Object.keys(Object(jsonOf(from.text)));
    return from.kind === 'cjs' ? this.#commonJsNames(from.file) : [];
  }

  /** The names that an ES module exports; undefined if that is not known before it runs. */
  #exported(file: string, seen: readonly string[] = []): readonly string[] | undefined {
    const { format, exports, imports } = this.sources.code(file);
    if (format === 'cjs') return undefined;
    const names = exports.map(entry => {
      if (entry.type !== 'reexport-all') return [entry.name];
      const from = this.find(file, imports[entry.importIndex]?.specifier ?? '', 'import');
      if (from.kind !== 'esm') return undefined;
      return seen.includes(from.file) ? [] : this.#exported(from.file, [...seen, file]);
    });
    return names.includes(undefined) ? undefined : names.flatMap(listed => listed ?? []);
  }

  #commonJsNames(file: string, seen: readonly string[] = []): string[] {
    if (seen.includes(file)) return [];
    try {
      const { exports, reexports } = parseCommonJs(this.sources.code(file).code);
      const more = reexports.flatMap(specifier => {
        const from = this.find(file, specifier, 'require');
        return from.kind === 'cjs' ? this.#commonJsNames(from.file, [...seen, file]) : [];
      });
      return [...exports, ...more];
    } catch {
      return [];
    }
  }
}

/** The names that one of Node's modules exports: those requested, or all that can be read without being used. */
function namesOf(builtin: string, requested: readonly string[]): Set<string> {
  const members = membersOfModule(builtin);
  const names =
    requested.length > 0 ? requested : Object.keys(members).filter(name => members[name] !== 'other');
  return new Set(names.filter(name => name in members));
}

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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
