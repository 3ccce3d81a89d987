import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Policy } from '../../../local/aws/iam.ts';
import { root } from '../act.ts';

const bin = (name: string) => path.join(root, '.cache/moto/bin', name);

/** A role as the template made it. */
export interface KitRole {
  readonly arn: string;
  readonly trust: Policy;
  readonly policies: Readonly<Record<string, Policy>>;
}

/** A stack that was deployed. */
export interface Stack {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, KitRole>>;
}

/** moto's AWS, a process of its own. */
export interface Moto {
  readonly url: string;
  /** Deploys a template of examples/iam/cloudformation. */
  deploy(template: string, parameters: Record<string, string>): Promise<Stack>;
  /** From now on a request needs what IAM would ask for. */
  enforceIam(): Promise<void>;
  /** An empty account again, in which anybody may do anything. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(bin('moto_server'), ['--host', '127.0.0.1', '--port', String(port)], {
    env: { PATH: process.env['PATH'], PYTHONWARNINGS: 'ignore' },
    stdio: 'ignore',
  });
  const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => {});
  await Promise.race([answering(url), failed]);
  let stacks = 0;
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
      return JSON.parse(stdout) as Stack;
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
