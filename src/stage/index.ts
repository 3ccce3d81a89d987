import { Refused } from '../aws/errors.ts';
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
import {
  existsIn,
  type Lock,
  orRefused,
  type StageReport,
  type StageRequest,
  type StageSeen,
} from './stage.ts';
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

/** What might not be checked, in the facts. */
const EXISTENCE = 'whether it was deployed before';

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
  const { expires, chained = false } = session;
  const now = new Date();
  const tooShort = (longest: number) => sessionTooShort(longest, expires, now, chained);
  const read = (update: Update) => readUpdate(request, update);
  const updates = seen.updates instanceof Refused ? [] : seen.updates;
  const [lock, last, durations] = await Promise.all([
    seen.lock && !(seen.lock instanceof Refused) ? checkLock(request, seen.lock) : undefined,
    newestIfCutOff(updates, read),
    lastDurations(updates, longest => tooShort(longest) !== undefined, read),
  ]);
  const exists = existsIn(seen);
  const refused = refusedLooks(seen);
  const facts = factsOf(refused, exists, lock, last, durations);
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

/** What the role was not allowed to look at, and S3's answer. */
function refusedLooks(seen: StageSeen): ReadonlyMap<string, Refused> {
  const { lock, updates, stages } = seen;
  const looks = { lock, 'last deploys': updates, [EXISTENCE]: existsIn(seen) ?? stages };
  return new Map(
    Object.entries(looks).flatMap(([look, answer]) => (answer instanceof Refused ? [[look, answer]] : [])),
  );
}

function factsOf(
  refused: ReadonlyMap<string, Refused>,
  exists: boolean | undefined,
  lock: CheckedLock | undefined,
  last: CutOff | undefined,
  durations: Durations | undefined,
): readonly string[] {
  const unless = (look: string, fact?: string) => {
    const refusal = refused.get(look);
    return refusal ? `${look} not checked (${becauseOf(refusal)})` : fact;
  };
  return [
    unless(EXISTENCE, exists ? 'deployed before' : 'never deployed here'),
    unless('lock', lock ? { held: 'locked', removed: 'stale lock removed' }[lock.state] : 'not locked'),
    unless('last deploys'),
    last && 'the last update was cut off',
    durations && durationWords(durations),
  ].filter(fact => fact !== undefined);
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
export function newStageFailure(
  newStage: NewStageMode,
  where: Where,
  seen: StageSeen | undefined,
): Failure | undefined {
  if (newStage === 'allow') return undefined;
  if (seen === undefined) return new Failure(newStageNotChecked(undefined, where));
  if (existsIn(seen)) return undefined;
  const { stages } = seen;
  return new Failure(
    stages instanceof Refused ? newStageNotChecked(stages, where) : stageIsNew(seen, stages, where),
  );
}
