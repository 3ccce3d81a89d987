// What is made of an answer of S3, or of what stands in for it.
import { Readable } from 'node:stream';
import { rehearsalAccess } from '../../src/aws/rehearsal.ts';
import { type Buckets, openBuckets } from '../../src/aws/s3.ts';

function answering(statusCode: number, body: string): Buckets {
  const handler = {
    handle: async () => ({ response: { statusCode, headers: {}, body: Readable.from([Buffer.from(body)]) } }),
  };
  const transport = { signal: new AbortController().signal, trace: () => {}, proxy: {}, handler };
  return openBuckets(rehearsalAccess(transport));
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
  expect(await answering(status, body).folders('state')).toEqual(found);
});
