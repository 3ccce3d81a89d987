import type { Access } from '../aws/access.ts';
import type { Log } from '../github/log.ts';
import type { BootstrapMode, NewStageMode } from '../inputs/inputs.ts';
import type { Deployment } from '../sst/deployment.ts';
import type { AppStage } from '../stage/stage.ts';
import { failureFor } from './aws-failure.ts';
import { type BootstrapContext, openContext } from './context.ts';
import { decide } from './decide.ts';
import { ensure } from './ensure.ts';
import { inspectUntilStable } from './inspect.ts';
import { LOG } from './log-messages.ts';
import { reportOn } from './report.ts';
import type { BootstrapReport } from './status.ts';

export interface BootstrapRequest {
  readonly mode: Exclude<BootstrapMode, 'skip'>;
  /** `fail`: no bootstrap is created, since the stage cannot have been deployed there. */
  readonly newStage?: NewStageMode;
  /** The session that SST ends up with, and the region that it uses. */
  readonly access: Access;
  /** The stage that is looked at besides, if app and stage are known. */
  readonly deployment: Pick<Deployment, 'app' | 'stage' | 'home'>;
  readonly log: Log;
}

/**
 * Verifies, or completes, the SST bootstrap of the account and region of `access` (docs/bootstrap.md).
 *
 * @returns what was found and done, with the failure in it if the step must stop.
 * @throws Failure if it could not be found out: not allowed, or not reachable.
 */
export async function checkBootstrap(request: BootstrapRequest): Promise<BootstrapReport> {
  const { mode, newStage, access, deployment, log } = request;
  log.info(LOG.begin(access, mode));
  try {
    const context = await openContext(access, log, appStageOf(deployment), newStage);
    const report = await (mode === 'verify' ? verify(context) : ensure(context));
    for (const { resource, name, state, notes } of report.checks)
      log.info(LOG.check(resource, name, state, notes));
    log.info(LOG.end(report.status));
    return report;
  } catch (error) {
    throw failureFor(error, access);
  }
}

/** The stage that SST will deploy, if its state is in this account: another home keeps it elsewhere. */
function appStageOf({ app, stage, home = 'aws' }: BootstrapRequest['deployment']): AppStage | undefined {
  return app !== undefined && stage !== undefined && home === 'aws' ? { app, stage: stage.name } : undefined;
}

/** Reads, and changes nothing. */
async function verify(context: BootstrapContext): Promise<BootstrapReport> {
  const inspected = await inspectUntilStable(context);
  return reportOn(context, inspected, { status: decide(inspected.found).status });
}
