// If the step cannot know whether SST will use its credentials, it says "not checked". It does so in the log, the job
// summary, the pull request's comment and the output `profile`. Runs the built dist/ as a runner would.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { NOT_CHECKED } from '../../src/sst/guard-messages.ts';
import { withAws, withBody } from '../sst/cases/case.ts';

const account = '123456789012';
const plain = withAws('{}');

afterAll(removeRuns);

/** Runs the step on services of its own: each case waits for seconds before it comments, so the cases run at once. */
async function step(
  config: string | undefined,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
  files: Record<string, string> = {},
  links: Record<string, string> = {},
) {
  const services = await startServices({ github: { job: { event: 'pull_request' } } });
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'not-checked-'));
  try {
    bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
    const all = config === undefined ? files : { 'sst.config.ts': config, ...files };
    for (const [name, text] of Object.entries(all)) {
      await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
      await writeFile(path.join(workspace, name), text);
    }
    for (const [name, target] of Object.entries(links)) await symlink(target, path.join(workspace, name));
    const run = await runAction({
      with: {
        'aws-region': 'us-east-1',
        'role-to-assume': `arn:aws:iam::${account}:role/sst-deploy`,
        stage: 'production',
        comment: 'true',
        'github-token': 'ghs_a1b2c3d4e5f6',
        ...inputs,
      },
      workspace,
      job: { event: 'pull_request' },
      env: { ...services.env, ...env },
    });
    return { run, told: told(run, services) };
  } finally {
    await services.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Markdown as a person reads it: without what keeps GitHub from making links and emphasis. */
function read(markdown: string | undefined): string | undefined {
  return markdown?.replaceAll('&#95;', '_').replaceAll('<!-- -->', '');
}

/** The verdict on the profile in each of the four places. */
function told(run: Run, services: LocalServices) {
  const row = services.github.comments.all[0]?.body.split('\n').find(line => /^\| [✅❌]/u.test(line));
  return {
    log: run.log.split('\n').filter(line => line.startsWith('Profile: ')),
    summary: read(/^\*\*Profile\*\*: (.*)$/m.exec(run.summary)?.[1]),
    comment: row?.split(' | ').at(-2),
    output: run.outputs['profile'],
  };
}

interface Case {
  /** The reason, as it is told. */
  readonly reason: string;
  /** The config; undefined for none. */
  readonly config?: string;
  /** Symbolic links, each with its target. */
  readonly links?: Record<string, string>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const sst = (version: string) => ({ 'node_modules/sst/package.json': JSON.stringify({ version }) });
const app = 'async app(input)';
/** A config that does something that the interpreter refuses, and catches what it throws. */
const hiding = (attempt: string) =>
  withBody(`try {\n      ${attempt}\n    } catch {}\n    return { name: "shop", home: "aws" };`, app);
const fails = '`sst.config.ts` could not be evaluated';
const refused = 'SST would refuse `sst.config.ts`';
const warn = { 'profile-guard': 'warn' };
const v2 = 'export default { config() { return { name: "x" }; }, stacks() {} };';
const throws = withBody('throw new Error("no");');

const CASES: Record<string, Case> = {
  'the guard is off': { reason: '`profile-guard` is off', config: plain, inputs: { 'profile-guard': 'off' } },
  'a config that throws': { reason: fails, config: throws },
  'a config that throws, under warn': { reason: fails, config: throws, inputs: warn },
  'a config that throws, under neutralize': {
    reason: fails,
    config: throws,
    inputs: { 'profile-guard': 'neutralize' },
  },
  'a syntax error': { reason: fails, config: 'export default $config({ app() { return {; } });' },
  'syntax that only SST knows': {
    reason: fails,
    config: withBody('using x = null;\n    return { name: "shop", home: "aws" };'),
  },
  'no app()': { reason: fails, config: 'export default { name: "shop" };' },
  'a missing package': { reason: fails, config: withBody('return (await import("@acme/none")).app;', app) },
  'a function that is not there': {
    reason: fails,
    config: withBody('return fetch("https://acme.example");'),
  },
  'a promise that never resolves': { reason: fails, config: withBody('return new Promise(() => {});') },
  'process.exit()': { reason: fails, config: withBody('process.exit(0);') },
  'a line that is too long for SST': {
    reason: fails,
    config: withBody('return { name: "shop", home: "aws", x: "x".repeat(70_000) };'),
  },
  'memory that runs out': {
    reason: fails,
    config: withBody('const all = [];\n    for (;;) all.push(new Array(1e6).fill(1));'),
  },
  'too many modules': {
    reason: fails,
    config: withBody('for (let index = 0; index < 2_100; index += 1) require(`./many/${index}.json`);'),
    files: Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`many/${index}.json`, '{}'])),
  },
  'a refused read, caught': {
    reason: 'the config reads /etc/passwd (sst.config.ts:5)',
    config: hiding('(await import("node:fs")).readFileSync("/etc/passwd");'),
  },
  'a file that might hold secrets, looked for': {
    reason: 'the config reads .npmrc (sst.config.ts:5)',
    config: hiding('(await import("node:fs")).existsSync(".npmrc");'),
    files: { '.npmrc': 'x=y' },
  },
  'a built-in function, caught': {
    reason: 'the config uses child_process.execSync (sst.config.ts:5)',
    config: hiding('(await import("node:child_process")).execSync("git rev-parse HEAD");'),
  },
  'the network, caught': {
    reason: 'the config uses fetch (sst.config.ts:5)',
    config: hiding('await fetch("https://acme.example");'),
  },
  'a missing module, caught': {
    reason: 'the config imports @acme/none (sst.config.ts:5)',
    config: hiding('await import("@acme/none");'),
  },
  'a file that cannot be parsed, caught': {
    reason: 'the config loads, and this check cannot parse, view.jsx',
    config: hiding('await import("./view.jsx");'),
    files: { 'view.jsx': 'export const view = <b/>;\n' },
  },
  'a module that is too large, caught': {
    reason: 'the config imports ./large.json (sst.config.ts:5)',
    config: hiding('await import("./large.json");'),
    files: { 'large.json': JSON.stringify('x'.repeat(11 * 2 ** 20)) },
  },
  'a tsconfig.json that is a link out of the workspace': {
    reason: 'the config depends on, and this check cannot read, tsconfig.json',
    config: withBody(
      "const { home } = await import('./infra');\n    return { name: 'shop', home, providers: { aws: {} } };",
    ),
    files: { 'infra.ts': "export const home = 'aws';\n" },
    links: { 'tsconfig.json': os.devNull },
  },
  'a hidden variable that decides': {
    reason: 'the config decides by the hidden variable DEPLOY_KEY',
    config: withAws('{ profile: process.env.DEPLOY_KEY?.startsWith("live") ? "acme" : undefined }'),
    env: { DEPLOY_KEY: 'live-one' },
  },
  'an .env file that is too large': {
    reason: '.env is larger than 1 MB',
    config: plain,
    files: { '.env': `A=${'x'.repeat(2 ** 20)}\n` },
  },
  'a stage that SST refuses': {
    reason: 'the stage is not known',
    config: plain,
    inputs: { stage: '' },
    env: { SST_STAGE: 'a/b' },
  },
  'a stage that SST refuses, under warn': {
    reason: 'the stage is not known',
    config: plain,
    inputs: { stage: '', ...warn },
    env: { SST_STAGE: 'a/b' },
  },
  'a role that AWS refuses': {
    reason: 'the step got no credentials',
    config: plain,
    inputs: { 'role-to-assume': role(account, 'another') },
  },
  'a role that SST would assume, and that refuses': {
    reason: 'SST would assume a role that AWS refuses to these credentials',
    config: withAws(`{ assumeRoles: [{ roleArn: "${role('444455556666', 'onwards')}" }] }`),
  },
  'credentials that are outputs only': {
    reason: 'this step exports no credentials to the environment (`output-env-credentials: false`)',
    config: plain,
    inputs: { 'output-env-credentials': 'false', 'output-credentials': 'true' },
  },
  'an app that SST refuses': { reason: refused, config: withBody('return { name: "shop" };') },
  'an app that SST refuses, under warn': {
    reason: refused,
    config: withBody('return { name: "shop" };'),
    inputs: warn,
  },
  'an app that this version of SST refuses': {
    reason: refused,
    config: withBody('return { name: "shop", home: "aws", providers: { cloudflare: true } };'),
    files: sst('4.17.1'),
  },
  'a version of SST that the config does not allow': {
    reason: refused,
    config: withBody('return { name: "shop", home: "aws", version: ">= 4" };'),
    files: sst('3.19.3'),
  },
  'an app() that this version of SST does not await': {
    reason: refused,
    config: withBody('return { name: "shop", home: "aws" };', app),
    files: sst('3.9.2'),
  },
  'no AWS': {
    reason: 'SST does not use AWS in this project',
    config: withBody('return { name: "shop", home: "local" };'),
  },
  'SST v2': { reason: 'the config is one of SST v2', config: v2 },
  'SST v2, under warn': { reason: 'the config is one of SST v2', config: v2, inputs: warn },
  'no config': { reason: 'there is no `sst.config.ts`' },
};

