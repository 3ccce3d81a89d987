import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import type { Access } from './access.ts';
import { clientConfig, senderOf } from './client.ts';
import { asked, Denied, FOREIGN_ANSWER, orDenied, orRefused, type Permission, Refused } from './errors.ts';
import { isRegion } from './region.ts';
import type { RetryPolicy } from './retry.ts';

/** How a bucket of a name stands to the account and region of the access. */
export type BucketFound =
  | { readonly is: 'present' }
  | { readonly is: 'missing' }
  | { readonly is: 'elsewhere'; readonly region: string }
  /** S3 refuses without a reason: another account's, or no permission. */
  | { readonly is: 'refused'; readonly permission: Permission };

/** Another job was first, or an earlier try went through and lost its response; or the bucket is another account's. */
const EXISTING = { BucketAlreadyOwnedByYou: true, BucketAlreadyExists: false };

/** What S3 answers if it does not know account-regional names, or the header that asks for one. */
const NO_NAMESPACE =
  /^(Invalid(Request|Argument|BucketName|BucketNamespace|NamespaceHeader)|MissingNamespaceHeader|NotImplemented|OperationNotSupported)$/;

/**
 * Answers to a write that pass: another job is writing the same; or (S3's bucket settings are eventually consistent) the
 * bucket was created a moment ago and is not known everywhere.
 */
const WRITES: RetryPolicy = { conflicts: { OperationAborted: 12, NoSuchBucket: 5 } };

const policyOf = (command: string) => (/^(?:Create|Put)Bucket/.test(command) ? WRITES : {});

/**
 * A client for S3 in the region of the access, by path (`https://s3.<region>.amazonaws.com/<bucket>`): its host is then known
 * before the bucket, so that the connection can be open when the bucket's name arrives.
 *
 * AWS supports path-style requests for every S3 endpoint, in all regions and partitions (S3 API reference, "Making requests
 * using the REST API"), for account-regional buckets too (S3 user guide, "Namespaces for general purpose buckets"). It has
 * promised a full year's notice before it ends them for new buckets (AWS News Blog, "Amazon S3 Path Deprecation Plan").
 */
export async function openS3(access: Access) {
  const sdk = await import('@aws-sdk/client-s3');
  const { account, partition } = access.identity;
  const client = new sdk.S3Client({ ...clientConfig(access), forcePathStyle: true });
  return {
    sdk,
    send: senderOf(client, access.transport, policyOf, true),
    /** Names the bucket, and the account as its expected owner. */
    owned: (Bucket: string) => ({ Bucket, ExpectedBucketOwner: account }),
    needs: (action: string, bucket: string, key?: string): Permission => ({
      action: `s3:${action}`,
      resource: `arn:${partition}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`,
    }),
    /** The answer of a bucket in the region of the access; and without an answer, that it is missing or elsewhere. */
    async inBucket<T, Other = never>(
      permission: Permission,
      request: Promise<T>,
      otherwise?: Readonly<Record<string, Other>>,
    ): Promise<{ readonly bucket: BucketFound; readonly answer?: T | Other }> {
      const answer = await orRefused(asked(permission, request, otherwise));
      if (!(answer instanceof Refused)) return { bucket: { is: 'present' }, answer };
      const { code, status = 0, bucketRegion = access.region } = answer;
      if (code === 'NoSuchBucket' || (code === 'NotFound' && status === 404))
        return { bucket: { is: 'missing' } };
      // 301 PermanentRedirect; 400 AuthorizationHeaderMalformed if S3 looks at the signature's region first.
      if ([301, 307, 400].includes(status) && bucketRegion !== access.region)
        return { bucket: { is: 'elsewhere', region: bucketRegion } };
      throw answer;
    },
  };
}

