import { randomInt } from 'node:crypto';
import { Denied, orDenied, orRefused, Refused } from '../aws/errors.ts';
import { denied, type Where } from '../aws/messages.ts';
import { Failure } from '../failure.ts';
import { objectIn } from '../json.ts';
import type { BootstrapContext } from './context.ts';
import { nameTaken, reservedNamesUnreadable } from './messages.ts';
import type { BootstrapRecord, BucketKind } from './record.ts';

type BucketNames = Readonly<Record<BucketKind, string>>;

/**
 * The SSM parameter that reserves the names of the buckets in a region without account-regional names, before the
 * buckets exist. SST's policy grants reading and writing below `/sst/passphrase/`, and no app can be called
 * `_bootstrap`, because an app's name begins with a letter.
 */
export const RESERVED_NAMES = '/sst/passphrase/_bootstrap/names';

/** S3 user guide, "Namespaces for general purpose buckets": every region but Bahrain and UAE has them. */
const WITHOUT_NAMESPACE = ['me-south-1', 'me-central-1'];

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
  const regional = accountRegionalNames(context.access)?.[kind];
  if (regional !== undefined) {
    if (await provide(context, regional)) return regional;
    context.log.info(`S3 does not accept the account-regional name ${regional} here.`);
  }
  const reserved = (await reservedNames(context))[kind];
  if (await provide(context, reserved)) return reserved;
  throw new Failure(nameTaken(reserved, context.access));
}

/** @returns whether the bucket exists now; false if S3 does not let the account have the name. */
async function provide({ access, s3, log, created, candidates }: BootstrapContext, name: string) {
  // Looked for first: in us-east-1, creating a bucket that the account owns resets its access control list.
  const found = await s3.find(name);
  // Nobody else can have a name that was chosen here, and a refused one of the record is not replaced: the look-up is denied.
  if (found.is === 'refused') throw new Failure(denied(found.permission, undefined, access));
  if (found.is === 'elsewhere') return false;
  if (found.is === 'missing') {
    const regional = Object.values(accountRegionalNames(access) ?? {}).includes(name);
    if (!(await s3.create(name, regional ? 'account-regional' : undefined))) return false;
    created.add(name);
    log.info(`Created the bucket ${name}.`);
  }
  candidates.add(name);
  return true;
}

/** The names that only this account can create in this region; undefined if AWS has none. Other endpoints might refuse them. */
export function accountRegionalNames({ identity, region }: Where): BucketNames | undefined {
  return WITHOUT_NAMESPACE.includes(region) ? undefined : namesWith(`${identity.account}-${region}-an`);
}

/** Names that nobody can guess, so that no other account can take them before the buckets are created. */
export function unguessableNames(): BucketNames {
  return namesWith(Array.from({ length: 20 }, () => String.fromCharCode(97 + randomInt(26))).join(''));
}

/** Reads the value of the parameter RESERVED_NAMES; undefined if it does not hold names of ours. */
export function parseNames(text: string): BucketNames | undefined {
  const letters = /^\{"asset":"sst-asset-([a-z]{12,})","state":"sst-state-\1"\}$/.exec(text)?.[1];
  return letters === undefined ? undefined : namesWith(letters);
}

function namesWith(suffix: string): BucketNames {
  return { asset: `sst-asset-${suffix}`, state: `sst-state-${suffix}` };
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

/** The asset bucket of the legacy bootstrap; undefined if there is none that can be used. */
export async function legacyAssetBucket(context: BootstrapContext): Promise<string | undefined> {
  const { parameters, s3, log } = context;
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
  const bucket = objectIn(text)?.['bucket'];
  return typeof bucket === 'string' && /^[\w.-]+$/.test(bucket) ? bucket : undefined;
}

/**
 * Removes the buckets that this run created and that no record names, if that is safe: S3 says that the bucket is empty,
 * and the record is the first version of its parameter, so that nobody can have read the name from an earlier one.
 *
 * @returns the names of those that remain, and of those that an earlier run left under names of its choice.
 */
export async function removeUnusedBuckets(
  { access, s3, created, candidates, log }: BootstrapContext,
  { asset, state }: BootstrapRecord,
  isFirstRecord: boolean,
): Promise<readonly string[]> {
  const earlier = Object.values(accountRegionalNames(access) ?? {});
  const unnamed = [...new Set([...candidates, ...earlier])].filter(
    name => !['', asset, state].includes(name),
  );
  const remaining = unnamed.map(async name => {
    const found = await orRefused(s3.find(name));
    if (found instanceof Refused || found.is !== 'present') return [];
    const canGo = created.has(name) && isFirstRecord;
    if (!canGo || (await orRefused(s3.remove(name))) !== true) return name;
    log.info(`Removed the empty bucket ${name}, which no record names.`);
    return [];
  });
  return (await Promise.all(remaining)).flat();
}
