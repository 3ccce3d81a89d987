import { jest } from '@jest/globals';
import type { Deployment } from '../../src/sst/deployment.ts';
import type { DeploymentRequest } from '../../src/sst/inspect.ts';
import { interpret } from '../../src/sst/sandbox/interpret.ts';
import { LIMITS, type SandboxRequest } from '../../src/sst/sandbox/request.ts';

// The interpreter runs in this process, because a thread for each of some hundred cases takes ten times as long. The
// thread's own part (it ends a config that never ends) is tested on dist/.
jest.unstable_mockModule('../../src/sst/evaluate.ts', () => ({
  evaluate: (request: SandboxRequest) => interpret(request, LIMITS),
}));
const { inspectDeployment } = await import('../../src/sst/guard.ts');

/** The guard's result for a project: with keys to export, for stage `production`, in a job without other variables. */
export async function inspected(
  folder: string,
  request: Partial<DeploymentRequest> = {},
): Promise<Deployment & { readonly log: readonly string[] }> {
  const log: string[] = [];
  const deployment = await inspectDeployment({
    workspace: folder,
    workingDirectory: folder,
    config: undefined,
    stage: 'production',
    stageFromEvent: undefined,
    region: undefined,
    guard: 'fail',
    bootstrap: 'verify',
    environment: {},
    exportsKeys: true,
    exportsProfile: undefined,
    log: { info: line => log.push(line), debug: line => log.push(`debug: ${line}`) },
    ...request,
  });
  return { ...deployment, log };
}
