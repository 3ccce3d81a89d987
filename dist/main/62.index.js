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
/** Expressions that are never a text. */
const NO_TEXT = /^(Null|Numeric|Boolean)Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;
/** A file's syntax tree, and what its expressions might be. Nothing is run: values are followed as a reader would. */
class SyntaxTree {
    file;
    text;
    #tree;
    /** What the names in the file stand for: initial values, later assignments, functions. */
    #names = new Map();
    /** @throws SyntaxError for a text that cannot be parsed at all. */
    constructor(file, text) {
        this.file = file;
        this.text = text;
        this.#tree = (0,syntax_node/* parseTypeScript */.pv)(text, file);
        for (const node of (0,syntax_node/* walk */.GG)(this.#tree)) {
            const [name, value] = (0,syntax_node/* named */.KT)(node);
            if (name !== undefined && value)
                this.#names.set(name, [...(this.#names.get(name) ?? []), value]);
        }
    }
    /** What sets the property at that path of what `app()` might return: in its objects, or by an assignment to them. */
    returned(path, text) {
        let objects = this.#app().flatMap(app => this.#results(app, DEPTH));
        let properties = [];
        for (const name of path) {
            properties = objects.flatMap(object => this.#properties(object, name));
            objects = properties.map(syntax_node/* valueNode */.Iq).filter(value => value !== undefined);
        }
        const [parent, name] = path.slice(-2);
        const assigned = parent === undefined || name === undefined ? [] : this.#assignments(parent, name);
        return [...properties, ...assigned].map(node => this.#setter(node, text));
    }
    /** All properties of the name in the file; with a parent given, those in the value of a property of that name. */
    under(name, text, parent) {
        const parents = [...(0,syntax_node/* walk */.GG)(this.#tree)].filter(node => isProperty(node, parent));
        const roots = parent === undefined ? [this.#tree] : parents;
        const properties = roots.flatMap(root => [...(0,syntax_node/* walk */.GG)(root)]).filter(node => isProperty(node, name));
        return [...new Set(properties)].map(property => this.#setter(property, text));
    }
    /** The properties of the default export with these names: `app`, or `config` and `stacks` of SST v2. */
    entries(names) {
        return names
            .flatMap(name => this.#roots().flatMap(root => this.#properties(root, name)))
            .map(property => this.#setter(property, undefined));
    }
    /** Whether the source is one of SST v2: `config()` and `stacks()` instead of `app()`, or an import of v2's package. */
    isOfV2() {
        const has = (name) => this.entries([name]).length > 0;
        return (has('config') && has('stacks')) || /["']sst\/constructs["']|\bSSTConfig\b/.test(this.text);
    }
    /** Whether `app` is declared `async`. */
    isAppAsync() {
        return this.#app().some(app => app['async'] === true);
    }
    /** What the stage is called there, by the parameter of the `app` function around it. */
    #stageAt(node) {
        const app = this.#app().find(({ start, end }) => start <= node.start && node.end <= end);
        const first = app?.['params']?.[0];
        const parameter = first?.type === 'AssignmentPattern' ? first['left'] : first;
        const taken = parameter?.['properties']?.find(inner => (0,syntax_node/* keyOf */.TN)(inner) === 'stage');
        const value = taken?.['value'];
        const target = parameter?.type === 'Identifier' ? parameter : (value?.['left'] ?? value);
        if (!app || target?.type !== 'Identifier' || this.#isHidden(String(target['name']), app, node))
            return undefined;
        return target === parameter ? `${target['name']}.stage` : String(target['name']);
    }
    /** Whether a function between the app and the node has a parameter of its own with that name. */
    #isHidden(name, app, node) {
        return [...(0,syntax_node/* walk */.GG)(app)].some(inner => inner !== app &&
            Array.isArray(inner['params']) &&
            inner.start <= node.start &&
            node.end <= inner.end &&
            inner['params']
                .flatMap(parameter => [...(0,syntax_node/* walk */.GG)(parameter)])
                .some(part => part['name'] === name));
    }
    /** `aws.profile = …`, if `aws` is so called, or is the value of a property of that name. */
    #assignments(parent, name) {
        const nodes = [...(0,syntax_node/* walk */.GG)(this.#tree)];
        const aliases = nodes.filter(node => isProperty(node, parent)).map(node => (0,syntax_node/* valueNode */.Iq)(node)?.['name']);
        return nodes.filter(node => {
            const left = node.type === 'AssignmentExpression' ? node['left'] : undefined;
            if (left?.type !== 'MemberExpression' || (0,syntax_node/* memberName */.eg)(left) !== name)
                return false;
            const object = left['object'];
            const of = object.type === 'Identifier' ? object['name'] : (0,syntax_node/* memberName */.eg)(object);
            return of !== undefined && (of === parent || aliases.includes(of));
        });
    }
    /** What the file exports by default. */
    #roots() {
        return [...(0,syntax_node/* walk */.GG)(this.#tree)].flatMap(node => {
            if (node.type === 'ExportDefaultDeclaration')
                return [node['declaration']];
            const left = node.type === 'AssignmentExpression' ? node['left'] : undefined;
            return left && /^(module\.exports|exports\.default)$/.test(this.text.slice(left.start, left.end))
                ? [node['right']]
                : [];
        });
    }
    #app() {
        const members = this.#roots().flatMap(root => this.#properties(root, 'app'));
        return members.flatMap(member => {
            const value = (0,syntax_node/* valueNode */.Iq)(member);
            return value ? this.#values(value, DEPTH) : [member];
        });
    }
    #setter(node, text) {
        const value = (0,syntax_node/* valueNode */.Iq)(node);
        const texts = text === undefined || !value ? [undefined] : this.#texts(value, DEPTH);
        const score = texts.includes(text) && text !== undefined ? 2 : texts.includes(undefined) ? 1 : 0;
        return { file: this.file, text: this.text, node, value, score, stage: this.#stageAt(node) };
    }
    /** The texts that an expression might be; undefined for one that is not known from the source. */
    #texts(node, depth) {
        if (depth === 0)
            return [undefined];
        if (node.type === 'StringLiteral')
            return [String(node['value'])];
        if (node.type === 'Identifier' && node['name'] === 'undefined')
            return [];
        if (NO_TEXT.test(node.type))
            return [];
        if (node.type === 'TemplateLiteral' && node['expressions'].length === 0) {
            return [String(node['quasis'][0]?.['value']?.cooked)];
        }
        const values = this.#step(node);
        return values ? values.flatMap(value => this.#texts(value, depth - 1)) : [undefined];
    }
    /** The objects and functions that an expression might be. */
    #values(node, depth) {
        if (depth === 0)
            return [];
        return this.#step(node)?.flatMap(value => this.#values(value, depth - 1)) ?? [node];
    }
    /** One step towards an expression's value: the expressions that it might be; undefined if there is no such step. */
    #step(node) {
        switch (node.type) {
            case 'ConditionalExpression':
                return [node['consequent'], node['alternate']];
            case 'LogicalExpression':
                return [node['left'], node['right']];
            case 'Identifier':
                return this.#names.get(String(node['name']));
            case 'AwaitExpression':
                return [node['argument']];
            case 'TSAsExpression':
            case 'TSSatisfiesExpression':
            case 'TSNonNullExpression':
            case 'TSTypeAssertion':
            case 'ParenthesizedExpression':
                return [node['expression']];
            case 'AssignmentExpression':
                return [node['right']];
            case 'CallExpression':
                return this.#called(node);
            case 'MemberExpression':
            case 'OptionalMemberExpression':
                return this.#member(node);
            default:
                return undefined;
        }
    }
    /** A call: `$config(x)` and its like are x; a function of this file is what it returns. */
    #called(node) {
        const callee = node['callee'];
        const known = callee.type === 'Identifier' ? this.#names.get(String(callee['name'])) : undefined;
        const results = known?.flatMap(value => this.#results(value, DEPTH)) ?? [];
        if (results.length > 0)
            return results;
        if (/Function/.test(callee.type))
            return this.#results(callee, DEPTH);
        const [argument] = node['arguments'];
        return argument && /Expression$/.test(argument.type) ? [argument] : undefined;
    }
    #member(node) {
        const object = node['object'];
        const name = (0,syntax_node/* memberName */.eg)(node);
        const objects = this.#values(object, DEPTH / 2).filter(value => value.type === 'ObjectExpression');
        if (objects.length === 0)
            return undefined;
        const properties = objects.flatMap(value => value['properties']);
        // A key that is not known might be any of them.
        const chosen = properties.filter(property => property.type === 'ObjectProperty' && (name === undefined || (0,syntax_node/* keyOf */.TN)(property) === name));
        return chosen.map(syntax_node/* valueNode */.Iq).filter(value => value !== undefined);
    }
    /** What a function might return. */
    #results(node, depth) {
        if (depth === 0 || !/Function|ObjectMethod/.test(node.type))
            return [];
        const body = node['body'];
        if (body.type !== 'BlockStatement')
            return [body];
        return [...(0,syntax_node/* walk */.GG)(body, inner => !/Function|ObjectMethod|ClassMethod/.test(inner.type))].flatMap(inner => inner.type === 'ReturnStatement' && inner['argument'] ? [inner['argument']] : []);
    }
    /** Whether the property has that name, also by a constant: `[KEY]`. */
    #isNamed(property, name) {
        if ((0,syntax_node/* keyOf */.TN)(property) === name)
            return true;
        return property['computed'] === true && this.#texts(property['key'], DEPTH).includes(name);
    }
    /** The properties of that name in the objects that an expression might be, spreads included. */
    #properties(node, name) {
        return this.#values(node, DEPTH).flatMap(value => {
            if (value.type !== 'ObjectExpression')
                return [];
            return value['properties'].flatMap(property => {
                if (property.type === 'SpreadElement')
                    return this.#properties(property['argument'], name);
                return this.#isNamed(property, name) ? [property] : [];
            });
        });
    }
}
function isProperty(node, name) {
    return node.type === 'ObjectProperty' && (0,syntax_node/* keyOf */.TN)(node) === name;
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
        best(config.entries(['app', 'config'])));
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
function best(setters) {
    const possible = setters.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
    const [first] = possible;
    if (!first)
        return undefined;
    const { file, node } = first;
    const { line, column } = node.loc.start;
    const source = possible.length === 1 ? sourceOf(first) : undefined;
    return { file, line, column: column + 1, source };
}
/** The start of the parentheses around an expression, if it has some. */
function parenthesisOf(value) {
    return value['extra']?.parenStart;
}
function sourceOf({ text, node, value, stage }) {
    if (!value)
        return undefined;
    return {
        text,
        start: node.start,
        value: parenthesisOf(value) ?? value.start,
        end: value.end,
        stage,
    };
}


/***/ }),

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
