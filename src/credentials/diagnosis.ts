import type { Fault } from '../aws/errors.ts';
import type { Claims } from './trust.ts';

/** A request to STS, as far as it explains a refusal. */
export interface StsRequest {
  /** The role's ARN; undefined if the request was who owns the keys. */
  readonly role?: string;
  /** Those of the token that it was sent with; undefined if it was sent with keys. */
  readonly claims?: Claims;
  /** The credentials that it was sent with: `GitHub's OIDC token`, `the keys in the inputs`. */
  readonly name: string;
  readonly region: string;
  readonly seconds: number;
  readonly externalId?: string;
  /** Whether session tags were sent. */
  readonly tagged?: boolean;
  /** Whether the account's id is `***` in the log. */
  readonly accountMasked: boolean;
}

/** Why STS gave no session. */
export type Diagnosis =
  | 'trust' // The role's trust policy does not accept the token.
  | 'not allowed' // The trust policy, or the caller's own policies, do not allow it with these keys.
  | 'tagging' // Assuming the role is allowed, but not with session tags.
  | 'audience'
  | 'no provider'
  | 'token expired'
  | 'token invalid'
  | 'keys expired'
  | 'keys invalid'
  | 'duration'
  | 'chained duration'
  | 'policy too large'
  | 'policy malformed'
  | 'region off'
  | 'provider unreachable'
  | 'throttled'
  | 'not AWS' // What answered is not AWS' STS.
  | 'no answer'
  | 'other';

const BY_CODE: Readonly<Record<string, Diagnosis>> = {
  InvalidClientTokenId: 'keys invalid',
  UnrecognizedClient: 'keys invalid',
  SignatureDoesNotMatch: 'keys invalid',
  IncompleteSignature: 'keys invalid',
  MissingAuthenticationToken: 'keys invalid',
  IDPRejectedClaim: 'token invalid',
  IDPCommunicationError: 'provider unreachable',
  PackedPolicyTooLarge: 'policy too large',
  MalformedPolicyDocument: 'policy malformed',
  RegionDisabled: 'region off',
  ForeignAnswer: 'not AWS',
  InvalidAnswer: 'not AWS',
  Throttling: 'throttled',
  RequestLimitExceeded: 'throttled',
};

// Most refusals of STS have one of three codes. The rest is in the message (STS API reference, "Errors" of
// AssumeRole and AssumeRoleWithWebIdentity; IAM user guide, "Troubleshoot IAM roles").
const BY_MESSAGE: ReadonlyArray<readonly [code: string, message: RegExp, diagnosis: Diagnosis]> = [
  ['InvalidIdentityToken', /incorrect token audience/i, 'audience'],
  ['InvalidIdentityToken', /no openidconnect provider/i, 'no provider'],
  ['InvalidIdentityToken', /retrieve verification key/i, 'provider unreachable'],
  ['InvalidIdentityToken', /./, 'token invalid'],
  ['ValidationError', /MaxSessionDuration/, 'duration'],
  ['ValidationError', /1 hour session limit|role chaining/i, 'chained duration'],
  ['ValidationError', /at 'policy' failed.*length/, 'policy too large'],
  ['AccessDenied', /sts:TagSession/, 'tagging'],
];

/** Why STS, or the network, gave no session. */
export function diagnose(
  { code, message, status }: Fault,
  { claims }: Pick<StsRequest, 'claims'>,
): Diagnosis {
  if (code === 'ExpiredToken') return claims ? 'token expired' : 'keys expired';
  const said = BY_MESSAGE.find(([of, pattern]) => of === code && pattern.test(message))?.[2];
  if (said) return said;
  if (code === 'AccessDenied') return claims ? 'trust' : 'not allowed';
  return BY_CODE[code] ?? (status === undefined || status >= 500 ? 'no answer' : 'other');
}
