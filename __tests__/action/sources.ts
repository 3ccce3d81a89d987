// The step without the permission to request a token, and checks of its result.
import { type Fixture, makeFixture } from '../../local/peer/fixture.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';

export let fixture: Fixture;

beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(async () => {
  await fixture.end();
  await removeRuns();
});

/** Runs the step without the permission `id-token: write`, unless the environment has it. */
export function step(inputs: Record<string, string>, options: RunOptions = {}): Promise<Run> {
  return runAction({
    home: fixture.home,
    workspace: fixture.workspace,
    with: { 'aws-region': 'us-east-1', bootstrap: 'skip', 'profile-guard': 'off', ...inputs },
    ...options,
    env: { AWS_ENDPOINT_URL: fixture.aws.url, AWS_EC2_METADATA_DISABLED: 'true', ...options.env },
  });
}

export const withRole = (profile: string) => ({
  'source-profile': profile,
  'role-to-assume': fixture.target.arn,
  'role-skip-session-tagging': 'true',
});
export const asked = () => fixture.aws.requests.map(({ service, action }) => `${service}:${action}`);
export const who = (run: Run) => run.outputs['authenticated-arn'];
export const TARGET = 'arn:aws:sts::123456789012:assumed-role/target/GitHubActions';

export function error(run: Run): string {
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual({});
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  return `${errors[0]?.title}\n${errors[0]?.message}`.replaceAll(fixture.home, '~');
}

/** Checks that every secret of AWS is masked before it is printed. */
export function expectNoSecret(run: Run): void {
  for (const { secretAccessKey, sessionToken } of fixture.aws.state.credentials.values()) {
    for (const secret of [secretAccessKey, sessionToken].filter(Boolean)) {
      expect(run.log).not.toContain(secret);
      expect(run.mask(run.summary)).not.toContain(secret);
      expect(run.stderr).not.toContain(secret);
    }
  }
}

export const keysOf = ({ accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }) =>
  `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
