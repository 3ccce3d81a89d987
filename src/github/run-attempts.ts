import type { RunAttempt } from './context.ts';
import { isTransient, openRest, reasonOf, statusOf } from './rest.ts';

/** What GitHub says of a workflow run's attempt. */
export type AttemptState =
  | { readonly is: 'completed'; readonly conclusion: string; readonly ended?: Date }
  /** Queued, waiting or in progress, in GitHub's word. */
  | { readonly is: 'running'; readonly status: string }
  /** Why it is not known, as the end of a sentence. */
  | { readonly is: 'unknown'; readonly why: string };

const TRIES = 2;
/** Milliseconds for all of them. */
const WITHIN_MS = 10_000;

/**
 * Asks GitHub (GITHUB_API_URL) for one attempt of a workflow run. Never throws: an answer that cannot be had, or is about
 * another attempt, is `unknown`.
 *
 * @param token needs `actions: read`. @param trace is told of every request.
 */
export async function lookUpRunAttempt(
  token: string,
  { owner, repository: repo, run, attempt }: RunAttempt,
  trace: (line: string) => void,
): Promise<AttemptState> {
  const { actions } = openRest(token, trace, AbortSignal.timeout(WITHIN_MS)).rest;
  const where = { owner, repo, run_id: run, attempt_number: attempt };
  for (let tries = 1; ; tries++) {
    try {
      const { data } = await actions.getWorkflowRunAttempt(where);
      return stateOf(data, run, attempt);
    } catch (error) {
      if (!isTransient(error) || tries === TRIES) return { is: 'unknown', why: why(error) };
    }
  }
}

/** GitHub's REST API, "Get a workflow run attempt". */
function stateOf(data: unknown, run: number, attempt: number): AttemptState {
  const { id, run_attempt, status, conclusion, updated_at } = Object(data) as Record<string, unknown>;
  if (id !== run || run_attempt !== attempt || typeof status !== 'string')
    return { is: 'unknown', why: 'GitHub answered with something else' };
  if (status !== 'completed') return { is: 'running', status };
  const ended = new Date(String(updated_at));
  return {
    is: 'completed',
    conclusion: typeof conclusion === 'string' ? conclusion : 'completed',
    ...(Number.isNaN(ended.getTime()) ? {} : { ended }),
  };
}

function why(error: unknown): string {
  const needs = '`github-token` needs `actions: read` for the repository of that run';
  return [401, 403, 404].includes(statusOf(error) ?? 0) ? `${reasonOf(error)}: ${needs}` : reasonOf(error);
}
