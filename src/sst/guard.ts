import { Failure, type Problem } from '../failure.ts';
import { given } from '../inputs/inputs.ts';
import { appLine, configLine, notSaidLine, regionLine, stageLine } from '../report/log-messages.ts';
import { plain } from '../text.ts';
import { type Reading, readApp } from './app.ts';
import { regionOfProfile } from './aws-config.ts';
import type { Deployment, Override, ProfileCheck, Region, Stage } from './deployment.ts';
import {
  onDotenv,
  onEvaluation,
  onOverride,
  onRegion,
  onStage,
  onUnchecked,
  type Remark,
  settingsOfV2,
  uncheckedOf,
} from './diagnostics.ts';
import * as say from './guard-messages.ts';
import type { Inspection } from './inspect.ts';
import * as project from './messages.ts';
import {
  type CredentialSource,
  credentialsOf,
  DEFAULT_REGION,
  isRegionName,
  type Overriding,
  overriding,
  type RegionSource,
  regionOf,
} from './resolve.ts';
import { type Places, placesIn } from './source-locations.ts';
import type { Variables } from './variables.ts';

/** Draws the conclusions from what SST reads: who wins, in which region, and what to say about it in the guard's mode. */
export async function conclude(inspection: Inspection): Promise<Deployment> {
  const { request, config, variables, evaluation } = inspection;
  const loaded = evaluation?.kind === 'answered' ? evaluation.answer.files : [];
  const places = placesIn(request.workspace, config ?? request.workingDirectory, loaded);
  const reading = readingOf(evaluation);
  const credentials = credentialsOf(reading?.app, variables);
  // The profile that this step writes will have the region that it was given.
  const ofProfile = (name: string) =>
    (name === request.exportsProfile ? request.region : undefined) ?? regionOfProfile(name, variables);
  const found: Found = {
    places,
    reading,
    credentials,
    // What is not known is taken to be.
    usesAws: reading === undefined || reading.app.aws !== undefined,
    region: placed(regionOf(reading?.app, variables, credentials, ofProfile), places),
  };
  const { override, remarks } = config === undefined ? withoutProject(found) : await judge(inspection, found);
  const name = acceptedName(reading);
  tell(inspection, found, name);
  return {
    ...given('config', config),
    ...given('stage', stageOf(inspection)),
    ...given('app', name),
    ...given('home', reading?.app.home && plain(reading.app.home, 40)),
    region: isRegionName(found.region.name)
      ? found.region
      : { name: request.region ?? DEFAULT_REGION, from: 'default' },
    usesAws: found.usesAws,
    assumeRoles: reading?.app.aws?.assumeRoles ?? [],
    profile: checkOf(inspection, found, override),
    ...given('override', override?.described),
    exports: request.guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {},
    ...weighed(remarks, inspection, found.region),
  };
}

/** What follows from the inspection alone. */
interface Found {
  readonly places: Places;
  readonly reading: Reading | undefined;
  readonly credentials: CredentialSource;
  readonly usesAws: boolean;
  readonly region: Region;
}

/** What would win over the credentials, and whether it is kept from it (`neutralize`). */
interface Contested {
  readonly described: Override;
  readonly neutralized: boolean;
}

interface Judgement {
  readonly override?: Contested;
  readonly remarks: readonly Remark[];
}

/** The verdict on profiles: what was found, or why nobody can know whether there is something to find. */
function checkOf(inspection: Inspection, found: Found, override: Contested | undefined): ProfileCheck {
  const { request, config, evaluation, verdict } = inspection;
  const { places, reading, credentials, usesAws } = found;
  if (override) return { verdict: override.neutralized ? 'ignored' : 'wins' };
  const notChecked = (reason: keyof typeof say.NOT_CHECKED): ProfileCheck => ({
    verdict: 'not checked',
    reason: say.NOT_CHECKED[reason],
  });
  if (config === undefined) return notChecked('noConfig');
  if (request.guard === 'off') return notChecked('off');
  if (verdict?.kind !== 'settled') return notChecked('noStage');
  if (evaluation?.kind === 'answered' && evaluation.answer.kind === 'v2') return notChecked('v2');
  if (!reading) return notChecked('notEvaluated');
  if (reading.refusals.length > 0) return notChecked('refused');
  const [unknown] = uncheckedOf(inspection, places);
  if (unknown) return { verdict: 'not checked', reason: plain(unknown) };
  if (!usesAws) return notChecked('noAws');
  if (!request.exportsKeys && credentials.kind === 'environment') return notChecked('notExported');
  return { verdict: 'none' };
}

function stageOf({ verdict }: Inspection): Stage | undefined {
  return verdict?.kind === 'settled' ? verdict.stage : undefined;
}

function withoutProject({ places }: Found): Judgement {
  return { remarks: [{ weight: 'notice', problem: project.noConfig(places.config.file) }] };
}

