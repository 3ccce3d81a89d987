import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from '../github/commands.ts';
import { CommentRefused, commentApi } from '../github/comments.ts';
import { readEvent } from '../github/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Findings } from './findings.ts';
import { readSite } from './links.ts';
import { commentFailed, commentNeedsToken, commentRefused, commentUnsettled } from './messages.ts';
import { type RowOrigin, rowOf } from './row.ts';
import { type Clock, PATIENCE, shareRow } from './share.ts';

/** What is read of the event that started the workflow. */
interface PullRequestEvent {
  readonly pull_request?: { readonly number?: unknown; readonly head?: { readonly sha?: unknown } };
}

/**
 * Writes this job's row into the pull request's comment, where the workflow runs for one. Never throws: a comment that
 * could not be written is a notice or a warning, and changes nothing about how the step ends.
 */
export async function commentOnPullRequest(
  findings: Findings,
  { githubToken, project }: Inputs,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const event = readEvent(environment) as PullRequestEvent | undefined;
  const number = Number(event?.pull_request?.number);
  const site = readSite(environment);
  // The same workflow may run on pushes too, and has no pull request to write to then.
  if (!Number.isSafeInteger(number) || !site.repository) return;
  if (!githubToken) return runner.notice(commentNeedsToken());
  runner.mask(githubToken);
  const row = rowOf(findings, { ...project, ...originOf(event, environment) });
  try {
    const api = commentApi(githubToken, { repository: site.repository, number }, runner.debug);
    if (!(await shareRow(row, site, api, CLOCK))) runner.warning(commentUnsettled(PATIENCE / 1000));
  } catch (error) {
    if (error instanceof CommentRefused) runner.notice(commentRefused(error.status));
    else runner.warning(commentFailed(error instanceof Error ? error.message : String(error)));
  }
}

const CLOCK: Clock = {
  now: () => performance.now(),
  sleep,
  random: Math.random,
};

function originOf(event: PullRequestEvent | undefined, environment: NodeJS.ProcessEnv): RowOrigin {
  return {
    run: count(environment['GITHUB_RUN_ID']),
    attempt: count(environment['GITHUB_RUN_ATTEMPT']),
    // GITHUB_SHA is the merge commit that GitHub made up for the run; people know the head's.
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
