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

/** Stands for what the interpreter does not have: it can be imported and passed on, and its use is noted. */
export function refused(name, kind) {
  const target = kind === 'function' ? class {} : {};
  const stop = () => host('refuse', name);
  const traps = 'apply construct set has ownKeys defineProperty deleteProperty';
  return new Proxy(target, {
    ...Object.fromEntries(traps.split(' ').map(trap => [trap, stop])),
    // `bind` asks a function for its name and length.
    ...(kind === 'object' && { getOwnPropertyDescriptor: stop }),
    get(_, key) {
      if (typeof key === 'symbol' || (key in target && key !== 'constructor')) return target[key];
      return key === 'then' || key === 'toJSON' ? undefined : host('refuse', `${name}.${key}`);
    },
  });
}

/** Puts into the target what Node has there, and the interpreter lacks. @param members as ../host.ts tells them. */
export function complete(target, name, members) {
  for (const [key, member] of Object.entries(members)) {
    if (key in target) continue;
    const label = name === 'globalThis' ? key : `${name}.${key}`;
    const property =
      member === 'other'
        ? { get: () => host('refuse', label), set: value => define(target, { [key]: value }) }
        : { value: typeof member === 'object' ? member.value : refused(label, member), writable: true };
    Object.defineProperty(target, key, { ...property, enumerable: true, configurable: true });
  }
}

export function define(target, values) {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

export function silent() {}
