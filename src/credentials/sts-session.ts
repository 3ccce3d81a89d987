import type { Partition } from '../aws/region.ts';
import { type Retrying, retry } from '../aws/retry.ts';
import type { Assumed } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import { noSessionInAnswer } from './diagnosis-messages.ts';
import { accountOf, partitionOfArn } from './role-parameters.ts';
import type { Identity, Keys, Session } from './session.ts';

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
  const { Credentials: given, AssumedRoleUser } = await retry(ask, options.retrying);
  const {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
  } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) throw new Failure(noSessionInAnswer(role));
  const keys = maskKeys(options, { accessKeyId, secretAccessKey, sessionToken });
  const identity = AssumedRoleUser?.Arn
    ? identityOf(options, AssumedRoleUser.Arn)
    : await options.identify(keys);
  return { keys, identity, ...(given?.Expiration ? { expires: given.Expiration } : {}) };
}

/** Masks the keys, so that nothing from here on can print them. */
export function maskKeys({ mask }: Pick<Masking, 'mask'>, keys: Keys): Keys {
  mask(keys.accessKeyId);
  mask(keys.secretAccessKey);
  if (keys.sessionToken) mask(keys.sessionToken);
  return keys;
}

/** The identity that an ARN of STS names, masked if account ids are secret. */
export function identityOf({ mask, maskAccountId }: Masking, arn: string): Identity {
  const account = accountOf(arn);
  if (maskAccountId) {
    mask(account);
    mask(arn);
  }
  return { account, arn, partition: partitionOfArn(arn) as Partition };
}

/** STS names the caller in a refusal, and with it an account that might not have been known until now. */
export function maskAccountsIn({ mask, maskAccountId }: Masking, message: string): void {
  if (maskAccountId) for (const [, account = ''] of message.matchAll(/:(\d{12}):/g)) mask(account);
}
