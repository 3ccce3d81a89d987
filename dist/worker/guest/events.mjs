import { define, refused } from './host.mjs';

/** The listeners of each emitter, by the name of the event. */
const known = new WeakMap();
const listenersOf = (emitter, name) => known.get(emitter)?.get(name) ?? [];
const set = (emitter, name, listeners) => {
  if (!known.has(emitter)) known.set(emitter, new Map());
  known.get(emitter).set(name, listeners);
  return emitter;
};

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
    const once = (...values) => {
      this.off(name, once);
      listener.apply(this, values);
    };
    return this.on(name, Object.assign(once, { listener }));
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
  listenerCount(name) {
    return listenersOf(this, name).length;
  },
  setMaxListeners() {
    return this;
  },
};
define(EventEmitter.prototype, { ...methods, addListener: methods.on, removeListener: methods.off });
for (const name of 'eventNames getMaxListeners listeners prependOnceListener rawListeners'.split(' '))
  define(EventEmitter.prototype, { [name]: refused(`EventEmitter.prototype.${name}`, 'function') });
export const events = Object.assign(EventEmitter, { EventEmitter, defaultMaxListeners: 10 });
