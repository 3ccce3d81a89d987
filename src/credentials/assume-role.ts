import { faultOf } from '../aws/errors.ts';
import type { Access, Identity, Keys } from '../aws/identity.ts';
import { DEFAULT_TRIES, type Retrying, retry } from '../aws/retry.ts';
import { type Assumed, openSts, type Sts } from '../aws/sts.ts';
import { Failure, type Problem } from '../failure.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import type { AssumedRole } from '../sst/deployment.ts';
import { stsRefused } from './diagnosis.ts';
import { configRoleFailed, noPlainKeys, tooManyRoles } from './messages.ts';
import { isArn, type Session, type SessionRequest, type SourceKeys } from './session.ts';
import type { SessionTags } from './tags.ts';
import { claimsOf, type StsRequest } from './trust.ts';

/** Where STS is, what is secret, and how often it is asked. */
type Asking = Pick<SessionRequest, 'region' | 'transport' | 'log' | 'mask' | 'maskAccountId'> &
  Partial<CredentialInputs>;

interface Question extends Omit<StsRequest, 'region'> {
  /** Undefined for calls that bring a token of their own. */
  readonly keys?: Keys;
}

/** Asks STS, with retries. @throws Failure if it refuses, or gives no answer. */
async function askSts<T>(request: Asking, question: Question, ask: (sts: Sts) => Promise<T>): Promise<T> {
  const { stsEndpoint: endpoint, transport, mask, maskAccountId } = request;
  const { keys, name, role } = question;
  const region = await request.region;
  const sts = await openSts({ region, endpoint, keys, transport });
  try {
    const what = role === undefined ? `Asking STS who owns ${name}` : `Assuming ${role}`;
    return await retry(() => ask(sts), retrying(request, what));
  } catch (error) {
    const fault = faultOf(error);
    // STS names the caller, and with it an account that might not have been known until now.
    if (maskAccountId) for (const [, account = ''] of fault.message.matchAll(/:(\d{12}):/g)) mask(account);
    throw new Failure(stsRefused(fault, { ...request, ...question, region }), error);
  }
}

/**
 * How a request is retried, according to the inputs. Each wait is written to the log.
 *
 * @param what is being done, as the beginning of that line.
 */
export function retrying(request: Asking, what: string): Retrying {
  const { specialCharactersWorkaround, disableRetry, retryMaxAttempts, transport, log } = request;
  // As in configure-aws-credentials: 0 counts as not given, a negative number as 1, and the workaround overrides both.
  const wanted = disableRetry ? 1 : Math.max(1, retryMaxAttempts || DEFAULT_TRIES);
  return {
    tries: specialCharactersWorkaround ? DEFAULT_TRIES : wanted,
    settles: true,
    signal: transport.signal,
    told: (failed, wait, { code, message }) =>
      log.info(`${what}: try ${failed} failed (${code}: ${message}), next in ${Math.round(wait)} ms`),
  };
}

/** A secret of 40 characters has no special one in 28 of 100 cases: this many rounds are never used up. */
const MAX_ROUNDS = 100;

// The characters that configure-aws-credentials counts as special. A secret access key can contain `/` and `+` of them.
const SPECIAL = /[!@#$%^&*()_+\-=[\]{};':"\\|,.<>/?]/;

/**
 * Asks STS for a session of the role, masked before anything can print it. With `special-characters-workaround`, until its
 * keys have none of the characters that some tools cannot handle.
 */
async function requestSession(
  request: Asking,
  question: Question & { readonly role: string },
  ask: (sts: Sts) => Promise<Assumed>,
): Promise<Omit<Session, 'chain'>> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { keys, identity, expires } = await askSts(request, question, ask);
    maskKeys(request, keys);
    if (request.specialCharactersWorkaround && SPECIAL.test(keys.accessKeyId + keys.secretAccessKey))
      continue;
    // Only an STS that is not AWS' own does not say whose the session is.
    const owner = identity ?? (await identify(request, { keys, name: `the session of ${question.role}` }));
    return { keys, identity: maskIdentity(request, owner), expires };
  }
  throw new Failure(noPlainKeys(MAX_ROUNDS));
}

/** Asks STS who owns the keys. @throws Failure if STS does not accept them. */
export async function identify(request: Asking, { keys, name }: SourceKeys): Promise<Identity> {
  return maskIdentity(request, await askSts(request, { keys, name }, sts => sts.identify()));
}

function maskIdentity({ mask, maskAccountId }: Asking, identity: Identity): Identity {
  if (maskAccountId) for (const secret of [identity.account, identity.arn]) mask(secret);
  return identity;
}

