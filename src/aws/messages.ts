import { documentUrl } from '../documents.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import { type Fault, FOREIGN_ANSWER, INVALID_ANSWER, type Permission, WITHOUT_CODE } from './errors.ts';
import type { Access } from './identity.ts';

/** The account and region that a request was for. */
export type Where = Pick<Access, 'identity' | 'region'>;

/** `account 123456789012, region eu-west-1` */
export function place({ identity, region }: Where): string {
  return `account ${identity.account}, region ${region}`;
}

/** The role lacks a permission. */
export function denied(
  permission: Permission,
  because: string | undefined,
  where: Where,
  done: string = NOTHING_EXPORTED,
): Problem {
  const { action, resource } = permission;
  return {
    title: `Not allowed: ${action}`,
    what: `The role is not allowed to ${action} on ${resource} (${where.identity.arn}, region ${where.region})${because === undefined ? '' : `: ${because}`}. ${done}`,
    next: allowing(permission, because, where),
  };
}

function allowing(permission: Permission, because = '', where: Where): string {
  const [kind] =
    /(service control|resource control|session|VPC endpoint) policy|permissions boundary/.exec(because) ?? [];
  if (because.includes('explicit deny'))
    return `A policy denies it explicitly${kind ? ` (a ${kind})` : ''}. Adding a statement that allows it does not help.\nAsk the owner of that policy to exempt this action on this resource.`;
  const holder = kind ? `the ${kind} that limits the role` : "the role's policy";
  return `Add this statement to ${holder}. Everything that SST and this step need: ${documentUrl('examples/iam/sst-deploy-policy.json')}\n${statementFor(permission, where)}`;
}

/** The IAM statement that allows it, with everything filled in; worded as in SST's own policy if that has it. */
export function statementFor({ action, resource }: Permission, { identity, region }: Where): string {
  const { partition, account } = identity;
  const bucket = /:s3:::(sst-(?:state|asset)-)/.exec(resource)?.[1];
  const parameters = `arn:${partition}:ssm:${region}:${account}:parameter/sst`;
  const [passphrases, record] = [`${parameters}/passphrase/`, `${parameters}/bootstrap`];
  const ofSst = resource === record || resource.startsWith(passphrases);
  const parameter = ofSst ? [`${passphrases}*`, record] : resource;
  const Resource = bucket ? `arn:${partition}:s3:::${bucket}*` : parameter;
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource }, null, 2);
}

/** AWS failed, or refused for another reason, and trying again did not help. */
export function requestFailed(
  refused: Fault & { readonly permission: Permission },
  where: Where,
  done: string = NOTHING_EXPORTED,
): Problem {
  const { permission, code, message, status, tries = 1 } = refused;
  const [service = '', operation = ''] = permission.action.split(':');
  const text = message.trim().replace(/\.$/, '');
  const answer = status === undefined ? code : `${code} (${status})`;
  // The answer to a HEAD has no body: the SDK knows neither code nor message.
  const said =
    status !== undefined && WITHOUT_CODE.test(code) ? `HTTP status ${status}` : `${answer}: ${text}`;
  const often = tries > 1 ? ` after ${tries} tries` : '';
  const what = `${service.toUpperCase()} ${operation} on ${permission.resource} failed${often}: ${said}. It was asked in ${place(where)}. ${done}`;
  return { title: `${service.toUpperCase()} ${operation} failed`, what, next: adviceFor(refused, where) };
}

function adviceFor({ code, status, bucketRegion }: Fault, { region, identity }: Where): string {
  if (/^Expired/.test(code))
    return 'The session has expired: give it longer (`role-duration-seconds`), or obtain it in this job.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The host was not found. Check that ${region} is a region of AWS, and that the runner can reach it.`;
  if (code === 'TooManyBuckets')
    return `Account ${identity.account} has reached its quota of buckets. Delete some, or request a higher quota.`;
  if (bucketRegion !== undefined && bucketRegion !== region)
    return `The bucket is in ${bucketRegion}, not in ${region}.`;
  if ([FOREIGN_ANSWER, INVALID_ANSWER, 'ERR_PROXY_TUNNEL'].includes(code))
    return 'The answer did not come from AWS, but from a proxy, a firewall or a captive portal. Let the runner reach AWS. If it needs a proxy, check `http-proxy` or HTTPS_PROXY, with its user name and password.';
  if (status === undefined)
    return 'There was no answer. Check that the runner can reach AWS (through the proxy, if there is one), and run the job again.';
  if (status >= 500 || /Thrott|SlowDown|TooMany|OperationAborted/.test(code))
    return 'AWS did not recover while this step was trying. Run the job again.';
  return 'The error comes from AWS. Run the job again with debug logging to see the requests.';
}
