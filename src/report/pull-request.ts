import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from '../github/commands.ts';
import { type CommentApi, commentApi } from '../github/comments.ts';
import { readEvent } from '../github/context.ts';
import { isRefused, isTransient, reasonOf, statusOf } from '../github/rest.ts';
import type { Inputs } from '../inputs/inputs.ts';
import {
  type CommentSite,
  mergeRows,
  type Row,
  readComment,
  renderComment,
  renderPointer,
  rowOf,
} from './comment.ts';
import type { Findings } from './findings.ts';
import { readLinkContext } from './links.ts';
import { commentFailed, commentNeedsToken, commentRefused, commentUnsettled } from './messages.ts';

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
const SPREAD = 4_000;
/** Looks at the comment, and failures among them, after which a job stops looking after its row. */
const LOOKS_MAX = 20;
const FAILURES_MAX = 4;
/** Looks at a list without any comment: two before this job creates one, the others after that. */
const MISSES_MAX = 5;
/** Milliseconds after which a job stops looking after its row. */
const WITHIN_MS = 45_000;

/**
 * Writes this job's row into the pull request's comment, if the workflow runs for a pull request. If the comment cannot be
 * written, there is a notice or a warning. @param stop gives up.
 */
export async function commentOnPullRequest(
  findings: Findings,
  { githubToken, project }: Inputs,
  environment: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<void> {
  const pull = readEvent(environment)?.pull_request;
  const site = readLinkContext(environment);
  // The same workflow can run on pushes too: there is no pull request then.
  if (typeof pull?.number !== 'number' || !site.repository) return;
  if (!githubToken) return runner.notice(commentNeedsToken());
  runner.mask(githubToken);
  const row = rowOf(findings, {
    ...project,
    run: Number(environment['GITHUB_RUN_ID']) || 0,
    attempt: Number(environment['GITHUB_RUN_ATTEMPT']) || 0,
    // GITHUB_SHA is the merge commit that GitHub made for the run; people know the head's.
    sha: String(pull.head?.sha ?? site.sha),
    at: Date.now(),
  });
  const signal = AbortSignal.any([stop, AbortSignal.timeout(WITHIN_MS)]);
  const clock = { sleep: (ms: number) => sleep(ms, undefined, { signal }), random: Math.random };
  try {
    const api = await commentApi(githubToken, site.repository, pull.number, signal, runner.debug);
    if (!(await shareRow(row, site, api, clock))) runner.warning(commentUnsettled());
  } catch (error) {
    if (isRefused(error)) runner.notice(commentRefused(statusOf(error)));
    else runner.warning(signal.aborted ? commentUnsettled() : commentFailed(reasonOf(error)));
  }
}

/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at the same time.
 *
 * GitHub has no compare-and-swap for comments: a job that writes what it read before another's write undoes that write. So a
 * job reads the comment, writes it with all rows that it has ever read and its own, waits longer than such a write takes, and
 * looks again. It is done if the comment is still as it wrote it, or lacked no row at two looks. (In 2,400 simulations of 12
 * and 40 jobs, with requests of up to two seconds, no row was lost.) If jobs create comments at the same moment, the oldest
 * gets all rows, and the others become a link to it.
 *
 * @returns whether the row is known to stay.
 * @throws Octokit's error if GitHub refuses, or does not answer several times.
 */
export async function shareRow(row: Row, site: CommentSite, api: CommentApi, clock: Clock): Promise<boolean> {
  let known: readonly Row[] = [row];
  let written: string | undefined;
  let complete = 0;
  let misses = 0;
  let created = false;
  const untilSeen = () => WINDOW * (1 + clock.random());

  /** @returns milliseconds until the next look; undefined if the row stays. */
  async function look(): Promise<number | undefined> {
    const tables = (await api.list()).flatMap(comment => {
      const rows = readComment(comment.body);
      return rows ? [{ ...comment, rows }] : [];
    });
    known = mergeRows([...known, ...tables.flatMap(({ rows }) => rows)]);
    const body = renderComment(known, site);
    const wanted = JSON.stringify(readComment(body));
    const [first, ...others] = tables;
    if (!first) return missing(body);
    if (JSON.stringify(first.rows) === wanted) {
      for (const { id } of others) await api.update(id, renderPointer(first.address));
      return body === written || ++complete === 2 ? undefined : untilSeen();
    }
    complete = 0;
    await api.update(first.id, body);
    written = body;
    return untilSeen();
  }

  /** There is no comment yet, or GitHub does not list it yet. */
  async function missing(body: string): Promise<number> {
    if (++misses === 1) return clock.random() * SPREAD;
    if (misses > MISSES_MAX) throw new Error('GitHub does not list the comment that was created');
    if (!created) await api.create(body);
    created = true;
    written = body;
    return untilSeen();
  }

  for (let looks = 0, failures = 0; looks < LOOKS_MAX; looks++) {
    let wait: number | undefined = untilSeen();
    try {
      wait = await look();
    } catch (error) {
      if (!isTransient(error) || ++failures === FAILURES_MAX) throw error;
    }
    if (wait === undefined) return true;
    await clock.sleep(wait);
  }
  return false;
}
