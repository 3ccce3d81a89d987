import { createHash, randomBytes } from 'node:crypto';
import { decide } from './access.ts';
import { type Answer, AwsError, type Call, type Operation, type Operations, text } from './model.ts';
import { bucketOf, iso, onBucket, permissionOn, xml } from './s3-buckets.ts';
import type { AwsState, Bucket, Caller, ObjectVersion } from './state.ts';
import { elements, leaf, tag, textOf } from './xml.ts';

/** An operation on one object. With a versionId, it needs the action that ends in `Version`. */
function onObject(
  permission: string,
  write: boolean,
  run: (bucket: Bucket, call: Call, caller: Caller, state: AwsState) => Answer,
): Operation {
  return {
    access: 'signed',
    write,
    needs: (call, _caller, state) => [
      permissionOn(
        bucketOf(call, state),
        `${permission}${text(call, 'versionId') && 'Version'}`,
        text(call, 'Key'),
      ),
    ],
    run: (call, caller, state) => run(bucketOf(call, state), call, caller, state),
  };
}

/** The operations on objects. */
export const objects: Operations = {
  PutObject: onObject('s3:PutObject', true, (bucket, call, _caller, state) => {
    const key = text(call, 'Key');
    if (call.headers['if-none-match'] === '*' && current(bucket, key)?.body) {
      const message = 'At least one of the pre-conditions you specified did not hold';
      throw new AwsError(412, 'PreconditionFailed', message, { details: { Condition: 'If-None-Match' } });
    }
    const put = putObject(bucket, key, call.body, state.now(), keptHeaders(call.headers));
    return { status: 200, headers: { etag: put.etag, ...versionHeader(bucket, put) } };
  }),

  GetObject: onObject('s3:GetObject', false, (bucket, call, caller) => {
    const { headers, body } = found(bucket, call, caller);
    return { status: 200, headers, body };
  }),

  HeadObject: onObject('s3:GetObject', false, (bucket, call, caller) => {
    const { headers, body } = found(bucket, call, caller);
    return { status: 200, headers: { ...headers, 'content-length': String(body.length) } };
  }),

  // If-Match is compared with the current version, and needs s3:GetObject too (user guide, "How to perform conditional
  // deletes").
  DeleteObject: onObject('s3:DeleteObject', true, (bucket, call, caller, state) => {
    const wanted = call.headers['if-match'];
    if (wanted !== undefined) {
      const { headers } = found(bucket, call, caller, 's3:GetObject');
      if (wanted !== '*' && bare(wanted) !== bare(headers['etag'])) {
        const message = 'At least one of the pre-conditions you specified did not hold';
        throw new AwsError(412, 'PreconditionFailed', message, { details: { Condition: 'If-Match' } });
      }
    }
    const marker = deleteObject(bucket, text(call, 'Key'), text(call, 'versionId'), state.now());
    return {
      status: 204,
      headers: marker ? { 'x-amz-delete-marker': 'true', ...versionHeader(bucket, marker) } : {},
    };
  }),

  // Permissions are checked key by key, and the answer lists a refused key with the others.
  DeleteObjects: {
    access: 'signed',
    write: true,
    needs: () => [],
    run: (call, caller, state) => {
      const bucket = bucketOf(call, state);
      const results = elements(call.body.toString(), 'Object').map(object => {
        const key = textOf(object, 'Key') ?? '';
        const version = textOf(object, 'VersionId') ?? '';
        const action = version ? 's3:DeleteObjectVersion' : 's3:DeleteObject';
        if (decide(caller, permissionOn(bucket, action, key)).verdict !== 'allow') {
          return tag(
            'Error',
            leaf('Key', key),
            leaf('Code', 'AccessDenied'),
            leaf('Message', 'Access Denied'),
          );
        }
        deleteObject(bucket, key, version, state.now());
        return tag('Deleted', leaf('Key', key), leaf('VersionId', version || undefined));
      });
      return xml('DeleteResult', ...results);
    },
  },

  ListObjectsV2: onBucket('s3:ListBucket', false, (bucket, call) => {
    const delimiter = text(call, 'delimiter');
    const prefix = text(call, 'prefix');
    const start = text(call, 'continuation-token') || text(call, 'start-after');
    const most = Math.min(Number(text(call, 'max-keys') || 1000), 1000);
    // All keys with the same text up to the delimiter are listed as one entry.
    const rolled = (key: string) => {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return end < 0 ? key : key.slice(0, end + delimiter.length);
    };
    const keys = [...bucket.objects.keys()].filter(
      key => key.startsWith(prefix) && current(bucket, key)?.body,
    );
    const entries = [...new Set(keys.map(rolled))].filter(entry => entry > start).sort(byBytes);
    const page = entries.slice(0, most);
    const truncated = entries.length > page.length;
    const isFolder = (entry: string) => delimiter !== '' && entry.endsWith(delimiter);
    return xml(
      'ListBucketResult',
      leaf('Name', bucket.name),
      leaf('Prefix', prefix),
      leaf('KeyCount', page.length),
      leaf('MaxKeys', most),
      leaf('IsTruncated', truncated),
      leaf('NextContinuationToken', truncated ? page.at(-1) : undefined),
      ...page
        .filter(entry => !isFolder(entry))
        .map(key => tag('Contents', leaf('Key', key), ...facts(current(bucket, key)))),
      ...page.filter(isFolder).map(entry => tag('CommonPrefixes', leaf('Prefix', entry))),
    );
  }),

  ListObjectVersions: onBucket('s3:ListBucketVersions', false, (bucket, call) => {
    const prefix = text(call, 'prefix');
    const keys = [...bucket.objects.keys()].filter(key => key.startsWith(prefix)).sort(byBytes);
    const entries = keys.flatMap(key =>
      (bucket.objects.get(key) ?? [])
        .toReversed()
        .map((version, index) =>
          tag(
            version.body ? 'Version' : 'DeleteMarker',
            leaf('Key', key),
            leaf('VersionId', version.versionId),
            leaf('IsLatest', index === 0),
            ...(version.body ? facts(version) : [leaf('LastModified', iso(version.modified))]),
          ),
        ),
    );
    return xml(
      'ListVersionsResult',
      leaf('Name', bucket.name),
      leaf('Prefix', prefix),
      leaf('IsTruncated', false),
      ...entries,
    );
  }),
};

