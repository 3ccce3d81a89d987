import type { PropertySource } from './advice.ts';
import { sourceText } from './source-text.ts';
import { child, children, type Node, nameOf, parseTypeScript, type TreePath, walk } from './syntax-node.ts';

/** Where a property is set. Line and column count from 1. */
export interface PropertyLocation {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text that sets it; undefined if several places might. */
  readonly source?: PropertySource;
}

/**
 * Finds where a property of what `app()` returns is set, by the names around it and by its value. Nothing is run. If it is
 * nowhere, this is the place of `app` (or SST v2's `config`) itself.
 *
 * @param files the config and what it loaded of the project, the config first. @param path from the returned object on.
 * @param text the property's value, which tells several apart. Without it, only a property with all of the path counts.
 */
export function locate(
  files: readonly string[],
  path: readonly string[],
  text?: string,
): PropertyLocation | undefined {
  const sources = files.flatMap(file => sourceOf(file) ?? []);
  const [config] = sources;
  const least = text === undefined ? Math.max(path.length, 2) : 1;
  const possible = sources.flatMap(source =>
    source.members
      .map(member => ({
        source,
        member,
        depth: agreeing(source.namesOf(member), ['app', ...path]),
        score: text === undefined ? 1 : source.score(member, text),
      }))
      .filter(({ depth, score }) => depth >= least && score > 0),
  );
  const exact = possible.filter(({ source, depth }) => source === config && depth >= path.length);
  const chosen = exact.length > 0 ? exact : possible;
  const [best] = chosen.toSorted((a, b) => b.score - a.score || b.depth - a.depth);
  if (best) return best.source.location(best.member, chosen.length === 1);
  const named = (name: string) => config?.members.find(member => config.namesOf(member).at(-1) === name);
  const entry = named('app') ?? named('config');
  return entry && config?.location(entry, false);
}

/** Whether `app` is declared `async` in the config. */
export function isAppAsync(config: string): boolean {
  return sourceOf(config)?.apps.some(app => app['async'] === true) === true;
}

/** How many of the names at the end are the same. */
function agreeing(names: readonly string[], path: readonly string[]): number {
  const differs = path.toReversed().findIndex((name, index) => names.at(-1 - index) !== name);
  return differs < 0 ? path.length : differs;
}

/** Undefined if the file cannot be parsed: nothing in it can be shown then. */
function sourceOf(file: string): Source | undefined {
  try {
    return new Source(file);
  } catch {
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
  readonly members: TreePath[] = [];
  /** The functions that are called `app`. */
  readonly apps: Node[] = [];
  /** What names, and properties of names (`NAMES.prod`), stand for: initial values and later ones. */
  readonly #values = new Map<string, Node[]>();
  readonly #file: string;
  readonly #text: string;

  /** @throws SyntaxError for a text that cannot be parsed at all. */
  constructor(file: string) {
    this.#file = file;
    this.#text = sourceText(file);
    for (const path of walk(parseTypeScript(this.#text, file))) {
      const [node, parent] = path;
      const names = this.#ownNames(node);
      if (names.length === 0 || parent?.type === 'ObjectPattern') continue;
      const isMember = names.length > 1 || parent?.type === 'ObjectExpression';
      if (isMember) this.members.push(path);
      const named = expressionIn(node) ?? node;
      if (names.at(-1) === 'app' && isFunction(named)) this.apps.push(named);
      const key = (isMember ? this.namesOf(path).slice(-2) : names).join('.');
      this.#values.set(key, [...(this.#values.get(key) ?? []), named]);
    }
  }

  /** The names around a node, and its own: `app`, `providers`, `aws`, `profile`. */
  namesOf(path: TreePath): string[] {
    return path.toReversed().flatMap(node => this.#ownNames(node));
  }

  /** The name that a variable, function or property has; that of a property also by a constant: `[KEY]`. */
  #ownNames(node: Node): string[] {
    if (!/^Object(Property|Method)$/.test(node.type))
      return reference(child(node, node.type === 'AssignmentExpression' ? 'left' : 'id'));
    return [nameOf(node) ?? this.#texts(child(node, 'key'))[0] ?? ''];
  }

  /** How sure it is that the value is this text: 2 if it is one of those that it might be, 1 if it is not known, 0 if not. */
  score([member]: TreePath, text: string): number {
    const texts = this.#texts(expressionIn(member));
    return texts.includes(text) ? 2 : texts.includes(undefined) ? 1 : 0;
  }

  /** The texts that an expression might be; undefined for one that is not known from the source. */
  #texts(node: Node | undefined, seen = new Set<Node>()): Array<string | undefined> {
    if (!node) return [undefined];
    if (seen.has(node)) return [];
    seen.add(node);
    if (node.type === 'StringLiteral') return [String(node['value'])];
    if (NO_TEXT.test(node.type) || node['name'] === 'undefined') return [];
    if (node.type === 'TemplateLiteral' && !child(node, 'expressions'))
      return [String(Object(child(node, 'quasis')?.['value']).cooked)];
    const known = TRANSPARENT.test(node.type)
      ? FIELDS.flatMap(field => children(node, field))
      : this.#values.get(reference(node).slice(-2).join('.'));
    return known?.flatMap(inner => this.#texts(inner, seen)) ?? [undefined];
  }

  location(path: TreePath, isOnly: boolean): PropertyLocation {
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
  #stageIn(app: Node | undefined): string | undefined {
    if (this.apps.length > 1 || this.apps[0] !== app) return undefined;
    const parameter = withoutDefault(child(app, 'params'));
    const taken = children(parameter, 'properties').find(property => nameOf(property) === 'stage');
    const [name] = reference(taken ? withoutDefault(child(taken, 'value')) : parameter);
    return taken || name === undefined ? name : `${name}.stage`;
  }
}

/** The names of an identifier or a member expression: `aws.profile` has two. */
function reference(node: Node | undefined): string[] {
  if (node?.type === 'Identifier') return [String(node['name'])];
  const name = /^(Optional)?MemberExpression$/.test(node?.type ?? '') ? nameOf(node) : undefined;
  return name === undefined ? [] : [...reference(child(node, 'object')), name];
}

/** The expression that a property, an assignment or a variable has. */
function expressionIn(node: Node): Node | undefined {
  return child(node, 'value') ?? child(node, 'right') ?? child(node, 'init');
}

function isFunction({ type }: Node): boolean {
  return /Function|ObjectMethod|ClassMethod/.test(type);
}

/** A parameter without its default: `x = 1` is x. */
function withoutDefault(parameter: Node | undefined): Node | undefined {
  return parameter?.type === 'AssignmentPattern' ? child(parameter, 'left') : parameter;
}
