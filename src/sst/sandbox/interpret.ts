import path from 'node:path';
import type { QuickJSContext } from 'quickjs-emscripten-core';
import { newLibraries } from '../../interpreter/libraries.ts';
import { Modules, ready } from '../../interpreter/modules.ts';
import { newInterpreter, textOf } from '../../interpreter/quickjs.ts';
import { type Effects, type Ending, run as runProgram } from '../../interpreter/run.ts';
import type { SourceFiles } from '../../interpreter/source-files.ts';
import { workspaceFiles } from '../../workspace-files.ts';
import { NEVER_SETTLES, NO_APP } from './messages.ts';
import { outputOf } from './output.ts';
import type { Answer, Evaluation, Limits, SandboxRequest, Unanswered, Unchecked } from './request.ts';
import { surroundingsOf } from './surroundings.ts';

/** What stands for the hidden variables in a second and third run: another length, form and order. */
const PLACEHOLDERS = ['0', 'Zz:/=hidden, and a longer text than the first one'];

/** How many words of the config's own files are tried as the value of the hidden variables that it looks at. */
const MOST_WORDS = 100;

/** Reasons of which a person is told: enough to act on. */
const MOST_REASONS = 20;

/** As SST 4.17.1's own bundle has it, with a message of its own for a config without `app`. */
const entryOf = (config: string) => `import * as config from ${JSON.stringify(config)};
const mod = config.default;
if (mod?.stacks || mod?.config) {
  console.log("~v2");
  globalThis.__v2 = JSON.stringify(typeof mod.config === "function" ? await mod.config({ stage: $input.stage }) : undefined);
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
  const { config, workspace, keptOut, hidden } = request;
  const files = workspaceFiles(workspace, keptOut);
  // If it is a link, SST's bundler looks for modules from its target.
  const found = files.look(config);
  const entry = found.kind === 'file' ? found.path : config;
  const libraries = newLibraries();
  const newModules = () => new Modules(config, files, limits, libraries);
  let modules = newModules();
  const evaluate = async (values: Readonly<Record<string, string>>): Promise<Run> => {
    const run = await evaluateOnce(
      { ...request, environment: { ...request.environment, ...values } },
      entry,
      { modules, files, fileBytes: limits.fileBytes },
      limits,
      deadline,
    );
    if (run.evaluation.kind === 'error' && run.evaluation.name === 'SyntaxError')
      modules.sources.cannotParse();
    if (!(await libraries.loadWanted())) return run;
    modules = newModules();
    return evaluate(values);
  };

  const { evaluation, looksAt } = await evaluate({});
  if (evaluation.kind !== 'app' || looksAt.size === 0) return evaluation;
  const decided = decisiveOf(evaluation);
  const names = [...looksAt].filter(name => hidden.has(name));
  const words = names.some(name => hidden.get(name)) ? [...modules.sources.words()].slice(0, MOST_WORDS) : [];
  for (const value of [...PLACEHOLDERS, ...words]) {
    const other = await evaluate(Object.fromEntries(names.map(name => [name, value])));
    if (decisiveOf(other.evaluation) === decided) continue;
    const decides = names.map(name => ({ what: 'decides by the hidden variable', name }));
    return { ...evaluation, unchecked: [...evaluation.unchecked, ...decides] };
  }
  return evaluation;
}

/** What of an answer decides how SST uses AWS, as a text to compare. */
function decisiveOf(evaluation: Evaluation): string {
  if (evaluation.kind !== 'app') return evaluation.kind;
  const { json } = evaluation;
  try {
    const { name, home, providers } = Object(JSON.parse(json ?? 'null'));
    return JSON.stringify([name, home, providers?.aws ?? null]);
  } catch {
    return json ?? '';
  }
}

interface Run {
  readonly evaluation: Evaluation;
  /** The hidden variables that the config looked at. */
  readonly looksAt: ReadonlySet<string>;
}

/** @param entry the config's path without links. */
async function evaluateOnce(
  request: SandboxRequest,
  entry: string,
  available: Pick<Effects, 'modules' | 'files' | 'fileBytes'>,
  limits: Limits,
  deadline: number,
): Promise<Run> {
  const { modules } = available;
  const { sources } = modules;
  const looksAt = new Set<string>();
  const unchecked = new Map<string, Unchecked>();
  const output = outputOf();
  const effects: Effects = {
    ...available,
    print: output.write,
    readHidden: name => looksAt.add(name),
    refuse(what, name, stack) {
      const at = sources.placeIn(stack);
      if (unchecked.size < MOST_REASONS) unchecked.set(`${what} ${name}`, { what, name, at });
    },
  };
  let context: QuickJSContext | undefined;
  let ending: Ending;
  try {
    const source = entryOf(modules.entry(entry));
    context = await newInterpreter(limits.megabytes);
    ending = runProgram(context, { source, start: surroundingsOf(request), deadline }, effects);
  } catch (thrown) {
    ending = { kind: 'failed', thrown }; // The config itself might be no module at all.
  }
  output.end();
  const ofV2 = () => context && textOf(context, context.global, '__v2');
  const told = toldOf(ending, output, sources, limits, ofV2);
  if (told.kind !== 'app' && told.kind !== 'v2' && told.kind !== 'error')
    return { evaluation: told, looksAt };
  for (const file of modules.unread) {
    const name = path.relative(request.workspace, file);
    unchecked.set(name, { what: 'depends on, and this check cannot read,', name });
  }
  const evaluation = {
    ...told,
    files: sources.loaded(),
    staticImport: sources.staticImport(entry),
    unchecked: [...unchecked.values()].slice(0, MOST_REASONS),
  };
  return { evaluation, looksAt };
}

function toldOf(
  ending: Ending,
  output: ReturnType<typeof outputOf>,
  sources: SourceFiles,
  { milliseconds }: Limits,
  ofV2: () => string | undefined,
): Answer | Unanswered {
  switch (ending.kind) {
    case 'out of time':
      return { kind: 'out of time', milliseconds };
    case 'never settled':
      return { kind: 'error', name: 'Error', message: NEVER_SETTLES };
    case 'failed':
      return errorOf(ending.thrown, sources);
    case 'exited':
      if (ending.code !== 0) return { kind: 'ended', code: ending.code };
  }
  if (output.tooLong) return { kind: 'too long', characters: output.most };
  if (output.v2) return { kind: 'v2', json: ofV2() ?? null };
  return output.json === undefined ? { kind: 'ended', code: 0 } : { kind: 'app', json: output.json };
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
  const missing = message.startsWith('Cannot find "') ? 'ERR_MODULE_NOT_FOUND' : code;
  return {
    kind: 'error',
    name,
    message: message.slice(0, 4000),
    ...(missing ? { code: missing } : {}),
    at,
    unparsed,
  };
}

/** With little memory left, the interpreter throws an error without a text, or none at all. */
function isOutOfMemory(name: string, message: string): boolean {
  if (message === '') return name === '' || name === 'InternalError';
  return /out of memory|memory access out of bounds/.test(message);
}
