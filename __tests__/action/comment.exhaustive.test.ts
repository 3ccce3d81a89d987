// The pull request's comment. Runs the built dist/ as a runner would, on AWS and GitHub at 127.0.0.1. A job checks its
// row for some seconds, so the tests run at the same time, each with its own AWS and GitHub.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { LocalGithub } from '../../local/github/server.ts';
import { PULL_REQUEST } from '../../local/runner/environment.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { renderComment } from '../../src/report/comment.ts';

const account = '123456789012';
const role = `arn:aws:iam::${account}:role/sst-deploy`;
const token = 'ghs_a1b2c3d4e5f6';

/** AWS with a bootstrap, GitHub, and a project. */
interface World {
  readonly services: LocalServices;
  readonly github: LocalGithub;
  /** Writes the project's config, with this as `providers.aws`. */
  project(aws?: string): Promise<void>;
  step(inputs?: Record<string, string>, options?: RunOptions): Promise<Run>;
  /** The rows of the only table. Every other comment is a link to it. */
  lines(): string[];
}

const worlds: Array<() => Promise<void>> = [];

async function open(): Promise<World> {
  const services = await startServices({ github: { job: { event: 'pull_request' } } });
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'comment-'));
  worlds.push(async () => {
    await services.close();
    await rm(workspace, { recursive: true, force: true });
  });
  bootstrapAsSst(services.aws, { account, region: 'us-east-1' });
  const world: World = {
    services,
    github: services.github,
    project: (aws = '{}') =>
      writeFile(
        path.join(workspace, 'sst.config.ts'),
        `export default $config({
  app(input) {
    return { name: 'shop', home: 'aws', providers: { aws: ${aws} } };
  },
  async run() {},
});
`,
      ),
    step: (inputs = {}, options = {}) =>
      runAction({
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
      }),
    lines() {
      const [table, ...others] = services.github.comments.all;
      for (const { body } of others) expect(body).toContain(`#issuecomment-${table?.id})`);
      return (table?.body ?? '').split('\n').filter(line => /^\| [✅❌]/u.test(line));
    },
  };
  await world.project();
  return world;
}

afterAll(async () => {
  await Promise.all(worlds.map(close => close()));
  await removeRuns();
});

const titles = (run: Run, level: string) =>
  run.annotations.filter(one => one.level === level).map(({ title }) => title);
const apiRequests = ({ github }: World) => github.requests.filter(({ service }) => service === 'api');

test.concurrent('a job that is ready says so on the pull request, and the next run in the same comment', async () => {
  const world = await open();
  const run = await world.step();
  expect(run.exitCode).toBe(0);
  expect(world.github.comments.all[0]).toMatchObject({ repository: 'acme/shop', issue: PULL_REQUEST });
  expect(world.lines()).toEqual([
    `| ✅ ready | \`shop\` | \`pr-7\` | \`${account}\` | \`us-east-1\` | ready, version 5 | new | none | [\`3f2a9c8\`](https://github.com/acme/shop/actions/runs/17000000001/attempts/1) |`,
  ]);
  await world.step({}, { job: { event: 'pull_request', runId: '17000000002', sha: 'b'.repeat(40) } });
  expect(world.lines()).toEqual([expect.stringContaining('[`bbbbbbb`]')]);
  expect(apiRequests(world).filter(({ action }) => action === 'CreateComment')).toHaveLength(1);
});

test.concurrent('a job that is stopped says why, and fails as it would have', async () => {
  const world = await open();
  await world.project(`{ profile: 'acme' }`);
  const run = await world.step();
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual({});
  const [error] = titles(run, 'error');
  expect(world.lines()).toEqual([expect.stringMatching(/^\| ❌ .*would override/)]);
  expect(world.lines()[0]).toContain(error);
});

test.concurrent('a fork has a token that may only read: a notice, and the step goes on', async () => {
  const world = await open();
  world.github.comments.permissions.set(token, 'read');
  const run = await world.step();
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'notice')).toEqual(['The token is not allowed to comment']);
  expect(titles(run, 'warning')).toEqual([]);
  expect(world.github.comments.all).toEqual([]);
});

test.concurrent('on a push, and without `comment`, GitHub is not asked', async () => {
  const world = await open();
  world.github.job = { ...world.github.job, event: 'push' };
  const push = await world.step({}, { job: { event: 'push' } });
  const quiet = await world.step({ comment: 'false' });
  expect([push.exitCode, quiet.exitCode]).toEqual([0, 0]);
  expect([...titles(push, 'notice'), ...titles(quiet, 'notice')]).toEqual([]);
  expect(apiRequests(world)).toEqual([]);
});

test.concurrent('`comment` without a token: a notice', async () => {
  const world = await open();
  const run = await world.step({ 'github-token': '' });
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'notice')).toEqual(['No comment without a token']);
});

test.concurrent('GitHub does not answer, or breaks off: tried again, and there is one table', async () => {
  const world = await open();
  const answer = { status: 502, code: 'BadGateway', message: 'Bad gateway' };
  world.github.inject({ service: 'api', action: 'ListComments', answer });
  world.github.inject({ service: 'api', action: 'CreateComment', answer: 'reset', effect: true });
  expect((await world.step()).exitCode).toBe(0);
  expect(world.lines()).toHaveLength(1);
});

test.concurrent.each([
  [{ status: 502, code: 'BadGateway', message: 'Bad gateway' }, 'GitHub answered HTTP 502.'],
  [{ status: 429, code: 'x', message: 'Slow down' }, 'GitHub answered HTTP 429 (too many requests).'],
])('GitHub is broken or throttles (%j): a warning, and the step goes on', async (answer, reason) => {
  const world = await open();
  world.github.inject({ service: 'api', answer, times: Number.POSITIVE_INFINITY });
  const run = await world.step();
  expect(run.exitCode).toBe(0);
  expect(titles(run, 'warning')).toEqual(['No comment was written']);
  expect(run.annotations.find(({ level }) => level === 'warning')?.message).toContain(reason);
});

