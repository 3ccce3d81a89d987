import { randomInt } from 'node:crypto';
import type { Where } from '../aws/messages.ts';

/** The SSM parameter in which SST records what it has bootstrapped in a region. */
export const RECORD = '/sst/bootstrap';

/** The ECR repository's name in every account and region. */
export const REPOSITORY = 'sst-asset';

export type BucketKind = 'asset' | 'state';

export type BucketNames = Readonly<Record<BucketKind, string>>;

/**
 * The SSM parameter that reserves the names of the buckets in a region without account-regional names, before the
 * buckets exist. SST's policy grants reading and writing below `/sst/passphrase/`, and no app can be called
 * `_bootstrap`, because an app's name begins with a letter.
 */
export const RESERVED_NAMES = '/sst/passphrase/_bootstrap/names';

/** S3 user guide, "Namespaces for general purpose buckets": every region but Bahrain and UAE has them. */
const WITHOUT_NAMESPACE = new Set(['me-south-1', 'me-central-1']);

/** Whether S3 has account-regional names in the region. An endpoint that is not AWS's own might still refuse them. */
export function hasAccountRegionalNames(region: string): boolean {
  return !WITHOUT_NAMESPACE.has(region);
}

/** The names that only this account can create in this region. They are the same for every job. */
export function accountRegionalNames({ identity, region }: Where): BucketNames {
  const suffix = `${identity.account}-${region}-an`;
  return { asset: `sst-asset-${suffix}`, state: `sst-state-${suffix}` };
}

/** Names that nobody can guess, so that no other account can take them before the buckets are created. */
export function unguessableNames(random: (below: number) => number = randomInt): BucketNames {
  const letters = Array.from({ length: 20 }, () => String.fromCharCode(97 + random(26))).join('');
  return { asset: `sst-asset-${letters}`, state: `sst-state-${letters}` };
}

/** Reads the value of the parameter RESERVED_NAMES; undefined if it does not hold two names of ours. */
export function parseNames(text: string): BucketNames | undefined {
  try {
    const { asset, state } = JSON.parse(text) as Partial<Record<BucketKind, unknown>>;
    const valid = /^sst-(asset|state)-[a-z]{12,}$/;
    if (typeof asset !== 'string' || typeof state !== 'string') return undefined;
    return valid.test(asset) && valid.test(state) && asset !== state ? { asset, state } : undefined;
  } catch {
    return undefined;
  }
}
