import type { Access } from '../aws/identity.ts';
import type { Where } from '../aws/messages.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { BootstrapContext } from './context.ts';
import { type BootstrapRecord, type BucketKind, RECORD } from './record.ts';

/** The ECR repository's name in every account and region. */
export const REPOSITORY = 'sst-asset';

/** Whether a resource that the record names exists, in this account and region. */
export type ResourceState =
  | BucketFound
  /** `foreign`: of another account or region, to which SST would push images all the same. `to come`: by a later step. */
  | { readonly is: 'foreign' | 'to come' };

/** One resource of the bootstrap: everything that differs from the others but the steps that create it. */
interface Resource {
  /** Its name in the log and in the summary's table. */
  readonly label: string;
  readonly nameIn: (record: BootstrapRecord) => string;
  readonly find: (context: BootstrapContext, record: BootstrapRecord) => Promise<ResourceState>;
  /** Whether `ensure` is allowed to recreate it if it is in that state. */
  readonly canBeRecreated: (state: ResourceState) => boolean;
}

export type ResourceKind = 'state' | 'asset' | 'repository';

/** The resources, in the order of the summary's table. */
export const RESOURCES: Readonly<Record<ResourceKind, Resource>> = {
  state: {
    ...bucket('state'),
    // An empty state bucket in the place of a lost one would make SST think that nothing is deployed.
    canBeRecreated: () => false,
  },
  asset: {
    ...bucket('asset'),
    // It holds only copies. But a bucket that S3 refuses might exist, with the objects that belong in it.
    canBeRecreated: state => state.is !== 'refused',
  },
  repository: {
    label: 'repository',
    nameIn: record => record.assetEcrUrl,
    find: findRepository,
    canBeRecreated: () => true,
  },
};

export const RESOURCE_KINDS = Object.keys(RESOURCES) as readonly ResourceKind[];

/** The state of every resource that a record names. */
export type ResourceStates = Readonly<Record<ResourceKind, ResourceState>>;

/** Whether the resource is missing at the place that the record names. */
export function isLost({ is }: ResourceState): boolean {
  return is !== 'present' && is !== 'to come';
}

/** What is wrong with a lost resource, as a clause. */
export function lossOf(kind: ResourceKind, state: ResourceState, record: BootstrapRecord, where: Where) {
  const { label, nameIn } = RESOURCES[kind];
  const name = nameIn(record);
  if (name === '') return `${RECORD} names no ${label}`;
  const named = `the ${label} ${name}`;
  if (state.is === 'elsewhere') return `${named} is in the region ${state.region}, not in ${where.region}`;
  if (state.is === 'foreign') return `${named} is of another account or region`;
  if (state.is === 'refused')
    return `S3 refuses access to ${named} (403): it belongs to another account than ${where.identity.account}, or the role is not allowed to ${state.permission.action} on it`;
  return `${named}, which ${RECORD} names, does not exist`;
}

function bucket(kind: BucketKind): Omit<Resource, 'canBeRecreated'> {
  return {
    label: `${kind} bucket`,
    nameIn: record => record[kind],
    find: async ({ s3 }, record) => (record[kind] === '' ? { is: 'missing' } : s3.find(record[kind])),
  };
}

async function findRepository({ access, repositories }: BootstrapContext, record: BootstrapRecord) {
  if (record.assetEcrUrl === '') return { is: record.version < 2 ? 'to come' : 'missing' } as const;
  if (isForeign(record, access)) return { is: 'foreign' } as const;
  return { is: (await repositories.find(REPOSITORY)) ? 'present' : 'missing' } as const;
}

/** Whether the record's repository is of another account or region: `<account>.dkr.ecr.<region>.amazonaws.com/sst-asset`. */
function isForeign({ assetEcrRegistryId, assetEcrUrl }: BootstrapRecord, { identity, region }: Access) {
  if (assetEcrRegistryId !== identity.account) return true;
  const [, account, place] = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(assetEcrUrl) ?? [];
  return account !== undefined && (account !== identity.account || place !== region);
}