/** Masks the keys, so that nothing from here on can print them. */
export function maskKeys({ mask }: Pick<Asking, 'mask'>, keys: Keys): void {
  for (const secret of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]) if (secret) mask(secret);
}

/** The parameters of AssumeRoleWithWebIdentity, without the token. Session tags are in the token. */
export function webIdentityParameters(roleArn: string, inputs: CredentialInputs) {
  const { managedSessionPolicies: policies } = inputs;
  return {
    RoleArn: roleArn,
    RoleSessionName: inputs.roleSessionName,
    DurationSeconds: inputs.roleDurationSeconds,
    Policy: inputs.inlineSessionPolicy,
    PolicyArns: policies.length === 0 ? undefined : policies.map(arn => ({ arn })),
  };
}

/**
 * The parameters of AssumeRole.
 *
 * @param tags undefined if `role-skip-session-tagging` is set. Of `transitive-tag-keys`, only those that are tags of this
 * session are sent: STS refuses others.
 */
export function assumeRoleParameters(
  roleArn: string,
  inputs: CredentialInputs,
  tags: SessionTags['all'] | undefined,
) {
  const keys = new Set(tags?.map(tag => tag.Key));
  return {
    ...webIdentityParameters(roleArn, inputs),
    ExternalId: inputs.roleExternalId,
    Tags: tags,
    TransitiveTagKeys: tags && inputs.transitiveTagKeys.filter(key => keys.has(key)),
  };
}

/** Exchanges a web identity token, already masked, for a session of the role. @throws Failure if STS refuses. */
export async function sessionByToken(
  request: SessionRequest,
  role: string,
  token: string,
  name: string,
): Promise<Session> {
  const claims = claimsOf(token);
  const credentials = `${name} of ${claims.sub ?? 'an unknown subject'}`;
  request.log.info(`Assuming ${role} with ${credentials}`);
  const parameters = { ...webIdentityParameters(role, request), WebIdentityToken: token };
  const session = await requestSession(request, { name, role, claims }, sts =>
    sts.assumeRoleWithWebIdentity(parameters),
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
  request: SessionRequest,
  source: SourceKeys,
  role: string,
  tags: SessionTags | undefined,
): Promise<Session> {
  const { keys, name } = source;
  const caller = isArn(role) ? undefined : await identify(request, source);
  const roleArn = caller ? `arn:${caller.partition}:iam::${caller.account}:role/${role}` : role;
  request.log.info(`Assuming ${roleArn} with ${name}`);
  const question = { keys, name, role: roleArn, tagged: tags !== undefined };
  const session = await requestSession(request, question, async sts => {
    try {
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags?.all));
    } catch (error) {
      if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
      request.log.info('The session tags are too large: trying again without those of the event and the run');
      return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
    }
  });
  const chain = [caller?.arn ?? name, session.identity.arn];
  return { ...session, chain, chained: keys.sessionToken !== undefined };
}

/** Roles that are followed: each takes a request, one after the other. */
const ROLES_MAX = 10;

/**
 * Assumes each role of `providers.aws.assumeRoles` from the one before, as SST does before it bootstraps (4.17.1, measured),
 * so that the account that it will bootstrap can be checked. The sessions are for that alone: they are masked and never
 * exported. The inputs about retries and keys do not apply to them.
 *
 * @param access the session's, with which the first role is assumed.
 * @returns the access of the last role; or of the last one that could be assumed, and why the next could not.
 * @throws Failure if there are more than ROLES_MAX.
 */
export async function assumeConfigRoles(
  { log, mask, maskAccountId, stsEndpoint }: Pick<Asking, 'log' | 'mask' | 'maskAccountId' | 'stsEndpoint'>,
  roles: readonly AssumedRole[],
  access: Access,
): Promise<{ readonly access: Access; readonly problem?: Problem }> {
  if (roles.length > ROLES_MAX) throw new Failure(tooManyRoles(roles.length, ROLES_MAX));
  const { region, transport } = access;
  const request = { log, mask, maskAccountId, stsEndpoint, region, transport };
  let reached = access;
  for (const { roleArn: role, sessionName = 'sst-creds' } of roles) {
    log.info(`Assuming ${role}, as SST will`);
    try {
      const question = { keys: reached.keys, name: reached.identity.arn, role };
      const session = await requestSession(request, question, sts =>
        sts.assumeRole({ RoleArn: role, RoleSessionName: sessionName }),
      );
      reached = { ...reached, ...session };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { access: reached, problem: configRoleFailed(role, error.problem) };
    }
  }
  return { access: reached };
}
