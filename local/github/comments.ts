import type { GithubRequest, Reply } from './request.ts';

/** A comment on an issue or a pull request. */
export interface Comment {
  id: number;
  repository: string;
  issue: number;
  body: string;
  user: string;
  /** The slug of the app that wrote it, under its own name or a person's. */
  app?: string;
  created: string;
  updated: string;
}

const GRAPHQL = '/graphql';
const LIST = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/comments$/;
const ONE = /^\/repos\/([^/]+\/[^/]+)\/issues\/comments\/(\d+)$/;
const NOT_FOUND: Reply = { status: 404, body: { message: 'Not Found', status: '404' } };
/** The answer to a GITHUB_TOKEN without `pull-requests: write`. */
const READ_ONLY: Reply = {
  status: 403,
  body: { message: 'Resource not accessible by integration', status: '403' },
};

/** The comments of GitHub's REST API. A pull request counts as an issue there. */
export class Comments {
  /** All of them, oldest first. */
  all: Comment[] = [];
  /** Tokens with fewer permissions. All others are allowed to read and write. */
  permissions = new Map<string, 'write' | 'read' | 'none'>();
  /** Whether every page of a list is the first one, like on a server that ignores `page`. */
  ignoresPage = false;
  /** Who a token comments as, if it is neither GITHUB_TOKEN nor octocat's. */
  logins = new Map<string, string>();
  #lastId = 2_000_000_000;

  /** Adds a comment, also as another author. */
  add(comment: Pick<Comment, 'repository' | 'issue' | 'body'> & Partial<Comment>): Comment {
    const now = new Date().toISOString();
    const added = { user: 'octocat', ...comment, id: ++this.#lastId, created: now, updated: now };
    this.all.push(added);
    return added;
  }

  /** The operation of a request, or '' if it is not supported here. */
  static action(method: string, path: string): string {
    if (path === GRAPHQL) return { POST: 'GetViewer' }[method] ?? '';
    if (LIST.test(path)) return { GET: 'ListComments', POST: 'CreateComment' }[method] ?? '';
    if (ONE.test(path))
      return { GET: 'GetComment', PATCH: 'UpdateComment', DELETE: 'DeleteComment' }[method] ?? '';
    return '';
  }

  answer(request: GithubRequest): Reply {
    if (!request.action) return NOT_FOUND;
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    const permission = token === undefined ? 'none' : (this.permissions.get(token) ?? 'write');
    if (token === undefined)
      return { status: 401, body: { message: 'Requires authentication', status: '401' } };
    if (permission === 'none') return NOT_FOUND;
    const user = this.logins.get(token) ?? userOf(token);
    if (request.action === 'GetViewer') return { status: 200, body: { data: { viewer: { login: user } } } };
    if (request.method !== 'GET' && permission === 'read') return READ_ONLY;
    const [, repository = '', number = ''] = LIST.exec(request.path) ?? ONE.exec(request.path) ?? [];
    return LIST.test(request.path)
      ? this.#onIssue(request, repository, Number(number), user)
      : this.#onComment(request, repository, Number(number));
  }

  #onIssue(request: GithubRequest, repository: string, issue: number, user: string): Reply {
    if (request.action === 'CreateComment') {
      const body = bodyOf(request);
      if (body === undefined) return { status: 422, body: { message: 'Validation Failed', status: '422' } };
      return { status: 201, body: shape(this.add({ repository, issue, body, user })) };
    }
    const found = this.all.filter(comment => comment.repository === repository && comment.issue === issue);
    return page(this.ignoresPage ? { ...request, query: { ...request.query, page: '1' } } : request, found);
  }

  #onComment(request: GithubRequest, repository: string, id: number): Reply {
    const comment = this.all.find(other => other.id === id && other.repository === repository);
    if (!comment) return NOT_FOUND;
    if (request.action === 'DeleteComment') {
      this.all = this.all.filter(other => other !== comment);
      return { status: 204 };
    }
    if (request.action === 'UpdateComment') {
      comment.body = bodyOf(request) ?? comment.body;
      comment.updated = new Date().toISOString();
    }
    return { status: 200, body: shape(comment) };
  }
}

/** The author of a comment with this token: a person for a person's token, else GitHub's own bot. */
function userOf(token: string): string {
  return /^(gh[pou]|github_pat)_/.test(token) ? 'octocat' : 'github-actions[bot]';
}

/** A page of a list, with the Link header that leads to the next page. Its length is 30 by default, and 100 at most. */
function page(request: GithubRequest, comments: Comment[]): Reply {
  const size = Math.min(Number(request.query['per_page'] ?? 30), 100);
  const number = Number(request.query['page'] ?? 1);
  const body = comments.slice((number - 1) * size, number * size).map(shape);
  if (number * size >= comments.length) return { status: 200, body };
  const next = `http://${request.headers['host']}${request.path}?per_page=${size}&page=${number + 1}`;
  return { status: 200, body, headers: { link: `<${next}>; rel="next"` } };
}

function bodyOf(request: GithubRequest): string | undefined {
  const { body } = JSON.parse(request.body || '{}') as { body?: unknown };
  return typeof body === 'string' && body !== '' ? body : undefined;
}

function shape(comment: Comment): Record<string, unknown> {
  const { id, repository, issue, body, user, app, created, updated } = comment;
  return {
    id,
    body,
    html_url: `https://github.com/${repository}/pull/${issue}#issuecomment-${id}`,
    user: { login: user, type: user.endsWith('[bot]') ? 'Bot' : 'User' },
    performed_via_github_app: app === undefined ? null : { slug: app },
    created_at: created,
    updated_at: updated,
  };
}
