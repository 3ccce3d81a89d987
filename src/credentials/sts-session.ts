import { faultOf } from '../aws/errors.ts';
import type { Identity, Keys } from '../aws/identity.ts';
import { type Retrying, retry } from '../aws/retry.ts';
import { type Assumed, NO_SESSION } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import { noSessionInAnswer } from './diagnosis-messages.ts';
import type { Session } from './session.ts';

/** Masks what is secret about a session. */
export interface Masking {
  /** Registers a secret with the runner. */
  readonly mask: (secret: string) => void;
  /** Whether the account's id is a secret too (`mask-aws-account-id`). */
  readonly maskAccountId: boolean;
}

/**
 * Asks STS for a session of a role, with retries; masks the session before anything can print it.
 *
 * @param ask one request to STS. @param identify asks STS who owns the keys; only for an STS whose answer does not say it.
 * @throws Failure if the answer holds no session; else what the last try threw.
 */
export async function requestSession(
  role: string,
  ask: () => Promise<Assumed>,
  options: Masking & {
    readonly retrying: Retrying;
    readonly identify: (keys: Keys) => Promise<Identity>;
  },
): Promise<Omit<Session, 'chain'>> {
  const assumed = await retry(ask, options.retrying).catch((error: unknown) => {
    if (faultOf(error).code === NO_SESSION) throw new Failure(noSessionInAnswer(role), error);
    throw error;
  });
  const keys = maskKeys(options, assumed.keys);
  const identity = assumed.identity ? maskIdentity(options, assumed.identity) : await options.identify(keys);
  return { keys, identity, ...(assumed.expires ? { expires: assumed.expires } : {}) };
}

/** Masks the keys, so that nothing from here on can print them. */
export function maskKeys({ mask }: Pick<Masking, 'mask'>, keys: Keys): Keys {
  mask(keys.accessKeyId);
  mask(keys.secretAccessKey);
  if (keys.sessionToken) mask(keys.sessionToken);
  return keys;
}

/** Masks the identity if account ids are secret. */
export function maskIdentity({ mask, maskAccountId }: Masking, identity: Identity): Identity {
  if (maskAccountId) for (const secret of [identity.account, identity.arn]) mask(secret);
  return identity;
}

/** STS names the caller in a refusal, and with it an account that might not have been known until now. */
export function maskAccountsIn({ mask, maskAccountId }: Masking, message: string): void {
  if (maskAccountId) for (const [, account = ''] of message.matchAll(/:(\d{12}):/g)) mask(account);
}
