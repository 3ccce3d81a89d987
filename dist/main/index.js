import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ Denied),
/* harmony export */   Dj: () => (/* binding */ WITHOUT_CODE),
/* harmony export */   Ho: () => (/* binding */ INVALID_ANSWER),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   Ty: () => (/* binding */ orDenied),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oH: () => (/* binding */ orRefused),
/* harmony export */   ro: () => (/* binding */ BROKEN_ANSWER),
/* harmony export */   uT: () => (/* binding */ FOREIGN_ANSWER)
/* harmony export */ });
/* unused harmony export readDenial */
/* harmony import */ var _region_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3517);

const FOREIGN_ANSWER = 'ForeignAnswer';
const BROKEN_ANSWER = 'BrokenAnswer';
const INVALID_ANSWER = 'InvalidAnswer';
/** The error for an answer that cannot be used: it is not AWS', or it is not whole. */
function answerError(code, message, status) {
    return Object.assign(new Error(message), { code, status });
}
/** Reads any error. */
function faultOf(error) {
    const { name, code, message, status, tries, $metadata, $response } = (error ?? {});
    const headers = $response?.headers ?? {};
    const http = $metadata?.httpStatusCode ?? status;
    // The network's errors are all named Error or AggregateError, and say what they are in `code`: also in the middle of
    // an answer, when there is a status already.
    const byCode = typeof code === 'string' && (http === undefined || /^(?:Error|AggregateError)$/.test(String(name)));
    const said = String((byCode ? code : name) ?? 'Error');
    const text = String(message || code || name || error);
    const region = headers['x-amz-bucket-region'] ?? /expecting '([a-z0-9-]+)'/.exec(text)?.[1] ?? '';
    return {
        // In the protocols of XML, the SDK appends it to the codes that it has a class for. In JSON, AWS does so itself.
        code: headers['content-type']?.includes('json') ? said : said.replace(/Exception$/, ''),
        message: text,
        status: typeof http === 'number' ? http : undefined,
        bucketRegion: (0,_region_js__WEBPACK_IMPORTED_MODULE_0__/* .isRegion */ .Dp)(region) ? region : undefined,
        tries,
    };
}
/** A request that AWS answered with an error, or that got no answer after all tries. */
class Refused extends Error {
    name = 'Refused';
    /** What was asked: the IAM action on the resource. */
    permission;
    code;
    status;
    bucketRegion;
    tries;
    constructor(permission, fault, cause) {
        super(fault.message, { cause });
        this.permission = permission;
        this.code = fault.code;
        this.status = fault.status;
        this.bucketRegion = fault.bucketRegion;
        this.tries = fault.tries ?? 1;
    }
}
/** The answer, or the refusal as a value. @throws what is no answer of AWS, such as an abort. */
function orRefused(request) {
    return request.catch(error => {
        if (error instanceof Refused)
            return error;
        throw error;
    });
}
/** The answer, or the denial as a value. @throws every other refusal. */
function orDenied(request) {
    return request.catch(error => {
        if (error instanceof Denied)
            return error;
        throw error;
    });
}
/** A request that the caller is not allowed to make. */
class Denied extends Refused {
    name = 'Denied';
    /** AWS' reason: `no identity-based policy allows the s3:ListBucket action`; undefined if it gives none. */
    because;
    constructor(permission, fault, cause) {
        const told = readDenial(fault.message);
        super(told?.permission ?? permission, fault, cause);
        this.because = told?.because;
    }
}
/**
 * The request's answer.
 *
 * @param permission what the request needs; a denial that names another (`kms:Decrypt`) counts as being about that.
 * @param otherwise the answers that some error codes stand for.
 * @throws Denied if AWS says that the caller is not allowed to, Refused for every other error; an abort as it is.
 */
async function asked(permission, request, otherwise = {}) {
    try {
        return await request;
    }
    catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
            throw error;
        const fault = faultOf(error);
        if (Object.hasOwn(otherwise, fault.code))
            return otherwise[fault.code];
        throw DENIED.test(fault.code) || (fault.status === 403 && WITHOUT_CODE.test(fault.code))
            ? new Denied(permission, fault, error)
            : new Refused(permission, fault, error);
    }
}
/**
 * What AWS says of a denial: "User: … is not authorized to perform: ssm:GetParameters on resource: arn:… because no
 * identity-based policy allows the ssm:GetParameters action" (IAM user guide, "Troubleshoot access denied error
 * messages"; S3 quotes the resource). Undefined if the message has another form, as S3's plain "Access Denied".
 */
function readDenial(message) {
    const [, action, resource, because, explicit] = /not authorized to perform: ([\w-]+:\w+) on(?: the)? resource:? "?(arn:[^\s"]+|\*)"?(?: (?:because|as) (.+?)\.?| (with an explicit deny.*?)\.?| with .*)?$/s.exec(message) ?? [];
    if (action === undefined || resource === undefined)
        return undefined;
    return { permission: { action, resource }, because: because ?? explicit };
}
const DENIED = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
/** What the SDK names an error whose answer had no body, or none that it can read. */
const WITHOUT_CODE = /^(?:Unknown|UnknownError|NotFound|Forbidden|403|Error|SyntaxError)$/;


/***/ }),

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ isRegion),
/* harmony export */   T3: () => (/* binding */ dnsSuffix),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   kd: () => (/* binding */ consoleHost)
/* harmony export */ });
// From the partitions file of the AWS SDKs. `console`: the host of the AWS console, if there is a public one.
const PARTITIONS = {
    'aws-iso': { region: /^us-iso-/, dnsSuffix: 'c2s.ic.gov', console: undefined },
    'aws-iso-b': { region: /^us-isob-/, dnsSuffix: 'sc2s.sgov.gov', console: undefined },
    'aws-iso-e': { region: /^eu-isoe-/, dnsSuffix: 'cloud.adc-e.uk', console: undefined },
    'aws-iso-f': { region: /^(us|eu)-isof-/, dnsSuffix: 'csp.hci.ic.gov', console: undefined },
    'aws-us-gov': { region: /^us-gov-/, dnsSuffix: 'amazonaws.com', console: 'console.amazonaws-us-gov.com' },
    'aws-eusc': { region: /^eusc-/, dnsSuffix: 'amazonaws.eu', console: 'console.amazonaws-eusc.eu' },
    'aws-cn': { region: /^cn-/, dnsSuffix: 'amazonaws.com.cn', console: 'console.amazonaws.cn' },
    aws: { region: /^/, dnsSuffix: 'amazonaws.com', console: 'console.aws.amazon.com' },
};
/** Whether the text has the form of a region's name, such as `us-east-1` or `eusc-de-east-1`. */
function isRegion(text) {
    return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);
}
/** The partition that a region belongs to; `aws` for every region that no other partition claims. */
function partitionOf(region) {
    const names = Object.keys(PARTITIONS);
    return names.find(name => PARTITIONS[name].region.test(region)) ?? 'aws';
}
/** What the hosts of AWS' services in a region end with. */
function dnsSuffix(region) {
    return PARTITIONS[partitionOf(region)].dnsSuffix;
}
/** The host of the AWS console of a partition, or undefined if there is no public one. */
function consoleHost(partition) {
    return PARTITIONS[partition].console;
}


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ timed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6762);

/** Sends a request, and tells the debug log how it ended: what, outcome, milliseconds. */
async function timed(trace, what, send) {
    const start = performance.now();
    const told = (outcome) => trace(`${what}: ${outcome}, ${Math.round(performance.now() - start)} ms`);
    try {
        const result = await send();
        told('ok');
        return result;
    }
    catch (error) {
        const { code, message, status } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .faultOf */ .Kl)(error);
        // What the SDK says of an answer without a body, as of every HEAD.
        const said = message === 'UnknownError' ? '' : `: ${message}`;
        told(`${code}${status === undefined ? '' : ` (${status})`}${said}`);
        throw error;
    }
}


/***/ }),

/***/ 8881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ documentUrl)
/* harmony export */ });
/**
 * Returns the URL of one of this project's documents, for messages: the file is not in the user's repository.
 *
 * The runner says in GITHUB_ACTION_REPOSITORY and GITHUB_ACTION_REF which repository and version of the action is used
 * (GitHub docs, "Default environment variables"). Both are empty if the workflow uses a local folder.
 *
 * @param path from the top of the repository, with an anchor if it has one: `docs/bootstrap.md#permissions`.
 */
function documentUrl(path) {
    const repository = process.env['GITHUB_ACTION_REPOSITORY'] || 'org/sst-creds';
    const version = process.env['GITHUB_ACTION_REF'] || 'v1';
    return `https://github.com/${repository}/blob/${version}/${path}`;
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   Q7: () => (/* binding */ NOTHING_EXPORTED),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   fI: () => (/* binding */ problemText)
/* harmony export */ });
/* unused harmony export placeText */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8804);

/** The last sentence about a step that stops: all or nothing. */
const NOTHING_EXPORTED = 'Nothing was exported.';
/** The reason why the step stops: one of these becomes the step's one `::error`. */
class Failure extends Error {
    name = 'Failure';
    problem;
    /** @param cause the error underneath, shown under debug only. */
    constructor(problem, cause) {
        super(problemText(problem), cause === undefined ? undefined : { cause });
        this.problem = problem;
    }
}
/** The problem as one text, on lines of their own: what is wrong, where (GitHub's log shows no annotation's place), the fix. */
function problemText({ what, place, next }) {
    return [what, place && `Where: ${placeText(place)}`, next].filter(Boolean).join('\n');
}
/** The place as editors and terminals take it: `sst.config.ts:7:9`. */
function placeText({ file, line, column }) {
    return [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(file), line, column].filter(part => part !== undefined).join(':');
}
/** The problem behind any error: a Failure's own; every other error is a defect of this action. */
function problemOf(error) {
    if (error instanceof Failure)
        return error.problem;
    return {
        title: 'Unexpected error',
        what: `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}.`,
        next: 'This is a defect of sst-creds. Please report it: run the job again with debug logging and attach the log.',
    };
}


/***/ }),

/***/ 9393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runner)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1957);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8804);



/** Characters of a line of the log. */
const LINE_MAX = 1_000;
const TITLE_MAX = 200;
/** Characters of an annotation: the runner cuts it off at 4,096. */
const ANNOTATION_MAX = 4_000;
const secrets = new Set();
let hidesAccounts = false;
/**
 * Everything that the action prints goes through here, and nothing else writes to the standard output. Whatever a text
 * quotes, it is printed without secrets, on lines of its own that are no workflow commands, and not too long.
 */
const runner = {
    /** Registers a value that is replaced by `***` in everything printed from now on, here and by the runner in later steps. */
    mask(secret) {
        // The runner masks line by line, and refuses a mask of white space with a warning.
        const lines = secret.split(/\r\n?|\n/).filter(line => line.trim() !== '');
        for (const line of lines)
            secrets.add(line);
        if (lines.length > 0)
            print('add-mask', secret);
    },
    /** Hides every AWS account ID from now on (`mask-aws-account-id`). */
    hideAccounts() {
        hidesAccounts = true;
    },
    /** The text without secrets. */
    redacted(text) {
        // The longest first: of a secret that contains another, the rest would be left.
        const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
        const rest = longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
        return hidesAccounts ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutAccounts */ .JV)(rest) : rest;
    },
    info: (line) => void process.stdout.write(oneLine(line) + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL),
    /** A line that begins with a word in green: GitHub's log shows ANSI colours. */
    success: (word, rest) => void process.stdout.write(`\u001b[32m${word}\u001b[39m ${oneLine(rest)}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`),
    /** Shown only if the workflow runs with debug logging. */
    debug: (line) => print('debug', oneLine(line)),
    startGroup: (title) => print('group', oneLine(title)),
    endGroup: () => print('endgroup', ''),
    notice: (problem) => annotate('notice', problem),
    warning: (problem) => annotate('warning', problem),
    /** The one `::error` of a step that fails. */
    error: (problem) => annotate('error', problem),
    /** Resolves when everything printed is out. */
    flushed: () => new Promise(resolve => process.stdout.write('', () => resolve())),
};
/**
 * Prints a workflow command (GitHub docs, "Workflow commands"). Not by @actions/core: it loads an HTTP client, which takes a
 * tenth of the step's processor time.
 */
function print(command, message, properties = '') {
    process.stdout.write(`::${command}${properties}::${encoded(message)}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`);
}
function encoded(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** If the problem is too long, what is wrong is cut, so that the fix stays. */
function annotate(level, { title, what, place, next = '' }) {
    const fix = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(linesOf(next), ANNOTATION_MAX / 2);
    const wrong = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(linesOf(what), ANNOTATION_MAX - fix.length);
    const properties = Object.entries({
        title: oneLine(title, TITLE_MAX),
        ...(place && { file: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(place.file, LINE_MAX), line: place.line, col: place.column }),
    })
        .filter(([, value]) => value)
        .map(([name, value]) => `${name}=${encoded(`${value}`).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
    print(level, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)({ what: wrong, place, next: fix }), ` ${properties.join(',')}`);
}
function linesOf(text) {
    return runner
        .redacted(text)
        .split('\n')
        .map(line => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(line, LINE_MAX))
        .join('\n');
}
function oneLine(line, most = LINE_MAX) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(runner.redacted(line), most);
}


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ parseRunUrl),
/* harmony export */   b2: () => (/* binding */ sstRunId),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   r$: () => (/* binding */ ownRunUrl),
/* harmony export */   yI: () => (/* binding */ readContext),
/* harmony export */   yv: () => (/* binding */ SERVER)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

// On these GitHub withholds secrets and write permissions when the head is a fork's; on pull_request_target, which runs
// the base's workflow, it does not (GitHub docs, "Events that trigger workflows", pull requests from forks).
const OF_THE_HEAD = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);
/** Reads the context from the runner's variables and the event's payload (undefined if there is none). */
function readContext(environment, payload) {
    // `acme/shop/.github/workflows/deploy.yml@refs/heads/main`
    const [workflow = ''] = (environment['GITHUB_WORKFLOW_REF'] ?? '').split('@');
    return {
        /** The workflow's path, `.github/workflows/deploy.yml`; '' if it is not known. */
        workflowFile: workflow.replace(`${environment['GITHUB_REPOSITORY']}/`, ''),
        /** The key of the job under `jobs:`. */
        job: environment['GITHUB_JOB'] ?? '',
        /** Why GitHub gives this run no secrets and, by default, no permission to request an ID token. */
        restricted: restriction(environment, payload),
    };
}
/** Bytes of a payload: GitHub's own have 25 MB at most (its docs, "Webhook events and payloads"). */
const PAYLOAD_MAX = 25 * 1024 * 1024;
/** The payload of the event, as the runner left it; undefined if it cannot be read. */
function readEvent(environment) {
    const file = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size > PAYLOAD_MAX ? undefined : JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function restriction(environment, payload) {
    const { head, base } = payload?.pull_request ?? {};
    // The head's repository is null once the fork was deleted.
    const isFork = head && base?.repo && head.repo?.full_name !== base.repo.full_name;
    if (isFork && OF_THE_HEAD.has(environment['GITHUB_EVENT_NAME'] ?? ''))
        return 'fork';
    // The restrictions stay when somebody else runs the workflow again (GitHub docs, "Troubleshooting Dependabot on
    // GitHub Actions"): GITHUB_ACTOR is still the bot then, GITHUB_TRIGGERING_ACTOR the person.
    return environment['GITHUB_ACTOR'] === 'dependabot[bot]' ? 'dependabot' : undefined;
}
/** A server without path, as GITHUB_SERVER_URL gives it. */
const SERVER = /^https?:\/\/[\w.:-]+$/;
const ATTEMPT = /^\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/([1-9]\d{0,15})\/attempts\/([1-9]\d{0,5})$/;
/** The URL of this run's attempt, from the runner's variables; undefined outside of GitHub Actions. */
function ownRunUrl(environment) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = environment;
    const url = `${server}/${repository}/actions/runs/${environment['GITHUB_RUN_ID']}/attempts/${environment['GITHUB_RUN_ATTEMPT']}`;
    return parseRunUrl(url, server) ? url : undefined;
}
/** What to export as SST_RUN_ID, which SST writes into its lock and updates; undefined if the job has set it already. */
function sstRunId(environment) {
    return environment['SST_RUN_ID'] ? undefined : ownRunUrl(environment);
}
/** The attempt that a run ID names; undefined if it is not the URL of an attempt on that GitHub server. */
function parseRunUrl(runId, server) {
    if (!SERVER.test(server) || !runId.startsWith(`${server}/`))
        return undefined;
    const [, owner = '', repository = '', run, attempt] = ATTEMPT.exec(runId.slice(server.length)) ?? [];
    // A client would take dots for steps in the path.
    if (run === undefined || /^\.\.?$/.test(owner) || /^\.\.?$/.test(repository))
        return undefined;
    return { owner, repository, run: Number(run), attempt: Number(attempt) };
}


/***/ }),

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ runJob)
});

;// CONCATENATED MODULE: ./lib/aws/identity.js
/** The account of an ARN; empty if it names none. */
function accountOf(arn) {
    return arn.split(':')[4] ?? '';
}
/** The partition of an ARN: the `aws` of `arn:aws:…`. */
function partitionOfArn(arn) {
    return arn.split(':')[1] ?? '';
}
/** The form of a caller's ARN (IAM user guide, "IAM identifiers"): names have word characters and `+=,.@-`, paths a slash. */
const CALLER = /^arn:aws[a-z-]*:(?:sts|iam)::\d{12}:[\w+=,.@/:-]{1,700}$/;
/** Whose ARN it is; undefined if it does not have the form of a caller's ARN. */
function identityOf(arn) {
    if (!CALLER.test(arn))
        return undefined;
    return { account: accountOf(arn), arn, partition: partitionOfArn(arn) };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/aws/connections.js



/** The agents for the whole step, so that all clients share their connections. */
function makeAgents(settings) {
    const proxyEnv = proxyEnvironment(settings);
    const options = { keepAlive: true, maxSockets: 50, proxyEnv };
    const [httpAgent, httpsAgent] = [new external_node_http_.Agent(options), new external_node_https_.Agent(options)];
    const [openHttp, openHttps] = [earlyConnections(httpAgent), earlyConnections(httpsAgent)];
    return {
        httpAgent,
        httpsAgent,
        /**
         * Opens a connection before there is a request for it, so that looking up the name and the handshakes of TCP and TLS
         * happen while the step waits for something else. The next request to that host takes it. If it cannot be opened,
         * or if nobody needs it, nothing is lost. With a proxy, nothing is opened.
         */
        openEarly(endpoint) {
            if (proxyEnv['HTTPS_PROXY'])
                return;
            const { protocol, hostname: host, port } = new URL(endpoint);
            if (protocol !== 'https:')
                openHttp({ host, port: Number(port || 80) });
            else
                openHttps({ host, port: Number(port || 443), servername: external_node_net_.isIP(host) ? '' : host });
        },
    };
}
/**
 * Node's agents take proxies in the form of the environment's variables (since 24.5; no package is needed for it). As
 * in configure-aws-credentials one proxy serves both protocols, and HTTPS_PROXY goes before HTTP_PROXY.
 */
function proxyEnvironment({ url, except }) {
    const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, NO_PROXY, no_proxy } = process.env;
    const proxy = url || HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy;
    return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: except || NO_PROXY || no_proxy };
}
const AS_AGENTS_DO = { keepAlive: true, noDelay: true, ALPNProtocols: ['http/1.1'] };
/** Lets the agent take an early connection before it opens one of its own (Node's documentation, `agent.createConnection`). */
function earlyConnections(agent) {
    const waiting = new Map();
    const open = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        const { host, port } = options;
        const [socket] = [...waiting].find(([{ writable }, to]) => writable && to.host === host && to.port === port) ?? [];
        if (!socket)
            return open(options, callback);
        waiting.delete(socket);
        return socket.ref();
    };
    return to => {
        const socket = open({ ...AS_AGENTS_DO, ...to });
        socket.on('error', () => { }); // The request then opens a connection of its own, and reports what is wrong.
        waiting.set(socket.unref(), to);
    };
}

// EXTERNAL MODULE: ./lib/aws/region.js
var aws_region = __nccwpck_require__(3517);
;// CONCATENATED MODULE: ./lib/aws/transport.js



/** What is known of each service before the first request: its host, how many requests go there at once, its SDK client. */
const SERVICES = {
    sts: { host: 'sts', atOnce: 1, load: () => Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19)) },
    ssm: { host: 'ssm', atOnce: 1, load: () => Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(736)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4736, 19)) },
    ecr: { host: 'api.ecr', atOnce: 1, load: () => Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19)) },
    s3: { host: 's3', atOnce: 3, load: () => Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(711)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3711, 19)) },
};
/** All services that a step can need. */
const ALL_SERVICES = Object.keys(SERVICES);
/**
 * Makes the way to AWS. As soon as the region is known, it opens the connections to all services that will be asked, and
 * loads their SDK clients while the handshakes take their round trips: at 200 ms a round trip that saves half a second.
 */
function openTransport(options) {
    const { trace, signal, runUrl, proxy, region, services, otherRegions = [], stsEndpoint } = options;
    const agents = makeAgents(proxy);
    const prepare = (name, wanted) => {
        for (const service of wanted) {
            const endpoint = (service === 'sts' && stsEndpoint) || endpointOf(service, name);
            for (let count = 0; endpoint && count < SERVICES[service].atOnce; count++)
                agents.openEarly(endpoint);
        }
        return loadClients(wanted, signal);
    };
    // If there is no region, or a client cannot be loaded, the code that needs it reports why.
    const ignored = () => { };
    Promise.resolve(region)
        .then(name => prepare(name, services))
        .catch(ignored);
    const notSts = services.filter(service => service !== 'sts');
    for (const other of otherRegions)
        prepare(other, notSts).catch(ignored);
    return { agents, trace, signal, runUrl };
}
/** One after another, with pauses in which the event loop goes on with the handshakes: loading a client takes up to 30 ms. */
async function loadClients(services, signal) {
    for (const service of services) {
        await (0,promises_.setImmediate)();
        if (signal.aborted)
            return;
        await SERVICES[service].load();
    }
}
/** The URL at which the SDK will ask the service; undefined if more than the region decides that. */
function endpointOf(service, region) {
    const { env } = process;
    const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env['AWS_ENDPOINT_URL'];
    if (configured || env['AWS_USE_FIPS_ENDPOINT'] || env['AWS_USE_DUALSTACK_ENDPOINT'])
        return configured;
    return `https://${SERVICES[service].host}.${region}.${(0,aws_region/* dnsSuffix */.T3)(region)}`;
}

// EXTERNAL MODULE: ./lib/documents.js
var documents = __nccwpck_require__(8881);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __nccwpck_require__(1957);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __nccwpck_require__(6762);
;// CONCATENATED MODULE: ./lib/aws/messages.js



/** `account 123456789012, region eu-west-1` */
function place({ identity, region }) {
    return `account ${identity.account}, region ${region}`;
}
/** The role lacks a permission. */
function denied(permission, because, where, done = lib_failure/* NOTHING_EXPORTED */.Q7) {
    const { action, resource } = permission;
    return {
        title: `Not allowed: ${action}`,
        what: `The role is not allowed to ${action} on ${resource} (${where.identity.arn}, region ${where.region})${because === undefined ? '' : `: ${because}`}. ${done}`,
        next: allowing(permission, because, where),
    };
}
function allowing(permission, because = '', where) {
    const [kind] = /(service control|resource control|session|VPC endpoint) policy|permissions boundary/.exec(because) ?? [];
    if (because.includes('explicit deny'))
        return `A policy denies it explicitly${kind ? ` (a ${kind})` : ''}. Adding a statement that allows it does not help.\nAsk the owner of that policy to exempt this action on this resource.`;
    const holder = kind ? `the ${kind} that limits the role` : "the role's policy";
    return `Add this statement to ${holder}. Everything that SST and this step need: ${(0,documents/* documentUrl */.L)('examples/iam/sst-deploy-policy.json')}\n${statementFor(permission, where)}`;
}
/** The IAM statement that allows it, with everything filled in; worded as in SST's own policy if that has it. */
function statementFor({ action, resource }, { identity, region }) {
    const { partition, account } = identity;
    const bucket = /:s3:::(sst-(?:state|asset)-)/.exec(resource)?.[1];
    const parameters = `arn:${partition}:ssm:${region}:${account}:parameter/sst`;
    const [passphrases, record] = [`${parameters}/passphrase/`, `${parameters}/bootstrap`];
    const ofSst = resource === record || resource.startsWith(passphrases);
    const parameter = ofSst ? [`${passphrases}*`, record] : resource;
    const Resource = bucket ? `arn:${partition}:s3:::${bucket}*` : parameter;
    return JSON.stringify({ Effect: 'Allow', Action: action, Resource }, null, 2);
}
/** AWS failed, or refused for another reason, and trying again did not help. */
function requestFailed(refused, where, done = lib_failure/* NOTHING_EXPORTED */.Q7) {
    const { permission, code, message, status, tries = 1 } = refused;
    const [service = '', operation = ''] = permission.action.split(':');
    const text = message.trim().replace(/\.$/, '');
    const answer = status === undefined ? code : `${code} (${status})`;
    // The answer to a HEAD has no body: the SDK knows neither code nor message.
    const said = status !== undefined && errors/* WITHOUT_CODE */.Dj.test(code) ? `HTTP status ${status}` : `${answer}: ${text}`;
    const often = tries > 1 ? ` after ${tries} tries` : '';
    const what = `${service.toUpperCase()} ${operation} on ${permission.resource} failed${often}: ${said}. It was asked in ${place(where)}. ${done}`;
    return { title: `${service.toUpperCase()} ${operation} failed`, what, next: adviceFor(refused, where) };
}
function adviceFor({ code, status, bucketRegion }, { region, identity }) {
    if (/^Expired/.test(code))
        return 'The session has expired: give it longer (`role-duration-seconds`), or obtain it in this job.';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `The host was not found. Check that ${region} is a region of AWS, and that the runner can reach it.`;
    if (code === 'TooManyBuckets')
        return `Account ${identity.account} has reached its quota of buckets. Delete some, or request a higher quota.`;
    if (bucketRegion !== undefined && bucketRegion !== region)
        return `The bucket is in ${bucketRegion}, not in ${region}.`;
    if ([errors/* FOREIGN_ANSWER */.uT, errors/* INVALID_ANSWER */.Ho, 'ERR_PROXY_TUNNEL'].includes(code))
        return 'The answer did not come from AWS, but from a proxy, a firewall or a captive portal. Let the runner reach AWS. If it needs a proxy, check `http-proxy` or HTTPS_PROXY, with its user name and password.';
    if (status === undefined)
        return 'There was no answer. Check that the runner can reach AWS (through the proxy, if there is one), and run the job again.';
    if (status >= 500 || /Thrott|SlowDown|TooMany|OperationAborted/.test(code))
        return 'AWS did not recover while this step was trying. Run the job again.';
    return 'The error comes from AWS. Run the job again with debug logging to see the requests.';
}
/** Lines of a text, one below the other. */
function lines(...texts) {
    return texts.join('\n');
}

;// CONCATENATED MODULE: ./lib/aws/access.js
/** What a request about a resource of the account and region needs. @param action `ecr:CreateRepository` */
function permissionFor({ identity, region }, action, resource) {
    const { partition, account } = identity;
    const service = action.split(':')[0];
    return { action, resource: `arn:${partition}:${service}:${region}:${account}:${resource}` };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: ./lib/aws/retry.js


/**
 * What a failure says of the next try. `first` and `longest` delay, in milliseconds; the delay doubles with every try, and
 * jitter takes anything from it, but for the part that is the `least`. Tries in all; and `patience`: milliseconds after the
 * first try at which the last one must have begun, so that an outage of some seconds is survived.
 */
const PROSPECTS = {
    /**
     * Too many requests: others are asking too, so the tries have to spread. The service answers, and the more wait, the
     * longer it takes: a hundred jobs that start together against an STS that takes ten a second need 10 s at the least. With
     * these delays the last of them got through after 14 s (simulated 300 times; worst 17 s, and 36 s if STS takes no burst).
     */
    throttled: { first: 500, longest: 10_000, least: 0, tries: Infinity, patience: 60_000 },
    /** It will pass by itself: the network, a server's fault, an identity provider that AWS could not reach. */
    passing: { first: 150, longest: 10_000, least: 0, tries: Infinity, patience: 20_000 },
    /** Another job is in the way: it writes the same. */
    conflict: { first: 100, longest: 4_000, least: 0, tries: Infinity, patience: 20_000 },
    /** A refusal that a role created seconds ago gives until IAM knows it everywhere. A real one is reported in under 2 s. */
    settling: { first: 300, longest: 600, least: 0.5, tries: 3, patience: 20_000 },
    /** Asked again, it would say the same. */
    final: { first: 0, longest: 0, least: 0, tries: 1, patience: 0 },
};
/** Tries in all: configure-aws-credentials' default. */
const DEFAULT_TRIES = 12;
const THROTTLED = /^(?:Throttling|Throttled|ThrottledRequest|RequestThrottled|TooManyRequests|RequestLimitExceeded|BandwidthLimitExceeded|LimitExceeded|SlowDown|PriorRequestNotComplete)$/;
/** The network's errors, and those of AWS that pass by themselves. */
const PASSING = [
    /^(?:ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPROTO)$/,
    /^(?:BrokenAnswer|IDPCommunicationError|RequestTimeout|TimeoutError|InternalFailure|InternalError|ServiceUnavailable)$/,
    // The SDK corrects itself: it has learnt the server's time from the answer, and signs with it.
    /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/,
];
/** The same, told by the message alone. */
const SAYS_PASSING = [
    // AWS could not read the identity provider's keys: its network, not the token (aws-actions issue 299).
    /couldn'?t retrieve verification key/i,
    // The runner's clock is wrong: the SDK corrects itself, as above.
    /^Signature (?:expired|not yet current)/,
    /socket hang up|network socket disconnected/i,
];
/** Whether it can help to try again. */
function prospectOf({ code: said, message, status = 0 }, { conflicts = {}, settles }) {
    const code = said.replace(/Exception$/, '');
    if (code in conflicts)
        return 'conflict';
    if (THROTTLED.test(code) || status === 429)
        return 'throttled';
    if (PASSING.some(codes => codes.test(code)) || status >= 500)
        return 'passing';
    if (SAYS_PASSING.some(words => words.test(message)))
        return 'passing';
    // sts:AssumeRole and sts:AssumeRoleWithWebIdentity on a role, or with a trust policy, written seconds ago.
    return code === 'AccessDenied' && settles ? 'settling' : 'final';
}
/**
 * Milliseconds to wait before the next try, or undefined if there is none (AWS Architecture Blog, "Exponential Backoff And
 * Jitter").
 *
 * @param failed tries so far. @param random from 0 to 1.
 */
function delayAfter(prospect, failed, random) {
    const { first, longest, least, tries } = PROSPECTS[prospect];
    if (failed >= tries)
        return undefined;
    return (least + random * (1 - least)) * Math.min(longest, first * 2 ** (failed - 1));
}
/**
 * Asks until there is an answer, the failure is final, or the tries or the time are used up.
 *
 * @throws what the last try threw, with the number of tries in `tries`; nothing is waited for after it.
 */
async function retry(ask, retrying) {
    const { conflicts, tries = DEFAULT_TRIES, signal, told } = retrying;
    const begun = performance.now();
    for (let failed = 1;; failed++) {
        try {
            return await ask();
        }
        catch (error) {
            const fault = (0,errors/* faultOf */.Kl)(error);
            const prospect = prospectOf(fault, retrying);
            const wait = delayAfter(prospect, failed, Math.random());
            const { patience = PROSPECTS[prospect].patience } = retrying;
            const isLast = failed >= (conflicts?.[fault.code] ?? tries);
            if (wait === undefined || isLast || performance.now() - begun + wait > patience || signal.aborted) {
                if (error instanceof Error)
                    Object.assign(error, { tries: failed });
                throw error;
            }
            told?.(failed, wait, fault);
            await (0,promises_.setTimeout)(wait, undefined, { signal });
        }
    }
}
/** Waits as before a next try after a conflict, so that jobs that were in each other's way part. */
async function pauseAfterConflict(signal, failed) {
    await (0,promises_.setTimeout)(delayAfter('conflict', failed, Math.random()), undefined, { signal });
}

// EXTERNAL MODULE: ./lib/aws/trace.js
var aws_trace = __nccwpck_require__(4112);
;// CONCATENATED MODULE: ./lib/aws/client.js




/** Milliseconds to connect; to wait for an answer, and again for all of it: then a try counts as lost. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;
/**
 * The configuration of every SDK client. Its endpoint, if not AWS' own, is the SDK's AWS_ENDPOINT_URL.
 *
 * @param access without keys for requests that bring a token.
 */
function clientConfig(access) {
    const { keys, region, transport } = access;
    const { httpAgent, httpsAgent } = transport.agents;
    const run = transport.runUrl?.replace(/^https?:\/\//, '');
    return {
        region,
        // `senderOf` repeats a request: by one policy for all services, that knows which of their errors pass.
        maxAttempts: 1,
        // `sst-creds/1 github.com/acme/shop/actions/runs/123/attempts/1`: the SDK keeps slashes, and no colons.
        customUserAgent: [['sst-creds', '1'], ...(run ? [[run]] : [])],
        requestHandler: {
            httpAgent,
            httpsAgent,
            connectionTimeout: CONNECT_MS,
            requestTimeout: transport.answerWithin ?? ANSWER_MS,
            throwOnRequestTimeout: true,
        },
        ...(keys && { credentials: { ...keys } }),
    };
}
/**
 * The client's `send` with what all requests have: they end when the step does, each try is traced, an answer is read as a
 * whole within a time, an answer that is not AWS' is an error, and a failure that passes is repeated.
 *
 * @param policyOf how a command is repeated.
 * @param strict whether each answer of success must name its request, as AWS' do: for a service whose success says nothing else.
 */
function senderOf(client, { trace, signal, patience, answerWithin = ANSWER_MS }, policyOf = () => ({}), strict = false) {
    // All clients of the SDK share it (AWS SDK for JavaScript v3, "Middleware stack").
    const { middlewareStack: stack } = client;
    stack.add((next, { clientName = '', commandName = '' }) => input => {
        const [service, command] = [clientName.replace(/Client$/, ''), commandName.replace(/Command$/, '')];
        const ask = () => (0,aws_trace/* timed */.a)(trace, `${service} ${command}`, () => next(input));
        return retry(ask, { ...policyOf(command), signal, patience });
    }, { step: 'initialize', name: 'retry', priority: 'high' });
    stack.add(next => async (input) => {
        const { hostname } = input.request;
        const result = await next(input).catch(error => {
            throw readingError(error, hostname);
        });
        const answer = result.response;
        if (!isOfAws(answer) && (strict || isEmpty(result.output)))
            throw foreignAnswer(hostname, answer);
        return result;
    }, { step: 'deserialize', name: 'isOfAws', priority: 'high' });
    stack.add(next => async (input) => {
        const result = await next(input);
        await readWhole(result.response, answerWithin);
        return result;
    }, { step: 'deserialize', name: 'readWhole', priority: 'low' });
    const send = client.send.bind(client);
    return ((command) => send(command, { abortSignal: signal }));
}
/** Whether the SDK read nothing from an answer. */
function isEmpty(output = {}) {
    return Object.entries(output).every(([name, value]) => name === '$metadata' || value === undefined);
}
/** Megabytes of an answer. SST's states are the largest that is read. */
const MAX_MB = 64;
/**
 * Reads the whole body of an answer, so that a try fails as a whole if the connection breaks or the answer drips.
 *
 * @param within milliseconds for the whole body. @throws if it takes longer, is too large, or breaks off.
 */
async function readWhole(answer, within) {
    const { body } = answer;
    if (!(body instanceof external_node_stream_.Readable))
        return;
    const late = (0,errors/* answerError */.n)('ETIMEDOUT', `no whole answer within ${within / 1000} s`);
    const timer = setTimeout(() => body.destroy(late), within);
    try {
        const chunks = [];
        let size = 0;
        for await (const chunk of body) {
            chunks.push(chunk);
            size += chunk.length;
            if (size > MAX_MB * 1024 * 1024)
                throw (0,errors/* answerError */.n)('AnswerTooLarge', `an answer of more than ${MAX_MB} MB`);
        }
        answer.body = external_node_stream_.Readable.from(chunks, { objectMode: false });
    }
    catch (error) {
        const { code = 'ECONNRESET', message } = error;
        throw (0,errors/* answerError */.n)(code, message);
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * The error for an answer that the SDK could not read: whether it is one of AWS, or of something between it and the runner.
 * AWS names each of its answers in a header (`x-amz-request-id`, `x-amzn-requestid`), as do the services that stand in for
 * it; one that has an error code that AWS knows is taken for AWS', too.
 */
function readingError(error, host) {
    const { name, $response: answer } = (error ?? {});
    const isRead = !errors/* WITHOUT_CODE */.Dj.test(String(name)) && !(error instanceof SyntaxError);
    if (answer === undefined || isRead)
        return error;
    if (!isOfAws(answer))
        return foreignAnswer(host, answer);
    if (answer.statusCode >= 300)
        return error;
    return (0,errors/* answerError */.n)(errors/* BROKEN_ANSWER */.ro, `the answer of ${host} is incomplete`, answer.statusCode);
}
/** Whether the answer names its request, as all of AWS' do. */
function isOfAws({ headers }) {
    return Object.keys(headers).some(name => /^x-amzn?-/.test(name));
}
/** Something answered that is not AWS: a captive portal, a proxy, a firewall. */
function foreignAnswer(host, { statusCode: status, headers }) {
    const type = headers['content-type']?.split(';')[0] ?? 'no content type';
    const message = `${host} answered with HTTP status ${status} (${type}), and not as AWS does`;
    return (0,errors/* answerError */.n)(errors/* FOREIGN_ANSWER */.uT, message, status);
}

;// CONCATENATED MODULE: ./lib/aws/ecr.js



/** The registry of the access's account, in its region. */
async function openRepositories(access) {
    const { CreateRepositoryCommand, DescribeRepositoriesCommand, ECRClient } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
    const send = senderOf(new ECRClient(clientConfig(access)), access.transport);
    function describe(name, otherwise) {
        const command = new DescribeRepositoriesCommand({ repositoryNames: [name] });
        const found = send(command).then(({ repositories }) => understand(repositories?.[0]));
        const needed = permissionFor(access, 'ecr:DescribeRepositories', `repository/${name}`);
        return (0,errors/* asked */.NZ)(needed, found, otherwise);
    }
    return {
        /** Undefined if there is none of that name. */
        find: (name) => describe(name, { RepositoryNotFoundException: undefined }),
        /** Creates it, or finds the one that exists. */
        async create(name) {
            const command = new CreateRepositoryCommand({ repositoryName: name });
            const made = send(command).then(({ repository }) => understand(repository));
            const needed = permissionFor(access, 'ecr:CreateRepository', `repository/${name}`);
            // Also the answer to a second try whose first one went through and lost its response.
            const created = await (0,errors/* asked */.NZ)(needed, made, { RepositoryAlreadyExistsException: undefined });
            return { ...(created ?? (await describe(name))), existed: created === undefined };
        },
    };
}
/** A registry's host, with a port if it is not AWS' own, and the repository's name. */
const URI = /^[a-z0-9.-]+(?::\d+)?\/[a-z0-9._/-]+$/;
/** @throws if the answer does not have the form of ECR's. */
function understand(repository = {}) {
    const { registryId = '', repositoryUri: url = '' } = repository;
    if (/^\d{12}$/.test(registryId) && URI.test(url))
        return { registryId, url };
    throw (0,errors/* answerError */.n)(errors/* INVALID_ANSWER */.Ho, 'ECR answered with a repository that has no valid URI and account');
}

;// CONCATENATED MODULE: ./lib/aws/s3.js



/** Another job was first, or an earlier try went through and lost its response; or the bucket is another account's. */
const EXISTING = { BucketAlreadyOwnedByYou: true, BucketAlreadyExists: false };
/** What S3 answers if it does not know account-regional names, or the header that asks for one. */
const NO_NAMESPACE = {
    InvalidRequest: false,
    InvalidArgument: false,
    InvalidBucketName: false,
    InvalidBucketNamespace: false,
    InvalidNamespaceHeader: false,
    MissingNamespaceHeader: false,
    NotImplemented: false,
    OperationNotSupported: false,
};
/**
 * Answers to a write that pass: another job is writing the same; or (S3's bucket settings are eventually consistent) the
 * bucket was created a moment ago and is not known everywhere.
 */
const WRITES = { conflicts: { OperationAborted: 12, NoSuchBucket: 5 } };
const policyOf = (command) => (/^(?:Create|Put)Bucket/.test(command) ? WRITES : {});
/**
 * A client for S3 in the region of the access, by path (`https://s3.<region>.amazonaws.com/<bucket>`): its host is then known
 * before the bucket, so that the connection can be open when the bucket's name arrives.
 *
 * AWS supports path-style requests for every S3 endpoint, in all regions and partitions (S3 API reference, "Making requests
 * using the REST API"), for account-regional buckets too (S3 user guide, "Namespaces for general purpose buckets"). It has
 * promised a full year's notice before it ends them for new buckets (AWS News Blog, "Amazon S3 Path Deprecation Plan").
 */
async function openS3(access) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(711)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3711, 19));
    const { account, partition } = access.identity;
    const client = new sdk.S3Client({ ...clientConfig(access), forcePathStyle: true });
    return {
        sdk,
        send: senderOf(client, access.transport, policyOf, true),
        /** Names the bucket, and the account as its expected owner. */
        owned: (Bucket) => ({ Bucket, ExpectedBucketOwner: account }),
        needs: (action, bucket, key) => ({
            action: `s3:${action}`,
            resource: `arn:${partition}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`,
        }),
        /** The answer of a bucket in the region of the access; and without an answer, that it is missing or elsewhere. */
        async inBucket(permission, request, otherwise) {
            const answer = await (0,errors/* orRefused */.oH)((0,errors/* asked */.NZ)(permission, request, otherwise));
            if (!(answer instanceof errors/* Refused */.Lw))
                return { bucket: { is: 'present' }, answer };
            const { code, status = 0, bucketRegion = access.region } = answer;
            if (code === 'NoSuchBucket' || (code === 'NotFound' && status === 404))
                return { bucket: { is: 'missing' } };
            // 301 PermanentRedirect; 400 AuthorizationHeaderMalformed if S3 looks at the signature's region first.
            if ([301, 307, 400].includes(status) && bucketRegion !== access.region)
                return { bucket: { is: 'elsewhere', region: bucketRegion } };
            throw answer;
        },
    };
}
/** The account's buckets in the region; every request but CreateBucket names the account as the expected owner. */
async function openBuckets(access) {
    const { sdk, send, owned, needs, inBucket } = await openS3(access);
    return {
        async find(bucket) {
            const permission = needs('ListBucket', bucket);
            const head = await (0,errors/* orRefused */.oH)(inBucket(permission, send(new sdk.HeadBucketCommand(owned(bucket)))));
            if (!(head instanceof errors/* Refused */.Lw)) {
                const region = head.answer?.BucketRegion ?? access.region;
                return region === access.region || !(0,aws_region/* isRegion */.Dp)(region) ? head.bucket : { is: 'elsewhere', region };
            }
            // S3 is out of reach, or out of order, and all tries are spent; or it is not S3.
            const { status = 500, code } = head;
            if (status >= 500 || code === errors/* FOREIGN_ANSWER */.uT)
                throw head;
            // The answer to a HEAD has no body. The same permission lets one list, and that answer says why.
            const list = send(new sdk.ListObjectsV2Command({ ...owned(bucket), MaxKeys: 1 }));
            const listed = await (0,errors/* orDenied */.Ty)(inBucket(permission, list));
            if (!(listed instanceof errors/* Denied */.Cb))
                return listed.bucket;
            if (listed.because === undefined)
                return { is: 'refused', permission };
            throw listed;
        },
        /** Creates it, or finds the account's own; false if S3 does not let the account have the name. */
        create(bucket, namespace) {
            const command = new sdk.CreateBucketCommand({
                Bucket: bucket,
                // us-east-1 is the one region that must not be named (CreateBucket's reference).
                CreateBucketConfiguration: access.region === 'us-east-1'
                    ? undefined
                    : { LocationConstraint: access.region },
                BucketNamespace: namespace,
            });
            const existing = namespace ? { ...EXISTING, ...NO_NAMESPACE } : EXISTING;
            return (0,errors/* asked */.NZ)(needs('CreateBucket', bucket), send(command).then(succeeded), existing);
        },
        async clearNotifications(bucket) {
            const request = { ...owned(bucket), NotificationConfiguration: {} };
            const sent = send(new sdk.PutBucketNotificationConfigurationCommand(request));
            await (0,errors/* asked */.NZ)(needs('PutBucketNotification', bucket), sent);
        },
        async enableVersioning(bucket) {
            const request = { ...owned(bucket), VersioningConfiguration: { Status: 'Enabled' } };
            await (0,errors/* asked */.NZ)(needs('PutBucketVersioning', bucket), send(new sdk.PutBucketVersioningCommand(request)));
        },
        async putPolicy(bucket, policy) {
            const request = { ...owned(bucket), Policy: policy };
            await (0,errors/* asked */.NZ)(needs('PutBucketPolicy', bucket), send(new sdk.PutBucketPolicyCommand(request)));
        },
        /** Removes an empty bucket; false if it holds anything: S3 itself refuses then. */
        remove(bucket) {
            const removed = send(new sdk.DeleteBucketCommand(owned(bucket))).then(succeeded);
            const otherwise = { NoSuchBucket: true, BucketNotEmpty: false };
            return (0,errors/* asked */.NZ)(needs('DeleteBucket', bucket), removed, otherwise);
        },
        /** Undefined if it has none. */
        async policy(bucket) {
            const answer = send(new sdk.GetBucketPolicyCommand(owned(bucket)));
            const none = { NoSuchBucketPolicy: undefined };
            return (await (0,errors/* asked */.NZ)(needs('GetBucketPolicy', bucket), answer, none))?.Policy;
        },
        async versioned(bucket) {
            const answer = send(new sdk.GetBucketVersioningCommand(owned(bucket)));
            return (await (0,errors/* asked */.NZ)(needs('GetBucketVersioning', bucket), answer)).Status === 'Enabled';
        },
        /** Whether all four settings of the public access block are on. */
        async closedToPublic(bucket) {
            const answer = send(new sdk.GetPublicAccessBlockCommand(owned(bucket)));
            const none = { NoSuchPublicAccessBlockConfiguration: undefined };
            const found = await (0,errors/* asked */.NZ)(needs('GetBucketPublicAccessBlock', bucket), answer, none);
            const block = found?.PublicAccessBlockConfiguration ?? {};
            return [
                block.BlockPublicAcls,
                block.IgnorePublicAcls,
                block.BlockPublicPolicy,
                block.RestrictPublicBuckets,
            ].every(Boolean);
        },
    };
}
const succeeded = () => true;

;// CONCATENATED MODULE: ./lib/aws/ssm.js



/** TooManyUpdates: "concurrent updates for a resource that supports one update at a time". */
const BUSY = { conflicts: { TooManyUpdates: 12 } };
/** Systems Manager's parameters, in the account and region of the access. */
async function openParameters(access) {
    const { GetParametersCommand, PutParameterCommand, SSMClient } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(736)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4736, 19));
    const send = senderOf(new SSMClient(clientConfig(access)), access.transport, () => BUSY);
    return {
        /** Those of the names that exist. If one of them is not allowed to be read, AWS denies the whole request. */
        async read(names) {
            const command = new GetParametersCommand({ Names: [...names], WithDecryption: true });
            const needed = permissionFor(access, 'ssm:GetParameters', `parameter${names[0]}`);
            const { Parameters: found = [] } = await (0,errors/* asked */.NZ)(needed, send(command));
            return new Map(found.map(({ Name = '', Value = '', Type, Version = 0 }) => [
                Name,
                { value: Value, secure: Type === 'SecureString', version: Version },
            ]));
        },
        /**
         * Writes a `String`. Without `overwrite` an existing parameter stays as it is: AWS lets one writer win.
         *
         * @param options.description shown in the console; only with a parameter of the action's own.
         */
        async write(name, value, options) {
            const command = new PutParameterCommand({
                Name: name,
                Type: 'String',
                Value: value,
                Overwrite: options.overwrite,
                Description: options.description,
            });
            const written = send(command).then(() => 'written');
            const needed = permissionFor(access, 'ssm:PutParameter', `parameter${name}`);
            // Also the answer to a second try whose first one went through and lost its response.
            const exists = { ParameterAlreadyExists: 'exists' };
            return (0,errors/* asked */.NZ)(needed, written, exists);
        },
    };
}

;// CONCATENATED MODULE: ./lib/aws/objects.js


/**
 * S3's objects, as SST's state consists of them. Every request names the account as the bucket's expected owner.
 *
 * All requests throw Denied if the caller lacks the permission, Refused for every other answer.
 */
async function openObjects(access) {
    const { sdk, send, owned, needs, inBucket } = await openS3(access);
    return {
        /** Reads an object, and learns about its bucket in the same request; no `object` if there is none. */
        async read(bucket, key) {
            const command = new sdk.GetObjectCommand({ ...owned(bucket), Key: key });
            const read = send(command).then(async ({ Body, ETag: etag = '' }) => {
                const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
                return { bytes, etag };
            });
            const permission = needs('GetObject', bucket, key);
            const { bucket: found, answer } = await inBucket(permission, read, { NoSuchKey: undefined });
            return { bucket: found, object: answer };
        },
        /** The first `most` objects (at most 1,000) with this prefix, in the order of their keys, and their bucket. */
        async list(bucket, prefix, most) {
            const request = { ...owned(bucket), Prefix: prefix, MaxKeys: most };
            const listed = send(new sdk.ListObjectsV2Command(request)).then(answer => {
                // An endpoint that answers 200 with something else is not S3.
                if (answer.KeyCount !== undefined)
                    return answer;
                throw (0,errors/* answerError */.n)(errors/* INVALID_ANSWER */.Ho, 'The answer is not a list of objects', 200);
            });
            const { bucket: found, answer } = await inBucket(needs('ListBucket', bucket), listed);
            const objects = (answer?.Contents ?? []).flatMap(({ Key: key, LastModified: modified }) => key === undefined || modified === undefined ? [] : { key, modified });
            return { bucket: found, objects, more: answer?.IsTruncated ?? false };
        },
        /** Writes an object of JSON. @param gzipped whether the bytes are compressed. */
        async write(bucket, key, bytes, gzipped) {
            const command = new sdk.PutObjectCommand({
                ...owned(bucket),
                Key: key,
                Body: bytes,
                ContentType: 'application/json',
                ContentEncoding: gzipped ? 'gzip' : undefined,
            });
            await (0,errors/* asked */.NZ)(needs('PutObject', bucket, key), send(command));
        },
        /**
         * Removes an object, only if its content is still the one with this fingerprint; false if it is not.
         *
         * Amazon S3 user guide, "How to perform conditional deletes": If-Match with an ETag works in general purpose buckets and
         * needs s3:GetObject besides s3:DeleteObject. It is judged by the current version. 412: the object changed; 409: it is
         * being changed; 404: it is gone.
         */
        async removeUnchanged(bucket, key, etag) {
            try {
                const command = new sdk.DeleteObjectCommand({ ...owned(bucket), Key: key, IfMatch: etag });
                await (0,errors/* asked */.NZ)(needs('DeleteObject', bucket, key), send(command));
                return true;
            }
            catch (error) {
                if (error instanceof errors/* Refused */.Lw && [404, 409, 412].includes(error.status ?? 0))
                    return false;
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./lib/stage/stored.js

/** Bytes that no object of SST's that is read here comes near: a lock has 200, an update with errors a few thousand. */
const LARGEST = 1_000_000;
/**
 * Reads an object of SST's state (a lock, an update) as SST 4.17 does: gzipped if it begins with gzip's magic bytes
 * (`state.compress`), then JSON, whose names Go matches without regard to case.
 *
 * @returns its fields, by their names in lower case; undefined if SST could not read it either.
 */
function readStored(bytes) {
    try {
        const text = isGzip(bytes) ? (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: LARGEST }) : bytes;
        const value = JSON.parse(Buffer.from(text).toString());
        if (typeof value !== 'object' || Array.isArray(value))
            return undefined;
        // To Go, `null` in the place of an object is an object without fields.
        return Object.fromEntries(Object.entries(value ?? {}).map(([name, field]) => [name.toLowerCase(), field]));
    }
    catch {
        return undefined;
    }
}
/** Whether the object is compressed: gzip's magic bytes (RFC 1952, section 2.3.1). */
function isGzip(bytes) {
    return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

;// CONCATENATED MODULE: ./lib/stage/updates.js

/** What `sst unlock` writes into an update as its error (SST 4.17). */
const UNLOCKED = 'Update did not complete and was force unlocked with the `sst unlock` command';
/** How many updates the durations are taken from. */
const LAST = 10;
/**
 * Milliseconds. A record that was written no later than this after the update's start might have been written only once:
 * S3 tells whole seconds, and the clock is the runner's.
 */
const WRITTEN_ONCE = 10_000;
/**
 * When an update started. SST 4's IDs begin with the inverted milliseconds since 1970 (48 bits in 12 hex digits), those of
 * early SST 3 with the same in 64 bits; either way IDs sort newest first.
 *
 * @returns undefined if it is not an update ID.
 */
function startOf(id) {
    const [, digits] = /^(?:ffff)?(?!ffff)([0-9a-f]{12})[0-9a-f]{8,12}$/.exec(id) ?? [];
    if (digits === undefined || id.length !== 24)
        return undefined;
    return new Date(2 ** 48 - 1 - Number.parseInt(digits, 16));
}
/**
 * The update that an object of a listing is, and how many milliseconds it took; undefined if it is something else.
 *
 * @param written when its record was last written: at its start, and again when it ended.
 */
function updateOf(key, written) {
    const id = /([0-9a-f]{24})\.json$/.exec(key)?.[1] ?? '';
    const started = startOf(id);
    return started && { id, started, took: written.getTime() - started.getTime() };
}
/** Reads `update/<app>/<stage>/<id>.json`; undefined if it is not in SST's form. */
function parseUpdate(bytes) {
    const fields = readStored(bytes);
    if (fields === undefined)
        return undefined;
    const { timecompleted, errors, command, runid, version } = fields;
    const text = (field) => (typeof field === 'string' ? field : '');
    return {
        outcome: text(timecompleted) === '' ? 'cut off' : outcomeOf(errors),
        command: text(command),
        runId: text(runid),
        version: text(version),
    };
}
function outcomeOf(errors) {
    if (!Array.isArray(errors) || errors.length === 0)
        return 'finished';
    return errors.some(error => error?.message === UNLOCKED) ? 'unlocked' : 'failed';
}
/** Whether only the update's record can tell if it has ended. */
const mightBeOpen = ({ took }) => took < WRITTEN_ONCE;
/** Whether the time that the update took says how long a deploy takes: not if it waited for an editor. True without a record. */
function isTypical(record) {
    return !record || (/^(finished|failed)$/.test(record.outcome) && record.command !== 'edit');
}
/**
 * The newest update, if it was cut off. Its record is read only if the listing leaves that open.
 *
 * @param updates newest first.
 */
async function newestIfCutOff([newest], read) {
    if (newest === undefined || !mightBeOpen(newest))
        return undefined;
    const record = await read(newest);
    return record?.outcome === 'cut off' || record?.outcome === 'unlocked'
        ? { ...newest, ...record }
        : undefined;
}
/**
 * How long the last ten updates took that are known to have ended. Before a long one counts against the session, its record
 * is read: an update that was unlocked by force, or that waited for an editor, does not tell how long a deploy takes.
 *
 * @param updates newest first. @param isLong is told milliseconds.
 * @returns milliseconds; undefined if there are none.
 */
async function lastDurations(updates, isLong, read) {
    const ended = updates.filter(update => !mightBeOpen(update));
    const records = await Promise.all(ended.slice(0, LAST).map(update => (isLong(update.took) ? read(update) : undefined)));
    const counted = ended.filter((_, index) => isTypical(records[index])).slice(0, LAST);
    const sorted = counted.map(({ took }) => took).sort((a, b) => a - b);
    const count = sorted.length;
    const [lower = 0, upper = 0] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
    return count === 0 ? undefined : { count, median: (lower + upper) / 2, longest: Math.max(...sorted) };
}
/**
 * Compares the session's time with the longest of the last deploys, and a tenth of it or five minutes.
 *
 * @param longest milliseconds.
 * @returns the milliseconds that the session still lasts, the seconds to write as `role-duration-seconds`, as many as AWS
 * gives, and whether that is still less than a deploy needs; undefined if the session lasts long enough, or for ever.
 */
function sessionTooShort(longest, { expires, chained }, now) {
    if (expires === undefined)
        return undefined;
    const left = expires.getTime() - now.getTime();
    const needed = longest + Math.max(longest / 10, 300_000);
    if (left >= needed)
        return undefined;
    // AWS gives 12 hours at most, or one hour if a role was assumed from another role's session. Quarters of an hour are advised.
    const most = chained ? 3600 : 43_200;
    const wanted = Math.ceil(needed / 900_000) * 900;
    return { left, advised: Math.min(wanted, most), capped: needed / 1000 > most };
}

;// CONCATENATED MODULE: ./lib/stage/look.js



/** How many updates are listed: ten durations, some that were cut off, and the objects of other tools. */
const UPDATES = 25;
/** How many stages of an app are listed: as many as S3 lists in one request. */
const STAGES = 1000;
/**
 * What looks at a stage while the bootstrap is looked at, in the same requests as far as possible.
 *
 * @param find looks at the bucket alone, if no request for the stage could tell about it.
 */
async function stageLook({ app, stage }, access, find) {
    const objects = await openObjects(access);
    const readLock = (bucket) => (0,errors/* orRefused */.oH)(objects.read(bucket, `lock/${app}/${stage}.json`));
    /** The stages of the app that have a state; this stage is among them if it has one, however many there are. */
    async function listStages(bucket) {
        const folder = `app/${app}/`;
        const { objects: found, more, bucket: is } = await objects.list(bucket, folder, STAGES);
        const names = found.flatMap(({ key }) => /^([\w-]+)\.json$/.exec(key.slice(folder.length))?.[1] ?? []);
        const isCut = more && !names.includes(stage);
        const own = isCut ? (await objects.list(bucket, `${folder}${stage}.json`, 1)).objects : [];
        return { bucket: is, names: own.length > 0 ? [...names, stage] : names };
    }
    /**
     * Looks at the stage in one round trip: its lock, its last updates, and, unless its passphrase is there, the stages of the
     * app. Only a stage that has lost its passphrase takes one round trip more.
     *
     * @returns what was seen of the stage, and of the state bucket.
     */
    async function look(name, passphrase) {
        const [lockFirst, listed, stages] = await Promise.all([
            // Every deploy makes a passphrase: without one, the lock is read below if anything else was left.
            passphrase === 'absent' ? undefined : readLock(name),
            (0,errors/* orRefused */.oH)(objects.list(name, `update/${app}/${stage}/`, UPDATES)),
            passphrase === 'present' ? undefined : (0,errors/* orRefused */.oH)(listStages(name)),
        ]);
        const updates = listed instanceof errors/* Refused */.Lw
            ? listed
            : listed.objects.flatMap(({ key, modified }) => updateOf(key, modified) ?? []);
        const names = stages instanceof errors/* Refused */.Lw ? stages : (stages?.names ?? []);
        const isTrace = updates instanceof errors/* Refused */.Lw || updates.length > 0 || names instanceof errors/* Refused */.Lw || names.includes(stage);
        const lock = lockFirst ?? (isTrace ? await readLock(name) : undefined);
        // If every request was refused, S3 might still name the bucket's region.
        const [bucket = await find(name)] = [lock, listed, stages].flatMap(answer => answer instanceof errors/* Refused */.Lw ? [] : (answer?.bucket ?? []));
        const seen = {
            ...{ app, stage, bucket: name, passphrase, updates, stages: names },
            lock: lock instanceof errors/* Refused */.Lw ? lock : lock?.object,
        };
        return { bucket, seen };
    }
    /** `parameter`: the passphrase's, which is read together with the bootstrap's record. */
    return { app, stage, parameter: `/sst/passphrase/${app}/${stage}`, look };
}

;// CONCATENATED MODULE: ./lib/bootstrap/context.js




async function openContext({ access, log, deployment, newStage = 'allow' }) {
    const { app, stage, home = 'aws' } = deployment;
    const [parameters, buckets, repositories] = await Promise.all([
        openParameters(access),
        openBuckets(access),
        openRepositories(access),
    ]);
    const notes = new Map();
    const notesOn = (kind) => notes.get(kind) ?? new Set();
    return {
        ...{ access, log, newStage, parameters, buckets, repositories },
        /** Undefined if app or stage are not known, or another home keeps the state elsewhere. */
        stage: app !== undefined && stage !== undefined && home === 'aws'
            ? await stageLook({ app, stage: stage.name }, access, bucket => buckets.find(bucket))
            : undefined,
        /** The names of the resources that this run has created. */
        created: new Set(),
        /** Buckets with a name that the bootstrap chose, created by this run or an earlier one. */
        ownBuckets: new Set(),
        /** Buckets that the record named until this run put another bucket in their place. */
        replacedBuckets: new Set(),
        /** The names for new buckets, once they are chosen. */
        bucketNames: undefined,
        /** The legacy asset bucket, once it was looked for. */
        legacyAssetBucket: undefined,
        /** The facts about a resource, for the report. */
        notesOn,
        note: (kind, fact) => void notes.set(kind, new Set([...notesOn(kind), fact])),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/bootstrap/names.js

/** The SSM parameter in which SST records what it has bootstrapped in a region. */
const RECORD = '/sst/bootstrap';
/** The ECR repository's name in every account and region. */
const REPOSITORY = 'sst-asset';
/**
 * The SSM parameter that reserves the names of the buckets in a region without account-regional names, before the
 * buckets exist. SST's policy grants reading and writing below `/sst/passphrase/`, and no app can be called
 * `_bootstrap`, because an app's name begins with a letter.
 */
const RESERVED_NAMES = '/sst/passphrase/_bootstrap/names';
/** S3 user guide, "Namespaces for general purpose buckets": every region but Bahrain and UAE has them. */
const WITHOUT_NAMESPACE = ['me-south-1', 'me-central-1'];
/**
 * The names that only this account can create in this region, the same for every job; undefined if S3 has none there.
 * An endpoint that is not AWS's own might still refuse them.
 */
function accountRegionalNames({ identity, region }) {
    return WITHOUT_NAMESPACE.includes(region) ? undefined : namesWith(`${identity.account}-${region}-an`);
}
/** Names that nobody can guess, so that no other account can take them before the buckets are created. */
function unguessableNames() {
    return namesWith(Array.from({ length: 20 }, () => String.fromCharCode(97 + (0,external_node_crypto_.randomInt)(26))).join(''));
}
/** Reads the value of the parameter RESERVED_NAMES; undefined if it does not hold names of ours. */
function parseNames(text) {
    const letters = /^\{"asset":"sst-asset-([a-z]{12,})","state":"sst-state-\1"\}$/.exec(text)?.[1];
    return letters === undefined ? undefined : namesWith(letters);
}
function namesWith(suffix) {
    return { asset: `sst-asset-${suffix}`, state: `sst-state-${suffix}` };
}

;// CONCATENATED MODULE: ./lib/bootstrap/resources.js

/** The resources, in the order of the summary's table. */
const RESOURCES = {
    state: {
        ...bucket('state'),
        // An empty state bucket in the place of a lost one would make SST think that nothing is deployed.
        canBeRecreated: () => false,
    },
    asset: {
        ...bucket('asset'),
        // It holds only copies. But a bucket that S3 refuses might exist, with the objects that belong in it.
        canBeRecreated: state => state.is !== 'refused',
        // A bucket in another region keeps its name there.
        recordForRecreation: (record, state) => (state.is === 'elsewhere' ? { ...record, asset: '' } : record),
    },
    repository: {
        label: 'repository',
        nameIn: record => record.assetEcrUrl,
        find: findRepository,
        canBeRecreated: () => true,
        fault({ assetEcrUrl: name }, state, where) {
            if (name === '')
                return `${RECORD} names no image repository`;
            const fault = state.is === 'foreign' ? 'is of another account or region' : `does not exist in ${where.region}`;
            return `the image repository ${name} ${fault}`;
        },
    },
};
const RESOURCE_KINDS = Object.keys(RESOURCES);
/** Whether the resource is missing at the place that the record names. */
function isLost({ is }) {
    return is !== 'present' && is !== 'to come';
}
function bucket(kind) {
    return {
        label: `${kind} bucket`,
        nameIn: record => record[kind],
        find: async ({ buckets }, record) => record[kind] === '' ? { is: 'missing' } : buckets.find(record[kind]),
        fault(record, state, { identity, region }) {
            if (record[kind] === '')
                return `${RECORD} names no ${kind} bucket`;
            const name = `the ${kind} bucket ${record[kind]}`;
            if (state.is === 'elsewhere')
                return `${name} is in the region ${state.region}, not in ${region}`;
            if (state.is === 'refused')
                return `S3 refuses access to ${name} (403): it belongs to another account than ${identity.account}, or the role is not allowed to ${state.permission.action} on it`;
            return `${name}, which ${RECORD} names, does not exist`;
        },
    };
}
async function findRepository({ access, repositories }, record) {
    if (record.assetEcrUrl === '')
        return { is: record.version < 2 ? 'to come' : 'missing' };
    if (isForeign(record, access))
        return { is: 'foreign' };
    return { is: (await repositories.find(REPOSITORY)) ? 'present' : 'missing' };
}
/** Whether the record's repository is of another account or region: `<account>.dkr.ecr.<region>.amazonaws.com/sst-asset`. */
function isForeign({ assetEcrRegistryId, assetEcrUrl }, { identity, region }) {
    if (assetEcrRegistryId !== identity.account)
        return true;
    const [, account, place] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(assetEcrUrl) ?? [];
    return account !== undefined && (account !== identity.account || place !== region);
}

;// CONCATENATED MODULE: ./lib/bootstrap/bucket-settings.js

/** The settings that the buckets should have: the notes if a bucket has it or not, and how it is read. */
const SETTING = {
    versioning: {
        on: 'versioned',
        off: 'not versioned',
        action: 's3:GetBucketVersioning',
        read: ({ buckets }, bucket) => buckets.versioned(bucket),
    },
    policy: {
        on: 'refuses plain HTTP',
        off: 'accepts plain HTTP',
        action: 's3:GetBucketPolicy',
        read: async ({ buckets }, bucket) => refusesPlainHttp(await buckets.policy(bucket)),
    },
    'public access': {
        on: 'blocks public access',
        off: 'does not block public access',
        action: 's3:GetBucketPublicAccessBlock',
        read: ({ buckets }, bucket) => buckets.closedToPublic(bucket),
    },
};
/** Which bucket should have which setting. */
const EXPECTED = [
    ['state', 'versioning'],
    ['asset', 'policy'],
    ['state', 'policy'],
    ['asset', 'public access'],
    ['state', 'public access'],
];
/**
 * Reads the settings of the record's buckets, if the role is allowed to and this run has not just made them; notes each
 * result. SST's policy does not grant it, and SST does not read them: no refusal stops the step.
 *
 * @returns what is not as SST or AWS set it up, as clauses: `sst-state-…: not versioned`.
 */
async function unsafeSettings(context, record) {
    const faults = EXPECTED.map(async ([kind, setting]) => {
        const { on, off, action, read } = SETTING[setting];
        if (context.notesOn(kind).has(on))
            return [];
        const isOn = await (0,errors/* orRefused */.oH)(read(context, record[kind]));
        context.note(kind, isOn instanceof errors/* Refused */.Lw ? `${setting} not checked (${action})` : isOn ? on : off);
        return isOn === false ? `${record[kind]}: ${off}` : [];
    });
    return (await Promise.all(faults)).flat();
}
/** Whether the policy denies plain HTTP, in SST's words or others. A policy that cannot be read does not count as one. */
function refusesPlainHttp(policy) {
    return statementsOf(policy).some(({ Effect, Condition }) => Effect === 'Deny' && String(Condition?.['Bool']?.['aws:SecureTransport']) === 'false');
}
/**
 * Adds SST's statement to the bucket's policy.
 *
 * @param existing the bucket's policy, whose statements are kept; undefined if it has none.
 * @returns the policy to put, or undefined if it refuses plain HTTP already.
 */
function requiringTls(existing, bucket, partition) {
    if (refusesPlainHttp(existing))
        return undefined;
    const arn = `arn:${partition}:s3:::${bucket}`;
    const statement = {
        Sid: 'EnforceSSLRequests',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    return JSON.stringify({ Version: '2012-10-17', Statement: [...statementsOf(existing), statement] });
}
function statementsOf(policy = '') {
    try {
        const { Statement: statements } = JSON.parse(policy);
        return [statements ?? []].flat();
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/bootstrap/messages.js




/** There is no bootstrap. `begun`: there is a record, in which no step is done. */
const notBootstrapped = (where, begun, encrypted) => ({
    title: 'SST is not bootstrapped here',
    what: `SST is not bootstrapped in ${place(where)}: the parameter ${RECORD} ${begun ? 'holds a record in which no step is done' : 'does not exist there'}. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: lines(...rewriteFirst(where, encrypted), 'Either let this step create the bootstrap: write `bootstrap: ensure` under its `with:`;', 'or create it once with SST: run `sst deploy` with credentials of that account and region.', 'If it should exist already, check that the role and the region are the ones that you deploy with.'),
});
/** The record names something that is not there. @param next one of the `WAY_OUT`. */
const broken = (where, faults, next) => ({
    title: 'The SST bootstrap is broken',
    what: `The SST bootstrap of ${place(where)} is broken: ${faults.join('; ')}. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next,
});
/** What a person can do about a broken bootstrap. */
const WAY_OUT = {
    /** The state bucket has to be restored, or everything started over. */
    restoreState: (where, bucket) => lines('Only that bucket says what SST has deployed. It is not replaced by an empty one, because SST would think that nothing', 'is deployed.', bucket === ''
        ? `To restore it, write the state bucket's name into ${RECORD} (${messages_history(where)} shows its older values).`
        : `To restore it, create ${bucket} again in this account and region, copy the objects back from a backup or replica, and run the job again.`, startOver(where)),
    /** The bucket is of another account, or the role lacks a permission. */
    refused: (where, permissions) => lines('If the bucket belongs to another account, the credentials are for the wrong account, or the record was copied from', "another account. Deploy with a role of the bucket's account, or correct the record.", "If the bucket belongs to this account, allow the action in the role's policy (and in the bucket's policy, if there is one):", ...permissions.map(permission => statementFor(permission, where))),
    otherRegion: (where, region) => lines('This happens if the record was copied from another region, or if the credentials are for the wrong region.', `The state is in ${region}: deploy to that region. Or, if nothing is deployed to ${where.region} yet, start over.`, startOver(where)),
    /** `ensure` recreates it; first, an encrypted record has to be written again as a String. */
    ensure: (where, encrypted) => lines(...rewriteFirst(where, encrypted), 'Write `bootstrap: ensure` under `with:` of this step, once: it recreates what is missing and keeps the rest.', 'The asset bucket and the repository only hold copies, which the next `sst deploy` uploads again.'),
};
const startOver = ({ region }) => lines('To start over (everything that is deployed stays in AWS, and you have to remove it by hand):', `  aws ssm delete-parameter --name ${RECORD} --region ${region}`, 'then run the job again with `bootstrap: ensure`, or `sst deploy`.');
const unreadableRecord = (where, why) => ({
    title: 'The SST bootstrap is broken',
    what: `SST cannot read its record ${RECORD} in ${place(where)}: ${why}. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: lines(`Put back an older value: ${messages_history(where)} shows them, and \`aws ssm put-parameter --overwrite\` writes one.`, 'This step does not overwrite the record, because it names the bucket with the state of everything that is deployed.', startOver(where)),
});
/** The record's version is below the number of SST's steps. */
function outdated(where, version, newest, encrypted) {
    const known = `The SST bootstrap of ${place(where)} has version ${version}; SST now has ${newest} steps.`;
    if (version > 0)
        return {
            title: 'The SST bootstrap is outdated',
            what: `${known} The next \`sst deploy\` of a current SST completes it.`,
            next: encrypted
                ? '`bootstrap: ensure` does not write a SecureString.'
                : 'Or write `bootstrap: ensure` under `with:` of this step.',
        };
    return {
        title: 'The next deploy would replace the state bucket',
        what: `${known} At version 0, SST creates new buckets and no longer uses those that the record names, with the state in them.`,
        next: lines(...rewriteFirst(where, encrypted), 'Write `bootstrap: ensure` under `with:` of this step: it runs the steps and keeps the buckets.'),
    };
}
/** Buckets that no record names, created by this run or an earlier one. */
function unusedBucketsLeft(buckets, where) {
    const one = buckets.length === 1;
    return {
        title: one ? 'A bucket that no record names' : `${buckets.length} buckets that no record names`,
        what: `${RECORD} in ${place(where)} does not name ${buckets.join(' and ')}. Such a bucket is left if a job crashed, if \`sst\` bootstrapped at the same time, or if the bucket was replaced. ${one ? 'It was' : 'They were'} not removed.`,
        next: lines('A state bucket with objects was used for a deploy: look into it first. To delete the empty ones:', ...buckets.map(bucket => `  aws s3api delete-bucket --bucket ${bucket} --region ${where.region}`)),
    };
}
/** A setting that SST makes, or that AWS makes since 2023, was changed by somebody. */
const settingsChanged = (faults, where) => ({
    title: 'The bootstrap buckets are not set up as SST does',
    what: `In ${place(where)}: ${faults.join('; ')}.`,
    next: `This step does not change them, because somebody might have set them on purpose. The commands that restore them: ${(0,documents/* documentUrl */.L)('docs/bootstrap.md#settings-of-the-buckets')}`,
});
const nameTaken = (bucket, where) => ({
    title: 'No name for the bucket',
    what: `S3 in ${place(where)} does not let the account have the bucket ${bucket}: another account owns it. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: 'Run `sst deploy` once with credentials of that account and region: SST chooses a name by itself.',
});
const reservedNamesUnreadable = (parameter, where) => ({
    title: 'Names of the buckets unreadable',
    what: `The parameter ${parameter} in ${place(where)} reserves the names of the bootstrap's buckets, but does not contain such names. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: lines('Put its first value back, or delete it: then new names are chosen.', `  aws ssm delete-parameter --name ${parameter} --region ${where.region}`),
});
const keepsChanging = (where, rounds) => ({
    title: 'The SST bootstrap keeps changing',
    what: `The record ${RECORD} in ${place(where)}, or what it names, changed ${rounds} times while this step was completing it. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: 'Another process keeps writing it. Run the job again when no other deploy creates the bootstrap.',
});
const messages_history = ({ region }) => `\`aws ssm get-parameter-history --name ${RECORD} --region ${region}\``;
/** The record is a SecureString: a notice. SST 4.17.1 reads it without decrypting it. */
const encryptedRecord = (where) => ({
    title: 'The SST bootstrap record is encrypted',
    what: `The record ${RECORD} in ${place(where)} is a SecureString. This step decrypts it. SST 4.17 and earlier do not: they cannot read the record, and the deploy fails.`,
    next: lines('Deploy with a version of SST that decrypts the record, or write it again as a String (it holds no secret):', ...rewriteCommands(where)),
});
const recordNotDecrypted = (where, why) => ({
    title: 'The SST bootstrap record cannot be decrypted',
    what: `The record ${RECORD} in ${place(where)} is a SecureString, and AWS does not let the role decrypt it: ${why}. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: lines("Allow `kms:Decrypt` on the parameter's KMS key, in the role's policy and in the key's policy.", 'Or write the record again as a String with a role that can decrypt it (it holds no secret):', ...rewriteCommands(where)),
});
/** What to do before `ensure` can write the record; nothing unless it is encrypted. */
function rewriteFirst(where, encrypted = false) {
    if (!encrypted)
        return [];
    const why = 'The record is a SecureString, which `bootstrap: ensure` does not write.';
    return [`${why} First write it again as a String:`, ...rewriteCommands(where)];
}
function rewriteCommands({ region }) {
    const parameter = `--name ${RECORD} --region ${region}`;
    return [
        `  value=$(aws ssm get-parameter ${parameter} --with-decryption --query Parameter.Value --output text)`,
        `  aws ssm delete-parameter ${parameter}`,
        `  aws ssm put-parameter ${parameter} --type String --value "$value"`,
    ];
}
/** AWS does not accept the session in a region, although STS has issued it. */
const regionNotEnabled = ({ region, identity }, { code, message }) => ({
    title: `Region ${region} is not enabled`,
    what: `The region ${region} is not enabled for account ${identity.account}: AWS does not accept the session there (${code}: ${message}), although STS has issued it. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: lines('Enable the region (AWS console, Account, AWS Regions; it takes some minutes). Or, if the app does not use it, remove it from `bootstrap-regions`.', 'If the region is enabled, the session is from the global STS endpoint. Such sessions are not valid in regions that have to be enabled: use a regional endpoint.'),
});
const regionOfOtherPartition = ({ region, identity }, partition) => ({
    title: `Region ${region} is of another partition`,
    what: `\`bootstrap-regions\` names ${region}, which belongs to the partition ${partition}. The session belongs to ${identity.partition}, and no session is valid in two partitions. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
    next: 'Remove the region from `bootstrap-regions`, and check it in a job of its own.',
});
function severalRegions(failures) {
    const problems = failures.map(({ region, failure }) => ({ region, ...failure.problem }));
    return {
        title: `The SST bootstrap of ${failures.length} regions is not ready`,
        what: lines(...problems.map(({ region, title, what }) => `${region}: ${title}. ${what.replace(lib_failure/* NOTHING_EXPORTED */.Q7, '')}`.trim()), lib_failure/* NOTHING_EXPORTED */.Q7),
        next: lines(...problems.map(({ region, next = '' }) => `For ${region}:\n${next}`)),
    };
}

;// CONCATENATED MODULE: ./lib/bootstrap/buckets.js





/**
 * Makes sure that there is a bucket of that kind.
 *
 * @param recorded the bucket's name in the record; empty if it has none.
 * @returns the bucket's name: the recorded one, unless another account has taken it.
 * @throws Refused or Denied if AWS refuses; Failure if no name is available.
 */
async function provideBucket(context, kind, recorded) {
    if (recorded !== '' && (await provide(context, recorded, 'recorded')))
        return recorded;
    const legacy = kind === 'asset' ? await legacyAssetBucket(context) : undefined;
    if (legacy !== undefined)
        return legacy;
    context.bucketNames ??= preferredNames(context);
    const preferred = (await context.bucketNames)[kind];
    if (await provide(context, preferred, 'own'))
        return preferred;
    context.log.info(`S3 does not accept the account-regional name ${preferred} here.`);
    context.bucketNames = reservedNames(context);
    const reserved = (await context.bucketNames)[kind];
    if (preferred !== reserved && (await provide(context, reserved, 'own')))
        return reserved;
    throw new lib_failure/* Failure */.HR(nameTaken(reserved, context.access));
}
/** @returns whether the bucket exists now; false if S3 does not let the account have the name. */
async function provide({ access, buckets, log, created, ownBuckets }, name, chosenBy) {
    // Looked for first: in us-east-1, creating a bucket that the account owns resets its access control list.
    const found = await buckets.find(name);
    // Nobody else can have this name: S3 refuses the look-up, not the name.
    if (found.is === 'refused' && chosenBy === 'own')
        throw new lib_failure/* Failure */.HR(denied(found.permission, undefined, access));
    if (found.is === 'missing') {
        const regional = Object.values(accountRegionalNames(access) ?? {}).includes(name);
        if (!(await buckets.create(name, regional ? 'account-regional' : undefined)))
            return false;
        created.add(name);
        log.info(`Created the bucket ${name}.`);
    }
    else if (found.is !== 'present')
        return false;
    ownBuckets.add(name);
    return true;
}
async function preferredNames(context) {
    return accountRegionalNames(context.access) ?? reservedNames(context);
}
/**
 * Names that are written to a parameter before the buckets are created. The first job's names win, and every other job
 * creates the same buckets, so that none is left over if a job crashes at any point.
 */
async function reservedNames({ parameters, access }) {
    const names = unguessableNames();
    const written = await parameters.write(RESERVED_NAMES, JSON.stringify(names), {
        overwrite: false,
        description: 'Names of the SST bootstrap buckets of this region, chosen before they were created',
    });
    if (written === 'written')
        return names;
    const reserved = parseNames((await parameters.read([RESERVED_NAMES])).get(RESERVED_NAMES)?.value ?? '');
    if (reserved === undefined)
        throw new lib_failure/* Failure */.HR(reservedNamesUnreadable(RESERVED_NAMES, access));
    return reserved;
}
/** The parameter in which SST kept the asset bucket's name before step 3. */
const LEGACY_ASSET = '/sst/bootstrap/asset';
/** The asset bucket of the legacy bootstrap; undefined if there is none that can be used. Asked once per context. */
function legacyAssetBucket(context) {
    context.legacyAssetBucket ??= findLegacy(context);
    return context.legacyAssetBucket;
}
async function findLegacy({ parameters, buckets, log }) {
    const read = await (0,errors/* orDenied */.Ty)(parameters.read([LEGACY_ASSET]));
    if (read instanceof errors/* Denied */.Cb) {
        // Only the ManageSecrets part of SST's policy grants it. Accounts of the last two years have no such parameter.
        log.debug(`${LEGACY_ASSET} not checked: ${read.permission.action} is not granted on it.`);
        return undefined;
    }
    const bucket = /"bucket"\s*:\s*"([\w.-]+)"/.exec(read.get(LEGACY_ASSET)?.value ?? '')?.[1];
    if (bucket === undefined)
        return undefined;
    const found = await buckets.find(bucket);
    log.info(`${LEGACY_ASSET} names the asset bucket ${bucket}, which is ${found.is}.`);
    return found.is === 'present' ? bucket : undefined;
}
/**
 * Removes the buckets that this run created and that no record names, if that is safe; and finds those that an earlier
 * run left, under the names that it would have chosen.
 *
 * Safe means: S3 says that the bucket is empty, and the record is the first version of its parameter, so that nobody can
 * have read the bucket's name from an earlier one and be about to use it.
 *
 * @returns the names of the buckets that remain.
 */
async function removeUnusedBuckets({ access, buckets, created, ownBuckets, replacedBuckets, log }, { asset, state }, parameterVersion) {
    const earlier = Object.values(accountRegionalNames(access) ?? {});
    const candidates = new Set([...ownBuckets, ...replacedBuckets, ...earlier]);
    const unnamed = [...candidates].filter(name => !['', asset, state].includes(name));
    const remaining = unnamed.map(async (name) => {
        if (created.has(name) && parameterVersion === 1) {
            if ((await (0,errors/* orRefused */.oH)(buckets.remove(name))) !== true)
                return name;
            log.info(`Removed the empty bucket ${name}, which no record names.`);
            return [];
        }
        const found = await (0,errors/* orRefused */.oH)(buckets.find(name));
        return 'is' in found && found.is === 'present' ? name : [];
    });
    return (await Promise.all(remaining)).flat();
}

;// CONCATENATED MODULE: ./lib/bootstrap/steps.js




/**
 * SST's steps, as SST 4.17.1 runs them (docs/bootstrap.md). SST never changes a step, it only appends steps. The sixth
 * is a sixth entry here; the version that `ensure` writes is the number of entries.
 */
const STEPS = [
    {
        title: 'buckets',
        actions: [
            bucketAction('asset'),
            { on: 'asset', run: clearNotifications },
            bucketAction('state'),
            { on: 'state', run: enableVersioning },
        ],
    },
    { title: 'image repository', actions: [{ on: 'repository', run: createRepository }] },
    { title: 'legacy asset bucket', actions: [{ on: 'asset', run: adoptLegacyAssetBucket }] },
    { title: 'encrypted connections only', actions: [tlsAction('asset'), tlsAction('state')] },
    { title: 'nothing any more (was an AppSync Events API)', actions: [] },
];
function bucketAction(kind) {
    return {
        on: kind,
        run: async (context, record) => ({ [kind]: await provideBucket(context, kind, record[kind]) }),
    };
}
async function clearNotifications({ ownBuckets, buckets }, { asset }) {
    // Not on a legacy bucket: somebody might have set up notifications on it.
    if (ownBuckets.has(asset))
        await buckets.clearNotifications(asset);
    return {};
}
async function enableVersioning({ buckets, note }, { state }) {
    await buckets.enableVersioning(state);
    note('state', SETTING.versioning.on);
    return {};
}
async function createRepository({ repositories, created }) {
    const { registryId, url, existed } = await repositories.create(REPOSITORY);
    if (!existed)
        created.add(url);
    return { assetEcrRegistryId: registryId, assetEcrUrl: url };
}
/** SST deletes the newer bucket with everything in it, and the parameter. Here both stay, and a warning names the bucket. */
async function adoptLegacyAssetBucket(context, { asset }) {
    const legacy = await legacyAssetBucket(context);
    if (legacy === undefined || legacy === asset)
        return {};
    context.replacedBuckets.add(asset);
    return { asset: legacy };
}
function tlsAction(kind) {
    return {
        on: kind,
        run: async ({ buckets, created, access, note }, { [kind]: name }) => {
            // A bucket from before might have a policy of its own, which SST replaces. If the role is allowed to read it, it is kept.
            const existing = created.has(name) ? undefined : await (0,errors/* orDenied */.Ty)(buckets.policy(name));
            const readable = existing instanceof errors/* Denied */.Cb ? undefined : existing;
            const policy = requiringTls(readable, name, access.identity.partition);
            if (policy !== undefined)
                await buckets.putPolicy(name, policy);
            note(kind, SETTING.policy.on);
            return {};
        },
    };
}

;// CONCATENATED MODULE: ./lib/bootstrap/decide.js


/**
 * The bootstrap's one decision table. `verify` ends with the status, and stops if it is missing or broken. `ensure`
 * applies the remedy and looks again; without a remedy it ends with the status.
 *
 * | found | status | remedy |
 * |---|---|---|
 * | no record, or one of version 0 that names no state bucket | missing | created: all steps |
 * | a record that is unreadable | broken | none |
 * | the state bucket missing, elsewhere or refused | broken | none |
 * | the asset bucket refused | broken | none |
 * | the asset bucket or the repository missing or elsewhere | broken | repaired: the steps that created it, then the missing steps |
 * | all present, the version below the number of steps | outdated | upgraded: the missing steps |
 * | all present, the version that number or above | ready | none |
 *
 * A record in a SecureString has the same status and no remedy: AWS does not let a parameter change its type, and writing
 * a SecureString would replace its KMS key, unless the key is known.
 */
function decide(found) {
    const verdict = verdictOn(found);
    return found.encrypted ? { status: verdict.status } : verdict;
}
function verdictOn(found) {
    if (found.record === 'unreadable')
        return { status: 'broken' };
    if (found.record === 'absent')
        return { status: 'missing', remedy: { outcome: 'created', steps: STEPS, start: found.start } };
    const { value, resources } = found;
    const missingSteps = STEPS.slice(value.version);
    const lost = RESOURCE_KINDS.filter(kind => isLost(resources[kind]));
    if (!lost.every(kind => RESOURCES[kind].canBeRecreated(resources[kind])))
        return { status: 'broken' };
    if (lost.length > 0) {
        // The parts of the finished steps that created what is lost.
        const recreating = STEPS.slice(0, value.version).map(({ title, actions }) => ({
            title,
            actions: actions.filter(({ on }) => lost.includes(on)),
        }));
        const start = lost.reduce((record, kind) => RESOURCES[kind].recordForRecreation?.(record, resources[kind]) ?? record, value);
        const steps = [...recreating, ...missingSteps];
        return { status: 'broken', remedy: { outcome: 'repaired', steps, start } };
    }
    if (missingSteps.length === 0)
        return { status: 'ready' };
    return { status: 'outdated', remedy: { outcome: 'upgraded', steps: missingSteps, start: value } };
}
/** The status that `ensure` ends with: the strongest of what it did, if all is well now. */
function decide_outcomeOf(outcomes, standing) {
    if (standing !== 'ready')
        return standing;
    const order = ['created', 'repaired', 'upgraded'];
    return order.find(outcome => outcomes.includes(outcome)) ?? standing;
}

// EXTERNAL MODULE: ./lib/github/context.js
var context = __nccwpck_require__(8120);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __nccwpck_require__(8804);
;// CONCATENATED MODULE: ./lib/stage/messages.js




/** How long the last updates took, as a clause. */
function durationWords({ count, median, longest }) {
    if (count === 1)
        return `the last update took ${span(longest)}`;
    return `the last ${count} updates took ${span(median)} (median), at most ${span(longest)}`;
}
/** Why nothing is known of the stage, if nothing was looked at. */
const NOT_LOOKED = 'the bootstrap was not checked, the app or the stage is not known, or the state is not kept in AWS';
/** Why S3 was not able to say something, in parentheses. */
const becauseOf = (refused) => refused instanceof errors/* Denied */.Cb ? refused.permission.action : (0,lib_text/* plain */.pj)(`S3: ${refused.code}`, 60);
/** Something of the stage was not looked at: a notice, since the deploy itself is not affected. */
function notChecked(looks, where) {
    const refusals = [...looks.values()];
    const statements = refusals.flatMap(refused => refused instanceof errors/* Denied */.Cb ? statementFor(refused.permission, where) : []);
    return {
        title: `Not checked: ${[...looks.keys()].join(', ')}`,
        what: `S3 did not let this step look at the state of the stage in ${place(where)} (${[...new Set(refusals.map(becauseOf))].join(', ')}). Everything else was checked.`,
        next: statements.length > 0
            ? lines("To have it checked, add this to the role's policy:", ...new Set(statements))
            : undefined,
    };
}
function stageIsNew({ app, stage }, stages, where) {
    const others = closestFirst(stages, stage);
    const more = others.length > 10 ? ` and ${others.length - 10} more` : '';
    return {
        title: `The stage ${stage} is new`,
        what: `The stage ${stage} of ${app} was never deployed in ${place(where)}: it has neither a state nor a passphrase there. \`new-stage: fail\` is set. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
        next: lines(others.length > 0
            ? `Stages of ${app} there, the closest name first: ${others.slice(0, 10).join(', ')}${more}. If you meant one of them, correct \`stage\`.`
            : `No stage of ${app} was ever deployed there: check that the role and the region are the right ones.`, 'To deploy a new stage on purpose, write `new-stage: allow` for that run.'),
    };
}
/** `new-stage: fail`, and it cannot be told. @param refused undefined if nothing was looked at. */
function newStageNotChecked(refused, where) {
    const reason = refused ? becauseOf(refused) : NOT_LOOKED;
    const allow = refused instanceof errors/* Denied */.Cb
        ? lines("Add this to the role's policy:", statementFor(refused.permission, where))
        : 'Run the job again,';
    return {
        title: 'It is not known whether the stage is new',
        what: `\`new-stage: fail\` is set, but this step could not check in ${place(where)} whether the stage was deployed before (${reason}). ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
        next: lines(allow, 'or write `new-stage: allow`.'),
    };
}
/** The newest update has not ended, and nothing is locked. */
function cutOff({ app, stage }, { id, started, ...record }) {
    const command = record.command === '' ? '' : ` (\`sst ${(0,lib_text/* plain */.pj)(record.command, 40)}\`)`;
    const run = record.runId === '' ? '' : `, run ${(0,lib_text/* plain */.pj)(record.runId, 200)}`;
    const how = record.outcome === 'unlocked'
        ? 'did not complete and was unlocked by force'
        : 'never ended: it was killed, or SST stopped before it changed anything';
    return {
        title: `The last deploy of stage ${stage} was cut off`,
        what: `The last update of the stage ${stage} of ${app}${command}, started ${started.toISOString()}, update ${id}${run}, ${how}.`,
        next: `If it was changing resources, ${pending(stage)}`,
    };
}
const pending = (stage) => `expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`;
function passphraseMissing({ app, stage }, where) {
    const name = `/sst/passphrase/${app}/${stage}`;
    return {
        title: `The passphrase of stage ${stage} is gone`,
        what: `There is a state of ${app} in stage ${stage} in ${place(where)}, but not its passphrase, the parameter ${name}. SST would make a new one and could not read the secrets in the state.`,
        next: lines('Before you deploy, put the old value back as a SecureString. It is in a backup, or in the account or region that the state was copied from:', `  aws ssm put-parameter --name ${name} --region ${where.region} --type SecureString --value …`),
    };
}
function sessionShort({ stage }, { longest, count }, { left, advised, capped }, { chained, inPlace }) {
    const last = count === 1 ? 'the last update' : `the longest of the last ${count} updates`;
    let next = lines(`${capped ? 'A session lasts 12 hours at most. ' : ''}Write \`role-duration-seconds: ${advised}\` under \`with:\` of this step. The role's maximum session duration must allow it:`, `  aws iam update-role --role-name … --max-session-duration ${Math.max(advised, 3600)}`);
    if (inPlace)
        next = 'The credentials were in the environment already: get credentials that last longer.';
    else if (capped && chained)
        next =
            'With role chaining, a session lasts one hour at most. Assume the role directly with OIDC, without the first role. Then `role-duration-seconds` can be up to 43200.';
    return {
        title: 'The session might end before the deploy',
        what: `The session lasts ${span(left)} more, and ${last} of the stage ${stage} took ${span(longest)}. A deploy that takes longer than its session fails half-way.`,
        next,
    };
}
/** @param kept why `stale-lock: remove` left the lock, as one of KEPT. @param isOwn whether this very run holds it. */
function locked({ app, stage }, lock, holder, { kept, isOwn }) {
    const words = lockWords(lock);
    const by = words ? `: ${words}` : ', in a form that cannot be read';
    const unlock = `run \`sst unlock --stage ${stage}\``;
    let next = `If no deploy of that stage is running, one was killed and left the lock: ${unlock}.`;
    if (isOwn)
        next = lines('That is this run: another of its jobs deploys the stage, or an earlier step or job of it was stopped in the middle of a deploy.', `Let the jobs of one stage run one after another (\`needs\`). If none of them is deploying, ${unlock}.`);
    else if (holder.is === 'running')
        next =
            'Wait until that run has ended. With `concurrency` in the workflow, GitHub deploys one run at a time.';
    else if (holder.is === 'completed')
        next = lines(`The lock is stale: ${unlock}, or write \`stale-lock: remove\` under \`with:\` of this step.`, `Then ${pending(stage)}`);
    return {
        title: `Stage ${stage} is locked`,
        what: [
            `The stage ${stage} of ${app} is locked${by}.`,
            messages_verdictOn(holder),
            kept,
            'Until the lock is gone, `sst deploy` fails with "Concurrent update detected".',
        ]
            .filter(Boolean)
            .join(' '),
        next,
    };
}
function lockWords({ command, created, updateId, runId }) {
    return [
        command && `\`sst ${(0,lib_text/* plain */.pj)(command, 40)}\``,
        created && `since ${created.toISOString()} (${ago(created)})`,
        updateId && `update ${(0,lib_text/* plain */.pj)(updateId, 60)}`,
        runId && `run ${(0,lib_text/* plain */.pj)(runId, 200)}`,
    ]
        .filter(Boolean)
        .join(', ');
}
/** What GitHub says of the run that holds the lock, as a sentence; empty if it was not asked. */
function messages_verdictOn(holder) {
    if (holder.is === 'not asked')
        return '';
    if (holder.is === 'unknown')
        return `Whether that run has ended is not known: ${holder.why}.`;
    if (holder.is === 'running')
        return `GitHub says that this run is still running (${(0,lib_text/* plain */.pj)(holder.status, 40)}).`;
    const when = holder.ended ? ` ${ago(holder.ended)}` : '';
    return `GitHub says that this run is completed (${(0,lib_text/* plain */.pj)(holder.conclusion, 40)}${when}).`;
}
/** Why `stale-lock: remove` left the lock, as a sentence. */
const KEPT = {
    noToken: '`stale-lock: remove` needs `github-token`, to ask GitHub whether that run has ended: the lock stays.',
    notARun: 'It does not name a run of this GitHub server, so `stale-lock: remove` cannot tell whether it is stale: the lock stays.',
    foreignUpdate: "Its update ID is not one of SST's, so `stale-lock: remove` does not apply: the lock stays.",
    changed: 'It changed while GitHub was asked, because another deploy has begun: the lock stays.',
    refused: (refused) => `\`stale-lock: remove\` could not remove it (${becauseOf(refused)}): the lock stays.`,
};
const lockNotChecked = () => ({
    title: 'The lock was not checked',
    what: `\`stale-lock: remove\` is set, but this step did not look for a lock: ${NOT_LOOKED}.`,
    next: 'To have it checked, use `bootstrap: verify` or `ensure`, and set `working-directory` to the folder of the app.',
});
const lockRemoved = ({ app, stage }, lock, holder) => ({
    title: `The stale lock of stage ${stage} was removed`,
    what: `The stage ${stage} of ${app} was locked: ${lockWords(lock)}. ${messages_verdictOn(holder)} The step removed the lock as \`sst unlock\` does.`,
    next: `That command was cut off, so ${pending(stage)}`,
});
const ago = (then) => `${span(Date.now() - then.getTime())} ago`;
/** A duration in its two largest units. */
function span(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** The names in the order of how much of the wanted one they begin with; equally close ones in their own order. */
function closestFirst(names, wanted) {
    const shared = (name) => {
        let at = 0;
        while (at < wanted.length && name[at]?.toLowerCase() === wanted[at]?.toLowerCase())
            at++;
        return at;
    };
    return names.toSorted((a, b) => shared(b) - shared(a));
}

;// CONCATENATED MODULE: ./lib/stage/lock.js







/** Milliseconds of Go's zero time, 1 January of the year 1. */
const GO_ZERO_TIME = -62_135_596_800_000;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
/**
 * Reads `lock/<app>/<stage>.json` as SST 4.17 does: a lock without a time is no lock, and a lock that SST cannot read
 * stops SST just as a lock of somebody else does.
 *
 * @returns undefined if SST would take the stage for unlocked.
 */
function parseLock(bytes) {
    const { created, command, updateid, runid } = readStored(bytes) ?? { created: 'unreadable' };
    const isReadable = [created, command, updateid, runid].every(field => typeof (field ?? '') === 'string');
    const time = Date.parse(String(created));
    if (isReadable && (!created || time === GO_ZERO_TIME))
        return undefined;
    const text = (field) => (typeof field === 'string' && field) || undefined;
    return {
        created: RFC_3339.test(String(created)) && !Number.isNaN(time) ? new Date(time) : undefined,
        command: text(command),
        updateId: text(updateid),
        runId: text(runid),
    };
}
/** Finds out whose lock it is, and removes it if it is stale and `stale-lock: remove` is set. */
async function checkLock(request) {
    const { seen, staleLock, ownRun } = request;
    const object = seen.lock;
    if (!object || object instanceof errors/* Refused */.Lw)
        return { state: 'none' };
    const lock = parseLock(object.bytes);
    if (!lock)
        return { state: 'none' };
    const holder = await lookUpHolder(request, lock);
    let kept;
    if (staleLock === 'remove' && holder.is === 'completed') {
        const answer = await (0,errors/* orRefused */.oH)(removeStale(request, lock, object));
        kept = answer instanceof errors/* Refused */.Lw ? KEPT.refused(answer) : answer;
        if (kept === undefined)
            return { lock, state: 'removed', problem: lockRemoved(seen, lock, holder) };
    }
    else if (staleLock === 'remove' && holder.is === 'not asked')
        kept = holder.why;
    const isOwn = lock.runId !== undefined && lock.runId === ownRun;
    return { lock, state: 'held', problem: locked(seen, lock, holder, { kept, isOwn }) };
}
async function lookUpHolder(request, { runId = '' }) {
    const { githubToken, server, mask, log } = request;
    const attempt = (0,context/* parseRunUrl */.CJ)(runId, server);
    if (attempt === undefined)
        return { is: 'not asked', why: KEPT.notARun };
    if (githubToken === undefined)
        return { is: 'not asked', why: KEPT.noToken };
    mask(githubToken);
    log.info(`Asking GitHub about the run that holds the lock: ${runId}`);
    const { lookUpRunAttempt } = await Promise.all(/* import() */[__nccwpck_require__.e(351), __nccwpck_require__.e(529)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8529));
    const state = await lookUpRunAttempt(githubToken, attempt, line => log.debug(line));
    log.info(messages_verdictOn(state));
    return state;
}
/**
 * Removes a lock as `sst unlock` of SST 4.17 does: first the update of the lock is marked as completed, with SST's own error,
 * then the lock is removed. It is removed only if it is still the same object (its ETag, by If-Match): if another process has
 * replaced or removed it meanwhile, that one's lock stays.
 *
 * @returns why the lock stays, as one of KEPT; undefined if it is gone.
 * @throws Denied or Refused if S3 does not let it; the lock stays then.
 */
async function removeStale({ seen, access, log }, lock, object) {
    const { app, stage, bucket } = seen;
    // The update's ID becomes part of a key.
    if (lock.updateId !== undefined && startOf(lock.updateId) === undefined)
        return KEPT.foreignUpdate;
    // Without an ETag, the removal would have no condition.
    if (object.etag === '')
        return KEPT.changed;
    const objects = await openObjects(access);
    const key = `lock/${app}/${stage}.json`;
    const updateKey = `update/${app}/${stage}/${lock.updateId}.json`;
    // GitHub was asked since the lock was read: if it has changed, its update is not this step's to complete.
    const [current, update] = await Promise.all([
        objects.read(bucket, key),
        lock.updateId === undefined ? undefined : objects.read(bucket, updateKey),
    ]);
    if (current.object?.etag !== object.etag)
        return KEPT.changed;
    if (update) {
        const version = update.object && parseUpdate(update.object.bytes)?.version;
        const text = Buffer.from(completed(lock, version ?? ''));
        const gzipped = isGzip(object.bytes);
        await objects.write(bucket, updateKey, gzipped ? (0,external_node_zlib_.gzipSync)(text) : text, gzipped);
    }
    const removed = (await objects.removeUnchanged(bucket, key, object.etag)) ||
        // If the answer to a removal was lost, its repetition finds no lock.
        (await objects.read(bucket, key)).object === undefined;
    if (!removed)
        return KEPT.changed;
    log.info(`Removed s3://${bucket}/${key}.`);
    return undefined;
}
/**
 * The update's record as `sst unlock` writes it, field by field (SST 4.17.1, recorded). `sst unlock` writes its own version
 * and its own SST_RUN_ID; here they stay those of the command that was cut off.
 */
function completed(lock, version) {
    return JSON.stringify({
        id: lock.updateId,
        runID: lock.runId,
        version,
        command: lock.command ?? '',
        errors: [{ urn: '', message: UNLOCKED }],
        timeStarted: '',
        timeCompleted: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    });
}

;// CONCATENATED MODULE: ./lib/stage/stage.js

/** What is seen of a stage in an account and region without a bootstrap: nothing was ever deployed there. */
function neverDeployed({ app, stage }) {
    return { app, stage, bucket: '', passphrase: 'absent', lock: undefined, updates: [], stages: [] };
}
/** Whether the stage was deployed before; undefined if that could not be checked. */
function existsIn({ stage, passphrase, stages }) {
    if (passphrase === 'present')
        return true;
    return stages instanceof errors/* Refused */.Lw ? undefined : stages.includes(stage);
}

;// CONCATENATED MODULE: ./lib/stage/index.js







/**
 * Judges what was seen of the stage: whether it was deployed before, who holds its lock, how the last update ended, and
 * whether the session lasts as long as a deploy takes. Asks for more only if there is something to tell: the record of an
 * update that might not have ended, and the workflow run that holds the lock. Removes a stale lock if it is to.
 *
 * @returns what to report; with a failure in it for `new-stage: fail`. What the role is not allowed to look at is "not
 * checked" there, and no failure.
 */
async function checkStage(request) {
    const { seen, access, session, log } = request;
    const now = new Date();
    const tooShort = (longest) => sessionTooShort(longest, session, now);
    const read = (update) => readUpdate(request, update);
    const updates = seen.updates instanceof errors/* Refused */.Lw ? [] : seen.updates;
    const [lock, last, durations] = await Promise.all([
        checkLock(request),
        newestIfCutOff(updates, read),
        lastDurations(updates, tooShort, read),
    ]);
    const exists = existsIn(seen);
    const { refused, known } = factsOf(seen, lock.state);
    const facts = [...known, last && 'the last update was cut off', durations && durationWords(durations)];
    log.info(`Stage: ${facts.filter(Boolean).join('; ')}.`);
    if (exists === false && !(seen.stages instanceof errors/* Refused */.Lw) && seen.stages.length > 0)
        log.info(`Stages of ${seen.app} here: ${seen.stages.join(', ')}.`);
    const short = durations && tooShort(durations.longest);
    const warnings = [
        lock.problem,
        // A lock says as much of the update that holds it.
        last && last.id !== lock.lock?.updateId ? cutOff(seen, last) : undefined,
        exists && seen.passphrase === 'absent' ? passphraseMissing(seen, access) : undefined,
        short && sessionShort(seen, durations, short, session),
    ];
    return {
        exists,
        lock: seen.lock instanceof errors/* Refused */.Lw ? 'not checked' : lock.state,
        lockedBy: lock.state === 'held' ? holderOf(lock.lock) : '',
        facts: facts.filter(fact => fact !== undefined),
        notices: refused.size === 0 ? [] : [notChecked(refused, access)],
        warnings: warnings.filter(warning => warning !== undefined),
        failure: newStageFailure(request.newStage, access, seen),
    };
}
/** What is known of existence and lock, as clauses; and what the role was not allowed to look at, with S3's answer. */
function factsOf(seen, lock) {
    const exists = existsIn(seen);
    const looks = [
        [
            'whether it was deployed before',
            exists ?? seen.stages,
            exists ? 'deployed before' : 'never deployed here',
        ],
        ['lock', seen.lock, { none: 'not locked', held: 'locked', removed: 'stale lock removed' }[lock]],
        ['last deploys', seen.updates],
    ];
    const refused = new Map();
    const known = looks.map(([look, answer, fact]) => {
        if (!(answer instanceof errors/* Refused */.Lw))
            return fact;
        refused.set(look, answer);
        return `${look} not checked (${becauseOf(answer)})`;
    });
    return { refused, known };
}
/** @returns undefined if it cannot be read. */
async function readUpdate({ seen, access }, { id }) {
    const { app, stage, bucket } = seen;
    const objects = await openObjects(access);
    const answer = await (0,errors/* orRefused */.oH)(objects.read(bucket, `update/${app}/${stage}/${id}.json`));
    return answer instanceof errors/* Refused */.Lw || !answer.object ? undefined : parseUpdate(answer.object.bytes);
}
/** The output `locked-by`: a run ID as the lock has it, if it is fit for an output, else `unknown`. */
function holderOf({ runId = '' }) {
    return /^[\w.:/@-]{1,200}$/.test(runId) ? runId : 'unknown';
}
/** The report on a stage that nothing was looked at for: no state in this account, or the bootstrap was not checked. */
function stageNotChecked(where, { newStage, staleLock }) {
    return {
        exists: undefined,
        lock: 'not checked',
        lockedBy: '',
        facts: ['not checked'],
        notices: staleLock === 'remove' ? [lockNotChecked()] : [],
        warnings: [],
        failure: newStageFailure(newStage, where, undefined),
    };
}
/**
 * The failure of `new-stage: fail`: the stage was never deployed, or that could not be checked.
 *
 * @param seen undefined if nothing was looked at.
 */
function newStageFailure(newStage, where, seen) {
    if (newStage === 'allow' || (seen && existsIn(seen)))
        return undefined;
    if (!seen)
        return new lib_failure/* Failure */.HR(newStageNotChecked(undefined, where));
    const { stages } = seen;
    return new lib_failure/* Failure */.HR(stages instanceof errors/* Refused */.Lw ? newStageNotChecked(stages, where) : stageIsNew(seen, stages, where));
}

;// CONCATENATED MODULE: ./lib/bootstrap/record.js
/** The record before the first step: SST's fields, in SST's order. */
const EMPTY_RECORD = {
    version: 0,
    asset: '',
    assetEcrRegistryId: '',
    assetEcrUrl: '',
    state: '',
    appsyncHttp: '',
    appsyncRealtime: '',
};
/** Empty, or a name, a number or a URL. A record that somebody else wrote reaches the log, the outputs and requests. */
const FORM = /^(?:\w[\w.:/@-]{0,255})?$/;
/**
 * Reads a record as SST does (Go's json.Unmarshal into its struct): a field that is absent or null has its zero value,
 * a field of the wrong type makes the whole record unreadable. So does a text that is no name, number or URL.
 *
 * @returns the record, or the reason why SST cannot read it, as the end of a sentence.
 */
function parseRecord(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (error) {
        return `it is not JSON (${error.message})`;
    }
    if (typeof parsed !== 'object' || Array.isArray(parsed))
        return 'it is not a JSON object';
    const record = { ...EMPTY_RECORD, ...parsed };
    for (const [name, zero] of Object.entries(EMPTY_RECORD)) {
        record[name] ??= zero;
        const value = record[name];
        const shown = JSON.stringify(value);
        if (name === 'version') {
            if (!Number.isSafeInteger(value) || Number(value) < 0)
                return `its version is ${shown}, which is not a whole number`;
        }
        else if (typeof value !== 'string')
            return `its field ${name} is ${shown}, which is not a text`;
        else if (!FORM.test(value))
            return `its field ${name} has characters that no bucket, registry or URL has in its name`;
    }
    return record;
}

;// CONCATENATED MODULE: ./lib/bootstrap/inspect.js








/** How many times a record that changes during the inspection is inspected. */
const MAX_INSPECTIONS = 4;
/**
 * Reads the record, then looks at everything that it names at the same time. Changes nothing.
 *
 * One request, then four at once: with an app and a stage, reading the stage's lock from the state bucket says as much of
 * the bucket as HeadBucket does, and a listing says how the stage's last updates went.
 *
 * @throws Denied if the role lacks a permission that SST itself needs.
 */
async function inspect(context) {
    const { stage } = context;
    const { record: parameter, passphrase } = await readParameters(context);
    const { value: text, secure: encrypted, version: parameterVersion = 1 } = parameter ?? {};
    const value = text === undefined ? EMPTY_RECORD : parseRecord(text);
    if (typeof value === 'string')
        return { found: { record: 'unreadable', text, encrypted, why: value } };
    if (value.version === 0 && value.state === '')
        return {
            found: { record: 'absent', text, encrypted, start: value },
            stage: stage && neverDeployed(stage),
        };
    const looked = stage && value.state !== '' ? stage.look(value.state, passphrase) : undefined;
    const states = RESOURCE_KINDS.map(async (kind) => [
        kind,
        looked && kind === 'state' ? (await looked).bucket : await RESOURCES[kind].find(context, value),
    ]);
    const resources = Object.fromEntries(await Promise.all(states));
    return {
        found: { record: 'read', text, encrypted, parameterVersion, value, resources },
        stage: (await looked)?.seen,
    };
}
/**
 * Inspects until the record stands still: another job might have written it between the reading of the record and the
 * look at its buckets. Only what looks broken is inspected again.
 */
async function inspectUntilStable(context) {
    for (let inspections = 1;; inspections++) {
        const inspected = await inspect(context);
        const { found } = inspected;
        if (decide(found).status !== 'broken' || inspections === MAX_INSPECTIONS)
            return inspected;
        if ((await readRecord(context)) === found.text)
            return inspected;
    }
}
/** The record's text as it is now; undefined if there is no record. */
async function readRecord({ parameters }) {
    return (await parameters.read([RECORD])).get(RECORD)?.value;
}
/** @throws Failure if the record is a SecureString that the role is not allowed to decrypt. */
async function readParameters({ stage, parameters, access, log }) {
    if (stage) {
        const both = await (0,errors/* orDenied */.Ty)(parameters.read([RECORD, stage.parameter]));
        if (!(both instanceof errors/* Denied */.Cb)) {
            const passphrase = both.has(stage.parameter) ? 'present' : 'absent';
            return { record: both.get(RECORD), passphrase };
        }
        // Denied as a whole: the role might be allowed to read the record alone.
        log.debug(`Passphrase not checked: ${both.message}`);
    }
    const alone = await (0,errors/* orRefused */.oH)(parameters.read([RECORD]));
    if (!(alone instanceof errors/* Refused */.Lw))
        return { record: alone.get(RECORD), passphrase: 'not checked' };
    // SSM passes on what KMS says: no permission for the key, or a key that is disabled or deleted.
    const { permission, code, message } = alone;
    if (permission.action === 'kms:Decrypt' || code === 'InvalidKeyId' || /ciphertext|kms/i.test(message))
        throw new lib_failure/* Failure */.HR(recordNotDecrypted(access, message.replace(/\.$/, '')), alone);
    throw alone;
}

;// CONCATENATED MODULE: ./lib/bootstrap/report.js







/**
 * Puts together what was found and done.
 *
 * @param more further warnings, and why it could not be completed, if the status alone does not say it.
 */
function reportOn(context, { found, stage }, status, { warnings = [], failure } = {}) {
    const { access } = context;
    const record = found.record === 'read' ? found.value : undefined;
    const problem = problemOf(status, found, access);
    const stops = failure ?? (problem && new lib_failure/* Failure */.HR(problem));
    const isOutdated = record && status === 'outdated' && !stops;
    return {
        status,
        account: access.identity.account,
        region: access.region,
        record,
        checks: checksOf(context, found, status),
        warnings: isOutdated
            ? [outdated(access, record.version, STEPS.length, found.encrypted), ...warnings]
            : warnings,
        notices: found.encrypted && !stops ? [encryptedRecord(access)] : [],
        stage,
        failure: stops,
    };
}
/** Why the step must stop; undefined if the bootstrap can be used. */
function problemOf(status, found, access) {
    if (status === 'missing')
        return notBootstrapped(access, found.text !== undefined, found.encrypted);
    if (found.record === 'unreadable')
        return unreadableRecord(access, found.why);
    return status === 'broken' && found.record === 'read' ? brokenBy(found, access) : undefined;
}
/** What is wrong with a bootstrap that is broken because of its resources, and what to do about it. */
function brokenBy({ value, resources, encrypted }, access) {
    const { state, asset } = resources;
    const faults = RESOURCE_KINDS.filter(kind => isLost(resources[kind])).map(kind => RESOURCES[kind].fault(value, resources[kind], access));
    const permissions = [state, asset].flatMap(found => (found.is === 'refused' ? [found.permission] : []));
    let next = WAY_OUT.ensure(access, encrypted);
    if (state.is === 'missing')
        next = WAY_OUT.restoreState(access, value.state);
    else if (permissions.length > 0)
        next = WAY_OUT.refused(access, permissions);
    else if (state.is === 'elsewhere')
        next = WAY_OUT.otherRegion(access, state.region);
    return broken(access, faults, next);
}
function checksOf(context, found, status) {
    const record = { resource: 'record', name: RECORD };
    const encrypted = found.encrypted ? ['a SecureString'] : [];
    if (found.record === 'absent')
        return [{ ...record, state: 'missing', notes: encrypted }];
    if (found.record === 'unreadable')
        return [{ ...record, state: 'present', notes: [...encrypted, 'unreadable'] }];
    const { value, resources } = found;
    const version = `version ${value.version}`;
    return [
        { ...record, state: status === 'created' ? status : 'present', notes: [version, ...encrypted] },
        ...RESOURCE_KINDS.map((kind) => {
            const { label: resource, nameIn } = RESOURCES[kind];
            const name = nameIn(value);
            const { state, note = [] } = shown(resources[kind]);
            const notes = [note, ...context.notesOn(kind)].flat();
            if (!context.created.has(name))
                return { resource, name, state, notes };
            return { resource, name, state: status === 'repaired' ? status : 'created', notes };
        }),
    ];
}
/** The state of a resource in the table, and a note on it. */
function shown(state) {
    switch (state.is) {
        case 'elsewhere':
            return { state: 'elsewhere', note: `in ${state.region}` };
        case 'refused':
            return { state: 'elsewhere', note: 'of another account, or not allowed to look' };
        case 'foreign':
            return { state: 'elsewhere' };
        case 'to come':
            return { state: 'not checked', note: 'created by step 2' };
        default:
            return { state: state.is };
    }
}
/**
 * What the services of a region that is not enabled for the account answer to a session that is valid elsewhere: SSM and
 * ECR the first, S3 the others.
 */
const SESSION_UNKNOWN = /^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken)$/;
/**
 * The failure for an error of AWS. Any other error is returned unchanged.
 *
 * @param done what was done until then, as a sentence.
 */
function failureFor(error, access, done) {
    if (!(error instanceof errors/* Refused */.Lw))
        return error;
    let problem = requestFailed(error, access, done);
    if (error instanceof errors/* Denied */.Cb)
        problem = denied(error.permission, error.because, access, done);
    else if (SESSION_UNKNOWN.test(error.code))
        problem = regionNotEnabled(access, error);
    return new lib_failure/* Failure */.HR(problem, error);
}

;// CONCATENATED MODULE: ./lib/bootstrap/ensure.js












/** How many times the record might change while this run completes it. */
const MAX_ROUNDS = 8;
/**
 * Creates, upgrades or repairs the bootstrap, and returns only when it has seen it complete: the record is written
 * after the resources that it names, and read again after that. The record that is there then counts, no matter which
 * job wrote it.
 *
 * @throws Failure if the record keeps changing; Refused or Denied if reading fails.
 */
async function ensure(context) {
    const outcomes = [];
    for (let round = 1; round <= MAX_ROUNDS; round++) {
        if (round > 1)
            await pauseAfterConflict(context.access.transport.signal, round - 1);
        const inspected = await inspectUntilStable(context);
        const { status, remedy } = decide(inspected.found);
        if (remedy !== undefined) {
            const applied = await apply(remedy, inspected, context);
            if (applied instanceof lib_failure/* Failure */.HR)
                return reportOn(context, inspected, status, { failure: applied });
            if (applied)
                outcomes.push(remedy.outcome);
        }
        else if (round === 1 || (await readRecord(context)) === inspected.found.text) {
            return reportEnsured(context, inspected, decide_outcomeOf(outcomes, status));
        }
    }
    throw new lib_failure/* Failure */.HR(keepsChanging(context.access, MAX_ROUNDS));
}
/** The report on a bootstrap that is complete, or cannot be repaired. */
async function reportEnsured(context, inspected, status) {
    const { found } = inspected;
    if (found.record !== 'read' || status === 'broken')
        return reportOn(context, inspected, status);
    const [unsafe, unused] = await Promise.all([
        unsafeSettings(context, found.value),
        removeUnusedBuckets(context, found.value, found.parameterVersion),
    ]);
    const warnings = [
        ...(unsafe.length > 0 ? [settingsChanged(unsafe, context.access)] : []),
        ...(unused.length > 0 ? [unusedBucketsLeft(unused, context.access)] : []),
    ];
    return reportOn(context, inspected, status, { warnings });
}
/** @returns whether this run wrote what the record now names; the failure if it could not be done. */
async function apply(remedy, { found, stage }, context) {
    const { newStage, access } = context;
    // Without a bootstrap, the stage was never deployed here: none is created for it.
    const isNew = remedy.outcome === 'created' && newStageFailure(newStage, access, stage);
    if (isNew)
        return isNew;
    try {
        return await runSteps(remedy, found, context);
    }
    catch (error) {
        // A job that found another record has removed the buckets that were being set up: look again.
        if (error instanceof errors/* Refused */.Lw && error.code === 'NoSuchBucket')
            return false;
        const done = `What was created so far stays, and the next run completes it. ${lib_failure/* NOTHING_EXPORTED */.Q7}`;
        const failure = failureFor(error, access, done);
        if (failure instanceof lib_failure/* Failure */.HR)
            return failure;
        throw failure;
    }
}
/** Runs the steps, then writes the record. */
async function runSteps({ steps, start }, found, context) {
    const { log, parameters, buckets } = context;
    let record = start;
    for (const { title, actions } of steps) {
        if (actions.length > 0)
            log.info(`Step: ${title}`);
        for (const { run } of actions)
            record = { ...record, ...(await run(context, record)) };
    }
    const before = found.record === 'read' ? found.value : record;
    if (before.asset !== record.asset)
        log.info(`${record.asset} replaces ${before.asset}, which is left unchanged.`);
    // Only resources that were seen are recorded: another job might have removed a bucket that no record named yet.
    const named = await Promise.all([buckets.find(record.asset), buckets.find(record.state)]);
    if (!named.every(({ is }) => is === 'present'))
        return false;
    const text = JSON.stringify({ ...record, version: Math.max(record.version, STEPS.length) });
    if (found.text === undefined)
        return writeFirst(context, text);
    if (found.record === 'read' && JSON.stringify(found.value) === text)
        return true;
    // AWS has no conditional overwrite: what another job wrote in the meantime is noticed here, or after the write.
    if ((await readRecord(context)) !== found.text)
        return false;
    await parameters.write(RECORD, text, { overwrite: true });
    log.info(`Wrote ${RECORD}: ${text}`);
    return true;
}
/** Writes the first record, unless there is one by now: AWS lets one writer win, and the others use its record. */
async function writeFirst(context, text) {
    const { log, parameters, created } = context;
    if ((await parameters.write(RECORD, text, { overwrite: false })) === 'written') {
        log.info(`Wrote ${RECORD}: ${text}`);
        return true;
    }
    const existing = await readRecord(context);
    log.info(`Another job wrote ${RECORD} in the meantime: ${existing ?? 'it was deleted again'}`);
    // The same value: an earlier try of this write whose response was lost, or a job that made the same buckets.
    return existing === text && created.size > 0;
}

;// CONCATENATED MODULE: ./lib/bootstrap/index.js









/**
 * Verifies, or completes, the SST bootstrap of the account and region of `access` (docs/bootstrap.md).
 *
 * @returns what was found and done, with the failure in it if the step must stop.
 * @throws Failure if it could not be found out: not allowed, or not reachable.
 */
async function checkBootstrap(request) {
    const { mode, access, log } = request;
    log.info(`Bootstrap of ${place(access)}, mode ${mode}.`);
    try {
        const context = await openContext(request);
        const report = await (mode === 'verify' ? verify(context) : ensure(context));
        for (const { resource, name, state, notes } of report.checks)
            log.info([`${resource} ${name}: ${state}`, ...notes].join(', '));
        log.info(`Bootstrap: ${report.status}.`);
        return report;
    }
    catch (error) {
        throw failureFor(error, access);
    }
}
/** Reads, and changes nothing. */
async function verify(context) {
    const inspected = await inspectUntilStable(context);
    return reportOn(context, inspected, decide(inspected.found).status);
}
/**
 * Verifies, or completes, the bootstrap of several regions at the same time, with the same session. Another region has no
 * lock and no passphrase of the stage: they are with the state, in the deploy's own region.
 *
 * @param regions the other regions; the region of `access` among them is ignored.
 */
async function checkRegions(request, regions) {
    const { mode, newStage, access, log } = request;
    const otherRegions = regions.filter(region => region !== access.region);
    const own = checkRegion(otherRegions.length === 0 ? request : { ...request, log: prefixed(log, access.region) });
    // With `new-stage: fail`, nothing is created in other regions if the deploy's own fails: it might be the wrong account.
    const onlyVerify = mode === 'ensure' && newStage === 'fail' && (await own).failure;
    const forOthers = { ...request, mode: onlyVerify ? 'verify' : mode };
    const others = otherRegions.map(region => checkOther(forOthers, region));
    const [first, ...rest] = await Promise.all([own, ...others]);
    const failed = [first, ...rest].flatMap(({ region, failure }) => (failure ? [{ region, failure }] : []));
    const failure = failed.length > 1 ? new lib_failure/* Failure */.HR(severalRegions(failed)) : failed[0]?.failure;
    return { first, others: rest, failure };
}
/** A region that could not be checked does not keep the others from being checked. */
async function checkRegion(request) {
    const { access, log } = request;
    const { region } = access;
    try {
        const report = await checkBootstrap(request);
        return { region, report, failure: report.failure };
    }
    catch (failure) {
        if (!(failure instanceof lib_failure/* Failure */.HR))
            throw failure;
        log.info(`Bootstrap of ${place(access)} not checked: ${failure.problem.title}.`);
        return { region, failure };
    }
}
async function checkOther({ mode, access: own, log }, region) {
    const access = { ...own, region };
    const partition = (0,aws_region/* partitionOf */.iQ)(region);
    if (partition !== own.identity.partition)
        return { region, failure: new lib_failure/* Failure */.HR(regionOfOtherPartition(access, partition)) };
    return checkRegion({ mode, access, deployment: {}, log: prefixed(log, region) });
}
/** The lines of several regions are mixed in the log: each begins with its region. */
function prefixed(log, region) {
    return {
        info: line => log.info(`${region}: ${line}`),
        debug: line => log.debug(`${region}: ${line}`),
    };
}

;// CONCATENATED MODULE: ./lib/bootstrap/status.js
/** The report on a bootstrap that was not checked. */
function skipped({ identity, region }) {
    return { status: 'skipped', account: identity.account, region, checks: [], warnings: [] };
}

;// CONCATENATED MODULE: ./lib/aws/sts.js



/**
 * STS at the region's own endpoint, or at the one given. Each call is one request. The caller repeats it: the inputs say how
 * often. All throw what the SDK throws; or that the answer does not have the form of STS'.
 */
async function openSts(options) {
    const { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
    const { region, endpoint, keys, transport } = options;
    const client = new STSClient({
        ...clientConfig({ region, keys, transport }),
        ...(endpoint && { endpoint }),
    });
    const send = senderOf(client, transport, () => ({ tries: 1 }));
    return {
        assumeRole: async (input) => sts_understand(await send(new AssumeRoleCommand(input))),
        assumeRoleWithWebIdentity: async (input) => sts_understand(await send(new AssumeRoleWithWebIdentityCommand(input))),
        /** Whose the keys are. */
        identify: async () => identityIn((await send(new GetCallerIdentityCommand({}))).Arn ?? ''),
    };
}
/** STS answered a request for a session, and gave none. */
const NO_SESSION = 'NoSession';
/** The form of keys (STS API reference, "Credentials"; the secret and the token have no form but being without blanks). */
const KEY_ID = /^\w{16,128}$/;
const OPAQUE = /^[\x21-\x7e]+$/;
function sts_understand(answer) {
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {};
    if (!KEY_ID.test(AccessKeyId) || !OPAQUE.test(SecretAccessKey) || !OPAQUE.test(SessionToken))
        throw (0,errors/* answerError */.n)(NO_SESSION, 'the answer has no access key, secret and session token');
    const arn = answer.AssumedRoleUser?.Arn;
    return {
        keys: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
        // An STS that is not AWS' own might not say when it expires, and whose it is.
        expires: Expiration,
        identity: arn ? identityIn(arn) : undefined,
    };
}
function identityIn(arn) {
    const identity = identityOf(arn);
    if (identity === undefined)
        throw (0,errors/* answerError */.n)(errors/* INVALID_ANSWER */.Ho, 'the answer says whose the session is, and not as an ARN of AWS');
    return identity;
}

;// CONCATENATED MODULE: ./lib/credentials/trust.js

/**
 * The claims of a web identity token that are shown: those that trust policies use, and those that identify the job. Other
 * claims are never shown, because the token of a custom provider could contain anything.
 */
const SHOWN_CLAIMS = [
    'sub',
    'aud',
    'iss',
    'repository',
    'repository_id',
    'repository_owner_id',
    'ref',
    'event_name',
    'environment',
    'job_workflow_ref',
    'workflow_ref',
];
/**
 * Reads the claims of a JSON web token without verifying it, which AWS does. They are only used to explain a refusal.
 *
 * @returns only the claims in SHOWN_CLAIMS; none if the text is no such token.
 */
function claimsOf(token) {
    const payload = payloadOf(token);
    return Object.fromEntries(SHOWN_CLAIMS.flatMap(claim => {
        const value = payload[claim];
        const text = Array.isArray(value) ? value.join(', ') : value;
        return typeof text === 'string' || typeof text === 'number' ? [[claim, String(text)]] : [];
    }));
}
function payloadOf(token) {
    try {
        return Object(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
    }
    catch {
        return {};
    }
}
/** The claims, each on a line of its own; empty if there are none. */
function claimsText(claims) {
    const known = SHOWN_CLAIMS.filter(claim => claims[claim] !== undefined);
    const width = Math.max(...known.map(claim => claim.length));
    const lines = known.map(claim => `\n    ${claim.padEnd(width)}  ${claims[claim]}`);
    return known.length === 0 ? '' : `\nThe token says:${lines.join('')}`;
}
/** The role's name, the last part of its ARN. */
function roleName(role) {
    return role.split('/').at(-1) ?? '';
}
/** The host and path of GitHub's issuer, if the token does not name its own. */
function issuerHost({ iss = 'https://token.actions.githubusercontent.com' }) {
    return iss.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
/** The ARN of the identity provider in the role's account. */
function providerArn(role, claims) {
    return `arn:${partitionOfArn(role)}:iam::${accountOf(role)}:oidc-provider/${issuerHost(claims)}`;
}
/**
 * How to trust exactly the jobs whose token has this sub and aud. AWS requires a condition on these claims in every trust
 * policy for GitHub's provider (IAM user guide, "Create a role for OpenID Connect federation").
 */
function trustToken(request) {
    const { role = '', claims = {} } = request;
    const host = issuerHost(claims);
    return statementText(request, {
        Effect: 'Allow',
        Principal: { Federated: providerArn(role, claims) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            StringEquals: { [`${host}:aud`]: claims.aud ?? '', [`${host}:sub`]: claims.sub ?? '' },
        },
    });
}
/**
 * How to trust the owner of the keys, as STS named it in its refusal: a user by its ARN, a session by its role's. A role of
 * IAM Identity Center has a path that the session's ARN does not contain, with or without a region in it, so it is named by a
 * pattern. Empty if STS named nobody.
 */
function trustCaller(message, request) {
    const caller = /User: (arn:\S+) is not authorized/.exec(message)?.[1];
    if (caller === undefined)
        return '';
    const [, partition, account, role] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller) ?? [];
    const iam = `arn:${partition}:iam::${account}`;
    const ofIdentityCenter = role?.startsWith('AWSReservedSSO_');
    const ofRole = ofIdentityCenter ? `${iam}:root` : `${iam}:role/${role}`;
    const condition = {
        ...(request.roleExternalId && { StringEquals: { 'sts:ExternalId': request.roleExternalId } }),
        ...(ofIdentityCenter && {
            ArnLike: { 'aws:PrincipalArn': `${iam}:role/aws-reserved/sso.amazonaws.com/*${role}` },
        }),
    };
    const statement = statementText(request, {
        Effect: 'Allow',
        Principal: { AWS: role === undefined ? caller : ofRole },
        Action: request.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole',
        Condition: Object.keys(condition).length > 0 ? condition : undefined,
    });
    if (role === undefined || ofIdentityCenter)
        return statement;
    // A session's ARN does not contain the path of its role, and AWS refuses a principal without the path.
    return `${statement}\nIf the caller's role has a path, include it: \`role/<path>/<name>\`.`;
}
function statementText({ role = '', claims, maskAccountId }, statement) {
    const name = roleName(role);
    const masked = maskAccountId ? ', with the account id instead of ***' : '';
    return `\nAdd this statement to the trust policy of ${name} (IAM, Roles, ${name}, Trust relationships)${masked}. It trusts exactly this ${claims ? 'job' : 'caller'}:\n${JSON.stringify(statement, undefined, 2)}`;
}
/** `repo:acme@123456/shop@456789:`, the form with ids (GitHub changelog, April 2026). */
const IMMUTABLE = /^repo:([^/@:]+)@\d+\/([^@:]+)@\d+:/;
/** Why a trust policy might refuse a token that looks right: what is special about this token, the most likely first. */
function causes(claims) {
    const { sub = '', environment, ref = '', job_workflow_ref: own, workflow_ref: caller } = claims;
    const found = [
        !sub.startsWith('repo:') &&
            "The sub does not have GitHub's default form: the organisation or the repository customised it (REST API, actions/oidc/customization/sub). Write the policy for the customised form.",
        IMMUTABLE.test(sub) &&
            `The sub contains the ids of owner and repository. Since 2026 it does so for new, renamed and moved repositories, and for those that chose it. A policy for \`${sub.replace(IMMUTABLE, 'repo:$1/$2:')}\` refuses it.`,
        environment &&
            sub.includes(':environment:') &&
            `The job has \`environment: ${environment}\`, so its sub ends in the environment, not in the branch. A policy for \`…:ref:refs/heads/…\` refuses it.`,
        sub.endsWith(':pull_request') &&
            'The run is for a pull request, so its sub ends in `pull_request`, not in the branch. A policy for `…:ref:refs/heads/…` refuses it.',
        ref.startsWith('refs/heads/gh-readonly-queue/') &&
            'The run is for a merge queue, so its branch is a temporary one, `gh-readonly-queue/…`. A policy for the branch itself refuses it.',
        sub.includes(':ref:refs/tags/') &&
            `The run is for the tag ${ref.replace('refs/tags/', '')}, so its sub ends in \`ref:refs/tags/…\`. A policy for \`…:ref:refs/heads/…\` refuses it.`,
        own &&
            caller &&
            own !== caller &&
            `The job belongs to a reusable workflow, ${own}. A policy with a condition on \`job_workflow_ref\` must name that workflow, not the one that calls it.`,
    ].filter(Boolean);
    if (found.length > 0)
        return found;
    return [
        'Usually the policy is for another branch, for an `environment` that the job does not have, or for a former name of the repository. Names are case-sensitive.',
    ];
}

;// CONCATENATED MODULE: ./lib/credentials/diagnosis.js




/** Why STS, or the network, gave no session, and how to fix it. */
function stsRefused(fault, request) {
    const { title, what, next } = refusals(fault, request).find(({ when }) => when);
    return { title, what, next };
}
/**
 * The reasons; the first one that fits counts. Most refusals of STS have one of three codes, and the rest is in the message
 * (STS API reference, "Errors" of AssumeRole and AssumeRoleWithWebIdentity; IAM user guide, "Troubleshoot IAM roles").
 */
function refusals({ code, message, status }, request) {
    const { role = '', claims = {}, name, region, roleDurationSeconds: seconds } = request;
    const byToken = request.claims !== undefined;
    const on = (codes, part = /^/) => codes.test(code) && part.test(message);
    const answer = errors/* WITHOUT_CODE */.Dj.test(code) && status !== undefined ? `HTTP status ${status}` : `${code}: ${message}`;
    const said = `\nAWS said: ${answer}`;
    const lastError = `\nThe last error: ${answer}`;
    const shown = claimsText(claims);
    const forTags = request.tagged ? ', set fewer `custom-tags` or `role-skip-session-tagging: true`' : '';
    return [
        {
            when: byToken && on(/^ExpiredToken$/),
            title: 'The token has expired',
            what: `AWS does not accept ${name}, because it has expired.${said}${shown}`,
            next: "GitHub's token is valid for a few minutes, and every run of this step requests a new one: run the job again. On a self-hosted runner, check the clock. If the token comes from a file, the program that writes the file has to renew it.",
        },
        {
            when: on(/^ExpiredToken$/),
            title: 'The credentials have expired',
            what: `AWS does not accept ${name}, because they have expired.${said}`,
            next: 'Get new ones: run the step or the login that made them again, right before this step. Temporary keys in secrets expire after hours. A role assumed by OIDC needs no keys.',
        },
        {
            when: on(/^InvalidIdentityToken$/, /incorrect token audience/i),
            title: 'The token has the wrong audience',
            what: `The identity provider in account ${accountOf(role)} does not accept the audience ${claims.aud}.${said}${shown}`,
            next: `Set the input \`audience\` to one that the provider accepts (usually sts.amazonaws.com, the default), or add this one to the provider:\n    aws iam add-client-id-to-open-id-connect-provider --client-id ${claims.aud} --open-id-connect-provider-arn ${providerArn(role, claims)}`,
        },
        {
            when: on(/^InvalidIdentityToken$/, /no openidconnect provider/i),
            title: "The account does not know the token's issuer",
            what: `Account ${accountOf(role)} has no identity provider for ${claims.iss}.${said}${shown}`,
            next: `Check that the account in \`role-to-assume\` is the right one. If it is, add the provider to it once:\n    aws iam create-open-id-connect-provider --url ${claims.iss} --client-id-list ${claims.aud}`,
        },
        {
            when: on(/^IDPCommunicationError$/) || on(/^InvalidIdentityToken$/, /retrieve verification key/i),
            title: 'AWS could not reach the identity provider',
            what: `AWS could not read the issuer's keys to verify ${name}, in any try.${said}`,
            next: "This is usually temporary: run the job again. If it fails again, AWS cannot reach the issuer's `/.well-known/openid-configuration`.",
        },
        {
            when: on(/^(InvalidIdentityToken|IDPRejectedClaim)$/),
            title: 'The token is not valid',
            what: `AWS does not accept ${name}.${said}${shown}`,
            next: "Check that the identity provider in IAM is the token's issuer (iss above), and that AWS can read the issuer's keys.",
        },
        {
            when: on(/^ValidationError$/, /MaxSessionDuration/),
            title: "role-duration-seconds is over the role's maximum",
            what: `\`role-duration-seconds\` is ${seconds}, more than ${role} allows.${said}`,
            next: `Set a lower value (by default a role allows 3600), or raise the maximum of the role:\n    aws iam update-role --role-name ${roleName(role)} --max-session-duration ${seconds}`,
        },
        {
            when: on(/^ValidationError$/, /1 hour session limit|role chaining/i),
            title: 'A chained role lasts at most one hour',
            what: `\`role-duration-seconds\` is ${seconds}, but a role that is assumed with another role's session lasts at most 3600 seconds.${said}`,
            next: 'Set `role-duration-seconds` to 3600 or less, or assume the role directly by OIDC, which allows longer sessions.',
        },
        {
            when: on(/^PackedPolicyTooLarge$/) || on(/^ValidationError$/, /at 'policy' failed.*length/),
            title: 'The session policy is too large',
            what: `The session policies and tags are too large for a session.${said}`,
            next: `Shorten \`inline-session-policy\`, name fewer \`managed-session-policies\`${forTags}. The inline policy can have at most 2048 characters. AWS also limits the packed size of all policies and tags together, and reports it in percent.`,
        },
        {
            when: on(/^MalformedPolicyDocument$/),
            title: 'The session policy is not valid',
            what: `AWS cannot read the policy in \`inline-session-policy\`.${said}`,
            next: 'Write an IAM policy as JSON: `{"Version": "2012-10-17", "Statement": [ … ]}`.',
        },
        {
            when: on(/^AccessDenied$/, /sts:TagSession/),
            title: 'Not allowed to assume the role with session tags',
            what: `AWS allows assuming the role ${role} with ${name}, but not with session tags.${said}`,
            next: `Set \`role-skip-session-tagging: true\` to send no tags. Or allow \`sts:TagSession\` in the role's trust policy and in the caller's policies.${trustCaller(message, request)}`,
        },
        {
            when: byToken && on(/^AccessDenied$/),
            title: 'The role does not trust this job',
            what: `The trust policy of ${role} does not trust this job.${said}${shown}`,
            next: `${causes(claims).join('\n')}\nAWS gives the same answer if the role does not exist: check that account ${accountOf(role)} has a role ${roleName(role)}.${trustToken(request)}`,
        },
        {
            when: on(/^AccessDenied$/),
            title: 'Not allowed to assume the role',
            what: `AWS does not allow assuming the role ${role} with ${name}.${said}`,
            next: `The role's trust policy must trust the caller. If the role is in another account, the caller's own policies must allow \`sts:AssumeRole\` on it too. AWS gives the same answer if the role does not exist.${trustCaller(message, request)}`,
        },
        {
            when: on(/^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch)$/) ||
                on(/^(IncompleteSignature|MissingAuthenticationToken)$/),
            title: 'AWS does not know the credentials',
            what: `AWS does not accept ${name}.${said}`,
            next: `Check that access key ID, secret and session token belong together, that the secret has no added space or line break, and that the key is active (IAM, Users, Security credentials).\nIf they work elsewhere, check that the region ${region} is enabled for the account, and belongs to the same partition.`,
        },
        {
            when: on(/^RegionDisabled$/),
            title: `STS is not enabled in ${region}`,
            what: `The region ${region}, or STS in that region, is not enabled for the account.${said}`,
            next: `Enable the region (AWS console, Account, AWS Regions) or STS in it (IAM, Account settings), or set \`aws-region\` to an enabled region.`,
        },
        {
            when: on(/^(ForeignAnswer|InvalidAnswer|ERR_PROXY_TUNNEL)$/),
            title: 'The answer did not come from AWS',
            what: `A proxy, a firewall or a captive portal between the runner and STS in ${region} answered in its place.${lastError}`,
            next: `Let the runner reach sts.${region}.amazonaws.com (or the host of \`sts-endpoint\` or AWS_ENDPOINT_URL), port 443. If it needs a proxy, check \`http-proxy\` or HTTPS_PROXY, with its user name and password.`,
        },
        {
            when: code === NO_SESSION,
            title: 'STS answered without a session',
            what: `STS answered the request for ${role}, but the answer contains no access key, secret and session token.`,
            next: "AWS's own STS never answers like that. Check the address in `sts-endpoint`, or in AWS_ENDPOINT_URL in the job's environment.",
        },
        {
            when: on(/^(Throttling|RequestLimitExceeded)$/),
            title: 'STS throttled the requests',
            what: `STS throttled the request in every try.${said}`,
            next: 'Run the job again. If many jobs start at once, spread them, or raise `retry-max-attempts` and remove `disable-retry`.',
        },
        {
            when: code === 'BrokenAnswer' || status === undefined || status >= 500,
            title: 'STS did not answer',
            what: `STS in ${region} could not be reached, or failed, in every try.${lastError}`,
            next: `Check the network of the runner: host sts.${region}.amazonaws.com (or \`sts-endpoint\`), port 443, through \`http-proxy\` or HTTPS_PROXY if there is a proxy. On GitHub's own runners, run the job again, and look at https://health.aws.amazon.com.`,
        },
        {
            when: true,
            title: 'STS refused the request',
            what: `STS does not ${role ? `give a session of ${role} for` : 'accept'} ${name}.${said}`,
            next: "AWS's answer above names the parameter. Correct the input of this step that sets it.",
        },
    ];
}

;// CONCATENATED MODULE: ./lib/credentials/messages.js

/** Two inputs that each name a source of the credentials. */
const bothGiven = (one, other) => ({
    title: `${one} and ${other} contradict each other`,
    what: `Inputs \`${one}\` and \`${other}\` each name a source of the credentials. There can be only one.`,
    next: 'Remove one of them under `with:` of this step.',
});
/** An input that is of no use without another one. */
const without = (needed, input) => ({
    title: `${input} needs ${needed}`,
    what: `Input \`${input}\` is set, but \`${needed}\` is not.`,
    next: `Set \`${needed}\` too. If it comes from a secret (\`\${{ secrets.NAME }}\`), that secret is empty in this run: check its name, and that the job's \`environment\` has it. Pull requests from forks and runs of Dependabot get no secrets of the repository.`,
});
/** A role's name alone, with a token: no account is known. */
const roleWithoutAccount = (role, source) => ({
    title: 'role-to-assume must be an ARN',
    what: `Input \`role-to-assume\` is ${JSON.stringify(role)}, a role's name without its account. ${source === 'oidc' ? "GitHub's OIDC token" : 'A web identity token'} does not contain the account either.`,
    next: `Write the role's ARN: \`arn:aws:iam::<account, 12 digits>:role/${role}\`.`,
});
/** `force-skip-oidc` without any other source. */
const noSourceLeft = () => ({
    title: 'force-skip-oidc leaves no source for the role',
    what: 'Input `force-skip-oidc` is set, and there are no other credentials to assume the role with: `aws-access-key-id`, `web-identity-token-file` and `source-profile` are all empty.',
    next: 'Set one of them, or remove `force-skip-oidc`.',
});
/**
 * The runner has no credentials of its own, and there is no other source.
 *
 * @param insteadOfOidc whether there is a role, which needs OIDC, but the job is not allowed to request a token.
 * @param awsProfile AWS_PROFILE, which is never followed, because it could lead to another role. It was perhaps meant.
 */
function noCredentials(job, insteadOfOidc, awsProfile) {
    const { restricted } = job;
    const fork = restricted === 'fork';
    const why = insteadOfOidc
        ? '`role-to-assume` is set, but this job is not allowed to request an OIDC token from GitHub, and the runner has no other AWS credentials.'
        : 'No input names a source of AWS credentials, and the runner has none of its own.';
    const meant = awsProfile
        ? `\nAWS_PROFILE is ${awsProfile} in the environment. This step does not take credentials from it. If it should, set \`source-profile: ${awsProfile}\`.`
        : '';
    const what = `${why}${restricted === undefined ? '' : RESTRICTED[restricted]}${meant}`;
    const deploy = fork
        ? 'Deploy from a branch of this repository, or skip the job for forks:\n    if: github.event.pull_request.head.repo.full_name == github.repository'
        : undefined;
    if (insteadOfOidc) {
        return {
            title: fork ? 'A pull request from a fork gets no ID token' : 'Missing permission: id-token: write',
            what,
            next: deploy ?? permission(job),
        };
    }
    return {
        title: 'No credentials',
        what,
        next: deploy ??
            "Set `role-to-assume` and give the job the permission `id-token: write`. Or set `aws-access-key-id` and `aws-secret-access-key`. If these come from secrets, the secrets are empty in this run: check their names, and that the job's `environment` has them.",
    };
}
/** What GitHub does not give to a run, and why. */
const RESTRICTED = {
    fork: '\nThe run is for a pull request from a fork. GitHub gives such runs no ID token and no secrets, whatever the workflow says.',
    dependabot: "\nDependabot started the run: GitHub gives it no secrets but Dependabot's own, and no ID token unless `permissions` grant it.",
};
function permission({ restricted, workflowFile, job }) {
    return `Add the permission to the job in ${workflowFile || 'the workflow'}:
    jobs:
      ${job || '<job>'}:
        permissions:
          id-token: write
          contents: read
If another workflow calls this one (\`workflow_call\`), the calling job needs the permission too. Pull requests from forks get no ID token at all.${restricted === 'dependabot'
        ? "\nOr skip the job for Dependabot: `if: github.actor != 'dependabot[bot]'`"
        : ''}`;
}
/** GitHub's token service gave no token. */
const tokenServiceFailed = (said, status) => ({
    title: "GitHub's token service gave no ID token",
    what: `GitHub did not give this job an OIDC token. ${status === undefined ? 'The request got no answer' : `The answer was HTTP status ${status}`}: ${said}.`,
    next: status === undefined || status >= 500 || status === 429
        ? 'Run the job again. If it fails again, look at https://www.githubstatus.com. On a self-hosted runner, check that it can reach the host in ACTIONS_ID_TOKEN_REQUEST_URL (through HTTPS_PROXY, if there is a proxy).'
        : 'Check the input `audience`. On a self-hosted runner, check the clock: a token can only be requested while the job runs.',
});
/** The credentials belong to an account that is not in `allowed-account-ids`. */
const foreignAccount = (account, allowed, whose) => ({
    title: 'The account is not an allowed one',
    what: `${whose} belongs to account ${account}, but \`allowed-account-ids\` is ${allowed.join(', ')}.`,
    next: 'Use a role of an allowed account, or add this account to `allowed-account-ids`.',
});
/** A `web-identity-token-file` that could not be read. */
const tokenFileFailed = (file, said) => ({
    title: 'The web identity token could not be read',
    what: `\`web-identity-token-file\` is ${file}: ${said}.`,
    next: 'Give the path of a file with the token, absolute or relative to the workspace. Symbolic links are not followed, except in the folder in which Kubernetes puts the token.',
});
/** `custom-tags` with a web identity token: a warning. */
const tagsNotSent = () => ({
    title: 'custom-tags has no effect here',
    what: '`custom-tags` is set, but the role is assumed with a web identity token. Then AWS takes the session tags from the token, and no others can be sent.',
    next: 'Remove `custom-tags`.',
});
/** A role that the config makes SST assume does not allow it. */
const configRoleRefused = (caller, { code, message }) => ({
    title: 'Not allowed to assume the role',
    what: `${caller} is not allowed to assume that role: ${(0,lib_text/* plain */.pj)(code)}: ${(0,lib_text/* plain */.pj)(message)}`,
    next: 'SST will assume it with the same credentials. Allow `sts:AssumeRole` on it in the policy of the role that this step assumes, and trust that role in its trust policy.',
});
/** There is no session of a role that the config makes SST assume: the bootstrap is in its account, and is not checked. */
const configRoleFailed = (role, { what, next }) => ({
    title: 'The bootstrap was not checked',
    what: `The bootstrap that SST will use is in the account of ${role}. ${what}`,
    next,
});
/** More roles than this action follows. */
const tooManyRoles = (count, most) => ({
    title: 'Too many roles to assume',
    what: `\`providers.aws.assumeRoles\` names ${count} roles, each assumed from the one before. sst-creds follows at most ${most}.`,
    next: 'Shorten the list, or set `bootstrap: skip`: then no role of the list is assumed.',
});
/** `special-characters-workaround` found no key without special characters. */
const noPlainKeys = (rounds) => ({
    title: 'No keys without special characters',
    what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character.`,
    next: 'Run the job again, or remove the input.',
});
/** The sources of credentials, as parts of a sentence: "assumed with the keys in the inputs". */
const SOURCE = {
    oidc: "GitHub's OIDC token",
    tokenFile: 'the web identity token',
    inputs: 'the keys in the inputs',
    environment: 'the credentials in the environment',
    runner: "the runner's own credentials",
    roleInput: 'The role in `role-to-assume`',
    profile: (name) => `profile ${name}`,
    session: (role) => `the session of ${role}`,
};
/** Why a file is not read or written, as the end of a sentence. */
const FILE = {
    empty: 'the file is empty',
    link: (name) => `${name} is a symbolic link, which is not followed`,
    irregular: (name) => `${name} is not a regular file`,
    large: (bytes) => `the file is larger than ${bytes / 1000} kB`,
    held: (name) => `another process holds the lock ${name}; remove it if no such process is running`,
};

;// CONCATENATED MODULE: ./lib/credentials/ask-sts.js






/** Asks STS, with retries. @throws Failure if it refuses, or gives no answer. */
async function askSts(request, { keys, what, ask, explain }) {
    const { stsEndpoint: endpoint, transport, mask, maskAccountId } = request;
    const region = await request.region;
    const sts = await openSts({ region, endpoint, keys, transport });
    try {
        return await retry(() => ask(sts), retrying(request, what));
    }
    catch (error) {
        const fault = (0,errors/* faultOf */.Kl)(error);
        // STS names the caller, and with it an account that might not have been known until now.
        if (maskAccountId)
            for (const [, account = ''] of fault.message.matchAll(/:(\d{12}):/g))
                mask(account);
        throw new lib_failure/* Failure */.HR(explain(fault, region), error);
    }
}
/**
 * How a request is retried, according to the inputs. Each wait is written to the log.
 *
 * @param what is being done, as the beginning of that line.
 */
function retrying(request, what) {
    return {
        tries: triesOf(request),
        settles: true,
        signal: request.transport.signal,
        told: (failed, wait, { code, message }) => request.log.info(`${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(wait)} ms`),
    };
}
/** Tries in all. `special-characters-workaround` overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs) {
    if (inputs.specialCharactersWorkaround)
        return DEFAULT_TRIES;
    if (inputs.disableRetry)
        return 1;
    // In configure-aws-credentials, 0 counts as not given and a negative number as 1.
    return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
}
/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds are never used up. */
const ask_sts_MAX_ROUNDS = 100;
/**
 * Asks STS for a session of the role, masked before anything can print it. With `special-characters-workaround`, until its
 * secret has no special characters.
 *
 * @throws Failure if there is none.
 */
async function requestSession(request, role, question) {
    for (let round = 0; round < ask_sts_MAX_ROUNDS; round++) {
        const { keys, identity, expires } = await askSts(request, { ...question, what: `Assuming ${role}` });
        maskKeys(request, keys);
        const plain = !hasSpecialCharacters(keys.accessKeyId, keys.secretAccessKey);
        if (!plain && request.specialCharactersWorkaround)
            continue;
        // Only an STS that is not AWS' own does not say whose the session is.
        if (!identity)
            return { keys, identity: await identify(request, { keys, name: SOURCE.session(role) }), expires };
        return { keys, identity: maskIdentity(request, identity), expires };
    }
    throw new lib_failure/* Failure */.HR(noPlainKeys(ask_sts_MAX_ROUNDS));
}
// The characters that configure-aws-credentials counts as special. A secret access key can contain `/` and `+` of them.
const SPECIAL = /[!@#$%^&*()_+\-=[\]{};':"\\|,.<>/?]/;
/** Whether a key has characters that some tools cannot handle (`special-characters-workaround`). */
function hasSpecialCharacters(...keys) {
    return keys.some(key => SPECIAL.test(key));
}
/** Asks STS who owns the keys. @throws Failure if STS does not accept them. */
async function identify(request, { keys, name }) {
    const identity = await askSts(request, {
        keys,
        what: `Asking STS who owns ${name}`,
        ask: sts => sts.identify(),
        explain: (fault, region) => stsRefused(fault, { region, name }),
    });
    return maskIdentity(request, identity);
}
function maskIdentity({ mask, maskAccountId }, identity) {
    if (maskAccountId)
        for (const secret of [identity.account, identity.arn])
            mask(secret);
    return identity;
}
/** Masks the keys, so that nothing from here on can print them. */
function maskKeys({ mask }, keys) {
    for (const secret of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
        if (secret)
            mask(secret);
    return keys;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/github/messages.js
const runnerFileNotWritten = (variable, reason) => ({
    title: `${variable} could not be written`,
    what: `The runner's file ${variable} could not be written: ${reason}.`,
    next: `Check that the disk of the runner has room, and that no earlier step changed ${variable}.`,
});
/** The job summary could not be written: a warning, because the step's result does not depend on it. */
const summaryNotWritten = (reason) => ({
    title: 'No job summary',
    what: `The job summary could not be written: ${reason}`,
    next: 'Check that the disk of the runner has room, and that GITHUB_STEP_SUMMARY names a file.',
});
/** What went wrong with GitHub's token service, if it gives no reason itself. */
const TOKEN_SERVICE = {
    empty: 'an answer without a token',
    late: (seconds) => `no answer within ${seconds} s`,
    long: (kilobytes) => `an answer of more than ${kilobytes} kB`,
};

;// CONCATENATED MODULE: ./lib/github/id-token.js




/** The job's token service; undefined if the job is not allowed to request a token. */
function tokenServiceOf(environment) {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    return url && bearer ? { url, bearer } : undefined;
}
const id_token_ANSWER_MS = 15_000;
/** Kilobytes of an answer; a token has about two. */
const ANSWER_KB = 64;
/** Characters of an answer that is no token, as they are quoted to a person. */
const QUOTED = 200;
/**
 * Requests one OIDC token for the audience, as GitHub documents it: `GET <url>&audience=…` with the bearer token.
 *
 * Not by @actions/core: its getIDToken has no time limit, it repeats some failures itself, also with `disable-retry`, and its
 * errors do not carry the HTTP status. A proxy is the environment's, as for every other request to GitHub.
 *
 * @param within milliseconds for the request, its whole answer included.
 * @returns the token, a secret that the caller masks at once.
 * @throws Error with the `status` of an answer without a token; the request's own error if there was no answer.
 */
async function requestIdToken(service, audience, signal, within = id_token_ANSWER_MS) {
    const url = new URL(service.url);
    if (audience)
        url.searchParams.set('audience', audience);
    const limit = AbortSignal.timeout(within);
    try {
        const { status, body } = await get(url, service.bearer, AbortSignal.any([signal, limit]));
        const token = status === 200 ? tokenIn(body) : undefined;
        if (token !== undefined)
            return token;
        // An answer of 200 that could not be read might contain a token all the same: it is never quoted.
        const quoted = status === 200 ? '' : body.replace(/\s+/g, ' ').trim().slice(0, QUOTED);
        throw noToken(status, quoted || TOKEN_SERVICE.empty);
    }
    catch (error) {
        if (!limit.aborted || signal.aborted)
            throw error;
        throw Object.assign(new Error(TOKEN_SERVICE.late(within / 1000)), { code: 'ETIMEDOUT' });
    }
}
async function get(url, bearer, signal) {
    const { Agent, get: send } = url.protocol === 'https:' ? external_node_https_ : external_node_http_;
    const headers = {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json; api-version=2.0',
        'user-agent': 'sst-creds',
    };
    const request = send(url, { agent: new Agent({ proxyEnv: process.env }), headers, signal });
    const [response] = (await (0,external_node_events_.once)(request, 'response'));
    // A request that is aborted in the middle of its answer fails, too: the loop below rejects then.
    request.on('error', () => { });
    const { statusCode: status = 0 } = response;
    let body = Buffer.alloc(0);
    for await (const chunk of response) {
        body = Buffer.concat([body, chunk]);
        if (body.length > ANSWER_KB * 1024)
            throw noToken(status, TOKEN_SERVICE.long(ANSWER_KB));
    }
    return { status, body: body.toString() };
}
function tokenIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** The token service answered, but not with a token. */
function noToken(status, message) {
    return Object.assign(new Error(message), { name: 'TokenServiceError', status });
}

;// CONCATENATED MODULE: ./lib/credentials/source.js




/**
 * Decides where the session will come from, and refuses bad inputs before anything is requested. The order is that of
 * configure-aws-credentials: a token file, keys in the inputs, role chaining, OIDC if the job is allowed to request a token,
 * and else what the runner has. `source-profile`, which that action does not have, excludes the others.
 *
 * @param mask registers a secret with the runner.
 * @throws Failure if the inputs contradict each other, or the role's account is not an allowed one.
 */
function planSession(inputs, environment, mask) {
    const { roleToAssume: role, webIdentityTokenFile: file, sourceProfile: profile } = inputs;
    if (role !== undefined && isArn(role)) {
        if (inputs.maskAccountId)
            mask(accountOf(role));
        checkAccount(inputs, accountOf(role), SOURCE.roleInput);
    }
    refuseContradictions(inputs);
    if (file !== undefined && role !== undefined) {
        return { kind: 'token-file', role: roleArn(role, 'token-file'), file };
    }
    if (profile !== undefined)
        return { kind: 'profile', role, profile };
    const { accessKeyId, secretAccessKey, sessionToken } = inputs;
    if (accessKeyId !== undefined && secretAccessKey !== undefined) {
        return { kind: 'static', role, keys: { accessKeyId, secretAccessKey, sessionToken } };
    }
    const wantsOidc = role !== undefined && !inputs.roleChaining && !inputs.forceSkipOidc;
    const service = wantsOidc ? tokenServiceOf(environment) : undefined;
    if (wantsOidc && service)
        return { kind: 'oidc', role: roleArn(role, 'oidc'), service };
    // A secret key without its key ID is a mistake, not a reason to use other credentials.
    if (secretAccessKey !== undefined) {
        throw new lib_failure/* Failure */.HR(without('aws-access-key-id', 'aws-secret-access-key'));
    }
    return { kind: 'ambient', role, insteadOfOidc: wantsOidc };
}
/** @throws Failure if `allowed-account-ids` is given and does not contain the account. */
function checkAccount({ allowedAccountIds }, account, whose) {
    if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account))
        return;
    throw new lib_failure/* Failure */.HR(foreignAccount(account, allowedAccountIds, whose));
}
/** Whether the role is given by its ARN, which contains the account, or by its name alone. */
function isArn(role) {
    return role.startsWith('arn:');
}
/** A token does not contain an account, so the role must. */
function roleArn(role, source) {
    if (!isArn(role))
        throw new lib_failure/* Failure */.HR(roleWithoutAccount(role, source));
    return role;
}
function refuseContradictions(inputs) {
    const { sourceProfile: profile, roleToAssume: role, accessKeyId: keyId, webIdentityTokenFile: file, } = inputs;
    const contradictions = [
        [profile && keyId, bothGiven('source-profile', 'aws-access-key-id')],
        [profile && file, bothGiven('source-profile', 'web-identity-token-file')],
        [profile && inputs.roleChaining, bothGiven('source-profile', 'role-chaining')],
        [keyId && !inputs.secretAccessKey, without('aws-secret-access-key', 'aws-access-key-id')],
        [file && !role, without('role-to-assume', 'web-identity-token-file')],
        // The same condition as in configure-aws-credentials: role-chaining makes no difference.
        [inputs.forceSkipOidc && role && !(keyId ?? file ?? profile), noSourceLeft()],
    ];
    const [, problem] = contradictions.find(([there]) => there) ?? [];
    if (problem)
        throw new lib_failure/* Failure */.HR(problem);
}

;// CONCATENATED MODULE: ./lib/credentials/assume-role.js








/** The parameters of AssumeRoleWithWebIdentity, without the token. Session tags are in the token. */
function webIdentityParameters(roleArn, inputs) {
    const { managedSessionPolicies: policies } = inputs;
    return {
        RoleArn: roleArn,
        RoleSessionName: inputs.roleSessionName,
        DurationSeconds: inputs.roleDurationSeconds,
        Policy: inputs.inlineSessionPolicy,
        PolicyArns: policies.length === 0 ? undefined : policies.map(arn => ({ arn })),
    };
}
/**
 * The parameters of AssumeRole.
 *
 * @param tags undefined if `role-skip-session-tagging` is set. Of `transitive-tag-keys`, only those that are tags of this
 * session are sent: STS refuses others.
 */
function assumeRoleParameters(roleArn, inputs, tags) {
    const keys = new Set(tags?.map(tag => tag.Key));
    return {
        ...webIdentityParameters(roleArn, inputs),
        ExternalId: inputs.roleExternalId,
        Tags: tags && [...tags],
        TransitiveTagKeys: tags && inputs.transitiveTagKeys.filter(key => keys.has(key)),
    };
}
/** Exchanges a web identity token, already masked, for a session of the role. @throws Failure if STS refuses. */
async function sessionByToken(request, role, token, name) {
    const claims = claimsOf(token);
    const credentials = `${name} of ${claims.sub ?? 'an unknown subject'}`;
    request.log.info(`Assuming ${role} with ${credentials}`);
    const parameters = { ...webIdentityParameters(role, request), WebIdentityToken: token };
    const session = await requestSession(request, role, {
        ask: sts => sts.assumeRoleWithWebIdentity(parameters),
        explain: (fault, region) => stsRefused(fault, { ...request, region, name, role, claims }),
    });
    return { ...session, chain: [credentials, session.identity.arn] };
}
/**
 * Assumes the role with the keys.
 *
 * @param role its ARN, or its name alone: then it is a role of the keys' own account, which STS is asked for.
 * @param tags undefined if `role-skip-session-tagging` is set.
 * @throws Failure if STS refuses.
 */
async function sessionByKeys(request, source, role, tags) {
    const { keys, name } = source;
    const caller = isArn(role) ? undefined : await identify(request, source);
    const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
    request.log.info(`Assuming ${roleArn} with ${name}`);
    const session = await requestSession(request, roleArn, {
        keys,
        ask: async (sts) => {
            try {
                return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags?.all));
            }
            catch (error) {
                if (!tags || (0,errors/* faultOf */.Kl)(error).code !== 'PackedPolicyTooLarge')
                    throw error;
                request.log.info('The session tags are too large: trying again without those of the event and the run');
                return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
            }
        },
        explain: (fault, region) => stsRefused(fault, { ...request, region, name, role: roleArn, tagged: tags !== undefined }),
    });
    const chain = [caller?.arn ?? name, session.identity.arn];
    return { ...session, chain, chained: keys.sessionToken !== undefined };
}
/** Roles that are followed: each takes a request, one after the other. */
const ROLES_MAX = 10;
/**
 * Assumes each role of `providers.aws.assumeRoles` from the one before, as SST does before it bootstraps (4.17.1, measured),
 * so that the account that it will bootstrap can be checked. The sessions are for that alone: they are masked and never
 * exported. The inputs about retries and keys do not apply to them.
 *
 * @param access the session's, with which the first role is assumed.
 * @returns the access of the last role; or of the last one that could be assumed, and why the next could not.
 * @throws Failure if there are more than ROLES_MAX.
 */
async function assumeConfigRoles({ log, mask, maskAccountId, stsEndpoint }, roles, access) {
    if (roles.length > ROLES_MAX)
        throw new lib_failure/* Failure */.HR(tooManyRoles(roles.length, ROLES_MAX));
    const { region, transport } = access;
    const request = { log, mask, maskAccountId, stsEndpoint, region, transport };
    let reached = access;
    for (const { roleArn: role, sessionName = 'sst-creds' } of roles) {
        log.info(`Assuming ${role}, as SST will`);
        const caller = reached.identity.arn;
        try {
            const session = await requestSession(request, role, {
                keys: reached.keys,
                ask: sts => sts.assumeRole({ RoleArn: role, RoleSessionName: sessionName }),
                explain: fault => fault.code === NO_SESSION
                    ? stsRefused(fault, { region, name: caller, role })
                    : configRoleRefused(caller, fault),
            });
            reached = { ...reached, ...session };
        }
        catch (error) {
            if (!(error instanceof lib_failure/* Failure */.HR))
                throw error;
            return { access: reached, problem: configRoleFailed(role, error.problem) };
        }
    }
    return { access: reached };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/aws/ini.js
// The AWS files belong to the user. They are edited as texts, so that comments, order, line ends and everything else stay
// as they are. Their values are read by the AWS SDK, not here.
function sections(text, kind) {
    const groups = [[]];
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        if (titleOf(line) === undefined)
            groups.at(-1)?.push(line);
        else
            groups.push([line]);
    }
    return groups.map(([heading = '', ...lines]) => {
        const end = lines.findLastIndex(line => !/^\s*([#;].*)?$/s.test(line)) + 1;
        const [body, rest] = [lines.slice(0, end).join(''), lines.slice(end).join('')];
        return { profile: profileIn(heading, kind), heading, body, rest };
    });
}
/** The text between a heading's brackets. A comment can follow it. */
function titleOf(line) {
    return /^\s*\[([^\]]*)\]\s*([#;].*)?$/s.exec(line)?.[1]?.trim();
}
function profileIn(line, kind) {
    const title = titleOf(line);
    if (kind === 'credentials' || title === 'default')
        return title;
    // The AWS CLI writes names with white space in quotes.
    return /^profile\s+(["']?)(.*)\1$/.exec(title ?? '')?.[2];
}
/** The names of the file's profiles. */
function profileNames(text, kind) {
    return sections(text, kind).flatMap(({ profile }) => profile ?? []);
}
/** The profile's lines without its heading, joined; undefined if the file has no such profile. */
function profileBody(text, kind, name) {
    const found = sections(text, kind).filter(({ profile }) => profile === name);
    return found.length === 0 ? undefined : found.map(({ body }) => body).join('');
}
/** The text with the profile in it: it replaces the existing one, or is added at the end. */
function withProfile(text, kind, name, settings) {
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const ended = (line) => (line.endsWith('\n') ? line : `${line}${newline}`);
    const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}${newline}`);
    let placed = false;
    const kept = sections(text, kind).map(({ profile, heading, body, rest }) => {
        if (profile !== name)
            return heading + body + rest;
        // If a file has the same profile twice, readers merge them: the second would add to the first.
        const replaced = placed ? [] : [ended(heading), ...lines];
        placed = true;
        return [...replaced, rest].join('');
    });
    if (placed)
        return kept.join('');
    const before = text === '' ? '' : `${ended(text)}${/\n\r?\n$/.test(text) ? '' : newline}`;
    const title = kind === 'credentials' || name === 'default' ? name : `profile ${name}`;
    return `${before}[${title}]${newline}${lines.join('')}`;
}
/** The text without the profile, and without the blank line before it. */
function withoutProfile(text, kind, name) {
    const kept = [];
    for (const { profile, heading, body, rest } of sections(text, kind)) {
        if (profile !== name) {
            kept.push(heading + body + rest);
            continue;
        }
        const before = kept.pop() ?? '';
        kept.push(rest.trim() === '' ? before.replace(/\r?\n(\r?\n)$/, '$1') : before, rest);
    }
    return kept.join('');
}

// EXTERNAL MODULE: ./lib/regular-file.js
var regular_file = __nccwpck_require__(2454);
;// CONCATENATED MODULE: ./lib/credentials/private-file.js





/**
 * Changes files that only their owner is allowed to read, all or none of them. The new contents are written beside the
 * files with mode 600 and then renamed, so that nobody ever reads half a file. Processes that edit the same files with this
 * function wait for each other; after that, nothing else of this process runs in between.
 *
 * @param id names the files beside them (`temporaryName`): if the process is killed, they might be left.
 * @param signal gives up waiting for another process.
 * @throws Error if a file, or its folder, is a symbolic link or no regular file, or cannot be written.
 */
async function edit(edits, id, signal) {
    const files = [...new Set(edits.map(({ file }) => file))].sort();
    for (const file of files) {
        makeFolder(external_node_path_.dirname(file));
        const link = [external_node_path_.dirname(file), file].find(name => stat(name)?.isSymbolicLink());
        if (link)
            throw new Error(FILE.link(link));
    }
    const locks = [];
    try {
        for (const file of files)
            locks.push(await lock(file, signal));
        signal?.throwIfAborted();
        // If AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE are the same, both edits are of one file.
        const before = new Map(files.map(file => [file, read(file)]));
        const after = new Map(before);
        for (const { file, change } of edits)
            after.set(file, change(after.get(file)));
        replaceAll(before, after, id);
    }
    finally {
        for (const held of locks)
            (0,external_node_fs_.rmSync)(held, { force: true });
    }
}
/** The file with the new contents, until it takes the other's place. */
function temporaryName(file, id) {
    return `${file}.${id}.tmp`;
}
/** Not mkdirSync's `recursive`: in a folder that takes no new ones, such as /proc, it never returns (Node 24.21). */
function makeFolder(folder) {
    if (stat(folder))
        return;
    makeFolder(external_node_path_.dirname(folder));
    try {
        (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    }
    catch (error) {
        if (!exists(error))
            throw error;
    }
}
function replaceAll(before, after, id) {
    const changed = [...after.keys()].filter(file => after.get(file) !== before.get(file));
    const done = [];
    try {
        for (const file of changed)
            prepare(file, after.get(file), id);
        for (const file of changed) {
            private_file_place(file, after.get(file), id);
            done.push(file);
        }
    }
    catch (error) {
        for (const file of done) {
            prepare(file, before.get(file), id);
            private_file_place(file, before.get(file), id);
        }
        throw error;
    }
    finally {
        for (const file of changed)
            (0,external_node_fs_.rmSync)(temporaryName(file, id), { force: true });
    }
}
/** Writes the new contents beside the file. */
function prepare(file, text, id) {
    if (text !== undefined)
        writeNew(temporaryName(file, id), text);
}
/** Replaces the file with the prepared one; without a text, removes the file. */
function private_file_place(file, text, id) {
    if (text === undefined)
        (0,external_node_fs_.rmSync)(file, { force: true });
    else
        (0,external_node_fs_.renameSync)(temporaryName(file, id), file);
}
/** @throws Error with the code EEXIST if anything has the name, a link too. */
function writeNew(file, text) {
    (0,external_node_fs_.writeFileSync)(file, text, { flag: 'wx', mode: 0o600, flush: true });
}
function exists(error) {
    return error.code === 'EEXIST';
}
/** The file's text; undefined if there is no file. */
function read(file) {
    const stats = stat(file);
    if (!stats)
        return undefined;
    const bytes = stats.isFile() ? (0,regular_file/* readRegularFile */.X)(file) : 'irregular';
    if (typeof bytes === 'string')
        throw new Error(FILE.irregular(file));
    return bytes.toString();
}
function stat(file) {
    return (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
}
/** Milliseconds after which a lock counts as left by a process that crashed: locks are held for a few milliseconds. */
const STALE_MS = 5_000;
const PATIENCE_MS = 20_000;
/** Takes the file's lock: a file beside it that only one process can create. @returns its path. */
async function lock(file, signal) {
    const name = `${file}.lock`;
    const begun = Date.now();
    while (Date.now() - begun < PATIENCE_MS) {
        try {
            writeNew(name, '');
            return name;
        }
        catch (error) {
            if (!exists(error))
                throw error;
            const held = stat(name);
            if (held && Date.now() - held.mtimeMs > STALE_MS)
                (0,external_node_fs_.rmSync)(name, { force: true });
        }
        await (0,promises_.setTimeout)(5 + Math.random() * 20, undefined, { signal });
    }
    throw new Error(FILE.held(name));
}

;// CONCATENATED MODULE: ./lib/credentials/profile-messages.js

/**
 * The profile in `source-profile` has no credentials.
 *
 * @param said the SDK's message. @param files the texts of the two files. @param paths their paths.
 */
function profileFailed(profile, said, files, paths) {
    const names = [...profileNames(files.config, 'config'), ...profileNames(files.credentials, 'credentials')];
    if (!names.includes(profile)) {
        const others = names.length > 0 ? `, only ${[...new Set(names)].join(', ')}` : '';
        return {
            title: `There is no profile ${profile}`,
            what: `\`source-profile\` is ${profile}: there is no such profile on this runner${others}.\nLooked in ${paths.config} and ${paths.credentials}.`,
            next: "GitHub's own runners have no AWS files. Write them in an earlier step, or set AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to their paths.",
        };
    }
    const { title, what, next } = reasons(profile, said).find(({ when }) => when);
    // A failed command's message holds its command line and what it printed, which might be secrets.
    const quotable = said.replace(/^Command failed.*/s, 'Command failed.');
    return { title, what: `\`source-profile\` is ${profile}: ${what}\nThe AWS SDK said: ${quotable}`, next };
}
/**
 * Why a profile that exists has no credentials; the first reason that fits counts. The SDK says it in the message only
 * (packages token-providers, credential-provider-sso, -process and -ini).
 */
function reasons(profile, said) {
    return [
        {
            when: /sso session|sso login|token is expired|session token not found|UnauthorizedException/i.test(said),
            title: `The SSO login of profile ${profile} has expired`,
            what: 'it needs a login to IAM Identity Center, which has expired or does not exist.',
            next: `Log in on the runner, as the user that the runner runs as:\n    aws sso login --profile ${profile}`,
        },
        {
            when: /ForbiddenException|No access/.test(said),
            title: `The SSO login gives no access to the role of profile ${profile}`,
            what: 'the login is valid, but has no access to the account and role in the profile.',
            next: 'Check sso_account_id and sso_role_name of the profile, and that the user is assigned to them in IAM Identity Center.',
        },
        {
            when: /multi-factor/.test(said),
            title: `Profile ${profile} needs a second factor`,
            what: 'it has mfa_serial, and nobody can enter a code in a job.',
            next: 'Use a profile without mfa_serial.',
        },
        {
            when: /credential_process|^Command failed/.test(said),
            title: `The credential_process of profile ${profile} failed`,
            what: 'its credential_process returned no credentials.',
            next: "Run the command on the runner, as the runner's user. It must print the JSON that the AWS CLI documents for credential_process.",
        },
        {
            when: true,
            title: `Profile ${profile} has no credentials`,
            what: 'the AWS SDK found no credentials in it.',
            next: `It needs keys, an SSO session, credential_process, or role_arn with source_profile or credential_source. To test it outside the job: \`aws sts get-caller-identity --profile ${profile}\`.`,
        },
    ];
}
/** The profile in `aws-profile` exists already. */
const profileExists = (name, file) => ({
    title: `Profile ${name} exists already`,
    what: `\`aws-profile\` is ${name}, and ${file} already has a profile of that name.`,
    next: 'Set `overwrite-aws-profile: true` to replace it, or choose another name.',
});
/** The files of `aws-profile` cannot be written. */
const profileNotWritten = (name, said) => ({
    title: `Profile ${name} could not be written`,
    what: `\`aws-profile\` is ${name}: ${said}.`,
    next: 'Set AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE to files in a folder of the job, such as `${{ runner.temp }}`. Set them for the whole job, so that later steps read the same files.',
});
/** The post step could not remove the profile: a warning. */
const profileNotRemoved = (name, file, said) => ({
    title: `Profile ${name} was not removed`,
    what: `The profile that this job wrote to ${file} could not be removed: ${said}.`,
    next: 'Remove it by hand. Its keys expire with the session.',
});

;// CONCATENATED MODULE: ./lib/credentials/profile-files.js








const KINDS = ['credentials', 'config'];
/** The paths of the two files of the AWS SDKs and the AWS CLI. */
function profilePaths(environment) {
    const folder = external_node_path_.join((0,external_node_os_.homedir)(), '.aws');
    return {
        credentials: external_node_path_.resolve(environment['AWS_SHARED_CREDENTIALS_FILE'] || external_node_path_.join(folder, 'credentials')),
        config: external_node_path_.resolve(environment['AWS_CONFIG_FILE'] || external_node_path_.join(folder, 'config')),
    };
}
/** Plans the profile: the keys in one file, the region in the other. Changes nothing. */
function planProfile(name, keys, region, environment) {
    const paths = profilePaths(environment);
    const settings = {
        credentials: {
            aws_access_key_id: keys.accessKeyId,
            aws_secret_access_key: keys.secretAccessKey,
            ...(keys.sessionToken && { aws_session_token: keys.sessionToken }),
        },
        config: { region },
    };
    const print = (kind) => printOf(profileBody(withProfile('', kind, name, settings[kind]), kind, name));
    const written = {
        name,
        ...paths,
        /** Names the temporary files. */
        id: (0,external_node_crypto_.randomUUID)(),
        /** Hashes of the profile's lines: a profile that somebody else changed in the meantime is not removed. */
        prints: { credentials: print('credentials'), config: print('config') },
        /** The files that did not exist before. */
        made: KINDS.map(kind => paths[kind]).filter(file => !(0,external_node_fs_.existsSync)(file)),
    };
    return { written, settings };
}
/**
 * Writes the profile into both files, or into neither. Everything else in them stays as it is. No link is followed. Other
 * jobs on the runner that do the same wait.
 *
 * @throws Failure if the profile exists and must not be replaced, or a file cannot be written.
 */
async function writeProfile({ written, settings }, overwrite, signal) {
    const { name, id } = written;
    const change = (kind) => ({
        file: written[kind],
        change: (text = '') => {
            if (!overwrite && profileBody(text, kind, name) !== undefined)
                throw new lib_failure/* Failure */.HR(profileExists(name, written[kind]));
            return withProfile(text, kind, name, settings[kind]);
        },
    });
    try {
        await edit(KINDS.map(change), id, signal);
    }
    catch (error) {
        if (error instanceof lib_failure/* Failure */.HR || signal?.aborted)
            throw error;
        throw new lib_failure/* Failure */.HR(profileNotWritten(name, error.message), error);
    }
}
/**
 * Removes the profile if it is still the one that was written, and what a killed step left beside the files. A file that
 * was created for it and holds nothing else is removed too.
 *
 * @returns whether the keys were removed. @throws Error if a file cannot be written.
 */
async function removeProfile(written) {
    for (const kind of KINDS)
        (0,external_node_fs_.rmSync)(temporaryName(written[kind], written.id), { force: true });
    let removed = false;
    const change = (kind) => ({
        file: written[kind],
        change: text => {
            if (text === undefined)
                return undefined;
            const body = profileBody(text, kind, written.name);
            if (printOf(body) !== written.prints[kind])
                return text;
            if (kind === 'credentials')
                removed = true;
            const rest = withoutProfile(text, kind, written.name);
            return rest.trim() === '' && written.made.includes(written[kind]) ? undefined : rest;
        },
    });
    await edit(KINDS.map(change), written.id);
    return removed;
}
/** A hash that does not depend on the line ends. */
function printOf(body) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((body ?? '').replaceAll('\r\n', '\n').trim())
        .digest('hex');
}

;// CONCATENATED MODULE: ./lib/credentials/ambient.js








/**
 * The keys that the AWS SDK finds on this runner, masked: those of the environment, of the AWS files' profile `default`, or
 * of a container's or instance's role.
 *
 * @throws Failure if it finds none.
 */
async function ambientKeys(request, insteadOfOidc) {
    const { environment, unsetCurrentCredentials } = request;
    const inEnvironment = !unsetCurrentCredentials && environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY'];
    const name = inEnvironment ? SOURCE.environment : SOURCE.runner;
    try {
        // Only some sources need the SDK's providers, and they are most of the SDK's code.
        const { defaultProvider } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(861)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5861, 19));
        return masked(request, name, await defaultProvider(requestsOf(request))());
    }
    catch (error) {
        const job = (0,context/* readContext */.yI)(environment, (0,context/* readEvent */.j_)(environment));
        throw new lib_failure/* Failure */.HR(noCredentials(job, insteadOfOidc, environment['AWS_PROFILE']), error);
    }
}
/**
 * The keys of a profile in the AWS files, masked: it has keys, SSO, credential_process, a web identity, or a role of
 * another profile.
 *
 * @throws Failure if it has none.
 */
async function profileKeys(request, profile) {
    try {
        const { fromIni } = await __nccwpck_require__.e(/* import() */ 869).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5869, 19));
        return masked(request, SOURCE.profile(profile), await fromIni({ profile, ...requestsOf(request) })());
    }
    catch (error) {
        const { message } = (0,errors/* faultOf */.Kl)(error);
        const paths = profilePaths(request.environment);
        const files = { credentials: readIfPossible(paths.credentials), config: readIfPossible(paths.config) };
        // The error of a command holds what it printed, which might be a secret and would be shown under debug.
        const cause = /credential_process|^Command failed/.test(message) ? undefined : error;
        throw new lib_failure/* Failure */.HR(profileFailed(profile, message, files, paths), cause);
    }
}
function readIfPossible(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}
/** How the providers send requests of their own (STS, IAM Identity Center). */
function requestsOf({ region, transport }) {
    const { httpAgent, httpsAgent } = transport.agents;
    const requestHandler = { httpAgent, httpsAgent };
    // The SSO client takes its handler from clientConfig, and would take a region there for that of the SSO session. The
    // region counts only if the profile names none of its own.
    return {
        clientConfig: { requestHandler },
        parentClientConfig: { region: async () => region, requestHandler },
    };
}
function masked(request, name, found) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration: expires } = found;
    // Before they are masked: a mask is printed, and other characters could look like a line of their own.
    if (!/^[ -~]*$/.test(accessKeyId + secretAccessKey + (sessionToken ?? '')))
        throw new Error('Its keys have characters that no key of AWS has.');
    return { keys: maskKeys(request, { accessKeyId, secretAccessKey, sessionToken }), name, expires };
}

;// CONCATENATED MODULE: ./lib/inputs/messages.js

/** All inputs that are not valid, as one problem. */
function badInputs(inputs) {
    const lines = inputs.map(({ input, given, takes }) => `Input \`${input}\`${given === undefined ? '' : ` is ${(0,lib_text/* quoted */.TL)(given)}, which`} is not valid: it takes ${takes}.`);
    return {
        title: inputs.length === 1
            ? `Input ${inputs[0]?.input} is not valid`
            : `${inputs.length} inputs are not valid`,
        what: lines.join('\n'),
        next: 'Correct it under `with:` of this step.',
    };
}
/** A variable of the job in which the AWS SDK or Node looks for an address. */
const badAddress = (variable) => ({
    title: `${variable} is not a valid URL`,
    what: `The environment variable \`${variable}\` is not an http or https URL. Its value is not shown, because it might contain a password.`,
    next: 'Correct it, or remove it, under `env:` of the job or in the environment of the runner.',
});
/** What inputs take, as the end of a sentence. */
const TAKES = {
    folder: 'the path of an existing folder, relative to the workspace (check out the repository before this step)',
    file: 'the path of an existing file, relative to the workspace (check out the repository before this step)',
    region: 'the name of an AWS region, such as us-east-1 or eu-west-1',
    regions: 'names of AWS regions in the partition of aws-region, such as us-east-1, separated by commas or line breaks',
    stage: 'a stage of letters, digits and dashes only, such as production or pr-42',
    newStageWithoutBootstrap: '`allow` together with `bootstrap: skip`, which checks nothing in the account',
    stageInstead: (why) => `the name of a stage here, because ${why}`,
    profile: "a profile's name without white space, square brackets and slashes",
    proxy: "a proxy's URL, such as http://proxy.example:3128",
    role: "a role's ARN, arn:aws:iam::<account, 12 digits>:role/<name>, or a role's name alone",
    sessionName: '2 to 64 letters, digits and characters of _+=,.@-',
    policies: 'one ARN of an IAM policy per line, such as arn:aws:iam::aws:policy/ReadOnlyAccess',
    accounts: 'account ids of 12 digits, separated by commas',
    url: 'an http or https URL',
    secret: 'one value without white space inside',
    flag: 'true or false',
    oneOf: (values) => `one of ${values.join(', ')}`,
    integer: (least, most) => `a whole number ${least < 0 ? `up to ${most}` : `from ${least} to ${most}`}`,
    tags: {
        object: 'a JSON object, such as {"Team": "shop"}',
        atMost: (room, most) => `at most ${room} tags, because a session can have ${most} including the job's own`,
        scalar: (key) => `a text, number or boolean for each key, but ${key} has another value`,
        length: (mostKey, mostValue, key) => `keys of 1 to ${mostKey} characters with values of at most ${mostValue}, but ${key} is outside these limits`,
        characters: (key) => `keys and values of letters, digits, spaces and _.:/=+-@ only, but ${key} has other characters`,
        other: (key) => `no keys of the job's own tags, such as ${key}`,
    },
};

;// CONCATENATED MODULE: ./lib/credentials/tags.js



// Names, order and variables are those of configure-aws-credentials, because trust policies use them.
const ESSENTIAL = {
    Repository: 'GITHUB_REPOSITORY',
    Workflow: 'GITHUB_WORKFLOW',
    Action: 'GITHUB_ACTION',
    Actor: 'GITHUB_ACTOR',
    Commit: 'GITHUB_SHA',
    Branch: 'GITHUB_REF',
};
const DROPPABLE = {
    EventName: 'GITHUB_EVENT_NAME',
    BaseRef: 'GITHUB_BASE_REF',
    HeadRef: 'GITHUB_HEAD_REF',
    RunId: 'GITHUB_RUN_ID',
    Job: 'GITHUB_JOB',
    TriggeringActor: 'GITHUB_TRIGGERING_ACTOR',
};
const OWN = new Set(['GitHub', ...Object.keys({ ...ESSENTIAL, ...DROPPABLE })]);
// STS API reference, Tag and AssumeRole.
const FOREIGN = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const MOST_KEY = 128;
const MOST_VALUE = 256;
const MOST_TAGS = 50;
/**
 * The tags of the job, from the runner's variables, and after them those of `custom-tags`.
 *
 * @throws Failure if `custom-tags` is not valid, or if there are too many tags.
 */
function sessionTags(environment, custom) {
    const tags = (variables) => Object.entries(variables)
        .map(([Key, variable]) => ({ Key, Value: cleaned(environment[variable] ?? '') }))
        .filter(({ Value }) => Value !== '');
    const essential = [{ Key: 'GitHub', Value: 'Actions' }, ...tags(ESSENTIAL)];
    const all = [...essential, ...tags(DROPPABLE)];
    const own = custom === undefined ? [] : customTags(custom);
    if (all.length + own.length > MOST_TAGS)
        refuse(TAKES.tags.atMost(MOST_TAGS - all.length, MOST_TAGS));
    return { all: [...all, ...own], essential: [...essential, ...own] };
}
/**
 * Parses `custom-tags`, a JSON object of texts, numbers and booleans.
 *
 * @throws Failure that says what is wrong with it. Values are not shown, because they might come from secrets.
 */
function customTags(json) {
    return Object.entries(objectIn(json)).map(([Key, value]) => {
        const name = (0,lib_text/* quoted */.TL)(Key, MOST_KEY);
        const Value = String(value);
        if (typeof value === 'object')
            refuse(TAKES.tags.scalar(name));
        if (Key === '' || Key.length > MOST_KEY || Value.length > MOST_VALUE)
            refuse(TAKES.tags.length(MOST_KEY, MOST_VALUE, name));
        if (cleaned(Key) !== Key || cleaned(Value) !== Value)
            refuse(TAKES.tags.characters(name));
        if (OWN.has(Key))
            refuse(TAKES.tags.other(name));
        return { Key, Value };
    });
}
function objectIn(json) {
    try {
        const value = JSON.parse(json);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Refused below, as any other JSON that is not an object.
    }
    return refuse(TAKES.tags.object);
}
function cleaned(value) {
    return value.replace(FOREIGN, '_').slice(0, MOST_VALUE);
}
function refuse(takes) {
    throw new lib_failure/* Failure */.HR(badInputs([{ input: 'custom-tags', takes }]));
}

;// CONCATENATED MODULE: ./lib/credentials/token.js










/**
 * GitHub's OIDC token for this job, a secret that the caller masks at once.
 *
 * @throws Failure if the token service gives none.
 */
async function githubToken(request, service) {
    const { audience, transport } = request;
    try {
        const once = () => requestIdToken(service, audience, transport.signal);
        const ask = () => (0,aws_trace/* timed */.a)(transport.trace, 'GitHub GetIdToken', once);
        return await retry(ask, retrying(request, SOURCE.oidc));
    }
    catch (error) {
        const { message, status } = (0,errors/* faultOf */.Kl)(error);
        throw new lib_failure/* Failure */.HR(tokenServiceFailed(message, status), error);
    }
}
// The kubelet provides the token through its own links (token -> ..data/token -> …), in a folder that nobody else writes to.
// Everywhere else, a link could lead to a file that the workflow's author never meant to send to AWS.
const KUBERNETES = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;
/** Bytes of a token file: AWS takes tokens of 20,000 characters at most (STS API reference, AssumeRoleWithWebIdentity). */
const TOKEN_MAX = 64_000;
/**
 * Reads a web identity token from a file, as Amazon EKS and others write one. A relative path starts at the workspace.
 *
 * @throws Failure if there is no token, or if the file or its folder is a symbolic link.
 */
function readTokenFile(file, workspace) {
    const absolute = external_node_path_.resolve(workspace, file);
    try {
        const follow = KUBERNETES.test(absolute);
        const isLink = (name) => (0,external_node_fs_.lstatSync)(name).isSymbolicLink();
        const link = follow ? undefined : [absolute, external_node_path_.dirname(absolute)].find(isLink);
        if (link)
            throw new Error(FILE.link(link));
        const bytes = (0,regular_file/* readRegularFile */.X)(follow ? (0,external_node_fs_.realpathSync)(absolute) : absolute, TOKEN_MAX);
        if (bytes === 'irregular')
            throw new Error(FILE.irregular(absolute));
        if (bytes === 'too large')
            throw new Error(FILE.large(TOKEN_MAX));
        const token = bytes.toString().trim();
        if (token === '')
            throw new Error(FILE.empty);
        return token;
    }
    catch (error) {
        throw new lib_failure/* Failure */.HR(tokenFileFailed(absolute, error.message), error);
    }
}

;// CONCATENATED MODULE: ./lib/credentials/index.js








/**
 * Obtains the session of the role and from the source that the inputs name. Every secret is masked before anything can
 * print it. Nothing is exported.
 *
 * @throws Failure if the source has no credentials, STS refuses the role, or the account is not an allowed one.
 */
async function obtainSession(request) {
    // Then the credentials that the environment has are no source, and no existing credentials either.
    if (request.unsetCurrentCredentials)
        for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
            delete process.env[name];
    const session = (await existingSession(request)) ?? (await newSession(request));
    const { identity, expires } = session;
    checkAccount(request, identity.account, identity.arn);
    request.log.info(`Authenticated as ${identity.arn}${expires ? `, until ${expires.toISOString()}` : ''}`);
    return session;
}
/** With `use-existing-credentials`: the session that later steps would have without this step, if it is valid. */
async function existingSession(request) {
    const { useExistingCredentials, log } = request;
    if (!useExistingCredentials)
        return undefined;
    try {
        const session = await ownSession(request, await ambientKeys(request, false));
        log.info('There are valid credentials already: they are kept, and no new ones are obtained.');
        return { ...session, inPlace: true };
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR))
            throw error;
        log.info('There are no valid credentials yet.');
        log.debug(error.message);
        return undefined;
    }
}
/** A source has a token or keys; STS gives a session for either. */
async function newSession(request) {
    const { source, customTags, environment } = request;
    if (source.kind === 'oidc' || source.kind === 'token-file') {
        const [token, name] = source.kind === 'oidc'
            ? [await githubToken(request, source.service), SOURCE.oidc]
            : [readTokenFile(source.file, environment['GITHUB_WORKSPACE'] ?? ''), SOURCE.tokenFile];
        request.mask(token);
        const session = await sessionByToken(request, source.role, token, name);
        return { ...session, warnings: customTags === undefined ? [] : [tagsNotSent()] };
    }
    const { role } = source;
    const tagged = role !== undefined && !request.roleSkipSessionTagging;
    // Before any request: bad `custom-tags` are refused here.
    const tags = tagged ? sessionTags(environment, customTags) : undefined;
    const found = await keysOf(source, request);
    if (role !== undefined)
        return sessionByKeys(request, found, role, tags);
    const session = await ownSession(request, found);
    return source.kind === 'ambient' ? { ...session, inPlace: true } : session;
}
async function keysOf(source, request) {
    if (source.kind === 'static')
        return { keys: maskKeys(request, source.keys), name: SOURCE.inputs };
    if (source.kind === 'profile')
        return profileKeys(request, source.profile);
    return ambientKeys(request, source.insteadOfOidc);
}
/** The session that the keys already are. */
async function ownSession(request, { keys, name, expires }) {
    const identity = await identify(request, { keys, name });
    return { keys, identity, expires, chain: [identity.arn] };
}

// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __nccwpck_require__(9393);
;// CONCATENATED MODULE: ./lib/github/files.js






const files = {
    /**
     * Leaves all of the values, or none: each file is written at once, in the order given, and if one cannot be written, the
     * others become as they were.
     *
     * @throws Failure if a file cannot be written.
     */
    leave(left) {
        const before = [];
        for (const [name, values] of Object.entries(left)) {
            const text = Object.entries(values).map(files_lines).join('');
            if (text === '')
                continue;
            const variable = `GITHUB_${name}`;
            try {
                const file = process.env[variable];
                if (!file)
                    throw new Error('the runner did not set this variable');
                before.push([file, (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
                (0,external_node_fs_.appendFileSync)(file, text);
            }
            catch (error) {
                // Also the file that failed: a disk that is nearly full takes a part.
                for (const [file, size] of before)
                    truncate(file, size);
                throw new lib_failure/* Failure */.HR(runnerFileNotWritten(variable, error.message), error);
            }
        }
    },
    /** A value that the main step left for the post step; '' if it left none. */
    getState: (name) => process.env[`STATE_${name}`] ?? '',
    /** Appends to the job summary, if the runner has one. By then the step is decided: a failure is a warning. */
    summary(markdown) {
        const file = process.env['GITHUB_STEP_SUMMARY'];
        if (!file)
            return;
        try {
            // Not `core.summary`: its error says nothing of the file.
            (0,external_node_fs_.appendFileSync)(file, `${commands/* runner */.l.redacted(markdown)}${external_node_os_.EOL}`);
        }
        catch (error) {
            commands/* runner */.l.warning(summaryNotWritten(error.message));
        }
    },
};
function truncate(file, size) {
    try {
        (0,external_node_fs_.truncateSync)(file, size);
    }
    catch {
        // It is no file, or nothing more can be done.
    }
}
/** The form for values of several lines (GitHub's documentation, "Workflow commands", "Multiline strings"). */
function files_lines([name, value]) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL);
}

;// CONCATENATED MODULE: ./lib/export.js



/** The name under which the main step leaves the exported variables' names to the post step. */
const EXPORTED = 'exported';
/** The name under which it leaves what it wrote to the AWS files. */
const PROFILE = 'profile';
/**
 * Gives the session to the next steps, as the inputs say: as environment variables, as outputs, as a profile; with the
 * region, the stage if it is an input, SST_RUN_ID unless the job has set it, and what the guard needs exported.
 *
 * Called once, when every check has passed. The post step is told first, so that it can clean up after a step that was
 * killed. What can fail most comes before the rest, and the environment last: if anything fails, nothing is left.
 *
 * @param signal the step gives up: nothing is exported after that.
 * @returns the names of the variables exported, which the post step blanks.
 * @throws Failure if the profile or one of the runner's files cannot be written.
 */
async function exportSession(session, deployment, inputs, signal) {
    signal.throwIfAborted();
    const { exports, project } = inputs;
    const region = project.region ?? deployment.region.name;
    const runId = (0,context/* sstRunId */.b2)(process.env);
    const ENV = {
        ...(exports.toEnvironment && credentialVariables(session, region, inputs)),
        ...(project.stage && { SST_STAGE: project.stage }),
        ...(runId && { SST_RUN_ID: runId }),
        ...deployment.exports,
    };
    const OUTPUT = exports.toOutputs && !session.inPlace ? credentialOutputs(session) : {};
    const names = Object.keys(ENV);
    const profile = exports.profile === undefined || session.inPlace
        ? undefined
        : planProfile(exports.profile, session.keys, region, process.env);
    leaveState(names, profile?.written);
    let written;
    try {
        if (profile) {
            await writeProfile(profile, exports.overwriteProfile, signal);
            written = profile.written;
        }
        files.leave({ OUTPUT, ENV });
    }
    catch (error) {
        await undo(written);
        throw error;
    }
    return names;
}
function leaveState(names, profile) {
    files.leave({
        STATE: { [EXPORTED]: names.join(','), [PROFILE]: profile ? JSON.stringify(profile) : '' },
    });
}
async function undo(written) {
    try {
        if (written)
            await removeProfile(written);
        leaveState([], undefined);
    }
    catch {
        // The state stays, and the post step tries again.
    }
}
function credentialOutputs({ keys, expires }) {
    return {
        'aws-access-key-id': keys.accessKeyId,
        'aws-secret-access-key': keys.secretAccessKey,
        ...(keys.sessionToken && { 'aws-session-token': keys.sessionToken }),
        // In quotes: configure-aws-credentials writes its date as JSON, and workflows read it by fromJSON().
        ...(expires && { 'aws-expiration': JSON.stringify(expires) }),
    };
}
function credentialVariables({ keys, inPlace }, region, inputs) {
    const { accessKeyId, secretAccessKey, sessionToken } = keys;
    const blank = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };
    const own = {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        // Long-lived keys come without a token: one that an earlier step left would make them useless, so it is blanked.
        ...((sessionToken || process.env['AWS_SESSION_TOKEN']) && { AWS_SESSION_TOKEN: sessionToken ?? '' }),
    };
    return {
        ...(inputs.credentials.unsetCurrentCredentials && blank),
        ...(!inPlace && own),
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ...(!inPlace && inputs.exports.profile && { AWS_PROFILE: inputs.exports.profile }),
    };
}

;// CONCATENATED MODULE: ./lib/outputs.js

/** The step's outputs. Those of each stage are set as soon as it has ended, so that a step that fails still says how far it came. */
const outputs = {
    deployment: ({ stage, app, region }) => set({ stage: stage?.name ?? '', app: app ?? '', region: region.name }),
    /** The profile that would have overridden the credentials, empty if there is none; or that it was not checked. */
    profile: ({ verdict }, override) => set({ profile: verdict === 'not checked' ? verdict : (override?.profile ?? '') }),
    identity: ({ account, arn }) => set({ 'aws-account-id': account, 'authenticated-arn': arn }),
    bootstrap: ({ status, record }) => set({
        'bootstrap-status': status,
        'bootstrap-version': record ? String(record.version) : '',
        'state-bucket': record?.state ?? '',
        'asset-bucket': record?.asset ?? '',
        'asset-ecr-url': record?.assetEcrUrl ?? '',
    }),
    stage: ({ exists, lockedBy }) => set({ 'stage-exists': exists === undefined ? '' : String(exists), 'locked-by': lockedBy }),
};
function set(OUTPUT) {
    files.leave({ OUTPUT });
}

// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __nccwpck_require__(7470);
// EXTERNAL MODULE: ./lib/report/links.js
var report_links = __nccwpck_require__(4503);
// EXTERNAL MODULE: ./lib/report/messages.js
var messages = __nccwpck_require__(6916);
;// CONCATENATED MODULE: ./lib/report/diagram.js

/**
 * The way from the first identity to the deploy, as a mermaid flowchart, which GitHub draws: token or keys, role after
 * role, account and region, bootstrap, `sst deploy`; and beside it a profile that would override the credentials. The part
 * that stopped the step is marked, and so are the parts that were not reached.
 *
 * @returns undefined if too little is known to draw anything.
 */
function renderDiagram(findings) {
    const { deployment } = findings;
    if (!deployment)
        return undefined;
    const { override, profile } = deployment;
    const way = wayOf(findings, deployment);
    const wins = override && profile.verdict !== 'ignored';
    const beside = override ? [['profile', wins ? 'bad' : 'open', ...(0,messages/* diagramProfile */.xp)(override)]] : [];
    const edges = way.slice(1).map(([id], index) => {
        // If a profile wins, the deploy does not use the credentials.
        const edge = wins && id === 'deploy' ? '-. not used .-x' : '-->';
        return `  ${way[index]?.[0]} ${edge} ${id}`;
    });
    return [
        '```mermaid',
        'flowchart LR',
        ...[...way, ...beside].map(([id, mark, ...lines]) => `  ${id}["${lines.map(label).join('<br/>')}"]:::${mark}`),
        ...edges,
        ...beside.map(([id]) => `  ${id} ${wins ? '==>' : '-. ignored .-x'} deploy`),
        // Strokes only: fill and text are the theme's, light or dark.
        '  classDef good stroke:#1a7f37,stroke-width:2px',
        '  classDef bad stroke:#cf222e,stroke-width:3px',
        '  classDef open stroke-dasharray:4 4',
        '```',
    ].join('\n');
}
function wayOf(findings, { stage, region, failure, assumeRoles }) {
    const { session, bootstrap, problem, exported } = findings;
    const isChecked = bootstrap && bootstrap.status !== 'skipped';
    const identities = [
        ...(session?.chain ?? []).map(identity => ['good', ...(0,messages/* identityWords */.i6)(identity)]),
        // The roles that the config assumes are tried out only to check the bootstrap behind them.
        ...assumeRoles.map(({ roleArn }) => [isChecked ? 'good' : 'open', ...(0,messages/* identityWords */.i6)(roleArn)]),
    ];
    const account = bootstrap?.account ?? session?.identity.account;
    return [
        ...(session
            ? identities.map((node, index) => [`identity${index}`, ...node])
            : // If the project stopped the step, AWS was not asked.
                [['identity0', problem && !failure ? 'bad' : 'open', 'credentials']]),
        ['account', session ? 'good' : 'open', account ? `account ${account}` : 'account', region.name],
        ...(bootstrap?.status === 'skipped' ? [] : [bootstrapNode(findings)]),
        ['deploy', exported && !problem ? 'good' : 'open', 'sst deploy', ...(stage?.name ? [stage.name] : [])],
    ];
}
function bootstrapNode({ bootstrap, bootstrapRegions = [], problem, session }) {
    if (!bootstrap)
        return ['bootstrap', session && problem ? 'bad' : 'open', 'SST bootstrap'];
    const failed = [bootstrap, ...bootstrapRegions].some(({ failure }) => failure);
    return ['bootstrap', failed ? 'bad' : 'good', 'SST bootstrap', (0,messages/* bootstrapWords */.c0)(bootstrap)];
}
/** Text in a quoted mermaid label: nothing in it ends the label, is markup, or is Markdown. */
function label(text) {
    return text
        .replaceAll(/\s+/g, ' ')
        .slice(0, 120)
        .replaceAll(/[^\p{L}\p{N} .,:/@=+'()*-]/gu, character => `#${character.codePointAt(0)};`)
        .replace(/^([\d*+-]+)([.)]?)(?= )/, '$1$2#8203;');
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
;// CONCATENATED MODULE: ./lib/report/summary.js







/**
 * The job summary, in GitHub's Markdown: a verdict, why the step stopped, the way from the token to the deploy as a
 * picture, who deploys which stage to which account, the bootstrap's resources, and the verdict on profiles. What was not found
 * out is left out; no secret is among the findings that it shows.
 *
 * In a matrix GitHub shows the jobs' summaries below one another: each begins with a heading that tells it apart.
 */
function renderSummary(findings, site) {
    const { deployment, bootstrap, bootstrapRegions, stage, problem, maskAccount = false } = findings;
    const parts = [
        `### ${(0,messages/* summaryTitle */.hZ)(findings)}`,
        problem && summary_alert('CAUTION', problem, site, lib_failure/* NOTHING_EXPORTED */.Q7),
        renderDiagram(findings),
        facts(findings, site),
        bootstrap && bootstrapTable(bootstrap, !maskAccount),
        regionTable(bootstrapRegions),
        stage && `**Stage**: ${(0,markdown/* prose */.CS)(stage.facts.join('; '))}`,
        deployment && profileVerdict(findings, site),
        ...(0,report_findings/* warningsOf */.nZ)(findings).map(warning => summary_alert('WARNING', warning, site)),
    ];
    const summary = `${parts.filter(Boolean).join('\n\n')}\n`;
    // The runner masks the summary as it masks the log, but a secret account must not depend on that alone.
    return maskAccount ? (0,lib_text/* withoutAccounts */.JV)(summary) : summary;
}
/** A problem in a box of its own, as GitHub draws `> [!CAUTION]`. */
function summary_alert(kind, problem, site, last) {
    const { title, what, next, place } = problem;
    const blocks = [
        ...(kind === 'WARNING' ? [`**${(0,markdown/* proseWithCode */.Tb)(title)}**`] : []),
        ...paragraphs(what),
        ...(place ? [at(place, site)] : []),
        ...paragraphs(next ?? ''),
        ...(last && !what.includes(last) ? [(0,markdown/* prose */.CS)(last)] : []),
    ];
    return `> [!${kind}]\n${blocks.join('\n\n').replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')}`;
}
/**
 * The lines of a problem's text as Markdown. A line that is indented, JSON or of a diff is code and is not changed; every
 * other line is prose, and a line that ends a sentence ends the paragraph.
 */
function paragraphs(text) {
    const blocks = [];
    for (const line of text.split(/\r\n?|\n/)) {
        if (line.trim() === '')
            continue;
        const isCode = /^( {2}|[{}]|[-+] )/.test(line);
        const last = blocks.at(-1);
        const goesOn = isCode || !/[.:;?!…]$/.test(last?.lines.at(-1) ?? '');
        if (last && last.code === isCode && goesOn)
            last.lines.push(line);
        else
            blocks.push({ code: isCode, lines: [line] });
    }
    return blocks.map(block => (block.code ? fenced(block.lines) : (0,markdown/* proseWithCode */.Tb)(block.lines.join(' '))));
}
function fenced(lines) {
    const diff = lines.some(line => /^[-+] /.test(line)) && lines.every(line => /^[-+ ] /.test(line));
    const indent = diff ? 0 : Math.min(...lines.map(line => line.length - line.trimStart().length));
    const text = lines.map(line => line.slice(indent));
    const longest = Math.max(2, ...text.flatMap(line => (line.match(/`+/g) ?? []).map(ticks => ticks.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${diff ? 'diff' : ''}`, ...text, fence].join('\n');
}
/** The place, as a link to the line if it is in the repository. */
function at({ file, line, column }, site) {
    const text = (0,markdown/* code */.aY)([file, line, column].filter(part => part !== undefined).join(':'));
    const address = (0,report_links/* fileAddress */.xQ)(site, file, line);
    return address ? (0,markdown/* link */.nf)(text, address) : text;
}
function facts({ deployment, session }, site) {
    const { stage, region } = deployment ?? {};
    return [
        stage && `- Stage: ${(0,markdown/* code */.aY)(stage.name)} (${(0,markdown/* prose */.CS)((0,messages/* stageSource */.gx)(stage))})`,
        region &&
            `- Region: ${(0,markdown/* code */.aY)(region.name)} (${region.place ? at(region.place, site) : (0,markdown/* prose */.CS)(region.from)})`,
        session && `- Account: ${(0,markdown/* code */.aY)(session.identity.account)}`,
        session && `- Identity: ${(0,markdown/* code */.aY)(session.identity.arn)}`,
        session && `- Session: ${(0,markdown/* prose */.CS)((0,messages/* sessionEnds */.XL)(session.expires, site.now))}`,
    ]
        .filter(Boolean)
        .join('\n');
}
function bootstrapTable(report, links) {
    const head = `**Bootstrap**: ${(0,messages/* bootstrapWords */.c0)(report)}`;
    if (report.checks.length === 0)
        return head;
    const rows = report.checks.map(check => {
        const page = links ? (0,report_links/* consolePage */.FE)(check, report) : undefined;
        return [check.resource, page ? (0,markdown/* link */.nf)((0,markdown/* code */.aY)(check.name), page) : (0,markdown/* code */.aY)(check.name), state(check)];
    });
    return `${head}\n\n${(0,markdown/* table */.tp)(['Resource', 'Name', 'State'], rows)}`;
}
/** The summary's table of the regions in `bootstrap-regions`, a row per region; undefined if there is none. */
function regionTable(checks = []) {
    if (checks.length === 0)
        return undefined;
    const rows = checks.map(check => [
        (0,markdown/* code */.aY)(check.region),
        regionResult(check),
        (0,markdown/* code */.aY)(check.report?.record?.state ?? ''),
    ]);
    return `**Bootstrap of other regions**\n\n${(0,markdown/* table */.tp)(['Region', 'Result', 'State bucket'], rows)}`;
}
function regionResult({ report, failure }) {
    const mark = failure ? '❌' : '✅';
    const words = report ? (0,messages/* bootstrapWords */.c0)(report) : `not checked${failure ? `: ${failure.problem.title}` : ''}`;
    return `${mark} ${(0,markdown/* proseWithCode */.Tb)(words)}`;
}
const MARKS = {
    present: '✅',
    created: '🆕',
    repaired: '🔧',
    missing: '❌',
    elsewhere: '❌',
    'not checked': '➖',
};
function state({ state, notes }) {
    return [`${MARKS[state]} ${state}`, ...notes.map(markdown/* proseWithCode */.Tb)].join(', ');
}
function profileVerdict(findings, site) {
    const { override } = findings.deployment ?? {};
    const place = override?.place;
    const sentence = (0,messages/* profileSentence */.Fd)((0,report_findings/* profileCheckOf */.Vf)(findings), override);
    return `**Profile**: ${(0,markdown/* proseWithCode */.Tb)(sentence)}${place ? ` (${at(place, site)})` : ''}`;
}

;// CONCATENATED MODULE: ./lib/finish.js








/**
 * Reports how the step ended, in all the places where people look, and ends the process.
 *
 * @param inputs undefined if they were not understood.
 */
async function finishStep({ environment, interrupted, logs }, inputs, findings) {
    for (const section of logs)
        section.end();
    const { deployment } = findings;
    const profile = (0,report_findings/* profileCheckOf */.Vf)(findings);
    if (deployment)
        commands/* runner */.l.info((0,messages/* profileLine */.S4)(profile, deployment.override));
    for (const notice of (0,report_findings/* noticesOf */.lx)(findings))
        commands/* runner */.l.notice(notice);
    for (const warning of (0,report_findings/* warningsOf */.nZ)(findings))
        commands/* runner */.l.warning(warning);
    if (findings.problem)
        commands/* runner */.l.error(findings.problem);
    else
        commands/* runner */.l.success('Ready', (0,messages/* readyWords */.Xz)(findings));
    // The step is decided: what goes wrong from here on is a warning.
    try {
        if (deployment)
            outputs.profile(profile, deployment.override);
        files.summary(renderSummary(findings, (0,report_links/* readLinkContext */.uI)(environment)));
        if (inputs?.comment && !interrupted.aborted) {
            const { commentOnPullRequest } = await __nccwpck_require__.e(/* import() */ 199).then(__nccwpck_require__.bind(__nccwpck_require__, 8199));
            await commentOnPullRequest(findings, inputs, environment, interrupted);
        }
    }
    catch (error) {
        commands/* runner */.l.warning((0,lib_failure/* problemOf */.Zw)(error));
    }
    // Requests can still be under way; what was printed must be out first (a pipe is not synchronous everywhere).
    await commands/* runner */.l.flushed();
    process.exit(findings.problem ? 1 : 0);
}

;// CONCATENATED MODULE: ./lib/inputs/auto-stage.js
// Of these events, GITHUB_REF is the base or default branch: without the payload, a pull request would be taken for `main`.
const NEED_PAYLOAD = /^(?:pull_request_target|pull_request_review|pull_request_review_comment|issue_comment|workflow_run)$/;
/**
 * The stage that `stage: auto` stands for: `pr-<number>` for an event about a pull request, else the branch or the tag
 * of GITHUB_REF (docs/stage.md lists every event).
 *
 * @param payload the event's payload, as `readEvent` returns it.
 */
function stageOfEvent(environment, payload) {
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    const ref = environment['GITHUB_REF'] ?? '';
    const isRead = typeof payload === 'object' && payload !== null;
    if (NEED_PAYLOAD.test(event) && !isRead)
        return { none: `the payload of the event ${event} cannot be read` };
    const about = pullRequestOf(isRead ? payload : {});
    if (about === 'unknown')
        return { none: 'the event workflow_run does not say which pull request its run was for' };
    const [, merged] = /^refs\/pull\/([1-9]\d*)\/(?:merge|head)$/.exec(ref) ?? [];
    const pull = about ?? merged;
    if (pull !== undefined)
        return { stage: `pr-${pull}` };
    const [, name] = /^refs\/(?:heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (name === undefined)
        return { none: `the event ${event || 'of this job'} has no pull request, branch or tag` };
    const stage = stageName(name);
    return stage === '' ? { none: `the name ${JSON.stringify(name)} has no letter or digit` } : { stage };
}
/**
 * A branch's or tag's name as a stage, as SST's own autodeploy makes it (SST documentation, `console.autodeploy.target`),
 * and in lower case: every run of other characters than `a-z0-9` becomes one `-`, and none stands at the ends.
 */
function stageName(name) {
    return name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '');
}
function pullRequestOf({ pull_request, issue, workflow_run }) {
    const number = pull_request?.number ?? (issue?.pull_request ? issue.number : undefined);
    if (isNumber(number))
        return number;
    if (typeof workflow_run?.event !== 'string' || !workflow_run.event.startsWith('pull_request'))
        return undefined;
    // GitHub lists no pull request for a run of a fork, and each that the head branch has.
    const pulls = Array.isArray(workflow_run.pull_requests) ? workflow_run.pull_requests : [];
    const [only] = pulls;
    return pulls.length === 1 && isNumber(only?.number) ? only.number : 'unknown';
}
function isNumber(value) {
    return Number.isSafeInteger(value) && value > 0;
}

;// CONCATENATED MODULE: ./lib/inputs/reader.js



/** Where the AWS SDK looks for its endpoints, and Node for a proxy. */
const ENDPOINTS = ['', '_STS', '_SSM', '_ECR', '_S3'].map(service => `AWS_ENDPOINT_URL${service}`);
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
/** Reads inputs one by one, and remembers those that are not valid. */
class Reader {
    #environment;
    #refused;
    #orVariable;
    constructor(environment, refused = [], orVariable = false) {
        this.#environment = environment;
        this.#refused = refused;
        this.#orVariable = orVariable;
    }
    /**
     * The same for inputs that configure-aws-credentials also reads from the environment (its action.yml and
     * translateEnvVariables, v6): if one is not given, the variable of its name counts, such as ROLE_TO_ASSUME. AWS_REGION is
     * not read like that, because SST itself reads its region from there.
     */
    orVariable() {
        return new Reader(this.#environment, this.#refused, true);
    }
    /** The input's value, trimmed; undefined if it is empty. The runner sets inputs that are not given to ''. */
    text(name) {
        const key = name.toUpperCase();
        const keys = [`INPUT_${key}`, ...(this.#orVariable ? [key.replaceAll('-', '_')] : [])];
        return keys.map(variable => this.#environment[variable]?.trim()).find(Boolean);
    }
    /** A secret. It is never printed, even if it is not valid. */
    secret(name) {
        return this.matching(name, /^\S+$/, TAKES.secret, false);
    }
    matching(name, form, takes, show = true) {
        const value = this.text(name);
        if (value === undefined || has(value, form))
            return value;
        this.reject(name, show ? value : undefined, takes);
        return undefined;
    }
    /** Refuses an input. @param given what it is, or undefined if printing it could show a secret. */
    reject(name, given, takes) {
        this.#refused.push({ input: name, given, takes });
    }
    /** Trimmed items without the empty ones, each once. */
    list(name, separator, form = /^/, takes = '') {
        const items = (this.text(name) ?? '').split(separator).map(item => item.trim());
        const given = [...new Set(items)].filter(item => item !== '');
        const wrong = given.find(item => !has(item, form));
        if (wrong !== undefined)
            this.reject(name, wrong, takes);
        return given;
    }
    /** The first value is the default. */
    oneOf(name, values) {
        const value = this.text(name) ?? values[0];
        const known = values.find(candidate => candidate === value);
        if (known === undefined)
            this.reject(name, value, TAKES.oneOf(values));
        return known ?? values[0];
    }
    /** YAML 1.2's booleans, as @actions/core reads them. */
    flag(name, otherwise = false) {
        const value = this.text(name) ?? String(otherwise);
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (!/^(false|False|FALSE)$/.test(value))
            this.reject(name, value, TAKES.flag);
        return false;
    }
    integer(name, least, most) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
        if (number >= least && number <= most)
            return number;
        this.reject(name, value, TAKES.integer(least, most));
        return undefined;
    }
    /** @throws Failure if anything was refused, or an address in the environment is not valid. */
    refuse() {
        if (this.#refused.length > 0)
            throw new lib_failure/* Failure */.HR(badInputs(this.#refused));
        const value = (name) => this.#environment[name] ?? '';
        const bad = ENDPOINTS.find(name => value(name) !== '' && !isWebAddress(value(name))) ??
            PROXIES.find(name => !isTakenAsProxy(value(name)));
        if (bad !== undefined)
            throw new lib_failure/* Failure */.HR(badAddress(bad));
    }
}
function has(text, form) {
    return form instanceof RegExp ? form.test(text) : form(text);
}
/** Whether the text is an http or https URL. */
function isWebAddress(text) {
    return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
/** Whether Node takes it: it ignores what is not http or https, and its errors quote the whole URL, password included. */
function isTakenAsProxy(url) {
    try {
        new external_node_http_.Agent({ proxyEnv: { HTTP_PROXY: url } });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js







const SECRETS = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'];
/** The secrets among the inputs, to be masked before anything about the inputs is printed. */
function secretsIn(environment) {
    const read = new Reader(environment);
    return SECRETS.flatMap(name => read.text(name) ?? []);
}
/** Whether account IDs are secret (`mask-aws-account-id`), also if another input is refused. */
function hidesAccounts(environment) {
    return new Reader(environment).orVariable().flag('mask-aws-account-id');
}
/**
 * Reads every input of the action from the variables that the runner sets (`INPUT_…`, upper case, dashes kept), and from
 * the other variables that configure-aws-credentials reads.
 *
 * @throws Failure that names every input that is not valid, and what it takes. Nothing was requested by then.
 */
function readInputs(environment) {
    const read = new Reader(environment);
    const orVariable = read.orVariable();
    const workspace = external_node_path_.resolve(environment['GITHUB_WORKSPACE'] || process.cwd());
    const statsOf = (file) => statsIfAny(external_node_path_.resolve(workspace, file));
    const folder = read.matching('working-directory', text => !!statsOf(text)?.isDirectory(), TAKES.folder);
    const config = read.matching('sst-config', text => !!statsOf(text)?.isFile(), TAKES.file);
    // Another STS (MinIO, LocalStack) might have a region of its own.
    const takesAnyRegion = read.text('sts-endpoint') !== undefined;
    const region = read.matching('aws-region', text => (0,aws_region/* isRegion */.Dp)(text) || (takesAnyRegion && /^[a-z0-9-]+$/.test(text)), TAKES.region);
    const stage = read.matching('stage', /^[A-Za-z0-9-]+$/, TAKES.stage);
    const auto = stage === 'auto' ? stageOfEvent(environment, (0,context/* readEvent */.j_)(environment)) : undefined;
    if (auto && 'none' in auto)
        read.reject('stage', stage, TAKES.stageInstead(auto.none));
    const profile = read.matching('aws-profile', /^[^\s[\]/\\]+$/, TAKES.profile);
    const toEnvironment = read.flag('output-env-credentials', profile === undefined);
    const inputs = {
        credentials: readCredentials(read, orVariable),
        /** Where the session goes. */
        exports: {
            toEnvironment,
            /** Step outputs. */
            toOutputs: orVariable.flag('output-credentials'),
            profile,
            overwriteProfile: orVariable.flag('overwrite-aws-profile'),
        },
        project: {
            /** Absolute. */
            workspace,
            /** Absolute: the folder in which `sst` will run. */
            workingDirectory: external_node_path_.resolve(workspace, folder ?? '.'),
            /** Absolute. */
            config: config === undefined ? undefined : external_node_path_.resolve(workspace, config),
            stage: auto && 'stage' in auto ? auto.stage : stage,
            /** Whether the stage was derived from the event (`stage: auto`). */
            stageFromEvent: auto && true,
            /** If it is undefined, the region is the one that SST will use. */
            region,
            guard: read.oneOf('profile-guard', ['fail', 'warn', 'neutralize', 'off']),
            /** Whether the keys are exported to the environment, in which SST looks for them. */
            exportsKeys: toEnvironment,
            /** The profile that the credentials are written to: SST is allowed to use that one. */
            exportsProfile: profile,
        },
        proxy: {
            url: read.matching('http-proxy', url => isWebAddress(url) && isTakenAsProxy(url), TAKES.proxy, false),
            except: read.text('no-proxy'),
        },
        bootstrap: read.oneOf('bootstrap', ['verify', 'ensure', 'skip']),
        /** More regions whose bootstrap is checked; the deploy's own region might be among them. */
        bootstrapRegions: read.list('bootstrap-regions', /[\s,]+/, text => (0,aws_region/* isRegion */.Dp)(text) && (region === undefined || (0,aws_region/* partitionOf */.iQ)(text) === (0,aws_region/* partitionOf */.iQ)(region)), TAKES.regions),
        /** What happens if the stage was never deployed in this account and region. */
        newStage: read.oneOf('new-stage', ['allow', 'fail']),
        /** What happens to the lock of a workflow run that has ended. */
        staleLock: read.oneOf('stale-lock', ['report', 'remove']),
        /** Whether to write one comment on the pull request; without a token there is only a notice. */
        comment: read.flag('comment'),
        githubToken: read.secret('github-token'),
        /** Seconds after which the step fails; 0: never. */
        timeoutSeconds: read.integer('action-timeout-s', 0, 86_400) ?? 0,
    };
    if (inputs.newStage === 'fail' && inputs.bootstrap === 'skip')
        read.reject('new-stage', 'fail', TAKES.newStageWithoutBootstrap);
    read.refuse();
    return inputs;
}
const ROLE = /^(arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+|[\w+=,.@/-]{1,576})$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\x21-\x7e]+$/;
/** Reads the inputs about credentials. Names and meanings are those of configure-aws-credentials. */
function readCredentials(read, orVariable) {
    return {
        /** An ARN; or a role name, for a role in the account of the source credentials. */
        roleToAssume: orVariable.matching('role-to-assume', ROLE, TAKES.role),
        roleSessionName: orVariable.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, TAKES.sessionName) ?? 'GitHubActions',
        roleDurationSeconds: orVariable.integer('role-duration-seconds', 900, 43_200) ?? 3600,
        roleExternalId: orVariable.text('role-external-id'),
        roleChaining: orVariable.flag('role-chaining'),
        roleSkipSessionTagging: orVariable.flag('role-skip-session-tagging'),
        transitiveTagKeys: orVariable.list('transitive-tag-keys', /\r?\n/),
        /** The text of the JSON object, which `credentials/tags.ts` parses. */
        customTags: read.text('custom-tags'),
        inlineSessionPolicy: orVariable.text('inline-session-policy'),
        managedSessionPolicies: orVariable.list('managed-session-policies', /\r?\n/, POLICY_ARN, TAKES.policies),
        accessKeyId: read.secret('aws-access-key-id'),
        secretAccessKey: read.secret('aws-secret-access-key'),
        sessionToken: read.secret('aws-session-token'),
        webIdentityTokenFile: orVariable.text('web-identity-token-file'),
        sourceProfile: read.text('source-profile'),
        audience: orVariable.text('audience') ?? 'sts.amazonaws.com',
        forceSkipOidc: read.flag('force-skip-oidc'),
        useExistingCredentials: orVariable.flag('use-existing-credentials'),
        unsetCurrentCredentials: orVariable.flag('unset-current-credentials'),
        allowedAccountIds: read.list('allowed-account-ids', /,/, /^\d{12}$/, TAKES.accounts),
        maskAccountId: orVariable.flag('mask-aws-account-id'),
        stsEndpoint: read.matching('sts-endpoint', isWebAddress, TAKES.url),
        disableRetry: orVariable.flag('disable-retry'),
        /** Tries in all, at least one; undefined for the default. */
        retryMaxAttempts: orVariable.integer('retry-max-attempts', Number.MIN_SAFE_INTEGER, 1000),
        specialCharactersWorkaround: orVariable.flag('special-characters-workaround'),
    };
}
/** Undefined if nothing is there, or nothing can be: the path is too long, or leads through a file. */
function statsIfAny(file) {
    try {
        return (0,external_node_fs_.statSync)(file);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/sst/json.js
var sst_json = __nccwpck_require__(4418);
// EXTERNAL MODULE: ./lib/sst/versions.js
var versions = __nccwpck_require__(2533);
;// CONCATENATED MODULE: ./lib/sst/app.js


/** The property that this version of SST reads. */
function rolesProperty(sst) {
    return (0,versions/* does */.YL)(sst, 'readsAssumeRoles') ? 'assumeRoles' : 'assumeRole';
}
/** @param json what `app()` returned; null for undefined. */
function readApp(json, sst) {
    const returned = (0,sst_json/* objectOf */.Xy)((0,sst_json/* parsed */.Yz)(json));
    if (!returned)
        return { withoutEffect: [] };
    const [name, home] = [(0,sst_json/* textField */.M8)(returned, 'name'), (0,sst_json/* textField */.M8)(returned, 'home')];
    return {
        name: name !== undefined && isAppName(name, sst) ? name : undefined,
        home,
        aws: awsOf(returned, home, sst),
        withoutEffect: withoutEffect(returned),
    };
}
function isAppName(name, sst) {
    return ((0,versions/* does */.YL)(sst, 'wantsLetterFirst') ? /^[A-Za-z][A-Za-z0-9-]*$/ : /^[A-Za-z0-9-]+$/).test(name);
}
function withoutEffect(returned) {
    const texts = ['profile', 'region'].flatMap(setting => {
        const value = (0,sst_json/* textOf */.b6)(returned, setting);
        return value === undefined ? [] : [{ setting, value }];
    });
    return [...texts, ...((0,sst_json/* objectOf */.Xy)(returned['aws']) ? [{ setting: 'aws' }] : [])];
}
function awsOf(returned, home, sst) {
    const given = (0,sst_json/* objectOf */.Xy)((0,sst_json/* mergedField */.nY)(returned, 'providers'))?.['aws'];
    const aws = (0,sst_json/* objectOf */.Xy)(given);
    if (!aws) {
        // With no provider of that name the home's is added; a text is a provider's version and nothing else, `true` is none.
        const used = typeof given === 'string' || given === true || (given === undefined && home === 'aws');
        return used ? { assumeRoles: [] } : undefined;
    }
    const unread = rolesProperty(sst) === 'assumeRole' ? 'assumeRoles' : 'assumeRole';
    return {
        profile: (0,sst_json/* textOf */.b6)(aws, 'profile'),
        region: (0,sst_json/* textOf */.b6)(aws, 'region'),
        assumeRoles: rolesIn(aws, sst).flatMap(({ role }) => role ?? []),
        unreadRoles: typeof (aws[unread] ?? undefined) === 'object' ? unread : undefined,
    };
}
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\x21-\x7e]{1,512}$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/** The roles that are given. SST walks past what is no object. */
function rolesIn(aws, sst) {
    const property = rolesProperty(sst);
    const given = aws[property];
    const list = property === 'assumeRole' ? [given] : Array.isArray(given) ? given : [];
    return list.flatMap((entry, index) => {
        const role = (0,sst_json/* objectOf */.Xy)(entry);
        if (!role)
            return [];
        const { roleArn, sessionName } = role;
        const name = `providers.aws.${property}${property === 'assumeRole' ? '' : `[${index}]`}`;
        if (typeof roleArn !== 'string' || !ROLE_ARN.test(roleArn))
            return [{ fault: `${name}.roleArn` }];
        if (typeof sessionName !== 'string')
            return [{ role: { roleArn } }];
        const isTaken = SESSION_NAME.test(sessionName);
        return [isTaken ? { role: { roleArn, sessionName } } : { fault: `${name}.sessionName` }];
    });
}

// EXTERNAL MODULE: ./lib/sst/source-text.js
var source_text = __nccwpck_require__(4637);
;// CONCATENATED MODULE: ./lib/sst/variables.js
/** The job's variables as the next step will have them: this step's own, what it will export laid over them. */
function nextStep(job, exported) {
    const given = (values, by) => Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { value, by }]]));
    return new Map([...given(job, 'job'), ...given(exported, 'step')]);
}
/** What SST does with `.env`: sets the variables that are not there; one that is there and empty counts as there. */
function fillGaps(variables, file) {
    return new Map([...variables, ...file, ...variables]);
}
/** What SST does with `.env.<stage>`: sets all of its variables, over those that are there. */
function layOver(variables, file) {
    return new Map([...variables, ...file]);
}
/** The variable's value; an empty one counts as none, as SST and the AWS SDK take it. */
function valueIn(variables, name) {
    return variables.get(name)?.value || undefined;
}

;// CONCATENATED MODULE: ./lib/sst/aws-config.js





/**
 * The region that the AWS files give a profile, as the SDK of SST's binary reads them: `config`, and `credentials` over
 * it; undefined if they give none or cannot be read.
 */
function regionOfProfile(profile, variables) {
    const folder = external_node_path_.join(valueIn(variables, 'HOME') ?? external_node_os_.homedir(), '.aws');
    const regionFrom = (kind, variable) => regionIn((0,source_text/* sourceText */.r)(valueIn(variables, variable) ?? external_node_path_.join(folder, kind)), kind, profile);
    return regionFrom('credentials', 'AWS_SHARED_CREDENTIALS_FILE') || regionFrom('config', 'AWS_CONFIG_FILE');
}
/** The region in a file's section, the last one if there are several. Takes linear time, whatever the file holds. */
function regionIn(text, kind, profile) {
    let found;
    let nested = false;
    for (const line of (profileBody(withoutShadowed(text), kind, profile) ?? '').split(/\r?\n/)) {
        const { key, value } = settingIn(line);
        // A setting that is indented below one without a value belongs to that: `s3 =`.
        if (key === '' || (nested && /^\s/.test(line)))
            continue;
        nested = value === '';
        if (key.toLowerCase() === 'region' && !nested)
            found = value.replace(/^(["'])(.*)\1$/, '$2');
    }
    return found;
}
/** In `config`, `[profile default]` counts and `[default]` does not, if it has both. */
function withoutShadowed(text) {
    const lines = text.split('\n');
    if (!lines.some(line => /^\s*\[\s*profile\s+default\s*\]/.test(line)))
        return text;
    return lines.map(line => line.replace(/^\s*\[default\]/, '[]')).join('\n');
}
/** `key = value # comment`; the key is '' if the line is no setting. */
function settingIn(line) {
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(equals, 0)).trim();
    const rest = line.slice(equals + 1).trim();
    const comment = rest.search(/\s[#;]/);
    return { key: /^[#;]/.test(key) ? '' : key, value: (comment < 0 ? rest : rest.slice(0, comment)).trim() };
}

// EXTERNAL MODULE: ./lib/workspace-files.js
var workspace_files = __nccwpck_require__(7332);
;// CONCATENATED MODULE: ./lib/sst/dotenv.js
// The text is kept as one character a byte, because godotenv looks at names byte by byte; what it reads rune by rune
// is matched by the bytes' patterns in UTF-8.
/** What is between statements: comments, and white space by Go's unicode.IsSpace. */
const BETWEEN = /(?:#[^\n]*|[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)*/y;
/** The white space inside a line. */
const BLANK = /(?:[\t\v\f\r ]|\xc2[\x85\xa0])*/y;
const EXPORT = /export(?:[\t\v\f\r ]|\xc2[\x85\xa0])+/y;
const LINE = /[^\n\r]*/y;
/** The bytes that are allowed in a name: ASCII and, byte for byte, Latin-1 letters and digits, `_`, `.` and white space. */
const NAME = /[\w.\t\v\f\r \x85\xa0\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\xff]*/y;
/**
 * Reads a .env file as SST does, which has it read by godotenv 1.5.1 (the version in SST 4.17.1's build information).
 * Its dialect is nobody else's: `NAME: value` counts; `$NAME` expands from what the same file said before, never from
 * the environment; a comment needs white space before it and begins at the last such `#`; quoted values span lines; one
 * statement that is not taken, and nothing of the file is.
 *
 * The readers for Node (`dotenv` and its like) take what matches a pattern and walk past the rest, so there is nothing
 * to close at their edges: names, comments, quotes, escapes and errors all differ. So it is written out here. 600,000
 * random texts were read alike by both; `__tests__/sst/dotenv-cases.ts` has those that a person would think of.
 *
 * @param bytes the file as it is on disk. @throws RangeError if a value expands to more than 1 MB.
 */
function readDotenv(bytes) {
    const text = bytes.toString('latin1').replaceAll('\r\n', '\n');
    const entries = new Map();
    let line = 1;
    let counted = 0;
    for (let at = after(BETWEEN, text, 0); at < text.length;) {
        line += text.slice(counted, at).split('\n').length - 1;
        counted = at;
        const name = readName(text, at);
        const value = name && readValue(text, name.end, entries);
        if (!value)
            return { kind: 'ignored', line };
        entries.set(name.name, { value: value.value, line });
        at = after(BETWEEN, text, value.end);
    }
    entries.delete(''); // A last line without `=`: read, but no variable can be named so.
    return { kind: 'read', entries };
}
/** The end of what the sticky pattern matches from there on. */
function after(pattern, text, from) {
    pattern.lastIndex = from;
    return from + (pattern.exec(text)?.[0].length ?? 0);
}
function readName(text, from) {
    const start = after(EXPORT, text, from);
    const end = after(NAME, text, start);
    if (start === text.length)
        return undefined;
    // Without a sign until the end of the file there is no name, and all of it is the value.
    if (end === text.length)
        return { name: '', end: start };
    if (text[end] !== '=' && text[end] !== ':')
        return undefined;
    return { name: withoutEnd(decode(text.slice(start, end)), /[\s\x85]/), end: after(BLANK, text, end + 1) };
}
function readValue(text, from, entries) {
    const quote = text[from];
    if (quote !== '"' && quote !== "'") {
        const end = after(LINE, text, from);
        const line = decode(text.slice(from, end));
        // A comment begins at the last `#` that follows white space.
        const [, uncommented = line] = /^(.*[\t\v\f\r \x85\xa0])#/.exec(line) ?? [];
        return { value: expand(trim(uncommented), entries), end };
    }
    for (let end = text.indexOf(quote, from + 1); end >= 0; end = text.indexOf(quote, end + 1)) {
        if (text[end - 1] === '\\')
            continue;
        const inner = decode(text.slice(from, end));
        const value = inner.replace(new RegExp(`${quote}+$`), '').replace(new RegExp(`^${quote}+`), '');
        return { value: quote === '"' ? expand(unescaped(value), entries) : value, end: end + 1 };
    }
    return undefined;
}
function trim(text) {
    return withoutEnd(text.replace(/^[\t\v\f\r \x85\xa0]+/, ''), /[\t\v\f\r \x85\xa0]/);
}
/** The text without such characters at its end. A pattern with `+$` would take quadratic time. */
function withoutEnd(text, blank) {
    let end = text.length;
    while (end > 0 && blank.test(text[end - 1] ?? ''))
        end -= 1;
    return text.slice(0, end);
}
function unescaped(text) {
    return text
        .replaceAll(/\\([^\n])/gu, (whole, char) => (char === 'n' ? '\n' : char === 'r' ? '\r' : whole))
        .replaceAll(/\\([^$])/gu, '$1');
}
/** What a value can become by expansion, in characters. */
const MOST_EXPANDED = 2 ** 20;
/** @throws RangeError if the value becomes too long: each name can stand for many others. */
function expand(text, entries) {
    let left = MOST_EXPANDED;
    return text.replaceAll(/(\\)?\$(\()?\{?([A-Z0-9_]+)?\}?/g, (whole, escaped, _parenthesis, name) => {
        if (escaped)
            return whole.slice(1);
        if (!name)
            return whole;
        const value = entries.get(name)?.value ?? '';
        left -= value.length;
        if (left < 0)
            throw new RangeError('expands to more than 1 MB');
        return value;
    });
}
function decode(bytes) {
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/sst/environment.js
// Of this step alone: the next one, in which SST runs, does not have them.
const OF_THIS_STEP = /^(ACTIONS_(RUNTIME|CACHE|RESULTS|STEP|RUNNER)_.*|GITHUB_ACTION_PATH|GITHUB_ACTION_REF|GITHUB_ACTION_REPOSITORY)$/i;
/** The runner sets these for each step, over variables of the job that have the same name. */
const PER_STEP = /^(INPUT|STATE)_/i;
/** Files that the runner reads commands from. There is no path to them in the sandbox, and no need to know one. */
const COMMAND_FILE = /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/;
// What GitHub and the runner set for everybody, and what steers AWS and SST: none of it is a secret, all of it is
// what configs decide by. (Tokens of the runner carry a name that is caught before: ACTIONS_ID_TOKEN_REQUEST_TOKEN.)
const KNOWN = /^(CI|GITHUB_(ACTIONS?|ACTOR(_ID)?|API_URL|BASE_REF|EVENT_NAME|EVENT_PATH|GRAPHQL_URL|HEAD_REF|JOB|REF(_NAME|_PROTECTED|_TYPE)?|REPOSITORY(_ID|_OWNER|_OWNER_ID)?|RETENTION_DAYS|RUN_(ATTEMPT|ID|NUMBER)|SERVER_URL|SHA|TRIGGERING_ACTOR|WORKFLOW(_REF|_SHA)?|WORKSPACE)|RUNNER_(ARCH|DEBUG|ENVIRONMENT|NAME|OS|TEMP|TOOL_CACHE|TRACKING_ID|WORKSPACE)|AWS_(REGION|DEFAULT_REGION|PROFILE|DEFAULT_PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE)|SST_(STAGE|RUN_ID|AWS_NO_PROFILE)|NODE_ENV|PATH|HOME|PWD|USER|SHELL|LANG|TERM|TMPDIR|HOSTNAME|LOGNAME)$/;
/** What tells anywhere in a name that the value is a secret. */
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|WEBHOOK|COOKIE|KUBECONFIG|NETRC|NPMRC/i;
/** What tells it as a word of the name: `SSH_KEY` is a secret, `MONKEY` and `AUTHOR` are none. */
const SECRET_WORDS = new Set(('KEY KEYS PASS PWD PW PIN OTP PAT CRED CREDS AUTH PRIVATE CERT CERTS CERTIFICATE SIGNATURE SIGNING SALT SESSION JWT ' +
    'BEARER DSN CONNECTION CONN URI MONGO MONGODB REDIS POSTGRES PG MYSQL AMQP LICENSE LICENCE PEM PFX P12 VAULT SEED MNEMONIC').split(' '));
/** Forms that tell in a value that it is a secret, whatever the name. */
const SECRET_VALUE = /-----BEGIN|\beyJ[\w-]{8,}|\b(A3T[A-Z0-9]|AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}|\bgh[opsur]_|\bgithub_pat_|\bgl(pat|dt|ft)-|\bxox[abeoprs]-|\b[srp]k_(live|test)_|\bwhsec_|\bnpm_[A-Za-z0-9]{20,}|\bpypi-|\bdop_v1_|\bhf_[A-Za-z]{20,}|\bSG\.|\bsk-[A-Za-z0-9_-]{16,}|\bAIza|\bya29\.|:\/\/[^/\s@]*:[^/\s@]*@|:\/\/[^/\s@:]{16,}@|hooks\.slack\.com|discord(app)?\.com\/api\/webhooks|[?&;](sig|token|key|password|secret|code)=/i;
/** What stands for a secret: a text of the same truth. */
const PLACEHOLDER = 'hidden-by-sst-creds';
/**
 * The environment that `app()` is evaluated with: what it will have in the next step, with a placeholder for
 * everything that is or might be a secret. A placeholder is empty if the value is empty, so that a question such as
 * `process.env.AWS_ACCESS_KEY_ID ? … : …` has the same answer. `INPUT_*` and `STATE_*` are left out: this step cannot
 * tell its own from those of the job.
 *
 * @param variables the next step's, with the credentials that will be exported (whatever their value: it is hidden).
 */
function environmentForApp(variables) {
    const environment = {};
    // The variables that have a placeholder, and those of which nobody knows whether the next step has them. True if the
    // value might be a word, and not drawn at random: then a config might compare it with one.
    const hidden = new Map();
    for (const [name, { value, by }] of variables) {
        if (by === 'job' && OF_THIS_STEP.test(name))
            continue;
        const unknown = by === 'job' && PER_STEP.test(name);
        const secret = value !== '' && isSecret(name, value);
        if (unknown)
            hidden.set(name, true);
        else
            environment[name] = secret ? PLACEHOLDER : value;
        if (!unknown && secret)
            hidden.set(name, by !== 'step' && !looksSecret(value));
    }
    return { environment, hidden };
}
function isSecret(name, value) {
    if (COMMAND_FILE.test(name))
        return true;
    if (KNOWN.test(name) || /^(true|false|yes|no|on|off|0|1)$/i.test(value))
        return false;
    const words = name
        .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
        .toUpperCase()
        .split(/[^A-Z\d]+/);
    return SECRET_NAME.test(name) || words.some(word => SECRET_WORDS.has(word)) || looksSecret(value);
}
/**
 * Whether the value has the form of a secret, or a word that looks drawn at random: long, and letters and digits mixed
 * (a key in hex, base64 or base62), or very long. An account's number, a version, a path or a sentence is none.
 */
function looksSecret(value) {
    if (SECRET_VALUE.test(value))
        return true;
    return value.split(/[^A-Za-z0-9+/=_-]+/).some(word => {
        const dense = word
            .split(/[/_-]/)
            .some(part => part.length >= 16 && /\d/.test(part) && /[A-Za-z]/.test(part));
        const mixed = word.length >= 20 && /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
        return dense || mixed || /^[0-9a-f]{32,}$/i.test(word);
    });
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./lib/sst/sandbox/request.js
const LIMITS = {
    milliseconds: 15_000,
    megabytes: 256,
    modules: 2_000,
    fileBytes: 10 * 2 ** 20,
};

;// CONCATENATED MODULE: ./lib/sst/evaluate.js




/** How much longer than the interpreter the thread has, in milliseconds: the interpreter stops by itself. */
const GRACE = 1_000;
/** So much for new objects, in megabytes, that a usual config needs no garbage collection, which takes 15 ms. */
const YOUNG_GENERATION = '--min-semi-space-size=16';
/**
 * Starts the thread that evaluates a config in the interpreter. Starting a thread takes 30 ms of processor time (measured).
 * In the step's own thread a config that computes for 3 s would delay the role's request, the timeout and the answer to
 * a signal by 3 s; in one of its own it delays none of them.
 */
function startSandbox(limits = LIMITS) {
    (0,external_node_v8_namespaceObject.setFlagsFromString)(YOUNG_GENERATION);
    const worker = new external_node_worker_threads_.Worker(script(), {
        env: {},
        execArgv: [],
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const ended = new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', (error) => {
            if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
                resolve({ kind: 'out of memory' });
            else
                reject(error);
        });
        worker.once('exit', code => resolve({ kind: 'ended', code }));
    });
    ended.catch(() => { }); // `evaluate` throws it.
    return {
        async evaluate(request) {
            const { milliseconds } = limits;
            worker.postMessage({ request, limits });
            const outOfTime = { kind: 'out of time', milliseconds };
            const late = (0,promises_.setTimeout)(milliseconds + GRACE, outOfTime, { ref: false });
            try {
                return await Promise.race([ended, late]);
            }
            finally {
                void worker.terminate();
            }
        },
        /** Ends the thread unused. */
        stop() {
            void worker.terminate();
        },
    };
}
/** In dist/ a bundle of its own beside main's; in src/ the file itself. */
function script() {
    const self = import.meta.url;
    return self.endsWith('.ts') ? new URL('sandbox/worker.ts', self) : new URL('../worker/index.js', self);
}

;// CONCATENATED MODULE: ./lib/sst/find-config.js


/** The name that SST looks for. */
const CONFIG = 'sst.config.ts';
/**
 * Finds the config as SST does: in the folder where it is run, or the nearest folder above it, up to the root of the
 * file system (SST 4.17.1, measured).
 *
 * @param directory absolute: where `sst` will be run. @returns the config's absolute path, or undefined.
 */
function findConfig(directory) {
    for (let folder = directory;; folder = external_node_path_.dirname(folder)) {
        const candidate = external_node_path_.join(folder, CONFIG);
        if ((0,external_node_fs_.statSync)(candidate, { throwIfNoEntry: false })?.isFile())
            return candidate;
        if (external_node_path_.dirname(folder) === folder)
            return undefined;
    }
}
/** How far a search below goes: enough for a monorepo, and an end in any folder. */
const MOST_FOLDERS = 2_000;
const MOST_FOUND = 10;
/**
 * Finds configs in the folders below, for a message: those nearer to the top first. Folders of packages, hidden folders
 * and symbolic links are left out; after 2,000 folders it ends.
 *
 * @param directory absolute. @returns absolute paths.
 */
function configsBelow(directory) {
    const found = [];
    const folders = [directory];
    for (const [looked, folder] of folders.entries()) {
        if (looked === MOST_FOLDERS || found.length >= MOST_FOUND)
            break;
        for (const entry of entriesOf(folder)) {
            const file = external_node_path_.join(folder, entry.name);
            if (entry.isFile() && entry.name === CONFIG)
                found.push(file);
            if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
                folders.push(file);
        }
    }
    return found.sort();
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return []; // Not to be read.
    }
}

;// CONCATENATED MODULE: ./lib/sst/resolve.js


/** Login names that SST does not make a stage of. */
const ASKED_FOR = new Set(['root', 'admin', 'prod', 'dev', 'production']);
/**
 * Determines the stage as SST 4.17.1 does (measured): the first source that is not empty decides, valid or not.
 *
 * @param input what the workflow gives to `sst --stage`, and what is exported as SST_STAGE. @param fromEvent whether it was
 * derived from the event, for `auto`. @param variable SST_STAGE as the next step will see it, `.env` in the working directory
 * included. @param personal the text of `.sst/stage` beside the config. @param login the user that the job runs as.
 */
function resolveStage(sources) {
    const { input, fromEvent, variable, personal, login } = sources;
    const guess = login?.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') ?? '';
    const candidates = [
        { name: input, from: fromEvent ? 'event' : 'input' },
        { name: variable, from: 'SST_STAGE' },
        { name: personal?.trim(), from: '.sst/stage' },
        { name: ASKED_FOR.has(guess) ? '' : guess, from: 'login name' },
    ];
    for (const { name, from } of candidates)
        if (name)
            return { kind: /[^a-zA-Z0-9-]/.test(name) ? 'invalid' : 'valid', stage: { name, from } };
    return { kind: 'unknown', login };
}
/** The variables of the credentials, in the order in which a person would look for them. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/**
 * Decides whose credentials SST uses, as its AWS provider does (4.17.1, measured): `providers.aws.profile`, unless
 * SST_AWS_NO_PROFILE is set to anything; AWS_PROFILE takes precedence over it, whatever else is set; without a profile
 * the keys in the environment. AWS_DEFAULT_PROFILE does not count.
 *
 * @param variables as they are when SST has read all of its .env files.
 * @returns undefined for the keys in the environment, if no file has overwritten them.
 */
function credentialsOf(app, variables, sst) {
    const profile = valueIn(variables, 'SST_AWS_NO_PROFILE') ? undefined : app?.aws?.profile;
    const named = valueIn(variables, 'AWS_PROFILE');
    if (profile && !(named && (0,versions/* does */.YL)(sst, 'prefersAwsProfile')))
        return { profile, by: 'config' };
    const variable = named ? 'AWS_PROFILE' : KEYS.find(name => variables.get(name)?.place);
    if (variable === undefined)
        return undefined;
    const { by = 'job', place } = variables.get(variable) ?? {};
    return { profile: named, variable, by: by === 'job' || by === 'step' ? 'AWS_PROFILE' : by, place };
}
/** What SST uses if nothing names a region. */
const DEFAULT_REGION = 'us-east-1';
/**
 * Decides the region: `providers.aws.region`, AWS_REGION, AWS_DEFAULT_REGION, the region of the profile in the AWS
 * config file, us-east-1 (SST 4.17.1 with the AWS SDK for Go 1.27, measured).
 *
 * @param config its path, as a person sees it. @param profile that SST uses; undefined for none.
 * @param ofProfile the region that the AWS config file gives a profile.
 */
function regionOf({ app, config, variables }, profile, ofProfile) {
    if (app?.aws?.region)
        return { name: app.aws.region, from: 'sst.config.ts', place: { file: config } };
    for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
        const { value: name, by, place } = variables.get(variable) ?? {};
        if (name && by)
            return { name, from: by === 'step' ? 'aws-region' : by === 'job' ? 'environment' : by, place };
    }
    const name = ofProfile(profile ?? valueIn(variables, 'AWS_DEFAULT_PROFILE') ?? 'default');
    return name ? { name, from: 'AWS config file' } : { name: DEFAULT_REGION, from: 'default' };
}
/** Whether a request can be sent to a region of that name: it becomes a label of the host's name. */
function isRegionName(name) {
    return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name);
}

;// CONCATENATED MODULE: ./lib/sst/source-locations.js



/** The path as a person sees it: relative to the workspace, if it is inside. Both absolute. */
function shownPath(file, workspace) {
    return (0,workspace_files/* isInside */.F)(file, workspace) ? external_node_path_.relative(workspace, file).split(external_node_path_.sep).join('/') || '.' : file;
}
/** Places in the user's repository, as annotations name them. */
class SourceLocations {
    #files;
    /** The path as a person sees it. */
    show;
    /** The config as a whole. */
    config;
    /** @param config absolute. @param loaded the files of the project that the config loaded, as the child says. */
    constructor(workspace, config, loaded) {
        this.show = file => shownPath(file, workspace);
        this.#files = [config, ...loaded.filter(file => file !== config && (0,workspace_files/* isInside */.F)(file, workspace))];
        this.config = this.at(config, 1);
    }
    at(file, line, column) {
        return { file: this.show(file), line, column };
    }
    /** The file, at the first place in which it imports this. */
    ofImport(file, specifier) {
        const text = (0,source_text/* sourceText */.r)(file);
        const quoted = [...text.matchAll(/(?:from|import|require)\s*\(?\s*(["'`])([^"'`\n]*)\1/g)];
        const found = quoted.find(([, , name]) => name === specifier);
        if (!found)
            return this.at(file, 1);
        const before = text.slice(0, found.index + found[0].length - specifier.length - 2).split('\n');
        return this.at(file, before.length, (before.at(-1)?.length ?? 0) + 1);
    }
    /**
     * The property of what `app()` returns, or the nearest thing to it that is there.
     *
     * @param property `providers.aws`; '' for all of it. @param text the property's value, which tells one of several
     * apart.
     */
    async ofProperty(property, text) {
        // Only now: loading the parser takes longer than all the rest, and most configs need none.
        const { locate } = await Promise.all(/* import() */[__nccwpck_require__.e(429), __nccwpck_require__.e(318)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3318));
        const path = property === '' ? [] : property.replace(/\[.*$/, '').split('.');
        const located = locate(this.#files, path, text);
        if (!located)
            return { place: this.config };
        return { place: this.at(located.file, located.line, located.column), source: located.source };
    }
}

;// CONCATENATED MODULE: ./lib/sst/inspect.js













/** The size limits of `.env` files and of `.sst/stage`, in bytes. */
const DOTENV_BYTES = 2 ** 20;
const STAGE_BYTES = 2 ** 10;
/**
 * Reads what SST reads, in the order in which SST 4.17.1 goes about it (measured): `.env` in the working directory into
 * the gaps of the environment; the config; the stage; `.env.<stage>` beside the config over the environment;
 * `app({ stage })`; `.env` beside the config into the gaps.
 */
async function inspect_inspect(request) {
    const workspace = (0,external_node_fs_.realpathSync)(request.workspace);
    const workingDirectory = (0,external_node_fs_.realpathSync)(request.workingDirectory);
    const found = request.config ?? findConfig(workingDirectory);
    // Without symbolic links in its folders. A link in the config's own place stays, as for SST.
    const config = found && external_node_path_.join((0,external_node_fs_.realpathSync)(external_node_path_.dirname(found)), external_node_path_.basename(found));
    const job = nextStep(request.environment, exported(request));
    const input = { input: request.stage, fromEvent: request.stageFromEvent };
    if (config === undefined) {
        const verdict = resolveStage({ ...input, variable: valueIn(job, 'SST_STAGE') });
        return { request, config, verdict, variables: job, unread: [], ignored: [], sst: versions/* UNKNOWN_SST */.eG };
    }
    const root = external_node_path_.dirname(config);
    const keptOut = runnersFolders(request.environment);
    const below = (0,workspace_files/* isInside */.F)(config, workspace) ? workspace : root;
    const files = (0,workspace_files/* workspaceFiles */.P)(below, keptOut, true);
    const sst = (0,versions/* installedSst */.Nc)(root, below, files);
    const reader = settingsReader(files, workspace);
    // Only if anybody will ask what the config says: the guard, or the bootstrap for its region.
    const { guard, bootstrap, region } = request;
    const isWanted = guard !== 'off' || bootstrap !== 'skip' || region === undefined;
    const sandbox = isWanted ? startSandbox() : undefined;
    const here = reader.dotenv(external_node_path_.join(workingDirectory, '.env'), '.env');
    const started = fillGaps(job, here);
    const verdict = resolveStage({
        ...input,
        variable: valueIn(started, 'SST_STAGE'),
        personal: reader.text(external_node_path_.join(root, '.sst', 'stage'), STAGE_BYTES),
        login: loginName(),
    });
    const stage = verdict.kind === 'valid' ? verdict.stage.name : undefined;
    const ofStage = stage
        ? reader.dotenv(external_node_path_.join(root, `.env.${stage}`), '.env.<stage>')
        : new Map();
    const staged = (0,versions/* does */.YL)(sst, 'overridesByStageFile') ? layOver(started, ofStage) : fillGaps(started, ofStage);
    const beside = root === workingDirectory ? here : reader.dotenv(external_node_path_.join(root, '.env'), '.env');
    const evaluation = stage === undefined
        ? sandbox?.stop()
        : await sandbox?.evaluate({
            config,
            workspace: below,
            keptOut,
            directory: workingDirectory,
            stage,
            ...environmentForApp(staged),
        });
    return {
        request: { ...request, workspace, workingDirectory },
        /** Absolute; undefined if there is none. */
        config,
        verdict,
        /** The variables as SST has them when all of its .env files are read. */
        variables: fillGaps(staged, beside),
        unread: reader.unread,
        ignored: reader.ignored,
        /** The SST that the project is judged by. */
        sst,
        /** Undefined if the config was not evaluated. */
        evaluation,
    };
}
/** The folders of the runner's files (commands, tokens, other steps' scripts), which might be in the workspace. */
function runnersFolders(environment) {
    const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
    const folders = [
        environment['RUNNER_TEMP'],
        ...files.map(name => environment[name] && external_node_path_.dirname(environment[name])),
    ];
    return folders.flatMap(folder => (folder && external_node_path_.isAbsolute(folder) ? [folder] : []));
}
/** What this step will export, as far as it is known before there are credentials: that they are there is. */
function exported(request) {
    const { exportsKeys, exportsProfile, region, stage, guard, environment } = request;
    const runId = (0,context/* sstRunId */.b2)(environment);
    const held = 'exported';
    return {
        ...(exportsKeys ? { AWS_ACCESS_KEY_ID: held, AWS_SECRET_ACCESS_KEY: held, AWS_SESSION_TOKEN: held } : {}),
        ...(exportsKeys && exportsProfile ? { AWS_PROFILE: exportsProfile } : {}),
        ...(exportsKeys && region ? { AWS_REGION: region, AWS_DEFAULT_REGION: region } : {}),
        ...(stage ? { SST_STAGE: stage } : {}),
        ...(runId ? { SST_RUN_ID: runId } : {}),
        ...(guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {}),
    };
}
/** Reads the files that SST itself reads, and notes those from which it gets nothing. */
function settingsReader(files, workspace) {
    /** The files that SST reads and this step does not, each with the reason: `.env is larger than 1 MB`. */
    const unread = [];
    /** The statements that SST's reader cannot parse, each in a .env file that SST therefore ignores. */
    const ignored = [];
    const read = (file, most) => {
        const found = files.read(file, most);
        if (found.kind === 'refused')
            unread.push(`${shownPath(file, workspace)} ${found.because}`);
        return found.kind === 'read' ? found.content : undefined;
    };
    return {
        unread,
        ignored,
        text: (file, most) => read(file, most)?.toString('utf8'),
        dotenv(path, by) {
            const file = shownPath(path, workspace);
            try {
                const content = readDotenv(read(path, DOTENV_BYTES) ?? Buffer.alloc(0));
                if (content.kind === 'ignored')
                    ignored.push({ file, line: content.line });
                const entries = content.kind === 'read' ? [...content.entries] : [];
                // A value with a NUL cannot be set as a variable: SST's attempt fails, and is not looked at.
                const possible = entries.filter(([, { value }]) => !value.includes('\0'));
                return new Map(possible.map(([name, { value, line }]) => [name, { value, by, place: { file, line } }]));
            }
            catch (error) {
                unread.push(`${file} ${error.message}`);
                return new Map();
            }
        },
    };
}
/** The name of the user that the job runs as; undefined if the system knows none (a container's numeric user). */
function loginName() {
    try {
        return external_node_os_.userInfo().username;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/sst/refusals.js




const refusedIf = (condition, refusal) => (condition ? [refusal] : []);
/**
 * What SST would refuse of what `app()` returned, in SST's own order: its JSON reader, `New` and `LoadHome` of
 * pkg/project/project.go, the provider's `Init`. SST stops at the first.
 *
 * @param json null for undefined.
 */
async function refusalsOf(json, surroundings) {
    const { sst, isAsync, nameBefore } = surroundings;
    const notAwaited = refusedIf(isAsync && !(0,versions/* does */.YL)(sst, 'awaitsApp'), {
        what: `\`app()\` is async, and SST ${sst.version} does not await it: it finds no name.`,
        next: 'Make it `app(input)`, without `async` and `await`, or install SST 3.11.1 or newer.',
    });
    if (notAwaited.length > 0)
        return notAwaited;
    const returned = (0,sst_json/* objectOf */.Xy)((0,sst_json/* parsed */.Yz)(json));
    if (!returned)
        return [{ what: '`app()` returns no object.', next: 'Return one with `name` and `home`.' }];
    const types = badFields(returned, sst);
    if (types.length > 0)
        return types;
    const text = (field) => (0,sst_json/* textField */.M8)(returned, field) ?? '';
    const [name, home, removal, range] = [text('name'), text('home'), text('removal'), text('version')];
    const isTaken = isAppName(name, sst);
    const retention = retentionsIn(returned).at(-1);
    const isIn = range === '' || (await (0,versions/* isInRange */.h$)(sst, range));
    const providers = (0,sst_json/* objectOf */.Xy)((0,sst_json/* mergedField */.nY)(returned, 'providers')) ?? {};
    return [
        ...Object.entries(providers).flatMap(([provider, value]) => providerRefusals(provider, value, sst)),
        ...refusedIf(name === '', {
            what: '`app()` returns no `name`, which SST requires.',
            next: 'Add `name: "my-app"` to what it returns.',
        }),
        ...refusedIf(name !== '' && !isTaken, {
            property: 'name',
            what: `The app's name is ${(0,lib_text/* quoted */.TL)(name)}, which SST refuses.`,
            next: 'A name starts with a letter, and has letters, digits and hyphens only.',
        }),
        ...refusedIf(isTaken && ![undefined, name].includes(nameBefore) && (0,versions/* does */.YL)(sst, 'comparesAppName'), {
            property: 'name',
            what: `The app's name is ${(0,lib_text/* quoted */.TL)(name)}, but \`.sst/.pulumi/stacks\` is of ${(0,lib_text/* quoted */.TL)(nameBefore ?? '')}: SST refuses a changed name.`,
            next: 'Write the former name, or remove the folder `.sst` before this step.',
        }),
        ...refusedIf(home === '', {
            what: '`app()` returns no `home`, which SST requires.',
            next: 'Add `home: "aws"` to what it returns.',
        }),
        ...refusedIf(text('removalpolicy') !== '', {
            property: 'removalPolicy',
            what: '`removalPolicy` has another name since SST v3, and SST refuses it.',
            next: `Write \`removal: ${(0,lib_text/* quoted */.TL)(text('removalpolicy'))}\`.`,
        }),
        ...refusedIf(typeof retention === 'number' && retention < 1 && (0,versions/* does */.YL)(sst, 'readsRetention'), {
            property: 'state.retention',
            what: `\`state.retention\` is ${retention}, which SST refuses.`,
            next: 'Write a whole number from 1, or leave it out.',
            since: 'readsRetention',
        }),
        ...refusedIf(isIn === 'no range', {
            property: 'version',
            what: `\`version\` is ${(0,lib_text/* quoted */.TL)(range)}, which is not a version range.`,
            next: 'Write one such as `version: ">= 4.5"`, or leave it out.',
        }),
        ...refusedIf(isIn === false, {
            property: 'version',
            what: `\`version\` in the config is ${(0,lib_text/* quoted */.TL)(range)}, but ${sst.installed ? `SST ${sst.version} is installed` : `the newest SST that this step knows is ${sst.version}`}: SST refuses to run.`,
            next: sst.installed
                ? 'Change `version`, or install an SST that it allows.'
                : `${(0,versions/* noVersion */.yV)(sst)}. Install yours before this step (\`npm ci\`), or change \`version\`.`,
        }),
        ...refusedIf(!['', 'remove', 'retain', 'retain-all'].includes(removal), {
            property: 'removal',
            what: `\`removal\` is ${(0,lib_text/* quoted */.TL)(removal)}, which SST does not know.`,
            next: 'Write "remove", "retain" or "retain-all".',
        }),
        ...awsRefusals((0,sst_json/* objectOf */.Xy)(providers['aws']) ?? {}, surroundings),
        ...refusedIf(!['', 'aws', 'cloudflare', 'local'].includes(home), {
            property: 'home',
            what: `\`home\` is ${(0,lib_text/* quoted */.TL)(home)}, which SST does not know.`,
            next: 'Write "aws", "cloudflare" or "local".',
        }),
    ];
}
function badType(property, takes) {
    return {
        property,
        what: `\`${(0,lib_text/* plain */.pj)(property)}\` has the wrong type; SST would fail.`,
        next: `Write ${takes}, or leave it out (\`undefined\`, not \`null\`).`,
    };
}
/** Fields that Go's JSON reader cannot read into the type of SST's `App`. */
function badFields(returned, sst) {
    const check = (property, takes, isTaken, since, values = (0,sst_json/* fieldsOf */.Pf)(returned, property.toLowerCase())) => {
        const isRead = since === undefined || (0,versions/* does */.YL)(sst, since);
        const isSound = values.every(value => value === null || isTaken(value));
        return refusedIf(isRead && !isSound, badType(property, takes));
    };
    const isText = (value) => typeof value === 'string';
    const isBoolean = (value) => typeof value === 'boolean';
    const isObject = (value) => (0,sst_json/* objectOf */.Xy)(value) !== undefined;
    const isWhole = (value) => Number.isSafeInteger(value);
    const texts = ['name', 'home', 'removal', 'version', 'backend', 'removalPolicy'];
    return [
        ...texts.flatMap(name => check(name, 'a text', isText)),
        ...check('providers', 'an object', isObject),
        ...check('protect', '`true` or `false`', isBoolean, 'readsProtect'),
        ...check('state', 'an object', isObject, 'readsState'),
        ...check('state.retention', 'a whole number', isWhole, 'readsRetention', retentionsIn(returned)),
    ];
}
function retentionsIn(returned) {
    return (0,sst_json/* fieldsOf */.Pf)((0,sst_json/* objectOf */.Xy)((0,sst_json/* mergedField */.nY)(returned, 'state')) ?? {}, 'retention');
}
function providerRefusals(provider, value, sst) {
    const property = `providers.${provider}`;
    const shown = (0,lib_text/* plain */.pj)(provider);
    const add = `\`npx sst add ${shown}\` writes it for you.`;
    if (typeof value === 'boolean' && (0,versions/* does */.YL)(sst, 'refusesBooleanProviders'))
        return [
            {
                property,
                what: `\`providers.${shown}\` is \`true\` or \`false\`, which SST refuses.`,
                next: `Write the provider's version: \`${shown}: "…"\`. ${add}`,
                since: 'refusesBooleanProviders',
            },
        ];
    if (value === true || typeof value === 'string')
        return [];
    const settings = (0,sst_json/* objectOf */.Xy)(value);
    if (!settings)
        return [badType(property, "an object, or the provider's version as a text")];
    const { version } = settings;
    if (version !== undefined && version !== null && typeof version !== 'string')
        return [badType(`${property}.version`, 'a text')];
    const isOwn = provider === 'aws' || provider === 'cloudflare';
    return refusedIf(version === undefined && !isOwn && (0,versions/* does */.YL)(sst, 'wantsProviderVersion'), {
        property,
        what: `\`providers.${shown}\` has no \`version\`, which SST requires.`,
        next: `Add \`version: "…"\` to it. ${add}`,
        since: 'wantsProviderVersion',
    });
}
/** What breaks when the provider `aws` is initialised: Go takes these values for texts without asking. */
function awsRefusals(aws, { sst, ignoresProfile }) {
    const { profile } = aws;
    const roles = rolesIn(aws, sst).flatMap(({ fault }) => {
        if (fault === undefined)
            return [];
        const isArn = fault.endsWith('.roleArn');
        return [badType(fault, isArn ? "a role's ARN" : '2 to 64 characters out of letters, digits and _+=,.@-')];
    });
    const isBad = profile !== undefined && typeof profile !== 'string' && !ignoresProfile;
    return [...refusedIf(isBad, badType('providers.aws.profile', 'a text')), ...roles];
}

;// CONCATENATED MODULE: ./lib/sst/facts.js











/** Reads what SST reads, and draws from it what SST would use. */
async function facts_factsOf(request) {
    const inspection = await inspect_inspect(request);
    const { config = request.workingDirectory, verdict, variables, evaluation, sst, unread } = inspection;
    const answer = evaluation && 'files' in evaluation ? evaluation : undefined;
    const locations = new SourceLocations(inspection.request.workspace, config, answer?.files ?? []);
    const ofApp = answer?.kind === 'app' ? answer : undefined;
    const ofV2 = answer?.kind === 'v2' ? ((0,sst_json/* objectOf */.Xy)((0,sst_json/* parsed */.Yz)(answer.json)) ?? {}) : undefined;
    const app = ofApp && readApp(ofApp.json, sst);
    const credentials = credentialsOf(app, variables, sst);
    // The profile that this step writes will have the region that it was given.
    const ofProfile = (name) => (name === request.exportsProfile ? request.region : undefined) ?? regionOfProfile(name, variables);
    // Only old versions do not await `app()`; loading the parser takes longer than all the rest.
    const locate = ofApp && !(0,versions/* does */.YL)(sst, 'awaitsApp') ? await Promise.all(/* import() */[__nccwpck_require__.e(429), __nccwpck_require__.e(318)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3318)) : undefined;
    const isAsync = locate?.isAppAsync(config) === true;
    const ignoresProfile = valueIn(variables, 'SST_AWS_NO_PROFILE') !== undefined;
    const surroundings = { sst, isAsync, nameBefore: appNameBefore(config), ignoresProfile };
    const notRead = unread.map(what => ({ what }));
    return {
        ...inspection,
        locations,
        stage: verdict.kind === 'valid' ? verdict.stage : undefined,
        /** Undefined if the config was not evaluated, or did not finish. */
        answer,
        /** Undefined if `app()` was not evaluated, or could not be. */
        app,
        /** The profile and region that an SST v2 config names. */
        v2: ofV2 && { profile: (0,sst_json/* textOf */.b6)(ofV2, 'profile'), region: (0,sst_json/* textOf */.b6)(ofV2, 'region') },
        refusals: ofApp ? await refusalsOf(ofApp.json, surroundings) : [],
        /** What SST takes its credentials from; undefined for the keys that this step exports. */
        credentials,
        /** Whether SST initialises AWS. If that is not known, it is assumed. */
        usesAws: app === undefined || app.aws !== undefined,
        region: regionOf({ app, config: locations.config.file, variables }, credentials?.profile, ofProfile),
        /** Why it is not known which profile SST will use; empty if it is known. */
        unchecked: [...notRead, ...(ofApp ? notGiven(ofApp, locations) : [])],
    };
}
/** What the interpreter did not give to the config, or could not know. */
function notGiven({ unchecked }, locations) {
    return unchecked.map(({ what, name, at }) => {
        const shown = external_node_path_.isAbsolute(name) ? locations.show(name) : name;
        return {
            what: `the config ${what} ${shown}${at ? ` (${locations.show(at.file)}:${at.line})` : ''}`,
            place: at && locations.at(at.file, at.line, at.column),
        };
    });
}
/** The app's name in a local state beside the config: SST takes the first entry of `.sst/.pulumi/stacks`. */
function appNameBefore(config) {
    try {
        return (0,external_node_fs_.readdirSync)(external_node_path_.join(external_node_path_.dirname(config), '.sst', '.pulumi', 'stacks')).sort()[0];
    }
    catch {
        return undefined; // A checkout has none.
    }
}

// EXTERNAL MODULE: ./lib/sst/messages.js
var sst_messages = __nccwpck_require__(2664);
;// CONCATENATED MODULE: ./lib/sst/sandbox/messages.js
// Errors of a config that is evaluated, which ../evaluation-failure.ts recognises.
const NO_APP = 'the config has no default export with an app() function';
const NEVER_SETTLES = 'it waits for a promise that never resolves';

;// CONCATENATED MODULE: ./lib/sst/evaluation-failure.js






const because = (what, ...next) => ({ what, next });
/** What SST defines for `run()` alone. */
const OF_RUN = /^(sst|aws|cloudflare|pulumi|random|vercel|stripe|\$(app|dev|stage|util|resolve|asset|concat|interpolate|jsonParse|jsonStringify|transform|linkable|output|print|name))$/;
/** Errors that an engine throws by itself; their texts are the engine's, not the config's. */
const OF_THE_ENGINE = /^(Type|Reference|Range|Syntax|URI|Eval|Internal)Error$/;
const DEPLOY_FAILS = '`sst deploy` fails on it too.';
const evaluation_failure_LIMITS = 'A config can read the files of the repository. It cannot read `.git` or secrets, write files, start programs or use the network.';
/** What to say if the config could not be evaluated: the kind of failure, its place, and the fix. */
async function onFailure(facts) {
    const { locations, request } = facts;
    const { what, next, place = locations.config } = await explained(facts);
    return { ...(0,sst_messages/* notEvaluated */.JB)(what, next, request.guard), place };
}
function explained(facts) {
    const { evaluation } = facts;
    switch (evaluation?.kind) {
        case 'out of time':
            return because(`\`app()\` did not finish within ${evaluation.milliseconds / 1000} s.`, 'The guard evaluates the config without network: check whether it waits for an answer.');
        case 'too long':
            return because(`A line of what the config prints or returns is longer than ${evaluation.characters} bytes, and SST reads no longer one.`, 'Return settings only.');
        case 'out of memory':
            return because('`app()` ran out of memory.', 'Load less in the config.');
        case 'error':
            return thrown(evaluation, facts);
        default:
            return ended(evaluation?.kind === 'ended' ? evaluation.code : null);
    }
}
/** @param code with which the process ends; 0 if SST got no answer; null if the interpreter broke. */
function ended(code) {
    return code === null
        ? because('The check of the config broke off before `app()` returned.', 'Load less in the config.')
        : because(code === 0
            ? 'SST gets no answer: the config calls `process.exit(0)` before `app()` has returned, or leaves a `console.group` open.'
            : `The config calls \`process.exit(${code})\` or sets \`process.exitCode\`, which SST takes for a failure.`, `Throw an error instead, which SST shows. ${DEPLOY_FAILS}`);
}
async function thrown(answer, facts) {
    const { config = '', locations } = facts;
    const { at } = answer;
    const files = [config, ...answer.files.filter(file => file !== config)];
    const located = (await invalidFile(answer, files, facts)) ?? missingModule(answer, files, facts);
    if (located)
        return located;
    const [, notJson] = /^(\S.*) is not valid JSON$/.exec(answer.message) ?? [];
    if (notJson)
        return because(`${(0,lib_text/* plain */.pj)(locations.show(notJson), 300)} is not valid JSON.`, `Correct it: ${DEPLOY_FAILS}`);
    const line = at ? ((0,source_text/* sourceText */.r)(at.file).split('\n')[at.line - 1] ?? '').trim() : '';
    const explanation = refusedTo(answer, facts) ?? withoutPlace(answer, line, files, facts);
    return at ? { ...explanation, place: locations.at(at.file, at.line, at.column) } : explanation;
}
/** The first file with a syntax error, or with syntax that only the interpreter does not know, at its line and column. */
async function invalidFile({ name }, files, { locations }) {
    if (name !== 'SyntaxError')
        return undefined;
    const { syntaxFault, unknownSyntax } = await Promise.all(/* import() */[__nccwpck_require__.e(429), __nccwpck_require__.e(916)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4535));
    for (const [find, words] of [[syntaxFault, invalid], [unknownSyntax, unknown]]) {
        for (const file of files) {
            const found = find((0,source_text/* sourceText */.r)(file), file);
            if (found)
                return { ...words(found.reason), place: locations.at(file, found.line, found.column) };
        }
    }
    return undefined;
}
/** @param reason the parser's. */
function invalid(reason) {
    const [, expected] = /^Unexpected token, expected (.*)$/.exec(reason) ?? [];
    const why = expected ? `: ${(0,lib_text/* plain */.pj)(expected, 40)} is expected here` : `: ${(0,lib_text/* plain */.pj)(reason, 300)}`;
    return because(`This is not valid TypeScript${reason === 'Unexpected token' ? '' : why}.`, `Correct it: ${DEPLOY_FAILS}`);
}
/** @param syntax that the interpreter does not know, as a noun. */
function unknown(syntax) {
    return because(`The config uses ${syntax}, which this check cannot evaluate, although SST can.`, 'Write the files that `app()` loads without it, or load this file in `run()`.');
}
/** An import of a missing module is not in the stack: its place is the line that names it. */
function missingModule({ message, code }, files, { locations }) {
    const [, quotedName = '', file = ''] = /^Cannot find ("[^"]*"), imported from (.*)$/.exec(message) ?? [];
    if (quotedName === '' && !/MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED/.test(code ?? ''))
        return undefined;
    const specifier = quotedName.slice(1, -1);
    const explanation = /^[./#~]|^@\//.test(specifier)
        ? because(`The config imports ${(0,lib_text/* quoted */.TL)(specifier)}, and there is no such file.`, 'Correct the path, or commit the file. Upper and lower case differ on the runner. If a build creates the file, run the build before this step.')
        : because(`The config imports ${specifier ? (0,lib_text/* quoted */.TL)(specifier) : 'a package'}, which is not installed.`, 'Install the dependencies before this step (`npm ci`). If it is a package of this repository, build it before this step, too.');
    return files.includes(file) ? { ...explanation, place: locations.ofImport(file, specifier) } : explanation;
}
/** What the interpreter refused to the config, if the error is about that. */
function refusedTo(answer, { locations }) {
    const index = answer.unchecked.findIndex(({ name }) => answer.message.includes(name));
    const sentence = notGiven(answer, locations)[index]?.what;
    if (sentence === undefined)
        return undefined;
    const refused = (0,lib_text/* plain */.pj)(sentence, 1000).replace(/^t/, 'T');
    return answer.unchecked[index]?.what === 'uses'
        ? because(`${refused}, which is not available when the config is checked.`, `Do without it in \`app()\`, or move it to \`run()\`. ${evaluation_failure_LIMITS}`)
        : because(`${refused}, which this step does not allow: ${(0,lib_text/* plain */.pj)(answer.message, 1000)}.`, `${evaluation_failure_LIMITS} Move what needs more from \`app()\` to \`run()\`.`);
}
/** @param line the text of the line in which the error was thrown; empty if it is not known. */
function withoutPlace(answer, line, files, facts) {
    const { name, message, unparsed, code: errorCode = '' } = answer;
    // Syntax that the interpreter alone does not know.
    if (unparsed !== undefined)
        return unknown(files.includes(unparsed) ? `something in the line ${code(line)}` : facts.locations.show(unparsed));
    if (message === NO_APP)
        return because('The config has no default export with an `app()` function.', 'Write `export default $config({ app(input) { … }, async run() { … } })`.');
    if (message === NEVER_SETTLES)
        return because('`app()` waits for a promise that never resolves.', 'The guard evaluates the config without network and timers of its own: does it wait for an answer?');
    if (errorCode === 'ENOENT')
        return because(`The config reads a file that does not exist${line ? `, in the line ${code(line)}` : ''}.`, 'Commit the file, or create it before this step.');
    const [, unset] = /^'?([\w$]+)'? is not defined/.exec(message) ?? [];
    if (name === 'ReferenceError' && unset !== undefined)
        return notDefined(unset);
    const isNodes = /^E[A-Z_]+$|MODULE_NOT_FOUND/.test(errorCode);
    const isOwn = !isNodes && (!OF_THE_ENGINE.test(name) || /\bthrow\b/.test(line));
    const hint = unsetHint(line, message, files, facts);
    return isOwn ? own(message, hint, facts) : engine(name, line, hint);
}
function notDefined(name) {
    const used = `The config uses \`${(0,lib_text/* plain */.pj)(name, 60)}\``;
    if (!OF_RUN.test(name))
        return because(`${used}, which is not defined.`, DEPLOY_FAILS);
    const what = `${used} outside of \`run()\`. SST defines it only inside.`;
    return because(what, `Move it into \`run()\`. ${DEPLOY_FAILS}`);
}
/** The config's own error is its answer. */
function own(message, hint, { stage }) {
    const error = message ? 'an error' : 'an error without a message';
    const said = message ? `: ${(0,lib_text/* quoted */.TL)(message, 1000)}` : '';
    return because(`The config throws ${error}${stage ? ` for stage ${(0,lib_text/* plain */.pj)(stage.name)}` : ''}${said}.`, ...hint, `This is the config's own answer: ${DEPLOY_FAILS}`);
}
/** An error of the language: its line says more than its text. */
function engine(name, line, hint) {
    const article = /^[AEIO]/.test(name) ? 'an' : 'a';
    const fails = `If no variable of the deploy's environment is missing here, ${DEPLOY_FAILS}`;
    return because(`The config fails with ${article} ${(0,lib_text/* plain */.pj)(name, 40)}${line ? ` in the line ${code(line)}` : ''}.`, ...(hint.length > 0 ? hint : [fails]));
}
/** Variables of the environment that are not set: read in the line, or named by the message and read in a file. */
function unsetHint(line, message, files, { variables }) {
    const read = [...line.matchAll(/\benv\??(?:\.|\[["'])([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
    const named = (message.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? []).filter(name => files.some(file => new RegExp(`\\benv\\b.*\\b${name}\\b`).test((0,source_text/* sourceText */.r)(file))));
    const unset = [...new Set([...read, ...named])].filter(name => valueIn(variables, name) === undefined);
    const names = unset.map(name => (0,lib_text/* plain */.pj)(name, 100)).join(', ');
    return unset.length === 0
        ? []
        : [`Not set here: ${names}. Set it in the job's \`env:\`, which this step and the deploy both see.`];
}
/** A line, as Markdown and a terminal show it. */
const code = (line) => `\`${(0,lib_text/* plain */.pj)(line, 200).replaceAll('`', "'")}\``;

// EXTERNAL MODULE: ./lib/sst/guard-messages.js
var guard_messages = __nccwpck_require__(5556);
;// CONCATENATED MODULE: ./lib/sst/diagnostics.js









const diagnostic = (severity) => (problem, place = problem.place) => ({ severity, problem: { ...problem, place } });
const [stop, warning, notice] = [diagnostic('stop'), diagnostic('warning'), diagnostic('notice')];
const always = (diagnostic) => ({ ...diagnostic, always: true });
/** What is to be said of the project, in the order in which SST would come upon it. */
async function onProject(facts) {
    if (facts.config === undefined)
        return onMissingConfig(facts);
    return [
        ...onStage(facts),
        ...(await onEvaluation(facts, facts.config)),
        ...facts.ignored.map(place => notice(sst_messages/* dotenvIgnored */.Jz(place), place)),
        ...(await onRegion(facts)),
    ];
}
/** On what nobody can know: told after what is known. */
function onUnchecked({ unchecked, locations, request: { guard } }) {
    if (unchecked.length === 0)
        return [];
    const place = unchecked.find(reason => reason.place)?.place ?? locations.config;
    const reasons = unchecked.map(({ what }) => what);
    return [stopUnlessIgnored({ ...guard_messages/* notChecked */.lb(reasons, guard), place }, guard)];
}
/** With `neutralize`, SST will ignore the profile, whatever the config names. */
function stopUnlessIgnored(problem, mode) {
    return mode === 'neutralize' ? warning(problem) : stop(problem);
}
function onMissingConfig({ request, locations }) {
    const below = configsBelow(request.workingDirectory);
    const shown = locations.show(request.workingDirectory);
    if (below.length === 0)
        return [warning(sst_messages/* noConfig */.ac(shown))];
    const folders = below.map(file => locations.show(external_node_path_.dirname(file)));
    const problem = sst_messages/* configBelow */.Ev(shown, folders);
    return [request.guard === 'off' ? always(warning(problem)) : stop(problem)];
}
function onStage({ verdict }) {
    if (verdict.kind === 'unknown')
        return [stop(sst_messages/* stageUnknown */.r7(verdict.login))];
    if (verdict.kind === 'invalid')
        return [stop(sst_messages/* stageInvalid */._U(verdict.stage))];
    return verdict.stage.from === 'login name' ? [always(warning(sst_messages/* stageGuessed */.Rj(verdict.stage)))] : [];
}
/** Whether it is the source of an SST v2 config. */
function isOfV2(text) {
    const hasStacks = /\bstacks\s*[(:]/.test(text) && !text.includes('$config');
    return hasStacks || /["']sst\/constructs["']|\bSSTConfig\b/.test(text);
}
/** On the result of evaluating the config: it is of SST v2, it could not be evaluated, SST would refuse what it returns. */
async function onEvaluation(facts, config) {
    const { evaluation, request, sst, locations, answer, app, v2, refusals } = facts;
    if (!evaluation)
        return [];
    if (!app && (v2 || isOfV2((0,source_text/* sourceText */.r)(config)))) {
        const { place } = await locations.ofProperty('');
        return [stop(sst_messages/* v2Config */.EK(v2), place)];
    }
    const { file } = locations.config;
    const line = answer?.staticImport;
    // SST looks at files of that name only (measured).
    const isRefused = external_node_path_.basename(config) === 'sst.config.ts' && (0,versions/* does */.YL)(sst, 'refusesStaticImports');
    const staticImport = line !== undefined && isRefused ? [stop(sst_messages/* staticImport */.eR(sst), { file, line })] : [];
    if (!app)
        return [...staticImport, stopUnlessIgnored(await onFailure(facts), request.guard)];
    const refused = refusals.map(async (refusal) => {
        const { place } = await locations.ofProperty(refusal.property ?? '');
        return stop(sst_messages/* refused */.J5(refusal, sst), place);
    });
    return [...staticImport, ...(await Promise.all(refused)), ...(await onApp(app, facts))];
}
/** On what SST accepts without a word, and a person might not expect. */
async function onApp({ home, aws, withoutEffect }, { refusals, locations, sst }) {
    const placeOf = async (property) => (await locations.ofProperty(property)).place;
    const diagnostics = await Promise.all(withoutEffect.map(async (setting) => warning(sst_messages/* withoutEffect */.oU(setting), await placeOf(setting.setting))));
    if (aws?.unreadRoles) {
        const place = await placeOf(`providers.aws.${aws.unreadRoles}`);
        diagnostics.push(warning(sst_messages/* rolesUnread */.fJ(aws.unreadRoles, sst), place));
    }
    if (aws && aws.assumeRoles.length > 0) {
        const property = rolesProperty(sst);
        const place = await placeOf(`providers.aws.${property}`);
        diagnostics.push(always(warning(sst_messages/* rolesAssumed */.C8(aws.assumeRoles, property, sst), place)));
    }
    if (refusals.length === 0 && home !== undefined && !aws)
        diagnostics.push(always(notice(sst_messages/* noAws */.ln(home), locations.config)));
    return diagnostics;
}
/** The credentials that SST would use instead, at the place that names them. */
async function onOverride(source, facts) {
    const { locations, stage, sst, request } = facts;
    const { profile, variable = '', place = locations.config } = source;
    if (profile === undefined)
        return { ...guard_messages/* keysInFile */.sn(variable, place, request.guard, sst), place };
    if (source.by !== 'config')
        return { ...guard_messages/* profileInEnvironment */.K1(profile, source.place, request.guard), place: source.place };
    const located = await locations.ofProperty('providers.aws.profile', profile);
    const { undefinedIf } = await __nccwpck_require__.e(/* import() */ 252).then(__nccwpck_require__.bind(__nccwpck_require__, 3252));
    const text = located.source;
    const condition = text && isStage(stage, text.stage);
    const problem = guard_messages/* profileInConfig */.Nl({
        profile,
        stage: stage?.name ?? '',
        file: located.place.file,
        inActions: text && undefinedIf('process.env.GITHUB_ACTIONS', text),
        forStage: text && condition ? undefinedIf(condition, text) : undefined,
    });
    return { ...problem, place: located.place };
}
/** A condition that is true for this stage. @param expression that is the stage at this place of the config, if one is. */
function isStage(stage, expression) {
    if (!stage)
        return undefined;
    // This step exports the input `stage` as SST_STAGE.
    const inEnvironment = ['input', 'event', 'SST_STAGE'].includes(stage.from);
    const named = expression ?? (inEnvironment ? 'process.env.SST_STAGE' : undefined);
    return named && `${named} === ${JSON.stringify(stage.name)}`;
}
/** SST goes to another region than the workflow says. */
async function onRegion({ request, region, locations }) {
    const { region: given } = request;
    if (given === undefined || given === region.name || !isRegionName(region.name))
        return [];
    const place = region.from === 'sst.config.ts'
        ? (await locations.ofProperty('providers.aws.region', region.name)).place
        : region.place;
    return [always(warning(sst_messages/* regionDiffers */.eJ(given, { ...region, place }), place))];
}

;// CONCATENATED MODULE: ./lib/sst/guard.js







/**
 * Finds out what `sst deploy` will do in the next step, in the order in which SST goes about it: in which region, and
 * whether with the credentials of this step (docs/profile-guard.md); and what to say about it in the guard's mode.
 */
async function inspectDeployment(request) {
    const facts = await facts_factsOf(request);
    const { config, stage, app, region, usesAws, locations } = facts;
    const { override, neutralized, diagnostics } = await judgeCredentials(facts);
    const all = [...(await onProject(facts)), ...diagnostics, ...onUnchecked(facts)];
    const lines = sst_messages/* projectLines */.DR(config && locations.show(config), facts);
    for (const line of lines)
        request.log.info(line);
    return {
        config,
        stage,
        app: app?.name,
        home: app?.home && (0,lib_text/* plain */.pj)(app.home, 40),
        region: isRegionName(region.name) ? region : { name: request.region ?? DEFAULT_REGION, from: 'default' },
        usesAws,
        assumeRoles: app?.aws?.assumeRoles ?? [],
        profile: override ? { verdict: neutralized ? 'ignored' : 'wins' } : withoutOverride(facts),
        override,
        exports: request.guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {},
        ...bySeverity(all, facts),
    };
}
/** The verdict after a role that SST would assume has refused the session: SST would not get to use it. */
function afterRefusedRole(check) {
    return check.verdict === 'none' ? { verdict: 'not checked', reason: guard_messages/* NOT_CHECKED */.mI.roleRefused } : check;
}
/** What takes the place of the credentials, if something does, and whether this mode keeps SST from it. */
async function judgeCredentials(facts) {
    const { request, config, sst, app, v2, locations } = facts;
    const { exportsProfile, exportsKeys } = request;
    if (config === undefined || !facts.usesAws || request.guard === 'off')
        return { diagnostics: [] };
    /** Whether it would take the place of the credentials. SST is allowed to use the profile that this step writes. */
    const isOther = (source) => source !== undefined && (source.profile === undefined || source.profile !== exportsProfile);
    // Without what this step itself exports to make SST ignore the config's profile.
    const variables = new Map(facts.variables);
    if (variables.get('SST_AWS_NO_PROFILE')?.by === 'step')
        variables.delete('SST_AWS_NO_PROFILE');
    const source = credentialsOf(app, variables, sst);
    if (source && isOther(source)) {
        const problem = await onOverride(source, facts);
        const neutralized = !isOther(facts.credentials);
        return {
            override: { ...source, profile: source.profile && (0,lib_text/* plain */.pj)(source.profile, 128), place: problem.place },
            neutralized,
            diagnostics: neutralized ? [] : [stop(problem)],
        };
    }
    if (v2?.profile) {
        const override = { profile: (0,lib_text/* plain */.pj)(v2.profile, 128), by: 'config', place: locations.config };
        return { override, diagnostics: [] };
    }
    if (exportsProfile === undefined || exportsKeys || source)
        return { diagnostics: [] };
    return { diagnostics: [warning(guard_messages/* profileNotUsed */.Cl(exportsProfile))] };
}
/** The verdict if nothing was found: there is nothing, or a reason why nobody can know. */
function withoutOverride(facts) {
    const { request, config, stage, app, v2, refusals, credentials, usesAws, unchecked } = facts;
    const notChecked = (reason) => ({
        verdict: 'not checked',
        reason: guard_messages/* NOT_CHECKED */.mI[reason],
    });
    if (config === undefined)
        return notChecked('noConfig');
    if (request.guard === 'off')
        return notChecked('off');
    if (!stage)
        return notChecked('noStage');
    if (v2)
        return notChecked('v2');
    if (!app)
        return notChecked('notEvaluated');
    if (refusals.length > 0)
        return notChecked('refused');
    const [unknown] = unchecked;
    if (unknown !== undefined)
        return { verdict: 'not checked', reason: (0,lib_text/* plain */.pj)(unknown.what) };
    if (!usesAws)
        return notChecked('noAws');
    if (!request.exportsKeys && !credentials)
        return notChecked('notExported');
    return { verdict: 'none' };
}
/** Problems by what the mode makes of them: `fail` stops for the first that is to stop, `warn` warns of all. */
function bySeverity(diagnostics, { request: { guard: mode, log }, region }) {
    const isTold = ({ always }) => mode !== 'off' || always === true;
    for (const diagnostic of diagnostics) {
        if (!isTold(diagnostic))
            log.debug(sst_messages/* notSaidLine */.zR(diagnostic.problem.what));
    }
    const of = (severity) => diagnostics.flatMap(told => (isTold(told) && told.severity === severity ? [told.problem] : []));
    const [stops, stopping] = mode === 'warn' ? [of('stop'), []] : [[], of('stop')];
    // No request can be sent to a region that does not exist: that stops in every mode.
    const [first, ...others] = isRegionName(region.name)
        ? stopping
        : [{ ...sst_messages/* regionInvalid */.eU(region), place: region.place }, ...stopping];
    return {
        notices: of('notice'),
        warnings: [...stops, ...others, ...of('warning')],
        ...(first ? { failure: new lib_failure/* Failure */.HR(first) } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/github/log.js
/**
 * Opens one group per title, and prints the groups in the order given, although the stages run at the same time. The first
 * section that has not ended prints at once, so that long work shows what it waits for; the lines of later sections wait.
 */
function openLog(printer, titles) {
    const groups = titles.map(title => ({
        title,
        waiting: [],
        opened: false,
        ended: false,
    }));
    let turn = 0;
    function print() {
        for (let group = groups[turn]; group; group = groups[++turn]) {
            // A group is opened by its first line: a stage without a line leaves no empty group.
            if (group.waiting.length > 0 && !group.opened)
                printer.startGroup(group.title);
            group.opened ||= group.waiting.length > 0;
            for (const line of group.waiting.splice(0))
                line();
            if (!group.ended)
                return;
            if (group.opened)
                printer.endGroup();
        }
    }
    const sections = groups.map((group) => {
        const write = (line) => {
            if (!group.ended)
                group.waiting.push(line);
            print();
        };
        return {
            info: line => write(() => printer.info(line)),
            debug: line => write(() => printer.debug(line)),
            end() {
                group.ended = true;
                print();
            },
            get ended() {
                return group.ended;
            },
        };
    });
    return sections;
}

;// CONCATENATED MODULE: ./lib/step.js




/**
 * Begins the step: masks the secrets among the inputs, before anything is printed, and listens to what ends a step early.
 * The runner cancels a job with SIGINT, sends SIGTERM 7.5 s later, and kills the process after another 2.5 s (GitHub docs,
 * "Workflow cancellation reference"). An error that nothing handles is reported like any other.
 */
function openStep(environment) {
    const stop = new AbortController();
    const interrupting = new AbortController();
    const { signal: interrupted } = interrupting;
    const interruption = new Promise((_, reject) => {
        interrupted.addEventListener('abort', () => {
            stop.abort();
            reject(interrupted.reason);
        });
    });
    interruption.catch(() => { }); // After the job, nobody awaits it.
    const interrupt = (problem) => interrupting.abort(new lib_failure/* Failure */.HR(problem));
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => interrupt({
            title: 'The job was cancelled',
            what: `The runner sent ${signal} before the step had finished. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
        }));
    process.on('uncaughtException', error => interrupting.abort(error));
    if (hidesAccounts(environment))
        commands/* runner */.l.hideAccounts();
    for (const secret of secretsIn(environment))
        commands/* runner */.l.mask(secret);
    // The guard checks the job's AWS_PROFILE for SST. The action's own requests must not follow it: the SDK reads endpoints
    // and regions from the profile.
    delete process.env['AWS_PROFILE'];
    return {
        /** As the runner gave it. */
        environment,
        /** Rejects when the step has to end at once: the job is cancelled, the time is over, or an error was not handled. */
        interruption,
        /** Aborted at the same moment. */
        interrupted,
        /** Ends every request under way. An interruption aborts it, too. */
        stop,
        /** The log's groups, in the order of the stages. */
        logs: openLog(commands/* runner */.l, ['SST project', 'AWS credentials', 'SST bootstrap', 'SST stage']),
        /** Interrupts the step after so many seconds; 0 for never. */
        limit(seconds) {
            const outOfTime = {
                title: 'Out of time',
                what: `The step did not finish within the ${seconds} s that \`action-timeout-s\` gives it. ${lib_failure/* NOTHING_EXPORTED */.Q7}`,
                next: 'The log above shows what it was waiting for. Set a larger `action-timeout-s` if that normally takes longer.',
            };
            if (seconds > 0)
                setTimeout(() => interrupt(outOfTime), seconds * 1000);
        },
    };
}
/** The oldest Node that the action is tested with: __tests__/conformance/node-versions.test.ts. */
const OLDEST_NODE = 22;
/** @throws Failure if the runner's Node is older than every one that the action is tested with. */
function checkNode(version) {
    if (Number(version.split('.')[0]) >= OLDEST_NODE)
        return;
    throw new lib_failure/* Failure */.HR({
        title: "The runner's Node is too old",
        what: `This runner runs actions with Node ${version}. sst-creds needs Node ${OLDEST_NODE} or newer.`,
        next: 'Update the runner: a runner updates itself, unless it was set up with `--disableupdate`.',
    });
}

;// CONCATENATED MODULE: ./lib/job.js

















/** Runs the step within the time that it has, reports how it ended, and ends the process. */
async function runJob(environment) {
    const step = openStep(environment);
    const findings = {};
    let inputs;
    try {
        checkNode(process.versions.node);
        inputs = readInputs(environment);
        findings.maskAccount = inputs.credentials.maskAccountId;
        step.limit(inputs.timeoutSeconds);
        await Promise.race([job(step, inputs, findings), step.interruption]);
    }
    catch (error) {
        step.stop.abort();
        findings.problem = (0,lib_failure/* problemOf */.Zw)(error);
        if (error instanceof Error && error.cause)
            commands/* runner */.l.debug(String(error.cause));
    }
    await finishStep(step, inputs, findings);
}
/**
 * The job: what will SST do here, with whose credentials, and is the account ready for it? Each finding is reported as
 * soon as it is known, so that a step that fails still says how far it came. Only if every check passes is anything
 * exported.
 */
async function job({ environment, stop, logs }, inputs, findings) {
    const [projectLog, credentialsLog, bootstrapLog, stageLog] = logs;
    const ownRun = (0,context/* ownRunUrl */.r$)(environment);
    const source = planSession(inputs.credentials, environment, commands/* runner */.l.mask);
    // The project and the credentials do not need each other: both are under way at once.
    const inspection = inspectDeployment({
        ...inputs.project,
        bootstrap: inputs.bootstrap,
        environment,
        log: projectLog,
    });
    const region = inputs.project.region ?? inspection.then(deployment => deployment.region.name);
    const transport = openTransport({
        signal: stop.signal,
        proxy: inputs.proxy,
        trace: line => logs.find(log => log !== projectLog && !log.ended)?.debug(line),
        region,
        services: inputs.bootstrap === 'skip' ? ['sts'] : ALL_SERVICES,
        otherRegions: inputs.bootstrap === 'skip' ? [] : inputs.bootstrapRegions,
        stsEndpoint: inputs.credentials.stsEndpoint,
        runUrl: ownRun,
    });
    const arrival = obtainSession({
        ...inputs.credentials,
        source,
        region,
        environment,
        transport,
        log: credentialsLog,
        mask: commands/* runner */.l.mask,
    });
    arrival.catch(() => { }); // Awaited below, unless the inspection fails first.
    const deployment = await inspection;
    if (inputs.credentials.maskAccountId)
        for (const { roleArn } of deployment.assumeRoles)
            commands/* runner */.l.mask(accountOf(roleArn));
    findings.deployment = deployment;
    outputs.deployment(deployment);
    projectLog.end();
    if (deployment.failure)
        throw deployment.failure;
    const session = await arrival;
    findings.session = session;
    outputs.identity(session.identity);
    credentialsLog.end();
    const access = { ...session, region: deployment.region.name, transport };
    const checked = await bootstrapsFor(deployment, access, inputs, bootstrapLog);
    const { first, others, failure, problem } = checked;
    if (problem) {
        const profile = afterRefusedRole(deployment.profile);
        findings.deployment = { ...deployment, profile, warnings: [...deployment.warnings, problem] };
    }
    findings.bootstrapRegions = others;
    if (first.report) {
        findings.bootstrap = first.report;
        outputs.bootstrap(first.report);
    }
    bootstrapLog.end();
    if (failure)
        throw failure;
    const seen = first.report?.stage;
    const stage = seen
        ? await checkStage({
            ...inputs,
            ...{ seen, access: checked.access, session, ownRun },
            server: environment['GITHUB_SERVER_URL'] ?? '',
            mask: commands/* runner */.l.mask,
            log: stageLog,
        })
        : stageNotChecked(checked.access, inputs);
    findings.stage = stage;
    outputs.stage(stage);
    stageLog.end();
    if (stage.failure)
        throw stage.failure;
    findings.exported = await exportSession(session, deployment, inputs, stop.signal);
}
/**
 * Checks the bootstrap of the account in which SST will end: if the config assumes further roles, it is theirs.
 *
 * @param session the step's session, in the region that SST will use.
 * @returns what was found in each region, and the access to that account; and a problem if one of those roles could not be
 * assumed, so that nothing was checked.
 */
async function bootstrapsFor(deployment, session, inputs, log) {
    const { bootstrap: mode, bootstrapRegions, newStage } = inputs;
    const asking = { ...inputs.credentials, mask: commands/* runner */.l.mask, log };
    const roles = mode === 'skip' ? [] : deployment.assumeRoles;
    const { access, problem } = await assumeConfigRoles(asking, roles, session);
    if (mode === 'skip' || problem || !deployment.usesAws)
        return { access, problem, first: { region: access.region, report: skipped(access) }, others: [] };
    return { access, ...(await checkRegions({ mode, newStage, access, deployment, log }, bootstrapRegions)) };
}


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8737);

await (0,_job_js__WEBPACK_IMPORTED_MODULE_0__/* .runJob */ .b)({ ...process.env });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/** 0 if the system has no such flag (Windows, on which creating a link needs a right that jobs do not have). */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/**
 * The bytes of a regular file, or why they are not read. Follows no link in the file's place, and waits for no pipe.
 *
 * @param most the size limit in bytes. @throws Error of the system if the file cannot be read.
 */
function readRegularFile(file, most = Number.POSITIVE_INFINITY) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!stats.isFile())
            return 'irregular';
        return stats.size > most ? 'too large' : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vf: () => (/* binding */ profileCheckOf),
/* harmony export */   lx: () => (/* binding */ noticesOf),
/* harmony export */   nZ: () => (/* binding */ warningsOf)
/* harmony export */ });
/* harmony import */ var _sst_guard_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5556);

/** The verdict on profiles: without a session there are no credentials that SST could use. */
function profileCheckOf({ deployment, session, problem }) {
    if (!deployment)
        return { verdict: 'not checked', reason: _sst_guard_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_CHECKED */ .mI.stopped };
    if (problem && !session && deployment.profile.verdict === 'none') {
        return { verdict: 'not checked', reason: _sst_guard_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_CHECKED */ .mI.noCredentials };
    }
    return deployment.profile;
}
/** The notices of every part of the job. */
function noticesOf(findings) {
    return partsOf(findings).flatMap(part => part?.notices ?? []);
}
/** The warnings of every part of the job, in the order of the parts. */
function warningsOf(findings) {
    return partsOf(findings).flatMap(part => part?.warnings ?? []);
}
function partsOf({ deployment, session, bootstrap, bootstrapRegions = [], stage }) {
    return [deployment, session, bootstrap, ...bootstrapRegions.map(({ report }) => report), stage];
}


/***/ }),

/***/ 4503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ consolePage),
/* harmony export */   uI: () => (/* binding */ readLinkContext),
/* harmony export */   xQ: () => (/* binding */ fileAddress)
/* harmony export */ });
/* harmony import */ var _aws_region_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3517);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8120);


/**
 * What the links and times in the summary and in the comment depend on, from the runner's variables; a value of another form
 * than GitHub's makes no link.
 */
function readLinkContext(environment) {
    const matching = (form, text = '') => (form.test(text) ? text : '');
    return {
        /** github.com, or the server of an enterprise. */
        server: matching(_github_context_js__WEBPACK_IMPORTED_MODULE_1__/* .SERVER */ .yv, environment['GITHUB_SERVER_URL']) || 'https://github.com',
        /** `acme/shop`; '' outside GitHub Actions. */
        repository: matching(/^[\w.-]+\/[\w.-]+$/, environment['GITHUB_REPOSITORY']),
        /** The commit that was checked out; '' if it is not known. */
        sha: matching(/^[0-9a-f]{40,64}$/, environment['GITHUB_SHA']),
        now: new Date(),
    };
}
/** The address of a file of the repository, as it was checked out; undefined if it has none. */
function fileAddress({ server, repository, sha }, file, line) {
    if (!repository || !sha || file.startsWith('/') || file.includes('\\'))
        return undefined;
    const name = file.split('/').map(encodeURIComponent).join('/');
    return `${server}/${repository}/blob/${sha}/${name}${line === undefined ? '' : `#L${line}`}`;
}
/**
 * The page of the AWS console that shows a resource of the bootstrap, in its partition and region; undefined if the
 * resource does not exist, or the partition has no public console.
 */
function consolePage({ resource, name, state }, { account, region }) {
    const host = (0,_aws_region_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleHost */ .kd)((0,_aws_region_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(region));
    if (!host || !['present', 'created', 'repaired'].includes(state))
        return undefined;
    const bucket = `s3/buckets/${encodeURIComponent(name)}`;
    // Its name is its URL: <account>.dkr.ecr.<region>.amazonaws.com/sst-asset
    const repository = encodeURIComponent(name.split('/').slice(1).join('/') || name);
    const paths = {
        // The console encodes the slashes of a parameter's name twice.
        record: `systems-manager/parameters/${encodeURIComponent(encodeURIComponent(name))}/description`,
        'state bucket': bucket,
        'asset bucket': bucket,
        repository: `ecr/repositories/private/${account}/${repository}`,
    };
    const path = paths[resource];
    return path && `https://${region}.${host}/${path}?region=${region}`;
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Tb: () => (/* binding */ proseWithCode),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
// Every value from outside reaches the job summary and the comment through `code` or `prose`: nothing in it is markup.
/** Characters of a value that are shown. */
const VALUE_MAX = 300;
/** Text as inline code on one line. A backtick could end the code, a backslash hides a pipe from `table`: then it is HTML. */
function code(text) {
    const line = text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    if (line === '')
        return '';
    const shown = line.length > VALUE_MAX ? `${line.slice(0, VALUE_MAX)}…` : line;
    return /[`\\]/.test(shown) ? `<code>${escaped(shown)}</code>` : `\`${shown}\``;
}
/** Text as prose in a table's cell or a paragraph: nothing in it is markup, HTML or a mention. */
function prose(text) {
    return escaped(text).replaceAll(/\r\n?|[\n\u0085\u2028\u2029]/g, '<br>');
}
function escaped(text) {
    return text
        .replaceAll(/[\\`*_[\]<>#|~&]/g, character => `&#${character.charCodeAt(0)};`)
        .replaceAll('@', '@<!-- -->');
}
/** Prose in which `…` stays code, as the problems' texts are written. */
function proseWithCode(text) {
    return text
        .split(/(`[^`\n]+`)/)
        .map(part => (/^`[^`\n]+`$/.test(part) ? code(part.slice(1, -1)) : prose(part)))
        .join('');
}
/** A link; the text is Markdown already, and characters of the address that could end the link are encoded. */
function link(text, address) {
    return `[${text}](${address.replaceAll(/[^\w.~:/?#@!$&'*+,;=%-]/gu, encoded)})`;
}
function encoded(character) {
    return [...Buffer.from(character)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
/** A table, one row per line; cells are Markdown already, in which a pipe must not end the cell. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 6916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ commentUnsettled),
/* harmony export */   Fd: () => (/* binding */ profileSentence),
/* harmony export */   PS: () => (/* binding */ profileWords),
/* harmony export */   S4: () => (/* binding */ profileLine),
/* harmony export */   Ur: () => (/* binding */ commentNeedsToken),
/* harmony export */   XL: () => (/* binding */ sessionEnds),
/* harmony export */   Xz: () => (/* binding */ readyWords),
/* harmony export */   _l: () => (/* binding */ stageWords),
/* harmony export */   c0: () => (/* binding */ bootstrapWords),
/* harmony export */   gx: () => (/* binding */ stageSource),
/* harmony export */   hZ: () => (/* binding */ summaryTitle),
/* harmony export */   i6: () => (/* binding */ identityWords),
/* harmony export */   ql: () => (/* binding */ commentRefused),
/* harmony export */   tV: () => (/* binding */ commentFailed),
/* harmony export */   xp: () => (/* binding */ diagramProfile)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3021);

/** The summary's heading, Markdown: which deploy, and the verdict. */
function summaryTitle({ deployment, problem, exported }) {
    const what = [deployment?.app, deployment?.stage?.name].filter(name => name !== undefined).map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY);
    const subject = what.length > 0 && deployment
        ? `${what.join(' / ')} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(deployment.region.name)}`
        : 'SST credentials';
    if (problem)
        return `❌ ${subject}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(problem.title)}`;
    return exported ? `✅ ${subject}: ready to deploy` : subject;
}
/** Where the stage is from. */
const stageSource = ({ from }) => (from === 'event' ? 'from the event' : from);
/** The verdict on profiles, the last line but for the result. */
function profileLine(check, override) {
    const { profile, by } = override ?? {};
    const what = `${profile === undefined ? 'keys' : `profile ${profile}`} (from ${by})`;
    if (check.verdict === 'ignored')
        return `Profile: SST is told to ignore ${what}, by SST_AWS_NO_PROFILE`;
    if (check.verdict === 'wins')
        return `Profile: ${what} would override the credentials`;
    return `Profile: ${profileSentence(check, override)}`;
}
/** The last line of a step that succeeds, after the word "Ready": what will be deployed where, and what was exported. */
function readyWords({ deployment, session, exported }) {
    const what = [deployment?.app, deployment?.stage?.name].filter(name => name !== undefined).join(' / ');
    const where = [
        session && `account ${session.identity.account}`,
        deployment && `region ${deployment.region.name}`,
    ].filter(Boolean);
    const left = exported && exported.length > 0 ? `Exported ${exported.join(', ')}.` : 'No variable was to be exported.';
    return `to deploy ${what || 'here'}: ${where.join(', ')}. ${left}`;
}
/** How long the credentials last. */
function sessionEnds(expires, now) {
    if (!expires)
        return 'does not expire';
    const minutes = Math.max(0, Math.floor((expires.getTime() - now.getTime()) / 60_000));
    const left = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return `${left} left, until ${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** The verdict on profiles, as a sentence without its subject. Markdown. */
function profileSentence({ verdict, reason }, override) {
    const what = override ? overrideWords(override) : 'a profile';
    return {
        none: 'none, SST will use these credentials',
        ignored: `${what}, which SST is told to ignore: it will use these credentials`,
        wins: `${what} would override these credentials`,
        'not checked': `not checked: ${reason}`,
    }[verdict];
}
function overrideWords({ profile, by }) {
    const from = by === 'config' ? 'the config' : `\`${by}\``;
    return `${profile === undefined ? 'keys' : `\`${profile.replaceAll('`', "'")}\``} from ${from}`;
}
/** An identity on the way, in a line or two: its kind and its name. */
function identityWords(identity) {
    const [, kind = '', name = ''] = /^arn:[\w-]+:(?:iam|sts)::\d*:(\w[\w-]*)\/(.+)$/.exec(identity) ?? [];
    if (kind === 'assumed-role')
        return ['role', name.split('/')[0] ?? ''];
    if (kind)
        return [kind.replace('-', ' '), name.split('/').at(-1) ?? ''];
    const [whose = '', of] = identity.split(/ of (.*)/s);
    return of ? [whose, of] : [whose];
}
/** The node of a profile that would override the credentials. */
function diagramProfile({ profile, by, place }) {
    const where = place ? [`${place.file}${place.line === undefined ? '' : `:${place.line}`}`] : [];
    const from = by === 'AWS_PROFILE' && where.length === 0 ? ['AWS_PROFILE'] : where;
    return [profile === undefined ? 'keys' : `profile ${profile}`, ...from];
}
/** The bootstrap, in a cell or a node. */
const bootstrapWords = ({ status, record }) => record ? `${status}, version ${record.version}` : status;
/** What became of the profile, in a cell. */
function profileWords(verdict) {
    return {
        none: 'none',
        ignored: 'ignored by SST',
        wins: 'would override',
        'not checked': 'not checked',
    }[verdict];
}
/** The state of the stage in the account, in a cell. */
function stageWords({ exists, lock }) {
    if (lock === 'held')
        return 'locked';
    if (lock === 'removed')
        return 'stale lock removed';
    if (exists === undefined)
        return 'not checked';
    return exists ? 'deployed before' : 'new';
}
const commentNeedsToken = () => ({
    title: 'No comment without a token',
    what: '`comment: true` is set, but the input `github-token` is empty.',
    next: 'Write `github-token: ${{ github.token }}` under `with:` of this step, and give the job `permissions: pull-requests: write`.',
});
const commentRefused = (status) => ({
    title: 'The token is not allowed to comment',
    what: `The pull request got no comment: GitHub answered HTTP ${status} to the token of \`github-token\`.`,
    next: 'Give the job `permissions: pull-requests: write`. On a pull request from a fork or of Dependabot the token can only read: there, the job summary has the same information.',
});
/** GitHub did not answer, or throttled the requests for longer than the step can wait. */
const commentFailed = (reason) => ({
    title: 'No comment was written',
    what: `The pull request's comment could not be written: ${reason}.`,
    next: 'The step goes on without it; the job summary has the same information.',
});
/** The time for the comment was over before the row was known to stay. */
const commentUnsettled = () => ({
    title: 'The comment might lack a row',
    what: "GitHub was slow, or other jobs kept writing to the pull request's comment: this job's row might be missing there.",
    next: 'Run the job again to write it; the job summary has the same information.',
});


/***/ }),

/***/ 5556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ profileNotUsed),
/* harmony export */   K1: () => (/* binding */ profileInEnvironment),
/* harmony export */   Nl: () => (/* binding */ profileInConfig),
/* harmony export */   lb: () => (/* binding */ notChecked),
/* harmony export */   mI: () => (/* binding */ NOT_CHECKED),
/* harmony export */   sn: () => (/* binding */ keysInFile)
/* harmony export */ });
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8881);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8804);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2664);



/** Why the verdict on profiles is "not checked", as the end of a sentence. */
const NOT_CHECKED = {
    noConfig: 'there is no `sst.config.ts`',
    off: '`profile-guard` is off',
    notEvaluated: '`sst.config.ts` could not be evaluated',
    noStage: 'the stage is not known',
    refused: 'SST would refuse `sst.config.ts`',
    v2: 'the config is one of SST v2',
    noAws: 'SST does not use AWS in this project',
    notExported: 'this step exports no credentials to the environment (`output-env-credentials: false`)',
    roleRefused: 'SST would assume a role that refused these credentials',
    noCredentials: 'the step got no credentials',
    stopped: 'the step stopped before that',
};
const DOCS = `How SST chooses credentials: ${(0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentUrl */ .L)('docs/profile-guard.md')}`;
/** The second way out of three. */
const NEUTRALIZE = [
    '2. Let SST ignore the profile. Change the workflow: add to `with:` of this step:',
    '+ profile-guard: neutralize',
];
/** Something decided, or might have decided, that this step cannot know. */
function notChecked(reasons, mode) {
    const change = 'In the config, do without it: decide by a variable that is not a secret, or by a file of the repository.';
    const ways = [
        'Fix it in one of three ways:',
        `1. ${change}`,
        ...NEUTRALIZE,
        '3. Continue without this check. Change the workflow: add to `with:` of this step:',
        '+ profile-guard: warn',
    ];
    return {
        title: 'The profile was not checked',
        what: `This step cannot tell which profile the config names: ${reasons.map(reason => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(reason)).join('; ')}.`,
        next: [...(mode === 'fail' ? ways : [change]), DOCS].join('\n'),
    };
}
/** The config gives SST a profile: three ways out, each with the file that it changes. */
function profileInConfig(options) {
    const { profile, stage, inActions, forStage } = options;
    const file = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(options.file);
    const way = (change, condition, within) => change
        ? [`Change ${file}:`, ...change]
        : [
            `For example in ${within} (the line to change is not known exactly):`,
            `  profile: ${condition} ? undefined : ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(profile)},`,
        ];
    const [first, ...inActionsLines] = way(inActions, 'process.env.GITHUB_ACTIONS', file);
    const isStage = `input.stage === ${JSON.stringify((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(stage))}`;
    const [third, ...forStageLines] = way(forStage, isStage, '`app(input)` of the config');
    return {
        title: 'A profile overrides the credentials',
        what: `\`providers.aws.profile\` is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(profile)} for stage ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(stage)}. SST uses a profile instead of the ` +
            'credentials in the environment, so the deploy would not use those of this step.',
        next: [
            'Fix it in one of three ways:',
            `1. No profile in GitHub Actions. ${first}`,
            ...inActionsLines,
            ...NEUTRALIZE,
            `3. No profile for this stage. ${third}`,
            ...forStageLines,
        ].join('\n'),
    };
}
/** Why the mode `neutralize` is no way out. */
const noHelp = (mode, why) => mode === 'neutralize' ? [`\`profile-guard: neutralize\` does not help: ${why}`] : [];
/** AWS_PROFILE is set for the next step: nothing that this step exports can undo it. */
function profileInEnvironment(profile, place, mode) {
    const where = place ? `in ${(0,_messages_js__WEBPACK_IMPORTED_MODULE_0__.at)(place)}` : "in the job's environment";
    return {
        title: 'AWS_PROFILE overrides the credentials',
        what: `AWS_PROFILE is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(profile)} ${where}. SST uses it instead of the credentials in the environment and of ` +
            'everything in sst.config.ts, so the deploy would not use those of this step.',
        next: [
            ...noHelp(mode, 'SST_AWS_NO_PROFILE does not cover AWS_PROFILE.'),
            place
                ? `Remove the line ${(0,_messages_js__WEBPACK_IMPORTED_MODULE_0__.at)(place)}, or keep that file out of the checkout and the artifacts of this job.`
                : 'Remove it from `env:` of the workflow, the job or the step, or from the step that wrote it to GITHUB_ENV.',
            DOCS,
        ].join('\n'),
    };
}
/** A file that SST reads over the environment holds keys of its own. */
const keysInFile = (variable, place, mode, sst) => ({
    title: `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(place.file)} overrides the credentials`,
    what: `${(0,_messages_js__WEBPACK_IMPORTED_MODULE_0__.at)(place)} sets ${variable}. SST reads that file over the environment, so the deploy would not use the ` +
        'credentials of this step.',
    next: [
        ...noHelp(mode, 'no variable makes SST ignore the file.'),
        `Remove the line ${(0,_messages_js__WEBPACK_IMPORTED_MODULE_0__.at)(place)}, and with it the others that name AWS keys. If the keys are real, replace them: they are in a file of the repository or the job.`,
        ...(0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .untested */ .Xi)(sst, 'overridesByStageFile'),
        DOCS,
    ].join('\n'),
});
/** The credentials go to a profile that SST will not use. */
const profileNotUsed = (profile) => ({
    title: 'SST will not use the profile',
    what: `The credentials are written to the profile ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(profile)}, and nothing in the config or the environment makes SST use it.`,
    next: `Set \`AWS_PROFILE: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(profile)}\` in the step that runs SST, or \`output-env-credentials: true\` under \`with:\` of this one.`,
});


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   nY: () => (/* binding */ mergedField)
/* harmony export */ });
// JSON, read as Go reads it for SST.
/** Undefined if it is no JSON. @param json null for undefined. */
function parsed(json) {
    try {
        return json === null ? undefined : JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** The property's text; undefined for the empty one, as SST takes it. */
function textOf(object, name) {
    return filled(object[name]);
}
function filled(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/**
 * The values of the fields that Go's JSON reader takes for this one, in their order: it ignores case as Unicode folds it,
 * by which `\u017f` is an `s` and the Kelvin sign a `k`.
 *
 * @param name in lower case.
 */
function fieldsOf(object, name) {
    return Object.entries(object)
        .filter(([key]) => key.replaceAll('\u017f', 's').toLowerCase() === name)
        .map(([, value]) => value);
}
/** The field as an object: Go reads one over the other, property by property; `null` discards those before it (measured). */
function mergedField(object, name) {
    return fieldsOf(object, name).reduce((all, value) => {
        const [before, next] = [objectOf(all), objectOf(value)];
        return before && next ? { ...before, ...next } : value;
    }, undefined);
}
/** The field's text, as `textOf`. `null` leaves what an earlier spelling of the name said. */
function textField(object, name) {
    return filled(fieldsOf(object, name).findLast(value => value !== null));
}


/***/ }),

/***/ 2664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C8: () => (/* binding */ rolesAssumed),
/* harmony export */   DR: () => (/* binding */ projectLines),
/* harmony export */   EK: () => (/* binding */ v2Config),
/* harmony export */   Ev: () => (/* binding */ configBelow),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   JB: () => (/* binding */ notEvaluated),
/* harmony export */   Jz: () => (/* binding */ dotenvIgnored),
/* harmony export */   Rj: () => (/* binding */ stageGuessed),
/* harmony export */   Xi: () => (/* binding */ untested),
/* harmony export */   _U: () => (/* binding */ stageInvalid),
/* harmony export */   ac: () => (/* binding */ noConfig),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   eJ: () => (/* binding */ regionDiffers),
/* harmony export */   eR: () => (/* binding */ staticImport),
/* harmony export */   eU: () => (/* binding */ regionInvalid),
/* harmony export */   fJ: () => (/* binding */ rolesUnread),
/* harmony export */   ln: () => (/* binding */ noAws),
/* harmony export */   oU: () => (/* binding */ withoutEffect),
/* harmony export */   r7: () => (/* binding */ stageUnknown),
/* harmony export */   zR: () => (/* binding */ notSaidLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8804);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2533);


/** A place, as a person names it. */
const at = ({ file, line }) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(file)}${line === undefined ? '' : `:${line}`}`;
/** If no SST is installed and versions differ: by which one this was judged. */
function untested(sst, behaviour) {
    if (sst.installed || behaviour === undefined)
        return [];
    return [
        `${(0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .noVersion */ .yV)(sst)}, so this is what SST ${sst.version} does; versions before ${_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .SINCE */ .Fe[behaviour]} differ. Install SST before this step (\`npm ci\`) to be judged by yours.`,
    ];
}
/** The project is one of SST v2. */
function v2Config(settings) {
    const { profile, region } = settings ?? {};
    const told = [
        ...(profile === undefined ? [] : [`profile ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(profile)}`]),
        ...(region === undefined ? [] : [`region ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(region)}`]),
    ].join(' and the ');
    const overrides = 'With SST v2, a profile overrides the credentials of this step: `profile: process.env.GITHUB_ACTIONS ? undefined : …`.';
    return {
        title: 'An SST v2 config',
        what: 'This is a config of SST v2, which SST v3 and later refuse.' +
            `${told && ` Its \`config()\` names the ${told}.`} SST v2 has another bootstrap, which this step does not check.`,
        next: [
            ...(profile === undefined ? [] : [overrides]),
            'To get credentials for SST v2 anyway: `profile-guard: "off"` and `bootstrap: skip` under `with:` of this step.',
            'To migrate: https://sst.dev/docs/migrate-from-v2',
        ].join('\n'),
    };
}
/** SST would stop and ask for the stage. */
const stageUnknown = (login) => ({
    title: 'Which stage?',
    what: `The stage is not set, and SST does not derive one from the login name${login ? ` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(login)}` : ''}: it would stop and ask.`,
    next: 'Write `stage: production` (or the stage that the job deploys) under `with:` of this step. It is exported as SST_STAGE.',
});
/** The stage holds characters that SST refuses. */
const stageInvalid = ({ name, from }) => ({
    title: 'SST would refuse the stage',
    what: `The stage is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} (from ${from}), which SST refuses.`,
    next: 'A stage has letters, digits and hyphens only. Set it under `stage:` of this step.',
});
/** The stage is only SST's guess, and probably not the one that the job deploys. */
const stageGuessed = ({ name }) => ({
    title: `Stage ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(name)} is a guess`,
    what: `The stage is not set, so SST would use the login name, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}. The config was evaluated for that stage.`,
    next: 'Set `stage:` under `with:` of this step to the stage that the job deploys.',
});
/** SST goes to another region than the one that the workflow names. */
function regionDiffers(given, { name, place, ...region }) {
    const from = place ? at(place) : region.from;
    return {
        title: `SST deploys to ${name}`,
        what: `\`aws-region\` is ${given}, but SST will use ${name} (${from}). The bootstrap is checked in ${name}.`,
        // Only a line in a file overrides a region that is exported.
        next: place
            ? `Write \`aws-region: ${name}\`, or change ${from}.`
            : `This step exports no region, since \`output-env-credentials\` is false: set \`AWS_REGION: ${given}\` in the step that runs SST.`,
    };
}
/** Not the name of a region: no request can be sent there. */
const regionInvalid = ({ name, from }) => ({
    title: 'The region is not valid',
    what: `SST would use the region ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} (${from}), which is not the name of a region.`,
    next: 'Write a region such as us-east-1.',
});
/** SST itself assumes roles: the account that it ends in is not the session's. */
function rolesAssumed(roles, property, sst) {
    const names = roles.slice(0, 5).map(({ roleArn }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(roleArn));
    const more = roles.length > names.length ? ` and ${roles.length - names.length} more` : '';
    return {
        title: 'SST assumes a further role',
        what: `\`providers.aws.${property}\` makes SST assume ${names.join(', then ')}${more}: it deploys to that role's account, not to the one of the exported credentials.`,
        next: untested(sst, 'readsAssumeRoles')[0],
    };
}
/** The property of roles that this version of SST does not read: it deploys with the session's own role. */
function rolesUnread(property, sst) {
    const line = property === 'assumeRole' ? 'assumeRoles: [{ roleArn: "…" }]' : 'assumeRole: { roleArn: "…" }';
    return {
        title: `\`${property}\` has no effect`,
        what: `SST ${sst.version} does not read \`providers.aws.${property}\`. It deploys with the exported credentials, to their account.`,
        next: [`If SST is to assume a role, write \`${line}\`.`, ...untested(sst, 'readsAssumeRoles')].join('\n'),
    };
}
/** A setting that SST does not read, because it is in the wrong place. */
const withoutEffect = ({ setting, value = '' }) => setting === 'aws'
    ? {
        title: '`aws` outside of `providers`',
        what: '`aws: { … }` is beside `providers` instead of in it. It has no effect: SST does not read it there.',
        next: 'Remove it, or move it: `providers: { aws: { … } }`.',
    }
    : {
        title: `\`${setting}\` has no effect`,
        what: `\`${setting}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}\` is at the top of what \`app()\` returns. SST v3 and later do not read it there.`,
        next: `Remove it, or write \`providers: { aws: { ${setting}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)} } }\`.`,
    };
/** The config could not be evaluated, so that nobody knows which profile it names. */
function notEvaluated(what, next, mode) {
    const ignored = 'To continue without this check: `profile-guard: warn`, or `"off"`, under `with:` of this step.';
    return {
        title: 'sst.config.ts could not be evaluated',
        what: `${what} So it is not known whether a profile would override the credentials.`,
        next: [...next, ...(mode === 'fail' ? [ignored] : [])].join('\n'),
    };
}
/** SST would refuse what `app()` returned. */
const refused = ({ what, next, since }, sst) => ({
    title: 'SST would refuse sst.config.ts',
    what,
    next: [next, ...untested(sst, since)].join('\n'),
});
/** An import that SST refuses when it builds the config. */
const staticImport = (sst) => ({
    title: 'A static import in sst.config.ts',
    what: 'SST refuses a config with a static import that is used.',
    next: [
        'Import inside the function that needs it: `const { x } = await import("./x")`. For a type, write `import type`.',
        ...untested(sst, 'refusesStaticImports'),
    ].join('\n'),
});
/** A .env file with a statement that SST's reader cannot parse. */
const dotenvIgnored = (place) => ({
    title: `SST ignores ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(place.file)}`,
    what: `SST cannot parse the statement at ${at(place)}. It then ignores the whole file, without a message.`,
});
/** Nothing in the project uses AWS. */
const noAws = (home) => ({
    title: 'SST will not use AWS',
    what: `The app's home is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(home)} and \`providers\` has no \`aws\`: SST will not use these credentials, and will not bootstrap AWS.`,
});
/** No config, neither here nor below. */
const noConfig = (directory) => ({
    title: 'No sst.config.ts',
    what: `There is no sst.config.ts in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(directory)}, above it or below it, so the profile guard checked nothing.`,
    next: 'Is the repository checked out before this step? Is `working-directory` the folder in which `sst` will run?',
});
/** There is a config, but SST would not find it from here. */
function configBelow(directory, folders) {
    const [first = '', ...others] = folders.map(folder => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(folder));
    return {
        title: 'sst.config.ts is in another folder',
        what: `There is no sst.config.ts in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(directory)} or above it, but in ${[first, ...others].join(', ')}.`,
        next: `Did you mean \`working-directory: ${first}\`? Write it under \`with:\` of this step.`,
    };
}
/** The lines of the log on the project, as far as it is known. */
function projectLines(config, { sst, stage, app, region }) {
    const judged = sst.installed
        ? sst.version
        : `${sst.unread === undefined ? 'none is installed beside the config' : `its package.json ${sst.unread}`}, so the project is judged by ${sst.version}, the newest that this step knows`;
    return [
        ...(config ? [`Config: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(config)}`, `SST: ${judged}`] : []),
        ...(stage ? [`Stage: ${stage.name} (from ${stage.from === 'event' ? 'the event' : stage.from})`] : []),
        ...(app?.name ? [`App: ${app.name}`] : []),
        `Region: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(region.name)} (from ${region.from})`,
    ];
}
/** Debug: what another mode would have told. */
const notSaidLine = (what) => `Not told, since profile-guard is off: ${what}`;


/***/ }),

/***/ 4637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ sourceText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/** The text of a file of the user, without a byte order mark, which no editor counts; empty if it cannot be read. */
function sourceText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').replace(/^\uFEFF/, '');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 2533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ SINCE),
/* harmony export */   Nc: () => (/* binding */ installedSst),
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   eG: () => (/* binding */ UNKNOWN_SST),
/* harmony export */   h$: () => (/* binding */ isInRange),
/* harmony export */   yV: () => (/* binding */ noVersion)
/* harmony export */ });
/* unused harmony export NEWEST */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _workspace_files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7332);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4418);



/** The newest SST that this action is tested with. Projects in which no SST is installed are judged by it. */
const NEWEST = '4.17.1';
/**
 * What SST does, and the first version that does it (docs/profile-guard.md has what older ones do). The versions were read
 * in SST's source at each of its tags. CI runs the real CLI of 3.19.3, 4.1.8, 4.5.12 and the newest only.
 */
const SINCE = {
    /** To `providers.aws.profile`. */
    prefersAwsProfile: '3.2.64',
    /** With the one in `.sst/.pulumi/stacks`. */
    comparesAppName: '3.3.4',
    readsProtect: '3.3.62',
    refusesStaticImports: '3.11.0',
    awaitsApp: '3.11.1',
    /** In the app's name. */
    wantsLetterFirst: '3.11.8',
    /** `.env.<stage>` is laid over the environment. Before, it fills gaps. */
    overridesByStageFile: '3.17.25',
    /** A list. Before, `assumeRole`, an object. */
    readsAssumeRoles: '4.1.9',
    refusesBooleanProviders: '4.5.3',
    /** Of a provider other than aws and cloudflare. */
    wantsProviderVersion: '4.5.7',
    readsState: '4.13.0',
    readsRetention: '4.17.0',
};
/** Why the version of the project's SST is not known, as a sentence without its period. */
function noVersion({ unread }) {
    return unread === undefined
        ? 'No SST is installed beside the config'
        : `The version of the installed SST is not known (its package.json ${unread})`;
}
/** SST's own package.json has 2 KB. */
const MOST_BYTES = 2 ** 16;
/** The SST of a project in which none is installed, or none that is a release. */
const UNKNOWN_SST = { version: NEWEST, installed: false };
/**
 * The SST that `npx sst` would run: that of the nearest `node_modules` from the config's folder upwards.
 *
 * @param folder absolute, the config's. @param top absolute: where the search ends. @param files reads below it.
 */
function installedSst(folder, top, files) {
    const found = files.read(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, 'node_modules', 'sst', 'package.json'), MOST_BYTES);
    if (found.kind === 'refused')
        return { ...UNKNOWN_SST, unread: found.because };
    if (found.kind === 'missing') {
        const isTop = folder === top || !(0,_workspace_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .F)(folder, top);
        return isTop ? UNKNOWN_SST : installedSst(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(folder), top, files);
    }
    const version = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)(found.content.toString('utf8')))?.['version'];
    // A snapshot is `0.0.0-2026…`.
    const isRelease = typeof version === 'string' && /^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/.test(version);
    return isRelease ? { version, installed: true } : UNKNOWN_SST;
}
/** Whether that version of SST does so. */
function does({ version }, behaviour) {
    return version.localeCompare(SINCE[behaviour], 'en', { numeric: true }) >= 0;
}
/**
 * Whether a version is in a range as SST writes it in its config (`>= 3.17, < 5`, `~4.5`, `!=4.6.1`).
 *
 * @returns 'no range' if it is not one.
 */
async function isInRange({ version }, range) {
    const { default: semver } = await __nccwpck_require__.e(/* import() */ 88).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2088, 19));
    const alternatives = range.split('||').map(alternative => {
        // SST's reader (Masterminds/semver) takes commas, `=<`, `=>` and `!=`, which npm's does not.
        const spaced = alternative.replaceAll(',', ' ').replaceAll('=<', '<=').replaceAll('=>', '>=');
        const excluded = [...spaced.matchAll(/!=\s*(\S+)/g)].map(([, other = '']) => other);
        return { included: spaced.replaceAll(/!=\s*\S+/g, ' ').trim() || '*', excluded };
    });
    const parts = alternatives.flatMap(({ included, excluded }) => [included, ...excluded]);
    if (!parts.every(part => semver.validRange(part)))
        return 'no range';
    const isIn = (part) => semver.satisfies(version, part);
    return alternatives.some(({ included, excluded }) => isIn(included) && !excluded.some(isIn));
}


/***/ }),

/***/ 8804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JV: () => (/* binding */ withoutAccounts),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Control, direction and other unseen characters, and everything that breaks a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;
/** The older form of a workflow command, which the runner takes anywhere in a line. */
const OLDER_COMMAND = /#(?=#\[)/g;
/**
 * A text that somebody else wrote (a config, a .env file, an answer of AWS), fit to be quoted: on one line, without control
 * and direction characters, with nothing that the runner would take for a command, and not too long.
 */
function plain(text, most = 300) {
    const line = text
        .replaceAll(UNSEEN, ' ')
        // An ARN of IAM or STS contains `::`, and no command begins there.
        .replaceAll(/(?<!\barn:[\w-]+:(?:iam|sts)):(?=:)/g, ': ')
        .replaceAll(OLDER_COMMAND, '# ');
    return shortened(line, most);
}
/** The same between quotes, for a value. */
function quoted(text, most = 100) {
    return JSON.stringify(plain(text, most));
}
/**
 * A line of this action's own, fit to be printed, whatever values it quotes: on one line, and no workflow command. The
 * runner takes `::` for one at the start of a line, also after white space; `%0A` and `%0D` are its line breaks.
 */
function printable(line, most) {
    const text = line
        .replaceAll(UNSEEN, ' ')
        .replaceAll(OLDER_COMMAND, '# ')
        .replaceAll(/((?:^|%0[ad])\s*:)(?=:)/gi, '$1 ');
    return shortened(text, most);
}
/** The text, or its beginning and an ellipsis. */
function shortened(text, most) {
    // Half of a surrogate pair is no character.
    return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
/** The text without account IDs: every twelve digits that stand alone, in an ARN, a bucket's name or a host's. */
function withoutAccounts(text) {
    return text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, '***');
}


/***/ }),

/***/ 7332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   P: () => (/* binding */ workspaceFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2454);



/** Folders in which git and other tools keep tokens and keys. Compared in lower case. */
const SECRET_FOLDERS = new Set(['.git', '.aws', '.ssh', '.gnupg', '.docker', '.kube', '.azure', '.gcloud']);
/** Files in which people and the steps of a job put secrets. */
const SECRET_FILES = /^(\.env(\..*)?|\.envrc|\.npmrc|\.yarnrc(\.yml)?|\.pypirc|[._]netrc|\.git-credentials|\.htpasswd|gha-creds-.*\.json|id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|p12|pfx|key|keystore))$/i;
const refused = (because) => ({ kind: 'refused', because });
const MISSING = { kind: 'missing' };
/**
 * Reads below one folder. Every link is resolved first, and whatever cannot be resolved is refused. Only regular files
 * are read, never what lies in `.git`, and never a file that might hold secrets.
 *
 * @param root absolute: the workspace. @param keptOut absolute paths that are refused, too: the runner's own folders.
 * @param settings true for the step's own reading of `.env` files, which SST reads as well.
 */
function workspaceFiles(root, keptOut = [], settings = false) {
    const top = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(root);
    /** Why the path, without links in it, is not read; undefined if it is. */
    const objection = (real) => {
        const names = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(top, real).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        if (!isInside(real, top))
            return 'is outside the workspace';
        if (real.includes('\uFFFD'))
            return 'has a name that is not valid UTF-8';
        if (names.some(name => SECRET_FOLDERS.has(name.toLowerCase())))
            return 'is in a folder that might hold secrets';
        if (!settings && names.some(name => SECRET_FILES.test(name)))
            return 'might hold secrets';
        return keptOut.some(kept => isInside(real, kept)) ? 'belongs to the runner' : undefined;
    };
    /** @param file absolute; `..` in it counts from the target of a link, as for the system. */
    const look = (file) => {
        let real;
        try {
            real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(file);
        }
        catch (error) {
            return unresolved(file, error);
        }
        const because = objection(real);
        if (because)
            return refused(because);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real, { throwIfNoEntry: false });
        if (!found)
            return MISSING;
        const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
        if (!kind)
            return refused('is not a regular file');
        return { kind, path: real, bytes: found.size, modified: found.mtimeMs };
    };
    /** A path that leads nowhere. It is missing only if its folder can be read and has nothing of that name. */
    const unresolved = (file, { code }) => {
        const above = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file);
        if ((code !== 'ENOENT' && code !== 'ENOTDIR') || above === file)
            return refused('cannot be resolved');
        const parent = look(above);
        if (parent.kind !== 'folder')
            return parent.kind === 'file' ? MISSING : parent;
        const there = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(parent.path, node_path__WEBPACK_IMPORTED_MODULE_1__.basename(file)), { throwIfNoEntry: false });
        return there ? refused('is a link that leads nowhere') : MISSING;
    };
    return {
        /** The folder, as it was given. */
        root,
        look,
        /** @param most the size limit in bytes. */
        read(file, most) {
            const found = look(file);
            if (found.kind === 'folder')
                return refused('is a folder');
            if (found.kind !== 'file')
                return found;
            try {
                const content = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .X)(found.path, most);
                if (content === 'irregular')
                    return refused('is not a regular file');
                if (content === 'too large')
                    return refused(`is larger than ${sizeOf(most)}`);
                return { kind: 'read', path: found.path, content };
            }
            catch (error) {
                return refused(`cannot be read (${error.code})`);
            }
        },
        /** The names in a folder. */
        list(folder) {
            const found = look(folder);
            if (found.kind !== 'folder')
                return found.kind === 'file' ? refused('is not a folder') : found;
            return { kind: 'listed', names: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(found.path) };
        },
    };
}
function sizeOf(bytes) {
    return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MB` : `${bytes / 2 ** 10} KB`;
}
/** Whether the path is the folder or below it. Both absolute. */
function isInside(file, folder) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(folder, file);
    return relative === '' || (relative.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)[0] !== '..' && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
