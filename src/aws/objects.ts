import type { Access } from './access.ts';
import { AnswerError, asked, faultOf, INVALID_ANSWER, Refused, refusedWith } from './errors.ts';
import { type BucketFound, bucketIn, openS3 } from './s3.ts';

/** An object as it was read. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  /** S3's fingerprint of this content. */
  readonly etag: string;
}

/** An object as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  readonly modified: Date;
}

/** The objects of one account's buckets; every request names the account as the expected owner. */
export interface Objects {
  /** Reads an object, and learns about its bucket in the same request; no `object` if there is none. */
  read(
    bucket: string,
    key: string,
  ): Promise<{ readonly bucket: BucketFound; readonly object?: StoredObject }>;
  /** The first `most` objects (at most 1,000) with this prefix, in the order of their keys, and their bucket. */
  list(
    bucket: string,
    prefix: string,
    most: number,
  ): Promise<{
    readonly bucket: BucketFound;
    readonly objects: readonly ListedObject[];
    /** Whether there are more. */
    readonly more: boolean;
  }>;
  /** Writes an object of JSON. @param gzipped whether the bytes are compressed. */
  write(bucket: string, key: string, bytes: Uint8Array, gzipped: boolean): Promise<void>;
  /** Removes an object, only if its content is still the one with this fingerprint; false if it is not. */
  removeUnchanged(bucket: string, key: string, etag: string): Promise<boolean>;
}

/**
 * S3's objects, as SST's state consists of them.
 *
 * All requests throw Denied if the caller lacks the permission, Refused for every other answer.
 */
export async function openObjects(access: Access): Promise<Objects> {
  const { sdk, send, owned, needs } = await openS3(access);
  return {
    async read(bucket, key) {
      try {
        const command = new sdk.GetObjectCommand({ ...owned(bucket), Key: key });
        const answer = await asked(needs('GetObject', bucket, key), send(command));
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return { bucket: { is: 'present' }, object: { bytes, etag: answer.ETag ?? '' } };
      } catch (error) {
        if (refusedWith(error, 'NoSuchKey')) return { bucket: { is: 'present' } };
        const found = bucketIn(error, access.region);
        if (found) return { bucket: found };
        throw error;
      }
    },

    async list(bucket, prefix, most) {
      const permission = needs('ListBucket', bucket);
      try {
        const command = new sdk.ListObjectsV2Command({ ...owned(bucket), Prefix: prefix, MaxKeys: most });
        const answer = await asked(permission, send(command));
        if (answer.KeyCount === undefined) {
          // An endpoint that answers 200 with something else is not S3.
          const error = new AnswerError(INVALID_ANSWER, 'The answer is not a list of objects', 200);
          throw new Refused(permission, faultOf(error), error);
        }
        const objects = (answer.Contents ?? []).flatMap(({ Key: key, LastModified: modified }) =>
          key === undefined || modified === undefined ? [] : [{ key, modified }],
        );
        return { bucket: { is: 'present' }, objects, more: answer.IsTruncated ?? false };
      } catch (error) {
        const found = bucketIn(error, access.region);
        if (found) return { bucket: found, objects: [], more: false };
        throw error;
      }
    },

    async write(bucket, key, bytes, gzipped) {
      const command = new sdk.PutObjectCommand({
        ...owned(bucket),
        Key: key,
        Body: bytes,
        ContentType: 'application/json',
        ContentEncoding: gzipped ? 'gzip' : undefined,
      });
      await asked(needs('PutObject', bucket, key), send(command));
    },

    // Amazon S3 user guide, "How to perform conditional deletes": If-Match with an ETag works in general purpose buckets and
    // needs s3:GetObject besides s3:DeleteObject. It is judged by the current version. 412: the object changed; 409: it is
    // being changed; 404: it is gone.
    async removeUnchanged(bucket, key, etag) {
      try {
        const command = new sdk.DeleteObjectCommand({ ...owned(bucket), Key: key, IfMatch: etag });
        await asked(needs('DeleteObject', bucket, key), send(command));
        return true;
      } catch (error) {
        if (error instanceof Refused && [404, 409, 412].includes(error.status ?? 0)) return false;
        throw error;
      }
    },
  };
}
