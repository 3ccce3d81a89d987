// The bootstrap with the built dist/: the result of a job for each state.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { objectsIn, recordIn, STATES } from '../bootstrap/states.ts';

const REGION = 'eu-west-1';
let services: LocalServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  await services.close();
  await removeRuns();
});

function step(bootstrap: string): Promise<Run> {
  return runAction({
    with: { 'aws-region': REGION, 'role-to-assume': services.role.arn, stage: 'production', bootstrap },
    env: services.env,
  });
}

const errors = ({ annotations }: Run) => annotations.filter(({ level }) => level === 'error');

describe.each(['verify', 'ensure'] as const)('%s', mode => {
  test.each(STATES)('$name', async state => {
    state.arrange(services.aws, REGION);
    const objects = objectsIn(services.aws);
    const run = await step(mode);
    const { status, stops, warns = [], writes = [] } = state[mode];

    expect(run.outputs['bootstrap-status']).toBe(status);
    expect(services.aws.writes().filter(action => !action.startsWith('sts:'))).toEqual(writes);
    expect(objectsIn(services.aws)).toEqual(objects);
    const warned = run.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title);
    expect(warned).toEqual(expect.arrayContaining([...warns]));
    expect(run.refused).toEqual([]);
    if (stops) {
      expect(run.exitCode).toBe(1);
      expect(errors(run)).toHaveLength(1);
      for (const text of stops) expect(errors(run)[0]?.message).toMatch(text);
      expect(run.exported).toEqual({});
      return;
    }
    expect(run.exitCode).toBe(0);
    expect(errors(run)).toEqual([]);
    const record = recordIn(services.aws, REGION);
    expect(run.outputs).toMatchObject({
      'bootstrap-version': String(record?.['version']),
      'state-bucket': record?.['state'],
      'asset-bucket': record?.['asset'],
      'asset-ecr-url': record?.['assetEcrUrl'],
    });
    expect(Object.keys(run.exported)).toContain('AWS_SECRET_ACCESS_KEY');
  });
});

test.each([
  ['was deployed before', 'GetObject'],
  ['is deployed for the first time', 'ListObjectsV2'],
])(
  'seven requests if the stage %s: the token, the role, the record, and four at once',
  async (_when, looks) => {
    const { state } = bootstrapAsSst(services.aws, { account: services.account, region: REGION });
    const stage = { account: services.account, region: REGION, app: 'shop', stage: 'production' };
    if (looks === 'GetObject') passphraseAsSst(services.aws, stage);
    const workspace = await mkdtemp(path.join(os.tmpdir(), 'seven-'));
    await writeFile(
      path.join(workspace, 'sst.config.ts'),
      "export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n",
    );
    services.aws.latency = 50;
    const run = await runAction({
      with: { 'aws-region': REGION, 'role-to-assume': services.role.arn, stage: 'production' },
      env: services.env,
      workspace,
    });
    await rm(workspace, { recursive: true });
    expect(run.outputs).toMatchObject({ 'bootstrap-status': 'ready', 'state-bucket': state });
    // AWS itself also requests the keys from GitHub.
    expect(services.github.requests.filter(({ service }) => service === 'token')).toHaveLength(1);
    const [role, record, ...rest] = services.aws.requests;
    expect([role?.action, record?.action]).toEqual(['AssumeRoleWithWebIdentity', 'GetParameters']);
    expect(rest.map(({ action }) => action).sort()).toEqual([
      ...['DescribeRepositories', 'HeadBucket', 'ListObjectsV2', looks].sort(),
    ]);
    const firstAnswer = Math.min(...rest.map(({ answered = 0 }) => answered));
    for (const { arrived } of rest) expect(arrived).toBeLessThan(firstAnswer);
  },
);

test('`skip` asks nothing of the bootstrap', async () => {
  const run = await step('skip');
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ 'bootstrap-status': 'skipped', 'state-bucket': '' });
  expect(services.aws.requests.every(({ service }) => service === 'sts')).toBe(true);
});
