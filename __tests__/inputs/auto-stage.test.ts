// The table in docs/stage.md, line by line. A stage has to pass SST's own check: letters, digits and hyphens.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stageOfEvent } from '../../src/inputs/auto-stage.ts';

const docs = readFileSync(path.resolve(import.meta.dirname, '../../docs/stage.md'), 'utf8');

function stageOf(event: string, ref: string, payload: object = {}) {
  return stageOfEvent({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }, payload);
}

const PULL = { number: 7, pull_request: { number: 7, head: { repo: { full_name: 'acme/shop' } } } };
const FORK = { number: 7, pull_request: { number: 7, head: { repo: { full_name: 'stranger/shop' } } } };

// The text of docs/stage.md, then event, ref, payload and stage. Without a stage, the event is refused.
type Case = [text: string, stage: string, event: string, ref: string, payload?: object];

const CASES: readonly Case[] = [
  ['push to a branch', 'feature-new-cart', 'push', 'refs/heads/feature/New_Cart'],
  ['push of a tag', 'v1-2-3', 'push', 'refs/tags/v1.2.3'],
  ['pull_request, opened', 'pr-7', 'pull_request', 'refs/pull/7/merge', { ...PULL, action: 'opened' }],
  ['pull_request, closed', 'pr-7', 'pull_request', 'refs/pull/7/merge', { ...PULL, action: 'closed' }],
  ['pull_request, merged', 'pr-7', 'pull_request', 'refs/heads/main', { ...PULL, action: 'closed' }],
  ['pull_request from a fork', 'pr-7', 'pull_request', 'refs/pull/7/merge', FORK],
  ['pull_request_target', 'pr-7', 'pull_request_target', 'refs/heads/main', FORK],
  ['pull_request_review', 'pr-7', 'pull_request_review', 'refs/pull/7/merge', PULL],
  [
    'issue_comment on a pull request',
    'pr-7',
    'issue_comment',
    'refs/heads/main',
    { issue: { number: 7, pull_request: {} } },
  ],
  ['issue_comment on an issue', 'main', 'issue_comment', 'refs/heads/main', { issue: { number: 7 } }],
  ['workflow_dispatch on a branch', 'main', 'workflow_dispatch', 'refs/heads/main'],
  ['workflow_dispatch on a tag', 'v2', 'workflow_dispatch', 'refs/tags/v2'],
  ['schedule', 'main', 'schedule', 'refs/heads/main'],
  [
    'merge_group',
    'gh-readonly-queue-main-pr-7-4f2a9c',
    'merge_group',
    'refs/heads/gh-readonly-queue/main/pr-7-4f2a9c',
    { merge_group: {} },
  ],
  ['release', 'v1-2-3', 'release', 'refs/tags/v1.2.3', { release: {} }],
  ['repository_dispatch', 'main', 'repository_dispatch', 'refs/heads/main'],
  [
    'workflow_run of a push',
    'main',
    'workflow_run',
    'refs/heads/main',
    { workflow_run: { event: 'push', pull_requests: [] } },
  ],
  [
    'workflow_run of a pull request',
    'pr-7',
    'workflow_run',
    'refs/heads/main',
    { workflow_run: { event: 'pull_request', pull_requests: [{ number: 7 }] } },
  ],
];

const REFUSED: readonly Case[] = [
  [
    'workflow_run of a pull request from a fork',
    '',
    'workflow_run',
    'refs/heads/main',
    { workflow_run: { event: 'pull_request', pull_requests: [] } },
  ],
  ['deployment of a commit', '', 'deployment', '', { deployment: {} }],
];

// Jest treats a missing last argument as a callback to wait for.
const filled = (cases: readonly Case[]) =>
  cases.map(([text, stage, event, ref, payload = {}]) => [text, stage, event, ref, payload] as const);

test.each(filled(CASES))('%s: %s', (text, stage, event, ref, payload) => {
  expect(stageOf(event, ref, payload)).toEqual({ stage });
  expect(stage).toMatch(/^[A-Za-z0-9-]+$/);
  expect(docs).toContain(`| ${text} | \`${stage}\` |`);
});

test.each(filled(REFUSED))('%s is refused', (text, _stage, event, ref, payload) => {
  expect(stageOf(event, ref, payload)).toEqual({ none: expect.any(String) });
  expect(docs).toContain(`| ${text} | refused |`);
});

test('docs/stage.md says no more than is tested here', () => {
  const [, table = ''] = /## `stage: auto`(.*?)\n## /s.exec(docs) ?? [];
  expect(table.match(/^\| (?!---|Event)/gm)).toHaveLength(CASES.length + REFUSED.length);
});

test.each([
  ['refs/heads/Feature/ABC_123--x', 'feature-abc-123-x'],
  ['refs/heads/-_-release/2.0-', 'release-2-0'],
  [
    'refs/heads/dependabot/npm_and_yarn/aws-sdk/client-s3-3.1.0',
    'dependabot-npm-and-yarn-aws-sdk-client-s3-3-1-0',
  ],
  ['refs/heads/größe', 'gr-e'],
  ['refs/heads/a\n::error::b', 'a-error-b'],
])('the branch %j is the stage %s', (ref, stage) => {
  expect(stageOf('push', ref)).toEqual({ stage });
});

test.each([
  ['a name without letters and digits', 'push', 'refs/heads/___'],
  ['no ref', 'push', ''],
  ['a ref of another kind', 'push', 'refs/notes/x'],
])('%s is refused', (_name, event, ref) => {
  expect(stageOf(event, ref)).toEqual({ none: expect.any(String) });
});

test('an event about a pull request whose payload cannot be read is never taken for the base branch', () => {
  for (const event of ['pull_request_target', 'issue_comment', 'workflow_run', 'pull_request_review'])
    expect(stageOfEvent({ GITHUB_EVENT_NAME: event, GITHUB_REF: 'refs/heads/main' }, undefined)).toEqual({
      none: `the payload of the event ${event} cannot be read`,
    });
  const own = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };
  expect(stageOfEvent(own, undefined)).toEqual({ stage: 'pr-7' });
});

test('a payload of another form is not trusted', () => {
  for (const number of ['7', 0, -1, 1.5, null, {}, '7; rm'])
    expect(stageOf('push', 'refs/heads/main', { pull_request: { number } })).toEqual({ stage: 'main' });
});
