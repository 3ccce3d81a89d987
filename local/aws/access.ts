import { accountOf } from './arn.ts';
import { regionDisabled } from './faults.ts';
import { evaluate, type Policy, type Verdict } from './iam.ts';
import { AwsError, type Call, type Permission, type Service } from './model.ts';
import type { AwsState, Caller } from './state.ts';

type Refusal = [status: number, code: string, message: string];

interface Refusals {
  missing: Refusal;
  unknown: Refusal;
  token: Refusal;
  expired: Refusal;
}

const INVALID = 'The security token included in the request is invalid.';
const STS: Refusals = {
  missing: [403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
  unknown: [403, 'InvalidClientTokenId', INVALID],
  token: [403, 'InvalidClientTokenId', INVALID],
  expired: [403, 'ExpiredToken', 'The security token included in the request is expired'],
};
const JSON_SERVICES: Refusals = {
  missing: [400, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  unknown: [400, 'UnrecognizedClientException', INVALID],
  token: [400, 'UnrecognizedClientException', INVALID],
  expired: [400, 'ExpiredTokenException', 'The security token included in the request is expired'],
};
const S3: Refusals = {
  missing: [403, 'AccessDenied', 'Access Denied'],
  unknown: [403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.'],
  token: [400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.'],
  expired: [400, 'ExpiredToken', 'The provided token has expired.'],
};
const REFUSALS: Record<Service, Refusals> = {
  sts: STS,
  ssm: JSON_SERVICES,
  ecr: JSON_SERVICES,
  s3: S3,
  sso: STS,
};

/**
 * Finds out who signed the request. The key must be known, the session token must belong to it, and it must not be
 * expired. The signature itself is not checked, because the signing of the SDKs is not tested here.
 */
export function authenticate(call: Call, state: AwsState): Caller {
  const refusals = REFUSALS[call.service];
  if (!call.accessKeyId) throw new AwsError(...refusals.missing);
  const credential = state.credentials.get(call.accessKeyId);
  if (!credential) throw new AwsError(...refusals.unknown);
  if (credential.sessionToken !== call.sessionToken) throw new AwsError(...refusals.token);
  if (credential.expires <= state.now()) throw new AwsError(...refusals.expired);
  requireEnabled(call, credential.caller.accountId, state);
  return credential.caller;
}

/**
 * Refuses a call in a region that the account has not enabled. STS names the reason. The other services answer that
 * they do not know the session: SSM and ECR with UnrecognizedClientException, S3 with InvalidToken (seen in
 * awslabs/landing-zone-accelerator-on-aws issue 269 and cloud-custodian/cloud-custodian issue 9793).
 */
export function requireEnabled(call: Call, accountId: string, state: AwsState): void {
  if (!state.disabledRegions.has(call.region)) return;
  if (call.service !== 'sts') throw new AwsError(...REFUSALS[call.service].token);
  const { status, code, message } = regionDisabled(accountId);
  throw new AwsError(status, code, message);
}

/** The names by which a Principal element can mean the caller: itself, its role, and its account in both spellings. */
export function principalsOf(caller: Caller): { itself: string[]; account: string[] } {
  const partition = caller.arn.split(':')[1] ?? 'aws';
  return {
    itself: [caller.arn, caller.identity.arn],
    account: [caller.accountId, `arn:${partition}:iam::${caller.accountId}:root`],
  };
}

/** The condition keys that every signed request has. */
export function callerContext(caller: Caller): Record<string, string | string[]> {
  return {
    'aws:SecureTransport': 'true', // The real AWS is reached over TLS.
    'aws:PrincipalArn': caller.identity.arn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:userid': caller.userId,
    ...Object.fromEntries(
      Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
    ),
  };
}

/** The decision of the caller's own policies. Without policies, everything is allowed (see Role.policies). */
export function identityVerdict(caller: Caller, { action, resource, context }: Permission): Verdict {
  if (caller.identity.policies === undefined) return 'allow';
  return evaluate(caller.identity.policies, {
    action,
    resource,
    context: { ...callerContext(caller), ...context },
  });
}

/**
 * The whole decision: an explicit deny of either side wins. Across accounts both sides must allow the request, within
 * one account one side is enough.
 */
export function decide(caller: Caller, permission: Permission): { verdict: Verdict; because: string } {
  const { action, resource, policy, owner = accountOf(resource) || caller.accountId } = permission;
  const identity = identityVerdict(caller, permission);
  const ofResource = resourceVerdict(policy, caller, permission);
  const kind = 'identity-based policy';
  if (identity === 'explicit-deny')
    return { verdict: identity, because: `with an explicit deny in an ${kind}` };
  if (ofResource === 'explicit-deny') {
    return { verdict: ofResource, because: 'with an explicit deny in a resource-based policy' };
  }
  const foreign = owner !== caller.accountId;
  if (foreign && ofResource !== 'allow') {
    return {
      verdict: 'implicit-deny',
      because: `because no resource-based policy allows the ${action} action`,
    };
  }
  if (identity === 'allow' || (!foreign && ofResource === 'allow')) return { verdict: 'allow', because: '' };
  return { verdict: 'implicit-deny', because: `because no ${kind} allows the ${action} action` };
}

function resourceVerdict(policy: Policy | undefined, caller: Caller, permission: Permission): Verdict {
  if (!policy) return 'implicit-deny';
  const { itself, account } = principalsOf(caller);
  return evaluate([policy], {
    ...permission,
    principals: { AWS: [...itself, ...account] },
    context: { ...callerContext(caller), ...permission.context },
  });
}

/** Refuses the request with the message of the service, unless every permission is granted. */
export function authorize(call: Call, caller: Caller, permissions: Permission[]): void {
  for (const permission of permissions) {
    const { verdict, because } = decide(caller, permission);
    if (verdict === 'allow') continue;
    const s3 = call.service === 's3';
    // S3 quotes the ARN, but gives no details to a caller of another account.
    const resource = s3 ? `"${permission.resource}"` : permission.resource;
    const sentence = `User: ${caller.arn} is not authorized to perform: ${permission.action} on resource: ${resource} ${because}`;
    if (!s3) throw new AwsError(400, 'AccessDeniedException', sentence);
    const foreign = permission.owner !== undefined && permission.owner !== caller.accountId;
    throw new AwsError(403, 'AccessDenied', foreign ? 'Access Denied' : sentence);
  }
}
