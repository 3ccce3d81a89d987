// What would make the next deploy fail though the bootstrap is sound.
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { newBucket } from '../../local/aws/s3-buckets.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import { type Account, startAccount } from './account.ts';
import { documentedPolicy } from './policy.ts';

const REGION = 'eu-west-1';
const SHOP = { app: 'shop', stage: 'pr-42' };
// As SST 4.17.1 writes it while `sst deploy` runs.
const LOCK = JSON.stringify({
  created: '2026-11-21T09:15:00.123456789Z',
  updateID: 'd2c3b4a5',
  runID: 'run-7',
  command: 'deploy',
  ignore: true,
});

const LETS_ALL_IN = JSON.stringify({
  Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' },
});

let account: Account & { close(): Promise<void> };
beforeEach(async () => {
  account = await startAccount({ policies: [documentedPolicy(REGION)] });
});
afterEach(() => account.close());

function bootstrapped({ lock, state, passphrase }: { lock?: string; state?: boolean; passphrase?: boolean }) {
  const record = bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
  const bucket = account.aws.state.buckets.get(record.state) ?? newBucket('', '', '', 0);
  if (lock !== undefined) putObject(bucket, 'lock/shop/pr-42.json', lock, 0);
  if (state) putObject(bucket, 'app/shop/pr-42.json', '{"version":3}', 0);
  if (passphrase) {
    passphraseAsSst(account.aws, {
      account: ACCOUNT,
      region: REGION,
      ...SHOP,
      value: 'c2VjcmV0LXNlY3JldA==',
    });
  }
}

/** The requests that look, in order; but for how the state bucket is looked at, always the same. */
function looks(mode: 'verify' | 'ensure', state: string): string[] {
  return [
    'ecr:DescribeRepositories',
    's3:HeadBucket',
    ...(mode === 'ensure' ? ['s3:HeadBucket', 's3:HeadBucket'] : []),
    state,
    'ssm:GetParameters',
  ].sort();
}

function looked(): string[] {
  return account
    .asked()
    .filter(action => !/Versioning|Policy|PublicAccess/.test(action))
    .sort();
}

describe.each(['verify', 'ensure'] as const)('%s', mode => {
  test('nothing is in the way: nothing is said, and the state is not asked for', async () => {
    bootstrapped({ state: true, passphrase: true });
    const report = await account.run(mode, REGION, SHOP);
    expect(report).toMatchObject({ status: 'ready', warnings: [] });
    expect(looked()).toEqual(looks(mode, 's3:GetObject'));
    expect(account.log.join()).not.toContain('c2VjcmV0LXNlY3JldA');
  });

  test('a lock: who, since when, and the way out', async () => {
    bootstrapped({ lock: LOCK, state: true, passphrase: true });
    const report = await account.run(mode, REGION, SHOP);
    expect(report.status).toBe('ready');
    expect(report.failure).toBeUndefined();
    expect(report.warnings).toHaveLength(1);
    const { title, what, next } = report.warnings[0] ?? { title: '', what: '' };
    expect(title).toBe('Stage pr-42 is locked');
    for (const fact of ['`sst deploy`', '2026-11-21T09:15:00.123Z', 'd2c3b4a5', 'run-7'])
      expect(what).toContain(fact);
    expect(next).toContain('sst unlock --stage pr-42');
  });

  test('a lock that cannot be read stops SST too', async () => {
    bootstrapped({ lock: '{"created":', passphrase: true });
    const { warnings } = await account.run(mode, REGION, SHOP);
    expect(warnings[0]?.what).toContain('in a form that cannot be read');
  });

  test('a state without its passphrase', async () => {
    bootstrapped({ state: true });
    const report = await account.run(mode, REGION, SHOP);
    expect(report.status).toBe('ready');
    expect(report.warnings.map(({ title }) => title)).toEqual(['The passphrase of stage pr-42 is gone']);
    expect(report.warnings[0]?.what).toContain('/sst/passphrase/shop/pr-42');
  });

  test('a lock that was left where the passphrase is gone, too', async () => {
    bootstrapped({ lock: LOCK, state: true });
    const { warnings } = await account.run(mode, REGION, SHOP);
    expect(warnings.map(({ title }) => title)).toEqual([
      'Stage pr-42 is locked',
      'The passphrase of stage pr-42 is gone',
    ]);
  });

  test('a stage that was never deployed has neither, and in a new bucket it takes no more requests to know', async () => {
    bootstrapped({});
    expect((await account.run(mode, REGION, SHOP)).warnings).toEqual([]);
    expect(looked()).toEqual(looks(mode, 's3:ListObjectsV2'));
  });

  test('a stage that was never deployed, beside others that were', async () => {
    bootstrapped({});
    const [bucket] = [...account.aws.state.buckets.values()].filter(({ name }) => name.includes('state'));
    if (!bucket) throw new Error('There is no state bucket.');
    putObject(bucket, 'app/shop/production.json', '{"version":3}', 0);
    putObject(bucket, 'lock/shop/production.json', LOCK, 0);
    expect((await account.run(mode, REGION, SHOP)).warnings).toEqual([]);
  });

  test('another home keeps lock and passphrase elsewhere', async () => {
    bootstrapped({ lock: LOCK, state: true });
    expect((await account.run(mode, REGION, { ...SHOP, home: 'cloudflare' })).warnings).toEqual([]);
  });

  test('without a known app, nothing of a stage is looked at', async () => {
    bootstrapped({ lock: LOCK, state: true });
    expect((await account.run(mode, REGION)).warnings).toEqual([]);
    expect(account.asked()).not.toContain('s3:GetObject');
  });
});

// Reading the lock stands in for HeadBucket: it has to tell the same of the bucket.
test.each([
  ['deleted', () => undefined, 'broken', /does not exist/],
  ['in another region', { region: 'ap-south-1' }, 'broken', /is in the region ap-south-1/],
  ['of another account', { accountId: '999999999999' }, 'broken', /another account than/],
  [
    'of another account that lets everybody in',
    { accountId: '999999999999', policy: LETS_ALL_IN },
    'broken',
    /another account than/,
  ],
] as const)(
  'a state bucket that is %s is seen as such with a stage, too',
  async (_name, change, status, text) => {
    const { state } = bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
    const bucket = account.aws.state.buckets.get(state);
    if (!bucket) throw new Error('There is no state bucket.');
    if (typeof change === 'function') account.aws.state.buckets.delete(state);
    else account.aws.state.buckets.set(state, { ...bucket, ...change });
    for (const mode of ['verify', 'ensure'] as const) {
      const report = await account.run(mode, REGION, SHOP);
      expect(report.status).toBe(status);
      expect(report.failure?.message).toMatch(text);
    }
    expect(account.aws.writes()).toEqual([]);
  },
);
