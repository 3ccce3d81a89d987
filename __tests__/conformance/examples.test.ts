// Lints the examples as files of a repository that copied them, and runs each with act, in a separate project. It uses
// this repository's action, AWS and GitHub at 127.0.0.1, and the real SST CLI for `npx sst …`. The roles come from the
// stacks that the example's comment names.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { eventOf, jobOf, PULL_REQUEST } from '../../local/runner/environment.ts';
import { type LocalServices, startServices, trustGithub } from '../../local/services.ts';
import { root, runWorkflow, type WorkflowRun } from './act.ts';
import { type Moto, type Stack, startMoto } from './iam-kit/moto.ts';
import { openSst, type Sst } from './sst-cli.ts';

const account = '123456789012';
const previews = '210987654321';
const examples = path.join(root, 'examples/workflows');
const names = (await readdir(examples)).filter(name => name.endsWith('.yml')).sort();
const token = 'ghs_a1b2c3d4e5f6';
let sst: Sst;
/** The folder in which the SST CLI has installed its platform. */
let installed: string;
let moto: Moto;
let services: LocalServices;
let project: string;

beforeAll(async () => {
  [sst, moto] = await Promise.all([openSst(), startMoto()]);
  installed = (await sst.project()).folder;
});
afterAll(() => Promise.all([sst?.close(), moto?.close()]));

beforeEach(async () => {
  services = await startServices();
  project = await mkdtemp(path.join(os.tmpdir(), 'example-'));
  await copyWorkflows();
});

afterEach(async () => {
  await services.close();
  await rm(project, { recursive: true, force: true });
});

/** A repository with the examples as its workflows. */
async function copyWorkflows(): Promise<void> {
  await rm(project, { recursive: true, force: true });
  await mkdir(path.join(project, '.github/workflows'), { recursive: true });
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', project]);
  for (const name of names)
    await cp(path.join(examples, name), path.join(project, '.github/workflows', name));
}

/** Replaces the action in every workflow by this repository's. */
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
    execFileSync(path.join(root, '.cache/python/bin/zizmor'), options, { cwd: project });
  });
});

