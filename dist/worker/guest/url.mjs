import { host } from './host.mjs';

export class URLSearchParams {
  #pairs;
  #changed = () => {};
  constructor(from = '', changed = undefined) {
    if (changed) this.#changed = changed;
    if (typeof from === 'object' && from !== null) {
      const pairs = typeof from[Symbol.iterator] === 'function' ? [...from] : Object.entries(from);
      this.#pairs = pairs.map(([name, value]) => [String(name), String(value)]);
    } else this.#pairs = host('url.query', String(from));
  }
  #set(pairs) {
    this.#pairs = pairs;
    this.#changed(this.toString());
  }
  get size() {
    return this.#pairs.length;
  }
  get(name) {
    return this.#pairs.find(pair => pair[0] === String(name))?.[1] ?? null;
  }
  getAll(name) {
    return this.#pairs.filter(pair => pair[0] === String(name)).map(pair => pair[1]);
  }
  has(name, value) {
    return this.#pairs.some(
      pair => pair[0] === String(name) && (value === undefined || pair[1] === String(value)),
    );
  }
  append(name, value) {
    this.#set([...this.#pairs, [String(name), String(value)]]);
  }
  delete(name, value) {
    this.#set(
      this.#pairs.filter(
        pair => pair[0] !== String(name) || (value !== undefined && pair[1] !== String(value)),
      ),
    );
  }
  set(name, value) {
    const at = this.#pairs.findIndex(pair => pair[0] === String(name));
    const rest = this.#pairs.filter((pair, index) => pair[0] !== String(name) || index === at);
    this.#set(
      at < 0
        ? [...rest, [String(name), String(value)]]
        : rest.map(p => (p[0] === String(name) ? [p[0], String(value)] : p)),
    );
  }
  sort() {
    this.#set(this.#pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
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
  toString() {
    return host('url.queryText', this.#pairs);
  }
}

let read;
let change;
export class URL {
  #parts;
  #query;
  constructor(href, base) {
    this.#parts = host('url.parse', String(href), ...(base === undefined ? [] : [String(base)]));
  }
  static canParse(href, base) {
    return URL.parse(href, base) !== null;
  }
  static parse(href, base) {
    try {
      return new URL(href, base);
    } catch {
      return null;
    }
  }
  static {
    read = url => url.#parts;
    change = (url, name, value) => {
      url.#parts = host('url.change', url.#parts.href, name, value);
    };
  }
  get searchParams() {
    this.#query ??= new URLSearchParams(this.search, text => change(this, 'search', text));
    return this.#query;
  }
  toString() {
    return this.href;
  }
  toJSON() {
    return this.href;
  }
}
const parts = 'href origin protocol username password host hostname port pathname search hash';
for (const name of parts.split(' '))
  Object.defineProperty(URL.prototype, name, {
    get() {
      return read(this)[name];
    },
    set(value) {
      change(this, name, String(value));
    },
    enumerable: true,
    configurable: true,
  });
