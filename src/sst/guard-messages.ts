import { documentUrl } from '../documents.ts';
import type { Place, Problem } from '../failure.ts';
import { plain, quoted } from '../text.ts';
import type { GuardMode } from './deployment.ts';
import type { Evaluation } from './evaluate.ts';
import type { Located } from './locate.ts';

/** Why the verdict on profiles is "not checked", as the end of a sentence. */
export const NOT_CHECKED = {
  noConfig: 'there is no `sst.config.ts`',
  off: '`profile-guard` is off',
  notEvaluated: '`sst.config.ts` could not be evaluated',
  noStage: 'the stage is not known',
  refused: 'SST would refuse `sst.config.ts`',
  v2: 'the config is one of SST v2',
  noAws: 'SST does not use AWS in this project',
  notExported: 'this step exports no credentials to the environment (`output-env-credentials: false`)',
  roleRefused: 'SST would assume a role that refused these credentials',
  noCredentials: 'the step got no credentials',
  stopped: 'the step stopped before that',
} as const;

const DOCS = `How SST picks credentials: ${documentUrl('docs/profile-guard.md')}`;

/** Where a problem stands, as a person names it. */
export function at(place: Place | undefined): string {
  return place ? `${plain(place.file)}${place.line === undefined ? '' : `:${place.line}`}` : 'sst.config.ts';
}

/** The config gives SST a profile: the three ways out, each as a change of the line that does it. */
export function profileInConfig(options: {
  readonly profile: string;
  readonly stage: string;
  readonly place: Place;
  readonly located: Located | undefined;
}): Problem {
  const { profile, stage, place, located } = options;
  return {
    title: 'A profile overrides the credentials',
    what:
      `\`providers.aws.profile\` comes to ${quoted(profile)} for stage ${plain(stage)}. SST prefers a profile to the ` +
      'credentials in the environment, so the deploy would not use those of this step.',
    next: [
      'Any one of these three lets it use them:',
      '1. No profile in GitHub Actions:',
      ...change(located, profile, 'process.env.GITHUB_ACTIONS'),
      '2. Have SST ignore the profile: under `with:` of this step, and the config stays as it is:',
      ...unchanged(located, profile),
      '+ profile-guard: neutralize',
      `3. No profile for this stage${located?.stage ? '' : ', with `app(input)`'}:`,
      ...change(located, profile, `${located?.stage ?? 'input.stage'} === ${JSON.stringify(plain(stage))}`),
    ].join('\n'),
    place,
  };
}

/** The user's line with the condition put before the value. */
function change(located: Located | undefined, profile: string, condition: string): string[] {
  const line = located ? plain(located.text) : `profile: ${quoted(profile)},`;
  const start = located ? located.value : 'profile: '.length;
  const value = start === undefined ? `profile${rest(line)}` : line.slice(start);
  return [`- ${line}`, `+ profile: ${condition} ? undefined : ${value}`];
}

/** What follows the short form `profile` on its line. */
function rest(line: string): string {
  return line.replace(/^profile/, '');
}

function unchanged(located: Located | undefined, profile: string): string[] {
  return [`  ${located ? plain(located.text) : `profile: ${quoted(profile)},`}`];
}

/** AWS_PROFILE is set for the next step: nothing that is exported can undo it, but it can be left out. */
export function profileInEnvironment(profile: string, place: Place | undefined, mode: GuardMode): Problem {
  const where = place ? `in ${at(place)}` : "in the job's environment";
  return {
    title: 'AWS_PROFILE overrides the credentials',
    what:
      `AWS_PROFILE is ${quoted(profile)} ${where}. SST prefers it to the credentials in the environment and to ` +
      'everything in sst.config.ts, so the deploy would not use those of this step.',
    next: [
      ...(mode === 'neutralize'
        ? ['`profile-guard: neutralize` does not help: SST_AWS_NO_PROFILE does not cover AWS_PROFILE.']
        : []),
      place
        ? `Remove the line ${at(place)}, or keep that file out of the checkout and the artifacts of this job.`
        : 'Remove it from `env:` of the workflow, the job or the step, or from the step that wrote it to GITHUB_ENV.',
      DOCS,
    ].join('\n'),
    ...(place ? { place } : {}),
  };
}

/** A file that SST lays over the environment holds keys of its own. */
export function keysInFile(variable: string, place: Place, mode: GuardMode): Problem {
  return {
    title: `${plain(place.file)} overrides the credentials`,
    what:
      `${at(place)} sets ${variable}. SST reads that file over the environment, so the deploy would not use the ` +
      'credentials of this step.',
    next: [
      ...(mode === 'neutralize'
        ? ['`profile-guard: neutralize` does not help: no variable makes SST leave the file out.']
        : []),
      `Remove the line ${at(place)}, and with it the others that name AWS keys. If the keys are real, replace them: they stand in a file of the repository or the job.`,
      DOCS,
    ].join('\n'),
    place,
  };
}

