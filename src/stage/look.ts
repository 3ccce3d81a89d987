import { orRefused, Refused } from '../aws/errors.ts';
import type { S3 } from '../aws/s3.ts';
import type { AppStage, Passphrase, StageSeen } from './stage.ts';
import { updateOf } from './updates.ts';

/** How many updates are listed: ten durations, some that were cut off, and the objects of other tools. */
const UPDATES = 25;

/** How many stages of an app are listed: as many as S3 lists in one request. */
const STAGES = 1000;

/** What looks at a stage while the bootstrap is looked at, in the same requests as far as possible. */
export function stageLook({ app, stage }: AppStage, s3: S3) {
  const readLock = (bucket: string) => orRefused(s3.read(bucket, `lock/${app}/${stage}.json`));

  /** The stages of the app that have a state; this stage is among them if it has one, however many there are. */
  async function listStages(bucket: string) {
    const folder = `app/${app}/`;
    const { objects: found, more, bucket: is } = await s3.list(bucket, folder, STAGES);
    const names = found.flatMap(({ key }) => /^([\w-]+)\.json$/.exec(key.slice(folder.length))?.[1] ?? []);
    const isCut = more && !names.includes(stage);
    const own = isCut ? (await s3.list(bucket, `${folder}${stage}.json`, 1)).objects : [];
    return { bucket: is, names: own.length > 0 ? [...names, stage] : names };
  }

  /**
   * Looks at the stage in one round trip: its lock, its last updates, and, unless its passphrase is there, the stages of the
   * app. Only a stage that has lost its passphrase takes one round trip more.
   *
   * @returns what was seen of the stage, and of the state bucket.
   */
  async function look(name: string, passphrase: Passphrase) {
    const [lockFirst, listed, stages] = await Promise.all([
      // Every deploy makes a passphrase: without one, the lock is read below if anything else was left.
      passphrase === 'absent' ? undefined : readLock(name),
      orRefused(s3.list(name, `update/${app}/${stage}/`, UPDATES)),
      passphrase === 'present' ? undefined : orRefused(listStages(name)),
    ]);
    const updates =
      listed instanceof Refused
        ? listed
        : listed.objects.flatMap(({ key, modified }) => updateOf(key, modified) ?? []);
    const names = stages instanceof Refused ? stages : (stages?.names ?? []);
    const isTrace =
      updates instanceof Refused || updates.length > 0 || names instanceof Refused || names.includes(stage);
    const lock = lockFirst ?? (isTrace ? await readLock(name) : undefined);
    // If every request was refused, S3 might still name the bucket's region.
    const [bucket = await s3.find(name)] = [lock, listed, stages].flatMap(answer =>
      answer instanceof Refused ? [] : (answer?.bucket ?? []),
    );
    const seen: StageSeen = {
      ...{ app, stage, bucket: name, passphrase, updates, stages: names },
      lock: lock instanceof Refused ? lock : lock?.object,
    };
    return { bucket, seen };
  }

  /** `parameter`: the passphrase's, which is read together with the bootstrap's record. */
  return { app, stage, parameter: `/sst/passphrase/${app}/${stage}`, look };
}
