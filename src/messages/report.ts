import type { Problem } from '../failure.ts';
import type { ProfileVerdict } from '../report/row.ts';

/** The comment's heading, and the heads of its table. */
export const COMMENT_TITLE = '### SST credentials';
export const COMMENT_HEADS = [
  'Result',
  'App',
  'Stage',
  'Account',
  'Region',
  'Bootstrap',
  'Profile',
  'Commit',
] as const;

/** The line above the comment's table. */
export function commentCount(ready: number, all: number): string {
  if (ready === all) return all === 1 ? 'Ready to deploy.' : `All ${all} are ready to deploy.`;
  return all === 1 ? 'Not ready: nothing was exported.' : `${ready} of ${all} are ready to deploy.`;
}

/** What became of the profile, in a cell. */
export function profileWords(verdict: ProfileVerdict): string {
  return {
    none: 'none',
    ignored: 'ignored by SST',
    wins: 'would override',
    'not checked': 'not checked',
  }[verdict];
}

/** `comment: true`, and nothing to write it with. */
export function commentNeedsToken(): Problem {
  return {
    title: 'No comment without a token',
    what: '`comment: true` is set, but the input `github-token` is empty.',
    next: 'Write `github-token: ${{ github.token }}` under `with:` of this step, and give the job `permissions: pull-requests: write`.',
  };
}

/** GitHub does not let the token write the comment. */
export function commentRefused(status: number): Problem {
  return {
    title: 'The token may not comment',
    what: `The pull request got no comment: GitHub answered HTTP ${status} to the token of \`github-token\`.`,
    next: 'Give the job `permissions: pull-requests: write`. A pull request from a fork, or of Dependabot, has a token that may only read: there, the job summary says the same.',
  };
}

/** GitHub could not be reached, or throttled the requests for longer than a step can wait. */
export function commentFailed(reason: string): Problem {
  return {
    title: 'No comment was written',
    what: `The pull request's comment could not be written: ${reason}.`,
    next: 'The step goes on without it; the job summary says the same.',
  };
}

/** More jobs wrote at once than could be waited for. */
export function commentUnsettled(seconds: number): Problem {
  return {
    title: 'The comment may lack a row',
    what: `Other jobs kept writing to the pull request's comment for ${seconds} s, so this job's row may have been overwritten.`,
    next: 'Run the job again for its row; the job summary says the same.',
  };
}
