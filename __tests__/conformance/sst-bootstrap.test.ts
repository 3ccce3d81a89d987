// The bootstrap of the action and of the real SST CLI: each accepts the other's, also if both create it at the same
// time.
import { ACCOUNT } from '../../local/aws/server.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, type ServicesOptions, startServices } from '../../local/services.ts';
import { NEWEST, OLDEST, openSst, type Sst, type SstProject, type SstRun } from './sst-cli.ts';

const REGIONS = ['us-east-1', 'eu-west-1'];
const CONFIG = `export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {},
});
`;

let sst: Sst;
let services: LocalServices;
beforeAll(async () => {
  sst = await openSst();
});
afterAll(() => sst?.close());
afterEach(async () => {
  await services?.close();
  await removeRuns();
});

async function open(options: ServicesOptions = {}): Promise<void> {
  services = await startServices(options);
}

async function project(of = sst): Promise<SstProject> {
  const made = await of.project();
  await made.write({ 'sst.config.ts': CONFIG });
  return made;
}

/** `sst unlock`: bootstraps, deletes the stage's lock, and ends. */
function unlock(of: SstProject, region: string): Promise<SstRun> {
  const { accessKeyId, secretAccessKey } = services.aws.state.addUser(ACCOUNT, `sst-${Math.random()}`);
  return of.run({
    args: ['unlock', '--stage', 'production'],
    env: {
      AWS_ENDPOINT_URL: services.aws.url,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: region,
    },
  });
}

function step(region: string, bootstrap: string, onStart?: () => void): Promise<Run> {
  return runAction({
    with: { 'aws-region': region, 'role-to-assume': services.role.arn, stage: 'production', bootstrap },
    env: services.env,
    timeout: 240_000,
    ...(onStart ? { onStart } : {}),
  });
}

const parameterOf = (region: string) =>
  services.aws.state.region(ACCOUNT, region).parameters.get('/sst/bootstrap')?.history ?? [];
const bootstrapWrites = (from = 0) =>
  services.aws.requests
    .slice(from)
    .filter(({ write, service, action }) => write && service !== 'sts' && action !== 'DeleteObject')
    .map(({ service, action }) => `${service}:${action}`);

describe.each(REGIONS)('in %s', region => {
  test('SST takes what `ensure` repaired and upgraded', async () => {
    await open();
    const made = await project();
    await unlock(made, region);
    const first = parameterOf(region)[0];
    const record = JSON.parse(first?.value ?? '{}') as { asset: string };
    parameterOf(region).push({
      value: JSON.stringify({ ...record, version: 3 }),
      type: 'String',
      version: 2,
      modified: Date.now(),
    });
    services.aws.state.buckets.delete(record.asset);
    expect((await step(region, 'ensure')).outputs['bootstrap-status']).toBe('repaired');
    expect(parameterOf(region).at(-1)?.value).toBe(first?.value);
    const before = services.aws.requests.length;
    expect((await unlock(made, region)).exitCode).toBe(0);
    expect(bootstrapWrites(before)).toEqual([]);
  });
});

