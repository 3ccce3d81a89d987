import { type Place, type Problem, placeText } from '../failure.ts';
import { lines, plain, quoted } from '../text.ts';
import { type RolesProperty, rolesProperty, type WithoutEffect } from './app.ts';
import type { AssumedRole, Region, Stage } from './deployment.ts';
import { type Behaviour, SINCE, type Sst } from './versions.ts';

/** A message about the project, which `bySeverity` completes. */
export interface ProjectProblem extends Problem {
  /** Instead of a place: the property of what `app()` returns that it is about (empty for `app()` itself), and its value. */
  readonly property?: string;
  readonly value?: string;
  /** The rule of SST that only some versions have. */
  readonly since?: Behaviour;
}

/** If no SST is installed and versions differ: by which one this was judged. */
export function untested(sst: Sst, behaviour: Behaviour | undefined): string | undefined {
  if (sst.installed || behaviour === undefined) return undefined;
  return `No SST of a known version is installed beside the config, so this is what SST ${sst.version} does; versions before ${SINCE[behaviour]} differ. Install SST before this step (\`npm ci\`), so that the rules of your version apply.`;
}

/** The project is one of SST v2. @param profile that its `config()` names. */
export const v2Config = (profile: string | undefined): ProjectProblem => ({
  title: 'An SST v2 config',
  what: 'This is a config of SST v2, which SST v3 and later refuse. SST v2 has another bootstrap, which this step does not check.',
  next: lines(
    profile &&
      `SST v2 uses the profile ${quoted(profile)} instead of the credentials of this step. To change that: \`profile: process.env.GITHUB_ACTIONS ? undefined : …\`.`,
    'To get credentials for SST v2 anyway: `profile-guard: "off"` and `bootstrap: skip` under `with:` of this step.',
    'To migrate: https://sst.dev/docs/migrate-from-v2',
  ),
  property: '',
});

export const stageUnknown = (login: string | undefined): Problem => ({
  title: 'Which stage?',
  what: `The stage is not set, and SST does not derive one from the login name${login ? ` ${quoted(login)}` : ''}: it would stop and ask.`,
  next: 'Write `stage: production` (or the stage that the job deploys) under `with:` of this step. It is exported as SST_STAGE.',
});

export const stageInvalid = ({ name, from }: Stage): Problem => ({
  title: 'SST would refuse the stage',
  what: `The stage is ${quoted(name)} (from ${from}), which SST refuses.`,
  next: 'A stage has letters, digits and hyphens only. Set it under `stage:` of this step.',
});

export const stageGuessed = ({ name }: Stage): Problem => ({
  title: `Stage ${plain(name)} is a guess`,
  what: `The stage is not set, so SST would use the login name, ${quoted(name)}. The config was evaluated for that stage.`,
  next: 'Set `stage:` under `with:` of this step to the stage that the job deploys.',
});

export function regionDiffers(given: string, { name, place, from: source }: Region): ProjectProblem {
  const from = place ? placeText(place) : source;
  return {
    title: `SST deploys to ${name}`,
    what: `\`aws-region\` is ${given}, but SST will use ${name} (${from}). The bootstrap is checked in ${name}.`,
    // Only a line in a file overrides a region that is exported.
    next: place
      ? `Write \`aws-region: ${name}\`, or change ${from}.`
      : `This step exports no region, since \`output-env-credentials\` is false: set \`AWS_REGION: ${given}\` in the step that runs SST.`,
    ...(source === 'sst.config.ts' ? { property: 'providers.aws.region', value: name } : { place }),
  };
}

export const regionInvalid = ({ name, from, place }: Region): Problem => ({
  title: 'The region is not valid',
  what: `SST would use the region ${quoted(name)} (${from}), which is not the name of a region.`,
  next: 'Write a region such as us-east-1.',
  place,
});

export function rolesAssumed(roles: readonly AssumedRole[], sst: Sst): ProjectProblem {
  const property = `providers.aws.${rolesProperty(sst)}`;
  const names = plain(roles.map(({ roleArn }) => roleArn).join(', then '), 600);
  return {
    title: 'SST assumes a further role',
    what: `\`${property}\` makes SST assume ${names}: it deploys to that role's account, not to the one of the exported credentials.`,
    property,
    since: 'readsAssumeRoles',
  };
}

export function rolesUnread(name: RolesProperty, sst: Sst): ProjectProblem {
  const read = name === 'assumeRole' ? 'assumeRoles: [{ roleArn: "…" }]' : 'assumeRole: { roleArn: "…" }';
  return {
    title: `\`${name}\` has no effect`,
    what: `SST ${sst.version} does not read \`providers.aws.${name}\`. It deploys with the exported credentials, to their account.`,
    next: `If SST is to assume a role, write \`${read}\`.`,
    property: `providers.aws.${name}`,
    since: 'readsAssumeRoles',
  };
}

export const withoutEffect = ({ setting, value }: WithoutEffect): ProjectProblem => ({
  title: `\`${setting}\` has no effect`,
  what: `\`${setting}\` is directly in the object that \`app()\` returns. SST v3 and later do not read it there.`,
  next: `Remove it, or write \`providers: { aws: { ${value === undefined ? '…' : `${setting}: ${quoted(value)}`} } }\`.`,
  property: setting,
});

export const staticImport = (place: Place): ProjectProblem => ({
  title: 'A static import in sst.config.ts',
  what: 'SST refuses a config with a static import that is used.',
  next: 'Import inside the function that needs it: `const { x } = await import("./x")`. For a type, write `import type`.',
  place,
  since: 'refusesStaticImports',
});

export const dotenvIgnored = (place: Place): Problem => ({
  title: `SST ignores ${plain(place.file)}`,
  what: `SST cannot parse the statement at ${placeText(place)}. It then ignores the whole file, without a message.`,
  place,
});

export const noAws = (home: string, place: Place): Problem => ({
  title: 'SST will not use AWS',
  what: `The app's home is ${quoted(home)} and \`providers\` has no \`aws\`: SST will not use these credentials, and will not bootstrap AWS.`,
  place,
});

export const noConfig = (directory: string): Problem => ({
  title: 'No sst.config.ts',
  what: `There is no sst.config.ts in ${plain(directory)}, above it, or up to four folders below it, so the profile guard checked nothing.`,
  next: 'Is the repository checked out before this step? Is `working-directory` the folder in which `sst` will run?',
});

export const configBelow = (directory: string, folders: readonly string[]): Problem => ({
  title: 'sst.config.ts is in another folder',
  what: `There is no sst.config.ts in ${plain(directory)} or in a folder above it. Below it, there is one in ${plain(folders.join(', '), 600)}.`,
  next: `Did you mean \`working-directory: ${plain(folders[0] ?? '')}\`? Write it under \`with:\` of this step.`,
});
