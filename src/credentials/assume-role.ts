import { faultOf } from '../aws/errors.ts';
import type { Identity, Keys } from '../aws/identity.ts';
import { retry } from '../aws/retry.ts';
import { type Assumed, openSts, type Sts } from '../aws/sts.ts';
import { Failure } from '../failure.ts';
import { diagnose } from './diagnosis.ts';
import { noPlainKeys, stsRefused } from './diagnosis-messages.ts';
import { SOURCE } from './messages.ts';
import { assumeRoleParameters, hasSpecialCharacters, webIdentityParameters } from './role-parameters.ts';
import type { Session, SessionRequest, SourceKeys } from './session.ts';
import { isArn } from './source.ts';
import { maskAccountsIn, maskIdentity, requestSession, retrying } from './sts-session.ts';
import type { SessionTags } from './tags.ts';
import { claimsOf, type StsRequest } from './trust.ts';

/** Exchanges a web identity token, already masked, for a session of the role. @throws Failure if STS refuses. */
export async function sessionByToken(
  request: SessionRequest,
  role: string,
  token: string,
  name: string,
): Promise<Session> {
  const claims = claimsOf(token);
  const parameters = webIdentityParameters(role, request);
  const credentials = `${name} of ${claims.sub ?? 'an unknown subject'}`;
  request.log.info(`Assuming ${role} with ${credentials}`);
  const sts = await open(request);
  const ask = () => sts.assumeRoleWithWebIdentity({ ...parameters, WebIdentityToken: token });
  const session = await assume(request, role, ask, { ...(await about(request, name)), role, claims });
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
  request: SessionRequest,
  source: SourceKeys,
  role: string,
  tags: SessionTags | undefined,
): Promise<Session> {
  const caller = isArn(role) ? undefined : await identify(request, source);
  const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
  request.log.info(`Assuming ${roleArn} with ${source.name}`);
  const sts = await open(request, source.keys);
  const ask = async () => {
    try {
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags?.all));
    } catch (error) {
      if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
      request.log.info('The session tags are too large: trying again without those of the event and the run');
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
    }
  };
  const asked = { ...(await about(request, source.name)), role: roleArn, tagged: tags !== undefined };
  const session = await assume(request, roleArn, ask, asked);
  const chain = [caller?.arn ?? source.name, session.identity.arn];
  return { ...session, chain, chained: source.keys.sessionToken !== undefined };
}

/** Asks STS who owns the keys. @throws Failure if STS does not accept them. */
export async function identify(request: SessionRequest, { keys, name }: SourceKeys): Promise<Identity> {
  const sts = await open(request, keys);
  try {
    const identity = await retry(() => sts.identify(), retrying(request, `Asking STS who owns ${name}`));
    return maskIdentity(request, identity);
  } catch (error) {
    throw explained(request, error, await about(request, name));
  }
}

/** @param keys none for calls that bring a token. */
async function open({ region, stsEndpoint, transport }: SessionRequest, keys?: Keys): Promise<Sts> {
  return openSts({ region: await region, endpoint: stsEndpoint, keys, transport });
}

/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds are never used up. */
const MAX_ROUNDS = 100;

/** Asks for the session. With `special-characters-workaround`, until its secret has no special characters. */
async function assume(
  request: SessionRequest,
  role: string,
  ask: () => Promise<Assumed>,
  asked: StsRequest,
): Promise<Omit<Session, 'chain'>> {
  const owner = (keys: Keys) => identify(request, { keys, name: SOURCE.session(role) });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const session = await requestSession(role, ask, request, owner).catch(error => {
      throw explained(request, error, asked);
    });
    const { accessKeyId, secretAccessKey } = session.keys;
    if (!request.specialCharactersWorkaround || !hasSpecialCharacters(accessKeyId, secretAccessKey))
      return session;
  }
  throw new Failure(noPlainKeys(MAX_ROUNDS));
}

/** What a refusal is explained with, whatever was asked. @param name of the credentials. */
async function about(request: SessionRequest, name: string): Promise<StsRequest> {
  return {
    name,
    region: await request.region,
    seconds: webIdentityParameters('', request).DurationSeconds,
    externalId: request.roleExternalId,
    accountMasked: request.maskAccountId,
  };
}

function explained(request: SessionRequest, error: unknown, asked: StsRequest): Failure {
  if (error instanceof Failure) return error;
  const fault = faultOf(error);
  maskAccountsIn(request, fault.message);
  return new Failure(stsRefused(diagnose(fault, asked), fault, asked), error);
}
