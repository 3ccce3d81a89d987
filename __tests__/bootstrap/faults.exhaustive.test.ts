// After any single fault of a request, the run recovers, and leaves the same state as a run without the fault.
import { INTERNAL, OPERATION_ABORTED, THROTTLED } from '../../local/aws/faults.ts';
import { type AwsFault, type AwsRequest, startAws } from '../../local/aws/server.ts';
import { openAccount, startAccount } from './account.ts';

const REGION = 'eu-west-1';

/** The faults of a service's requests, before and after the request took effect. */
const KINDS: Record<string, (entry: AwsRequest) => AwsFault['answer']> = {
  'a 500': ({ service }) => INTERNAL[service],
  throttling: ({ service }) => THROTTLED[service],
  'a reset': () => 'reset',
  'no answer': () => 'timeout',
};

test.each(Object.keys(KINDS))(
  'each request of `ensure` failing once by %s, before and after its effect',
  async kind => {
    const plain = await startAccount();
    await plain.run('ensure', REGION);
    const requests = plain.aws.requests.map(({ service, action }) => ({ service, action }));
    await plain.close();

    const aws = await startAws();
    process.env['AWS_ENDPOINT_URL'] = aws.url;
    const cases = requests.flatMap((request, index) => [
      { ...request, index, effect: false },
      { ...request, index, effect: true },
    ]);
    const answerWithin = kind === 'no answer' ? { transport: { answerWithin: 1_500 } } : {};
    const ended = await inTurns(
      cases.map(({ service, action, index, effect }, number) => async () => {
        const account = openAccount(aws, String(100_000_000_000 + number), answerWithin);
        const concerns = ({ accountId }: AwsRequest) => accountId === account.id;
        const answer = KINDS[kind]?.({ service } as AwsRequest) ?? 'reset';
        const fault = aws.inject({ when: concerns, after: index, answer, effect });
        const report = await account.run('ensure', REGION);
        const verified = await account.run('verify', REGION);
        return {
          case: `${action} (${index + 1})${effect ? ', response lost' : ''}`,
          hits: fault.hits,
          status: report.status,
          verified: verified.status,
          buckets: account.buckets(),
          values: account.values(REGION).length,
          warnings: report.warnings,
          left: aws.state.buckets.get(`sst-state-${account.id}-${REGION}-an`)?.versioning,
        };
      }),
    );
    await aws.close();
    delete process.env['AWS_ENDPOINT_URL'];
    expect(requests.length).toBeGreaterThan(15);
    for (const [number, run] of ended.entries()) {
      const id = 100_000_000_000 + number;
      expect(run).toEqual({
        case: run.case,
        hits: 1,
        status: 'created',
        verified: 'ready',
        buckets: [`sst-asset-${id}-${REGION}-an`, `sst-state-${id}-${REGION}-an`],
        values: 1,
        warnings: [],
        left: 'Enabled',
      });
    }
  },
);

/** Only a few at a time, because they need the processor, and do not only wait. */
async function inTurns<T>(jobs: readonly (() => Promise<T>)[], atOnce = 10): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < jobs.length; from += atOnce)
    results.push(...(await Promise.all(jobs.slice(from, from + atOnce).map(job => job()))));
  return results;
}

test('a conflict with another job is waited out', async () => {
  const account = await startAccount();
  for (const action of ['CreateBucket', 'PutBucketVersioning', 'PutBucketPolicy'])
    account.aws.inject({ service: 's3', action, answer: OPERATION_ABORTED, times: 3 });
  const busy = { status: 400, code: 'TooManyUpdates', message: 'There are concurrent updates' };
  account.aws.inject({ service: 'ssm', action: 'PutParameter', answer: busy, times: 3 });
  expect((await account.run('ensure')).status).toBe('created');
  expect(account.values('us-east-1')).toHaveLength(1);
  await account.close();
});

test('what does not recover ends within a bound, and says so', async () => {
  const account = await startAccount({ transport: { patience: 2_000 } });
  account.aws.inject({ service: 's3', action: 'HeadBucket', answer: INTERNAL.s3, times: Infinity });
  account.aws.inject({ service: 's3', action: 'ListObjectsV2', answer: INTERNAL.s3, times: Infinity });
  const report = await account.run('ensure');
  expect(report.status).toBe('missing');
  expect(report.failure?.message).toMatch(
    /S3 ListBucket on arn:aws:s3:::sst-asset-.* failed after \d+ tries: HTTP status 500\./,
  );
  expect(report.failure?.message).toMatch(/Run the job again/);
  expect(account.aws.writes()).toEqual([]);
  await account.close();
});
