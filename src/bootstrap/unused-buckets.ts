import { Refused } from '../aws/errors.ts';
import type { Buckets } from '../aws/s3.ts';
import type { BootstrapContext } from './context.ts';
import type { Found } from './decide.ts';
import { LOG } from './log-messages.ts';
import { accountRegionalNames, hasAccountRegionalNames } from './names.ts';

/**
 * Removes the buckets that this run created and that no record names, if that is safe; and finds those that an earlier
 * run left.
 *
 * Safe means: S3 says that the bucket is empty, and the record is the first version of its parameter, so that nobody can
 * have read the bucket's name from an earlier one and be about to use it.
 *
 * @returns the names of the buckets that remain.
 */
export async function removeUnusedBuckets(
  context: BootstrapContext,
  found: Found,
): Promise<readonly string[]> {
  if (found.record !== 'read') return [];
  const { buckets, created, ownBuckets, replacedBuckets, log } = context;
  const named = new Set([found.value.asset, found.value.state]);
  const unnamed = (names: Iterable<string>) => [...names].filter(name => name !== '' && !named.has(name));
  const ofThisRun = unnamed(ownBuckets).filter(name => created.has(name));
  const ofOthers = unnamed([...replacedBuckets, ...ownNames(context)]).filter(
    name => !ofThisRun.includes(name),
  );
  const remaining = await Promise.all([
    ...ofThisRun.map(async name => {
      const removed = found.parameterVersion === 1 && (await remove(buckets, name));
      if (removed) log.info(LOG.removed(name));
      return removed ? [] : [name];
    }),
    ...[...new Set(ofOthers)].map(async name => ((await exists(buckets, name)) ? [name] : [])),
  ]);
  return remaining.flat();
}

/** The names that an earlier run would have given its buckets. */
function ownNames({ access }: BootstrapContext): readonly string[] {
  if (!hasAccountRegionalNames(access.region)) return [];
  return Object.values(accountRegionalNames(access.identity.account, access.region));
}

async function remove(buckets: Buckets, name: string): Promise<boolean> {
  try {
    return (await buckets.remove(name)) === 'removed';
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

async function exists(buckets: Buckets, name: string): Promise<boolean> {
  try {
    return (await buckets.find(name)).is === 'present';
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
