import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from '../github/commands.ts';
import { commentApi } from '../github/comments.ts';
import { readEvent } from '../github/context.ts';
import { isRefused, reasonOf, statusOf } from '../github/rest.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { rowOf } from './comment.ts';
import type { Findings } from './findings.ts';
import { readLinkContext } from './links.ts';
import { commentFailed, commentNeedsToken, commentRefused, commentUnsettled } from './messages.ts';
import { shareRow } from './share.ts';

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
