import type { Access } from '../aws/access.ts';
import { faultOf } from '../aws/errors.ts';
import { type AssumeRoleCommandInput, NO_SESSION } from '../aws/sts.ts';
import { Failure, type Problem } from '../failure.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import type { AssumedRole } from '../sst/deployment.ts';
import { type Asking, identify, requestSession } from './ask-sts.ts';
import { stsRefused } from './diagnosis.ts';
import { configRoleFailed, configRoleRefused, tooManyRoles } from './messages.ts';
import type { Session, SessionRequest, SourceKeys } from './session.ts';
import { isArn } from './source.ts';
import type { SessionTags, Tag } from './tags.ts';
import { claimsOf } from './trust.ts';

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
  tags: readonly Tag[] | undefined,
): AssumeRoleCommandInput {
  const keys = new Set(tags?.map(tag => tag.Key));
  return {
    ...webIdentityParameters(roleArn, inputs),
    ExternalId: inputs.roleExternalId,
    Tags: tags && [...tags],
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
  const session = await requestSession(request, role, {
    ask: sts => sts.assumeRoleWithWebIdentity(parameters),
    explain: (fault, region) => stsRefused(fault, { ...request, region, name, role, claims }),
  });
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
  const session = await requestSession(request, roleArn, {
    keys,
    ask: async sts => {
      try {
        return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags?.all));
      } catch (error) {
        if (!tags || faultOf(error).code !== 'PackedPolicyTooLarge') throw error;
        request.log.info(
          'The session tags are too large: trying again without those of the event and the run',
        );
        return await sts.assumeRole(assumeRoleParameters(roleArn, request, tags.essential));
      }
    },
    explain: (fault, region) =>
      stsRefused(fault, { ...request, region, name, role: roleArn, tagged: tags !== undefined }),
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
    const caller = reached.identity.arn;
    try {
      const session = await requestSession(request, role, {
        keys: reached.keys,
        ask: sts => sts.assumeRole({ RoleArn: role, RoleSessionName: sessionName }),
        explain: fault =>
          fault.code === NO_SESSION
            ? stsRefused(fault, { region, name: caller, role })
            : configRoleRefused(caller, fault),
      });
      reached = { ...reached, ...session };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { access: reached, problem: configRoleFailed(role, error.problem) };
    }
  }
  return { access: reached };
}
