import { Refused } from '../../src/aws/errors.ts';
import { requestFailed } from '../../src/aws/messages.ts';
import * as bootstrap from '../../src/bootstrap/messages.ts';
import { EMPTY_RECORD } from '../../src/bootstrap/record.ts';
import { problemOf } from '../../src/bootstrap/report.ts';
import type { ResourceStates } from '../../src/bootstrap/resources.ts';
import { type Problem, problemText } from '../../src/failure.ts';

const where = {
  identity: {
    account: '123456789012',
    arn: 'arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions',
    partition: 'aws',
  },
  region: 'eu-west-1',
} as const;
const record = {
  ...EMPTY_RECORD,
  version: 5,
  asset: 'sst-asset-abc',
  state: 'sst-state-abc',
  assetEcrRegistryId: '123456789012',
  assetEcrUrl: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset',
};
const permission = { action: 's3:ListBucket', resource: 'arn:aws:s3:::sst-state-abc' };
const shown = (problem: Problem) => `${problem.title}\n\n${problemText(problem)}\n`;

const whole: ResourceStates = {
  asset: { is: 'present' },
  state: { is: 'present' },
  repository: { is: 'present' },
};

test.each<[string, Partial<ResourceStates>, Partial<typeof record>]>([
  ['the state bucket is gone', { state: { is: 'missing' } }, {}],
  ['the record names no state bucket', { state: { is: 'missing' } }, { state: '' }],
  ['the asset bucket is gone', { asset: { is: 'missing' } }, {}],
  ['the state is in another region', { state: { is: 'elsewhere', region: 'us-east-1' } }, {}],
  ['S3 refuses the state bucket', { state: { is: 'refused', permission } }, {}],
  ['the repository is gone', { repository: { is: 'missing' } }, {}],
  ['the record names no repository', { repository: { is: 'missing' } }, { assetEcrUrl: '' }],
  ['the repository is elsewhere', { repository: { is: 'foreign' } }, {}],
])('broken: %s', (_, resources, named) => {
  const found = { record: { ...record, ...named }, resources: { ...whole, ...resources } };
  const problem = problemOf('broken', found, where);
  expect(problem && shown(problem)).toMatchSnapshot();
});

test('every other state, and the warnings', () => {
  const problems = [
    bootstrap.notBootstrapped(where),
    problemOf('broken', { record: EMPTY_RECORD, unreadable: 'it is not a JSON object' }, where),
    bootstrap.encryptedRecord(where),
    bootstrap.recordNotDecrypted(where, 'not authorized to perform: kms:Decrypt'),
    bootstrap.notBootstrapped(where, true),
    bootstrap.outdated(where, 3, 5, true),
    bootstrap.outdated(where, 3, 5),
    bootstrap.outdated(where, 0, 5),
    bootstrap.unusedBucketsLeft(['sst-asset-x'], where),
    bootstrap.unusedBucketsLeft(['sst-asset-x', 'sst-state-x'], where),
    bootstrap.settingsChanged(['sst-state-abc: not versioned'], where),
    bootstrap.nameTaken('sst-state-abc', where),
    bootstrap.reservedNamesUnreadable('/sst/bootstrap/names', where),
    bootstrap.keepsChanging(where, 8),
  ];
  for (const problem of problems) expect(problem && shown(problem)).toMatchSnapshot();
});

test('a request that failed', () => {
  const refused = (code: string, status: number | undefined, tries = 1) =>
    new Refused(permission, { code, status, message: 'sorry', bucketRegion: undefined, tries }, undefined);
  const failures = [
    refused('InternalError', 500, 6),
    refused('SlowDown', 503, 6),
    refused('TimeoutError', undefined),
  ];
  for (const failure of failures) expect(shown(requestFailed(failure, where))).toMatchSnapshot();
});
