// Runs the guard on a project of the table, and compares the result.
import path from 'node:path';
import type { Deployment } from '../../src/sst/deployment.ts';
import type { Case, Uses } from './cases/index.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

/** The credentials that SST uses, as the guard says. */
export function used({ override, usesAws, failure, profile }: Deployment): Uses | 'not checked' {
  if (failure && /not checked/.test(failure.problem.title))
    return profile.verdict === 'not checked' ? 'not checked' : 'refused';
  if (failure && /refuse|evaluated|v2|static import/.test(failure.problem.title)) return 'refused';
  if (override) return override.profile === undefined ? 'keys' : { profile: override.profile };
  if (failure) return 'refused';
  return usesAws ? 'exported' : 'nothing';
}

/** Checks the guard's result for the case. */
export async function judged(expected: Case): Promise<void> {
  const deployment = await inspect(expected);
  const titles = deployment.warnings.map(({ title }) => title);
  if (expected.warns) expect(titles).toContain(expected.warns);
  expect(used(deployment)).toEqual(expected.guard ?? expected.uses);
  if (expected.uses !== 'refused' && !expected.guard) expectDetails(deployment, expected);
}

function inspect({ files, env, cwd, config, stage, awsConfig }: Case): Promise<Deployment> {
  return projectWith({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`project/${name}`, text])),
    ...(awsConfig === undefined ? {} : { 'home/.aws/config': awsConfig }),
  }).then(folder => {
    const workspace = path.join(folder, 'project');
    return inspected(workspace, {
      stage: stage === '' ? undefined : (stage ?? 'production'),
      workingDirectory: path.join(workspace, cwd ?? '.'),
      ...(config === undefined ? {} : { config: path.join(workspace, config) }),
      environment: { CI: 'true', GITHUB_ACTIONS: 'true', HOME: path.join(folder, 'home'), ...env },
    });
  });
}

function expectDetails(deployment: Deployment, expected: Case): void {
  const { failure, warnings, region, app, stage, assumeRoles } = deployment;
  const passes = expected.uses === 'exported' || expected.uses === 'nothing';
  expect(failure === undefined).toBe(passes);
  if (passes && !expected.warns) expect(warnings).toEqual([]);
  expect(region.name).toBe(expected.region ?? 'us-east-1');
  expect(app).toBe(expected.app ?? 'shop');
  expect(stage?.name).toBe(expected.settles ?? expected.stage ?? 'production');
  expect(assumeRoles.map(({ roleArn }) => roleArn)).toEqual(expected.assumes ?? []);
}
