import type { Clock } from '../../src/report/share.ts';

/** Time that passes only when everybody waits, and chance that is the same in every run of the test. */
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

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const ended = () => {
      done = true;
    };
    work.then(ended, ended);
    while (!done) {
      // Everything that can go on without time passing goes on first.
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
