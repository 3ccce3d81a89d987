// What is made of an answer of S3, or of what stands in for it.
import { type Listening, listen } from '../../local/http.ts';
import { type Buckets, openBuckets } from '../../src/aws/s3.ts';

const before = process.env['AWS_ENDPOINT_URL_S3'];
let server: Listening;

afterEach(async () => {
  if (before === undefined) delete process.env['AWS_ENDPOINT_URL_S3'];
  await server.close();
});

async function answering(status: number, body: string): Promise<Buckets> {
  server = await listen((_, response) => response.writeHead(status).end(body));
  process.env['AWS_ENDPOINT_URL_S3'] = server.url;
  return openBuckets({
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    identity: { account: '123456789012', arn: '', partition: 'aws' },
    region: 'us-east-1',
    transport: { signal: new AbortController().signal, trace: () => {}, proxy: {} },
  });
}

const list = (content: string) =>
  `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>state</Name>${content}</ListBucketResult>`;
const present = (...folders: string[]) => ({ bucket: { is: 'present' }, folders: new Set(folders) });

test.each([
  ['an empty bucket', 200, list('<KeyCount>0</KeyCount>'), present()],
  [
    'folders',
    200,
    list(
      '<KeyCount>2</KeyCount><CommonPrefixes><Prefix>app/</Prefix></CommonPrefixes><CommonPrefixes><Prefix>lock/</Prefix></CommonPrefixes>',
    ),
    present('app/', 'lock/'),
  ],
  [
    'an endpoint that lists the keys all the same',
    200,
    list('<KeyCount>1</KeyCount><Contents><Key>lock/shop/production.json</Key></Contents>'),
    present('lock/'),
  ],
  ['an answer that is no list', 200, '<Something/>', undefined],
  [
    'a list that goes on',
    200,
    list('<KeyCount>1</KeyCount><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents>'),
    undefined,
  ],
  ['a role that may not', 403, '<Error><Code>AccessDenied</Code></Error>', undefined],
  [
    'no bucket',
    404,
    '<Error><Code>NoSuchBucket</Code></Error>',
    { bucket: { is: 'missing' }, folders: new Set() },
  ],
])('the folders of a bucket: %s', async (_name, status, body, found) => {
  const buckets = await answering(status, body);
  expect(await buckets.folders('state')).toEqual(found);
});
