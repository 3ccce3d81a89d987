// Connections that are opened before there is a request for them.

import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { jest } from '@jest/globals';
import type { Transport } from '../../src/aws/access.ts';
import { agentsOf, connectAhead, type Service } from '../../src/aws/connections.ts';

const VARIABLES = [
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_SSM',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
];
const before = VARIABLES.map(name => [name, process.env[name]] as const);

let server: http.Server;
let connections: Socket[];
let transport: Transport;

beforeEach(async () => {
  for (const name of VARIABLES) delete process.env[name];
  connections = [];
  server = http.createServer((_, response) => response.end('here'));
  server.on('connection', socket => connections.push(socket));
  await listen(0);
  transport = { signal: new AbortController().signal, trace: () => {}, proxy: {} };
});
afterEach(() => {
  for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  agentsOf(transport).httpAgent.destroy();
  server.closeAllConnections();
  server.close();
});

function listen(port: number): Promise<number> {
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function get(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(address, { agent: agentsOf(transport).httpAgent }, response => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve(body));
    });
    request.on('error', reject);
  });
}

const until = async (holds: () => boolean) => {
  for (let looks = 0; !holds() && looks < 500; looks++) await new Promise(resolve => setTimeout(resolve, 5));
};

test('the first request takes what was opened for it', async () => {
  connectAhead('sts', 'us-east-1', transport, url());
  await until(() => connections.length === 1);
  expect(await get(url())).toBe('here');
  expect(await get(url())).toBe('here');
  expect(connections.length).toBe(1);
});

test('requests at once take one each, and open more where there are not enough', async () => {
  process.env['AWS_ENDPOINT_URL'] = url();
  connectAhead('ssm', 'us-east-1', transport);
  connectAhead('ecr', 'us-east-1', transport);
  await until(() => connections.length === 2);
  expect(await Promise.all([get(url()), get(url()), get(url())])).toEqual(['here', 'here', 'here']);
  expect(connections.length).toBe(3);
});

test('one that the server has closed meanwhile is not taken', async () => {
  connectAhead('sts', 'us-east-1', transport, url());
  await until(() => connections.length === 1);
  const closed = new Promise(resolve => connections[0]?.once('close', resolve));
  connections[0]?.destroy();
  await closed;
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(await get(url())).toBe('here');
  expect(connections.length).toBe(2);
});

test('one that could not be opened is nobody’s loss', async () => {
  const address = url();
  const port = Number(new URL(address).port);
  await new Promise(resolve => server.close(resolve));
  connectAhead('sts', 'us-east-1', transport, address);
  await new Promise(resolve => setTimeout(resolve, 50));
  await listen(port);
  expect(await get(address)).toBe('here');
});

test.each([
  ['the input http-proxy', { url: 'http://127.0.0.1:9' }, {}],
  ['HTTPS_PROXY', {}, { HTTPS_PROXY: 'http://127.0.0.1:9' }],
  ['http_proxy', {}, { http_proxy: 'http://127.0.0.1:9' }],
])('nothing is opened ahead where there is a proxy: %s', (_name, proxy, variables) => {
  Object.assign(process.env, variables);
  const opened = opening({ ...transport, proxy });
  connectAhead('sts', 'us-east-1', { ...transport, proxy });
  expect(opened).not.toHaveBeenCalled();
});

/** What the HTTPS agent is asked to open; nothing is. */
function opening(of: Transport) {
  const { httpsAgent } = agentsOf(of);
  const opened = jest.fn((_options: object) => new net.Socket());
  httpsAgent.createConnection = opened;
  return opened;
}

test.each([
  ['sts', 'us-east-1', 'sts.us-east-1.amazonaws.com'],
  ['ssm', 'eu-west-1', 'ssm.eu-west-1.amazonaws.com'],
  ['ecr', 'eu-west-1', 'api.ecr.eu-west-1.amazonaws.com'],
  ['sts', 'cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
  ['ecr', 'us-gov-west-1', 'api.ecr.us-gov-west-1.amazonaws.com'],
  ['ssm', 'eusc-de-east-1', 'ssm.eusc-de-east-1.amazonaws.eu'],
] as const)('%s in %s is at %s', (service, region, host) => {
  const opened = opening(transport);
  connectAhead(service, region, transport);
  expect(opened).toHaveBeenCalledTimes(1);
  expect(opened.mock.calls[0]?.[0]).toMatchObject({ host, port: 443, servername: host });
});

test.each([
  ['AWS_USE_FIPS_ENDPOINT', 'sts'],
  ['AWS_USE_DUALSTACK_ENDPOINT', 'ecr'],
] as Array<[string, Service]>)('%s has hosts of its own, which are not guessed', (variable, service) => {
  process.env[variable] = 'true';
  const opened = opening(transport);
  connectAhead(service, 'us-east-1', transport);
  expect(opened).not.toHaveBeenCalled();
});

test('a service’s own endpoint goes before the one of all', () => {
  process.env['AWS_ENDPOINT_URL'] = 'https://all.example:8443';
  process.env['AWS_ENDPOINT_URL_SSM'] = 'https://ssm.example';
  const opened = opening(transport);
  connectAhead('ssm', 'us-east-1', transport);
  connectAhead('ecr', 'us-east-1', transport);
  expect(opened.mock.calls.map(([options]) => options)).toMatchObject([
    { host: 'ssm.example', port: 443 },
    { host: 'all.example', port: 8443 },
  ]);
});
