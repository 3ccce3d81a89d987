import { plain } from '../text.ts';
import type { Deployment, Override, ProfileCheck } from './deployment.ts';
import { bySeverity, onProject, onUnchecked, stop, warning } from './diagnostics.ts';
import { type Facts, factsOf } from './facts.ts';
import * as say from './guard-messages.ts';
import type { DeploymentRequest } from './inspect.ts';
import type { ProjectProblem } from './messages.ts';
import { DEFAULT_REGION, isRegionName } from './resolve.ts';

/** Finds out what `sst deploy` will do in the next step (docs/profile-guard.md), and what to say about it in the guard's mode. */
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
    ...(await bySeverity(all, facts)),
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

/** What takes the place of the credentials, if something does, and whether this mode keeps SST from it. */
async function judgeCredentials(facts: Facts) {
  const { request, config, app, v2, credentials, usesAws } = facts;
  const { guard, exportsProfile, exportsKeys } = request;
  if (config === undefined || !usesAws || guard === 'off') return { diagnostics: [] };
  /** The config's profile that is in none of the credentials: SST is told to ignore it, or refuses a config of SST v2. */
  const profile = v2?.profile ?? (guard === 'neutralize' ? app?.aws?.profile : undefined);
  const source: Override | undefined = credentials ?? (profile ? { profile, by: 'config' } : undefined);
  // SST is allowed to use the profile that this step writes.
  if (source && (source.profile === undefined || source.profile !== exportsProfile)) {
    const problem = await onOverride(source, facts);
    return {
      override: { ...source, profile: source.profile && plain(source.profile, 128), place: problem.place },
      neutralized: !credentials && !v2,
      diagnostics: credentials ? [stop(problem)] : [],
    };
  }
  if (exportsProfile === undefined || exportsKeys || source) return { diagnostics: [] };
  return { diagnostics: [warning(say.profileNotUsed(exportsProfile))] };
}

/** The credentials that SST would use instead, at the place that names them. */
async function onOverride(source: Override, facts: Facts): Promise<ProjectProblem> {
  const { locations, stage, request } = facts;
  const { profile, variable = '', place = locations.config } = source;
  if (profile === undefined) return say.keysInFile(variable, place, request.guard);
  if (source.by !== 'config') return say.profileInEnvironment(profile, request.guard, source.place);
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

/** The verdict after a role that SST would assume has refused the session: SST would not get to use it. */
export function afterRefusedRole(check: ProfileCheck): ProfileCheck {
  return check.verdict === 'none' ? { verdict: 'not checked', reason: say.NOT_CHECKED.roleRefused } : check;
}
