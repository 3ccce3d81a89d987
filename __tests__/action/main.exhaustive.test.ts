// The main job, end to end: ways to write a profile, and inputs that are refused.
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { account, errors, expectStopped, project, services, step } from './job.ts';

describe('a profile that SST would prefer', () => {
  beforeEach(() => bootstrapAsSst(services.aws, { account, region: 'us-east-1' }));

  test.each([
    ['a literal', `{ profile: 'acme' }`, 'acme'],
    [
      'one for this stage',
      `{ profile: input?.stage === 'production' ? 'acme-prod' : undefined }`,
      'acme-prod',
    ],
    ['in either case', `{ profile: input?.stage === 'staging' ? 'staging' : 'default' }`, 'default'],
  ])('%s stops the step at file, line and column', async (_, aws, profile) => {
    await project(aws);
    const run = await step();
    expectStopped(run);
    expect(errors(run)[0]).toMatchObject({ file: 'sst.config.ts', line: 9, col: 16 });
    expect(errors(run)[0]?.message).toContain(profile);
    expect(run.outputs).toMatchObject({ profile, app: 'shop', stage: 'production' });
  });

  test.each([
    ['none', '{}'],
    ['one for another stage', `{ profile: input?.stage === 'staging' ? 'acme' : undefined }`],
    ['the GITHUB_ACTIONS idiom', `{ profile: process.env.GITHUB_ACTIONS ? undefined : 'acme' }`],
    ['the CI idiom', `{ profile: process.env.CI ? undefined : 'acme' }`],
    ['an empty one', `{ profile: '' }`],
  ])('%s passes', async (_, aws) => {
    await project(aws);
    const run = await step();
    expect(errors(run)).toEqual([]);
    expect(run.outputs['profile']).toBe('');
  });

  test('AWS_PROFILE in the environment stops it, whatever the config says', async () => {
    await project();
    const run = await step({}, { env: { AWS_PROFILE: 'staging' } });
    expect(expectStopped(run)).toContain('AWS_PROFILE');
    expect(run.outputs['profile']).toBe('staging');
  });

  test('AWS_DEFAULT_PROFILE, which SST does not read, passes', async () => {
    await project();
    expect((await step({}, { env: { AWS_DEFAULT_PROFILE: 'staging' } })).exitCode).toBe(0);
  });

  test('warn goes on with a warning, off without one', async () => {
    await project(`{ profile: 'acme' }`);
    const warned = await step({ 'profile-guard': 'warn' });
    expect(warned.exitCode).toBe(0);
    expect(warned.annotations.map(({ level, line }) => [level, line])).toEqual([['warning', 9]]);
    const off = await step({ 'profile-guard': 'off' });
    expect(off.exitCode).toBe(0);
    expect(off.annotations).toEqual([]);
  });
});

describe('input that cannot be right', () => {
  test.each([
    ['aws-region', 'us_east_1'],
    ['aws-region', 'US-EAST-1'],
    ['aws-region', 'frankfurt'],
    ['role-to-assume', 'arn:aws:iam::12345:role/deploy'],
    ['role-to-assume', `arn:aws:iam::${account}:user/deploy`],
    ['role-duration-seconds', 'an hour'],
    ['role-duration-seconds', '60'],
    ['role-duration-seconds', '43201'],
    ['role-session-name', 'x'],
    ['stage', 'feature/login'],
    ['bootstrap', 'create'],
    ['profile-guard', 'on'],
    ['allowed-account-ids', '1234'],
    ['mask-aws-account-id', 'yes'],
    ['sst-config', 'nowhere/sst.config.ts'],
    ['working-directory', 'nowhere'],
  ])('%s: %s is refused before any request', async (input, value) => {
    await project();
    const run = await step({ [input]: value });
    const message = expectStopped(run);
    expect(message).toContain(`\`${input}\``);
    expect(message).toContain('it takes');
    expect(services.aws.requests).toEqual([]);
    expect(services.github.requests).toEqual([]);
  });
});
