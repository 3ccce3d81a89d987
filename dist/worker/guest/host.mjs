// The one way out: `host` calls the functions that ../host.ts lists. Nothing in this folder is a wall, it can do what the
// config can.
const { call, factory, namespace, start } = globalThis.__host;
delete globalThis.__host;
const { parse, stringify } = JSON;

export { factory, namespace, parse, start, stringify };

export function host(name, ...values) {
  const { value, error } = parse(call(name, stringify(values), new Error().stack));
  if (error) throw Object.assign(new Error(error.message), error);
  return value;
}

function nothing() {}

/** Stands for what the interpreter does not have: it can be imported and passed on, and its use is noted. */
export function refused(name, kind = nothing) {
  const stop = () => host('refuse', name);
  return new Proxy(kind, {
    apply: stop,
    construct: stop,
    set: stop,
    get(target, key) {
      if (typeof key === 'symbol' || (key in target && key !== 'constructor')) return target[key];
      return key === 'then' || key === 'toJSON' ? undefined : refused(`${name}.${key}`);
    },
  });
}

export function define(target, values) {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

export function silent() {}