/** A project with SST, whose workflows use this repository's action. */
async function makeProject(workflow: {
  name: string;
  text: string | undefined;
  files: Record<string, string>;
}): Promise<void> {
  await copyWorkflows();
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
  for (const [name, content] of Object.entries(workflow.files)) {
    await mkdir(path.dirname(path.join(project, name)), { recursive: true });
    await writeFile(path.join(project, name), content);
  }
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

/** A stack that a workflow's comment names. */
interface Named {
  readonly template: string;
  readonly account: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The stacks that the comment at the top of a workflow names. */
function stacksOf(text: string): Named[] {
  const [, template = ''] = /examples\/iam\/cloudformation\/([\w-]+\.yml)/.exec(text) ?? [];
  return [...text.matchAll(/^# {3}in (\d{12}): (.+)$/gm)].map(([, id = '', parameters = '']) => ({
    template,
    account: id,
    parameters: Object.fromEntries(parameters.split(' ').map(pair => pair.split('=') as [string, string])),
  }));
}

const deployed = new Map<string, Promise<Stack>>();

/** Deploys a stack to an account of moto, once for all tests. moto has the account 123456789012 only. */
async function deploy(named: Named): Promise<Stack> {
  const key = JSON.stringify([named.template, named.parameters]);
  const stack = deployed.get(key) ?? deployAnew(named);
  deployed.set(key, stack);
  return JSON.parse(JSON.stringify(await stack).replaceAll(account, named.account)) as Stack;
}

async function deployAnew({ template, parameters }: Named): Promise<Stack> {
  await moto.reset();
  if (parameters['OidcProvider'] === 'existing') await moto.addProvider();
  const stack = await moto.deploy(template, parameters);
  expect(stack.status).toBe('CREATE_COMPLETE');
  return stack;
}

/** Puts the roles of the workflow's stacks on the local AWS, as the templates created them. */
async function createRoles(text: string): Promise<void> {
  for (const named of stacksOf(text)) {
    trustGithub(services.aws, services.github, named.account);
    for (const role of Object.values((await deploy(named)).roles)) {
      const policies = Object.values(role.policies);
      services.aws.state.addRole(named.account, path.basename(role.arn), {
        trust: role.trust,
        // Managed policies are not part of a stack.
        ...(policies.length > 0 ? { policies } : {}),
      });
    }
  }
}

interface Running {
  readonly event?: 'push' | 'pull_request' | 'pull_request_target';
  readonly payload?: object;
  /** The environments of the jobs, in the order in which they request their tokens. */
  readonly environments?: readonly string[];
  readonly env?: Record<string, string>;
  /** Arguments of act that choose jobs: one run for each environment that a token can have at a time. */
  readonly only?: readonly string[];
  /** Instead of the example's. */
  readonly text?: string;
  /** More files of the project. */
  readonly files?: Record<string, string>;
}

const CONFIG = `export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n`;

/** Runs an example, or a workflow with this text. */
async function run(name: string, running: Running = {}): Promise<WorkflowRun> {
  const { event = 'push', payload, environments = [''], env, only, text, files } = running;
  await makeProject({ name, text, files: files ?? { 'sst.config.ts': CONFIG } });
  await createRoles(text ?? (await readFile(path.join(examples, name), 'utf8')));
  const { job } = services.github;
  const before = tokens();
  const { environment: _, ...rest } = jobOf({ event });
  Object.assign(job, rest);
  Object.defineProperty(job, 'environment', {
    get: () => environments[Math.min(tokens() - before, environments.length) - 1] ?? environments[0] ?? '',
    enumerable: true,
    configurable: true,
  });
  return runWorkflow({
    workflow: path.join(project, '.github/workflows', name),
    folder: project,
    event,
    payload: { ...eventOf(jobOf({ event: event === 'push' ? event : 'pull_request' })), ...payload },
    env: { ...services.env, SST_CLI: sst.cli, SST_HOME: sst.home, SST_INSTALLED: installed, ...env },
    token,
    bin: path.join(import.meta.dirname, 'examples'),
    ...(only ? { only } : {}),
  });
}

const tokens = () => services.github.requests.filter(({ action }) => action === 'GetIdToken').length;

/** The stages whose state SST keeps in an account and region, as `app/<app>/<stage>.json`. */
function deployedStages(id: string, region = 'us-east-1'): string[] {
  return [...services.aws.state.buckets.values()]
    .filter(bucket => bucket.accountId === id && bucket.region === region)
    .flatMap(bucket => [...bucket.objects.keys()])
    .flatMap(key => /^app\/(.+)\.json$/.exec(key)?.[1] ?? [])
    .sort();
}

/** The environment of `npx sst …`, in every job so far. */
const deploys = ({ log }: WorkflowRun) =>
  [...log.matchAll(/npx (sst \w+: .*)/g)].map(([, line]) => line).sort();
const arn = (id: string, role: string) => `arn:aws:sts::${id}:assumed-role/${role}/GitHubActions`;

test('every example is run here, and names its stacks', async () => {
  const source = await readFile(import.meta.filename, 'utf8');
  const ran = [...source.matchAll(/await run\('([\w-]+\.yml)'/g)].flatMap(([, name]) =>
    name === 'newcomer.yml' ? [] : [name],
  );
  // The calling workflow runs the reusable workflow, with its roles.
  expect([...new Set([...ran, 'reusable-deploy.yml'])].sort()).toEqual(names);
  for (const name of names.filter(one => one !== 'reusable-deploy.yml')) {
    const text = await readFile(path.join(examples, name), 'utf8');
    const stacks = stacksOf(text);
    const created: string[] = [];
    for (const stack of stacks)
      created.push(...Object.values((await deploy(stack)).roles).map(({ arn: role }) => role));
    const used = [...text.matchAll(/arn:aws:iam::\d{12}:role\/[\w-]+/g)].map(([role]) => role);
    expect(used.length).toBeGreaterThan(0);
    expect([name, used.filter(role => !created.includes(role))]).toEqual([name, []]);
  }
});

test('every example keeps to our own advice', async () => {
  for (const name of names) {
    const text = await readFile(path.join(examples, name), 'utf8');
    expect([name, /^permissions: \{\}$/m.test(text)]).toEqual([name, true]);
    expect([name, /^ *concurrency:$/m.test(text)]).toEqual([name, true]);
    expect([name, /^ {6}id-token: write/m.test(text) || name === 'self-hosted.yml']).toEqual([name, true]);
    const checkouts = text.match(/uses: actions\/checkout/g)?.length ?? 0;
    expect([name, text.match(/persist-credentials: false/g)?.length ?? 0]).toEqual([name, checkouts]);
    const scripts = [...text.matchAll(/run: (\|\n(?: {10,}.*\n)+|.*)/g)].map(([, script = '']) => script);
    expect([name, scripts.filter(script => script.includes('${{'))]).toEqual([name, []]);
  }
});

test('deploy.yml bootstraps and deploys', async () => {
  const workflow = await run('deploy.yml', { environments: ['production'] });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
  ]);
  expect(deployedStages(account)).toEqual(['shop/production']);
});

