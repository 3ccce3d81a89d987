import type { Place, Problem } from '../failure.ts';
import { plain, quoted } from '../text.ts';
import { type Facts, notGiven } from './facts.ts';
import { notEvaluated } from './messages.ts';
import { NEVER_SETTLES, NO_APP } from './sandbox/messages.ts';
import type { SandboxAnswer } from './sandbox/request.ts';
import { sourceText } from './source-text.ts';
import { valueIn } from './variables.ts';

type Thrown = Extract<SandboxAnswer, { kind: 'error' }>;

/** Why the config could not be evaluated, and what helps. */
interface Explanation {
  readonly what: string;
  readonly next: readonly string[];
  readonly place?: Place;
}

const because = (what: string, ...next: string[]): Explanation => ({ what, next });

/** What SST defines for `run()` alone. */
const OF_RUN =
  /^(sst|aws|cloudflare|pulumi|random|vercel|stripe|\$(app|dev|stage|util|resolve|asset|concat|interpolate|jsonParse|jsonStringify|transform|linkable|output|print|name))$/;

/** Errors that an engine throws by itself; their texts are the engine's, not the config's. */
const OF_THE_ENGINE = /^(Type|Reference|Range|Syntax|URI|Eval|Internal)Error$/;

const DEPLOY_FAILS = '`sst deploy` fails on it too.';
const LIMITS =
  'A config can read the files of the repository. It cannot read `.git` or secrets, write files, start programs or use the network.';

/** What to say if the config could not be evaluated: the kind of failure, its place, and the fix. */
export async function onFailure(facts: Facts): Promise<Problem> {
  const { locations, request } = facts;
  const { what, next, place = locations.config } = await explained(facts);
  return { ...notEvaluated(what, next, request.guard), place };
}

function explained(facts: Facts): Explanation | Promise<Explanation> {
  const { evaluation } = facts;
  switch (evaluation?.kind) {
    case 'out of time':
      return because(
        `\`app()\` did not finish within ${evaluation.milliseconds / 1000} s.`,
        'The guard evaluates the config without network: check whether it waits for an answer.',
      );
    case 'too long':
      return because(
        `A line of what the config prints or returns is longer than ${evaluation.characters} bytes, and SST reads no longer one.`,
        'Return settings only.',
      );
    case 'out of memory':
      return because('`app()` ran out of memory.', 'Load less in the config.');
    case 'error':
      return thrown(evaluation, facts);
    default:
      return ended(evaluation?.kind === 'ended' ? evaluation.code : null);
  }
}

/** @param code with which the process ends; 0 if SST got no answer; null if the interpreter broke. */
function ended(code: number | null): Explanation {
  return code === null
    ? because('The check of the config broke off before `app()` returned.', 'Load less in the config.')
    : because(
        code === 0
          ? 'SST gets no answer: the config calls `process.exit(0)` before `app()` has returned, or leaves a `console.group` open.'
          : `The config calls \`process.exit(${code})\` or sets \`process.exitCode\`, which SST takes for a failure.`,
        `Throw an error instead, which SST shows. ${DEPLOY_FAILS}`,
      );
}

async function thrown(answer: Thrown, facts: Facts): Promise<Explanation> {
  const { config = '', locations } = facts;
  const { at } = answer;
  const files = [config, ...answer.files.filter(file => file !== config)];
  const located = (await invalidFile(answer, files, facts)) ?? (await missingModule(answer, files, facts));
  if (located) return located;
  const [, notJson] = /^(\S.*) is not valid JSON$/.exec(answer.message) ?? [];
  if (notJson)
    return because(
      `${plain(locations.show(notJson), 300)} is not valid JSON.`,
      `Correct it: ${DEPLOY_FAILS}`,
    );
  const line = at ? (sourceText(at.file).split('\n')[at.line - 1] ?? '').trim() : '';
  const explanation = refusedTo(answer, facts) ?? withoutPlace(answer, line, files, facts);
  return at ? { ...explanation, place: locations.at(at.file, at.line, at.column) } : explanation;
}

/** Syntax that is not valid, or that only the interpreter does not know, at its line and column. */
async function invalidFile(
  { name }: Thrown,
  files: readonly string[],
  { locations }: Facts,
): Promise<Explanation | undefined> {
  if (name !== 'SyntaxError') return undefined;
  const { faultIn } = await import('./syntax.ts');
  const fault = faultIn(files);
  if (!fault) return undefined;
  const { file, line, column, reason = '', unknown: syntax } = fault;
  return { ...(syntax ? unknown(syntax) : invalid(reason)), place: locations.at(file, line, column) };
}

/** @param reason the parser's. */
function invalid(reason: string): Explanation {
  const [, expected] = /^Unexpected token, expected (.*)$/.exec(reason) ?? [];
  const why = expected ? `: ${plain(expected, 40)} is expected here` : `: ${plain(reason, 300)}`;
  return because(
    `This is not valid TypeScript${reason === 'Unexpected token' ? '' : why}.`,
    `Correct it: ${DEPLOY_FAILS}`,
  );
}

/** @param syntax that the interpreter does not know, as a noun. */
function unknown(syntax: string): Explanation {
  return because(
    `The config uses ${syntax}, which this check cannot evaluate, although SST might.`,
    'Write the files that `app()` loads without it, or load this file in `run()`.',
  );
}

