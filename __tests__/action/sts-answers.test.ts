// An STS that is not AWS's own (`sts-endpoint`) and leaves things out of its answers.
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';

const account = '123456789012';
const KEYS = `<AccessKeyId>ASIAQQQQQQQQQQQQQQQQ</AccessKeyId><SecretAccessKey>${'s'.repeat(40)}</SecretAccessKey><SessionToken>${'t'.repeat(200)}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>`;

let world: World;
let workspace: string;
let sts: http.Server;
let asked: string[];
let credentials: string;

beforeEach(async () => {
  world = await startWorld();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'sts-answers-'));
  asked = [];
  sts = http.createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const action = new URLSearchParams(body).get('Action') ?? '';
      asked.push(action);
      const result =
        action === 'GetCallerIdentity'
          ? `<Arn>arn:aws:sts::${account}:assumed-role/other/session</Arn><Account>${account}</Account>`
          : `<Credentials>${credentials}</Credentials>`;
      response.setHeader('content-type', 'text/xml');
      response.end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
    });
  });
  await new Promise<void>(resolve => sts.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  sts.closeAllConnections();
  await new Promise(resolve => sts.close(resolve));
  await world.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const step = () =>
  runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': `arn:aws:iam::${account}:role/other`,
      'sts-endpoint': `http://127.0.0.1:${(sts.address() as AddressInfo).port}`,
      stage: 'production',
      bootstrap: 'skip',
      'profile-guard': 'off',
    },
    workspace,
    env: world.env,
  });

test('without AssumedRoleUser it is asked whose the session is', async () => {
  credentials = KEYS;
  const run = await step();
  expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(asked).toEqual(['AssumeRoleWithWebIdentity', 'GetCallerIdentity']);
  expect(run.outputs['aws-account-id']).toBe(account);
  expect(run.exported['AWS_ACCESS_KEY_ID']).toBe('ASIAQQQQQQQQQQQQQQQQ');
});

test('without credentials the step stops, and exports no empty variables', async () => {
  credentials = '';
  const run = await step();
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual({});
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors.map(({ title }) => title)).toEqual(['STS answered without a session']);
});
