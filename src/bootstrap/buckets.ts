import { randomInt } from 'node:crypto';
import type { Access } from '../aws/access.ts';
import { Denied } from '../aws/errors.ts';
import { denied } from '../aws/messages.ts';
import { Failure } from '../failure.ts';
import type { BootstrapContext } from './context.ts';
import { LOG, NAMES_DESCRIPTION } from './log-messages.ts';
import { nameTaken, reservedNamesUnreadable } from './messages.ts';
import {
  accountRegionalNames,
  type BucketKind,
  type BucketNames,
  hasAccountRegionalNames,
  parseNames,
  RESERVED_NAMES,
  unguessableNames,
} from './names.ts';

/**
 * Makes sure that there is a bucket of that kind.
 *
 * @param recorded the bucket's name in the record; empty if it has none.
 * @returns the bucket's name: the recorded one, unless another account has taken it.
 * @throws Refused or Denied if AWS refuses; Failure if no name is available.
 */
export async function provideBucket(
  context: BootstrapContext,
  kind: BucketKind,
  recorded: string,
): Promise<string> {
  if (recorded !== '' && (await provide(context, recorded, 'recorded'))) return recorded;
  const legacy = kind === 'asset' ? await legacyAssetBucket(context) : undefined;
  if (legacy !== undefined) return legacy;
  context.bucketNames ??= preferredNames(context);
  const preferred = (await context.bucketNames)[kind];
  if (await provide(context, preferred, 'own')) return preferred;
  context.log.info(LOG.nameRefused(preferred));
  context.bucketNames = reservedNames(context);
  const reserved = (await context.bucketNames)[kind];
  if (preferred !== reserved && (await provide(context, reserved, 'own'))) return reserved;
  throw new Failure(nameTaken(reserved, context.access));
}

/** @returns whether the bucket exists now; false if S3 does not let the account have the name. */
async function provide(
  context: BootstrapContext,
  name: string,
  chosenBy: 'recorded' | 'own',
): Promise<boolean> {
  const { access, buckets, log } = context;
  // Looked for first: in us-east-1, creating a bucket that the account owns resets its access control list.
  const found = await buckets.find(name);
  // Nobody else can have this name: S3 refuses the look-up, not the name.
  if (found.is === 'refused' && chosenBy === 'own')
    throw new Failure(denied(found.permission, undefined, access));
  if (found.is === 'missing') {
    const namespace = isAccountRegional(name, access) ? 'account-regional' : 'global';
    const creation = await buckets.create(name, namespace);
    if (creation === 'taken' || creation === 'unnamespaced') return false;
    context.created.add(name);
    log.info(LOG.created(name));
  } else if (found.is !== 'present') return false;
  context.ownBuckets.add(name);
  return true;
}

function isAccountRegional(name: string, { identity, region }: Access): boolean {
  return Object.values(accountRegionalNames(identity.account, region)).includes(name);
}

async function preferredNames(context: BootstrapContext): Promise<BucketNames> {
  const { identity, region } = context.access;
  if (!hasAccountRegionalNames(region)) return reservedNames(context);
  return accountRegionalNames(identity.account, region);
}

/**
 * Names that are written to a parameter before the buckets are created. The first job's names win, and every other job
 * creates the same buckets, so that none is left over if a job crashes at any point.
 */
async function reservedNames({ parameters, access }: BootstrapContext): Promise<BucketNames> {
  const names = unguessableNames(below => randomInt(below));
  const written = await parameters.write(RESERVED_NAMES, JSON.stringify(names), {
    overwrite: false,
    description: NAMES_DESCRIPTION,
  });
  if (written === 'written') return names;
  const text = (await parameters.read([RESERVED_NAMES])).get(RESERVED_NAMES)?.value ?? '';
  const reserved = parseNames(text);
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

async function findLegacy({ parameters, buckets, log }: BootstrapContext): Promise<string | undefined> {
  let value: string | undefined;
  try {
    value = (await parameters.read([LEGACY_ASSET])).get(LEGACY_ASSET)?.value;
  } catch (error) {
    // Only the ManageSecrets part of SST's policy grants it. Accounts of the last two years have no such parameter.
    if (!(error instanceof Denied)) throw error;
    log.debug(LOG.legacyNotChecked(LEGACY_ASSET, error.permission.action));
  }
  const bucket = bucketIn(value);
  if (bucket === undefined) return undefined;
  const found = await buckets.find(bucket);
  log.info(LOG.legacy(LEGACY_ASSET, bucket, found.is));
  return found.is === 'present' ? bucket : undefined;
}

function bucketIn(value: string | undefined): string | undefined {
  try {
    const { bucket } = JSON.parse(value ?? '') as { bucket?: unknown };
    return typeof bucket === 'string' && bucket !== '' ? bucket : undefined;
  } catch {
    return undefined;
  }
}
