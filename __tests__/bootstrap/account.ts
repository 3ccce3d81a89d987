import type { Policy } from '../../local/aws/iam.ts';
import type { AwsOptions, LocalAws } from '../../local/aws/server.ts';
import { ACCOUNT, startAws } from '../../local/aws/server.ts';
import type { Access, Transport } from '../../src/aws/access.ts';
import { partitionOf } from '../../src/aws/region.ts';
import { type BootstrapRequest, checkBootstrap } from '../../src/bootstrap/index.ts';
import type { BootstrapMode, BootstrapReport } from '../../src/bootstrap/status.ts';

/** An account of its own on the local AWS, and the stage run against it in this process. */
export interface Account {
  readonly aws: LocalAws;
  readonly access: (region: string) => Access;
  /** What the stage printed. */
  readonly log: string[];
  run(mode: BootstrapMode, region?: string, deploying?: Deploying): Promise<BootstrapReport>;
  /** The requests since the last call, as `service:action`. */
  asked(): string[];
  close(): Promise<void>;
}

export interface Deploying {
  readonly app: string;
  readonly stage: string;
}

export interface AccountOptions extends AwsOptions {
  /** Undefined: may do everything. */
  readonly policies?: Policy[];
  readonly transport?: Partial<Transport>;
}

/** Starts it; AWS_ENDPOINT_URL names it until it is closed. */
export async function startAccount(options: AccountOptions = {}): Promise<Account> {
  const aws = await startAws(options);
  const role = aws.state.addRole(ACCOUNT, 'deploy', {
    trust: { Statement: [] },
    ...(options.policies ? { policies: options.policies } : {}),
  });
  const { accessKeyId, secretAccessKey, sessionToken } = aws.state.startSession(role, 'job', 3600);
  process.env['AWS_ENDPOINT_URL'] = aws.url;
  const log: string[] = [];
  let seen = 0;
  const transport: Transport = {
    signal: new AbortController().signal,
    trace: () => {},
    proxy: {},
    ...options.transport,
  };
  const access = (region: string): Access => ({
    keys: { accessKeyId, secretAccessKey, sessionToken },
    identity: {
      account: ACCOUNT,
      arn: `arn:${partitionOf(region)}:sts::${ACCOUNT}:assumed-role/deploy/job`,
      partition: partitionOf(region),
    },
    region,
    transport,
  });
  return {
    aws,
    access,
    log,
    run(mode, region = 'us-east-1', deploying) {
      const deployment: BootstrapRequest['deployment'] = deploying
        ? { app: deploying.app, stage: { name: deploying.stage, from: 'input' } }
        : {};
      return checkBootstrap({
        mode,
        access: access(region),
        deployment,
        log: { info: line => log.push(line), debug: line => log.push(`debug: ${line}`) },
      });
    },
    asked() {
      const fresh = aws.requests.slice(seen);
      seen = aws.requests.length;
      return fresh.map(({ service, action }) => `${service}:${action}`);
    },
    async close() {
      delete process.env['AWS_ENDPOINT_URL'];
      await aws.close();
    },
  };
}
