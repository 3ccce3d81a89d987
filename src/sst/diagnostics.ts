import path from 'node:path';
import type { Place, Problem } from '../failure.ts';
import type { App } from './app.ts';
import type { GuardMode, Region, Stage } from './deployment.ts';
import { onFailure } from './evaluation-failure.ts';
import type { Facts } from './facts.ts';
import { configsBelow } from './find-config.ts';
import * as say from './guard-messages.ts';
import type { Inspection } from './inspect.ts';
import type { PropertySource } from './locate.ts';
import * as project from './messages.ts';
import { isRegionName, type Overriding } from './resolve.ts';
import type { SourceLocations } from './source-locations.ts';
import { does, type Sst } from './versions.ts';

/** Something to say about the project, and what it leads to in the mode `fail`. */
export interface Diagnostic {
  readonly severity: 'stop' | 'warning' | 'notice';
  readonly problem: Problem;
  /** Shown with the guard off, too: it is not about profiles, but about the account and region of the deploy. */
  readonly always?: true;
}

const stop = (problem: Problem): Diagnostic => ({ severity: 'stop', problem });
const warning = (problem: Problem): Diagnostic => ({ severity: 'warning', problem });
const notice = (problem: Problem): Diagnostic => ({ severity: 'notice', problem });
const always = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, always: true });

/** What is to be said of the project, in the order in which SST would come upon it. */
export async function onProject(inspection: Inspection, facts: Facts): Promise<Diagnostic[]> {
  const { request, files, config } = inspection;
  const { locations, region } = facts;
  if (config === undefined) return onMissingConfig(request, locations);
  return [
    ...onStage(inspection),
    ...(await onEvaluation(inspection, facts)),
    ...files.flatMap(({ file, content }) =>
      content.kind === 'ignored' ? [notice(project.dotenvIgnored(locations.at(file, content.line)))] : [],
    ),
    ...(isRegionName(region.name) ? await onRegion(request.region, region, locations) : []),
  ];
}

/** On what nobody can know: told after what is known. */
export function onUnchecked({ unchecked, locations }: Facts, mode: GuardMode): Diagnostic[] {
  if (unchecked.length === 0) return [];
  const place = unchecked.find(reason => reason.place)?.place ?? locations.config;
  const reasons = unchecked.map(({ what }) => what);
  const problem = say.notChecked(reasons, place, mode);
  // Whatever profile the config names, SST will ignore it.
  return [mode === 'neutralize' ? warning(problem) : stop(problem)];
}

function onMissingConfig(
  { workingDirectory: directory, guard }: Inspection['request'],
  locations: SourceLocations,
): Diagnostic[] {
  const below = configsBelow(directory);
  const shown = locations.show(directory);
  if (below.length === 0) return [warning(project.noConfig(shown))];
  const folders = below.map(file => locations.show(path.dirname(file)));
  const problem = project.configBelow(shown, folders);
  return [guard === 'off' ? always(warning(problem)) : stop(problem)];
}

function onStage({ verdict }: Inspection): Diagnostic[] {
  switch (verdict?.kind) {
    case 'unknown':
      return [stop(project.stageUnknown(verdict.login))];
    case 'invalid':
      return [stop(project.stageInvalid(verdict.stage))];
    case 'valid':
      return verdict.stage.from === 'login name'
        ? [always(warning(project.stageGuessed(verdict.stage)))]
        : [];
    case undefined:
      return [];
  }
}

