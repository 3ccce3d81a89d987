// The pull request's comment: the built dist/ as a runner runs it, on AWS and GitHub at 127.0.0.1.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { PULL_REQUEST } from '../../local/runner/environment.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { renderComment } from '../../src/report/comment.ts';

const account = '123456789012';
const role = `arn:aws:iam::${account}:role/sst-deploy`;
const token = 'ghs_a1b2c3d4e5f6';
let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'comment-'));
  await project();
});

afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const project = (aws = '{}') =>
  writeFile(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({
  app(input) {
    return { name: 'shop', home: 'aws', providers: { aws: ${aws} } };
  },
  async run() {},
});
`,
  );

const ready = (region = 'us-east-1') => bootstrapAsSst(services.aws, { account, region });

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': role,
      stage: 'pr-7',
      comment: 'true',
      'github-token': token,
      ...inputs,
    },
    workspace,
    job: { event: 'pull_request' },
    ...options,
    env: { ...services.env, ...options.env },
  });
}

const titles = (run: Run, level: string) =>
  run.annotations.filter(one => one.level === level).map(({ title }) => title);
const apiRequests = () => services.github.requests.filter(({ service }) => service === 'api');

/** The lines of the one table under its head; every other comment is a link to it. */
function lines(): string[] {
  const [table, ...others] = services.github.comments.all;
  for (const { body } of others) expect(body).toContain(`#issuecomment-${table?.id})`);
  return (table?.body ?? '').split('\n').filter(line => /^\| [✅❌]/u.test(line));
}

test('a job that is ready says so on the pull request, and the next run in the same comment', async () => {
  ready();
  const run = await step();
  expect(run.exitCode).toBe(0);
  expect(services.github.comments.all[0]).toMatchObject({ repository: 'acme/shop', issue: PULL_REQUEST });
  expect(lines()).toEqual([
    `| ✅ ready | \`shop\` | \`pr-7\` | \`${account}\` | \`us-east-1\` | ready, version 5 | new | none | [\`3f2a9c8\`](https://github.com/acme/shop/actions/runs/17000000001/attempts/1) |`,
  ]);
  await step({}, { job: { event: 'pull_request', runId: '17000000002', sha: 'b'.repeat(40) } });
  expect(lines()).toEqual([expect.stringContaining('[`bbbbbbb`]')]);
  expect(apiRequests().filter(({ action }) => action === 'CreateComment')).toHaveLength(1);
});

test('a job that is stopped says why, and fails as it would have', async () => {
  ready();
  await project(`{ profile: 'acme' }`);
  const run = await step();
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual({});
  const [error] = titles(run, 'error');
  expect(lines()).toEqual([expect.stringMatching(/^\| ❌ .*would override/)]);
  expect(lines()[0]).toContain(error);
});

test('twelve jobs at once: one table, twelve rows', async () => {
  const stages = ['production', 'staging', 'demo', 'pr-7'];
  const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
  for (const region of regions) ready(region);
  services.github.latency = 50;
  const jobs = stages.flatMap(stage => regions.map(region => ({ stage, 'aws-region': region })));
  const runs = await Promise.all(jobs.map(job => step(job)));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array(12).fill(0));
  expect(runs.flatMap(run => [...titles(run, 'notice'), ...titles(run, 'warning')])).toEqual([]);
  const cells = lines().map(line => line.split(' | ').slice(1, 5).join(' '));
  const wanted = jobs.map(job => `\`shop\` \`${job.stage}\` \`${account}\` \`${job['aws-region']}\``);
  expect(cells).toEqual(wanted.sort());
}, 120_000);

test('a fork has a token that may only read: a notice, and the step goes on', async () => {
  ready();
  services.github.comments.permissions.set(token, 'read');
  const run = await step();
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'notice')).toEqual(['The token is not allowed to comment']);
  expect(titles(run, 'warning')).toEqual([]);
  expect(services.github.comments.all).toEqual([]);
});

test('on a push, and without `comment`, GitHub is not asked', async () => {
  ready();
  services.github.job = { ...services.github.job, event: 'push' };
  const push = await step({}, { job: { event: 'push' } });
  const quiet = await step({ comment: 'false' });
  expect([push.exitCode, quiet.exitCode]).toEqual([0, 0]);
  expect([...titles(push, 'notice'), ...titles(quiet, 'notice')]).toEqual([]);
  expect(apiRequests()).toEqual([]);
});

test('`comment` without a token: a notice', async () => {
  ready();
  const run = await step({ 'github-token': '' });
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'notice')).toEqual(['No comment without a token']);
});

