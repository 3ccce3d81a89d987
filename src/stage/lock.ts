import { gzipSync } from 'node:zlib';
import { orRefused, Refused } from '../aws/errors.ts';
import { openS3, type StoredObject } from '../aws/s3.ts';
import type { Problem } from '../failure.ts';
import { ownRunUrl, parseRunUrl } from '../github/context.ts';
import { lookUpRunAttempt } from '../github/rest.ts';
import { type Holder, KEPT, locked, lockRemoved, verdictOn } from './messages.ts';
import { isGzip, type Lock, parseLock, parseUpdate, UNLOCKED } from './records.ts';
import type { StageReport, StageRequest } from './stage.ts';
import { startOf } from './updates.ts';

/** What became of the lock; `none` if SST would take the stage for unlocked. */
interface CheckedLock {
  readonly state: StageReport['lock'];
  /** The output `locked-by`. */
  readonly by: string;
  /** The ID of the update that holds it. */
  readonly id?: string;
  readonly problem?: Problem;
}

/** Finds out whose lock it is, and removes it if it is stale and `stale-lock: remove` is set. */
export async function checkLock(request: StageRequest): Promise<CheckedLock> {
  const { seen, staleLock, environment } = request;
  const object = seen.lock;
  if (object instanceof Refused) return { state: 'not checked', by: '' };
  const lock = object && parseLock(object.bytes);
  if (!lock) return { state: 'none', by: '' };
  const holder = await lookUpHolder(request, lock);
  let kept = staleLock === 'remove' && holder.is === 'not asked' ? holder.why : undefined;
  if (staleLock === 'remove' && holder.is === 'completed') {
    const answer = await orRefused(removeStale(request, lock, object));
    kept = answer instanceof Refused ? KEPT.refused(answer) : answer;
    if (kept === undefined)
      return { state: 'removed', by: '', id: lock.id, problem: lockRemoved(seen, lock, holder) };
  }
  const isOwn = lock.runId !== '' && lock.runId === ownRunUrl(environment);
  // A run ID of another form is not fit for an output.
  const by = /^[\w.:/@-]{1,200}$/.test(lock.runId) ? lock.runId : 'unknown';
  return { state: 'held', by, id: lock.id, problem: locked(seen, lock, holder, { kept, isOwn }) };
}

async function lookUpHolder(
  { githubToken, environment, mask, log }: StageRequest,
  { runId }: Lock,
): Promise<Holder> {
  const attempt = parseRunUrl(runId, environment['GITHUB_SERVER_URL'] ?? '');
  if (attempt === undefined) return { is: 'not asked', why: KEPT.notARun };
  if (githubToken === undefined) return { is: 'not asked', why: KEPT.noToken };
  mask(githubToken);
  log.info(`Asking GitHub about the run that holds the lock: ${runId}`);
  const state = await lookUpRunAttempt(githubToken, attempt, line => log.debug(line));
  log.info(verdictOn(state));
  return state;
}

/**
 * Removes a lock as `sst unlock` of SST 4.17 does: first the update of the lock is marked as completed, with SST's own error,
 * then the lock is removed, if it is still the same object (its ETag, by If-Match).
 *
 * @returns why the lock stays, as one of KEPT; undefined if it is gone.
 * @throws Denied or Refused if S3 does not let it; the lock stays then.
 */
async function removeStale({ seen, access, log }: StageRequest, lock: Lock, object: StoredObject) {
  const { app, stage, bucket } = seen;
  // The update's ID becomes part of a key.
  if (lock.id && !startOf(lock.id)) return KEPT.foreignUpdate;
  // Without an ETag, the removal would have no condition.
  if (object.etag === '') return KEPT.changed;
  const objects = await openS3(access);
  const key = `lock/${app}/${stage}.json`;
  const updateKey = `update/${app}/${stage}/${lock.id}.json`;
  // GitHub was asked since the lock was read: if it has changed, its update is not this step's to complete.
  const [current, update] = await Promise.all([
    objects.read(bucket, key),
    lock.id ? objects.read(bucket, updateKey) : undefined,
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
 * The update's record as `sst unlock` writes it, field by field (SST 4.17.1, recorded). But version and SST_RUN_ID stay those
 * of the command that was cut off.
 */
function completed({ id, runId, command }: Lock, version: string): string {
  return JSON.stringify({
    id,
    runID: runId || undefined,
    version,
    command,
    errors: [{ urn: '', message: UNLOCKED }],
    timeStarted: '',
    timeCompleted: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  });
}
