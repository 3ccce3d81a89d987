import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Iq: () => (/* binding */ removeProfile)
});

// UNUSED EXPORTS: planProfile, profilePaths, writeProfile

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
function ini_profileBody(text, kind, name) {
    const found = sections(text, kind).filter(({ profile }) => profile === name);
    return found.length === 0 ? undefined : found.map(({ body }) => body).join('');
}
/** The text with the profile in it: it replaces the existing one, or is added at the end. */
function ini_withProfile(text, kind, name, settings) {
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

// EXTERNAL MODULE: ./lib/failure.js
var failure = __nccwpck_require__(957);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/regular-file.js

/** 0 if the system has no such flag (Windows, on which creating a link needs a right that jobs do not have). */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
/**
 * The bytes of a regular file, or why they are not read. Follows no link in the file's place, and waits for no pipe.
 *
 * @param most the size limit in bytes. @throws Error of the system if the file cannot be read.
 */
function readRegularFile(file, most = Number.POSITIVE_INFINITY) {
    const descriptor = (0,external_node_fs_.openSync)(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const stats = (0,external_node_fs_.fstatSync)(descriptor);
        if (!stats.isFile())
            return 'irregular';
        return stats.size > most ? 'too large' : (0,external_node_fs_.readFileSync)(descriptor);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
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
    what: `${caller} is not allowed to assume that role: ${plain(code)}: ${plain(message)}`,
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
async function private_file_edit(edits, id, signal) {
    const files = [...new Set(edits.map(({ file }) => file))].sort();
    for (const file of files) {
        makeFolder(external_node_path_namespaceObject.dirname(file));
        const link = [external_node_path_namespaceObject.dirname(file), file].find(name => stat(name)?.isSymbolicLink());
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
    makeFolder(external_node_path_namespaceObject.dirname(folder));
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
            place(file, after.get(file), id);
            done.push(file);
        }
    }
    catch (error) {
        for (const file of done) {
            prepare(file, before.get(file), id);
            place(file, before.get(file), id);
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
function place(file, text, id) {
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
    const bytes = stats.isFile() ? readRegularFile(file) : 'irregular';
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
        await (0,promises_namespaceObject.setTimeout)(5 + Math.random() * 20, undefined, { signal });
    }
    throw new Error(FILE.held(name));
}

;// CONCATENATED MODULE: ./lib/credentials/profile-files.js








const KINDS = ['credentials', 'config'];
/** The paths of the two files of the AWS SDKs and the AWS CLI. */
function profilePaths(environment) {
    const folder = path.join(homedir(), '.aws');
    return {
        credentials: path.resolve(environment['AWS_SHARED_CREDENTIALS_FILE'] || path.join(folder, 'credentials')),
        config: path.resolve(environment['AWS_CONFIG_FILE'] || path.join(folder, 'config')),
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
        id: randomUUID(),
        /** Hashes of the profile's lines: a profile that somebody else changed in the meantime is not removed. */
        prints: { credentials: print('credentials'), config: print('config') },
        /** The files that did not exist before. */
        made: KINDS.map(kind => paths[kind]).filter(file => !existsSync(file)),
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
                throw new Failure(profileExists(name, written[kind]));
            return withProfile(text, kind, name, settings[kind]);
        },
    });
    try {
        await edit(KINDS.map(change), id, signal);
    }
    catch (error) {
        if (error instanceof Failure || signal?.aborted)
            throw error;
        throw new Failure(profileNotWritten(name, error.message), error);
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
            const body = ini_profileBody(text, kind, written.name);
            if (printOf(body) !== written.prints[kind])
                return text;
            if (kind === 'credentials')
                removed = true;
            const rest = withoutProfile(text, kind, written.name);
            return rest.trim() === '' && written.made.includes(written[kind]) ? undefined : rest;
        },
    });
    await private_file_edit(KINDS.map(change), written.id);
    return removed;
}
/** A hash that does not depend on the line ends. */
function printOf(body) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update((body ?? '').replaceAll('\r\n', '\n').trim())
        .digest('hex');
}


