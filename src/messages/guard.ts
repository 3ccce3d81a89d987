import type { Place, Problem } from '../failure.ts';
import type { Refusal } from '../sst/app.ts';
import type { AssumedRole, GuardMode, Region, Stage } from '../sst/deployment.ts';
import type { Evaluation } from '../sst/evaluate.ts';
import type { Located } from '../sst/locate.ts';
import { plain, quoted } from './untrusted.ts';

const DOCS = 'docs/profile-guard.md tells how SST picks credentials.';

/** Where a problem stands, as a person names it. */
function at(place: Place | undefined): string {
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

/** SST would refuse what `app()` returned. */
export function appRefused(refusal: Refusal, place: Place): Problem {
  const [what, next] = refusalWords(refusal);
  return { title: 'SST would refuse sst.config.ts', what, next, place };
}

function refusalWords(refusal: Refusal): [what: string, next: string] {
  switch (refusal.because) {
    case 'no object':
      return ['`app()` returns no object.', 'Return one with `name` and `home`.'];
    case 'no name':
      return ['`app()` returns no `name`, which SST requires.', 'Add `name: "my-app"` to what it returns.'];
    case 'bad name':
      return [
        `The app's name ${quoted(refusal.name)} is not one that SST takes.`,
        'It starts with a letter, and holds letters, digits and hyphens only.',
      ];
    case 'no home':
      return ['`app()` returns no `home`, which SST requires.', 'Add `home: "aws"` to what it returns.'];
    case 'bad home':
      return [
        `\`home\` is ${quoted(refusal.home)}, where SST cannot keep its state.`,
        'Write "aws", "cloudflare" or "local".',
      ];
    case 'bad removal':
      return [
        `\`removal\` is ${quoted(refusal.removal)}, which SST does not know.`,
        'Write "remove", "retain" or "retain-all".',
      ];
    case 'bad type':
      return [
        `\`${refusal.property}\` is not what SST takes, and SST breaks off over it.`,
        `Write ${refusal.takes}, or leave it out (\`undefined\`, not \`null\`).`,
      ];
  }
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
        what: `\`app()\` returned more than ${evaluation.characters} characters.`,
        next: 'Return settings only.',
      };
    case 'out of memory':
      return { what: '`app()` ran out of memory.', next: 'Load less in the config.' };
    case 'ended':
      return {
        what: `The process that evaluated \`app()\` ended before it answered (${evaluation.signal ?? `exit code ${evaluation.code}`}).`,
        next: 'Does the config call process.exit()?',
      };
  }
}

function errorWords(answer: Extract<Evaluation, { kind: 'answered' }>['answer']): {
  what: string;
  next: string;
} {
  if (answer.kind !== 'error') return { what: 'The answer could not be read.', next: '' };
  const what = `It failed with ${plain(answer.name, 60)}: ${plain(answer.message, 1000)}${/[.!?]$/.test(answer.message) ? '' : '.'}`;
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

/** The project is one of SST v2. */
export function v2Config(settings: { profile?: string; region?: string }, place: Place): Problem {
  const { profile, region } = settings;
  const told = [
    profile === undefined ? undefined : `profile ${quoted(profile)}`,
    region === undefined ? undefined : `region ${quoted(region)}`,
  ].filter(part => part !== undefined);
  return {
    title: 'An SST v2 config',
    what:
      'This config is one of SST v2 (it has `config()` and `stacks()`, no `app()`), which SST v3 and later refuse.' +
      `${told.length > 0 ? ` Its \`config()\` names the ${told.join(' and the ')}.` : ''} SST v2 has another bootstrap than the one that this step looks after.`,
    next: [
      ...(profile === undefined
        ? []
        : [
            'With SST v2, a profile overrides the credentials of this step: `profile: process.env.GITHUB_ACTIONS ? undefined : …`.',
          ]),
      'To get credentials for SST v2 all the same: `profile-guard: off` and `bootstrap: skip` under `with:` of this step.',
      'To migrate: https://sst.dev/docs/migrate-from-v2',
    ].join('\n'),
    place,
  };
}

/** SST would stop and ask for the stage. */
export function stageUnknown(login: string | undefined): Problem {
  return {
    title: 'Which stage?',
    what: `Nothing names the stage, and SST makes none of the login name${login ? ` ${quoted(login)}` : ''}: it would stop and ask.`,
    next: 'Write `stage: production` (or what the job deploys) under `with:` of this step: it is exported as SST_STAGE, too.',
  };
}

/** The stage holds characters that SST refuses. */
export function stageInvalid({ name, from }: Stage): Problem {
  return {
    title: 'SST would refuse the stage',
    what: `The stage is ${quoted(name)} (from ${from}), which SST refuses.`,
    next: 'A stage holds letters, digits and hyphens only. Write it under `stage:` of this step.',
  };
}

/** The stage is only SST's guess, and hardly what the job deploys. */
export function stageGuessed({ name }: Stage): Problem {
  return {
    title: `Stage ${plain(name)} is a guess`,
    what: `Nothing names the stage, so SST would take the login name, ${quoted(name)}. The config was evaluated for that stage.`,
    next: 'Write `stage:` under `with:` of this step, the one that the job deploys.',
  };
}

/** SST goes to another region than the one that the workflow names. */
export function regionDiffers(given: string, region: Region): Problem {
  return {
    title: `SST deploys to ${region.name}`,
    what: `\`aws-region\` is ${given}, but SST will use ${region.name} (${regionFrom(region)}). The bootstrap is looked for in ${region.name}.`,
    next: `Write \`aws-region: ${region.name}\`, or change ${regionFrom(region)}.`,
    ...(region.place ? { place: region.place } : {}),
  };
}

