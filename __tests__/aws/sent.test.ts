import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { nextRequestSent } from '../../src/aws/sent.ts';

test('resolves once the next request is out, for all who wait, and for that request only', async () => {
  const order: string[] = [];
  const server = http.createServer((request, response) => {
    order.push(`arrived ${request.url}`);
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string) =>
    new Promise<void>((resolve, reject) => {
      http
        .get({ port, host: '127.0.0.1', path, agent: false }, response => {
          response.resume().on('end', resolve);
        })
        .on('error', reject);
    });
  const first = Promise.all([nextRequestSent(), nextRequestSent()]).then(() =>
    order.push('told of the first'),
  );
  await Promise.resolve();
  expect(order).toEqual([]);
  await get('/1');
  await first;
  expect(order.filter(entry => entry.startsWith('told'))).toEqual(['told of the first']);
  const second = nextRequestSent().then(() => order.push('told of the second'));
  await Promise.resolve();
  expect(order).not.toContain('told of the second');
  await Promise.all([get('/2'), second]);
  expect(order).toContain('told of the second');
  server.close();
});
