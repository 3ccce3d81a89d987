import { Denied, Refused } from '../aws/errors.ts';
import { denied, requestFailed, type Where } from '../aws/messages.ts';
import { Failure, type Problem } from '../failure.ts';
import type { BootstrapContext } from './context.ts';
import type { Found } from './decide.ts';
import { broken, encryptedRecord, notBootstrapped, outdated, regionNotEnabled, WAY_OUT } from './messages.ts';
import { RECORD } from './record.ts';
import { isLost, lossOf, RESOURCE_KINDS, RESOURCES, type ResourceState } from './resources.ts';
import type { BootstrapReport, BootstrapStatus, ResourceCheck } from './status.ts';
import { STEPS } from './steps.ts';

/** Puts together what was found and done, with `warnings` and a `failure` that the status alone does not say. */
export function reportOn(
  context: BootstrapContext,
  found: Found,
  status: BootstrapStatus,
  { warnings = [], failure }: Partial<Pick<BootstrapReport, 'warnings' | 'failure'>> = {},
): BootstrapReport {
  const { access } = context;
  const { parameter, record, resources, stage } = found;
  const problem = problemOf(status, found, access);
  const stops = failure ?? (problem && new Failure(problem));
  const isOutdated = status === 'outdated' && !stops;
  return {
    status,
    account: access.identity.account,
    region: access.region,
    record: resources && record,
    checks: checksOf(context, found, status),
    warnings: isOutdated
      ? [outdated(access, record.version, STEPS.length, parameter?.secure), ...warnings]
      : warnings,
    notices: parameter?.secure && !stops ? [encryptedRecord(access)] : [],
    stage,
    failure: stops,
  };
}

/** Why the step must stop, and what to do about it; undefined if the bootstrap can be used. */
export function problemOf(status: BootstrapStatus, found: Found, access: Where): Problem | undefined {
  const { parameter, record, unreadable, resources } = found;
  if (status === 'missing') return notBootstrapped(access, parameter?.secure);
  if (unreadable !== undefined) {
    const fault = `SST cannot read its record ${RECORD}: ${unreadable}`;
    return broken(access, [fault], WAY_OUT.restoreRecord(access));
  }
  if (status !== 'broken' || !resources) return undefined;
  const { state, asset } = resources;
  const lost = RESOURCE_KINDS.filter(kind => isLost(resources[kind]));
  const faults = lost.map(kind => lossOf(kind, resources[kind], record, access));
  const permissions = [state, asset].flatMap(one => (one.is === 'refused' ? [one.permission] : []));
  let next = WAY_OUT.ensure(access, parameter?.secure);
  if (state.is === 'missing') next = WAY_OUT.restoreState(access, record.state);
  else if (permissions.length > 0) next = WAY_OUT.refused(access, permissions);
  else if (state.is === 'elsewhere') next = WAY_OUT.otherRegion(access, state.region);
  return broken(access, faults, next);
}

function checksOf(context: BootstrapContext, found: Found, status: BootstrapStatus): ResourceCheck[] {
  const { parameter, record, unreadable, resources } = found;
  const notes = [
    unreadable && 'unreadable',
    resources && `version ${record.version}`,
    parameter?.secure && 'a SecureString',
  ].flatMap(note => note || []);
  const state = status === 'missing' || status === 'created' ? status : 'present';
  const checks: ResourceCheck[] = [{ resource: 'record', name: RECORD, state, notes }];
  if (!resources) return checks;
  for (const kind of RESOURCE_KINDS) {
    const { label: resource, nameIn } = RESOURCES[kind];
    const name = nameIn(record);
    const [seen, note = []] = shown(resources[kind]);
    const made = status === 'repaired' ? status : 'created';
    const state = context.created.has(name) ? made : seen;
    checks.push({ resource, name, state, notes: [note, ...context.notes[kind]].flat() });
  }
  return checks;
}

/** The state of a resource in the table, and a note on it. */
function shown(found: ResourceState): [state: ResourceCheck['state'], note?: string] {
  if (found.is === 'elsewhere') return ['elsewhere', `in ${found.region}`];
  if (found.is === 'refused') return ['elsewhere', 'of another account, or not allowed to look'];
  if (found.is === 'foreign') return ['elsewhere'];
  return found.is === 'to come' ? ['not checked', 'created by step 2'] : [found.is];
}

/** The answers in a region that is not enabled for the account: of SSM and ECR the first, of S3 the others. */
const SESSION_UNKNOWN =
  /^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken)$/;

/** The failure for an error of AWS. @param done what was done until then, as a sentence. @throws any other error. */
export function failureFor(error: unknown, access: Where, done?: string): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof Refused)) throw error;
  let problem = requestFailed(error, access, done);
  if (error instanceof Denied) problem = denied(error.permission, error.because, access, done);
  else if (SESSION_UNKNOWN.test(error.code)) problem = regionNotEnabled(access, error);
  return new Failure(problem, error);
}
