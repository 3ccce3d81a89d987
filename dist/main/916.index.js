export const id = 916;
export const ids = [916];
export const modules = {

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
