import type { Policy } from '../../local/aws/iam.ts';
import { ACCOUNT, type AwsOptions, type LocalAws, startAws } from '../../local/aws/server.ts';
import type { Access } from '../../src/aws/identity.ts';
import { partitionOf } from '../../src/aws/region.ts';
import { makeAgents, type Transport } from '../../src/aws/transport.ts';
import type { BootstrapRequest } from '../../src/bootstrap/context.ts';
import { checkBootstrap } from '../../src/bootstrap/index.ts';
import type { BootstrapReport } from '../../src/bootstrap/status.ts';

/** A role in an account of the local AWS, and the stage run with it in this process. */
export interface Account {
  readonly id: string;
  readonly aws: LocalAws;
  readonly access: (region: string) => Access;
  /** The output of the stage. */
  readonly log: string[];
  run(mode: BootstrapRequest['mode'], region?: string, deploying?: Deploying): Promise<BootstrapReport>;
  /** This account's requests since the last call, as `service:action`. */
  asked(): string[];
  /** The names of the account's buckets, sorted. */
  buckets(): string[];
  /** Every value that the parameter has had, oldest first. */
  values(region: string, name?: string): string[];
}

export interface Deploying {
  readonly app: string;
  readonly stage: string;
  readonly home?: string;
  readonly newStage?: 'allow' | 'fail';
}

export interface RoleOptions {
  /** If it is undefined, everything is allowed. */
  readonly policies?: Policy[];
  readonly transport?: Partial<Transport>;
}

/** A local AWS with one account. AWS_ENDPOINT_URL names it until it is closed. */
export async function startAccount(
  options: AwsOptions & RoleOptions = {},
): Promise<Account & { close(): Promise<void> }> {
  const aws = await startAws(options);
  process.env['AWS_ENDPOINT_URL'] = aws.url;
  return {
    ...openAccount(aws, ACCOUNT, options),
    async close() {
      delete process.env['AWS_ENDPOINT_URL'];
      await aws.close();
    },
  };
}

/** An account on an existing local AWS. Accounts are independent, so several can be tested at once. */
export function openAccount(aws: LocalAws, id: string, options: RoleOptions = {}): Account {
  const role = aws.state.addRole(id, 'deploy', {
    trust: { Statement: [] },
    ...(options.policies ? { policies: options.policies } : {}),
  });
  const { accessKeyId, secretAccessKey, sessionToken } = aws.state.startSession(role, 'job', 3600);
  const log: string[] = [];
  let seen = 0;
  const transport: Transport = {
    signal: new AbortController().signal,
    trace: () => {},
    agents: makeAgents({}),
    ...options.transport,
  };
  const access = (region: string): Access => ({
    keys: { accessKeyId, secretAccessKey, sessionToken },
    identity: {
      account: id,
      arn: `arn:${partitionOf(region)}:sts::${id}:assumed-role/deploy/job`,
      partition: partitionOf(region),
    },
    region,
    transport,
  });
  return {
    id,
    aws,
    access,
    log,
    async run(mode, region = 'us-east-1', deploying) {
      const deployment: BootstrapRequest['deployment'] = deploying
        ? { ...deploying, stage: { name: deploying.stage, from: 'input' } }
        : {};
      const { report, failure } = await checkBootstrap({
        mode,
        ...(deploying?.newStage ? { newStage: deploying.newStage } : {}),
        access: access(region),
        deployment,
        log: { info: line => log.push(line), debug: line => log.push(`debug: ${line}`) },
      });
      if (!report) throw failure;
      return report;
    },
    asked() {
      const fresh = aws.requests.slice(seen).filter(({ accountId }) => accountId === id);
      seen = aws.requests.length;
      return fresh.map(({ service, action }) => `${service}:${action}`);
    },
    buckets: () =>
      [...aws.state.buckets.values()]
        .filter(({ accountId }) => accountId === id)
        .map(({ name }) => name)
        .sort(),
    values: (region, name = '/sst/bootstrap') =>
      aws.state
        .region(id, region)
        .parameters.get(name)
        ?.history.map(({ value }) => value) ?? [],
  };
}