test('matrix.yml deploys each stage where it belongs', async () => {
  const production = await run('matrix.yml', {
    environments: ['production'],
    only: ['--matrix', 'stage:production'],
  });
  const staging = await run('matrix.yml', { environments: ['staging'], only: ['--matrix', 'stage:staging'] });
  expect([production.exitCode, staging.exitCode]).toEqual([0, 0]);
  expect([...deploys(production), ...deploys(staging)]).toEqual([
    `sst deploy: stage=production region=eu-west-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=staging region=us-east-1 as ${arn(previews, 'sst-deploy')}`,
  ]);
  expect([deployedStages(account), deployedStages(account, 'eu-west-1'), deployedStages(previews)]).toEqual([
    ['shop/production'],
    ['shop/production'],
    ['shop/staging'],
  ]);
});

test('regions.yml bootstraps both regions, and deploys to the first', async () => {
  const workflow = await run('regions.yml', { environments: ['production'] });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=eu-west-1 as ${arn(account, 'sst-deploy')}`,
  ]);
  expect([deployedStages(account, 'eu-west-1'), deployedStages(account)]).toEqual([['shop/production'], []]);
  const regions = [...services.aws.state.buckets.values()].map(({ region }) => region);
  expect(regions.sort()).toEqual(['eu-west-1', 'eu-west-1', 'us-east-1', 'us-east-1']);
  expect(workflow.log).toMatch(/us-east-1: Bootstrap: created\./);
});

test('pull-request.yml checks, deploys a preview, and says both in one comment', async () => {
  for (const id of [account, previews]) bootstrapAsSst(services.aws, { account: id, region: 'us-east-1' });
  const check = await run('pull-request.yml', { event: 'pull_request', only: ['--job', 'check'] });
  const preview = await run('pull-request.yml', {
    event: 'pull_request',
    environments: ['preview'],
    only: ['--job', 'preview'],
  });
  expect([check.exitCode, preview.exitCode]).toEqual([0, 0]);
  const stage = `pr-${PULL_REQUEST}`;
  expect([...deploys(check), ...deploys(preview)]).toEqual([
    `sst deploy: stage=${stage} region=us-east-1 as ${arn(previews, 'sst-deploy-preview')}`,
  ]);
  expect(deployedStages(previews)).toEqual([`shop/${stage}`]);
  expect(services.github.comments.all).toHaveLength(1);
  const rows = services.github.comments.all[0]?.body.split('\n').filter(line => line.startsWith('| ✅'));
  expect(rows?.map(row => row.split(' | ')[2])).toEqual([`\`${stage}\``, '`production`', '`staging`']);
});

