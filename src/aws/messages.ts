import { documentUrl } from '../documents.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import type { Access } from './access.ts';
import {
  type Fault,
  FOREIGN_ANSWER,
  INVALID_ANSWER,
  type Permission,
  type Refused,
  WITHOUT_CODE,
} from './errors.ts';
import type { Partition } from './region.ts';

/** The account and region that a request was for. */
export type Where = Pick<Access, 'identity' | 'region'>;

/** `account 123456789012, region eu-west-1` */
export function place({ identity, region }: Where): string {
  return `account ${identity.account}, region ${region}`;
}

/** AWS said no for want of a permission. */
export function denied(
  permission: Permission,
  because: string | undefined,
  where: Where,
  done: string = NOTHING_EXPORTED,
): Problem {
  const what = `The role may not ${permission.action} on ${permission.resource} (${where.identity.arn}, region ${where.region})${because === undefined ? '' : `: ${because}`}. ${done}`;
  return { title: `Not allowed: ${permission.action}`, what, next: allowing(permission, because, where) };
}

function allowing(permission: Permission, because: string | undefined, where: Where): string {
  const statement = statementFor(permission, where);
  const other =
    /(service control policy|resource control policy|permissions boundary|session policy|VPC endpoint policy)/.exec(
      because ?? '',
    )?.[1];
  if (because?.includes('explicit deny')) {
    return lines(
      `A policy forbids it expressly${other ? ` (a ${other})` : ''}, and no statement that allows it helps against that.`,
      'Whoever manages that policy has to except this action, on this resource.',
    );
  }
  const holder = other ? `to the ${other} that limits the role` : "to the role's policy";
  return lines(
    `Add this statement ${holder}. Everything that SST and this step need: ${documentUrl('examples/iam/sst-deploy-policy.json')}`,
    statement,
  );
}

/** The IAM statement that allows it, as SST's own policy words it where it does, with everything filled in. */
export function statementFor({ action, resource }: Permission, { identity, region }: Where): string {
  const { partition, account } = identity;
  return JSON.stringify(
    { Effect: 'Allow', Action: action, Resource: widened(resource, partition, account, region) },
    null,
    2,
  );
}

function widened(
  resource: string,
  partition: Partition,
  account: string,
  region: string,
): string | readonly string[] {
  const bucket = /:s3:::(sst-(?:state|asset)-)/.exec(resource)?.[1];
  if (bucket !== undefined) return `arn:${partition}:s3:::${bucket}*`;
  const parameters = `arn:${partition}:ssm:${region}:${account}:parameter`;
  if (resource === `${parameters}/sst/bootstrap` || resource.startsWith(`${parameters}/sst/passphrase/`))
    return [`${parameters}/sst/passphrase/*`, `${parameters}/sst/bootstrap`];
  return resource;
}

type RefusedFault = Fault & Pick<Refused, 'permission'>;

/** AWS failed, or refused for another reason, and trying again did not help. */
export function requestFailed(refused: RefusedFault, where: Where, done: string = NOTHING_EXPORTED): Problem {
  const { permission, code, message, status, tries = 1 } = refused;
  const [service = '', operation = ''] = permission.action.split(':');
  const text = message.trim().replace(/\.$/, '');
  // The answer to a HEAD has no body: the SDK knows neither code nor message.
  const said = WITHOUT_CODE.has(code)
    ? `HTTP status ${status}`
    : `${code}${status === undefined ? '' : ` (${status})`}: ${text}`;
  const often = tries > 1 ? ` after ${tries} tries` : '';
  const what = `${service.toUpperCase()} ${operation} on ${permission.resource} failed${often}: ${said}. It was asked in ${place(where)}. ${done}`;
  return { title: `${service.toUpperCase()} ${operation} failed`, what, next: adviceFor(refused, where) };
}

function adviceFor({ code, status, bucketRegion }: RefusedFault, { region, identity }: Where): string {
  if (
    /^(UnrecognizedClient|UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken|AuthFailure)$/.test(
      code,
    )
  ) {
    return `${region} does not know these credentials. Is it a region that account ${identity.account} has to be opted in to, and is not; or one of another partition?`;
  }
  if (/^Expired/.test(code))
    return 'The session has expired: give it longer (`role-duration-seconds`), or obtain it in this job.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `There is no such host: is ${region} a region of AWS, and can the runner reach it?`;
  if (code === 'TooManyBuckets')
    return `Account ${identity.account} has as many buckets as it may: delete some, or have the quota raised.`;
  if (bucketRegion !== undefined && bucketRegion !== region)
    return `The bucket is in ${bucketRegion}, not in ${region}.`;
  if (code === FOREIGN_ANSWER || code === INVALID_ANSWER)
    return 'What answered is not AWS: a proxy, a firewall or a captive portal. Let the runner reach AWS; if that takes a proxy, check `http-proxy` or HTTPS_PROXY, with its user name and password.';
  if (status === undefined)
    return 'No answer came. Can the runner reach AWS, through the proxy where there is one? Run the job again.';
  if (status >= 500 || /Thrott|SlowDown|TooMany|OperationAborted/.test(code))
    return 'AWS did not recover while this step was trying. Run the job again.';
  return "The error is AWS' own; run the job again with debug logging to see the requests.";
}

/** Lines of a text, one below the other. */
export function lines(...texts: readonly string[]): string {
  return texts.join('\n');
}
