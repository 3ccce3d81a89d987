import type { Where } from '../aws/messages.ts';
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
  settingsChanged,
  unreadableRecord,
  unusedBucketsLeft,
  WAY_OUT,
} from './messages.ts';
import { RECORD } from './names.ts';
import { RESOURCE_KINDS, RESOURCES, type ResourceState } from './resources.ts';
import type { BootstrapReport, BootstrapStatus, ResourceCheck } from './status.ts';
import { STEPS } from './steps.ts';

/** The result, beside what was found. */
export interface Outcome {
  readonly status: BootstrapStatus;
  /** Settings of the buckets that are not as SST or AWS makes them, as clauses. */
  readonly unsafe?: readonly string[];
  /** Buckets that no record names. */
  readonly unusedBuckets?: readonly string[];
  /** Why it could not be completed, if the status alone does not say it. */
  readonly failure?: Failure;
}

/** Puts together what was found and done. */
export function reportOn(
  context: BootstrapContext,
  { found, stage }: Inspected,
  outcome: Outcome,
): BootstrapReport {
  const { access } = context;
  const { status, unsafe = [], unusedBuckets = [] } = outcome;
  const warnings: Problem[] = [];
  if (found.record === 'read' && status === 'outdated' && !outcome.failure)
    warnings.push(outdated(access, found.value.version, STEPS.length, found.encrypted));
  if (unsafe.length > 0) warnings.push(settingsChanged(unsafe, access));
  if (unusedBuckets.length > 0) warnings.push(unusedBucketsLeft(unusedBuckets, access));
  const failure = outcome.failure ?? failureOf(status, found, access);
  return {
    status,
    account: access.identity.account,
    region: access.region,
    ...(found.record === 'read' ? { record: found.value } : {}),
    checks: checksOf(context, found, status),
    warnings,
    ...(stage ? { stage } : {}),
    ...(found.encrypted && !failure ? { notices: [encryptedRecord(access)] } : {}),
    ...(failure ? { failure } : {}),
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
  if (found.record === 'absent') return [{ resource: 'record', name: RECORD, state: 'missing', notes: [] }];
  if (found.record !== 'read') {
    const notes = [...(found.encrypted ? [NOTE.encrypted] : []), NOTE.unreadable];
    return [{ resource: 'record', name: RECORD, state: 'present', notes }];
  }
  const { value, resources } = found;
  return [
    {
      resource: 'record',
      name: RECORD,
      state: status === 'created' ? 'created' : 'present',
      notes: [NOTE.version(value.version), ...(found.encrypted ? [NOTE.encrypted] : [])],
    },
    ...RESOURCE_KINDS.map((kind): ResourceCheck => {
      const { label, nameIn, notes } = RESOURCES[kind];
      const name = nameIn(value);
      const created = status === 'repaired' ? 'repaired' : 'created';
      return {
        resource: label,
        name,
        state: context.created.has(name) ? created : CHECK_STATES[resources[kind].is],
        notes: [...notes(resources[kind]), ...context.notesOn(kind)],
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
