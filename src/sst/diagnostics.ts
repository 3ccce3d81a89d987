import path from 'node:path';
import type { Problem } from '../failure.ts';
import type { App } from './app.ts';
import type { GuardMode, Override } from './deployment.ts';
import { onFailure } from './evaluation-failure.ts';
import type { Facts } from './facts.ts';
import * as say from './guard-messages.ts';
import * as project from './messages.ts';
import { foldersBelow, sourceText } from './project-files.ts';
import { isRegionName } from './resolve.ts';
import { does } from './versions.ts';

/** Something to say about the project, and what it leads to in the mode `fail`. */
export interface Diagnostic {
  readonly severity: 'stop' | 'warning' | 'notice';
  readonly problem: project.ProjectProblem;
  /** Shown with the guard off, too: it is not about profiles, but about the account and region of the deploy. */
  readonly always?: true;
}

export const stop = (problem: project.ProjectProblem): Diagnostic => ({ severity: 'stop', problem });
export const warning = (problem: project.ProjectProblem): Diagnostic => ({ severity: 'warning', problem });
const notice = (problem: Problem): Diagnostic => ({ severity: 'notice', problem });
const always = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, always: true });

/** What is to be said of the project, in the order in which SST would come upon it. */
export async function onProject(facts: Facts): Promise<Diagnostic[]> {
  const { config, ignored, locations } = facts;
  if (config === undefined) return onMissingConfig(facts);
  const diagnostics = [
    ...onStage(facts),
    ...(await onEvaluation(facts, config)),
    ...ignored.map(place => notice(project.dotenvIgnored(place))),
    ...onRegion(facts),
  ];
  return Promise.all(
    diagnostics.map(async ({ problem: { property, value, ...problem }, ...diagnostic }) => {
      if (property === undefined) return { ...diagnostic, problem };
      const place = locations.at(await locations.ofProperty(property, value));
      return { ...diagnostic, problem: { ...problem, place } };
    }),
  );
}

/** On what nobody can know: told after what is known. */
export function onUnchecked({ unchecked, locations, request: { guard } }: Facts): Diagnostic[] {
  if (unchecked.length === 0) return [];
  const place = unchecked.find(reason => reason.place)?.place ?? locations.config;
  const reasons = unchecked.map(({ what }) => what);
  return [stopUnlessIgnored(say.notChecked(reasons, guard, place), guard)];
}

/** With `neutralize`, SST will ignore the profile, whatever the config names. */
function stopUnlessIgnored(problem: Problem, mode: GuardMode): Diagnostic {
  return mode === 'neutralize' ? warning(problem) : stop(problem);
}

function onMissingConfig({ request, locations }: Facts): Diagnostic[] {
  const folders = foldersBelow(request.workingDirectory).map(locations.show);
  const shown = locations.show(request.workingDirectory);
  if (folders.length === 0) return [warning(project.noConfig(shown))];
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
  const { evaluation, request, sst, locations, answer, app, v2 } = facts;
  if (!evaluation) return [];
  if (!app && (v2 || isOfV2(sourceText(config)))) return [stop(project.v2Config(v2?.profile))];
  const line = answer?.staticImport;
  // SST looks at files of that name only (measured).
  const isRefused = path.basename(config) === 'sst.config.ts' && does(sst, 'refusesStaticImports');
  return [
    ...(line !== undefined && isRefused
      ? [stop(project.staticImport({ file: locations.config.file, line }, sst))]
      : []),
    ...(app ? onApp(app, facts) : [stopUnlessIgnored(await onFailure(facts), request.guard)]),
  ];
}

/** On what SST refuses, and on what it accepts without a word and a person might not expect. */
function onApp({ home, aws, withoutEffect }: App, { refusals, locations, sst }: Facts): Diagnostic[] {
  const { unreadRoles, assumeRoles = [] } = aws ?? {};
  const isElsewhere = refusals.length === 0 && home !== undefined && !aws;
  return [
    ...refusals.map(stop),
    ...withoutEffect.map(setting => warning(project.withoutEffect(setting))),
    ...(unreadRoles ? [warning(project.rolesUnread(unreadRoles, sst))] : []),
    ...(assumeRoles.length > 0 ? [always(warning(project.rolesAssumed(assumeRoles, sst)))] : []),
    ...(isElsewhere ? [always(notice(project.noAws(home, locations.config)))] : []),
  ];
}

/** The credentials that SST would use instead, at the place that names them. */
export async function onOverride(source: Override, facts: Facts): Promise<Problem> {
  const { locations, stage, sst, request } = facts;
  const { profile, variable = '', place } = source;
  if (profile === undefined) return say.keysInFile(variable, place ?? locations.config, request.guard, sst);
  if (source.by !== 'config') return say.profileInEnvironment(profile, request.guard, place);
  const found = await locations.ofProperty('providers.aws.profile', profile);
  const { name = '', from } = stage ?? {};
  // This step exports the input `stage` as SST_STAGE.
  const isExported = from === 'input' || from === 'event' || from === 'SST_STAGE';
  const expression = found.stage ?? (isExported && 'process.env.SST_STAGE');
  return say.profileInConfig(profile, name, locations.at(found), {
    inActions: found.undefinedIf?.('process.env.GITHUB_ACTIONS'),
    forStage: expression ? found.undefinedIf?.(`${expression} === ${JSON.stringify(name)}`) : undefined,
  });
}

/** SST goes to another region than the workflow says. */
function onRegion({ request: { region: given }, region }: Facts): Diagnostic[] {
  const isOther = given !== undefined && given !== region.name && isRegionName(region.name);
  return isOther ? [always(warning(project.regionDiffers(given, region)))] : [];
}
