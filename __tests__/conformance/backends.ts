import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { Policy } from '../../local/aws/iam.ts';
import { type LocalGithub, startGithub } from '../../local/github/server.ts';
import { startServices } from '../../local/services.ts';

export const ACCOUNT = '123456789012';

const MOTO = path.resolve(import.meta.dirname, '../../.cache/python/bin/moto_server');

/** An imitation of AWS with one account, and of GitHub. */
export interface Backend {
  /** The environment of a job that reaches both. */
  readonly env: Record<string, string>;
  readonly roleArn: string;
  readonly github: LocalGithub;
  /** Clients of the account's owner, to prepare and to inspect the account. */
  owner(region: string): Owner;
}

/** Creates an empty account for a test. */
export interface Source<Kind extends Backend = Backend> {
  fresh(): Promise<Kind>;
  close(): Promise<void>;
}

/** The operations of the tests on an account. */
export interface Owner {
  buckets(): Promise<string[]>;
  createBucket(name: string): Promise<void>;
  deleteBucket(name: string): Promise<void>;
  putObject(bucket: string, key: string, body: string): Promise<void>;
  /** Undefined if it does not exist. */
  object(bucket: string, key: string): Promise<string | undefined>;
  versioned(bucket: string): Promise<boolean>;
  /** Undefined if it has none. */
  policy(bucket: string): Promise<string | undefined>;
  enableVersioning(bucket: string): Promise<void>;
  /** Undefined if there is none. */
  parameter(name: string): Promise<{ value: string; type: string; version: number } | undefined>;
  putParameter(name: string, value: string, type?: 'String' | 'SecureString'): Promise<void>;
  deleteParameter(name: string): Promise<void>;
  /** Its URL. */
  createRepository(name: string): Promise<string>;
  deleteRepository(name: string): Promise<void>;
  repositories(): Promise<string[]>;
}

/** The project's local services. */
export async function startLocal(): Promise<Source> {
  let services = await startServices();
  return {
    async fresh() {
      await services.close();
      services = await startServices();
      const { url, state } = services.aws;
      const { accessKeyId, secretAccessKey } = state.addUser(ACCOUNT, 'owner');
      return {
        env: services.env,
        roleArn: services.role.arn,
        github: services.github,
        owner: region => ownerOf(url, region, { accessKeyId, secretAccessKey }),
      };
    },
    close: () => services.close(),
  };
}

/** moto_server, a project of others. It accepts every web identity token. */
export interface Moto extends Backend {
  /** Sets the role's policies. Before that, everything is allowed. The next request passes in any case. */
  enforce(policy: Policy): Promise<void>;
  /** Allows everything again. */
  relax(): Promise<void>;
}

/** Starts moto_server on a free port of 127.0.0.1. */
export async function startMoto(): Promise<Source<Moto>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(MOTO, ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
  await Promise.race([failed, answering(url)]);
  const github: LocalGithub = await startGithub();
  const command = (path: string, body = '') => fetch(`${url}/moto-api/${path}`, { method: 'POST', body });
  return {
    async fresh() {
      await command('reset-auth', 'inf');
      await command('reset');
      await ask(url, {
        Action: 'CreateRole',
        RoleName: 'sst-deploy',
        AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
      });
      return {
        env: { AWS_ENDPOINT_URL: url, GITHUB_API_URL: github.url, ...github.tokenEnvironment() },
        roleArn: `arn:aws:iam::${ACCOUNT}:role/sst-deploy`,
        github,
        owner: region => ownerOf(url, region, { accessKeyId: 'AKIAOWNER', secretAccessKey: 'owner' }),
        async enforce(policy) {
          await command('reset-auth', 'inf');
          await ask(url, {
            Action: 'PutRolePolicy',
            RoleName: 'sst-deploy',
            PolicyName: 'sst',
            PolicyDocument: JSON.stringify(policy),
          });
          // One request passes unchecked: AssumeRoleWithWebIdentity is not signed, and moto would refuse it.
          await command('reset-auth', '1');
        },
        relax: async () => void (await command('reset-auth', 'inf')),
      };
    },
    async close() {
      const gone = once(server, 'exit');
      server.kill();
      await Promise.all([gone, github.close()]);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${url}/moto-api/data.json`).catch(() => undefined)) return;
    await sleep(100);
  }
  throw new Error('moto_server does not answer.');
}

/** A request to moto's IAM, for which the project has no client. */
async function ask(url: string, parameters: Record<string, string>): Promise<void> {
  const scope = 'AKIAOWNER/20260101/us-east-1/iam/aws4_request';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none` },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
  });
  if (!answer.ok) throw new Error(`${parameters['Action']}: ${answer.status} ${await answer.text()}`);
}

function ownerOf(
  endpoint: string,
  region: string,
  credentials: { accessKeyId: string; secretAccessKey: string },
): Owner {
  const config = { endpoint, region, credentials };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const ssm = new SSMClient(config);
  const ecr = new ECRClient(config);
  return {
    async buckets() {
      const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
      return Buckets.map(({ Name = '' }) => Name).sort();
    },
    async createBucket(Bucket) {
      const elsewhere = region === 'us-east-1' ? {} : { LocationConstraint: region as 'eu-west-1' };
      const configuration = region === 'us-east-1' ? {} : { CreateBucketConfiguration: elsewhere };
      await s3.send(new CreateBucketCommand({ Bucket, ...configuration }));
    },
    async deleteBucket(Bucket) {
      await s3.send(new DeleteBucketCommand({ Bucket }));
    },
    async putObject(Bucket, Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async object(Bucket, Key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key })).catch(absent('NoSuchKey'));
      return Body?.transformToString();
    },
    async versioned(Bucket) {
      const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket }));
      return Status === 'Enabled';
    },
    async policy(Bucket) {
      const answer = s3.send(new GetBucketPolicyCommand({ Bucket }));
      return (await answer.catch(absent('NoSuchBucketPolicy'))).Policy;
    },
    async enableVersioning(Bucket) {
      const VersioningConfiguration = { Status: 'Enabled' as const };
      await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    },
    async parameter(Name) {
      try {
        const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
        return {
          value: Parameter?.Value ?? '',
          type: Parameter?.Type ?? '',
          version: Parameter?.Version ?? 0,
        };
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw error;
      }
    },
    async putParameter(Name, Value, Type = 'String') {
      await ssm.send(new PutParameterCommand({ Name, Value, Type, Overwrite: true }));
    },
    async deleteParameter(Name) {
      await ssm.send(new DeleteParameterCommand({ Name }));
    },
    async createRepository(repositoryName) {
      const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName }));
      return repository?.repositoryUri ?? '';
    },
    async deleteRepository(repositoryName) {
      await ecr.send(new DeleteRepositoryCommand({ repositoryName }));
    },
    async repositories() {
      const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
      return repositories.map(({ repositoryName = '' }) => repositoryName);
    },
  };
}

/** An empty answer instead of the error "does not exist". */
function absent(name: string): (error: Error) => Record<string, undefined> {
  return error => {
    if (error.name === name) return {};
    throw error;
  };
}
