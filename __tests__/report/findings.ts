// The findings of a successful job: the basis for the tests of the summary and the comment.
import { EMPTY_RECORD } from '../../src/bootstrap/record.ts';
import type { BootstrapReport } from '../../src/bootstrap/status.ts';
import type { Session } from '../../src/credentials/session.ts';
import type { Deployment } from '../../src/sst/deployment.ts';

export const deployment: Deployment = {
  config: '/repo/sst.config.ts',
  stage: { name: 'production', from: 'input' },
  app: 'shop',
  home: 'aws',
  region: { name: 'eu-west-1', from: 'aws-region' },
  usesAws: true,
  assumeRoles: [],
  profile: { verdict: 'none' },
  exports: {},
  notices: [],
  warnings: [],
};

export const session: Session = {
  keys: { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'the-secret', sessionToken: 'the-token' },
  identity: {
    account: '123456789012',
    arn: 'arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions',
    partition: 'aws',
  },
  expires: new Date('2026-11-21T18:30:00Z'),
  chain: [
    "GitHub's OIDC token of repo:acme/shop:ref:refs/heads/main",
    'arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions',
  ],
};

export const bootstrap: BootstrapReport = {
  status: 'ready',
  account: '123456789012',
  region: 'eu-west-1',
  record: {
    ...EMPTY_RECORD,
    version: 5,
    asset: 'sst-asset-abc',
    state: 'sst-state-abc',
    assetEcrRegistryId: '123456789012',
    assetEcrUrl: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset',
  },
  checks: [
    { resource: 'record', name: '/sst/bootstrap', state: 'present', notes: [] },
    { resource: 'state bucket', name: 'sst-state-abc', state: 'present', notes: ['versioned'] },
    { resource: 'asset bucket', name: 'sst-asset-abc', state: 'missing', notes: [] },
    {
      resource: 'repository',
      name: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset',
      state: 'present',
      notes: [],
    },
  ],
  warnings: [],
};
