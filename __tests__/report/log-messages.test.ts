import * as log from '../../src/report/log-messages.ts';

test('the project', () => {
  expect(log.GROUPS).toEqual(['SST project', 'AWS credentials', 'SST bootstrap']);
  expect([
    log.configLine('sst.config.ts'),
    log.stageLine({ name: 'production', from: 'input' }),
    log.appLine('shop'),
    log.regionLine('eu-west-1', 'aws-region'),
    log.profileLine({ verdict: 'wins' }, { profile: 'acme', by: 'config' }),
    log.profileLine({ verdict: 'wins' }, { by: '.env.<stage>' }),
    log.profileLine({ verdict: 'ignored' }, { profile: 'acme', by: 'config' }),
    log.profileLine({ verdict: 'none' }, undefined),
    log.profileLine({ verdict: 'not checked', reason: 'nobody looked' }, undefined),
    log.notSaidLine('A profile would win.'),
  ]).toEqual([
    'Config: sst.config.ts',
    'Stage: production (from input)',
    'App: shop',
    'Region: eu-west-1 (from aws-region)',
    'Profile: profile acme (from config) would override the credentials',
    'Profile: keys (from .env.<stage>) would override the credentials',
    'Profile: SST is told to ignore profile acme (from config), by SST_AWS_NO_PROFILE',
    'Profile: none, SST will use these credentials',
    'Profile: not checked: nobody looked',
    'Not said, since profile-guard is off: A profile would win.',
  ]);
});

test('the credentials', () => {
  const role = 'arn:aws:iam::123456789012:role/sst-deploy';
  const arn = 'arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions';
  const fault = { code: 'Throttling', message: 'Rate exceeded' };
  expect([
    log.assumingLine(role, log.tokenOf("GitHub's OIDC token", 'repo:acme/shop:pull_request')),
    log.tokenOf('the web identity token', undefined),
    log.assumingAsSstLine(role),
    log.retryLine(log.assuming('sst-deploy'), 2, fault, 1234.5),
    log.askingWhose('the keys in the inputs'),
    log.TAGS_DO_NOT_FIT,
    log.CREDENTIALS_KEPT,
    log.NO_CREDENTIALS_YET,
    log.authenticatedLine(arn, undefined),
    log.authenticatedLine(arn, new Date('2026-11-21T18:30:00Z')),
  ]).toEqual([
    `Assuming ${role} with GitHub's OIDC token of repo:acme/shop:pull_request`,
    'the web identity token of an unknown subject',
    `Assuming ${role}, as SST will`,
    'Assuming sst-deploy: try 2 failed (Throttling: Rate exceeded), next in 1235 ms',
    'Asking whose the keys in the inputs are',
    'The session tags do not fit: once more without those of the event and the run',
    'There are valid credentials already: they are kept, and no new ones are obtained.',
    'There are no valid credentials yet.',
    `Authenticated as ${arn}`,
    `Authenticated as ${arn}, until 2026-11-21T18:30:00.000Z`,
  ]);
});

test('the post step', () => {
  expect([
    log.blankedLine(['AWS_REGION', 'SST_STAGE']),
    log.profileRemovedLine('deploy', true),
    log.profileRemovedLine('deploy', false),
  ]).toEqual([
    'Blanked AWS_REGION, SST_STAGE.',
    'Removed profile deploy.',
    'Profile deploy is no longer the one that this job wrote: it was left.',
  ]);
});
