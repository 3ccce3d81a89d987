import { TextDecoder, TextEncoder } from './bytes.mjs';
import { host, silent, stringify } from './host.mjs';

const shown = value => {
  if (value instanceof Error) return value.stack ? `${value}\n${value.stack}` : String(value);
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`;
  return typeof value === 'object' && value !== null ? value : String(value);
};
/** As Node has it, for texts and data. */
export const format = (...values) => {
  const given = values.map(shown);
  try {
    return host('text.format', given);
  } catch {
    return given.map(String).join(' '); // An object that is no JSON.
  }
};
export const inspect = value =>
  typeof value === 'string' ? `'${stringify(value).slice(1, -1)}'` : format(value);

const custom = Symbol.for('nodejs.util.promisify.custom');
const promisify = work =>
  work[custom] ??
  ((...values) =>
    new Promise((resolve, reject) => {
      work(...values, (error, value) => (error ? reject(error) : resolve(value)));
    }));
promisify.custom = custom;
const typeOf = value => Object.prototype.toString.call(value).slice(8, -1);
const names = 'Date RegExp Map Set Promise Uint8Array ArrayBuffer WeakMap WeakSet DataView Symbol';
export const types = {
  ...Object.fromEntries(names.split(' ').map(name => [`is${name}`, value => typeOf(value) === name])),
  isNativeError: value => value instanceof Error,
  isTypedArray: value => ArrayBuffer.isView(value) && !(value instanceof DataView),
};
const equal = (a, b) => {
  if (Object.is(a, b)) return true;
  const areObjects = [a, b].every(value => typeof value === 'object' && value !== null);
  if (!areObjects || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map || a instanceof Set) return equal([...a], [...b]);
  const keys = Reflect.ownKeys(a);
  return (
    keys.length === Reflect.ownKeys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
};
export const util = {
  inspect: Object.assign(value => inspect(value), { custom: Symbol.for('nodejs.util.inspect.custom') }),
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

export function structuredClone(value) {
  const seen = new Map();
  const copy = part => {
    if (Object(part) !== part) return part;
    const type = typeOf(part);
    if (type === 'Date') return new Date(part);
    if (type !== 'Object' && type !== 'Array')
      return host('refuse', `structuredClone of a value of type ${type}`);
    if (!seen.has(part)) {
      const made = type === 'Array' ? [] : {};
      seen.set(part, made);
      for (const [key, entry] of Object.entries(part)) made[key] = copy(entry);
    }
    return seen.get(part);
  };
  return copy(value);
}

const check = (holds, message = 'the assertion does not hold') => {
  if (message instanceof Error && !holds) throw message;
  if (!holds) throw Object.assign(new Error(message), { name: 'AssertionError', code: 'ERR_ASSERTION' });
};
const assertions = {
  ok: check,
  strictEqual: (a, b, message) => check(Object.is(a, b), message),
  notStrictEqual: (a, b, message) => check(!Object.is(a, b), message),
  deepStrictEqual: (a, b, message) => check(equal(a, b), message),
  notDeepStrictEqual: (a, b, message) => check(!equal(a, b), message),
  match: (text, pattern, message) => check(pattern.test(text), message),
};
export const strict = Object.assign((...values) => check(...values), assertions, {
  equal: assertions.strictEqual,
  notEqual: assertions.notStrictEqual,
  deepEqual: assertions.deepStrictEqual,
  notDeepEqual: assertions.notDeepStrictEqual,
});
strict.strict = strict;
export const assert = Object.assign((...values) => check(...values), assertions, { strict });
