import { denied, requestFailed, statementFor } from '../../src/aws/messages.ts';

const WHERE = {
  region: 'cn-north-1',
  identity: {
    account: '123456789012',
    arn: 'arn:aws-cn:sts::123456789012:assumed-role/deploy/GitHubActions',
    partition: 'aws-cn',
  },
} as const;
const SSM = 'arn:aws-cn:ssm:cn-north-1:123456789012:parameter';

test.each([
  ['s3:ListBucket', 'arn:aws-cn:s3:::sst-state-abc', 'arn:aws-cn:s3:::sst-state-*'],
  ['s3:GetObject', 'arn:aws-cn:s3:::sst-state-abc/lock/a/b.json', 'arn:aws-cn:s3:::sst-state-*'],
  ['s3:CreateBucket', 'arn:aws-cn:s3:::sst-asset-abc', 'arn:aws-cn:s3:::sst-asset-*'],
  ['s3:ListBucket', 'arn:aws-cn:s3:::somebodys', 'arn:aws-cn:s3:::somebodys'],
  ['ssm:GetParameters', `${SSM}/sst/bootstrap`, [`${SSM}/sst/passphrase/*`, `${SSM}/sst/bootstrap`]],
  ['ssm:PutParameter', `${SSM}/sst/passphrase/a/b`, [`${SSM}/sst/passphrase/*`, `${SSM}/sst/bootstrap`]],
  ['ssm:GetParameters', `${SSM}/sst/bootstrap/asset`, `${SSM}/sst/bootstrap/asset`],
])('the statement for %s on %s is as wide as SST’s own policy', (action, resource, granted) => {
  expect(JSON.parse(statementFor({ action, resource }, WHERE))).toEqual({
    Effect: 'Allow',
    Action: action,
    Resource: granted,
  });
});

describe('a denial', () => {
  const permission = {
    action: 'ecr:CreateRepository',
    resource: 'arn:aws-cn:ecr:cn-north-1:1:repository/sst-asset',
  };

  test.each([
    ['no identity-based policy allows the ecr:CreateRepository action', "to the role's policy"],
    [undefined, "to the role's policy"],
    ['no session policy allows the ecr:CreateRepository action', 'to the session policy that limits'],
    [
      'no permissions boundary allows the ecr:CreateRepository action',
      'to the permissions boundary that limits',
    ],
    [
      'no VPC endpoint policy allows the ecr:CreateRepository action',
      'to the VPC endpoint policy that limits',
    ],
  ])('because %s: the statement goes %s', (because, holder) => {
    const { what, next } = denied(permission, because, WHERE);
    expect(what).toContain('is not allowed to ecr:CreateRepository on arn:aws-cn:ecr:');
    expect(next).toContain(holder);
    expect(next).toContain('"Effect": "Allow"');
  });

  test('by an explicit deny: no statement helps', () => {
    const { next } = denied(permission, 'with an explicit deny in a service control policy', WHERE);
    expect(next).toContain('(a service control policy)');
    expect(next).not.toContain('Effect');
  });
});

describe('a request that failed', () => {
  const refused = {
    permission: { action: 's3:CreateBucket', resource: 'arn:aws-cn:s3:::sst-state-x' },
    code: 'InternalError',
    message: 'We encountered an internal error. Please try again.',
    status: 500 as number | undefined,
    bucketRegion: undefined as string | undefined,
    tries: 6,
  };

  test('says what, where, how often, and AWS’ words', () => {
    expect(requestFailed(refused, WHERE).what).toBe(
      'S3 CreateBucket on arn:aws-cn:s3:::sst-state-x failed after 6 tries: InternalError (500): We encountered an internal error. Please try again. It was asked in account 123456789012, region cn-north-1. Nothing was exported.',
    );
  });

  test('an error without a code and without an answer is told by its message', () => {
    const { what } = requestFailed({ ...refused, code: 'Error', status: undefined }, WHERE);
    expect(what).toContain(
      'after 6 tries: Error: We encountered an internal error. Please try again. It was asked',
    );
  });

  test.each([
    [{ code: 'InternalError' }, 'did not recover'],
    [{ code: 'ThrottlingException', status: 400 }, 'did not recover'],
    [{ code: 'ExpiredTokenException', status: 400 }, 'session has expired'],
    [{ code: 'ENOTFOUND', status: undefined }, 'Check that cn-north-1 is a region of AWS'],
    [{ code: 'TimeoutError', status: undefined }, 'There was no answer'],
    [{ code: 'TooManyBuckets', status: 400 }, 'reached its quota of buckets'],
    [{ code: 'PermanentRedirect', status: 301, bucketRegion: 'us-east-1' }, 'The bucket is in us-east-1'],
    [{ code: 'ForeignAnswer', status: 200 }, 'did not come from AWS'],
    [{ code: 'ERR_PROXY_TUNNEL', status: undefined }, 'did not come from AWS'],
    [{ code: 'MalformedXML', status: 400 }, 'debug logging'],
  ])('%o: %s', (more, advice) => {
    expect(requestFailed({ ...refused, ...more }, WHERE).next).toContain(advice);
  });
});
