import type { Problem } from '../failure.ts';
import { sourceText } from '../regular-file.ts';
import { lines, plain, quoted } from '../text.ts';
import { type Facts, notGiven } from './facts.ts';
import { type Evaluation, NEVER_SETTLES, NO_APP, type SandboxAnswer } from './sandbox/request.ts';
import { valueIn } from './variables.ts';

type Thrown = Extract<SandboxAnswer, { kind: 'error' }>;
/** Why the config could not be evaluated, where, and what helps. */
type Explanation = Omit<Problem, 'title'>;

const because = (what: string, next: string): Explanation => ({ what, next });

/** What SST defines for `run()` alone. */
const OF_RUN =
  /^(sst|aws|cloudflare|pulumi|random|vercel|stripe|\$(app|dev|stage|util|resolve|asset|concat|interpolate|jsonParse|jsonStringify|transform|linkable|output|print|name))$/;

/** Errors that an engine throws by itself; their texts are the engine's, not the config's. */
const OF_THE_ENGINE = /^(Type|Reference|Range|Syntax|URI|Eval|Internal)Error$/;

const DEPLOY_FAILS = '`sst deploy` fails on it too.';
const WITHOUT_CHECK =
  'To continue without this check: `profile-guard: warn`, or `"off"`, under `with:` of this step.';
const LIMITS =
  'A config can read the files of the repository. It cannot read `.git` or secrets, write files, start programs or use the network.';

/** What to say if the config could not be evaluated: the kind of failure, its place, and the fix. */
export async function onFailure(facts: Facts): Promise<Problem> {
  const { evaluation, locations, request } = facts;
  const isThrown = evaluation?.kind === 'error';
  const explanation = isThrown ? await thrown(evaluation, facts) : unanswered(evaluation);
  return {
    title: 'sst.config.ts could not be evaluated',
    what: `${explanation.what} So it is not known whether a profile would override the credentials.`,
    next: lines(explanation.next, request.guard === 'fail' && WITHOUT_CHECK),
    place: explanation.place ?? locations.config,
  };
}

function unanswered(evaluation: Evaluation | undefined): Explanation {
  if (evaluation?.kind === 'out of time')
    return because(
      `\`app()\` did not finish within ${evaluation.milliseconds / 1000} s.`,
      'The guard evaluates the config without network: check whether it waits for an answer.',
    );
  if (evaluation?.kind === 'too long')
    return because(
      `A line of what the config prints or returns is longer than ${evaluation.characters} bytes, and SST reads no longer one.`,
      'Return settings only.',
    );
  // Without a code, the interpreter broke.
  if (evaluation?.kind === 'ended' && evaluation.code !== null)
    return because(
      `SST gets no answer: the config calls \`process.exit(${evaluation.code})\`, sets \`process.exitCode\`, or leaves a \`console.group\` open.`,
      `Throw an error instead: SST shows its message. ${DEPLOY_FAILS}`,
    );
  return because(
    '`app()` ran out of memory, or the check of the config broke off.',
    'Load less in the config.',
  );
}

async function thrown(answer: Thrown, facts: Facts): Promise<Explanation> {
  const { locations } = facts;
  const { name, message, at } = answer;
  const { faultIn, importIn } = await import('./syntax.ts');
  const fault = name === 'SyntaxError' ? faultIn(locations.files) : undefined;
  if (fault) {
    const explanation = fault.unknown ? notKnown(fault.unknown) : notValid(fault.reason);
    return { ...explanation, place: locations.at(fault) };
  }
  const [, specifier, importer = ''] = /^Cannot find "([^"]*)", imported from (.*)$/.exec(message) ?? [];
  if (specifier !== undefined) {
    // It is not in the stack.
    const isOfProject = locations.files.includes(importer);
    const place = isOfProject ? locations.at(importIn(importer, specifier)) : undefined;
    return { ...notFound(specifier), place };
  }
  const line = at ? (sourceText(at.file).split('\n')[at.line - 1] ?? '').trim() : '';
  const explanation = byMessage(answer, line, facts) ?? byError(answer, line, facts);
  return { ...explanation, place: at && locations.at(at) };
}

function notValid(reason: string): Explanation {
  const why = reason.replace(/^Unexpected token(?:, expected (.*))?$/, (_, token) =>
    token ? `${token} is expected here` : '',
  );
  return because(`This is not valid TypeScript${why && `: ${plain(why)}`}.`, `Correct it: ${DEPLOY_FAILS}`);
}

