import { Denied, orDenied } from '../aws/errors.ts';
import { requiringTls, TLS_ONLY, VERSIONED } from './bucket-settings.ts';
import { legacyAssetBucket, provideBucket } from './buckets.ts';
import type { BootstrapContext } from './context.ts';
import type { BootstrapRecord, BucketKind } from './record.ts';
import { REPOSITORY, type ResourceKind } from './resources.ts';

/** One thing that a step does. It is idempotent: if a job crashes, the next one does it again. */
export interface StepAction {
  /** The resource that it creates or changes. */
  readonly on: ResourceKind;
  /** @returns the record's fields that it sets. @throws Refused or Denied if AWS refuses. */
  readonly run: (context: BootstrapContext, record: BootstrapRecord) => Promise<Partial<BootstrapRecord>>;
}

/** One step of the bootstrap. The record's version is the number of steps that are done. */
export interface BootstrapStep {
  readonly title: string;
  readonly actions: readonly StepAction[];
}

/** SST's steps, as SST 4.17.1 runs them (docs/bootstrap.md). SST only appends steps: the version is the number of entries. */
export const STEPS: readonly BootstrapStep[] = [
  {
    title: 'buckets',
    actions: [
      bucketAction('asset'),
      { on: 'asset', run: clearNotifications },
      bucketAction('state'),
      { on: 'state', run: enableVersioning },
    ],
  },
  { title: 'image repository', actions: [{ on: 'repository', run: createRepository }] },
  { title: 'legacy asset bucket', actions: [{ on: 'asset', run: adoptLegacyAssetBucket }] },
  { title: 'encrypted connections only', actions: [tlsAction('asset'), tlsAction('state')] },
  { title: 'nothing any more (was an AppSync Events API)', actions: [] },
];

function bucketAction(kind: BucketKind): StepAction {
  return {
    on: kind,
    run: async (context, record) => ({ [kind]: await provideBucket(context, kind, record[kind]) }),
  };
}

async function clearNotifications({ candidates, s3 }: BootstrapContext, { asset }: BootstrapRecord) {
  // Not on a legacy bucket: somebody might have set up notifications on it.
  if (candidates.has(asset)) await s3.clearNotifications(asset);
  return {};
}

async function enableVersioning({ s3, notes }: BootstrapContext, { state }: BootstrapRecord) {
  await s3.enableVersioning(state);
  notes.state.add(VERSIONED);
  return {};
}

async function createRepository({ repositories, created }: BootstrapContext) {
  const { registryId, url, existed } = await repositories.create(REPOSITORY);
  if (!existed) created.add(url);
  return { assetEcrRegistryId: registryId, assetEcrUrl: url };
}

/** SST deletes the newer bucket with everything in it, and the parameter. Here both stay, and a warning names the bucket. */
async function adoptLegacyAssetBucket(context: BootstrapContext, { asset }: BootstrapRecord) {
  const legacy = await legacyAssetBucket(context);
  if (legacy === undefined || legacy === asset) return {};
  context.candidates.add(asset);
  return { asset: legacy };
}

function tlsAction(kind: BucketKind): StepAction {
  return {
    on: kind,
    run: async ({ s3, created, access, notes }, { [kind]: name }) => {
      // A bucket from before might have a policy of its own, which SST replaces. If the role is allowed to read it, it is kept.
      const existing = created.has(name) ? undefined : await orDenied(s3.policy(name));
      const readable = existing instanceof Denied ? undefined : existing;
      const policy = requiringTls(readable, name, access.identity.partition);
      if (policy !== undefined) await s3.putPolicy(name, policy);
      notes[kind].add(TLS_ONLY);
      return {};
    },
  };
}
