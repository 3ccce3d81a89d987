import type { Access } from '../aws/access.ts';
import { openRepositories, type Repositories } from '../aws/ecr.ts';
import { type Buckets, openBuckets } from '../aws/s3.ts';
import { openParameters, type Parameters } from '../aws/ssm.ts';
import type { Log } from '../github/log.ts';
import type { BucketNames } from './names.ts';

/** One check of the bootstrap of one account and region: its AWS clients, and what it has done so far. */
export class BootstrapContext {
  readonly access: Access;
  readonly log: Log;
  readonly parameters: Parameters;
  readonly buckets: Buckets;
  readonly repositories: Repositories;
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

  constructor(access: Access, log: Log) {
    this.access = access;
    this.log = log;
    this.parameters = openParameters(access);
    this.buckets = openBuckets(access);
    this.repositories = openRepositories(access);
  }

  /** Remembers a fact about a resource, for the report. */
  note(kind: string, fact: string): void {
    this.#notes.set(kind, new Set([...this.notesOn(kind), fact]));
  }

  notesOn(kind: string): ReadonlySet<string> {
    return this.#notes.get(kind) ?? new Set();
  }
}