async function judge(inspection: Inspection, found: Found): Promise<Judgement> {
  const { request, verdict, variables, files, evaluation } = inspection;
  const { places, reading, region } = found;
  const { override, remarks } = await judgeCredentials(inspection, found);
  return {
    ...given('override', override),
    remarks: [
      ...remarks,
      ...(verdict ? onStage(verdict) : []),
      ...(evaluation
        ? await onEvaluation(evaluation, reading, { places, variables, mode: request.guard })
        : []),
      ...onDotenv(files, places),
      ...onUnchecked(uncheckedOf(inspection, places), places, request.guard),
      ...(isRegionName(region.name) ? await onRegion(request.region, region, places) : []),
    ],
  };
}

/** Whether another's credentials win, and whether this mode leaves it at that. */
async function judgeCredentials(inspection: Inspection, found: Found): Promise<Judgement> {
  const { request, variables, evaluation } = inspection;
  const { guard: mode, exportsProfile, exportsKeys } = request;
  const { places, reading, credentials } = found;
  if (!found.usesAws || mode === 'off') return { remarks: [] };
  const bare =
    mode === 'neutralize' ? credentialsOf(reading?.app, withoutNeutralizer(variables)) : credentials;
  const source = overriding(bare, exportsProfile);
  if (source) {
    const stage = stageOf(inspection)?.name ?? '';
    const { problem, place } = await onOverride(source, { places, mode, stage });
    const profile = source.kind === 'profile' ? plain(source.profile, 128) : undefined;
    const neutralized = overriding(credentials, exportsProfile) === undefined;
    return {
      override: {
        described: { ...given('profile', profile), by: by(source), ...given('place', place) },
        neutralized,
      },
      remarks: neutralized ? [] : [{ weight: 'stop', problem }],
    };
  }
  const ofV2 = evaluation && settingsOfV2(evaluation).profile;
  if (ofV2) {
    const described: Override = { profile: plain(ofV2, 128), by: 'config', place: places.config };
    return { override: { described, neutralized: false }, remarks: [] };
  }
  if (exportsProfile === undefined || exportsKeys || bare.kind !== 'environment') return { remarks: [] };
  return { remarks: [{ weight: 'warning', problem: say.profileNotUsed(exportsProfile) }] };
}

/** The variables without what this step itself exports to have SST ignore the config's profile. */
function withoutNeutralizer(variables: Variables): Variables {
  const kept = [...variables].filter(
    ([name, { from }]) => name !== 'SST_AWS_NO_PROFILE' || from.by !== 'step',
  );
  return new Map(kept);
}

function by(source: Overriding): Override['by'] {
  if (source.kind === 'profile' && source.by === 'config') return 'config';
  return source.from.by === '.env' || source.from.by === '.env.<stage>' ? source.from.by : 'AWS_PROFILE';
}

/** Writes what was found out into the log. */
function tell(inspection: Inspection, found: Found, name: string | undefined): void {
  const { config, request } = inspection;
  const stage = stageOf(inspection);
  const { log } = request;
  if (config) log.info(configLine(plain(found.places.show(config))));
  if (stage) log.info(stageLine(stage));
  if (name) log.info(appLine(name));
  log.info(regionLine(plain(found.region.name), found.region.from));
}

function readingOf(evaluation: Inspection['evaluation']): Reading | undefined {
  if (evaluation?.kind !== 'answered' || evaluation.answer.kind !== 'app') return undefined;
  return readApp(evaluation.answer.json);
}

/** The app's name, where SST would take it. */
function acceptedName(reading: Reading | undefined): string | undefined {
  return reading?.refusals.some(({ because }) => because === 'bad name') ? undefined : reading?.app.name;
}

function placed(source: RegionSource, places: Places): Region {
  const { name } = source;
  switch (source.by) {
    case 'config':
      return { name, from: 'sst.config.ts', place: { file: places.config.file } };
    case 'profile':
      return { name, from: 'AWS config file' };
    case 'default':
      return { name, from: 'default' };
    case 'variable': {
      if (source.from.by === 'step') return { name, from: 'aws-region' };
      if (source.from.by === 'job') return { name, from: 'environment' };
      const place = places.ofVariable(source.from);
      return { name, from: source.from.by, ...(place ? { place } : {}) };
    }
  }
}

/** The remarks by what the mode makes of them: `fail` stops for the first that is to stop, `warn` warns of all. */
function weighed(
  remarks: readonly Remark[],
  { request: { guard: mode, log } }: Inspection,
  region: Region,
): Pick<Deployment, 'notices' | 'warnings' | 'failure'> {
  const heard = remarks.filter(({ always }) => mode !== 'off' || always);
  for (const { problem } of remarks.filter(remark => !heard.includes(remark))) {
    log.debug(notSaidLine(problem.what));
  }
  const of = (weight: Remark['weight']): Problem[] =>
    heard.filter(remark => remark.weight === weight).map(({ problem }) => problem);
  const [stops, stopping] = mode === 'warn' ? [of('stop'), []] : [[], of('stop')];
  // No request can be sent to a region that is none: that stops in every mode.
  const [first, ...others] = isRegionName(region.name)
    ? stopping
    : [project.regionInvalid(region.name, region.from, region.place), ...stopping];
  return {
    notices: of('notice'),
    warnings: [...stops, ...others, ...of('warning')],
    ...(first ? { failure: new Failure(first) } : {}),
  };
}
