import type { Access } from './access.ts';
import { answerError, asked, INVALID_ANSWER, orRefused, Refused } from './errors.ts';
import { type BucketFound, openS3 } from './s3.ts';

/** An object as it was read. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  /** S3's fingerprint of this content. */
  readonly etag: string;
}

/**
 * S3's objects, as SST's state consists of them. Every request names the account as the bucket's expected owner.
 *
 * All requests throw Denied if the caller lacks the permission, Refused for every other answer.
 */
export async function openObjects(access: Access) {
  const { sdk, send, owned, needs, inBucket } = await openS3(access);
  return {
    /** Reads an object, and learns about its bucket in the same request; no `object` if there is none. */
    async read(bucket: string, key: string): Promise<{ bucket: BucketFound; object?: StoredObject }> {
      const command = new sdk.GetObjectCommand({ ...owned(bucket), Key: key });
      const read = send(command).then(async ({ Body, ETag: etag = '' }) => ({
        bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
        etag,
      }));
      const permission = needs('GetObject', bucket, key);
      const { bucket: found, answer } = await inBucket(permission, read, { NoSuchKey: undefined });
      return { bucket: found, object: answer };
    },

    /** The first `most` objects (at most 1,000) with this prefix, in the order of their keys, and their bucket. */
    async list(bucket: string, prefix: string, most: number) {
      const request = { ...owned(bucket), Prefix: prefix, MaxKeys: most };
      const listed = send(new sdk.ListObjectsV2Command(request)).then(answer => {
        // An endpoint that answers 200 with something else is not S3.
        if (answer.KeyCount !== undefined) return answer;
        throw answerError(INVALID_ANSWER, 'The answer is not a list of objects', 200);
      });
      const { bucket: found, answer } = await inBucket(needs('ListBucket', bucket), listed);
      const objects = (answer?.Contents ?? []).flatMap(({ Key: key, LastModified: modified }) =>
        key === undefined || modified === undefined ? [] : { key, modified },
      );
      return { bucket: found, objects, more: answer?.IsTruncated ?? false };
    },

    /** Writes an object of JSON. @param gzipped whether the bytes are compressed. */
    async write(bucket: string, key: string, bytes: Uint8Array, gzipped: boolean): Promise<void> {
      const command = new sdk.PutObjectCommand({
        ...owned(bucket),
        Key: key,
        Body: bytes,
        ContentType: 'application/json',
        ContentEncoding: gzipped ? 'gzip' : undefined,
      });
      await asked(needs('PutObject', bucket, key), send(command));
    },

    /**
     * Removes an object, only if its content is still the one with this fingerprint; false if it is not.
     *
     * Amazon S3 user guide, "How to perform conditional deletes": If-Match with an ETag works in general purpose buckets and
     * needs s3:GetObject besides s3:DeleteObject. It is judged by the current version. 412: the object changed; 409: it is
     * being changed; 404: it is gone.
     */
    async removeUnchanged(bucket: string, key: string, etag: string): Promise<boolean> {
      const command = new sdk.DeleteObjectCommand({ ...owned(bucket), Key: key, IfMatch: etag });
      const removed = await orRefused(asked(needs('DeleteObject', bucket, key), send(command)));
      if (!(removed instanceof Refused)) return true;
      if ([404, 409, 412].includes(removed.status ?? 0)) return false;
      throw removed;
    },
  };
}
