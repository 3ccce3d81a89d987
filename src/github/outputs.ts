import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Identity } from '../credentials/session.ts';
import type { Deployment } from '../sst/deployment.ts';
import { runner } from './runner.ts';

/** What SST will deploy, where, and the profile that would have overridden the credentials. */
export function setDeploymentOutputs(deployment: Deployment): void {
  runner.setOutput('stage', deployment.stage?.name ?? '');
  runner.setOutput('app', deployment.app ?? '');
  runner.setOutput('region', deployment.region.name);
  runner.setOutput('profile', deployment.override?.profile ?? '');
}

/** Whose session it is. */
export function setIdentityOutputs({ account, arn }: Identity): void {
  runner.setOutput('aws-account-id', account);
  runner.setOutput('authenticated-arn', arn);
}

/** How the bootstrap stands, and from the record what it consists of. */
export function setBootstrapOutputs({ status, record }: BootstrapReport): void {
  runner.setOutput('bootstrap-status', status);
  runner.setOutput('bootstrap-version', record ? String(record.version) : '');
  runner.setOutput('state-bucket', record?.state ?? '');
  runner.setOutput('asset-bucket', record?.asset ?? '');
  runner.setOutput('asset-ecr-url', record?.assetEcrUrl ?? '');
}
