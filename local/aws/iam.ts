/** A condition block: operator, then key, then the values that the request is allowed to have. */
export type Conditions = Record<string, Record<string, string | boolean | string[]>>;

export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: '*' | Record<string, string | string[]>;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Conditions;
}

export interface Policy {
  Version?: string;
  Id?: string;
  Statement: Statement | Statement[];
}

/**
 * The request to decide about: all names of the caller, the action, the resource, and the values of the condition keys.
 */
export interface Question {
  action: string;
  /** Absent in a trust policy: its resource is the role itself. */
  resource?: string;
  /** The caller's names by kind, as a Principal element has them: `{ AWS: [session ARN, role ARN] }`. Absent for identity policies. */
  principals?: Record<string, string[]>;
  context?: Record<string, string | string[]>;
}

export type Verdict = 'allow' | 'explicit-deny' | 'implicit-deny';

/** Decides as IAM does: an explicit deny wins, and a request without an allow is refused. */
export function evaluate(policies: Policy[], question: Question): Verdict {
  let verdict: Verdict = 'implicit-deny';
  for (const statement of policies.flatMap(policy => policy.Statement)) {
    if (!applies(statement, question)) continue;
    if (statement.Effect === 'Deny') return 'explicit-deny';
    verdict = 'allow';
  }
  return verdict;
}

/** IAM's wildcards: `*` for any characters, none included and slashes too, `?` for exactly one. */
export function wildcard(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

function applies(statement: Statement, question: Question): boolean {
  return (
    appliesToAction(statement, question.action) &&
    appliesToResource(statement, question.resource) &&
    appliesToPrincipal(statement.Principal, question.principals) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, wanted, lookUp(question.context ?? {}, key)),
      ),
    )
  );
}

/** Action names are compared without regard to case, as IAM does. */
function appliesToAction({ Action, NotAction }: Statement, action: string): boolean {
  const named = (patterns: string | string[]) =>
    list(patterns).some(pattern => wildcard(pattern.toLowerCase(), action.toLowerCase()));
  return NotAction === undefined ? named(Action ?? []) : !named(NotAction);
}

function appliesToResource({ Resource, NotResource }: Statement, resource: string | undefined): boolean {
  if (resource === undefined) return true;
  const named = (patterns: string | string[]) => list(patterns).some(pattern => wildcard(pattern, resource));
  return NotResource === undefined ? named(Resource ?? []) : !named(NotResource);
}

/** Principals are whole names: the only wildcard that IAM accepts is a single `*`. */
function appliesToPrincipal(principal: Statement['Principal'], caller: Question['principals']): boolean {
  if (caller === undefined) return true;
  if (principal === undefined) return false;
  if (principal === '*') return true;
  return Object.entries(principal).some(([kind, names]) =>
    list(names).some(name => name === '*' || (caller[kind] ?? []).includes(name)),
  );
}

/** Condition keys are compared without regard to case; the values are not. */
function lookUp(context: Record<string, string | string[]>, key: string): string[] | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return found && list(found[1]);
}

type Comparison = (wanted: string, actual: string) => boolean;
const same: Comparison = (wanted, actual) => wanted === actual;
const sameIgnoringCase: Comparison = (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase();

/** The comparison of an operator, and whether it is a negation. A negation also holds if the key is absent. */
const OPERATORS: Record<string, { compare: Comparison; negated?: true }> = {
  StringEquals: { compare: same },
  StringNotEquals: { compare: same, negated: true },
  StringEqualsIgnoreCase: { compare: sameIgnoringCase },
  StringNotEqualsIgnoreCase: { compare: sameIgnoringCase, negated: true },
  StringLike: { compare: wildcard },
  StringNotLike: { compare: wildcard, negated: true },
  ArnEquals: { compare: wildcard },
  ArnLike: { compare: wildcard },
  Bool: { compare: sameIgnoringCase },
};

/**
 * Whether one line of a condition holds. `ForAnyValue:` and `ForAllValues:` define how a key with several values is
 * read. `…IfExists` passes if the key is absent. An unknown operator throws, because a policy that never matches would
 * make a test useless.
 */
function holds(operator: string, wanted: string | boolean | string[], actual: string[] | undefined): boolean {
  const [, set, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const values = list(wanted).map(String);
  if (name === 'Null') return values.includes(String(actual === undefined));
  const known = OPERATORS[name];
  if (!known) throw new Error(`The IAM evaluator does not know the condition operator ${operator}.`);
  if (actual === undefined) return known.negated === true || ifExists !== undefined || set === 'ForAllValues';
  const matches = (value: string) =>
    values.some(value_ => known.compare(value_, value)) !== (known.negated === true);
  return set === 'ForAllValues' ? actual.every(matches) : actual.some(matches);
}

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}
