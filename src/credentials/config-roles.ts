import type { Access } from '../aws/access.ts';
import { faultOf } from '../aws/errors.ts';
import { openSts } from '../aws/sts.ts';
import { Failure, type Problem } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { AssumedRole } from '../sst/deployment.ts';
import { configRoleFailed, configRoleRefused, tooManyRoles } from './messages.ts';
import { type Masking, maskAccountsIn, maskIdentity, requestSession } from './sts-session.ts';

interface ConfigRolesRequest extends Masking {
  /** The session's, with which the first role is assumed. */
  readonly access: Access;
  /** The roles of `providers.aws.assumeRoles`, in their order. */
  readonly roles: readonly AssumedRole[];
  readonly stsEndpoint?: string;
  readonly log: Log;
}

/** Roles that are followed: each takes a request, one after the other. */
const ROLES_MAX = 10;

/**
 * Assumes each role of the config from the one before, as SST does before it bootstraps (4.17.1, measured), so that the
 * account that it will bootstrap can be checked. The sessions are for that alone: they are masked and never exported.
 *
 * @returns the access of the last role; or of the last one that could be assumed, and why the next could not.
 * @throws Failure if there are more than ROLES_MAX.
 */
export async function assumeConfigRoles(
  request: ConfigRolesRequest,
): Promise<{ readonly access: Access; readonly problem?: Problem }> {
  if (request.roles.length > ROLES_MAX) throw new Failure(tooManyRoles(request.roles.length, ROLES_MAX));
  let { access } = request;
  for (const role of request.roles) {
    request.log.info(`Assuming ${role.roleArn}, as SST will`);
    try {
      access = await assume(request, access, role);
    } catch (error) {
      if (error instanceof Failure) return { access, problem: configRoleFailed(role.roleArn, error.problem) };
      const fault = faultOf(error);
      maskAccountsIn(request, fault.message);
      return { access, problem: configRoleRefused(role.roleArn, access.identity.arn, fault) };
    }
  }
  return { access };
}

async function assume(
  { mask, maskAccountId, log, stsEndpoint: endpoint }: ConfigRolesRequest,
  { keys, region, transport }: Access,
  { roleArn, sessionName = 'sst-creds' }: AssumedRole,
): Promise<Access> {
  const masking = { mask, maskAccountId };
  const sts = await openSts({ region, endpoint, keys, transport });
  const ask = () => sts.assumeRole({ RoleArn: roleArn, RoleSessionName: sessionName });
  const session = await requestSession(roleArn, ask, { ...masking, transport, log }, async own => {
    const ownSts = await openSts({ region, endpoint, keys: own, transport });
    return maskIdentity(masking, await ownSts.identify());
  });
  return { keys: session.keys, identity: session.identity, region, transport };
}
