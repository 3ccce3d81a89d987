import type { Partition } from '../aws/region.ts';
import { retry } from '../aws/retry.ts';
import type { Assumed } from '../aws/sts.ts';
import { faultOf } from '../aws/sts-error.ts';
import { Failure } from '../failure.ts';
import { askingWhose, assuming, assumingLine, TAGS_DO_NOT_FIT, tokenOf } from '../report/log-messages.ts';
import type { Context } from './context.ts';
import { SOURCE } from './messages.ts';
import { noPlainKeys, noSessionInAnswer, stsRefused } from './refusal-messages.ts';
import { type Asked, refusalOf } from './refusal-reason.ts';
import { retrying } from './retrying.ts';
import {
  accountOf,
  assumeRoleParameters,
  hasSpecialCharacters,
  partitionOfArn,
  type RoleParameters,
  webIdentityParameters,
} from './role-parameters.ts';
import type { Identity, Keys, Session } from './session.ts';
import { isArn } from './source.ts';
import type { SessionTags } from './tags.ts';
import { claimsOf } from './token.ts';

/** Keys that a source has given, already masked. */
export interface Found {
  readonly keys: Keys;
  /** Absent where they do not expire, or nobody said when. */
  readonly expires?: Date;
  /** What they are, in the log and in errors: `the keys in the inputs`. */
  readonly name: string;
}

/** Exchanges a web identity token, already masked, for a session of the role. @throws Failure where STS refuses. */
export async function sessionByToken(
  context: Context,
  role: string,
  token: string,
  name: string,
): Promise<Session> {
  const { request } = context;
  const claims = claimsOf(token);
  const parameters = webIdentityParameters(role, request);
  const whose = tokenOf(name, claims.sub);
  request.log.info(assumingLine(role, whose));
  const sts = await context.sts();
  const assumed = await assume(
    context,
    () => sts.assumeRoleWithWebIdentity({ ...parameters, WebIdentityToken: token }),
    { ...(await asked(context, name, parameters)), with: { kind: 'token', claims } },
  );
  return { ...assumed, chain: [whose, assumed.identity.arn] };
}

/**
 * A session of the role by the keys.
 *
 * @param role its ARN, or its name alone: then it is one of the keys' own account, which STS is asked for.
 * @param tags undefined where `role-skip-session-tagging` is set.
 * @throws Failure where STS refuses.
 */
export async function sessionByKeys(
  context: Context,
  found: Found,
  role: string,
  tags: SessionTags | undefined,
): Promise<Session> {
  const { request } = context;
  const caller = isArn(role) ? undefined : await identify(context, found);
  const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
  const parameters = assumeRoleParameters(roleArn, request, tags?.all);
  request.log.info(assumingLine(roleArn, found.name));
  const sts = await context.sts(found.keys);
  const ask = async () => {
    try {
      return await sts.assumeRole(parameters);
    } catch (error) {
      if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
      request.log.info(TAGS_DO_NOT_FIT);
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
    }
  };
  const assumed = await assume(context, ask, {
    ...(await asked(context, found.name, parameters)),
    tagged: tags !== undefined,
  });
  const chained = found.keys.sessionToken ? { chained: true as const } : {};
  return { ...assumed, chain: [caller?.arn ?? found.name, assumed.identity.arn], ...chained };
}

/** Whose the keys are, as STS says. @throws Failure where STS does not take them. */
export async function identify(context: Context, { keys, name }: Found): Promise<Identity> {
  const sts = await context.sts(keys);
  try {
    const arn = await retry(() => sts.callerArn(), retrying(context.request, askingWhose(name)));
    return identityOf(context, arn);
  } catch (error) {
    throw refused(context, error, await asked(context, name));
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

/** Asks for the session; with the special characters' work-around until its secret has none. */
async function assume(
  context: Context,
  ask: () => Promise<Assumed>,
  about: Asked,
): Promise<Omit<Session, 'chain'>> {
  const { specialCharactersWorkaround: workAround } = context.request;
  for (let round = 0; round < ROUNDS; round++) {
    const assumed = await retry(ask, retrying(context.request, assuming(about.role ?? ''))).catch(error => {
      throw refused(context, error, about);
    });
    const session = await sessionOf(context, assumed, about.role ?? '');
    const { accessKeyId, secretAccessKey } = session.keys;
    if (!workAround || !hasSpecialCharacters(accessKeyId, secretAccessKey)) return session;
  }
  throw new Failure(noPlainKeys(ROUNDS));
}

/** The new session. STS says in AssumedRoleUser whose it is; only an STS that does not has to be asked again. */
async function sessionOf(
  context: Context,
  { Credentials: given, AssumedRoleUser }: Assumed,
  role: string,
): Promise<Omit<Session, 'chain'>> {
  const {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
  } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) {
    throw new Failure(noSessionInAnswer(role));
  }
  const keys = maskKeys(context, { accessKeyId, secretAccessKey, sessionToken });
  const identity = AssumedRoleUser?.Arn
    ? identityOf(context, AssumedRoleUser.Arn)
    : await identify(context, { keys, name: SOURCE.session(role) });
  return { keys, identity, ...(given?.Expiration ? { expires: given.Expiration } : {}) };
}

function identityOf({ request: { mask, maskAccountId } }: Context, arn: string): Identity {
  const account = accountOf(arn);
  if (maskAccountId) {
    mask(account);
    mask(arn);
  }
  return { account, arn, partition: partitionOfArn(arn) as Partition };
}

/** What a refusal is explained with, where the keys alone are the credential. */
async function asked({ request }: Context, name: string, parameters?: RoleParameters): Promise<Asked> {
  return {
    role: parameters?.RoleArn,
    with: { kind: 'keys' },
    name,
    region: await request.region,
    seconds: parameters?.DurationSeconds ?? 0,
    externalId: request.roleExternalId,
    tagged: false,
    accountMasked: request.maskAccountId,
  };
}

function refused({ request: { mask, maskAccountId } }: Context, error: unknown, about: Asked): Failure {
  const fault = faultOf(error);
  // STS names the caller, and with it an account that may not have been known until now.
  if (maskAccountId) for (const [, account = ''] of fault.message.matchAll(/:(\d{12}):/g)) mask(account);
  return new Failure(stsRefused(refusalOf(fault, about), fault, about), error);
}
