// `bootstrap-regions` with the built dist/: three regions at once, one not enabled.
import { barrier, bootstrap, bootstrapRequests, errors, REGIONS, services, step } from './regions.ts';

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
