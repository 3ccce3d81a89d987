// The kit for the AWS side: its CloudFormation deployed to moto, and the action run with the roles that it made. moto
// enforces the roles' policies but no trust policy; those are held against tokens by the local AWS.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Job } from '../../local/github/claims.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';
import { type KitRole, type Moto, type Stack, startMoto } from './iam-kit/moto.ts';

const repository = { Owner: 'acme', Repository: 'shop' };
const ids = { OwnerId: '123456', RepositoryId: '456789' };
/** Attached by AWS, not by moto: what is left is what SST's documentation grants for its bootstrap and secrets. */
const deployments = { DeploymentsPolicyArn: 'arn:aws:iam::123456789012:policy/app' };

let moto: Moto;
let world: World;
let workspace: string;

beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.close());

beforeEach(async () => {
  await moto.reset();
  world = await startWorld();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'kit-'));
});

afterEach(async () => {
  await Promise.all([world.close(), removeRuns()]);
  await rm(workspace, { recursive: true, force: true });
});

/**
 * The action on moto, in a workspace without a project: with an app and a stage it reads the stage's lock, and moto
 * lets nobody read from a bucket whose policy refuses plain HTTP, which is what these tests speak.
 */
const onMoto = (inputs: Record<string, string>, job: Partial<Job> = {}): Promise<Run> =>
  runAction({
    with: { 'aws-region': 'us-east-1', stage: 'production', ...inputs },
    workspace,
    job,
    env: { ...world.env, AWS_ENDPOINT_URL: moto.url },
  });

const onLocal = (inputs: Record<string, string>): Promise<Run> =>
  runAction({
    with: { 'aws-region': 'us-east-1', stage: 'production', ...inputs },
    workspace,
    env: world.env,
  });

const errors = (run: Run) =>
  run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('the roles on moto, IAM enforced', () => {
  let deployer: Record<string, string>;
  let verifier: Record<string, string>;

  beforeEach(async () => {
    const stack = await moto.deploy('github-actions.yml', { ...repository, ...deployments });
    expect(stack.status).toBe('CREATE_COMPLETE');
    [deployer, verifier] = await Promise.all([
      sessionOf(stack, 'DeployRoleArn', {}),
      sessionOf(stack, 'VerifyRoleArn', { event: 'pull_request' }),
    ]);
    await moto.enforceIam();
  });

  /** The role's keys, by OIDC as in a job; moto refuses the unsigned request for them once it enforces IAM. */
  async function sessionOf(
    { roles }: Stack,
    role: string,
    job: Partial<Job>,
  ): Promise<Record<string, string>> {
    const { exported } = await onMoto({ 'role-to-assume': roles[role]?.arn ?? '', bootstrap: 'skip' }, job);
    return {
      'aws-access-key-id': exported['AWS_ACCESS_KEY_ID'] ?? '',
      'aws-secret-access-key': exported['AWS_SECRET_ACCESS_KEY'] ?? '',
      'aws-session-token': exported['AWS_SESSION_TOKEN'] ?? '',
    };
  }

  test('the deploy role bootstraps an empty account, and finds it ready after', async () => {
    const first = await onMoto({ ...deployer, bootstrap: 'ensure' });
    expect([errors(first), first.outputs['bootstrap-status']]).toEqual([[], 'created']);
    expect(first.outputs['authenticated-arn']).toContain(':assumed-role/sst-deploy/');
    const second = await onMoto({ ...deployer, bootstrap: 'verify' });
    expect([errors(second), second.outputs['bootstrap-status']]).toEqual([[], 'ready']);
  });

  test('the verify role verifies, sees the settings too, and can write nothing', async () => {
    const early = await onMoto({ ...verifier, bootstrap: 'ensure' });
    expect(early.exitCode).toBe(1);
    expect(errors(early)).toHaveLength(1);
    expect(errors(early)[0]).toMatch(/s3:CreateBucket|ssm:PutParameter|ecr:CreateRepository/);

    await onMoto({ ...deployer, bootstrap: 'ensure' });
    const run = await onMoto({ ...verifier, bootstrap: 'verify' });
    expect([errors(run), run.outputs['bootstrap-status']]).toEqual([[], 'ready']);
    expect(run.outputs['authenticated-arn']).toContain(':assumed-role/sst-deploy-verify/');
    expect(run.summary).not.toContain('not checked (');
  });
});

test('without a policy for the app, the deploy role may do everything', async () => {
  const { roles } = await moto.deploy('github-actions.yml', repository);
  const policies = roles['DeployRoleArn']?.policies ?? {};
  expect(Object.keys(policies).sort()).toEqual(['sst-deploy-deployments', 'sst-deploy-sst']);
  expect(policies['sst-deploy-deployments']?.Statement).toEqual([
    { Sid: 'Deployments', Effect: 'Allow', Action: '*', Resource: '*' },
  ]);
});

