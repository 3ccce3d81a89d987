// Every input that the action has in common with configure-aws-credentials: what is asked, exported, written and masked.
// That the other does the same, or why not, `npm run compare` shows with its dist.
import { CASES } from '../../local/peer/cases.ts';
import { told } from '../../local/peer/observe.ts';
import { runCase } from '../../local/peer/run.ts';

/** The inputs of configure-aws-credentials v6.2.3. */
const PEERS = `aws-region role-to-assume aws-access-key-id aws-secret-access-key aws-session-token
  web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds
  role-external-id role-session-name role-skip-session-tagging transitive-tag-keys custom-tags inline-session-policy
  managed-session-policies output-credentials output-env-credentials unset-current-credentials disable-retry
  retry-max-attempts special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc
  action-timeout-s sts-endpoint aws-profile overwrite-aws-profile`.split(/\s+/);

const given = new Set<string>(['aws-region']);

test.each(CASES)('$name', async one => {
  const seen = await runCase(one, undefined, setting => {
    for (const input of Object.keys(one.with(setting))) given.add(input);
  });
  expect(told(seen)).toMatchSnapshot();
});

test('no input is left out', () => {
  expect(PEERS.filter(input => !given.has(input))).toEqual([]);
});
