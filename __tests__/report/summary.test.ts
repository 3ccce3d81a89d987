import { Failure } from '../../src/failure.ts';
import { renderDiagram } from '../../src/report/diagram.ts';
import type { Findings } from '../../src/report/findings.ts';
import { consolePage, fileAddress, type LinkContext, readLinkContext } from '../../src/report/links.ts';
import { code, link, prose, proseWithCode, table } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { withoutAccounts } from '../../src/text.ts';
import { bootstrap, deployment, session } from './findings.ts';

const sha = 'c0ffee0000000000000000000000000000000000';
const site: LinkContext = {
  server: 'https://github.com',
  repository: 'acme/shop',
  sha,
  now: new Date('2026-11-21T17:31:00Z'),
};
const place = { file: 'sst.config.ts', line: 7, column: 9 };

test('a job that went well: verdict, the way, who, where, bootstrap, profile', () => {
  expect(renderSummary({ deployment, session, bootstrap, exported: ['AWS_ACCESS_KEY_ID'] }, site)).toBe(
    `### ✅ \`shop\` / \`production\` in \`eu-west-1\`: ready to deploy

\`\`\`mermaid
flowchart LR
  identity0["GitHub's OIDC token<br/>repo:acme/shop:ref:refs/heads/main"]:::good
  identity1["role<br/>sst-deploy"]:::good
  account["account 123456789012<br/>eu-west-1"]:::good
  bootstrap["SST bootstrap<br/>ready, version 5"]:::good
  deploy["sst deploy<br/>production"]:::good
  identity0 --> identity1
  identity1 --> account
  account --> bootstrap
  bootstrap --> deploy
  classDef good stroke:#1a7f37,stroke-width:2px
  classDef bad stroke:#cf222e,stroke-width:3px
  classDef open stroke-dasharray:4 4
\`\`\`

- Stage: \`production\` (input)
- Region: \`eu-west-1\` (aws-region)
- Account: \`123456789012\`
- Identity: \`arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions\`
- Session: 59 min left, until 2026-11-21 18:30 UTC

**Bootstrap**: ready, version 5

| Resource | Name | State |
| --- | --- | --- |
| record | [\`/sst/bootstrap\`](https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/%252Fsst%252Fbootstrap/description?region=eu-west-1) | ✅ present |
| state bucket | [\`sst-state-abc\`](https://eu-west-1.console.aws.amazon.com/s3/buckets/sst-state-abc?region=eu-west-1) | ✅ present, versioned |
| asset bucket | \`sst-asset-abc\` | ❌ missing |
| repository | [\`123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset\`](https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/sst-asset?region=eu-west-1) | ✅ present |

**Profile**: none, SST will use these credentials
`,
  );
});

test('a step that stopped says why, where, what to do, and that nothing was exported', () => {
  const problem = {
    title: 'A profile would win',
    what: 'SST would use profile `acme`.',
    next: 'Any of these:\n1. No profile:\n- profile: "acme"\n+ profile: undefined\nA sentence that\ngoes on.\n    indented <b>\n    code',
    place,
  };
  const override = { profile: 'acme', by: 'config', place } as const;
  const summary = renderSummary(
    { deployment: { ...deployment, override, profile: { verdict: 'wins' } }, problem },
    site,
  );
  const at = `[\`sst.config.ts:7:9\`](https://github.com/acme/shop/blob/${sha}/sst.config.ts#L7)`;
  expect(summary).toContain(`### ❌ \`shop\` / \`production\` in \`eu-west-1\`: A profile would win

> [!CAUTION]
> SST would use profile \`acme\`.
>
> ${at}
>
> Any of these:
>
> 1. No profile:
>
> \`\`\`diff
> - profile: "acme"
> + profile: undefined
> \`\`\`
>
> A sentence that goes on.
>
> \`\`\`
> indented <b>
> code
> \`\`\`
>
> Nothing was exported.

`);
  expect(summary).toContain(`**Profile**: \`acme\` from the config would override these credentials (${at})`);
  expect(summary).not.toContain('Account');
});

