import type { Parameter } from '../aws/ssm.ts';
import type { StageSeen } from '../stage/stage.ts';
import type { BootstrapRecord } from './record.ts';
import { isLost, RESOURCE_KINDS, RESOURCES, type ResourceStates } from './resources.ts';
import type { FoundStatus, Outcome } from './status.ts';
import { type BootstrapStep, STEPS } from './steps.ts';

/** What was found in the account and region. */
export interface Found {
  readonly parameter?: Parameter;
  /** Empty if there is no parameter, or if it cannot be read. */
  readonly record: BootstrapRecord;
  /** Why SST cannot read the record, as the end of a sentence. */
  readonly unreadable?: string;
  /** Undefined if no step is done, so that SST would run them all; or if the record cannot be read. */
  readonly resources?: ResourceStates;
  /** The stage that will be deployed; undefined if nothing was looked for. */
  readonly stage?: StageSeen;
}

/** What `ensure` can do about it. */
export interface Remedy {
  readonly outcome: Outcome;
  readonly steps: readonly BootstrapStep[];
}

interface Verdict {
  readonly status: FoundStatus;
  readonly remedy?: Remedy;
}

/**
 * The bootstrap's one decision table. `verify` ends with the status, and stops if it is missing or broken. `ensure`
 * applies the remedy and looks again; without a remedy it ends with the status.
 *
 * | found | status | remedy |
 * |---|---|---|
 * | no record, or one of version 0 that names no state bucket | missing | created: all steps |
 * | a record that is unreadable | broken | none |
 * | the state bucket missing, elsewhere or refused | broken | none |
 * | the asset bucket refused | broken | none |
 * | the asset bucket or the repository missing or elsewhere | broken | repaired: the steps that created it, then the missing steps |
 * | all present, the version below the number of steps | outdated | upgraded: the missing steps |
 * | all present, the version that number or above | ready | none |
 *
 * A record in a SecureString has the same status and no remedy: AWS does not let a parameter change its type, and writing
 * a SecureString would replace its KMS key, unless the key is known.
 */
export function decide(found: Found): Verdict {
  const verdict = verdictOn(found);
  return found.parameter?.secure ? { status: verdict.status } : verdict;
}

function verdictOn({ record, unreadable, resources }: Found): Verdict {
  if (unreadable !== undefined) return { status: 'broken' };
  if (!resources) return { status: 'missing', remedy: { outcome: 'created', steps: STEPS } };
  const missingSteps = STEPS.slice(record.version);
  const lost = RESOURCE_KINDS.filter(kind => isLost(resources[kind]));
  if (!lost.every(kind => RESOURCES[kind].canBeRecreated(resources[kind]))) return { status: 'broken' };
  if (lost.length > 0) {
    // The parts of the finished steps that created what is lost.
    const recreating = STEPS.slice(0, record.version).map(({ title, actions }) => ({
      title,
      actions: actions.filter(({ on }) => lost.includes(on)),
    }));
    return { status: 'broken', remedy: { outcome: 'repaired', steps: [...recreating, ...missingSteps] } };
  }
  if (missingSteps.length === 0) return { status: 'ready' };
  return { status: 'outdated', remedy: { outcome: 'upgraded', steps: missingSteps } };
}
