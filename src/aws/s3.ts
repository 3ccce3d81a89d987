import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import { openClient } from './client.ts';
import {
  answerError,
  asked,
  Denied,
  FOREIGN_ANSWER,
  INVALID_ANSWER,
  orDenied,
  orRefused,
  type Permission,
  Refused,
} from './errors.ts';
import type { Access } from './identity.ts';
import { isRegion } from './region.ts';
import type { RetryPolicy } from './retry.ts';

/** How a bucket of a name stands to the account and region of the access. */
export type BucketFound =
  | { readonly is: 'present' }
  | { readonly is: 'missing' }
  | { readonly is: 'elsewhere'; readonly region: string }
  /** S3 refuses without a reason: another account's, or no permission. */
  | { readonly is: 'refused'; readonly permission: Permission };

export interface StoredObject {
  readonly bytes: Uint8Array;
  /** S3's fingerprint of this content. */
  readonly etag: string;
}

/** Another job was first, or an earlier try went through and lost its response; or the bucket is another account's. */
const EXISTING = { BucketAlreadyOwnedByYou: true, BucketAlreadyExists: false };

/** What S3 answers if it does not know account-regional names, or the header that asks for one. */
const NO_NAMESPACE =
  /^(Invalid(Request|Argument|BucketName|BucketNamespace|NamespaceHeader)|MissingNamespaceHeader|NotImplemented|OperationNotSupported)$/;

/** Answers to a write that pass: another job is writing the same; or a new bucket is not known everywhere yet. */
const WRITES: RetryPolicy = { conflicts: { OperationAborted: 12, NoSuchBucket: 5 } };

const policyOf = (command: string) => (/^(?:Create|Put)Bucket/.test(command) ? WRITES : {});

export type S3 = Awaited<ReturnType<typeof openS3>>;

/**
 * The account's buckets in the region, and their objects, of which SST's state consists. Every request but CreateBucket names
 * the account as the bucket's expected owner. All throw Denied if the caller lacks the permission, Refused for every other
 * answer that is not expected.
 *
 * Buckets are asked by path (`https://s3.<region>.amazonaws.com/<bucket>`): the host is then known before the bucket, so that
 * the connection can be open when the bucket's name arrives. AWS supports that everywhere (S3 API reference, "Making requests
 * using the REST API"), and has promised a year's notice before it ends (AWS News Blog, "Amazon S3 Path Deprecation Plan").
 */
