// Requests in a network with a proxy: settings and proxies that are wrong, and the comment.
import { createServer as createPlain } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startProxy } from '../../local/proxy.ts';
import { fixture, proxy, STS, serviceBehindProxy, step } from './proxied.ts';

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
