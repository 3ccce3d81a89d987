import path from 'node:path';
import type { Problem } from '../failure.ts';
import { type App, rolesProperty } from './app.ts';
import type { Override } from './deployment.ts';
import { onFailure } from './evaluation-failure.ts';
import type { Facts } from './facts.ts';
import { configsBelow } from './find-config.ts';
import * as say from './guard-messages.ts';
import * as project from './messages.ts';
import { isRegionName } from './resolve.ts';
import { sourceText } from './source-text.ts';
import { does } from './versions.ts';

/** Something to say about the project, and what it leads to in the mode `fail`. */
export interface Diagnostic {
  readonly severity: 'stop' | 'warning' | 'notice';
  readonly problem: Problem;
  /** Shown with the guard off, too: it is not about profiles, but about the account and region of the deploy. */
  readonly always?: true;
}

const diagnostic =
  (severity: Diagnostic['severity']) =>
  (problem: Problem, place = problem.place): Diagnostic => ({ severity, problem: { ...problem, place } });
export const [stop, warning, notice] = [diagnostic('stop'), diagnostic('warning'), diagnostic('notice')];
const always = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, always: true });

/** What is to be said of the project, in the order in which SST would come upon it. */
export async function onProject(facts: Facts): Promise<Diagnostic[]> {
  if (facts.config === undefined) return onMissingConfig(facts);
  return [
    ...onStage(facts),
    ...(await onEvaluation(facts, facts.config)),
    ...facts.ignored.map(place => notice(project.dotenvIgnored(place), place)),
    ...(await onRegion(facts)),
  ];
}

/** On what nobody can know: told after what is known. */
export function onUnchecked({ unchecked, locations, request: { guard } }: Facts): Diagnostic[] {
  if (unchecked.length === 0) return [];
  const place = unchecked.find(reason => reason.place)?.place ?? locations.config;
  const reasons = unchecked.map(({ what }) => what);
  return [stopUnlessIgnored({ ...say.notChecked(reasons, guard), place }, guard)];
}

/** With `neutralize`, SST will ignore the profile, whatever the config names. */
function stopUnlessIgnored(problem: Problem, mode: Facts['request']['guard']): Diagnostic {
  return mode === 'neutralize' ? warning(problem) : stop(problem);
}

function onMissingConfig({ request, locations }: Facts): Diagnostic[] {
  const below = configsBelow(request.workingDirectory);
  const shown = locations.show(request.workingDirectory);
  if (below.length === 0) return [warning(project.noConfig(shown))];
  const folders = below.map(file => locations.show(path.dirname(file)));
  const problem = project.configBelow(shown, folders);
  return [request.guard === 'off' ? always(warning(problem)) : stop(problem)];
}

function onStage({ verdict }: Facts): Diagnostic[] {
  if (verdict.kind === 'unknown') return [stop(project.stageUnknown(verdict.login))];
  if (verdict.kind === 'invalid') return [stop(project.stageInvalid(verdict.stage))];
  return verdict.stage.from === 'login name' ? [always(warning(project.stageGuessed(verdict.stage)))] : [];
}

/** Whether it is the source of an SST v2 config. */
function isOfV2(text: string): boolean {
  const hasStacks = /\bstacks\s*[(:]/.test(text) && !text.includes('$config');
  return hasStacks || /["']sst\/constructs["']|\bSSTConfig\b/.test(text);
}

/** On the result of evaluating the config: it is of SST v2, it could not be evaluated, SST would refuse what it returns. */
async function onEvaluation(facts: Facts, config: string): Promise<Diagnostic[]> {
  const { evaluation, request, sst, locations, answer, app, v2, refusals } = facts;
  if (!evaluation) return [];
  if (!app && (v2 || isOfV2(sourceText(config)))) {
    const { place } = await locations.ofProperty('');
    return [stop(project.v2Config(v2), place)];
  }
  const { file } = locations.config;
  const line = answer?.staticImport;
  // SST looks at files of that name only (measured).
  const isRefused = path.basename(config) === 'sst.config.ts' && does(sst, 'refusesStaticImports');
  const staticImport =
    line !== undefined && isRefused ? [stop(project.staticImport(sst), { file, line })] : [];
  if (!app) return [...staticImport, stopUnlessIgnored(await onFailure(facts), request.guard)];
  const refused = refusals.map(async refusal => {
    const { place } = await locations.ofProperty(refusal.property ?? '');
    return stop(project.refused(refusal, sst), place);
  });
  return [...staticImport, ...(await Promise.all(refused)), ...(await onApp(app, facts))];
}

/** On what SST accepts without a word, and a person might not expect. */
async function onApp(
  { home, aws, withoutEffect }: App,
  { refusals, locations, sst }: Facts,
): Promise<Diagnostic[]> {
  const placeOf = async (property: string) => (await locations.ofProperty(property)).place;
  const diagnostics = await Promise.all(
    withoutEffect.map(async setting =>
      warning(project.withoutEffect(setting), await placeOf(setting.setting)),
    ),
  );
  if (aws?.unreadRoles) {
    const place = await placeOf(`providers.aws.${aws.unreadRoles}`);
    diagnostics.push(warning(project.rolesUnread(aws.unreadRoles, sst), place));
  }
  if (aws && aws.assumeRoles.length > 0) {
    const property = rolesProperty(sst);
    const place = await placeOf(`providers.aws.${property}`);
    diagnostics.push(always(warning(project.rolesAssumed(aws.assumeRoles, property, sst), place)));
  }
  if (refusals.length === 0 && home !== undefined && !aws)
    diagnostics.push(always(notice(project.noAws(home), locations.config)));
  return diagnostics;
}

/** The credentials that SST would use instead, at the place that names them. */
export async function onOverride(source: Override, facts: Facts): Promise<Problem> {
  const { locations, stage, sst, request } = facts;
  const { profile, variable = '', place = locations.config } = source;
  if (profile === undefined) return { ...say.keysInFile(variable, place, request.guard, sst), place };
  if (source.by !== 'config')
    return { ...say.profileInEnvironment(profile, source.place, request.guard), place: source.place };
  const { place: at, ...located } = await locations.ofProperty('providers.aws.profile', profile);
  // This step exports the input `stage` as SST_STAGE.
  const isExported = stage?.from === 'input' || stage?.from === 'event' || stage?.from === 'SST_STAGE';
  const expression = located.stage ?? (isExported ? 'process.env.SST_STAGE' : undefined);
  const isStage = expression && `${expression} === ${JSON.stringify(stage?.name)}`;
  const problem = say.profileInConfig({
    profile,
    stage: stage?.name ?? '',
    file: at.file,
    inActions: located.undefinedIf?.('process.env.GITHUB_ACTIONS'),
    forStage: isStage ? located.undefinedIf?.(isStage) : undefined,
  });
  return { ...problem, place: at };
}

/** SST goes to another region than the workflow says. */
async function onRegion({ request, region, locations }: Facts): Promise<Diagnostic[]> {
  const { region: given } = request;
  if (given === undefined || given === region.name || !isRegionName(region.name)) return [];
  const place =
    region.from === 'sst.config.ts'
      ? (await locations.ofProperty('providers.aws.region', region.name)).place
      : region.place;
  return [always(warning(project.regionDiffers(given, { ...region, place }), place))];
}
