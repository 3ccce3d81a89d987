/** What the bootstrap's buckets are for. */
export type BucketKind = 'asset' | 'state';

/** The names of a pair. */
export type Pair = Readonly<Record<BucketKind, string>>;

/** The repository's name in every account and region. */
export const REPOSITORY = 'sst-asset';

/**
 * Where the names of the buckets are kept in a region without account-regional names, before the buckets exist. It lies
 * below `/sst/passphrase/`, where SST's policy grants reading and writing, at a place that no app can have: an app's
 * name begins with a letter.
 */
export const CLAIM = '/sst/passphrase/_bootstrap/names';

/** S3 user guide, "Namespaces for general purpose buckets": all regions but Bahrain and UAE. */
const WITHOUT_NAMESPACE = new Set(['me-south-1', 'me-central-1']);

/** Whether S3 keeps names for the account alone there. An endpoint that is not AWS' own may still refuse them. */
export function hasAccountRegionalNames(region: string): boolean {
  return !WITHOUT_NAMESPACE.has(region);
}

/** The names that only this account can create in this region, the same for every job. */
export function accountRegionalNames(account: string, region: string): Pair {
  const name = (kind: BucketKind) => `sst-${kind}-${account}-${region}-an`;
  return { asset: name('asset'), state: name('state') };
}

/** Names that nobody can guess, and so nobody can take before the bucket is made. */
export function unguessableNames(random: (below: number) => number): Pair {
  const letters = Array.from({ length: 20 }, () => String.fromCharCode(97 + random(26))).join('');
  return { asset: `sst-asset-${letters}`, state: `sst-state-${letters}` };
}

/** The claim's value. */
export function serialiseClaim({ asset, state }: Pair): string {
  return JSON.stringify({ asset, state });
}

/** Reads a claim; undefined where it is none. */
export function parseClaim(text: string): Pair | undefined {
  try {
    const { asset, state } = JSON.parse(text) as Partial<Record<BucketKind, unknown>>;
    const valid = /^sst-(asset|state)-[a-z]{12,}$/;
    if (typeof asset !== 'string' || typeof state !== 'string') return undefined;
    return valid.test(asset) && valid.test(state) && asset !== state ? { asset, state } : undefined;
  } catch {
    return undefined;
  }
}
