import type { Access } from '../aws/access.ts';
import type { Session } from '../credentials/session.ts';
import type { Log } from '../github/log.ts';
import type { NewStageMode, StaleLockMode } from '../inputs/inputs.ts';
import type { StageSeen } from './seen.ts';

/** What the check of a stage goes by. */
export interface StageRequest {
  /** What was seen while the bootstrap was checked. */
  readonly seen: StageSeen;
  /** The account and region of the state. */
  readonly access: Access;
  /** The session that is exported. */
  readonly session: Pick<Session, 'expires' | 'chained' | 'inPlace'>;
  readonly newStage: NewStageMode;
  readonly staleLock: StaleLockMode;
  readonly githubToken?: string | undefined;
  /** GITHUB_SERVER_URL. */
  readonly server: string;
  /** The URL of this run's attempt; undefined outside of GitHub Actions. */
  readonly ownRun: string | undefined;
  readonly mask: (secret: string) => void;
  readonly log: Log;
}
