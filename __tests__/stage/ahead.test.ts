// Problems that would make the next deploy fail although the bootstrap is ready.
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { newBucket } from '../../local/aws/s3-buckets.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import { documentedPolicy, without } from '../bootstrap/policy.ts';
import { check, type Opened, open } from './account.ts';

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

let account: Opened;
beforeEach(async () => {
  account = await open({ policies: [documentedPolicy(REGION)] });
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

/** The read requests, sorted: those of the bootstrap, and those to the state bucket. */
function looks(mode: 'verify' | 'ensure', ...state: string[]): string[] {
  return [
    'ecr:DescribeRepositories',
    's3:HeadBucket',
    ...(mode === 'ensure' ? ['s3:HeadBucket', 's3:HeadBucket'] : []),
    ...state,
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
  const run = (deploying: Parameters<typeof check>[2] = SHOP) => check(account, REGION, deploying, { mode });

  test('nothing is in the way: the lock and one listing', async () => {
    bootstrapped({ state: true, passphrase: true });
    const { bootstrap, stage } = await run();
    expect(bootstrap).toMatchObject({ status: 'ready', warnings: [] });
    expect(stage).toEqual({
      exists: true,
      lock: 'none',
      lockedBy: '',
      facts: ['deployed before', 'not locked'],
      notices: [],
      warnings: [],
    });
    expect(looked()).toEqual(looks(mode, 's3:GetObject', 's3:ListObjectsV2'));
    expect(account.log.join()).not.toContain('c2VjcmV0LXNlY3JldA');
  });

  test('a lock: who, since when, and the way out', async () => {
    bootstrapped({ lock: LOCK, state: true, passphrase: true });
    const { bootstrap, stage } = await run();
    expect(bootstrap.status).toBe('ready');
    expect(bootstrap.failure).toBeUndefined();
    expect(stage).toMatchObject({ lock: 'held', lockedBy: 'run-7' });
    expect(stage?.failure).toBeUndefined();
    expect(stage?.warnings).toHaveLength(1);
    const { title, what, next } = stage?.warnings[0] ?? { title: '', what: '' };
    expect(title).toBe('Stage pr-42 is locked');
    for (const fact of ['`sst deploy`', '2026-11-21T09:15:00.123Z', 'd2c3b4a5', 'run-7'])
      expect(what).toContain(fact);
    expect(next).toContain('sst unlock --stage pr-42');
  });

  test('a lock that cannot be read stops SST too', async () => {
    bootstrapped({ lock: '{"created":', passphrase: true });
    const { stage } = await run();
    expect(stage).toMatchObject({ lock: 'held', lockedBy: 'unknown' });
    expect(stage?.warnings[0]?.what).toContain('in a form that cannot be read');
  });

  test('a state without its passphrase', async () => {
    bootstrapped({ state: true });
    const { bootstrap, stage } = await run();
    expect(bootstrap.status).toBe('ready');
    expect(stage?.exists).toBe(true);
    expect(stage?.warnings.map(({ title }) => title)).toEqual(['The passphrase of stage pr-42 is gone']);
    expect(stage?.warnings[0]?.what).toContain('/sst/passphrase/shop/pr-42');
  });

  test('a lock, and the passphrase is missing too', async () => {
    bootstrapped({ lock: LOCK, state: true });
    expect((await run()).stage?.warnings.map(({ title }) => title)).toEqual([
      'Stage pr-42 is locked',
      'The passphrase of stage pr-42 is gone',
    ]);
  });

  test('a stage that was never deployed has neither, and it takes no more round trips to know', async () => {
    bootstrapped({});
    expect((await run()).stage).toMatchObject({ exists: false, lock: 'none', warnings: [], notices: [] });
    expect(looked()).toEqual(looks(mode, 's3:ListObjectsV2', 's3:ListObjectsV2'));
  });

  test('a stage that was never deployed, beside others that were', async () => {
    bootstrapped({});
    putObject(stateBucket(), 'app/shop/production.json', '{"version":3}', 0);
    putObject(stateBucket(), 'app/shopping/pr-42.json', '{"version":3}', 0);
    putObject(stateBucket(), 'lock/shop/production.json', LOCK, 0);
    expect((await run()).stage).toMatchObject({ exists: false, lock: 'none', warnings: [] });
    expect(account.log).toContain('Stages of shop here: production.');
  });

  test('another home keeps lock and passphrase elsewhere', async () => {
    bootstrapped({ lock: LOCK, state: true });
    expect((await run({ ...SHOP, home: 'cloudflare' })).stage).toBeUndefined();
  });

  test('without a known app, nothing of a stage is looked at', async () => {
    bootstrapped({ lock: LOCK, state: true });
    expect((await account.run(mode, REGION)).stage).toBeUndefined();
    expect(account.asked()).not.toContain('s3:GetObject');
  });
});

function stateBucket() {
  const found = [...account.aws.state.buckets.values()].find(({ name }) => name.includes('state'));
  if (!found) throw new Error('There is no state bucket.');
  return found;
}

/** The documented policy, without one action on the state bucket. */
function policyWithout(action: string) {
  return without(documentedPolicy(REGION), 'ManageBootstrapStateBucket', action);
}

test('what the role is not allowed to look at is "not checked", with the statement that allows it', async () => {
  await account.close();
  account = await open({ policies: [policyWithout('s3:GetObject')] });
  bootstrapped({ lock: LOCK, state: true, passphrase: true });
  const { bootstrap, stage } = await check(account, REGION, SHOP);
  expect(bootstrap.status).toBe('ready');
  expect(bootstrap.failure).toBeUndefined();
  expect(stage).toMatchObject({
    exists: true,
    lock: 'not checked',
    lockedBy: '',
    facts: ['deployed before', 'lock not checked (s3:GetObject)'],
    warnings: [],
  });
  expect(stage?.notices.map(({ title }) => title)).toEqual(['Not checked: lock']);
  expect(stage?.notices[0]?.next).toContain('"Action": "s3:GetObject"');
});

test('a policy that allows no listing of the stage: its past and its existence are not checked', async () => {
  const answer = { status: 403, code: 'AccessDenied', message: 'Access Denied' };
  account.aws.inject({ action: 'ListObjectsV2', times: Infinity, answer });
  bootstrapped({ state: true });
  const { bootstrap, stage } = await check(account, REGION, SHOP, { newStage: 'fail' });
  expect(bootstrap.status).toBe('ready');
  expect(stage).toMatchObject({ exists: undefined, lock: 'none', warnings: [] });
  expect(stage?.facts).toContain('last deploys not checked (s3:ListBucket)');
  expect(stage?.failure?.problem.title).toBe('It is not known whether the stage is new');
  expect(stage?.failure?.message).toContain('"s3:ListBucket"');
});

describe('new-stage: fail', () => {
  test('names the stages that are there, the closest first', async () => {
    bootstrapped({});
    for (const name of ['alice', 'pr-4', 'production'])
      putObject(stateBucket(), `app/shop/${name}.json`, '{}', 0);
    const { stage } = await check(account, REGION, SHOP, { newStage: 'fail' });
    expect(stage?.failure?.problem.title).toBe('The stage pr-42 is new');
    expect(stage?.failure?.message).toContain('the closest name first: pr-4, production, alice.');
    expect(stage?.failure?.message).toContain(`account ${ACCOUNT}, region ${REGION}`);
  });

  test('a stage that was deployed passes, also among thousands of others', async () => {
    bootstrapped({ state: true, passphrase: false });
    for (let number = 1000; number < 2100; number++)
      putObject(stateBucket(), `app/shop/a-${number}.json`, '{}', 0);
    const { stage } = await check(account, REGION, SHOP, { newStage: 'fail' });
    expect(stage?.exists).toBe(true);
    expect(stage?.failure).toBeUndefined();
  });

  test('a passphrase alone is enough', async () => {
    bootstrapped({ passphrase: true });
    const { stage } = await check(account, REGION, SHOP, { newStage: 'fail' });
    expect(stage?.failure).toBeUndefined();
  });

  test('without a bootstrap, `ensure` creates none', async () => {
    const report = await account.run('ensure', REGION, { ...SHOP, newStage: 'fail' });
    expect(report.failure?.problem.title).toBe('The stage pr-42 is new');
    expect(report.status).toBe('missing');
    expect(account.aws.writes()).toEqual([]);
  });
});

// Reading the lock replaces HeadBucket, so it must find out the same about the bucket.
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