const notKnown = (syntax: string): Explanation =>
  because(
    `The config uses ${syntax}, which this check cannot evaluate, although SST might.`,
    'Do without it in the files that `app()` loads, or import this file inside `run()`.',
  );

function notFound(specifier: string): Explanation {
  return /^[./#~]|^@\//.test(specifier)
    ? because(
        `The config imports ${quoted(specifier)}, and there is no such file.`,
        'Correct the path, or commit the file. Upper and lower case differ on the runner. If a build creates the file, run the build before this step.',
      )
    : because(
        `The config imports ${quoted(specifier)}, which is not installed.`,
        'Install the dependencies before this step (`npm ci`). If it is a package of this repository, build it before this step, too.',
      );
}

/** An error that the interpreter made, or that is about something that it refused. @param line in which it was thrown. */
function byMessage(answer: Thrown, line: string, { locations }: Facts): Explanation | undefined {
  const { message, unparsed, code } = answer;
  const index = answer.unchecked.findIndex(({ name }) => message.includes(name));
  const refused = notGiven(answer, locations)[index]?.what;
  // The interpreter's own words say no more.
  const said = message.endsWith('is not available when the config is checked') ? '' : `: ${message}`;
  if (refused !== undefined)
    return because(
      `${plain(refused, 1000).replace(/^t/, 'T')}, which this step does not allow${plain(said, 1000)}.`,
      `Do without it in \`app()\`, or move it to \`run()\`. ${LIMITS}`,
    );
  if (unparsed !== undefined) {
    const isOfProject = locations.files.includes(unparsed);
    return notKnown(isOfProject ? `something in the line ${shown(line)}` : locations.show(unparsed));
  }
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
  if (code === 'ENOENT')
    return because(
      `The config reads a file that does not exist${line && `, in the line ${shown(line)}`}.`,
      'Commit the file, or create it before this step.',
    );
  const [, notJson] = /^(\S.*) is not valid JSON$/.exec(message) ?? [];
  if (notJson)
    return because(`${plain(locations.show(notJson))} is not valid JSON.`, `Correct it: ${DEPLOY_FAILS}`);
  const [, unset] = /^'?([\w$]+)'? is not defined/.exec(message) ?? [];
  if (answer.name !== 'ReferenceError' || unset === undefined) return undefined;
  const used = `The config uses \`${plain(unset, 60)}\``;
  if (!OF_RUN.test(unset)) return because(`${used}, which is not defined.`, DEPLOY_FAILS);
  const inside = `${used} outside of \`run()\`. SST defines it only inside.`;
  return because(inside, `Move it into \`run()\`. ${DEPLOY_FAILS}`);
}

/** The config's own error is its answer; of an error of the language the line says more than the text. */
function byError({ name, message, code = '' }: Thrown, line: string, facts: Facts): Explanation {
  const { stage, variables, locations } = facts;
  const text = locations.files.map(sourceText).join('\n');
  const read = Array.from(text.matchAll(/\benv\??(?:\.|\[["'])([A-Za-z_]\w*)/g), ([, found = '']) => found);
  const isNamed = (variable: string) => new RegExp(`\\b${variable}\\b`).test(`${line}\n${message}`);
  const unset = [...new Set(read)].filter(variable => isNamed(variable) && !valueIn(variables, variable));
  const hint =
    unset.length > 0 &&
    `Not set here: ${plain(unset.join(', '))}. Set it in the job's \`env:\`, which this step and the deploy both see.`;
  if (/^E[A-Z_]+$/.test(code) || (OF_THE_ENGINE.test(name) && !/\bthrow\b/.test(line)))
    return because(
      `The config fails with ${/^[AEIO]/.test(name) ? 'an' : 'a'} ${plain(name, 40)}${line && ` in the line ${shown(line)}`}.`,
      hint || `If no variable of the deploy's environment is missing here, ${DEPLOY_FAILS}`,
    );
  return because(
    `The config throws an error${message ? '' : ' without a message'} for stage ${plain(stage?.name ?? '')}${message && `: ${quoted(message, 1000)}`}.`,
    lines(hint, `The config itself throws this error, so ${DEPLOY_FAILS}`),
  );
}

const shown = (line: string): string => `\`${plain(line, 200).replaceAll('`', "'")}\``;
