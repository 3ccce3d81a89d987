// Timers run in the order of their times, and nobody waits for them.
let now = 0;
const timers = new Set();
class Timeout {
  constructor(work, delay, values, repeats) {
    Object.assign(this, { work, delay: Math.max(1, Number(delay) || 1), values, repeats, counts: true });
    this.refresh();
  }
  refresh() {
    clear(this);
    this.due = now + this.delay;
    timers.add(this);
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
}
export const setTimeout = (work, delay, ...values) => new Timeout(work, delay, values, false);
const setInterval = (work, delay, ...values) => new Timeout(work, delay, values, true);
const setImmediate = (work, ...values) => new Timeout(work, 0, values, false);
const clear = timer => void timers.delete(timer);
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
  const waiting = [...timers];
  if (!waiting.some(({ counts }) => counts)) return undefined;
  const next = waiting.reduce((first, timer) => (timer.due < first.due ? timer : first));
  now = Math.max(now, next.due);
  if (next.repeats) next.refresh();
  else clear(next);
  return () => next.work(...next.values);
}
