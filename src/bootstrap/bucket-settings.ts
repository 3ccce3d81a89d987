import { Refused } from '../aws/errors.ts';
import type { Asked, Buckets } from '../aws/s3.ts';
import type { BootstrapContext } from './context.ts';
import type { Found } from './decide.ts';
import { NOTE, settingFault } from './log-messages.ts';
import type { BucketKind } from './names.ts';
import { refusesPlainHttp } from './policy.ts';

/** A setting that the buckets should have. The request that reads it needs more than SST's policy grants. */
interface Setting {
  readonly kinds: readonly BucketKind[];
  /** The notes if the bucket has it, or does not have it. */
  readonly on: string;
  readonly off: string;
  /** What it is about, and the IAM action that reads it. */
  readonly subject: string;
  readonly action: string;
  readonly read: (buckets: Buckets, bucket: string) => Promise<Asked<boolean>>;
}

const SETTINGS: readonly Setting[] = [
  {
    kinds: ['state'],
    on: NOTE.versioned,
    off: NOTE.notVersioned,
    subject: 'versioning',
    action: 's3:GetBucketVersioning',
    read: (buckets, bucket) => buckets.versioned(bucket),
  },
  {
    kinds: ['asset', 'state'],
    on: NOTE.tls,
    off: NOTE.noTls,
    subject: 'policy',
    action: 's3:GetBucketPolicy',
    read: async (buckets, bucket) => {
      const policy = await buckets.policy(bucket);
      return policy === 'not allowed' ? policy : refusesPlainHttp(policy);
    },
  },
  {
    kinds: ['asset', 'state'],
    on: NOTE.notPublic,
    off: NOTE.public,
    subject: 'public access',
    action: 's3:GetBucketPublicAccessBlock',
    read: (buckets, bucket) => buckets.closedToPublic(bucket),
  },
];

/**
 * Reads the settings of the buckets, if the role is allowed to and this run has not just made them; notes each result.
 *
 * @returns what is not as SST or AWS set it up, as clauses: `sst-state-… is not versioned`.
 */
export async function unsafeSettings(context: BootstrapContext, found: Found): Promise<readonly string[]> {
  if (found.record !== 'read') return [];
  const { value } = found;
  const faults = SETTINGS.flatMap(setting =>
    setting.kinds.map(async kind => {
      if (context.notesOn(kind).has(setting.on)) return [];
      const isOn = await read(setting, context.buckets, value[kind]);
      context.note(kind, noteOn(setting, isOn));
      return isOn === false ? [settingFault(value[kind], setting.off)] : [];
    }),
  );
  return (await Promise.all(faults)).flat();
}

async function read(setting: Setting, buckets: Buckets, bucket: string): Promise<Asked<boolean>> {
  try {
    return await setting.read(buckets, bucket);
  } catch (error) {
    // SST does not read these settings, so the step must not stop because of them.
    if (error instanceof Refused) return 'not allowed';
    throw error;
  }
}

function noteOn({ on, off, subject, action }: Setting, isOn: Asked<boolean>): string {
  if (isOn === 'not allowed') return NOTE.notChecked(subject, action);
  return isOn ? on : off;
}
