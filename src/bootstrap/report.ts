import type { BucketFound } from '../aws/s3.ts';
import { Failure, type Problem } from '../failure.ts';
import { parseLock } from '../stage/lock.ts';
import type { Found, RepositoryFound } from './decide.ts';
import type { Deploying, Inspection } from './inspect.ts';
import { NOTE } from './log-messages.ts';
import {
  broken,
  encryptedRecord,
  leftOver,
  locked,
  notBootstrapped,
  outdated,
  passphraseMissing,
  unreadableRecord,
  unsafeSettings,
} from './messages.ts';
import type { BucketKind } from './names.ts';
import { RECORD } from './record.ts';
import type { Site } from './services.ts';
import type { BootstrapReport, BootstrapStatus, ResourceCheck } from './status.ts';
import { STEPS } from './steps.ts';

/** How it ended, beside what was seen. */
export interface Ending {
  readonly status: BootstrapStatus;
  readonly deploying: Deploying | undefined;
  /** What is not set up as it should be. */
  readonly unsafe?: readonly string[];
  /** Buckets that no record names. */
  readonly left?: readonly string[];
  /** Why it could not be completed, where the status alone does not say. */
  readonly failure?: Failure;
}

/** Puts together what was seen and done. */
export function reportOn(site: Site, { found, ahead }: Inspection, ending: Ending): BootstrapReport {
  const { access } = site;
  const { status, deploying, unsafe = [], left = [] } = ending;
  const warnings: Problem[] = [];
  if (found.record === 'read') {
    if (status === 'outdated' && !ending.failure)
      warnings.push(outdated(access, found.value.version, STEPS.length));
    if (deploying) warnings.push(...warningsAhead(deploying, ahead, access));
  }
  if (unsafe.length > 0) warnings.push(unsafeSettings(unsafe, access));
  if (left.length > 0) warnings.push(leftOver(left, access));
  const failure = ending.failure ?? failureOf(status, found, access);
  return {
    status,
    account: access.identity.account,
    region: access.region,
    ...(found.record === 'read' ? { record: found.value } : {}),
    checks: checksOf(site, found, status),
    warnings,
    ...(failure ? { failure } : {}),
  };
}

function warningsAhead(
  { app, stage }: Deploying,
  { lock, unreadableState }: Inspection['ahead'],
  access: Site['access'],
): Problem[] {
  const held = lock === undefined ? undefined : parseLock(lock);
  return [
    ...(held ? [locked(app, stage, held, new Date())] : []),
    ...(unreadableState ? [passphraseMissing(app, stage, access)] : []),
  ];
}

function failureOf(status: BootstrapStatus, found: Found, access: Site['access']): Failure | undefined {
  if (status === 'missing') return new Failure(notBootstrapped(access, 'text' in found));
  if (status !== 'broken') return undefined;
  if (found.record === 'unreadable') return new Failure(unreadableRecord(access, found.why));
  if (found.record === 'encrypted') return new Failure(encryptedRecord(access, found.text));
  if (found.record === 'read') return new Failure(broken(access, found.value, found.resources));
  return undefined;
}

function checksOf(site: Site, found: Found, status: BootstrapStatus): readonly ResourceCheck[] {
  if (found.record === 'absent') return [{ resource: 'record', name: RECORD, state: 'missing', notes: [] }];
  if (found.record !== 'read') {
    const note = found.record === 'encrypted' ? NOTE.encrypted : NOTE.unreadable;
    return [{ resource: 'record', name: RECORD, state: 'present', notes: [note] }];
  }
  const { value, resources } = found;
  const anew = status === 'repaired' ? 'repaired' : 'created';
  const bucket = (kind: BucketKind): ResourceCheck => ({
    resource: `${kind} bucket`,
    name: value[kind],
    state: site.made.has(value[kind]) ? anew : STATES[resources[kind].is],
    notes: [...bucketNotes(resources[kind]), ...site.notes[kind]],
  });
  return [
    {
      resource: 'record',
      name: RECORD,
      state: status === 'created' ? 'created' : 'present',
      notes: [NOTE.version(value.version)],
    },
    bucket('state'),
    bucket('asset'),
    {
      resource: 'repository',
      name: value.assetEcrUrl,
      state: site.madeRepository ? anew : STATES[resources.repository.is],
      notes: resources.repository.is === 'to come' ? [NOTE.toCome] : [],
    },
  ];
}

const STATES: Readonly<Record<BucketFound['is'] | RepositoryFound['is'], ResourceCheck['state']>> = {
  present: 'present',
  missing: 'missing',
  elsewhere: 'elsewhere',
  refused: 'elsewhere',
  'to come': 'not checked',
};

function bucketNotes(found: BucketFound): readonly string[] {
  if (found.is === 'elsewhere') return [NOTE.elsewhere(found.region)];
  return found.is === 'refused' ? [NOTE.refused] : [];
}
