import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
} from '@aws-sdk/client-ecr';
import { GetBucketPolicyCommand } from '@aws-sdk/client-s3';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { evaluate, type Policy } from '../../local/aws/iam.ts';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { ACCOUNT, clients, OTHER, refusal, roleWith } from './clients.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startAws();
});
afterEach(() => aws.close());

describe('parameters', () => {
  const put = (Name: string, Value: string, more: object = { Type: 'String' }) =>
    clients(aws).ssm.send(new PutParameterCommand({ Name, Value, ...more }));

  test('are written once without Overwrite, again with it, and every value is kept', async () => {
    expect(await put('/sst/bootstrap', 'one')).toMatchObject({ Version: 1, Tier: 'Standard' });
    expect(await refusal(put('/sst/bootstrap', 'two'))).toMatchObject({
      status: 400,
      name: 'ParameterAlreadyExists',
    });
    expect(await put('/sst/bootstrap', 'three', { Overwrite: true })).toMatchObject({ Version: 2 });
    const { history = [] } = aws.state.region(ACCOUNT, 'us-east-1').parameters.get('/sst/bootstrap') ?? {};
    expect(history.map(({ value, type, version }) => [value, type, version])).toEqual([
      ['one', 'String', 1],
      ['three', 'String', 2],
    ]);
  });

  test('of many first writers at once, one wins', async () => {
    aws.latency = 5;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => refusal(put('/race', String(index)))),
    );
    expect(outcomes.filter(({ name }) => name === 'went through')).toHaveLength(1);
    expect(outcomes.filter(({ name }) => name === 'ParameterAlreadyExists')).toHaveLength(9);
  });

  test('need a type when they are new', async () => {
    expect(await refusal(put('/new', 'x', {}))).toMatchObject({ name: 'ValidationException' });
  });

  test('are read, and the absent ones are named', async () => {
    await put('/a', 'one');
    const { ssm } = clients(aws);
    expect((await ssm.send(new GetParameterCommand({ Name: '/a' }))).Parameter).toMatchObject({
      Name: '/a',
      Type: 'String',
      Value: 'one',
      Version: 1,
      ARN: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/a`,
    });
    expect(await refusal(ssm.send(new GetParameterCommand({ Name: '/b' })))).toMatchObject({
      status: 400,
      name: 'ParameterNotFound',
    });
    const both = await ssm.send(new GetParametersCommand({ Names: ['/b', '/a'] }));
    expect(both.Parameters).toMatchObject([{ Name: '/a', Value: 'one' }]);
    expect(both.InvalidParameters).toEqual(['/b']);
    const eleven = Array.from({ length: 11 }, (_, index) => `/${index}`);
    expect(await refusal(ssm.send(new GetParametersCommand({ Names: eleven })))).toMatchObject({
      name: 'ValidationException',
    });
  });

  test('a SecureString is readable only with decryption', async () => {
    await put('/secret', 'hush', { Type: 'SecureString' });
    const value = async (WithDecryption: boolean) =>
      (await clients(aws).ssm.send(new GetParametersCommand({ Names: ['/secret'], WithDecryption })))
        .Parameters?.[0];
    expect(await value(true)).toMatchObject({ Type: 'SecureString', Value: 'hush' });
    expect((await value(false))?.Value).toMatch(/^AQICAH/);
  });

  test('are listed by path, deeper ones on demand, page by page', async () => {
    for (const name of ['/sst/b', '/sst/a', '/sst/deep/c', '/sstx']) await put(name, 'x');
    const list = async (more: object) => {
      const { Parameters, NextToken } = await clients(aws).ssm.send(
        new GetParametersByPathCommand({ Path: '/sst', ...more }),
      );
      return { names: Parameters?.map(({ Name }) => Name), NextToken };
    };
    expect((await list({})).names).toEqual(['/sst/a', '/sst/b']);
    const first = await list({ Recursive: true, MaxResults: 2 });
    expect(first.names).toEqual(['/sst/a', '/sst/b']);
    expect(await list({ Recursive: true, MaxResults: 2, NextToken: first.NextToken })).toEqual({
      names: ['/sst/deep/c'],
    });
  });

  test('belong to a region and an account', async () => {
    await put('/a', 'one');
    const read = (account: string, region: string) =>
      refusal(
        clients(aws, roleWith(aws, undefined, account), region).ssm.send(
          new GetParameterCommand({ Name: '/a' }),
        ),
      );
    expect(await read(ACCOUNT, 'us-east-1')).toMatchObject({ name: 'went through' });
    expect(await read(ACCOUNT, 'eu-west-1')).toMatchObject({ name: 'ParameterNotFound' });
    expect(await read(OTHER, 'us-east-1')).toMatchObject({ name: 'ParameterNotFound' });
  });

  test('are deleted once', async () => {
    await put('/a', 'one');
    const remove = () => clients(aws).ssm.send(new DeleteParameterCommand({ Name: '/a' }));
    await remove();
    expect(await refusal(remove())).toMatchObject({ name: 'ParameterNotFound' });
  });
});

describe('repositories', () => {
  test('are created once, described and deleted', async () => {
    const { ecr } = clients(aws, undefined, 'eu-west-1');
    const one = { repositoryName: 'sst-asset' };
    const describeOne = () => ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['sst-asset'] }));
    expect(await refusal(describeOne())).toEqual({
      status: 400,
      name: 'RepositoryNotFoundException',
      message: `The repository with name 'sst-asset' does not exist in the registry with id '${ACCOUNT}'`,
    });
    const { repository } = await ecr.send(new CreateRepositoryCommand(one));
    expect(repository).toMatchObject({
      registryId: ACCOUNT,
      repositoryUri: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/sst-asset`,
      repositoryArn: `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/sst-asset`,
    });
    expect(await refusal(ecr.send(new CreateRepositoryCommand(one)))).toMatchObject({
      name: 'RepositoryAlreadyExistsException',
    });
    expect((await describeOne()).repositories).toEqual([repository]);
    await ecr.send(new DeleteRepositoryCommand(one));
    expect(await refusal(describeOne())).toMatchObject({ name: 'RepositoryNotFoundException' });
  });

  test('of other partitions have its domain', async () => {
    const uri = async (region: string) => {
      const { repository } = await clients(aws, undefined, region).ecr.send(
        new CreateRepositoryCommand({ repositoryName: 'a' }),
      );
      return repository?.repositoryUri;
    };
    expect(await uri('cn-north-1')).toBe(`${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn/a`);
    expect(await uri('eusc-de-east-1')).toBe(`${ACCOUNT}.dkr.ecr.eusc-de-east-1.amazonaws.eu/a`);
  });

  test('of another registry are not for everybody', async () => {
    const ask = new DescribeRepositoriesCommand({ registryId: OTHER, repositoryNames: ['sst-asset'] });
    expect(await refusal(clients(aws).ecr.send(ask))).toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(
        /because no resource-based policy allows the ecr:DescribeRepositories action$/,
      ),
    });
  });
});

