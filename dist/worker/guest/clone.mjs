import { define } from './host.mjs';

export class DOMException extends Error {
  constructor(message = '', name = 'Error') {
    super(message);
    define(this, { name });
  }
}

/** A copy of the value, without its parts if they have to be copied, too. */
function shell(value) {
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, length, byteLength } = value;
    return new value.constructor(buffer.slice(0), byteOffset, length ?? byteLength);
  }
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (Array.isArray(value)) return new Array(value.length);
  return value instanceof Error ? new Error(value.message) : {};
}

function fill(made, part, copy) {
  if (part instanceof Map) for (const [name, entry] of part) made.set(copy(name), copy(entry));
  else if (part instanceof Set) for (const entry of part) made.add(copy(entry));
  else if (!ArrayBuffer.isView(part))
    for (const [name, entry] of Object.entries(part)) made[name] = copy(entry);
}

/** The algorithm of `structuredClone`, for what a config holds. */
export function structuredClone(value) {
  const seen = new Map();
  const copy = part => {
    if (typeof part === 'function' || typeof part === 'symbol')
      throw new DOMException(`${String(part)} could not be cloned.`, 'DataCloneError');
    if (typeof part !== 'object' || part === null) return part;
    if (!seen.has(part)) {
      seen.set(part, shell(part));
      fill(seen.get(part), part, copy);
    }
    return seen.get(part);
  };
  return copy(value);
}
