// Loaded only if GitHub's API is asked: Octokit is larger than everything else that the action loads.
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { timed } from '../aws/trace.ts';

/** Milliseconds for a request, its whole answer included. */
const REQUEST_MS = 10_000;
/** Bytes of an answer: a page of 100 comments of 65,536 characters each fits. */
const ANSWER_MAX = 32 * 1024 * 1024;
/** Octokit would print texts of the answer's headers. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Octokit for GITHUB_API_URL (github.com, or an enterprise's server), through the environment's proxy. It prints nothing, and
 * its requests and answers are bounded.
 *
 * @param stop ends the request under way. @param trace is told of every request: what, how long, with which outcome.
 */
export function openRest(token: string, trace: (line: string) => void, stop: AbortSignal) {
  const fetch: typeof globalThis.fetch = async (address, options) => {
    const answer: Response = await defaults.request?.fetch(address, {
      ...options,
      signal: AbortSignal.any([stop, AbortSignal.timeout(REQUEST_MS)]),
    });
    return new Response(answer.body?.pipeThrough(bounded()) ?? null, answer);
  };
  const octokit = getOctokit(token, { log: SILENT, request: { ...defaults.request, fetch, log: SILENT } });
  octokit.hook.wrap('request', (send, options) =>
    timed(trace, `GitHub ${options.method} ${options.url}`, async () => send(options)),
  );
  return octokit;
}

/** Passes an answer on until it has ANSWER_MAX bytes. */
function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > ANSWER_MAX) controller.error(new Error('The answer is too long'));
      else controller.enqueue(chunk);
    },
  });
}

/** What Octokit throws. It makes up a status if there was no answer. */
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
