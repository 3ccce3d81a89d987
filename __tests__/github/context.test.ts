import { type EventPayload, readContext } from '../../src/github/context.ts';

const JOB = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/pull/7/merge',
  GITHUB_JOB: 'deploy',
  GITHUB_ACTOR: 'octocat',
};

/** The part of a pull request event that names the source repository. */
function pull(head: string | null): EventPayload {
  const repo = head === null ? null : { full_name: head };
  return { pull_request: { head: { repo }, base: { repo: { full_name: 'acme/shop' } } } };
}

test("the job, as the runner's variables say", () => {
  expect(readContext(JOB, pull('acme/shop'))).toEqual({
    workflowFile: '.github/workflows/deploy.yml',
    job: 'deploy',
    restricted: undefined,
  });
});

test.each<[string, Record<string, string>, EventPayload | undefined, string | undefined]>([
  ['of the repository itself', {}, pull('acme/shop'), undefined],
  ['of a fork', {}, pull('somebody/shop'), 'fork'],
  ['of a fork that was deleted', {}, pull(null), 'fork'],
  ['of a fork, reviewed', { GITHUB_EVENT_NAME: 'pull_request_review' }, pull('somebody/shop'), 'fork'],
  [
    "of a fork, run by the base's workflow",
    { GITHUB_EVENT_NAME: 'pull_request_target' },
    pull('somebody/shop'),
    undefined,
  ],
  ['of Dependabot', { GITHUB_ACTOR: 'dependabot[bot]' }, pull('acme/shop'), 'dependabot'],
  [
    'of Dependabot, run again by a person',
    { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_TRIGGERING_ACTOR: 'octocat' },
    pull('acme/shop'),
    'dependabot',
  ],
  ['whose event cannot be read', {}, undefined, undefined],
  ['whose event is something else', {}, { pull_request: null }, undefined],
])('a pull request %s', (_, environment, payload, restricted) => {
  expect(readContext({ ...JOB, ...environment }, payload).restricted).toBe(restricted);
});

test('nothing is known outside GitHub Actions', () => {
  expect(readContext({}, undefined)).toEqual({ workflowFile: '', job: '' });
});
