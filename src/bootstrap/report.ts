import { Denied, Refused } from '../aws/errors.ts';
import { denied, requestFailed, type Where } from '../aws/messages.ts';
import { Failure, type Problem } from '../failure.ts';
import type { BootstrapContext } from './context.ts';
import type { Found, FoundRecord } from './decide.ts';
import type { Inspected } from './inspect.ts';
import {
  broken,
  encryptedRecord,
  notBootstrapped,
  outdated,
  regionNotEnabled,
  unreadableRecord,
  WAY_OUT,
} from './messages.ts';
import { RECORD } from './names.ts';
import { isLost, RESOURCE_KINDS, RESOURCES, type ResourceState } from './resources.ts';
import type { BootstrapReport, BootstrapStatus, ResourceCheck } from './status.ts';
import { STEPS } from './steps.ts';

/** Puts together what was found and done, with `warnings` and a `failure` that the status alone does not say. */
export function reportOn(
  context: BootstrapContext,
  { found, stage }: Inspected,
  status: BootstrapStatus,
  { warnings = [], failure }: Partial<Pick<BootstrapReport, 'warnings' | 'failure'>> = {},
): BootstrapReport {
  const { access } = context;
  const record = found.record === 'read' ? found.value : undefined;
  const problem = problemOf(status, found, access);
  const stops = failure ?? (problem && new Failure(problem));
  const isOutdated = record && status === 'outdated' && !stops;
  return {
    status,
    account: access.identity.account,
    region: access.region,
    record,
    checks: checksOf(context, found, status),
    warnings: isOutdated
      ? [outdated(access, record.version, STEPS.length, found.encrypted), ...warnings]
      : warnings,
    notices: found.encrypted && !stops ? [encryptedRecord(access)] : [],
    stage,
    failure: stops,
  };
}

/** Why the step must stop; undefined if the bootstrap can be used. */
function problemOf(status: BootstrapStatus, found: Found, access: Where): Problem | undefined {
  if (status === 'missing') return notBootstrapped(access, found.text !== undefined, found.encrypted);
  if (found.record === 'unreadable') return unreadableRecord(access, found.why);
  return status === 'broken' && found.record === 'read' ? brokenBy(found, access) : undefined;
}

/** What is wrong with a bootstrap that is broken because of its resources, and what to do about it. */
export function brokenBy({ value, resources, encrypted }: FoundRecord, access: Where): Problem {
  const { state, asset } = resources;
  const faults = RESOURCE_KINDS.filter(kind => isLost(resources[kind])).map(kind =>
    RESOURCES[kind].fault(value, resources[kind], access),
  );
  const permissions = [state, asset].flatMap(found => (found.is === 'refused' ? [found.permission] : []));
  let next = WAY_OUT.ensure(access, encrypted);
  if (state.is === 'missing') next = WAY_OUT.restoreState(access, value.state);
  else if (permissions.length > 0) next = WAY_OUT.refused(access, permissions);
  else if (state.is === 'elsewhere') next = WAY_OUT.otherRegion(access, state.region);
  return broken(access, faults, next);
}

function checksOf(context: BootstrapContext, found: Found, status: BootstrapStatus): ResourceCheck[] {
  const record = { resource: 'record', name: RECORD };
  const encrypted = found.encrypted ? ['a SecureString'] : [];
  if (found.record === 'absent') return [{ ...record, state: 'missing', notes: encrypted }];
  if (found.record === 'unreadable')
    return [{ ...record, state: 'present', notes: [...encrypted, 'unreadable'] }];
  const { value, resources } = found;
  const version = `version ${value.version}`;
  return [
    { ...record, state: status === 'created' ? status : 'present', notes: [version, ...encrypted] },
    ...RESOURCE_KINDS.map((kind): ResourceCheck => {
      const { label: resource, nameIn } = RESOURCES[kind];
      const name = nameIn(value);
      const { state, note = [] } = shown(resources[kind]);
      const notes = [note, ...context.notesOn(kind)].flat();
      if (!context.created.has(name)) return { resource, name, state, notes };
      return { resource, name, state: status === 'repaired' ? status : 'created', notes };
    }),
  ];
}

/** The state of a resource in the table, and a note on it. */
function shown(state: ResourceState): { state: ResourceCheck['state']; note?: string } {
  switch (state.is) {
    case 'elsewhere':
      return { state: 'elsewhere', note: `in ${state.region}` };
    case 'refused':
      return { state: 'elsewhere', note: 'of another account, or not allowed to look' };
    case 'foreign':
      return { state: 'elsewhere' };
    case 'to come':
      return { state: 'not checked', note: 'created by step 2' };
    default:
      return { state: state.is };
  }
}

/**
 * What the services of a region that is not enabled for the account answer to a session that is valid elsewhere: SSM and
 * ECR the first, S3 the others.
 */
const SESSION_UNKNOWN =
  /^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken)$/;

/**
 * The failure for an error of AWS. Any other error is returned unchanged.
 *
 * @param done what was done until then, as a sentence.
 */
export function failureFor(error: unknown, access: Where, done?: string): unknown {
  if (!(error instanceof Refused)) return error;
  let problem = requestFailed(error, access, done);
  if (error instanceof Denied) problem = denied(error.permission, error.because, access, done);
  else if (SESSION_UNKNOWN.test(error.code)) problem = regionNotEnabled(access, error);
  return new Failure(problem, error);
}
