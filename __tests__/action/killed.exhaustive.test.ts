// A job crashes while it creates the bootstrap. Kills the built dist/ at each request, and runs it again.
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const REGION = 'eu-west-1';
let services: LocalServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  await services.close();
  await removeRuns();
});

function step(onStart?: RunOptions['onStart']): Promise<Run> {
  return runAction({
    with: {
      'aws-region': REGION,
      'role-to-assume': services.role.arn,
      stage: 'production',
      bootstrap: 'ensure',
    },
    env: services.env,
    ...(onStart ? { onStart } : {}),
  });
}

test('killed at each request, first to last, and run again: whole, and nothing left over', async () => {
  await step();
  const requests = services.aws.requests.length;
  expect(requests).toBeGreaterThan(15);
  await services.close();
  for (let dies = 1; dies <= requests; dies++) {
    services = await startServices();
    let kill = () => {};
    services.aws.onRequest = ({ number }) => {
      if (number === dies) kill();
    };
    // The request takes effect, but the process has ended before the answer.
    const dead = await step(child => {
      kill = () => child.kill('SIGKILL');
    });
    expect({ dies, signal: dead.signal }).toEqual({ dies, signal: 'SIGKILL' });
    expect(dead.exported).toEqual({});
    services.aws.onRequest = undefined;
    const run = await step();
    expect({ dies, exitCode: run.exitCode }).toEqual({ dies, exitCode: 0 });
    expect(['created', 'ready']).toContain(run.outputs['bootstrap-status']);
    const { state: account } = services.aws;
    expect([...account.buckets.keys()].sort()).toEqual(
      [run.outputs['asset-bucket'], run.outputs['state-bucket']].sort(),
    );
    expect(account.buckets.get(run.outputs['state-bucket'] ?? '')?.versioning).toBe('Enabled');
    for (const { policy } of account.buckets.values()) expect(policy).toContain('EnforceSSLRequests');
    expect(account.region(services.account, REGION).parameters.get('/sst/bootstrap')?.history).toHaveLength(
      1,
    );
    expect(run.annotations.filter(({ title }) => title?.includes('no record names'))).toEqual([]);
    if (dies < requests) await services.close();
  }
}, 300_000);
