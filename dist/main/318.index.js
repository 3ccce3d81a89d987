export const id = 318;
export const ids = [318,916];
export const modules = {

/***/ 3318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isAppAsync: () => (/* binding */ isAppAsync),
/* harmony export */   locate: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4637);
/* harmony import */ var _syntax_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4535);


/**
 * Finds where a property of what `app()` returns is set, by the names around it and by its value. Nothing is run. If it is
 * nowhere, this is the place of `app` (or SST v2's `config`) itself.
 *
 * @param files the config and what it loaded of the project, the config first. @param path from the returned object on.
 * @param text the property's value, which tells several apart. Without it, only a property with all of the path counts.
 */
function locate(files, path, text) {
    const sources = files.flatMap(file => sourceOf(file) ?? []);
    const [config] = sources;
    const least = text === undefined ? Math.max(path.length, 2) : 1;
    const possible = sources.flatMap(source => source.members
        .map(member => ({
        source,
        member,
        depth: agreeing(source.namesOf(member), ['app', ...path]),
        score: text === undefined ? 1 : source.score(member, text),
    }))
        .filter(({ depth, score }) => depth >= least && score > 0));
    const exact = possible.filter(({ source, depth }) => source === config && depth >= path.length);
    const chosen = exact.length > 0 ? exact : possible;
    const [best] = chosen.toSorted((a, b) => b.score - a.score || b.depth - a.depth);
    if (best)
        return best.source.location(best.member, chosen.length === 1);
    const named = (name) => config?.members.find(member => config.namesOf(member).at(-1) === name);
    const entry = named('app') ?? named('config');
    return entry && config?.location(entry, false);
}
/** Whether `app` is declared `async` in the config. */
function isAppAsync(config) {
    return sourceOf(config)?.apps.some(app => app['async'] === true) === true;
}
/** How many of the names at the end are the same. */
function agreeing(names, path) {
    const differs = path.toReversed().findIndex((name, index) => names.at(-1 - index) !== name);
    return differs < 0 ? path.length : differs;
}
/** Undefined if the file cannot be parsed: nothing in it can be shown then. */
function sourceOf(file) {
    try {
        return new Source(file);
    }
    catch {
        return undefined;
    }
}
/** Expressions that are never a text. */
const NO_TEXT = /^(Null|Numeric|Boolean)Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;
/** Expressions whose value is that of an expression in one of these fields. */
const TRANSPARENT = /^(Conditional|Logical|TS\w+)(Expression|Assertion)$/;
const FIELDS = ['consequent', 'alternate', 'left', 'right', 'expression'];
class Source {
    /** Properties and methods of objects, and assignments to them: `profile: "acme"`, `aws.profile = "acme"`. */
    members = [];
    /** The functions that are called `app`. */
    apps = [];
    /** What names, and properties of names (`NAMES.prod`), stand for: initial values and later ones. */
    #values = new Map();
    #file;
    #text;
    /** @throws SyntaxError for a text that cannot be parsed at all. */
    constructor(file) {
        this.#file = file;
        this.#text = (0,_source_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceText */ .r)(file);
        for (const path of (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .GG)((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTypeScript */ .pv)(this.#text, file))) {
            const [node, parent] = path;
            const names = this.#ownNames(node);
            if (names.length === 0 || parent?.type === 'ObjectPattern')
                continue;
            const isMember = names.length > 1 || parent?.type === 'ObjectExpression';
            if (isMember)
                this.members.push(path);
            const named = expressionIn(node) ?? node;
            if (names.at(-1) === 'app' && isFunction(named))
                this.apps.push(named);
            const key = (isMember ? this.namesOf(path).slice(-2) : names).join('.');
            this.#values.set(key, [...(this.#values.get(key) ?? []), named]);
        }
    }
    /** The names around a node, and its own: `app`, `providers`, `aws`, `profile`. */
    namesOf(path) {
        return path.toReversed().flatMap(node => this.#ownNames(node));
    }
    /** The name that a variable, function or property has; that of a property also by a constant: `[KEY]`. */
    #ownNames(node) {
        if (!/^Object(Property|Method)$/.test(node.type))
            return reference((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, node.type === 'AssignmentExpression' ? 'left' : 'id'));
        return [(0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(node) ?? this.#texts((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'key'))[0] ?? ''];
    }
    /** How sure it is that the value is this text: 2 if it is one of those that it might be, 1 if it is not known, 0 if not. */
    score([member], text) {
        const texts = this.#texts(expressionIn(member));
        return texts.includes(text) ? 2 : texts.includes(undefined) ? 1 : 0;
    }
    /** The texts that an expression might be; undefined for one that is not known from the source. */
    #texts(node, seen = new Set()) {
        if (!node)
            return [undefined];
        if (seen.has(node))
            return [];
        seen.add(node);
        if (node.type === 'StringLiteral')
            return [String(node['value'])];
        if (NO_TEXT.test(node.type) || node['name'] === 'undefined')
            return [];
        if (node.type === 'TemplateLiteral' && !(0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'expressions'))
            return [String(Object((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'quasis')?.['value']).cooked)];
        const known = TRANSPARENT.test(node.type)
            ? FIELDS.flatMap(field => (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(node, field))
            : this.#values.get(reference(node).slice(-2).join('.'));
        return known?.flatMap(inner => this.#texts(inner, seen)) ?? [undefined];
    }
    location(path, isOnly) {
        const [node] = path;
        const value = expressionIn(node);
        const { line, column } = node.loc.start;
        const source = value && {
            text: this.#text,
            start: node.start,
            // With the parentheses around it.
            value: Number(Object(value['extra']).parenStart ?? value.start),
            end: value.end,
            stage: this.#stageIn(path.find(isFunction)),
        };
        return { file: this.#file, line, column: column + 1, source: isOnly ? source : undefined };
    }
    /** What the stage is called in the function, by its parameter, if it is `app`. */
    #stageIn(app) {
        if (this.apps.length > 1 || this.apps[0] !== app)
            return undefined;
        const parameter = withoutDefault((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(app, 'params'));
        const taken = (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .children */ .Y_)(parameter, 'properties').find(property => (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(property) === 'stage');
        const [name] = reference(taken ? withoutDefault((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(taken, 'value')) : parameter);
        return taken || name === undefined ? name : `${name}.stage`;
    }
}
/** The names of an identifier or a member expression: `aws.profile` has two. */
function reference(node) {
    if (node?.type === 'Identifier')
        return [String(node['name'])];
    const name = /^(Optional)?MemberExpression$/.test(node?.type ?? '') ? (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(node) : undefined;
    return name === undefined ? [] : [...reference((0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'object')), name];
}
/** The expression that a property, an assignment or a variable has. */
function expressionIn(node) {
    return (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'value') ?? (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'right') ?? (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(node, 'init');
}
function isFunction({ type }) {
    return /Function|ObjectMethod|ClassMethod/.test(type);
}
/** A parameter without its default: `x = 1` is x. */
function withoutDefault(parameter) {
    return parameter?.type === 'AssignmentPattern' ? (0,_syntax_node_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(parameter, 'left') : parameter;
}


/***/ }),

/***/ 4535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   pv: () => (/* binding */ parseTypeScript),
/* harmony export */   syntaxFault: () => (/* binding */ syntaxFault),
/* harmony export */   unknownSyntax: () => (/* binding */ unknownSyntax)
/* harmony export */ });
/* harmony import */ var _babel_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5429);

/** What esbuild takes: its JSX in files of that name only, its decorators in both forms. */
function optionsFor(file) {
    return {
        sourceType: 'unambiguous',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        plugins: [
            'typescript',
            'decorators-legacy',
            'decoratorAutoAccessors',
            'explicitResourceManagement',
            ...(/x$/.test(file) ? ['jsx'] : []),
        ],
    };
}
/** @throws SyntaxError if nothing can be made of the text. */
function parseTypeScript(text, file) {
    return (0,_babel_parser__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { ...optionsFor(file), errorRecovery: true }).program;
}
/** The first syntax error of a file, its place (from 1) and the parser's reason; undefined if there is none. */
function syntaxFault(text, file) {
    try {
        (0,_babel_parser__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, optionsFor(file));
        return undefined;
    }
    catch (error) {
        const { loc, message } = error;
        const reason = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '');
        return loc && { line: loc.line, column: loc.column + 1, reason };
    }
}
/** Syntax that SST's bundler transforms and the interpreter does not know: the first in a file, as a noun. */
function unknownSyntax(text, file) {
    for (const [node] of walk(parseTypeScript(text, file))) {
        const reason = UNKNOWN[node.type] ?? (/using$/.test(String(node['kind'])) ? '`using`' : undefined);
        const { line, column } = node.loc.start;
        if (reason)
            return { line, column: column + 1, reason };
    }
    return undefined;
}
const UNKNOWN = {
    Decorator: 'a decorator',
    ClassAccessorProperty: 'the keyword `accessor`',
    JSXElement: 'JSX',
    JSXFragment: 'JSX',
};
/** The nodes in a field, which has one or a list. */
function children(node, field) {
    return [node?.[field]].flat().filter(isNode);
}
function child(node, field) {
    return children(node, field)[0];
}
/** The name of a property or of a member, `a.name`; undefined if it is computed by anything but a text. */
function nameOf(node) {
    const key = child(node, 'key') ?? child(node, 'property');
    if (!key || (node?.['computed'] === true && key.type !== 'StringLiteral'))
        return undefined;
    return String(key['name'] ?? key['value']);
}
/** The node and all below it, in the order of the text. */
function* walk(node, around = []) {
    const path = [node, ...around];
    yield path;
    for (const field of Object.keys(node))
        for (const inner of children(node, field))
            yield* walk(inner, path);
}
function isNode(value) {
    return (typeof value === 'object' && value !== null && typeof value.type === 'string' && 'loc' in value);
}


/***/ })

};
