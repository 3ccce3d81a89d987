import { faultOf } from '../aws/errors.ts';
import type { Identity, Keys } from '../aws/identity.ts';
import { retry } from '../aws/retry.ts';
import type { Assumed } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import type { CredentialsContext } from './context.ts';
import { diagnose, type StsRequest } from './diagnosis.ts';
import { noPlainKeys, stsRefused } from './diagnosis-messages.ts';
import { assuming, assumingLine, identifying, TAGS_TOO_LARGE, tokenOf } from './log-messages.ts';
import { SOURCE } from './messages.ts';
import { retrying } from './retrying.ts';
import {
  assumeRoleParameters,
  hasSpecialCharacters,
  type RoleParameters,
  webIdentityParameters,
} from './role-parameters.ts';
import type { Session } from './session.ts';
import { isArn } from './source.ts';
import { maskAccountsIn, maskIdentity, requestSession } from './sts-session.ts';
import type { SessionTags } from './tags.ts';
import { claimsOf } from './token.ts';

/** Keys that a source has given, already masked. */
export interface SourceKeys {
  readonly keys: Keys;
  /** Absent if they do not expire, or if the source does not say when. */
  readonly expires?: Date;
  /** What they are, in the log and in errors: `the keys in the inputs`. */
  readonly name: string;
}

/** Exchanges a web identity token, already masked, for a session of the role. @throws Failure if STS refuses. */
export async function sessionByToken(
  context: CredentialsContext,
  role: string,
  token: string,
  name: string,
): Promise<Session> {
  const { request } = context;
  const claims = claimsOf(token);
  const parameters = webIdentityParameters(role, request);
  const credentials = tokenOf(name, claims.sub);
  request.log.info(assumingLine(role, credentials));
  const sts = await context.sts();
  const session = await assume(
    context,
    () => sts.assumeRoleWithWebIdentity({ ...parameters, WebIdentityToken: token }),
    { ...(await requestOf(context, name, parameters)), with: { kind: 'token', claims } },
  );
  return { ...session, chain: [credentials, session.identity.arn] };
}

/**
 * Assumes the role with the keys.
 *
 * @param role its ARN, or its name alone: then it is a role of the keys' own account, which STS is asked for.
 * @param tags undefined if `role-skip-session-tagging` is set.
 * @throws Failure if STS refuses.
 */
export async function sessionByKeys(
  context: CredentialsContext,
  source: SourceKeys,
  role: string,
  tags: SessionTags | undefined,
): Promise<Session> {
  const { request } = context;
  const caller = isArn(role) ? undefined : await identify(context, source);
  const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
  const parameters = assumeRoleParameters(roleArn, request, tags?.all);
  request.log.info(assumingLine(roleArn, source.name));
  const sts = await context.sts(source.keys);
  const ask = async () => {
    try {
      return await sts.assumeRole(parameters);
    } catch (error) {
      if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
      request.log.info(TAGS_TOO_LARGE);
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
    }
  };
  const session = await assume(context, ask, {
    ...(await requestOf(context, source.name, parameters)),
    tagged: tags !== undefined,
  });
  const chained = source.keys.sessionToken ? { chained: true as const } : {};
  return { ...session, chain: [caller?.arn ?? source.name, session.identity.arn], ...chained };
}

/** Asks STS who owns the keys. @throws Failure if STS does not accept them. */
export async function identify(context: CredentialsContext, { keys, name }: SourceKeys): Promise<Identity> {
  const sts = await context.sts(keys);
  try {
    const identity = await retry(() => sts.identify(), retrying(context.request, identifying(name)));
    return maskIdentity(context.request, identity);
  } catch (error) {
    throw explained(context, error, await requestOf(context, name));
  }
}

/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds are never used up. */
const MAX_ROUNDS = 100;

/** Asks for the session. With `special-characters-workaround`, until its secret has no special characters. */
async function assume(
  context: CredentialsContext,
  ask: () => Promise<Assumed>,
  about: StsRequest,
): Promise<Omit<Session, 'chain'>> {
  const { request } = context;
  const role = about.role ?? '';
  const options = {
    ...request,
    retrying: retrying(request, assuming(role)),
    identify: (keys: Keys) => identify(context, { keys, name: SOURCE.session(role) }),
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const session = await requestSession(role, ask, options).catch(error => {
      throw explained(context, error, about);
    });
    const { accessKeyId, secretAccessKey } = session.keys;
    if (!request.specialCharactersWorkaround || !hasSpecialCharacters(accessKeyId, secretAccessKey))
      return session;
  }
  throw new Failure(noPlainKeys(MAX_ROUNDS));
}

/** What a refusal is explained with, if the keys alone are the credential. */
async function requestOf(
  { request }: CredentialsContext,
  name: string,
  parameters?: RoleParameters,
): Promise<StsRequest> {
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

function explained({ request }: CredentialsContext, error: unknown, about: StsRequest): Failure {
  if (error instanceof Failure) return error;
  const fault = faultOf(error);
  maskAccountsIn(request, fault.message);
  return new Failure(stsRefused(diagnose(fault, about), fault, about), error);
}