export async function openS3(access: Access) {
  const sdk = await import('@aws-sdk/client-s3');
  const { account, partition } = access.identity;
  const s3 = openClient(sdk.S3, access, { forcePathStyle: true }, policyOf);
  const owned = (Bucket: string) => ({ Bucket, ExpectedBucketOwner: account });

  /** @param place the bucket, or bucket and key. */
  function ask<T, Other = never>(
    action: string,
    place: string,
    request: Promise<T>,
    otherwise?: Readonly<Record<string, Other>>,
  ): Promise<T | Other> {
    const permission = { action: `s3:${action}`, resource: `arn:${partition}:s3:::${place}` };
    return asked(permission, request, otherwise);
  }

  /** The answer of a bucket in the region of the access; and without an answer, that it is missing or elsewhere. */
  async function inBucket<T>(
    request: Promise<T>,
  ): Promise<{ readonly bucket: BucketFound; readonly answer?: T }> {
    const answer = await orRefused(request);
    if (!(answer instanceof Refused)) return { bucket: { is: 'present' }, answer };
    const { code, status = 0, bucketRegion = access.region } = answer;
    if (code === 'NoSuchBucket' || (code === 'NotFound' && status === 404))
      return { bucket: { is: 'missing' } };
    // 301 PermanentRedirect; 400 AuthorizationHeaderMalformed if S3 looks at the signature's region first.
    if ([301, 307, 400].includes(status) && bucketRegion !== access.region)
      return { bucket: { is: 'elsewhere', region: bucketRegion } };
    throw answer;
  }

  return {
    async find(bucket: string): Promise<BucketFound> {
      const head = await orRefused(inBucket(ask('ListBucket', bucket, s3.headBucket(owned(bucket)))));
      if (!(head instanceof Refused)) {
        const region = head.answer?.BucketRegion ?? access.region;
        return region === access.region || !isRegion(region) ? head.bucket : { is: 'elsewhere', region };
      }
      // S3 is out of reach, or out of order, and all tries are spent; or it is not S3.
      const { status = 500, code, permission } = head;
      if (status >= 500 || code === FOREIGN_ANSWER) throw head;
      // The answer to a HEAD has no body. The same permission lets one list, and that answer says why.
      const list = s3.listObjectsV2({ ...owned(bucket), MaxKeys: 1 });
      const listed = await orDenied(inBucket(ask('ListBucket', bucket, list)));
      if (!(listed instanceof Denied)) return listed.bucket;
      if (listed.because === undefined) return { is: 'refused', permission };
      throw listed;
    },

    /** Creates it, or finds the account's own; false if S3 does not let the account have the name. */
    async create(bucket: string, namespace?: 'account-regional'): Promise<boolean> {
      const LocationConstraint = access.region as BucketLocationConstraint;
      const request = s3.createBucket({
        Bucket: bucket,
        // us-east-1 is the one region that must not be named (CreateBucket's reference).
        CreateBucketConfiguration: access.region === 'us-east-1' ? undefined : { LocationConstraint },
        BucketNamespace: namespace,
      });
      const created = await orRefused(ask('CreateBucket', bucket, request, EXISTING));
      if (!(created instanceof Refused)) return created !== false;
      if (namespace && NO_NAMESPACE.test(created.code)) return false;
      throw created;
    },

    clearNotifications(bucket: string) {
      const request = { ...owned(bucket), NotificationConfiguration: {} };
      return ask('PutBucketNotification', bucket, s3.putBucketNotificationConfiguration(request));
    },

    enableVersioning(bucket: string) {
      const request = { ...owned(bucket), VersioningConfiguration: { Status: 'Enabled' as const } };
      return ask('PutBucketVersioning', bucket, s3.putBucketVersioning(request));
    },

    putPolicy: (bucket: string, Policy: string) =>
      ask('PutBucketPolicy', bucket, s3.putBucketPolicy({ ...owned(bucket), Policy })),

    /** Removes an empty bucket; false if it holds anything: S3 itself refuses then. */
    async remove(bucket: string): Promise<boolean> {
      const otherwise = { NoSuchBucket: true, BucketNotEmpty: false };
      return (await ask('DeleteBucket', bucket, s3.deleteBucket(owned(bucket)), otherwise)) !== false;
    },

    /** Undefined if it has none. */
    async policy(bucket: string): Promise<string | undefined> {
      const none = { NoSuchBucketPolicy: undefined };
      return (await ask('GetBucketPolicy', bucket, s3.getBucketPolicy(owned(bucket)), none))?.Policy;
    },

    async versioned(bucket: string): Promise<boolean> {
      const answer = await ask('GetBucketVersioning', bucket, s3.getBucketVersioning(owned(bucket)));
      return answer.Status === 'Enabled';
    },

    /** Whether all four settings of the public access block are on. */
    async closedToPublic(bucket: string): Promise<boolean> {
      const none = { NoSuchPublicAccessBlockConfiguration: undefined };
      const answer = s3.getPublicAccessBlock(owned(bucket));
      const found = await ask('GetBucketPublicAccessBlock', bucket, answer, none);
      const settings = Object.values(found?.PublicAccessBlockConfiguration ?? {});
      return settings.length === 4 && settings.every(isOn => isOn);
    },

    /** Reads an object, and learns about its bucket in the same request; no `object` if there is none. */
    async read(bucket: string, key: string): Promise<{ bucket: BucketFound; object?: StoredObject }> {
      const read = s3.getObject({ ...owned(bucket), Key: key }).then(async ({ Body, ETag: etag = '' }) => ({
        bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
        etag,
      }));
      const none = { NoSuchKey: undefined };
      const { bucket: found, answer } = await inBucket(ask('GetObject', `${bucket}/${key}`, read, none));
      return { bucket: found, object: answer };
    },

    /** The first `most` objects (at most 1,000) with this prefix, in the order of their keys, and their bucket. */
    async list(bucket: string, prefix: string, most: number) {
      const request = { ...owned(bucket), Prefix: prefix, MaxKeys: most };
      const listed = s3.listObjectsV2(request).then(answer => {
        // An endpoint that answers 200 with something else is not S3.
        if (answer.KeyCount !== undefined) return answer;
        throw answerError(INVALID_ANSWER, 'The answer is not a list of objects', 200);
      });
      const { bucket: found, answer } = await inBucket(ask('ListBucket', bucket, listed));
      const objects = (answer?.Contents ?? []).flatMap(({ Key: key, LastModified: modified }) =>
        key === undefined || modified === undefined ? [] : { key, modified },
      );
      return { bucket: found, objects, more: answer?.IsTruncated ?? false };
    },

    /** Writes an object of JSON. @param gzipped whether the bytes are compressed. */
    write(bucket: string, key: string, bytes: Uint8Array, gzipped: boolean) {
      const request = {
        ...owned(bucket),
        Key: key,
        Body: bytes,
        ContentType: 'application/json',
        ContentEncoding: gzipped ? 'gzip' : undefined,
      };
      return ask('PutObject', `${bucket}/${key}`, s3.putObject(request));
    },

    /**
     * Removes an object, only if its content is still the one with this fingerprint; false if it is not.
     *
     * Amazon S3 user guide, "How to perform conditional deletes": If-Match with an ETag works in general purpose buckets and
     * needs s3:GetObject besides s3:DeleteObject. It is judged by the current version. 412: the object changed; 409: it is
     * being changed; 404: it is gone.
     */
    async removeUnchanged(bucket: string, key: string, etag: string): Promise<boolean> {
      const request = s3.deleteObject({ ...owned(bucket), Key: key, IfMatch: etag });
      const removed = await orRefused(ask('DeleteObject', `${bucket}/${key}`, request));
      if (!(removed instanceof Refused)) return true;
      if ([404, 409, 412].includes(removed.status ?? 0)) return false;
      throw removed;
    },
  };
}
