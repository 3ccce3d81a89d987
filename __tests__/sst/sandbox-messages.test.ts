import { answered } from '../../src/report/messages.ts';
import * as sandbox from '../../src/sst/sandbox/messages.ts';

test('what the child says', () => {
  const { NO_NETWORK, NO_APP, NEVER_SETTLES, NO_ANSWER, NOT_A_PATH, APP_TAKES, outside, notFound } = sandbox;
  expect({
    ...{ NO_NETWORK, NO_APP, NEVER_SETTLES, NO_ANSWER, NOT_A_PATH, APP_TAKES },
    outside: outside('/etc/passwd'),
    notFound: notFound('./infra', '/repo/sst.config.ts'),
  }).toMatchSnapshot();
});

test('what GitHub answered', () => {
  expect(answered(403)).toBe('GitHub answered HTTP 403');
});
