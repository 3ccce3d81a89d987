import { Refused } from '../aws/errors.ts';
import type { Access } from '../aws/identity.ts';
import type { StoredObject } from '../aws/s3.ts';
import type { Session } from '../credentials/session.ts';
import type { Failure, Problem } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Update } from './updates.ts';

export interface AppStage {
  readonly app: string;
  readonly stage: string;
}

/** Whether the stage's passphrase is there: the SSM parameter that encrypts the secrets in its state. */
export type Passphrase = 'present' | 'absent' | 'not checked';

/** Everything that was seen of the stage at one time. Refused: the role is not allowed to look, or S3 did not answer. */
export interface StageSeen extends AppStage {
  /** Where its state is; '' if there is no bootstrap. */
  readonly bucket: string;
  readonly passphrase: Passphrase;
  readonly lock: StoredObject | Refused | undefined;
  /** The newest updates, newest first. */
  readonly updates: readonly Update[] | Refused;
  /** The stages of the app that have a state here; none if a passphrase already told that this stage exists. */
  readonly stages: readonly string[] | Refused;
}

export interface StageRequest extends Pick<Inputs, 'newStage' | 'staleLock' | 'githubToken'> {
  readonly seen: StageSeen;
  /** The account and region of the state. */
  readonly access: Access;
  readonly session: Pick<Session, 'expires' | 'chained' | 'inPlace'>;
  readonly environment: NodeJS.ProcessEnv;
  readonly mask: (secret: string) => void;
  readonly log: Log;
}

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
  readonly failure?: Failure;
}

/** What is seen of a stage in an account and region without a bootstrap: nothing was ever deployed there. */
export function neverDeployed({ app, stage }: AppStage): StageSeen {
  return { app, stage, bucket: '', passphrase: 'absent', lock: undefined, updates: [], stages: [] };
}

/** Whether the stage was deployed before; undefined if that could not be checked. */
export function existsIn({ stage, passphrase, stages }: StageSeen): boolean | undefined {
  if (passphrase === 'present') return true;
  return stages instanceof Refused ? undefined : stages.includes(stage);
}
