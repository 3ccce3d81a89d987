// Real workflow runs: act runs the project's workflow files on this machine, against AWS and GitHub at 127.0.0.1.
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { eventOf, jobOf } from '../../local/runner/environment.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { runWorkflow, type WorkflowRun } from './act.ts';

const account = '123456789012';
let services: LocalServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.close());

const run = (name: string, event: 'push' | 'pull_request' = 'push') =>
  runWorkflow({
    workflow: path.join(import.meta.dirname, `workflows/${name}.yml`),
    event,
    payload: eventOf(jobOf({ event })),
    env: services.env,
  });

const result = (workflow: WorkflowRun, step: string, stage = 'Main') =>
  workflow.steps.filter(entry => entry.step === step && entry.stage === stage).map(entry => entry.result);

/** Every key, token and ID token that AWS and GitHub handed out. */
function secrets(): string[] {
  const tokens = services.aws.requests
    .map(({ params }) => params['WebIdentityToken'])
    .filter(value => typeof value === 'string');
  const keys = [...services.aws.state.credentials.values()];
  return [
    ...tokens,
    ...keys.flatMap(({ accessKeyId, secretAccessKey, sessionToken }) => [
      accessKeyId,
      secretAccessKey,
      sessionToken,
    ]),
  ];
}

function expectNoSecret(workflow: WorkflowRun): void {
  expect(secrets().length).toBeGreaterThanOrEqual(4);
  for (const secret of secrets()) expect(workflow.log).not.toContain(secret);
}

test('deploy: the next step reaches AWS with the exported session, and gets the outputs', async () => {
  const { state } = bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const workflow = await run('deploy');
  expect(workflow.log).toContain(`I am arn:aws:sts::${account}:assumed-role/sst-deploy/GitHubActions`);
  expect(workflow.log).toContain(`${state} holds 0 objects`);
  expect(workflow.log).toContain(
    `app=shop account=${account} status=ready bucket=${state} stage=production region=us-east-1`,
  );
  expect(workflow.exitCode).toBe(0);
  expect(result(workflow, 'Credentials')).toEqual(['success']);
  expect(result(workflow, 'Credentials', 'Post')).toEqual(['success']);
  expect(workflow.log).toContain('Blanked AWS_ACCESS_KEY_ID');
  expectNoSecret(workflow);
});

test('matrix: three stages in two regions bootstrap an empty account together', async () => {
  const workflow = await run('matrix');
  expect(result(workflow, 'Credentials')).toEqual(Array(6).fill('success'));
  expect(workflow.exitCode).toBe(0);
  for (const region of ['us-east-1', 'eu-west-1']) {
    for (const stage of ['production', 'staging', 'demo']) {
      expect(workflow.log).toContain(
        `stage=${stage} region=${region} bucket=sst-state-${account}-${region}-an`,
      );
    }
  }
  expect(services.aws.state.buckets.size).toBe(4);
  expectNoSecret(workflow);
});

test('pull request: verified, and nothing written', async () => {
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const workflow = await run('pull-request', 'pull_request');
  expect(workflow.log).toContain('status=ready stage=pr-42');
  expect(workflow.exitCode).toBe(0);
  expect(services.aws.requests.filter(({ write, service }) => write && service !== 'sts')).toEqual([]);
});

test('guard: the step stops, the deploy does not run, and nothing was exported', async () => {
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const workflow = await run('guard');
  expect(workflow.exitCode).not.toBe(0);
  expect(result(workflow, 'Credentials')).toEqual(['failure']);
  expect(workflow.log).not.toContain('the deploy ran');
  expect(workflow.log).toContain('outcome=failure profile=acme-production key=none');
  expect(workflow.log).toContain('projects/profile/sst.config.ts');
});
