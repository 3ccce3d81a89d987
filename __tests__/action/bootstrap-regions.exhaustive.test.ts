// `bootstrap-regions` with the built dist/: a region denied, missing or mistyped.
import { bootstrap, bootstrapRequests, errors, REGIONS, services, step } from './regions.ts';

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
