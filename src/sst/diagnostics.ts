import path from 'node:path';
import type { Place, Problem } from '../failure.ts';
import type { App, Reading, Refusal } from './app.ts';
import type { GuardMode, Region } from './deployment.ts';
import type { Evaluation } from './evaluate.ts';
import * as say from './guard-messages.ts';
import type { Inspection } from './inspect.ts';
import * as project from './messages.ts';
import type { Overriding } from './resolve.ts';
import type { StageVerdict } from './resolve-stage.ts';
import type { Places } from './source-locations.ts';
import { type DotenvFile, type Variables, valueIn } from './variables.ts';

/** Something to say about the project, and how much it weighs where the guard is to `fail`. */
export interface Remark {
  readonly weight: 'stop' | 'warning' | 'notice';
  readonly problem: Problem;
  /** Said with the guard off, too: it is about what is deployed where, and not about profiles. */
  readonly always?: true;
}

const stop = (problem: Problem): Remark => ({ weight: 'stop', problem });
const warning = (problem: Problem): Remark => ({ weight: 'warning', problem });
const notice = (problem: Problem): Remark => ({ weight: 'notice', problem });
const always = (remark: Remark): Remark => ({ ...remark, always: true });

export function onStage(verdict: StageVerdict): Remark[] {
  switch (verdict.kind) {
    case 'unknown':
      return [stop(project.stageUnknown(verdict.login))];
    case 'invalid':
      return [stop(project.stageInvalid(verdict.stage))];
    case 'settled':
      return verdict.stage.from === 'login name'
        ? [always(warning(project.stageGuessed(verdict.stage)))]
        : [];
  }
}

export function onDotenv(files: readonly DotenvFile[], places: Places): Remark[] {
  return files.flatMap(({ file, content }) =>
    content.kind === 'ignored' ? [notice(project.dotenvIgnored(places.at(file, content.line)))] : [],
  );
}

/** Why it is not known which profile SST will use: what the config did not get, and files that this step must not read. */
export function uncheckedOf({ evaluation, unread }: Inspection, places: Places): string[] {
  // One that could not be evaluated is reported as such.
  const answer = evaluation?.kind === 'answered' ? evaluation.answer : undefined;
  const ofConfig = answer?.kind === 'app' ? answer.unchecked : [];
  return [
    ...unread.map(({ file, because }) => `${places.show(file)} ${because}`),
    ...ofConfig.map(({ what, name, at }) => {
      const shown = path.isAbsolute(name) ? places.show(name) : name;
      return `the config ${what} ${shown}${at ? ` (${places.show(at.file)}:${at.line})` : ''}`;
    }),
  ];
}

export function onUnchecked(reasons: readonly string[], places: Places, mode: GuardMode): Remark[] {
  if (reasons.length === 0) return [];
  const problem = say.notChecked(reasons, places.config);
  // What the config may name is ignored then, whatever it is.
  return [mode === 'neutralize' ? warning(problem) : stop(problem)];
}

/** On what came of evaluating the config: it could not be, it is of SST v2, SST would refuse what it says. */
export async function onEvaluation(
  evaluation: Evaluation,
  reading: Reading | undefined,
  context: { places: Places; variables: Variables; mode: GuardMode },
): Promise<Remark[]> {
  const { places, variables, mode } = context;
  if (evaluation.kind === 'answered' && evaluation.answer.kind === 'v2') {
    const { place } = await places.ofProperty([]);
    return [stop(project.v2Config(settingsOfV2(evaluation), place))];
  }
  if (!reading) {
    const problem = say.notEvaluated(evaluation, failedAt(evaluation, places) ?? places.config);
    // What the config may name is ignored then, whatever it is.
    return [mode === 'neutralize' ? warning(problem) : stop(problem)];
  }
  const refusals = reading.refusals.filter(refusal => !isNeutralized(refusal, variables));
  return [
    ...(await Promise.all(refusals.map(async refusal => stop(await refused(refusal, places))))),
    ...(await onApp(reading.app, refusals.length === 0, places)),
    ...onStaticImport(evaluation, places),
  ];
}

async function refused(refusal: Refusal, places: Places): Promise<Problem> {
  const { place } = await places.ofProperty(pathOf(refusal));
  return project.appRefused(refusal, place);
}

