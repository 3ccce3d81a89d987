import { openRest, statusOf } from './rest.ts';

export type CommentApi = Awaited<ReturnType<typeof commentApi>>;

/** A comment that the token's own identity wrote. */
export type OwnComment = Awaited<ReturnType<CommentApi['list']>>[number];

type Issues = Awaited<ReturnType<typeof openRest>>['rest']['issues'];
type ListedComment = Awaited<ReturnType<Issues['listComments']>>['data'][number];

/** Who comments with GITHUB_TOKEN. */
const GITHUB_ACTIONS = 'github-actions[bot]';

/**
 * The comments of one pull request. Each call throws Octokit's error if GitHub refuses, or does not answer.
 *
 * @param repository `acme/shop`. @param stop ends the request under way. @param trace is told of every request.
 */
export async function commentApi(
  token: string,
  repository: string,
  number: number,
  stop: AbortSignal,
  trace: (line: string) => void,
) {
  const octokit = await openRest(token, trace, stop);
  const { issues } = octokit.rest;
  const [owner = '', repo = ''] = repository.split('/');
  const issue = { owner, repo, issue_number: number };
  let self: string | undefined;

  /**
   * The login that the token comments as. Not `GET /user`, which GITHUB_TOKEN is not allowed to ask. If the server has no
   * GraphQL, the token counts as GITHUB_TOKEN.
   */
  async function ownLogin(): Promise<string> {
    const asked = octokit.graphql<{ viewer?: { login?: string } } | null>('{ viewer { login } }');
    const answer = await asked.catch(error => {
      if ((statusOf(error) ?? 500) >= 500) throw error;
    });
    return answer?.viewer?.login ?? GITHUB_ACTIONS;
  }

  /** Another app can comment in a person's name: such comments are this token's only if an app gave the token out. */
  function isOwn({ user, performed_via_github_app: app }: ListedComment): boolean {
    return user?.login === self && (!app || self === `${app.slug}[bot]` || token.startsWith('ghu_'));
  }

  return {
    /** Those of the token's own identity, the oldest first. */
    async list() {
      self ??= await ownLogin();
      const found = new Map<number, ListedComment>();
      const pages = octokit.paginate.iterator(issues.listComments, { ...issue, per_page: 100 });
      for await (const { data } of pages) {
        const before = found.size;
        for (const comment of data) found.set(comment.id, comment);
        // A server that ignores `page` answers the same again and again.
        if (found.size === before) break;
      }
      const own = [...found.values()].filter(isOwn).sort((a, b) => a.id - b.id);
      return own.map(({ id, body = '', html_url: address }) => ({ id, body, address }));
    },
    async create(body: string): Promise<void> {
      await issues.createComment({ ...issue, body });
    },
    /** Does nothing if the comment was deleted meanwhile. */
    async update(id: number, body: string): Promise<void> {
      await issues.updateComment({ owner, repo, comment_id: id, body }).catch(error => {
        if (statusOf(error) !== 404 && statusOf(error) !== 410) throw error;
      });
    },
  };
}
