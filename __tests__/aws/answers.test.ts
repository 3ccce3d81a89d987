// Answers that are not from AWS, are incomplete, or do not have AWS's form.
import type { RequestListener } from 'node:http';
import { type Listening, listen } from '../../local/http.ts';
import { openRepositories } from '../../src/aws/ecr.ts';
import type { Access } from '../../src/aws/identity.ts';
import { openS3 } from '../../src/aws/s3.ts';
import { openParameters } from '../../src/aws/ssm.ts';
import { openSts } from '../../src/aws/sts.ts';
import { makeAgents, type Transport } from '../../src/aws/transport.ts';

let server: Listening | undefined;
let requests: number;
let userAgents: unknown[];

beforeEach(() => {
  requests = 0;
  userAgents = [];
});
afterEach(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  await server?.close();
});

async function answering(listener: RequestListener, more: Partial<Transport> = {}): Promise<Access> {
  server = await listen((request, response) => {
    requests++;
    userAgents.push(request.headers['user-agent']);
    listener(request, response);
  });
  process.env['AWS_ENDPOINT_URL'] = server.url;
  return {
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    identity: { account: '123456789012', arn: '', partition: 'aws' },
    region: 'us-east-1',
    transport: {
      signal: new AbortController().signal,
      trace: () => {},
      agents: makeAgents({}),
      patience: 500,
      ...more,
    },
  };
}

const PORTAL = '<html><body>Please log in</body></html>';
const saying =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);

const ASK: Record<string, (access: Access) => Promise<unknown>> = {
  STS: async ({ region, keys, transport }) =>
    (await openSts({ region, endpoint: undefined, keys, transport })).assumeRole({
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'test',
    }),
  SSM: async access => (await openParameters(access)).read(['/sst/bootstrap']),
  ECR: async access => (await openRepositories(access)).find('sst-asset'),
  S3: async access => (await openS3(access)).find('bucket'),
};

describe.each(Object.entries(ASK))('%s', (service, ask) => {
  test.each([200, 302, 403, 407, 502])(
    'a captive portal or proxy that answers with %i is named',
    async status => {
      const access = await answering(saying(status, PORTAL));
      await expect(ask(access)).rejects.toMatchObject({
        code: 'ForeignAnswer',
        status,
        message: `127.0.0.1 answered with HTTP status ${status} (text/html), and not as AWS does`,
      });
      // Only what a gateway says of its own failure passes, and STS is repeated by who asks it.
      if (service !== 'STS') expect(requests > 1).toBe(status === 502);
    },
  );

  test('an answer that drips ends, as a whole', async () => {
    const access = await answering(
      (_, response) => {
        response.writeHead(200, { 'x-amz-request-id': '1', 'content-type': 'application/x-amz-json-1.1' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      { answerWithin: 200, patience: 1 },
    );
    // The answer to a HEAD request has no body that could arrive slowly.
    const asking = service === 'S3' ? (await openS3(access)).policy('bucket') : ask(access);
    await expect(asking).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });

  test('an answer without end is not read to its end', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    const access = await answering((_, response) => {
      response.writeHead(200, { 'x-amz-request-id': '1', 'content-type': 'application/x-amz-json-1.1' });
      const more = () => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', more);
      more();
    });
    const asking = service === 'S3' ? (await openS3(access)).policy('bucket') : ask(access);
    await expect(asking).rejects.toMatchObject({ code: 'AnswerTooLarge' });
    expect(requests).toBe(1);
  });

  test('the run is named to AWS', async () => {
    const url = 'https://github.com/acme/shop/actions/runs/1';
    const access = await answering(saying(403, '', { 'x-amz-request-id': '1' }), { runUrl: url });
    await ask(access).catch(() => {});
    expect(userAgents[0]).toMatch(/sst-creds\/1 github\.com\/acme\/shop\/actions\/runs\/1\b/);
  });
});

test.each(['SSM', 'ECR', 'S3'])('%s: 503 for a while, then an answer', async service => {
  const access = await answering(
    (request, response) => {
      if (requests < 6) return saying(503, '', { 'x-amz-request-id': '1' })(request, response);
      const json = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-request-id': '1' };
      const repositories = [{ registryId: '123456789012', repositoryUri: 'x/sst-asset' }];
      return saying(200, JSON.stringify({ Parameters: [], repositories }), json)(request, response);
    },
    { patience: 20_000 },
  );
  await ASK[service]?.(access);
  expect(requests).toBe(6);
});

test.each([
  [
    'SSM',
    'InvalidSignatureException',
    'Signature expired: 20261125T010000Z is now earlier than 20261125T013000Z',
  ],
  [
    'SSM',
    'InvalidSignatureException',
    'Signature not yet current: 20261125T020000Z is still later than 20261125T013000Z',
  ],
])(
  "%s: a runner whose clock is wrong signs with the server's time: %s, %s",
  async (service, code, message) => {
    const dates: unknown[] = [];
    const access = await answering((request, response) => {
      dates.push(request.headers['x-amz-date']);
      const json = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '1' };
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      if (requests > 1) return saying(200, '{"Parameters": []}', json)(request, response);
      return saying(400, JSON.stringify({ __type: code, message }), { ...json, date })(request, response);
    });
    await ASK[service]?.(access);
    const hours = dates.map(date => Number(/T(\d\d)/.exec(String(date))?.[1]));
    expect(((hours[1] ?? 0) - (hours[0] ?? 0) + 24) % 24).toBe(1);
  },
);

test('S3: a bucket that is there, in another region than the one that was asked', async () => {
  const access = await answering(
    saying(200, '', { 'x-amz-request-id': '1', 'x-amz-bucket-region': 'eu-west-1' }),
  );
  expect(await ASK['S3']?.(access)).toEqual({ is: 'elsewhere', region: 'eu-west-1' });
});

const KEYS =
  '<Credentials><AccessKeyId>ASIAQQQQQQQQQQQQQQQQ</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken></Credentials>';
const assumed = (inside: string) =>
  `<AssumeRoleResponse><AssumeRoleResult>${inside}</AssumeRoleResult></AssumeRoleResponse>`;

test.each([
  [
    'no keys',
    '<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/a/b</Arn></AssumedRoleUser>',
    'InvalidAnswer',
  ],
  ['keys of another form', KEYS.replace('ASIAQ', '::error::'), 'InvalidAnswer'],
  ['an ARN that is none', `${KEYS}<AssumedRoleUser><Arn>::error::x</Arn></AssumedRoleUser>`, 'InvalidAnswer'],
])('STS: %s', async (_, inside, code) => {
  const access = await answering(
    saying(200, assumed(inside), { 'content-type': 'text/xml', 'x-amzn-requestid': '1' }),
  );
  await expect(ASK['STS']?.(access)).rejects.toMatchObject({ code });
});

test.each([
  ['a URI with a command', { registryId: '123456789012', repositoryUri: 'x/y\n::error::z' }],
  ['an account that is none', { registryId: '::error::', repositoryUri: 'x/y' }],
])('ECR: %s', async (_, repository) => {
  const json = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '1' };
  const access = await answering(saying(200, JSON.stringify({ repositories: [repository] }), json));
  await expect(ASK['ECR']?.(access)).rejects.toMatchObject({ code: 'InvalidAnswer' });
});

test('STS: an answer that breaks off is a failure of the network, not a refusal', async () => {
  const access = await answering((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/xml',
      'x-amzn-requestid': '1',
      'content-length': '1000',
    });
    response.write('<AssumeRoleResponse>');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(ASK['STS']?.(access)).rejects.toMatchObject({ code: 'ECONNRESET' });
});
