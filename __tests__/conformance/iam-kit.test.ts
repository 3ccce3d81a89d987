// Deploys the CloudFormation templates of examples/iam to moto, and runs the action with their roles. moto enforces the
// roles' policies, but no trust policy. The local AWS compares the trust policies with tokens.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Job } from '../../local/github/claims.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { grantsOf, without } from '../bootstrap/policy.ts';
import { root } from './act.ts';
import { type KitRole, type Moto, type Stack, startMoto } from './iam-kit/moto.ts';

const repository = { Owner: 'acme', Repository: 'shop' };
const ids = { OwnerId: '123456', RepositoryId: '456789' };
/**
 * AWS attaches this one, but moto does not. The rest is the part of SST's documented policy for bootstrap and secrets.
 */
const deployments = { DeploymentsPolicyArn: 'arn:aws:iam::123456789012:policy/app' };

let moto: Moto;
let services: LocalServices;
let workspace: string;

beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.close());

beforeEach(async () => {
  await moto.reset();
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'kit-'));
});

afterEach(async () => {
  await Promise.all([services.close(), removeRuns()]);
  await rm(workspace, { recursive: true, force: true });
});

describe('the OIDC provider, of which an account has one', () => {
  const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';

  test('is created in an account that has none', async () => {
    const { status, providers } = await moto.deploy('github-actions.yml', repository);
    expect([status, providers]).toEqual(['CREATE_COMPLETE', [provider]]);
  });

  test('is used if it exists', async () => {
    await moto.addProvider();
    const stack = await moto.deploy('github-actions.yml', { ...repository, OidcProvider: 'existing' });
    expect([stack.status, stack.providers]).toEqual(['CREATE_COMPLETE', [provider]]);
    expect(Object.keys(stack.roles)).toEqual(['DeployRoleArn', 'VerifyRoleArn', 'DiffRoleArn']);
  });

  test('cannot be created a second time', async () => {
    await moto.addProvider();
    expect((await moto.deploy('github-actions.yml', repository)).status).toBe('EntityAlreadyExists');
  });

  test.each([
    [[], 'create'],
    [['arn:aws:iam::123456789012:oidc-provider/gitlab.com'], 'create'],
    [['arn:aws:iam::123456789012:oidc-provider/gitlab.com', provider], 'existing'],
  ])('the command of the documentation, in an account with %j, says %s', (arns, verdict) => {
    const readme = readFileSync(path.join(root, 'examples/iam/README.md'), 'utf8');
    const [, query = ''] = /list-open-id-connect-providers[\s\\]+--query "([^"]+)"/.exec(readme) ?? [];
    const list = { OpenIDConnectProviderList: arns.map(Arn => ({ Arn })) };
    const script = 'import jmespath, json, sys; print(jmespath.search(sys.argv[1], json.loads(sys.argv[2])))';
    const python = path.join(root, '.cache/python/bin/python');
    expect(
      execFileSync(python, ['-c', script, query, JSON.stringify(list)], { encoding: 'utf8' }).trim(),
    ).toBe(verdict);
  });
});

test('the permissions boundary limits every role', async () => {
  const PermissionsBoundaryArn = 'arn:aws:iam::123456789012:policy/boundary';
  const { roles } = await moto.deploy('github-actions.yml', { ...repository, PermissionsBoundaryArn });
  const people = await moto.deploy('identity-center.yml', {
    ApplicationPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    PermissionsBoundaryArn,
  });
  const boundaries = [...Object.values(roles), ...Object.values(people.roles)].map(role => role.boundary);
  expect(boundaries).toEqual(Array.from({ length: 4 }, () => PermissionsBoundaryArn));
});

/**
 * The action on moto, in a workspace without a project. With an app and a stage it would read the stage's lock. moto
 * refuses that, because the bucket's policy refuses plain HTTP, which these tests use.
 */
const onMoto = (inputs: Record<string, string>, job: Partial<Job> = {}): Promise<Run> =>
  runAction({
    with: { 'aws-region': 'us-east-1', stage: 'production', ...inputs },
    workspace,
    job,
    env: { ...services.env, AWS_ENDPOINT_URL: moto.url },
  });

const onLocal = (inputs: Record<string, string>): Promise<Run> =>
  runAction({
    with: { 'aws-region': 'us-east-1', stage: 'production', ...inputs },
    workspace,
    env: services.env,
  });

