import type { Place, Problem } from '../failure.ts';
import { plain, quoted } from '../text.ts';
import type { GuardMode } from './deployment.ts';

/** Why the config could not be evaluated, and what helps. */
export interface Failure {
  readonly what: string;
  readonly next: readonly string[];
  readonly place?: Place;
}

const failure = (what: string, ...next: string[]): Failure => ({ what, next });

/** The config could not be evaluated, so that nobody knows which profile it names. */
export function notEvaluated({ what, next }: Failure, mode: GuardMode, place: Place): Problem {
  const continued =
    mode === 'fail'
      ? ['To continue without this check: `profile-guard: warn`, or `"off"`, under `with:` of this step.']
      : [];
  return {
    title: 'sst.config.ts could not be evaluated',
    what: `${what} So it is not known whether a profile would override the credentials.`,
    next: [...next, ...continued].join('\n'),
    place,
  };
}

const DEPLOY_FAILS = '`sst deploy` fails on it too.';

/** An environment variable that is not set, in the line of the failure. */
function unsetHint(unset: readonly string[]): string[] {
  if (unset.length === 0) return [];
  const names = unset.map(name => plain(name, 100)).join(', ');
  return [`Not set here: ${names}. Set it in the job's \`env:\`, which this step and the deploy both see.`];
}

/** The config's own error is its answer. */
export function own(message: string, stage: string, unset: readonly string[]): Failure {
  const error = message ? 'an error' : 'an error without a message';
  const said = message ? `: ${quoted(message, 1000)}` : '';
  return failure(
    `The config throws ${error}${stage ? ` for stage ${plain(stage)}` : ''}${said}.`,
    ...unsetHint(unset),
    `This is the config's own answer: ${DEPLOY_FAILS}`,
  );
}

/** Something in a line of the config, as a noun. */
export const inLine = (line: string): string => `something in the line ${code(line)}`;

/** A line, as Markdown and a terminal show it. */
const code = (line: string): string => `\`${plain(line, 200).replaceAll('`', "'")}\``;

/** An error of the language: its line says more than its text. */
export function engine(name: string, line: string, unset: readonly string[]): Failure {
  const article = /^[AEIO]/.test(name) ? 'an' : 'a';
  const hint = `If no variable of the deploy's environment is missing here, ${DEPLOY_FAILS}`;
  return failure(
    `The config fails with ${article} ${plain(name, 40)}${line ? ` in the line ${code(line)}` : ''}.`,
    ...(unset.length > 0 ? unsetHint(unset) : [hint]),
  );
}

export const notDefined = (name: string): Failure =>
  failure(`The config uses \`${plain(name, 60)}\`, which is not defined.`, DEPLOY_FAILS);

/** `$app`, `sst`, `aws`: SST defines them for `run()`. */
export const onlyInRun = (name: string): Failure =>
  failure(
    `The config uses \`${plain(name, 60)}\` outside of \`run()\`, where SST does not define it.`,
    `Move it into \`run()\`. ${DEPLOY_FAILS}`,
  );

/** @param reason the parser's. */
export function invalid(reason: string): Failure {
  const [, expected] = /^Unexpected token, expected (.*)$/.exec(reason) ?? [];
  const why = expected ? `: ${plain(expected, 40)} is expected here` : `: ${plain(reason, 300)}`;
  return failure(
    `This is not valid TypeScript${reason === 'Unexpected token' ? '' : why}.`,
    `Correct it: ${DEPLOY_FAILS}`,
  );
}

/** @param syntax that the interpreter does not know, as a noun. */
export const unknown = (syntax: string): Failure =>
  failure(
    `The config uses ${syntax}, which this check cannot evaluate, although SST can.`,
    'Write the files that `app()` loads without it, or load this file in `run()`.',
  );

export const missingPackage = (name: string): Failure =>
  failure(
    `The config imports ${name ? quoted(name) : 'a package'}, which is not installed.`,
    'Install the dependencies before this step (`npm ci`). If it is a package of this repository, build it before this step, too.',
  );

export const missingFile = (specifier: string): Failure =>
  failure(
    `The config imports ${quoted(specifier)}, and there is no such file.`,
    'Correct the path, or commit the file. Upper and lower case differ on the runner. If a build creates the file, run the build before this step.',
  );

export const noSuchFile = (line: string): Failure =>
  failure(
    `The config reads a file that does not exist${line ? `, in the line ${code(line)}` : ''}.`,
    'Commit the file, or create it before this step.',
  );

const LIMITS =
  'A config can read the files of the repository. It cannot read `.git` or secrets, write files, start programs or use the network.';

/** @param refused what the config did, as the beginning of a sentence. @param why it is not allowed, as a sentence. */
export const outside = (refused: string, why: string): Failure =>
  failure(
    `${capitalized(refused)}, which this step does not allow: ${plain(why, 1000)}.`,
    `${LIMITS} Move what needs more from \`app()\` to \`run()\`.`,
  );

/** @param used a function or a global that the interpreter does not have, as the beginning of a sentence. */
export const notThere = (used: string): Failure =>
  failure(
    `${capitalized(used)}, which is not available when the config is checked.`,
    `Do without it in \`app()\`, or move it to \`run()\`. ${LIMITS}`,
  );

const capitalized = (sentence: string): string => plain(sentence, 1000).replace(/^t/, 'T');

export const NO_APP = failure(
  'The config has no default export with an `app()` function.',
  'Write `export default $config({ app(input) { … }, async run() { … } })`.',
);

export const NEVER_SETTLES = failure(
  '`app()` waits for a promise that never resolves.',
  'The guard evaluates the config without network and timers of its own: does it wait for an answer?',
);

export const outOfTime = (seconds: number): Failure =>
  failure(
    `\`app()\` did not finish within ${seconds} s.`,
    'The guard evaluates the config without network: check whether it waits for an answer.',
  );

export const tooLong = (bytes: number): Failure =>
  failure(
    `A line of what the config prints or returns is longer than ${bytes} bytes, and SST reads no longer one.`,
    'Return settings only.',
  );

export const OUT_OF_MEMORY = failure('`app()` ran out of memory.', 'Load less in the config.');

/** @param code with which the process ends; 0 if SST got no answer; null if the interpreter broke. */
export const ended = (code: number | null): Failure =>
  code === null
    ? failure('The check of the config broke off before `app()` returned.', 'Load less in the config.')
    : failure(
        code === 0
          ? 'SST gets no answer: the config calls `process.exit(0)` before `app()` has returned, or leaves a `console.group()` open.'
          : `The config calls \`process.exit(${code})\` or sets \`process.exitCode\`, which SST takes for a failure.`,
        `Throw an error instead, which SST shows. ${DEPLOY_FAILS}`,
      );
