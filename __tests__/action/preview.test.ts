// A pull request's preview, with everything that the step can do at once: the first run in an empty account, the next one
// after a deploy that was killed, and two that stop. The built dist/ as a runner runs it. What can go wrong with each part
// is in the exhaustive tests of this folder.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { withAws } from '../sst/cases/case.ts';

const REGION = 'eu-west-1';
const STAGE = { region: REGION, app: 'shop', stage: 'pr-7' };
const KILLED = 'acme/shop/actions/runs/41/attempts/1';
const UPDATE = 'fe5df05a7113ef70251fa144';

let services: LocalServices;
let workspace: string;
beforeAll(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'preview-'));
});
afterAll(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

async function step(aws: string, options: RunOptions = {}): Promise<Run> {
  await writeFile(path.join(workspace, 'sst.config.ts'), withAws(aws));
  return runAction({
    with: {
      'aws-region': REGION,
      'role-to-assume': services.role.arn,
      stage: 'auto',
      bootstrap: 'ensure',
      'stale-lock': 'remove',
      comment: 'true',
      'github-token': 'ghs_a1b2c3d4e5f6',
    },
    workspace,
    job: { event: 'pull_request' },
    env: services.env,
    ...options,
  });
}

const titles = (run: Run, level: string) =>
  run.annotations.filter(one => one.level === level).map(({ title }) => title);

/** The one row of the one comment. */
function row(): string | undefined {
  expect(services.github.comments.all).toHaveLength(1);
  return services.github.comments.all[0]?.body.split('\n').find(line => /^\| [✅❌]/u.test(line));
}

test('one preview, from an empty account to a job that is cancelled', async () => {
  const first = await step('{}');
  expect([first.exitCode, titles(first, 'error'), first.refused, first.stderr]).toEqual([0, [], [], '']);
  expect(first.outputs).toMatchObject({
    stage: 'pr-7',
    'bootstrap-status': 'created',
    'stage-exists': 'false',
  });
  expect(first.exported).toMatchObject({
    AWS_REGION: REGION,
    SST_STAGE: 'pr-7',
    SST_RUN_ID: expect.stringContaining('/actions/runs/'),
    AWS_SESSION_TOKEN: expect.any(String),
  });
  const masked = first.masks.map(({ value }) => value);
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    expect(masked).toContain(first.exported[name]);
  expect(row()).toContain('| ✅ ready | `shop` | `pr-7`');
  const post = await runPost(first);
  expect(post.exported).toMatchObject({ AWS_SESSION_TOKEN: '', SST_RUN_ID: '' });

  // The deploy after it was killed: its lock is there.
  const bucket = services.aws.state.buckets.get(first.outputs['state-bucket'] ?? '');
  if (!bucket) throw new Error('There is no state bucket.');
  passphraseAsSst(services.aws, { account: services.account, ...STAGE });
  const runID = `https://github.com/${KILLED}`;
  const update = {
    id: UPDATE,
    runID,
    version: '4.17.1',
    command: 'deploy',
    timeStarted: '2026-11-24T22:20:38Z',
  };
  const lock = { created: update.timeStarted, updateID: UPDATE, runID, command: 'deploy', ignore: true };
  putObject(bucket, 'app/shop/pr-7.json', '{"version":3}', 0);
  putObject(bucket, `update/shop/pr-7/${UPDATE}.json`, JSON.stringify(update), 0);
  putObject(bucket, 'lock/shop/pr-7.json', JSON.stringify(lock), 0);
  services.github.runAttempts.set(KILLED, { status: 'completed', conclusion: 'cancelled' });
  const second = await step('{}');
  expect([second.exitCode, titles(second, 'error')]).toEqual([0, []]);
  expect(second.outputs).toMatchObject({
    'bootstrap-status': 'ready',
    'stage-exists': 'true',
    'locked-by': '',
  });
  expect(titles(second, 'warning')).toEqual(['The stale lock of stage pr-7 was removed']);
  expect(bucket.objects.get('lock/shop/pr-7.json')?.at(-1)?.body).toBeUndefined();
  expect(row()).toContain('| ✅ ready |');

  const third = await step('{ profile: "acme" }');
  expect([third.exitCode, titles(third, 'error'), third.exported]).toEqual([
    1,
    ['A profile overrides the credentials'],
    {},
  ]);
  expect(row()).toContain('| ❌');

  services.aws.inject({ action: 'GetParameters', answer: 'timeout', times: Number.POSITIVE_INFINITY });
  const last = await step('{}', {
    onStart: child => {
      services.aws.onRequest = ({ action }) => void (action === 'GetParameters' && child.kill('SIGTERM'));
    },
  });
  expect([last.exitCode, titles(last, 'error'), last.exported]).toEqual([1, ['The job was cancelled'], {}]);
});
