import path from 'node:path';
import url from 'node:url';
import util from 'node:util';
import type { Refused, WorkspaceFiles } from '../workspace-files.ts';
import { membersOfModule } from './members.ts';
import type { Modules } from './modules.ts';

/** What the host functions work on, and what they report. */
export interface HostState {
  readonly files: WorkspaceFiles;
  readonly modules: Modules;
  /** The size limit of a file that is read, in bytes. */
  readonly fileBytes: number;
  print(text: string): void;
  /** The config asked for what it does not get. */
  refuse(what: string, name: string, stack: string): void;
  readHidden(name: string): void;
  exit(code: number): void;
}

type HostFunction = (state: HostState, values: readonly unknown[], stack: string) => unknown;

const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  throw new TypeError('a text was expected');
};
/** Loading it takes 10 ms, and few configs have a use for it. */
const cryptography = () => process.getBuiltinModule('node:crypto');
const failure = (code: string, message: string) => Object.assign(new Error(message), { code });
/** A text with one character a byte. */
const binary = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytes = (value: unknown) => Buffer.from(text(value), 'latin1');

/** Every function of the host that the config can call, by name: data in, data out. docs/threat-model.md lists them. */
export const HOST_FUNCTIONS: Readonly<Record<string, HostFunction>> = {
  print: (state, [line]) => state.print(text(line)),
  exit: (state, [code]) => state.exit(Number(code)),
  refuse: (state, [name], stack) => {
    state.refuse('uses', text(name), stack);
    throw failure('ERR_ACCESS_DENIED', `${name} is not available when the config is checked`);
  },
  readHidden: (state, [name]) => state.readHidden(text(name)),
  builtin: (_, [name]) => membersOfModule(text(name)),
  'module.find': (state, [importer, specifier, given], stack) => {
    const kind = given === 'require' || given === 'computed' ? given : 'import';
    const find = () => state.modules.find(text(importer), text(specifier), kind);
    return loaded(state, text(specifier), find, stack);
  },
  'module.unparsed': ({ modules, refuse }, [file], stack) => {
    if (modules.sources.cannotParse()) refuse('loads, and this check cannot parse,', text(file), stack);
  },
  'fs.look': (state, [file, throws], stack) => {
    const found = state.files.look(text(file));
    return found.kind === 'missing' && !throws ? null : given(state, found, 'stat', file, stack);
  },
  'fs.read': (state, [file], stack) => {
    const found = state.files.read(text(file), state.fileBytes);
    return binary(given(state, found, 'open', file, stack).content);
  },
  'fs.list': (state, [folder], stack) =>
    given(state, state.files.list(text(folder)), 'scandir', folder, stack).names,
  path: (_, [flavour, method, values]) =>
    called(flavour === 'win32' ? path.win32 : path.posix, PATH_METHODS, method, values),
  url: (_, [href, base, name, value]) => {
    const parsed = new URL(text(href), base === null ? undefined : text(base));
    if (URL_PARTS.includes(String(name))) Reflect.set(parsed, String(name), text(value));
    return Object.fromEntries(URL_PARTS.map(part => [part, Reflect.get(parsed, part)]));
  },
  'url.query': (_, [given, method, values]) => {
    const query = new URLSearchParams(given as string | [string, string][]);
    const result = called(query, QUERY_METHODS, method, values);
    const isList = typeof result === 'object' && result !== null;
    return { result: isList ? [...(result as Iterable<unknown>)] : result, text: String(query) };
  },
  'url.toPath': (_, [href]) => url.fileURLToPath(text(href)),
  'url.fromPath': (_, [file]) => url.pathToFileURL(text(file)).href,
  'bytes.encode': (_, [value, encoding]) =>
    binary(Buffer.from(text(value), (encoding ?? 'utf8') as BufferEncoding)),
  'bytes.call': (_, [data, method, values]) => {
    const given = (values as unknown[]).map(value => {
      const { bytes: content } = Object(value);
      return content === undefined ? (value ?? undefined) : bytes(content);
    });
    return called(bytes(data), BUFFER_METHODS, method, given);
  },
  'bytes.decodeText': (_, [data, label, options]) =>
    new TextDecoder(text(label), options as { fatal?: boolean; ignoreBOM?: boolean }).decode(bytes(data)),
  'crypto.hash': (_, [algorithm, data, key]) => {
    const { createHash, createHmac } = cryptography();
    const hash =
      typeof key === 'string' ? createHmac(text(algorithm), bytes(key)) : createHash(text(algorithm));
    return binary(hash.update(bytes(data)).digest());
  },
  'crypto.random': (_, [size]) => binary(cryptography().randomBytes(Math.min(Number(size), 65_536))),
  'text.compare': (_, [left, right, locales, options]) =>
    text(left).localeCompare(text(right), locales as string, options as Intl.CollatorOptions),
  'text.format': (_, [values]) => util.format(...(values as unknown[])),
};

const PATH_METHODS =
  'join resolve normalize isAbsolute relative dirname basename extname parse format toNamespacedPath matchesGlob';
const QUERY_METHODS = 'get getAll has toString append delete set sort entries keys values';
const BUFFER_METHODS = 'compare equals includes indexOf lastIndexOf toString';
const URL_PARTS = 'href protocol username password host hostname port pathname search hash origin'.split(' ');

/** Calls one of the methods that are listed. */
function called(object: object, methods: string, name: unknown, values: unknown): unknown {
  if (!methods.split(' ').includes(text(name))) throw new TypeError('no such method');
  return Reflect.apply(Reflect.get(object, text(name)), object, values as unknown[]);
}

/** What of a module is asked for. If it is refused, that is noted. @throws Error why it is refused. */
export function loaded<Result>(state: HostState, name: string, load: () => Result, stack = ''): Result {
  try {
    return load();
  } catch (error) {
    state.refuse('imports', name, stack);
    throw error;
  }
}

/** What was found. @throws what Node would for a missing file; a refusal, which is noted. */
function given<Found extends { readonly kind: string }>(
  state: HostState,
  found: Found | Refused,
  call: string,
  file: unknown,
  stack: string,
): Exclude<Found, Refused | { readonly kind: 'missing' }> {
  if (found.kind === 'missing')
    throw failure('ENOENT', `ENOENT: no such file or directory, ${call} '${file}'`);
  if (!('because' in found)) return found as Exclude<Found, Refused | { readonly kind: 'missing' }>;
  state.refuse('reads', text(file), stack);
  throw failure('ERR_ACCESS_DENIED', `${file} ${found.because}`);
}

/** Calls one of the functions for the config. @returns JSON: `{ value }`, or `{ error }` for it to throw. */
export function callHost(state: HostState, name: string, values: string, stack: string): string {
  try {
    const work = Object.hasOwn(HOST_FUNCTIONS, name) ? HOST_FUNCTIONS[name] : undefined;
    const given: unknown = JSON.parse(values);
    if (!work || !Array.isArray(given)) throw new TypeError('no function of the host');
    return JSON.stringify({ value: work(state, given, stack) });
  } catch (thrown) {
    const { name, message, code } = Object(thrown);
    return JSON.stringify({ error: { name, message: String(message), code } });
  }
}
