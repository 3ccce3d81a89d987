import path from 'node:path';
import { Libraries } from '../../interpreter/libraries.ts';
import { Modules, ready } from '../../interpreter/modules.ts';
import { type Effects, run } from '../../interpreter/run.ts';
import type { SourceFiles } from '../../interpreter/source-files.ts';
import { workspaceFiles } from '../../workspace-files.ts';
import {
  type Answer,
  type Evaluation,
  type Limits,
  NEVER_SETTLES,
  NO_APP,
  type SandboxRequest,
  type Unanswered,
  type Unchecked,
} from './request.ts';
import { surroundingsOf } from './surroundings.ts';

/** What stands for the hidden variables in a second and third run: another length, form and order. */
const PLACEHOLDERS = ['0', 'Zz:/=hidden, and a longer text than the first one'];

/** How many words of the config's own files are tried as the value of the hidden variables that it looks at. */
const MOST_WORDS = 100;

/** Reasons of which a person is told: enough to act on. */
const MOST_REASONS = 20;

/** The longest line that SST reads, in bytes; it stops over a longer one (Go's bufio.Scanner, measured). */
const LONGEST_LINE = 65_535;

/**
 * As SST 4.17.1's own bundle has it, with a message of its own for a config without `app`, and with `~c`: what the `config()`
 * of SST v2 returns.
 */
const entryOf = (config: string) => `import * as config from ${JSON.stringify(config)};
const mod = config.default;
if (mod?.stacks || mod?.config) {
  console.log("~v2");
  if (typeof mod.config === "function") console.log("~c" + JSON.stringify(await mod.config({ stage: $input.stage })));
} else {
  const app = mod?.app;
  if (typeof app !== "function") throw new TypeError(${JSON.stringify(NO_APP)});
  console.log("~j" + JSON.stringify(await app.call(mod, { stage: $input.stage || undefined })));
}`;

/**
 * Evaluates a config as SST does, in QuickJS compiled to WebAssembly. If the config looks at a hidden variable, it is
 * evaluated again with other values, to see whether the variable decides.
 *
 * @returns how it ended, whatever the config does.
 */
export async function interpret(request: SandboxRequest, limits: Limits): Promise<Evaluation> {
  const deadline = Date.now() + limits.milliseconds;
  await ready;
  const { config, workspace, keptOut, hidden, environment } = request;
  const files = workspaceFiles(workspace, keptOut);
  const libraries = new Libraries();
  const newModules = () => new Modules(config, files, limits, libraries);
  let modules = newModules();
  /** The hidden variables that the config looks at. */
  const looksAt = new Set<string>();
  const evaluate = async (values: SandboxRequest['environment']): Promise<Evaluation> => {
    const start = surroundingsOf({ ...request, environment: { ...environment, ...values } });
    const available = { files, modules, fileBytes: limits.fileBytes, readHidden: looksAt.add.bind(looksAt) };
    const evaluation = await evaluateOnce(request, limits, available, { start, deadline });
    if (evaluation.kind === 'error' && evaluation.name === 'SyntaxError') modules.sources.cannotParse();
    if (!(await libraries.loadWanted())) return evaluation;
    modules = newModules();
    return evaluate(values);
  };

  const evaluation = await evaluate({});
  if (evaluation.kind !== 'app') return evaluation;
  const names = [...looksAt];
  const words = names.some(name => hidden.get(name)) ? [...modules.sources.words()].slice(0, MOST_WORDS) : [];
  for (const value of names.length > 0 ? [...PLACEHOLDERS, ...words] : []) {
    const other = await evaluate(Object.fromEntries(names.map(name => [name, value])));
    if (decisiveOf(other) === decisiveOf(evaluation)) continue;
    const decides = names.map(name => ({ what: 'decides by the hidden variable', name }));
    return { ...evaluation, unchecked: [...evaluation.unchecked, ...decides] };
  }
  return evaluation;
}

/** What of an answer decides how SST uses AWS, as a text to compare. */
function decisiveOf(evaluation: Evaluation): string {
  if (evaluation.kind !== 'app') return evaluation.kind;
  try {
    const { name, home, providers } = Object(JSON.parse(evaluation.json ?? 'null'));
    return JSON.stringify([name, home, providers?.aws ?? null]);
  } catch {
    return evaluation.json ?? '';
  }
}

