import { define } from './host.mjs';

/** The listeners of each emitter, by the name of the event. */
const known = new WeakMap();
function listenersOf(emitter, name) {
  if (!known.has(emitter)) known.set(emitter, new Map());
  return known.get(emitter).get(name) ?? [];
}
function set(emitter, name, listeners) {
  listenersOf(emitter, name);
  known.get(emitter).set(name, listeners);
  return emitter;
}
function once(emitter, name, listener) {
  return Object.assign(
    (...values) => {
      emitter.off(name, listener);
      listener.apply(emitter, values);
    },
    { listener },
  );
}

/** Old packages call it without `new`, as a function of their own constructor. */
export function EventEmitter() {}
const methods = {
  on(name, listener) {
    return set(this, name, [...listenersOf(this, name), listener]);
  },
  prependListener(name, listener) {
    return set(this, name, [listener, ...listenersOf(this, name)]);
  },
  once(name, listener) {
    return this.on(name, once(this, name, listener));
  },
  prependOnceListener(name, listener) {
    return this.prependListener(name, once(this, name, listener));
  },
  off(name, listener) {
    const isOther = entry => entry !== listener && entry.listener !== listener;
    return set(this, name, listenersOf(this, name).filter(isOther));
  },
  emit(name, ...values) {
    const listeners = listenersOf(this, name);
    if (name === 'error' && listeners.length === 0) throw values[0];
    for (const listener of listeners) listener.apply(this, values);
    return listeners.length > 0;
  },
  removeAllListeners(name) {
    if (name !== undefined) return set(this, name, []);
    known.delete(this);
    return this;
  },
  listeners(name) {
    return listenersOf(this, name).map(entry => entry.listener ?? entry);
  },
  listenerCount(name) {
    return listenersOf(this, name).length;
  },
  eventNames() {
    return [...(known.get(this) ?? [])].filter(([, listeners]) => listeners.length > 0).map(([name]) => name);
  },
  setMaxListeners() {
    return this;
  },
};
define(EventEmitter.prototype, { ...methods, addListener: methods.on, removeListener: methods.off });
export const events = Object.assign(EventEmitter, { EventEmitter, defaultMaxListeners: 10 });
