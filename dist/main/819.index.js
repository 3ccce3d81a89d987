export const id = 819;
export const ids = [819];
export const modules = {

/***/ 2825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   P8: () => (/* binding */ openRest),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   dg: () => (/* binding */ isTransient)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _aws_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);
// Loaded only if GitHub's API is asked: Octokit is larger than everything else that the action loads.


/** Milliseconds for a request, its whole answer included. */
const REQUEST_MS = 10_000;
/** Octokit would print texts of the answer's headers. */
const SILENT = { debug() { }, info() { }, warn() { }, error() { } };
/**
 * Octokit for GITHUB_API_URL, through the environment's proxy. It prints nothing, and its requests have a time limit.
 *
 * @param stop ends the request under way. @param trace is told of every request: what, how long, with which outcome.
 */
function openRest(token, trace, stop) {
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { log: SILENT });
    octokit.hook.wrap('request', (send, options) => {
        // Every hook gets this object, whatever another one gives to its `send`.
        const signal = AbortSignal.any([stop, AbortSignal.timeout(REQUEST_MS)]);
        options.request = { ...options.request, log: SILENT, signal };
        return (0,_aws_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .timed */ .a)(trace, `GitHub ${options.method} ${options.url}`, async () => send(options));
    });
    return octokit;
}
/** The HTTP status of GitHub's answer to a failed request; undefined if there was none. */
function statusOf(error) {
    return error.response?.status;
}
/** Whether GitHub wants fewer requests (its docs, "Rate limits for the REST API"). */
function isThrottled(error) {
    const { status, headers = {} } = error.response ?? {};
    return status === 429 || 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0';
}
/** Whether GitHub would refuse the same request again. */
function isRefused(error) {
    const status = statusOf(error) ?? 500;
    return status >= 400 && status < 500 && !isThrottled(error);
}
/** Whether another try might pass: there was no answer, or one of a server that is not well. */
function isTransient(error) {
    return error.name === 'HttpError' && (statusOf(error) ?? 500) >= 500;
}
/** Why there is no usable answer, as the end of a sentence. */
function reasonOf(error) {
    const { name, message } = error;
    const status = statusOf(error);
    if (status !== undefined)
        return `GitHub answered HTTP ${status}${isThrottled(error) ? ' (too many requests)' : ''}`;
    return name === 'HttpError' ? 'GitHub did not answer' : message;
}


/***/ }),

/***/ 1819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentRow: () => (/* binding */ commentRow)
});

// UNUSED EXPORTS: WINDOW, shareRow

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __webpack_require__(9393);
// EXTERNAL MODULE: ./lib/github/rest.js
var rest = __webpack_require__(2825);
;// CONCATENATED MODULE: ./lib/github/comments.js

/** Who comments with GITHUB_TOKEN. */
const GITHUB_ACTIONS = 'github-actions[bot]';
/**
 * The comments of one pull request. Each call throws Octokit's error if GitHub refuses, or does not answer.
 *
 * @param repository `acme/shop`. @param number the pull request's.
 * @param stop ends the request under way. @param trace is told of every request.
 */
