import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { AwsError } from './model.ts';
import type { AwsState, OidcProvider } from './state.ts';

/** A verified token, and its provider. */
export interface Identity {
  provider: OidcProvider;
  claims: JWTPayload;
}

const INVALID =
  'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.';
const NO_KEY =
  "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements";

/** Checks a web identity token in the order in which STS does: provider, audience, key and signature, time. */
export async function verifyIdentity(token: string, accountId: string, state: AwsState): Promise<Identity> {
  const claims = read(token);
  const host = String(claims.iss)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
  const provider = state.accounts.get(accountId)?.providers.get(host);
  if (!provider) throw refused(`No OpenIDConnect provider found in your account for https://${host}`);
  if (![claims.aud].flat().some(audience => audience && provider.audiences.includes(audience))) {
    throw refused('Incorrect token audience');
  }
  try {
    await jwtVerify(token, provider.keys, { currentDate: new Date(state.now()) });
  } catch (error) {
    throw refusalOf(error, claims, state);
  }
  return { provider, claims };
}

function read(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw refused(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
}

function refusalOf(error: unknown, claims: JWTPayload, state: AwsState): AwsError {
  if (error instanceof errors.JWTExpired) {
    const now = Math.floor(state.now() / 1000);
    const message = `Token expired: current date/time ${now} must be before the expiration date/time ${claims.exp}`;
    return new AwsError(400, 'ExpiredTokenException', message);
  }
  const invalid =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWTClaimValidationFailed;
  return refused(invalid ? INVALID : NO_KEY);
}

function refused(message: string): AwsError {
  return new AwsError(400, 'InvalidIdentityToken', message);
}

/** GitHub's claims that IAM accepts as condition keys, in addition to sub and aud. All other claims are ignored. */
const GITHUB_KEYS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'workflow',
];

/** The condition keys of a token, with the prefix of its provider. */
export function providerContext({ host }: OidcProvider, claims: JWTPayload): Record<string, string> {
  const keys = ['sub', 'aud', ...(host === 'token.actions.githubusercontent.com' ? GITHUB_KEYS : [])];
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = [claims[key]].flat()[0];
      return value === undefined ? [] : [[`${host}:${key}`, String(value)]];
    }),
  );
}
