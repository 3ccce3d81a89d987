// The examples: linted as a repository that copied them would have them, and each run by act, on a project of its own,
// with the action of this repository, AWS and GitHub at 127.0.0.1, and a stand-in for `npx sst …`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { eventOf, jobOf, PULL_REQUEST } from '../../local/runner/environment.ts';
import { startWorld, trustGithub, trustPolicy, type World } from '../../local/world.ts';
import { root, runWorkflow, type WorkflowRun } from './act.ts';
import { startMoto } from './iam-kit/moto.ts';

const account = '123456789012';
const previews = '210987654321';
const examples = path.join(root, 'examples/workflows');
const names = (await readdir(examples)).sort();
let world: World;
let project: string;

beforeEach(async () => {
  world = await startWorld();
  project = await mkdtemp(path.join(os.tmpdir(), 'example-'));
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', project]);
  await copyWorkflows();
});

afterEach(async () => {
  await world.close();
  await rm(project, { recursive: true, force: true });
});

/** The examples where a repository has its workflows. */
async function copyWorkflows(): Promise<void> {
  await cp(examples, path.join(project, '.github/workflows'), { recursive: true });
}

/** Has every workflow use this repository's action. */
async function useAction(): Promise<void> {
  const folder = path.join(project, '.github/workflows');
  for (const name of await readdir(folder)) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const changed = text.replaceAll('uses: org/sst-creds@v1', 'uses: ./.sst-creds');
    await writeFile(path.join(folder, name), changed);
  }
}

describe('as a repository has them', () => {
  test('actionlint finds nothing', () => {
    execFileSync(path.join(root, '.cache/actionlint/actionlint'), { cwd: project });
  });

  test('zizmor finds nothing', () => {
    const config = path.join(import.meta.dirname, 'examples/zizmor.yml');
    const options = ['--offline', '--quiet', '--no-progress', '--config', config, '.'];
    execFileSync(path.join(root, '.cache/zizmor/bin/zizmor'), options, { cwd: project });
  });
});

/** A project with SST, whose workflows use this repository's action. */
async function makeProject(workflow: { name: string; text: string | undefined }): Promise<void> {
  if (workflow.text !== undefined)
    await writeFile(path.join(project, '.github/workflows', workflow.name), workflow.text);
  await useAction();
  await cp(path.join(root, 'dist'), path.join(project, '.sst-creds/dist'), { recursive: true });
  await cp(path.join(root, 'action.yml'), path.join(project, '.sst-creds/action.yml'));
  const head = { name: 'shop', version: '1.0.0' };
  await writeFile(path.join(project, 'package.json'), JSON.stringify(head));
  await writeFile(
    path.join(project, 'package-lock.json'),
    JSON.stringify({ ...head, lockfileVersion: 3, requires: true, packages: { '': head } }),
  );
  await writeFile(
    path.join(project, 'sst.config.ts'),
    `export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n`,
  );
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      project,
      '-c',
      'user.name=acme',
      '-c',
      'user.email=acme@example.com',
      ...args,
    ]);
  git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A shop');
}

/** A role in an account, for jobs whose token has this subject. */
function trust(id: string, name: string, sub: string): void {
  trustGithub(world.aws, world.github, id);
  world.aws.state.addRole(id, name, { trust: trustPolicy(world.github, id, { sub }) });
}

interface Running {
  readonly event?: 'push' | 'pull_request';
  readonly payload?: object;
  readonly environment?: string;
  readonly env?: Record<string, string>;
  /** Instead of the example's. */
  readonly text?: string;
}

/** Runs an example, or a workflow with this text. */
async function run(name: string, { event = 'push', payload, environment = '', env, text }: Running = {}) {
  await makeProject({ name, text });
  Object.assign(world.github.job, { ...jobOf({ event }), environment });
  return runWorkflow({
    workflow: path.join(project, '.github/workflows', name),
    folder: project,
    event,
    payload: { ...eventOf(jobOf({ event })), ...payload },
    env: { ...world.env, ...env },
    token: 'ghs_a1b2c3d4e5f6',
    bin: path.join(import.meta.dirname, 'examples'),
  });
}

