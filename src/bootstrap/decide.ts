import type { BootstrapRecord } from './record.ts';
import { isLost, RESOURCE_KINDS, RESOURCES, type ResourceStates } from './resources.ts';
import type { FoundStatus, Outcome } from './status.ts';
import { type BootstrapStep, STEPS } from './steps.ts';

interface FoundParameter {
  /** Its value; undefined if there is no parameter. */
  readonly text?: string;
  /** Whether it is a SecureString. */
  readonly encrypted?: boolean;
}

/** A record, and its resources. */
export interface FoundRecord extends FoundParameter {
  readonly record: 'read';
  readonly parameterVersion: number;
  readonly value: BootstrapRecord;
  readonly resources: ResourceStates;
}

/** What was found in the account and region. `absent`: also a record in which no step is done: SST would run them all. */
export type Found =
  | (FoundParameter & { readonly record: 'absent'; readonly start: BootstrapRecord })
  | (FoundParameter & { readonly record: 'unreadable'; readonly why: string })
  | FoundRecord;

/** What `ensure` does about it. */
export interface Remedy {
  readonly outcome: Outcome;
  readonly steps: readonly BootstrapStep[];
  /** The record to start from. */
  readonly start: BootstrapRecord;
}

/** What follows from what was found: the status, and what `ensure` can do about it, if anything. */
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
  return found.encrypted ? { status: verdict.status } : verdict;
}

function verdictOn(found: Found): Verdict {
  if (found.record === 'unreadable') return { status: 'broken' };
  if (found.record === 'absent')
    return { status: 'missing', remedy: { outcome: 'created', steps: STEPS, start: found.start } };
  const { value, resources } = found;
  const missingSteps = STEPS.slice(value.version);
  const lost = RESOURCE_KINDS.filter(kind => isLost(resources[kind]));
  if (!lost.every(kind => RESOURCES[kind].canBeRecreated(resources[kind]))) return { status: 'broken' };
  if (lost.length > 0) {
    // The parts of the finished steps that created what is lost.
    const recreating = STEPS.slice(0, value.version).map(({ title, actions }) => ({
      title,
      actions: actions.filter(({ on }) => lost.includes(on)),
    }));
    const steps = [...recreating, ...missingSteps];
    return { status: 'broken', remedy: { outcome: 'repaired', steps, start: value } };
  }
  if (missingSteps.length === 0) return { status: 'ready' };
  return { status: 'outdated', remedy: { outcome: 'upgraded', steps: missingSteps, start: value } };
}
