// A stale lock, and a second deploy that takes the stage over at any moment of the removal.
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import { type LocalGithub, startGithub } from '../../local/github/server.ts';
import { check, type Opened, open } from './account.ts';

const REGION = 'eu-west-1';
const SHOP = { app: 'shop', stage: 'production' };
const KEY = 'lock/shop/production.json';
const RUN = 'acme/shop/actions/runs/41/attempts/2';
const OTHERS = 'acme/other/actions/runs/41/attempts/2';
const STALE = 'fe5df05a7113ef70251fa144';
const FRESH = 'fe5df05a0000ef70251fa144';

let account: Opened;
let github: LocalGithub;
const before = process.env['GITHUB_API_URL'];
beforeEach(async () => {
  account = await open();
  github = await startGithub();
  process.env['GITHUB_API_URL'] = github.url;
});
afterEach(async () => {
  if (before === undefined) delete process.env['GITHUB_API_URL'];
  else process.env['GITHUB_API_URL'] = before;
  await Promise.all([account.close(), github.close()]);
});

const lockOf = (updateID: string, runID = `https://github.com/${RUN}`) =>
  JSON.stringify({ created: '2026-11-24T22:20:38Z', updateID, runID, command: 'deploy', ignore: true });

/** The state bucket of a stage that was deployed before, with that lock. */
function locked(lock: string) {
  const { state } = bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
  passphraseAsSst(account.aws, { account: ACCOUNT, region: REGION, ...SHOP });
  const bucket = account.aws.state.buckets.get(state);
  if (!bucket) throw new Error('There is no state bucket.');
  putObject(bucket, KEY, lock, 0);
  return { name: state, lock: () => bucket.objects.get(KEY)?.at(-1)?.body?.toString() };
}

const removing = { staleLock: 'remove', githubToken: 'ghs_token' } as const;

test('100 of 100: the lock of a second deploy is never removed', async () => {
  github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
  const ends = { removed: 0, left: 0 };
  for (let round = 0; round < 100; round++) {
    const { name, lock } = locked(lockOf(STALE));
    // The other deploy starts after the request to GitHub, and each request takes a different time.
    const begins = new Promise<void>(resolve => {
      github.runAttempts.onRequest = resolve;
    });
    account.aws.onRequest = () => sleep(Math.random() * 6);
    const [{ stage }] = await Promise.all([
      check(account, REGION, SHOP, removing),
      begins.then(() => sleep(Math.random() * 20)).then(() => takeOver(name)),
    ]);
    expect(lock()).toBe(lockOf(FRESH, ''));
    ends[stage?.lock === 'removed' ? 'removed' : 'left']++;
  }
  // Each side won in some rounds, so they really raced.
  expect(ends.left).toBeGreaterThan(0);
  expect(ends.removed).toBeGreaterThan(0);
}, 120_000);

/** Acts like a person who removes any lock, and then deploys (SST: read, then write). */
async function takeOver(Bucket: string): Promise<void> {
  const { keys } = account.access(REGION);
  const s3 = new S3Client({
    endpoint: account.aws.url,
    region: REGION,
    credentials: keys,
    forcePathStyle: true,
  });
  await s3.send(new GetObjectCommand({ Bucket, Key: KEY })).catch(() => {});
  await s3.send(new PutObjectCommand({ Bucket, Key: KEY, Body: lockOf(FRESH, '') }));
}

test.each([
  ['in progress', () => github.runAttempts.set(RUN, { status: 'in_progress' }), lockOf(STALE)],
  ['queued', () => github.runAttempts.set(RUN, { status: 'queued' }), lockOf(STALE)],
  ['unknown to GitHub', () => {}, lockOf(STALE)],
  ['of another repository, without permission', () => {}, lockOf(STALE, `https://github.com/${OTHERS}`)],
  [
    'that GitHub cannot be asked about',
    () =>
      void github.inject({
        action: 'GetWorkflowRunAttempt',
        times: Number.POSITIVE_INFINITY,
        answer: 'reset',
      }),
    lockOf(STALE),
  ],
])('the lock of a run %s stays in 20 of 20', async (_name, arrange, text) => {
  arrange();
  for (let round = 0; round < 20; round++) {
    const { lock } = locked(text);
    const { stage } = await check(account, REGION, SHOP, removing);
    expect(stage?.lock).toBe('held');
    expect(lock()).toBe(text);
  }
  expect(account.aws.writes()).toEqual([]);
});
