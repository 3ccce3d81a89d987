import type { Fault } from '../aws/errors.ts';
import type { Diagnosis } from './diagnosis-messages.ts';
import type { StsRequest } from './trust.ts';

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
  BrokenAnswer: 'no answer',
  ForeignAnswer: 'not AWS',
  InvalidAnswer: 'not AWS',
  ERR_PROXY_TUNNEL: 'not AWS',
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
