import { Failure } from '../failure.ts';
import { plain } from '../text.ts';
import type { Deployment, Override, ProfileCheck } from './deployment.ts';
import { type Diagnostic, onOverride, onProject, onUnchecked, stop, warning } from './diagnostics.ts';
import { type Facts, factsOf } from './facts.ts';
import * as say from './guard-messages.ts';
import type { DeploymentRequest } from './inspect.ts';
import { regionInvalid } from './messages.ts';
import { credentialsOf, DEFAULT_REGION, isRegionName } from './resolve.ts';

/**
 * Finds out what `sst deploy` will do in the next step, in the order in which SST goes about it: in which region, and
 * whether with the credentials of this step (docs/profile-guard.md); and what to say about it in the guard's mode.
 */
export async function inspectDeployment(request: DeploymentRequest): Promise<Deployment> {
  const facts = await factsOf(request);
  const { config, stage, app, region, usesAws } = facts;
  const { override, neutralized, diagnostics } = await judgeCredentials(facts);
  const all = [...(await onProject(facts)), ...diagnostics, ...onUnchecked(facts)];
  for (const line of logLines(facts)) request.log.info(line);
  return {
    config,
    stage,
    app: app?.name,
    home: app?.home && plain(app.home, 40),
    region: isRegionName(region.name) ? region : { name: request.region ?? DEFAULT_REGION, from: 'default' },
    usesAws,
    assumeRoles: app?.aws?.assumeRoles ?? [],
    profile: override ? { verdict: neutralized ? 'ignored' : 'wins' } : withoutOverride(facts),
    override,
    exports: request.guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {},
    ...bySeverity(all, facts),
  };
}

/** The lines of the log on the project, as far as it is known. */
function logLines({ config, locations, sst, stage, app, region }: Facts): string[] {
  const judged = sst.installed
    ? sst.version
    : `none of a known version is installed beside the config, so the project is judged by ${sst.version}, the newest that this step knows`;
  return [
    ...(config ? [`Config: ${plain(locations.show(config))}`, `SST: ${judged}`] : []),
    ...(stage ? [`Stage: ${stage.name} (from ${stage.from === 'event' ? 'the event' : stage.from})`] : []),
    ...(app?.name ? [`App: ${app.name}`] : []),
    `Region: ${plain(region.name)} (from ${region.from})`,
  ];
}

/** The verdict after a role that SST would assume has refused the session: SST would not get to use it. */
export function afterRefusedRole(check: ProfileCheck): ProfileCheck {
  return check.verdict === 'none' ? { verdict: 'not checked', reason: say.NOT_CHECKED.roleRefused } : check;
}

/** What takes the place of the credentials, if something does, and whether this mode keeps SST from it. */
async function judgeCredentials(facts: Facts) {
  const { request, config, sst, app, v2, locations } = facts;
  const { exportsProfile, exportsKeys } = request;
  if (config === undefined || !facts.usesAws || request.guard === 'off') return { diagnostics: [] };
  /** Whether it would take the place of the credentials. SST is allowed to use the profile that this step writes. */
  const isOther = (source: Override | undefined) =>
    source !== undefined && (source.profile === undefined || source.profile !== exportsProfile);
  // Without what this step itself exports to make SST ignore the config's profile.
  const variables = new Map(facts.variables);
  if (variables.get('SST_AWS_NO_PROFILE')?.by === 'step') variables.delete('SST_AWS_NO_PROFILE');
  const source = credentialsOf(app, variables, sst);
  if (source && isOther(source)) {
    const problem = await onOverride(source, facts);
    const neutralized = !isOther(facts.credentials);
    return {
      override: { ...source, profile: source.profile && plain(source.profile, 128), place: problem.place },
      neutralized,
      diagnostics: neutralized ? [] : [stop(problem)],
    };
  }
  if (v2?.profile) {
    const override: Override = { profile: plain(v2.profile, 128), by: 'config', place: locations.config };
    return { override, diagnostics: [] };
  }
  if (exportsProfile === undefined || exportsKeys || source) return { diagnostics: [] };
  return { diagnostics: [warning(say.profileNotUsed(exportsProfile))] };
}

/** The verdict if nothing was found: there is nothing, or a reason why nobody can know. */
function withoutOverride(facts: Facts): ProfileCheck {
  const { request, config, stage, app, v2, refusals, credentials, usesAws, unchecked } = facts;
  const [reason] = [
    config === undefined && say.NOT_CHECKED.noConfig,
    request.guard === 'off' && say.NOT_CHECKED.off,
    !stage && say.NOT_CHECKED.noStage,
    v2 && say.NOT_CHECKED.v2,
    !app && say.NOT_CHECKED.notEvaluated,
    refusals.length > 0 && say.NOT_CHECKED.refused,
    unchecked[0] && plain(unchecked[0].what),
    !usesAws && say.NOT_CHECKED.noAws,
    !request.exportsKeys && !credentials && say.NOT_CHECKED.notExported,
  ].filter(text => typeof text === 'string');
  return reason === undefined ? { verdict: 'none' } : { verdict: 'not checked', reason };
}

/** Problems by what the mode makes of them: `fail` stops for the first that is to stop, `warn` warns of all. */
function bySeverity(diagnostics: readonly Diagnostic[], { request: { guard: mode }, region }: Facts) {
  const of = (severity: Diagnostic['severity']) =>
    diagnostics
      .filter(told => told.severity === severity && (mode !== 'off' || told.always))
      .map(({ problem }) => problem);
  // No request can be sent to a region that does not exist: that stops in every mode.
  const invalid = isRegionName(region.name) ? [] : [regionInvalid(region)];
  const [stops, stopping] = mode === 'warn' ? [of('stop'), invalid] : [[], [...invalid, ...of('stop')]];
  const [first, ...others] = stopping;
  return {
    notices: of('notice'),
    warnings: [...stops, ...others, ...of('warning')],
    failure: first && new Failure(first),
  };
}
