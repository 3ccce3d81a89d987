import type { Transport } from '../aws/access.ts';
import type { CredentialInputs } from '../inputs.ts';
import type { Log } from '../report/journal.ts';
import type { Session } from './session.ts';

export interface SessionRequest extends CredentialInputs {
  /** The region whose STS is asked: `aws-region`, or the one that SST will use, known once the config was read. */
  readonly region: string | Promise<string>;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly transport: Transport;
  readonly log: Log;
  /** Registers a secret with the runner; called before the secret can be printed by anything. */
  readonly mask: (secret: string) => void;
}

/** Obtains the session that the inputs ask for. */
export async function obtainSession(_request: SessionRequest): Promise<Session> {
  throw new Error('not built yet');
}
