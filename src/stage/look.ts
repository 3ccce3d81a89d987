import type { Access } from '../aws/access.ts';
import { Refused } from '../aws/errors.ts';
import { type Objects, openObjects } from '../aws/objects.ts';
import type { BucketFound } from '../aws/s3.ts';
import type { AppStage, Passphrase, StageSeen } from './stage.ts';
import { type Update, updateOf } from './updates.ts';

/** What looks at a stage while the bootstrap is looked at, in the same requests as far as possible. */
export interface StageLook extends AppStage {
  /** The passphrase's parameter, read together with the bootstrap's record. */
  readonly parameter: string;
  /** Looks into the state bucket, and learns about the bucket itself. */
  look(
    bucket: string,
    passphrase: Passphrase,
  ): Promise<{ readonly bucket: BucketFound; readonly seen: StageSeen }>;
}

/** How many updates are listed: ten durations, some that were cut off, and the objects of other tools. */
const UPDATES = 25;

/** How many stages of an app are listed: as many as S3 lists in one request. */
const STAGES = 1000;

/**
 * Looks at the stage in one round trip: its lock, its last updates, and, unless its passphrase is there, the stages of the
 * app. Only a stage that has lost its passphrase takes one round trip more.
 *
 * @param find looks at the bucket alone, if none of these requests could tell about it.
 */
export async function stageLook(
  { app, stage }: AppStage,
  access: Access,
  find: (bucket: string) => Promise<BucketFound>,
): Promise<StageLook> {
  const objects = await openObjects(access);
  const lockOf = (bucket: string) => attempt(objects.read(bucket, `lock/${app}/${stage}.json`));
  const updatesOf = (bucket: string) => attempt(objects.list(bucket, `update/${app}/${stage}/`, UPDATES));
  const stagesOf = (bucket: string) => attempt(listStages(objects, bucket, { app, stage }));
  return {
    app,
    stage,
    parameter: `/sst/passphrase/${app}/${stage}`,
    async look(bucket, passphrase) {
      const [lockFirst, updates, stages] = await Promise.all([
        // Every deploy makes a passphrase: without one, the lock is read below if anything else was left.
        passphrase === 'absent' ? undefined : lockOf(bucket),
        updatesOf(bucket),
        passphrase === 'present' ? undefined : stagesOf(bucket),
      ]);
      const lock = lockFirst ?? (leftBehind(updates, stages, stage) ? await lockOf(bucket) : undefined);
      const answered = [lock, updates, stages].find(isAnswer);
      return {
        // If every request was refused, S3 might still name the bucket's region.
        bucket: answered?.bucket ?? (await find(bucket)),
        seen: { app, stage, bucket, passphrase, ...contents(lock, updates, stages) },
      };
    },
  };
}

function contents(
  lock: Answer<Read> | undefined,
  updates: Answer<Listed>,
  stages: Answer<Stages> | undefined,
): Pick<StageSeen, 'lock' | 'updates' | 'stages'> {
  return {
    lock: isAnswer(lock) ? lock.object : lock,
    updates: isAnswer(updates) ? updatesIn(updates.objects) : updates,
    ...(stages ? { stages: isAnswer(stages) ? stages.names : stages } : {}),
  };
}

/** Whether there is a trace of a deploy, or might be. */
function leftBehind(updates: Answer<Listed>, stages: Answer<Stages> | undefined, stage: string): boolean {
  if (updates instanceof Refused || stages instanceof Refused) return true;
  return updates.objects.length > 0 || (stages?.names.includes(stage) ?? false);
}

function updatesIn(objects: Listed['objects']): Update[] {
  return objects.flatMap(({ key, modified }) => updateOf(key, modified) ?? []);
}

type Answer<T> = T | Refused;

function isAnswer<T extends object>(answer: Answer<T> | undefined): answer is T {
  return answer !== undefined && !(answer instanceof Refused);
}

type Read = Awaited<ReturnType<Objects['read']>>;
type Listed = Awaited<ReturnType<Objects['list']>>;

interface Stages {
  readonly bucket: BucketFound;
  readonly names: readonly string[];
}

/** The stages of the app that have a state; this stage is among them if it has one, however many there are. */
async function listStages(objects: Objects, bucket: string, { app, stage }: AppStage): Promise<Stages> {
  const folder = `app/${app}/`;
  const listed = await objects.list(bucket, folder, STAGES);
  const names = listed.objects.flatMap(
    ({ key }) => /^([\w-]+)\.json$/.exec(key.slice(folder.length))?.[1] ?? [],
  );
  if (!listed.more || names.includes(stage)) return { bucket: listed.bucket, names };
  const own = await objects.list(bucket, `${folder}${stage}.json`, 1);
  return { bucket: listed.bucket, names: own.objects.length > 0 ? [...names, stage] : names };
}

/** The answer, or the refusal as a value. @throws what is no answer of S3's, such as an abort. */
async function attempt<T>(request: Promise<T>): Promise<Answer<T>> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
