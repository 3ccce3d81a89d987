import { customTags, sessionTags } from '../../src/credentials/tags.ts';
import type { Failure } from '../../src/failure.ts';

const JOB = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_WORKFLOW: 'Deploy 🚀 (prod)',
  GITHUB_ACTION: '__self',
  GITHUB_ACTOR: 'dependabot[bot]',
  GITHUB_SHA: '3f2a9c8',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_BASE_REF: '',
  GITHUB_RUN_ID: '17',
  GITHUB_JOB: 'deploy',
  GITHUB_TRIGGERING_ACTOR: 'octocat',
};

test("the job's tags, cleaned to what STS takes; those of an empty variable are left out", () => {
  expect(sessionTags(JOB, undefined).all).toEqual([
    { Key: 'GitHub', Value: 'Actions' },
    { Key: 'Repository', Value: 'acme/shop' },
    { Key: 'Workflow', Value: 'Deploy _ _prod_' },
    { Key: 'Action', Value: '__self' },
    { Key: 'Actor', Value: 'dependabot_bot_' },
    { Key: 'Commit', Value: '3f2a9c8' },
    { Key: 'Branch', Value: 'refs/heads/main' },
    { Key: 'EventName', Value: 'push' },
    { Key: 'RunId', Value: '17' },
    { Key: 'Job', Value: 'deploy' },
    { Key: 'TriggeringActor', Value: 'octocat' },
  ]);
});

test('the essential ones are without those of event and run, and with the custom ones', () => {
  const keys = sessionTags(JOB, '{"Team": "shop"}').essential.map(tag => tag.Key);
  expect(keys).toEqual(['GitHub', 'Repository', 'Workflow', 'Action', 'Actor', 'Commit', 'Branch', 'Team']);
});

test('a value has 256 characters at most', () => {
  const tag = sessionTags({ GITHUB_WORKFLOW: 'x'.repeat(300) }, undefined).all[1];
  expect(tag?.Value).toHaveLength(256);
});

test('custom tags are texts, numbers and booleans', () => {
  expect(customTags('{"Team": "shop", "Cost Center": 42, "Prod": true, "Empty": "", "名": "é"}')).toEqual([
    { Key: 'Team', Value: 'shop' },
    { Key: 'Cost Center', Value: '42' },
    { Key: 'Prod', Value: 'true' },
    { Key: 'Empty', Value: '' },
    { Key: '名', Value: 'é' },
  ]);
});

test.each<[string, RegExp]>([
  ['Team=hush', /a JSON object, such as/],
  ['["hush"]', /a JSON object/],
  ['null', /a JSON object/],
  ['{"Team": {"name": "hush"}}', /"Team" has another value/],
  ['{"Team": null}', /"Team" has another value/],
  ['{"": "hush"}', /keys of 1 to 128 characters with .*, but "" is outside these limits/],
  [`{"${'k'.repeat(129)}": "hush"}`, /keys of 1 to 128 .*, but "k{128}…" is outside these limits/],
  [`{"Team": "${'hush'.repeat(65)}"}`, /values of at most 256, but "Team" is outside/],
  ['{"Team!": "hush"}', /"Team!" has other characters/],
  ['{"Team": "hush!"}', /"Team" has other characters/],
  ['{"Repository": "hush"}', /such as "Repository"/],
])('%s is refused, its values not shown', (json, said) => {
  const refused = problem(() => customTags(json));
  expect(refused.what).toMatch(/Input `custom-tags` is not valid: it takes/);
  expect(refused.what).toMatch(said);
  expect(refused.what).not.toMatch(/hush/);
});

test('fifty tags fit into a session, not one more', () => {
  const custom = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index])));
  expect(sessionTags(JOB, custom(39)).all).toHaveLength(50);
  expect(problem(() => sessionTags(JOB, custom(40))).what).toMatch(/at most 39 tags/);
});

function problem(refused: () => unknown) {
  try {
    refused();
  } catch (error) {
    return (error as Failure).problem;
  }
  throw new Error('not refused');
}