describe.each([OLDEST, NEWEST] as const)('SST %s', version => {
  let cli: Sst;
  beforeAll(async () => {
    cli = await openSst({ version });
  });
  afterAll(() => cli?.close());

  test.each(REGIONS)('takes what `ensure` made in %s unchanged', async region => {
    await open();
    expect((await step(region, 'ensure')).outputs['bootstrap-status']).toBe('created');
    const before = services.aws.requests.length;
    const run = await unlock(await project(cli), region);
    expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: undefined });
    expect(bootstrapWrites(before)).toEqual([]);
    expect(services.aws.requests.slice(before).map(({ status }) => status)).not.toContain(403);
    expect(parameterOf(region)).toHaveLength(1);
  });

  test.each(REGIONS)('makes in %s what the step takes unchanged, and completes in place', async region => {
    await open();
    const made = await project(cli);
    expect((await unlock(made, region)).exitCode).toBe(0);
    const [first] = parameterOf(region);
    const record = JSON.parse(first?.value ?? '{}') as { version: number; state: string; asset: string };

    const before = services.aws.requests.length;
    const verified = await step(region, 'verify');
    expect([verified.exitCode, bootstrapWrites(before)]).toEqual([0, []]);
    // SST 3.0 has four steps. The fifth step of newer versions does nothing.
    expect([record.version, verified.outputs['bootstrap-status']]).toEqual(
      version === OLDEST ? [4, 'outdated'] : [5, 'ready'],
    );

    const ensured = await step(region, 'ensure');
    expect(ensured.outputs['bootstrap-status']).toBe(version === OLDEST ? 'upgraded' : 'ready');
    // The step runs without a project here, which is its only warning.
    expect(ensured.annotations.filter(({ level }) => level !== 'notice').map(({ title }) => title)).toEqual([
      'No sst.config.ts',
    ]);
    expect(record.state).toMatch(/^sst-state-[a-z]{12}$/);
    expect(ensured.outputs).toMatchObject({ 'state-bucket': record.state, 'asset-bucket': record.asset });
    expect(bootstrapWrites(before)).toEqual(version === OLDEST ? ['ssm:PutParameter'] : []);

    const after = services.aws.requests.length;
    expect((await unlock(made, region)).exitCode).toBe(0);
    expect(bootstrapWrites(after)).toEqual([]);
  });
});

/** The end of a job: when it read the record for the last time, and when it ended. */
interface Ended {
  readonly run: Run;
  readonly from: number;
  readonly to: number;
}

test.each(REGIONS)(
  'forty-four `ensure` and six SST at once in %s: what each reported was true',
  async region => {
    await open({ aws: { latency: 60 } });
    const projects = await Promise.all(Array.from({ length: 6 }, project));
    // The jobs start when SST has read that there is no record. SST writes its record after the first of them.
    const asked = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    services.aws.onRequest = async ({ action, params }) => {
      if (action === 'GetParameter') asked.resolve();
      if (action !== 'PutParameter') return;
      if (params['Overwrite'] === true) await written.promise;
      else setTimeout(written.resolve, 200);
    };
    const clis = projects.map(made => unlock(made, region));
    await asked.promise;
    const jobs = await Promise.all(Array.from({ length: 44 }, () => watched(region)));
    const ran = await Promise.all(clis);

    const own = [`sst-asset-${ACCOUNT}-${region}-an`, `sst-state-${ACCOUNT}-${region}-an`];
    expect(parameterOf(region)[0]?.value).toContain(own[1]);
    expect(parameterOf(region)).toHaveLength(7);
    expect(ran.map(({ exitCode, error }) => ({ exitCode, error }))).toEqual(
      ran.map(() => ({ exitCode: 0, error: undefined })),
    );
    const { buckets } = services.aws.state;
    const last = JSON.parse(parameterOf(region).at(-1)?.value ?? '{}') as { asset: string; state: string };
    expect(buckets.has(last.asset) && buckets.has(last.state)).toBe(true);
    for (const { run, from, to } of jobs) {
      expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect(run.exitCode).toBe(0);
      const reported = [run.outputs['asset-bucket'], run.outputs['state-bucket']];
      expect(standingBetween(region, from, to)).toContainEqual(reported);
      for (const name of reported) expect(buckets.has(name ?? '')).toBe(true);
    }
  },
  300_000,
);

async function watched(region: string): Promise<Ended> {
  const run = await step(region, 'ensure');
  // The job exported the session that it used for its requests.
  const looks = services.aws.requests.filter(
    ({ accessKeyId, action }) =>
      accessKeyId === run.exported['AWS_ACCESS_KEY_ID'] && action === 'GetParameters',
  );
  const from = looks.at(-1)?.arrived ?? Number.NaN;
  return { run, from: performance.timeOrigin + from, to: Date.now() };
}

/** The buckets that the record named at some moment between the two, in milliseconds since 1970. */
function standingBetween(region: string, from: number, to: number): [string, string][] {
  const history = parameterOf(region);
  return history.flatMap(({ value, modified }, index) => {
    const until = history[index + 1]?.modified ?? Number.POSITIVE_INFINITY;
    const { asset, state } = JSON.parse(value) as { asset: string; state: string };
    return modified <= to && until >= from ? [[asset, state] as [string, string]] : [];
  });
}
