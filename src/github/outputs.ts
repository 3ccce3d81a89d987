import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Identity } from '../credentials/session.ts';
import type { Deployment, Override, ProfileCheck } from '../sst/deployment.ts';
import { files } from './files.ts';

/** What SST will deploy, and where. */
export function setDeploymentOutputs(deployment: Deployment): void {
  files.setOutputs({
    stage: deployment.stage?.name ?? '',
    app: deployment.app ?? '',
    region: deployment.region.name,
  });
}

/** The profile that would have overridden the credentials, empty if there is none; or that nobody knows. */
export function setProfileOutput({ verdict }: ProfileCheck, override: Override | undefined): void {
  files.setOutputs({ profile: verdict === 'not checked' ? verdict : (override?.profile ?? '') });
}

/** Whose session it is. */
export function setIdentityOutputs({ account, arn }: Identity): void {
  files.setOutputs({ 'aws-account-id': account, 'authenticated-arn': arn });
}

/** How the bootstrap stands, and from the record what it consists of. */
export function setBootstrapOutputs({ status, record }: BootstrapReport): void {
  files.setOutputs({
    'bootstrap-status': status,
    'bootstrap-version': record ? String(record.version) : '',
    'state-bucket': record?.state ?? '',
    'asset-bucket': record?.asset ?? '',
    'asset-ecr-url': record?.assetEcrUrl ?? '',
  });
}
