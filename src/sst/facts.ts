import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../failure.ts';
import { objectIn, textOf } from '../json.ts';
import { sourceText } from '../regular-file.ts';
import { readApp } from './app.ts';
import { regionOfProfile } from './aws-config.ts';
import { type DeploymentRequest, inspect } from './inspect.ts';
import { type SourceLocations, sourceLocations } from './project-files.ts';
import { refusalsOf } from './refusals.ts';
import { credentialsOf, regionOf } from './resolve.ts';
import type { SandboxAnswer } from './sandbox/request.ts';
import { valueIn } from './variables.ts';

export type Facts = Awaited<ReturnType<typeof factsOf>>;

/** A reason why something is not known, as the beginning of a sentence, and its place. */
export interface Reason {
  readonly what: string;
  readonly place?: Place;
}

/** Reads what SST reads, and draws from it what SST would use. */
export async function factsOf(request: DeploymentRequest) {
  const inspection = await inspect(request);
  const { config = request.workingDirectory, verdict, variables, evaluation, sst, unread } = inspection;
  const answer = evaluation && 'files' in evaluation ? evaluation : undefined;
  const locations = sourceLocations(inspection.request.workspace, config, answer?.files ?? []);
  const ofApp = answer?.kind === 'app' ? answer : undefined;
  const ofV2 = answer?.kind === 'v2' ? (objectIn(answer.json) ?? {}) : undefined;
  const app = ofApp && readApp(ofApp.json, sst);
  const credentials = credentialsOf(app, variables, sst);
  const profile = credentials?.profile ?? valueIn(variables, 'AWS_DEFAULT_PROFILE') ?? 'default';
  // The profile that this step writes will have the region that it was given.
  const ofProfile = () =>
    (profile === request.exportsProfile ? request.region : undefined) ?? regionOfProfile(profile, variables);
  const isAsync = /\basync\s+app\s*\(|\bapp\s*[:=]\s*async\b/.test(sourceText(config));
  const ignoresProfile = valueIn(variables, 'SST_AWS_NO_PROFILE') !== undefined;
  const surroundings = { sst, isAsync, nameBefore: appNameBefore(config), ignoresProfile };
  const notRead: Reason[] = unread.map(what => ({ what }));
  return {
    ...inspection,
    locations,
    stage: verdict.kind === 'valid' ? verdict.stage : undefined,
    /** Undefined if the config was not evaluated, or did not finish. */
    answer,
    /** Undefined if `app()` was not evaluated, or could not be. */
    app,
    v2: ofV2 && { profile: textOf(ofV2, 'profile') },
    refusals: ofApp ? await refusalsOf(ofApp.json, surroundings) : [],
    /** What SST takes its credentials from; undefined for the keys that this step exports. */
    credentials,
    /** Whether SST initialises AWS. If that is not known, it is assumed. */
    usesAws: app === undefined || app.aws !== undefined,
    region: regionOf(app, locations.config.file, variables, ofProfile),
    /** Why it is not known which profile SST will use; empty if it is known. */
    unchecked: [...notRead, ...(ofApp ? notGiven(ofApp, locations) : [])],
  };
}

/** What the interpreter did not give to the config, or could not know. */
export function notGiven({ unchecked }: SandboxAnswer, locations: SourceLocations): Reason[] {
  return unchecked.map(({ what, name, at }) => {
    const shown = path.isAbsolute(name) ? locations.show(name) : name;
    return {
      what: `the config ${what} ${shown}${at ? ` (${locations.show(at.file)}:${at.line})` : ''}`,
      place: at && locations.at(at),
    };
  });
}

/** The app's name in a local state beside the config: SST takes the first entry of `.sst/.pulumi/stacks`. */
function appNameBefore(config: string): string | undefined {
  try {
    return readdirSync(path.join(path.dirname(config), '.sst', '.pulumi', 'stacks')).sort()[0];
  } catch {
    return undefined; // A checkout has none.
  }
}
