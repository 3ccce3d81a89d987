import type { Access } from '../aws/access.ts';
import { openRepositories, type Repositories } from '../aws/ecr.ts';
import { type Buckets, openBuckets } from '../aws/s3.ts';
import { openParameters, type Parameters } from '../aws/ssm.ts';
import type { Log } from '../github/log.ts';
import type { NewStageMode } from '../inputs/inputs.ts';
import { type StageLook, stageLook } from '../stage/look.ts';
import type { AppStage } from '../stage/seen.ts';
import type { BucketNames } from './names.ts';

/** One check of the bootstrap of one account and region: its AWS clients, and what it has done so far. */
export class BootstrapContext {
  readonly access: Access;
  readonly log: Log;
  readonly parameters: Parameters;
  readonly buckets: Buckets;
  readonly repositories: Repositories;
  /** Looks at the stage that will be deployed; undefined if it is not known, or its state is elsewhere. */
  readonly stage: StageLook | undefined;
  /** The names of the resources that this run has created. */
  readonly created = new Set<string>();
  /** Buckets with a name that the bootstrap chose, created by this run or an earlier one. */
  readonly ownBuckets = new Set<string>();
  /** Buckets that the record named until this run put another bucket in their place. */
  readonly replacedBuckets = new Set<string>();
  /** The names for new buckets, once they are chosen. */
  bucketNames: Promise<BucketNames> | undefined;
  /** The legacy asset bucket, once it was looked for. */
  legacyAssetBucket: Promise<string | undefined> | undefined;
  readonly #notes = new Map<string, Set<string>>();

  /** `fail`: no bootstrap is created for a stage that was never deployed. */
  readonly newStage: NewStageMode;

  static async open(
    access: Access,
    log: Log,
    stage?: AppStage,
    newStage: NewStageMode = 'allow',
  ): Promise<BootstrapContext> {
    const opening = [openParameters(access), openBuckets(access), openRepositories(access)] as const;
    const clients = await Promise.all(opening);
    const look = stage && (await stageLook(stage, access, bucket => clients[1].find(bucket)));
    return new BootstrapContext(access, log, clients, look, newStage);
  }

  private constructor(
    access: Access,
    log: Log,
    clients: readonly [Parameters, Buckets, Repositories],
    stage: StageLook | undefined,
    newStage: NewStageMode,
  ) {
    this.access = access;
    this.log = log;
    [this.parameters, this.buckets, this.repositories] = clients;
    this.stage = stage;
    this.newStage = newStage;
  }

  /** Remembers a fact about a resource, for the report. */
  note(kind: string, fact: string): void {
    this.#notes.set(kind, new Set([...this.notesOn(kind), fact]));
  }

  notesOn(kind: string): ReadonlySet<string> {
    return this.#notes.get(kind) ?? new Set();
  }
}
