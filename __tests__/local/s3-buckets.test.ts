import { Agent } from 'node:http';
import {
  CreateBucketCommand,
  type CreateBucketCommandInput,
  DeleteBucketPolicyCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { ACCOUNT, clients, OTHER, refusal, roleWith } from './clients.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startAws();
});
afterEach(() => aws.close());

const through = { name: 'went through' };
const s3In = (region: string, account = ACCOUNT) =>
  clients(aws, roleWith(aws, undefined, account), region).s3;

/** CreateBucket exactly as given, because the SDK would add its own region as the constraint. */
function create(
  region: string,
  Bucket: string,
  more: Partial<CreateBucketCommandInput> = {},
  account = ACCOUNT,
) {
  const constraint = more.CreateBucketConfiguration?.LocationConstraint;
  const s3 = s3In(region, account);
  s3.middlewareStack.add(
    next => args => {
      const request = args.request as { body?: string; headers: Record<string, string> };
      if (!constraint) {
        delete request.body;
        request.headers['content-length'] = '0';
      }
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'high' },
  );
  return s3.send(new CreateBucketCommand({ Bucket, ...more }));
}

const at = (LocationConstraint: string) => ({
  CreateBucketConfiguration: { LocationConstraint: LocationConstraint as never },
});

describe('where a bucket is created', () => {
  test('in us-east-1 without a constraint, or where the constraint says', async () => {
    await create('us-east-1', 'plain');
    await create('us-east-1', 'abroad', at('eu-west-1'));
    expect([...aws.state.buckets.values()].map(({ name, region }) => [name, region])).toEqual([
      ['plain', 'us-east-1'],
      ['abroad', 'eu-west-1'],
    ]);
    expect(await refusal(create('us-east-1', 'wrong', at('us-east-1')))).toMatchObject({
      name: 'InvalidLocationConstraint',
      status: 400,
    });
  });

  test('elsewhere, only with the constraint of the endpoint', async () => {
    expect(await refusal(create('eu-west-1', 'bucket'))).toEqual({
      status: 400,
      name: 'IllegalLocationConstraintException',
      message:
        'The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.',
    });
    expect(await refusal(create('eu-west-1', 'bucket', at('eu-west-2')))).toMatchObject({
      name: 'IllegalLocationConstraintException',
    });
    expect(await refusal(create('eu-west-1', 'bucket', at('nowhere')))).toMatchObject({
      name: 'InvalidLocationConstraint',
    });
    expect(aws.state.buckets.size).toBe(0);
    await create('eu-west-1', 'bucket', at('eu-west-1'));
    expect(aws.state.buckets.get('bucket')).toMatchObject({ region: 'eu-west-1', accountId: ACCOUNT });
  });

  test('GetBucketLocation is empty in us-east-1', async () => {
    await create('us-east-1', 'here');
    await create('eu-west-1', 'there', at('eu-west-1'));
    expect(
      (await s3In('us-east-1').send(new GetBucketLocationCommand({ Bucket: 'here' }))).LocationConstraint,
    ).toBeUndefined();
    expect(
      (await s3In('eu-west-1').send(new GetBucketLocationCommand({ Bucket: 'there' }))).LocationConstraint,
    ).toBe('eu-west-1');
  });
});

describe('names that are taken', () => {
  test('by another account', async () => {
    await create('us-east-1', 'bucket', {}, OTHER);
    expect(await refusal(create('us-east-1', 'bucket'))).toMatchObject({
      status: 409,
      name: 'BucketAlreadyExists',
    });
  });

  test('by oneself: success in us-east-1, a conflict elsewhere, and nothing is lost', async () => {
    await create('us-east-1', 'here');
    await create('eu-west-1', 'there', at('eu-west-1'));
    await s3In('us-east-1').send(new PutObjectCommand({ Bucket: 'here', Key: 'a', Body: 'x' }));
    await create('us-east-1', 'here');
    expect(aws.state.buckets.get('here')?.objects.size).toBe(1);
    expect(await refusal(create('eu-west-1', 'there', at('eu-west-1')))).toMatchObject({
      status: 409,
      name: 'BucketAlreadyOwnedByYou',
    });
    expect(await refusal(create('us-east-1', 'there'))).toMatchObject({
      status: 409,
      name: 'BucketAlreadyOwnedByYou',
    });
  });

  test('names that no bucket can have', async () => {
    for (const name of ['ab', 'Upper', 'under_score', '-dash']) {
      expect(await refusal(create('us-east-1', name))).toMatchObject({ name: 'InvalidBucketName' });
    }
  });
});

