import { documentUrl } from '../documents.ts';
import { type Place, type Problem, placeText } from '../failure.ts';
import { lines, plain, quoted } from '../text.ts';
import type { GuardMode } from './deployment.ts';
import type { ProjectProblem } from './messages.ts';

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
  roleRefused: 'SST would assume a role that AWS refuses to these credentials',
  noCredentials: 'the step got no credentials',
  stopped: 'the step stopped before that',
} as const;

const DOCS = `How SST chooses credentials: ${documentUrl('docs/profile-guard.md')}`;

const threeWays = (first: string, third: string) =>
  lines(
    'Fix it in one of three ways:',
    `1. ${first}`,
    '2. Let SST ignore the profile. Change the workflow: add to `with:` of this step:',
    '+ profile-guard: neutralize',
    `3. ${third}`,
  );

/** Something decided, or might have decided, that this step cannot know. */
export function notChecked(reasons: readonly string[], mode: GuardMode, place: Place): Problem {
  const change =
    'Change the config so that it decides by a variable that is not a secret, or by a file of the repository.';
  const warn =
    'Continue without this check. Change the workflow: add to `with:` of this step:\n+ profile-guard: warn';
  return {
    title: 'The profile was not checked',
    what: `This step cannot tell which profile the config names: ${reasons.map(reason => plain(reason)).join('; ')}.`,
    next: lines(mode === 'fail' ? threeWays(change, warn) : change, DOCS),
    place,
  };
}

/** @param changes of the config, for GitHub Actions and for this stage; undefined if it is not known exactly what to change. */
export function profileInConfig(
  profile: string,
  stage: string,
  place: Place,
  changes: Readonly<Record<'inActions' | 'forStage', string[] | undefined>>,
): Problem {
  const way = (change: string[] | undefined, condition: string) =>
    change
      ? lines(`Change ${plain(place.file)}:`, ...change)
      : `For example in \`app(input)\` (the line to change is not known exactly):\n  profile: ${condition} ? undefined : ${quoted(profile)},`;
  const isStage = `input.stage === ${quoted(stage)}`;
  return {
    title: 'A profile overrides the credentials',
    what: `\`providers.aws.profile\` is ${quoted(profile)} for stage ${plain(stage)}. SST uses a profile instead of the credentials in the environment, so the deploy would not use those of this step.`,
    next: threeWays(
      `No profile in GitHub Actions. ${way(changes.inActions, 'process.env.GITHUB_ACTIONS')}`,
      `No profile for this stage. ${way(changes.forStage, isStage)}`,
    ),
    place,
  };
}

const noHelp = (mode: GuardMode, why: string) =>
  mode === 'neutralize' && `\`profile-guard: neutralize\` does not help: ${why}`;

/** AWS_PROFILE is set for the next step: nothing that this step exports can undo it. */
export const profileInEnvironment = (profile: string, mode: GuardMode, place?: Place): Problem => ({
  title: 'AWS_PROFILE overrides the credentials',
  what: `AWS_PROFILE is ${quoted(profile)} in ${place ? placeText(place) : "the job's environment"}. SST uses it instead of the credentials in the environment and of everything in sst.config.ts, so the deploy would not use those of this step.`,
  next: lines(
    noHelp(mode, 'SST_AWS_NO_PROFILE does not cover AWS_PROFILE.'),
    place
      ? `Remove the line ${placeText(place)}, or keep that file out of the checkout and the artifacts of this job.`
      : 'Remove it from `env:` of the workflow, the job or the step, or from the step that wrote it to GITHUB_ENV.',
    DOCS,
  ),
  place,
});

export const keysInFile = (variable: string, place: Place, mode: GuardMode): ProjectProblem => ({
  title: `${plain(place.file)} overrides the credentials`,
  what: `${placeText(place)} sets ${variable}. In SST, that file overrides the environment, so the deploy would not use the credentials of this step.`,
  next: lines(
    noHelp(mode, 'no variable makes SST ignore the file.'),
    `Remove the line ${placeText(place)}, and with it the others that name AWS keys. If the keys are real, replace them: they are in a file of the repository or the job.`,
    DOCS,
  ),
  place,
  since: 'overridesByStageFile',
});

export const profileNotUsed = (profile: string): Problem => ({
  title: 'SST will not use the profile',
  what: `The credentials are written to the profile ${quoted(profile)}, and nothing in the config or the environment makes SST use it.`,
  next: `Set \`AWS_PROFILE: ${plain(profile)}\` in the step that runs SST, or \`output-env-credentials: true\` under \`with:\` of this one.`,
});