describe('the roles with their policies as they stand, resources and all, on the local AWS', () => {
  const as = (role: KitRole | undefined, bootstrap: string): Promise<Run> => {
    const { arn } = world.aws.state.addRole(world.account, 'kit', {
      trust: world.role.trust,
      policies: Object.values(role?.policies ?? {}),
    });
    return onLocal({ 'role-to-assume': arn, bootstrap });
  };

  beforeEach(() =>
    writeFile(
      path.join(workspace, 'sst.config.ts'),
      `export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n`,
    ),
  );

  test('deploy and verify', async () => {
    const { roles } = await moto.deploy('github-actions.yml', { ...repository, ...deployments });
    expect((await as(roles['DeployRoleArn'], 'ensure')).outputs['bootstrap-status']).toBe('created');
    const ready = await as(roles['DeployRoleArn'], 'verify');
    expect([errors(ready), ready.outputs['bootstrap-status']]).toEqual([[], 'ready']);

    // The verify role sees the lock of a stage, and none of what the state bucket is for.
    const bucket = world.aws.state.buckets.get(ready.outputs['state-bucket'] ?? '');
    expect(bucket).toBeDefined();
    const seen = world.aws.requests.length;
    const verified = await as(roles['VerifyRoleArn'], 'verify');
    expect([errors(verified), verified.outputs['bootstrap-status']]).toEqual([[], 'ready']);
    const refused = world.aws.requests.slice(seen).filter(({ status }) => status === 403 || status === 400);
    expect(refused.map(({ action }) => action)).toEqual(['GetParameters']);
  });
});

describe('the trust policies', () => {
  const main = { ref: 'refs/heads/main' };
  const branch = { ref: 'refs/heads/feature' };
  const production = { environment: 'production', ...branch };
  const pull = { event: 'pull_request' };
  const tag = { ref: 'refs/tags/main' };
  const other = { repository: 'shop-two' };
  const immutable = { immutableSubject: true };
  const impostor = { ...immutable, repositoryId: '999999' };

  // Which jobs a role of the stack lets in.
  test.each<
    [string, Record<string, string>, 'DeployRoleArn' | 'VerifyRoleArn', Partial<Job>[], Partial<Job>[]]
  >([
    [
      'a branch',
      {},
      'DeployRoleArn',
      [main],
      [branch, tag, pull, production, other, { ...main, ...immutable }],
    ],
    [
      'a branch, with ids',
      ids,
      'DeployRoleArn',
      [main, { ...main, ...immutable }],
      [{ ...branch, ...immutable }, { ...main, ...impostor }, pull, other],
    ],
    [
      'an environment, with ids',
      { ...ids, Environment: 'production' },
      'DeployRoleArn',
      [production, { ...production, ...immutable }],
      [main, pull, { environment: 'staging' }, { ...production, ...impostor }],
    ],
    [
      'pull requests',
      {},
      'VerifyRoleArn',
      [pull],
      [main, production, { ...pull, ...immutable }, { ...pull, ...other }],
    ],
    [
      'pull requests, with ids',
      ids,
      'VerifyRoleArn',
      [pull, { ...pull, ...immutable }],
      [main, { ...pull, ...impostor }],
    ],
  ])('%s', async (_, parameters, output, welcome, refused) => {
    const stack = await moto.deploy('github-actions.yml', { ...repository, ...parameters });
    const role = stack.roles[output];
    world.aws.state.addRole(world.account, 'kit', { trust: role?.trust ?? { Statement: [] } });
    const enter = async (job: Partial<Job>) => {
      world.github.job = {
        ...world.github.job,
        environment: '',
        event: 'push',
        immutableSubject: false,
        repository: 'shop',
        repositoryId: '456789',
        ref: 'refs/heads/main',
      };
      Object.assign(world.github.job, job);
      const response = await world.github.idToken('sts.amazonaws.com');
      const query = new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: `arn:aws:iam::${world.account}:role/kit`,
        RoleSessionName: 'kit',
        WebIdentityToken: response,
      });
      return (await fetch(world.aws.url, { method: 'POST', body: query })).status;
    };
    for (const job of welcome) expect([job, await enter(job)]).toEqual([job, 200]);
    for (const job of refused) expect([job, await enter(job)]).toEqual([job, 403]);
  });
});

describe('the role for people of Identity Center', () => {
  const PATHS = ['/aws-reserved/sso.amazonaws.com/', '/aws-reserved/sso.amazonaws.com/eu-west-1/'];
  const people = 'AWSReservedSSO_MyApplicationDevPermissions_0123456789abcdef';

  test.each([
    ['of its permission set', people, PATHS[0], true],
    ['of its permission set, in another region', people, PATHS[1], true],
    ['of another permission set', 'AWSReservedSSO_Administrators_0123456789abcdef', PATHS[0], false],
    ['who made a role that is called alike', people, '/', false],
  ])('people %s', async (_, name, rolePath = '/', welcome) => {
    const { outputs, roles } = await moto.deploy('identity-center.yml', {
      ApplicationPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
    const { trust } = roles['ApplicationRoleArn'] ?? {};
    const { arn } = world.aws.state.addRole(world.account, 'kit', { trust: trust ?? { Statement: [] } });
    // The policy that the output says to give the permission set, for the role of this account that stands in for it.
    const policy = JSON.parse((outputs['AssumeRolePolicy'] ?? '').replace('my-application-dev-role', 'kit'));
    const person = world.aws.state.addRole(world.account, name, {
      trust: { Statement: [] },
      path: rolePath,
      policies: [policy],
    });
    const keys = world.aws.state.startSession(person, 'your-email@here.com', 3600);
    const run = await onLocal({
      'aws-access-key-id': keys.accessKeyId,
      'aws-secret-access-key': keys.secretAccessKey,
      'aws-session-token': keys.sessionToken,
      'role-to-assume': arn,
      bootstrap: 'skip',
    });
    expect(run.exitCode).toBe(welcome ? 0 : 1);
    expect(run.outputs['authenticated-arn'] ?? '').toBe(
      welcome ? `arn:aws:sts::${world.account}:assumed-role/kit/GitHubActions` : '',
    );
  });
});
