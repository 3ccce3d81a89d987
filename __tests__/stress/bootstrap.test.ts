// A matrix: fifty jobs of several runs bootstrap the same account and region at the same time, each in a separate
// process.
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const JOBS = 50;
let services: LocalServices;
beforeEach(async () => {
  services = await startServices({ aws: { latency: 20 } });
});
afterEach(async () => {
  await services.close();
  await removeRuns();
});

test.each(['us-east-1', 'eu-west-1'])(
  'fifty `ensure` at once in %s',
  async region => {
    // Parameter Store's default throughput (Systems Manager quotas).
    services.aws.limit({ service: 'ssm', perSecond: 40 });
    const runs = await Promise.all(
      Array.from({ length: JOBS }, (_, job) =>
        runAction({
          with: {
            'aws-region': region,
            'role-to-assume': services.role.arn,
            stage: `pr-${job}`,
            bootstrap: 'ensure',
          },
          env: services.env,
          job: { runId: String(9_000_000_000 + (job % 7)) },
          timeout: 240_000,
        }),
      ),
    );
    const buckets = [
      `sst-asset-${services.account}-${region}-an`,
      `sst-state-${services.account}-${region}-an`,
    ];
    expect(runs.map(seen)).toEqual(runs.map(() => ({ exitCode: 0, buckets, version: '5', errors: [] })));
    expect(runs.some(({ outputs }) => outputs['bootstrap-status'] === 'created')).toBe(true);
    expect([...services.aws.state.buckets.keys()].sort()).toEqual(buckets);
    const { parameters, repositories } = services.aws.state.region(services.account, region);
    expect([...parameters.keys()]).toEqual(['/sst/bootstrap']);
    expect(parameters.get('/sst/bootstrap')?.history).toHaveLength(1);
    expect([...repositories.keys()]).toEqual(['sst-asset']);
  },
  300_000,
);

test('a matrix of twenty jobs, each `ensure` of three regions', async () => {
  const regions = ['eu-west-1', 'us-east-1', 'me-south-1'];
  // Parameter Store's default throughput, in each of three regions.
  services.aws.limit({ service: 'ssm', perSecond: 120 });
  const runs = await Promise.all(
    Array.from({ length: 20 }, (_, job) =>
      runAction({
        with: {
          'aws-region': regions[job % 3] ?? '',
          'role-to-assume': services.role.arn,
          stage: `pr-${job}`,
          bootstrap: 'ensure',
          'bootstrap-regions': regions.join(),
        },
        env: services.env,
        timeout: 240_000,
      }),
    ),
  );
  expect(runs.map(seen).flatMap(({ exitCode, errors }) => [exitCode, ...errors])).toEqual(runs.map(() => 0));
  for (const region of regions) {
    const { parameters, repositories } = services.aws.state.region(services.account, region);
    const history = parameters.get('/sst/bootstrap')?.history ?? [];
    expect(history).toHaveLength(1);
    expect([...repositories.keys()]).toEqual(['sst-asset']);
    const { asset, state } = JSON.parse(history[0]?.value ?? '') as Record<string, string>;
    const buckets = [...services.aws.state.buckets.values()].filter(bucket => bucket.region === region);
    expect(buckets.map(({ name }) => name).sort()).toEqual([asset, state]);
  }
}, 300_000);

function seen({ exitCode, outputs, annotations }: Run) {
  return {
    exitCode,
    buckets: [outputs['asset-bucket'], outputs['state-bucket']],
    version: outputs['bootstrap-version'],
    errors: annotations.filter(({ level }) => level === 'error').map(({ message }) => message),
  };
}
