import type { Log } from '../report/journal.ts';
import type { Deployment, GuardMode } from './deployment.ts';

export interface DeploymentRequest {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute: where `sst` will be run. */
  readonly workingDirectory: string;
  /** Absolute; only where the input `sst-config` names it. */
  readonly config?: string;
  /** The inputs `stage` and `aws-region`, where they were given. */
  readonly stage?: string;
  readonly region?: string;
  readonly guard: GuardMode;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Whether the session will stand in the next step's environment (`output-env-credentials`). */
  readonly exportsKeys: boolean;
  readonly log: Log;
}

/** Finds out what `sst deploy` will do in the next step; see facts in docs/profile-guard.md. */
export async function inspectDeployment(_request: DeploymentRequest): Promise<Deployment> {
  throw new Error('not built yet');
}
