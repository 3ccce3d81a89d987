export const id = 916;
export const ids = [916];
export const modules = {

/***/ 4535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Iq: () => (/* binding */ valueNode),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   eg: () => (/* binding */ memberName),
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
/**
 * Parses TypeScript. @throws SyntaxError if nothing can be made of the text.
 */
function parseTypeScript(text, file) {
    return (0,_babel_parser__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { ...optionsFor(file), errorRecovery: true }).program;
}
/** The first syntax error of a file; undefined if there is none. */
function syntaxFault(text, file) {
    try {
        (0,_babel_parser__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, optionsFor(file));
        return undefined;
    }
    catch (error) {
        const { loc, message } = error;
        if (!loc)
            return undefined;
        return {
            line: loc.line,
            column: loc.column + 1,
            reason: message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, ''),
        };
    }
}
/** Syntax that SST's bundler transforms and the interpreter does not know: the first in a file. */
function unknownSyntax(text, file) {
    for (const node of walk(parseTypeScript(text, file))) {
        const reason = unknownIn(node);
        const { line, column } = node.loc.start;
        if (reason)
            return { line, column: column + 1, reason };
    }
    return undefined;
}
function unknownIn(node) {
    if (node.type === 'Decorator')
        return 'a decorator';
    if (node.type === 'ClassAccessorProperty')
        return 'the keyword `accessor`';
    if (/^JSX(Element|Fragment)$/.test(node.type))
        return 'JSX';
    return node.type === 'VariableDeclaration' && /using$/.test(String(node['kind'])) ? '`using`' : undefined;
}
/** The name that a node declares or assigns, and the value that it then has. */
function named(node) {
    const left = node.type === 'AssignmentExpression' ? node['left'] : undefined;
    if (left?.type === 'Identifier')
        return [String(left['name']), node['right']];
    const id = node['id'];
    if (id?.type !== 'Identifier')
        return [];
    if (node.type === 'FunctionDeclaration')
        return [String(id['name']), node];
    if (node.type !== 'VariableDeclarator' || !node['init'])
        return [];
    return [String(id['name']), node['init']];
}
/** The property's name; undefined if it is computed by anything but a text. */
function keyOf(property) {
    const key = property['key'];
    if (!key || (property['computed'] === true && key.type !== 'StringLiteral'))
        return undefined;
    return String(key['name'] ?? key['value']);
}
/** The name after the dot, or between the brackets if it is a text. */
function memberName(node) {
    const key = node['property'];
    if (node['computed'] !== true)
        return key && String(key['name']);
    return key?.type === 'StringLiteral' ? String(key['value']) : undefined;
}
function valueNode(node) {
    if (node.type === 'AssignmentExpression')
        return node['right'];
    return node.type === 'ObjectProperty' ? node['value'] : undefined;
}
/** The node and all below it, in the order of the text; not into nodes for which `enter` is false. */
function* walk(node, enter = () => true) {
    yield node;
    for (const child of Object.values(node)) {
        for (const inner of Array.isArray(child) ? child : [child]) {
            if (isNode(inner) && enter(inner))
                yield* walk(inner, enter);
        }
    }
}
function isNode(value) {
    return (typeof value === 'object' && value !== null && typeof value.type === 'string' && 'loc' in value);
}


/***/ })

};