describe('an account as SST leaves it', () => {
  test('the record in its form, and all that it names', async () => {
    const region = 'eu-west-1';
    bootstrapAsSst(aws, { account: ACCOUNT, region });
    const { ssm, s3, ecr } = clients(aws, undefined, region);
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/sst/bootstrap' }));
    expect(Parameter?.Type).toBe('String');
    expect(Parameter?.Value).toMatch(
      /^\{"version":5,"asset":"sst-asset-([a-z]{12})","assetEcrRegistryId":"123456789012","assetEcrUrl":"123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/sst-asset","state":"sst-state-\1","appsyncHttp":"","appsyncRealtime":""\}$/,
    );
    const { asset, state } = JSON.parse(Parameter?.Value ?? '');
    expect(aws.state.buckets.get(asset)).toMatchObject({ versioning: '', region });
    expect(aws.state.buckets.get(state)).toMatchObject({ versioning: 'Enabled', region });
    expect((await ecr.send(new DescribeRepositoriesCommand({}))).repositories).toHaveLength(1);
    for (const Bucket of [asset, state]) {
      const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
      const over = (secure: string) =>
        evaluate([JSON.parse(Policy ?? '') as Policy], {
          action: 's3:GetObject',
          resource: `arn:aws:s3:::${Bucket}/x`,
          principals: { AWS: ['anybody'] },
          context: { 'aws:SecureTransport': secure },
        });
      expect([over('false'), over('true')]).toEqual(['explicit-deny', 'implicit-deny']);
    }
  });

  test('an older SST stopped earlier', () => {
    const record = bootstrapAsSst(aws, { account: ACCOUNT, region: 'us-east-1', version: 1 });
    expect(record).toMatchObject({ version: 1, assetEcrUrl: '' });
    expect(aws.state.region(ACCOUNT, 'us-east-1').repositories.size).toBe(0);
    expect(aws.state.buckets.get(record.state)?.policy).toBeUndefined();
  });
});
