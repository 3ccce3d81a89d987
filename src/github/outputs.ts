import type { Identity } from '../aws/identity.ts';
import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Deployment, Override, ProfileCheck } from '../sst/deployment.ts';
import type { StageReport } from '../stage/report.ts';
import { files } from './files.ts';

// The outputs of each stage are set as soon as it has ended, so that a step that fails still says how far it came.

/** What SST will deploy, and where. */
export function setDeploymentOutputs(deployment: Deployment): void {
  setOutputs({
    stage: deployment.stage?.name ?? '',
    app: deployment.app ?? '',
    region: deployment.region.name,
  });
}

/** The profile that would have overridden the credentials, empty if there is none; or that nobody knows. */
export function setProfileOutput({ verdict }: ProfileCheck, override: Override | undefined): void {
  setOutputs({ profile: verdict === 'not checked' ? verdict : (override?.profile ?? '') });
}

/** Whose session it is. */
export function setIdentityOutputs({ account, arn }: Identity): void {
  setOutputs({ 'aws-account-id': account, 'authenticated-arn': arn });
}

/** Whether the stage was deployed before, and who holds its lock. */
export function setStageOutputs({ exists, lockedBy }: StageReport): void {
  setOutputs({ 'stage-exists': exists === undefined ? '' : String(exists), 'locked-by': lockedBy });
}

/** The bootstrap's status, and what the record names. */
export function setBootstrapOutputs({ status, record }: BootstrapReport): void {
  setOutputs({
    'bootstrap-status': status,
    'bootstrap-version': record ? String(record.version) : '',
    'state-bucket': record?.state ?? '',
    'asset-bucket': record?.asset ?? '',
    'asset-ecr-url': record?.assetEcrUrl ?? '',
  });
}

function setOutputs(OUTPUT: Readonly<Record<string, string>>): void {
  files.leave({ OUTPUT });
}
