import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Policy } from '../../../local/aws/iam.ts';
import { root } from '../act.ts';

const bin = (name: string) => path.join(root, '.cache/python/bin', name);

/** A role from the template. */
export interface KitRole {
  readonly arn: string;
  readonly trust: Policy;
  /** ARN of the permissions boundary, empty if it has none. */
  readonly boundary: string;
  /** The policies from the template, unchanged. */
  readonly policies: Readonly<Record<string, Policy>>;
}

/** A stack that was deployed. */
export interface Stack {
  /** `CREATE_COMPLETE`, or the error code of the resource that failed. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, KitRole>>;
  /** ARNs of the OIDC providers that are in the account after the deploy. */
  readonly providers: readonly string[];
}

/** moto's AWS, a process of its own. */
export interface Moto {
  readonly url: string;
  /** Deploys a template of examples/iam/cloudformation. */
  deploy(template: string, parameters: Record<string, string>): Promise<Stack>;
  /** GitHub's OIDC provider, as in an account that used configure-aws-credentials before. */
  addProvider(): Promise<void>;
  /** Replaces the role's policy of that name, and allows everything to everybody again. */
  replacePolicy(role: string, name: string, policy: Policy): Promise<void>;
  /** From now on a request needs its IAM permission. */
  enforceIam(): Promise<void>;
  /** Makes the account empty again, and allows everything to everybody. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const script = path.join(import.meta.dirname, 'server.py');
  const server = spawn(bin('python'), [script, '--host', '127.0.0.1', '--port', String(port)], {
    env: { PATH: process.env['PATH'], PYTHONWARNINGS: 'ignore' },
    stdio: 'ignore',
  });
  const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => {});
  await Promise.race([answering(url), failed]);
  let stacks = 0;
  async function replacePolicy(RoleName: string, PolicyName: string, policy: Policy): Promise<void> {
    const PolicyArn = `arn:aws:iam::123456789012:policy/${PolicyName}`;
    // It does not exist if it was replaced before.
    await ask(url, { Action: 'DetachRolePolicy', RoleName, PolicyArn }).catch(() => {});
    const PolicyDocument = JSON.stringify(asMotoAsks(policy));
    await ask(url, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument });
  }
  async function tell(what: string, body?: string): Promise<void> {
    const response = await fetch(`${url}/moto-api/${what}`, { method: 'POST', ...(body && { body }) });
    if (!response.ok) throw new Error(`moto: HTTP ${response.status}`);
  }
  return {
    url,
    async deploy(template, parameters) {
      const file = path.join(root, 'examples/iam/cloudformation', template);
      const { stdout } = await promisify(execFile)(bin('python'), [
        path.join(import.meta.dirname, 'deploy.py'),
        url,
        file,
        `kit-${++stacks}`,
        JSON.stringify(parameters),
      ]);
      const stack = JSON.parse(stdout) as Stack;
      for (const role of Object.values(stack.roles))
        for (const [name, policy] of Object.entries(role.policies))
          await replacePolicy(path.basename(role.arn), name, policy);
      return stack;
    },
    addProvider: () =>
      ask(url, {
        Action: 'CreateOpenIDConnectProvider',
        Url: 'https://token.actions.githubusercontent.com',
        'ClientIDList.member.1': 'sts.amazonaws.com',
        'ThumbprintList.member.1': '0'.repeat(40),
      }),
    async replacePolicy(role, name, policy) {
      await tell('reset-auth', 'Infinity');
      await replacePolicy(role, name, policy);
    },
    enforceIam: () => tell('reset-auth', '0'),
    async reset() {
      await tell('reset-auth', 'Infinity');
      await tell('reset');
    },
    async close() {
      const closed = once(server, 'close');
      server.kill();
      await closed;
    },
  };
}

/** For an S3 operation, moto requires an action of the operation's name, not the permission that IAM documents. */
const S3_OPERATIONS: Record<string, string[]> = {
  's3:GetObject': ['s3:HeadObject'],
  's3:ListBucket': ['s3:HeadBucket', 's3:ListObjectsV2'],
  's3:PutBucketNotification': ['s3:PutBucketNotificationConfiguration'],
};

/**
 * The policy as moto can enforce it: with moto's names, without conditions, and on `*` except for S3, because moto
 * checks no other resources. The local AWS enforces the unchanged resources and conditions.
 */
function asMotoAsks(policy: Policy): Policy {
  const statements = [policy.Statement].flat().flatMap(({ Condition: _, ...statement }) => {
    const actions = [statement.Action ?? []].flat();
    if (actions.length === 0) return [];
    const s3 = actions.every(action => action.startsWith('s3:'));
    if (!s3) return { ...statement, Resource: '*' };
    return {
      ...statement,
      Action: actions.flatMap(action => [action, ...(S3_OPERATIONS[action] ?? [])]),
    };
  });
  return { ...policy, Statement: statements };
}

/** A request to moto's IAM, with an arbitrary signature. */
async function ask(url: string, parameters: Record<string, string>): Promise<void> {
  const scope = 'AKIAOWNER/20260101/us-east-1/iam/aws4_request';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none` },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
  });
  if (!answer.ok) throw new Error(`${parameters['Action']}: ${answer.status} ${await answer.text()}`);
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (response) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
