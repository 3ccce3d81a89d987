// The stage in the step: `stage: auto`, SST_RUN_ID, and the checks.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import type { Bucket } from '../../local/aws/state.ts';
import type { Job } from '../../local/github/claims.ts';
import { type Run, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const CONFIG = `export default $config({
  app: () => ({ name: 'shop', home: 'aws', providers: { aws: {} } }),
  async run() {},
});
`;

let services: LocalServices;
let workspace: string;
beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'stage-'));
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'sst.config.ts'), CONFIG);
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

interface StepOptions {
  readonly with?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly job?: Partial<Job>;
  readonly event?: Record<string, unknown>;
}

function step({ with: inputs = {}, env = {}, job = {}, event }: StepOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': services.role.arn, stage: 'auto', ...inputs },
    workspace,
    env: { ...services.env, ...env },
    job,
    ...(event ? { event } : {}),
  });
}

const errors = (run: Run) => run.annotations.filter(({ level }) => level === 'error');

describe('stage: auto', () => {
  beforeEach(() => void bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' }));

  test.each([
    ['a pull request', { event: 'pull_request' }, 'pr-7'],
    ['a branch', { event: 'push', ref: 'refs/heads/feature/Login_2' }, 'feature-login-2'],
    ['a tag', { event: 'release', ref: 'refs/tags/v1.0' }, 'v1-0'],
  ] as const)('%s', async (_name, job, stage) => {
    const run = await step({ job });
    expect(errors(run)).toEqual([]);
    expect(run.outputs['stage']).toBe(stage);
    expect(run.exported['SST_STAGE']).toBe(stage);
    expect(run.log).toContain(`Stage: ${stage} (from the event)`);
    expect(run.summary).toContain(`- Stage: \`${stage}\` (from the event)`);
  });

  test.each([
    ['deployment', '', {}],
    ['pull_request_target', 'refs/heads/main', undefined],
  ])('an event without a stage (%s) is refused before the first request', async (event, ref, payload) => {
    const run = await step({
      job: { event, ref },
      ...(payload ? { event: payload } : { env: { GITHUB_EVENT_PATH: '/nowhere' } }),
    });
    expect(run.exitCode).toBe(1);
    expect(errors(run)).toHaveLength(1);
    expect(errors(run)[0]).toMatchObject({ title: 'Input stage is not valid' });
    expect(errors(run)[0]?.message).toContain(
      `because the ${payload ? '' : 'payload of the '}event ${event}`,
    );
    expect(services.aws.requests).toEqual([]);
    expect(services.github.requests).toEqual([]);
  });
});

describe('SST_RUN_ID', () => {
  const url = 'https://github.com/acme/shop/actions/runs/17000000001/attempts/1';

  test('is exported, and blanked by the post step', async () => {
    bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' });
    const run = await step();
    expect(run.exported['SST_RUN_ID']).toBe(url);
    expect((await runPost(run)).exported['SST_RUN_ID']).toBe('');
  });

  test('one that the job has set stays', async () => {
    bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' });
    const run = await step({ env: { SST_RUN_ID: 'build-12' } });
    expect(errors(run)).toEqual([]);
    expect(run.exported).not.toHaveProperty('SST_RUN_ID');
    expect((await runPost(run)).exported).not.toHaveProperty('SST_RUN_ID');
  });

  test('app() sees it as the deploy will', async () => {
    bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' });
    const config = CONFIG.replace(
      "name: 'shop'",
      "name: process.env.SST_RUN_ID?.endsWith('/1') ? 'one' : 'none'",
    );
    await writeFile(path.join(workspace, 'sst.config.ts'), config);
    expect((await step()).outputs['app']).toBe('one');
    expect((await step({ env: { SST_RUN_ID: 'x' } })).outputs['app']).toBe('none');
  });

  test('a step that fails has not exported it', async () => {
    const run = await step();
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({});
  });
});

/** The state bucket of an account in which the stage was deployed before. */
function deployed(): Bucket {
  const { state } = bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' });
  passphraseAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1', app: 'shop', stage: 'production' });
  const bucket = services.aws.state.buckets.get(state);
  if (!bucket) throw new Error('There is no state bucket.');
  putObject(bucket, 'app/shop/production.json', '{"version":3}', Date.now());
  return bucket;
}

const MINUTE = 60_000;
const RUN = 'acme/shop/actions/runs/41/attempts/2';
const RUN_URL = `https://github.com/${RUN}`;

/** An update ID of SST 4 for that time. */
function updateId(started: number): string {
  return `${(2 ** 48 - 1 - started).toString(16).padStart(12, '0')}0011223344aa`;
}

/** Adds an update with this age and duration, or one that never ended. @returns its ID. */
function updateAsSst(bucket: Bucket, agoMs: number, tookMs?: number): string {
  const started = Date.now() - agoMs;
  const id = updateId(started);
  const record = {
    id,
    runID: RUN_URL,
    version: '4.17.1',
    command: 'deploy',
    errors: null,
    timeStarted: new Date(started).toISOString(),
    ...(tookMs === undefined ? {} : { timeCompleted: new Date(started + tookMs).toISOString() }),
  };
  putObject(bucket, `update/shop/production/${id}.json`, JSON.stringify(record), started + (tookMs ?? 300));
  return id;
}

/** Adds the lock of a deploy that was killed 2 hours ago. */
function lockAsSst(bucket: Bucket, runID = RUN_URL): string {
  const updateID = updateAsSst(bucket, 120 * MINUTE);
  const created = new Date(Date.now() - 120 * MINUTE).toISOString();
  const lock = JSON.stringify({ created, updateID, runID, command: 'deploy', ignore: true });
  putObject(bucket, 'lock/shop/production.json', lock, Date.now());
  return updateID;
}

const isLocked = (bucket: Bucket) =>
  bucket.objects.get('lock/shop/production.json')?.at(-1)?.body !== undefined;
const warnings = (run: Run) => run.annotations.filter(({ level }) => level === 'warning');
const production = { stage: 'production' };
const removing = { ...production, 'stale-lock': 'remove', 'github-token': 'ghs_token' };

describe('requests', () => {
  const requests = () => services.aws.requests.map(({ action }) => action);

  test.each([
    ['deployed before', () => void deployed(), 'GetObject', 'true'],
    [
      'new',
      () => void bootstrapAsSst(services.aws, { account: ACCOUNT, region: 'us-east-1' }),
      'ListObjectsV2',
      'false',
    ],
  ])(
    'a stage that was %s: one more beside the others, and none after them',
    async (_name, arrange, look, exists) => {
      arrange();
      services.aws.latency = 30;
      const run = await step({ with: production });
      expect(run.outputs['stage-exists']).toBe(exists);
      expect(requests().slice(0, 2)).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);
      expect(requests().slice(2).sort()).toEqual(
        ['DescribeRepositories', 'HeadBucket', 'ListObjectsV2', look].sort(),
      );
      // The last four requests are all sent before the first of them is answered.
      const last = services.aws.requests.slice(2);
      expect(Math.max(...last.map(({ arrived }) => arrived))).toBeLessThan(
        Math.min(...last.map(({ answered = 0 }) => answered)),
      );
    },
  );

  test('`bootstrap: skip` makes none of them', async () => {
    lockAsSst(deployed());
    const run = await step({ with: { ...removing, bootstrap: 'skip' } });
    expect(run.exitCode).toBe(0);
    expect(requests()).toEqual(['AssumeRoleWithWebIdentity']);
    expect(services.github.requests.filter(({ service }) => service === 'api')).toEqual([]);
    expect(run.outputs).toMatchObject({ 'stage-exists': '', 'locked-by': '' });
    expect(run.summary).toContain('**Stage**: not checked');
  });
});