describe('the account-regional namespace', () => {
  const name = (account: string, region: string) => `sst-state-${account}-${region}-an`;
  const regional = { BucketNamespace: 'account-regional' } as const;

  test('takes the names that tell the account and the region', async () => {
    await create('us-east-1', name(ACCOUNT, 'us-east-1'), regional);
    await create('eu-west-1', name(ACCOUNT, 'eu-west-1'), { ...regional, ...at('eu-west-1') });
    await create('us-gov-west-1', name(ACCOUNT, 'us-gov-west-1'), { ...regional, ...at('us-gov-west-1') });
    expect(aws.state.buckets.size).toBe(3);
    expect(aws.requests[0]?.headers['x-amz-bucket-namespace']).toBe('account-regional');
  });

  test('again: success in us-east-1, a conflict elsewhere', async () => {
    await create('us-east-1', name(ACCOUNT, 'us-east-1'), regional);
    await create('us-east-1', name(ACCOUNT, 'us-east-1'), regional);
    await create('eu-west-1', name(ACCOUNT, 'eu-west-1'), { ...regional, ...at('eu-west-1') });
    const again = create('eu-west-1', name(ACCOUNT, 'eu-west-1'), { ...regional, ...at('eu-west-1') });
    expect(await refusal(again)).toMatchObject({ name: 'BucketAlreadyOwnedByYou' });
  });

  test.each([
    ['another account', name(OTHER, 'us-east-1')],
    ['another region', name(ACCOUNT, 'eu-west-1')],
    ['no suffix', 'sst-state-abc'],
  ])('refuses a name with %s', async (_, bucket) => {
    expect(await refusal(create('us-east-1', bucket, regional))).toMatchObject({
      status: 400,
      name: 'InvalidBucketNamespace',
    });
  });

  test('its names are refused without the header', async () => {
    expect(await refusal(create('us-east-1', name(ACCOUNT, 'us-east-1')))).toMatchObject({
      status: 400,
      name: 'MissingNamespaceHeader',
    });
    expect(aws.state.buckets.size).toBe(0);
  });

  test.each(['me-south-1', 'me-central-1'])('does not exist in %s', async region => {
    const bucket = name(ACCOUNT, region);
    expect(await refusal(create(region, bucket, { ...regional, ...at(region) }))).toMatchObject({
      status: 400,
      name: 'InvalidRequest',
    });
    expect(await refusal(create(region, bucket, at(region)))).toMatchObject(through);
  });

  test('can be switched off', async () => {
    aws.state.accountRegionalNamespace = false;
    expect(await refusal(create('us-east-1', name(ACCOUNT, 'us-east-1'), regional))).toMatchObject({
      name: 'InvalidRequest',
    });
  });
});

describe('HeadBucket', () => {
  beforeEach(async () => {
    await create('eu-west-1', 'bucket', at('eu-west-1'));
  });
  const head = (region: string, account = ACCOUNT, owner?: string, Bucket = 'bucket') =>
    s3In(region, account).send(
      new HeadBucketCommand({ Bucket, ...(owner && { ExpectedBucketOwner: owner }) }),
    );

  test('tells the region to the owner', async () => {
    expect((await head('eu-west-1', ACCOUNT, ACCOUNT)).BucketRegion).toBe('eu-west-1');
  });

  test('404, 403 for a stranger or another owner than expected, 301 with the region from elsewhere', async () => {
    expect(await refusal(head('eu-west-1', ACCOUNT, ACCOUNT, 'absent'))).toMatchObject({
      status: 404,
      name: 'NotFound',
    });
    expect(await refusal(head('eu-west-1', OTHER))).toMatchObject({ status: 403 });
    expect(await refusal(head('eu-west-1', OTHER, OTHER))).toMatchObject({ status: 403 });
    expect(await refusal(head('eu-west-1', ACCOUNT, OTHER))).toMatchObject({ status: 403 });
    const error = await head('us-east-1', OTHER).catch(caught => caught);
    expect(error.$metadata.httpStatusCode).toBe(301);
    expect(error.$response.headers['x-amz-bucket-region']).toBe('eu-west-1');
    expect(error.$response.body.readableLength).toBe(0);
  });
});

