import { timed } from '../aws/trace.ts';
import type { RunAttempt } from './context.ts';

/** Milliseconds for a request, its whole answer included. */
const REQUEST_MS = 10_000;
/** Octokit would print texts of the answer's headers. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Octokit for GITHUB_API_URL, through the environment's proxy. It prints nothing, and its requests have a time limit.
 *
 * @param stop ends the request under way. @param trace is told of every request: what, how long, with which outcome.
 */
export async function openRest(token: string, trace: (line: string) => void, stop: AbortSignal) {
  // Loaded only if GitHub's API is asked: Octokit is larger than everything else that the action loads.
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { log: SILENT });
  octokit.hook.wrap('request', (send, options) => {
    // Every hook gets this object, whatever another one gives to its `send`.
    const signal = AbortSignal.any([stop, AbortSignal.timeout(REQUEST_MS)]);
    options.request = { ...options.request, log: SILENT, signal };
    return timed(trace, `GitHub ${options.method} ${options.url}`, async () => send(options));
  });
  return octokit;
}

/** What Octokit throws: an HttpError, with GitHub's answer if there was one. */
interface RequestFailure extends Error {
  readonly response?: { readonly status: number; readonly headers: Readonly<Record<string, unknown>> };
}

/** The HTTP status of GitHub's answer to a failed request; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  return (error as RequestFailure).response?.status;
}

/** Whether GitHub wants fewer requests (its docs, "Rate limits for the REST API"). */
function isThrottled(error: unknown): boolean {
  const { status, headers = {} } = (error as RequestFailure).response ?? {};
  return status === 429 || 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0';
}

/** Whether GitHub would refuse the same request again. */
export function isRefused(error: unknown): boolean {
  const status = statusOf(error) ?? 500;
  return status >= 400 && status < 500 && !isThrottled(error);
}

/** Whether another try might pass: there was no answer, or one of a server that is not well. */
export function isTransient(error: unknown): boolean {
  return (error as Error).name === 'HttpError' && (statusOf(error) ?? 500) >= 500;
}

/** Why there is no usable answer, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  const status = statusOf(error);
  if (status !== undefined)
    return `GitHub answered HTTP ${status}${isThrottled(error) ? ' (too many requests)' : ''}`;
  return name === 'HttpError' ? 'GitHub did not answer' : message;
}

export type AttemptState =
  | { readonly is: 'completed'; readonly conclusion: string; readonly ended: Date }
  /** Queued, waiting or in progress, in GitHub's word. */
  | { readonly is: 'running'; readonly status: string }
  /** Why it is not known, as the end of a sentence. */
  | { readonly is: 'unknown'; readonly why: string };

/** Milliseconds for all tries of a look-up. */
const ATTEMPT_MS = 10_000;

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
  const { rest } = await openRest(token, trace, AbortSignal.timeout(ATTEMPT_MS));
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
    const isDenied = [401, 403, 404].includes(statusOf(error) ?? 0);
    const needs = isDenied ? ': `github-token` needs `actions: read` for the repository of that run' : '';
    return { is: 'unknown', why: `${reasonOf(error)}${needs}` };
  }
}
