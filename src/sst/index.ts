import type { Deployment } from './deployment.ts';
import { type DeploymentRequest, inspect } from './inspect.ts';

export type { DeploymentRequest };

/**
 * Finds out what `sst deploy` will do in the next step, in the order in which SST goes about it, and whether it will do
 * so with the credentials of this step (docs/profile-guard.md).
 */
export async function inspectDeployment(request: DeploymentRequest): Promise<Deployment> {
  const inspection = await inspect(request);
  const { conclude } = await import('./guard.ts');
  return conclude(inspection);
}
