export const id = 199;
export const ids = [199];
export const modules = {

/***/ 7023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   W3: () => (/* binding */ readComment),
/* harmony export */   Wr: () => (/* binding */ renderPointer),
/* harmony export */   YE: () => (/* binding */ mergeRows),
/* harmony export */   wQ: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8804);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6916);




const TEXTS = [
    'app',
    'stage',
    'region',
    'stopped',
    'account',
    'bootstrap',
    'state',
    'profile',
    'sha',
];
const COUNTS = ['run', 'attempt', 'at'];
// The rows stand in the comment twice: as data, one per line, and as the table that is made from them.
const MARKER = '<!-- sst-creds:comment v1';
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,4000}) -->\r?$/gm;
/** Characters that GitHub accepts, of four bytes at most. */
const COMMENT_MAX = 65_536;
/** The rest is for the lines around the rows. */
const ROWS_MAX = 60_000;
/** Each column's head, and its cell in Markdown: '' if the row has nothing to say there. An empty column is left out. */
const COLUMNS = [
    ['Result', ({ stopped }) => (stopped === '' ? '✅ ready' : `❌ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .proseWithCode */ .Tb)(stopped)}`)],
    ['App', ({ app }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(app)],
    ['Stage', ({ stage }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(stage)],
    ['Account', ({ account }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(account)],
    ['Region', ({ region }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(region)],
    ['Bootstrap', ({ bootstrap }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .proseWithCode */ .Tb)(bootstrap)],
    ['State', ({ state }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(state)],
    ['Profile', ({ profile }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(profile)],
    [
        'Commit',
        // Linked to the attempt of the run that checked it: its log and job summary have the details.
        ({ sha, run, attempt }, { server, repository }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(sha.slice(0, 7) || 'run'), `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`),
    ],
];
/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
function rowOf(findings, { run, attempt, sha, at, ...inputs }) {
    const { deployment, session, bootstrap, bootstrapRegions = [], stage, problem, maskAccount } = findings;
    const shown = (text = '') => (maskAccount ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutAccounts */ .JV)(text) : text).slice(0, 100);
    return {
        app: shown(deployment?.app),
        stage: shown(deployment?.stage?.name ?? inputs.stage),
        region: shown(deployment?.region.name ?? inputs.region),
        stopped: shown(problem?.title),
        account: (!maskAccount && session?.identity.account) || '',
        // The deploy's own region, then each of `bootstrap-regions` on a line of its own.
        bootstrap: [
            bootstrap && (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .bootstrapWords */ .c0)(bootstrap),
            ...bootstrapRegions.map(({ region, report }) => `\`${region}\`: ${report?.status ?? 'not checked'}`),
        ]
            .filter(Boolean)
            .join('\n'),
        state: stage ? (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .stageWords */ ._l)(stage) : '',
        profile: (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .profileWords */ .PS)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .profileCheckOf */ .Vf)(findings).verdict),
        ...{ sha, run, attempt, at },
    };
}
/** The comment with these rows, as GitHub's Markdown; if not all fit, with the newest. */
function renderComment(rows, site) {
    const cellsOf = (row) => COLUMNS.map(([, cell]) => cell(row, site));
    let room = ROWS_MAX;
    const fitting = newestFirst(mergeRows(rows)).filter(row => {
        room -= dataLine(row).length + cellsOf(row).join(' | ').length + 8;
        return room >= 0;
    });
    const kept = mergeRows(fitting);
    const cells = kept.map(cellsOf);
    const visible = (line) => line.filter((_, index) => cells.some(others => others[index] !== ''));
    return [
        `${MARKER} -->`,
        ...kept.map(dataLine),
        '### SST credentials',
        '',
        verdict(kept.filter(({ stopped }) => stopped === '').length, kept.length),
        '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(visible(COLUMNS.map(([head]) => head)), cells.map(visible)),
        '',
    ].join('\n');
}
/** A row as data that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
function dataLine(row) {
    return `<!-- sst-creds:row ${Buffer.from(JSON.stringify(row)).toString('base64')} -->`;
}
/**
 * Reads a comment's data, never what the table shows.
 *
 * @returns undefined if the comment is not one of this action: it begins with the marker, so a comment that quotes another
 * is none.
 */
function readComment(body) {
    if (!body.startsWith(MARKER))
        return undefined;
    return mergeRows([...body.slice(0, COMMENT_MAX * 4).matchAll(ROW)].flatMap(([, data = '']) => rowIn(data) ?? []));
}
/** Others can edit the comment. A row's texts can be anything, since the table shows them as texts only. */
function rowIn(data) {
    try {
        const value = Object(JSON.parse(Buffer.from(data, 'base64').toString()));
        const isRow = TEXTS.every(name => typeof value[name] === 'string') &&
            COUNTS.every(name => Number.isSafeInteger(value[name]) && value[name] >= 0);
        if (!isRow)
            return undefined;
        return Object.fromEntries([...TEXTS, ...COUNTS].map(name => [name, value[name]]));
    }
    catch {
        return undefined;
    }
}
/** The rows without those that a newer one replaces, sorted. Jobs that merge the same rows in any order get the same table. */
function mergeRows(rows) {
    const kept = [];
    for (const row of newestFirst(rows))
        if (!kept.some(newer => replaces(newer, row)))
            kept.push(row);
    const nameOf = ({ app, stage, region }) => JSON.stringify([app, stage, region]);
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
/** By run, then attempt, then time: a job of yesterday's run that ends late does not replace today's row. */
function newestFirst(rows) {
    return rows.toSorted((a, b) => b.run - a.run ||
        b.attempt - a.attempt ||
        b.at - a.at ||
        (JSON.stringify(a) > JSON.stringify(b) ? -1 : 1));
}
/** What stays of a second comment, made at the same moment as the first: a link to the one with the table. */
function renderPointer(address) {
    return `The SST credentials check of this pull request is in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('this comment', address)}.\n`;
}
function verdict(ready, all) {
    if (ready === all)
        return all === 1 ? 'Ready to deploy.' : `All ${all} are ready to deploy.`;
    return all === 1 ? 'Not ready: nothing was exported.' : `${ready} of ${all} are ready to deploy.`;
}


/***/ }),

/***/ 8199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentOnPullRequest: () => (/* binding */ commentOnPullRequest)
/* harmony export */ });
/* harmony import */ var _github_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8120);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7023);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4503);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6916);





