import type { Transport } from '../aws/transport.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import type { SessionSource } from './source.ts';

/** What `obtainSession` needs. */
export interface SessionRequest extends CredentialInputs {
  /** Where the session comes from, as `planSession` returns it. */
  readonly source: SessionSource;
  /** The region whose STS is asked: `aws-region`, or the one that SST will use, known once the config was read. */
  readonly region: string | Promise<string>;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly transport: Transport;
  readonly log: Log;
  /** Registers a secret with the runner. Called before anything can print the secret. */
  readonly mask: (secret: string) => void;
}