/** The payload of an event about a pull request from a fork. */
function ofFork(): object {
  const event = eventOf(jobOf({ event: 'pull_request' }));
  const pull = event['pull_request'] as { head: { repo: object } };
  pull.head.repo = { full_name: 'mallory/shop', fork: true };
  return event;
}

test("pull-request.yml runs nothing of a fork's, stays green, and says so", async () => {
  const workflow = await run('pull-request.yml', { event: 'pull_request', payload: ofFork() });
  expect(workflow.exitCode).toBe(0);
  expect(workflow.steps.map(({ job, result }) => [job.replace(/^.*\//, '').trim(), result])).toEqual(
    expect.arrayContaining([['Not checked', 'success']]),
  );
  expect(workflow.log).toContain('Pull requests from forks get no AWS credentials');
  expect(tokens()).toBe(0);
  expect(services.github.comments.all).toEqual([]);
});

describe('remove.yml', () => {
  const closed = {
    event: 'pull_request_target',
    payload: { action: 'closed' },
    // Not `preview`, whose approval nobody would give.
    environments: ['preview-removal'],
  } as const;
  const removed = `sst remove: stage=pr-${PULL_REQUEST} region=us-east-1 as ${arn(previews, 'sst-deploy-preview')}`;

  test('removes the preview', async () => {
    const preview = await run('pull-request.yml', {
      event: 'pull_request',
      environments: ['preview'],
      only: ['--job', 'preview'],
    });
    expect([preview.exitCode, deployedStages(previews)]).toEqual([0, [`shop/pr-${PULL_REQUEST}`]]);
    const workflow = await run('remove.yml', closed);
    expect([workflow.exitCode, deploys(workflow)]).toEqual([0, [removed]]);
  });

  test('does not fail if nothing was ever deployed', async () => {
    const workflow = await run('remove.yml', closed);
    expect([workflow.exitCode, deploys(workflow)]).toEqual([0, []]);
  });

  test("does not run for a fork's pull request", async () => {
    const workflow = await run('remove.yml', { ...closed, payload: { ...ofFork(), action: 'closed' } });
    expect([workflow.exitCode, tokens()]).toEqual([0, 0]);
  });
});

test('diff.yml comments the diff, and updates its comment', async () => {
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const other = services.github.comments.add({
    repository: 'acme/shop',
    issue: PULL_REQUEST,
    body: '<!-- sst-diff --> quoted by a person',
  });
  const diff = { event: 'pull_request', environments: ['diff'] } as const;
  const first = await run('diff.yml', diff);
  expect(first.exitCode).toBe(0);
  expect(deploys(first)).toEqual([
    `sst diff: stage=production region=us-east-1 as ${arn(account, 'sst-deploy-diff')}`,
  ]);
  const bodies = () => services.github.comments.all.map(({ body }) => body);
  expect(bodies()).toEqual([other.body, expect.stringContaining('sst diff of production')]);
  expect(bodies()[1]).toContain('App:        shop');
  expect(bodies()[1]).not.toContain('\u001b');
  expect(deployedStages(account)).toEqual([]);
  expect((await run('diff.yml', diff)).exitCode).toBe(0);
  expect(services.github.comments.all).toHaveLength(2);
});

test('monorepo.yml deploys each app from its folder', async () => {
  const app = (name: string) => CONFIG.replace('shop', name);
  const workflow = await run('monorepo.yml', {
    environments: ['production'],
    files: { 'apps/api/sst.config.ts': app('shop-api'), 'apps/web/sst.config.ts': app('shop-web') },
  });
  expect(workflow.exitCode).toBe(0);
  const deployOf = `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`;
  expect(deploys(workflow)).toEqual([deployOf, deployOf]);
  expect(deployedStages(account)).toEqual(['shop-api/production', 'shop-web/production']);
});

test('outputs.yml hands the outputs to the scripts', async () => {
  const branch = { environments: ['staging'], payload: { ref: 'refs/heads/main' } } as const;
  const workflow = await run('outputs.yml', branch);
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=main region=us-east-1 as ${arn(previews, 'sst-deploy')}`,
  ]);
  expect(workflow.log).toContain(`shop is deployed as main, in account ${previews}, region us-east-1.`);
  expect(workflow.log).toContain('database of the new stage main');
});

test('release.yml deploys staging, then production, by the reusable workflow', async () => {
  const workflow = await run('release.yml', { environments: ['staging', 'production'] });
  expect(workflow.exitCode).toBe(0);
  expect(deploys(workflow)).toEqual([
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
    `sst deploy: stage=staging region=us-east-1 as ${arn(previews, 'sst-deploy')}`,
  ]);
  expect(workflow.log.indexOf('stage=staging')).toBeLessThan(workflow.log.indexOf('stage=production'));
  expect([deployedStages(account), deployedStages(previews)]).toEqual([
    ['shop/production'],
    ['shop/staging'],
  ]);
});

test('self-hosted.yml deploys with the login of the runner’s user', async () => {
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const home = await mkdtemp(path.join(os.tmpdir(), 'runner-home-'));
  try {
    const person = services.aws.state.addRole(
      account,
      'AWSReservedSSO_MyApplicationDevPermissions_0123456789abcdef',
      {
        trust: { Statement: [] },
        path: '/aws-reserved/sso.amazonaws.com/',
      },
    );
    await login(home, person.name);
    const workflow = await run('self-hosted.yml', { env: { HOME: home } });
    expect(workflow.exitCode).toBe(0);
    expect(deploys(workflow)).toEqual([
      `sst deploy: stage=dev region=us-east-1 as ${arn(account, 'my-application-dev-role')}`,
    ]);
    expect(deployedStages(account)).toEqual(['shop/dev']);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

/** The files of `aws configure sso` and `aws sso login` in the user's home. */
async function login(home: string, roleName: string): Promise<void> {
  const expires = Date.now() + 3_600_000;
  services.aws.state.ssoLogins.set('the-login', { expires, roles: [{ accountId: account, roleName }] });
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

  // 1. In AWS: deploy the stack of the commands to moto, and copy its role to the local AWS. Its STS compares the job's
  // token with the trust policy.
  const commands = blockOf(readme, 'aws');
  const [, template = ''] = /--template-file cloudformation\/(\S+)/.exec(commands) ?? [];
  const [, overrides = ''] = /--parameter-overrides (.+)/.exec(commands) ?? [];
  const [checksum = ''] = /echo .*shasum[^&\n]*/.exec(commands) ?? [];
  execFileSync('bash', ['-ec', checksum], { cwd: path.join(root, 'examples/iam') });
  await moto.reset();
  const stack = await moto.deploy(
    template,
    Object.fromEntries(overrides.split(' ').map(pair => pair.split('='))),
  );
  const role = stack.roles['DeployRoleArn'];
  services.aws.state.addRole(account, path.basename(role?.arn ?? ''), {
    trust: role?.trust ?? { Statement: [] },
    policies: Object.values(role?.policies ?? {}),
  });

  // 2. In the repository: the unchanged workflow, with that role.
  const workflow = blockOf(readme, 'workflow');
  expect(workflow).toContain(`role-to-assume: ${role?.arn}\n`);
  const pushed = await run('newcomer.yml', { text: workflow });

  // 3. Push to main.
  expect(pushed.exitCode).toBe(0);
  expect(deploys(pushed)).toEqual([
    `sst deploy: stage=production region=us-east-1 as ${arn(account, 'sst-deploy')}`,
  ]);
  expect(services.aws.state.buckets.size).toBe(2);
});
