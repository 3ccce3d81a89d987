import type { Operations } from './model.ts';
import { buckets } from './s3-buckets.ts';
import { objects } from './s3-objects.ts';

/** Simple Storage Service, as far as SST and the action use it. */
export const s3: Operations = { ...buckets, ...objects };

/**
 * The operation by method and sub-resource, for a bucket and for an object. An S3 request does not contain its name.
 */
const BUCKET: Record<string, string> = {
  'PUT ': 'CreateBucket',
  'HEAD ': 'HeadBucket',
  'DELETE ': 'DeleteBucket',
  'GET location': 'GetBucketLocation',
  'PUT versioning': 'PutBucketVersioning',
  'GET versioning': 'GetBucketVersioning',
  'PUT policy': 'PutBucketPolicy',
  'GET policy': 'GetBucketPolicy',
  'DELETE policy': 'DeleteBucketPolicy',
  'GET policyStatus': 'GetBucketPolicyStatus',
  'GET publicAccessBlock': 'GetPublicAccessBlock',
  'PUT notification': 'PutBucketNotificationConfiguration',
  'GET versions': 'ListObjectVersions',
  'GET list-type': 'ListObjectsV2',
  'POST delete': 'DeleteObjects',
};
const OBJECT: Record<string, string> = {
  'PUT ': 'PutObject',
  'GET ': 'GetObject',
  'HEAD ': 'HeadObject',
  'DELETE ': 'DeleteObject',
};
/**
 * Sub-resources that are not supported here. They are listed so that `PUT /bucket?tagging` is refused and creates no
 * bucket.
 */
const OTHERS = [
  'acl',
  'attributes',
  'cors',
  'encryption',
  'lifecycle',
  'logging',
  'object-lock',
  'ownershipControls',
];
OTHERS.push(
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'website',
);

/** Which operation a REST request is; '' for none that is served here. */
export function s3Action(method: string, bucket: string, key: string, query: Record<string, string>): string {
  if (!bucket) return method === 'GET' ? 'ListBuckets' : '';
  const table = key ? OBJECT : BUCKET;
  const known = [...Object.keys(table).map(route => route.split(' ')[1] ?? ''), ...OTHERS];
  const subResource = known.find(name => name !== '' && name in query) ?? '';
  return table[`${method} ${subResource}`] ?? '';
}
