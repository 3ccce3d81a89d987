import { type Fault, faultOf } from '../aws/errors.ts';
import type { Identity, Keys } from '../aws/identity.ts';
import { DEFAULT_TRIES, type Retrying, retry } from '../aws/retry.ts';
import { type Assumed, openSts, type Sts } from '../aws/sts.ts';
import { Failure, type Problem } from '../failure.ts';
import { stsRefused } from './diagnosis.ts';
import { noPlainKeys, SOURCE } from './messages.ts';
import type { Session, SessionRequest, SourceKeys } from './session.ts';

/** Where STS is, what is secret, and how often it is asked. */
export type Asking = Pick<SessionRequest, 'region' | 'transport' | 'log' | 'mask' | 'maskAccountId'> &
  Partial<
    Pick<SessionRequest, 'stsEndpoint' | 'specialCharactersWorkaround' | 'disableRetry' | 'retryMaxAttempts'>
  >;

interface Question<T> {
  /** Undefined for calls that bring a token of their own. */
  readonly keys?: Keys;
  /** What is being done, as the beginning of a line of the log. */
  readonly what: string;
  /** One request. */
  readonly ask: (sts: Sts) => Promise<T>;
  /** What is said if STS refuses. */
  readonly explain: (fault: Fault, region: string) => Problem;
}

/** Asks STS, with retries. @throws Failure if it refuses, or gives no answer. */
async function askSts<T>(request: Asking, { keys, what, ask, explain }: Question<T>): Promise<T> {
  const { stsEndpoint: endpoint, transport, mask, maskAccountId } = request;
  const region = await request.region;
  const sts = await openSts({ region, endpoint, keys, transport });
  try {
    return await retry(() => ask(sts), retrying(request, what));
  } catch (error) {
    const fault = faultOf(error);
    // STS names the caller, and with it an account that might not have been known until now.
    if (maskAccountId) for (const [, account = ''] of fault.message.matchAll(/:(\d{12}):/g)) mask(account);
    throw new Failure(explain(fault, region), error);
  }
}

/**
 * How a request is retried, according to the inputs. Each wait is written to the log.
 *
 * @param what is being done, as the beginning of that line.
 */
export function retrying(request: Asking, what: string): Retrying {
  return {
    tries: triesOf(request),
    settles: true,
    signal: request.transport.signal,
    told: (failed, wait, { code, message }) =>
      request.log.info(`${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(wait)} ms`),
  };
}

/** Tries in all. `special-characters-workaround` overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs: Asking): number {
  if (inputs.specialCharactersWorkaround) return DEFAULT_TRIES;
  if (inputs.disableRetry) return 1;
  // In configure-aws-credentials, 0 counts as not given and a negative number as 1.
  return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
}

/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds are never used up. */
const MAX_ROUNDS = 100;

/**
 * Asks STS for a session of the role, masked before anything can print it. With `special-characters-workaround`, until its
 * secret has no special characters.
 *
 * @throws Failure if there is none.
 */
export async function requestSession(
  request: Asking,
  role: string,
  question: Omit<Question<Assumed>, 'what'>,
): Promise<Omit<Session, 'chain'>> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { keys, identity, expires } = await askSts(request, { ...question, what: `Assuming ${role}` });
    maskKeys(request, keys);
    const plain = !hasSpecialCharacters(keys.accessKeyId, keys.secretAccessKey);
    if (!plain && request.specialCharactersWorkaround) continue;
    // Only an STS that is not AWS' own does not say whose the session is.
    if (!identity)
      return { keys, identity: await identify(request, { keys, name: SOURCE.session(role) }), expires };
    return { keys, identity: maskIdentity(request, identity), expires };
  }
  throw new Failure(noPlainKeys(MAX_ROUNDS));
}

// The characters that configure-aws-credentials counts as special. A secret access key can contain `/` and `+` of them.
const SPECIAL = /[!@#$%^&*()_+\-=[\]{};':"\\|,.<>/?]/;

/** Whether a key has characters that some tools cannot handle (`special-characters-workaround`). */
export function hasSpecialCharacters(...keys: string[]): boolean {
  return keys.some(key => SPECIAL.test(key));
}

/** Asks STS who owns the keys. @throws Failure if STS does not accept them. */
export async function identify(request: Asking, { keys, name }: SourceKeys): Promise<Identity> {
  const identity = await askSts(request, {
    keys,
    what: `Asking STS who owns ${name}`,
    ask: sts => sts.identify(),
    explain: (fault, region) => stsRefused(fault, { region, name }),
  });
  return maskIdentity(request, identity);
}

function maskIdentity({ mask, maskAccountId }: Asking, identity: Identity): Identity {
  if (maskAccountId) for (const secret of [identity.account, identity.arn]) mask(secret);
  return identity;
}

/** Masks the keys, so that nothing from here on can print them. */
export function maskKeys({ mask }: Pick<Asking, 'mask'>, keys: Keys): Keys {
  for (const secret of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]) if (secret) mask(secret);
  return keys;
}
