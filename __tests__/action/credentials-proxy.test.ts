// Requests in a network with a proxy.
import { readFileSync } from 'node:fs';
import { fixture, proxy, STS, serviceBehindProxy, step, TOKEN } from './proxied.ts';

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
