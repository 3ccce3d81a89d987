// The one way out: `host` calls the functions that ../host.ts lists. Nothing in this folder is a wall, it can do what the
// config can.
const { call, namespace, start: data } = globalThis.__host;
delete globalThis.__host;
const { parse, stringify } = JSON;
const start = parse(data);

export { namespace, parse, start, stringify };

export function host(name, ...values) {
  const { value, error } = parse(call(name, stringify(values), new Error().stack));
  if (error) throw Object.assign(new Error(error.message), error);
  return value;
}

// There are some hundreds: they share what they can.
const targets = { function: class {}, object: {} };
function stop() {
  return host('refuse', this.name);
}
const traps = {
  ...Object.fromEntries(
    'apply construct set has ownKeys defineProperty deleteProperty'.split(' ').map(trap => [trap, stop]),
  ),
  get(target, key) {
    if (typeof key === 'symbol' || (key in target && key !== 'constructor')) return target[key];
    return key === 'then' || key === 'toJSON' ? undefined : host('refuse', `${this.name}.${key}`);
  },
};
const handlers = {
  function: traps,
  // `bind` asks a function for its name and length.
  object: { ...traps, getOwnPropertyDescriptor: stop },
};

/** Stands for what the interpreter does not have: it can be imported and passed on, and its use is noted. */
export function refused(name, kind) {
  return new Proxy(targets[kind], { __proto__: handlers[kind], name });
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
