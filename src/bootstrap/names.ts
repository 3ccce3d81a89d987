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
const WITHOUT_NAMESPACE = ['me-south-1', 'me-central-1'];

/**
 * The names that only this account can create in this region, the same for every job; undefined if S3 has none there.
 * An endpoint that is not AWS's own might still refuse them.
 */
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
