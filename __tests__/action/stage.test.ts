// What the step knows of the stage: `stage: auto` and SST_RUN_ID.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import type { Job } from '../../local/github/claims.ts';
import { type Run, removeRuns, runAction, runPost } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';

const CONFIG = `export default $config({
  app: () => ({ name: 'shop', home: 'aws', providers: { aws: {} } }),
  async run() {},
});
`;

let world: World;
let workspace: string;
beforeEach(async () => {
  world = await startWorld();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'stage-'));
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'sst.config.ts'), CONFIG);
});
afterEach(async () => {
  await world.close();
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
    with: { 'aws-region': 'us-east-1', 'role-to-assume': world.role.arn, stage: 'auto', ...inputs },
    workspace,
    env: { ...world.env, ...env },
    job,
    ...(event ? { event } : {}),
  });
}

const errors = (run: Run) => run.annotations.filter(({ level }) => level === 'error');

describe('stage: auto', () => {
  beforeEach(() => void bootstrapAsSst(world.aws, { account: ACCOUNT, region: 'us-east-1' }));

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
    expect(world.aws.requests).toEqual([]);
    expect(world.github.requests).toEqual([]);
  });
});

describe('SST_RUN_ID', () => {
  const url = 'https://github.com/acme/shop/actions/runs/17000000001/attempts/1';

  test('is exported, and blanked by the post step', async () => {
    bootstrapAsSst(world.aws, { account: ACCOUNT, region: 'us-east-1' });
    const run = await step();
    expect(run.exported['SST_RUN_ID']).toBe(url);
    expect((await runPost(run)).exported['SST_RUN_ID']).toBe('');
  });

  test('one that the job has set stays', async () => {
    bootstrapAsSst(world.aws, { account: ACCOUNT, region: 'us-east-1' });
    const run = await step({ env: { SST_RUN_ID: 'build-12' } });
    expect(errors(run)).toEqual([]);
    expect(run.exported).not.toHaveProperty('SST_RUN_ID');
    expect((await runPost(run)).exported).not.toHaveProperty('SST_RUN_ID');
  });

  test('app() sees it as the deploy will', async () => {
    bootstrapAsSst(world.aws, { account: ACCOUNT, region: 'us-east-1' });
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
