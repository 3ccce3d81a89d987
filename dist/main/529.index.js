export const id = 529;
export const ids = [529,325];
export const modules = {

/***/ 8325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentApi: () => (/* binding */ commentApi),
/* harmony export */   q: () => (/* binding */ SILENT)
/* harmony export */ });
/* unused harmony export CommentFailure */
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _aws_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);


/** GitHub refused a request, or did not answer it. */
class CommentFailure extends Error {
    name = 'CommentFailure';
    /** The HTTP status; undefined if there was no answer. */
    status;
    /** Whether the same request would be refused again (401, 403, 404 …). */
    final;
    /** Milliseconds that GitHub wants to be left alone for. */
    retryAfter;
    constructor(error) {
        // Octokit gives a request without an answer the status 500.
        const { message, response: { status, headers = {} } = {} } = error;
        super(status === undefined ? message : `GitHub answered HTTP ${status}`, { cause: error });
        this.status = status;
        this.retryAfter = (Number(headers['retry-after']) || 0) * 1000;
        // GitHub throttles with 403 or 429, and `retry-after` or no requests remaining (its docs, "Rate limits for the REST API").
        const throttled = status === 429 || 'retry-after' in headers || String(headers['x-ratelimit-remaining']) === '0';
        this.final = !throttled && status !== undefined && status >= 400 && status < 500;
    }
}
const REQUEST_MS = 10_000;
const PAGE_SIZE = 100;
/** Pages of comments that are read at most. */
const PAGES_MAX = 50;
/** Bytes of an answer: a page of comments of 65,536 characters each fits. */
const ANSWER_MAX = 32 * 1024 * 1024;
/** Who comments with GITHUB_TOKEN. */
const GITHUB_ACTIONS = 'github-actions[bot]';
/** Octokit would print texts of the answer's headers. */
const SILENT = { debug() { }, info() { }, warn() { }, error() { } };
const GONE = [404, 410];
/**
 * The comments of a pull request, on GITHUB_API_URL (github.com, or an enterprise's server).
 *
 * @param stop ends the request under way. @param trace told of every request: what, how long, with which outcome.
 */
function commentApi(token, pull, stop, trace) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { log: SILENT, request: { log: SILENT } });
    const { issues, users } = octokit.rest;
    const [owner = '', repo = ''] = pull.repository.split('/');
    const repository = { owner, repo };
    let self;
    async function once(what, send) {
        const signal = AbortSignal.any([stop, AbortSignal.timeout(REQUEST_MS)]);
        const fetch = limited(octokit.request.endpoint.DEFAULTS.request?.fetch ?? globalThis.fetch);
        try {
            return await (0,_aws_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .timed */ .a)(trace, `GitHub ${what}`, () => send({ signal, fetch }));
        }
        catch (error) {
            throw new CommentFailure(error);
        }
    }
    /**
     * The login that the token comments as. The token of an app's installation, such as GITHUB_TOKEN, is not allowed to ask
     * `GET /user`, but GraphQL's `viewer`; if the server has no GraphQL, it counts as GITHUB_TOKEN.
     */
    async function ownLogin() {
        if (!token.startsWith('ghs_'))
            return (await once('GetUser', request => users.getAuthenticated({ request }))).data.login;
        try {
            const answer = await once('GetViewer', request => octokit.graphql('{ viewer { login } }', { request }));
            return answer?.viewer?.login ?? GITHUB_ACTIONS;
        }
        catch (error) {
            if (!error.final)
                throw error;
            return GITHUB_ACTIONS;
        }
    }
    /** Another app can comment in a person's name: its comments are not this token's, unless an app gave the token out. */
    function own({ id, body, html_url: address, user, ...comment }) {
        const app = comment.performed_via_github_app;
        const isOwn = user?.login === self && (!app || self === `${app.slug}[bot]` || token.startsWith('ghu_'));
        if (!isOwn || typeof id !== 'number' || typeof body !== 'string')
            return [];
        return [{ id, body, address: String(address) }];
    }
    return {
        async list() {
            self ??= await ownLogin();
            const found = [];
            const seen = new Set();
            for (let page = 1; page <= PAGES_MAX; page++) {
                const { data } = await once('ListComments', request => issues.listComments({
                    ...repository,
                    issue_number: pull.number,
                    per_page: PAGE_SIZE,
                    page,
                    request,
                }));
                if (!Array.isArray(data))
                    throw new CommentFailure(new Error('GitHub answered something else'));
                const comments = data.map(comment => (comment ?? {}));
                // A server that ignores `page` answers the same again and again.
                const news = comments.filter(({ id }) => !seen.has(id));
                for (const { id } of news)
                    seen.add(id);
                found.push(...news.flatMap(own));
                if (comments.length < PAGE_SIZE || news.length === 0)
                    break;
            }
            return found.sort((a, b) => a.id - b.id);
        },
        async create(body) {
            await once('CreateComment', request => issues.createComment({ ...repository, issue_number: pull.number, body, request }));
        },
        async update(id, body) {
            try {
                await once('UpdateComment', request => issues.updateComment({ ...repository, comment_id: id, body, request }));
            }
            catch (error) {
                if (!GONE.includes(error.status))
                    throw error;
            }
        },
    };
}
/** The same `fetch`, whose answers end after ANSWER_MAX bytes. */
function limited(fetch) {
    return async (...request) => {
        const answer = await fetch(...request);
        let size = 0;
        const count = new TransformStream({
            transform(chunk, controller) {
                size += chunk.length;
                if (size > ANSWER_MAX)
                    controller.error(new Error('The answer is too long'));
                else
                    controller.enqueue(chunk);
            },
        });
        return new Response(answer.body?.pipeThrough(count) ?? null, answer);
    };
}


