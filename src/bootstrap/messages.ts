import { lines, place, statementFor, type Where } from '../aws/messages.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { Problem } from '../failure.ts';
import { NOTHING_EXPORTED } from '../failure-messages.ts';
import type { Lock } from '../stage/lock.ts';
import type { Resources } from './decide.ts';
import { RECORD } from './record.ts';
import type { BootstrapRecord } from './status.ts';

/** Verified, and there is no bootstrap at all; with `begun`, a record that says as much. */
export function notBootstrapped(where: Where, begun: boolean): Problem {
  const record = begun ? `holds a record in which no step is done` : 'does not exist there';
  return {
    title: 'SST is not bootstrapped here',
    what: `SST is not bootstrapped in ${place(where)}: the parameter ${RECORD} ${record}. ${NOTHING_EXPORTED}`,
    next: lines(
      'Either let this step create the bootstrap: write `bootstrap: ensure` under its `with:`;',
      'or create it once with SST: run `sst deploy` with credentials of that account and region.',
      'If it should exist already, check that the role and the region are the ones that you deploy with.',
    ),
  };
}

/** The record is there, and what it names is not all there. */
export function broken(where: Where, record: BootstrapRecord, resources: Resources): Problem {
  const facts = [
    bucketFact('state', record.state, resources.state, where),
    bucketFact('asset', record.asset, resources.asset, where),
    repositoryFact(record, resources, where),
  ].filter(fact => fact !== undefined);
  return {
    title: 'The SST bootstrap is broken',
    what: `The SST bootstrap of ${place(where)} is broken: ${facts.join('; ')}. ${NOTHING_EXPORTED}`,
    next: wayOut(where, record, resources),
  };
}

function bucketFact(kind: string, name: string, found: BucketFound, where: Where): string | undefined {
  const bucket = name === '' ? `${RECORD} names no ${kind} bucket` : `the ${kind} bucket ${name}`;
  switch (found.is) {
    case 'present':
      return undefined;
    case 'missing':
      return name === '' ? bucket : `${bucket}, which ${RECORD} names, does not exist`;
    case 'elsewhere':
      return `${bucket} is in the region ${found.region}, not in ${where.region}`;
    case 'refused':
      return `S3 refuses ${bucket} (403): it belongs to another account than ${where.identity.account}, or the role may not ${found.permission.action} it`;
  }
}

function repositoryFact(
  record: BootstrapRecord,
  { repository }: Resources,
  where: Where,
): string | undefined {
  if (repository.is === 'elsewhere')
    return `the image repository ${record.assetEcrUrl} is of another account or region`;
  if (repository.is !== 'missing') return undefined;
  return record.assetEcrUrl === ''
    ? `${RECORD} names no image repository`
    : `the image repository ${record.assetEcrUrl} does not exist in ${where.region}`;
}

function wayOut(where: Where, record: BootstrapRecord, { state, asset }: Resources): string {
  if (state.is === 'missing') return stateGone(where, record);
  if (state.is === 'refused' || asset.is === 'refused') return refusedWayOut(where, [state, asset]);
  if (state.is === 'elsewhere') {
    return lines(
      'A record copied from another region, or credentials for the wrong one, looks like this.',
      `Deploy to ${state.region}, where the state is; or, if nothing is deployed to ${where.region} yet, start over:`,
      startOver(where),
    );
  }
  return lines(
    'Write `bootstrap: ensure` under `with:` of this step, once: it makes what is gone anew and keeps all else',
    '(both only hold copies: assets and images are uploaded by the next `sst deploy`).',
  );
}

function stateGone(where: Where, { state }: BootstrapRecord): string {
  return lines(
    "That bucket is SST's only memory of what it has deployed. It is not replaced by an empty one: SST would take",
    'everything that is deployed for not existing.',
    ...(state === ''
      ? [`To restore it, write the state bucket's name into ${RECORD} (its older values: ${history(where)}).`]
      : [
          `To restore it, create ${state} again in this account and region, copy the objects back from a backup or replica, and run the job again.`,
        ]),
    'To start over, knowing that what is deployed stays in AWS and has to be removed by hand:',
    startOver(where),
  );
}

function startOver({ region }: Where): string {
  return lines(
    `  aws ssm delete-parameter --name ${RECORD} --region ${region}`,
    'then run the job again with `bootstrap: ensure`, or `sst deploy`.',
  );
}

function refusedWayOut(where: Where, found: readonly BucketFound[]): string {
  const permissions = found.flatMap(bucket => (bucket.is === 'refused' ? [bucket.permission] : []));
  return lines(
    'If the bucket belongs to another account, these are credentials of the wrong account, or the record was copied',
    "from the right one: deploy with a role of the bucket's account, or correct the record.",
    "If it is this account's, the role's policy (or the bucket's) has to allow it:",
    ...permissions.map(permission => statementFor(permission, where)),
  );
}

/** The record cannot be read by SST: neither can it be guessed at, nor is it overwritten. */
export function unreadableRecord(where: Where, why: string): Problem {
  return {
    title: 'The SST bootstrap is broken',
    what: `SST cannot read its record ${RECORD} in ${place(where)}: ${why}. ${NOTHING_EXPORTED}`,
    next: lines(
      `Put back an older value of it; ${history(where)} shows them, and \`aws ssm put-parameter --overwrite\` writes one.`,
      'It names the bucket with the state of all that is deployed, so it is not written anew by itself.',
      'To start over, knowing that what is deployed stays in AWS and has to be removed by hand:',
      startOver(where),
    ),
  };
}

