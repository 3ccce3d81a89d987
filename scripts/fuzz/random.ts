/** Random numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }

  /** Damages a valid text: other bytes, only a part of it, an attack in it, or too much text. */
  spoiled(valid: string): Buffer {
    const bytes = Buffer.from(valid);
    const at = this.below(bytes.length + 1);
    const attack = this.one(ATTACKS);
    switch (this.below(7)) {
      case 0:
        return this.bytes(this.below(2_000));
      case 1:
        return bytes.subarray(0, at);
      case 2:
        return Buffer.concat([bytes.subarray(0, at), Buffer.from(attack), bytes.subarray(at)]);
      case 3:
        return Buffer.concat([bytes.subarray(0, at), this.bytes(this.below(40)), bytes.subarray(at)]);
      case 4:
        return Buffer.from(attack.repeat(1 + this.below(200_000 / attack.length)));
      case 5:
        for (let n = 0; n <= this.below(20); n++) bytes[this.below(bytes.length)] = this.below(256);
        return bytes;
      default:
        // Replaces one of its values.
        return Buffer.from(valid.replace(this.one(valid.match(/[\w./:-]{3,}/g) ?? ['x']), () => attack));
    }
  }
}

const ATTACKS = [
  '\n::error title=PWNED::PWNED\n',
  '\r\n::set-output name=PWNED::PWNED\r\n',
  '%0A::add-mask::a%0A##[error]PWNED',
  '##[add-mask]PWNED',
  '\u2028::stop-commands::PWNED',
  '``<h3>PWNED</h3>` | <img src=x>',
  '{"a":',
  '[[[[',
  '/',
  ' ',
  '\0',
  '<!ENTITY x "y">&x;',
  '__proto__',
  '../../../etc/passwd',
  '\ud83d\u202e',
];
