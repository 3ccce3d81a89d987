// What of Node itself the step loads: each of these takes one to four milliseconds that nothing is gained by.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { listen } from '../../local/http.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';
import { runSpied } from './spied.ts';

let world: World;
let folder: string;

beforeEach(async () => {
  world = await startWorld();
  bootstrapAsSst(world.aws, { account: world.account, region: 'us-east-1' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'loaded-'));
});
afterEach(async () => {
  await world.close();
  await removeRuns();
  await rm(folder, { recursive: true });
});

/** The modules of Node that a step has loaded when it ends, but those that every process starts with. */
async function loadedBy(inputs: Record<string, string>): Promise<string[]> {
  const { run, told } = await runSpied<string[]>(
    folder,
    'const before = new Set(process.moduleLoadList);',
    'process.moduleLoadList.filter(name => !before.has(name))',
    {
      with: {
        'aws-region': 'us-east-1',
        'role-to-assume': world.role.arn,
        stage: 'production',
        'working-directory': 'local/sample',
        ...inputs,
      },
      workspace: process.cwd(),
      env: world.env,
    },
  );
  expect(run.exitCode).toBe(0);
  return told.map(name => name.replace('NativeModule ', ''));
}

const IN_VAIN = ['fs/promises', 'perf_hooks', 'internal/webstreams/readablestream'];

test('the whole job reads and writes its few files at once, and has no web streams', async () => {
  const loaded = await loadedBy({});
  expect(loaded).toContain('http');
  expect(loaded.filter(name => IN_VAIN.includes(name))).toEqual([]);
});

test('credentials alone: nothing that starts a child', async () => {
  const loaded = await loadedBy({ bootstrap: 'skip', 'profile-guard': 'off' });
  expect(loaded).toContain('http');
  expect(loaded.filter(name => [...IN_VAIN, 'child_process'].includes(name))).toEqual([]);
});

test('what the AWS config file says reaches the SDK all the same', async () => {
  const config = path.join(folder, 'config');
  await writeFile(config, '[default]\nsdk_ua_app_id = seen-in-the-file\n');
  const agents: unknown[] = [];
  const aws = await listen((request, response) => {
    agents.push(request.headers['user-agent']);
    response.writeHead(400).end('<ErrorResponse><Error><Code>ValidationError</Code></Error></ErrorResponse>');
  });
  await runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': world.role.arn, 'profile-guard': 'off' },
    workspace: process.cwd(),
    env: {
      ...world.env,
      AWS_ENDPOINT_URL: aws.url,
      AWS_CONFIG_FILE: config,
    },
  });
  await aws.close();
  expect(agents).toEqual([expect.stringContaining(' app/seen-in-the-file')]);
});
