import { NOTE, STEP } from './log-messages.ts';
import type { BucketKind } from './names.ts';
import { REPOSITORY } from './names.ts';
import { requiringTls } from './policy.ts';
import type { FullRecord } from './record.ts';
import type { Site } from './services.ts';

/** What an action makes, or makes right. */
export type Target = BucketKind | 'repository';

/** One thing that a step does. Done again, it changes nothing: a job that dies is followed by one that does it again. */
export interface Action {
  readonly on: Target;
  /** @returns what it gives the record. @throws Refused as AWS does. */
  readonly run: (site: Site, record: FullRecord) => Promise<Partial<FullRecord>>;
}

/** One step of the bootstrap. The record's version counts the steps that are done. */
export interface Step {
  readonly title: string;
  readonly actions: readonly Action[];
}

/**
 * SST's steps, as its 4.17.1 performs them (docs/bootstrap.md). SST never changes a step and only ever appends: its
 * sixth is a sixth entry here, and the version that `ensure` writes follows from the number of entries.
 */
export const STEPS: readonly Step[] = [
  {
    title: STEP.buckets,
    actions: [bucket('asset'), { on: 'asset', run: clearNotifications }, bucket('state'), versioning()],
  },
  { title: STEP.repository, actions: [{ on: 'repository', run: createRepository }] },
  { title: STEP.olderAssetBucket, actions: [{ on: 'asset', run: adoptOlderAssetBucket }] },
  { title: STEP.tls, actions: [tls('asset'), tls('state')] },
  { title: STEP.nothing, actions: [] },
];

function bucket(kind: BucketKind): Action {
  return {
    on: kind,
    run: async (site, record) => ({ [kind]: await site.provideBucket(kind, record[kind]) }),
  };
}

async function clearNotifications(site: Site, { asset }: FullRecord): Promise<object> {
  // Not on a bucket of the older bootstrap: it may have notifications that somebody set up.
  if (site.provided.has(asset)) await site.buckets.clearNotifications(asset);
  return {};
}

function versioning(): Action {
  return {
    on: 'state',
    run: async (site, { state }) => {
      await site.buckets.enableVersioning(state);
      site.note('state', NOTE.versioned);
      return {};
    },
  };
}

async function createRepository(site: Site): Promise<Partial<FullRecord>> {
  const { registryId, url, existed } = await site.repositories.create(REPOSITORY);
  if (!existed) site.madeRepository = true;
  return { assetEcrRegistryId: registryId, assetEcrUrl: url };
}

/** SST deletes the newer bucket with all that is in it, and the parameter; here both stay, and are told of. */
async function adoptOlderAssetBucket(site: Site, { asset }: FullRecord): Promise<Partial<FullRecord>> {
  const older = await site.olderAssetBucket();
  if (older === undefined || older === asset) return {};
  site.abandoned.add(asset);
  return { asset: older };
}

function tls(kind: BucketKind): Action {
  return {
    on: kind,
    run: async (site, record) => {
      const buckets = site.buckets;
      const name = record[kind];
      // A bucket from before may have a policy of its own, which SST replaces; where the role may read it, it is kept.
      const standing = site.made.has(name) ? undefined : await buckets.policy(name);
      const policy = requiringTls(
        standing === 'not allowed' ? undefined : standing,
        name,
        site.access.identity.partition,
      );
      if (policy !== undefined) await buckets.putPolicy(name, policy);
      site.note(kind, NOTE.tls);
      return {};
    },
  };
}
