import type { Deployment, ProfileCheck } from './deployment.ts';
import { judge } from './guard.ts';
import { NOT_CHECKED } from './guard-messages.ts';
import { type DeploymentRequest, inspect } from './inspect.ts';

export type { DeploymentRequest };

/**
 * Finds out what `sst deploy` will do in the next step, in the order in which SST goes about it, and whether it will do
 * so with the credentials of this step (docs/profile-guard.md).
 */
export async function inspectDeployment(request: DeploymentRequest): Promise<Deployment> {
  const inspection = await inspect(request);
  return judge(inspection);
}

/** The verdict after a role that SST would assume has refused the session: SST would not get to use it. */
export function afterRefusedRole(check: ProfileCheck): ProfileCheck {
  return check.verdict === 'none' ? { verdict: 'not checked', reason: NOT_CHECKED.roleRefused } : check;
}
