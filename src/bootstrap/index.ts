import { setImmediate } from 'node:timers/promises';
import type { Access } from '../aws/access.ts';
import type { Repositories } from '../aws/ecr.ts';
import { Denied, Refused } from '../aws/refusal.ts';
import type { Buckets } from '../aws/s3.ts';
import { Failure } from '../failure.ts';
import { denied, requestFailed } from '../messages/aws.ts';
import { LOG } from '../messages/bootstrap-log.ts';
import type { Log } from '../report/journal.ts';
import type { Deployment } from '../sst/deployment.ts';
import { decide } from './decide.ts';
import { ensure } from './ensure.ts';
import { type Deploying, settled } from './inspect.ts';
import { reportOn } from './report.ts';
import { Site } from './site.ts';
import type { BootstrapMode, BootstrapReport } from './status.ts';

export interface BootstrapRequest {
  readonly mode: BootstrapMode;
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
  const { identity, region } = access;
  if (mode === 'skip') {
    return { status: 'skipped', account: identity.account, region, checks: [], warnings: [] };
  }
  log.info(LOG.begin(access, mode));
  try {
    const site = await openSite(access, log);
    const deploying = deployingOf(deployment);
    site.preload();
    const report = await (mode === 'verify' ? verify(site, deploying) : ensure(site, deploying));
    for (const { resource, name, state, notes } of report.checks)
      log.info(LOG.check(resource, name, state, notes));
    log.info(LOG.end(report.status));
    return report;
  } catch (error) {
    throw failureOf(error, access);
  }
}

/** Loads the clients that a check needs, in the order in which it needs them, where there is something else to wait for. */
export async function preloadCheck(mode: BootstrapMode): Promise<void> {
  if (mode === 'skip') return;
  for (const load of [ssm, s3, ecr]) {
    await load().catch(() => {}); // Thrown where it is needed.
    await setImmediate(); // An answer that has come meanwhile goes first.
  }
}

const ssm = () => import('../aws/ssm.ts');
const s3 = () => import('../aws/s3.ts');
const ecr = () => import('../aws/ecr.ts');

/** What SST will deploy, where its lock and its passphrase are in this account: another home keeps them elsewhere. */
function deployingOf({ app, stage, home = 'aws' }: BootstrapRequest['deployment']): Deploying | undefined {
  return app !== undefined && stage !== undefined && home === 'aws' ? { app, stage: stage.name } : undefined;
}

/** Reads, and changes nothing. */
async function verify(site: Site, deploying: Deploying | undefined): Promise<BootstrapReport> {
  const seen = await settled(site, deploying);
  return reportOn(site, seen, { status: decide(seen.found).status, deploying });
}

/** The SDK's clients are loaded when they are needed: Systems Manager's at once, the others while it answers. */
async function openSite(access: Access, log: Log): Promise<Site> {
  const { openParameters } = await ssm();
  return new Site(
    access,
    log,
    openParameters(access),
    once(async () => (await s3()).openBuckets(access)) satisfies () => Promise<Buckets>,
    once(async () => (await ecr()).openRepositories(access)) satisfies () => Promise<Repositories>,
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function failureOf(error: unknown, access: Access): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof Denied) return new Failure(denied(error.permission, error.because, access), error);
  if (error instanceof Refused) return new Failure(requestFailed(error, access), error);
  return error;
}
