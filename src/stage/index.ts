import { orRefused, Refused } from '../aws/errors.ts';
import type { Where } from '../aws/messages.ts';
import { openObjects } from '../aws/objects.ts';
import { Failure } from '../failure.ts';
import type { NewStageMode } from '../inputs/inputs.ts';
import { type CheckedLock, checkLock } from './lock.ts';
import { lockNotChecked } from './lock-messages.ts';
import {
  becauseOf,
  cutOff,
  durationWords,
  newStageNotChecked,
  notChecked,
  passphraseMissing,
  sessionShort,
  stageIsNew,
} from './messages.ts';
import { existsIn, type Lock, type StageReport, type StageRequest, type StageSeen } from './stage.ts';
import {
  type CutOff,
  type Durations,
  lastDurations,
  newestIfCutOff,
  parseUpdate,
  sessionTooShort,
  type Update,
  type UpdateRecord,
} from './updates.ts';

/**
 * Judges what was seen of the stage: whether it was deployed before, who holds its lock, how the last update ended, and
 * whether the session lasts as long as a deploy takes. Asks for more only if there is something to tell: the record of an
 * update that might not have ended, and the workflow run that holds the lock. Removes a stale lock if it is to.
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
    seen.lock && !(seen.lock instanceof Refused) ? checkLock(request, seen.lock) : undefined,
    newestIfCutOff(updates, read),
    lastDurations(updates, longest => tooShort(longest) !== undefined, read),
  ]);
  const exists = existsIn(seen);
  const { refused, facts } = factsOf(seen, lock, last, durations);
  log.info(`Stage: ${facts.join('; ')}.`);
  if (exists === false && !(seen.stages instanceof Refused) && seen.stages.length > 0)
    log.info(`Stages of ${seen.app} here: ${seen.stages.join(', ')}.`);
  const short = durations && tooShort(durations.longest);
  const warnings = [
    lock?.problem,
    // A lock says as much of the update that holds it.
    last && last.id !== lock?.lock.updateId ? cutOff(seen, last) : undefined,
    exists && seen.passphrase === 'absent' ? passphraseMissing(seen, access) : undefined,
    short && sessionShort(seen, durations, short, session),
  ];
  return {
    exists,
    lock: refused.has('lock') ? 'not checked' : (lock?.state ?? 'none'),
    lockedBy: lock?.state === 'held' ? holderOf(lock.lock) : '',
    facts,
    notices: refused.size === 0 ? [] : [notChecked(refused, access)],
    warnings: warnings.filter(warning => warning !== undefined),
    failure: newStageFailure(request.newStage, access, seen),
  };
}

/** The facts, as clauses; and what the role was not allowed to look at, with S3's answer. */
function factsOf(seen: StageSeen, lock?: CheckedLock, last?: CutOff, durations?: Durations) {
  const refused = new Map<string, Refused>();
  const unlessRefused = (look: string, answer: unknown, fact?: string) => {
    if (!(answer instanceof Refused)) return fact;
    refused.set(look, answer);
    return `${look} not checked (${becauseOf(answer)})`;
  };
  const exists = existsIn(seen);
  const lockFact = lock ? { held: 'locked', removed: 'stale lock removed' }[lock.state] : 'not locked';
  const existence = exists ? 'deployed before' : 'never deployed here';
  const [ofLock, ofUpdates, ofExistence] = [
    unlessRefused('lock', seen.lock, lockFact),
    unlessRefused('last deploys', seen.updates),
    unlessRefused('whether it was deployed before', exists ?? seen.stages, existence),
  ];
  const ofLast = last && 'the last update was cut off';
  const facts = [ofExistence, ofLock, ofUpdates, ofLast, durations && durationWords(durations)];
  return { refused, facts: facts.filter(fact => fact !== undefined) };
}

/** @returns undefined if it cannot be read. */
async function readUpdate({ seen, access }: StageRequest, { id }: Update): Promise<UpdateRecord | undefined> {
  const { app, stage, bucket } = seen;
  const objects = await openObjects(access);
  const answer = await orRefused(objects.read(bucket, `update/${app}/${stage}/${id}.json`));
  return answer instanceof Refused || !answer.object ? undefined : parseUpdate(answer.object.bytes);
}

/** The output `locked-by`: a run ID as the lock has it, if it is fit for an output, else `unknown`. */
function holderOf({ runId = '' }: Lock): string {
  return /^[\w.:/@-]{1,200}$/.test(runId) ? runId : 'unknown';
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

/**
 * The failure of `new-stage: fail`: the stage was never deployed, or that could not be checked.
 *
 * @param seen undefined if nothing was looked at.
 */
export function newStageFailure(newStage: NewStageMode, where: Where, seen: StageSeen | undefined) {
  if (newStage === 'allow') return undefined;
  if (seen === undefined) return new Failure(newStageNotChecked(undefined, where));
  if (existsIn(seen)) return undefined;
  const { stages } = seen;
  return new Failure(
    stages instanceof Refused ? newStageNotChecked(stages, where) : stageIsNew(seen, stages, where),
  );
}
