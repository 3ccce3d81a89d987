import type { BootstrapReport } from '../../src/bootstrap/status.ts';
import type { Session } from '../../src/credentials/session.ts';
import { code, prose, proseWithCode, table } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/summary.ts';
import type { Deployment } from '../../src/sst/deployment.ts';

const deployment: Deployment = {
  config: '/repo/sst.config.ts',
  stage: { name: 'production', from: 'input' },
  app: 'shop',
  home: 'aws',
  region: { name: 'eu-west-1', from: 'aws-region' },
  usesAws: true,
  assumeRoles: [],
  exports: {},
  notices: [],
  warnings: [],
};

const session: Session = {
  keys: { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'the-secret', sessionToken: 'the-token' },
  identity: {
    account: '123456789012',
    arn: 'arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions',
    partition: 'aws',
  },
  expires: new Date('2026-11-21T18:30:00Z'),
  chain: ['repo:acme/shop:ref:refs/heads/main', 'arn:aws:iam::123456789012:role/sst-deploy'],
};

const bootstrap: BootstrapReport = {
  status: 'ready',
  account: '123456789012',
  region: 'eu-west-1',
  record: {
    version: 5,
    asset: 'sst-asset-abc',
    state: 'sst-state-abc',
    assetEcrRegistryId: '123456789012',
    assetEcrUrl: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset',
  },
  checks: [
    { resource: 'state bucket', name: 'sst-state-abc', state: 'present', notes: ['versioned'] },
    { resource: 'asset bucket', name: 'sst-asset-abc', state: 'missing', notes: [] },
  ],
  warnings: [],
};

test('a job that went well: verdict, who, where, bootstrap, profile', () => {
  expect(renderSummary({ deployment, session, bootstrap, exported: ['AWS_ACCESS_KEY_ID'] })).toBe(
    `### ✅ SST credentials for \`shop\` / \`production\`

|  |  |
| --- | --- |
| Stage | \`production\` (input) |
| Account | \`123456789012\` |
| Credentials | \`repo:acme/shop:ref:refs/heads/main\` → \`arn:aws:iam::123456789012:role/sst-deploy\` |
| Region | \`eu-west-1\` (aws-region) |
| Session ends | 2026-11-21 18:30 UTC |

**Bootstrap: ready**, version 5

| Resource | Name | State |
| --- | --- | --- |
| state bucket | \`sst-state-abc\` | ✅ present, versioned |
| asset bucket | \`sst-asset-abc\` | ❌ missing |

**Profile**: none, SST will use these credentials
`,
  );
});

test('a step that stopped says why, where, what to do, and that nothing was exported', () => {
  const summary = renderSummary({
    deployment: {
      ...deployment,
      override: { profile: 'acme', by: 'config', place: { file: 'sst.config.ts', line: 7, column: 9 } },
    },
    problem: {
      title: 'A profile would win',
      what: 'SST would use profile `acme`.',
      next: 'Write this.\nOr that.',
      place: { file: 'sst.config.ts', line: 7, column: 9 },
    },
  });
  expect(summary).toContain('### ❌ SST credentials for `shop` / `production`: A profile would win');
  expect(summary).toContain(
    '> SST would use profile `acme`.<br>\n> `sst.config.ts:7:9`<br>\n> Write this.<br>\n> Or that.<br>\n> Nothing was exported.',
  );
  expect(summary).toContain('**Profile**: `acme` from the config (`sst.config.ts:7:9`) would override');
});

test('no key of the session stands in the summary, and the account neither where it is a secret', () => {
  const summary = renderSummary({ deployment, session, bootstrap, exported: [], maskAccount: true });
  for (const secret of [...Object.values(session.keys), '123456789012'])
    expect(summary).not.toContain(secret);
  expect(summary).toContain('arn:aws:iam::***:role/sst-deploy');
});

test('a job of which nothing is known yet still has a verdict', () => {
  expect(renderSummary({ problem: { title: 'Input stage is not valid', what: 'no' } })).toBe(
    '### ❌ SST credentials: Input stage is not valid\n\n> no<br>\n> Nothing was exported.\n',
  );
});

test('values cannot leave their cell, their code or their line', () => {
  expect(code('a|b')).toBe('`a\\|b`');
  expect(code('two\nlines')).toBe('`two lines`');
  expect(code('tick ` tick')).toBe('`` tick ` tick ``');
  expect(code('  ')).toBe('');
  expect(prose('<img> *b* @acme/team\nx|y')).toBe('&#60;img&#62; &#42;b&#42; @<!-- -->acme/team<br>x&#124;y');
  expect(proseWithCode('use `a|b` <now>')).toBe('use `a\\|b` &#60;now&#62;');
  expect(table(['A'], [['1'], ['2']])).toBe('| A |\n| --- |\n| 1 |\n| 2 |');
});
