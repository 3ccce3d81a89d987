import type { Partition } from '../aws/region.ts';
import type { Assumed } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import { keysRefused, noPlainKeys, tokenRefused } from '../messages/refusals.ts';
import {
  accountOf,
  assumeRoleParameters,
  hasSpecialCharacters,
  partitionOfArn,
  webIdentityParameters,
} from './assume.ts';
import { type Context, retrying } from './context.ts';
import { retry } from './retry.ts';
import type { Identity, Keys, Session } from './session.ts';
import { isArn } from './source.ts';
import { faultOf } from './sts-error.ts';
import { sessionTags } from './tags.ts';
import { claimsOf } from './token.ts';

/** Keys that a source has given, already masked. */
export interface Found {
  readonly keys: Keys;
  /** Absent where they do not expire, or nobody said when. */
  readonly expires?: Date;
  /** What they are, in the log and in errors: `the keys in the inputs`. */
  readonly name: string;
}

/** Exchanges a web identity token for a session of the role. @throws Failure where STS refuses. */
export async function sessionByToken(
  context: Context,
  role: string,
  token: string,
  name: string,
): Promise<Session> {
  const { request } = context;
  const claims = claimsOf(token);
  const parameters = { ...webIdentityParameters(role, request), WebIdentityToken: token };
  const sts = await context.sts();
  request.log.info(`Assuming ${role} with ${name} of ${claims.sub ?? 'an unknown subject'}`);
  try {
    const assumed = await assume(context, role, () => sts.assumeRoleWithWebIdentity(parameters));
    return sessionOf(context, assumed, [`${name} of ${claims.sub ?? 'an unknown subject'}`]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(tokenRefused(role, faultOf(error).message, claims), error);
  }
}

/** A session of the role by the keys; without a role, the keys' own. @throws Failure where STS refuses. */
export async function sessionByKeys(
  context: Context,
  found: Found,
  role: string | undefined,
): Promise<Session> {
  const { request } = context;
  // Before any request: it may refuse `custom-tags`.
  const tags = request.roleSkipSessionTagging
    ? undefined
    : sessionTags(request.environment, request.customTags);
  if (role === undefined) {
    const identity = await identify(context, found);
    const { keys, expires } = found;
    return { keys, identity, ...(expires ? { expires } : {}), chain: [identity.arn] };
  }
  const caller = isArn(role) ? undefined : await identify(context, found);
  const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
  const sts = await context.sts(found.keys);
  request.log.info(`Assuming ${roleArn} with ${found.name}`);
  const ask = async () => {
    try {
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags?.all));
    } catch (error) {
      if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
      request.log.info('The session tags are too large together: once more without those of the event');
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
    }
  };
  try {
    return sessionOf(context, await assume(context, roleArn, ask), [caller?.arn ?? found.name]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(keysRefused(roleArn, faultOf(error).message, found.name), error);
  }
}

/** Whose the keys are, as STS says. @throws Failure where STS does not take them. */
export async function identify(context: Context, { keys, name }: Found): Promise<Identity> {
  const sts = await context.sts(keys);
  try {
    const arn = await retry(() => sts.callerArn(), retrying(context, 'GetCallerIdentity'));
    return identityOf(context, arn);
  } catch (error) {
    throw new Failure(keysRefused(undefined, faultOf(error).message, name), error);
  }
}

/** Masks the keys, so that nothing from here on can print them. */
export function maskKeys({ request: { mask } }: Context, keys: Keys): Keys {
  mask(keys.accessKeyId);
  mask(keys.secretAccessKey);
  if (keys.sessionToken) mask(keys.sessionToken);
  return keys;
}

/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds never run out. */
const ROUNDS = 100;

async function assume(context: Context, role: string, ask: () => Promise<Assumed>): Promise<Assumed> {
  const wanted = context.request.specialCharactersWorkaround;
  for (let round = 0; round < ROUNDS; round++) {
    const assumed = await retry(ask, retrying(context, `Assuming ${role}`));
    const { accessKeyId, secretAccessKey } = keysOf(context, assumed);
    if (!wanted || !hasSpecialCharacters(accessKeyId, secretAccessKey)) return assumed;
  }
  throw new Failure(noPlainKeys(ROUNDS));
}

function keysOf(context: Context, { Credentials }: Assumed): Keys {
  return maskKeys(context, {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  });
}

/** The new session. STS says in AssumedRoleUser whose it is: there is no need to ask GetCallerIdentity. */
function sessionOf(context: Context, assumed: Assumed, chain: readonly string[]): Session {
  const keys = keysOf(context, assumed);
  const identity = identityOf(context, assumed.AssumedRoleUser?.Arn ?? '');
  const expires = assumed.Credentials?.Expiration;
  return { keys, identity, ...(expires ? { expires } : {}), chain: [...chain, identity.arn] };
}

function identityOf({ request: { mask, maskAccountId } }: Context, arn: string): Identity {
  const account = accountOf(arn);
  if (maskAccountId) {
    mask(account);
    mask(arn);
  }
  return { account, arn, partition: partitionOfArn(arn) as Partition };
}