const errors = (run: Run) =>
  run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('the roles on moto, IAM enforced', () => {
  let deployer: Record<string, string>;
  let verifier: Record<string, string>;
  let differ: Record<string, string>;
  let stack: Stack;

  beforeEach(async () => {
    stack = await moto.deploy('github-actions.yml', { ...repository, ...deployments });
    expect(stack.status).toBe('CREATE_COMPLETE');
    [deployer, verifier, differ] = await Promise.all([
      sessionOf(stack, 'DeployRoleArn', {}),
      sessionOf(stack, 'VerifyRoleArn', { event: 'pull_request' }),
      sessionOf(stack, 'DiffRoleArn', { event: 'pull_request', environment: 'diff' }),
    ]);
    await moto.enforceIam();
  });

  /** The role's keys, by OIDC as in a job. When moto enforces IAM, it refuses the unsigned request for them. */
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

  test.each(['verify', 'diff'] as const)('the %s role verifies, and can write nothing', async name => {
    const session = name === 'verify' ? verifier : differ;
    const early = await onMoto({ ...session, bootstrap: 'ensure' });
    expect(early.exitCode).toBe(1);
    expect(errors(early)).toHaveLength(1);
    expect(errors(early)[0]).toMatch(/s3:CreateBucket|ssm:PutParameter|ecr:CreateRepository/);

    await onMoto({ ...deployer, bootstrap: 'ensure' });
    const run = await onMoto({ ...session, bootstrap: 'verify' });
    expect([errors(run), run.outputs['bootstrap-status']]).toEqual([[], 'ready']);
    expect(run.outputs['authenticated-arn']).toContain(`:assumed-role/sst-deploy-${name}/`);
  });

  test('the verify role without one of its actions: the error has the statement to add', async () => {
    await onMoto({ ...deployer, bootstrap: 'ensure' });
    const policy = stack.roles['VerifyRoleArn']?.policies['sst-deploy-verify'] ?? { Statement: [] };
    for (const { sid, action } of grantsOf(policy)) {
      // moto has no locks and updates to read here. The same test on the local AWS has them.
      if (action === 's3:GetObject') continue;
      await moto.replacePolicy('sst-deploy-verify', 'sst-deploy-verify', without(policy, sid, action));
      await moto.enforceIam();
      await expectStatement(await onMoto({ ...verifier, bootstrap: 'verify' }), action);
    }
  });
});

/** The step stopped, exported nothing, and its one error has a statement that allows the action. */
async function expectStatement(run: Run, action: string): Promise<void> {
  expect([action, run.exitCode, run.exported]).toEqual([action, 1, {}]);
  expect(errors(run)).toHaveLength(1);
  expect(statementIn(errors(run)[0] ?? '')).toMatchObject({ Effect: 'Allow', Action: action });
}

/** The IAM statement in a message; null if it has none. */
function statementIn(message: string): unknown {
  return JSON.parse(/^\{[\s\S]*?^\}/m.exec(message)?.[0] ?? 'null');
}

test('without a policy for the app, the deploy role may do everything', async () => {
  const { roles } = await moto.deploy('github-actions.yml', repository);
  const policies = roles['DeployRoleArn']?.policies ?? {};
  expect(Object.keys(policies).sort()).toEqual(['sst-deploy-deployments', 'sst-deploy-sst']);
  expect(policies['sst-deploy-deployments']?.Statement).toEqual([
    { Sid: 'Deployments', Effect: 'Allow', Action: '*', Resource: '*' },
  ]);
});