/** The account's buckets in the region; every request but CreateBucket names the account as the expected owner. */
export async function openBuckets(access: Access) {
  const { sdk, send, owned, needs, inBucket } = await openS3(access);
  return {
    async find(bucket: string): Promise<BucketFound> {
      const permission = needs('ListBucket', bucket);
      const head = await orRefused(inBucket(permission, send(new sdk.HeadBucketCommand(owned(bucket)))));
      if (!(head instanceof Refused)) {
        const region = head.answer?.BucketRegion ?? access.region;
        return region === access.region || !isRegion(region) ? head.bucket : { is: 'elsewhere', region };
      }
      // S3 is out of reach, or out of order, and all tries are spent; or it is not S3.
      const { status = 500, code } = head;
      if (status >= 500 || code === FOREIGN_ANSWER) throw head;
      // The answer to a HEAD has no body. The same permission lets one list, and that answer says why.
      const list = send(new sdk.ListObjectsV2Command({ ...owned(bucket), MaxKeys: 1 }));
      const listed = await orDenied(inBucket(permission, list));
      if (!(listed instanceof Denied)) return listed.bucket;
      if (listed.because === undefined) return { is: 'refused', permission };
      throw listed;
    },

    /** Creates it, or finds the account's own; false if S3 does not let the account have the name. */
    async create(bucket: string, namespace?: 'account-regional'): Promise<boolean> {
      const LocationConstraint = access.region as BucketLocationConstraint;
      const command = new sdk.CreateBucketCommand({
        Bucket: bucket,
        // us-east-1 is the one region that must not be named (CreateBucket's reference).
        CreateBucketConfiguration: access.region === 'us-east-1' ? undefined : { LocationConstraint },
        BucketNamespace: namespace,
      });
      const created = await orRefused(asked(needs('CreateBucket', bucket), send(command), EXISTING));
      if (!(created instanceof Refused)) return created !== false;
      if (namespace && NO_NAMESPACE.test(created.code)) return false;
      throw created;
    },

    async clearNotifications(bucket: string) {
      const request = { ...owned(bucket), NotificationConfiguration: {} };
      const sent = send(new sdk.PutBucketNotificationConfigurationCommand(request));
      await asked(needs('PutBucketNotification', bucket), sent);
    },

    async enableVersioning(bucket: string) {
      const request = { ...owned(bucket), VersioningConfiguration: { Status: 'Enabled' as const } };
      await asked(needs('PutBucketVersioning', bucket), send(new sdk.PutBucketVersioningCommand(request)));
    },

    async putPolicy(bucket: string, policy: string) {
      const request = { ...owned(bucket), Policy: policy };
      await asked(needs('PutBucketPolicy', bucket), send(new sdk.PutBucketPolicyCommand(request)));
    },

    /** Removes an empty bucket; false if it holds anything: S3 itself refuses then. */
    async remove(bucket: string): Promise<boolean> {
      const removed = send(new sdk.DeleteBucketCommand(owned(bucket)));
      const otherwise = { NoSuchBucket: true, BucketNotEmpty: false };
      return (await asked(needs('DeleteBucket', bucket), removed, otherwise)) !== false;
    },

    /** Undefined if it has none. */
    async policy(bucket: string): Promise<string | undefined> {
      const answer = send(new sdk.GetBucketPolicyCommand(owned(bucket)));
      const none = { NoSuchBucketPolicy: undefined };
      return (await asked(needs('GetBucketPolicy', bucket), answer, none))?.Policy;
    },

    async versioned(bucket: string): Promise<boolean> {
      const answer = send(new sdk.GetBucketVersioningCommand(owned(bucket)));
      return (await asked(needs('GetBucketVersioning', bucket), answer)).Status === 'Enabled';
    },

    /** Whether all four settings of the public access block are on. */
    async closedToPublic(bucket: string): Promise<boolean> {
      const answer = send(new sdk.GetPublicAccessBlockCommand(owned(bucket)));
      const none = { NoSuchPublicAccessBlockConfiguration: undefined };
      const found = await asked(needs('GetBucketPublicAccessBlock', bucket), answer, none);
      const { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets } =
        found?.PublicAccessBlockConfiguration ?? {};
      return Boolean(BlockPublicAcls && IgnorePublicAcls && BlockPublicPolicy && RestrictPublicBuckets);
    },
  };
}
