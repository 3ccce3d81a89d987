import type { Failure, Problem } from '../failure.ts';

/** What the outputs, the summary and the comment say about the stage. */
export interface StageReport {
  /** Whether the stage was deployed before; undefined if that was not checked. */
  readonly exists: boolean | undefined;
  readonly lock: 'none' | 'held' | 'removed' | 'not checked';
  /** The output `locked-by`: empty if there is no lock, or none was looked for. */
  readonly lockedBy: string;
  /** What is known of the stage, as clauses for one line. */
  readonly facts: readonly string[];
  readonly notices: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Why the step must stop. */
  readonly failure?: Failure;
}
