export const id = 199;
export const ids = [199];
export const modules = {

/***/ 8199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentOnPullRequest: () => (/* binding */ commentOnPullRequest)
/* harmony export */ });
/* harmony import */ var _github_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8120);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4503);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6916);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6774);





/**
 * Writes this job's row into the pull request's comment, if the workflow runs for a pull request. If the comment cannot be
 * written, there is a notice or a warning, and the step ends as it would have.
 *
 * @param stop gives up.
 */
async function commentOnPullRequest(findings, { githubToken, project }, environment, stop) {
    const { pull_request: pull } = ((0,_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvent */ .j)(environment) ?? {});
    const site = (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .readLinkContext */ .uI)(environment);
    // The same workflow can run on pushes too: there is no pull request then.
    if (typeof pull?.number !== 'number' || !site.repository)
        return;
    if (!githubToken)
        return _github_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .runner */ .l.notice((0,_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .commentNeedsToken */ .Ur)());
    _github_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .runner */ .l.mask(githubToken);
    const row = (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOf */ .OB)(findings, {
        ...project,
        run: count(environment['GITHUB_RUN_ID']),
        attempt: count(environment['GITHUB_RUN_ATTEMPT']),
        // GITHUB_SHA is the merge commit that GitHub made for the run; people know the head's.
        sha: hash(pull.head?.sha) ?? site.sha,
        at: Date.now(),
    });
    // Loaded only now: Octokit is large, and reads the event's payload as it is loaded.
    const { commentRow } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(673)]).then(__webpack_require__.bind(__webpack_require__, 9673));
    await commentRow(row, { repository: site.repository, number: pull.number }, site, githubToken, stop);
}
function count(text) {
    const number = Number(text);
    return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
function hash(value) {
    return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;
}


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   X5: () => (/* binding */ decodeRow),
/* harmony export */   YE: () => (/* binding */ mergeRows),
/* harmony export */   b9: () => (/* binding */ encodeRow),
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/* harmony import */ var _bootstrap_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8166);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8804);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);



const STAGE_STATES = ['deployed before', 'new', 'locked', 'stale lock removed', 'not checked'];
const VERDICTS = ['none', 'ignored', 'wins', 'not checked'];
/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
function rowOf(findings, origin) {
    const { deployment, session, bootstrap, bootstrapRegions = [], stage, problem, maskAccount } = findings;
    const { run, attempt, sha, at } = origin;
    const shown = (text = '') => (maskAccount ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAccounts */ .JV)(text) : text).slice(0, 100);
    const regions = bootstrapRegions.map(({ region, report }) => [region, report?.status ?? 'not checked']);
    return {
        app: shown(deployment?.app),
        stage: shown(deployment?.stage?.name ?? origin.stage),
        region: shown(deployment?.region.name ?? origin.region),
        ...(session && !maskAccount ? { account: session.identity.account } : {}),
        outcome: problem ? 'stopped' : 'ready',
        ...(problem ? { title: shown(problem.title) } : {}),
        ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
        ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
        ...(regions.length > 0 ? { regions: Object.fromEntries(regions) } : {}),
        ...(stage ? { state: stageStateOf(stage) } : {}),
        profile: (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .profileCheckOf */ .Vf)(findings).verdict,
        ...{ run, attempt, sha, at },
    };
}
function stageStateOf({ exists, lock }) {
    if (lock === 'held')
        return 'locked';
    if (lock === 'removed')
        return 'stale lock removed';
    if (exists === undefined)
        return 'not checked';
    return exists ? 'deployed before' : 'new';
}
/** The rows without those that a newer one replaces, sorted. Jobs that merge the same rows in any order get the same table. */
function mergeRows(rows) {
    const kept = [];
    for (const row of newestFirst(rows))
        if (!kept.some(newer => replaces(newer, row)))
            kept.push(row);
    return kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
function replaces(newer, row) {
    if (newer.stage !== row.stage)
        return false;
    // A job that stopped before it knew its app left a row without one.
    if (row.app === '' && row.region === '')
        return true;
    return newer.region === row.region && (newer.app === row.app || row.app === '');
}
function nameOf({ app, stage, region }) {
    return JSON.stringify([app, stage, region]);
}
/** The rows, the newest first. */
function newestFirst(rows) {
    return rows.toSorted((a, b) => (isNewer(a, b) ? -1 : 1));
}
/** By run, then attempt, then time: a job of yesterday's run that ends late does not replace today's row. */
function isNewer(a, b) {
    const difference = a.run - b.run || a.attempt - b.attempt || a.at - b.at;
    return difference === 0 ? JSON.stringify(a) > JSON.stringify(b) : difference > 0;
}
/** The row as text that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
function encodeRow(row) {
    return Buffer.from(JSON.stringify(row)).toString('base64');
}
/** Reads a row back; undefined for everything that `encodeRow` would not have written. */
function decodeRow(text) {
    try {
        const value = Object(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
        const fields = Object.keys(FORMS).filter(field => value[field] !== undefined || !OPTIONAL.has(field));
        if (!fields.every(field => FORMS[field].test(JSON.stringify(value[field]))))
            return undefined;
        return Object.fromEntries(fields.map(field => [field, value[field]]));
    }
    catch {
        return undefined;
    }
}
const TEXT = /^"(?:[^"\\]|\\.){0,100}"$/;
const COUNT = /^\d{1,16}$/;
const oneOf = (values) => new RegExp(`^"(?:${values.join('|')})"$`);
const OPTIONAL = new Set([
    'account',
    'title',
    'bootstrap',
    'version',
    'regions',
    'state',
]);
/** The JSON of each field: the data is read from a comment, which others can edit. A new column has a line here. */
const FORMS = {
    app: TEXT,
    stage: TEXT,
    region: TEXT,
    account: /^"\d{12}"$/,
    outcome: /^"(?:ready|stopped)"$/,
    title: TEXT,
    bootstrap: oneOf(_bootstrap_status_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUSES */ .f),
    version: COUNT,
    regions: /^\{(?:"[a-z0-9-]{1,30}":"[a-z ]{1,20}",?){1,50}\}$/,
    state: oneOf(STAGE_STATES),
    profile: oneOf(VERDICTS),
    run: COUNT,
    attempt: COUNT,
    sha: /^"[0-9a-f]{0,64}"$/,
    at: COUNT,
};


/***/ })

};