/** Puts an object into a bucket, as a new version if the bucket is versioned. */
export function putObject(
  bucket: Bucket,
  key: string,
  content: Buffer | string,
  modified: number,
  headers: Record<string, string> = {},
): ObjectVersion {
  const body = Buffer.from(content);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  return addVersion(bucket, key, { versionId: newVersionId(bucket), body, etag, modified, headers });
}

/** Without a version: adds a delete marker if the bucket is versioned, else deletes the object. With a version: deletes that version. */
function deleteObject(
  bucket: Bucket,
  key: string,
  versionId: string,
  modified: number,
): ObjectVersion | undefined {
  if (!versionId && bucket.versioning) {
    return addVersion(bucket, key, {
      versionId: newVersionId(bucket),
      body: undefined,
      etag: '',
      modified,
      headers: {},
    });
  }
  const rest = (bucket.objects.get(key) ?? []).filter(version => version.versionId !== (versionId || 'null'));
  if (rest.length > 0) bucket.objects.set(key, rest);
  else bucket.objects.delete(key);
  return undefined;
}

/** Without versioning there is one version, called null, and a new one replaces it. */
function addVersion(bucket: Bucket, key: string, version: ObjectVersion): ObjectVersion {
  const before = (bucket.objects.get(key) ?? []).filter(({ versionId }) => versionId !== version.versionId);
  bucket.objects.set(key, [...before, version]);
  return version;
}

function newVersionId(bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
}

function current(bucket: Bucket, key: string): ObjectVersion | undefined {
  return bucket.objects.get(key)?.at(-1);
}

/**
 * The version that a request is about. If the key does not exist, only a caller who is allowed to list the bucket gets
 * to know that, and others are refused (GetObject's reference, "Permissions"). @param needs a further permission on the
 * version.
 */
function found(
  bucket: Bucket,
  call: Call,
  caller: Caller,
  needs?: string,
): { headers: Record<string, string>; body: Buffer } {
  const key = text(call, 'Key');
  if (needs && decide(caller, permissionOn(bucket, needs, key)).verdict !== 'allow')
    throw new AwsError(403, 'AccessDenied', 'Access Denied');
  const wanted = text(call, 'versionId');
  const versions = bucket.objects.get(key) ?? [];
  const version = wanted ? versions.find(({ versionId }) => versionId === wanted) : versions.at(-1);
  if (!version?.body) {
    const { verdict } = decide(caller, permissionOn(bucket, 's3:ListBucket'));
    if (verdict !== 'allow') throw new AwsError(403, 'AccessDenied', 'Access Denied');
    throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.', { details: { Key: key } });
  }
  const headers = {
    'content-type': 'binary/octet-stream',
    ...version.headers,
    etag: version.etag,
    'last-modified': new Date(version.modified).toUTCString(),
    ...versionHeader(bucket, version),
  };
  return { headers, body: version.body };
}

/** An ETag without its quotes. S3 accepts both forms. */
function bare(etag = ''): string {
  return etag.replaceAll('"', '');
}

/**
 * The headers that S3 keeps with an object. The encoding `aws-chunked` is not among them: it is only the form of
 * sending.
 */
function keptHeaders(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => ['content-type', 'content-encoding'].includes(name) || name.startsWith('x-amz-meta-'),
  );
  const { 'content-encoding': encoding, ...rest } = Object.fromEntries(kept);
  const encodings = (encoding ?? '').split(/\s*,\s*/).filter(name => name !== '' && name !== 'aws-chunked');
  return encodings.length > 0 ? { ...rest, 'content-encoding': encodings.join(',') } : rest;
}

function versionHeader(bucket: Bucket, { versionId }: ObjectVersion): Record<string, string> {
  return bucket.versioning ? { 'x-amz-version-id': versionId } : {};
}

function facts(version: ObjectVersion | undefined): string[] {
  if (!version) return [];
  return [
    leaf('LastModified', iso(version.modified)),
    leaf('ETag', version.etag),
    leaf('Size', version.body?.length),
    leaf('StorageClass', 'STANDARD'),
  ];
}

/** S3 lists keys in the order of their UTF-8 bytes. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