describe('a lock', () => {
  test('names the run that holds it', async () => {
    lockAsSst(deployed());
    const run = await step({ with: production });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ 'locked-by': RUN_URL, 'stage-exists': 'true' });
    expect(warnings(run).map(({ title }) => title)).toEqual(['Stage production is locked']);
    expect(warnings(run)[0]?.message).toContain(`run ${RUN_URL}`);
    expect(warnings(run)[0]?.message).toContain('sst unlock --stage production');
    expect(run.summary).toContain('**Stage**: deployed before; locked');
    expect(services.github.requests.filter(({ service }) => service === 'api')).toEqual([]);
  });

  test('of a run that is still running', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, { status: 'in_progress' });
    const run = await step({ with: removing });
    expect(isLocked(bucket)).toBe(true);
    expect(warnings(run)[0]?.message).toContain('GitHub says that this run is still running (in_progress)');
    expect(warnings(run)[0]?.message).toContain('concurrency');
  });

  test('of a run that was cancelled: stale, and reported', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    const updated = new Date(Date.now() - 115 * MINUTE);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled', updated });
    const run = await step({ with: { ...production, 'github-token': 'ghs_token' } });
    expect(isLocked(bucket)).toBe(true);
    expect(warnings(run)[0]?.message).toContain('completed (cancelled 1 h 55 min ago)');
    expect(warnings(run)[0]?.message).toContain('stale-lock: remove');
    expect(run.masks.map(({ value }) => value)).toContain('ghs_token');
    expect(services.aws.writes()).toEqual([]);
  });

  test('is removed as `sst unlock` does, if its run is completed', async () => {
    const bucket = deployed();
    const id = lockAsSst(bucket);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    const run = await step({ with: removing });
    expect(run.exitCode).toBe(0);
    expect(isLocked(bucket)).toBe(false);
    expect(run.outputs['locked-by']).toBe('');
    expect(run.summary).toContain('**Stage**: deployed before; stale lock removed');
    expect(warnings(run).map(({ title }) => title)).toEqual([
      'The stale lock of stage production was removed',
    ]);
    expect(warnings(run)[0]?.message).toContain('sst refresh --stage production');
    const text = bucket.objects.get(`update/shop/production/${id}.json`)?.at(-1)?.body?.toString() ?? '';
    expect(text.replace(/"timeCompleted":"[^"]+"/, '"timeCompleted":"…"')).toBe(
      `{"id":"${id}","runID":"${RUN_URL}","version":"4.17.1","command":"deploy","errors":[{"urn":"","message":"Update did not complete and was force unlocked with the \`sst unlock\` command"}],"timeStarted":"","timeCompleted":"…"}`,
    );
    expect(services.aws.writes()).toEqual(['s3:PutObject', 's3:DeleteObject']);
  });

  test.each([
    ['without a token', { runID: RUN_URL, with: { 'github-token': '' } }, 'needs `github-token`'],
    ['of another system', { runID: 'build-12', with: {} }, 'does not name a run of this GitHub server'],
    ['without a run ID', { runID: '', with: {} }, 'does not name a run of this GitHub server'],
    [
      'of another GitHub server',
      { runID: `https://git.acme/${RUN}`, with: {} },
      'does not name a run of this GitHub server',
    ],
    [
      'of a run that the token cannot see',
      { runID: 'https://github.com/acme/other/actions/runs/41/attempts/2', with: {} },
      'GitHub answered HTTP 404: `github-token` needs `actions: read`',
    ],
  ])('%s stays', async (_name, { runID, with: inputs }, reason) => {
    const bucket = deployed();
    lockAsSst(bucket, runID);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    const run = await step({ with: { ...removing, ...inputs } });
    expect(run.exitCode).toBe(0);
    expect(isLocked(bucket)).toBe(true);
    expect(services.aws.writes()).toEqual([]);
    expect(warnings(run)[0]?.message).toContain(reason);
  });

  test('stays if GitHub cannot be asked', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    for (const answer of ['reset', { status: 502, code: 'x', message: 'Bad Gateway' }] as const) {
      services.github.inject({ action: 'GetWorkflowRunAttempt', times: 2, answer });
      const run = await step({ with: removing });
      expect(run.exitCode).toBe(0);
      expect(warnings(run)[0]?.message).toMatch(/not known: GitHub (did not answer|answered HTTP 502)/);
    }
    services.github.runAttempts.blind.add('ghs_blind');
    const run = await step({ with: { ...removing, 'github-token': 'ghs_blind' } });
    expect(warnings(run)[0]?.message).toContain('HTTP 403');
    expect(isLocked(bucket)).toBe(true);
    expect(services.aws.writes()).toEqual([]);
  });

  test('a role that is not allowed to remove it keeps it, and the step goes on', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    services.role.policies = [
      { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
      { Statement: { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' } },
    ];
    const run = await step({ with: removing });
    expect(run.exitCode).toBe(0);
    expect(isLocked(bucket)).toBe(true);
    expect(warnings(run)[0]?.message).toContain('could not remove it (s3:DeleteObject)');
  });

  test.each([
    ['while GitHub is asked', 'GetWorkflowRunAttempt'],
    ['while it is read again', 'GetObject'],
    ['while the update is marked', 'PutObject'],
    ['just before it is removed', 'DeleteObject'],
  ])('that another deploy takes over %s stays', async (_name, moment) => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    const other = JSON.stringify({
      created: new Date().toISOString(),
      updateID: updateId(Date.now()),
      runID: '',
      command: 'deploy',
      ignore: true,
    });
    const takeOver = () => void putObject(bucket, 'lock/shop/production.json', other, Date.now());
    let reads = 0;
    services.aws.onRequest = ({ action, params }) => {
      if (action !== moment) return;
      if (action === 'GetObject' && !(params['Key'] === 'lock/shop/production.json' && ++reads === 2)) return;
      takeOver();
    };
    if (moment === 'GetWorkflowRunAttempt') services.github.runAttempts.onRequest = takeOver;
    const run = await step({ with: removing });
    expect(bucket.objects.get('lock/shop/production.json')?.at(-1)?.body?.toString()).toBe(other);
    expect(warnings(run)[0]?.message).toContain('another deploy has begun');
  });
});

