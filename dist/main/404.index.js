export const id = 404;
export const ids = [404];
export const modules = {

/***/ 5404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOnPullRequest: () => (/* binding */ commentOnPullRequest)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __webpack_require__(9393);
// EXTERNAL MODULE: ./lib/github/context.js
var context = __webpack_require__(8120);
// EXTERNAL MODULE: ./lib/report/links.js
var links = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/report/messages.js
var messages = __webpack_require__(6916);
// EXTERNAL MODULE: ./lib/bootstrap/status.js
var bootstrap_status = __webpack_require__(8166);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(8804);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
;// CONCATENATED MODULE: ./lib/report/row.js



const STAGE_STATES = ['deployed before', 'new', 'locked', 'stale lock removed', 'not checked'];
const TEXT_MAX = 100;
const PROFILES = ['none', 'ignored', 'wins', 'not checked'];
/** Clocks of two machines differ, but not by more than these milliseconds. */
const CLOCKS_DIFFER_MS = 600_000;
/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
function rowOf(findings, origin) {
    const { deployment, session, bootstrap, stage: stageReport, problem, maskAccount } = findings;
    const { stage, region, run, attempt, sha, at } = origin;
    const shown = (text) => (maskAccount ? (0,lib_text/* withoutAccounts */.JV)(text) : text).slice(0, TEXT_MAX);
    return {
        app: shown(deployment?.app ?? ''),
        stage: shown(deployment?.stage?.name ?? stage ?? ''),
        region: shown(deployment?.region.name ?? region ?? ''),
        ...(session && !maskAccount ? { account: session.identity.account } : {}),
        outcome: problem ? 'stopped' : 'ready',
        ...(problem ? { title: shown(problem.title) } : {}),
        ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
        ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
        ...(stageReport ? { state: stageStateOf(stageReport) } : {}),
        profile: (0,report_findings/* profileCheckOf */.Vf)(findings).verdict,
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
/**
 * Of each app, stage and region the newest row of all lists, sorted. The order of the lists does not matter, so jobs that
 * merge what they read arrive at the same table.
 */
function mergeRows(...lists) {
    const newest = new Map();
    for (const row of lists.flat()) {
        const other = newest.get(keyOf(row));
        if (!other || isNewer(row, other))
            newest.set(keyOf(row), row);
    }
    const rows = [...newest.values()];
    return rows
        .filter(row => !rows.some(other => supersedes(other, row)))
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
function keyOf({ app, stage, region }) {
    return JSON.stringify([app, stage, region]);
}
/** By run, then attempt, then time: a job of yesterday's run that ends late does not overwrite today's row. */
function isNewer(a, b) {
    const difference = a.run - b.run || a.attempt - b.attempt || a.at - b.at;
    return difference === 0 ? JSON.stringify(a) > JSON.stringify(b) : difference > 0;
}
/** A job that stopped before it knew its app left a row without one: a newer row with the app replaces it. */
function supersedes(row, other) {
    return (other.app === '' &&
        row.app !== '' &&
        row.stage === other.stage &&
        (other.region === '' || row.region === other.region) &&
        isNewer(row, other));
}
/** The row as text that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
function encodeRow(row) {
    return Buffer.from(JSON.stringify(row)).toString('base64');
}
/**
 * Reads a row back.
 *
 * @param now milliseconds since 1970. @returns undefined for everything that `encodeRow` would not have written.
 */
function decodeRow(text, now) {
    try {
        const value = Object(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
        const fields = Object.entries(CHECKS).map(([field, check]) => ({ field, value: value[field], check }));
        if (!fields.every(({ value, check }) => check(value)) || value.at > now + CLOCKS_DIFFER_MS)
            return undefined;
        return Object.fromEntries(fields.filter(({ value }) => value !== undefined).map(({ field, value }) => [field, value]));
    }
    catch {
        return undefined;
    }
}
const row_text = value => typeof value === 'string' && value.length <= TEXT_MAX;
const count = value => Number.isSafeInteger(value) && Number(value) >= 0;
const matching = (pattern) => value => typeof value === 'string' && pattern.test(value);
const oneOf = (values) => value => values.includes(value);
const optional = (check) => value => value === undefined || check(value);
/** What each field of a row has to be: the data is read from a comment, which others can edit. A new column has a line here. */
const CHECKS = {
    app: row_text,
    stage: row_text,
    region: row_text,
    account: optional(matching(/^\d{12}$/)),
    outcome: oneOf(['ready', 'stopped']),
    title: optional(row_text),
    bootstrap: optional(oneOf(bootstrap_status/* STATUSES */.f)),
    version: optional(count),
    state: optional(oneOf(STAGE_STATES)),
    profile: oneOf(PROFILES),
    run: count,
    attempt: count,
    sha: matching(/^[0-9a-f]{0,64}$/),
    at: count,
};

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/comment.js



// The rows stand in the comment twice: as data, one per line, and as the table that is made from them.
const MARKER = '<!-- sst-creds:comment v1';
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,2000}) -->\r?$/gm;
/** GitHub accepts 65,536 characters; the rest is for the lines around the rows. */
const ROWS_MAX = 60_000;
const COLUMNS = [
    {
        head: 'Result',
        cell: ({ outcome, title }) => outcome === 'ready' ? '✅ ready' : `❌ ${(0,markdown/* proseWithCode */.Tb)(title ?? 'stopped')}`,
    },
    { head: 'App', cell: ({ app }) => (0,markdown/* code */.aY)(app) },
    { head: 'Stage', cell: ({ stage }) => (0,markdown/* code */.aY)(stage) },
    { head: 'Account', cell: ({ account }) => (0,markdown/* code */.aY)(account ?? '') },
    { head: 'Region', cell: ({ region }) => (0,markdown/* code */.aY)(region) },
    { head: 'Bootstrap', cell: ({ bootstrap, version }) => (0,markdown/* prose */.CS)((0,messages/* bootstrapWords */.c0)(bootstrap, version)) },
    { head: 'State', cell: ({ state = '' }) => (0,markdown/* prose */.CS)(state) },
    { head: 'Profile', cell: ({ profile }) => (0,markdown/* prose */.CS)((0,messages/* profileWords */.PS)(profile)) },
    { head: 'Commit', cell: runLink },
];
/** The comment with these rows, as GitHub's Markdown; if not all fit, with the newest. */
function renderComment(rows, site) {
    const kept = fitting(rows, site);
    const cells = kept.map(row => COLUMNS.map(column => column.cell(row, site)));
    const shown = COLUMNS.map((_, index) => cells.some(line => line[index] !== ''));
    const visible = (line) => line.filter((_, index) => shown[index]);
    return [
        `${MARKER} -->`,
        ...kept.map(dataLine),
        '### SST credentials',
        '',
        verdict(kept.filter(row => row.outcome === 'ready').length, kept.length),
        '',
        (0,markdown/* table */.tp)(visible(COLUMNS.map(column => column.head)), cells.map(visible)),
        '',
    ].join('\n');
}
/**
 * Reads a comment's data, never what the table shows.
 *
 * @param now milliseconds since 1970. @returns undefined if the comment is not one of this action: it begins with the
 * marker, so a comment that quotes another is none.
 */
function readComment(body, now) {
    if (!body.startsWith(MARKER))
        return undefined;
    const rows = [...body.matchAll(ROW)]
        .map(([, data = '']) => decodeRow(data, now))
        .filter(row => row !== undefined);
    return mergeRows(rows);
}
/** What stays of a second comment, made at the same moment as the first: a link to the one with the table. */
function renderPointer(address) {
    return `The SST credentials check of this pull request is in ${(0,markdown/* link */.nf)('this comment', address)}.\n`;
}
/** The rows that fit into a comment: all, or the newest of them, in their order. */
function fitting(rows, site) {
    const merged = mergeRows(rows);
    const kept = new Set();
    let room = ROWS_MAX;
    for (const row of merged.toSorted((a, b) => (isNewer(a, b) ? -1 : 1))) {
        const cells = COLUMNS.map(column => column.cell(row, site));
        room -= dataLine(row).length + cells.join(' | ').length + 8;
        if (room < 0)
            break;
        kept.add(row);
    }
    return merged.filter(row => kept.has(row));
}
function dataLine(row) {
    return `<!-- sst-creds:row ${encodeRow(row)} -->`;
}
function verdict(ready, all) {
    if (ready === all)
        return all === 1 ? 'Ready to deploy.' : `All ${all} are ready to deploy.`;
    return all === 1 ? 'Not ready: nothing was exported.' : `${ready} of ${all} are ready to deploy.`;
}
/** The commit, linked to the attempt of the run that checked it: its log and job summary have the details. */
function runLink({ sha, run, attempt }, { server, repository }) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(sha.slice(0, 7) || 'run'), `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`);
}

;// CONCATENATED MODULE: ./lib/report/share.js


/** Milliseconds after which a job stops looking after its row. */
const SHARE_MS = 45_000;
/** Milliseconds that a job normally takes, at most, from reading the comment to GitHub having carried out its write. */
const WINDOW = 1_500;
/** Jobs that find no comment spread out over these milliseconds before they create one. */
const SPREAD = 3_000;
/** About so many jobs are expected at once, at most. */
const CROWD = 64;
/** Others can keep writing: a row that was in the comment at so many looks stays. */
const LOOKS = 3;
const TRIES = 4;
/** The longest wait that GitHub can ask for, in milliseconds. */
const RETRY_AFTER_MAX = 15_000;
/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at the same time.
 *
 * GitHub has no compare-and-swap for comments: a job that writes what it read before another's write undoes that write.
 * So a job reads, adds its row to all rows that it has ever read, writes, waits longer than such a write takes, and
 * looks again. It is done if nothing has changed since, or if its row stood there at three looks.
 *
 * If jobs create comments at the same moment, the oldest is the one; the others' rows are moved to it, and what stays of
 * them is a link to it.
 *
 * @returns whether the row is known to stay; false if that could not be seen within SHARE_MS.
 * @throws CommentFailure if GitHub refuses, or does not answer several times in a row.
 */
async function shareRow(row, site, api, clock) {
    const state = { known: [row], looks: 0, spread: false, slow: 0 };
    const end = clock.now() + SHARE_MS;
    for (let failures = 0; clock.now() < end;) {
        try {
            const wait = await look(row, state, site, api, clock);
            if (wait === undefined)
                return true;
            failures = 0;
            await clock.sleep(wait);
        }
        catch (error) {
            const { final = true, retryAfter = 0 } = error;
            if (final || ++failures >= TRIES || retryAfter > RETRY_AFTER_MAX)
                throw error;
            await clock.sleep(Math.max(retryAfter, clock.random() * 250 * 2 ** failures));
        }
    }
    return false;
}
/** Reads the comment and does what there is to do. @returns milliseconds until the next look; undefined if the row stays. */
async function look(row, state, site, api, clock) {
    const begun = clock.now();
    const [first, ...others] = (await api.list()).flatMap(comment => {
        const rows = readComment(comment.body, begun);
        return rows ? [{ ...comment, rows }] : [];
    });
    const write = async (send) => {
        state.looks = 0;
        state.seen = JSON.stringify(fitting(state.known, site));
        await send(renderComment(state.known, site));
        return WINDOW * (1 + clock.random());
    };
    if (!first) {
        state.spread = !state.spread;
        return state.spread ? untilCreation(clock.random()) : write(api.create);
    }
    state.known = mergeRows(state.known, first.rows, ...others.map(other => other.rows));
    const wanted = [row, ...others.flatMap(other => other.rows)];
    if (!wanted.every(one => stands(one, first.rows, site))) {
        // An answer that took long is old: writing what follows from it could undo another job's write.
        if (clock.now() - begun > WINDOW / 2 && state.slow++ < LOOKS)
            return clock.random() * WINDOW;
        return write(body => api.update(first.id, body));
    }
    for (const other of others)
        await api.update(other.id, renderPointer(first.address));
    const rows = JSON.stringify(first.rows);
    if (state.seen === rows || ++state.looks >= LOOKS)
        return undefined;
    state.seen = rows;
    return WINDOW * (1 + clock.random() / 2);
}
/**
 * Every new comment sends mail to everybody who follows the pull request, so one job should create it. Few jobs wait for a
 * short time and most for a long one: however many there are, the first is mostly alone by more than a request's time.
 */
function untilCreation(random) {
    return SPREAD * Math.max(0, 1 + Math.log(random) / Math.log(CROWD));
}
/** Whether writing the row would change nothing: it is there, or a newer one instead, or only newer ones fit in. */
function stands(row, rows, site) {
    // Of equal rows the first stays: `row` itself comes out only if it is new.
    return !fitting([...rows, row], site).includes(row);
}

;// CONCATENATED MODULE: ./lib/report/pull-request.js







/**
 * Writes this job's row into the pull request's comment, if the workflow runs for a pull request. Never throws: if the
 * comment cannot be written, there is a notice or a warning, and the step ends as it would have.
 *
 * @param stop gives up.
 */
async function commentOnPullRequest(findings, { githubToken, project }, environment, stop) {
    const event = (0,context/* readEvent */.j)(environment);
    const number = event?.pull_request?.number;
    const site = (0,links/* readLinkContext */.u)(environment);
    // The same workflow can run on pushes too: there is no pull request then.
    if (typeof number !== 'number' || !site.repository)
        return;
    if (!githubToken)
        return commands/* runner */.l.notice((0,messages/* commentNeedsToken */.Ur)());
    commands/* runner */.l.mask(githubToken);
    const row = rowOf(findings, { ...project, ...originOf(event, environment) });
    const limit = AbortSignal.any([stop, AbortSignal.timeout(SHARE_MS)]);
    try {
        const api = await openApi(githubToken, { repository: site.repository, number }, limit);
        const settled = await shareRow(row, site, api, clockUntil(limit));
        if (!settled)
            commands/* runner */.l.warning((0,messages/* commentUnsettled */.E0)());
    }
    catch (error) {
        const { final = false, status, message } = error;
        if (final && status !== undefined)
            commands/* runner */.l.notice((0,messages/* commentRefused */.ql)(status));
        else
            commands/* runner */.l.warning(limit.aborted ? (0,messages/* commentUnsettled */.E0)() : (0,messages/* commentFailed */.tV)(message));
    }
}
/** Loaded only now: Octokit is large, and reads the event's payload as it is loaded. */
async function openApi(token, pull, stop) {
    const { commentApi } = await Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(325)]).then(__webpack_require__.bind(__webpack_require__, 8325));
    return commentApi(token, pull, stop, commands/* runner */.l.debug);
}
function clockUntil(signal) {
    return {
        now: Date.now,
        sleep: milliseconds => (0,promises_.setTimeout)(milliseconds, undefined, { signal }),
        random: Math.random,
    };
}
function originOf(event, environment) {
    return {
        run: pull_request_count(environment['GITHUB_RUN_ID']),
        attempt: pull_request_count(environment['GITHUB_RUN_ATTEMPT']),
        // GITHUB_SHA is the merge commit that GitHub made for the run; people know the head's.
        sha: hash(event?.pull_request?.head?.sha) ?? hash(environment['GITHUB_SHA']) ?? '',
        at: Date.now(),
    };
}
function pull_request_count(text) {
    const number = Number(text);
    return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
function hash(value) {
    return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;
}


/***/ })

};
