import { define, host } from './host.mjs';

// Bytes cross to the host as a text of one character a byte.
export const binary = bytes => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
export const bytesOf = value => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
};
export const unbinary = (text, Type = Buffer) => {
  const bytes = new Type(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};

export class Buffer extends Uint8Array {
  static from(value, encoding, length) {
    if (typeof value === 'string') return unbinary(host('bytes.encode', value, encoding ?? 'utf8'));
    if (value instanceof ArrayBuffer) return new Buffer(value, encoding, length);
    return unbinary(String.fromCharCode(...(value?.data ?? value)));
  }
  static alloc(size, fill, encoding) {
    const made = new Buffer(size);
    return fill === undefined ? made : made.fill(fill, 0, size, encoding);
  }
  static allocUnsafe(size) {
    return new Buffer(size);
  }
  static isBuffer(value) {
    return value instanceof Buffer;
  }
  static isEncoding(name) {
    return /^(utf-?8|hex|base64(url)?|ascii|latin1|binary|ucs-?2|utf-?16le)$/i.test(name);
  }
  static byteLength(value, encoding) {
    return typeof value === 'string' ? Buffer.from(value, encoding).length : value.byteLength;
  }
  static concat(list, length = list.reduce((sum, part) => sum + part.length, 0)) {
    const whole = new Buffer(length);
    let at = 0;
    for (const part of list) {
      whole.set(part.subarray(0, length - at), at);
      at += part.length;
    }
    return whole;
  }
  static compare(a, b) {
    const [left, right] = [binary(a), binary(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  toString(encoding = 'utf8', from = 0, to = this.length) {
    return host('bytes.decode', binary(this.subarray(from, to)), encoding);
  }
  toJSON() {
    return { type: 'Buffer', data: [...this] };
  }
  compare(other) {
    return Buffer.compare(this, other);
  }
  equals(other) {
    return this.compare(other) === 0;
  }
  #find(method, value, from, encoding) {
    const part =
      typeof value === 'number' ? [value] : typeof value === 'string' ? Buffer.from(value, encoding) : value;
    return binary(this)[method](binary(Buffer.from(part)), from < 0 ? from + this.length : from);
  }
  indexOf(value, from = 0, encoding = undefined) {
    return this.#find('indexOf', value, from, encoding);
  }
  lastIndexOf(value, from = this.length, encoding = undefined) {
    return this.#find('lastIndexOf', value, from, encoding);
  }
  includes(...values) {
    return this.indexOf(...values) >= 0;
  }
  fill(value, from, to, encoding) {
    if (typeof value !== 'string') return super.fill(value, from, to);
    const bytes = Buffer.from(value, encoding);
    for (let at = from ?? 0; at < (to ?? this.length); at += 1) this[at] = bytes[at % bytes.length] ?? 0;
    return this;
  }
}

define(Buffer.prototype, { slice: Uint8Array.prototype.subarray });

export class TextEncoder {
  encoding = 'utf-8';
  encode(text = '') {
    return unbinary(host('bytes.encode', String(text), 'utf8'), Uint8Array);
  }
}
export class TextDecoder {
  constructor(label = 'utf-8', options = {}) {
    Object.assign(this, {
      encoding: String(label).toLowerCase(),
      fatal: !!options.fatal,
      ignoreBOM: !!options.ignoreBOM,
    });
  }
  decode(value = new Uint8Array()) {
    return host('bytes.decodeText', binary(bytesOf(value)), this.encoding, this.fatal, this.ignoreBOM);
  }
}
