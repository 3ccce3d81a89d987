// What a config finds around it: the parts of Node that configs use, in JavaScript, and a refusal for every other.
import { Buffer, TextDecoder, TextEncoder } from './bytes.mjs';
import { crypto } from './crypto.mjs';
import { complete, define, host, refused, silent, start } from './host.mjs';
import { builtin, load, requireFrom, unparsed, whole } from './modules.mjs';
import { performance, process, tick } from './process.mjs';
import { timing } from './timers.mjs';
import { URL, URLSearchParams } from './url.mjs';
import { format, inspect, structuredClone } from './util.mjs';

let indent = '';
const write = text => void host('print', `${indent}${text.replaceAll('\n', `\n${indent}`)}\n`);
const print = (...values) => write(format(...values));
const group = (...label) => {
  if (label.length > 0) print(...label);
  indent += '  ';
};
const printing = 'log info debug error warn table dirxml';
const quiet = 'time timeEnd timeLog count countReset clear';
builtin('process');

define(globalThis, {
  global: globalThis,
  process,
  Buffer,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  performance,
  navigator: start.navigator,
  structuredClone,
  // The interpreter's own frees at once what nothing else holds.
  WeakRef: class {
    constructor(held) {
      this.deref = () => held;
    }
  },
  queueMicrotask: process.nextTick,
  atob: text => Buffer.from(String(text), 'base64').toString('latin1'),
  btoa: text => Buffer.from(String(text), 'latin1').toString('base64'),
  ...timing,
  crypto: crypto.webcrypto,
  console: {
    ...Object.fromEntries(printing.split(' ').map(name => [name, print])),
    ...Object.fromEntries(quiet.split(' ').map(name => [name, silent])),
    trace: (...values) => write(`Trace: ${format(...values)}`),
    dir: value => write(inspect(value)),
    assert: (value, ...rest) => void (value || write(`Assertion failed: ${format(...rest)}`)),
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(2);
    },
  },
  // SST's bundle defines these.
  $config: config => config,
  $input: { stage: start.stage },
  __filename: start.meta.filename,
  __dirname: start.dirname,
  require: requireFrom(start.meta.filename),
  __sst_creds: Object.freeze({
    load,
    whole,
    meta: start.meta,
    require: requireFrom,
    import: async (importer, kind, specifier) => {
      const found = host('module.find', importer, String(specifier), kind);
      if (found.kind !== 'esm') return load(found);
      return import(found.file).then(whole).catch(error => unparsed(found.file, error));
    },
  }),
});
define(Symbol, { dispose: Symbol('Symbol.dispose'), asyncDispose: Symbol('Symbol.asyncDispose') });
define(Error, {
  captureStackTrace: target => define(target, { stack: new Error().stack }),
  stackTraceLimit: 10,
});
define(Array, {
  fromAsync: async (items, map = value => value) => {
    const made = [];
    for await (const item of items) made.push(await map(item, made.length));
    return made;
  },
});
for (const [path, members] of Object.entries(start.globals))
  complete(
    path.split('.').reduce((object, name) => object[name], globalThis),
    path,
    members,
  );
// The interpreter has no languages: what it would answer is not what Node answers.
const dates = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];
for (const [type, names] of Object.entries({
  Date: dates,
  Number: dates.slice(0, 1),
  BigInt: dates.slice(0, 1),
}))
  for (const name of names)
    define(globalThis[type].prototype, { [name]: refused(`Intl (${type}.prototype.${name})`, 'function') });
define(String.prototype, {
  localeCompare(other, ...rest) {
    // JSON has no undefined.
    return host('text.compare', String(this), String(other), ...rest.map(value => value ?? []));
  },
});

export const leave = () => process.exit();
export { tick };
