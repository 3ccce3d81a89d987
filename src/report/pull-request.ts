import { runner } from '../github/commands.ts';
import { readEvent } from '../github/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { rowOf } from './comment.ts';
import type { Findings } from './findings.ts';
import { readLinkContext } from './links.ts';
import { commentNeedsToken } from './messages.ts';

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
  // Loaded only now: Octokit is large, and reads the event's payload as it is loaded.
  const { commentRow } = await import('./share.ts');
  await commentRow(row, pull.number, site, githubToken, stop);
}
