import type { CommentApi, CommentFailure } from '../github/comments.ts';
import { type CommentSite, fitting, readComment, renderComment, renderPointer } from './comment.ts';
import { mergeRows, type Row } from './row.ts';

/** Time and chance, so that a test can replace them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Throws if the step gives up meanwhile. */
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** Milliseconds after which a job stops looking after its row. */
export const SHARE_MS = 45_000;
/** Milliseconds that a job normally takes, at most, from reading the comment to GitHub having carried out its write. */
export const WINDOW = 1_500;
/** Jobs that find no comment spread out over these milliseconds before they create one. */
const SPREAD = 3_000;
/** About so many jobs are expected at once, at most. */
const CROWD = 64;
/** Others can keep writing: a row that was in the comment at so many looks stays. */
const LOOKS = 3;
const TRIES = 4;
/** The longest wait that GitHub can ask for, in milliseconds. */
const RETRY_AFTER_MAX = 15_000;

/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at the same time.
 *
 * GitHub has no compare-and-swap for comments: a job that writes what it read before another's write undoes that write.
 * So a job reads, adds its row to all rows that it has ever read, writes, waits longer than such a write takes, and
 * looks again. It is done if nothing has changed since, or if its row stood there at three looks.
 *
 * If jobs create comments at the same moment, the oldest is the one; the others' rows are moved to it, and what stays of
 * them is a link to it.
 *
 * @returns whether the row is known to stay; false if that could not be seen within SHARE_MS.
 * @throws CommentFailure if GitHub refuses, or does not answer several times in a row.
 */
export async function shareRow(row: Row, site: CommentSite, api: CommentApi, clock: Clock): Promise<boolean> {
  const state: State = { known: [row], looks: 0, spread: false, slow: 0 };
  const end = clock.now() + SHARE_MS;
  for (let failures = 0; clock.now() < end; ) {
    try {
      const wait = await look(row, state, site, api, clock);
      if (wait === undefined) return true;
      failures = 0;
      await clock.sleep(wait);
    } catch (error) {
      const { final = true, retryAfter = 0 } = error as CommentFailure;
      if (final || ++failures >= TRIES || retryAfter > RETRY_AFTER_MAX) throw error;
      await clock.sleep(Math.max(retryAfter, clock.random() * 250 * 2 ** failures));
    }
  }
  return false;
}

interface State {
  /** Every row read so far, and our own. */
  known: readonly Row[];
  /** The rows as we wrote them, or saw them at the last look. */
  seen?: string;
  /** How often our row stood in the comment, in a row. */
  looks: number;
  /** Whether the job has waited its time, and can create the comment. */
  spread: boolean;
  /** How often the answer took too long to act on it. */
  slow: number;
}

/** Reads the comment and does what there is to do. @returns milliseconds until the next look; undefined if the row stays. */
async function look(
  row: Row,
  state: State,
  site: CommentSite,
  api: CommentApi,
  clock: Clock,
): Promise<number | undefined> {
  const begun = clock.now();
  const [first, ...others] = (await api.list()).flatMap(comment => {
    const rows = readComment(comment.body, begun);
    return rows ? [{ ...comment, rows }] : [];
  });
  const write = async (send: (body: string) => Promise<void>): Promise<number> => {
    state.looks = 0;
    state.seen = JSON.stringify(fitting(state.known, site));
    await send(renderComment(state.known, site));
    return WINDOW * (1 + clock.random());
  };
  if (!first) {
    state.spread = !state.spread;
    return state.spread ? untilCreation(clock.random()) : write(api.create);
  }
  state.known = mergeRows(state.known, first.rows, ...others.map(other => other.rows));
  const wanted = [row, ...others.flatMap(other => other.rows)];
  if (!wanted.every(one => stands(one, first.rows, site))) {
    // An answer that took long is old: writing what follows from it could undo another job's write.
    if (clock.now() - begun > WINDOW / 2 && state.slow++ < LOOKS) return clock.random() * WINDOW;
    return write(body => api.update(first.id, body));
  }
  for (const other of others) await api.update(other.id, renderPointer(first.address));
  const rows = JSON.stringify(first.rows);
  if (state.seen === rows || ++state.looks >= LOOKS) return undefined;
  state.seen = rows;
  return WINDOW * (1 + clock.random() / 2);
}

/**
 * Every new comment sends mail to everybody who follows the pull request, so one job should create it. Few jobs wait for a
 * short time and most for a long one: however many there are, the first is mostly alone by more than a request's time.
 */
function untilCreation(random: number): number {
  return SPREAD * Math.max(0, 1 + Math.log(random) / Math.log(CROWD));
}

/** Whether writing the row would change nothing: it is there, or a newer one instead, or only newer ones fit in. */
function stands(row: Row, rows: readonly Row[], site: CommentSite): boolean {
  // Of equal rows the first stays: `row` itself comes out only if it is new.
  return !fitting([...rows, row], site).includes(row);
}
