import type { Clock } from '../../src/report/pull-request.ts';

/** A clock that advances only when all tasks wait, and random numbers that are the same in every run of the test. */
export class VirtualClock implements Clock {
  #now = 0;
  #seed: number;
  #waiting: Array<{ at: number; resolve: () => void }> = [];

  constructor(seed = 1) {
    this.#seed = seed;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.#waiting.push({ at: this.#now + milliseconds, resolve }));
  }

  /** mulberry32 */
  random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Advances the clock until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const ended = () => {
      done = true;
    };
    work.then(ended, ended);
    while (!done) {
      // First, everything runs that does not need the clock.
      await new Promise(resolve => setImmediate(resolve));
      if (done) break;
      this.#waiting.sort((a, b) => a.at - b.at);
      const next = this.#waiting.shift();
      if (!next) throw new Error('Nobody waits for anything, and the work is not done.');
      this.#now = Math.max(this.#now, next.at);
      next.resolve();
    }
    return work;
  }
}
