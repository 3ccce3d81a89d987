import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { INTERNAL, regionDisabled } from '../../local/aws/faults.ts';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { ACCOUNT, clients, refusal } from './clients.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startAws();
});
afterEach(() => aws.close());

const identity = () => refusal(clients(aws).sts.send(new GetCallerIdentityCommand({})));
const put = (Name = '/a', options?: { abortSignal: AbortSignal }) =>
  refusal(clients(aws).ssm.send(new PutParameterCommand({ Name, Value: 'x', Type: 'String' }), options));
const names = async (requests: Promise<{ name: string }>[]) =>
  (await Promise.all(requests)).map(({ name }) => name);
const written = (name = '/a') => aws.state.region(ACCOUNT, 'us-east-1').parameters.has(name);

describe('an injected error', () => {
  test('hits one request unless told, after those it lets pass, and tells how often', async () => {
    const once = aws.inject({ service: 'sts', answer: regionDisabled(ACCOUNT) });
    expect([await identity(), await identity()]).toMatchObject([
      { status: 403, name: 'RegionDisabledException' },
      { name: 'went through' },
    ]);
    expect(once.hits).toBe(1);
    aws.inject({ action: 'GetCallerIdentity', after: 1, times: 2, answer: INTERNAL.sts });
    const outcomes = [await identity(), await identity(), await identity(), await identity()];
    expect(outcomes.map(({ status }) => status)).toEqual([undefined, 500, 500, undefined]);
  });

  test('hits the service, the action and the requests it is meant for', async () => {
    aws.inject({ service: 'ssm', answer: INTERNAL.ssm });
    aws.inject({ action: 'GetParameter', answer: INTERNAL.ssm });
    aws.inject({
      when: ({ params }) => params['Name'] === '/b',
      answer: { status: 400, code: 'Mine', message: 'b' },
    });
    expect(await identity()).toMatchObject({ name: 'went through' });
    expect(await names([put('/c')])).toEqual(['InternalServerError']);
    expect(await put('/a')).toMatchObject({ name: 'went through' });
    expect(await put('/b')).toMatchObject({ name: 'Mine', message: 'b' });
  });

  test('comes in the form of the service, with its headers', async () => {
    const headers = { 'retry-after': '3' };
    aws.inject({
      service: 's3',
      answer: { status: 409, code: 'OperationAborted', message: 'busy', headers },
    });
    const error = await clients(aws)
      .s3.send(new CreateBucketCommand({ Bucket: 'bucket' }))
      .catch(caught => caught);
    expect([error.name, error.message, error.$response.headers['retry-after']]).toEqual([
      'OperationAborted',
      'busy',
      '3',
    ]);
    expect(aws.requests[0]).toMatchObject({ status: 409, code: 'OperationAborted' });
  });

  test('can be taken back', async () => {
    aws.inject({ times: Number.POSITIVE_INFINITY, answer: INTERNAL.sts }).remove();
    expect(await identity()).toMatchObject({ name: 'went through' });
    aws.inject({ times: Number.POSITIVE_INFINITY, answer: INTERNAL.sts });
    aws.heal();
    expect(await identity()).toMatchObject({ name: 'went through' });
  });
});

describe('a lost request and a lost response', () => {
  test.each([
    [false, false],
    [true, true],
  ])('effect %s: written %s', async (effect, expected) => {
    aws.inject({ action: 'PutParameter', answer: 'reset', effect });
    expect((await put()).name).not.toBe('went through');
    expect(written()).toBe(expected);
    aws.inject({ action: 'PutParameter', answer: INTERNAL.ssm, effect });
    expect(await put('/b')).toMatchObject({ name: 'InternalServerError' });
    expect(written('/b')).toBe(expected);
  });

  test('no answer at all', async () => {
    aws.inject({ action: 'PutParameter', answer: 'timeout', effect: true });
    const aborted = new AbortController();
    const outcome = put('/a', { abortSignal: aborted.signal });
    while (!written()) await new Promise(setImmediate);
    aborted.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(await put()).toMatchObject({ name: 'ParameterAlreadyExists' });
  });
});

describe('a limit', () => {
  test('throttles what goes beyond, with the code of the service, and only that action', async () => {
    // The rate is so low that nothing is refilled while the test runs.
    aws.limit({ service: 'sts', action: 'GetCallerIdentity', perSecond: 0.0001, burst: 2 });
    const outcomes = await names([identity(), identity(), identity(), put()]);
    expect(outcomes.sort()).toEqual(['Throttling', 'went through', 'went through', 'went through']);
    aws.limit({ service: 's3', perSecond: 0 });
    aws.limit({ service: 'ssm', perSecond: 0 });
    const { s3, ssm } = clients(aws);
    expect(await refusal(s3.send(new CreateBucketCommand({ Bucket: 'bucket' })))).toMatchObject({
      status: 503,
      name: 'SlowDown',
    });
    expect(await refusal(ssm.send(new GetParameterCommand({ Name: '/a' })))).toMatchObject({
      status: 400,
      name: 'ThrottlingException',
    });
    expect(aws.state.buckets.size).toBe(0);
  });
});

test('the log tells each request, whether it writes, and what became of it', async () => {
  await put();
  await put();
  await identity();
  expect(aws.requests).toMatchObject([
    {
      number: 1,
      service: 'ssm',
      action: 'PutParameter',
      region: 'us-east-1',
      accountId: ACCOUNT,
      write: true,
      status: 200,
      params: { Name: '/a' },
    },
    { number: 2, write: true, status: 400, code: 'ParameterAlreadyExists' },
    { number: 3, service: 'sts', write: false, status: 200 },
  ]);
  expect(aws.writes()).toEqual(['ssm:PutParameter', 'ssm:PutParameter']);
});

test('onRequest sees each request before it takes effect, and holds it up', async () => {
  const seen: unknown[] = [];
  aws.onRequest = async ({ number }) => {
    await new Promise(setImmediate);
    seen.push([number, written()]);
  };
  await put();
  await put();
  expect(seen).toEqual([
    [1, false],
    [2, true],
  ]);
});
