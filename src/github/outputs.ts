import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Identity } from '../credentials/session.ts';
import type { Deployment } from '../sst/deployment.ts';
import { files } from './files.ts';

/** What SST will deploy, where, and the profile that would have overridden the credentials. */
export function setDeploymentOutputs(deployment: Deployment): void {
  files.setOutput('stage', deployment.stage?.name ?? '');
  files.setOutput('app', deployment.app ?? '');
  files.setOutput('region', deployment.region.name);
  files.setOutput('profile', deployment.override?.profile ?? '');
}

/** Whose session it is. */
export function setIdentityOutputs({ account, arn }: Identity): void {
  files.setOutput('aws-account-id', account);
  files.setOutput('authenticated-arn', arn);
}

/** How the bootstrap stands, and from the record what it consists of. */
export function setBootstrapOutputs({ status, record }: BootstrapReport): void {
  files.setOutput('bootstrap-status', status);
  files.setOutput('bootstrap-version', record ? String(record.version) : '');
  files.setOutput('state-bucket', record?.state ?? '');
  files.setOutput('asset-bucket', record?.asset ?? '');
  files.setOutput('asset-ecr-url', record?.assetEcrUrl ?? '');
}
