import { Buffer, binary, bytesOf, unbinary } from './bytes.mjs';
import { host, refused } from './host.mjs';

class Hash {
  #parts = [];
  #algorithm;
  #key;
  constructor(algorithm, key) {
    [this.#algorithm, this.#key] = [algorithm, key];
  }
  update(data, encoding) {
    this.#parts.push(typeof data === 'string' ? Buffer.from(data, encoding) : bytesOf(data));
    return this;
  }
  digest(encoding) {
    const bytes = unbinary(
      host('crypto.hash', this.#algorithm, binary(Buffer.concat(this.#parts)), this.#key),
    );
    return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
  }
}
const randomBytes = size => unbinary(host('crypto.random', size));
const random = {
  getRandomValues(array) {
    bytesOf(array).set(randomBytes(array.byteLength));
    return array;
  },
  randomUUID() {
    const hex = randomBytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  },
};
export const crypto = {
  ...random,
  randomBytes,
  createHash: algorithm => new Hash(algorithm),
  createHmac: (algorithm, key) =>
    new Hash(algorithm, binary(typeof key === 'string' ? Buffer.from(key) : bytesOf(key))),
  webcrypto: { ...random, subtle: refused('crypto.subtle', 'object') },
};
