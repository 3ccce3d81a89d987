import type { Place, Problem } from '../failure.ts';
import { plain, quoted } from '../text.ts';
import type { Refusal } from './app.ts';
import type { AssumedRole, Region, Stage } from './deployment.ts';
import { at } from './guard-messages.ts';

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
    // A region that is exported gives way to a line somewhere, to nothing else.
    next: region.place
      ? `Write \`aws-region: ${region.name}\`, or change ${regionFrom(region)}.`
      : `This step exports no region, since \`output-env-credentials\` is off: set \`AWS_REGION: ${given}\` in the step that runs SST.`,
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
  const names = roles.slice(0, 5).map(({ roleArn }) => plain(roleArn));
  const more = roles.length > names.length ? ` and ${roles.length - names.length} more` : '';
  return {
    title: 'SST assumes a further role',
    what: `\`providers.aws.assumeRoles\` has SST assume ${names.join(', then ')}${more}: it deploys to that role's account, not to the one of the exported credentials.`,
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
    what: 'sst.config.ts has a static import at its top, which SST refuses.',
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
