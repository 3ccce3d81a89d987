import { Refused } from '../aws/errors.ts';
import type { Buckets } from '../aws/s3.ts';
import type { Found } from './decide.ts';
import { LOG } from './log-messages.ts';
import { accountRegionalNames, hasAccountRegionalNames } from './names.ts';
import type { Site } from './services.ts';

/**
 * Removes the buckets that this run made and that no record came to name, where that is safe, and finds those that an
 * earlier run left.
 *
 * Safe means: S3 says that they are empty, and the record that stands is the first that was ever written, so that
 * nobody can have read their names from one and be about to use them.
 *
 * @returns the buckets that are left.
 */
export async function clearAway(site: Site, found: Found): Promise<readonly string[]> {
  if (found.record !== 'read') return [];
  const named = new Set([found.value.asset, found.value.state]);
  const unnamed = (buckets: Iterable<string>) =>
    [...buckets].filter(bucket => bucket !== '' && !named.has(bucket));
  const buckets = site.buckets;
  const made = unnamed(site.made);
  const others = unnamed([...site.abandoned, ...own(site)]).filter(bucket => !made.includes(bucket));
  const left = await Promise.all([
    ...made.map(async bucket => {
      const removed = found.parameterVersion === 1 && (await remove(buckets, bucket));
      if (removed) site.log.info(LOG.removed(bucket));
      return removed ? [] : [bucket];
    }),
    ...[...new Set(others)].map(async bucket => ((await isThere(buckets, bucket)) ? [bucket] : [])),
  ]);
  return left.flat();
}

/** The names that a run before this one would have given its buckets. */
function own({ access }: Site): readonly string[] {
  if (!hasAccountRegionalNames(access.region)) return [];
  return Object.values(accountRegionalNames(access.identity.account, access.region));
}

async function remove(buckets: Buckets, bucket: string): Promise<boolean> {
  try {
    return (await buckets.remove(bucket)) === 'removed';
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

async function isThere(buckets: Buckets, bucket: string): Promise<boolean> {
  try {
    return (await buckets.find(bucket)).is === 'present';
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
