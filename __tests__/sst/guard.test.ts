// Which of several credentials the guard names, and in which order it tells the rest.
import { withAws } from './cases/case.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

const config = withAws('{ profile: "acme" }');
const keys = 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n';

test('neutralize, with keys in a file, too: the message is about the keys, which win', async () => {
  const folder = await projectWith({ 'sst.config.ts': config, '.env.production': keys });
  const { failure, override, profile } = await inspected(folder, { guard: 'neutralize' });
  expect(failure?.problem).toMatchObject({ title: '.env.production overrides the credentials' });
  expect(override).toMatchObject({ variable: 'AWS_ACCESS_KEY_ID', by: '.env.<stage>' });
  expect(profile).toEqual({ verdict: 'wins' });
});

test('neutralize, with the profile that this step writes in AWS_PROFILE: nothing is ignored', async () => {
  const folder = await projectWith({ 'sst.config.ts': config });
  const { failure, profile } = await inspected(folder, { guard: 'neutralize', exportsProfile: 'deploy' });
  expect([failure, profile]).toEqual([undefined, { verdict: 'none' }]);
});

test('the place of the profile in a config of SST v2', async () => {
  const v2 =
    'export default {\n  config() {\n    return { name: "x", profile: "acme" };\n  },\n  stacks() {},\n};\n';
  const folder = await projectWith({ 'sst.config.ts': v2 });
  const { failure, override } = await inspected(folder);
  expect(failure?.problem).toMatchObject({ title: 'An SST v2 config', place: { line: 2 } });
  expect(override).toMatchObject({ profile: 'acme', place: { file: 'sst.config.ts', line: 3 } });
});

const elsewhere = {
  region: 'eu-west-1',
  exportsKeys: false,
  environment: { AWS_REGION: 'us-west-2' },
} as const;

test('another region than that of the workflow, with a config and without one', async () => {
  for (const name of ['sst.config.ts', 'README.md']) {
    const { warnings } = await inspected(await projectWith({ [name]: withAws('{}') }), elsewhere);
    expect(warnings[0]?.title).toBe('SST deploys to us-west-2');
  }
});

test.each(['fail', 'warn', 'neutralize', 'off'] as const)(
  'a region that is not valid stops the step with %s, before all else',
  async guard => {
    const folder = await projectWith({ 'sst.config.ts': config });
    const { failure, warnings } = await inspected(folder, {
      environment: { AWS_REGION: 'no region' },
      guard,
    });
    expect(failure?.problem.title).toBe('The region is not valid');
    const rest = guard === 'fail' || guard === 'warn' ? ['A profile overrides the credentials'] : [];
    expect(warnings.map(({ title }) => title)).toEqual(rest);
  },
);
