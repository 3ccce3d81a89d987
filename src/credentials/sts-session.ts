import { faultOf } from '../aws/errors.ts';
import type { Identity, Keys } from '../aws/identity.ts';
import { DEFAULT_TRIES, POLICY, type Retrying, retry } from '../aws/retry.ts';
import { type Assumed, NO_SESSION } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import { noSessionInAnswer } from './diagnosis-messages.ts';
import type { Session, SessionRequest } from './session.ts';

/** Masks what is secret about a session. */
export type Masking = Pick<SessionRequest, 'mask' | 'maskAccountId'>;

/** What decides how requests are retried. */
type RetryRequest = Pick<SessionRequest, 'transport' | 'log'> &
  Partial<Pick<SessionRequest, 'specialCharactersWorkaround' | 'disableRetry' | 'retryMaxAttempts'>>;

/**
 * How a request is retried, according to the inputs. Each wait is written to the log.
 *
 * @param what is being done, as the beginning of that line.
 */
export function retrying(request: RetryRequest, what: string): Retrying {
  return {
    policy: { ...POLICY, tries: triesOf(request), settles: true },
    signal: request.transport.signal,
    told: (failed, wait, { code, message }) =>
      request.log.info(`${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(wait)} ms`),
  };
}

/** Tries in all. `special-characters-workaround` overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs: RetryRequest): number {
  if (inputs.specialCharactersWorkaround) return DEFAULT_TRIES;
  if (inputs.disableRetry) return 1;
  // In configure-aws-credentials, 0 counts as not given and a negative number as 1.
  return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
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
  request: Masking & RetryRequest,
  identify: (keys: Keys) => Promise<Identity>,
): Promise<Omit<Session, 'chain'>> {
  const assumed = await retry(ask, retrying(request, `Assuming ${role}`)).catch((error: unknown) => {
    if (faultOf(error).code === NO_SESSION) throw new Failure(noSessionInAnswer(role), error);
    throw error;
  });
  const keys = maskKeys(request, assumed.keys);
  const identity = assumed.identity ? maskIdentity(request, assumed.identity) : await identify(keys);
  return { keys, identity, expires: assumed.expires };
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
