import { define, host, silent } from './host.mjs';

/** The host has the algorithms; here are only the texts that they work on. */
export class URLSearchParams {
  #pairs;
  #changed;
  constructor(from = '', changed = silent) {
    const isObject = typeof from === 'object' && from !== null;
    const entries = isObject && typeof from[Symbol.iterator] !== 'function' ? Object.entries(from) : from;
    this.#call(isObject ? [...entries].map(pair => [...pair].map(String)) : String(from));
    this.#changed = changed;
  }
  #call(pairs, method = 'toString', values = []) {
    const called = host('url.query', pairs, method, values.map(String));
    this.#pairs = called.pairs;
    return called.result;
  }
  static {
    for (const name of ['get', 'getAll', 'has', 'toString'])
      define(URLSearchParams.prototype, {
        [name](...values) {
          return this.#call(this.#pairs, name, values);
        },
      });
    for (const name of ['append', 'delete', 'set', 'sort'])
      define(URLSearchParams.prototype, {
        [name](...values) {
          this.#call(this.#pairs, name, values);
          this.#changed(this.toString());
        },
      });
  }
  get size() {
    return this.#pairs.length;
  }
  forEach(visit, self) {
    for (const [name, value] of this.#pairs) visit.call(self, value, name, this);
  }
  entries() {
    return this.#pairs.map(pair => [...pair]).values();
  }
  keys() {
    return this.#pairs.map(([name]) => name).values();
  }
  values() {
    return this.#pairs.map(([, value]) => value).values();
  }
  [Symbol.iterator]() {
    return this.entries();
  }
}

export class URL {
  #parts;
  #query;
  constructor(...href) {
    this.#parts = host('url.parse', ...href.filter(text => text !== undefined).map(String));
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
          this.#parts = host('url.change', this.href, name, String(value));
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
