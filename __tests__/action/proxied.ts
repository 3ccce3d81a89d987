// The step in a network with a proxy: real host names, over TLS, through a tunnel that ends here.
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Job } from '../../local/github/claims.ts';
import { type Fixture, makeFixture } from '../../local/peer/fixture.ts';
import { type ForwardProxy, startProxy } from '../../local/proxy.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { CERTIFICATE, KEY } from '../fixtures/tls.ts';

export const STS = 'sts.us-east-1.amazonaws.com:443';
const SERVICES = ['ssm', 's3', 'api.ecr'].map(name => `${name}.us-east-1.amazonaws.com:443`);
export const TOKEN = 'token.example:443';

export let fixture: Fixture;
let fronts: Server[];
export let proxy: ForwardProxy;

/** A TLS server in front of a plain one, as `127.0.0.1:PORT`. */
async function front(url: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    incoming.pipe(
      request({ hostname, port, path, method, headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  });
  fronts.push(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  fixture = await makeFixture();
  fronts = [];
  const aws = await front(fixture.aws.url);
  proxy = await startProxy({
    ...Object.fromEntries([STS, ...SERVICES].map(host => [host, aws])),
    [TOKEN]: await front(fixture.github.url),
  });
});
afterEach(async () => {
  for (const server of fronts) {
    server.closeAllConnections();
    server.close();
  }
  await Promise.all([proxy.close(), fixture.end()]);
  await removeRuns();
});

/** Runs the step as on a real runner: only the proxy leads to AWS. */
export function step(
  inputs: Record<string, string>,
  env: Record<string, string>,
  job: Partial<Job> = {},
): Promise<Run> {
  return runAction({
    job,
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': fixture.role.arn,
      bootstrap: 'skip',
      'profile-guard': 'off',
      'disable-retry': 'true',
      ...inputs,
    },
    env: {
      ...fixture.github.tokenEnvironment(),
      NODE_EXTRA_CA_CERTS: fixture.write('ca.pem', CERTIFICATE),
      ...env,
    },
  });
}

/** The token service under a name that only the proxy knows. */
export function serviceBehindProxy(): Record<string, string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ...rest } = fixture.github.tokenEnvironment();
  const url = ACTIONS_ID_TOKEN_REQUEST_URL.replace(fixture.github.url, 'https://token.example');
  return { ...rest, ACTIONS_ID_TOKEN_REQUEST_URL: url };
}
