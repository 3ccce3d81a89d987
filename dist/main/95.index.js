export const id = 95;
export const ids = [95];
export const modules = {

/***/ 4095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   faultIn: () => (/* binding */ faultIn),
/* harmony export */   importIn: () => (/* binding */ importIn),
/* harmony export */   locate: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _babel_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5429);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2454);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8804);
// What the syntax tree of the project's files says. It is read only for a message: loading the parser takes longer than
// all the rest.



/** The tree of a file, and its syntax errors. It takes what esbuild takes: JSX in files of that name, decorators in both forms. */
function parsed(file) {
    const options = {
        sourceType: 'unambiguous',
        errorRecovery: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        createParenthesizedExpressions: true,
        plugins: ['typescript', 'decorators-legacy', 'decoratorAutoAccessors', 'explicitResourceManagement'],
    };
    if (file.endsWith('x'))
        options.plugins?.push('jsx');
    try {
        return (0,_babel_parser__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)((0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .r)(file), options);
    }
    catch (error) {
        return { program: undefined, errors: [error] };
    }
}
/** Syntax that SST's bundler transforms and the interpreter does not know, as a noun. */
const UNKNOWN = {
    Decorator: 'a decorator',
    ClassAccessorProperty: 'the keyword `accessor`',
    JSXElement: 'JSX',
    JSXFragment: 'JSX',
};
/** The first place that is no TypeScript (`reason` is the parser's), or that the interpreter does not know (`unknown`). */
function faultIn(files) {
    for (const file of files) {
        const [error] = parsed(file).errors;
        if (error?.loc) {
            const reason = error.message.replace(/\.? \(\d+:\d+\)$/, '');
            return { file, line: error.loc.line, column: error.loc.column + 1, reason, unknown: '' };
        }
        for (const [node] of nodesIn(file)) {
            const unknown = UNKNOWN[node.type] ?? (/using$/.test(String(node['kind'])) ? '`using`' : undefined);
            if (unknown)
                return { ...placeOf(file, node), unknown, reason: '' };
        }
    }
    return undefined;
}
function importIn(file, specifier) {
    const text = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .r)(file);
    const isImported = ([{ type, start, end }, parent]) => /Literal$/.test(type) &&
        /^(Import|Export|Call)/.test(parent?.type ?? '') &&
        text.slice(start + 1, end - 1) === specifier;
    const [literal] = [...nodesIn(file)].find(isImported) ?? [];
    return literal ? placeOf(file, literal) : { file, line: 1, column: 1 };
}
/**
 * Finds where a property of what `app()` returns is set, by the names around it and by its value. Nothing is run. If it is
 * nowhere, this is the place of `app` (or SST v2's `config`) itself, or the config as a whole.
 *
 * @param files the config and what it loaded of the project, the config first. @param path from the returned object on.
 * @param text the property's value, which tells several apart. Without it, only a property with all of the path counts.
 */
function locate(files, path, text) {
    const wanted = ['app', ...path].reverse();
    const members = files.flatMap(file => membersIn(file, wanted));
    const least = text === undefined ? Math.max(path.length, 2) : 1;
    const possible = members.filter(({ depth, value }) => depth >= least && mightBe(value, text));
    const exact = possible.filter(({ depth }) => depth >= path.length);
    const chosen = exact.length > 0 ? exact : possible;
    const byDepth = chosen.toSorted((a, b) => b.depth - a.depth);
    const best = byDepth.find(({ source }) => source.includes(text ?? '')) ?? byDepth[0];
    const [config = ''] = files;
    const named = (name) => members.find(({ file, names }) => file === config && names.at(-1) === name);
    const found = best ?? named('app') ?? named('config');
    if (!found)
        return { file: config, line: 1, column: 1 };
    const { file, node, value, stage } = found;
    return {
        ...placeOf(file, node),
        undefinedIf: chosen.length === 1 && value ? condition => changed(file, node, value, condition) : undefined,
        stage: file === config ? stage : undefined,
    };
}
/**
 * Properties and methods of objects, and assignments to properties: `profile: "acme"`, `aws.profile = "acme"`. `depth` is
 * how many of the names around it, from the inside on, are the wanted ones.
 */