/** Something decided, or might have decided, that this step cannot know: the verdict is "not checked". */
export function notChecked(reasons: readonly string[], place: Place): Problem {
  return {
    title: 'The profile was not checked',
    what: `This step cannot tell which profile the config names: ${reasons.map(reason => plain(reason)).join('; ')}.`,
    next: [
      'Fix it in one of three ways:',
      '1. Decide by a variable that is no secret, or by a file inside the repository.',
      '2. Have SST ignore the profile: `profile-guard: neutralize` under `with:` of this step.',
      '3. Go on without this check: `profile-guard: warn`, or `off`.',
      DOCS,
    ].join('\n'),
    place,
  };
}

/** The config could not be evaluated, so that nobody knows which profile it names. */
export function notEvaluated(evaluation: Evaluation, place: Place): Problem {
  const { what, next } = evaluationWords(evaluation);
  return {
    title: 'sst.config.ts could not be evaluated',
    what: `${what} So it is not known whether a profile would override the credentials.`,
    next: [
      next,
      'To go on without this check: `profile-guard: warn`, or `off`, under `with:` of this step.',
    ].join('\n'),
    place,
  };
}

function evaluationWords(evaluation: Evaluation): { what: string; next: string } {
  switch (evaluation.kind) {
    case 'answered':
      return errorWords(evaluation.answer);
    case 'out of time':
      return {
        what: `\`app()\` did not come to an end within ${evaluation.milliseconds / 1000} s.`,
        next: 'The guard evaluates the config without network: see whether it waits for an answer that cannot come.',
      };
    case 'too long':
      return {
        what: `A line of what the config prints or returns is longer than ${evaluation.characters} bytes, and SST reads no longer one.`,
        next: 'Return settings only.',
      };
    case 'out of memory':
      return { what: '`app()` ran out of memory.', next: 'Load less in the config.' };
    case 'ended':
      return {
        what: `The config ended before \`app()\` returned (exit code ${evaluation.code}).`,
        next: 'Does the config call process.exit()?',
      };
  }
}

function errorWords(answer: Extract<Evaluation, { kind: 'answered' }>['answer']): {
  what: string;
  next: string;
} {
  if (answer.kind !== 'error') return { what: 'The answer could not be read.', next: '' };
  const what = `The config could not be evaluated: ${plain(answer.name, 60)}: ${plain(answer.message, 1000)}${/[.!?]$/.test(answer.message) ? '' : '.'}`;
  const missing = /^ERR_MODULE_NOT_FOUND$|^MODULE_NOT_FOUND$|^ERR_PACKAGE_PATH_NOT_EXPORTED$/.test(
    answer.code ?? '',
  );
  if (missing) {
    return {
      what,
      next: 'Install the dependencies before this step (`npm ci`), and build the packages of the repository that the config imports.',
    };
  }
  if (answer.code === 'ERR_ACCESS_DENIED') {
    return {
      what,
      next: 'The guard lets a config read the repository and nothing else: no files outside of it, no `.git`, no writing, no other programs, no network. Move what needs more from `app()` to `run()`.',
    };
  }
  return {
    what,
    next: 'If the config needs something of the environment, give it to this step, too: `env:` of the job does.',
  };
}

/** A role that SST itself will assume does not let the session in. */
export function onwardsRefused(
  role: string,
  caller: string,
  fault: { code: string; message: string },
): Problem {
  return {
    title: 'The bootstrap was not checked',
    what: `The bootstrap that SST will use is in the account of ${role}, which ${caller} may not assume: ${plain(fault.code)}: ${plain(fault.message)}`,
    next: 'SST will assume it from the same credentials: allow `sts:AssumeRole` on it in the policy of the role that this step assumes, and that role in its trust policy.',
  };
}

/** More roles than this action follows. */
export function tooManyRoles(count: number, most: number): Problem {
  return {
    title: 'Too many roles to assume',
    what: `\`providers.aws.assumeRoles\` names ${count} roles, one assumed from the other. sst-creds follows at most ${most}.`,
    next: 'Shorten the list, or set `bootstrap: skip`: then no role of the list is assumed.',
  };
}

/** The credentials go to a profile that SST will not look at. */
export function profileNotUsed(profile: string): Problem {
  return {
    title: 'SST will not use the profile',
    what: `The credentials are written to the profile ${quoted(profile)}, and nothing in the config or the environment makes SST use it.`,
    next: `Set \`AWS_PROFILE: ${plain(profile)}\` in the step that runs SST, or \`output-env-credentials: true\` under \`with:\` of this one.`,
  };
}
