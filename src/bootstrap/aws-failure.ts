import type { Access } from '../aws/access.ts';
import { Denied, Refused } from '../aws/errors.ts';
import { denied, requestFailed } from '../aws/messages.ts';
import { Failure } from '../failure.ts';
import { regionNotEnabled } from './region-messages.ts';

/**
 * What the services of a region that is not enabled for the account answer to a session that is valid elsewhere: SSM and
 * ECR the first, S3 the others.
 */
const SESSION_UNKNOWN = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidAccessKeyId',
  'InvalidToken',
]);

/**
 * The failure for an error of AWS. Any other error is returned unchanged.
 *
 * @param done what was done until then, as a sentence.
 */
export function failureFor(error: unknown, access: Access, done?: string): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof Denied)
    return new Failure(denied(error.permission, error.because, access, done), error);
  if (error instanceof Refused && SESSION_UNKNOWN.has(error.code))
    return new Failure(regionNotEnabled(access, error), error);
  if (error instanceof Refused) return new Failure(requestFailed(error, access, done), error);
  return error;
}
