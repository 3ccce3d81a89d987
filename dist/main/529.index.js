export const id = 529;
export const ids = [529];
export const modules = {

/***/ 8529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lookUpRunAttempt: () => (/* binding */ lookUpRunAttempt)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var _aws_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);
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
    const { actions } = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token).rest;
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
