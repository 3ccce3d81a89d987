import { asked, Denied, Refused, readDenial } from '../../src/aws/errors.ts';

const USER = 'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions';
const NEEDED = { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' };

test.each([
  [
    `${USER} is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/sst/bootstrap because no identity-based policy allows the ssm:GetParameters action`,
    'ssm:GetParameters',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/sst/bootstrap',
    'no identity-based policy allows the ssm:GetParameters action',
  ],
  [
    `${USER} is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::sst-asset-x" because no session policy allows the s3:CreateBucket action`,
    's3:CreateBucket',
    'arn:aws:s3:::sst-asset-x',
    'no session policy allows the s3:CreateBucket action',
  ],
  [
    `${USER} is not authorized to perform: ecr:CreateRepository on resource: arn:aws:ecr:eu-west-1:123456789012:repository/sst-asset with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1`,
    'ecr:CreateRepository',
    'arn:aws:ecr:eu-west-1:123456789012:repository/sst-asset',
    'with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1',
  ],
  [
    `${USER} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist`,
    undefined,
    undefined,
    undefined,
  ],
  ['Access Denied', undefined, undefined, undefined],
])('reads %s', (message, action, resource, because) => {
  const told = readDenial(message);
  expect(told?.permission.action).toBe(action);
  expect(told?.permission.resource).toBe(resource);
  expect(told?.because).toBe(because);
});

/** An error as the SDK's clients throw it. */
function sdkError(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more });
}

test('a denial is about what AWS says it is about', async () => {
  const message = `${USER} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:123456789012:key/k because no identity-based policy allows the kms:Decrypt action`;
  const error = sdkError('AccessDeniedException', message, { $metadata: { httpStatusCode: 400 } });
  const refused = await asked(NEEDED, Promise.reject(error)).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Denied);
  expect(refused).toMatchObject({ permission: { action: 'kms:Decrypt' }, status: 400, cause: error });
});

test('if AWS does not say, it is about what was asked', async () => {
  const error = sdkError('AccessDenied', 'Access Denied', { $metadata: { httpStatusCode: 403 } });
  await expect(asked(NEEDED, Promise.reject(error))).rejects.toMatchObject({
    permission: NEEDED,
    because: undefined,
  });
});

test.each([
  [{ $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } } }, 'Moved'],
  [{}, "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'"],
])('S3 tells the bucket’s region in a header, or in words', async (more, message) => {
  const error = sdkError('PermanentRedirect', message, { $metadata: { httpStatusCode: 301 }, ...more });
  const refused = await asked(NEEDED, Promise.reject(error)).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).not.toBeInstanceOf(Denied);
  expect(refused).toMatchObject({ code: 'PermanentRedirect', status: 301, bucketRegion: 'eu-west-1' });
});

test('an error of the network has its code, no status, and how often it was tried', async () => {
  const error = sdkError('Error', 'read ECONNRESET', { code: 'ECONNRESET', tries: 6 });
  await expect(asked(NEEDED, Promise.reject(error))).rejects.toMatchObject({
    code: 'ECONNRESET',
    status: undefined,
    tries: 6,
  });
});

test('a 403 without a body is a denial', async () => {
  const error = sdkError('Unknown', 'UnknownError', { $metadata: { httpStatusCode: 403 } });
  await expect(asked(NEEDED, Promise.reject(error))).rejects.toBeInstanceOf(Denied);
});

test('an abort stays what it is', async () => {
  const error = sdkError('AbortError', 'Request aborted');
  await expect(asked(NEEDED, Promise.reject(error))).rejects.toBe(error);
});
