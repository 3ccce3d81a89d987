import type { Access } from '../aws/access.ts';
import type { Partition } from '../aws/region.ts';
import { DEFAULT_TRIES, PATIENCE_MS, retry } from '../aws/retry.ts';
import { openSts } from '../aws/sts.ts';
import { faultOf } from '../aws/sts-error.ts';
import { Failure, type Problem } from '../failure.ts';
import type { Log } from '../github/log.ts';
import { assuming, assumingAsSstLine, retryLine } from '../report/log-messages.ts';
import type { AssumedRole } from '../sst/deployment.ts';
import { onwardsRefused, tooManyRoles } from '../sst/guard-messages.ts';
import { accountOf, partitionOfArn } from './role-parameters.ts';
import type { Keys } from './session.ts';

export interface OnwardsRequest {
  /** The session's, which the first role is assumed from. */
  readonly access: Access;
  /** What `providers.aws.assumeRoles` names, in its order. */
  readonly roles: readonly AssumedRole[];
  readonly stsEndpoint?: string | undefined;
  readonly maskAccountId: boolean;
  readonly mask: (secret: string) => void;
  readonly log: Log;
}

/** Where SST will end up: in the last role's account; or how far that was followed, and which role refused. */
export interface Onwards {
  readonly access: Access;
  readonly problem?: Problem;
}

/** Roles that are followed: each takes a request, one after the other. */
const ROLES_MAX = 10;

/**
 * Assumes each role from the one before, as SST does before it bootstraps (4.17.1, measured), so that the account that
 * it will bootstrap can be looked at. The sessions are for that alone: they are masked, and never exported.
 *
 * @throws Failure if there are more than ROLES_MAX.
 */
export async function assumeOnwards(request: OnwardsRequest): Promise<Onwards> {
  const { roles, log } = request;
  if (roles.length > ROLES_MAX) throw new Failure(tooManyRoles(roles.length, ROLES_MAX));
  let { access } = request;
  for (const role of roles) {
    log.info(assumingAsSstLine(role.roleArn));
    try {
      access = await assumed(request, access, role);
    } catch (error) {
      const fault = faultOf(error);
      if (request.maskAccountId) {
        for (const [, account = ''] of fault.message.matchAll(/:(\d{12}):/g)) request.mask(account);
      }
      return { access, problem: onwardsRefused(role.roleArn, access.identity.arn, fault) };
    }
  }
  return { access };
}

async function assumed(
  { stsEndpoint: endpoint, maskAccountId, mask, log }: OnwardsRequest,
  { keys, region, transport }: Access,
  { roleArn, sessionName }: AssumedRole,
): Promise<Access> {
  const sts = await openSts({ region, endpoint, keys, transport });
  const answer = await retry(
    () => sts.assumeRole({ RoleArn: roleArn, RoleSessionName: sessionName ?? 'sst-creds' }),
    {
      policy: { tries: DEFAULT_TRIES, within: PATIENCE_MS },
      signal: transport.signal,
      told: (failed, wait, { code, message }) =>
        log.info(retryLine(assuming(roleArn), failed, { code, message }, wait)),
    },
  );
  const given = answer.Credentials;
  const gained: Keys = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
  for (const secret of Object.values(gained)) mask(secret);
  const arn = answer.AssumedRoleUser?.Arn ?? '';
  const account = accountOf(arn);
  if (maskAccountId) for (const secret of [account, arn]) mask(secret);
  return {
    keys: gained,
    identity: { account, arn, partition: partitionOfArn(arn) as Partition },
    region,
    transport,
  };
}
