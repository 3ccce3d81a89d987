import path from 'node:path';
import { Failure, type Problem } from '../failure.ts';
import { sourceText } from '../regular-file.ts';
import { lines } from '../text.ts';
import type { App } from './app.ts';
import type { GuardMode } from './deployment.ts';
import { onFailure } from './evaluation-failure.ts';
import type { Facts } from './facts.ts';
import { notChecked } from './guard-messages.ts';
import * as project from './messages.ts';
import { foldersBelow } from './project-files.ts';
import { isRegionName } from './resolve.ts';
import { does } from './versions.ts';

/** Something to say about the project, and what it leads to in the mode `fail`. */
interface Diagnostic {
  readonly severity: 'stop' | 'warning' | 'notice';
  readonly problem: project.ProjectProblem;
  /** Of the same severity in all modes: it is not about profiles, but about the account and region of the deploy. */
  readonly always?: true;
}

export const stop = (problem: project.ProjectProblem): Diagnostic => ({ severity: 'stop', problem });
export const warning = (problem: project.ProjectProblem): Diagnostic => ({ severity: 'warning', problem });
const notice = (problem: Problem): Diagnostic => ({ severity: 'notice', problem });
const always = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, always: true });

/** What is to be said of the project, in the order in which SST would come upon it. */
export async function onProject(facts: Facts): Promise<Diagnostic[]> {
  const { config, ignored } = facts;
  if (config === undefined) return [...onRegion(facts), onMissingConfig(facts)];
  return [
    ...onRegion(facts),
    ...onStage(facts),
    ...(await onEvaluation(facts, config)),
    ...ignored.map(place => notice(project.dotenvIgnored(place))),
  ];
}

function onRegion({ request: { region: given = '' }, region }: Facts): Diagnostic[] {
  // No request can be sent there.
  if (!isRegionName(region.name)) return [always(stop(project.regionInvalid(region)))];
  return given && given !== region.name ? [always(warning(project.regionDiffers(given, region)))] : [];
}

function onMissingConfig({ request, locations }: Facts): Diagnostic {
  const folders = foldersBelow(request.workingDirectory).map(locations.show);
  const shown = locations.show(request.workingDirectory);
  if (folders.length === 0) return warning(project.noConfig(shown));
  const problem = project.configBelow(shown, folders);
  return request.guard === 'off' ? always(warning(problem)) : stop(problem);
}

function onStage({ verdict }: Facts): Diagnostic[] {
  if (verdict.kind === 'unknown') return [stop(project.stageUnknown(verdict.login))];
  if (verdict.kind === 'invalid') return [stop(project.stageInvalid(verdict.stage))];
  return verdict.stage.from === 'login name' ? [always(warning(project.stageGuessed(verdict.stage)))] : [];
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
    ...(line && isRefused ? [stop(project.staticImport({ file: locations.config.file, line }))] : []),
    ...(app ? onApp(app, facts) : [stopUnlessIgnored(await onFailure(facts), request.guard)]),
  ];
}

function isOfV2(text: string): boolean {
  const hasStacks = /\bstacks\s*[(:]/.test(text) && !text.includes('$config');
  return hasStacks || /["']sst\/constructs["']|\bSSTConfig\b/.test(text);
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

/** On what nobody can know: told after what is known. */
export function onUnchecked({ unchecked, locations, request: { guard } }: Facts): Diagnostic[] {
  if (unchecked.length === 0) return [];
  const place = unchecked.find(reason => reason.place)?.place ?? locations.config;
  const reasons = unchecked.map(({ what }) => what);
  return [stopUnlessIgnored(notChecked(reasons, guard, place), guard)];
}

/** With `neutralize`, SST will ignore the profile, whatever the config names. */
function stopUnlessIgnored(problem: Problem, mode: GuardMode): Diagnostic {
  return mode === 'neutralize' ? warning(problem) : stop(problem);
}

/** Problems by what the mode makes of them: `fail` stops for the first that is to stop, `warn` warns of all. */
export async function bySeverity(diagnostics: readonly Diagnostic[], facts: Facts) {
  const mode = facts.request.guard;
  const wanted = diagnostics.filter(({ always }) => always || mode !== 'off');
  const shown = await Promise.all(wanted.map(diagnostic => completed(diagnostic, facts)));
  const stopping = shown.find(({ severity, always }) => severity === 'stop' && (always || mode !== 'warn'));
  const of = (severity: Diagnostic['severity']) =>
    shown.filter(told => told.severity === severity && told !== stopping).map(({ problem }) => problem);
  return {
    notices: of('notice'),
    warnings: [...of('stop'), ...of('warning')],
    failure: stopping && new Failure(stopping.problem),
  };
}

/** Adds the place, and the version of SST by which the project is judged, if that matters. */
async function completed(diagnostic: Diagnostic, { locations, sst }: Facts): Promise<Diagnostic> {
  const { property, value, since, ...problem } = diagnostic.problem;
  const next = lines(problem.next, project.untested(sst, since));
  if (property === undefined) return { ...diagnostic, problem: { ...problem, next } };
  const place = locations.at(await locations.ofProperty(property, value));
  return { ...diagnostic, problem: { ...problem, next, place } };
}
