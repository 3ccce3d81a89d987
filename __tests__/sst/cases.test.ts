// Runs the guard on each project of the table. `../conformance/sst-cli.test.ts` checks the table with the real CLI.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Deployment } from '../../src/sst/deployment.ts';
import { body, returning } from './cases/case.ts';
import { asOf, CASES, type Case, CORE_CASES, OLDER_VERSIONS, type Uses } from './cases/index.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

/** The credentials that SST uses, as the guard says. */
function used({ override, usesAws, failure, profile }: Deployment): Uses | 'not checked' {
  if (failure && /not checked/.test(failure.problem.title))
    return profile.verdict === 'not checked' ? 'not checked' : 'refused';
  if (failure && /refuse|evaluated|v2|static import/.test(failure.problem.title)) return 'refused';
  if (override) return override.profile === undefined ? 'keys' : { profile: override.profile };
  if (failure) return 'refused';
  return usesAws ? 'exported' : 'nothing';
}

test.each(CASES)('$name', expected => judged(expected));

describe.each(OLDER_VERSIONS)('by SST %s, installed beside the config', version => {
  const installed = JSON.stringify({ name: 'sst', version });
  const cases = CORE_CASES.filter(({ older }) => older).map(expected => {
    const files = { ...expected.files, 'node_modules/sst/package.json': installed };
    return { ...asOf(version, expected), files };
  });
  test.each(cases)('$name', expected => judged(expected));
});

test('a config that is a link finds its modules at its real place, as in SST (measured)', async () => {
  const { 'sst.config.ts': config } = body(
    `const { profile } = await import("./names"); ${returning('{ profile }')}`,
  );
  const folder = await projectWith({
    'infra/sst.config.ts': config,
    'infra/names.ts': 'export const profile = "staging";\n',
    'names.ts': 'export const profile = undefined;\n',
  });
  await symlink('infra/sst.config.ts', path.join(folder, 'sst.config.ts'));
  expect(used(await inspected(folder))).toEqual({ profile: 'staging' });
});

async function judged(expected: Case): Promise<void> {
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
