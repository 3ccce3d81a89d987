import { define } from './host.mjs';

export class EventEmitter {
  #listeners = new Map();
  on(name, listener) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return this;
  }
  once(name, listener) {
    const wrapped = (...values) => {
      this.off(name, wrapped);
      listener.apply(this, values);
    };
    return this.on(name, Object.assign(wrapped, { listener }));
  }
  off(name, listener) {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter(entry => entry !== listener && entry.listener !== listener),
    );
    return this;
  }
  emit(name, ...values) {
    const listeners = this.#listeners.get(name) ?? [];
    if (name === 'error' && listeners.length === 0) throw values[0];
    for (const listener of listeners) listener.apply(this, values);
    return listeners.length > 0;
  }
  removeAllListeners(name) {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }
  listeners(name) {
    return (this.#listeners.get(name) ?? []).map(entry => entry.listener ?? entry);
  }
  listenerCount(name) {
    return this.listeners(name).length;
  }
  eventNames() {
    return [...this.#listeners.keys()];
  }
  setMaxListeners() {
    return this;
  }
}
const { prototype: emitter } = EventEmitter;
define(emitter, { addListener: emitter.on, removeListener: emitter.off, prependListener: emitter.on });
export const events = Object.assign(EventEmitter, { EventEmitter, defaultMaxListeners: 10 });
