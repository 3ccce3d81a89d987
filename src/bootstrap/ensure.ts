import { Refused } from '../aws/errors.ts';
import { pauseAfterConflict } from '../aws/retry.ts';
import { Failure, NOTHING_EXPORTED } from '../failure.ts';
import { newStageFailure } from '../stage/index.ts';
import { unsafeSettings } from './bucket-settings.ts';
import { removeUnusedBuckets } from './buckets.ts';
import type { BootstrapContext } from './context.ts';
import { decide, type Found, type Remedy } from './decide.ts';
import { inspectUntilStable, readRecord } from './inspect.ts';
import { keepsChanging, settingsChanged, unusedBucketsLeft } from './messages.ts';
import { RECORD } from './record.ts';
import { failureFor, reportOn } from './report.ts';
import type { BootstrapReport, FoundStatus, Outcome } from './status.ts';
import { type BootstrapStep, STEPS } from './steps.ts';

/** How many times the record might change while this run completes it. */
const MAX_ROUNDS = 8;

/**
 * Creates, upgrades or repairs the bootstrap, and returns only when it has seen it complete: the record is written
 * after the resources that it names, and read again after that. The record that is there then counts, no matter which
 * job wrote it.
 *
 * @throws Failure if the record keeps changing; Refused or Denied if reading fails.
 */
export async function ensure(context: BootstrapContext): Promise<BootstrapReport> {
  const { access } = context;
  let outcome: Outcome | undefined;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    if (round > 1) await pauseAfterConflict(access.transport.signal, round - 1);
    const found = await inspectUntilStable(context);
    const { status, remedy } = decide(found);
    if (remedy) {
      const applied = await apply(remedy, found, context);
      if (applied instanceof Failure) return reportOn(context, found, status, { failure: applied });
      if (applied) outcome ??= remedy.outcome;
    } else if (round === 1 || (await readRecord(context)) === found.parameter?.value) {
      return reportEnsured(context, found, status, outcome);
    }
  }
  throw new Failure(keepsChanging(access, MAX_ROUNDS));
}

/** The report on a bootstrap that is complete, or cannot be repaired. @param outcome what was done. */
async function reportEnsured(
  context: BootstrapContext,
  found: Found,
  status: FoundStatus,
  outcome?: Outcome,
) {
  const { record, resources, parameter } = found;
  if (!resources || status === 'broken') return reportOn(context, found, status);
  const { access } = context;
  const [unsafe, unused] = await Promise.all([
    unsafeSettings(context, record),
    removeUnusedBuckets(context, record, parameter?.version === 1),
  ]);
  const warnings = [
    ...(unsafe.length > 0 ? [settingsChanged(unsafe, access)] : []),
    ...(unused.length > 0 ? [unusedBucketsLeft(unused, access)] : []),
  ];
  return reportOn(context, found, status === 'ready' ? (outcome ?? status) : status, { warnings });
}

/** @returns whether this run wrote what the record now names; the failure if it could not be done. */
async function apply({ outcome, steps }: Remedy, found: Found, context: BootstrapContext) {
  const { newStage, access } = context;
  // Without a bootstrap, the stage was never deployed here: none is created for it.
  const isNew = outcome === 'created' && newStageFailure(newStage, access, found.stage);
  if (isNew) return isNew;
  try {
    return await runSteps(steps, found, context);
  } catch (error) {
    // A job that found another record has removed the buckets that were being set up: look again.
    if (error instanceof Refused && error.code === 'NoSuchBucket') return false;
    const done = `What was created so far stays, and the next run completes it. ${NOTHING_EXPORTED}`;
    return failureFor(error, access, done);
  }
}

/** Runs the steps, then writes the record. */
async function runSteps(steps: readonly BootstrapStep[], found: Found, context: BootstrapContext) {
  const { log, s3 } = context;
  const start = found.record;
  let record = start;
  for (const { title, actions } of steps) {
    if (actions.length > 0) log.info(`Step: ${title}`);
    for (const { run } of actions) record = { ...record, ...(await run(context, record)) };
  }
  if (start.asset !== '' && start.asset !== record.asset)
    log.info(`${record.asset} replaces ${start.asset}, which is left unchanged.`);
  // Only resources that were seen are recorded: another job might have removed a bucket that no record named yet.
  const named = await Promise.all([s3.find(record.asset), s3.find(record.state)]);
  if (!named.every(({ is }) => is === 'present')) return false;
  const text = JSON.stringify({ ...record, version: Math.max(record.version, STEPS.length) });
  return (
    (found.resources && JSON.stringify(start) === text) || writeRecord(context, text, found.parameter?.value)
  );
}

/**
 * Writes the record, unless it is no longer the old one. AWS lets one job write the first record; it has no conditional
 * overwrite, so what another job writes between the reading and the writing is noticed after the write.
 */
async function writeRecord(context: BootstrapContext, text: string, old: string | undefined) {
  const { log, parameters, created } = context;
  const Overwrite = old !== undefined;
  if (Overwrite && (await readRecord(context)) !== old) return false;
  if (await parameters.write(RECORD, text, { Overwrite })) {
    log.info(`Wrote ${RECORD}: ${text}`);
    return true;
  }
  const existing = await readRecord(context);
  log.info(`Another job wrote ${RECORD} in the meantime: ${existing ?? 'it was deleted again'}`);
  // The same value: an earlier try of this write whose response was lost, or a job that made the same buckets.
  return existing === text && created.size > 0;
}
