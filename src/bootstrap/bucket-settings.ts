import { Refused } from '../aws/errors.ts';
import type { Asked, Buckets } from '../aws/s3.ts';
import type { Found } from './decide.ts';
import { lacking, NOTE, SUBJECT } from './log-messages.ts';
import type { BucketKind } from './names.ts';
import { refusesPlainHttp } from './policy.ts';
import type { Site } from './services.ts';

/** A property that the buckets should have, and the question that tells; what it needs, SST's policy does not grant. */
interface Setting {
  readonly kinds: readonly BucketKind[];
  readonly holds: string;
  readonly lacks: string;
  readonly subject: string;
  readonly needs: string;
  readonly ask: (buckets: Buckets, bucket: string) => Promise<Asked<boolean>>;
}

const SETTINGS: readonly Setting[] = [
  {
    kinds: ['state'],
    holds: NOTE.versioned,
    lacks: NOTE.notVersioned,
    subject: SUBJECT.versioning,
    needs: 's3:GetBucketVersioning',
    ask: (buckets, bucket) => buckets.versioned(bucket),
  },
  {
    kinds: ['asset', 'state'],
    holds: NOTE.tls,
    lacks: NOTE.noTls,
    subject: SUBJECT.policy,
    needs: 's3:GetBucketPolicy',
    ask: async (buckets, bucket) => {
      const policy = await buckets.policy(bucket);
      return policy === 'not allowed' ? policy : refusesPlainHttp(policy);
    },
  },
  {
    kinds: ['asset', 'state'],
    holds: NOTE.closed,
    lacks: NOTE.open,
    subject: SUBJECT.publicAccess,
    needs: 's3:GetBucketPublicAccessBlock',
    ask: (buckets, bucket) => buckets.closedToPublic(bucket),
  },
];

/**
 * Looks at the buckets' settings, as far as the role may and this run has not just made them; notes what it finds.
 *
 * @returns what is not as it should be, as clauses: `sst-state-… is not versioned`.
 */
export async function unsafeFacts(site: Site, found: Found): Promise<readonly string[]> {
  if (found.record !== 'read') return [];
  const buckets = site.buckets;
  const asked = SETTINGS.flatMap(setting =>
    setting.kinds.map(async kind => {
      if (site.notes[kind].has(setting.holds)) return [];
      const bucket = found.value[kind];
      const holds = await answerTo(setting, buckets, bucket);
      site.note(kind, describe(setting, holds));
      return holds === false ? [lacking(bucket, setting.lacks)] : [];
    }),
  );
  return (await Promise.all(asked)).flat();
}

async function answerTo({ ask }: Setting, buckets: Buckets, bucket: string): Promise<Asked<boolean>> {
  try {
    return await ask(buckets, bucket);
  } catch (error) {
    // What SST itself does not ask must not stop the step.
    if (error instanceof Refused) return 'not allowed';
    throw error;
  }
}

function describe({ holds, lacks, subject, needs }: Setting, answer: Asked<boolean>): string {
  if (answer === 'not allowed') return NOTE.notChecked(subject, needs);
  return answer ? holds : lacks;
}