/** What `npx sst …` had, of every job that came so far. */
const deploys = ({ log }: WorkflowRun) =>
  [...log.matchAll(/npx (sst \w+: .*)/g)].map(([, line]) => line).sort();
const arn = (id: string, role: string) => `arn:aws:sts::${id}:assumed-role/${role}/GitHubActions`;

test('every example is run here', async () => {
  const source = await readFile(import.meta.filename, 'utf8');
  const run = [...source.matchAll(/await run\('([\w-]+\.yml)'/g)].flatMap(([, name]) =>
    name === 'newcomer.yml' ? [] : [name],
  );
  // The reusable workflow is run by the one that calls it.
  expect([...new Set([...run, 'reusable-deploy.yml'])].sort()).toEqual(names);
});

test('deploy.yml bootstraps and deploys', async () => {
  trust(account, 'sst-deploy', 'repo:acme/shop:environment:production');
  const workflow = await run('deploy.yml', { environment: 'production' });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
  ]);
});

test('matrix.yml deploys each stage where it belongs', async () => {
  trust(account, 'sst-deploy', 'repo:acme/shop:environment:*');
  trust(previews, 'sst-deploy', 'repo:acme/shop:environment:*');
  const workflow = await run('matrix.yml', { environment: 'staging' });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=eu-west-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=staging region=us-east-1 as ${arn(previews, 'sst-deploy')}`,
  ]);
});

test('pull-request.yml checks, deploys a preview, and says both in one comment', async () => {
  trust(account, 'sst-deploy-verify', 'repo:acme/shop:*');
  trust(previews, 'sst-deploy-preview', 'repo:acme/shop:*');
  bootstrapAsSst(world.aws, { account, region: 'us-east-1' });
  const workflow = await run('pull-request.yml', { event: 'pull_request' });
  expect(workflow.exitCode).toBe(0);
  const stage = `pr-${PULL_REQUEST}`;
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=${stage} region=us-east-1 as ${arn(previews, 'sst-deploy-preview')}`,
  ]);
  expect(world.github.comments.all).toHaveLength(1);
  const rows = world.github.comments.all[0]?.body.split('\n').filter(line => line.startsWith('| ✅'));
  expect(rows?.map(row => row.split(' | ')[2])).toEqual([`\`${stage}\``, '`production`', '`staging`']);
});

test("pull-request.yml deploys nothing of a fork's", async () => {
  trust(account, 'sst-deploy-verify', 'repo:acme/shop:*');
  bootstrapAsSst(world.aws, { account, region: 'us-east-1' });
  const event = eventOf(jobOf({ event: 'pull_request' }));
  const pull = event['pull_request'] as { head: { repo: object } };
  pull.head.repo = { full_name: 'mallory/shop', fork: true };
  world.github.comments.permissions.set('ghs_a1b2c3d4e5f6', 'read');
  const workflow = await run('pull-request.yml', { event: 'pull_request', payload: event });
  expect(deploys(workflow)).toEqual([]);
  expect(world.github.comments.all).toEqual([]);
});

test('remove.yml removes the preview', async () => {
  trust(previews, 'sst-deploy-preview', 'repo:acme/shop:environment:preview');
  bootstrapAsSst(world.aws, { account: previews, region: 'us-east-1' });
  const workflow = await run('remove.yml', {
    event: 'pull_request',
    payload: { action: 'closed' },
    environment: 'preview',
  });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst remove: stage=pr-${PULL_REQUEST} region=us-east-1 as ${arn(previews, 'sst-deploy-preview')}`,
  ]);
});

test('release.yml deploys staging, then production, by the reusable workflow', async () => {
  trust(account, 'sst-deploy', 'repo:acme/shop:environment:*');
  trust(previews, 'sst-deploy', 'repo:acme/shop:environment:*');
  const workflow = await run('release.yml', { environment: 'staging' });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=staging region=us-east-1 as ${arn(previews, 'sst-deploy')}`,
  ]);
  expect(workflow.log.indexOf('stage=staging')).toBeLessThan(workflow.log.indexOf('stage=production'));
});

