import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { allow, clients, refusal, roleWith } from './clients.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startAws();
});
afterEach(() => aws.close());

describe('objects', () => {
  let s3: S3Client;
  const Bucket = 'bucket';
  const put = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
  const get = async (Key: string, VersionId?: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();
  const keys = async (Prefix?: string) =>
    (await s3.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents?.map(({ Key }) => Key);
  beforeEach(async () => {
    s3 = clients(aws).s3;
    await s3.send(new CreateBucketCommand({ Bucket }));
  });

  test('are put, read, listed and deleted', async () => {
    await put('app/shop/päge 1.json', '{"ä":1}');
    await put('lock/shop.json', '{}');
    expect(await get('app/shop/päge 1.json')).toBe('{"ä":1}');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'app/shop/päge 1.json' }));
    expect(head).toMatchObject({
      ContentLength: 8,
      ContentType: 'application/json',
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(await keys()).toEqual(['app/shop/päge 1.json', 'lock/shop.json']);
    expect(await keys('lock/')).toEqual(['lock/shop.json']);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'lock/shop.json' }));
    expect(await refusal(get('lock/shop.json'))).toMatchObject({ status: 404, name: 'NoSuchKey' });
    expect(await refusal(s3.send(new GetObjectCommand({ Bucket: 'absent', Key: 'x' })))).toMatchObject({
      status: 404,
      name: 'NoSuchBucket',
    });
  });

  test('are deleted on condition that they are unchanged, with the permission to read them', async () => {
    const { ETag: first } = await put('lock/shop.json', '{"n":1}');
    const { ETag: second } = await put('lock/shop.json', '{"n":2}');
    const remove = (IfMatch: string | undefined, by = s3) =>
      by.send(new DeleteObjectCommand({ Bucket, Key: 'lock/shop.json', IfMatch }));
    expect(await refusal(remove(first))).toMatchObject({ status: 412, name: 'PreconditionFailed' });
    const blind = clients(aws, roleWith(aws, [allow(['s3:DeleteObject', 's3:ListBucket'], '*')])).s3;
    expect(await refusal(remove(second, blind))).toMatchObject({ status: 403, name: 'AccessDenied' });
    expect(await get('lock/shop.json')).toBe('{"n":2}');
    await remove(second);
    expect(await refusal(get('lock/shop.json'))).toMatchObject({ name: 'NoSuchKey' });
    expect(await refusal(remove(second))).toMatchObject({ status: 404 });
  });

  test('keep their encoding, but not the form in which they were sent', async () => {
    const sent = { Bucket, Key: 'z', Body: 'z', ContentEncoding: 'gzip' };
    await s3.send(new PutObjectCommand(sent));
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'z' }))).toMatchObject({
      ContentEncoding: 'gzip',
    });
    await put('lock/shop.json', '{}');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'lock/shop.json' }));
    expect(head.ContentEncoding).toBeUndefined();
  });

  test('a stream with its checksum in a trailer arrives without its frames', async () => {
    const { accessKeyId, sessionToken } = clients(aws).credentials;
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/s3/aws4_request, SignedHeaders=host`,
      'x-amz-security-token': sessionToken,
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    };
    const body =
      '4\r\none \r\n12;chunk-signature=0\r\ntwo, with \r\n in it\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
    await fetch(`${aws.url}/${Bucket}/stream`, { method: 'PUT', headers, body });
    expect(await get('stream')).toBe('one two, with \r\n in it');
  });

  test('are listed page by page', async () => {
    for (const key of ['c', 'a', 'b', 'd', 'e']) await put(key, key);
    const page = (ContinuationToken?: string) =>
      s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 2, ContinuationToken }));
    const seen: unknown[] = [];
    let answer = await page();
    for (; answer.IsTruncated; answer = await page(answer.NextContinuationToken))
      seen.push(answer.Contents?.map(({ Key }) => Key));
    expect([...seen, answer.Contents?.map(({ Key }) => Key)]).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  test('are listed by folder, each of which counts as one', async () => {
    for (const key of ['app/one', 'app/two/three', 'lock/one', 'top']) await put(key, key);
    const list = (options: object) =>
      s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', ...options }));
    expect(await list({})).toMatchObject({
      KeyCount: 3,
      CommonPrefixes: [{ Prefix: 'app/' }, { Prefix: 'lock/' }],
      Contents: [{ Key: 'top' }],
    });
    expect(await list({ Prefix: 'app/' })).toMatchObject({
      CommonPrefixes: [{ Prefix: 'app/two/' }],
      Contents: [{ Key: 'app/one' }],
    });
    const first = await list({ MaxKeys: 1 });
    expect(first).toMatchObject({ IsTruncated: true, CommonPrefixes: [{ Prefix: 'app/' }] });
    expect(await list({ MaxKeys: 1, ContinuationToken: first.NextContinuationToken })).toMatchObject({
      CommonPrefixes: [{ Prefix: 'lock/' }],
    });
  });

  test('keep their versions where the bucket does, and a bucket with versions is not empty', async () => {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    const first = await put('a', 'one');
    const second = await put('a', 'two');
    expect(await get('a')).toBe('two');
    expect(await get('a', first.VersionId)).toBe('one');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    expect(await refusal(get('a'))).toMatchObject({ name: 'NoSuchKey' });
    expect(await keys()).toBeUndefined();
    const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [second.VersionId, false],
      [first.VersionId, false],
    ]);
    expect(DeleteMarkers).toMatchObject([{ Key: 'a', IsLatest: true }]);
    expect(await refusal(s3.send(new DeleteBucketCommand({ Bucket })))).toMatchObject({
      status: 409,
      name: 'BucketNotEmpty',
    });
    const Objects = [...(Versions ?? []), ...(DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
      Key,
      VersionId,
    }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(await refusal(s3.send(new DeleteBucketCommand({ Bucket })))).toMatchObject({
      name: 'went through',
    });
    expect(aws.state.buckets.size).toBe(0);
  });

  test('an absent key is told to those who may list, the others are refused', async () => {
    const blind = clients(aws, roleWith(aws, [allow('s3:GetObject', '*')])).s3;
    expect(await refusal(blind.send(new GetObjectCommand({ Bucket, Key: 'x' })))).toMatchObject({
      status: 403,
      name: 'AccessDenied',
    });
    const seeing = clients(aws, roleWith(aws, [allow(['s3:GetObject', 's3:ListBucket'], '*')])).s3;
    expect(await refusal(seeing.send(new GetObjectCommand({ Bucket, Key: 'x' })))).toMatchObject({
      status: 404,
      name: 'NoSuchKey',
    });
  });

  test('of several to delete, those are deleted that may be', async () => {
    for (const key of ['mine', 'yours']) await put(key, key);
    const limited = clients(aws, roleWith(aws, [allow('s3:DeleteObject', `arn:aws:s3:::${Bucket}/mine`)])).s3;
    const Delete = { Objects: [{ Key: 'mine' }, { Key: 'yours' }] };
    const answer = await limited.send(new DeleteObjectsCommand({ Bucket, Delete }));
    expect(answer.Deleted).toMatchObject([{ Key: 'mine' }]);
    expect(answer.Errors).toMatchObject([{ Key: 'yours', Code: 'AccessDenied' }]);
    expect(await keys()).toEqual(['yours']);
  });

  test('If-None-Match: * creates, and replaces nothing', async () => {
    const once = () => s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    await once();
    expect(await refusal(once())).toMatchObject({ status: 412, name: 'PreconditionFailed' });
  });
});
