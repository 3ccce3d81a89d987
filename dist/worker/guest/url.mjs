import { define, host, silent } from './host.mjs';

// The host has the algorithms: an object here is the text that they work on.
export class URLSearchParams {
  #text;
  #changed = silent;
  constructor(from = '', changed = silent) {
    const isObject = typeof from === 'object' && from !== null;
    const pairs = isObject && !from[Symbol.iterator] ? Object.entries(from) : from;
    this.#call('toString', [], isObject ? [...pairs].map(pair => [...pair].map(String)) : String(from));
    this.#changed = changed;
  }
  #call(method, values, from = this.#text) {
    const { result, text } = host('url.query', from, method, values.map(String));
    const isChanged = text !== this.#text;
    this.#text = text;
    if (isChanged) this.#changed(text);
    return result;
  }
  static {
    for (const name of 'append delete entries get getAll has keys set sort toString values'.split(' '))
      define(URLSearchParams.prototype, {
        [name](...values) {
          const result = this.#call(name, values);
          return /^(entries|keys|values)$/.test(name) ? result.values() : result;
        },
      });
  }
  get size() {
    return [...this].length;
  }
  forEach(visit, self) {
    for (const [name, value] of this) visit.call(self, value, name, this);
  }
  [Symbol.iterator]() {
    return this.entries();
  }
}

export class URL {
  #parts;
  #query;
  constructor(href, base) {
    this.#parts = host('url', String(href), base === undefined ? null : String(base));
  }
  static canParse(...href) {
    return URL.parse(...href) !== null;
  }
  static parse(...href) {
    try {
      return new URL(...href);
    } catch {
      return null;
    }
  }
  static {
    const parts = 'href origin protocol username password host hostname port pathname search hash';
    for (const name of parts.split(' '))
      Object.defineProperty(URL.prototype, name, {
        get() {
          return this.#parts[name];
        },
        set(value) {
          this.#parts = host('url', this.href, null, name, String(value));
        },
        enumerable: true,
        configurable: true,
      });
  }
  get searchParams() {
    this.#query ??= new URLSearchParams(this.search, text => {
      this.search = text;
    });
    return this.#query;
  }
  toString() {
    return this.href;
  }
  toJSON() {
    return this.href;
  }
}
