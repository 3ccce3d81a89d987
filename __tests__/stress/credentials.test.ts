// A hundred jobs that start at the same time, as with a matrix or a monorepo. STS accepts ten requests per second and
// throttles the rest. The test needs both cores for half a minute.
import { makeFixture } from '../../local/peer/fixture.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';

test('a hundred processes at once all get their session', async () => {
  const fixture = await makeFixture();
  fixture.aws.limit({ service: 'sts', perSecond: 10 });
  const job = () =>
    runAction({
      with: {
        'aws-region': 'us-east-1',
        'role-to-assume': fixture.role.arn,
        bootstrap: 'skip',
        'profile-guard': 'off',
      },
      env: fixture.env,
      timeout: 240_000,
    });
  const runs = await Promise.all(Array.from({ length: 100 }, job));
  const failures = runs.filter(({ exitCode }) => exitCode !== 0);
  expect(failures.map(({ log }) => log)).toEqual([]);
  const throttled = fixture.aws.requests.filter(({ code }) => code === 'Throttling');
  expect(throttled.length).toBeGreaterThan(0);
  await Promise.all([fixture.end(), removeRuns()]);
}, 300_000);
