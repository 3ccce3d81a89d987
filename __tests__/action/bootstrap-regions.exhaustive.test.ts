// `bootstrap-regions` with the built dist/: three regions at once, one denied, one not enabled.
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-south-1'] as const;
let services: LocalServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  await services.close();
  await removeRuns();
});

function step(inputs: Record<string, string> = {}): Promise<Run> {
  return runAction({
    with: {
      'aws-region': REGIONS[0],
      'role-to-assume': services.role.arn,
      stage: 'production',
      'bootstrap-regions': `${REGIONS[1]}, ${REGIONS[2]}\n${REGIONS[0]}`,
      ...inputs,
    },
    env: services.env,
  });
}

const bootstrap = (...regions: readonly string[]) =>
  regions.map(region => bootstrapAsSst(services.aws, { account: services.account, region }));
const errors = ({ annotations }: Run) => annotations.filter(({ level }) => level === 'error');
/** A function whose promises resolve when it was called that many times. */
function barrier(callers: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let called = 0;
  return () => {
    called += 1;
    if (called === callers) all.resolve();
    return all.promise;
  };
}
const bootstrapRequests = () => services.aws.requests.filter(({ service }) => service !== 'sts');

test('verify: four requests a region, two round trips for all of them, the outputs of the first', async () => {
  const [first] = bootstrap(...REGIONS);
  // The server answers when all three records are requested, and the same for their resources. Otherwise the step would
  // hang.
  const records = barrier(3);
  const resources = barrier(9);
  services.aws.onRequest = ({ service }) => {
    if (service === 'ssm') return records();
    return service === 'sts' ? undefined : resources();
  };
  const run = await step();
  expect(errors(run)).toEqual([]);
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ 'bootstrap-status': 'ready', 'state-bucket': first?.state });

  const requests = bootstrapRequests();
  for (const region of REGIONS) {
    expect(requests.filter(request => request.region === region).map(({ action }) => action)).toHaveLength(4);
  }
  expect(requests).toHaveLength(12);
});

test.each(['verify', 'ensure'])(
  '%s: one region denied, one not enabled: one error names both, each has its row in log and summary',
  async mode => {
    bootstrap(...REGIONS);
    services.role.policies = [
      {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 'ssm:*', Resource: `arn:aws:ssm:us-east-1:${services.account}:*` },
        ],
      },
    ];
    services.aws.state.disabledRegions.add('ap-south-1');
    const run = await step({ bootstrap: mode });
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({});
    expect(run.outputs['bootstrap-status']).toBe('ready');
    expect(errors(run)).toHaveLength(1);
    expect(errors(run)[0]?.title).toBe('The SST bootstrap of 2 regions is not ready');
    expect(errors(run)[0]?.message).toMatch(/^us-east-1: Not allowed: ssm:GetParameters\. /);
    expect(errors(run)[0]?.message).toMatch(
      /^ap-south-1: Region ap-south-1 is not enabled\. The region ap-south-1 is not enabled for account 123456789012/m,
    );
    expect(run.log).toContain('eu-west-1: Bootstrap: ready.');
    expect(run.log).toContain(
      'us-east-1: Bootstrap of account 123456789012, region us-east-1 not checked: Not',
    );
    expect(run.log).toContain(
      'ap-south-1: Bootstrap of account 123456789012, region ap-south-1 not checked: Reg',
    );
    expect(run.summary).toMatch(/\| `us-east-1` \| ❌ not checked: Not allowed: ssm:GetParameters \| {2}\|/);
    expect(run.summary).toMatch(
      /\| `ap-south-1` \| ❌ not checked: Region ap-south-1 is not enabled \| {2}\|/,
    );
  },
);

test('ensure: creates what is missing in every region, and names the one that is not enabled', async () => {
  services.aws.state.disabledRegions.add('ap-south-1');
  const run = await step({ bootstrap: 'ensure' });
  expect(errors(run).map(({ title }) => title)).toEqual(['Region ap-south-1 is not enabled']);
  expect(run.exported).toEqual({});
  expect([...services.aws.state.buckets.values()].map(({ region }) => region).sort()).toEqual([
    'eu-west-1',
    'eu-west-1',
    'us-east-1',
    'us-east-1',
  ]);
  // Now the region is enabled: the next run completes it, and finds the others complete.
  services.aws.state.disabledRegions.clear();
  const next = await step({ bootstrap: 'ensure' });
  expect(next.exitCode).toBe(0);
  expect(next.outputs).toMatchObject({
    'bootstrap-status': 'ready',
    'state-bucket': `sst-state-${services.account}-eu-west-1-an`,
  });
  expect(next.summary).toMatch(/\| `ap-south-1` \| ✅ created, version 5 \| `sst-state-/);
});

test('a region that is not bootstrapped stops the step, though the first is ready', async () => {
  bootstrap('eu-west-1', 'us-east-1');
  const run = await step();
  expect(errors(run).map(({ title }) => title)).toEqual(['SST is not bootstrapped here']);
  expect(errors(run)[0]?.message).toContain('region ap-south-1');
  expect(run.summary).toMatch(/\| `ap-south-1` \| ❌ missing \| {2}\|/);
  expect(run.exported).toEqual({});
});

test('names that are no regions are refused before the first request', async () => {
  const run = await step({ 'bootstrap-regions': 'us-east-1, virginia' });
  expect(errors(run)[0]?.message).toContain('"virginia", which is not valid: it takes names of AWS regions');
  expect([...services.aws.requests, ...services.github.requests]).toEqual([]);
});

test('`skip` checks no region', async () => {
  const run = await step({ bootstrap: 'skip' });
  expect(run.exitCode).toBe(0);
  expect(bootstrapRequests()).toEqual([]);
});
