// Each text that the guard can show, as a person reads it.
import { readFileSync } from 'node:fs';
import type { Problem } from '../../src/failure.ts';
import type { Evaluation } from '../../src/sst/evaluate.ts';
import * as guard from '../../src/sst/guard-messages.ts';
import * as project from '../../src/sst/messages.ts';

const place = { file: 'sst.config.ts', line: 7, column: 9 };
const file = { file: '.env.production', line: 2 };
const located = {
  file: '/work/sst.config.ts',
  line: 7,
  column: 9,
  text: 'profile: "acme",',
  value: 9,
  stage: 'input.stage',
};
const { value: _, stage: __, ...short } = { ...located, text: 'profile,' };
const failed = (name: string, message: string, code?: string): Evaluation => ({
  kind: 'answered',
  answer: { kind: 'error', name, message, files: [], unchecked: [], ...(code === undefined ? {} : { code }) },
});
const stage = (name: string) => ({ name, from: 'login name' as const });

const TEXTS: Record<string, Problem> = {
  'a profile in the config': guard.profileInConfig({ profile: 'acme', stage: 'production', place, located }),
  'a profile in the short form, app() without a parameter': guard.profileInConfig({
    profile: 'acme',
    stage: 'dev',
    place,
    located: short,
  }),
  'a profile that was not found in the text': guard.profileInConfig({
    profile: 'ac"me',
    stage: 'dev',
    place,
    located: undefined,
  }),
  'AWS_PROFILE in the job': guard.profileInEnvironment('acme', undefined, 'fail'),
  'AWS_PROFILE in a file, neutralize': guard.profileInEnvironment('acme', file, 'neutralize'),
  'keys in a file': guard.keysInFile('AWS_ACCESS_KEY_ID', file, 'fail'),
  'keys in a file, neutralize': guard.keysInFile('AWS_SESSION_TOKEN', file, 'neutralize'),
  'a module that is missing': guard.notEvaluated(
    failed('Error', 'Cannot find "x", imported from /work/sst.config.ts', 'ERR_MODULE_NOT_FOUND'),
    place,
  ),
  'a permission that is missing': guard.notEvaluated(
    failed('Error', '/etc/passwd is outside the workspace', 'ERR_ACCESS_DENIED'),
    place,
  ),
  'an error of its own': guard.notEvaluated(failed('TypeError', 'Invalid stage: x\n::error::y'), place),
  'out of time': guard.notEvaluated({ kind: 'out of time', milliseconds: 15_000 }, place),
  'out of memory': guard.notEvaluated({ kind: 'out of memory' }, place),
  'too long': guard.notEvaluated({ kind: 'too long', characters: 65_535 }, place),
  ended: guard.notEvaluated({ kind: 'ended', code: 3 }, place),
  'not checked': guard.notChecked(
    ['the config reads .env (sst.config.ts:3)', '.env is larger than 1 MB'],
    place,
  ),
  'a profile that SST will not use': guard.profileNotUsed('deploy'),
  'a further role that refuses': guard.onwardsRefused(
    'arn:aws:iam::444455556666:role/b',
    'arn:aws:sts::123456789012:assumed-role/a/s',
    { code: 'AccessDenied', message: 'not authorized' },
  ),
  'more roles than are followed': guard.tooManyRoles(3_000, 10),
  'no object': project.appRefused({ because: 'no object' }, place),
  'no name': project.appRefused({ because: 'no name' }, place),
  'a bad name': project.appRefused({ because: 'bad name', name: 'a_b' }, place),
  'no home': project.appRefused({ because: 'no home' }, place),
  'a bad home': project.appRefused({ because: 'bad home', home: 'gcp' }, place),
  'a bad removal': project.appRefused({ because: 'bad removal', removal: 'never' }, place),
  'a bad type': project.appRefused(
    { because: 'bad type', property: 'providers.aws.profile', takes: 'a text' },
    place,
  ),
  'SST v2': project.v2Config({}, place),
  'SST v2 with a profile': project.v2Config({ profile: 'acme', region: 'eu-west-1' }, place),
  'no stage': project.stageUnknown(undefined),
  'no stage, and a login name': project.stageUnknown('root'),
  'a bad stage': project.stageInvalid({ name: 'a/b', from: 'SST_STAGE' }),
  'a stage that is a guess': project.stageGuessed(stage('runner')),
  'another region by the config': project.regionDiffers('us-east-1', {
    name: 'eu-west-1',
    from: 'sst.config.ts',
    place,
  }),
  'another region by default': project.regionDiffers('eu-west-1', { name: 'us-east-1', from: 'default' }),
  'no region': project.regionInvalid('eu-west-1.example.com/', 'sst.config.ts', place),
  'further roles': project.rolesAssumed(
    [{ roleArn: 'arn:aws:iam::444455556666:role/a' }, { roleArn: 'arn:aws:iam::444455556666:role/b' }],
    place,
  ),
  'aws beside providers': project.strayProvider(place),
  'a static import': project.topLevelImport(place),
  'the older assumeRole': project.olderAssumeRole(place),
  'a .env file that is ignored': project.dotenvIgnored(file),
  'no AWS': project.noAws('local', place),
  'no config': project.noConfig('apps/shop'),
};

test.each(Object.entries(TEXTS))('%s', (_, { title, what, next, place }) => {
  expect(`${title}\n${JSON.stringify(place)}\n\n${what}\n${next ?? ''}`).toMatchSnapshot();
});

test('there is no text that is not among them', () => {
  const makers = [guard, project].flatMap(module => Object.entries(module));
  const source = readFileSync(new URL(import.meta.url), 'utf8');
  // `at` is part of other texts, and none of its own.
  const untried = makers
    .filter(([, maker]) => typeof maker === 'function')
    .map(([name]) => name)
    .filter(name => name !== 'at' && !source.includes(`.${name}(`));
  expect(untried).toEqual([]);
});
