// Somebody else writes the record, or makes or removes buckets, while `ensure` is at work.
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { newBucket } from '../../local/aws/s3-buckets.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT, type AwsRequest } from '../../local/aws/server.ts';
import { RESERVED_NAMES } from '../../src/bootstrap/buckets.ts';
import { type Account, openAccount, startAccount } from './account.ts';
import { documentedPolicy } from './policy.ts';
import { setRecord } from './states.ts';

const REGION = 'eu-west-1';
const OWN = [`sst-asset-${ACCOUNT}-${REGION}-an`, `sst-state-${ACCOUNT}-${REGION}-an`];

let account: Opened;
const opened: Opened[] = [];
type Opened = Awaited<ReturnType<typeof startAccount>>;

async function open(options: Parameters<typeof startAccount>[0] = {}): Promise<Opened> {
  account = await startAccount(options);
  opened.push(account);
  return account;
}

afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

/** Runs a function once, before the nth matching request is handled. */
function meanwhile(
  { aws }: Account,
  matches: (request: AwsRequest) => boolean,
  happen: () => void,
  nth = 1,
): void {
  let count = 0;
  aws.onRequest = request => {
    if (matches(request) && ++count === nth) happen();
  };
}
const action = (name: string) => (request: AwsRequest) => request.action === name;
const sst = ({ aws }: Account) => bootstrapAsSst(aws, { account: ACCOUNT, region: REGION });

describe('SST bootstraps at the same moment', () => {
  test('its record came first: it is adopted, and what this run made is removed', async () => {
    const { aws, run, buckets } = await open();
    let theirs = { asset: '', state: '' };
    meanwhile(account, action('PutParameter'), () => {
      theirs = sst(account);
    });
    const report = await run('ensure', REGION);
    expect(report.status).toBe('ready');
    expect(report.record).toMatchObject({ asset: theirs.asset, state: theirs.state });
    expect(report.warnings).toEqual([]);
    expect(buckets()).toEqual([theirs.asset, theirs.state].sort());
    expect(aws.writes().slice(-2)).toEqual(['s3:DeleteBucket', 's3:DeleteBucket']);
  });

  test('without the permission to delete, this run says what it left', async () => {
    const { run, buckets } = await open({ policies: [documentedPolicy(REGION)] });
    meanwhile(account, action('PutParameter'), () => void sst(account));
    const report = await run('ensure', REGION);
    expect(report.status).toBe('ready');
    expect(report.warnings.map(({ title }) => title)).toEqual(['Buckets that no record names']);
    for (const bucket of OWN)
      expect(report.warnings[0]?.next).toContain(`--bucket ${bucket} --region ${REGION}`);
    expect(buckets()).toEqual(expect.arrayContaining(OWN));
  });

  test('a bucket that holds something by now is left', async () => {
    const { run, aws } = await open();
    meanwhile(account, action('PutParameter'), () => {
      sst(account);
      const state = aws.state.buckets.get(OWN[1] ?? '');
      if (state) putObject(state, 'app/shop/production.json', '{}', 0);
    });
    const report = await run('ensure', REGION);
    expect(report.warnings[0]?.what).toContain(OWN[1]);
    expect(report.warnings[0]?.what).not.toContain(OWN[0]);
    expect(aws.state.buckets.get(OWN[1] ?? '')?.objects.size).toBe(1);
  });

  test('it overwrites the record of this run: its names count, and buckets that a record named are left', async () => {
    const { run, buckets, values } = await open();
    let theirs = { asset: '', state: '' };
    // The first inspection after the record was written.
    meanwhile(
      account,
      ({ action }) => action === 'GetParameters' && values(REGION).length === 1,
      () => {
        theirs = sst(account);
      },
    );
    const report = await run('ensure', REGION);
    expect(values(REGION)).toHaveLength(2);
    expect(report.record?.state).toBe(theirs.state);
    expect(report.warnings.map(({ title }) => title)).toEqual(['Buckets that no record names']);
    expect(buckets()).toEqual([...OWN, theirs.asset, theirs.state].sort());
  });

  test('it overwrites the record after this run has seen it whole: it looks once more', async () => {
    const { run, values } = await open();
    let theirs = { asset: '', state: '' };
    meanwhile(
      account,
      ({ action }) => action === 'GetParameters' && values(REGION).length === 1,
      () => {
        theirs = sst(account);
      },
      2,
    );
    expect((await run('ensure', REGION)).record?.state).toBe(theirs.state);
  });

  test('the loser removes the buckets that another job is still setting up: that one adopts the record too', async () => {
    const { run, aws } = await open();
    let theirs = { asset: '', state: '' };
    meanwhile(account, action('PutBucketVersioning'), () => {
      theirs = sst(account);
      for (const bucket of OWN) aws.state.buckets.delete(bucket);
    });
    const report = await run('ensure', REGION);
    expect(report).toMatchObject({ status: 'ready', record: { state: theirs.state } });
  });
});

test('`verify` does not take a record that changes while it looks for a broken one', async () => {
  const { run, aws } = await open();
  const old = sst(account);
  aws.state.buckets.delete(old.state);
  meanwhile(account, action('HeadBucket'), () => void sst(account));
  expect((await run('verify', REGION)).status).toBe('ready');
});

