import type { Access } from '../aws/access.ts';
import { faultOf } from '../aws/errors.ts';
import { POLICY } from '../aws/retry.ts';
import { openSts } from '../aws/sts.ts';
import { Failure, type Problem } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { AssumedRole } from '../sst/deployment.ts';
import { assuming, assumingAsSstLine, retryLine } from './log-messages.ts';
import { configRoleFailed, configRoleRefused, tooManyRoles } from './messages.ts';
import { type Masking, maskAccountsIn, maskIdentity, requestSession } from './sts-session.ts';

export interface ConfigRolesRequest extends Masking {
  /** The session's, with which the first role is assumed. */
  readonly access: Access;
  /** The roles of `providers.aws.assumeRoles`, in their order. */
  readonly roles: readonly AssumedRole[];
  readonly stsEndpoint?: string | undefined;
  readonly log: Log;
}

/** The access of the last role; or of the last one that could be assumed, and why the next could not. */
export interface ConfigRolesSession {
  readonly access: Access;
  readonly problem?: Problem;
}

/** Roles that are followed: each takes a request, one after the other. */
const ROLES_MAX = 10;

/**
 * Assumes each role of the config from the one before, as SST does before it bootstraps (4.17.1, measured), so that the
 * account that it will bootstrap can be checked. The sessions are for that alone: they are masked and never exported.
 *
 * @throws Failure if there are more than ROLES_MAX.
 */
export async function assumeConfigRoles(request: ConfigRolesRequest): Promise<ConfigRolesSession> {
  if (request.roles.length > ROLES_MAX) throw new Failure(tooManyRoles(request.roles.length, ROLES_MAX));
  let { access } = request;
  for (const role of request.roles) {
    request.log.info(assumingAsSstLine(role.roleArn));
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
  request: ConfigRolesRequest,
  { keys, region, transport }: Access,
  { roleArn, sessionName }: AssumedRole,
): Promise<Access> {
  const { stsEndpoint: endpoint, log } = request;
  const sts = await openSts({ region, endpoint, keys, transport });
  const input = { RoleArn: roleArn, RoleSessionName: sessionName ?? 'sst-creds' };
  const session = await requestSession(roleArn, () => sts.assumeRole(input), {
    ...request,
    retrying: {
      policy: { ...POLICY, settles: true },
      signal: transport.signal,
      told: (failed, wait, fault) => log.info(retryLine(assuming(roleArn), failed, fault, wait)),
    },
    identify: async own => {
      const ownSts = await openSts({ region, endpoint, keys: own, transport });
      return maskIdentity(request, await ownSts.identify());
    },
  });
  return { keys: session.keys, identity: session.identity, region, transport };
}
