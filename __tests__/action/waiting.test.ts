// The step uses its waiting time: it opens connections before they are needed, and sends no request whose answer is not
// used.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const REGION = 'us-east-1';
let services: LocalServices;
let front: Server;
/** When a connection to AWS was opened, in milliseconds of this process. */
let opened: number[];
let address: string;

/** AWS through a server that sees the connections. */
beforeEach(async () => {
  services = await startServices();
  bootstrapAsSst(services.aws, { account: services.account, region: REGION });
  services.aws.latency = services.github.latency = 250;
  opened = [];
  const { hostname, port } = new URL(services.aws.url);
  front = createServer(socket => {
    opened.push(performance.now());
    const aws = connect(Number(port), hostname);
    socket.pipe(aws).pipe(socket);
    socket.on('error', () => aws.destroy());
    aws.on('error', () => socket.destroy());
  });
  await new Promise<void>(resolve => {
    front.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});
afterEach(async () => {
  front.close();
  await services.close();
  await removeRuns();
});

const step = (inputs: Record<string, string>) =>
  runAction({
    with: {
      'aws-region': REGION,
      'role-to-assume': services.role.arn,
      stage: 'production',
      'working-directory': 'local/sample',
      ...inputs,
    },
    workspace: process.cwd(),
    env: { ...services.env, AWS_ENDPOINT_URL: address },
  });

test('the whole job: all connections are opened while the token is on its way, and no others', async () => {
  const run = await step({});
  expect(run.exitCode).toBe(0);
  const [token] = services.github.requests.filter(({ service }) => service === 'token');
  // One each for STS, Systems Manager and ECR, and three for S3. The six requests share them.
  expect(opened).toHaveLength(6);
  for (const at of opened) expect(at).toBeLessThan(token?.answered ?? 0);
  expect(services.aws.requests).toHaveLength(6);
});

test('credentials alone: one connection, two requests', async () => {
  const run = await step({ bootstrap: 'skip', 'profile-guard': 'off' });
  expect(run.exitCode).toBe(0);
  expect(opened.length).toBe(1);
  expect(services.aws.requests).toHaveLength(1);
});

test('a profile that wins is reported without waiting for AWS', async () => {
  services.aws.latency = 30_000;
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'wins-'));
  await writeFile(
    path.join(workspace, 'sst.config.ts'),
    "export default $config({ app: () => ({ name: 'shop', home: 'aws', providers: { aws: { profile: 'work' } } }), async run() {} });\n",
  );
  const run = await runAction({
    with: { 'aws-region': REGION, 'role-to-assume': services.role.arn, stage: 'production' },
    workspace,
    env: { ...services.env, AWS_ENDPOINT_URL: address },
  });
  await rm(workspace, { recursive: true });
  expect(run.exitCode).toBe(1);
  expect(run.annotations.map(({ title }) => title)).toEqual(['A profile overrides the credentials']);
  expect(services.aws.requests.every(({ answered }) => answered === undefined)).toBe(true);
});
