import { keyOf, memberName, type Node, named, parseTypeScript, valueNode, walk } from './syntax-node.ts';

/** How deep constants and calls are followed: deep enough for what people write, and no endless circle. */
const DEPTH = 12;

/** Expressions that are never a text. */
const NO_TEXT = /^(Null|Numeric|Boolean)Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/;

/** Something that sets a property: `profile: "acme"` in an object, or `aws.profile = "acme"`. */
export interface Setter {
  readonly file: string;
  readonly text: string;
  readonly node: Node;
  /** The expression that is set; undefined for a method or a getter. */
  readonly value: Node | undefined;
  /** How sure it is that the value is the one looked for: 2 if it is one of its texts, 1 if it might be, 0 if not. */
  readonly score: 0 | 1 | 2;
  /** What the stage is called at that place: `input.stage`; undefined outside of `app()` or without its parameter. */
  readonly stage: string | undefined;
}

/** A file's syntax tree, and what its expressions might be. Nothing is run: values are followed as a reader would. */
export class SyntaxTree {
  readonly file: string;
  readonly text: string;
  readonly #tree: Node;
  /** What the names in the file stand for: initial values, later assignments, functions. */
  readonly #names = new Map<string, Node[]>();

  /** @throws SyntaxError for a text that cannot be parsed at all. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#tree = parseTypeScript(text, file);
    for (const node of walk(this.#tree)) {
      const [name, value] = named(node);
      if (name !== undefined && value) this.#names.set(name, [...(this.#names.get(name) ?? []), value]);
    }
  }

  /** What sets the property at that path of what `app()` might return: in its objects, or by an assignment to them. */
  returned(path: readonly string[], text: string | undefined): Setter[] {
    let objects = this.#app().flatMap(app => this.#results(app, DEPTH));
    let properties: Node[] = [];
    for (const name of path) {
      properties = objects.flatMap(object => this.#properties(object, name));
      objects = properties.map(valueNode).filter(value => value !== undefined);
    }
    const [parent, name] = path.slice(-2);
    const assigned = parent === undefined || name === undefined ? [] : this.#assignments(parent, name);
    return [...properties, ...assigned].map(node => this.#setter(node, text));
  }

  /** All properties of the name in the file; with a parent given, those in the value of a property of that name. */
  under(name: string, text: string, parent?: string): Setter[] {
    const parents = [...walk(this.#tree)].filter(node => isProperty(node, parent));
    const roots = parent === undefined ? [this.#tree] : parents;
    const properties = roots.flatMap(root => [...walk(root)]).filter(node => isProperty(node, name));
    return [...new Set(properties)].map(property => this.#setter(property, text));
  }

  /** The properties of the default export with these names: `app`, or `config` and `stacks` of SST v2. */
  entries(names: readonly string[]): Setter[] {
    return names
      .flatMap(name => this.#roots().flatMap(root => this.#properties(root, name)))
      .map(property => this.#setter(property, undefined));
  }

  /** Whether the source is one of SST v2: `config()` and `stacks()` instead of `app()`, or an import of v2's package. */
  isOfV2(): boolean {
    const has = (name: string) => this.entries([name]).length > 0;
    return (has('config') && has('stacks')) || /["']sst\/constructs["']|\bSSTConfig\b/.test(this.text);
  }

  /** Whether `app` is declared `async`. */
  isAppAsync(): boolean {
    return this.#app().some(app => app['async'] === true);
  }

  /** What the stage is called there, by the parameter of the `app` function around it. */
  #stageAt(node: Node): string | undefined {
    const app = this.#app().find(({ start, end }) => start <= node.start && node.end <= end);
    const first = (app?.['params'] as Node[] | undefined)?.[0];
    const parameter = first?.type === 'AssignmentPattern' ? (first['left'] as Node) : first;
    const taken = (parameter?.['properties'] as Node[] | undefined)?.find(inner => keyOf(inner) === 'stage');
    const value = taken?.['value'] as Node | undefined;
    const target =
      parameter?.type === 'Identifier' ? parameter : ((value?.['left'] as Node | undefined) ?? value);
    if (!app || target?.type !== 'Identifier' || this.#isHidden(String(target['name']), app, node))
      return undefined;
    return target === parameter ? `${target['name']}.stage` : String(target['name']);
  }

  /** Whether a function between the app and the node has a parameter of its own with that name. */
  #isHidden(name: string, app: Node, node: Node): boolean {
    return [...walk(app)].some(
      inner =>
        inner !== app &&
        Array.isArray(inner['params']) &&
        inner.start <= node.start &&
        node.end <= inner.end &&
        (inner['params'] as Node[])
          .flatMap(parameter => [...walk(parameter)])
          .some(part => part['name'] === name),
    );
  }

  /** `aws.profile = …`, if `aws` is so called, or is the value of a property of that name. */
  #assignments(parent: string, name: string): Node[] {
    const nodes = [...walk(this.#tree)];
    const aliases = nodes.filter(node => isProperty(node, parent)).map(node => valueNode(node)?.['name']);
    return nodes.filter(node => {
      const left = node.type === 'AssignmentExpression' ? (node['left'] as Node) : undefined;
      if (left?.type !== 'MemberExpression' || memberName(left) !== name) return false;
      const object = left['object'] as Node;
      const of = object.type === 'Identifier' ? object['name'] : memberName(object);
      return of !== undefined && (of === parent || aliases.includes(of));
    });
  }

  /** What the file exports by default. */
  #roots(): Node[] {
    return [...walk(this.#tree)].flatMap(node => {
      if (node.type === 'ExportDefaultDeclaration') return [node['declaration'] as Node];
      const left = node.type === 'AssignmentExpression' ? (node['left'] as Node) : undefined;
      return left && /^(module\.exports|exports\.default)$/.test(this.text.slice(left.start, left.end))
        ? [node['right'] as Node]
        : [];
    });
  }

  #app(): Node[] {
    const members = this.#roots().flatMap(root => this.#properties(root, 'app'));
    return members.flatMap(member => {
      const value = valueNode(member);
      return value ? this.#values(value, DEPTH) : [member];
    });
  }

  #setter(node: Node, text: string | undefined): Setter {
    const value = valueNode(node);
    const texts = text === undefined || !value ? [undefined] : this.#texts(value, DEPTH);
    const score = texts.includes(text) && text !== undefined ? 2 : texts.includes(undefined) ? 1 : 0;
    return { file: this.file, text: this.text, node, value, score, stage: this.#stageAt(node) };
  }

  /** The texts that an expression might be; undefined for one that is not known from the source. */
  #texts(node: Node, depth: number): Array<string | undefined> {
    if (depth === 0) return [undefined];
    if (node.type === 'StringLiteral') return [String(node['value'])];
    if (node.type === 'Identifier' && node['name'] === 'undefined') return [];
    if (NO_TEXT.test(node.type)) return [];
    if (node.type === 'TemplateLiteral' && (node['expressions'] as Node[]).length === 0) {
      return [String(((node['quasis'] as Node[])[0]?.['value'] as { cooked?: string } | undefined)?.cooked)];
    }
    const values = this.#step(node);
    return values ? values.flatMap(value => this.#texts(value, depth - 1)) : [undefined];
  }

  /** The objects and functions that an expression might be. */
  #values(node: Node, depth: number): Node[] {
    if (depth === 0) return [];
    return this.#step(node)?.flatMap(value => this.#values(value, depth - 1)) ?? [node];
  }

  /** One step towards an expression's value: the expressions that it might be; undefined if there is no such step. */
  #step(node: Node): Node[] | undefined {
    switch (node.type) {
      case 'ConditionalExpression':
        return [node['consequent'] as Node, node['alternate'] as Node];
      case 'LogicalExpression':
        return [node['left'] as Node, node['right'] as Node];
      case 'Identifier':
        return this.#names.get(String(node['name']));
      case 'AwaitExpression':
        return [node['argument'] as Node];
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
        return [node['expression'] as Node];
      case 'AssignmentExpression':
        return [node['right'] as Node];
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
  #called(node: Node): Node[] | undefined {
    const callee = node['callee'] as Node;
    const known = callee.type === 'Identifier' ? this.#names.get(String(callee['name'])) : undefined;
    const results = known?.flatMap(value => this.#results(value, DEPTH)) ?? [];
    if (results.length > 0) return results;
    if (/Function/.test(callee.type)) return this.#results(callee, DEPTH);
    const [argument] = node['arguments'] as Node[];
    return argument && /Expression$/.test(argument.type) ? [argument] : undefined;
  }

  #member(node: Node): Node[] | undefined {
    const object = node['object'] as Node;
    const name = memberName(node);
    const objects = this.#values(object, DEPTH / 2).filter(value => value.type === 'ObjectExpression');
    if (objects.length === 0) return undefined;
    const properties = objects.flatMap(value => value['properties'] as Node[]);
    // A key that is not known might be any of them.
    const chosen = properties.filter(
      property => property.type === 'ObjectProperty' && (name === undefined || keyOf(property) === name),
    );
    return chosen.map(valueNode).filter(value => value !== undefined);
  }

  /** What a function might return. */
  #results(node: Node, depth: number): Node[] {
    if (depth === 0 || !/Function|ObjectMethod/.test(node.type)) return [];
    const body = node['body'] as Node;
    if (body.type !== 'BlockStatement') return [body];
    return [...walk(body, inner => !/Function|ObjectMethod|ClassMethod/.test(inner.type))].flatMap(inner =>
      inner.type === 'ReturnStatement' && inner['argument'] ? [inner['argument'] as Node] : [],
    );
  }

  /** Whether the property has that name, also by a constant: `[KEY]`. */
  #isNamed(property: Node, name: string): boolean {
    if (keyOf(property) === name) return true;
    return property['computed'] === true && this.#texts(property['key'] as Node, DEPTH).includes(name);
  }

  /** The properties of that name in the objects that an expression might be, spreads included. */
  #properties(node: Node, name: string): Node[] {
    return this.#values(node, DEPTH).flatMap(value => {
      if (value.type !== 'ObjectExpression') return [];
      return (value['properties'] as Node[]).flatMap(property => {
        if (property.type === 'SpreadElement') return this.#properties(property['argument'] as Node, name);
        return this.#isNamed(property, name) ? [property] : [];
      });
    });
  }
}

function isProperty(node: Node, name: string | undefined): boolean {
  return node.type === 'ObjectProperty' && keyOf(node) === name;
}
