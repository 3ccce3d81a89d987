import type { Fault } from '../aws/sts-error.ts';
import type { Claims } from './token.ts';

/** What was asked of STS: all that a refusal is explained with. */
export interface Asked {
  /** The role's ARN; undefined where only the keys' owner was asked for. */
  readonly role: string | undefined;
  readonly with: { readonly kind: 'token'; readonly claims: Claims } | { readonly kind: 'keys' };
  /** What it was asked with, in words: `GitHub's OIDC token`, `the keys in the inputs`. */
  readonly name: string;
  readonly region: string;
  readonly seconds: number;
  readonly externalId: string | undefined;
  /** Whether session tags were sent. */
  readonly tagged: boolean;
  /** Whether the account's id is `***` in the log. */
  readonly accountMasked: boolean;
}

/** Why STS gave nothing. */
export type Refusal =
  | 'trust' // The role's trust policy does not take the token.
  | 'not allowed' // The trust policy, or the caller's own policies, do not take the keys.
  | 'tagging' // The role may be assumed, but not with session tags.
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
  | 'no answer'
  | 'other';

const BY_CODE: Readonly<Record<string, Refusal>> = {
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
  Throttling: 'throttled',
  RequestLimitExceeded: 'throttled',
};

// STS gives most of its refusals one of three codes, and says the rest in the message (STS API reference, "Errors" of
// AssumeRole and AssumeRoleWithWebIdentity; IAM user guide, "Troubleshoot IAM roles").
const BY_MESSAGE: ReadonlyArray<readonly [code: string, message: RegExp, refusal: Refusal]> = [
  ['InvalidIdentityToken', /incorrect token audience/i, 'audience'],
  ['InvalidIdentityToken', /no openidconnect provider/i, 'no provider'],
  ['InvalidIdentityToken', /retrieve verification key/i, 'provider unreachable'],
  ['InvalidIdentityToken', /./, 'token invalid'],
  ['ValidationError', /MaxSessionDuration/, 'duration'],
  ['ValidationError', /1 hour session limit|role chaining/i, 'chained duration'],
  ['ValidationError', /at 'policy' failed.*length/, 'policy too large'],
  ['AccessDenied', /sts:TagSession/, 'tagging'],
];

/** Why STS, or the way to it, gave nothing. */
export function refusalOf({ code, message, status }: Fault, asked: Pick<Asked, 'with'>): Refusal {
  const byToken = asked.with.kind === 'token';
  if (code === 'ExpiredToken') return byToken ? 'token expired' : 'keys expired';
  const said = BY_MESSAGE.find(([of, pattern]) => of === code && pattern.test(message))?.[2];
  if (said) return said;
  if (code === 'AccessDenied') return byToken ? 'trust' : 'not allowed';
  return BY_CODE[code] ?? (status === undefined || status >= 500 ? 'no answer' : 'other');
}
