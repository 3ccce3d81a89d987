import path from 'node:path';
import { Failure, type Place, type Problem } from '../failure.ts';
import * as say from '../messages/guard.ts';
import { plain } from '../messages/untrusted.ts';
import { type App, type Reading, readApp } from './app.ts';
import { regionOfProfile } from './aws-config.ts';
import { type CredentialSource, credentialsOf, regionOf } from './decide.ts';
import type { Deployment, Override, Region } from './deployment.ts';
import type { Inspection } from './index.ts';
import { isInside } from './readable.ts';
import type { Origin, Variables } from './variables.ts';

/** A region's name as far as a request can be sent there: one label of a host's name. */
const REGION = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Draws the conclusions: who wins, in which region, and what to say about it in the guard's mode. */
export async function concludes(inspection: Inspection): Promise<Deployment> {
  const { request, config, verdict, variables, files, evaluation } = inspection;
  const { guard, log } = request;
  const show = (file: string) =>
    isInside(file, request.workspace)
      ? path.relative(request.workspace, file).split(path.sep).join('/')
      : file;
  const place = (file: string, line?: number, column?: number): Place => ({
    file: show(file),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
  const placeOf = (from: Origin): Place | undefined =>
    'file' in from ? place(from.file, from.line) : undefined;
  const atConfig = place(config ?? 'sst.config.ts', 1);

  const notices: Problem[] = [];
  const warnings: Problem[] = [];
  /** What stops the step in `fail`; told and no more in `warn`; in `off` nobody asked. */
  const stops: Problem[] = [];

  if (config === undefined) notices.push(say.noConfig(show(request.workingDirectory) || 'the workspace'));
  for (const { file, content } of files) {
    if (content.kind === 'ignored') notices.push(say.dotenvIgnored(place(file, content.line)));
  }
  if (verdict?.kind === 'unknown') stops.push(say.stageUnknown(verdict.login));
  if (verdict?.kind === 'invalid') stops.push(say.stageInvalid(verdict.stage));
  const stage = verdict?.kind === 'settled' ? verdict.stage : undefined;
  if (config && stage?.from === 'login name') warnings.push(say.stageGuessed(stage));

  const reading = readingOf(evaluation);
  const app = reading?.app;
  for (const refusal of reading?.refusals ?? []) {
    // With SST_AWS_NO_PROFILE the property is gone before SST looks at its type.
    const ignored =
      refusal.because === 'bad type' &&
      refusal.property === 'providers.aws.profile' &&
      variables.get('SST_AWS_NO_PROFILE')?.value;
    if (!ignored) stops.push(say.appRefused(refusal, atConfig));
  }
  if (evaluation?.kind === 'answered' && evaluation.answer.kind === 'v2') {
    stops.push(say.v2Config(settingsOf(evaluation.answer.json), atConfig));
  } else if (evaluation && !reading) {
    const problem = say.notEvaluated(evaluation, failedAt(evaluation, config, place) ?? atConfig);
    // A profile that the config may name is ignored then, whatever it is.
    (guard === 'neutralize' ? warnings : stops).push(problem);
  }
  if (app?.strayAws) warnings.push(say.strayProvider(atConfig));
  if (app?.aws?.olderAssumeRole) warnings.push(say.olderAssumeRole(atConfig));

  const usesAws = reading === undefined || app?.aws !== undefined;
  const effective = credentialsOf(app, variables);
  const named = guard === 'neutralize' ? credentialsOf(app, withoutNeutralizer(variables)) : effective;
  const override = usesAws && config !== undefined ? overrideOf(named, request.exportsProfile) : undefined;
  let described: Override | undefined;
  if (override) {
    const { problem, place: where } = await explain(override);
    described = {
      ...(override.kind === 'profile' ? { profile: plain(override.profile, 128) } : {}),
      by: by(override),
      ...(where ? { place: where } : {}),
    };
    const remains = overrideOf(effective, request.exportsProfile) !== undefined;
    if (remains) stops.unshift(problem);
    else
      log.info(
        `The profile ${described.profile} of the config is neutralized: SST_AWS_NO_PROFILE is exported.`,
      );
  }

  async function explain(source: Overriding): Promise<{ problem: Problem; place: Place | undefined }> {
    if (source.kind === 'keys') {
      const where = placeOf(source.from) ?? atConfig;
      return { problem: say.keysInFile(source.variable, where, guard), place: where };
    }
    if (source.by === 'AWS_PROFILE') {
      const where = placeOf(source.from);
      return { problem: say.profileInEnvironment(source.profile, where, guard), place: where };
    }
    const loaded = evaluation?.kind === 'answered' ? evaluation.answer.files : [];
    const root = request.workspace;
    const readable = [config ?? '', ...loaded.filter(file => file !== config && isInside(file, root))];
    // Only now: parsing takes longer than all the rest, and most configs need none.
    const { locateProfile } = await import('./locate.ts');
    const located = locateProfile(readable, source.profile);
    const where = located ? place(located.file, located.line, located.column) : atConfig;
    return {
      problem: say.profileInConfig({
        profile: source.profile,
        stage: stage?.name ?? '',
        place: where,
        located,
      }),
      place: where,
    };
  }

  const decided = regionOf(app, variables, effective, profile => regionOfProfile(profile, variables));
  const regionPlace =
    decided.by === 'config' ? atConfig : decided.by === 'variable' ? placeOf(decided.from) : undefined;
  const valid = REGION.test(decided.name);
  const region: Region = {
    name: valid ? decided.name : (request.region ?? 'us-east-1'),
    from: valid ? regionFrom(decided) : request.region ? 'aws-region' : 'default',
    ...(valid && regionPlace ? { place: regionPlace } : {}),
  };
  const invalid = valid ? undefined : say.regionInvalid(decided.name, regionFrom(decided), regionPlace);
  if (config && request.region && request.region !== region.name)
    warnings.push(say.regionDiffers(request.region, region));
  const assumeRoles = app?.aws?.assumeRoles ?? [];
  if (assumeRoles.length > 0) warnings.push(say.rolesAssumed(assumeRoles, atConfig));
  if (
    override === undefined &&
    config &&
    usesAws &&
    request.exportsProfile &&
    !request.exportsKeys &&
    effective.kind === 'environment'
  ) {
    warnings.push(say.profileNotUsed(request.exportsProfile));
  }

  if (config) log.info(`Config: ${show(config)}`);
  if (stage) log.info(`Stage: ${stage.name} (from ${stage.from})`);
  const name =
    app?.name !== undefined && !reading?.refusals.some(({ because }) => because === 'bad name')
      ? app.name
      : undefined;
  if (name) log.info(`App: ${name}`);
  log.info(`Region: ${region.name} (from ${region.from})`);

  const failing = guard === 'off' ? [] : guard === 'warn' ? [] : stops;
  const told = guard === 'warn' ? stops : failing.slice(1);
  if (guard === 'off')
    for (const problem of stops) log.debug(`Not looked at, since profile-guard is off: ${problem.what}`);
  const [first] = invalid ? [invalid] : failing;
  return {
    ...(config === undefined ? {} : { config }),
    ...(stage === undefined ? {} : { stage }),
    ...(name === undefined ? {} : { app: name }),
    ...(app?.home === undefined ? {} : { home: plain(app.home, 40) }),
    region,
    usesAws,
    assumeRoles,
    ...(described && guard !== 'off' ? { override: described } : {}),
    exports: guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {},
    notices,
    warnings: [...told, ...warnings],
    ...(first ? { failure: new Failure(first) } : {}),
  };
}

type Overriding = Exclude<CredentialSource, { kind: 'environment' }>;

/** The source, where it is another than what this step leaves behind. */
function overrideOf(source: CredentialSource, exportedProfile: string | undefined): Overriding | undefined {
  if (source.kind === 'environment') return undefined;
  return source.kind === 'profile' && source.profile === exportedProfile ? undefined : source;
}

function by(source: Overriding): Override['by'] {
  if (source.kind === 'profile' && source.by === 'config') return 'config';
  const { from } = source as { from: Origin };
  return from.by === '.env' || from.by === '.env.<stage>' ? from.by : 'AWS_PROFILE';
}

function withoutNeutralizer(variables: Variables): Variables {
  return new Map(
    [...variables].filter(([name, { from }]) => name !== 'SST_AWS_NO_PROFILE' || from.by !== 'step'),
  );
}

function readingOf(evaluation: Inspection['evaluation']): Reading | undefined {
  return evaluation?.kind === 'answered' && evaluation.answer.kind === 'app'
    ? readApp(evaluation.answer.json)
    : undefined;
}

function regionFrom(decided: ReturnType<typeof regionOf>): Region['from'] {
  if (decided.by === 'config') return 'sst.config.ts';
  if (decided.by === 'profile') return 'AWS config file';
  if (decided.by === 'default') return 'default';
  return decided.from.by === 'step'
    ? 'aws-region'
    : decided.from.by === 'job'
      ? 'environment'
      : decided.from.by;
}

/** What an SST v2 config says of profile and region. */
function settingsOf(json: string | null): { profile?: string; region?: string } {
  try {
    const { profile, region } = Object(JSON.parse(json ?? '{}'));
    return {
      ...(typeof profile === 'string' && profile ? { profile } : {}),
      ...(typeof region === 'string' && region ? { region } : {}),
    };
  } catch {
    return {};
  }
}

/** Where in the project the evaluation failed, from the stack that the child told. */
function failedAt(
  evaluation: NonNullable<Inspection['evaluation']>,
  config: string | undefined,
  place: (file: string, line: number, column: number) => Place,
): Place | undefined {
  if (evaluation.kind !== 'answered' || evaluation.answer.kind !== 'error') return undefined;
  const { stack = '', files } = evaluation.answer;
  for (const [, file = '', line, column] of stack.matchAll(
    /(?:file:\/\/)?(\/[^\n():?]+)(?:\?typescript)?:(\d+):(\d+)/g,
  )) {
    if (file === config || files.includes(file)) return place(file, Number(line), Number(column));
  }
  return undefined;
}

export type { App };
