// Requests in a network with a proxy: real host names, over TLS, through a tunnel that ends here.
import { readFileSync } from 'node:fs';
import { createServer as createPlain, request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Job } from '../../local/github/claims.ts';
import { type Fixture, makeFixture } from '../../local/peer/fixture.ts';
import { type ForwardProxy, startProxy } from '../../local/proxy.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { CERTIFICATE, KEY } from '../fixtures/tls.ts';

const STS = 'sts.us-east-1.amazonaws.com:443';
const SERVICES = ['ssm', 's3', 'api.ecr'].map(name => `${name}.us-east-1.amazonaws.com:443`);
const TOKEN = 'token.example:443';

let fixture: Fixture;
let fronts: Server[];
let proxy: ForwardProxy;

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
function step(
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
function serviceBehindProxy(): Record<string, string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL = '', ...rest } = fixture.github.tokenEnvironment();
  const url = ACTIONS_ID_TOKEN_REQUEST_URL.replace(fixture.github.url, 'https://token.example');
  return { ...rest, ACTIONS_ID_TOKEN_REQUEST_URL: url };
}

test("http-proxy: AWS through a tunnel, at the region's own STS; GitHub without it", async () => {
  const run = await step({ 'http-proxy': proxy.url }, {});
  expect(run.exitCode).toBe(0);
  expect(proxy.passed).toEqual([`CONNECT ${STS}`]);
  expect(fixture.github.requests.filter(({ service }) => service === 'token')).toHaveLength(1);
});

test.each(['HTTPS_PROXY', 'https_proxy'])('%s: AWS and GitHub', async name => {
  const run = await step({}, { ...serviceBehindProxy(), [name]: proxy.url });
  expect(run.exitCode).toBe(0);
  expect(proxy.passed).toEqual([`CONNECT ${TOKEN}`, `CONNECT ${STS}`]);
});

test("HTTPS_PROXY: the pull request's comment", async () => {
  const env = { ...serviceBehindProxy(), HTTPS_PROXY: proxy.url, GITHUB_API_URL: 'https://token.example' };
  const comment = { comment: 'true', 'github-token': 'ghs_x' };
  const run = await step(comment, env, { event: 'pull_request' });
  expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
  expect(fixture.github.comments.all).toHaveLength(1);
});

test('no-proxy leaves out what it names, and nothing else', async () => {
  const env = { ...serviceBehindProxy(), HTTPS_PROXY: proxy.url, NO_PROXY: 'elsewhere.example' };
  expect((await step({ 'no-proxy': '.internal.example' }, env)).exitCode).toBe(0);
  expect(proxy.passed).toContain(`CONNECT ${STS}`);
});

test('a proxy that is not there: the error names what to check', async () => {
  const closed = await startProxy();
  await closed.close();
  const run = await step({ 'http-proxy': closed.url }, {});
  expect(run.exitCode).toBe(1);
  const said = run.annotations.find(({ level }) => level === 'error');
  expect(said?.title).toBe('STS did not answer');
  expect(said?.message).toContain('through `http-proxy` or HTTPS_PROXY');
});

test('a proxy that refuses the user: told with its status, without the password', async () => {
  const refusing = createPlain().on('connect', (_, socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  );
  await new Promise<void>(resolve => {
    refusing.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://bob:PassW0rd@127.0.0.1:${(refusing.address() as AddressInfo).port}`;
  const run = await step({ 'http-proxy': url }, {});
  refusing.close();
  const said = run.annotations.find(({ level }) => level === 'error');
  expect(said?.title).toBe('The answer did not come from AWS');
  expect(said?.message).toMatch(/407 Proxy Authentication Required(?:.|\n)*with its user name and password/);
  expect(run.stdout + run.stderr + run.summary).not.toContain('PassW0rd');
});

test.each([
  ['HTTPS_PROXY', 'http://bob:PassW0rd@'],
  ['https_proxy', 'http://bob:PassW0rd%@proxy.example'],
  ['HTTP_PROXY', 'http://bob:PassW0rd@proxy.example:PassW0rd'],
  ['AWS_ENDPOINT_URL', 'PassW0rd'],
  ['AWS_ENDPOINT_URL', 'bob:PassW0rd@aws.example'],
  ['AWS_ENDPOINT_URL_S3', 'ftp://bob:PassW0rd@aws.example'],
])('%s: %s is refused before anything is requested, and not shown', async (name, value) => {
  const run = await step({}, { [name]: value });
  expect(run.annotations.map(({ title }) => title)).toEqual([`${name} is not a valid URL`]);
  expect([run.exitCode, run.exported, fixture.github.requests]).toEqual([1, {}, []]);
  expect(run.stdout + run.stderr + run.summary).not.toContain('PassW0rd');
});

test('the hosts that it contacts are those of docs/security.md', async () => {
  const [, table = ''] =
    /## Hosts that it contacts\n([\s\S]*?)\n## /.exec(
      readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8'),
    ) ?? [];
  const documented = [...table.matchAll(/`([\w*.<>-]+\.(?:amazonaws|github)\.com)`/g)].map(([, host = '']) =>
    host.replace('<region>', 'us-east-1'),
  );
  const run = await step({ 'http-proxy': proxy.url, bootstrap: 'ensure' }, {});
  expect(run.outputs['bootstrap-status']).toBe('created');
  const contacted = [...new Set(proxy.passed.map(line => line.replace(/^CONNECT (.+):443$/, '$1')))];
  expect(contacted).toHaveLength(4);
  expect(contacted.filter(host => !documented.includes(host))).toEqual([]);
});
