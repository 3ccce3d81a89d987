import { bucketArn } from './arn.ts';
import { evaluate, type Policy } from './iam.ts';
import {
  type Answer,
  AwsError,
  type Call,
  type Operation,
  type Operations,
  type Permission,
  text,
} from './model.ts';
import type { AwsState, Bucket, Caller } from './state.ts';
import { document, leaf, tag, textOf } from './xml.ts';

export const S3_NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** A document as S3 answers with it. */
export function xml(...content: Parameters<typeof tag>): Answer {
  const [name, ...children] = content;
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: document(tag(`${name} ${S3_NAMESPACE}`, ...children)),
  };
}

/** The bucket that a request names, after the checks that S3 makes before it looks at permissions. */
export function bucketOf(call: Call, state: AwsState): Bucket {
  const name = text(call, 'Bucket');
  const bucket = state.buckets.get(name);
  if (!bucket) {
    throw new AwsError(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      details: { BucketName: name },
    });
  }
  // A bucket is served by its own region. Any other region tells every caller which one that is (HeadBucket is made for
  // that).
  if (call.region !== bucket.region) {
    const message =
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.';
    const endpoint = `${name}.s3.${bucket.region}.amazonaws.com`;
    const headers = { 'x-amz-bucket-region': bucket.region };
    throw new AwsError(301, 'PermanentRedirect', message, {
      headers,
      details: { Endpoint: endpoint, Bucket: name },
    });
  }
  const expected = call.headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== bucket.accountId)
    throw new AwsError(403, 'AccessDenied', 'Access Denied');
  return bucket;
}

/**
 * A permission on a bucket or an object of it, for `decide`. It has the bucket's policy, and the owner, which an S3 ARN
 * does not contain.
 */
export function permissionOn(bucket: Bucket, action: string, key?: string): Permission {
  return {
    action,
    resource: bucketArn(bucket.region, bucket.name, key),
    owner: bucket.accountId,
    policy: bucket.policy === undefined ? undefined : (JSON.parse(bucket.policy) as Policy),
  };
}

/** An operation on an existing bucket that needs the IAM action `permission` on it. */
export function onBucket(
  permission: string,
  write: boolean,
  run: (bucket: Bucket, call: Call, caller: Caller, state: AwsState) => Answer,
): Operation {
  return {
    access: 'signed',
    write,
    needs: (call, _caller, state) => [permissionOn(bucketOf(call, state), permission)],
    run: (call, caller, state) => run(bucketOf(call, state), call, caller, state),
  };
}

