import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from '../github/commands.ts';
import type { CommentApi, CommentFailure, PullRequest } from '../github/comments.ts';
import { readEvent } from '../github/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Findings } from './findings.ts';
import { readLinkContext } from './links.ts';
import { commentFailed, commentNeedsToken, commentRefused, commentUnsettled } from './messages.ts';
import { type RowOrigin, rowOf } from './row.ts';
import { type Clock, SHARE_MS, shareRow } from './share.ts';

/** What is read of the event that started the workflow. */
interface PullRequestEvent {
  readonly pull_request?: { readonly number?: unknown; readonly head?: { readonly sha?: unknown } };
}

/**
 * Writes this job's row into the pull request's comment, if the workflow runs for a pull request. Never throws: if the
 * comment cannot be written, there is a notice or a warning, and the step ends as it would have.
 *
 * @param stop gives up.
 */
export async function commentOnPullRequest(
  findings: Findings,
  { githubToken, project }: Pick<Inputs, 'githubToken' | 'project'>,
  environment: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<void> {
  const event = readEvent(environment) as PullRequestEvent | undefined;
  const number = event?.pull_request?.number;
  const site = readLinkContext(environment);
  // The same workflow can run on pushes too: there is no pull request then.
  if (typeof number !== 'number' || !site.repository) return;
  if (!githubToken) return runner.notice(commentNeedsToken());
  runner.mask(githubToken);
  const row = rowOf(findings, { ...project, ...originOf(event, environment) });
  const limit = AbortSignal.any([stop, AbortSignal.timeout(SHARE_MS)]);
  try {
    const api = await openApi(githubToken, { repository: site.repository, number }, limit);
    const settled = await shareRow(row, site, api, clockUntil(limit));
    if (!settled) runner.warning(commentUnsettled());
  } catch (error) {
    const { final = false, status, message } = error as CommentFailure;
    if (final && status !== undefined) runner.notice(commentRefused(status));
    else runner.warning(limit.aborted ? commentUnsettled() : commentFailed(message));
  }
}

/** Loaded only now: Octokit is large, and reads the event's payload as it is loaded. */
async function openApi(token: string, pull: PullRequest, stop: AbortSignal): Promise<CommentApi> {
  const { commentApi } = await import('../github/comments.ts');
  return commentApi(token, pull, stop, runner.debug);
}

function clockUntil(signal: AbortSignal): Clock {
  return {
    now: Date.now,
    sleep: milliseconds => sleep(milliseconds, undefined, { signal }),
    random: Math.random,
  };
}

function originOf(event: PullRequestEvent | undefined, environment: NodeJS.ProcessEnv): RowOrigin {
  return {
    run: count(environment['GITHUB_RUN_ID']),
    attempt: count(environment['GITHUB_RUN_ATTEMPT']),
    // GITHUB_SHA is the merge commit that GitHub made for the run; people know the head's.
    sha: hash(event?.pull_request?.head?.sha) ?? hash(environment['GITHUB_SHA']) ?? '',
    at: Date.now(),
  };
}

function count(text: string | undefined): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

function hash(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;
}