function membersIn(file, wanted) {
    const text = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .r)(file);
    return [...nodesIn(file)].flatMap(path => {
        const [node, parent] = path;
        const isProperty = parent?.type === 'ObjectExpression' && isNode(node['key']);
        if (!isProperty && !(node.type === 'AssignmentExpression' && namesOf(node, text).length > 1))
            return [];
        const names = path.toReversed().flatMap(around => namesOf(around, text));
        const value = [node['value'], node['right']].find(isNode);
        const source = text.slice(value?.start, value?.end);
        const differs = wanted.findIndex((name, index) => names.at(-1 - index) !== name);
        const depth = differs < 0 ? wanted.length : differs;
        return [{ file, node, names, depth, value, source, stage: stageIn(path, text) }];
    });
}
/** What the stage is called in the function `app(input)`, if the innermost function around is that. */
function stageIn(path, text) {
    const [app, parent] = path.slice(path.findIndex(({ type }) => /Function|ObjectMethod|ClassMethod/.test(type)));
    const [name] = [app, parent].flatMap(node => (node ? namesOf(node, text) : []));
    const [parameter] = [app?.['params']].flat().filter(isNode);
    return name === 'app' && parameter?.type === 'Identifier' ? `${parameter['name']}.stage` : undefined;
}
/** The names that a property, a variable, a function or an assignment has: `aws.profile = …` has two. */
function namesOf(node, text) {
    const named = [node['key'], node['id'], node.type === 'AssignmentExpression' && node['left']].find(isNode);
    if (!named)
        return [];
    // An identifier's text has its type, too.
    return typeof named['name'] === 'string'
        ? [named['name']]
        : (text.slice(named.start, named.end).match(/[\w$]+/g) ?? []);
}
/** Expressions that have one value, or none that is a text. */
const FIXED = /^(?!Template).*Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;
function mightBe(value, text) {
    const isFixed = value && (FIXED.test(value.type) || value['name'] === 'undefined');
    return text === undefined || !isFixed || value['value'] === text;
}
/**
 * The diff from the property to the end of its value, or of the line in which the value begins; undefined if a line has
 * more than 240 characters, or characters that must not be printed.
 */
function changed(file, { start }, value, condition) {
    const text = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .r)(file);
    const end = value.end + (/[,;]/.test(text.charAt(value.end)) ? 1 : 0);
    const to = Math.min(end, value.start + text.slice(value.start).search(/\r?\n|$/));
    // The short form `{ profile }` has no name before the value.
    const key = text.slice(start, value.start) || `${text.slice(start, value.end)}: `;
    const after = `${key}${condition} ? undefined : ${text.slice(value.start, to)}`;
    const lines = (part, sign) => part.split(/\r?\n/).map(line => `${sign} ${line}`);
    const diff = [...lines(text.slice(start, to), '-'), ...lines(after, '+')];
    const isShown = diff.map(line => line.replaceAll('\t', ' ')).every(line => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(line, 240) === line);
    return isShown ? diff : undefined;
}
/** The nodes of a file in the order of its text, each with those around it; none if it cannot be parsed. */
function* nodesIn(file) {
    const { program } = parsed(file);
    const next = program ? [[program]] : [];
    for (let path = next.pop(); path; path = next.pop()) {
        yield path;
        for (const inner of Object.values(path[0]).flat().reverse())
            if (isNode(inner))
                next.push([inner, ...path]);
    }
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'loc' in value && 'type' in value;
}
function placeOf(file, { loc: { start } }) {
    return { file, line: start.line, column: start.column + 1 };
}


/***/ })

};
