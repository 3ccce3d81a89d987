import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { ACCOUNT, allow, clients, OTHER, refusal, roleWith } from './clients.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startAws();
});
afterEach(() => aws.close());

const through = { name: 'went through' };
const region = 'us-east-1';

describe('keys', () => {
  /** One request to each service. */
  const ask = async (from: ReturnType<typeof clients>) => ({
    sts: await refusal(from.sts.send(new GetCallerIdentityCommand({}))),
    ssm: await refusal(from.ssm.send(new GetParametersCommand({ Names: ['/a'] }))),
    ecr: await refusal(from.ecr.send(new DescribeRepositoriesCommand({}))),
    s3: await refusal(from.s3.send(new CreateBucketCommand({ Bucket: 'bucket' }))),
  });

  test('that are known pass', async () => {
    expect(Object.values(await ask(clients(aws)))).toMatchObject([through, through, through, through]);
  });

  test('that are unknown are refused by each service in its own way', async () => {
    const from = clients(aws);
    aws.state.credentials.clear();
    const message = 'The security token included in the request is invalid.';
    expect(await ask(from)).toEqual({
      sts: { status: 403, name: 'InvalidClientTokenId', message },
      ssm: { status: 400, name: 'UnrecognizedClientException', message },
      ecr: { status: 400, name: 'UnrecognizedClientException', message },
      s3: {
        status: 403,
        name: 'InvalidAccessKeyId',
        message: 'The AWS Access Key Id you provided does not exist in our records.',
      },
    });
  });

  test('that have expired, too', async () => {
    const from = clients(aws);
    aws.state.now = () => Date.now() + 3_601_000;
    expect(await ask(from)).toMatchObject({
      sts: { status: 403, name: 'ExpiredToken' },
      ssm: { status: 400, name: 'ExpiredTokenException' },
      ecr: { status: 400, name: 'ExpiredTokenException' },
      s3: { status: 400, name: 'ExpiredToken' },
    });
  });

  test('need the token that they came with', async () => {
    const from = clients(aws);
    const ssm = new SSMClient({
      ...from.config,
      credentials: { ...from.credentials, sessionToken: 'another' },
    });
    expect(await refusal(ssm.send(new GetParametersCommand({ Names: ['/a'] })))).toMatchObject({
      name: 'UnrecognizedClientException',
    });
    const { accessKeyId, secretAccessKey } = aws.state.addUser(ACCOUNT, 'ci');
    const config = {
      ...from.config,
      credentials: { accessKeyId, secretAccessKey, sessionToken: 'left over' },
    };
    expect(
      await refusal(new SSMClient(config).send(new GetParametersCommand({ Names: ['/a'] }))),
    ).toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  test('none at all', async () => {
    const answer = await fetch(`${aws.url}/bucket?list-type=2`);
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
  });
});

describe('policies', () => {
  test('GetParameters needs every name, and is denied as a whole', async () => {
    bootstrapAsSst(aws, { account: ACCOUNT, region });
    const role = roleWith(aws, [
      allow('ssm:GetParameters', `arn:aws:ssm:${region}:${ACCOUNT}:parameter/sst/bootstrap`),
    ]);
    const get = (...Names: string[]) =>
      refusal(clients(aws, role).ssm.send(new GetParametersCommand({ Names })));
    expect(await get('/sst/bootstrap')).toMatchObject(through);
    const resource = `arn:aws:ssm:${region}:${ACCOUNT}:parameter/sst/passphrase/shop/dev`;
    expect(await get('/sst/bootstrap', '/sst/passphrase/shop/dev')).toEqual({
      status: 400,
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/${role.name}/test is not authorized to perform: ssm:GetParameters on resource: ${resource} because no identity-based policy allows the ssm:GetParameters action`,
    });
  });

  test('an explicit deny is told', async () => {
    const deny = { Statement: { Effect: 'Deny' as const, Action: 'ssm:*', Resource: '*' } };
    const role = roleWith(aws, [allow('*', '*'), deny]);
    expect(
      await refusal(clients(aws, role).ssm.send(new GetParametersCommand({ Names: ['/a'] }))),
    ).toMatchObject({
      message: expect.stringMatching(/with an explicit deny in an identity-based policy$/),
    });
  });

  test('HeadBucket is s3:ListBucket, and its refusal has no body', async () => {
    const { state } = bootstrapAsSst(aws, { account: ACCOUNT, region });
    const head = (action: string) =>
      refusal(
        clients(aws, roleWith(aws, [allow(action, 'arn:aws:s3:::sst-state-*')])).s3.send(
          new HeadBucketCommand({ Bucket: state }),
        ),
      );
    expect(await head('s3:ListBucket')).toMatchObject(through);
    expect(await head('s3:HeadBucket')).toMatchObject({ status: 403, message: 'UnknownError' });
  });

  test('S3 quotes the bucket', async () => {
    const role = roleWith(aws, [allow('s3:CreateBucket', 'arn:aws:s3:::sst-*')]);
    const create = (Bucket: string) =>
      refusal(clients(aws, role).s3.send(new CreateBucketCommand({ Bucket })));
    expect(await create('sst-state-abc')).toMatchObject(through);
    expect(await create('other')).toEqual({
      status: 403,
      name: 'AccessDenied',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/${role.name}/test is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::other" because no identity-based policy allows the s3:CreateBucket action`,
    });
    expect(aws.state.buckets.has('other')).toBe(false);
  });

  test('ECR, with and without names', async () => {
    const role = roleWith(aws, [
      allow('ecr:DescribeRepositories', `arn:aws:ecr:${region}:${ACCOUNT}:repository/sst-asset`),
    ]);
    const ask = (input: object) =>
      refusal(clients(aws, role).ecr.send(new DescribeRepositoriesCommand(input)));
    expect(await ask({ repositoryNames: ['sst-asset'] })).toMatchObject({
      name: 'RepositoryNotFoundException',
    });
    expect(await ask({})).toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(':repository/*'),
    });
  });

  test('another account is let in by the bucket and by its own policies, not by one of them', async () => {
    const { state } = bootstrapAsSst(aws, { account: ACCOUNT, region });
    const stranger = roleWith(aws, undefined, OTHER);
    const put = () =>
      refusal(clients(aws, stranger).s3.send(new PutObjectCommand({ Bucket: state, Key: 'a', Body: 'x' })));
    expect(await put()).toEqual({ status: 403, name: 'AccessDenied', message: 'Access Denied' });
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: stranger.arn },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${state}/*`,
    };
    const Policy = JSON.stringify({ Statement: [statement] });
    await clients(aws).s3.send(new PutBucketPolicyCommand({ Bucket: state, Policy }));
    expect(await put()).toMatchObject(through);
    stranger.policies = [];
    expect(await put()).toMatchObject({ status: 403 });
  });

  test('are looked at anew for every request', async () => {
    const role = roleWith(aws);
    const { ssm } = clients(aws, role);
    const get = () => refusal(ssm.send(new GetParametersCommand({ Names: ['/a'] })));
    expect(await get()).toMatchObject(through);
    role.policies = [];
    expect(await get()).toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('the SSO portal', () => {
  const ask = (token: string, account = ACCOUNT, role = 'Deployer') =>
    fetch(`${aws.url}/federation/credentials?role_name=${role}&account_id=${account}`, {
      headers: { 'x-amz-sso_bearer_token': token },
    });

  test('gives the credentials of a granted role to a valid login', async () => {
    aws.state.addRole(ACCOUNT, 'Deployer', { trust: { Statement: [] } });
    aws.state.addRole(ACCOUNT, 'Admin', { trust: { Statement: [] } });
    aws.state.ssoLogins.set('login', {
      expires: Date.now() + 60_000,
      roles: [{ accountId: ACCOUNT, roleName: 'Deployer' }],
    });
    const answer = await ask('login');
    const { roleCredentials } = (await answer.json()) as { roleCredentials: Record<string, string> };
    const credentials = {
      accessKeyId: roleCredentials['accessKeyId'] ?? '',
      secretAccessKey: roleCredentials['secretAccessKey'] ?? '',
      sessionToken: roleCredentials['sessionToken'] ?? '',
    };
    const ssm = new SSMClient({ endpoint: aws.url, region, credentials });
    expect(await refusal(ssm.send(new GetParametersCommand({ Names: ['/a'] })))).toMatchObject(through);
    expect(Number(roleCredentials['expiration'])).toBeGreaterThan(Date.now());
    expect((await ask('login', ACCOUNT, 'Admin')).status).toBe(403);
  });

  test('refuses a login that is unknown or expired', async () => {
    aws.state.ssoLogins.set('old', { expires: Date.now() - 1, roles: [] });
    for (const token of ['unknown', 'old']) {
      const answer = await ask(token);
      expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([401, 'UnauthorizedException']);
      expect(await answer.json()).toMatchObject({ message: 'Session token not found or invalid' });
    }
  });
});