test('warnings stand in boxes of their own, and nothing is said twice', () => {
  const warnings = [
    { title: 'Stage runner is a guess', what: 'Nothing names the stage.', next: 'Write `stage:`.' },
  ];
  const problem = { title: 'Broken', what: 'It is gone. Nothing was exported.' };
  const summary = renderSummary({ deployment: { ...deployment, warnings }, problem }, site);
  expect(summary.match(/Nothing was exported/g)).toHaveLength(1);
  expect(summary).toContain(
    '> [!WARNING]\n> **Stage runner is a guess**\n>\n> Nothing names the stage.\n>\n> Write `stage:`.\n',
  );
});

test('a fence in a text does not end the block that it stands in', () => {
  const problem = { title: 'Broken', what: 'See:\n  ```\n  <!-- x -->' };
  expect(renderSummary({ problem }, site)).toContain('> ````\n> ```\n> <!-- x -->\n> ````');
});

test('no key of the session stands in the summary, and no account nor a link with it if it is a secret', () => {
  const chain = ['arn:aws:sts::210987654321:assumed-role/hub/x', session.identity.arn];
  const findings = { deployment, session: { ...session, chain }, bootstrap, exported: [], maskAccount: true };
  const summary = renderSummary(findings, site);
  for (const secret of [...Object.values(session.keys), '123456789012', '210987654321', 'console.aws'])
    expect(summary).not.toContain(secret);
  expect(summary).toContain('arn:aws:sts::***:assumed-role/sst-deploy/GitHubActions');
});

test('a job of which nothing is known yet still has a verdict', () => {
  expect(renderSummary({ problem: { title: 'Input stage is not valid', what: 'no' } }, site)).toBe(
    '### ❌ SST credentials: Input stage is not valid\n\n> [!CAUTION]\n> no\n>\n> Nothing was exported.\n',
  );
});

test.each([
  ['2026-11-21T19:01:00Z', '1 h 30 min left, until 2026-11-21 19:01 UTC'],
  ['2026-11-21T17:00:00Z', '0 s left, until 2026-11-21 17:00 UTC'],
])('a session until %s', (expires, words) => {
  const summary = renderSummary({ session: { ...session, expires: new Date(expires) } }, site);
  expect(summary).toContain(`- Session: ${words}\n`);
});

test('keys that do not expire', () => {
  const { expires: _, ...lasting } = session;
  expect(renderSummary({ session: lasting }, site)).toContain('- Session: does not expire\n');
});

