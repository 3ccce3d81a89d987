// Connections that are opened before there is a request for them.

import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { makeAgents } from '../../src/aws/transport.ts';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
const before = VARIABLES.map(name => [name, process.env[name]] as const);

let server: http.Server;
let connections: Socket[];
let agents: ReturnType<typeof makeAgents>;

beforeEach(async () => {
  for (const name of VARIABLES) delete process.env[name];
  connections = [];
  server = http.createServer((_, response) => response.end('here'));
  server.on('connection', socket => connections.push(socket));
  await listen(0);
  agents = makeAgents({});
});
afterEach(() => {
  for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  agents.httpAgent.destroy();
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
    const request = http.get(address, { agent: agents.httpAgent }, response => {
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
  agents.openEarly(url());
  await until(() => connections.length === 1);
  expect(await get(url())).toBe('here');
  expect(await get(url())).toBe('here');
  expect(connections.length).toBe(1);
});

test('requests at once take one each, and open more if there are not enough', async () => {
  agents.openEarly(url());
  agents.openEarly(url());
  await until(() => connections.length === 2);
  expect(await Promise.all([get(url()), get(url()), get(url())])).toEqual(['here', 'here', 'here']);
  expect(connections.length).toBe(3);
});

test('one that the server has closed meanwhile is not taken', async () => {
  agents.openEarly(url());
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
  agents.openEarly(address);
  await new Promise(resolve => setTimeout(resolve, 50));
  await listen(port);
  expect(await get(address)).toBe('here');
});

test.each([
  ['the input http-proxy', { url: 'http://127.0.0.1:9' }, {}],
  ['HTTPS_PROXY', {}, { HTTPS_PROXY: 'http://127.0.0.1:9' }],
  ['http_proxy', {}, { http_proxy: 'http://127.0.0.1:9' }],
])('nothing is opened early if there is a proxy: %s', async (_name, proxy, variables) => {
  Object.assign(process.env, variables);
  makeAgents(proxy).openEarly(url());
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(connections.length).toBe(0);
});
