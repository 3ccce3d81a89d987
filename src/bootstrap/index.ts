import { place } from '../aws/messages.ts';
import { partitionOf } from '../aws/region.ts';
import { Failure } from '../failure.ts';
import type { Log } from '../github/log.ts';
import { type BootstrapContext, type BootstrapRequest, openContext } from './context.ts';
import { decide } from './decide.ts';
import { ensure } from './ensure.ts';
import { inspectUntilStable } from './inspect.ts';
import { regionOfOtherPartition, severalRegions } from './messages.ts';
import { failureFor, reportOn } from './report.ts';
import type { BootstrapReport, RegionCheck } from './status.ts';

/**
 * Verifies, or completes, the SST bootstrap of the account and region of `access` (docs/bootstrap.md).
 *
 * @returns what was found and done, and why the step must stop; without a report if it could not be found out.
 */
export async function checkBootstrap(request: BootstrapRequest): Promise<RegionCheck> {
  const { mode, access, log } = request;
  const { region } = access;
  log.info(`Bootstrap of ${place(access)}, mode ${mode}.`);
  try {
    const context = await openContext(request);
    const report = mode === 'verify' ? await verify(context) : await ensure(context);
    for (const { resource, name, state, notes } of report.checks)
      log.info([`${resource} ${name}: ${state}`, ...notes].join(', '));
    log.info(`Bootstrap: ${report.status}.`);
    return { region, report, failure: report.failure };
  } catch (error) {
    const failure = failureFor(error, access);
    log.info(`Bootstrap of ${place(access)} not checked: ${failure.problem.title}.`);
    return { region, failure };
  }
}

async function verify(context: BootstrapContext): Promise<BootstrapReport> {
  const found = await inspectUntilStable(context);
  return reportOn(context, found, decide(found).status);
}

export interface RegionChecks {
  /** The region of `access`. */
  readonly first: RegionCheck;
  readonly others: readonly RegionCheck[];
  /** Why the step must stop: the failure of one region, or of several. */
  readonly failure?: Failure;
}

/**
 * Verifies, or completes, the bootstrap of several regions at the same time, with the same session. Another region has no
 * lock and no passphrase of the stage: they are with the state, in the deploy's own region.
 *
 * @param regions the other regions; the region of `access` among them is ignored.
 */
export async function checkRegions(request: BootstrapRequest, regions: readonly string[]) {
  const { mode, newStage, access, log } = request;
  const otherRegions = regions.filter(region => region !== access.region);
  const own = checkBootstrap(
    otherRegions.length === 0 ? request : { ...request, log: prefixed(log, access.region) },
  );
  // With `new-stage: fail`, nothing is created in other regions if the deploy's own fails: it might be the wrong account.
  const onlyVerify = mode === 'ensure' && newStage === 'fail' && (await own).failure;
  const checkOther = async (region: string): Promise<RegionCheck> => {
    const [partition, other] = [partitionOf(region), { ...access, region }];
    if (partition !== access.identity.partition)
      return { region, failure: new Failure(regionOfOtherPartition(other, partition)) };
    const asked = { mode: onlyVerify ? ('verify' as const) : mode, access: other, deployment: {} };
    return checkBootstrap({ ...asked, log: prefixed(log, region) });
  };
  const [first, ...others] = await Promise.all([own, ...otherRegions.map(checkOther)]);
  const failed = [first, ...others].flatMap(({ region, failure }) => (failure ? [{ region, failure }] : []));
  const failure = failed.length > 1 ? new Failure(severalRegions(failed)) : failed[0]?.failure;
  return { first, others, failure };
}

/** The lines of several regions are mixed in the log: each begins with its region. */
function prefixed(log: Log, region: string): Log {
  return {
    info: line => log.info(`${region}: ${line}`),
    debug: line => log.debug(`${region}: ${line}`),
  };
}
