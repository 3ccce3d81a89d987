import type { Permission, Refused } from '../aws/errors.ts';
import { place, statementFor, type Where } from '../aws/messages.ts';
import { documentUrl } from '../documents.ts';
import { type Failure, NOTHING_EXPORTED, type Problem } from '../failure.ts';
import { lines } from '../text.ts';
import { RECORD } from './record.ts';

/** There is no record, or one in which no step is done. */
export const notBootstrapped = (where: Where, encrypted?: boolean): Problem => ({
  title: 'SST is not bootstrapped here',
  what: `SST is not bootstrapped in ${place(where)}: the parameter ${RECORD} does not exist there, or records no completed step. ${NOTHING_EXPORTED}`,
  next: lines(
    ...rewriteFirst(where, encrypted),
    'Either let this step create the bootstrap: write `bootstrap: ensure` under its `with:`;',
    'or create it once with SST: run `sst deploy` with credentials of that account and region.',
    'If it should exist already, check that the role and the region are the ones that you deploy with.',
  ),
});

/** The record cannot be read, or names something that is not there. @param next one of the `WAY_OUT`. */
export const broken = (where: Where, faults: readonly string[], next: string): Problem => ({
  title: 'The SST bootstrap is broken',
  what: `The SST bootstrap of ${place(where)} is broken: ${faults.join('; ')}. ${NOTHING_EXPORTED}`,
  next,
});

/** What a person can do about a broken bootstrap. */
export const WAY_OUT = {
  restoreRecord: (where: Where) =>
    lines(
      `Put back an older value: ${history(where)} shows them, and \`aws ssm put-parameter --overwrite\` writes one.`,
      'This step does not overwrite the record, because it names the bucket with the state of everything that is deployed.',
      startOver(where),
    ),
  /** The state bucket has to be restored, or everything started over. */
  restoreState: (where: Where, bucket: string) =>
    lines(
      'Only that bucket says what SST has deployed. It is not replaced by an empty one, because SST would think that nothing',
      'is deployed.',
      bucket === ''
        ? `To restore it, write the state bucket's name into ${RECORD} (${history(where)} shows its older values).`
        : `To restore it, create ${bucket} again in this account and region, copy the objects back from a backup or replica, and run the job again.`,
      startOver(where),
    ),
  /** The bucket is of another account, or the role lacks a permission. */
  refused: (where: Where, permissions: readonly Permission[]) =>
    lines(
      'If the bucket belongs to another account, the credentials are for the wrong account, or the record was copied from',
      "another account. Deploy with a role of the bucket's account, or correct the record.",
      "If the bucket belongs to this account, allow the action in the role's policy (and in the bucket's policy, if there is one):",
      ...permissions.map(permission => statementFor(permission, where)),
    ),
  otherRegion: (where: Where, region: string) =>
    lines(
      'This happens if the record was copied from another region, or if the credentials are for the wrong region.',
      `The state is in ${region}: deploy to that region. Or, if nothing is deployed to ${where.region} yet, start over.`,
      startOver(where),
    ),
  /** `ensure` recreates it; first, an encrypted record has to be written again as a String. */
  ensure: (where: Where, encrypted?: boolean) =>
    lines(
      ...rewriteFirst(where, encrypted),
      'Write `bootstrap: ensure` under `with:` of this step, once: it recreates what is missing and keeps the rest.',
      'The asset bucket and the repository only hold copies, which the next `sst deploy` uploads again.',
    ),
} as const;

const startOver = ({ region }: Where): string =>
  lines(
    'To start over (everything that is deployed stays in AWS, and you have to remove it by hand):',
    `  aws ssm delete-parameter --name ${RECORD} --region ${region}`,
    'then run the job again with `bootstrap: ensure`, or `sst deploy`.',
  );

/** The record's version is below the number of SST's steps. */
export function outdated(where: Where, version: number, newest: number, encrypted?: boolean): Problem {
  const known = `The SST bootstrap of ${place(where)} has version ${version}; SST now has ${newest} steps.`;
  if (version > 0)
    return {
      title: 'The SST bootstrap is outdated',
      what: `${known} The next \`sst deploy\` of a current SST completes it.`,
      next: encrypted
        ? '`bootstrap: ensure` does not write a SecureString.'
        : 'Or write `bootstrap: ensure` under `with:` of this step.',
    };
  return {
    title: 'The next deploy would replace the state bucket',
    what: `${known} At version 0, SST creates new buckets and no longer uses those that the record names, with the state in them.`,
    next: lines(
      ...rewriteFirst(where, encrypted),
      'Write `bootstrap: ensure` under `with:` of this step: it runs the steps and keeps the buckets.',
    ),
  };
}

/** Buckets that no record names, created by this run or an earlier one. */
export const unusedBucketsLeft = (buckets: readonly string[], where: Where): Problem => ({
  title: 'Buckets that no record names',
  what: `${RECORD} in ${place(where)} does not name ${buckets.join(' and ')}. Such a bucket is left if a job crashed, if \`sst\` bootstrapped at the same time, or if the bucket was replaced. This step did not remove it.`,
  next: lines(
    'A state bucket with objects was used for a deploy: look into it first. To delete an empty one:',
    ...buckets.map(bucket => `  aws s3api delete-bucket --bucket ${bucket} --region ${where.region}`),
  ),
});