/** An import of a missing module is not in the stack: its place is the line that names it. */
async function missingModule(
  { message, code }: Thrown,
  files: readonly string[],
  { locations }: Facts,
): Promise<Explanation | undefined> {
  const [, quotedName = '', file = ''] = /^Cannot find ("[^"]*"), imported from (.*)$/.exec(message) ?? [];
  if (quotedName === '' && !/MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED/.test(code ?? '')) return undefined;
  const specifier = quotedName.slice(1, -1);
  const explanation = /^[./#~]|^@\//.test(specifier)
    ? because(
        `The config imports ${quoted(specifier)}, and there is no such file.`,
        'Correct the path, or commit the file. Upper and lower case differ on the runner. If a build creates the file, run the build before this step.',
      )
    : because(
        `The config imports ${specifier ? quoted(specifier) : 'a package'}, which is not installed.`,
        'Install the dependencies before this step (`npm ci`). If it is a package of this repository, build it before this step, too.',
      );
  if (!files.includes(file)) return explanation;
  const { importIn } = await import('./syntax.ts');
  const { line = 1, column } = importIn(file, specifier) ?? {};
  return { ...explanation, place: locations.at(file, line, column) };
}

/** What the interpreter refused to the config, if the error is about that. */
function refusedTo(answer: Thrown, { locations }: Facts): Explanation | undefined {
  const index = answer.unchecked.findIndex(({ name }) => answer.message.includes(name));
  const sentence = notGiven(answer, locations)[index]?.what;
  if (sentence === undefined) return undefined;
  const refused = plain(sentence, 1000).replace(/^t/, 'T');
  return answer.unchecked[index]?.what === 'uses'
    ? because(
        `${refused}, which is not available when the config is checked.`,
        `Do without it in \`app()\`, or move it to \`run()\`. ${LIMITS}`,
      )
    : because(
        `${refused}, which this step does not allow: ${plain(answer.message, 1000)}.`,
        `${LIMITS} Move what needs more from \`app()\` to \`run()\`.`,
      );
}

/** @param line the text of the line in which the error was thrown; empty if it is not known. */
function withoutPlace(answer: Thrown, line: string, files: readonly string[], facts: Facts): Explanation {
  const { name, message, unparsed, code: errorCode = '' } = answer;
  // Syntax that the interpreter alone does not know.
  if (unparsed !== undefined)
    return unknown(
      files.includes(unparsed) ? `something in the line ${code(line)}` : facts.locations.show(unparsed),
    );
  if (message === NO_APP)
    return because(
      'The config has no default export with an `app()` function.',
      'Write `export default $config({ app(input) { … }, async run() { … } })`.',
    );
  if (message === NEVER_SETTLES)
    return because(
      '`app()` waits for a promise that never resolves.',
      'The guard evaluates the config without network and timers of its own: does it wait for an answer?',
    );
  if (errorCode === 'ENOENT')
    return because(
      `The config reads a file that does not exist${line ? `, in the line ${code(line)}` : ''}.`,
      'Commit the file, or create it before this step.',
    );
  const [, unset] = /^'?([\w$]+)'? is not defined/.exec(message) ?? [];
  if (name === 'ReferenceError' && unset !== undefined) return notDefined(unset);
  const isNodes = /^E[A-Z_]+$|MODULE_NOT_FOUND/.test(errorCode);
  const isOwn = !isNodes && (!OF_THE_ENGINE.test(name) || /\bthrow\b/.test(line));
  const hint = unsetHint(line, message, files, facts);
  return isOwn ? own(message, hint, facts) : engine(name, line, hint);
}

function notDefined(name: string): Explanation {
  const used = `The config uses \`${plain(name, 60)}\``;
  if (!OF_RUN.test(name)) return because(`${used}, which is not defined.`, DEPLOY_FAILS);
  const what = `${used} outside of \`run()\`. SST defines it only inside.`;
  return because(what, `Move it into \`run()\`. ${DEPLOY_FAILS}`);
}

/** The config's own error is its answer. */
function own(message: string, hint: readonly string[], { stage }: Facts): Explanation {
  const error = message ? 'an error' : 'an error without a message';
  const said = message ? `: ${quoted(message, 1000)}` : '';
  return because(
    `The config throws ${error}${stage ? ` for stage ${plain(stage.name)}` : ''}${said}.`,
    ...hint,
    `This is the config's own answer: ${DEPLOY_FAILS}`,
  );
}

/** An error of the language: its line says more than its text. */
function engine(name: string, line: string, hint: readonly string[]): Explanation {
  const article = /^[AEIO]/.test(name) ? 'an' : 'a';
  const fails = `If no variable of the deploy's environment is missing here, ${DEPLOY_FAILS}`;
  return because(
    `The config fails with ${article} ${plain(name, 40)}${line ? ` in the line ${code(line)}` : ''}.`,
    ...(hint.length > 0 ? hint : [fails]),
  );
}

/** Variables of the environment that are not set: read in the line, or named by the message and read in a file. */
function unsetHint(line: string, message: string, files: readonly string[], { variables }: Facts): string[] {
  const read = [...line.matchAll(/\benv\??(?:\.|\[["'])([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  const named = (message.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? []).filter(name =>
    files.some(file => new RegExp(`\\benv\\b.*\\b${name}\\b`).test(sourceText(file))),
  );
  const unset = [...new Set([...read, ...named])].filter(name => valueIn(variables, name) === undefined);
  const names = unset.map(name => plain(name, 100)).join(', ');
  return unset.length === 0
    ? []
    : [`Not set here: ${names}. Set it in the job's \`env:\`, which this step and the deploy both see.`];
}

/** A line, as Markdown and a terminal show it. */
const code = (line: string): string => `\`${plain(line, 200).replaceAll('`', "'")}\``;
