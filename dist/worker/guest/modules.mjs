import { Buffer } from './bytes.mjs';
import { crypto } from './crypto.mjs';
import { events } from './events.mjs';
import { fs, path, posix, promised, url, win32 } from './files.mjs';
import { complete, host, namespace, start } from './host.mjs';
import { os, performance, process } from './process.mjs';
import { slept, timing } from './timers.mjs';
import { assert, strict, types, util } from './util.mjs';

export const requireFrom = importer => {
  const find = specifier => host('module.find', importer, String(specifier), 'require');
  return Object.assign(specifier => plain(find(specifier)), {
    resolve: specifier => find(specifier).file ?? specifier,
    cache: {},
    extensions: {},
    main: undefined,
  });
};
const isBuiltin = name => start.builtins.some(known => name === known || name === `node:${known}`);
const modules = {
  assert,
  buffer: { Buffer },
  crypto,
  events,
  fs,
  os,
  path,
  process,
  timers: timing,
  url,
  util,
  'assert/strict': strict,
  'fs/promises': promised,
  'path/posix': posix,
  'path/win32': win32,
  'util/types': types,
  'timers/promises': { setTimeout: slept, setImmediate: value => slept(0, value) },
  perf_hooks: { performance },
  tty: { isatty: () => false },
  worker_threads: { isMainThread: true, threadId: 0, parentPort: null, workerData: null },
  module: {
    createRequire: from =>
      requireFrom(/^file:/.test(String(from)) ? url.fileURLToPath(String(from)) : String(from)),
    isBuiltin,
    builtinModules: start.builtins,
  },
};

const builtins = new Map();
export function builtin(name) {
  if (!builtins.has(name)) {
    const module = modules[name] ?? {};
    builtins.set(name, module);
    complete(module, name, host('builtin', name));
    for (const part of [`${name}/promises`, `${name}/types`]) if (part in modules) builtin(part);
  }
  return builtins.get(name);
}

/** Notes that the interpreter cannot parse a file, whatever the config makes of the error. */
export function unparsed(file, error) {
  if (error instanceof SyntaxError) host('module.unparsed', file);
  throw error;
}
function parsed(file) {
  try {
    return namespace(file);
  } catch (error) {
    return unparsed(file, error);
  }
}

const cache = new Map();
/** A module as `require` gives it. */
function plain(found) {
  if (found.kind === 'builtin') return builtin(found.name);
  const { file } = found;
  if (found.kind === 'esm') {
    const copy = { ...whole(parsed(file)) };
    return Object.defineProperty(copy, '__esModule', { value: true });
  }
  if (!cache.has(file)) {
    const module = { exports: {}, id: file, filename: file, loaded: false, children: [], paths: [] };
    cache.set(file, module);
    try {
      parsed(file).default.call(module.exports, module.exports, requireFrom(file), module);
    } catch (error) {
      cache.delete(file);
      throw error;
    }
    module.loaded = true;
  }
  return cache.get(file).exports;
}

/** A module that is none, as `import` gives it: esbuild's `__toESM`. */
export function load(found) {
  const module = plain(found);
  const names = typeof module === 'string' ? {} : Object.getOwnPropertyDescriptors(Object(module));
  const made = Object.create(Object.getPrototypeOf(Object(module)), names);
  if (found.asNode || !module?.__esModule)
    Object.defineProperty(made, 'default', { value: module, enumerable: true, configurable: true });
  return made;
}

/** The namespace of an ES module, with what its `export *` adds: esbuild's `__reExport`. */
export function whole(namespace) {
  if (!namespace.__more) return namespace;
  const { __more: more, ...own } = namespace;
  for (const part of more)
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(part)))
      if (name !== 'default' && !Object.hasOwn(own, name)) Object.defineProperty(own, name, property);
  return own;
}

process.getBuiltinModule = name => (isBuiltin(name) ? builtin(name.replace(/^node:/, '')) : undefined);