describe('the roles with their policies as they stand, resources and all, on the local AWS', () => {
  let stack: Stack;
  const as = (role: KitRole | undefined, bootstrap: string, policies = role?.policies): Promise<Run> => {
    const { arn } = services.aws.state.addRole(services.account, 'kit', {
      trust: services.role.trust,
      policies: Object.values(policies ?? {}),
    });
    return onLocal({ 'role-to-assume': arn, bootstrap });
  };

  beforeEach(async () => {
    stack = await moto.deploy('github-actions.yml', { ...repository, ...deployments });
    await writeFile(
      path.join(workspace, 'sst.config.ts'),
      `export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n`,
    );
  });

  test('deploy, verify and diff', async () => {
    const { DeployRoleArn, VerifyRoleArn, DiffRoleArn } = stack.roles;
    expect((await as(DeployRoleArn, 'ensure')).outputs['bootstrap-status']).toBe('created');
    for (const [role, refused] of [
      [DeployRoleArn, []],
      [DiffRoleArn, []],
      // The role can read the lock of a stage, but no state and no passphrase.
      [VerifyRoleArn, ['GetParameters']],
    ] as const) {
      const seen = services.aws.requests.length;
      const run = await as(role, 'verify');
      expect([errors(run), run.outputs['bootstrap-status']]).toEqual([[], 'ready']);
      const denied = services.aws.requests
        .slice(seen)
        .filter(({ status }) => status === 403 || status === 400);
      expect(denied.map(({ action }) => action)).toEqual(refused);
    }
  });

  test('the verify role without one of its actions: the statement to add, and an error unless it is the stage check', async () => {
    const { DeployRoleArn, VerifyRoleArn } = stack.roles;
    await as(DeployRoleArn, 'ensure');
    const policy = VerifyRoleArn?.policies['sst-deploy-verify'] ?? { Statement: [] };
    for (const { sid, action } of grantsOf(policy)) {
      const run = await as(VerifyRoleArn, 'verify', { verify: without(policy, sid, action) });
      if (action !== 's3:GetObject') {
        await expectStatement(run, action);
        continue;
      }
      // A permission that only the stage check needs does not stop the step.
      expect([errors(run), run.exitCode]).toEqual([[], 0]);
      expect(run.summary).toContain('lock not checked (s3:GetObject)');
      expect(run.annotations.map(({ message }) => statementIn(message))).toContainEqual(
        expect.objectContaining({ Effect: 'Allow', Action: action }),
      );
    }
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

  // The jobs that a role of the stack accepts.
  test.each<
    [
      string,
      Record<string, string>,
      'DeployRoleArn' | 'VerifyRoleArn' | 'DiffRoleArn',
      Partial<Job>[],
      Partial<Job>[],
    ]
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
      'an environment, and another one for removals',
      { Environment: 'preview', RemoveEnvironment: 'preview-removal' },
      'DeployRoleArn',
      [{ environment: 'preview' }, { environment: 'preview-removal' }],
      [main, pull, production, { environment: 'preview-removal', ...immutable }],
    ],
    [
      'an environment, and another one for removals, with ids',
      { ...ids, Environment: 'preview', RemoveEnvironment: 'preview-removal' },
      'DeployRoleArn',
      [{ environment: 'preview-removal' }, { environment: 'preview-removal', ...immutable }],
      [main, { environment: 'preview-removal', ...impostor }],
    ],
    [
      'diffs',
      {},
      'DiffRoleArn',
      [{ environment: 'diff', ...pull }],
      [main, pull, production, { environment: 'diff', ...immutable }],
    ],
    [
      'diffs, with ids and an environment of another name',
      { ...ids, DiffEnvironment: 'review' },
      'DiffRoleArn',
      [{ environment: 'review' }, { environment: 'review', ...immutable }],
      [{ environment: 'diff' }, { environment: 'review', ...impostor }],
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
    services.aws.state.addRole(services.account, 'kit', { trust: role?.trust ?? { Statement: [] } });
    const enter = async (job: Partial<Job>) => {
      services.github.job = {
        ...services.github.job,
        environment: '',
        event: 'push',
        immutableSubject: false,
        repository: 'shop',
        repositoryId: '456789',
        ref: 'refs/heads/main',
      };
      Object.assign(services.github.job, job);
      const response = await services.github.idToken('sts.amazonaws.com');
      const query = new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: `arn:aws:iam::${services.account}:role/kit`,
        RoleSessionName: 'kit',
        WebIdentityToken: response,
      });
      return (await fetch(services.aws.url, { method: 'POST', body: query })).status;
    };
    for (const job of welcome) expect([job, await enter(job)]).toEqual([job, 200]);
    for (const job of refused) expect([job, await enter(job)]).toEqual([job, 403]);
  });
});

describe('the role for people of Identity Center', () => {
  const PATHS = ['/aws-reserved/sso.amazonaws.com/', '/aws-reserved/sso.amazonaws.com/eu-west-1/'];
  const people = 'AWSReservedSSO_MyApplicationDevPermissions_0123456789abcdef';

  let role: KitRole | undefined;
  let outputs: Stack['outputs'];
  beforeEach(async () => {
    if (role) return; // One stack is enough: only the user changes.
    const stack = await moto.deploy('identity-center.yml', {
      ApplicationPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
    role = stack.roles['ApplicationRoleArn'];
    outputs = stack.outputs;
  });

  test.each([
    ['of its permission set', people, PATHS[0], true],
    ['of its permission set, in another region', people, PATHS[1], true],
    ['of another permission set', 'AWSReservedSSO_Administrators_0123456789abcdef', PATHS[0], false],
    ['of a permission set whose name begins alike', people.replace('_0', '_Admin_0'), PATHS[0], false],
    [
      'of a permission set whose name ends alike',
      people.replace('_My', '_AWSReservedSSO_My'),
      PATHS[0],
      false,
    ],
    ['of a role without random characters', people.slice(0, -1), PATHS[0], false],
    ['who made a role that is called alike', people, '/', false],
  ])('people %s', async (_, name, rolePath = '/', welcome) => {
    const { arn } = services.aws.state.addRole(services.account, 'kit', {
      trust: role?.trust ?? { Statement: [] },
    });
    // The policy for the permission set, from the stack's output. A role of this account represents the permission set.
    const policy = JSON.parse((outputs['AssumeRolePolicy'] ?? '').replace('my-application-dev-role', 'kit'));
    const person = services.aws.state.addRole(services.account, name, {
      trust: { Statement: [] },
      path: rolePath,
      policies: [policy],
    });
    const keys = services.aws.state.startSession(person, 'your-email@here.com', 3600);
    const run = await onLocal({
      'aws-access-key-id': keys.accessKeyId,
      'aws-secret-access-key': keys.secretAccessKey,
      'aws-session-token': keys.sessionToken,
      'role-to-assume': arn,
      bootstrap: 'skip',
    });
    expect(run.exitCode).toBe(welcome ? 0 : 1);
    expect(run.outputs['authenticated-arn'] ?? '').toBe(
      welcome ? `arn:aws:sts::${services.account}:assumed-role/kit/GitHubActions` : '',
    );
  });
});
