import { lines, type Where } from '../aws/messages.ts';
import { type Failure, NOTHING_EXPORTED, type Problem } from '../failure.ts';

/** AWS does not accept the session in a region, although STS has issued it: the region is not enabled. */
export function regionNotEnabled(
  where: Where,
  { code, message }: { code: string; message: string },
): Problem {
  const { region, identity } = where;
  return {
    title: `Region ${region} is not enabled`,
    what: `The region ${region} is not enabled for account ${identity.account}: AWS does not accept the session there (${code}: ${message}), although STS has issued it. ${NOTHING_EXPORTED}`,
    next: lines(
      'Enable the region (AWS console, Account, AWS Regions; it takes some minutes). Or, if the app does not use it, remove it from `bootstrap-regions`.',
      'If the region is enabled, the session is from the global STS endpoint. Such sessions are not valid in regions that have to be enabled: use a regional endpoint.',
    ),
  };
}

/** A region of `bootstrap-regions` belongs to another partition than the session. */
export function regionOfOtherPartition(where: Where, partition: string): Problem {
  return {
    title: `Region ${where.region} is of another partition`,
    what: `\`bootstrap-regions\` names ${where.region}, which belongs to the partition ${partition}. The session belongs to ${where.identity.partition}, and no session is valid in two partitions. ${NOTHING_EXPORTED}`,
    next: 'Remove the region from `bootstrap-regions`, and check it in a job of its own.',
  };
}

/** The failures of several regions, as one problem. */
export function severalRegions(failures: ReadonlyArray<{ region: string; failure: Failure }>): Problem {
  const withoutEnd = (what: string) => what.replace(NOTHING_EXPORTED, '').trim();
  return {
    title: `The SST bootstrap of ${failures.length} regions is not ready`,
    what: lines(
      ...failures.map(
        ({ region, failure: { problem } }) => `${region}: ${problem.title}. ${withoutEnd(problem.what)}`,
      ),
      NOTHING_EXPORTED,
    ),
    next: lines(...failures.flatMap(({ region, failure }) => [`For ${region}:`, failure.problem.next ?? ''])),
  };
}
