import type { PropertySource } from './advice.ts';
import { child, children, type Node, nameOf, parseTypeScript, valueNode, walk } from './syntax-node.ts';

/** How deep constants and calls are followed: deep enough for what people write, and no endless circle. */
const DEPTH = 12;

/** How many expressions of a file are followed: an end for definitions that lead to each other in many ways. */
const MOST_STEPS = 100_000;

/** Expressions that are never a text. */
const NO_TEXT = /^(Null|Numeric|Boolean)Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;

/** The fields of an expression in which its value is. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
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

/** Where a property is set: `profile: "acme"` in an object, or `aws.profile = "acme"`. */
export interface PropertyLocation {
  /** Absolute. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** How sure it is that the value is the one looked for: 2 if it is one of its texts, 1 if it might be, 0 if not. */
  readonly score: 0 | 1 | 2;
  /** The text that sets it; undefined if several places might, or none can be changed by itself. */
  readonly source?: PropertySource;
}

/** A file's syntax tree, and what its expressions might be. Nothing is run: values are followed as a reader would. */
export class SyntaxTree {
  readonly #file: string;
  readonly #text: string;
  readonly #nodes: readonly Node[];
  /** What the names in the file stand for: initial values, later assignments, functions. */
  readonly #names = new Map<string, Node[]>();
  #steps = 0;

