import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../failure.ts';
import { type App, readApp } from './app.ts';
import { regionOfProfile } from './aws-config.ts';
import type { Override, Region, Stage } from './deployment.ts';
import type { Inspection } from './inspect.ts';
import { type Refusal, refusalsOf } from './refusals.ts';
import { credentialsOf, regionOf } from './resolve.ts';
import { parsed } from './returned.ts';
import type { SandboxAnswer } from './sandbox/request.ts';
import { SourceLocations } from './source-locations.ts';
import { valueIn } from './variables.ts';
import { does } from './versions.ts';

/** The inspection, and what follows from it alone. */
export interface Facts extends Inspection {
  readonly locations: SourceLocations;
  readonly stage: Stage | undefined;
  /** Undefined if the config was not evaluated, or did not finish. */
  readonly answer: SandboxAnswer | undefined;
  /** Undefined if `app()` was not evaluated, or could not be. */
  readonly app: App | undefined;
  /** Only of a config of SST v2. */
  readonly v2: SettingsOfV2 | undefined;
  /** What SST would refuse in what `app()` returned. */
  readonly refusals: readonly Refusal[];
  /** What SST takes its credentials from; undefined for the keys that this step exports. */
  readonly credentials: Override | undefined;
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
  const { request, config, verdict, variables, evaluation, sst, unread } = inspection;
  const answer = evaluation?.kind === 'answered' ? evaluation.answer : undefined;
  const { workspace, workingDirectory } = request;
  const locations = new SourceLocations(workspace, config ?? workingDirectory, answer?.files ?? []);
  const ofApp = answer?.kind === 'app' ? answer : undefined;
  const app = ofApp && readApp(ofApp.json, sst);
  const credentials = credentialsOf(app, variables, sst);
  // The profile that this step writes will have the region that it was given.
  const ofProfile = (name: string) =>
    (name === request.exportsProfile ? request.region : undefined) ?? regionOfProfile(name, variables);
  return {
    ...inspection,
    locations,
    stage: verdict.kind === 'valid' ? verdict.stage : undefined,
    answer,
    app,
    v2: answer?.kind === 'v2' ? settingsOfV2(answer.json) : undefined,
    refusals: ofApp ? await refused(inspection, ofApp.json) : [],
    credentials,
    usesAws: app === undefined || app.aws !== undefined,
    region: regionOf({ app, config: locations.config.file, variables }, credentials?.profile, ofProfile),
    unchecked: [...unread.map(what => ({ what })), ...(ofApp ? notGiven(ofApp, locations) : [])],
  };
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

/** The profile and region that an SST v2 config names. */
function settingsOfV2(json: string | null): SettingsOfV2 {
  const { profile, region } = Object(parsed(json));
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  return { profile: text(profile), region: text(region) };
}
