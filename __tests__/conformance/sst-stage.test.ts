// The stage, with the action and the real SST CLI: locks and updates that SST wrote, and a lock that the action
// removes.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ACCOUNT } from '../../local/aws/server.ts';
import type { Bucket } from '../../local/aws/state.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { parseUpdate } from '../../src/stage/records.ts';
import { startOf } from '../../src/stage/updates.ts';
import { openSst, type Sst, type SstProject, type SstRun } from './sst-cli.ts';
import { type TlsFront, tlsFront } from './tls-front.ts';

const REGION = 'us-east-1';
const RUN = 'acme/shop/actions/runs/41/attempts/2';
const RUN_URL = `https://github.com/${RUN}`;
const LOCK = 'lock/shop/production.json';
const config = (state = '') => `export default $config({
  app: () => ({ name: 'shop', home: 'aws'${state} }),
  async run() {},
});
`;

let sst: Sst;
let services: LocalServices;
let project: SstProject;
let front: TlsFront | undefined;
let folder: string;
beforeAll(async () => {
  sst = await openSst();
});
afterAll(() => sst?.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sst-stage-'));
  services = await startServices();
  project = await sst.project();
  await project.write({ 'sst.config.ts': config() });
});
afterEach(async () => {
  await front?.close();
  front = undefined;
  await services.close();
  await removeRuns();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command of SST's in the workflow run RUN. */
function run(args: string, env: Record<string, string> = {}, kill?: AbortSignal): Promise<SstRun> {
  const { accessKeyId, secretAccessKey } = services.aws.state.addUser(ACCOUNT, `sst-${Math.random()}`);
  return project.run({
    args: [...args.split(' '), '--stage', 'production'],
    env: {
      AWS_ENDPOINT_URL: front?.url ?? services.aws.url,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: REGION,
      SST_RUN_ID: RUN_URL,
      ...(front ? { SSL_CERT_FILE: front.certificate } : {}),
      ...env,
    },
    ...(kill ? { kill } : {}),
  });
}

/** `sst deploy`, killed when it has its lock and waits for the passphrase. */
async function killedDeploy(): Promise<void> {
  const kill = new AbortController();
  const ended = Promise.withResolvers<void>();
  services.aws.onRequest = async ({ action, params }) => {
    if (action !== 'GetParameter' || !String(params['Name']).includes('passphrase')) return;
    kill.abort();
    await ended.promise;
  };
  const { exitCode } = await run('deploy', {}, kill.signal);
  expect(exitCode).toBeNull();
  services.aws.onRequest = undefined;
  ended.resolve();
}

function step(inputs: Record<string, string> = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': REGION, 'role-to-assume': services.role.arn, stage: 'production', ...inputs },
    workspace: project.folder,
    env: {
      ...services.env,
      ...(front ? { AWS_ENDPOINT_URL: front.url, NODE_EXTRA_CA_CERTS: front.certificate } : {}),
    },
    timeout: 120_000,
  });
}

const removing = { 'stale-lock': 'remove', 'github-token': 'ghs_token' };
const warnings = (run: Run) => run.annotations.filter(({ level }) => level === 'warning');
const titles = (run: Run) => warnings(run).map(({ title }) => title);

function stateBucket(): Bucket {
  const found = [...services.aws.state.buckets.values()].find(({ name }) => name.startsWith('sst-state-'));
  if (!found) throw new Error('There is no state bucket.');
  return found;
}

const current = (key: string) => stateBucket().objects.get(key)?.at(-1);
const isLocked = () => current(LOCK)?.body !== undefined;

/** The newest update's object. */
function newestUpdate() {
  const [key = ''] = [...stateBucket().objects.keys()]
    .filter(name => name.startsWith('update/shop/production/'))
    .sort();
  return { id: path.basename(key, '.json'), object: current(key) };
}

/** An update's record as text, with placeholders for its ID and its times. */
function recordText(): string {
  const { object } = newestUpdate();
  const body = object?.body ?? Buffer.alloc(0);
  const text = (body[0] === 0x1f ? gunzipSync(body) : body).toString();
  return text
    .replace(/"id":"[0-9a-f]{24}"/, '"id":"…"')
    .replace(/"(time\w+)":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g, '"$1":"…"');
}

