import { gunzipSync } from 'node:zlib';

/** Bytes that no object of SST's that is read here comes near: a lock has 200, an update with errors a few thousand. */
const LARGEST = 1_000_000;

/**
 * Reads an object of SST's state (a lock, an update) as SST 4.17 does: gzipped if it begins with gzip's magic bytes
 * (`state.compress`), then JSON, whose names Go matches without regard to case.
 *
 * @returns its fields, by their names in lower case; undefined if SST could not read it either.
 */
export function readStored(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
    const value: unknown = JSON.parse(Buffer.from(text).toString());
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    // To Go, `null` in the place of an object is an object without fields.
    return Object.fromEntries(
      Object.entries(value ?? {}).map(([name, field]) => [name.toLowerCase(), field]),
    );
  } catch {
    return undefined;
  }
}

/** Whether the object is compressed: gzip's magic bytes (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
