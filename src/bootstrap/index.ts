import type { Access } from '../aws/access.ts';
import type { Log } from '../report/journal.ts';
import type { Deployment } from '../sst/deployment.ts';
import type { BootstrapMode, BootstrapReport } from './status.ts';

export interface BootstrapRequest {
  readonly mode: BootstrapMode;
  /** The session that SST will end in, and the region that it will use. */
  readonly access: Access;
  /** Whose state is looked at besides (lock, passphrase), where app and stage are known. */
  readonly deployment: Pick<Deployment, 'app' | 'stage'>;
  readonly log: Log;
}

/** Verifies, or completes, the SST bootstrap of the account and region of `access`. */
export async function checkBootstrap(_request: BootstrapRequest): Promise<BootstrapReport> {
  throw new Error('not built yet');
}
