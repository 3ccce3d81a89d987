import { breathe } from '../aws/backoff.ts';
import { Denied, Refused, refusedWith } from '../aws/errors.ts';
import { denied, requestFailed } from '../aws/messages.ts';
import { Failure } from '../failure.ts';
import { unsafeFacts } from './bucket-settings.ts';
import { clearAway } from './cleanup.ts';
import { decide, type Found, outcomeOf, type Remedy } from './decide.ts';
import { type Deploying, type Inspection, readRecord, settled } from './inspect.ts';
import { COMPLETED_NEXT, LOG } from './log-messages.ts';
import { unsettled } from './messages.ts';
import { type FullRecord, parseRecord, RECORD, serialiseRecord } from './record.ts';
import { reportOn } from './report.ts';
import type { Site } from './services.ts';
import type { BootstrapReport, BootstrapStatus } from './status.ts';
import { STEPS } from './steps.ts';

/** How often the record may change while this run is completing it. */
const ROUNDS = 8;

/**
 * Creates, upgrades or repairs the bootstrap, and ends only when it has seen it whole: the record is written after
 * what it names, and read again after that. Whatever then stands is what counts, whoever wrote it.
 *
 * @throws Failure where the record does not settle; Refused and Denied where reading fails.
 */
export async function ensure(site: Site, deploying: Deploying | undefined): Promise<BootstrapReport> {
  const outcomes: Remedy['outcome'][] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    if (round > 1) await breathe(site.access.transport.signal, round - 1);
    const seen = await settled(site, deploying);
    const { status, remedy } = decide(seen.found);
    if (remedy !== undefined) {
      const done = await attempt(site, remedy, seen.found);
      if (done instanceof Failure) return reportOn(site, seen, { status, deploying, failure: done });
      if (done) outcomes.push(remedy.outcome);
    } else if (round === 1 || !(await hasChanged(site, seen.found))) {
      return conclude(site, seen, outcomeOf(outcomes, status), deploying);
    }
  }
  throw new Failure(unsettled(site.access, ROUNDS));
}

/** The report on what stands, and is whole or beyond repair. */
async function conclude(
  site: Site,
  seen: Inspection,
  status: BootstrapStatus,
  deploying: Deploying | undefined,
): Promise<BootstrapReport> {
  if (status === 'broken') return reportOn(site, seen, { status, deploying });
  const [unsafe, left] = await Promise.all([unsafeFacts(site, seen.found), clearAway(site, seen.found)]);
  return reportOn(site, seen, { status, deploying, unsafe, left });
}

/** @returns whether what now stands is this run's work; the failure where it cannot be done. */
async function attempt(site: Site, remedy: Remedy, found: Found): Promise<boolean | Failure> {
  try {
    return await carryOut(site, remedy, found);
  } catch (error) {
    // A job that found another record in force has removed the buckets that were being set up: look again.
    if (refusedWith(error, 'NoSuchBucket')) return false;
    return stopping(error, site);
  }
}

/** Does the steps, then writes the record. */
async function carryOut(site: Site, { steps, start }: Remedy, found: Found): Promise<boolean> {
  let record = start;
  for (const { title, actions } of steps) {
    if (actions.length > 0) site.log.info(LOG.step(title));
    for (const { run } of actions) record = { ...record, ...(await run(site, record)) };
  }
  if (found.record === 'read' && found.value.asset !== record.asset)
    site.log.info(LOG.inPlaceOf(record.asset, found.value.asset));
  // Nothing is recorded that was not seen: another job may have removed what nothing named yet.
  if (!(await areThere(site, record))) return false;
  const text = serialiseRecord({ ...record, version: Math.max(record.version, STEPS.length) });
  const standing = 'text' in found ? found.text : undefined;
  if (standing === undefined) return writeFirst(site, text);
  if (sameRecord(standing, text)) return true;
  // AWS has no conditional overwrite: what somebody else wrote meanwhile is seen here, or after the write.
  if ((await readRecord(site)) !== standing) return false;
  await site.parameters.write(RECORD, text, { overwrite: true });
  site.log.info(LOG.wrote(RECORD, text));
  return true;
}

async function areThere(site: Site, { asset, state }: FullRecord): Promise<boolean> {
  const buckets = site.buckets;
  const found = await Promise.all([buckets.find(asset), buckets.find(state)]);
  return found.every(({ is }) => is === 'present');
}

/** Writes the first record, unless there is one by now: AWS lets one writer win, and the others adopt what it wrote. */
async function writeFirst(site: Site, text: string): Promise<boolean> {
  if ((await site.parameters.write(RECORD, text, { overwrite: false })) === 'written') {
    site.log.info(LOG.wrote(RECORD, text));
    return true;
  }
  const standing = await readRecord(site);
  site.log.info(LOG.writtenMeanwhile(RECORD, standing));
  // The same value: an earlier try of this write, whose response was lost, or a job that made the same buckets.
  return standing === text && site.made.size > 0;
}

async function hasChanged(site: Site, found: Found): Promise<boolean> {
  return 'text' in found && (await readRecord(site)) !== found.text;
}

function sameRecord(standing: string, text: string): boolean {
  const parsed = parseRecord(standing);
  return !('unreadable' in parsed) && serialiseRecord(parsed) === text;
}

function stopping(error: unknown, { access }: Site): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Denied)
    return new Failure(denied(error.permission, error.because, access, COMPLETED_NEXT), error);
  if (error instanceof Refused) return new Failure(requestFailed(error, access, COMPLETED_NEXT), error);
  throw error;
}
