import { isBuiltin } from 'node:module';
import path from 'node:path';
import { init as initLexer } from 'es-module-lexer';
import type { WorkspaceFiles } from '../workspace-files.ts';
import { type ImportStatement, NAMESPACE, withLinks } from './import-statements.ts';
import type { Libraries } from './libraries.ts';
import { membersOfModule } from './members.ts';
import { type Kind, type Resolver, resolverFor } from './resolve.ts';
import { isScript, isTypeScript, type ModuleLimits, SourceFiles } from './source-files.ts';

/** A module as the interpreter's `require` gets it. */
export type Loaded =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'esm' | 'cjs'; readonly file: string; readonly asNode: boolean };

/** The lexer is WebAssembly, and has to be compiled before it is used. */
export const ready = initLexer();

const DECLARES_REQUIRE =
  /\b(?:const|let|var|function|class|as)\s+(?:\{[^}]*)?\brequire\b|\bimport\s+\{?[^;"']*\brequire\b/;

/**
 * Makes modules for the interpreter out of the files of the project, as esbuild bundles them: types removed, with the
 * imports that only types use; CommonJS, JSON and text as modules.
 */
export class Modules {
  readonly sources: SourceFiles;
  readonly resolver: Resolver;
  /** Sources of modules that stand between an importer and what it imports. */
  readonly #bridges = new Map<string, string>();
  readonly #exports = new Map<string, { readonly names: ReadonlySet<string>; readonly isOpen: boolean }>();

  constructor(config: string, files: WorkspaceFiles, limits: ModuleLimits, libraries: Libraries) {
    this.resolver = resolverFor(config, files, libraries);
    this.sources = new SourceFiles(files, limits, this.resolver, libraries);
  }

  /** @throws Error if there is no such module. */
  find(importer: string, specifier: string, kind: Kind): Loaded {
    if (isBuiltin(specifier)) return { kind: 'builtin', name: specifier.replace(/^node:/, '') };
    const file = this.resolver.resolve(specifier, importer, kind);
    // Read here, an error is noted at the place of the import.
    if (/\.(json|txt)$/.test(file)) this.sources.text(file);
    else if (!isScript(file) && !file.endsWith('.css'))
      throw new Error(`${file} is not a module: SST's bundler has no loader for it`);
    const format = isScript(file) ? this.sources.code(file).format : 'cjs';
    return { kind: format, file, asNode: this.resolver.isNodeModule(importer) };
  }

  /**
   * The source of an ES module, by the name that `find`, `entry` or another module's source gave it. Of what is no ES
   * module, its default export is the function that runs it.
   */
  source(id: string): string {
    const bridge = this.#bridges.get(id);
    if (bridge !== undefined) return bridge;
    const asFunction = (code: string) => `export default function(exports,require,module){\n${code}\n}`;
    if (!isScript(id)) {
      const text = id.endsWith('.css') ? '{}' : JSON.stringify(this.sources.text(id));
      return asFunction(`module.exports=${id.endsWith('.json') ? `JSON.parse(${text})` : text}`);
    }
    const { code, format } = this.sources.code(id);
    if (format === 'cjs') return asFunction(this.#linked(id));
    const needsRequire = /\brequire\b/.test(code) && !DECLARES_REQUIRE.test(code);
    const require = needsRequire ? `const require=__sst_creds.require(${JSON.stringify(id)});` : '';
    return `Object.assign(import.meta,__sst_creds.meta);${require}\n${this.#linked(id)}`;
  }

  /** The name by which the config itself is imported. */
  entry(config: string): string {
    if (this.sources.code(config).format === 'esm') return config;
    return this.#bridgeTo({ kind: 'cjs', file: config, asNode: this.resolver.isNodeModule(config) }, []);
  }

  /** The code with every import changed to the module that it means. */
  #linked(file: string): string {
    const stars: string[] = [];
    const code = withLinks(this.sources.code(file), statement => this.#link(file, statement, stars));
    return stars.length > 0 ? `${code}\nexport const __more=[${stars.join()}].flat();` : code;
  }

  /** @param stars gets the names of what `export *` adds when the module runs: it is exported as `__more`. */
  #link(importer: string, statement: ImportStatement, stars: string[]): string {
    const { specifier, clause, isStar, isUsed } = statement;
    const from = this.find(importer, specifier, 'import');
    if ('file' in from && !isUsed() && this.#isWithoutEffects(from.file)) return '';
    if (isStar) return this.#linkAll(from, stars);
    const id =
      from.kind === 'esm'
        ? this.#withMissing(from.file, importer, statement)
        : this.#bridgeTo(from, statement.names);
    return `${id.startsWith('bridge:') ? clause.replace(NAMESPACE, '{__namespace as $1}') : clause}${JSON.stringify(id)};`;
  }

  /** `export *`: the names of an ES module are known, those of others only when they have run. */
  #linkAll(from: Loaded, stars: string[]): string {
    // SST's bundler exports nothing of these.
    if ('file' in from && !isScript(from.file)) return '';
    const [plain, more] = from.kind === 'esm' ? [from.file, '__more'] : [undefined, '__namespace'];
    if (plain !== undefined && !this.#exported(plain).isOpen)
      return `export * from ${JSON.stringify(plain)};`;
    const star = `__star${stars.push(`__star${stars.length}`) - 1}`;
    const id = JSON.stringify(plain ?? this.#bridgeTo(from, []));
    return `${plain === undefined ? '' : `export * from ${id};`}import {${more} as ${star}} from ${id};`;
  }

  /** By the field `sideEffects` of its package.json. */
  #isWithoutEffects(file: string): boolean {
    const { folder, manifest } = this.resolver.packageOf(file);
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
    const known = from.kind === 'builtin' ? membersOfModule(from.name) : undefined;
    const names = requested.filter(name => name !== 'default' && (!known || name in known));
    const load = `export const __namespace=__sst_creds.load(${JSON.stringify(from)});`;
    return this.#bridge(`${load}export default __namespace.default;${valuesOf('__namespace', names)}`);
  }

  /**
   * The ES module, with the names that it might not export: what `export *` adds, and what might be a type, because a
   * TypeScript file does not use it, or only exports it again.
   */
  #withMissing(file: string, importer: string, { names, isReexport, isUsed }: ImportStatement): string {
    const { names: known, isOpen } = this.#exported(file);
    const isType = (name: string) => isTypeScript(importer) && (isReexport || !isUsed(name));
    const missing = names.filter(name => !known.has(name) && (isOpen || isType(name)));
    if (!isOpen && missing.length === 0) return file;
    const id = JSON.stringify(file);
    const own = `export {${names.filter(name => !missing.includes(name)).join()}} from ${id};`;
    const all = `import * as own from ${id};export const __namespace=__sst_creds.whole(own);`;
    return this.#bridge(`${own}${all}${valuesOf('__namespace', missing)}`);
  }

  #bridge(source: string): string {
    const id = `bridge:${this.#bridges.size}`;
    this.#bridges.set(id, source);
    return id;
  }

  /** The names that an ES module exports. If it is open, `export *` adds more when it runs. */
  #exported(file: string) {
    const known = this.#exports.get(file);
    if (known) return known;
    const made = { names: new Set<string>(), isOpen: false };
    const files = new Set([file]);
    for (const each of files) {
      const { exports, imports } = this.sources.code(each);
      for (const entry of exports) {
        if (entry.type !== 'reexport-all') {
          made.names.add(entry.name);
          continue;
        }
        const from = this.find(each, imports[entry.importIndex]?.specifier ?? '', 'import');
        if (from.kind === 'esm') files.add(from.file);
        else made.isOpen ||= from.kind === 'cjs' || from.kind === 'builtin';
      }
    }
    this.#exports.set(file, made);
    return made;
  }
}

/** Code that exports properties of a value by their names, as an import statement has them. */
function valuesOf(value: string, names: readonly string[]): string {
  const property = (name: string) => (/^["']/.test(name) ? name : JSON.stringify(name));
  return names
    .map((name, at) => `const _${at}=${value}[${property(name)}];export {_${at} as ${name}};`)
    .join('');
}