describe('the picture', () => {
  const problem = { title: 'no', what: 'no' };
  const marks = (text = '') =>
    Object.fromEntries([...text.matchAll(/^ {2}(\w+)\[.*:::(\w+)$/gm)].map(([, id, mark]) => [id, mark]));

  test('marks what stopped the step, and what was not come to', () => {
    const failure = new Failure(problem);
    const drawn = (findings: Findings) => marks(renderDiagram(findings));
    expect(drawn({ deployment, problem })).toEqual({
      identity0: 'bad',
      account: 'open',
      bootstrap: 'open',
      deploy: 'open',
    });
    expect(drawn({ deployment, session, bootstrap: { ...bootstrap, failure }, problem })).toEqual({
      identity0: 'good',
      identity1: 'good',
      account: 'good',
      bootstrap: 'bad',
      deploy: 'open',
    });
    expect(drawn({ deployment: { ...deployment, failure }, problem })['identity0']).toBe('open');
  });

  test('has the profile that wins, and the one that SST is told to ignore', () => {
    const override = { profile: 'acme', by: 'config', place } as const;
    const wins = renderDiagram({
      deployment: { ...deployment, override, profile: { verdict: 'wins' }, failure: new Failure(problem) },
      problem,
    });
    expect(wins).toContain('  profile["profile acme<br/>sst.config.ts:7"]:::bad\n');
    expect(wins).toContain('  bootstrap -. not used .-x deploy\n  profile ==> deploy\n');
    const profile = { verdict: 'ignored' } as const;
    const ignored = renderDiagram({
      deployment: { ...deployment, override, profile },
      session,
      bootstrap,
      exported: [],
    });
    expect(ignored).toContain('  bootstrap --> deploy\n  profile -. ignored .-x deploy\n');
  });

  test('goes on with the roles that SST itself assumes, and without a bootstrap that was skipped', () => {
    const assumeRoles = [{ roleArn: 'arn:aws:iam::210987654321:role/team/target' }];
    const drawn = renderDiagram({
      deployment: { ...deployment, assumeRoles },
      session,
      bootstrap: { ...bootstrap, status: 'skipped' },
    });
    // It was not tested whether the role can be assumed.
    expect(drawn).toContain('  identity2["role<br/>target"]:::open\n');
    expect(renderDiagram({ deployment: { ...deployment, assumeRoles }, session, bootstrap })).toContain(
      '  identity2["role<br/>target"]:::good\n',
    );
    expect(drawn).toContain('  account --> deploy\n');
    expect(drawn).not.toContain('SST bootstrap');
  });

  test('takes no text for markup', () => {
    const stage = { name: '"]:::bad; click x <img src=x> `y` #quot;', from: 'input' } as const;
    const drawn = renderDiagram({ deployment: { ...deployment, stage } }) ?? '';
    const line = drawn.split('\n').find(text => text.startsWith('  deploy['));
    expect(line).toBe(
      '  deploy["sst deploy<br/>#34;#93;:::bad#59; click x #60;img src=x#62; #96;y#96; #35;quot#59;"]:::open',
    );
  });
});

describe('pages of the AWS console', () => {
  const check = { resource: 'state bucket', name: 'sst-state-abc', state: 'present', notes: [] } as const;
  const page = (region: string, state: 'present' | 'missing' | 'created' = 'present') =>
    consolePage({ ...check, state }, { account: '123456789012', region });

  test.each([
    ['us-east-1', 'https://us-east-1.console.aws.amazon.com/s3/buckets/sst-state-abc?region=us-east-1'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/s3/buckets/sst-state-abc?region=cn-north-1'],
    [
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/sst-state-abc?region=us-gov-west-1',
    ],
    [
      'eusc-de-east-1',
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/buckets/sst-state-abc?region=eusc-de-east-1',
    ],
    ['us-iso-east-1', undefined],
  ])('in the partition of %s', (region, address) => {
    expect(page(region)).toBe(address);
  });

  test('of what is there only', () => {
    expect(page('us-east-1', 'created')).toBeDefined();
    expect(page('us-east-1', 'missing')).toBeUndefined();
  });
});

describe('the site', () => {
  test('takes from the environment only what has the form that GitHub gives it', () => {
    const good = readLinkContext({
      GITHUB_SERVER_URL: 'https://github.example.com:8443',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: sha,
    });
    expect(fileAddress(good, 'infra/a b.ts', 3)).toBe(
      `https://github.example.com:8443/acme/shop/blob/${sha}/infra/a%20b.ts#L3`,
    );
    expect(fileAddress(good, '/etc/passwd')).toBeUndefined();
    const bad = readLinkContext({
      GITHUB_SERVER_URL: 'javascript:x',
      GITHUB_REPOSITORY: 'a)[b',
      GITHUB_SHA: 'HEAD',
    });
    expect({ ...bad, now: undefined }).toEqual({
      server: 'https://github.com',
      repository: '',
      sha: '',
      now: undefined,
    });
    expect(fileAddress(bad, 'sst.config.ts')).toBeUndefined();
  });
});

test('values cannot leave their cell, their code or their line', () => {
  expect(code('a|b')).toBe('`a|b`');
  expect(code('two\nlines')).toBe('`two lines`');
  expect(code('tick ` tick')).toBe('<code>tick &#96; tick</code>');
  expect(code('back\\|slash')).toBe('<code>back&#92;&#124;slash</code>');
  expect(code('  ')).toBe('');
  expect(prose('<img> *b* @acme/team\nx|y')).toBe('&#60;img&#62; &#42;b&#42; @<!-- -->acme/team<br>x&#124;y');
  expect(proseWithCode('use `a|b` <now>')).toBe('use `a|b` &#60;now&#62;');
  expect(link('`x`', 'https://x.example/a b)<c>')).toBe('[`x`](https://x.example/a%20b%29%3cc%3e)');
  expect(withoutAccounts('arn:aws:iam::123456789012:role/x 1234567890123')).toBe(
    'arn:aws:iam::***:role/x 1234567890123',
  );
  expect(table(['A'], [['1'], [code('a|b')]])).toBe('| A |\n| --- |\n| 1 |\n| `a\\|b` |');
});
