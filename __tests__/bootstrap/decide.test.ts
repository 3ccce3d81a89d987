import type { BucketFound } from '../../src/aws/s3.ts';
import { decide, type Found } from '../../src/bootstrap/decide.ts';
import { type BootstrapRecord, EMPTY_RECORD } from '../../src/bootstrap/record.ts';
import { problemOf } from '../../src/bootstrap/report.ts';
import { STEPS } from '../../src/bootstrap/steps.ts';

const RECORD: BootstrapRecord = {
  ...EMPTY_RECORD,
  version: 5,
  asset: 'sst-asset-x',
  assetEcrRegistryId: '123456789012',
  assetEcrUrl: '123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset',
  state: 'sst-state-x',
};
const present: BucketFound = { is: 'present' };
const missing: BucketFound = { is: 'missing' };
const elsewhere: BucketFound = { is: 'elsewhere', region: 'eu-west-1' };
const refused: BucketFound = { is: 'refused', permission: { action: 's3:ListBucket', resource: 'arn' } };

const WHERE = {
  region: 'us-east-1',
  identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ada', partition: 'aws' },
} as const;

interface Seen {
  version?: number;
  asset?: BucketFound;
  state?: BucketFound;
  repository?: 'present' | 'missing' | 'foreign' | 'to come';
}

function found(
  { version = 5, asset = present, state = present, repository = 'present' }: Seen,
  secure = false,
): Found {
  return {
    parameter: { value: '…', secure, version: 1 },
    record: { ...RECORD, version },
    resources: { asset, state, repository: { is: repository } },
  };
}

/** The remedy: its outcome, and what its steps work on. */
function remedyOf(seen: Found) {
  const { remedy } = decide(seen);
  return remedy && [remedy.outcome, remedy.steps.flatMap(({ actions }) => actions.map(({ on }) => on))];
}

const ALL = STEPS.flatMap(({ actions }) => actions.map(({ on }) => on));

test('no record: all steps', () => {
  const seen: Found = { record: EMPTY_RECORD };
  expect(decide(seen).status).toBe('missing');
  expect(remedyOf(seen)).toEqual(['created', ALL]);
});

test('a record that SST cannot read has no remedy', () => {
  expect(decide({ record: EMPTY_RECORD, unreadable: 'it is not JSON' })).toEqual({ status: 'broken' });
});

test.each([
  [5, 'ready'],
  [3, 'outdated'],
] as const)('an encrypted record of version %d is %s, without a remedy', (version, status) => {
  expect(decide(found({ version }, true))).toEqual({ status });
});

test('an encrypted record is not repaired, either', () => {
  expect(decide(found({ asset: missing }, true))).toEqual({ status: 'broken' });
});

test.each([
  [5, 'ready', undefined],
  [6, 'ready', undefined],
  [4, 'outdated', ['upgraded', []]],
  [3, 'outdated', ['upgraded', ['asset', 'state']]],
  [2, 'outdated', ['upgraded', ['asset', 'asset', 'state']]],
  [0, 'outdated', ['upgraded', ALL]],
])('version %d with everything there: %s', (version, status, remedy) => {
  expect(decide(found({ version })).status).toBe(status);
  expect(remedyOf(found({ version }))).toEqual(remedy);
});

test('before step 2 there is no repository to miss', () => {
  expect(decide(found({ version: 1, repository: 'to come' })).status).toBe('outdated');
});

test.each([missing, elsewhere, refused])('a state bucket that is $is is never made anew', state => {
  for (const others of [{}, { asset: missing }, { repository: 'missing' as const }, { version: 1 }])
    expect(decide(found({ state, ...others }))).toEqual({ status: 'broken' });
});

test('an asset bucket that S3 refuses may be there: it is not replaced', () => {
  expect(decide(found({ asset: refused }))).toEqual({ status: 'broken' });
});

const OF_ASSET = ['asset', 'asset', 'asset', 'asset'];

test.each([
  ['a missing asset bucket, under its name', { asset: missing }, ['repaired', OF_ASSET]],
  ['one of another region', { asset: elsewhere }, ['repaired', OF_ASSET]],
  ['a missing repository', { repository: 'missing' }, ['repaired', ['repository']]],
  ['one of another account', { repository: 'foreign' }, ['repaired', ['repository']]],
  [
    'what is gone first, then the steps to come',
    { asset: missing, version: 3 },
    ['repaired', ['asset', 'asset', 'asset', 'asset', 'state']],
  ],
] as const)('made anew: %s', (_name, seen, remedy) => {
  expect(decide(found(seen)).status).toBe('broken');
  expect(remedyOf(found(seen))).toEqual(remedy);
});

test('the way out of a broken bootstrap: the state bucket first, then what S3 refuses', () => {
  const next = (seen: Seen, secure = false) => problemOf('broken', found(seen, secure), WHERE)?.next ?? '';
  expect(next({ state: missing, asset: refused })).toMatch(/^Only that bucket/);
  expect(next({ state: elsewhere, asset: refused })).toMatch(/^If the bucket belongs to another account/);
  expect(next({ state: refused, asset: refused }).match(/"Effect": "Allow"/g)).toHaveLength(2);
  expect(next({ state: elsewhere })).toContain('The state is in eu-west-1');
  expect(next({ asset: missing, repository: 'missing' })).toMatch(/^Write `bootstrap: ensure`/);
  expect(next({ asset: missing }, true)).toMatch(/^The record is a SecureString/);
});
