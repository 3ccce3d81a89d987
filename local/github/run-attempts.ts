import type { GithubRequest, Reply } from './request.ts';

/** An attempt of a workflow run: the parts of the REST API's answer that are used. */
export interface RunAttemptStatus {
  /** `queued`, `in_progress`, `completed`, … */
  status: string;
  conclusion?: 'success' | 'failure' | 'cancelled' | 'timed_out';
  updated?: Date;
}

const ATTEMPT = /^\/repos\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;

/** GitHub's REST API, "Get a workflow run attempt". */
export class RunAttempts {
  /** Tokens without `actions: read`. */
  blind = new Set<string>();
  /** Called before each answer, and awaited. */
  onRequest: (() => void | Promise<void>) | undefined;
  readonly #known = new Map<string, RunAttemptStatus>();

  /** Sets an attempt, by its URL's path: `acme/shop/actions/runs/12/attempts/1`. */
  set(path: string, status: RunAttemptStatus): void {
    this.#known.set(`/repos/${path}`, status);
  }

  /** The operation of a request, or '' if it is not supported here. */
  static action(method: string, path: string): string {
    return method === 'GET' && ATTEMPT.test(path) ? 'GetWorkflowRunAttempt' : '';
  }

  async answer({ path, headers }: GithubRequest): Promise<Reply> {
    await this.onRequest?.();
    const token = /^(?:token|bearer) (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
    const [, repository, run, attempt] = ATTEMPT.exec(path) ?? [];
    const found = this.#known.get(path);
    if (token === undefined) return { status: 401, body: { message: 'Requires authentication' } };
    if (this.blind.has(token))
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    // If a token is not allowed to read a repository, GitHub answers that it does not exist.
    if (!found) return { status: 404, body: { message: 'Not Found', status: '404' } };
    const { status, conclusion = null, updated = new Date() } = found;
    return {
      status: 200,
      body: {
        id: Number(run),
        run_attempt: Number(attempt),
        status,
        conclusion,
        updated_at: updated.toISOString().replace(/\.\d+Z$/, 'Z'),
        html_url: `https://github.com/${repository}/actions/runs/${run}/attempts/${attempt}`,
      },
    };
  }
}
