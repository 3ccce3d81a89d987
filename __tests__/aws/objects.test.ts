// Answers of S3, or of a service that imitates it.
import { type Listening, listen } from '../../local/http.ts';
import { openS3 } from '../../src/aws/s3.ts';
import { makeAgents } from '../../src/aws/transport.ts';

const before = process.env['AWS_ENDPOINT_URL_S3'];
let server: Listening;

afterEach(async () => {
  if (before === undefined) delete process.env['AWS_ENDPOINT_URL_S3'];
  await server.close();
});

async function answering(status: number, body: string) {
  server = await listen((_, response) => response.writeHead(status, { 'x-amz-request-id': '1' }).end(body));
  process.env['AWS_ENDPOINT_URL_S3'] = server.url;
  return openS3({
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    identity: { account: '123456789012', arn: '', partition: 'aws' },
    region: 'us-east-1',
    transport: { signal: new AbortController().signal, trace: () => {}, agents: makeAgents({}) },
  });
}

const list = (content: string) =>
  `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>state</Name>${content}</ListBucketResult>`;
const object = (key: string) =>
  `<Contents><Key>${key}</Key><LastModified>2026-11-24T22:20:38.000Z</LastModified></Contents>`;
const modified = new Date('2026-11-24T22:20:38Z');

test.each([
  ['none', list('<KeyCount>0</KeyCount>'), { objects: [], more: false }],
  [
    'two',
    list(`<KeyCount>2</KeyCount>${object('a')}${object('b')}`),
    {
      objects: [
        { key: 'a', modified },
        { key: 'b', modified },
      ],
      more: false,
    },
  ],
  [
    'a list that goes on',
    list(`<KeyCount>1</KeyCount><IsTruncated>true</IsTruncated>${object('a')}`),
    { objects: [{ key: 'a', modified }], more: true },
  ],
])('a list of objects: %s', async (_name, body, found) => {
  const objects = await answering(200, body);
  expect(await objects.list('state', 'p/', 10)).toEqual({ bucket: { is: 'present' }, ...found });
});

test('an answer that is no list is not taken for an empty one', async () => {
  const objects = await answering(200, '<Something/>');
  await expect(objects.list('state', 'p/', 10)).rejects.toMatchObject({ code: 'InvalidAnswer' });
});

test('a role that is not allowed to list', async () => {
  const objects = await answering(403, '<Error><Code>AccessDenied</Code></Error>');
  await expect(objects.list('state', 'p/', 10)).rejects.toMatchObject({
    name: 'Denied',
    permission: { action: 's3:ListBucket', resource: 'arn:aws:s3:::state' },
  });
});

test('a bucket that is not there', async () => {
  const objects = await answering(404, '<Error><Code>NoSuchBucket</Code></Error>');
  expect(await objects.list('state', 'p/', 10)).toEqual({
    bucket: { is: 'missing' },
    objects: [],
    more: false,
  });
  expect(await objects.read('state', 'k')).toEqual({ bucket: { is: 'missing' } });
});

test.each([
  [412, 'PreconditionFailed'],
  [409, 'ConditionalRequestConflict'],
  [404, 'NoSuchKey'],
])('a removal on condition that S3 answers with %d removes nothing', async (status, code) => {
  const objects = await answering(status, `<Error><Code>${code}</Code></Error>`);
  expect(await objects.removeUnchanged('state', 'k', '"e"')).toBe(false);
});
