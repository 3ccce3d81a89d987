// Loaded only where a comment is to be written: Octokit is larger than all else that the action loads to start.
import { getOctokit } from '@actions/github';
import { timed } from '../aws/trace.ts';
import { answered } from '../report/messages.ts';
import type { CommentApi, OwnComment } from '../report/share.ts';

/** Whose comments they are. */
export interface PullRequest {
  /** `acme/shop` */
  readonly repository: string;
  readonly number: number;
}

/** GitHub refused (401, 403, 404): asking again changes nothing. */
export class CommentRefused extends Error {
  override readonly name = 'CommentRefused';
  readonly status: number;

  constructor(status: number, cause: unknown) {
    super(answered(status), { cause });
    this.status = status;
  }
}

const REQUEST_MS = 10_000;
const TRIES = 4;
/** No longer than this is waited on GitHub's word (`retry-after`). */
const WAIT_MAX_MS = 15_000;
/** The comment is not there any more: another job removed it as a double, or a person did. */
const GONE: readonly number[] = [404, 410];

/**
 * The comments of a pull request, on GITHUB_API_URL (github.com or an enterprise's server).
 *
 * @param trace told of every request: what, how long, with which outcome.
 * @throws CommentRefused where the token may not; else, after a few tries, what the request failed with.
 */
export function commentApi(token: string, pull: PullRequest, trace: (line: string) => void): CommentApi {
  const { issues, users } = getOctokit(token).rest;
  const [owner = '', repo = ''] = pull.repository.split('/');
  const where = { owner, repo };
  // A comment is taken for ours by its marker and its author; the marker alone anybody could write. GITHUB_TOKEN
  // cannot ask who it is, but it comments as a bot, and so do Apps; any other token can.
  const authors = new Set<string>();
  let knowsAuthor = token.startsWith('ghs_');
  let failures = 0;

  /** Sends the request once; an answer that will stay the same becomes CommentRefused. */
  async function once<T>(what: string, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      const result = await timed(trace, `GitHub ${what}`, () => send(AbortSignal.timeout(REQUEST_MS)));
      failures = 0;
      return result;
    } catch (error) {
      const status = refusalOf(error as RequestFailure);
      throw status === undefined ? error : new CommentRefused(status, error);
    }
  }

  /** Waits before another try, as long as GitHub says or longer from failure to failure; throws after too many. */
  async function pause(error: unknown): Promise<void> {
    const asked = Number(headersOf(error as RequestFailure)['retry-after'] ?? 0) * 1000;
    if (error instanceof CommentRefused || ++failures >= TRIES || asked > WAIT_MAX_MS) throw error;
    const wait = Math.max(asked, Math.random() * 250 * 2 ** failures);
    await new Promise(resolve => setTimeout(resolve, wait));
  }

  async function read<T>(what: string, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await once(what, send);
      } catch (error) {
        await pause(error);
      }
    }
  }

  async function write(what: string, send: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    try {
      await once(what, send);
      return true;
    } catch (error) {
      if (error instanceof CommentRefused && GONE.includes(error.status) && what !== 'CreateComment')
        return false;
      await pause(error);
      return false;
    }
  }

  async function learnAuthor(): Promise<void> {
    if (knowsAuthor) return;
    knowsAuthor = true;
    try {
      const { data } = await read('GetUser', signal => users.getAuthenticated({ request: { signal } }));
      authors.add(data.login);
    } catch (error) {
      if (!(error instanceof CommentRefused)) throw error;
    }
  }

  return {
    async list() {
      await learnAuthor();
      const found: OwnComment[] = [];
      for (let page = 1; ; page++) {
        const { data } = await read('ListComments', signal =>
          issues.listComments({
            ...where,
            issue_number: pull.number,
            per_page: 100,
            page,
            request: { signal },
          }),
        );
        for (const { id, body, user } of data)
          if (user && (user.type === 'Bot' || authors.has(user.login))) found.push({ id, body: body ?? '' });
        if (data.length < 100) return found;
      }
    },
    create: body =>
      write('CreateComment', async signal => {
        const answer = await issues.createComment({
          ...where,
          issue_number: pull.number,
          body,
          request: { signal },
        });
        if (answer.data.user) authors.add(answer.data.user.login);
      }),
    update: (id, body) =>
      write('UpdateComment', signal =>
        issues.updateComment({ ...where, comment_id: id, body, request: { signal } }),
      ),
    async remove(id) {
      await write('DeleteComment', signal =>
        issues.deleteComment({ ...where, comment_id: id, request: { signal } }),
      );
    },
  };
}

/** What Octokit throws: an answer with a status, or something else that came in its way. */
interface RequestFailure {
  readonly status?: number;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/**
 * The status of an answer that will stay the same; undefined for a fault that may pass. A 403 or 429 with `retry-after`,
 * or with no requests remaining, is throttling (GitHub docs, "Rate limits for the REST API"), not a refusal.
 */
function refusalOf(error: RequestFailure): number | undefined {
  const { status } = error;
  if (status === undefined || status < 400 || status >= 500 || status === 429) return undefined;
  const headers = headersOf(error);
  const throttled = 'retry-after' in headers || String(headers['x-ratelimit-remaining']) === '0';
  return throttled ? undefined : status;
}

function headersOf({ response }: RequestFailure): Readonly<Record<string, string | number | undefined>> {
  return response?.headers ?? {};
}