test('self-hosted.yml deploys with the login of the runner’s user', async () => {
  bootstrapAsSst(world.aws, { account, region: 'us-east-1' });
  const home = await mkdtemp(path.join(os.tmpdir(), 'runner-home-'));
  try {
    const person = world.aws.state.addRole(
      account,
      'AWSReservedSSO_MyApplicationDevPermissions_0123456789abcdef',
      {
        trust: { Statement: [] },
        path: '/aws-reserved/sso.amazonaws.com/',
      },
    );
    world.aws.state.addRole(account, 'my-application-dev-role', {
      trust: {
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: { ArnLike: { 'aws:PrincipalArn': person.arn } },
        },
      },
    });
    await login(home, person.name);
    const workflow = await run('self-hosted.yml', { env: { HOME: home } });
    expect(workflow.exitCode).toBe(0);
    expect(deploys(workflow)).toEqual([
      `sst deploy: stage=dev region=us-east-1 as ${arn(account, 'my-application-dev-role')}`,
    ]);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

/** What `aws configure sso` and `aws sso login` leave in the user's home. */
async function login(home: string, roleName: string): Promise<void> {
  const expires = Date.now() + 3_600_000;
  world.aws.state.ssoLogins.set('the-login', { expires, roles: [{ accountId: account, roleName }] });
  await mkdir(path.join(home, '.aws/sso/cache'), { recursive: true });
  await writeFile(
    path.join(home, '.aws/config'),
    `[profile MyApplicationDevProfile]
sso_session = MyApplicationDevSession
sso_account_id = ${account}
sso_role_name = ${roleName}
region = us-east-1

[sso-session MyApplicationDevSession]
sso_start_url = https://my-application.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
`,
  );
  const file = `${createHash('sha1').update('MyApplicationDevSession').digest('hex')}.json`;
  await writeFile(
    path.join(home, '.aws/sso/cache', file),
    JSON.stringify({
      startUrl: 'https://my-application.awsapps.com/start',
      region: 'us-east-1',
      accessToken: 'the-login',
      expiresAt: new Date(expires).toISOString(),
    }),
  );
}

/** The block of code that follows a mark in the README. */
function blockOf(readme: string, mark: string): string {
  const [, code] =
    new RegExp(`<!-- newcomer: ${mark} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
  if (code === undefined) throw new Error(`README.md has no code for newcomers about ${mark}`);
  return code;
}

test('README.md alone leads from an empty account and a project to a deploy', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');

  // 1. In AWS: what the commands deploy, deployed to moto; its role as it came out, on the local AWS, by whose STS the
  // job's token is held against the trust policy.
  const commands = blockOf(readme, 'aws');
  const [, template = ''] = /--template-file cloudformation\/(\S+)/.exec(commands) ?? [];
  const [, overrides = ''] = /--parameter-overrides (.+)/.exec(commands) ?? [];
  const [checksum = ''] = /echo .*shasum.*/.exec(commands) ?? [];
  execFileSync('bash', ['-ec', checksum], { cwd: path.join(root, 'examples/iam') });
  const moto = await startMoto();
  try {
    const stack = await moto.deploy(
      template,
      Object.fromEntries(overrides.split(' ').map(pair => pair.split('='))),
    );
    const role = stack.roles['DeployRoleArn'];
    world.aws.state.addRole(account, path.basename(role?.arn ?? ''), {
      trust: role?.trust ?? { Statement: [] },
      policies: Object.values(role?.policies ?? {}),
    });

    // 2. In the repository: the workflow as it stands, with that role.
    const workflow = blockOf(readme, 'workflow');
    expect(workflow).toContain(`role-to-assume: ${role?.arn}\n`);
    const pushed = await run('newcomer.yml', { text: workflow });

    // 3. Push to main.
    expect(pushed.exitCode).toBe(0);
    expect(deploys(pushed)).toEqual([
      `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
    ]);
    expect(world.aws.state.buckets.size).toBe(2);
  } finally {
    await moto.close();
  }
});
