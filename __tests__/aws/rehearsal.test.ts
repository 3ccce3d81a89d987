// Requests that go nowhere.
import { jest } from '@jest/globals';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import type { Transport } from '../../src/aws/access.ts';
import { rehearseRepositories } from '../../src/aws/ecr.ts';
import { rehearse, whileIdle } from '../../src/aws/rehearsal.ts';
import { rehearseBuckets } from '../../src/aws/s3.ts';
import { rehearseParameters } from '../../src/aws/ssm.ts';
import { rehearseSts } from '../../src/aws/sts.ts';

let aws: LocalAws;
const endpoint = process.env['AWS_ENDPOINT_URL'];
beforeEach(async () => {
  aws = await startAws();
  process.env['AWS_ENDPOINT_URL'] = aws.url;
});
afterEach(async () => {
  if (endpoint === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = endpoint;
  await aws.close();
});

test.each([
  ['STS', rehearseSts],
  ['Systems Manager', rehearseParameters],
  ['S3', rehearseBuckets],
  ['ECR', rehearseRepositories],
])('%s: as far as reading the answer, and nothing is sent or told', async (_name, rehearsal) => {
  const transport: Transport = {
    signal: new AbortController().signal,
    trace: jest.fn(),
    proxy: {},
  };
  await rehearsal(transport);
  expect(aws.requests).toEqual([]);
  expect(transport.trace).not.toHaveBeenCalled();
});

test('the service’s answer is read: a rehearsal that stops halfway is none', async () => {
  const { openParameters } = await import('../../src/aws/ssm.ts');
  const { rehearsalAccess } = await import('../../src/aws/rehearsal.ts');
  const transport: Transport = { signal: new AbortController().signal, trace: () => {}, proxy: {} };
  let read: unknown;
  await rehearse(transport, [{ body: '{"Parameters":[{"Name":"/one","Value":"two"}]}' }], async rehearsed => {
    read = await openParameters(rehearsalAccess(rehearsed)).read(['/one']);
  });
  expect(read).toEqual(new Map([['/one', { value: 'two', secure: false, version: 0 }]]));
});

test('a rehearsal that fails is silent: the real request will tell', async () => {
  const transport: Transport = { signal: new AbortController().signal, trace: () => {}, proxy: {} };
  await expect(rehearse(transport, [], () => Promise.reject(new Error('no')))).resolves.toBeUndefined();
  await expect(
    rehearse(transport, [], () => {
      throw new Error('at once');
    }),
  ).resolves.toBeUndefined();
});

test('once the answer is there, no further rehearsal holds it up', async () => {
  const answered = new AbortController();
  const rehearsed: number[] = [];
  await whileIdle(answered.signal, [
    async () => {
      rehearsed.push(1);
      answered.abort();
    },
    async () => {
      rehearsed.push(2);
    },
  ]);
  expect(rehearsed).toEqual([1]);
});