test('GitHub throttled or broken: tried again, then a warning, and the step goes on', async () => {
  ready();
  const answer = { status: 502, code: 'BadGateway', message: 'Bad gateway' };
  services.github.inject({ service: 'api', action: 'ListComments', answer });
  services.github.inject({ service: 'api', action: 'CreateComment', answer: 'reset', effect: true });
  expect((await step()).exitCode).toBe(0);
  expect(lines()).toHaveLength(1);

  services.github.heal();
  services.github.inject({ service: 'api', answer, times: Number.POSITIVE_INFINITY });
  const run = await step();
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'warning')).toEqual(['No comment was written']);
}, 120_000);

describe("others' comments", () => {
  const add = (body: string, user: string, app?: string) =>
    services.github.comments.add({
      repository: 'acme/shop',
      issue: PULL_REQUEST,
      body,
      user,
      ...(app === undefined ? {} : { app }),
    });

  /** A comment of this action that says `ready`, as somebody else would forge it. */
  const forged = renderComment(
    [
      {
        app: 'shop',
        stage: 'pr-7',
        region: 'us-east-1',
        outcome: 'ready',
        profile: 'none',
        run: Number.MAX_SAFE_INTEGER,
        attempt: 1,
        sha: 'abc1234',
        at: Date.now(),
      },
    ],
    { server: 'https://github.com', repository: 'acme/shop' },
  );

  test.each([
    ['a person', 'mallory', undefined],
    ['another bot', 'renovate[bot]', 'renovate'],
    ['an app in the name of GITHUB_TOKEN', 'github-actions[bot]', 'mallory'],
  ])('with the marker, by %s, is left alone, and its rows do not count', async (_, user, app) => {
    ready();
    await project(`{ profile: 'acme' }`);
    add(forged, user, app);
    expect((await step()).exitCode).toBe(1);
    const [theirs, ours] = services.github.comments.all;
    expect(theirs).toMatchObject({ body: forged, user });
    expect(ours).toMatchObject({ user: 'github-actions[bot]', body: expect.stringContaining('| ❌') });
    expect(apiRequests().map(({ action }) => action)).not.toContain('DeleteComment');
  });

  test('of the same identity, that quote the marker or hold what is no row', async () => {
    ready();
    add(`Look:\n${forged}`, 'github-actions[bot]');
    const row = Buffer.from(JSON.stringify({ app: 'x', outcome: '<h3>' })).toString('base64');
    add(`<!-- sst-creds:comment v1 -->\n<!-- sst-creds:row ${row} -->\n`, 'github-actions[bot]');
    await step();
    const [quoting, broken] = services.github.comments.all;
    expect(quoting?.body).toBe(`Look:\n${forged}`);
    expect(broken?.body).toContain('| ✅ ready | `shop` | `pr-7`');
    expect(broken?.body).not.toContain('h3');
    expect(services.github.comments.all).toHaveLength(2);
  });

  test("with the token of another app, the comment is that app's, and found again", async () => {
    ready();
    services.github.comments.logins.set(token, 'shop-bot[bot]');
    add(forged, 'github-actions[bot]');
    add('<!-- sst-creds:comment v1 -->\n', 'shop-bot[bot]', 'shop-bot');
    await step();
    expect(services.github.comments.all.map(({ user }) => user)).toEqual([
      'github-actions[bot]',
      'shop-bot[bot]',
    ]);
    expect(services.github.comments.all[1]?.body).toContain('| ✅ ready');
  });

  test('on a server without GraphQL, the token counts as GITHUB_TOKEN', async () => {
    ready();
    const answer = { status: 404, code: 'NotFound', message: 'Not Found' };
    services.github.inject({ action: 'GetViewer', answer, times: Number.POSITIVE_INFINITY });
    add('<!-- sst-creds:comment v1 -->\n', 'github-actions[bot]', 'github-actions');
    await step();
    expect(lines()).toHaveLength(1);
  });
});

test("with a person's own token, the comment is that person's, and found again", async () => {
  ready();
  await step({ 'github-token': 'ghp_a1b2c3d4e5f6' });
  await step({ 'github-token': 'ghp_a1b2c3d4e5f6' });
  expect(services.github.comments.all.map(({ user }) => user)).toEqual(['octocat']);
});

test('neither a secret nor a masked account is in the comment, and no token in the log', async () => {
  ready();
  const run = await step({ 'mask-aws-account-id': 'true' }, { debug: true });
  const body = services.github.comments.all[0]?.body ?? '';
  const data = [...body.matchAll(/sst-creds:row (\S+)/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  );
  expect(data).toHaveLength(1);
  const secrets = [
    token,
    account,
    ...Object.entries(run.exported).flatMap(([name, value]) => (/KEY|TOKEN/.test(name) ? [value] : [])),
  ];
  expect(secrets).toHaveLength(5);
  for (const secret of secrets) expect(body + data.join()).not.toContain(secret);
  expect(run.log).not.toContain(token);
  expect(run.log).toMatch(/##\[debug\]GitHub CreateComment: ok, \d+ ms/);
});
