import { openRepositories } from '../aws/ecr.ts';
import type { Access } from '../aws/identity.ts';
import { openS3 } from '../aws/s3.ts';
import { openParameters } from '../aws/ssm.ts';
import type { Log } from '../github/log.ts';
import type { BootstrapMode, NewStageMode } from '../inputs/inputs.ts';
import type { Deployment } from '../sst/deployment.ts';
import { stageLook } from '../stage/look.ts';

export interface BootstrapRequest {
  readonly mode: Exclude<BootstrapMode, 'skip'>;
  /** `fail`: no bootstrap is created for a stage that was never deployed. */
  readonly newStage?: NewStageMode;
  /** The session that SST ends up with, and the region that it uses. */
  readonly access: Access;
  /** The stage that is looked at besides, if app and stage are known. */
  readonly deployment: Pick<Deployment, 'app' | 'stage' | 'home'>;
  readonly log: Log;
}

/** One check of the bootstrap of one account and region: its AWS clients, and what it has done so far. */
export type BootstrapContext = Awaited<ReturnType<typeof openContext>>;

export async function openContext({ access, log, deployment, newStage = 'allow' }: BootstrapRequest) {
  const { app, stage, home = 'aws' } = deployment;
  const [parameters, s3, repositories] = await Promise.all([
    openParameters(access),
    openS3(access),
    openRepositories(access),
  ]);
  return {
    ...{ access, log, newStage, parameters, s3, repositories },
    /** Undefined if app or stage are not known, or another home keeps the state elsewhere. */
    stage: app && stage && home === 'aws' ? stageLook({ app, stage: stage.name }, s3) : undefined,
    /** The names of the resources that this run has created. */
    created: new Set<string>(),
    /** The buckets that the record named or this run chose, and that exist: a record might not name them in the end. */
    candidates: new Set<string>(),
    notes: { state: new Set<string>(), asset: new Set<string>(), repository: new Set<string>() },
  };
}
