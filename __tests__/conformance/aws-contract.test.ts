// Tests the AWS behaviour that the action relies on, on two imitations of AWS: the project's local AWS and moto. If the
// two differ, one of them is wrong, and then the project's other tests might be wrong, too.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { ACCOUNT, type Backend, type Owner, type Source, startLocal, startMoto } from './backends.ts';

const RECORD = '/sst/bootstrap';
const LOCK = '{"created":"2026-11-21T09:15:00Z","updateID":"u1","runID":"","command":"deploy","ignore":true}';

interface Record {
  version: number;
  asset: string;
  assetEcrRegistryId: string;
  assetEcrUrl: string;
  state: string;
}

describe.each([
  ['the local endpoints', startLocal],
  ['moto', startMoto],
] as const)('on %s', (_name, start) => {
  let source: Source;
  beforeAll(async () => {
    source = await start();
  });
  afterAll(() => source.close());
  afterEach(removeRuns);

  describe.each(['us-east-1', 'eu-west-1'])('in %s', region => {
    let aws: Backend;
    let owner: Owner;
    beforeEach(async () => {
      aws = await source.fresh();
      owner = aws.owner(region);
    });

    const step = (bootstrap: string, more: object = {}): Promise<Run> =>
      runAction({
        with: { 'aws-region': region, 'role-to-assume': aws.roleArn, stage: 'production', bootstrap },
        env: aws.env,
        ...more,
      });
    const record = async () => JSON.parse((await owner.parameter(RECORD))?.value ?? '{}') as Record;
    const edit = async (changes: Partial<Record>) =>
      owner.putParameter(RECORD, JSON.stringify({ ...(await record()), ...changes }));

    /** The bootstrap of SST, made with SST's requests, with an object in each bucket. */
    async function bySst(version = 3): Promise<Record> {
      const [asset, state] = ['sst-asset-stvhfxebfmhd', 'sst-state-stvhfxebfmhd'];
      await owner.createBucket(asset);
      await owner.createBucket(state);
      await owner.enableVersioning(state);
      const made = {
        version,
        asset,
        assetEcrRegistryId: ACCOUNT,
        assetEcrUrl: await owner.createRepository('sst-asset'),
        state,
      };
      await owner.putParameter(RECORD, JSON.stringify({ ...made, appsyncHttp: '', appsyncRealtime: '' }));
      return made;
    }

    function expectStopped(run: Run, status: string, ...texts: RegExp[]): void {
      expect(run.outputs['bootstrap-status']).toBe(status);
      expect(run.exitCode).toBe(1);
      expect(run.exported).toEqual({});
      const errors = run.annotations.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      for (const text of texts) expect(errors[0]?.message).toMatch(text);
    }

    function expectPassed(run: Run, status: string): void {
      expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect({ status: run.outputs['bootstrap-status'], exitCode: run.exitCode }).toEqual({
        status,
        exitCode: 0,
      });
      expect(run.outputs['aws-account-id']).toBe(ACCOUNT);
      expect(run.exported['AWS_SESSION_TOKEN']).toBeTruthy();
    }

    test('the role is assumed, and its session is the one exported', async () => {
      const run = await step('skip');
      expectPassed(run, 'skipped');
      expect(run.outputs['authenticated-arn']).toBe(
        `arn:aws:sts::${ACCOUNT}:assumed-role/sst-deploy/GitHubActions`,
      );
      expect(run.exported).toMatchObject({ AWS_REGION: region, AWS_DEFAULT_REGION: region });
    });

    test('nothing there: verify stops, ensure creates, and then both are content', async () => {
      expectStopped(await step('verify'), 'missing', /bootstrap: ensure/);
      expect(await owner.buckets()).toEqual([]);
      const created = await step('ensure');
      expectPassed(created, 'created');

      const [asset, state] = [`sst-asset-${ACCOUNT}-${region}-an`, `sst-state-${ACCOUNT}-${region}-an`];
      expect(await owner.buckets()).toEqual([asset, state]);
      const parameter = await owner.parameter(RECORD);
      expect(parameter).toEqual({
        type: 'String',
        version: 1,
        value: `{"version":5,"asset":"${asset}","assetEcrRegistryId":"${ACCOUNT}","assetEcrUrl":"${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/sst-asset","state":"${state}","appsyncHttp":"","appsyncRealtime":""}`,
      });
      expect(await owner.versioned(state)).toBe(true);
      expect(await owner.repositories()).toEqual(['sst-asset']);
      for (const bucket of [asset, state]) {
        const { Statement } = JSON.parse((await owner.policy(bucket)) ?? '{}') as { Statement?: unknown };
        expect(Statement).toEqual([
          {
            Sid: 'EnforceSSLRequests',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ]);
      }

      expectPassed(await step('ensure'), 'ready');
      expectPassed(await step('verify'), 'ready');
      expect(await owner.parameter(RECORD)).toEqual(parameter);
    });

    test('half-made: what is there is used, whichever half', async () => {
      await owner.createRepository('sst-asset');
      await step('ensure');
      await owner.deleteParameter(RECORD);
      const state = `sst-state-${ACCOUNT}-${region}-an`;
      expectPassed(await step('ensure'), 'created');
      expect((await record()).state).toBe(state);
      expect(await owner.buckets()).toHaveLength(2);
    });

    test('outdated: verify warns, ensure does the steps that lack', async () => {
      const before = await bySst(3);
      await owner.putObject(before.state, 'app/shop/production.json', 'the state');
      expectPassed(await step('verify'), 'outdated');
      expectPassed(await step('ensure'), 'upgraded');
      expect(await record()).toEqual({ ...before, version: 5, appsyncHttp: '', appsyncRealtime: '' });
      expect(await owner.policy(before.asset)).toContain('EnforceSSLRequests');
      expectPassed(await step('verify'), 'ready');
    });

    test('the state bucket deleted: both stop, and nothing takes its place', async () => {
      const { asset, state } = await bySst();
      await owner.deleteBucket(state);
      expectStopped(
        await step('verify'),
        'broken',
        /sst-state-stvhfxebfmhd.* does not exist/,
        /To restore it/,
      );
      expectStopped(await step('ensure'), 'broken', /not replaced by an empty one/);
      expect(await owner.buckets()).toEqual([asset]);
    });

    test('the asset bucket deleted: verify stops, ensure makes it again', async () => {
      const made = await bySst();
      await owner.deleteBucket(made.asset);
      expectStopped(await step('verify'), 'broken', /sst-asset-stvhfxebfmhd.* does not exist/);
      expectPassed(await step('ensure'), 'repaired');
      expect(await owner.buckets()).toEqual([made.asset, made.state]);
      expectPassed(await step('verify'), 'ready');
    });

    test('the repository deleted: verify stops, ensure makes it again', async () => {
      await bySst();
      await owner.deleteRepository('sst-asset');
      expectStopped(await step('verify'), 'broken', /the repository/);
      expectPassed(await step('ensure'), 'repaired');
      expect(await owner.repositories()).toEqual(['sst-asset']);
    });

    test('a record of a newer SST is left as it is', async () => {
      await bySst();
      await edit({ version: 8, later: { x: 1 } } as Partial<Record>);
      const before = await owner.parameter(RECORD);
      expectPassed(await step('verify'), 'ready');
      expectPassed(await step('ensure'), 'ready');
      expect(await owner.parameter(RECORD)).toEqual(before);
    });

    test('a record that SST cannot read stops both', async () => {
      await bySst();
      await owner.putParameter(RECORD, '{"version":');
      for (const mode of ['verify', 'ensure'])
        expectStopped(await step(mode), 'broken', /cannot read its record/);
      await owner.deleteParameter(RECORD);
    });

    describe('a record that is a SecureString', () => {
      /** Writes the record again, encrypted with the account's default key. */
      async function encrypt(): Promise<unknown> {
        const { value = '' } = (await owner.parameter(RECORD)) ?? {};
        await owner.deleteParameter(RECORD);
        await owner.putParameter(RECORD, value, 'SecureString');
        return owner.parameter(RECORD);
      }
      const titles = (run: Run, wanted: string) =>
        run.annotations.filter(({ level }) => level === wanted).map(({ title }) => title);

      test('is ready if it is complete, with a notice', async () => {
        await bySst(5);
        const before = await encrypt();
        for (const mode of ['verify', 'ensure']) {
          const run = await step(mode);
          expectPassed(run, 'ready');
          expect(titles(run, 'notice')).toContain('The SST bootstrap record is encrypted');
        }
        expect(await owner.parameter(RECORD)).toEqual(before);
      });

      test('is left as it is if it is outdated, with a warning', async () => {
        await bySst(3);
        const before = await encrypt();
        for (const mode of ['verify', 'ensure']) {
          const run = await step(mode);
          expectPassed(run, 'outdated');
          expect(titles(run, 'warning')).toContain('The SST bootstrap is outdated');
        }
        expect(await owner.parameter(RECORD)).toEqual(before);
        expect(await owner.policy('sst-asset-stvhfxebfmhd')).toBeUndefined();
      });

      test('is not written if a resource is missing: ensure stops', async () => {
        const { asset } = await bySst(5);
        const before = await encrypt();
        await owner.deleteBucket(asset);
        for (const mode of ['verify', 'ensure'])
          expectStopped(await step(mode), 'broken', /First write it again as a String/);
        expect(await owner.parameter(RECORD)).toEqual(before);
      });
    });

    test('the older bootstrap’s asset bucket is adopted, and the other one left', async () => {
      const made = await bySst(2);
      await owner.createBucket('sst-asset-older');
      await owner.putObject(made.asset, 'kept', 'as it was');
      await owner.putParameter('/sst/bootstrap/asset', '{"bucket":"sst-asset-older"}');
      expectPassed(await step('ensure'), 'upgraded');
      expect((await record()).asset).toBe('sst-asset-older');
      expect(await owner.object(made.asset, 'kept')).toBe('as it was');
    });

    test('a lock, and a state without its passphrase, are told of', async () => {
      // A record of version 4 without a bucket policy: moto ignores a policy's conditions, and would refuse everybody.
      const { state } = await bySst(4);
      await owner.putObject(state, 'lock/shop/production.json', LOCK);
      await owner.putObject(state, 'app/shop/production.json', '{}');
      const project = await projectFolder();
      const run = await step('verify', { workspace: project });
      expectPassed(run, 'outdated');
      const warned = run.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title);
      expect(warned).toEqual(
        expect.arrayContaining(['Stage production is locked', 'The passphrase of stage production is gone']),
      );
      await owner.putParameter('/sst/passphrase/shop/production', 'c2VjcmV0', 'SecureString');
      const again = await step('verify', { workspace: project });
      expect(again.annotations.map(({ title }) => title)).not.toContain(
        'The passphrase of stage production is gone',
      );
      expect(again.log).not.toContain('c2VjcmV0');
      await rm(project, { recursive: true });
    });
  });

  test('a stale lock is removed on condition that it is unchanged', async () => {
    const aws = await source.fresh();
    const owner = aws.owner('us-east-1');
    const attempt = 'acme/shop/actions/runs/41/attempts/2';
    const updateID = 'fe5df05a7113ef70251fa144';
    const stale = { created: '2026-11-24T22:20:38Z', updateID, command: 'deploy', ignore: true };
    const lock = JSON.stringify({ ...stale, runID: `https://github.com/${attempt}` });
    const state = 'sst-state-stvhfxebfmhd';
    await owner.createBucket('sst-asset-stvhfxebfmhd');
    await owner.createBucket(state);
    const assetEcrUrl = await owner.createRepository('sst-asset');
    const bucketNames = { asset: 'sst-asset-stvhfxebfmhd', state };
    await owner.putParameter(
      RECORD,
      JSON.stringify({ version: 5, ...bucketNames, assetEcrRegistryId: ACCOUNT, assetEcrUrl }),
    );
    await owner.putParameter('/sst/passphrase/shop/production', 'c2VjcmV0', 'SecureString');
    await owner.putObject(state, 'lock/shop/production.json', lock);
    aws.github.runAttempts.set(attempt, { status: 'completed', conclusion: 'cancelled' });
    const project = await projectFolder();
    const remove = () =>
      runAction({
        with: {
          'aws-region': 'us-east-1',
          'role-to-assume': aws.roleArn,
          stage: 'production',
          'stale-lock': 'remove',
          'github-token': 'ghs_token',
        },
        env: aws.env,
        workspace: project,
      });
    // Another deploy replaces the lock while the step asks GitHub. The same request must not remove the new lock.
    const other = lock.replace('22:20:38', '22:30:00');
    let replaced: Promise<void> | undefined;
    aws.github.runAttempts.onRequest = () => {
      replaced ??= owner.putObject(state, 'lock/shop/production.json', other);
      return replaced;
    };
    expect((await remove()).outputs['locked-by']).toBe(`https://github.com/${attempt}`);
    expect(await owner.object(state, 'lock/shop/production.json')).toBe(other);
    expect((await remove()).outputs['locked-by']).toBe('');
    expect(await owner.object(state, 'lock/shop/production.json')).toBeUndefined();
    expect(await owner.object(state, `update/shop/production/${updateID}.json`)).toContain('force unlocked');
    await rm(project, { recursive: true });
  });

  test('without account-regional names, names are chosen once and kept', async () => {
    const aws = await source.fresh();
    const owner = aws.owner('me-south-1');
    const ensure = () =>
      runAction({
        with: {
          'aws-region': 'me-south-1',
          'role-to-assume': aws.roleArn,
          stage: 'production',
          bootstrap: 'ensure',
        },
        env: aws.env,
      });
    expect((await ensure()).outputs['bootstrap-status']).toBe('created');
    const first = await owner.buckets();
    expect(first).toEqual([
      expect.stringMatching(/^sst-asset-[a-z]{20}$/),
      expect.stringMatching(/^sst-state-[a-z]{20}$/),
    ]);
    await owner.deleteParameter(RECORD);
    expect((await ensure()).outputs['bootstrap-status']).toBe('created');
    expect(await owner.buckets()).toEqual(first);
  });
});

async function projectFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'));
  await writeFile(
    join(folder, 'sst.config.ts'),
    "export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n",
  );
  return folder;
}
