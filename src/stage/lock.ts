import { gzipSync } from 'node:zlib';
import { orRefused, Refused } from '../aws/errors.ts';
import { openS3, type StoredObject } from '../aws/s3.ts';
import type { Problem } from '../failure.ts';
import { parseRunUrl } from '../github/context.ts';
import { type Holder, KEPT, locked, lockRemoved, verdictOn } from './messages.ts';
import type { Lock, StageRequest } from './stage.ts';
import { isGzip, readStored } from './stored.ts';
import { parseUpdate, startOf, UNLOCKED } from './updates.ts';

/** What became of the lock; `none` if SST would take the stage for unlocked, or if it could not be looked at. */
type CheckedLock =
  | { readonly state: 'none'; readonly lock?: undefined; readonly problem?: undefined }
  | { readonly state: 'held' | 'removed'; readonly lock: Lock; readonly problem: Problem };

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
  const { created, command, updateid, runid } = readStored(bytes) ?? { created: 'unreadable' };
  const isReadable = [created, command, updateid, runid].every(field => typeof (field ?? '') === 'string');
  const time = Date.parse(String(created));
  if (isReadable && (!created || time === GO_ZERO_TIME)) return undefined;
  const text = (field: unknown) => (typeof field === 'string' && field) || undefined;
  return {
    created: RFC_3339.test(String(created)) && !Number.isNaN(time) ? new Date(time) : undefined,
    command: text(command),
    updateId: text(updateid),
    runId: text(runid),
  };
}

/** Finds out whose lock it is, and removes it if it is stale and `stale-lock: remove` is set. */
export async function checkLock(request: StageRequest): Promise<CheckedLock> {
  const { seen, staleLock, ownRun } = request;
  const object = seen.lock;
  if (!object || object instanceof Refused) return { state: 'none' };
  const lock = parseLock(object.bytes);
  if (!lock) return { state: 'none' };
  const holder = await lookUpHolder(request, lock);
  let kept: string | undefined;
  if (staleLock === 'remove' && holder.is === 'completed') {
    const answer = await orRefused(removeStale(request, lock, object));
    kept = answer instanceof Refused ? KEPT.refused(answer) : answer;
    if (kept === undefined) return { lock, state: 'removed', problem: lockRemoved(seen, lock, holder) };
  } else if (staleLock === 'remove' && holder.is === 'not asked') kept = holder.why;
  const isOwn = lock.runId !== undefined && lock.runId === ownRun;
  return { lock, state: 'held', problem: locked(seen, lock, holder, { kept, isOwn }) };
}

async function lookUpHolder(request: StageRequest, { runId = '' }: Lock): Promise<Holder> {
  const { githubToken, server, mask, log } = request;
  const attempt = parseRunUrl(runId, server);
  if (attempt === undefined) return { is: 'not asked', why: KEPT.notARun };
  if (githubToken === undefined) return { is: 'not asked', why: KEPT.noToken };
  mask(githubToken);
  log.info(`Asking GitHub about the run that holds the lock: ${runId}`);
  const { lookUpRunAttempt } = await import('../github/run-attempts.ts');
  const state = await lookUpRunAttempt(githubToken, attempt, line => log.debug(line));
  log.info(verdictOn(state));
  return state;
}

/**
 * Removes a lock as `sst unlock` of SST 4.17 does: first the update of the lock is marked as completed, with SST's own error,
 * then the lock is removed. It is removed only if it is still the same object (its ETag, by If-Match): if another process has
 * replaced or removed it meanwhile, that one's lock stays.
 *
 * @returns why the lock stays, as one of KEPT; undefined if it is gone.
 * @throws Denied or Refused if S3 does not let it; the lock stays then.
 */
async function removeStale({ seen, access, log }: StageRequest, lock: Lock, object: StoredObject) {
  const { app, stage, bucket } = seen;
  // The update's ID becomes part of a key.
  if (lock.updateId !== undefined && startOf(lock.updateId) === undefined) return KEPT.foreignUpdate;
  // Without an ETag, the removal would have no condition.
  if (object.etag === '') return KEPT.changed;
  const objects = await openS3(access);
  const key = `lock/${app}/${stage}.json`;
  const updateKey = `update/${app}/${stage}/${lock.updateId}.json`;
  // GitHub was asked since the lock was read: if it has changed, its update is not this step's to complete.
  const [current, update] = await Promise.all([
    objects.read(bucket, key),
    lock.updateId === undefined ? undefined : objects.read(bucket, updateKey),
  ]);
  if (current.object?.etag !== object.etag) return KEPT.changed;
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
  if (!removed) return KEPT.changed;
  log.info(`Removed s3://${bucket}/${key}.`);
  return undefined;
}

/**
 * The update's record as `sst unlock` writes it, field by field (SST 4.17.1, recorded). `sst unlock` writes its own version
 * and its own SST_RUN_ID; here they stay those of the command that was cut off.
 */
function completed(lock: Lock, version: string): string {
  return JSON.stringify({
    id: lock.updateId,
    runID: lock.runId,
    version,
    command: lock.command ?? '',
    errors: [{ urn: '', message: UNLOCKED }],
    timeStarted: '',
    timeCompleted: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  });
}
