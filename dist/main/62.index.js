export const id = 62;
export const ids = [62,916];
export const modules = {

/***/ 9062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  locate: () => (/* binding */ locate),
  treeOf: () => (/* binding */ treeOf)
});

// EXTERNAL MODULE: ./lib/sst/source-text.js
var source_text = __webpack_require__(4637);
// EXTERNAL MODULE: ./lib/sst/syntax-node.js
var syntax_node = __webpack_require__(4535);
;// CONCATENATED MODULE: ./lib/sst/syntax-tree.js

/** How deep constants and calls are followed: deep enough for what people write, and no endless circle. */
const DEPTH = 12;
/** How many expressions of a file are followed: an end for definitions that lead to each other in many ways. */
const MOST_STEPS = 100_000;
/** Expressions that are never a text. */
const NO_TEXT = /^(Null|Numeric|Boolean)Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;
/** The fields of an expression in which its value is. */
const VALUES = {
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
    AssignmentExpression: ['right'],
    AwaitExpression: ['argument'],
    TSAsExpression: ['expression'],
    TSSatisfiesExpression: ['expression'],
    TSNonNullExpression: ['expression'],
    TSTypeAssertion: ['expression'],
    ParenthesizedExpression: ['expression'],
};
/** A file's syntax tree, and what its expressions might be. Nothing is run: values are followed as a reader would. */
class SyntaxTree {
    #file;
    #text;
    #nodes;
    /** What the names in the file stand for: initial values, later assignments, functions. */
    #names = new Map();
    #steps = 0;
    /** @throws SyntaxError for a text that cannot be parsed at all. */
    constructor(file, text) {
        this.#file = file;
        this.#text = text;
        this.#nodes = [...(0,syntax_node/* walk */.GG)((0,syntax_node/* parseTypeScript */.pv)(text, file))];
        for (const node of this.#nodes) {
            const isAssigned = node.type === 'AssignmentExpression';
            const target = (0,syntax_node/* child */.jf)(node, isAssigned ? 'left' : 'id');
            const value = node.type === 'FunctionDeclaration' ? node : (0,syntax_node/* child */.jf)(node, isAssigned ? 'right' : 'init');
            if (target?.type !== 'Identifier' || !value)
                continue;
            const name = String(target['name']);
            this.#names.set(name, [...(this.#names.get(name) ?? []), value]);
        }
    }
    /** What sets the property at that path of what `app()` might return: in its objects, or by an assignment to them. */
    returned(path, text) {
        let objects = this.#app().flatMap(resultsOf);
        let properties = [];
        for (const name of path) {
            properties = objects.flatMap(object => this.#properties(object, name));
            objects = properties.flatMap(property => (0,syntax_node/* valueNode */.Iq)(property) ?? []);
        }
        const [parent, name] = path.slice(-2);
        const assigned = parent === undefined || name === undefined ? [] : this.#assignments(parent, name);
        return this.#located([...properties, ...assigned], text);
    }
    /** All properties of the name in the file; with a parent given, those in the value of a property of that name. */
    under(name, text, parent) {
        const parents = this.#nodes.filter(node => parent !== undefined && isProperty(node, parent));
        const nodes = parent === undefined ? this.#nodes : parents.flatMap(node => [...(0,syntax_node/* walk */.GG)(node)]);
        const properties = nodes.filter(node => isProperty(node, name));
        return this.#located(properties, text);
    }
    /** `app` of the default export, or `config` of SST v2. */
    entries() {
        return this.#located([...this.#exported('app'), ...this.#exported('config')], undefined);
    }
    /** Whether the source is one of SST v2: `config()` and `stacks()` instead of `app()`, or an import of v2's package. */
    isOfV2() {
        const has = (name) => this.#exported(name).length > 0;
        return (has('config') && has('stacks')) || /["']sst\/constructs["']|\bSSTConfig\b/.test(this.#text);
    }
    /** Whether `app` is declared `async`. */
    isAppAsync() {
        return this.#app().some(app => app['async'] === true);
    }
    /** What the stage is called there, by the parameter of the `app` function around it. */
    #stageAt(node) {
        const app = this.#app().find(value => isAround(value, node));
        const parameter = withoutDefault((0,syntax_node/* child */.jf)(app, 'params'));
        const taken = (0,syntax_node/* children */.Y_)(parameter, 'properties').find(property => (0,syntax_node/* nameOf */.Vb)(property) === 'stage');
        const target = parameter?.type === 'Identifier' ? parameter : withoutDefault((0,syntax_node/* child */.jf)(taken, 'value'));
        if (!app || target?.type !== 'Identifier')
            return undefined;
        const name = String(target['name']);
        // A function between the app and the node might have a parameter of its own with that name.
        const functions = [...(0,syntax_node/* walk */.GG)(app)].filter(inner => inner !== app && isAround(inner, node));
        const parts = functions.flatMap(inner => (0,syntax_node/* children */.Y_)(inner, 'params')).flatMap(inner => [...(0,syntax_node/* walk */.GG)(inner)]);
        if (parts.some(part => part['name'] === name))
            return undefined;
        return target === parameter ? `${name}.stage` : name;
    }
    /** `aws.profile = …`, if `aws` is so called, or is the value of a property of that name. */
    #assignments(parent, name) {
        const parents = this.#nodes.filter(node => isProperty(node, parent));
        const names = [parent, ...parents.map(node => (0,syntax_node/* valueNode */.Iq)(node)?.['name'])];
        return this.#nodes.filter(node => {
            const left = node.type === 'AssignmentExpression' ? (0,syntax_node/* child */.jf)(node, 'left') : undefined;
            if (left?.type !== 'MemberExpression' || (0,syntax_node/* nameOf */.Vb)(left) !== name)
                return false;
            const object = (0,syntax_node/* child */.jf)(left, 'object');
            const of = object?.type === 'Identifier' ? object['name'] : (0,syntax_node/* nameOf */.Vb)(object);
            return of !== undefined && names.includes(of);
        });
    }
    /** The properties of that name in what the file exports by default. */
    #exported(name) {
        const exported = this.#nodes.flatMap(node => {
            if (node.type === 'ExportDefaultDeclaration')
                return (0,syntax_node/* children */.Y_)(node, 'declaration');
            const left = node.type === 'AssignmentExpression' ? (0,syntax_node/* child */.jf)(node, 'left') : undefined;
            const target = left && this.#text.slice(left.start, left.end);
            return target === 'module.exports' || target === 'exports.default' ? (0,syntax_node/* children */.Y_)(node, 'right') : [];
        });
        return exported.flatMap(value => this.#properties(value, name));
    }
    #app() {
        return this.#exported('app').flatMap(member => {
            const value = (0,syntax_node/* valueNode */.Iq)(member);
            return value ? this.#values(value) : [member];
        });
    }
    #located(nodes, text) {
        return [...new Set(nodes)].map(node => {
            const value = (0,syntax_node/* valueNode */.Iq)(node);
            const texts = text === undefined || !value ? [undefined] : this.#texts(value);
            const score = text !== undefined && texts.includes(text) ? 2 : texts.includes(undefined) ? 1 : 0;
            const { line, column } = node.loc.start;
            const source = value && {
                text: this.#text,
                start: node.start,
                // With the parentheses around it.
                value: Number(Object(value['extra']).parenStart ?? value.start),
                end: value.end,
                stage: this.#stageAt(node),
            };
            return { file: this.#file, line, column: column + 1, score, source };
        });
    }
    /** The texts that an expression might be; undefined for one that is not known from the source. */
    #texts(node) {
        return this.#values(node).flatMap(value => {
            if (value.type === 'StringLiteral')
                return [String(value['value'])];
            if (NO_TEXT.test(value.type) || value['name'] === 'undefined')
                return [];
            const isWhole = value.type === 'TemplateLiteral' && !(0,syntax_node/* child */.jf)(value, 'expressions');
            return [isWhole ? String(Object((0,syntax_node/* child */.jf)(value, 'quasis')?.['value']).cooked) : undefined];
        });
    }
    /** The expressions that an expression's value comes from: texts, objects, functions, and what leads no further. */
    #values(node, depth = DEPTH) {
        this.#steps += 1;
        const next = depth === 0 || this.#steps > MOST_STEPS ? undefined : this.#step(node, depth - 1);
        return next?.flatMap(value => this.#values(value, depth - 1)) ?? [node];
    }
    /** One step towards an expression's value: the expressions that it might be; undefined if there is no such step. */
    #step(node, depth) {
        const fields = VALUES[node.type];
        if (fields)
            return fields.flatMap(field => (0,syntax_node/* children */.Y_)(node, field));
        if (node.type === 'Identifier')
            return this.#names.get(String(node['name']));
        if (node.type === 'CallExpression')
            return this.#called(node, depth);
        return /MemberExpression$/.test(node.type) ? this.#member(node, depth) : undefined;
    }
    /** A call: `$config(x)` and its like are x; a function of this file is what it returns. */
    #called(node, depth) {
        const functions = (0,syntax_node/* children */.Y_)(node, 'callee').flatMap(callee => this.#values(callee, depth));
        const results = functions.flatMap(resultsOf);
        if (results.length > 0)
            return results;
        const argument = (0,syntax_node/* child */.jf)(node, 'arguments');
        return argument && /Expression$/.test(argument.type) ? [argument] : undefined;
    }
    #member(node, depth) {
        const name = (0,syntax_node/* nameOf */.Vb)(node);
        const values = (0,syntax_node/* children */.Y_)(node, 'object').flatMap(object => this.#values(object, depth));
        const objects = values.filter(value => value.type === 'ObjectExpression');
        if (objects.length === 0)
            return undefined;
        const properties = objects.flatMap(object => (0,syntax_node/* children */.Y_)(object, 'properties'));
        // A key that is not known might be any of them.
        return properties.flatMap(property => name === undefined || (0,syntax_node/* nameOf */.Vb)(property) === name ? ((0,syntax_node/* valueNode */.Iq)(property) ?? []) : []);
    }
    /** The properties of that name in the objects that an expression might be, spreads included. */
    #properties(node, name, depth = DEPTH) {
        const values = depth === 0 ? [] : this.#values(node, depth);
        const objects = values.filter(value => value.type === 'ObjectExpression');
        return objects
            .flatMap(object => (0,syntax_node/* children */.Y_)(object, 'properties'))
            .flatMap(property => {
            const spread = property.type === 'SpreadElement' ? (0,syntax_node/* child */.jf)(property, 'argument') : undefined;
            if (spread)
                return this.#properties(spread, name, depth - 1);
            if ((0,syntax_node/* nameOf */.Vb)(property) === name)
                return [property];
            // Also by a constant: `[KEY]`.
            const key = property['computed'] === true ? (0,syntax_node/* child */.jf)(property, 'key') : undefined;
            return key && this.#texts(key).includes(name) ? [property] : [];
        });
    }
}
/** What a function might return. */
function resultsOf(node) {
    const body = /Function|ObjectMethod/.test(node.type) ? (0,syntax_node/* child */.jf)(node, 'body') : undefined;
    if (body?.type !== 'BlockStatement')
        return body ? [body] : [];
    const nodes = (0,syntax_node/* walk */.GG)(body, inner => !/Function|ObjectMethod|ClassMethod/.test(inner.type));
    return [...nodes].flatMap(inner => (inner.type === 'ReturnStatement' ? (0,syntax_node/* children */.Y_)(inner, 'argument') : []));
}
function isProperty(node, name) {
    return node.type === 'ObjectProperty' && (0,syntax_node/* nameOf */.Vb)(node) === name;
}
function isAround(outer, inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
/** A parameter without its default: `x = 1` is x. */
function withoutDefault(parameter) {
    return parameter?.type === 'AssignmentPattern' ? (0,syntax_node/* child */.jf)(parameter, 'left') : parameter;
}

;// CONCATENATED MODULE: ./lib/sst/locate.js


/**
 * Finds where a property of what `app()` returns is set: through constants, conditionals, spreads and assignments; if
 * that leads out of the config, in any file that it loaded, first in the value of a property named as the path has it;
 * if it is nowhere, `app` (or SST v2's `config`) itself.
 *
 * @param files the config and what it loaded of the project, the config first. @param path from the returned object on.
 * @param text the property's value, which tells several apart.
 */
function locate(files, path, text) {
    const trees = files.map(treeOf).filter(tree => tree !== undefined);
    const [config] = trees;
    if (!config)
        return undefined;
    const name = path.at(-1);
    const elsewhere = (parent) => name === undefined || text === undefined ? [] : trees.flatMap(tree => tree.under(name, text, parent));
    return (best(config.returned(path, text)) ??
        best(elsewhere(path.at(-2))) ??
        best(elsewhere()) ??
        best(config.entries()));
}
/** The file's syntax tree; undefined if it cannot be parsed: nothing in it can be shown then. */
function treeOf(file) {
    try {
        return new SyntaxTree(file, (0,source_text/* sourceText */.r)(file));
    }
    catch {
        return undefined;
    }
}
function best(locations) {
    const possible = locations.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
    const [first] = possible;
    return first && { ...first, source: possible.length === 1 ? first.source : undefined };
}


/***/ }),

/***/ 4535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Iq: () => (/* binding */ valueNode),
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
    for (const node of walk(parseTypeScript(text, file))) {
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
/** The expression that a property or an assignment sets; undefined for a method or a getter. */
function valueNode(node) {
    if (node.type === 'AssignmentExpression')
        return child(node, 'right');
    return node.type === 'ObjectProperty' ? child(node, 'value') : undefined;
}
/** The node and all below it, in the order of the text; not into nodes for which `enter` is false. */
function* walk(node, enter = () => true) {
    yield node;
    for (const field of Object.keys(node)) {
        for (const inner of children(node, field))
            if (enter(inner))
                yield* walk(inner, enter);
    }
}
function isNode(value) {
    return (typeof value === 'object' && value !== null && typeof value.type === 'string' && 'loc' in value);
}


/***/ })

};
