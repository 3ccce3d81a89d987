import { orRefused, Refused } from '../aws/errors.ts';
import type { Where } from '../aws/messages.ts';
import { openS3 } from '../aws/s3.ts';
import { Failure } from '../failure.ts';
import type { NewStageMode } from '../inputs/inputs.ts';
import { checkLock } from './lock.ts';
import {
  becauseOf,
  cutOff,
  durationWords,
  lockNotChecked,
  newStageNotChecked,
  notChecked,
  passphraseMissing,
  sessionShort,
  stageIsNew,
} from './messages.ts';
import { parseUpdate } from './records.ts';
import { existsIn, type StageReport, type StageRequest, type StageSeen } from './stage.ts';
import { lastDurations, newestIfCutOff, sessionTooShort, type Update } from './updates.ts';

/**
 * Judges what was seen of the stage: whether it was deployed before, who holds its lock, how the last update ended, and
 * whether the session lasts as long as a deploy takes. Removes a stale lock if it is to.
 *
 * @returns what to report; with a failure in it for `new-stage: fail`. What the role is not allowed to look at is "not
 * checked" there, and no failure.
 */
export async function checkStage(request: StageRequest): Promise<StageReport> {
  const { seen, access, session, log } = request;
  const now = new Date();
  const tooShort = (longest: number) => sessionTooShort(longest, session, now);
  const read = (update: Update) => readUpdate(request, update);
  const updates = seen.updates instanceof Refused ? [] : seen.updates;
  const [lock, last, durations] = await Promise.all([
    checkLock(request),
    newestIfCutOff(updates, read),
    lastDurations(updates, tooShort, read),
  ]);
  const exists = existsIn(seen);
  const locked = { none: 'not locked', held: 'locked', removed: 'stale lock removed', 'not checked': '' };
  const past = exists ? 'deployed before' : 'never deployed here';
  const looks: ReadonlyArray<readonly [look: string, answer: unknown, fact?: string]> = [
    ['whether it was deployed before', exists ?? seen.stages, past],
    ['lock', seen.lock, locked[lock.state]],
    ['last deploys', seen.updates],
  ];
  const refused = new Map<string, Refused>();
  const known = looks.map(([look, answer, fact]) => {
    if (!(answer instanceof Refused)) return fact;
    refused.set(look, answer);
    return `${look} not checked (${becauseOf(answer)})`;
  });
  const ended = [last && 'the last update was cut off', durations && durationWords(durations)];
  const facts = [...known, ...ended].filter(fact => fact !== undefined);
  log.info(`Stage: ${facts.join('; ')}.`);
  const others = exists || seen.stages instanceof Refused ? [] : seen.stages;
  if (others.length > 0) log.info(`Stages of ${seen.app} here: ${others.join(', ')}.`);
  const short = durations && tooShort(durations.longest);
  const warnings = [
    lock.problem,
    // A lock says as much of the update that holds it.
    last && last.id !== lock.id ? cutOff(seen, last) : undefined,
    exists && seen.passphrase === 'absent' ? passphraseMissing(seen, access) : undefined,
    short && sessionShort(seen, durations, short, session),
  ];
  return {
    exists,
    lock: lock.state,
    lockedBy: lock.by,
    facts,
    notices: refused.size === 0 ? [] : [notChecked(refused, access)],
    warnings: warnings.filter(warning => warning !== undefined),
    failure: newStageFailure(request.newStage, access, seen),
  };
}

async function readUpdate({ seen, access }: StageRequest, { id }: Update) {
  const { app, stage, bucket } = seen;
  const objects = await openS3(access);
  const answer = await orRefused(objects.read(bucket, `update/${app}/${stage}/${id}.json`));
  return answer instanceof Refused || !answer.object ? undefined : parseUpdate(answer.object.bytes);
}

/** The report on a stage that nothing was looked at for: no state in this account, or the bootstrap was not checked. */
export function stageNotChecked(
  where: Where,
  { newStage, staleLock }: Pick<StageRequest, 'newStage' | 'staleLock'>,
): StageReport {
  return {
    exists: undefined,
    lock: 'not checked',
    lockedBy: '',
    facts: ['not checked'],
    notices: staleLock === 'remove' ? [lockNotChecked()] : [],
    warnings: [],
    failure: newStageFailure(newStage, where, undefined),
  };
}

/** The failure of `new-stage: fail`: the stage was never deployed, or that could not be checked. */
export function newStageFailure(newStage: NewStageMode, where: Where, seen: StageSeen | undefined) {
  if (newStage === 'allow' || (seen && existsIn(seen))) return undefined;
  if (!seen) return new Failure(newStageNotChecked(undefined, where));
  const { stages } = seen;
  return new Failure(
    stages instanceof Refused ? newStageNotChecked(stages, where) : stageIsNew(seen, stages, where),
  );
}