/***/ }),

/***/ 464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   de: () => (/* binding */ profileNotRemoved)
/* harmony export */ });
/* unused harmony exports profileFailed, profileExists, profileNotWritten */

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


/***/ }),

/***/ 896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KZ: () => (/* binding */ EXPORTED),
  Cn: () => (/* binding */ PROFILE)
});

// UNUSED EXPORTS: exportSession

// EXTERNAL MODULE: ./lib/credentials/profile-files.js + 6 modules
var profile_files = __nccwpck_require__(726);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./lib/github/context.js

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
const PAYLOAD_MAX = (/* unused pure expression or super */ null && (25 * 1024 * 1024));
/** The payload of the event, as the runner left it; undefined if it cannot be read. */
function readEvent(environment) {
    const file = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        return statSync(file).size > PAYLOAD_MAX ? undefined : JSON.parse(readFileSync(file, 'utf8'));
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
function context_sstRunId(environment) {
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

// EXTERNAL MODULE: ./lib/github/files.js + 1 modules
var github_files = __nccwpck_require__(660);
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
    const runId = sstRunId(process.env);
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


/***/ }),

/***/ 957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   fI: () => (/* binding */ problemText)
/* harmony export */ });
/* unused harmony exports NOTHING_EXPORTED, placeText */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(804);

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

/***/ 393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runner)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(161);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(957);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(804);



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

/***/ 660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ files)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __nccwpck_require__(957);
// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __nccwpck_require__(393);
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
            const text = Object.entries(values).map(lines).join('');
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
                throw new failure/* Failure */.HR(runnerFileNotWritten(variable, error.message), error);
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
function lines([name, value]) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    return [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL);
}


/***/ }),

/***/ 317:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _credentials_profile_files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(726);
/* harmony import */ var _credentials_profile_messages_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(464);
/* harmony import */ var _export_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(896);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(957);
/* harmony import */ var _github_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(393);
/* harmony import */ var _github_files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(660);






// The job is over: on a self-hosted runner nothing of the session should stay, neither in an environment nor in the AWS
// files. Each item is tried, also if the one before failed or the runner cancels the job; a failure is a warning.
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => { });
for (const item of [blankVariables, removeWrittenProfile]) {
    try {
        await item();
    }
    catch (error) {
        _github_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runner */ .l.warning((0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw)(error));
    }
}
/** A variable cannot be removed through the runner; AWS SDKs and CLIs ignore an empty one. */
async function blankVariables() {
    const names = _github_files_js__WEBPACK_IMPORTED_MODULE_4__/* .files */ .a.getState(_export_js__WEBPACK_IMPORTED_MODULE_1__/* .EXPORTED */ .KZ).split(',').filter(Boolean);
    if (names.length === 0)
        return;
    _github_files_js__WEBPACK_IMPORTED_MODULE_4__/* .files */ .a.leave({ ENV: Object.fromEntries(names.map(name => [name, ''])) });
    _github_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runner */ .l.info(`Blanked ${names.join(', ')}.`);
}
async function removeWrittenProfile() {
    const state = _github_files_js__WEBPACK_IMPORTED_MODULE_4__/* .files */ .a.getState(_export_js__WEBPACK_IMPORTED_MODULE_1__/* .PROFILE */ .Cn);
    if (!state)
        return;
    const written = JSON.parse(state);
    const { name, credentials } = written;
    try {
        const removed = await (0,_credentials_profile_files_js__WEBPACK_IMPORTED_MODULE_0__/* .removeProfile */ .Iq)(written);
        _github_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runner */ .l.info(removed
            ? `Removed profile ${name}.`
            : `Profile ${name} is no longer the one that this job wrote: it was not removed.`);
    }
    catch (error) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR((0,_credentials_profile_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .profileNotRemoved */ .de)(name, credentials, error.message), error);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JV: () => (/* binding */ withoutAccounts),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony export quoted */
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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(317);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
