import type { Access } from '../aws/access.ts';
import type { Failure, Problem } from '../failure.ts';

/** The output `bootstrap-status`. */
export type BootstrapStatus =
  | 'ready'
  | 'created'
  | 'upgraded'
  | 'repaired'
  | 'outdated'
  | 'missing'
  | 'broken'
  | 'skipped';

/** The input `bootstrap`. */
export type BootstrapMode = 'verify' | 'ensure' | 'skip';

/** The fields of `/sst/bootstrap` that the outputs and the summary show; the record itself may hold more. */
export interface BootstrapRecord {
  readonly version: number;
  readonly asset: string;
  readonly assetEcrRegistryId: string;
  readonly assetEcrUrl: string;
  readonly state: string;
}

/** One row of the summary's bootstrap table. */
export interface ResourceCheck {
  readonly resource: 'record' | 'state bucket' | 'asset bucket' | 'repository';
  readonly name: string;
  readonly state: 'present' | 'created' | 'repaired' | 'missing' | 'elsewhere' | 'not checked';
  /** What else is known of it: `versioned`, `refuses plain HTTP`, `versioning not checked (s3:GetBucketVersioning)`. */
  readonly notes: readonly string[];
}

/** What was found, and done, in one account and region. */
export interface BootstrapReport {
  readonly status: BootstrapStatus;
  readonly account: string;
  readonly region: string;
  readonly record?: BootstrapRecord;
  readonly checks: readonly ResourceCheck[];
  readonly warnings: readonly Problem[];
  /** Why the step must stop; the report is shown and its outputs set all the same. */
  readonly failure?: Failure;
}

/** A bootstrap that nobody looked at. */
export function skipped({ identity, region }: Pick<Access, 'identity' | 'region'>): BootstrapReport {
  return { status: 'skipped', account: identity.account, region, checks: [], warnings: [] };
}
