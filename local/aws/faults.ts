import type { FaultAnswer } from '../faults.ts';
import type { Service } from './model.ts';

/**
 * The answer of each service to too many requests (Common Errors of the STS, SSM and ECR references; S3's error list).
 */
export const THROTTLED: Record<Service, FaultAnswer> = {
  sts: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
  ssm: { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' },
  ecr: { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' },
  s3: { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
  sso: { status: 429, code: 'TooManyRequestsException', message: 'HTTP 429 Unknown Code' },
};

/** The answer of each service if it fails itself. */
export const INTERNAL: Record<Service, FaultAnswer> = {
  sts: { status: 500, code: 'InternalFailure', message: 'An internal error occurred.' },
  ssm: { status: 500, code: 'InternalServerError', message: 'An error occurred on the server side.' },
  ecr: {
    status: 500,
    code: 'ServerException',
    message: 'These errors are usually caused by a server-side issue.',
  },
  s3: { status: 500, code: 'InternalError', message: 'We encountered an internal error. Please try again.' },
  sso: { status: 500, code: 'InternalServerError', message: 'An error occurred on the server side.' },
};

/** STS could not reach the identity provider. An immediate retry mostly succeeds. */
export const IDP_COMMUNICATION: FaultAnswer = {
  status: 400,
  code: 'IDPCommunicationError',
  message:
    'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.',
};

/** STS could not read the provider's keys: another error for the same fault, seen when many jobs start at once. */
export const NO_VERIFICATION_KEY: FaultAnswer = {
  status: 400,
  code: 'InvalidIdentityToken',
  message:
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
};

/** STS in a region that the account has not switched on. */
export function regionDisabled(accountId: string): FaultAnswer {
  return {
    status: 403,
    code: 'RegionDisabledException',
    message: `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
  };
}

/** Two CreateBucket of one name at the same moment. */
export const OPERATION_ABORTED: FaultAnswer = {
  status: 409,
  code: 'OperationAborted',
  message:
    'A conflicting conditional operation is currently in progress against this resource. Please try again.',
};