function regionFrom({ from, place }: Region): string {
  return place ? at(place) : from;
}

/** A region that is none: no request can be sent there. */
export function regionInvalid(name: string, from: string, place: Place | undefined): Problem {
  return {
    title: 'The region is not valid',
    what: `SST would use the region ${quoted(name)} (${from}), which is not the name of one.`,
    next: 'Write a region such as us-east-1.',
    ...(place ? { place } : {}),
  };
}

/** SST itself assumes roles: the account that it ends in is not the session's. */
export function rolesAssumed(roles: readonly AssumedRole[], place: Place): Problem {
  const names = roles.map(({ roleArn }) => plain(roleArn));
  return {
    title: 'SST assumes a further role',
    what: `\`providers.aws.assumeRoles\` has SST assume ${names.join(', then ')}: it deploys to that role's account, not to the one of the exported credentials.`,
    place,
  };
}

/** `aws` stands where SST does not look. */
export function strayProvider(place: Place): Problem {
  return {
    title: '`aws` outside of `providers`',
    what: '`aws: { profile }` stands beside `providers` instead of in it, where it has no effect: SST will not use that profile.',
    next: 'Remove it, or move it into `providers: { aws: { … } }`.',
    place,
  };
}

/** Imports that SST refuses when it deploys. */
export function topLevelImport(place: Place): Problem {
  return {
    title: 'A static import in sst.config.ts',
    what: 'sst.config.ts has a static import at its top, which SST refuses when it deploys.',
    next: 'Import inside of the function that needs it: `const { x } = await import("./x")`.',
    place,
  };
}

/** The property that SST had before `assumeRoles`. */
export function olderAssumeRole(place: Place): Problem {
  return {
    title: '`assumeRole` is not read',
    what: '`providers.aws.assumeRole` has no effect on SST itself since it reads `assumeRoles`, a list.',
    next: 'Write `assumeRoles: [{ roleArn: "…" }]`.',
    place,
  };
}

/** A .env file with a statement that SST's reader does not take. */
export function dotenvIgnored(place: Place): Problem {
  return {
    title: `SST ignores ${plain(place.file)}`,
    what: `SST cannot read the statement at ${at(place)}, and then takes nothing of that file, without saying so.`,
    place,
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

/** Nothing in the project uses AWS. */
export function noAws(home: string, place: Place): Problem {
  return {
    title: 'SST will not use AWS',
    what: `The app's home is ${quoted(home)} and \`providers\` has no \`aws\`: SST will neither look at these credentials nor bootstrap AWS.`,
    place,
  };
}

/** No project here. */
export function noConfig(directory: string): Problem {
  return {
    title: 'No sst.config.ts',
    what: `There is no sst.config.ts in ${plain(directory)} or above it: the profile guard has nothing to check.`,
    next: 'Is the repository checked out before this step? Is `working-directory` the one in which `sst` will run?',
  };
}
