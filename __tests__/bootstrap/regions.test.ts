// Several regions at once, with one session.
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { Statement } from '../../local/aws/iam.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import { checkRegions } from '../../src/bootstrap/index.ts';
import { type Account, startAccount } from './account.ts';

const ALLOWED: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENIED: Statement = {
  Effect: 'Deny',
  Action: 'ssm:GetParameters',
  Resource: `arn:aws:ssm:ap-south-1:${ACCOUNT}:parameter/*`,
};

let account: Account & { close(): Promise<void> };
beforeEach(async () => {
  account = await startAccount({ policies: [{ Version: '2012-10-17', Statement: [ALLOWED, DENIED] }] });
});
afterEach(() => account.close());

function check(mode: 'verify' | 'ensure', first: string, regions: readonly string[]) {
  const log = { info: (line: string) => account.log.push(line), debug: () => {} };
  const deployment = { app: 'shop', stage: { name: 'production', from: 'input' as const } };
  return checkRegions({ mode, access: account.access(first), deployment, log }, regions);
}

function bootstrapped(...regions: readonly string[]): void {
  for (const region of regions) bootstrapAsSst(account.aws, { account: ACCOUNT, region });
}

test('each region has a report, the deploy region the first; another region has no lock and no passphrase', async () => {
  bootstrapped('eu-west-1', 'us-east-1');
  const { first, others, failure } = await check('verify', 'eu-west-1', ['us-east-1', 'eu-west-1']);
  expect(failure).toBeUndefined();
  expect([first, ...others].map(({ region, report }) => [region, report?.region, report?.status])).toEqual([
    ['eu-west-1', 'eu-west-1', 'ready'],
    ['us-east-1', 'us-east-1', 'ready'],
  ]);
  const asked = account.aws.requests.filter(({ region }) => region === 'us-east-1');
  expect(asked.map(({ action }) => action).sort()).toEqual([
    'DescribeRepositories',
    'GetParameters',
    'HeadBucket',
    'HeadBucket',
  ]);
  expect(account.log.every(line => /^(eu-west-1|us-east-1): /.test(line))).toBe(true);
});

test('without other regions the log has no prefix', async () => {
  bootstrapped('eu-west-1');
  expect((await check('verify', 'eu-west-1', ['eu-west-1'])).others).toEqual([]);
  expect(account.log[0]).toBe('Bootstrap of account 123456789012, region eu-west-1, mode verify.');
});

test('`ensure` completes every region', async () => {
  bootstrapped('us-east-1');
  const { first, others } = await check('ensure', 'eu-west-1', ['us-east-1', 'eu-north-1']);
  expect([first, ...others].map(({ report }) => report?.status)).toEqual(['created', 'ready', 'created']);
});

test('one region that fails is the failure, and names itself', async () => {
  bootstrapped('eu-west-1', 'us-east-1');
  const { first, others, failure } = await check('verify', 'eu-west-1', ['us-east-1', 'eu-north-1']);
  expect(first.report?.status).toBe('ready');
  expect(others.map(({ report }) => report?.status)).toEqual(['ready', 'missing']);
  expect(failure?.problem).toBe(others[1]?.failure?.problem);
  expect(failure?.message).toContain('region eu-north-1');
});

test('a region that is not enabled says so', async () => {
  bootstrapped('eu-west-1');
  account.aws.state.disabledRegions.add('ap-east-1');
  const { others, failure } = await check('ensure', 'eu-west-1', ['ap-east-1']);
  expect(others).toEqual([{ region: 'ap-east-1', failure }]);
  expect(failure?.problem.title).toBe('Region ap-east-1 is not enabled');
  expect(failure?.message).toMatch(/^The region ap-east-1 is not enabled for account 123456789012: /);
  expect(account.aws.writes()).toEqual([]);
  expect(account.log.at(-1)).toMatch(/Region ap-east-1 is not enabled|ready/);
});

test('several failures are one problem: each region with what is wrong and the fix', async () => {
  account.aws.state.disabledRegions.add('ap-east-1');
  const { failure } = await check('verify', 'eu-west-1', ['ap-south-1', 'ap-east-1']);
  const { title, what, next = '' } = failure?.problem ?? { title: '', what: '' };
  expect(title).toBe('The SST bootstrap of 3 regions is not ready');
  expect(what.split('\n').map(line => line.split('. ')[0])).toEqual([
    'eu-west-1: SST is not bootstrapped here',
    'ap-south-1: Not allowed: ssm:GetParameters',
    'ap-east-1: Region ap-east-1 is not enabled',
    'Nothing was exported.',
  ]);
  expect(what.match(/Nothing was exported/g)).toHaveLength(1);
  expect(next).toMatch(/For eu-west-1:.*bootstrap: ensure.*For ap-south-1:.*For ap-east-1:.*Enable/s);
});

test('a region of another partition is refused without a request', async () => {
  bootstrapped('eu-west-1');
  const { failure } = await check('verify', 'eu-west-1', ['cn-north-1']);
  expect(failure?.problem.title).toBe('Region cn-north-1 is of another partition');
  expect(account.aws.requests.every(({ region }) => region === 'eu-west-1')).toBe(true);
});