/** On what SST takes without a word, and a person may not expect. @param sound that SST would not refuse the app. */
async function onApp({ home, aws, strayAws }: App, sound: boolean, places: Places): Promise<Remark[]> {
  const remarks: Remark[] = [];
  const placeOf = async (...path: string[]) => (await places.ofProperty(path)).place;
  if (strayAws) remarks.push(warning(project.strayProvider(await placeOf('aws'))));
  if (aws?.olderAssumeRole) {
    const place = await placeOf('providers', 'aws', 'assumeRole');
    remarks.push(warning(project.olderAssumeRole(place)));
  }
  if (aws && aws.assumeRoles.length > 0) {
    const place = await placeOf('providers', 'aws', 'assumeRoles');
    remarks.push(always(warning(project.rolesAssumed(aws.assumeRoles, place))));
  }
  if (sound && home !== undefined && !aws) remarks.push(always(notice(project.noAws(home, places.config))));
  return remarks;
}

function onStaticImport(evaluation: Evaluation, places: Places): Remark[] {
  const line = evaluation.kind === 'answered' ? evaluation.answer.staticImport : undefined;
  return line === undefined ? [] : [warning(project.topLevelImport({ file: places.config.file, line }))];
}

/** With SST_AWS_NO_PROFILE the property is gone before SST looks at its type (measured). */
function isNeutralized(refusal: Refusal, variables: Variables): boolean {
  return (
    refusal.because === 'bad type' &&
    refusal.property === 'providers.aws.profile' &&
    valueIn(variables, 'SST_AWS_NO_PROFILE') !== undefined &&
    valueIn(variables, 'AWS_PROFILE') === undefined
  );
}

function pathOf(refusal: Refusal): string[] {
  switch (refusal.because) {
    case 'no object':
    case 'no name':
    case 'no home':
      return [];
    case 'bad name':
      return ['name'];
    case 'bad home':
      return ['home'];
    case 'bad removal':
      return ['removal'];
    case 'bad type':
      return refusal.property.replace(/\[.*$/, '').split('.');
  }
}

/** What an SST v2 config says of profile and region. */
export function settingsOfV2(evaluation: Evaluation): { profile?: string; region?: string } {
  if (evaluation.kind !== 'answered' || evaluation.answer.kind !== 'v2') return {};
  try {
    const { profile, region } = Object(JSON.parse(evaluation.answer.json ?? '{}'));
    return {
      ...(typeof profile === 'string' && profile ? { profile } : {}),
      ...(typeof region === 'string' && region ? { region } : {}),
    };
  } catch {
    return {};
  }
}

/** Where in the project the evaluation failed, by the stack that the child told of. */
function failedAt(evaluation: Evaluation, places: Places): Place | undefined {
  if (evaluation.kind !== 'answered' || evaluation.answer.kind !== 'error') return undefined;
  const { stack = '', files } = evaluation.answer;
  const frames = stack.matchAll(/(?:file:\/\/)?((?:\/|[A-Za-z]:\\)[^\n()?]+?)(?:\?typescript)?:(\d+):(\d+)/g);
  for (const [, file = '', line, column] of frames) {
    if (files.includes(file)) return places.at(file, Number(line), Number(column));
  }
  return missingImport(evaluation.answer.message, files, places);
}

/** An import that leads nowhere is not in the stack: it is where its file names it. */
function missingImport(message: string, files: readonly string[], places: Places): Place | undefined {
  const [, specifier = '', file = ''] = /^Cannot find ("[^"]*"), imported from (.*)$/.exec(message) ?? [];
  if (!files.includes(file)) return undefined;
  return places.ofImport(file, specifier.slice(1, -1));
}

/** On what SST would take its credentials from, with where that stands. */
export async function onOverride(
  source: Overriding,
  context: { places: Places; mode: GuardMode; stage: string },
): Promise<{ problem: Problem; place: Place | undefined }> {
  const { places, mode, stage } = context;
  if (source.kind === 'keys') {
    const place = places.ofVariable(source.from) ?? places.config;
    return { problem: say.keysInFile(source.variable, place, mode), place };
  }
  if (source.by === 'AWS_PROFILE') {
    const place = places.ofVariable(source.from);
    return { problem: say.profileInEnvironment(source.profile, place, mode), place };
  }
  const { place, located } = await places.ofProperty(['providers', 'aws', 'profile'], source.profile);
  return { problem: say.profileInConfig({ profile: source.profile, stage, place, located }), place };
}

/** SST goes to another region than the workflow says. */
export async function onRegion(given: string | undefined, region: Region, places: Places): Promise<Remark[]> {
  if (given === undefined || given === region.name) return [];
  const place =
    region.from === 'sst.config.ts'
      ? (await places.ofProperty(['providers', 'aws', 'region'], region.name)).place
      : region.place;
  return [always(warning(project.regionDiffers(given, { ...region, ...(place ? { place } : {}) })))];
}
