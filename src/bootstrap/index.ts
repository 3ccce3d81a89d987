import type { Access, Transport } from '../aws/access.ts';
import { Denied, Refused } from '../aws/errors.ts';
import { denied, requestFailed } from '../aws/messages.ts';
import { whileIdle } from '../aws/rehearsal.ts';
import { rehearseParameters } from '../aws/ssm.ts';
import { Failure } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { Deployment } from '../sst/deployment.ts';
import { decide } from './decide.ts';
import { ensure } from './ensure.ts';
import { type Deploying, settled } from './inspect.ts';
import { LOG } from './log-messages.ts';
import { reportOn } from './report.ts';
import { Site } from './services.ts';
import type { BootstrapMode, BootstrapReport } from './status.ts';

export interface BootstrapRequest {
  readonly mode: Exclude<BootstrapMode, 'skip'>;
  /** The session that SST will end in, and the region that it will use. */
  readonly access: Access;
  /** Whose state is looked at besides (lock, passphrase), where app and stage are known. */
  readonly deployment: Pick<Deployment, 'app' | 'stage' | 'home'>;
  readonly log: Log;
}

/**
 * Verifies, or completes, the SST bootstrap of the account and region of `access`; see docs/bootstrap.md.
 *
 * @returns what was found and done, with the failure in it where the step must stop.
 * @throws Failure where it could not be found out: not allowed, not reachable.
 */
export async function checkBootstrap(request: BootstrapRequest): Promise<BootstrapReport> {
  const { mode, access, deployment, log } = request;
  log.info(LOG.begin(access, mode));
  try {
    const site = new Site(access, log);
    const deploying = deployingOf(deployment);
    const report = await (mode === 'verify' ? verify(site, deploying) : ensure(site, deploying));
    for (const { resource, name, state, notes } of report.checks)
      log.info(LOG.check(resource, name, state, notes));
    log.info(LOG.end(report.status));
    return report;
  } catch (error) {
    throw failureOf(error, access);
  }
}

/**
 * Rehearses the first request of a check.
 *
 * @param answered aborted when there is no time for it any more.
 */
export function prepareCheck(transport: Transport, answered: AbortSignal): Promise<void> {
  return whileIdle(answered, [() => rehearseParameters(transport)]);
}

/** What SST will deploy, where its lock and its passphrase are in this account: another home keeps them elsewhere. */
function deployingOf({ app, stage, home = 'aws' }: BootstrapRequest['deployment']): Deploying | undefined {
  return app !== undefined && stage !== undefined && home === 'aws' ? { app, stage: stage.name } : undefined;
}

/** Reads, and changes nothing. */
async function verify(site: Site, deploying: Deploying | undefined): Promise<BootstrapReport> {
  const seen = await settled(site, deploying);
  return reportOn(site, seen, { status: decide(seen.found).status, deploying });
}

function failureOf(error: unknown, access: Access): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof Denied) return new Failure(denied(error.permission, error.because, access), error);
  if (error instanceof Refused) return new Failure(requestFailed(error, access), error);
  return error;
}
