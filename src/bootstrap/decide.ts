import type { BucketFound } from '../aws/s3.ts';
import type { FullRecord } from './record.ts';
import type { BootstrapStatus } from './status.ts';
import { STEPS, type Step, type Target } from './steps.ts';

/** How the record's repository stands. */
export type RepositoryFound =
  | { readonly is: 'present' }
  | { readonly is: 'missing' }
  /** The record names one of another account or region; SST pushes images to it all the same. */
  | { readonly is: 'elsewhere' }
  /** A record before step 2: there is none to look for. */
  | { readonly is: 'to come' };

/** The resources that a record names, as they stand. */
export interface Resources {
  readonly asset: BucketFound;
  readonly state: BucketFound;
  readonly repository: RepositoryFound;
}

/** What was found in the account and region. `text` is the record's value as it stands in the parameter. */
export type Found =
  /** No parameter, or one in which no step is done (version 0): SST would do them all. */
  | { readonly record: 'absent'; readonly text?: string; readonly start: FullRecord }
  | { readonly record: 'unreadable'; readonly text: string; readonly why: string }
  /** A SecureString, which SST reads without decrypting it. */
  | { readonly record: 'encrypted'; readonly text: string }
  | {
      readonly record: 'read';
      readonly text: string;
      readonly parameterVersion: number;
      readonly value: FullRecord;
      readonly resources: Resources;
    };

/** What `ensure` does about it. */
export interface Remedy {
  readonly outcome: 'created' | 'upgraded' | 'repaired';
  /** What to do: the steps' own actions, in order. */
  readonly steps: readonly Step[];
  /** The record to start from; a resource that cannot keep its name has none in it. */
  readonly start: FullRecord;
}

/** What follows from what was found: how it stands, and what can be done about it, if anything. */
export interface Verdict {
  readonly status: 'ready' | 'outdated' | 'missing' | 'broken';
  readonly remedy?: Remedy;
}

/**
 * The bootstrap's one decision table. `verify` ends with the status, and stops where it is missing or broken;
 * `ensure` applies the remedy and looks again, and ends with the status where there is none.
 *
 * | found | status | remedy |
 * |---|---|---|
 * | no record, or one of version 0 that names no state bucket | missing | created: all steps |
 * | a record that is unreadable, or encrypted | broken | none |
 * | the state bucket missing, elsewhere or refused | broken | none |
 * | the asset bucket refused | broken | none |
 * | the asset bucket or the repository missing or elsewhere | broken | repaired: what made it, then the steps to come |
 * | all present, the version below the number of steps | outdated | upgraded: the steps to come |
 * | all present, the version that number or above | ready | none |
 */
export function decide(found: Found): Verdict {
  if (found.record === 'unreadable' || found.record === 'encrypted') return { status: 'broken' };
  if (found.record === 'absent')
    return { status: 'missing', remedy: { outcome: 'created', steps: STEPS, start: found.start } };
  const { value, resources } = found;
  const toCome = STEPS.slice(value.version);
  const gone = goneFrom(resources);
  if (gone.length > 0) {
    if (!canRebuild(resources)) return { status: 'broken' };
    const steps = [...rebuilding(gone, value.version), ...toCome];
    return {
      status: 'broken',
      remedy: { outcome: 'repaired', steps, start: withoutLostNames(value, resources) },
    };
  }
  if (toCome.length === 0) return { status: 'ready' };
  return { status: 'outdated', remedy: { outcome: 'upgraded', steps: toCome, start: value } };
}

/** The resources that are not where the record says. */
function goneFrom({ asset, state, repository }: Resources): Target[] {
  const gone: Target[] = [];
  if (asset.is !== 'present') gone.push('asset');
  if (state.is !== 'present') gone.push('state');
  if (repository.is === 'missing' || repository.is === 'elsewhere') gone.push('repository');
  return gone;
}

/** The status that `ensure` ends in: where all is well now, the strongest of what it did; else how it stands. */
export function outcomeOf(
  outcomes: readonly Remedy['outcome'][],
  standing: Verdict['status'],
): BootstrapStatus {
  const order = ['created', 'repaired', 'upgraded'] as const;
  const strongest = order.find(outcome => outcomes.includes(outcome));
  return standing === 'ready' ? (strongest ?? standing) : standing;
}

/**
 * An empty state bucket in the place of a lost one would make SST think that nothing is deployed; and a bucket that S3
 * refuses may be there, with the objects that belong in it. What holds only copies can be made anew.
 */
function canRebuild({ asset, state }: Resources): boolean {
  return state.is === 'present' && asset.is !== 'refused';
}

/** The parts of the steps already done that made what is gone. */
function rebuilding(gone: readonly Target[], done: number): Step[] {
  return STEPS.slice(0, done).map(({ title, actions }) => ({
    title,
    actions: actions.filter(({ on }) => gone.includes(on)),
  }));
}

/** A bucket of another region keeps its name there. */
function withoutLostNames(record: FullRecord, { asset }: Resources): FullRecord {
  return asset.is === 'elsewhere' ? { ...record, asset: '' } : record;
}