/** A setting that SST makes, or that AWS makes since 2023, was changed by somebody. */
export const settingsChanged = (faults: readonly string[], where: Where): Problem => ({
  title: 'The bootstrap buckets are not set up as SST does',
  what: `In ${place(where)}: ${faults.join('; ')}.`,
  next: `This step does not change them, because somebody might have set them on purpose. The commands that restore them: ${documentUrl('docs/bootstrap.md#settings-of-the-buckets')}`,
});

export const nameTaken = (bucket: string, where: Where): Problem => ({
  title: 'No name for the bucket',
  what: `S3 in ${place(where)} does not let the account have the bucket ${bucket}: another account owns it. ${NOTHING_EXPORTED}`,
  next: 'Run `sst deploy` once with credentials of that account and region: SST chooses a name by itself.',
});

export const reservedNamesUnreadable = (parameter: string, where: Where): Problem => ({
  title: 'Names of the buckets unreadable',
  what: `The parameter ${parameter} in ${place(where)} reserves the names of the bootstrap's buckets, but does not contain such names. ${NOTHING_EXPORTED}`,
  next: lines(
    'Put its first value back, or delete it: then new names are chosen.',
    `  aws ssm delete-parameter --name ${parameter} --region ${where.region}`,
  ),
});

export const keepsChanging = (where: Where, rounds: number): Problem => ({
  title: 'The SST bootstrap keeps changing',
  what: `The record ${RECORD} in ${place(where)}, or what it names, changed ${rounds} times while this step was completing it. ${NOTHING_EXPORTED}`,
  next: 'Another process keeps writing it. Run the job again when no other deploy creates the bootstrap.',
});

const history = ({ region }: Where): string =>
  `\`aws ssm get-parameter-history --name ${RECORD} --region ${region}\``;

/** The record is a SecureString: a notice. SST 4.17.1 reads it without decrypting it. */
export const encryptedRecord = (where: Where): Problem => ({
  title: 'The SST bootstrap record is encrypted',
  what: `The record ${RECORD} in ${place(where)} is a SecureString. This step decrypts it. SST 4.17 and earlier do not: they cannot read the record, and the deploy fails.`,
  next: lines(
    'Deploy with a version of SST that decrypts the record, or write it again as a String (it holds no secret):',
    ...rewriteCommands(where),
  ),
});

export const recordNotDecrypted = (where: Where, why: string): Problem => ({
  title: 'The SST bootstrap record cannot be decrypted',
  what: `The record ${RECORD} in ${place(where)} is a SecureString, and AWS does not let the role decrypt it: ${why}. ${NOTHING_EXPORTED}`,
  next: lines(
    "Allow `kms:Decrypt` on the parameter's KMS key, in the role's policy and in the key's policy.",
    'Or write the record again as a String with a role that can decrypt it (it holds no secret):',
    ...rewriteCommands(where),
  ),
});

/** What to do before `ensure` can write the record; nothing unless it is encrypted. */
function rewriteFirst(where: Where, encrypted = false): string[] {
  if (!encrypted) return [];
  const why = 'The record is a SecureString, which `bootstrap: ensure` does not write.';
  return [`${why} First write it again as a String:`, ...rewriteCommands(where)];
}

function rewriteCommands({ region }: Where): string[] {
  const parameter = `--name ${RECORD} --region ${region}`;
  return [
    `  value=$(aws ssm get-parameter ${parameter} --with-decryption --query Parameter.Value --output text)`,
    `  aws ssm delete-parameter ${parameter}`,
    `  aws ssm put-parameter ${parameter} --type String --value "$value"`,
  ];
}

/** AWS does not accept the session in a region, although STS has issued it. */
export const regionNotEnabled = ({ region, identity }: Where, { code, message }: Refused): Problem => ({
  title: `Region ${region} is not enabled`,
  what: `The region ${region} is not enabled for account ${identity.account}: AWS does not accept the session there (${code}: ${message}), although STS has issued it. ${NOTHING_EXPORTED}`,
  next: lines(
    'Enable the region (AWS console, Account, AWS Regions; it takes some minutes). Or, if the app does not use it, remove it from `bootstrap-regions`.',
    'If the region is enabled, the session is from the global STS endpoint. Such sessions are not valid in regions that have to be enabled: use a regional endpoint.',
  ),
});

export const regionOfOtherPartition = ({ region, identity }: Where, partition: string): Problem => ({
  title: `Region ${region} is of another partition`,
  what: `\`bootstrap-regions\` names ${region}, which belongs to the partition ${partition}. The session belongs to ${identity.partition}, and no session is valid in two partitions. ${NOTHING_EXPORTED}`,
  next: 'Remove the region from `bootstrap-regions`, and check it in a job of its own.',
});

export function severalRegions(failures: ReadonlyArray<{ region: string; failure: Failure }>): Problem {
  const problems = failures.map(({ region, failure }) => ({ region, ...failure.problem }));
  return {
    title: `The SST bootstrap of ${failures.length} regions is not ready`,
    what: lines(
      ...problems.map(({ region, title, what }) =>
        `${region}: ${title}. ${what.replace(NOTHING_EXPORTED, '')}`.trim(),
      ),
      NOTHING_EXPORTED,
    ),
    next: lines(...problems.map(({ region, next = '' }) => `For ${region}:\n${next}`)),
  };
}
