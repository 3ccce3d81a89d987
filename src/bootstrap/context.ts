import type { Access } from '../aws/access.ts';
import { openRepositories } from '../aws/ecr.ts';
import { openBuckets } from '../aws/s3.ts';
import { openParameters } from '../aws/ssm.ts';
import type { Log } from '../github/log.ts';
import type { NewStageMode } from '../inputs/inputs.ts';
import { stageLook } from '../stage/look.ts';
import type { AppStage } from '../stage/stage.ts';
import type { BucketNames } from './names.ts';

/** One check of the bootstrap of one account and region: its AWS clients, and what it has done so far. */
export type BootstrapContext = Awaited<ReturnType<typeof openContext>>;

/**
 * @param deploying the stage that is looked at besides; undefined if it is not known, or its state is elsewhere.
 * @param newStage `fail`: no bootstrap is created for a stage that was never deployed.
 */
export async function openContext(
  access: Access,
  log: Log,
  deploying?: AppStage,
  newStage: NewStageMode = 'allow',
) {
  const [parameters, buckets, repositories] = await Promise.all([
    openParameters(access),
    openBuckets(access),
    openRepositories(access),
  ]);
  const stage = deploying && (await stageLook(deploying, access, bucket => buckets.find(bucket)));
  const notes = new Map<string, ReadonlySet<string>>();
  const notesOn = (kind: string) => notes.get(kind) ?? new Set<string>();
  return {
    ...{ access, log, newStage, parameters, buckets, repositories, stage },
    /** The names of the resources that this run has created. */
    created: new Set<string>(),
    /** Buckets with a name that the bootstrap chose, created by this run or an earlier one. */
    ownBuckets: new Set<string>(),
    /** Buckets that the record named until this run put another bucket in their place. */
    replacedBuckets: new Set<string>(),
    /** The names for new buckets, once they are chosen. */
    bucketNames: undefined as Promise<BucketNames> | undefined,
    /** The legacy asset bucket, once it was looked for. */
    legacyAssetBucket: undefined as Promise<string | undefined> | undefined,
    /** The facts about a resource, for the report. */
    notesOn,
    note: (kind: string, fact: string) => void notes.set(kind, new Set([...notesOn(kind), fact])),
  };
}
