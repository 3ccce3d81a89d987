import { define } from './host.mjs';

export class DOMException extends Error {
  constructor(message = '', name = 'Error') {
    super(message);
    define(this, { name });
  }
}

/** An empty copy of the value's kind, and what fills it. */
function shell(value) {
  if (value instanceof Date) return [new Date(value)];
  if (value instanceof RegExp) return [new RegExp(value.source, value.flags)];
  if (value instanceof ArrayBuffer) return [value.slice(0)];
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, length, byteLength } = value;
    return [new value.constructor(buffer.slice(0), byteOffset, length ?? byteLength)];
  }
  if (value instanceof Map)
    return [new Map(), filling(value, (made, [name, entry], copy) => made.set(copy(name), copy(entry)))];
  if (value instanceof Set) return [new Set(), filling(value, (made, entry, copy) => made.add(copy(entry)))];
  const made = Array.isArray(value)
    ? new Array(value.length)
    : value instanceof Error
      ? new Error(value.message)
      : {};
  return [
    made,
    filling(Object.entries(value), (object, [name, entry], copy) =>
      Object.assign(object, { [name]: copy(entry) }),
    ),
  ];
}

function filling(entries, add) {
  return (made, copy) => {
    for (const entry of entries) add(made, entry, copy);
  };
}

/** The algorithm of `structuredClone`, for what a config holds. */
export function structuredClone(value) {
  const seen = new Map();
  const copy = part => {
    if (typeof part === 'function' || typeof part === 'symbol')
      throw new DOMException(`${String(part)} could not be cloned.`, 'DataCloneError');
    if (typeof part !== 'object' || part === null) return part;
    if (!seen.has(part)) {
      const [made, fill] = shell(part);
      seen.set(part, made);
      fill?.(made, copy);
    }
    return seen.get(part);
  };
  return copy(value);
}
