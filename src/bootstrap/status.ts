import type { Where } from '../aws/messages.ts';
import type { Failure, Problem } from '../failure.ts';
import type { StageSeen } from '../stage/stage.ts';
import type { BootstrapRecord } from './record.ts';

export type FoundStatus = 'ready' | 'outdated' | 'missing' | 'broken';

/** What `ensure` has done about it. */
export type Outcome = 'created' | 'upgraded' | 'repaired';

/** The values of the output `bootstrap-status`. */
export type BootstrapStatus = FoundStatus | Outcome | 'skipped';

/** One row of the summary's bootstrap table. */
export interface ResourceCheck {
  /** `record`, `state bucket`, `asset bucket` or `repository`. */
  readonly resource: string;
  readonly name: string;
  readonly state: 'present' | 'created' | 'repaired' | 'missing' | 'elsewhere' | 'not checked';
  /** More facts about it: `versioned`, `refuses plain HTTP`, `versioning not checked (s3:GetBucketVersioning)`. */
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
  readonly notices?: readonly Problem[];
  /** What was seen of the stage that will be deployed, in the same requests; undefined if nothing was looked for. */
  readonly stage?: StageSeen;
  /** Why the step must stop. The report is shown and its outputs are set all the same. */
  readonly failure?: Failure;
}

export interface RegionCheck {
  readonly region: string;
  /** Absent if the bootstrap could not be checked. */
  readonly report?: BootstrapReport;
  readonly failure?: Failure;
}

/** The report on a bootstrap that was not checked. */
export function skipped({ identity, region }: Where): BootstrapReport {
  return { status: 'skipped', account: identity.account, region, checks: [], warnings: [] };
}
