// The action is a drop-in for configure-aws-credentials. In every case its requests, exports, files and masks are those
// of the recording, except for the intended differences. The error texts are this project's own.
import { CASES } from '../../local/peer/cases.ts';
import { differences, judge } from '../../local/peer/compare.ts';
import { readRecording } from '../../local/peer/recorded.ts';
import { runCase } from '../../local/peer/run.ts';

/** The inputs of configure-aws-credentials v6.2.3. */
const PEERS = `aws-region role-to-assume aws-access-key-id aws-secret-access-key aws-session-token
  web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds
  role-external-id role-session-name role-skip-session-tagging transitive-tag-keys custom-tags inline-session-policy
  managed-session-policies output-credentials output-env-credentials unset-current-credentials disable-retry
  retry-max-attempts special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc
  action-timeout-s sts-endpoint aws-profile overwrite-aws-profile`.split(/\s+/);

const given = new Set<string>(['aws-region']);
const recording = readRecording();

test.each(CASES)('$name', async one => {
  const seen = await runCase(one, undefined, fixture => {
    for (const input of Object.keys(one.with(fixture))) given.add(input);
  });
  const recorded = recording.cases[one.name];
  if (!recorded) throw new Error('Record the case: npm run compare -- --help');
  expect(judge(one, differences(seen, recorded))).toEqual({ unexpected: [], missing: [] });
  expect(seen.errors).toHaveLength(seen.ended === 'failure' ? 1 : 0);
  if (seen.ended === 'failure') expect(seen.errors.join()).toMatchSnapshot();
});

test('no input is left out', () => {
  expect(PEERS.filter(input => !given.has(input))).toEqual([]);
});
