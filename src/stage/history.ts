import { Refused } from '../aws/errors.ts';
import { openObjects } from '../aws/objects.ts';
import { sessionTooShort } from './session-time.ts';
import type { StageRequest } from './stage.ts';
import {
  type Durations,
  durationOf,
  durationsOf,
  endedOf,
  isTypical,
  mightBeOpen,
  parseUpdate,
  type Update,
  type UpdateRecord,
} from './updates.ts';

/** An update that was cut off, and its record. */
export interface CutOff {
  readonly update: Update;
  readonly record: UpdateRecord;
}

/**
 * The newest update, if it was cut off. Its record is read only if the listing leaves that open.
 *
 * @param updates newest first.
 */
export async function newestIfCutOff(
  request: StageRequest,
  [newest]: readonly Update[],
): Promise<CutOff | undefined> {
  if (newest === undefined || !mightBeOpen(newest)) return undefined;
  const record = await recordOf(request, newest);
  return record?.outcome === 'cut off' || record?.outcome === 'unlocked'
    ? { update: newest, record }
    : undefined;
}

/**
 * How long the last updates took. Before a long one counts against the session, its record is read: an update that was
 * unlocked by force, or that waited for an editor, does not tell how long a deploy takes.
 */
export async function lastDurations(
  request: StageRequest,
  updates: readonly Update[],
  now: Date,
): Promise<Durations | undefined> {
  const { expires } = request.session;
  const tooLong = endedOf(updates).filter(update => sessionTooShort(durationOf(update), expires, now, false));
  const records = await Promise.all(
    tooLong.map(async update => ({ update, record: await recordOf(request, update) })),
  );
  const untypical = records.filter(({ record }) => record && !isTypical(record));
  return durationsOf(endedOf(updates, new Set(untypical.map(({ update }) => update.id))));
}

/** @returns undefined if the record cannot be read. */
async function recordOf({ seen, access }: StageRequest, { id }: Update): Promise<UpdateRecord | undefined> {
  try {
    const { app, stage, bucket } = seen;
    const { object } = await (await openObjects(access)).read(bucket, `update/${app}/${stage}/${id}.json`);
    return object && parseUpdate(object.bytes);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