/** On the result of evaluating the config: it is of SST v2, it could not be evaluated, SST would refuse what it returns. */
async function onEvaluation(inspection: Inspection, facts: Facts): Promise<Diagnostic[]> {
  const { evaluation, config = '', request, sst } = inspection;
  const { locations, app, refusals } = facts;
  if (!evaluation) return [];
  const v2 = await onV2(facts, config);
  if (v2) return [v2];
  const staticImport = onStaticImport(facts, config, sst);
  if (!app) {
    const problem = await onFailure(evaluation, inspection, locations);
    // Whatever profile the config names, SST will ignore it.
    return [...staticImport, request.guard === 'neutralize' ? warning(problem) : stop(problem)];
  }
  return [
    ...staticImport,
    ...(await Promise.all(
      refusals.map(async refusal => {
        const { place } = await locations.ofProperty(refusal.property?.replace(/\[.*$/, '').split('.') ?? []);
        return stop(project.refused(refusal, place, sst));
      }),
    )),
    ...(await onApp(app, refusals.length === 0, locations, sst)),
  ];
}

async function onV2({ answer, v2, locations }: Facts, config: string): Promise<Diagnostic | undefined> {
  if (answer?.kind === 'app' || !(v2 || (await import('./locate.ts')).treeOf(config)?.isOfV2()))
    return undefined;
  const { place } = await locations.ofProperty([]);
  return stop(project.v2Config(v2 ?? {}, place));
}

function onStaticImport({ answer, locations }: Facts, config: string, sst: Sst): Diagnostic[] {
  const line = answer?.staticImport;
  // SST looks at files of that name only (measured).
  if (line === undefined || path.basename(config) !== 'sst.config.ts' || !does(sst, 'refusesStaticImports'))
    return [];
  return [stop(project.staticImport({ file: locations.config.file, line }, sst))];
}

/** On what SST accepts without a word, and a person might not expect. @param sound that SST would not refuse the app. */
async function onApp(
  { home, aws, withoutEffect }: App,
  sound: boolean,
  locations: SourceLocations,
  sst: Sst,
): Promise<Diagnostic[]> {
  const placeOf = async (...path: string[]) => (await locations.ofProperty(path)).place;
  const unread = withoutEffect.map(async setting =>
    warning(project.withoutEffect(setting, await placeOf(setting.setting))),
  );
  const diagnostics = await Promise.all(unread);
  if (aws?.unreadRoles) {
    const place = await placeOf('providers', 'aws', aws.unreadRoles);
    diagnostics.push(warning(project.rolesUnread(aws.unreadRoles, place, sst)));
  }
  if (aws && aws.assumeRoles.length > 0) {
    const property = does(sst, 'readsAssumeRoles') ? 'assumeRoles' : 'assumeRole';
    const place = await placeOf('providers', 'aws', property);
    diagnostics.push(always(warning(project.rolesAssumed(aws.assumeRoles, property, place, sst))));
  }
  if (sound && home !== undefined && !aws)
    diagnostics.push(always(notice(project.noAws(home, locations.config))));
  return diagnostics;
}

/** The credentials that SST would use instead, and the place that names them. */
export async function onOverride(
  source: Overriding,
  context: { locations: SourceLocations; mode: GuardMode; stage: Stage | undefined; sst: Sst },
): Promise<{ problem: Problem; place: Place | undefined }> {
  const { locations, mode, stage, sst } = context;
  if (source.kind === 'keys') {
    const place = locations.ofVariable(source.from) ?? locations.config;
    return { problem: say.keysInFile(source.variable, place, mode, sst), place };
  }
  if (source.by === 'AWS_PROFILE') {
    const place = locations.ofVariable(source.from);
    return { problem: say.profileInEnvironment(source.profile, place, mode), place };
  }
  const { profile } = source;
  const { place, source: text } = await locations.ofProperty(['providers', 'aws', 'profile'], profile);
  const { undefinedIf } = await import('./advice.ts');
  const condition = text && isStage(stage, text);
  const problem = say.profileInConfig({
    profile,
    stage: stage?.name ?? '',
    place,
    inActions: text && undefinedIf('process.env.GITHUB_ACTIONS', text),
    forStage: text && condition ? undefinedIf(condition, text) : undefined,
  });
  return { problem, place };
}

/** A condition that is true for this stage, at that place of the config; undefined if nothing there names the stage. */
function isStage(stage: Stage | undefined, { stage: expression }: PropertySource): string | undefined {
  if (!stage) return undefined;
  // This step exports the input `stage` as SST_STAGE.
  const inEnvironment = ['input', 'event', 'SST_STAGE'].includes(stage.from);
  const named = expression ?? (inEnvironment ? 'process.env.SST_STAGE' : undefined);
  return named && `${named} === ${JSON.stringify(stage.name)}`;
}

/** SST goes to another region than the workflow says. */
async function onRegion(
  given: string | undefined,
  region: Region,
  locations: SourceLocations,
): Promise<Diagnostic[]> {
  if (given === undefined || given === region.name) return [];
  const place =
    region.from === 'sst.config.ts'
      ? (await locations.ofProperty(['providers', 'aws', 'region'], region.name)).place
      : region.place;
  return [always(warning(project.regionDiffers(given, { ...region, place })))];
}
