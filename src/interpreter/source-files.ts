import { SourceMap } from 'node:module';
import path from 'node:path';
import type { transformSync } from 'amaro';
import type { WorkspaceFiles } from '../workspace-files.ts';
import { isStatic, lexed, type ModuleSyntax } from './import-statements.ts';
import type { Libraries } from './libraries.ts';
import type { Resolver } from './resolve.ts';

/** How much a config can load. */
export interface ModuleLimits {
  readonly modules: number;
  /** Of one file, in bytes. */
  readonly fileBytes: number;
}

/** All modules together, in sizes of the largest file. */
const TOTAL_FILES = 8;

/** A place in a file: its absolute path, line and column from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A file with code, ready to run but for its imports. */
export interface SourceFile extends ModuleSyntax {
  readonly file: string;
  readonly format: 'esm' | 'cjs';
  readonly code: string;
  /** To the places in the source as it was written; without it, they are the same. */
  readonly map?: SourceMap;
}
type JavaScript = Pick<SourceFile, 'code' | 'map'>;

/** A text in quotes, or the name of a property. */
const WORD = /(["'`])([^"'`\n]{0,100})\1|\b(\w+)\s*:/g;
/** A line of a stack: `at name (file:line:column)`, or without the name. */
const FRAME = /(?: at | \()((?:\/|[A-Za-z]:\\).*?):(\d+):(\d+)\)?$/;
/** Modules have a line of their own before the file's first one. */
const LINES_BEFORE = 1;

export const isScript = (file: string) => /\.[cm]?[jt]sx?$/.test(file);
const isPackaged = (file: string) => file.split(path.sep).includes('node_modules');
export const isTypeScript = (file: string) => /\.[cm]?tsx?$/.test(file);

/** The files that a config loads: read once, within limits, and with their types removed. */
export class SourceFiles {
  readonly #files: WorkspaceFiles;
  readonly #limits: ModuleLimits;
  readonly #resolver: Resolver;
  readonly #libraries: Libraries;
  readonly #texts = new Map<string, string>();
  readonly #parsed = new Map<string, SourceFile>();
  #total = 0;

  constructor(files: WorkspaceFiles, limits: ModuleLimits, resolver: Resolver, libraries: Libraries) {
    this.#files = files;
    this.#limits = limits;
    this.#resolver = resolver;
    this.#libraries = libraries;
  }

  /** Notes that the interpreter cannot parse a file. @returns false if it is tried again, with its types removed. */
  cannotParse(): boolean {
    this.#libraries.wanted.add('amaro');
    return this.#libraries.loaded.amaro !== undefined;
  }

  /** @throws Error if the file must not be read, or is one too many. */
  text(file: string): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const found = this.#files.read(file, this.#limits.fileBytes);
    if (found.kind !== 'read')
      throw new Error(`${file} ${found.kind === 'missing' ? 'is not there' : found.because}`);
    const { modules, fileBytes } = this.#limits;
    const most = TOTAL_FILES * fileBytes;
    this.#total += found.content.length;
    if (this.#texts.size >= modules || this.#total > most)
      throw new Error(
        `the config loads more than ${modules} modules, or more than ${most / 2 ** 20} MB of them`,
      );
    const text = found.content.toString('utf8').replace(/^\uFEFF?(#!.*)?/, '');
    this.#texts.set(file, text);
    return text;
  }

  /** @throws Error as `text`; SyntaxError for TypeScript that cannot be parsed. */
  code(file: string): SourceFile {
    const known = this.#parsed.get(file);
    if (known) return known;
    const source = this.text(file);
    const options = this.#resolver.optionsFor(file);
    const isJavaScript = !isTypeScript(file) || (!this.#libraries.loaded.amaro && isPlain(source));
    const script = isJavaScript
      ? { code: source }
      : removeTypes(this.#libraries.use('amaro').transformSync, source, file, options);
    const syntax = lexed(script.code);
    const format = this.#resolver.isNodeModule(file) || syntax.isModule ? 'esm' : 'cjs';
    const parsed: SourceFile = { ...script, ...syntax, file, format };
    this.#parsed.set(file, parsed);
    return parsed;
  }

  /** The files of the project that were loaded, packages left out; also those that cannot be parsed. */
  loaded(): readonly string[] {
    return [...this.#texts.keys()].filter(file => isScript(file) && !isPackaged(file));
  }

  /** The line of the file's first static import, in the source as it was written; undefined if there is none. */
  staticImport(file: string): number | undefined {
    const source = this.#parsed.get(file);
    const first = source?.imports.find(isStatic);
    if (!source || !first) return undefined;
    const before = source.code.slice(0, first.importStart).split('\n');
    return originalPlace(source, before.length, before.at(-1)?.length ?? 0).line;
  }

  /** The first place in the files of the project that a stack names, as they were written. */
  placeIn(stack: string): SourcePlace | undefined {
    const files = this.loaded();
    for (const frame of stack.split('\n', 100)) {
      // A config can forge its stack, and searching a long line takes quadratic time.
      const [, file = '', line, column] = FRAME.exec(frame.slice(0, 1_000)) ?? [];
      if (!files.includes(file)) continue;
      const source = this.#parsed.get(file);
      // Of one that cannot be parsed it is the place in the file itself.
      if (!source) return { file, line: Number(line), column: Number(column) };
      const generated = Number(line) - LINES_BEFORE;
      const text = source.code.split('\n')[generated - 1] ?? '';
      // The interpreter counts characters, maps and editors UTF-16.
      const before = [...text].slice(0, Number(column) - 1).join('').length;
      return { file, ...originalPlace(source, generated, before) };
    }
    return undefined;
  }

  /** The texts that a config might compare a variable with: what it quotes, and the names of its properties. */
  words(): ReadonlySet<string> {
    const own = [...this.#texts].filter(([file]) => !isPackaged(file));
    return new Set(
      own.flatMap(([, source]) => [...source.matchAll(WORD)].map(([, , quoted, key]) => quoted ?? key ?? '')),
    );
  }
}

/**
 * Whether the source can be tried as JavaScript, which saves loading `amaro`: 60 ms. If both languages accept a text, they
 * mean the same, except for type arguments (`f<T>(x)` compares twice in JavaScript) and imports that only types use.
 */
function isPlain(source: string): boolean {
  const { imports, isModule } = lexed(source);
  return isModule && !imports.some(isStatic) && !source.replaceAll(/^[ \t]*\/\/\/.*$/gm, '').includes('<');
}

/**
 * Removes the types from TypeScript, with the imports that only types use.
 *
 * @param transform of `amaro`. @param options of tsconfig.json: those on imports that nothing uses decide.
 * @throws SyntaxError whose stack names the place.
 */
function removeTypes(
  transform: typeof transformSync,
  source: string,
  file: string,
  options: Readonly<Record<string, unknown>>,
): JavaScript {
  const { verbatimModuleSyntax, preserveValueImports, importsNotUsedAsValues } = options;
  const keepsEffects = importsNotUsedAsValues === 'preserve' || importsNotUsedAsValues === 'error';
  try {
    const { code, map } = transform(source, {
      mode: 'transform',
      sourceMap: true,
      filename: file,
      transform: {
        verbatimModuleSyntax: verbatimModuleSyntax === true || preserveValueImports === true,
        // An option of swc, by another name than in tsconfig.json, that the types of `amaro` leave out.
        ...(keepsEffects && { importNotUsedAsValues: 'preserve' }),
      },
    });
    return { code, ...(map ? { map: new SourceMap(JSON.parse(map)) } : {}) };
  } catch (error) {
    const { message, startLine, startColumn } = Object(error);
    const place = startLine === undefined ? '' : `\n    at ${file}:${startLine}:${Number(startColumn) + 1}`;
    const what = String(message ?? error);
    throw Object.assign(new SyntaxError(what), { stack: `${what}${place}` });
  }
}

/** The place in the source as it was written, from 1. @param line from 1. @param column from 0. */
function originalPlace({ map }: JavaScript, line: number, column: number): { line: number; column: number } {
  const origin = map?.findOrigin(line, column + 1);
  return origin && 'lineNumber' in origin
    ? { line: origin.lineNumber, column: origin.columnNumber }
    : { line, column: column + 1 };
}
