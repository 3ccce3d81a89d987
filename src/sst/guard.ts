import { Failure, type Problem } from '../failure.ts';
import { plain } from '../text.ts';
import type { Deployment, Override, ProfileCheck, Region } from './deployment.ts';
import { type Diagnostic, onOverride, onProject, onUnchecked } from './diagnostics.ts';
import { type Facts, factsOf, stageOf } from './facts.ts';
import * as say from './guard-messages.ts';
import type { Inspection } from './inspect.ts';
import * as project from './messages.ts';
import { credentialsOf, DEFAULT_REGION, isRegionName, overriding, placeOf } from './resolve.ts';
import type { Variables } from './variables.ts';

/** Decides what `sst deploy` will do: with whose credentials, in which region; and what to say about it in the guard's mode. */
export async function judge(inspection: Inspection): Promise<Deployment> {
  const { request, config } = inspection;
  const facts = await factsOf(inspection);
  const { override, neutralized, diagnostics } = await judgeCredentials(inspection, facts);
  const all = [
    ...(await onProject(inspection, facts)),
    ...diagnostics,
    ...(config === undefined ? [] : onUnchecked(facts, request.guard)),
  ];
  const shown = config && facts.locations.show(config);
  const lines = {
    config: shown,
    sst: inspection.sst,
    stage: stageOf(inspection),
    app: facts.app?.name,
    region: facts.region,
  };
  for (const line of project.projectLines(lines)) request.log.info(line);
  return {
    config,
    stage: stageOf(inspection),
    app: facts.app?.name,
    home: facts.app?.home && plain(facts.app.home, 40),
    region: isRegionName(facts.region.name)
      ? facts.region
      : { name: request.region ?? DEFAULT_REGION, from: 'default' },
    usesAws: facts.usesAws,
    assumeRoles: facts.app?.aws?.assumeRoles ?? [],
    profile: override ? { verdict: neutralized ? 'ignored' : 'wins' } : withoutOverride(inspection, facts),
    override,
    exports: request.guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {},
    ...bySeverity(all, inspection, facts.region),
  };
}

interface Judgement {
  /** What would take the place of the credentials, and whether SST is kept from it. */
  readonly override?: Override;
  readonly neutralized?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether something takes the place of the credentials, and whether this mode leaves it at that. */
async function judgeCredentials(inspection: Inspection, facts: Facts): Promise<Judgement> {
  const { request, variables, config, sst } = inspection;
  const { guard: mode, exportsProfile, exportsKeys } = request;
  const { locations, app, credentials } = facts;
  if (config === undefined || !facts.usesAws || mode === 'off') return { diagnostics: [] };
  const bare = mode === 'neutralize' ? credentialsOf(app, withoutNeutralizer(variables), sst) : credentials;
  const source = overriding(bare, exportsProfile);
  if (source) {
    const { problem, place } = await onOverride(source, { locations, mode, stage: stageOf(inspection), sst });
    const profile = source.kind === 'profile' ? plain(source.profile, 128) : undefined;
    const neutralized = overriding(credentials, exportsProfile) === undefined;
    return {
      override: { profile, by: placeOf(source), place },
      neutralized,
      diagnostics: neutralized ? [] : [{ severity: 'stop', problem }],
    };
  }
  if (facts.v2?.profile) {
    const profile = plain(facts.v2.profile, 128);
    return { override: { profile, by: 'config', place: locations.config }, diagnostics: [] };
  }
  if (exportsProfile === undefined || exportsKeys || bare.kind !== 'environment') return { diagnostics: [] };
  return { diagnostics: [{ severity: 'warning', problem: say.profileNotUsed(exportsProfile) }] };
}

/** The variables without what this step itself exports to make SST ignore the config's profile. */
function withoutNeutralizer(variables: Variables): Variables {
  const kept = [...variables].filter(
    ([name, { from }]) => name !== 'SST_AWS_NO_PROFILE' || from.by !== 'step',
  );
  return new Map(kept);
}

/** The verdict if nothing was found: there is nothing, or a reason why nobody can know. */
function withoutOverride(
  { request, config, verdict }: Inspection,
  { app, v2, refusals, credentials, usesAws, unchecked }: Facts,
): ProfileCheck {
  const notChecked = (reason: keyof typeof say.NOT_CHECKED): ProfileCheck => ({
    verdict: 'not checked',
    reason: say.NOT_CHECKED[reason],
  });
  if (config === undefined) return notChecked('noConfig');
  if (request.guard === 'off') return notChecked('off');
  if (verdict?.kind !== 'valid') return notChecked('noStage');
  if (v2) return notChecked('v2');
  if (!app) return notChecked('notEvaluated');
  if (refusals.length > 0) return notChecked('refused');
  const [unknown] = unchecked;
  if (unknown !== undefined) return { verdict: 'not checked', reason: plain(unknown.what) };
  if (!usesAws) return notChecked('noAws');
  if (!request.exportsKeys && credentials.kind === 'environment') return notChecked('notExported');
  return { verdict: 'none' };
}

/** Problems by what the mode makes of them: `fail` stops for the first that is to stop, `warn` warns of all. */
function bySeverity(
  diagnostics: readonly Diagnostic[],
  { request: { guard: mode, log } }: Inspection,
  region: Region,
): Pick<Deployment, 'notices' | 'warnings' | 'failure'> {
  const told = diagnostics.filter(({ always }) => mode !== 'off' || always);
  for (const { problem } of diagnostics.filter(diagnostic => !told.includes(diagnostic))) {
    log.debug(project.notSaidLine(problem.what));
  }
  const of = (severity: Diagnostic['severity']): Problem[] =>
    told.filter(diagnostic => diagnostic.severity === severity).map(({ problem }) => problem);
  const [stops, stopping] = mode === 'warn' ? [of('stop'), []] : [[], of('stop')];
  // No request can be sent to a region that does not exist: that stops in every mode.
  const [first, ...others] = isRegionName(region.name)
    ? stopping
    : [project.regionInvalid(region.name, region.from, region.place), ...stopping];
  return {
    notices: of('notice'),
    warnings: [...stops, ...others, ...of('warning')],
    ...(first ? { failure: new Failure(first) } : {}),
  };
}
