import { partitionOf } from '../aws/region.ts';
import { Failure } from '../failure.ts';
import type { Log } from '../github/log.ts';
import { type BootstrapRequest, checkBootstrap } from './index.ts';
import { notCheckedLine, regionLine, regionOfOtherPartition, severalRegions } from './region-messages.ts';
import type { RegionCheck } from './status.ts';

/** The bootstrap of the deploy's own region, and of the other ones. */
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
export async function checkRegions(
  request: BootstrapRequest,
  regions: readonly string[],
): Promise<RegionChecks> {
  const { access, log } = request;
  const others = regions.filter(region => region !== access.region);
  const own = checkRegion({
    ...request,
    log: others.length === 0 ? log : prefixed(log, access.region),
  });
  const mode = await modeForOthers(request, own);
  const [first, ...rest] = await Promise.all([
    own,
    ...others.map(region =>
      checkOther({ mode, access: { ...access, region }, deployment: {}, log: prefixed(log, region) }),
    ),
  ]);
  const failure = combined([first, ...rest]);
  return { first, others: rest, ...(failure ? { failure } : {}) };
}

/** With `new-stage: fail`, nothing is created in other regions if the deploy's own region fails: it might be the wrong account. */
async function modeForOthers(
  { mode, newStage }: BootstrapRequest,
  own: Promise<RegionCheck>,
): Promise<BootstrapRequest['mode']> {
  if (mode === 'verify' || newStage !== 'fail') return mode;
  return (await own).failure ? 'verify' : mode;
}

/** A region that could not be checked does not keep the others from being checked. */
async function checkRegion(request: BootstrapRequest): Promise<RegionCheck> {
  const { access, log } = request;
  const { region } = access;
  try {
    const report = await checkBootstrap(request);
    return { region, report, ...(report.failure ? { failure: report.failure } : {}) };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.info(notCheckedLine(access, failure.problem.title));
    return { region, failure };
  }
}

function checkOther(request: BootstrapRequest): Promise<RegionCheck> | RegionCheck {
  const { region, identity } = request.access;
  const partition = partitionOf(region);
  if (partition === identity.partition) return checkRegion(request);
  return { region, failure: new Failure(regionOfOtherPartition(request.access, partition)) };
}

function combined(checks: readonly RegionCheck[]): Failure | undefined {
  const failures = checks.flatMap(({ region, failure }) => (failure ? [{ region, failure }] : []));
  if (failures.length <= 1) return failures[0]?.failure;
  const problems = failures.map(({ region, failure }) => ({ region, problem: failure.problem }));
  return new Failure(severalRegions(problems));
}

function prefixed(log: Log, region: string): Log {
  return {
    info: line => log.info(regionLine(region, line)),
    debug: line => log.debug(regionLine(region, line)),
  };
}