test('what this run created, and somebody deletes before it has seen it whole, is not reported as created', async () => {
  const { run, aws, values } = await open();
  meanwhile(
    account,
    ({ action }) => action === 'GetParameters' && values(REGION).length === 1,
    () => void aws.state.buckets.delete(OWN[1] ?? ''),
  );
  const report = await run('ensure', REGION);
  expect(report.status).toBe('broken');
  expect(report.failure?.message).toMatch(/not replaced by an empty one/);
});

test('an upgrade does not overwrite what was written while it was at work', async () => {
  const { run, aws, values } = await open();
  const old = bootstrapAsSst(aws, { account: ACCOUNT, region: REGION, version: 3 });
  const newer = JSON.stringify({ ...old, version: 9, later: true });
  meanwhile(account, action('PutBucketPolicy'), () => setRecord(aws, REGION, newer), 2);
  const report = await run('ensure', REGION);
  expect(values(REGION).at(-1)).toBe(newer);
  expect(report).toMatchObject({ status: 'ready', record: { version: 9 } });
});

test('a record that never stands still is given up', async () => {
  const { run, aws } = await open();
  aws.onRequest = ({ action }) => {
    if (action !== 'PutBucketPolicy') return;
    const old = bootstrapAsSst(aws, { account: ACCOUNT, region: REGION, version: 3 });
    setRecord(aws, REGION, JSON.stringify(old));
  };
  bootstrapAsSst(aws, { account: ACCOUNT, region: REGION, version: 3 });
  await expect(run('ensure', REGION)).rejects.toThrow(/changed 8 times/);
});

test('twelve runs at once make two buckets, and one record, and all see them', async () => {
  const { aws } = await open();
  const runs = Array.from({ length: 12 }, () => openAccount(aws, ACCOUNT));
  const reports = await Promise.all(runs.map(({ run }) => run('ensure', REGION)));
  expect(account.buckets()).toEqual(OWN);
  expect(account.values(REGION)).toHaveLength(1);
  for (const { status, record, warnings } of reports) {
    expect(['created', 'ready']).toContain(status);
    expect(record).toMatchObject({ asset: OWN[0], state: OWN[1] });
    expect(warnings).toEqual([]);
  }
});

describe.each([
  ['me-south-1', true],
  ['us-east-1', false],
])('without account-regional names: %s, S3 knowing them: %s', (region, accountRegionalNamespace) => {
  test('twelve runs at once make two buckets of one unguessable name', async () => {
    const { aws, buckets, values } = await open({ accountRegionalNamespace });
    const runs = Array.from({ length: 12 }, () => openAccount(aws, ACCOUNT));
    const reports = await Promise.all(runs.map(({ run }) => run('ensure', region)));
    expect(buckets()).toHaveLength(2);
    expect(values(region)).toHaveLength(1);
    expect(values(region, RESERVED_NAMES)).toHaveLength(1);
    for (const { record } of reports) {
      expect([record?.asset, record?.state]).toEqual(buckets());
      expect(record?.state).toMatch(/^sst-state-[a-z]{20}$/);
    }
    expect((await account.run('verify', region)).status).toBe('ready');
  });

  test('a run that died before any of its requests is completed, with its names', async () => {
    const { run } = await open({ accountRegionalNamespace });
    await run('ensure', region);
    const requests = account.aws.requests.length;
    for (let dies = 1; dies <= requests; dies++) {
      const { aws, run, buckets, values } = await open({ accountRegionalNamespace });
      const dying = new AbortController();
      const dead = openAccount(aws, ACCOUNT, { transport: { signal: dying.signal } });
      aws.onRequest = ({ number }) => {
        if (number === dies) dying.abort();
      };
      await dead.run('ensure', region).catch(() => {});
      aws.onRequest = undefined;
      expect(['created', 'ready']).toContain((await run('ensure', region)).status);
      expect([...new Set(Object.values(JSON.parse(values(region)[0] ?? '{}')))]).toEqual(
        expect.arrayContaining(buckets()),
      );
      expect(buckets()).toHaveLength(2);
    }
  });
});

test('names that another account has taken are given up, and nobody else’s bucket is used', async () => {
  const { run, aws, values } = await open({ accountRegionalNamespace: false });
  meanwhile(
    account,
    action('CreateBucket'),
    () => {
      const { asset } = JSON.parse(values(REGION, RESERVED_NAMES)[0] ?? '{}') as { asset?: string };
      if (asset) aws.state.buckets.set(asset, newBucket(asset, REGION, '999999999999', 0));
    },
    2,
  );
  const report = await run('ensure', REGION);
  expect(report.status).toBe('missing');
  expect(report.failure?.message).toMatch(/does not let the account have the bucket sst-asset-[a-z]{20}/);
  expect(values(REGION)).toEqual([]);
});

test('what an earlier run left behind is told of, once another record stands', async () => {
  const { run, aws } = await open();
  for (const name of OWN) aws.state.buckets.set(name, newBucket(name, REGION, ACCOUNT, 0));
  sst(account);
  const report = await run('ensure', REGION);
  expect(report.status).toBe('ready');
  expect(report.warnings.map(({ title }) => title)).toEqual(['Buckets that no record names']);
  expect(aws.writes()).toEqual([]);
});