function commentApi(token, repository, number, stop, trace) {
    const octokit = (0,rest/* openRest */.P8)(token, trace, stop);
    const { issues } = octokit.rest;
    const [owner = '', repo = ''] = repository.split('/');
    const issue = { owner, repo, issue_number: number };
    let self;
    /**
     * The login that the token comments as. Not `GET /user`, which GITHUB_TOKEN is not allowed to ask. If the server has no
     * GraphQL, the token counts as GITHUB_TOKEN.
     */
    async function ownLogin() {
        try {
            const answer = await octokit.graphql('{ viewer { login } }');
            return answer?.viewer?.login ?? GITHUB_ACTIONS;
        }
        catch (error) {
            if (((0,rest/* statusOf */.c2)(error) ?? 500) >= 500)
                throw error;
            return GITHUB_ACTIONS;
        }
    }
    /** Another app can comment in a person's name: such comments are this token's only if an app gave the token out. */
    function isOwn({ user, performed_via_github_app: app }) {
        return user?.login === self && (!app || self === `${app.slug}[bot]` || token.startsWith('ghu_'));
    }
    return {
        /** Those of the token's own identity, the oldest first. */
        async list() {
            self ??= await ownLogin();
            const found = new Map();
            const pages = octokit.paginate.iterator(issues.listComments, { ...issue, per_page: 100 });
            for await (const { data } of pages) {
                const before = found.size;
                for (const comment of data)
                    found.set(comment.id, comment);
                // A server that ignores `page` answers the same again and again.
                if (found.size === before)
                    break;
            }
            const own = [...found.values()].filter(isOwn).sort((a, b) => a.id - b.id);
            return own.map(({ id, body = '', html_url: address }) => ({ id, body, address }));
        },
        async create(body) {
            await issues.createComment({ ...issue, body });
        },
        /** Does nothing if the comment was deleted meanwhile. */
        async update(id, body) {
            try {
                await issues.updateComment({ owner, repo, comment_id: id, body });
            }
            catch (error) {
                if ((0,rest/* statusOf */.c2)(error) !== 404 && (0,rest/* statusOf */.c2)(error) !== 410)
                    throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/report/comment.js
var report_comment = __webpack_require__(7023);
// EXTERNAL MODULE: ./lib/report/messages.js
var messages = __webpack_require__(6916);
;// CONCATENATED MODULE: ./lib/report/share.js






/** Milliseconds that a job normally takes, at most, from reading the comment to GitHub having carried out its write. */
const WINDOW = 1_500;
/** Jobs that find no comment spread out over these milliseconds before they create one: each comment sends mail. */
const SPREAD = 4_000;
/** Milliseconds after which a job stops looking after its row, and looks until then at most. */
const SHARE_MS = 45_000;
const LOOKS_MAX = 20;
const FAILURES_MAX = 4;
/** Looks at a list without any comment: two before this job creates one, the others after that. */
const MISSES_MAX = 5;
/** Writes the row into the pull request's comment. Never throws: if it cannot, there is a notice or a warning. */
async function commentRow(row, number, site, token, stop) {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(SHARE_MS)]);
    const clock = { sleep: (ms) => (0,promises_.setTimeout)(ms, undefined, { signal }), random: Math.random };
    try {
        const api = commentApi(token, site.repository, number, signal, commands/* runner */.l.debug);
        if (!(await shareRow(row, site, api, clock)))
            commands/* runner */.l.warning((0,messages/* commentUnsettled */.E0)());
    }
    catch (error) {
        if ((0,rest/* isRefused */.H0)(error))
            commands/* runner */.l.notice((0,messages/* commentRefused */.ql)((0,rest/* statusOf */.c2)(error)));
        else
            commands/* runner */.l.warning(signal.aborted ? (0,messages/* commentUnsettled */.E0)() : (0,messages/* commentFailed */.tV)((0,rest/* reasonOf */.A3)(error)));
    }
}
/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at the same time.
 *
 * GitHub has no compare-and-swap for comments: a job that writes what it read before another's write undoes that write.
 * So a job reads the comment, writes it with all rows that it has ever read and its own, waits longer than such a write
 * takes, and looks again. It is done if the comment is still as it wrote it, or lacked no row at two looks. (In 2,400
 * simulations of 12 and 40 jobs, with requests of up to two seconds, no row was lost.)
 *
 * If jobs create comments at the same moment, the oldest is the one; the others' rows are moved to it, and what stays of
 * them is a link to it.
 *
 * @returns whether the row is known to stay.
 * @throws Octokit's error if GitHub refuses, or does not answer several times.
 */
async function shareRow(row, site, api, clock) {
    let known = [row];
    let written;
    let complete = 0;
    let misses = 0;
    let created = false;
    const untilSeen = () => WINDOW * (1 + clock.random());
    /** @returns milliseconds until the next look; undefined if the row stays. */
    async function look() {
        const tables = (await api.list()).flatMap(comment => {
            const rows = (0,report_comment/* readComment */.W3)(comment.body);
            return rows ? [{ ...comment, rows }] : [];
        });
        known = (0,report_comment/* mergeRows */.YE)([...known, ...tables.flatMap(({ rows }) => rows)]);
        const body = (0,report_comment/* renderComment */.wQ)(known, site);
        const wanted = JSON.stringify((0,report_comment/* readComment */.W3)(body));
        const [first, ...others] = tables;
        if (!first)
            return missing(body);
        if (JSON.stringify(first.rows) === wanted) {
            for (const { id } of others)
                await api.update(id, (0,report_comment/* renderPointer */.Wr)(first.address));
            return body === written || ++complete === 2 ? undefined : untilSeen();
        }
        complete = 0;
        await api.update(first.id, body);
        written = body;
        return untilSeen();
    }
    /** There is no comment yet, or GitHub does not list it yet. */
    async function missing(body) {
        if (++misses === 1)
            return clock.random() * SPREAD;
        if (misses > MISSES_MAX)
            throw new Error('GitHub does not list the comment that was created');
        if (!created)
            await api.create(body);
        created = true;
        written = body;
        return untilSeen();
    }
    for (let looks = 0, failures = 0; looks < LOOKS_MAX; looks++) {
        let wait = untilSeen();
        try {
            wait = await look();
        }
        catch (error) {
            if (!(0,rest/* isTransient */.dg)(error) || ++failures === FAILURES_MAX)
                throw error;
        }
        if (wait === undefined)
            return true;
        await clock.sleep(wait);
    }
    return false;
}


/***/ })

};
