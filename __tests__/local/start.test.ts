// `npm start`, and its options.
import { expect, test } from '@jest/globals';
import { helpText, parseOptions } from '../../local/options.ts';
import { ROOT, start } from './npm-start.ts';

test('without options: the sample, production, a push, with the permission', () => {
  expect(parseOptions([])).toEqual({
    config: undefined,
    stage: 'production',
    region: undefined,
    bootstrap: undefined,
    profileGuard: undefined,
    role: undefined,
    bootstrapState: undefined,
    noConfig: false,
    comment: false,
    empty: false,
    latency: 0,
    env: {},
    inputs: {},
    event: 'push',
    idToken: true,
    debug: false,
    help: false,
  });
});

test('each option arrives', () => {
  const args = [
    '--config',
    'a/sst.config.ts',
    '--stage',
    '',
    '--region',
    'eu-west-1',
    '--bootstrap',
    'ensure',
  ];
  args.push(
    '--profile-guard',
    'warn',
    '--role',
    'arn',
    '--empty',
    '--latency',
    '20',
    '--env',
    'A=1=2',
    '--env',
    'B=',
  );
  args.push('--bootstrap-state', 'locked', '--no-config', '--comment');
  args.push('--input', 'audience=x', '--event', 'pull_request', '--no-id-token', '--debug', '--help');
  expect(parseOptions(args)).toEqual({
    config: 'a/sst.config.ts',
    stage: '',
    region: 'eu-west-1',
    bootstrap: 'ensure',
    profileGuard: 'warn',
    role: 'arn',
    bootstrapState: 'locked',
    noConfig: true,
    comment: true,
    empty: true,
    latency: 20,
    env: { A: '1=2', B: '' },
    inputs: { audience: 'x' },
    event: 'pull_request',
    idToken: false,
    debug: true,
    help: true,
  });
});

test.each([
  [['--nope'], /--nope.*--bootstrap-state/],
  [['--bootstrap-state', 'gone'], /--bootstrap-state takes missing, outdated, broken, locked/],
  [['--profile-guard', 'on'], /--profile-guard takes fail, warn, neutralize, off/],
  [['positional'], /positional/],
  [['--stage'], /--stage/],
  [['--latency', 'x'], /--latency takes milliseconds, not 'x'/],
  [['--latency', '-1'], /--latency/],
  [['--event', 'tag'], /--event takes push or pull_request, not 'tag'/],
  [['--env', 'A'], /--env NAME=VALUE: 'A' has no =/],
  [['--input', '=x'], /--input name=value/],
])('%j is refused', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});

test('the help has a line for each option', () => {
  const lines = helpText()
    .split('\n')
    .filter(line => line.startsWith('  --'));
  expect(lines).toHaveLength(17);
  for (const line of lines) expect(line).toMatch(/^ {2}--[a-z-]+( \S+)? {1,}\S.{5,}$/);
});

test('--help succeeds; what is wrong ends with one line and status 2', async () => {
  expect(await start(ROOT, '--help')).toEqual({ code: 0, stdout: helpText(), stderr: '' });
  expect(await start(ROOT, '--nope')).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^npm start: .*--nope.*\n$/),
  });
});

test('locked: by a deploy that has begun, so the stage was deployed before', async () => {
  const { code, stdout } = await start(ROOT, '--bootstrap-state', 'locked');
  expect(code).toBe(0);
  expect(stdout).toContain('Stage: deployed before; locked.');
  expect(stdout).toContain('stage-exists=true\n');
});