/** A SecureString. AWS does not let a parameter change its type, and deleting the record is not this step's to do. */
export function encryptedRecord(where: Where, value: string): Problem {
  const name = `--name ${RECORD} --region ${where.region}`;
  return {
    title: 'The SST bootstrap is broken',
    what: `The record ${RECORD} in ${place(where)} is a SecureString. SST reads it without decrypting it, and fails. ${NOTHING_EXPORTED}`,
    next: lines(
      'AWS cannot change the type of a parameter. Write it again as a String; it holds no secret:',
      `  aws ssm delete-parameter ${name}`,
      `  aws ssm put-parameter ${name} --type String --value ${shellQuoted(value)}`,
    ),
  };
}

/** Version below the steps that SST has. */
export function outdated(where: Where, version: number, newest: number): Problem {
  const known = `The SST bootstrap of ${place(where)} is of version ${version}; SST now has ${newest} steps.`;
  if (version === 0) {
    return {
      title: 'The next deploy would replace the state bucket',
      what: `${known} From version 0, SST makes new buckets and forgets those that the record names, with the state in them.`,
      next: 'Write `bootstrap: ensure` under `with:` of this step: it does the steps and keeps the buckets.',
    };
  }
  return {
    title: 'The SST bootstrap is outdated',
    what: `${known} The next \`sst deploy\` of a current SST completes it.`,
    next: 'Or write `bootstrap: ensure` under `with:` of this step.',
  };
}

/** The lock of a deploy stands. */
export function locked(app: string, stage: string, lock: Lock, now: Date): Problem {
  const told = [
    lock.command === undefined ? undefined : `\`sst ${lock.command}\``,
    lock.created === undefined
      ? undefined
      : `since ${lock.created.toISOString()} (${ago(lock.created, now)})`,
    lock.updateId === undefined ? undefined : `update ${lock.updateId}`,
    lock.runId === undefined ? undefined : `run ${lock.runId}`,
  ].filter(fact => fact !== undefined);
  const by = told.length > 0 ? `: ${told.join(', ')}` : ', in a form that cannot be read';
  return {
    title: `Stage ${stage} is locked`,
    what: `The stage ${stage} of ${app} is locked${by}. Until the lock is gone, \`sst deploy\` fails with "Concurrent update detected".`,
    next: `If no deploy of that stage is running, one was killed and left it: run \`sst unlock --stage ${stage}\`.`,
  };
}

/** There is a state, and nothing to decrypt it with. */
export function passphraseMissing(app: string, stage: string, where: Where): Problem {
  const name = `/sst/passphrase/${app}/${stage}`;
  return {
    title: `The passphrase of stage ${stage} is gone`,
    what: `There is a state of ${app} in stage ${stage} in ${place(where)}, but not its passphrase, the parameter ${name}. SST would make a new one and could not read the secrets in the state.`,
    next: lines(
      'Before you deploy, put the old value back as a SecureString, from a backup or the parameter of the account or region that the state was copied from:',
      `  aws ssm put-parameter --name ${name} --region ${where.region} --type SecureString --value …`,
    ),
  };
}

/** Buckets that no record names, made by this run or before. */
export function leftOver(buckets: readonly string[], where: Where): Problem {
  const one = buckets.length === 1;
  return {
    title: one ? 'A bucket that no record names' : `${buckets.length} buckets that no record names`,
    what: `${buckets.join(' and ')} in ${place(where)} ${one ? 'is' : 'are'} not what ${RECORD} names: a job that died, an \`sst\` that bootstrapped at the same time, or a bucket that took its place leaves such behind. ${one ? 'It was' : 'They were'} not removed.`,
    next: lines(
      'If a state bucket among them holds objects, something was deployed with it: look before you delete. Empty ones can go:',
      ...buckets.map(bucket => `  aws s3api delete-bucket --bucket ${bucket} --region ${where.region}`),
    ),
  };
}

/** A setting that SST makes, or AWS since 2023, and that somebody has taken back. */
export function unsafeSettings(facts: readonly string[], where: Where): Problem {
  return {
    title: 'The bootstrap buckets are not set up as SST does',
    what: `In ${place(where)}: ${facts.join('; ')}.`,
    next: 'This step does not change settings that somebody may have made on purpose. docs/bootstrap.md has the commands that put them back.',
  };
}

/** The first names are refused, and the second taken. */
export function nameTaken(bucket: string, where: Where): Problem {
  return {
    title: 'No name for the bucket',
    what: `S3 in ${place(where)} does not let the account have the bucket ${bucket}: another account owns it. ${NOTHING_EXPORTED}`,
    next: 'Run `sst deploy` once with credentials of that account and region: SST chooses a name by itself.',
  };
}

/** The parameter with the names chosen before was written over. */
export function claimUnreadable(parameter: string, where: Where): Problem {
  return {
    title: 'Names of the buckets unreadable',
    what: `The parameter ${parameter} in ${place(where)} does not hold the names of the bootstrap's buckets, which were kept there before they were created. ${NOTHING_EXPORTED}`,
    next: lines(
      'Put its first value back, or delete it and let new names be chosen:',
      `  aws ssm delete-parameter --name ${parameter} --region ${where.region}`,
    ),
  };
}

/** Somebody else wrote the record again and again. */
export function unsettled(where: Where, rounds: number): Problem {
  return {
    title: 'The SST bootstrap does not settle',
    what: `The record ${RECORD} in ${place(where)}, or what it names, changed ${rounds} times while this step was completing it. ${NOTHING_EXPORTED}`,
    next: 'Something else writes it. Run the job again when no other deploy is bootstrapping.',
  };
}

function history({ region }: Where): string {
  return `\`aws ssm get-parameter-history --name ${RECORD} --region ${region}\``;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function ago(then: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - then.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / (24 * 60))} days ago`;
}
