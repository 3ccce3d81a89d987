export const id = 529;
export const ids = [529];
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

/***/ 8529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookUpRunAttempt: () => (/* binding */ lookUpRunAttempt)
/* harmony export */ });
/* harmony import */ var _rest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2825);

/** Milliseconds for all tries. */
const WITHIN_MS = 10_000;
/**
 * Asks GitHub (GITHUB_API_URL) for one attempt of a workflow run. Never throws: an answer that cannot be had, or is about
 * another attempt, is `unknown`.
 *
 * @param token needs `actions: read`. @param trace is told of every request.
 */
async function lookUpRunAttempt(token, { owner, repository: repo, run, attempt }, trace) {
    const { actions } = (0,_rest_js__WEBPACK_IMPORTED_MODULE_0__/* .openRest */ .P8)(token, trace, AbortSignal.timeout(WITHIN_MS)).rest;
    const ask = () => actions.getWorkflowRunAttempt({ owner, repo, run_id: run, attempt_number: attempt });
    try {
        const { data } = await ask().catch(error => ((0,_rest_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) ? ask() : Promise.reject(error)));
        const { id, run_attempt, status, conclusion, updated_at } = Object(data);
        if (id !== run || run_attempt !== attempt || !status)
            return { is: 'unknown', why: 'GitHub answered with something else' };
        return status === 'completed'
            ? { is: 'completed', conclusion: conclusion ?? status, ended: new Date(updated_at) }
            : { is: 'running', status };
    }
    catch (error) {
        const isRefused = [401, 403, 404].includes((0,_rest_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) ?? 0);
        const needs = isRefused ? ': `github-token` needs `actions: read` for the repository of that run' : '';
        return { is: 'unknown', why: `${(0,_rest_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)}${needs}` };
    }
}


/***/ })

};
