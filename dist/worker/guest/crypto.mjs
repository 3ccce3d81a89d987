import { binary, bytesOf, decoded, unbinary } from './bytes.mjs';
import { host, refused } from './host.mjs';

const hash = (algorithm, key) => {
  let data = '';
  return {
    update(more, encoding) {
      data += binary(bytesOf(more, encoding));
      return this;
    },
    digest: encoding => decoded(unbinary(host('crypto.hash', algorithm, data, key)), encoding),
  };
};
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
  createHash: algorithm => hash(algorithm),
  createHmac: (algorithm, key) => hash(algorithm, binary(bytesOf(key))),
  webcrypto: { ...random, subtle: refused('crypto.subtle', 'object') },
};