/***/ }),

/***/ 8529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookUpRunAttempt: () => (/* binding */ lookUpRunAttempt)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _aws_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);
/* harmony import */ var _comments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8325);
// Loaded only if a lock names a workflow run: Octokit is larger than everything else that the action loads.



const REQUEST_MS = 8_000;
const TRIES = 2;
/**
 * Asks GitHub (GITHUB_API_URL) for one attempt of a workflow run. Never throws: an answer that cannot be had, or is about
 * another attempt, is `unknown`.
 *
 * @param token needs `actions: read`. @param trace is told of every request.
 */
async function lookUpRunAttempt(token, { owner, repository: repo, run, attempt }, trace) {
    const { actions } = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { log: _comments_js__WEBPACK_IMPORTED_MODULE_2__/* .SILENT */ .q, request: { log: _comments_js__WEBPACK_IMPORTED_MODULE_2__/* .SILENT */ .q } }).rest;
    const where = { owner, repo, run_id: run, attempt_number: attempt };
    for (let tries = 1;; tries++) {
        try {
            const { data } = await (0,_aws_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .timed */ .a)(trace, 'GitHub GetWorkflowRunAttempt', () => actions.getWorkflowRunAttempt({ ...where, request: { signal: AbortSignal.timeout(REQUEST_MS) } }));
            return stateOf(data, run, attempt);
        }
        catch (error) {
            const status = answerTo(error);
            const isFinal = status !== undefined && status < 500;
            if (isFinal || tries === TRIES)
                return { is: 'unknown', why: reason(status) };
        }
    }
}
/** GitHub's REST API, "Get a workflow run attempt". */
function stateOf(data, run, attempt) {
    const { id, run_attempt, status, conclusion, updated_at } = Object(data);
    if (id !== run || run_attempt !== attempt || typeof status !== 'string')
        return { is: 'unknown', why: 'GitHub answered with something else' };
    if (status !== 'completed')
        return { is: 'running', status };
    const ended = new Date(String(updated_at));
    return {
        is: 'completed',
        conclusion: typeof conclusion === 'string' ? conclusion : 'completed',
        ...(Number.isNaN(ended.getTime()) ? {} : { ended }),
    };
}
/** The HTTP status of GitHub's answer; undefined if there was none, for which Octokit makes up a status. */
function answerTo(error) {
    return error.response?.status;
}
function reason(status) {
    if (status === undefined)
        return 'GitHub did not answer';
    const because = [401, 403, 404].includes(status)
        ? ': `github-token` needs `actions: read` for the repository of that run'
        : '';
    return `GitHub answered HTTP ${status}${because}`;
}


/***/ })

};
