export const id = 318;
export const ids = [318];
export const modules = {

/***/ 3318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   locate: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _babel_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5429);


const OPTIONS = {
    sourceType: 'unambiguous',
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    plugins: ['typescript', 'decorators', 'importAttributes'],
};
/**
 * Finds the property of what `app()` returns, through constants, conditionals and spreads; where that leads out of the
 * config, any property of that name in the files that it loaded, one in the value of a property named as the path has
 * it before any other; where there is none, `app` (or SST v2's `config`) itself.
 *
 * @param files what was loaded of the project, the config first. @param path from the returned object on.
 * @param text what the property comes to: of several, the one that names it is meant.
 */
function locate(files, path, text) {
    const sources = files.flatMap(file => sourceOf(file));
    const [config] = sources;
    if (!config)
        return undefined;
    const name = path.at(-1);
    const best = (candidates) => candidates.toSorted((a, b) => b.score - a.score).find(({ score }) => score > 0);
    const found = best(config.returned(path, text)) ??
        (name === undefined || text === undefined
            ? undefined
            : (best(sources.flatMap(source => source.under(name, text, path.at(-2)))) ??
                best(sources.flatMap(source => source.under(name, text))))) ??
        best(config.entries());
    return found && describe(found, config.stage());
}
function sourceOf(file) {
    try {
        return [new Source(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'))];
    }
    catch {
        return []; // Not there, or nothing that can be parsed: it can't be shown.
    }
}
function describe({ source, property }, stage) {
    const { line, column } = property.loc.start;
    const text = source.text.slice(property.start).split('\n', 1)[0] ?? '';
    const value = property['value'];
    const offset = value && property['shorthand'] !== true ? value.start - property.start : undefined;
    return {
        file: source.file,
        line,
        column: column + 1,
        text: text.trimEnd(),
        ...(offset === undefined || offset > text.length ? {} : { value: offset }),
        ...(stage === undefined ? {} : { stage }),
    };
}
/** How deep constants and calls are followed: deep enough for what people write, and no circle. */
const DEPTH = 12;
class Source {
    file;
    text;
    #tree;
    /** What the names in the file stand for: initial values, functions. */
    #names = new Map();
    constructor(file, text) {
        this.file = file;
        this.text = text;
        this.#tree = (0,_babel_parser__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text, OPTIONS).program;
        for (const node of walk(this.#tree)) {
            const id = node['id'];
            const value = node.type === 'VariableDeclarator' ? node['init'] : node;
            if (id?.type !== 'Identifier' ||
                !value ||
                !/^(VariableDeclarator|FunctionDeclaration)$/.test(node.type))
                continue;
            const name = String(id['name']);
            this.#names.set(name, [...(this.#names.get(name) ?? []), value]);
        }
    }
    /** The properties at that path of what `app()` may return. */
    returned(path, text) {
        let places = this.#app().flatMap(app => this.#results(app, DEPTH));
        let properties = [];
        for (const name of path) {
            properties = places.flatMap(place => this.#properties(place, name));
            places = properties.map(valueAt);
        }
        return properties.map(property => this.#candidate(property, text));
    }
    /** All properties of the name in the file; with a parent given, those in the value of a property of that name. */
    under(name, text, parent) {
        const places = parent === undefined
            ? [this.#tree]
            : [...walk(this.#tree)].filter(node => node.type === 'ObjectProperty' && keyOf(node) === parent);
        const properties = places
            .flatMap(place => [...walk(place)])
            .filter(node => node.type === 'ObjectProperty' && keyOf(node) === name);
        return [...new Set(properties)].map(property => this.#candidate(property, text));
    }
    /** `app`, or what SST v2 has in its place. */
    entries() {
        const members = ['app', 'config'].flatMap(name => this.#roots().flatMap(root => this.#properties(root, name)));
        return members.map(property => ({ source: this, property, score: 1 }));
    }
    /** How the stage is named in `app`, by its parameter. */
    stage() {
        for (const app of this.#app()) {
            const parameter = app['params']?.[0];
            if (parameter?.type === 'Identifier')
                return `${parameter['name']}.stage`;
            const taken = parameter?.['properties']?.find(node => keyOf(node) === 'stage');
            const target = taken?.['value'];
            if (target?.type === 'Identifier')
                return String(target['name']);
        }
        return undefined;
    }
    /** What the file exports by default. */
    #roots() {
        return [...walk(this.#tree)].flatMap(node => {
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
        return members.flatMap(member => member.type === 'ObjectMethod' ? [member] : this.#values(valueAt(member), DEPTH));
    }
    #candidate(property, text) {
        if (text === undefined || property.type !== 'ObjectProperty')
            return { source: this, property, score: 1 };
        const texts = this.#texts(valueAt(property), DEPTH);
        const score = texts.includes(text) ? 2 : texts.includes(undefined) ? 1 : 0;
        return { source: this, property, score };
    }
    /** The texts that an expression may come to; undefined for what can't be told from here. */
    #texts(node, depth) {
        if (depth === 0)
            return [undefined];
        if (node.type === 'StringLiteral')
            return [String(node['value'])];
        if (node.type === 'Identifier' && node['name'] === 'undefined')
            return [];
        if (/^(Null|Numeric|Boolean)Literal$/.test(node.type))
            return [];
        if (node.type === 'TemplateLiteral' && node['expressions'].length === 0) {
            return [String(node['quasis'][0]?.['value']?.cooked)];
        }
        const values = this.#step(node);
        return values ? values.flatMap(value => this.#texts(value, depth - 1)) : [undefined];
    }
    /** The objects and functions that an expression may come to. */
    #values(node, depth) {
        if (depth === 0)
            return [];
        return this.#step(node)?.flatMap(value => this.#values(value, depth - 1)) ?? [node];
    }
    /** One step towards an expression's value: the expressions that it may be; undefined where there is no such step. */
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
        if (known)
            return known.flatMap(value => this.#results(value, DEPTH));
        if (/Function/.test(callee.type))
            return this.#results(callee, DEPTH);
        const [argument] = node['arguments'];
        return argument && /Expression$/.test(argument.type) ? [argument] : undefined;
    }
    #member(node) {
        const [object, key] = [node['object'], node['property']];
        const name = node['computed'] !== true
            ? String(key['name'])
            : key.type === 'StringLiteral'
                ? String(key['value'])
                : undefined;
        const objects = this.#values(object, DEPTH / 2).filter(value => value.type === 'ObjectExpression');
        if (objects.length === 0)
            return undefined;
        const properties = objects.flatMap(value => value['properties']);
        // A key that is not known may be any of them.
        const chosen = properties.filter(property => property.type === 'ObjectProperty' && (name === undefined || keyOf(property) === name));
        return chosen.map(valueAt);
    }
    /** What a function may return. */
    #results(node, depth) {
        if (depth === 0 || !/Function|ObjectMethod/.test(node.type))
            return [];
        const body = node['body'];
        if (body.type !== 'BlockStatement')
            return [body];
        return [...walk(body, inner => !/Function|ObjectMethod|ClassMethod/.test(inner.type))].flatMap(inner => inner.type === 'ReturnStatement' && inner['argument'] ? [inner['argument']] : []);
    }
    /** The properties of that name in the objects that an expression may come to, spreads included. */
    #properties(node, name) {
        return this.#values(node, DEPTH).flatMap(value => {
            if (value.type !== 'ObjectExpression')
                return [];
            return value['properties'].flatMap(property => {
                if (property.type === 'SpreadElement')
                    return this.#properties(property['argument'], name);
                return keyOf(property) === name ? [property] : [];
            });
        });
    }
}
function keyOf(property) {
    const key = property['key'];
    if (!key || property['computed'] === true)
        return undefined;
    return String(key['name'] ?? key['value']);
}
function valueAt(property) {
    return property['value'];
}
/** The node and all below it, in the order of the text; not into those that `enter` refuses. */
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