  /** @throws SyntaxError for a text that cannot be parsed at all. */
  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#nodes = [...walk(parseTypeScript(text, file))];
    for (const node of this.#nodes) {
      const isAssigned = node.type === 'AssignmentExpression';
      const target = child(node, isAssigned ? 'left' : 'id');
      const value = node.type === 'FunctionDeclaration' ? node : child(node, isAssigned ? 'right' : 'init');
      if (target?.type !== 'Identifier' || !value) continue;
      const name = String(target['name']);
      this.#names.set(name, [...(this.#names.get(name) ?? []), value]);
    }
  }

  /** What sets the property at that path of what `app()` might return: in its objects, or by an assignment to them. */
  returned(path: readonly string[], text: string | undefined): PropertyLocation[] {
    let objects = this.#app().flatMap(resultsOf);
    let properties: Node[] = [];
    for (const name of path) {
      properties = objects.flatMap(object => this.#properties(object, name));
      objects = properties.flatMap(property => valueNode(property) ?? []);
    }
    const [parent, name] = path.slice(-2);
    const assigned = parent === undefined || name === undefined ? [] : this.#assignments(parent, name);
    return this.#located([...properties, ...assigned], text);
  }

  /** All properties of the name in the file; with a parent given, those in the value of a property of that name. */
  under(name: string, text: string, parent?: string): PropertyLocation[] {
    const parents = this.#nodes.filter(node => parent !== undefined && isProperty(node, parent));
    const nodes = parent === undefined ? this.#nodes : parents.flatMap(node => [...walk(node)]);
    const properties = nodes.filter(node => isProperty(node, name));
    return this.#located(properties, text);
  }

  /** `app` of the default export, or `config` of SST v2. */
  entries(): PropertyLocation[] {
    return this.#located([...this.#exported('app'), ...this.#exported('config')], undefined);
  }

  /** Whether the source is one of SST v2: `config()` and `stacks()` instead of `app()`, or an import of v2's package. */
  isOfV2(): boolean {
    const has = (name: string) => this.#exported(name).length > 0;
    return (has('config') && has('stacks')) || /["']sst\/constructs["']|\bSSTConfig\b/.test(this.#text);
  }

  /** Whether `app` is declared `async`. */
  isAppAsync(): boolean {
    return this.#app().some(app => app['async'] === true);
  }

  /** What the stage is called there, by the parameter of the `app` function around it. */
  #stageAt(node: Node): string | undefined {
    const app = this.#app().find(value => isAround(value, node));
    const parameter = withoutDefault(child(app, 'params'));
    const taken = children(parameter, 'properties').find(property => nameOf(property) === 'stage');
    const target = parameter?.type === 'Identifier' ? parameter : withoutDefault(child(taken, 'value'));
    if (!app || target?.type !== 'Identifier') return undefined;
    const name = String(target['name']);
    // A function between the app and the node might have a parameter of its own with that name.
    const functions = [...walk(app)].filter(inner => inner !== app && isAround(inner, node));
    const parts = functions.flatMap(inner => children(inner, 'params')).flatMap(inner => [...walk(inner)]);
    if (parts.some(part => part['name'] === name)) return undefined;
    return target === parameter ? `${name}.stage` : name;
  }

  /** `aws.profile = …`, if `aws` is so called, or is the value of a property of that name. */
  #assignments(parent: string, name: string): Node[] {
    const parents = this.#nodes.filter(node => isProperty(node, parent));
    const names = [parent, ...parents.map(node => valueNode(node)?.['name'])];
    return this.#nodes.filter(node => {
      const left = node.type === 'AssignmentExpression' ? child(node, 'left') : undefined;
      if (left?.type !== 'MemberExpression' || nameOf(left) !== name) return false;
      const object = child(left, 'object');
      const of = object?.type === 'Identifier' ? object['name'] : nameOf(object);
      return of !== undefined && names.includes(of);
    });
  }

  /** The properties of that name in what the file exports by default. */
  #exported(name: string): Node[] {
    const exported = this.#nodes.flatMap(node => {
      if (node.type === 'ExportDefaultDeclaration') return children(node, 'declaration');
      const left = node.type === 'AssignmentExpression' ? child(node, 'left') : undefined;
      const target = left && this.#text.slice(left.start, left.end);
      return target === 'module.exports' || target === 'exports.default' ? children(node, 'right') : [];
    });
    return exported.flatMap(value => this.#properties(value, name));
  }

  #app(): Node[] {
    return this.#exported('app').flatMap(member => {
      const value = valueNode(member);
      return value ? this.#values(value) : [member];
    });
  }

  #located(nodes: readonly Node[], text: string | undefined): PropertyLocation[] {
    return [...new Set(nodes)].map(node => {
      const value = valueNode(node);
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
  #texts(node: Node): Array<string | undefined> {
    return this.#values(node).flatMap(value => {
      if (value.type === 'StringLiteral') return [String(value['value'])];
      if (NO_TEXT.test(value.type) || value['name'] === 'undefined') return [];
      const isWhole = value.type === 'TemplateLiteral' && !child(value, 'expressions');
      return [isWhole ? String(Object(child(value, 'quasis')?.['value']).cooked) : undefined];
    });
  }

  /** The expressions that an expression's value comes from: texts, objects, functions, and what leads no further. */
  #values(node: Node, depth = DEPTH): Node[] {
    this.#steps += 1;
    const next = depth === 0 || this.#steps > MOST_STEPS ? undefined : this.#step(node, depth - 1);
    return next?.flatMap(value => this.#values(value, depth - 1)) ?? [node];
  }

  /** One step towards an expression's value: the expressions that it might be; undefined if there is no such step. */
  #step(node: Node, depth: number): Node[] | undefined {
    const fields = VALUES[node.type];
    if (fields) return fields.flatMap(field => children(node, field));
    if (node.type === 'Identifier') return this.#names.get(String(node['name']));
    if (node.type === 'CallExpression') return this.#called(node, depth);
    return /MemberExpression$/.test(node.type) ? this.#member(node, depth) : undefined;
  }

  /** A call: `$config(x)` and its like are x; a function of this file is what it returns. */
  #called(node: Node, depth: number): Node[] | undefined {
    const functions = children(node, 'callee').flatMap(callee => this.#values(callee, depth));
    const results = functions.flatMap(resultsOf);
    if (results.length > 0) return results;
    const argument = child(node, 'arguments');
    return argument && /Expression$/.test(argument.type) ? [argument] : undefined;
  }

  #member(node: Node, depth: number): Node[] | undefined {
    const name = nameOf(node);
    const values = children(node, 'object').flatMap(object => this.#values(object, depth));
    const objects = values.filter(value => value.type === 'ObjectExpression');
    if (objects.length === 0) return undefined;
    const properties = objects.flatMap(object => children(object, 'properties'));
    // A key that is not known might be any of them.
    return properties.flatMap(property =>
      name === undefined || nameOf(property) === name ? (valueNode(property) ?? []) : [],
    );
  }

  /** The properties of that name in the objects that an expression might be, spreads included. */
  #properties(node: Node, name: string, depth = DEPTH): Node[] {
    const values = depth === 0 ? [] : this.#values(node, depth);
    const objects = values.filter(value => value.type === 'ObjectExpression');
    return objects
      .flatMap(object => children(object, 'properties'))
      .flatMap(property => {
        const spread = property.type === 'SpreadElement' ? child(property, 'argument') : undefined;
        if (spread) return this.#properties(spread, name, depth - 1);
        if (nameOf(property) === name) return [property];
        // Also by a constant: `[KEY]`.
        const key = property['computed'] === true ? child(property, 'key') : undefined;
        return key && this.#texts(key).includes(name) ? [property] : [];
      });
  }
}

/** What a function might return. */
function resultsOf(node: Node): Node[] {
  const body = /Function|ObjectMethod/.test(node.type) ? child(node, 'body') : undefined;
  if (body?.type !== 'BlockStatement') return body ? [body] : [];
  const nodes = walk(body, inner => !/Function|ObjectMethod|ClassMethod/.test(inner.type));
  return [...nodes].flatMap(inner => (inner.type === 'ReturnStatement' ? children(inner, 'argument') : []));
}

function isProperty(node: Node, name: string): boolean {
  return node.type === 'ObjectProperty' && nameOf(node) === name;
}

function isAround(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A parameter without its default: `x = 1` is x. */
function withoutDefault(parameter: Node | undefined): Node | undefined {
  return parameter?.type === 'AssignmentPattern' ? child(parameter, 'left') : parameter;
}
