import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../failure.ts';
import { type App, readApp } from './app.ts';
import { regionOfProfile } from './aws-config.ts';
import type { Region, Stage } from './deployment.ts';
import type { Inspection } from './inspect.ts';
import { type Refusal, refusalsOf } from './refusals.ts';
import { type CredentialSource, credentialsOf, type RegionSource, regionOf } from './resolve.ts';
import { parsed } from './returned.ts';
import type { SandboxAnswer } from './sandbox/request.ts';
import { type SourceLocations, sourceLocations } from './source-locations.ts';
import { valueIn } from './variables.ts';
import { does } from './versions.ts';

/** What follows from the inspection alone. */
export interface Facts {
  readonly locations: SourceLocations;
  /** Undefined if the config was not evaluated, or did not finish. */
  readonly answer: SandboxAnswer | undefined;
  /** Undefined if `app()` was not evaluated, or could not be. */
  readonly app: App | undefined;
  /** Only of a config of SST v2. */
  readonly v2: SettingsOfV2 | undefined;
  /** What SST would refuse in what `app()` returned. */
  readonly refusals: readonly Refusal[];
  readonly credentials: CredentialSource;
  /** Whether SST initialises AWS. If that is not known, it is assumed. */
  readonly usesAws: boolean;
  readonly region: Region;
  /** Why it is not known which profile SST will use; empty if it is known. */
  readonly unchecked: readonly Reason[];
}

export interface SettingsOfV2 {
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
}

/** A reason why something is not known, as the beginning of a sentence, and its place. */
export interface Reason {
  readonly what: string;
  readonly place?: Place;
}

/** Draws from the inspection what SST would use. */
export async function factsOf(inspection: Inspection): Promise<Facts> {
  const { request, config, variables, evaluation, sst } = inspection;
  const answer = evaluation?.kind === 'answered' ? evaluation.answer : undefined;
  const locations = sourceLocations(
    request.workspace,
    config ?? request.workingDirectory,
    answer?.files ?? [],
  );
  const app = answer?.kind === 'app' ? readApp(answer.json, sst) : undefined;
  const credentials = credentialsOf(app, variables, sst);
  // The profile that this step writes will have the region that it was given.
  const ofProfile = (name: string) =>
    (name === request.exportsProfile ? request.region : undefined) ?? regionOfProfile(name, variables);
  return {
    locations,
    answer,
    app,
    v2: answer?.kind === 'v2' ? settingsOfV2(answer.json) : undefined,
    refusals: answer?.kind === 'app' ? await refused(inspection, answer.json) : [],
    credentials,
    usesAws: app === undefined || app.aws !== undefined,
    region: located(regionOf(app, variables, credentials, ofProfile), locations),
    unchecked: [
      ...unreadFiles(inspection, locations),
      ...(answer?.kind === 'app' ? notGiven(answer, locations) : []),
    ],
  };
}

/** Files that SST reads and this step must not. */
function unreadFiles({ unread }: Inspection, locations: SourceLocations): Reason[] {
  return unread.map(({ file, because }) => ({ what: `${locations.show(file)} ${because}` }));
}

/** What the interpreter did not give to the config, or could not know. */
export function notGiven({ unchecked }: SandboxAnswer, locations: SourceLocations): Reason[] {
  return unchecked.map(({ what, name, at }) => {
    const shown = path.isAbsolute(name) ? locations.show(name) : name;
    return {
      what: `the config ${what} ${shown}${at ? ` (${locations.show(at.file)}:${at.line})` : ''}`,
      place: at && locations.at(at.file, at.line, at.column),
    };
  });
}

async function refused({ config = '', sst, variables }: Inspection, json: string | null): Promise<Refusal[]> {
  // Only old versions do not await `app()`; loading the parser takes longer than all the rest.
  const isAsync =
    !does(sst, 'awaitsApp') && (await import('./locate.ts')).treeOf(config)?.isAppAsync() === true;
  const ignoresProfile = valueIn(variables, 'SST_AWS_NO_PROFILE') !== undefined;
  return refusalsOf(json, { sst, isAsync, nameBefore: appNameBefore(config), ignoresProfile });
}

/** The app's name in a local state beside the config: SST takes the first entry of `.sst/.pulumi/stacks`. */
function appNameBefore(config: string): string | undefined {
  try {
    return readdirSync(path.join(path.dirname(config), '.sst', '.pulumi', 'stacks')).sort()[0];
  } catch {
    return undefined; // A checkout has none.
  }
}

export function stageOf({ verdict }: Pick<Inspection, 'verdict'>): Stage | undefined {
  return verdict?.kind === 'valid' ? verdict.stage : undefined;
}

function located(source: RegionSource, locations: SourceLocations): Region {
  const { name } = source;
  switch (source.by) {
    case 'config':
      return { name, from: 'sst.config.ts', place: { file: locations.config.file } };
    case 'profile':
      return { name, from: 'AWS config file' };
    case 'default':
      return { name, from: 'default' };
    case 'variable': {
      if (source.from.by === 'step') return { name, from: 'aws-region' };
      if (source.from.by === 'job') return { name, from: 'environment' };
      return { name, from: source.from.by, place: locations.ofVariable(source.from) };
    }
  }
}

/** The profile and region that an SST v2 config names. */
function settingsOfV2(json: string | null): SettingsOfV2 {
  const { profile, region } = Object(parsed(json));
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  return { profile: text(profile), region: text(region) };
}
