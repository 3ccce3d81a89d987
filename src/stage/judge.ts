import { Refused } from '../aws/errors.ts';
import type { Where } from '../aws/messages.ts';
import { Failure, type Problem } from '../failure.ts';
import type { NewStageMode } from '../inputs/inputs.ts';
import type { CheckedLock } from './check-lock.ts';
import type { CutOff } from './history.ts';
import type { Lock } from './lock.ts';
import {
  becauseOf,
  cutOff,
  FACT,
  NOT_LOOKED,
  newStageNotChecked,
  notChecked,
  passphraseMissing,
  SUBJECT,
  sessionShort,
  stageIsNew,
} from './messages.ts';
import { sessionTooShort } from './session-time.ts';
import type { StageReport, StageRequest } from './stage.ts';
import { existsIn, type StageSeen } from './stage.ts';
import type { Durations } from './updates.ts';

/** What was found out beside what was seen. */
export interface StageFindings {
  /** Absent if there is no lock, or it was not seen. */
  readonly lock?: CheckedLock | undefined;
  readonly cutOff?: CutOff | undefined;
  readonly durations?: Durations | undefined;
}

/** Puts together what to report about the stage; makes no request. */
export function judgeStage(request: StageRequest, found: StageFindings, now: Date): StageReport {
  const { seen } = request;
  const exists = existsIn(seen);
  const failure = newStageFailure(request.newStage, request.access, seen);
  return {
    exists,
    lock: lockState(seen, found.lock),
    lockedBy: found.lock && !found.lock.removed ? holderOf(found.lock.lock) : '',
    facts: factsOf(seen, exists, found),
    notices: noticesOf(request, exists),
    warnings: warningsOf(request, exists, found, now),
    ...(failure ? { failure } : {}),
  };
}

function lockState(seen: StageSeen, lock: CheckedLock | undefined): StageReport['lock'] {
  if (seen.lock instanceof Refused) return 'not checked';
  if (lock === undefined) return 'none';
  return lock.removed ? 'removed' : 'held';
}

/** The output `locked-by`: a run ID as the lock has it, if it is fit for an output, else `unknown`. */
function holderOf({ runId = '' }: Lock): string {
  return /^[\w.:/@-]{1,200}$/.test(runId) ? runId : 'unknown';
}

function factsOf(seen: StageSeen, exists: boolean | undefined, found: StageFindings): string[] {
  const { lock, updates } = seen;
  const facts = [
    exists === undefined ? FACT.notChecked(SUBJECT.existence, whyUnknown(seen)) : FACT.existence(exists),
    lock instanceof Refused
      ? FACT.notChecked(SUBJECT.lock, becauseOf(lock))
      : FACT.lock(lockState(seen, found.lock)),
    updates instanceof Refused ? FACT.notChecked(SUBJECT.updates, becauseOf(updates)) : undefined,
    found.cutOff && FACT.cutOff,
    found.durations && FACT.durations(found.durations),
  ];
  return facts.filter(fact => fact !== undefined);
}

function warningsOf(
  { seen, access, session }: StageRequest,
  exists: boolean | undefined,
  { lock, cutOff: last, durations }: StageFindings,
  now: Date,
): Problem[] {
  const { expires, chained = false, inPlace = false } = session;
  const short = durations && sessionTooShort(durations.longest, expires, now, chained);
  const warnings = [
    lock?.problem,
    // A lock says as much of the update that holds it.
    last && last.update.id !== lock?.lock.updateId ? cutOff(seen, last) : undefined,
    seen.passphrase === 'absent' && exists ? passphraseMissing(seen, access) : undefined,
    durations && short ? sessionShort(seen, durations, short, { chained, inPlace }) : undefined,
  ];
  return warnings.filter(warning => warning !== undefined);
}

/** What the role was not allowed to look at. */
function noticesOf({ seen, access }: StageRequest, exists: boolean | undefined): Problem[] {
  const { lock, updates, stages } = seen;
  const looks = { lock, updates, existence: exists === undefined ? stages : undefined };
  const refused = (['lock', 'updates', 'existence'] as const).flatMap(look => {
    const refusal = looks[look];
    return refusal instanceof Refused ? [{ subject: SUBJECT[look], refusal }] : [];
  });
  return refused.length === 0 ? [] : [notChecked(refused, access)];
}

/**
 * The failure of `new-stage: fail`: the stage was never deployed, or that could not be checked.
 *
 * @param seen undefined if nothing was looked at.
 */
export function newStageFailure(
  newStage: NewStageMode,
  where: Where,
  seen: StageSeen | undefined,
): Failure | undefined {
  if (newStage === 'allow') return undefined;
  if (seen === undefined) return new Failure(newStageNotChecked(NOT_LOOKED, where));
  const exists = existsIn(seen);
  if (exists === true) return undefined;
  const { stages = [] } = seen;
  if (exists === undefined || stages instanceof Refused)
    return new Failure(newStageNotChecked(stages instanceof Refused ? stages : whyUnknown(seen), where));
  return new Failure(stageIsNew(seen, stages, where));
}

function whyUnknown({ stages }: StageSeen): string {
  return stages instanceof Refused ? becauseOf(stages) : SUBJECT.existence;
}