test.concurrent.each(Object.entries(CASES))('not checked: %s', async (_, given) => {
  const { run, told } = await step(given.config, given.inputs, given.env, given.files, given.links);
  const sentence = `not checked: ${given.reason}`;
  expect(told).toEqual({
    log: [`Profile: ${sentence}`],
    summary: sentence,
    comment: 'not checked',
    output: 'not checked',
  });
  expect(run.stdout + run.summary).not.toContain('SST will use these credentials');
});

test('every reason that the guard has is in the table', () => {
  const told = Object.values(CASES).map(({ reason }) => reason);
  // A step that stopped before it looked says why it stopped.
  const { stopped, ...reasons } = NOT_CHECKED;
  expect(told).toEqual(expect.arrayContaining(Object.values(reasons)));
});

test.concurrent('checked, and none', async () => {
  expect((await step(plain)).told).toEqual({
    log: ['Profile: none, SST will use these credentials'],
    summary: 'none, SST will use these credentials',
    comment: 'none',
    output: '',
  });
});

test.concurrent('a profile that wins', async () => {
  expect((await step(withAws('{ profile: "acme" }'), { 'profile-guard': 'warn' })).told).toMatchObject({
    log: ['Profile: `acme` from the config would override these credentials'],
    summary: expect.stringContaining('`acme` from the config would override these credentials'),
    comment: 'would override',
    output: 'acme',
  });
});

test.concurrent('a profile that SST is told to ignore', async () => {
  expect((await step(withAws('{ profile: "acme" }'), { 'profile-guard': 'neutralize' })).told).toMatchObject({
    log: [
      'Profile: `acme` from the config, which SST is told to ignore (`SST_AWS_NO_PROFILE`): it will use these credentials',
    ],
    summary: expect.stringContaining('which SST is told to ignore'),
    comment: 'ignored by SST',
    output: 'acme',
  });
});
