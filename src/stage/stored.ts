import { gunzipSync } from 'node:zlib';

/** No object of SST's that is read here comes near this many bytes, even uncompressed: a lock has 200, an update with errors a few thousand. */
const LARGEST = 1_000_000;

/** The fields of an object that SST stored, by their names in lower case. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an object of SST's state (a lock, an update) as SST 4.17 does: gzipped if it begins with gzip's magic bytes
 * (`state.compress`), then JSON, whose names Go matches without regard to case.
 *
 * @returns its fields; undefined if SST could not read it either.
 */
export function readStored(bytes: Uint8Array): Fields | undefined {
  try {
    const text = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
    const value: unknown = JSON.parse(Buffer.from(text).toString());
    // To Go, `null` in the place of an object is an object without fields.
    if (value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
  } catch {
    return undefined;
  }
}

/** Whether the object is compressed: gzip's magic bytes (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A field that SST reads as text: '' if it is not there; undefined if it has another type, which SST refuses. */
export function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name.toLowerCase()] ?? '';
  return typeof value === 'string' ? value : undefined;
}
