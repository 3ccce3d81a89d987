import { gunzipSync } from 'node:zlib';

/** Bytes that no record of SST's that is read here comes near: a lock has 200, an update with errors a few thousand. */
const LARGEST = 1_000_000;

/** Milliseconds of Go's zero time, 1 January of the year 1. */
const GO_ZERO_TIME = -62_135_596_800_000;

/** The command that holds a lock. A text is '' if the lock does not say it: a lock that SST cannot read counts, too. */
export interface Lock {
  /** Its update's ID. */
  readonly id: string;
  readonly started?: Date;
  /** `deploy`, `remove`, `refresh`, … */
  readonly command: string;
  /** SST_RUN_ID of the process that holds it. */
  readonly runId: string;
}

/** What the record of an update says; a text is '' if it does not say it. */
export interface UpdateRecord {
  /** `cut off`: it was killed, or SST stopped before it changed anything. `unlocked`: cut off, and unlocked by force. */
  readonly outcome: 'finished' | 'failed' | 'cut off' | 'unlocked';
  readonly command: string;
  readonly runId: string;
  readonly version: string;
}

/** What `sst unlock` writes into an update as its error (SST 4.17). */
export const UNLOCKED = 'Update did not complete and was force unlocked with the `sst unlock` command';

/**
 * Reads `lock/<app>/<stage>.json` as SST 4.17 does. A lock without a time is none: undefined. A lock that SST cannot read
 * stops SST just as a lock of somebody else does.
 */
export function parseLock(bytes: Uint8Array): Lock | undefined {
  const fields = readRecord(bytes);
  const { created, command, updateid, runid } = fields ?? {};
  const isReadable =
    fields && [created, command, updateid, runid].every(field => typeof (field ?? '') === 'string');
  const time = Date.parse(text(created));
  if (isReadable && (!created || time === GO_ZERO_TIME)) return undefined;
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text(created)) && !Number.isNaN(time);
  return {
    id: text(updateid),
    started: isTime ? new Date(time) : undefined,
    command: text(command),
    runId: text(runid),
  };
}

/** Reads `update/<app>/<stage>/<id>.json`; undefined if it is not in SST's form. */
export function parseUpdate(bytes: Uint8Array): UpdateRecord | undefined {
  const fields = readRecord(bytes);
  if (fields === undefined) return undefined;
  const { timecompleted, errors, command, runid, version } = fields;
  return {
    outcome: text(timecompleted) === '' ? 'cut off' : outcomeOf(errors),
    command: text(command),
    runId: text(runid),
    version: text(version),
  };
}

function outcomeOf(errors: unknown): UpdateRecord['outcome'] {
  if (!Array.isArray(errors) || errors.length === 0) return 'finished';
  return errors.some(error => error?.message === UNLOCKED) ? 'unlocked' : 'failed';
}

const text = (field: unknown): string => (typeof field === 'string' ? field : '');

/**
 * The fields of an object of SST's state, gzipped or not, by their names in lower case: Go matches names without regard to
 * case. Undefined if SST could not read it either.
 */
function readRecord(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const json = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
    const value: unknown = JSON.parse(Buffer.from(json).toString());
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    // To Go, `null` in the place of an object is an object without fields.
    const fields = Object.entries(value ?? {});
    return Object.fromEntries(fields.map(([name, field]) => [name.toLowerCase(), field]));
  } catch {
    return undefined;
  }
}

/** Whether the object is compressed: gzip's magic bytes (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
