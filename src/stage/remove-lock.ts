import { gzipSync } from 'node:zlib';
import type { Access } from '../aws/access.ts';
import { type Objects, openObjects, type StoredObject } from '../aws/objects.ts';
import type { Lock } from './lock.ts';
import type { AppStage } from './stage.ts';
import { isGzip } from './stored.ts';
import { parseUpdate, startOf, UNLOCKED } from './updates.ts';

/** A lock, and the object that it was read from. */
export interface HeldLock extends AppStage {
  readonly bucket: string;
  readonly lock: Lock;
  readonly object: StoredObject;
}

/**
 * Removes a lock as `sst unlock` of SST 4.17 does: first the update of the lock is marked as completed, with SST's own error,
 * then the lock is removed. It is removed only if it is still the same object (its ETag, by If-Match): if another process has
 * replaced or removed it meanwhile, that one's lock stays.
 *
 * @returns whether the lock is gone; false if it is another one now.
 * @throws Denied or Refused if S3 does not let it; the lock stays then.
 */
export async function removeLock(held: HeldLock, access: Access, now: Date): Promise<boolean> {
  const { app, stage, bucket, lock, object } = held;
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
  if (lock.updateId !== undefined) {
    const version = update?.object && parseUpdate(update.object.bytes)?.version;
    const text = Buffer.from(completed({ ...lock, updateId: lock.updateId }, version ?? '', now));
    const gzipped = isGzip(object.bytes);
    await objects.write(bucket, updateKey, gzipped ? gzipSync(text) : text, gzipped);
  }
  return (await objects.removeUnchanged(bucket, key, object.etag)) || (await isGone(objects, bucket, key));
}

/** Whether the lock's update, if it names one, has an ID that SST makes: it becomes part of a key. */
export function hasOwnUpdate({ updateId }: Lock): boolean {
  return updateId === undefined || startOf(updateId) !== undefined;
}

/** If the answer to a removal was lost, its repetition finds no lock. */
async function isGone(objects: Objects, bucket: string, key: string): Promise<boolean> {
  return (await objects.read(bucket, key)).object === undefined;
}

/**
 * The update's record as `sst unlock` writes it, field by field (SST 4.17.1, recorded). `sst unlock` writes its own version
 * and its own SST_RUN_ID; here they stay those of the command that was cut off.
 */
function completed(lock: Lock & { readonly updateId: string }, version: string, now: Date): string {
  const record = {
    id: lock.updateId,
    ...(lock.runId === undefined ? {} : { runID: lock.runId }),
    version,
    command: lock.command ?? '',
    errors: [{ urn: '', message: UNLOCKED }],
    timeStarted: '',
    timeCompleted: now.toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  // Go escapes these in JSON, JavaScript does not.
  return JSON.stringify(record).replaceAll(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
