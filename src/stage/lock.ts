import { gzipSync } from 'node:zlib';
import { orRefused, Refused } from '../aws/errors.ts';
import { openObjects, type StoredObject } from '../aws/objects.ts';
import type { Problem } from '../failure.ts';
import { parseRunUrl } from '../github/context.ts';
import type { AttemptState } from '../github/run-attempts.ts';
import { KEPT, locked, lockRemoved, stateWords } from './lock-messages.ts';
import type { Lock, StageRequest } from './stage.ts';
import { isGzip, readStored, textField } from './stored.ts';
import { parseUpdate, startOf, UNLOCKED } from './updates.ts';

/** A lock, and what became of it. */
export interface CheckedLock {
  readonly lock: Lock;
  readonly state: 'held' | 'removed';
  readonly problem: Problem;
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
  const texts = ['created', 'command', 'updateID', 'runID'].map(name => textField(fields, name));
  const [created = '', command, updateId, runId] = texts;
  const time = Date.parse(created);
  if (!texts.includes(undefined) && (created === '' || time === GO_ZERO_TIME)) return undefined;
  return {
    created: RFC_3339.test(created) && !Number.isNaN(time) ? new Date(time) : undefined,
    command: command || undefined,
    updateId: updateId || undefined,
    runId: runId || undefined,
  };
}

/**
 * Finds out whose lock it is, and removes it if it is stale and `stale-lock: remove` is set.
 *
 * @returns undefined if SST would take the stage for unlocked.
 */
export async function checkLock(
  request: StageRequest,
  object: StoredObject,
): Promise<CheckedLock | undefined> {
  const { seen, staleLock, ownRun } = request;
  const lock = parseLock(object.bytes);
  if (lock === undefined) return undefined;
  const holder = await lookUpHolder(request, lock);
  const [state, notAsked] = typeof holder === 'string' ? [undefined, holder] : [holder, undefined];
  let kept = staleLock === 'remove' ? notAsked : undefined;
  if (staleLock === 'remove' && state?.is === 'completed') {
    kept = await removeStale(request, lock, object);
    if (kept === undefined) return { lock, state: 'removed', problem: lockRemoved(seen, lock, state) };
  }
  const isOwn = lock.runId !== undefined && lock.runId === ownRun;
  return { lock, state: 'held', problem: locked(seen, lock, state, { kept, isOwn }) };
}

/** What GitHub says of the run that holds the lock; or why it cannot be asked, as one of KEPT. */
async function lookUpHolder(
  { githubToken, server, mask, log }: StageRequest,
  { runId = '' }: Lock,
): Promise<AttemptState | string> {
  const attempt = parseRunUrl(runId, server);
  if (attempt === undefined) return KEPT.notARun;
  if (githubToken === undefined) return KEPT.noToken;
  mask(githubToken);
  log.info(`Asking GitHub about the run that holds the lock: ${runId}`);
  const { lookUpRunAttempt } = await import('../github/run-attempts.ts');
  const state = await lookUpRunAttempt(githubToken, attempt, line => log.debug(line));
  log.info(`GitHub: ${stateWords(state)}.`);
  return state;
}

/** @returns why the lock stays, as one of KEPT; undefined if it is gone. */
async function removeStale(request: StageRequest, lock: Lock, object: StoredObject) {
  // The update's ID becomes part of a key.
  if (lock.updateId !== undefined && startOf(lock.updateId) === undefined) return KEPT.foreignUpdate;
  const isGone = await orRefused(unlock(request, lock, object));
  if (isGone instanceof Refused) return KEPT.refused(isGone);
  return isGone ? undefined : KEPT.changed;
}

/**
 * Removes a lock as `sst unlock` of SST 4.17 does: first the update of the lock is marked as completed, with SST's own error,
 * then the lock is removed. It is removed only if it is still the same object (its ETag, by If-Match): if another process has
 * replaced or removed it meanwhile, that one's lock stays.
 *
 * @returns whether the lock is gone; false if it is another one now.
 * @throws Denied or Refused if S3 does not let it; the lock stays then.
 */
async function unlock({ seen, access, log }: StageRequest, lock: Lock, object: StoredObject) {
  const { app, stage, bucket } = seen;
  // Without an ETag, the removal would have no condition.
  if (object.etag === '') return false;
  const objects = await openObjects(access);
  const key = `lock/${app}/${stage}.json`;
  const updateKey = `update/${app}/${stage}/${lock.updateId}.json`;
  // GitHub was asked since the lock was read: if it has changed, its update is not this step's to complete.
  const [current, update] = await Promise.all([
    objects.read(bucket, key),
    lock.updateId === undefined ? undefined : objects.read(bucket, updateKey),
  ]);
  if (current.object?.etag !== object.etag) return false;
  if (update) {
    const version = update.object && parseUpdate(update.object.bytes)?.version;
    const text = Buffer.from(completed(lock, version ?? ''));
    const gzipped = isGzip(object.bytes);
    await objects.write(bucket, updateKey, gzipped ? gzipSync(text) : text, gzipped);
  }
  const removed =
    (await objects.removeUnchanged(bucket, key, object.etag)) ||
    // If the answer to a removal was lost, its repetition finds no lock.
    (await objects.read(bucket, key)).object === undefined;
  if (removed) log.info(`Removed s3://${bucket}/${key}.`);
  return removed;
}

/**
 * The update's record as `sst unlock` writes it, field by field (SST 4.17.1, recorded). `sst unlock` writes its own version
 * and its own SST_RUN_ID; here they stay those of the command that was cut off.
 */
function completed(lock: Lock, version: string): string {
  const record = {
    id: lock.updateId,
    runID: lock.runId,
    version,
    command: lock.command ?? '',
    errors: [{ urn: '', message: UNLOCKED }],
    timeStarted: '',
    timeCompleted: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  // Go escapes these in JSON, JavaScript does not.
  return JSON.stringify(record).replaceAll(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
