import { define } from './host.mjs';

// Timers run in the order of their times, and nobody waits for them.
let now = 0;
let last = 0;
const timers = new Map();
class Timeout {
  constructor(work, delay, values, repeats) {
    Object.defineProperty(this, 'id', { value: ++last });
    Object.assign(this, { work, delay: Math.max(1, Number(delay) || 1), values, repeats, counts: true });
    this.refresh();
  }
  refresh() {
    timers.set(this.id, this);
    define(this, { due: now + this.delay });
    return this;
  }
  ref() {
    this.counts = true;
    return this;
  }
  unref() {
    this.counts = false;
    return this;
  }
  hasRef() {
    return this.counts;
  }
  [Symbol.toPrimitive]() {
    return this.id;
  }
}
export const setTimeout = (work, delay, ...values) => new Timeout(work, delay, values, false);
const setInterval = (work, delay, ...values) => new Timeout(work, delay, values, true);
const setImmediate = (work, ...values) => new Timeout(work, 0, values, false);
const clear = timer => void timers.delete(Number(timer?.id ?? timer));
export const timing = {
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: clear,
};
export const slept = (delay, value) => new Promise(resolve => setTimeout(resolve, delay, value));

/** What the next timer does; undefined if none is left that the process would wait for. */
export function nextTimer() {
  const waiting = [...timers.values()];
  if (!waiting.some(({ counts }) => counts)) return undefined;
  const next = waiting.reduce((first, timer) => (timer.due < first.due ? timer : first));
  now = Math.max(now, next.due);
  if (next.repeats) next.refresh();
  else timers.delete(next.id);
  return () => next.work(...next.values);
}