/** Puts a lock there with this body. */
const lockWith = (bucket: Bucket, body: Buffer | string) =>
  putObject(bucket, 'lock/shop/production.json', body, Date.now());

describe('a lock that is not as usual', () => {
  const completed = { status: 'completed', conclusion: 'cancelled' } as const;

  test("of this run's first attempt is removed in the second one", async () => {
    const bucket = deployed();
    const own = 'acme/shop/actions/runs/17000000001/attempts/1';
    lockAsSst(bucket, `https://github.com/${own}`);
    services.github.runAttempts.set(own, completed);
    const run = await step({ with: removing, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect([run.exitCode, isLocked(bucket), run.outputs['locked-by']]).toEqual([0, false, '']);
  });

  test("of this run's own attempt stays, and the advice is not to wait for this run", async () => {
    const bucket = deployed();
    const own = 'acme/shop/actions/runs/17000000001/attempts/1';
    lockAsSst(bucket, `https://github.com/${own}`);
    services.github.runAttempts.set(own, { status: 'in_progress' });
    const run = await step({ with: removing });
    expect([run.exitCode, isLocked(bucket)]).toEqual([0, true]);
    expect(warnings(run)[0]?.message).toContain('That is this run');
    expect(warnings(run)[0]?.message).not.toContain('Wait until that run has ended');
  });

  test.each([
    ['JSON that is broken', '{"created":"2026-'],
    ['no JSON object', '[1]'],
    ['gzip that is broken', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['gzip of a text without end', gzipSync(Buffer.alloc(50_000_000, ' '))],
    ['5 MB of something', 'x'.repeat(5_000_000)],
    ['an empty object', ''],
  ])('%s counts as a lock, and stays', async (_name, body) => {
    const bucket = deployed();
    lockWith(bucket, body);
    const run = await step({ with: removing });
    expect([run.exitCode, errors(run), isLocked(bucket)]).toEqual([0, [], true]);
    expect(run.outputs['locked-by']).toBe('unknown');
    expect(services.aws.writes()).toEqual([]);
    expect(services.github.requests.filter(({ service }) => service === 'api')).toEqual([]);
  });

  test.each([
    'https://github.com/acme/shop/actions/runs/41/attempts/2/../../42',
    'https://github.com/acme/shop/actions/runs/41/attempts/2?x=1',
    'https://github.com/../shop/actions/runs/41/attempts/2',
    'https://github.com@evil.example/acme/shop/actions/runs/41/attempts/2',
    'https://github.com/acme/shop/actions/runs/41',
    'https://github.com/acme/shop/actions/runs/41/attempts/0',
    'HTTPS://GITHUB.COM/acme/shop/actions/runs/41/attempts/2',
    `https://github.com/acme/shop/actions/runs/41/attempts/2\n::error::x`,
  ])('with the run ID %j: GitHub is not asked', async runID => {
    const bucket = deployed();
    lockAsSst(bucket, runID);
    services.github.runAttempts.set(RUN, completed);
    const run = await step({ with: removing });
    expect([run.exitCode, errors(run), isLocked(bucket)]).toEqual([0, [], true]);
    expect(services.github.requests.filter(({ service }) => service === 'api')).toEqual([]);
  });

  test.each([
    ['another run', { id: 42, run_attempt: 2, status: 'completed' }],
    ['another attempt', { id: 41, run_attempt: 1, status: 'completed' }],
    ['no status', { id: 41, run_attempt: 2, conclusion: 'cancelled' }],
    ['a list', []],
    ['nothing', null],
  ])('GitHub answers with %s: stays', async (_name, body) => {
    const bucket = deployed();
    lockAsSst(bucket);
    const answer = { status: 200, code: '', message: '', body: JSON.stringify(body) };
    services.github.inject({ action: 'GetWorkflowRunAttempt', answer, times: 3 });
    const run = await step({ with: removing });
    expect([run.exitCode, isLocked(bucket)]).toEqual([0, true]);
    expect(warnings(run)[0]?.message).toContain('GitHub answered with something else');
  });

  test('GitHub never answers: stays, and the step goes on', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.inject({ action: 'GetWorkflowRunAttempt', answer: 'timeout', times: 9 });
    const run = await step({ with: removing });
    expect([run.exitCode, isLocked(bucket)]).toEqual([0, true]);
    expect(warnings(run)[0]?.message).toContain('not known: GitHub did not answer');
  });

  test.each([
    ['bootstrap: skip', { bootstrap: 'skip' }],
    ['no project', { 'working-directory': 'empty' }],
  ])('`stale-lock: remove` with %s: a notice says that no lock was looked for', async (_name, inputs) => {
    const bucket = deployed();
    await mkdir(path.join(workspace, 'empty'));
    if ('working-directory' in inputs) await rm(path.join(workspace, 'sst.config.ts'));
    lockAsSst(bucket);
    const run = await step({ with: { ...removing, ...inputs } });
    expect([run.exitCode, isLocked(bucket), run.outputs['locked-by']]).toEqual([0, true, '']);
    expect(run.annotations.map(({ title }) => title)).toContain('The lock was not checked');
  });

  test('in a bucket that the role is not allowed to read: not checked, and stays', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, completed);
    services.role.policies = [
      { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
      { Statement: { Effect: 'Deny', Action: ['s3:GetObject'], Resource: '*' } },
    ];
    const run = await step({ with: removing });
    expect([run.exitCode, isLocked(bucket), run.outputs['locked-by']]).toEqual([0, true, '']);
    expect(run.summary).toContain('lock not checked (s3:GetObject)');
    expect(run.annotations.map(({ title }) => title)).toContain('Not checked: lock');
    expect(services.aws.writes()).toEqual([]);
  });

  test('an answer without ETag: the lock cannot be removed on condition, and stays', async () => {
    const bucket = deployed();
    lockAsSst(bucket);
    services.github.runAttempts.set(RUN, completed);
    const body = bucket.objects.get('lock/shop/production.json')?.at(-1)?.body ?? '';
    const answer = { status: 200, code: '', message: '', body, headers: { 'x-amz-request-id': 'A' } };
    const when = ({ params }: { params: Record<string, unknown> }) =>
      params['Key'] === 'lock/shop/production.json';
    services.aws.inject({ action: 'GetObject', when, answer, times: Number.POSITIVE_INFINITY });
    const run = await step({ with: removing });
    expect([run.exitCode, isLocked(bucket)]).toEqual([0, true]);
    expect(services.aws.writes()).toEqual([]);
  });
});

describe('the last updates', () => {
  test('their durations', async () => {
    const bucket = deployed();
    for (const [at, minutes] of [4, 6, 5].entries())
      updateAsSst(bucket, (at + 1) * 100 * MINUTE, minutes * MINUTE);
    const run = await step({ with: production });
    expect(warnings(run)).toEqual([]);
    expect(run.summary).toContain('the last 3 updates took 5 min (median), at most 6 min');
    expect(services.aws.requests.map(({ action }) => action)).toHaveLength(6);
  });

  test('one that was cut off', async () => {
    const bucket = deployed();
    updateAsSst(bucket, 200 * MINUTE, 5 * MINUTE);
    updateAsSst(bucket, 100 * MINUTE);
    const run = await step({ with: production });
    expect(warnings(run).map(({ title }) => title)).toEqual([
      'The last deploy of stage production was cut off',
    ]);
    expect(warnings(run)[0]?.message).toContain('`sst deploy`');
    expect(warnings(run)[0]?.message).toContain('sst refresh --stage production');
    expect(run.summary).toContain('the last update was cut off');
  });

  test('of two thousand, the newest ten count, in one request', async () => {
    const bucket = deployed();
    for (let n = 0; n < 2000; n++) updateAsSst(bucket, (n + 1) * 60 * MINUTE, (n < 10 ? 5 : 50) * MINUTE);
    const run = await step({ with: production });
    expect(run.summary).toContain('the last 10 updates took 5 min (median), at most 5 min');
    expect(services.aws.requests.filter(({ action }) => action === 'ListObjectsV2')).toHaveLength(1);
  });

  test.each([{ version: 5 }, { version: { of: 'a later SST' } }, { version: null, later: [1, 2] }])(
    'a record with the unknown field %j is judged all the same',
    async more => {
      const bucket = deployed();
      const id = updateId(Date.now() - 60 * MINUTE);
      const record = { id, command: 'deploy', timeStarted: 'x', ...more };
      putObject(
        bucket,
        `update/shop/production/${id}.json`,
        JSON.stringify(record),
        Date.now() - 60 * MINUTE,
      );
      const run = await step({ with: production });
      expect(run.exitCode).toBe(0);
      expect(warnings(run).map(({ title }) => title)).toEqual([
        'The last deploy of stage production was cut off',
      ]);
    },
  );

  test('a stage in other letters is another stage', async () => {
    lockAsSst(deployed());
    const run = await step({ with: { ...removing, stage: 'Production', 'new-stage': 'fail' } });
    expect([run.exitCode, run.outputs['stage-exists'], run.outputs['locked-by']]).toEqual([1, 'false', '']);
    expect(errors(run)[0]?.message).toContain('the closest name first: production');
  });

  test('one that ended within seconds', async () => {
    const bucket = deployed();
    updateAsSst(bucket, 100 * MINUTE, 4000);
    const run = await step({ with: production });
    expect(warnings(run)).toEqual([]);
  });

  test('longer than the session lasts', async () => {
    const bucket = deployed();
    updateAsSst(bucket, 300 * MINUTE, 70 * MINUTE);
    const run = await step({ with: production });
    expect(warnings(run).map(({ title }) => title)).toEqual(['The session might end before the deploy']);
    expect(warnings(run)[0]?.message).toContain('`role-duration-seconds: 5400`');
    expect(warnings(run)[0]?.message).toContain('--max-session-duration 5400');
    const longer = await step({ with: { ...production, 'role-duration-seconds': '3600' } });
    expect(warnings(longer)).toHaveLength(1);
  });

  test('one that was unlocked by force does not say how long a deploy takes', async () => {
    const bucket = deployed();
    updateAsSst(bucket, 500 * MINUTE, 5 * MINUTE);
    const id = updateAsSst(bucket, 300 * MINUTE, 200 * MINUTE);
    const record = JSON.stringify({
      id,
      version: '4.17.1',
      command: 'deploy',
      errors: [
        { urn: '', message: 'Update did not complete and was force unlocked with the `sst unlock` command' },
      ],
      timeStarted: '',
      timeCompleted: new Date().toISOString(),
    });
    putObject(bucket, `update/shop/production/${id}.json`, record, Date.now() - 100 * MINUTE);
    const run = await step({ with: production });
    expect(warnings(run)).toEqual([]);
    expect(run.summary).toContain('the last update took 5 min');
  });
});

describe('new-stage: fail', () => {
  test('stops for a stage that was never deployed, exports nothing, and names the closest', async () => {
    deployed();
    const run = await step({ with: { stage: 'prodution', 'new-stage': 'fail' } });
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({});
    expect(run.outputs['stage-exists']).toBe('false');
    expect(errors(run).map(({ title }) => title)).toEqual(['The stage prodution is new']);
    expect(errors(run)[0]?.message).toContain('the closest name first: production');
  });

  test('passes for one that was', async () => {
    deployed();
    const run = await step({ with: { ...production, 'new-stage': 'fail' } });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['stage-exists']).toBe('true');
  });

  test('together with `bootstrap: skip` it is refused before the first request', async () => {
    const run = await step({ with: { ...production, 'new-stage': 'fail', bootstrap: 'skip' } });
    expect(errors(run)[0]?.message).toContain('Input `new-stage` is "fail"');
    expect(services.aws.requests).toEqual([]);
    expect(services.github.requests).toEqual([]);
  });
});
