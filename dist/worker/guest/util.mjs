import { TextDecoder, TextEncoder } from './bytes.mjs';
import { silent, stringify } from './host.mjs';

export const inspect = (value, seen = []) => {
  if (typeof value === 'string') return seen.length > 0 ? `'${stringify(value).slice(1, -1)}'` : value;
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return value.stack ? `${value}\n${value.stack}` : String(value);
  if (seen.includes(value)) return '[Circular]';
  if (seen.length > 3) return '[Object]';
  const within = [...seen, value];
  if (Array.isArray(value)) return `[ ${value.map(entry => inspect(entry, within)).join(', ')} ]`;
  return `{ ${Object.entries(value)
    .map(([name, entry]) => `${name}: ${inspect(entry, within)}`)
    .join(', ')} }`;
};

const directives = {
  c: () => '',
  d: value => String(Number(value)),
  f: value => String(Number.parseFloat(value)),
  i: value => String(Number.parseInt(value, 10)),
  j: value => stringify(value),
  o: inspect,
  O: inspect,
  s: inspect,
};
export const format = (...values) => {
  const rest = [...values];
  const text = typeof rest[0] === 'string' ? rest.shift() : undefined;
  const filled = text?.replaceAll(/%([sdifjoOc%])/g, (whole, kind) => {
    if (kind === '%') return kind;
    return rest.length === 0 ? whole : directives[kind](rest.shift());
  });
  return [...(filled === undefined ? [] : [filled]), ...rest.map(value => inspect(value))].join(' ');
};

const custom = Symbol.for('nodejs.util.promisify.custom');
const promisify = work =>
  work[custom] ??
  ((...values) =>
    new Promise((resolve, reject) => {
      work(...values, (error, value) => (error ? reject(error) : resolve(value)));
    }));
promisify.custom = custom;
const tagged = tag => value => Object.prototype.toString.call(value) === `[object ${tag}]`;
const tags = 'Date RegExp Map Set Promise Uint8Array ArrayBuffer WeakMap WeakSet DataView Symbol';
export const types = Object.fromEntries(tags.split(' ').map(tag => [`is${tag}`, tagged(tag)]));
Object.assign(types, {
  isNativeError: value => value instanceof Error,
  isTypedArray: value => ArrayBuffer.isView(value) && !(value instanceof DataView),
});
export const equal = (a, b) => {
  if (Object.is(a, b)) return true;
  const areObjects = [a, b].every(value => typeof value === 'object' && value !== null);
  if (!areObjects || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map || a instanceof Set) return equal([...a], [...b]);
  const names = Reflect.ownKeys(a);
  return (
    names.length === Reflect.ownKeys(b).length &&
    names.every(name => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
};
export const util = {
  inspect: Object.assign(value => inspect(value, typeof value === 'string' ? [value] : []), {
    custom: Symbol.for('nodejs.util.inspect.custom'),
  }),
  format,
  promisify,
  types,
  TextEncoder,
  TextDecoder,
  inherits: (child, parent) => void Object.setPrototypeOf(child.prototype, parent.prototype),
  deprecate: work => work,
  debuglog: () => silent,
  isDeepStrictEqual: equal,
};

const fail = (message, fallback) => {
  if (message instanceof Error) throw message;
  throw Object.assign(new Error(message ?? fallback), { name: 'AssertionError', code: 'ERR_ASSERTION' });
};
const checks = {
  ok: value => !!value,
  strictEqual: Object.is,
  notStrictEqual: (a, b) => !Object.is(a, b),
  deepStrictEqual: equal,
  notDeepStrictEqual: (a, b) => !equal(a, b),
  match: (text, pattern) => pattern.test(text),
};
const asserted = name => {
  const check = checks[name];
  return (...values) => {
    if (!check(...values))
      fail(values[check.length], `${name}: ${values.map(value => inspect(value)).join(', ')}`);
  };
};
const { ok, ...others } = Object.fromEntries(Object.keys(checks).map(name => [name, asserted(name)]));
const assertWith = methods =>
  Object.assign((...values) => ok(...values), {
    ok,
    ...others,
    ...methods,
    fail: message => fail(message, 'Failed'),
  });
export const strict = assertWith({
  equal: others.strictEqual,
  notEqual: others.notStrictEqual,
  deepEqual: others.deepStrictEqual,
  notDeepEqual: others.notDeepStrictEqual,
});
strict.strict = strict;
export const assert = assertWith({ strict });
