import { type Account, startAccount } from './account.ts';
import { type Expected, objectsIn, recordIn, STATES, type State } from './states.ts';

const regions = ['us-east-1', 'eu-west-1'];
let account: Account & { close(): Promise<void> };
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.close());

describe.each(regions)('in %s', region => {
  describe.each(STATES)('$name', state => {
    test('verify', async () => {
      const before = arrange(state, region);
      const report = await account.run('verify', region);
      expectReport(report, state.verify);
      expect(account.aws.writes()).toEqual([]);
      if (state.verify.requests) expect(account.asked().sort()).toEqual([...state.verify.requests].sort());
      expect(objectsIn(account.aws)).toEqual(before.objects);
      expect(values(region)).toEqual(before.values);
    });

    test('ensure, and once more', async () => {
      const before = arrange(state, region);
      const report = await account.run('ensure', region);
      expectReport(report, state.ensure);
      expect(account.aws.writes()).toEqual(state.ensure.writes ?? []);
      expect(objectsIn(account.aws)).toEqual(before.objects);
      expect(bucketNames()).toEqual(expect.arrayContaining(before.buckets));
      if (state.ensure.record) expectRecord(region, before.record, state.ensure.record);
      else expect(values(region)).toEqual(before.values);

      const writes = account.aws.writes().length;
      const again = await account.run('ensure', region);
      expect(again.status).toBe(state.ensure.stops ? 'broken' : 'ready');
      expect(account.aws.writes()).toHaveLength(writes);
      if (!state.ensure.stops) expect((await account.run('verify', region)).status).toBe('ready');
    });
  });
});

function arrange(state: State, region: string) {
  state.arrange(account.aws, region);
  let record: Record<string, unknown> = {};
  try {
    record = recordIn(account.aws, region) ?? {};
  } catch {
    // One of the states is a record that is not JSON.
  }
  return { objects: objectsIn(account.aws), buckets: bucketNames(), values: values(region), record };
}

function bucketNames(): string[] {
  return [...account.aws.state.buckets.keys()];
}

/** Every value that the record has had. */
function values(region: string): string[] {
  const parameter = account.aws.state.region('123456789012', region).parameters.get('/sst/bootstrap');
  return parameter?.history.map(({ value }) => value) ?? [];
}

function expectReport(
  report: Awaited<ReturnType<Account['run']>>,
  { status, stops, warns = [] }: Expected,
): void {
  expect(report.status).toBe(status);
  expect(report.warnings.map(({ title }) => title)).toEqual(warns);
  if (stops === undefined) {
    expect(report.failure).toBeUndefined();
    expect(report.record?.state).toMatch(/^sst-state-/);
  } else {
    for (const text of stops) expect(report.failure?.message).toMatch(text);
  }
}

function expectRecord(
  region: string,
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): void {
  const names = (name: string) => `${name}-123456789012-${region}-an`;
  const chosen = {
    asset: names('sst-asset'),
    assetEcrRegistryId: '123456789012',
    assetEcrUrl: `123456789012.dkr.ecr.${region}.amazonaws.com/sst-asset`,
    state: names('sst-state'),
    appsyncHttp: '',
    appsyncRealtime: '',
  };
  const changed = Object.entries(changes).map(([key, value]) => [
    key,
    value === 'names' ? names(`sst-${key}`) : value,
  ]);
  const kept = Object.entries(before).filter(([, value]) => value !== '');
  const url = changes['assetEcrRegistryId'] ? { assetEcrUrl: chosen.assetEcrUrl } : {};
  expect(recordIn(account.aws, region)).toEqual({
    ...chosen,
    ...Object.fromEntries(kept),
    ...Object.fromEntries(changed),
    ...url,
  });
  const keys = Object.keys(recordIn(account.aws, region) ?? {});
  expect(keys.slice(0, 7)).toEqual(['version', ...Object.keys(chosen)]);
}