/**
 * Writes this job's row into the pull request's comment, if the workflow runs for a pull request. If the comment cannot be
 * written, there is a notice or a warning, and the step ends as it would have.
 *
 * @param stop gives up.
 */
async function commentOnPullRequest(findings, { githubToken, project }, environment, stop) {
    const { pull_request: pull } = ((0,_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvent */ .j_)(environment) ?? {});
    const site = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .readLinkContext */ .uI)(environment);
    // The same workflow can run on pushes too: there is no pull request then.
    if (typeof pull?.number !== 'number' || !site.repository)
        return;
    if (!githubToken)
        return _github_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .runner */ .l.notice((0,_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .commentNeedsToken */ .Ur)());
    _github_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .runner */ .l.mask(githubToken);
    const row = (0,_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .rowOf */ .OB)(findings, {
        ...project,
        run: count(environment['GITHUB_RUN_ID']),
        attempt: count(environment['GITHUB_RUN_ATTEMPT']),
        // GITHUB_SHA is the merge commit that GitHub made for the run; people know the head's.
        sha: hash(pull.head?.sha) ?? site.sha,
        at: Date.now(),
    });
    // Loaded only now: Octokit is large, and reads the event's payload as it is loaded.
    const { commentRow } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(819)]).then(__webpack_require__.bind(__webpack_require__, 1819));
    await commentRow(row, pull.number, site, githubToken, stop);
}
function count(text) {
    const number = Number(text);
    return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
function hash(value) {
    return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;
}


/***/ })

};
