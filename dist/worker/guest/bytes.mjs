import { define, host } from './host.mjs';

// Bytes cross to the host as a text of one character a byte.
export const binary = bytes => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
export const bytesOf = (value, encoding) => {
  if (typeof value === 'string') return Buffer.from(value, encoding);
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

/** Bytes as a function with an option `encoding` returns them. */
export const decoded = (bytes, encoding) =>
  encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;

export class Buffer extends Uint8Array {
  static from(value, encoding, length) {
    if (typeof value === 'string') return unbinary(host('bytes.encode', value, encoding));
    if (value instanceof ArrayBuffer) return new Buffer(value, encoding, length);
    return new Buffer([...(value?.data ?? value)]);
  }
  static alloc(size, fill = 0) {
    return new Buffer(size).fill(fill);
  }
  static allocUnsafe(size) {
    return new Buffer(size);
  }
  static isBuffer(value) {
    return value instanceof Buffer;
  }
  static byteLength(value, encoding) {
    return bytesOf(value, encoding).length;
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
  fill(value, ...range) {
    if (typeof value !== 'number') return host('refuse', 'Buffer.fill with what is no number');
    return super.fill(value, ...range);
  }
}
define(Buffer.prototype, { slice: Uint8Array.prototype.subarray });
for (const method of 'compare equals includes indexOf lastIndexOf toString'.split(' '))
  define(Buffer.prototype, {
    [method](...values) {
      const given = values.map(value =>
        ArrayBuffer.isView(value) ? { bytes: binary(bytesOf(value)) } : value,
      );
      return host('bytes.call', binary(this), method, given);
    },
  });

export class TextEncoder {
  encoding = 'utf-8';
  encode(text = '') {
    return unbinary(host('bytes.encode', String(text)), Uint8Array);
  }
}
export class TextDecoder {
  #options;
  constructor(encoding = 'utf-8', options = {}) {
    this.encoding = encoding;
    this.#options = options;
  }
  decode(value = new Uint8Array()) {
    return host('bytes.decodeText', binary(bytesOf(value)), this.encoding, this.#options);
  }
}
