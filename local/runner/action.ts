import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The part of an action.yml that the runner reads. */
export interface Action {
  folder: string;
  name: string;
  inputs: Record<string, { default: string }>;
  /** Absolute paths. */
  main: string;
  post: string | undefined;
  /** The condition of the post step, `always()` if none is given. */
  postIf: string;
}

interface Metadata {
  name?: string;
  inputs?: Record<string, { default?: unknown } | null>;
  runs?: { using?: string; main?: string; post?: string; 'post-if'?: string };
}

/** Reads action.yml from the action's folder. Only JavaScript actions are supported. */
export async function readAction(folder: string): Promise<Action> {
  const metadata = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as Metadata;
  const { using = '', main, post, 'post-if': postIf = 'always()' } = metadata.runs ?? {};
  if (!using.startsWith('node') || !main) throw new Error(`${folder}/action.yml is no JavaScript action.`);
  const inputs = Object.entries(metadata.inputs ?? {}).map(([name, input]) => [
    name,
    { default: plain(input?.default) },
  ]);
  return {
    folder,
    name: metadata.name ?? '',
    inputs: Object.fromEntries(inputs),
    main: resolve(folder, main),
    post: post === undefined ? undefined : resolve(folder, post),
    postIf,
  };
}

/**
 * The runner treats every default as a text, also if YAML reads another type. Without a default it is the empty text.
 */
function plain(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/**
 * The INPUT_ variables: upper case, spaces as underscores, dashes kept. Every declared input has one: '' if there is
 * neither a value nor a default. An undeclared input also has one, after a warning.
 */
export function inputVariables(
  action: Action,
  given: Record<string, string>,
  token: string,
): Record<string, string> {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
  const values: Record<string, string> = { ...Object.fromEntries(defaults), ...lowerCased(given) };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      evaluate(value, token),
    ]),
  );
}

/** Given inputs that action.yml does not declare. */
export function unexpectedInputs(action: Action, given: Record<string, string>): string[] {
  return Object.keys(lowerCased(given)).filter(name => !(name in action.inputs));
}

/** Input names are compared without regard to case. */
function lowerCased(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The only expression that is supported in inputs and defaults. Any other would need a workflow. */
function evaluate(value: string, token: string): string {
  return value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression === 'github.token' || expression === 'secrets.GITHUB_TOKEN') return token;
    throw new Error(`The expression ${expression} is not evaluated here.`);
  });
}

/** Whether a post step runs: the status functions, and comparisons of a variable, which ignore case as GitHub's do. */
export function holds(condition: string, env: Record<string, string | undefined>, failed: boolean): boolean {
  const [, name = '', operator, value = ''] = /^env\.(\w+) (==|!=) '([^']*)'$/.exec(condition) ?? [];
  if (operator) return ((env[name] ?? '').toLowerCase() === value.toLowerCase()) === (operator === '==');
  const status = { 'always()': true, 'success()': !failed, 'failure()': failed }[condition];
  if (status === undefined) throw new Error(`The condition ${condition} is not evaluated here.`);
  return status;
}
