// What the guard makes of each project of the table. That the table is right, the real CLI shows
// (`../conformance/sst-cli.test.ts`).
import path from 'node:path';
import type { Deployment } from '../../src/sst/deployment.ts';
import { CASES, type Uses } from './cases.ts';
import { inspected, projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

/** What the guard says that SST uses. */
function used({ override, usesAws, failure }: Deployment): Uses {
  if (failure && /refuse|evaluated|v2/.test(failure.problem.title)) return 'refused';
  if (override) return override.profile === undefined ? 'keys' : { profile: override.profile };
  if (failure) return 'refused';
  return usesAws ? 'exported' : 'nothing';
}

test.each(CASES)('$name', async ({ files, env, cwd, stage, awsConfig, ...expected }) => {
  const folder = await projectWith({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`project/${name}`, text])),
    ...(awsConfig === undefined ? {} : { 'home/.aws/config': awsConfig }),
  });
  const workspace = path.join(folder, 'project');
  const deployment = await inspected(workspace, {
    stage: stage === '' ? undefined : (stage ?? 'production'),
    workingDirectory: path.join(workspace, cwd ?? '.'),
    environment: { CI: 'true', GITHUB_ACTIONS: 'true', HOME: path.join(folder, 'home'), ...env },
  });
  const { failure, warnings, region, app, assumeRoles } = deployment;
  const titles = warnings.map(({ title }) => title);
  if (expected.warns) expect(titles).toContain(expected.warns);

  // What SST refuses and the guard only warns of.
  if (expected.uses === 'refused' && expected.warns) {
    expect(failure).toBeUndefined();
    return;
  }
  expect(used(deployment)).toEqual(expected.uses);
  const passes = expected.uses === 'exported' || expected.uses === 'nothing';
  expect(failure === undefined).toBe(passes);
  if (passes && !expected.warns) expect(titles).toEqual([]);
  if (expected.uses === 'refused') return;
  expect(region.name).toBe(expected.region ?? 'us-east-1');
  expect(app).toBe(expected.app ?? 'shop');
  expect(deployment.stage?.name).toBe(expected.settles ?? stage ?? 'production');
  expect(assumeRoles.map(({ roleArn }) => roleArn)).toEqual(expected.assumes ?? []);
});