/** The operations on buckets. */
export const buckets: Operations = {
  CreateBucket: {
    access: 'signed',
    write: true,
    needs: (call, caller) => [
      {
        action: 's3:CreateBucket',
        resource: bucketArn(call.region, text(call, 'Bucket')),
        owner: caller.accountId,
        context: { 's3:x-amz-bucket-namespace': call.headers['x-amz-bucket-namespace'] ?? 'global' },
      },
    ],
    run: createBucket,
  },

  ListBuckets: {
    access: 'signed',
    write: false,
    needs: (_call, caller) => [{ action: 's3:ListAllMyBuckets', resource: '*', owner: caller.accountId }],
    run: (_call, caller, state) => {
      const own = [...state.buckets.values()].filter(({ accountId }) => accountId === caller.accountId);
      const list = own.map(({ name, region, created }) =>
        tag('Bucket', leaf('Name', name), leaf('CreationDate', iso(created)), leaf('BucketRegion', region)),
      );
      return xml(
        'ListAllMyBucketsResult',
        tag('Owner', leaf('ID', caller.accountId)),
        tag('Buckets', ...list),
      );
    },
  },

  HeadBucket: onBucket('s3:ListBucket', false, bucket => ({
    status: 200,
    headers: { 'x-amz-bucket-region': bucket.region, 'x-amz-access-point-alias': 'false' },
  })),

  DeleteBucket: onBucket('s3:DeleteBucket', true, (bucket, _call, _caller, state) => {
    if (bucket.objects.size > 0) {
      const versions =
        'The bucket you tried to delete is not empty. You must delete all versions in the bucket.';
      const message = bucket.versioning ? versions : 'The bucket you tried to delete is not empty';
      throw new AwsError(409, 'BucketNotEmpty', message, { details: { BucketName: bucket.name } });
    }
    state.buckets.delete(bucket.name);
    return { status: 204 };
  }),

  // us-east-1 is always the empty constraint (AWS's reference of the call).
  GetBucketLocation: onBucket('s3:GetBucketLocation', false, ({ region }) => ({
    status: 200,
    body: document(tag(`LocationConstraint ${S3_NAMESPACE}`, region === 'us-east-1' ? '' : region)),
  })),

  PutBucketVersioning: onBucket('s3:PutBucketVersioning', true, (bucket, call) => {
    const status = textOf(call.body.toString(), 'Status');
    if (status !== 'Enabled' && status !== 'Suspended') throw malformed();
    bucket.versioning = status;
    return { status: 200 };
  }),

  GetBucketVersioning: onBucket('s3:GetBucketVersioning', false, ({ versioning }) =>
    xml('VersioningConfiguration', leaf('Status', versioning || undefined)),
  ),

  PutBucketPolicy: onBucket('s3:PutBucketPolicy', true, (bucket, call) => {
    bucket.policy = checkedPolicy(call.body.toString(), bucket);
    return { status: 204 };
  }),

  GetBucketPolicy: onBucket('s3:GetBucketPolicy', false, bucket => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: policyOf(bucket),
  })),

  DeleteBucketPolicy: onBucket('s3:DeleteBucketPolicy', true, bucket => {
    bucket.policy = undefined;
    return { status: 204 };
  }),

  GetBucketPolicyStatus: onBucket('s3:GetBucketPolicyStatus', false, bucket => {
    const anyone = {
      action: 's3:GetObject',
      resource: bucketArn(bucket.region, bucket.name, 'x'),
      principals: { AWS: [] },
    };
    const verdict = evaluate([JSON.parse(policyOf(bucket)) as Policy], anyone);
    return xml('PolicyStatus', leaf('IsPublic', verdict === 'allow'));
  }),

  // All four are on in every bucket since April 2023. No operation here turns them off.
  GetPublicAccessBlock: onBucket('s3:GetBucketPublicAccessBlock', false, () =>
    xml(
      'PublicAccessBlockConfiguration',
      ...['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'].map(name =>
        leaf(name, true),
      ),
    ),
  ),

  PutBucketNotificationConfiguration: onBucket('s3:PutBucketNotification', true, (bucket, call) => {
    bucket.notification = call.body.toString();
    return { status: 200 };
  }),
};

function createBucket(call: Call, caller: Caller, state: AwsState): Answer {
  const name = text(call, 'Bucket');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    throw new AwsError(400, 'InvalidBucketName', 'The specified bucket is not valid.', {
      details: { BucketName: name },
    });
  }
  const region = regionFor(call.region, textOf(call.body.toString(), 'LocationConstraint'));
  checkNamespace(name, call, caller, region, state);
  const existing = state.buckets.get(name);
  if (existing && existing.accountId !== caller.accountId) {
    const message =
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.';
    throw new AwsError(409, 'BucketAlreadyExists', message, { details: { BucketName: name } });
  }
  // Only in us-east-1, creating a bucket that the account already owns succeeds (CreateBucket's reference).
  if (existing && !(region === 'us-east-1' && existing.region === region)) {
    const message = 'Your previous request to create the named bucket succeeded and you already own it.';
    throw new AwsError(409, 'BucketAlreadyOwnedByYou', message, { details: { BucketName: name } });
  }
  if (!existing) state.buckets.set(name, newBucket(name, region, caller.accountId, state.now()));
  return { status: 200, headers: { location: `/${name}` } };
}