async function evaluateOnce(
  { config, workspace }: SandboxRequest,
  limits: Limits,
  available: Omit<Effects, 'print' | 'refuse'>,
  program: { readonly start: unknown; readonly deadline: number },
): Promise<Evaluation> {
  const { files, modules } = available;
  const { sources } = modules;
  const output = new Output();
  const unchecked = new Map<string, Unchecked>();
  const effects: Effects = {
    ...available,
    print: text => output.write(text),
    refuse(what, name, stack) {
      const at = sources.placeIn(stack);
      if (unchecked.size < MOST_REASONS) unchecked.set(`${what} ${name}`, { what, name, at });
    },
  };
  // If it is a link, SST's bundler looks for modules from its target.
  const found = files.look(config);
  const entry = found.kind === 'file' ? found.path : config;
  let told: Answer | Unanswered;
  try {
    const source = entryOf(modules.entry(entry));
    const ending = await run(limits.megabytes, { source, ...program }, effects);
    if (ending === 'out of time') return { kind: 'out of time', milliseconds: limits.milliseconds };
    if (ending === 'never settled') throw new Error(NEVER_SETTLES);
    told = ending === 0 ? output.told() : { kind: 'ended', code: ending };
  } catch (thrown) {
    told = errorOf(thrown, sources); // The config itself might be no module at all.
  }
  if (!('json' in told) && told.kind !== 'error') return told;
  for (const file of modules.resolver.unread) {
    const name = path.relative(workspace, file);
    unchecked.set(name, { what: 'depends on, and this check cannot read,', name });
  }
  return {
    ...told,
    files: sources.loaded(),
    staticImport: sources.staticImport(entry),
    unchecked: [...unchecked.values()].slice(0, MOST_REASONS),
  };
}

/** Collects what a config prints, as far as SST looks at it: whole lines that begin with `~`. */
class Output {
  #line = '';
  #isTooLong = false;
  /** What the last line of each kind holds. */
  readonly #told: { v2?: string; c?: string; j?: string } = {};

  write(text: string): void {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) this.#end();
      this.#line += part.slice(0, LONGEST_LINE + 1 - this.#line.length);
    }
  }

  #end(): void {
    if (Buffer.byteLength(this.#line) > LONGEST_LINE) this.#isTooLong = true;
    const [, kind, json] = /^~(v2|c|j)(.*?)\r?$/s.exec(this.#line) ?? [];
    if (kind) Object.assign(this.#told, { [kind]: json });
    this.#line = '';
  }

  told(): Answer | Unanswered {
    this.#end();
    const { v2, c = null, j } = this.#told;
    if (this.#isTooLong) return { kind: 'too long', characters: LONGEST_LINE };
    if (v2 === '') return { kind: 'v2', json: c };
    return j === undefined ? { kind: 'ended', code: 0 } : { kind: 'app', json: j };
  }
}

function errorOf(thrown: unknown, sources: SourceFiles): Answer | Unanswered {
  const texts = ['name', 'message', 'code', 'stack'].map(key => Reflect.get(Object(thrown), key));
  const [name = '', message = '', code, stack = ''] = texts.map(text =>
    typeof text === 'string' ? text : undefined,
  );
  if (isOutOfMemory(name, message)) return { kind: 'out of memory' };
  // An error of an own class is made in the constructor of that class, and not in the line that throws it.
  const at = sources.placeIn(stack.replace(/^(\s*at [A-Z]\w* \(.*\n)+/, ''));
  const [, unparsed] = (name === 'SyntaxError' && /^ +at ([^ (<].*):\d+:\d+$/m.exec(stack)) || [];
  return { kind: 'error', name, message: message.slice(0, 4000), code, at, unparsed };
}

/** With little memory left, the interpreter throws an error without a text, or none at all. */
function isOutOfMemory(name: string, message: string): boolean {
  if (message === '') return name === '' || name === 'InternalError';
  return /out of memory|memory access out of bounds/.test(message);
}
