export const id = 31;
export const ids = [31];
export const modules = {

/***/ 7031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOnPullRequest: () => (/* binding */ commentOnPullRequest)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __webpack_require__(9393);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./lib/aws/trace.js
var aws_trace = __webpack_require__(4112);
// EXTERNAL MODULE: ./lib/report/messages.js
var messages = __webpack_require__(6916);
;// CONCATENATED MODULE: ./lib/github/comments.js
// Loaded only where a comment is to be written: Octokit is larger than all else that the action loads to start.



/** GitHub refused (401, 403, 404): asking again changes nothing. */
class CommentRefused extends Error {
    name = 'CommentRefused';
    status;
    constructor(status, cause) {
        super((0,messages/* answered */.oQ)(status), { cause });
        this.status = status;
    }
}
const REQUEST_MS = 10_000;
const TRIES = 4;
/** No longer than this is waited on GitHub's word (`retry-after`). */
const WAIT_MAX_MS = 15_000;
/** The comment is not there any more: another job removed it as a double, or a person did. */
const GONE = [404, 410];
/**
 * The comments of a pull request, on GITHUB_API_URL (github.com or an enterprise's server).
 *
 * @param trace told of every request: what, how long, with which outcome.
 * @throws CommentRefused where the token may not; else, after a few tries, what the request failed with.
 */
function commentApi(token, pull, trace) {
    const { issues, users } = (0,github/* getOctokit */.Q)(token).rest;
    const [owner = '', repo = ''] = pull.repository.split('/');
    const where = { owner, repo };
    // A comment is taken for ours by its marker and its author; the marker alone anybody could write. GITHUB_TOKEN
    // cannot ask who it is, but it comments as a bot, and so do Apps; any other token can.
    const authors = new Set();
    let knowsAuthor = token.startsWith('ghs_');
    let failures = 0;
    /** Sends the request once; an answer that will stay the same becomes CommentRefused. */
    async function once(what, send) {
        try {
            const result = await (0,aws_trace/* timed */.a)(trace, `GitHub ${what}`, () => send(AbortSignal.timeout(REQUEST_MS)));
            failures = 0;
            return result;
        }
        catch (error) {
            const status = refusalOf(error);
            throw status === undefined ? error : new CommentRefused(status, error);
        }
    }
    /** Waits before another try, as long as GitHub says or longer from failure to failure; throws after too many. */
    async function pause(error) {
        const asked = Number(headersOf(error)['retry-after'] ?? 0) * 1000;
        if (error instanceof CommentRefused || ++failures >= TRIES || asked > WAIT_MAX_MS)
            throw error;
        const wait = Math.max(asked, Math.random() * 250 * 2 ** failures);
        await new Promise(resolve => setTimeout(resolve, wait));
    }
    async function read(what, send) {
        for (;;) {
            try {
                return await once(what, send);
            }
            catch (error) {
                await pause(error);
            }
        }
    }
    async function write(what, send) {
        try {
            await once(what, send);
            return true;
        }
        catch (error) {
            if (error instanceof CommentRefused && GONE.includes(error.status) && what !== 'CreateComment')
                return false;
            await pause(error);
            return false;
        }
    }
    async function learnAuthor() {
        if (knowsAuthor)
            return;
        knowsAuthor = true;
        try {
            const { data } = await read('GetUser', signal => users.getAuthenticated({ request: { signal } }));
            authors.add(data.login);
        }
        catch (error) {
            if (!(error instanceof CommentRefused))
                throw error;
        }
    }
    return {
        async list() {
            await learnAuthor();
            const found = [];
            for (let page = 1;; page++) {
                const { data } = await read('ListComments', signal => issues.listComments({
                    ...where,
                    issue_number: pull.number,
                    per_page: 100,
                    page,
                    request: { signal },
                }));
                for (const { id, body, user } of data)
                    if (user && (user.type === 'Bot' || authors.has(user.login)))
                        found.push({ id, body: body ?? '' });
                if (data.length < 100)
                    return found;
            }
        },
        create: body => write('CreateComment', async (signal) => {
            const answer = await issues.createComment({
                ...where,
                issue_number: pull.number,
                body,
                request: { signal },
            });
            if (answer.data.user)
                authors.add(answer.data.user.login);
        }),
        update: (id, body) => write('UpdateComment', signal => issues.updateComment({ ...where, comment_id: id, body, request: { signal } })),
        async remove(id) {
            await write('DeleteComment', signal => issues.deleteComment({ ...where, comment_id: id, request: { signal } }));
        },
    };
}
/**
 * The status of an answer that will stay the same; undefined for a fault that may pass. A 403 or 429 with `retry-after`,
 * or with no requests remaining, is throttling (GitHub docs, "Rate limits for the REST API"), not a refusal.
 */
function refusalOf(error) {
    const { status } = error;
    if (status === undefined || status < 400 || status >= 500 || status === 429)
        return undefined;
    const headers = headersOf(error);
    const throttled = 'retry-after' in headers || String(headers['x-ratelimit-remaining']) === '0';
    return throttled ? undefined : status;
}
function headersOf({ response }) {
    return response?.headers ?? {};
}

// EXTERNAL MODULE: ./lib/github/context.js
var context = __webpack_require__(8120);
// EXTERNAL MODULE: ./lib/report/links.js
var links = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/bootstrap/status.js
var bootstrap_status = __webpack_require__(8166);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/row.js



const TEXT_MAX = 100;
const PROFILES = ['none', 'ignored', 'wins', 'not checked'];
/** The row of this step. Nothing in it is a secret; with `maskAccount` no account id is in it either. */
function rowOf(findings, origin) {
    const { deployment, session, bootstrap, problem, maskAccount } = findings;
    const { run, attempt, sha, at } = origin;
    const shown = (text) => (maskAccount ? (0,markdown/* withoutAccounts */.JV)(text) : text).slice(0, TEXT_MAX);
    return {
        app: shown(deployment?.app ?? ''),
        stage: shown(deployment?.stage?.name ?? origin.stage ?? ''),
        region: shown(deployment?.region.name ?? origin.region ?? ''),
        ...(session && !maskAccount ? { account: session.identity.account } : {}),
        outcome: problem ? 'stopped' : 'ready',
        ...(problem ? { title: shown(problem.title) } : {}),
        ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
        ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
        profile: (0,report_findings/* profileCheckOf */.V)(findings).verdict,
        run,
        attempt,
        sha,
        at,
    };
}
/** What makes two rows the same one. */
function rowKey({ app, stage, region }) {
    return JSON.stringify([app, stage, region]);
}
/**
 * All rows of all lists, of each key the newest, in the order of their keys. The result hangs neither on the lists'
 * order nor on how often a row is among them, so that jobs that merge what they read arrive at the same table.
 */
function mergeRows(...lists) {
    const newest = new Map();
    for (const row of lists.flat()) {
        const other = newest.get(rowKey(row));
        if (!other || isNewer(row, other))
            newest.set(rowKey(row), row);
    }
    const rows = [...newest.values()];
    return rows
        .filter(row => !rows.some(other => supersedes(other, row)))
        .sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
}
/** By run, then attempt, then time: a job of yesterday's run that ends late does not overwrite today's row. */
function isNewer(row, other) {
    const [a, b] = [age(row), age(other)];
    const difference = a.map((value, index) => value - (b[index] ?? 0)).find(value => value !== 0);
    if (difference !== undefined)
        return difference > 0;
    return JSON.stringify(row) > JSON.stringify(other);
}
function age({ run, attempt, at }) {
    return [run, attempt, at];
}
/** A job that stopped before it knew its app left a row without one; its next run's row, with one, takes its place. */
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
/** Reads a row back; undefined for all that `encodeRow` would not have written: anybody may write comments. */
function decodeRow(text) {
    let value;
    try {
        value = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    }
    catch {
        return undefined;
    }
    return isRow(value) ? plain(value) : undefined;
}
function isRow(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const row = value;
    return ([row['app'], row['stage'], row['region']].every(isText) &&
        optional(row['account'], account => /^\d{12}$/.test(String(account))) &&
        (row['outcome'] === 'ready' || row['outcome'] === 'stopped') &&
        optional(row['title'], isText) &&
        optional(row['bootstrap'], status => bootstrap_status/* STATUSES */.f.includes(status)) &&
        optional(row['version'], isCount) &&
        PROFILES.includes(row['profile']) &&
        [row['run'], row['attempt'], row['at']].every(isCount) &&
        typeof row['sha'] === 'string' &&
        /^[0-9a-f]{0,64}$/.test(row['sha']));
}
function optional(value, test) {
    return value === undefined || test(value);
}
function isText(value) {
    return typeof value === 'string' && value.length <= TEXT_MAX;
}
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
/** The row's own properties, in one order, and nothing that came along with them. */
function plain(row) {
    const { app, stage, region, account, outcome, title, bootstrap, version, profile } = row;
    return {
        app,
        stage,
        region,
        ...(account === undefined ? {} : { account }),
        outcome,
        ...(title === undefined ? {} : { title }),
        ...(bootstrap === undefined ? {} : { bootstrap }),
        ...(version === undefined ? {} : { version }),
        profile,
        run: row.run,
        attempt: row.attempt,
        sha: row.sha,
        at: row.at,
    };
}

;// CONCATENATED MODULE: ./lib/report/comment.js



// The first line makes the comment ours, and names the write that made it, so that a reader can tell whether anybody
// has written since. The rows stand in it twice: as data, one a line, and as the table that is made from them.
const MARKER = /^<!-- sst-creds:comment v1 write=([0-9a-f]{1,32}) -->$/m;
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,2000}) -->$/gm;
/** GitHub takes 65,536 characters; what is left is for the lines around the rows. */
const ROWS_MAX = 60_000;
/** The comment of these rows, as GitHub's Markdown; of more than fit, the newest. */
function renderComment(rows, write, site) {
    const kept = fitting(rows, site);
    const withAccounts = kept.some(row => row.account !== undefined);
    const heads = messages/* COMMENT_HEADS */.er.filter(head => withAccounts || head !== 'Account');
    return [
        `<!-- sst-creds:comment v1 write=${write} -->`,
        ...kept.map(dataLine),
        messages/* COMMENT_TITLE */.fw,
        '',
        (0,messages/* commentCount */.Z2)(kept.filter(row => row.outcome === 'ready').length, kept.length),
        '',
        (0,markdown/* table */.tp)(heads, kept.map(row => cells(row, site, withAccounts))),
        '',
    ].join('\n');
}
/** Reads a comment's data; undefined where it is none of ours. Only data is read, never what the table shows. */
function readComment(body) {
    const write = MARKER.exec(body)?.[1];
    if (write === undefined)
        return undefined;
    const rows = [...body.matchAll(ROW)]
        .map(([, data = '']) => decodeRow(data))
        .filter(row => row !== undefined);
    return { write, rows: mergeRows(rows) };
}
/** The rows that a comment has room for: all, or the newest of them, in their order. */
function fitting(rows, site) {
    const merged = mergeRows(rows);
    const newestFirst = [...merged].sort((a, b) => b.run - a.run || b.attempt - a.attempt || b.at - a.at);
    const kept = new Set();
    let room = ROWS_MAX;
    for (const row of newestFirst) {
        room -= dataLine(row).length + cells(row, site, true).join(' | ').length + 8;
        if (room < 0)
            break;
        kept.add(row);
    }
    return merged.filter(row => kept.has(row));
}
function dataLine(row) {
    return `<!-- sst-creds:row ${encodeRow(row)} -->`;
}
function cells(row, site, withAccounts) {
    const { app, stage, region, account, outcome, title, bootstrap, version, profile } = row;
    return [
        (0,messages/* resultCell */.An)(outcome, title),
        (0,markdown/* code */.aY)(app),
        (0,markdown/* code */.aY)(stage),
        ...(withAccounts ? [(0,markdown/* code */.aY)(account ?? '')] : []),
        (0,markdown/* code */.aY)(region),
        (0,markdown/* prose */.CS)((0,messages/* bootstrapWords */.c0)(bootstrap, version)),
        (0,markdown/* prose */.CS)((0,messages/* profileWords */.PS)(profile)),
        runLink(row, site),
    ];
}
/** The commit, linked to the attempt of the run that looked at it: its log and job summary say the rest. */
function runLink({ sha, run, attempt }, { server, repository }) {
    const url = `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`;
    return `[${(0,markdown/* code */.aY)(sha.slice(0, 7) || messages/* RUN */.oq)}](${url})`;
}

