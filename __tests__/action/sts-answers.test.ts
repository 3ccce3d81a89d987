// An STS that is not AWS's own (`sts-endpoint`) and leaves things out of its answers.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Listening, listen, readBody } from '../../local/http.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

const account = '123456789012';
const KEYS = `<AccessKeyId>ASIAQQQQQQQQQQQQQQQQ</AccessKeyId><SecretAccessKey>${'s'.repeat(40)}</SecretAccessKey><SessionToken>${'t'.repeat(200)}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>`;

let services: LocalServices;
let workspace: string;
let sts: Listening;
let asked: string[];
let credentials: string;

beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'sts-answers-'));
  asked = [];
  sts = await listen(async (request, response) => {
    const action = new URLSearchParams(String(await readBody(request))).get('Action') ?? '';
    asked.push(action);
    const result =
      action === 'GetCallerIdentity'
        ? `<Arn>arn:aws:sts::${account}:assumed-role/other/session</Arn><Account>${account}</Account>`
        : `<Credentials>${credentials}</Credentials>`;
    response.setHeader('content-type', 'text/xml');
    response.setHeader('x-amzn-requestid', '1');
    response.end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
  });
});

afterEach(async () => {
  await sts.close();
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const step = () =>
  runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': `arn:aws:iam::${account}:role/other`,
      'sts-endpoint': sts.url,
      stage: 'production',
      bootstrap: 'skip',
      'profile-guard': 'off',
    },
    workspace,
    env: services.env,
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
  expect(errors.map(({ title }) => title)).toEqual(['The answer did not come from AWS']);
});
