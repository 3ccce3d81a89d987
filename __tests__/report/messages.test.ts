import * as report from '../../src/report/messages.ts';
import { bootstrap, deployment, session } from './findings.ts';

test('the cells of a row', () => {
  expect(report.bootstrapWords(bootstrap)).toBe('ready, version 5');
  expect(report.bootstrapWords({ status: 'missing' })).toBe('missing');
});

test('what became of the profile, in a cell', () => {
  expect((['none', 'ignored', 'wins', 'not checked'] as const).map(report.profileWords)).toEqual([
    'none',
    'ignored by SST',
    'would override',
    'not checked',
  ]);
});

test.each([
  ['arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions', ['role', 'sst-deploy']],
  ['arn:aws:iam::123456789012:role/team/sst-deploy', ['role', 'sst-deploy']],
  ['arn:aws-cn:iam::123456789012:user/ada', ['user', 'ada']],
  ['arn:aws:sts::123456789012:federated-user/ada', ['federated user', 'ada']],
  [
    "GitHub's OIDC token of repo:acme/shop:ref:refs/heads/end of",
    ["GitHub's OIDC token", 'repo:acme/shop:ref:refs/heads/end of'],
  ],
  ['the keys in the inputs', ['the keys in the inputs']],
])('an identity in the picture: %s', (identity, lines) => {
  expect(report.identityWords(identity)).toEqual(lines);
});

test.each([
  [{ profile: 'acme', by: 'AWS_PROFILE' }, ['profile acme', 'AWS_PROFILE']],
  [{ by: '.env.<stage>', place: { file: '.env.production' } }, ['keys', '.env.production']],
  [
    { profile: 'acme', by: 'config', place: { file: 'sst.config.ts', line: 7 } },
    ['profile acme', 'sst.config.ts:7'],
  ],
] as const)('a profile in the picture: %j', (override, lines) => {
  expect(report.diagramProfile(override)).toEqual(lines);
});

test('the last line says what is deployed where, and what was exported', () => {
  const exported = ['AWS_REGION', 'SST_STAGE'];
  expect(report.readyWords({ deployment, session, exported })).toBe(
    'to deploy shop / production: account 123456789012, region eu-west-1. Exported AWS_REGION, SST_STAGE.',
  );
  expect(report.readyWords({ session, exported: [] })).toBe(
    'to deploy here: account 123456789012. No variable was to be exported.',
  );
});
