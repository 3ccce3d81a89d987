// If the step cannot know whether SST will use its credentials, it says "not checked". It does so in the log, the job
// summary, the pull request's comment and the output `profile`. Runs the built dist/ as a runner would.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { withAws, withBody } from '../sst/cases/case.ts';

const account = '123456789012';
const plain = withAws('{}');
let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'not-checked-'));
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

async function step(
  config: string | undefined,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Run> {
  if (config !== undefined) await writeFile(path.join(workspace, 'sst.config.ts'), config);
  return runAction({
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
}

/** The verdict on the profile in each of the four places. */
function told(run: Run) {
  const row = services.github.comments.all[0]?.body.split('\n').find(line => /^\| [✅❌]/u.test(line));
  return {
    log: run.log.split('\n').filter(line => line.startsWith('Profile: ')),
    summary: /^\*\*Profile\*\*: (.*)$/m.exec(run.summary)?.[1],
    comment: row?.split(' | ').at(-2),
    output: run.outputs['profile'],
  };
}

const REASONS: Array<[string, string, Parameters<typeof step>]> = [
  ['`profile-guard` is off', 'the guard is off', [plain, { 'profile-guard': 'off' }]],
  [
    '`sst.config.ts` could not be evaluated',
    'a config that fails, under warn',
    [withBody('throw new Error("no");'), { 'profile-guard': 'warn' }],
  ],
  [
    '`sst.config.ts` could not be evaluated',
    'a config that fails, under neutralize',
    [withBody('throw new Error("no");'), { 'profile-guard': 'neutralize' }],
  ],
  ['the stage is not known', 'a stage that SST refuses', [plain, { stage: '' }, { SST_STAGE: 'a/b' }]],
  [
    'the stage is not known',
    'a stage that SST refuses, under warn',
    [plain, { stage: '', 'profile-guard': 'warn' }, { SST_STAGE: 'a/b' }],
  ],
  [
    'the step got no credentials',
    'a role that AWS refuses',
    [plain, { 'role-to-assume': `arn:aws:iam::${account}:role/another` }],
  ],
  [
    'SST would assume a role that refused these credentials',
    'a role that SST would assume, and that refuses',
    [withAws('{ assumeRoles: [{ roleArn: "arn:aws:iam::444455556666:role/onwards" }] }')],
  ],
  [
    'this step exports no credentials to the environment (`output-env-credentials: false`)',
    'credentials that are outputs only',
    [plain, { 'output-env-credentials': 'false', 'output-credentials': 'true' }],
  ],
  [
    'SST would refuse `sst.config.ts`',
    'an app that SST refuses, under warn',
    [withBody('return { name: "shop" };'), { 'profile-guard': 'warn' }],
  ],
  ['SST does not use AWS in this project', 'no AWS', [withBody('return { name: "shop", home: "local" };')]],
  [
    'the config is one of SST v2',
    'SST v2, under warn',
    ['export default { config() { return { name: "x" }; }, stacks() {} };', { 'profile-guard': 'warn' }],
  ],
  ['there is no `sst.config.ts`', 'no config', [undefined]],
];

test.each(REASONS)('not checked, since %s: %s', async (reason, _, given) => {
  const run = await step(...given);
  const sentence = `not checked: ${reason}`;
  expect(told(run)).toEqual({
    log: [`Profile: ${sentence}`],
    summary: sentence,
    comment: 'not checked',
    output: 'not checked',
  });
  expect(run.stdout + run.summary).not.toContain('SST will use these credentials');
});

test('checked, and none', async () => {
  expect(told(await step(plain))).toEqual({
    log: ['Profile: none, SST will use these credentials'],
    summary: 'none, SST will use these credentials',
    comment: 'none',
    output: '',
  });
});

test('a profile that wins', async () => {
  expect(told(await step(withAws('{ profile: "acme" }'), { 'profile-guard': 'warn' }))).toMatchObject({
    log: ['Profile: profile acme (from config) would override the credentials'],
    summary: expect.stringContaining('`acme` from the config would override these credentials'),
    comment: 'would override',
    output: 'acme',
  });
});

test('a profile that SST is told to ignore', async () => {
  expect(told(await step(withAws('{ profile: "acme" }'), { 'profile-guard': 'neutralize' }))).toMatchObject({
    log: ['Profile: SST is told to ignore profile acme (from config), by SST_AWS_NO_PROFILE'],
    summary: expect.stringContaining('which SST is told to ignore'),
    comment: 'ignored by SST',
    output: 'acme',
  });
});