;// CONCATENATED MODULE: ./lib/report/share.js


/**
 * The longest that a job takes from reading the comment to GitHub having carried out what it wrote, in milliseconds:
 * the assumption that the whole protocol rests on.
 */
const WINDOW = 1_500;
/** After so many milliseconds a job stops watching over its row. */
const PATIENCE = 45_000;
/** A row that stood in the comment at each look for so many windows is settled, though others still write. */
const LONG = 3;
/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at once.
 *
 * GitHub has no compare-and-swap for comments: who writes what was read before another's write undoes that. So a job
 * reads, merges its row and all rows it has ever seen, writes, and then looks whether its row stays. It is done when
 * the comment has not changed for a WINDOW: whoever had read it without the row would have written within that time,
 * and all who read it now carry the row on. Where others keep writing, it is done when the row stood there at each look
 * for three windows. Of several comments, made at the same moment, the oldest (the lowest id) is the one; the others'
 * rows are merged into it before they are removed.
 *
 * @returns whether the row is known to stay; false when that could not be seen within PATIENCE.
 * @throws what the API throws.
 */
async function shareRow(row, site, api, clock) {
    const sharing = new Sharing(row, site, api, clock);
    const deadline = clock.now() + PATIENCE;
    while (clock.now() < deadline)
        if (await sharing.look())
            return true;
    return false;
}
class Sharing {
    #row;
    #site;
    #api;
    #clock;
    /** Every row seen so far, and our own. */
    #known;
    /** Which write the comment was last seen to be, and since when. */
    #last;
    /** Since when our row was in the comment at each look. */
    #standing;
    #mayCreate = false;
    constructor(row, site, api, clock) {
        this.#row = row;
        this.#known = [row];
        this.#site = site;
        this.#api = api;
        this.#clock = clock;
    }
    /** Looks, and does what is to be done about it; true when there is nothing left. */
    async look() {
        const asked = this.#clock.now();
        const [first, ...others] = await this.#ownComments();
        if (!first) {
            await this.#create();
            return false;
        }
        this.#known = mergeRows(this.#known, first.rows, ...others.map(other => other.rows));
        const wanted = [this.#row, ...others.flatMap(other => other.rows)];
        if (wanted.every(row => stands(row, first.rows, this.#site)))
            return this.#settled(first, others, asked);
        // An answer that was long under way is stale by now: what it would make us write could undo another's row.
        if (this.#clock.now() - asked <= WINDOW / 2)
            await this.#write(body => this.#api.update(first.id, body));
        return false;
    }
    /**
     * Every comment that is created sends mail to whoever follows the pull request: jobs that start together spread out
     * and look again, so that mostly one of them creates it.
     */
    async #create() {
        this.#mayCreate = !this.#mayCreate;
        if (this.#mayCreate)
            await this.#wait(0, WINDOW);
        else
            await this.#write(body => this.#api.create(body));
    }
    async #write(send) {
        this.#standing = undefined;
        this.#last = undefined;
        const write = Math.floor(this.#clock.random() * 2 ** 48).toString(16);
        if (!(await send(renderComment(this.#known, write, this.#site))))
            return;
        this.#last = { write, since: this.#clock.now() };
        await this.#wait(WINDOW, 2 * WINDOW);
    }
    /** All rows are in the first comment, as it was when `asked`: do they stay there? */
    async #settled(first, others, asked) {
        for (const other of others)
            await this.#api.remove(other.id);
        this.#standing ??= asked;
        if (asked - this.#standing >= LONG * WINDOW)
            return true;
        if (this.#last?.write !== first.write)
            this.#last = { write: first.write, since: this.#clock.now() };
        else if (asked - this.#last.since >= WINDOW)
            return true;
        await this.#wait(WINDOW, 1.5 * WINDOW);
        return false;
    }
    async #ownComments() {
        const comments = await this.#api.list();
        return comments
            .flatMap(({ id, body }) => {
            const read = readComment(body);
            return read ? [{ id, ...read }] : [];
        })
            .sort((a, b) => a.id - b.id);
    }
    #wait(least, most) {
        return this.#clock.sleep(least + this.#clock.random() * (most - least));
    }
}
/**
 * Whether writing the row would change nothing: the same row is among them, or a newer one in its place, or the comment
 * is too full of newer ones for it.
 */
function stands(row, rows, site) {
    // Of equal rows the first stays: the row itself comes out only where it is news.
    return !fitting([...rows, row], site).includes(row);
}

;// CONCATENATED MODULE: ./lib/report/pull-request.js








/**
 * Writes this job's row into the pull request's comment, where the workflow runs for one. Never throws: a comment that
 * could not be written is a notice or a warning, and changes nothing about how the step ends.
 */
async function commentOnPullRequest(findings, { githubToken, project }, environment) {
    const event = (0,context/* readEvent */.j)(environment);
    const number = Number(event?.pull_request?.number);
    const site = (0,links/* readSite */.U)(environment);
    // The same workflow may run on pushes too, and has no pull request to write to then.
    if (!Number.isSafeInteger(number) || !site.repository)
        return;
    if (!githubToken)
        return commands/* runner */.l.notice((0,messages/* commentNeedsToken */.Ur)());
    commands/* runner */.l.mask(githubToken);
    const row = rowOf(findings, { ...project, ...originOf(event, environment) });
    try {
        const api = commentApi(githubToken, { repository: site.repository, number }, commands/* runner */.l.debug);
        if (!(await shareRow(row, site, api, CLOCK)))
            commands/* runner */.l.warning((0,messages/* commentUnsettled */.E0)(PATIENCE / 1000));
    }
    catch (error) {
        if (error instanceof CommentRefused)
            commands/* runner */.l.notice((0,messages/* commentRefused */.ql)(error.status));
        else
            commands/* runner */.l.warning((0,messages/* commentFailed */.tV)(error instanceof Error ? error.message : String(error)));
    }
}
const CLOCK = {
    now: () => performance.now(),
    sleep: promises_.setTimeout,
    random: Math.random,
};
function originOf(event, environment) {
    return {
        run: count(environment['GITHUB_RUN_ID']),
        attempt: count(environment['GITHUB_RUN_ATTEMPT']),
        // GITHUB_SHA is the merge commit that GitHub made up for the run; people know the head's.
        sha: hash(event?.pull_request?.head?.sha) ?? hash(environment['GITHUB_SHA']) ?? '',
        at: Date.now(),
    };
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
