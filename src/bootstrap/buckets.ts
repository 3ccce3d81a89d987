import { Denied, orDenied, orRefused } from '../aws/errors.ts';
import { denied } from '../aws/messages.ts';
import { Failure } from '../failure.ts';
import type { BootstrapContext } from './context.ts';
import { nameTaken, reservedNamesUnreadable } from './messages.ts';
import {
  accountRegionalNames,
  type BucketKind,
  type BucketNames,
  parseNames,
  RESERVED_NAMES,
  unguessableNames,
} from './names.ts';
import type { BootstrapRecord } from './record.ts';

/**
 * Makes sure that there is a bucket of that kind.
 *
 * @param recorded the bucket's name in the record; empty if it has none.
 * @returns the bucket's name: the recorded one, unless another account has taken it.
 * @throws Refused or Denied if AWS refuses; Failure if no name is available.
 */
export async function provideBucket(context: BootstrapContext, kind: BucketKind, recorded: string) {
  if (recorded !== '' && (await provide(context, recorded))) return recorded;
  const legacy = kind === 'asset' ? await legacyAssetBucket(context) : undefined;
  if (legacy !== undefined) return legacy;
  context.bucketNames ??= preferredNames(context);
  const preferred = (await context.bucketNames)[kind];
  if (await provide(context, preferred)) return preferred;
  context.log.info(`S3 does not accept the account-regional name ${preferred} here.`);
  context.bucketNames = reservedNames(context);
  const reserved = (await context.bucketNames)[kind];
  if (preferred !== reserved && (await provide(context, reserved))) return reserved;
  throw new Failure(nameTaken(reserved, context.access));
}

/** @returns whether the bucket exists now; false if S3 does not let the account have the name. */
async function provide(
  { access, s3, log, created, ownBuckets }: BootstrapContext,
  name: string,
): Promise<boolean> {
  // Looked for first: in us-east-1, creating a bucket that the account owns resets its access control list.
  const found = await s3.find(name);
  // Nobody else can have a name that was chosen here, and a refused one of the record is not replaced: the look-up is denied.
  if (found.is === 'refused') throw new Failure(denied(found.permission, undefined, access));
  if (found.is === 'missing') {
    const regional = Object.values(accountRegionalNames(access) ?? {}).includes(name);
    if (!(await s3.create(name, regional ? 'account-regional' : undefined))) return false;
    created.add(name);
    log.info(`Created the bucket ${name}.`);
  } else if (found.is !== 'present') return false;
  ownBuckets.add(name);
  return true;
}

async function preferredNames(context: BootstrapContext): Promise<BucketNames> {
  return accountRegionalNames(context.access) ?? reservedNames(context);
}

/**
 * Names that are written to a parameter before the buckets are created. The first job's names win, and every other job
 * creates the same buckets, so that none is left over if a job crashes at any point.
 */
async function reservedNames({ parameters, access }: BootstrapContext): Promise<BucketNames> {
  const names = unguessableNames();
  const written = await parameters.write(RESERVED_NAMES, JSON.stringify(names), {
    Overwrite: false,
    Description: 'Names of the SST bootstrap buckets of this region, chosen before they were created',
  });
  if (written) return names;
  const reserved = parseNames((await parameters.read([RESERVED_NAMES])).get(RESERVED_NAMES)?.value ?? '');
  if (reserved === undefined) throw new Failure(reservedNamesUnreadable(RESERVED_NAMES, access));
  return reserved;
}

/** The parameter in which SST kept the asset bucket's name before step 3. */
const LEGACY_ASSET = '/sst/bootstrap/asset';

/** The asset bucket of the legacy bootstrap; undefined if there is none that can be used. Asked once per context. */
export function legacyAssetBucket(context: BootstrapContext): Promise<string | undefined> {
  context.legacyAssetBucket ??= findLegacy(context);
  return context.legacyAssetBucket;
}

async function findLegacy({ parameters, s3, log }: BootstrapContext): Promise<string | undefined> {
  const read = await orDenied(parameters.read([LEGACY_ASSET]));
  if (read instanceof Denied) {
    // Only the ManageSecrets part of SST's policy grants it. Accounts of the last two years have no such parameter.
    log.debug(`${LEGACY_ASSET} not checked: ${read.permission.action} is not granted on it.`);
    return undefined;
  }
  const bucket = bucketIn(read.get(LEGACY_ASSET)?.value);
  if (bucket === undefined) return undefined;
  const found = await s3.find(bucket);
  log.info(`${LEGACY_ASSET} names the asset bucket ${bucket}, which is ${found.is}.`);
  return found.is === 'present' ? bucket : undefined;
}

/** The bucket that the parameter's JSON names; undefined if it names none. */
function bucketIn(text = ''): string | undefined {
  try {
    const { bucket } = JSON.parse(text);
    return typeof bucket === 'string' && /^[\w.-]+$/.test(bucket) ? bucket : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Removes the buckets that this run created and that no record names, if that is safe: S3 says that the bucket is empty,
 * and the record is the first version of its parameter, so that nobody can have read the name from an earlier one.
 *
 * @returns the names of those that remain, and of those that an earlier run left under names of its choice.
 */
export async function removeUnusedBuckets(
  { access, s3, created, ownBuckets, replacedBuckets, log }: BootstrapContext,
  { asset, state }: BootstrapRecord,
  parameterVersion: number,
): Promise<readonly string[]> {
  const earlier = Object.values(accountRegionalNames(access) ?? {});
  const candidates = new Set([...ownBuckets, ...replacedBuckets, ...earlier]);
  const unnamed = [...candidates].filter(name => !['', asset, state].includes(name));
  const remaining = unnamed.map(async name => {
    if (created.has(name) && parameterVersion === 1) {
      if ((await orRefused(s3.remove(name))) !== true) return name;
      log.info(`Removed the empty bucket ${name}, which no record names.`);
      return [];
    }
    const found = await orRefused(s3.find(name));
    return 'is' in found && found.is === 'present' ? name : [];
  });
  return (await Promise.all(remaining)).flat();
}
