import { Refused } from '../aws/errors.ts';
import type { Problem } from '../failure.ts';
import type { AttemptState } from '../github/run-attempts.ts';
import type { Lock } from './lock.ts';
import { KEPT, LOCK_LOG, locked, lockRemoved } from './lock-messages.ts';
import { hasOwnUpdate, removeLock } from './remove-lock.ts';
import { parseRunUrl } from './run-attempt.ts';
import type { StageRequest } from './stage.ts';

/** A lock, and what became of it. */
export interface CheckedLock {
  readonly lock: Lock;
  readonly removed: boolean;
  readonly problem: Problem;
}

/** Finds out whose lock it is, and removes it if it is stale and `stale-lock: remove` is set. */
export async function checkLock(request: StageRequest, lock: Lock, now: Date): Promise<CheckedLock> {
  const { seen, staleLock } = request;
  const state = await stateOfHolder(request, lock);
  const reported = (kept?: string) => ({
    lock,
    removed: false,
    problem: locked(seen, lock, state === 'no token' || state === 'no run' ? undefined : state, now, {
      kept,
      isOwn: lock.runId !== undefined && lock.runId === request.ownRun,
    }),
  });
  if (staleLock === 'report') return reported();
  if (state === 'no run') return reported(KEPT.notARun);
  if (state === 'no token') return reported(KEPT.noToken);
  if (state.is !== 'completed') return reported();
  if (!hasOwnUpdate(lock)) return reported(KEPT.foreignUpdate);
  try {
    return (await remove(request, lock, now))
      ? { lock, removed: true, problem: lockRemoved(seen, lock, state, now) }
      : reported(KEPT.changed);
  } catch (error) {
    if (error instanceof Refused) return reported(KEPT.refused(error));
    throw error;
  }
}

/** What GitHub says of the run that holds the lock. */
async function stateOfHolder(
  { githubToken, server, mask, log }: StageRequest,
  { runId = '' }: Lock,
): Promise<AttemptState | 'no token' | 'no run'> {
  const attempt = parseRunUrl(runId, server);
  if (attempt === undefined) return 'no run';
  if (githubToken === undefined) return 'no token';
  mask(githubToken);
  log.info(LOCK_LOG.asking(runId));
  const { lookUpRunAttempt } = await import('../github/run-attempts.ts');
  const state = await lookUpRunAttempt(githubToken, attempt, line => log.debug(line));
  log.info(LOCK_LOG.state(state));
  return state;
}

async function remove({ seen, access, log }: StageRequest, lock: Lock, now: Date): Promise<boolean> {
  const { app, stage, bucket, lock: object } = seen;
  if (object === undefined || object instanceof Refused) return false;
  const removed = await removeLock({ app, stage, bucket, lock, object }, access, now);
  if (removed) log.info(LOCK_LOG.removed(`s3://${bucket}/lock/${app}/${stage}.json`));
  return removed;
}