test('a deploy that was killed: its lock names the run, and stays while the run is in progress', async () => {
  await killedDeploy();
  expect((await run('deploy')).output).toContain('Concurrent update detected');
  services.github.runAttempts.set(RUN, { status: 'in_progress' });
  const reported = await step(removing);
  expect(reported.exitCode).toBe(0);
  expect(reported.outputs['locked-by']).toBe(RUN_URL);
  expect(titles(reported)).toEqual(['Stage production is locked']);
  expect(warnings(reported)[0]?.message).toContain('still running');
  expect(isLocked()).toBe(true);
});

test.each([
  ['plain', ''],
  ['compressed', ', state: { compress: true }'],
])(
  'the lock of a completed run is removed as `sst unlock` removes it, and SST goes on (%s)',
  async (_name, state) => {
    await project.write({ 'sst.config.ts': config(state) });
    // Over plain HTTP, SST 4.17.1 cannot sign a compressed object.
    front = await tlsFront(services.aws.url, folder);
    await killedDeploy();
    expect((await run('unlock')).exitCode).toBe(0);
    const ofSst = { text: recordText(), headers: newestUpdate().object?.headers };
    expect(isLocked()).toBe(false);

    await killedDeploy();
    expect(isLocked()).toBe(true);
    expect(current(LOCK)?.body?.[0] === 0x1f).toBe(state !== '');
    services.github.runAttempts.set(RUN, { status: 'completed', conclusion: 'cancelled' });
    const removed = await step(removing);
    expect(removed.exitCode).toBe(0);
    expect(titles(removed)).toEqual(['The stale lock of stage production was removed']);
    expect(isLocked()).toBe(false);
    expect({ text: recordText(), headers: newestUpdate().object?.headers }).toEqual(ofSst);

    const deploy = await run('deploy');
    expect({ exitCode: deploy.exitCode, error: deploy.error }).toEqual({ exitCode: 0, error: undefined });
  },
);

test('updates that SST wrote: finished, failed, cut off, unlocked; plain and compressed', async () => {
  front = await tlsFront(services.aws.url, folder);
  for (const state of ['', ', state: { compress: true }']) {
    await project.write({ 'sst.config.ts': config(state) });
    const judged = async () => {
      const { id, object } = newestUpdate();
      expect(Math.abs(Date.now() - (startOf(id)?.getTime() ?? 0))).toBeLessThan(120_000);
      return { outcome: parseUpdate(object?.body ?? Buffer.alloc(0))?.outcome, warned: titles(await step()) };
    };
    expect((await run('deploy')).exitCode).toBe(0);
    expect(await judged()).toEqual({ outcome: 'finished', warned: [] });

    expect((await run('deploy', { PULUMI_ERROR: 'the table exists already' })).exitCode).toBe(1);
    expect(await judged()).toEqual({ outcome: 'failed', warned: [] });

    await killedDeploy();
    expect(await judged()).toEqual({ outcome: 'cut off', warned: ['Stage production is locked'] });
    stateBucket().objects.delete(LOCK);
    const cutOff = ['The last deploy of stage production was cut off'];
    expect(await judged()).toEqual({ outcome: 'cut off', warned: cutOff });

    await killedDeploy();
    expect((await run('unlock')).exitCode).toBe(0);
    expect(await judged()).toEqual({ outcome: 'unlocked', warned: cutOff });
  }
});

test('a stage that SST has deployed exists, another does not', async () => {
  expect((await run('deploy')).exitCode).toBe(0);
  expect((await step({ 'new-stage': 'fail' })).outputs['stage-exists']).toBe('true');
  const mistyped = await step({ 'new-stage': 'fail', stage: 'producton' });
  expect(mistyped.outputs['stage-exists']).toBe('false');
  expect(mistyped.annotations.find(({ level }) => level === 'error')?.message).toContain(
    'the closest name first: production.',
  );
});