/** A bucket as CreateBucket leaves it. */
export function newBucket(name: string, region: string, accountId: string, created: number): Bucket {
  return {
    name,
    region,
    accountId,
    created,
    versioning: '',
    policy: undefined,
    notification: undefined,
    objects: new Map(),
  };
}

/**
 * The region in which CreateBucket creates the bucket. The endpoint of us-east-1 accepts any other region as
 * constraint. Every other endpoint requires its own region.
 */
function regionFor(endpoint: string, constraint: string | undefined): string {
  const details = { LocationConstraint: constraint ?? '' };
  if (constraint !== undefined && (constraint === 'us-east-1' || !/^[a-z]+(-[a-z]+)+-\d$/.test(constraint))) {
    throw new AwsError(400, 'InvalidLocationConstraint', 'The specified location-constraint is not valid', {
      details,
    });
  }
  if (endpoint === 'us-east-1') return constraint ?? endpoint;
  if (constraint === endpoint) return endpoint;
  const message = `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`;
  throw new AwsError(400, 'IllegalLocationConstraintException', message);
}

/**
 * Bahrain and UAE: S3 has no account-regional namespaces there (S3 user guide, "Namespaces for general purpose
 * buckets").
 */
const WITHOUT_NAMESPACE = ['me-south-1', 'me-central-1'];

/**
 * The rules of the account-regional namespace: the name needs the header, and it contains the caller's account and
 * region.
 */
function checkNamespace(name: string, call: Call, caller: Caller, region: string, state: AwsState): void {
  const header = call.headers['x-amz-bucket-namespace'];
  const wanted = header === 'account-regional';
  if (header !== undefined && !wanted && header !== 'global') {
    throw new AwsError(400, 'InvalidArgument', `Invalid x-amz-bucket-namespace: ${header}`);
  }
  if (!state.accountRegionalNamespace || WITHOUT_NAMESPACE.includes(region)) {
    if (!wanted) return;
    throw new AwsError(
      400,
      'InvalidRequest',
      'Account regional namespaces are not supported in this Region.',
    );
  }
  const [, account, named] = /^.+-(\d{12})-([a-z]+(?:-[a-z]+)+-\d)-an$/.exec(name) ?? [];
  if (!wanted) {
    if (!account) return;
    const message = `Your request was missing the x-amz-bucket-namespace header, which a bucket name ending in -an needs.`;
    throw new AwsError(400, 'MissingNamespaceHeader', message);
  }
  if (account === caller.accountId && named === region) return;
  const message = `The requested bucket is an account-regional namespace bucket, and its name must end with -${caller.accountId}-${region}-an.`;
  throw new AwsError(400, 'InvalidBucketNamespace', message, { details: { BucketName: name } });
}

function policyOf(bucket: Bucket): string {
  if (bucket.policy !== undefined) return bucket.policy;
  const details = { BucketName: bucket.name };
  throw new AwsError(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist', { details });
}

/** As in S3, a policy is refused unless it is JSON and is about this bucket only. */
function checkedPolicy(policy: string, bucket: Bucket): string {
  const own = bucketArn(bucket.region, bucket.name);
  let parsed: Policy;
  try {
    parsed = JSON.parse(policy) as Policy;
  } catch {
    throw new AwsError(400, 'MalformedPolicy', "Policies must be valid JSON and the first byte must be '{'");
  }
  const resources = [parsed.Statement].flat().flatMap(statement => statement.Resource ?? []);
  if (resources.every(resource => resource === own || resource.startsWith(`${own}/`))) return policy;
  throw new AwsError(400, 'MalformedPolicy', 'Policy has invalid resource');
}

function malformed(): AwsError {
  const message = 'The XML you provided was not well-formed or did not validate against our published schema';
  return new AwsError(400, 'MalformedXML', message);
}

/** The form of a time in S3's documents. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