describe('what a bucket is set to', () => {
  let s3: S3Client;
  const Bucket = 'sst-state-abc';
  const arn = `arn:aws:s3:::${Bucket}`;
  const statement = {
    Sid: 'EnforceSSLRequests',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
  };
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  });
  beforeEach(async () => {
    await create('us-east-1', Bucket);
    s3 = s3In('us-east-1');
  });

  test('versioning', async () => {
    const status = async () => (await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await status()).toBeUndefined();
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    expect(await status()).toBe('Enabled');
  });

  test('a policy, which bars nobody who comes over TLS', async () => {
    expect(await refusal(s3.send(new GetBucketPolicyCommand({ Bucket })))).toMatchObject({
      status: 404,
      name: 'NoSuchBucketPolicy',
    });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policy }));
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(policy);
    expect((await s3.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic).toBe(false);
    expect(await refusal(s3.send(new HeadBucketCommand({ Bucket })))).toMatchObject(through);
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
    expect(await refusal(s3.send(new GetBucketPolicyCommand({ Bucket })))).toMatchObject({
      name: 'NoSuchBucketPolicy',
    });
  });

  test('a policy of another bucket is refused, a public one is called so', async () => {
    const other = policy.replaceAll(Bucket, 'other');
    expect(await refusal(s3.send(new PutBucketPolicyCommand({ Bucket, Policy: other })))).toMatchObject({
      name: 'MalformedPolicy',
    });
    const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` };
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement: [open] }) }));
    expect((await s3.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic).toBe(true);
  });

  test("a policy's deny also holds for those who may do everything", async () => {
    const deny = { ...statement, Action: 's3:PutObject' };
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement: [deny] }) }));
    expect(await refusal(s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' })))).toMatchObject({
      name: 'AccessDenied',
      message: expect.stringMatching(/with an explicit deny in a resource-based policy$/),
    });
  });

  test('notifications and the public access block', async () => {
    expect(aws.state.buckets.get(Bucket)?.notification).toBeUndefined();
    await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }));
    expect(aws.state.buckets.get(Bucket)?.notification).toContain('NotificationConfiguration');
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(Object.values(PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
  });

  test('what is not served is refused, and creates nothing', async () => {
    const tagging = new PutBucketTaggingCommand({ Bucket: 'new-bucket', Tagging: { TagSet: [] } });
    expect(await refusal(s3.send(tagging))).toMatchObject({ status: 501, name: 'NotImplemented' });
    expect(aws.state.buckets.has('new-bucket')).toBe(false);
  });
});

test('ListBuckets tells the own buckets of all regions', async () => {
  await create('us-east-1', 'here');
  await create('eu-west-1', 'there', at('eu-west-1'));
  await create('us-east-1', 'foreign', {}, OTHER);
  const { Buckets } = await s3In('us-east-1').send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toEqual(['here', 'there']);
});

test('by host name as by path', async () => {
  const { config } = clients(aws);
  const lookup = (
    _: string,
    options: { all?: boolean },
    found: (error: null, ...address: unknown[]) => void,
  ) => (options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4));
  const httpAgent = new Agent({ lookup: lookup as never });
  const s3 = new S3Client({
    ...config,
    endpoint: aws.url.replace('127.0.0.1', 'localhost'),
    requestHandler: { httpAgent },
  });
  await s3.send(new CreateBucketCommand({ Bucket: 'my-bucket' }));
  await s3.send(new PutObjectCommand({ Bucket: 'my-bucket', Key: 'a/b', Body: 'x' }));
  httpAgent.destroy();
  expect(aws.requests[0]?.headers['host']).toMatch(/^my-bucket\.localhost:/);
  expect([...(aws.state.buckets.get('my-bucket')?.objects.keys() ?? [])]).toEqual(['a/b']);
});

test('by the host names of AWS, as through a proxy', async () => {
  const hosts = ['b-1.s3.eu-west-1.amazonaws.com', 'b-2.s3-eu-west-1.amazonaws.com', 'b-3.s3.amazonaws.com'];
  const { request } = await import('node:http');
  for (const host of hosts) {
    await new Promise(done => request(aws.url, { method: 'HEAD', headers: { host } }, done).end());
  }
  expect(aws.requests.map(({ action, params, region }) => [action, params['Bucket'], region])).toEqual([
    ['HeadBucket', 'b-1', 'eu-west-1'],
    ['HeadBucket', 'b-2', ''],
    ['HeadBucket', 'b-3', ''],
  ]);
});
