import type { Place } from '../../src/failure.ts';
import { problemText } from '../../src/failure.ts';
import * as guard from '../../src/messages/guard.ts';
import * as project from '../../src/messages/project.ts';
import type { Evaluation } from '../../src/sst/evaluate.ts';

const place: Place = { file: 'sst.config.ts', line: 7, column: 9 };
const env: Place = { file: '.env.production', line: 2 };
const shown = (problem: Parameters<typeof problemText>[0]) => `${problem.title}\n\n${problemText(problem)}\n`;

describe('a profile that wins', () => {
  const text = `profile: input.stage === 'production' ? 'acme' : undefined,`;
  const located = { file: '/repo/sst.config.ts', line: 7, column: 9, text, value: 9, stage: 'input.stage' };

  test.each([
    ['at a line that was found', located],
    ['in short form', { ...located, text: 'profile,', value: undefined, stage: undefined }],
    ['at a line that was not', undefined],
  ])('%s', (_, where) => {
    const found = where && { ...where, ...(where.value === undefined ? {} : { value: where.value }) };
    const options = { profile: 'acme', stage: 'production', place, located: found as typeof located };
    expect(shown(guard.profileInConfig(options))).toMatchSnapshot();
  });

  test.each([
    ['environment', undefined, 'fail'],
    ['file', env, 'neutralize'],
  ] as const)('AWS_PROFILE in the %s', (_, at, mode) => {
    expect(shown(guard.profileInEnvironment('acme', at, mode))).toMatchSnapshot();
  });

  test('keys in a file', () => {
    expect(shown(guard.keysInFile('AWS_ACCESS_KEY_ID', env, 'fail'))).toMatchSnapshot();
    expect(guard.keysInFile('AWS_ACCESS_KEY_ID', env, 'neutralize').next).toContain('does not help');
  });

  test('a profile that SST will not look at, and a role that may not be assumed', () => {
    const fault = { code: 'AccessDenied', message: 'not authorized' };
    expect(shown(guard.profileNotUsed('deploy'))).toMatchSnapshot();
    expect(
      shown(
        guard.onwardsRefused(
          'arn:aws:iam::210987654321:role/target',
          'arn:aws:sts::123456789012:assumed-role/a/b',
          fault,
        ),
      ),
    ).toMatchSnapshot();
  });
});

const failed = (error: { name: string; message: string; code?: string }): Evaluation => ({
  kind: 'answered',
  answer: { kind: 'error', files: [], ...error },
});

test.each<[string, Evaluation]>([
  ['an error', failed({ name: 'TypeError', message: 'x is not a function' })],
  [
    'a package that is not installed',
    failed({ name: 'Error', message: "Cannot find package 'x'", code: 'ERR_MODULE_NOT_FOUND' }),
  ],
  [
    'what the sandbox refuses',
    failed({ name: 'Error', message: 'Access denied', code: 'ERR_ACCESS_DENIED' }),
  ],
  ['no end', { kind: 'out of time', milliseconds: 20_000 }],
  ['too long an answer', { kind: 'too long', characters: 1_000_000 }],
  ['too much memory', { kind: 'out of memory' }],
  ['an end without an answer', { kind: 'ended', code: 3, signal: null }],
])('a config that could not be evaluated for %s', (_, evaluation) => {
  expect(shown(guard.notEvaluated(evaluation, place))).toMatchSnapshot();
});

test.each([
  { because: 'no object' },
  { because: 'no name' },
  { because: 'bad name', name: '1shop' },
  { because: 'no home' },
  { because: 'bad home', home: 'azure' },
  { because: 'bad removal', removal: 'keep' },
  { because: 'bad type', property: 'providers.aws.profile', takes: 'a text' },
] as const)('what SST would refuse: %j', refusal => {
  expect(shown(project.appRefused(refusal, place))).toMatchSnapshot();
});

test('the project', () => {
  const region = { name: 'eu-central-1', from: '.env.<stage>', place: env } as const;
  const problems = [
    project.v2Config({ profile: 'acme', region: 'eu-west-1' }, place),
    project.v2Config({}, place),
    project.stageUnknown('admin'),
    project.stageUnknown(undefined),
    project.stageInvalid({ name: 'feature/x', from: 'SST_STAGE' }),
    project.stageGuessed({ name: 'runner', from: 'login name' }),
    project.regionDiffers('us-east-1', region),
    project.regionInvalid('mars', 'sst.config.ts', place),
    project.rolesAssumed([{ roleArn: 'arn:aws:iam::210987654321:role/target' }], place),
    project.strayProvider(place),
    project.topLevelImport(place),
    project.olderAssumeRole(place),
    project.dotenvIgnored(env),
    project.noAws('cloudflare', place),
    project.noConfig('packages/web'),
  ];
  for (const problem of problems) expect(shown(problem)).toMatchSnapshot();
});
