import { Denied, Refused } from '../aws/errors.ts';
import { denied, requestFailed, type Where } from '../aws/messages.ts';
import { Failure, type Problem } from '../failure.ts';
import type { BootstrapContext } from './context.ts';
import type { Found } from './decide.ts';
import type { Inspected } from './inspect.ts';
import { NOTE } from './log-messages.ts';
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
import { RESOURCE_KINDS, RESOURCES, type ResourceState } from './resources.ts';
import type { BootstrapReport, BootstrapStatus, ResourceCheck } from './status.ts';
import { STEPS } from './steps.ts';

/**
 * Puts together what was found and done.
 *
 * @param failure why it could not be completed, if the status alone does not say it.
 * @param remarks further warnings.
 */
export function reportOn(
  context: BootstrapContext,
  { found, stage }: Inspected,
  status: BootstrapStatus,
  { failure, remarks = [] }: { readonly failure?: Failure; readonly remarks?: readonly Problem[] } = {},
): BootstrapReport {
  const { access } = context;
  const isRead = found.record === 'read';
  const isOutdated = isRead && status === 'outdated' && !failure;
  const stops = failure ?? failureOf(status, found, access);
  return {
    status,
    account: access.identity.account,
    region: access.region,
    record: isRead ? found.value : undefined,
    checks: checksOf(context, found, status),
    warnings: [
      ...(isOutdated ? [outdated(access, found.value.version, STEPS.length, found.encrypted)] : []),
      ...remarks,
    ],
    notices: found.encrypted && !stops ? [encryptedRecord(access)] : [],
    stage,
    failure: stops,
  };
}

function failureOf(status: BootstrapStatus, found: Found, access: Where): Failure | undefined {
  if (status === 'missing') return new Failure(notBootstrapped(access, 'text' in found, found.encrypted));
  if (status !== 'broken') return undefined;
  if (found.record === 'unreadable') return new Failure(unreadableRecord(access, found.why));
  if (found.record !== 'read') return undefined;
  const { value, resources } = found;
  const faults = RESOURCE_KINDS.flatMap(kind => RESOURCES[kind].fault(value, resources[kind], access) ?? []);
  return new Failure(broken(access, faults, wayOut(found, access)));
}

/** What to do about a bootstrap that is broken because of its resources. */
export function wayOut(
  { value, resources, encrypted = false }: Extract<Found, { record: 'read' }>,
  access: Where,
): string {
  const { state, asset } = resources;
  if (state.is === 'missing') return WAY_OUT.restoreState(access, value.state);
  const permissions = [state, asset].flatMap(found => (found.is === 'refused' ? [found.permission] : []));
  if (permissions.length > 0) return WAY_OUT.refused(access, permissions);
  if (state.is === 'elsewhere') return WAY_OUT.otherRegion(access, state.region);
  return WAY_OUT.ensure(access, encrypted);
}

function checksOf(
  context: BootstrapContext,
  found: Found,
  status: BootstrapStatus,
): readonly ResourceCheck[] {
  const record = { resource: 'record', name: RECORD };
  if (found.record === 'absent') return [{ ...record, state: 'missing', notes: [] }];
  const encrypted = found.encrypted ? [NOTE.encrypted] : [];
  if (found.record === 'unreadable')
    return [{ ...record, state: 'present', notes: [...encrypted, NOTE.unreadable] }];
  const { value, resources } = found;
  const stateOfRecord = status === 'created' ? 'created' : 'present';
  const stateOfNew = status === 'repaired' ? 'repaired' : 'created';
  return [
    { ...record, state: stateOfRecord, notes: [NOTE.version(value.version), ...encrypted] },
    ...RESOURCE_KINDS.map((kind): ResourceCheck => {
      const { label, nameIn } = RESOURCES[kind];
      const name = nameIn(value);
      return {
        resource: label,
        name,
        state: context.created.has(name) ? stateOfNew : CHECK_STATES[resources[kind].is],
        notes: [...notesOn(resources[kind]), ...context.notesOn(kind)],
      };
    }),
  ];
}

const CHECK_STATES: Readonly<Record<ResourceState['is'], ResourceCheck['state']>> = {
  present: 'present',
  missing: 'missing',
  elsewhere: 'elsewhere',
  foreign: 'elsewhere',
  refused: 'elsewhere',
  'to come': 'not checked',
};

function notesOn(state: ResourceState): readonly string[] {
  if (state.is === 'elsewhere') return [NOTE.elsewhere(state.region)];
  if (state.is === 'refused') return [NOTE.refused];
  return state.is === 'to come' ? [NOTE.toCome] : [];
}

/**
 * What the services of a region that is not enabled for the account answer to a session that is valid elsewhere: SSM and
 * ECR the first, S3 the others.
 */
const SESSION_UNKNOWN = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidAccessKeyId',
  'InvalidToken',
]);

/**
 * The failure for an error of AWS. Any other error is returned unchanged.
 *
 * @param done what was done until then, as a sentence.
 */
export function failureFor(error: unknown, access: Where, done?: string): unknown {
  if (!(error instanceof Refused)) return error;
  if (error instanceof Denied)
    return new Failure(denied(error.permission, error.because, access, done), error);
  return new Failure(
    SESSION_UNKNOWN.has(error.code) ? regionNotEnabled(access, error) : requestFailed(error, access, done),
    error,
  );
}
