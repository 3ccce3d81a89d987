// The roles of `providers.aws.assumeRoles`, at an STS that answers as each test says.
import { type Listening, listen } from '../../local/http.ts';
import type { Access } from '../../src/aws/identity.ts';
import { makeAgents } from '../../src/aws/transport.ts';
import { assumeConfigRoles } from '../../src/credentials/assume-role.ts';
import { readInputs } from '../../src/inputs/inputs.ts';

const [FIRST, SECOND] = ['arn:aws:iam::444455556666:role/first', 'arn:aws:iam::777788889999:role/second'];
const KEYS =
  '<Credentials><AccessKeyId>ASIAQQQQQQQQQQQQQQQQ</AccessKeyId><SecretAccessKey>s/s</SecretAccessKey><SessionToken>t</SessionToken></Credentials>';
const answer = (action: string, inside: string) =>
  `<${action}Response><${action}Result>${inside}</${action}Result></${action}Response>`;
const session = (account: string, keys = KEYS) =>
  answer(
    'AssumeRole',
    `${keys}<AssumedRoleUser><Arn>arn:aws:sts::${account}:assumed-role/r/s</Arn></AssumedRoleUser>`,
  );
const DENIED =
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you, arn:aws:sts::123123123123:x</Message></Error></ErrorResponse>';

let server: Listening;
let asked: string[];
afterEach(() => server.close());

/** Assumes both roles. @param answers one for each request: the status and the body. */
async function assume(answers: Array<[status: number, body: string]>, inputs: Record<string, string> = {}) {
  asked = [];
  server = await listen((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const parameters = new URLSearchParams(body);
      asked.push(parameters.get('RoleArn') ?? parameters.get('Action') ?? '');
      const [status, text] = answers.shift() ?? [500, ''];
      response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': '1' }).end(text);
    });
  });
  const access: Access = {
    keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    identity: {
      account: '123456789012',
      arn: 'arn:aws:sts::123456789012:assumed-role/a/b',
      partition: 'aws',
    },
    region: 'us-east-1',
    transport: { signal: new AbortController().signal, trace: () => {}, agents: makeAgents({}) },
  };
  const masked: string[] = [];
  const { credentials } = readInputs({
    'INPUT_STS-ENDPOINT': server.url,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  });
  const asking = {
    ...credentials,
    log: { info() {}, debug() {} },
    mask: (secret: string) => void masked.push(secret),
  };
  const roles = [{ roleArn: FIRST }, { roleArn: SECOND }];
  return { masked, ...(await assumeConfigRoles(asking, roles, access)) };
}

test('each role is assumed from the one before; its session and, if they are secret, the accounts are masked', async () => {
  const { access, problem, masked } = await assume(
    [
      [200, session('444455556666')],
      [200, session('777788889999')],
    ],
    { 'mask-aws-account-id': 'true' },
  );
  expect(problem).toBeUndefined();
  expect(access.identity.account).toBe('777788889999');
  expect(asked).toEqual([FIRST, SECOND]);
  expect(masked).toEqual(expect.arrayContaining(['s/s', 't', '444455556666', '777788889999']));
});

test('the inputs about retries and keys are those of the role of this step', async () => {
  const { access, problem } = await assume(
    [
      [500, ''],
      [200, session('444455556666')],
      [200, session('777788889999')],
    ],
    { 'disable-retry': 'true', 'special-characters-workaround': 'false' },
  );
  expect([problem, access.identity.account]).toEqual([undefined, '777788889999']);
  await server.close();
  await assume(
    [
      [200, session('444455556666')],
      [200, session('777788889999')],
    ],
    { 'special-characters-workaround': 'true' },
  );
  expect(asked).toEqual([FIRST, SECOND]);
});

test('a role that refuses: the access is that of the role before, and the message names both', async () => {
  const { access, problem, masked } = await assume(
    [
      [200, session('444455556666')],
      [403, DENIED],
      [403, DENIED],
      [403, DENIED],
    ],
    { 'mask-aws-account-id': 'true' },
  );
  expect(access.identity.account).toBe('444455556666');
  expect(asked).toEqual([FIRST, SECOND, SECOND, SECOND]);
  expect(problem?.title).toBe('The bootstrap was not checked');
  expect(problem?.what).toBe(
    `The bootstrap that SST will use is in the account of ${SECOND}. SST will assume it with the same credentials. AWS does not allow assuming the role ${SECOND} with arn:aws:sts::444455556666:assumed-role/r/s.\nAWS said: AccessDenied: not you, arn:aws:sts::123123123123:x`,
  );
  expect(masked).toContain('123123123123');
});

test('an STS that answers without a session', async () => {
  const { access, problem } = await assume([[200, session('444455556666', '')]]);
  expect(access.identity.account).toBe('123456789012');
  expect(problem?.what).toBe(
    `The bootstrap that SST will use is in the account of ${FIRST}. SST will assume it with the same credentials. In place of STS in us-east-1, something else answered: a proxy, a firewall, a captive portal, or the host in \`sts-endpoint\` or AWS_ENDPOINT_URL.\nThe last error: InvalidAnswer: the answer has no access key, secret and session token`,
  );
  expect(problem?.next).toContain('Check `sts-endpoint`');
});

test('an STS that does not say whose the session is, is asked', async () => {
  const owner = answer('GetCallerIdentity', '<Arn>arn:aws:sts::444455556666:assumed-role/r/s</Arn>');
  const { access } = await assume([
    [200, answer('AssumeRole', KEYS)],
    [200, owner],
    [200, session('777788889999')],
  ]);
  expect(access.identity.account).toBe('777788889999');
  expect(asked).toEqual([FIRST, 'GetCallerIdentity', SECOND]);
});