test.concurrent('with `bootstrap-regions`, the row has the status of each region', async () => {
  const world = await open();
  bootstrapAsSst(world.services.aws, { account, region: 'eu-west-1', version: 4 });
  world.services.aws.state.disabledRegions.add('ap-south-1');
  const run = await world.step({ 'bootstrap-regions': 'eu-west-1, eu-central-1, ap-south-1' });
  expect(run.exitCode).toBe(1);
  expect(world.lines()[0]?.split(' | ')[5]).toBe(
    'ready, version 5<br>`eu-west-1`: outdated<br>`eu-central-1`: missing<br>`ap-south-1`: not checked',
  );
});

describe("others' comments", () => {
  const add = ({ github }: World, body: string, user: string, app?: string) =>
    github.comments.add({
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
        stopped: '',
        account: '',
        bootstrap: '',
        state: '',
        profile: 'none',
        run: Number.MAX_SAFE_INTEGER,
        attempt: 1,
        sha: 'abc1234',
        at: Date.now(),
      },
    ],
    { server: 'https://github.com', repository: 'acme/shop' },
  );

  test.concurrent.each([
    ['a person', 'mallory', undefined],
    ['another bot', 'renovate[bot]', 'renovate'],
    ['an app in the name of GITHUB_TOKEN', 'github-actions[bot]', 'mallory'],
  ])('with the marker, by %s, is left alone, and its rows do not count', async (_, user, app) => {
    const world = await open();
    await world.project(`{ profile: 'acme' }`);
    add(world, forged, user, app);
    expect((await world.step()).exitCode).toBe(1);
    const [theirs, ours] = world.github.comments.all;
    expect(theirs).toMatchObject({ body: forged, user });
    expect(ours).toMatchObject({ user: 'github-actions[bot]', body: expect.stringContaining('| ❌') });
    expect(apiRequests(world).map(({ action }) => action)).not.toContain('DeleteComment');
  });

  test.concurrent('of the same identity, that quote the marker or hold what is no row', async () => {
    const world = await open();
    add(world, `Look:\n${forged}`, 'github-actions[bot]');
    const row = Buffer.from(JSON.stringify({ app: 'x', stopped: '<h3>' })).toString('base64');
    add(world, `<!-- sst-creds:comment v1 -->\n<!-- sst-creds:row ${row} -->\n`, 'github-actions[bot]');
    await world.step();
    const [quoting, broken] = world.github.comments.all;
    expect(quoting?.body).toBe(`Look:\n${forged}`);
    expect(broken?.body).toContain('| ✅ ready | `shop` | `pr-7`');
    expect(broken?.body).not.toContain('h3');
    expect(world.github.comments.all).toHaveLength(2);
  });

  test.concurrent("with the token of another app, the comment is that app's, and found again", async () => {
    const world = await open();
    world.github.comments.logins.set(token, 'shop-bot[bot]');
    add(world, forged, 'github-actions[bot]');
    add(world, '<!-- sst-creds:comment v1 -->\n', 'shop-bot[bot]', 'shop-bot');
    await world.step();
    expect(world.github.comments.all.map(({ user }) => user)).toEqual([
      'github-actions[bot]',
      'shop-bot[bot]',
    ]);
    expect(world.github.comments.all[1]?.body).toContain('| ✅ ready');
  });

  test.concurrent('on a server without GraphQL, the token counts as GITHUB_TOKEN', async () => {
    const world = await open();
    const answer = { status: 404, code: 'NotFound', message: 'Not Found' };
    world.github.inject({ action: 'GetViewer', answer, times: Number.POSITIVE_INFINITY });
    add(world, '<!-- sst-creds:comment v1 -->\n', 'github-actions[bot]', 'github-actions');
    await world.step();
    expect(world.lines()).toHaveLength(1);
  });
});

test.concurrent("with a person's own token, the comment is that person's, and found again", async () => {
  const world = await open();
  await world.step({ 'github-token': 'ghp_a1b2c3d4e5f6' });
  await world.step({ 'github-token': 'ghp_a1b2c3d4e5f6' });
  expect(world.github.comments.all.map(({ user }) => user)).toEqual(['octocat']);
});

test.concurrent('neither a secret nor a masked account is in the comment, and no token in the log', async () => {
  const world = await open();
  const run = await world.step({ 'mask-aws-account-id': 'true' }, { debug: true });
  const body = world.github.comments.all[0]?.body ?? '';
  const data = [...body.matchAll(/sst-creds:row (\S+)/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  );
  expect(data).toHaveLength(1);
  const fields = ['app', 'stage', 'region', 'stopped', 'account', 'bootstrap', 'state', 'profile', 'sha'];
  expect(Object.keys(JSON.parse(data[0] ?? ''))).toEqual([...fields, 'run', 'attempt', 'at']);
  const secrets = [
    token,
    account,
    ...Object.entries(run.exported).flatMap(([name, value]) => (/KEY|TOKEN/.test(name) ? [value] : [])),
  ];
  expect(secrets).toHaveLength(5);
  for (const secret of secrets) expect(body + data.join()).not.toContain(secret);
  expect(run.log).not.toContain(token);
  expect(run.log).toMatch(
    /##\[debug\]GitHub POST \/repos\/\{owner\}\/\{repo\}\/issues\/\{issue_number\}\/comments: ok, \d+ ms/,
  );
});
