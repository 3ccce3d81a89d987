import type { RunAttempt } from './context.ts';
import { isTransient, openRest, reasonOf, statusOf } from './rest.ts';

export type AttemptState =
  | { readonly is: 'completed'; readonly conclusion: string; readonly ended: Date }
  /** Queued, waiting or in progress, in GitHub's word. */
  | { readonly is: 'running'; readonly status: string }
  /** Why it is not known, as the end of a sentence. */
  | { readonly is: 'unknown'; readonly why: string };

/** Milliseconds for all tries. */
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
  const { rest } = await openRest(token, trace, AbortSignal.timeout(WITHIN_MS));
  const ask = () => rest.actions.getWorkflowRunAttempt({ owner, repo, run_id: run, attempt_number: attempt });
  try {
    const { data } = await ask().catch(error => (isTransient(error) ? ask() : Promise.reject(error)));
    const { id, run_attempt, status, conclusion, updated_at } = Object(data) as typeof data;
    if (id !== run || run_attempt !== attempt || !status)
      return { is: 'unknown', why: 'GitHub answered with something else' };
    return status === 'completed'
      ? { is: 'completed', conclusion: conclusion ?? status, ended: new Date(updated_at) }
      : { is: 'running', status };
  } catch (error) {
    const isRefused = [401, 403, 404].includes(statusOf(error) ?? 0);
    const needs = isRefused ? ': `github-token` needs `actions: read` for the repository of that run' : '';
    return { is: 'unknown', why: `${reasonOf(error)}${needs}` };
  }
}
