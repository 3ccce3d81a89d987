import { Refused } from '../aws/errors.ts';
import type { Where } from '../aws/messages.ts';
import { checkLock } from './check-lock.ts';
import { lastDurations, newestIfCutOff } from './history.ts';
import { judgeStage, newStageFailure } from './judge.ts';
import { parseLock } from './lock.ts';
import { lockNotChecked } from './lock-messages.ts';
import { FACT, LOG } from './messages.ts';
import type { StageReport, StageRequest } from './stage.ts';

/**
 * Judges what was seen of the stage: whether it was deployed before, who holds its lock, how the last update ended, and
 * whether the session lasts as long as a deploy takes. Asks for more only if there is something to tell: the record of an
 * update that might not have ended, and the workflow run that holds the lock. Removes a stale lock if it is to.
 *
 * @returns what to report; with a failure in it for `new-stage: fail`. What the role is not allowed to look at is "not
 * checked" there, and no failure.
 */
export async function checkStage(request: StageRequest): Promise<StageReport> {
  const { seen, log } = request;
  const now = new Date();
  const updates = seen.updates instanceof Refused ? [] : seen.updates;
  const lock = seen.lock && !(seen.lock instanceof Refused) ? parseLock(seen.lock.bytes) : undefined;
  const [checkedLock, cutOff, durations] = await Promise.all([
    lock && checkLock(request, lock, now),
    newestIfCutOff(request, updates),
    lastDurations(request, updates, now),
  ]);
  const report = judgeStage(request, { lock: checkedLock, cutOff, durations }, now);
  log.info(LOG.facts(report.facts));
  const { stages = [] } = seen;
  if (report.exists === false && !(stages instanceof Refused) && stages.length > 0)
    log.info(LOG.others(seen.app, stages));
  return report;
}

/** The report on a stage that nothing was looked at for: no state in this account, or the bootstrap was not checked. */
export function stageNotChecked(
  where: Where,
  { newStage, staleLock }: Pick<StageRequest, 'newStage' | 'staleLock'>,
): StageReport {
  const failure = newStageFailure(newStage, where, undefined);
  return {
    exists: undefined,
    lock: 'not checked',
    lockedBy: '',
    facts: [FACT.nothingChecked],
    notices: staleLock === 'remove' ? [lockNotChecked()] : [],
    warnings: [],
    ...(failure ? { failure } : {}),
  };
}
