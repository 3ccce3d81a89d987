import type { Problem } from '../failure.ts';
import type { Evaluation } from './evaluate.ts';
import * as say from './evaluation-messages.ts';
import { notGiven } from './facts.ts';
import type { Inspection } from './inspect.ts';
import { NEVER_SETTLES, NO_APP } from './sandbox/messages.ts';
import type { SourceLocations } from './source-locations.ts';
import { sourceText } from './source-text.ts';
import { type Variables, valueIn } from './variables.ts';

type Answer = Extract<Evaluation, { kind: 'answered' }>['answer'];
type Thrown = Extract<Answer, { kind: 'error' }>;

/** What SST defines for `run()` alone. */
const OF_RUN =
  /^(sst|aws|cloudflare|pulumi|random|vercel|stripe|\$(app|dev|stage|util|resolve|asset|concat|interpolate|jsonParse|jsonStringify|transform|linkable|output|print|name))$/;

/** Errors that an engine throws by itself; their texts are the engine's, not the config's. */
const OF_THE_ENGINE = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
  'URIError',
  'EvalError',
  'InternalError',
]);

/** What to say if the config could not be evaluated: the kind of failure, its place, and the fix. */
export async function onFailure(
  evaluation: Evaluation,
  inspection: Inspection,
  locations: SourceLocations,
): Promise<Problem> {
  const { request, config = '' } = inspection;
  const failure = await failureOf(evaluation, inspection, locations, config);
  return say.notEvaluated(failure, request.guard, failure.place ?? locations.config);
}

async function failureOf(
  evaluation: Evaluation,
  { variables, verdict }: Inspection,
  locations: SourceLocations,
  config: string,
): Promise<say.Failure> {
  switch (evaluation.kind) {
    case 'out of time':
      return say.outOfTime(evaluation.milliseconds / 1000);
    case 'too long':
      return say.tooLong(evaluation.characters);
    case 'out of memory':
      return say.OUT_OF_MEMORY;
    case 'ended':
      return say.ended(evaluation.code);
  }
  const { answer } = evaluation;
  if (answer.kind !== 'error') return say.ended(null);
  const files = [config, ...answer.files.filter(file => file !== config)];
  const invalid = await invalidFile(answer, files, locations);
  if (invalid) return invalid;
  const stage = verdict?.kind === 'valid' ? verdict.stage.name : '';
  return thrown(answer, files, { variables, locations, stage });
}

/** The first file with a syntax error, or with syntax that only the interpreter does not know, at its line and column. */
async function invalidFile(
  { name }: Thrown,
  files: readonly string[],
  locations: SourceLocations,
): Promise<say.Failure | undefined> {
  if (name !== 'SyntaxError') return undefined;
  const { syntaxFault, unknownSyntax } = await import('./syntax-node.ts');
  for (const [find, words] of [[syntaxFault, say.invalid] as const, [unknownSyntax, say.unknown] as const]) {
    for (const file of files) {
      const found = find(sourceText(file), file);
      if (found) return { ...words(found.reason), place: locations.at(file, found.line, found.column) };
    }
  }
  return undefined;
}

interface Context {
  readonly variables: Variables;
  readonly locations: SourceLocations;
  readonly stage: string;
}

function thrown(answer: Thrown, files: readonly string[], context: Context): say.Failure {
  const missing = missingModule(answer, files, context.locations);
  if (missing) return missing;
  const { at } = answer;
  const line = at ? (sourceText(at.file).split('\n')[at.line - 1] ?? '').trim() : '';
  const failure =
    refusedTo(answer, context.locations) ??
    notParsed(answer, line, files, context.locations) ??
    withoutPlace(answer, line, files, context);
  return at ? { ...failure, place: context.locations.at(at.file, at.line, at.column) } : failure;
}

/** What the interpreter refused to the config, if the error is about that. */
function refusedTo(answer: Thrown, locations: SourceLocations): say.Failure | undefined {
  const index = answer.unchecked.findIndex(({ name }) => answer.message.includes(name));
  const refused = notGiven(answer, locations)[index]?.what;
  if (refused === undefined) return undefined;
  return answer.unchecked[index]?.what === 'uses'
    ? say.notThere(refused)
    : say.outside(refused, answer.message);
}

/** Syntax that the interpreter alone does not know. */
function notParsed(
  { unparsed: file }: Thrown,
  line: string,
  files: readonly string[],
  locations: SourceLocations,
): say.Failure | undefined {
  if (file === undefined) return undefined;
  return say.unknown(files.includes(file) ? say.inLine(line) : locations.show(file));
}

/** @param line the text of the line in which the error was thrown; empty if it is not known. */
function withoutPlace(
  { name, message, code }: Thrown,
  line: string,
  files: readonly string[],
  { variables, stage }: Context,
): say.Failure {
  if (message === NO_APP) return say.NO_APP;
  if (message === NEVER_SETTLES) return say.NEVER_SETTLES;
  if (code === 'ENOENT') return say.noSuchFile(line);
  const [, unknown] = /^'?([\w$]+)'? is not defined/.exec(message) ?? [];
  if (name === 'ReferenceError' && unknown !== undefined)
    return OF_RUN.test(unknown) ? say.onlyInRun(unknown) : say.notDefined(unknown);
  const unset = unsetIn(line, message, files, variables);
  const isNodes = /^E[A-Z_]+$|MODULE_NOT_FOUND/.test(code ?? '');
  const isOwn = !isNodes && (!OF_THE_ENGINE.has(name) || /\bthrow\b/.test(line));
  return isOwn ? say.own(message, stage, unset) : say.engine(name, line, unset);
}

/** Variables of the environment that are not set: read in the line, or named by the message and read in a file. */
function unsetIn(line: string, message: string, files: readonly string[], variables: Variables): string[] {
  const read = [...line.matchAll(/\benv\??(?:\.|\[["'])([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  const named = (message.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? []).filter(name =>
    files.some(file => new RegExp(`\\benv\\b.*\\b${name}\\b`).test(sourceText(file))),
  );
  return [...new Set([...read, ...named])].filter(name => valueIn(variables, name) === undefined);
}

/** An import of a missing module is not in the stack: its place is the line that names it. */
function missingModule(
  { message, code }: Thrown,
  files: readonly string[],
  locations: SourceLocations,
): say.Failure | undefined {
  const [, quotedName = '', file = ''] = /^Cannot find ("[^"]*"), imported from (.*)$/.exec(message) ?? [];
  if (quotedName === '' && !/MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED/.test(code ?? '')) return undefined;
  const specifier = quotedName.slice(1, -1);
  const isOwn = /^[./#~]|^@\//.test(specifier);
  const failure = isOwn ? say.missingFile(specifier) : say.missingPackage(specifier);
  return files.includes(file) ? { ...failure, place: locations.ofImport(file, specifier) } : failure;
}
