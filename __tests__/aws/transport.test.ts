// The connections that are opened as soon as the region is known.
import https from 'node:https';
import net from 'node:net';
import { jest } from '@jest/globals';
import { ALL_SERVICES, openTransport, type Service } from '../../src/aws/transport.ts';

const VARIABLES = /^(AWS_ENDPOINT_URL|AWS_USE_|HTTPS?_PROXY|https?_proxy)/;
const before = { ...process.env };

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (VARIABLES.test(name)) delete process.env[name];
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (VARIABLES.test(name)) delete process.env[name];
  Object.assign(process.env, before);
});

/** `host:port` of each TLS connection that the transport opens; none is really opened. */
async function opened(region: string, services: readonly Service[], stsEndpoint?: string): Promise<string[]> {
  const connect = jest.spyOn(https.Agent.prototype, 'createConnection').mockReturnValue(new net.Socket());
  const step = new AbortController();
  const given = { trace: () => {}, signal: step.signal, proxy: {}, services, stsEndpoint };
  openTransport({ ...given, region: Promise.resolve(region) });
  await Promise.resolve();
  step.abort(); // It ended before it loaded the clients.
  return connect.mock.calls.map(([options]) => {
    const { host, port, servername } = options as { host?: string; port?: number; servername?: string };
    expect(servername).toBe(host);
    return `${host}:${port}`;
  });
}

test('each service has its connections before the first request: S3 is asked for three things at once', async () => {
  expect(await opened('us-east-1', ALL_SERVICES)).toEqual([
    'sts.us-east-1.amazonaws.com:443',
    'ssm.us-east-1.amazonaws.com:443',
    'api.ecr.us-east-1.amazonaws.com:443',
    's3.us-east-1.amazonaws.com:443',
    's3.us-east-1.amazonaws.com:443',
    's3.us-east-1.amazonaws.com:443',
  ]);
});

test.each([
  ['sts', 'cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
  ['ecr', 'us-gov-west-1', 'api.ecr.us-gov-west-1.amazonaws.com'],
  ['ssm', 'eusc-de-east-1', 'ssm.eusc-de-east-1.amazonaws.eu'],
] as const)('%s in %s is at %s', async (service, region, host) => {
  expect(await opened(region, [service])).toEqual([`${host}:443`]);
});

test.each([
  ['AWS_USE_FIPS_ENDPOINT', 'sts'],
  ['AWS_USE_DUALSTACK_ENDPOINT', 'ecr'],
] as const)('%s has hosts of its own, which are not guessed', async (variable, service) => {
  process.env[variable] = 'true';
  expect(await opened('us-east-1', [service])).toEqual([]);
});

test("a service's own endpoint has priority over the common one; sts-endpoint over both", async () => {
  process.env['AWS_ENDPOINT_URL'] = 'https://all.example:8443';
  process.env['AWS_ENDPOINT_URL_SSM'] = 'https://ssm.example';
  expect(await opened('us-east-1', ['sts', 'ssm', 'ecr'], 'https://own.example')).toEqual([
    'own.example:443',
    'ssm.example:443',
    'all.example:8443',
  ]);
});
