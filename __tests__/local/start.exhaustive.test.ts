// `npm start` with another action instead of ours, and without a config.
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT, start, startIn } from './npm-start.ts';

test('without a config: says so, and leaves no folder behind', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'sst-creds-start-'));
  try {
    const { code, stdout } = await startIn({ TMPDIR: temporary }, ROOT, '--no-config');
    expect(code).toBe(0);
    expect(stdout).toContain('not checked: there is no `sst.config.ts`');
    expect(await readdir(temporary)).toEqual([]);
  } finally {
    await rm(temporary, { recursive: true });
  }
});

describe('a job', () => {
  // Another action instead of ours. It sends requests to AWS, with its ID token and signed, and prints the answers.
  const ACTION = `
name: Example
inputs: { aws-region: {}, stage: {}, role-to-assume: {}, working-directory: {}, sst-config: {}, bootstrap: {} }
runs: { using: node24, main: dist/main.mjs, post: dist/post.mjs }
`;
  const MAIN = `
import { appendFileSync } from 'node:fs';
import { STSClient, AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { SSMClient, GetParametersCommand } from '@aws-sdk/client-ssm';
const { env } = process;
if (!env.ACTIONS_ID_TOKEN_REQUEST_URL) { console.log('::error::No id-token: write'); process.exit(1); }
const answer = await fetch(env.ACTIONS_ID_TOKEN_REQUEST_URL + '&audience=sts.amazonaws.com', {
  headers: { authorization: 'Bearer ' + env.ACTIONS_ID_TOKEN_REQUEST_TOKEN },
});
const region = env['INPUT_AWS-REGION'] || 'us-west-2';
const assumed = await new STSClient({ region }).send(new AssumeRoleWithWebIdentityCommand({
  RoleArn: env['INPUT_ROLE-TO-ASSUME'], RoleSessionName: 'start', WebIdentityToken: (await answer.json()).value,
})).catch(error => { console.log('::error::' + error.message); process.exit(1); });
const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = assumed.Credentials;
console.log('::add-mask::' + secretAccessKey);
console.log('::group::The job');
console.log([env.GITHUB_EVENT_NAME, assumed.SubjectFromWebIdentityToken, env.INPUT_STAGE, env['INPUT_WORKING-DIRECTORY'], env['INPUT_SST-CONFIG'], env.MINE].join('|'));
console.log('secret ' + secretAccessKey);
console.log('::endgroup::');
const credentials = { accessKeyId, secretAccessKey, sessionToken };
const record = await new SSMClient({ region, credentials }).send(new GetParametersCommand({ Names: ['/sst/bootstrap'] }));
appendFileSync(env.GITHUB_ENV, 'AWS_SECRET_ACCESS_KEY=' + secretAccessKey + '\\nAWS_REGION=' + region + '\\n');
appendFileSync(env.GITHUB_OUTPUT, 'record=' + (record.Parameters[0]?.Value ?? 'missing') + '\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# ' + secretAccessKey + '\\n');
`;
  const POST = `
import { appendFileSync } from 'node:fs';
console.log('cleaning ' + process.env.AWS_SECRET_ACCESS_KEY);
appendFileSync(process.env.GITHUB_ENV, 'AWS_SECRET_ACCESS_KEY=\\n');
`;
  /** A folder with that action, and with our files of `npm start`. */
  async function plant(): Promise<string> {
    const tree = await mkdtemp(join(tmpdir(), 'sst-creds-start-'));
    await cp(join(ROOT, 'local'), join(tree, 'local'), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    await writeFile(join(tree, 'package.json'), '{"type":"module"}');
    await writeFile(join(tree, 'action.yml'), ACTION);
    return tree;
  }
  let root: string;
  beforeAll(async () => {
    root = await plant();
    await mkdir(join(root, 'dist'));
    await writeFile(join(root, 'dist/main.mjs'), MAIN);
    await writeFile(join(root, 'dist/post.mjs'), POST);
    await mkdir(join(root, 'project/.git'), { recursive: true });
    await mkdir(join(root, 'project/apps/web'), { recursive: true });
    await writeFile(join(root, 'project/apps/web/my.config.ts'), '');
  });
  afterAll(() => rm(root, { recursive: true }));

  test('without dist/: says how to build it', async () => {
    const tree = await plant();
    const { code, stdout, stderr } = await start(tree);
    await rm(tree, { recursive: true });
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^npm start: dist\/ .* `npm run build`\.\n$/),
    ]);
  });

  test('in the sample, on an account that SST has bootstrapped', async () => {
    const { code, stdout } = await start(root);
    expect(code).toBe(0);
    const sections = stdout.replace(/"sst-(asset|state)-[a-z]{12}"/g, '"sst-$1-…"');
    expect(sections).toBe(`
── The log of the step ──

▸ The job
  push|repo:acme/shop:ref:refs/heads/main|production|||
  secret ***

── The annotations on the run ──

none

── The environment that the next step gets ──

AWS_SECRET_ACCESS_KEY=***
AWS_REGION=us-west-2

── The outputs ──

record={"version":5,"asset":"sst-asset-…","assetEcrRegistryId":"123456789012","assetEcrUrl":"123456789012.dkr.ecr.us-west-2.amazonaws.com/sst-asset","state":"sst-state-…","appsyncHttp":"","appsyncRealtime":""}

── The job summary ──

# ***

── The post step ──

cleaning ***

── The environment after it ──

AWS_SECRET_ACCESS_KEY=
`);
  });

  test("with somebody's own config, in its repository, on an empty account", async () => {
    const config = join(root, 'project/apps/web/my.config.ts');
    const more = [
      '--stage',
      '',
      '--region',
      'eu-west-1',
      '--env',
      'MINE=x=y',
      '--event',
      'pull_request',
      '--debug',
    ];
    const { code, stdout } = await start(root, '--config', config, '--empty', ...more);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'pull_request|repo:acme/shop:pull_request||apps/web|apps/web/my.config.ts|x=y\n',
    );
    expect(stdout).toContain('record=missing\n');
    expect(stdout).toContain('200 sts:AssumeRoleWithWebIdentity\n200 ssm:GetParameters eu-west-1\n');
    expect((await start(root, '--bootstrap', 'ensure')).stdout).toContain('record=missing\n');
  });

  test("refused: the exit code is the action's", async () => {
    expect(await start(root, '--no-id-token')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Error: No id-token: write\n'),
    });
    const refused = await start(root, '--role', 'arn:aws:iam::123456789012:role/nope');
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Error: Not authorized to perform sts:AssumeRoleWithWebIdentity\n'),
    });
    expect(await start(root, '--input', 'role-to-assume=x')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Request ARN is invalid'),
    });
  });

  test('a config that is not there', async () => {
    expect(await start(root, '--config', '/nowhere/sst.config.ts')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('/nowhere/sst.config.ts'),
    });
  });
});
