import { readStored, textField } from './stored.ts';

/** What a lock says about the command that holds it; everything optional, since a lock that SST cannot read counts, too. */
export interface Lock {
  readonly created?: Date;
  /** `deploy`, `remove`, `refresh`, … */
  readonly command?: string;
  readonly updateId?: string;
  /** SST_RUN_ID of the process that holds it. */
  readonly runId?: string;
}

/** Milliseconds of Go's zero time, 1 January of the year 1. */
const GO_ZERO_TIME = -62_135_596_800_000;

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/**
 * Reads `lock/<app>/<stage>.json` as SST 4.17 does: a lock without a time is no lock, and a lock that SST cannot read
 * stops SST just as a lock of somebody else does.
 *
 * @returns undefined if SST would take the stage for unlocked.
 */
export function parseLock(bytes: Uint8Array): Lock | undefined {
  const fields = readStored(bytes);
  if (fields === undefined) return {};
  const [created, command, updateId, runId] = ['created', 'command', 'updateID', 'runID'].map(name =>
    textField(fields, name),
  );
  const readable = ![created, command, updateId, runId].includes(undefined);
  if (readable && (!created || Date.parse(created) === GO_ZERO_TIME)) return undefined;
  return {
    ...(created && isTime(created) ? { created: new Date(created) } : {}),
    ...(command ? { command } : {}),
    ...(updateId ? { updateId } : {}),
    ...(runId ? { runId } : {}),
  };
}

function isTime(text: string): boolean {
  return RFC_3339.test(text) && !Number.isNaN(Date.parse(text));
}
