import { Failure } from '../../src/failure.ts';
import {
  mergeRows,
  type Row,
  type RowOrigin,
  readComment,
  renderComment,
  rowOf,
} from '../../src/report/comment.ts';
import { bootstrap, deployment, session } from './findings.ts';

const site = { server: 'https://github.example.com', repository: 'acme/shop' };
const origin: RowOrigin = { run: 17000000001, attempt: 2, sha: 'abc1234def', at: 1_790_000_000_000 };

const row = (more: Partial<Row> = {}): Row => ({
  app: 'shop',
  stage: 'production',
  region: 'eu-west-1',
  stopped: '',
  account: '',
  bootstrap: '',
  state: '',
  profile: 'none',
  run: 100,
  attempt: 1,
  sha: 'abc1234',
  at: 1,
  ...more,
});

describe('the row of a job', () => {
  test('that is ready', () => {
    expect(rowOf({ deployment, session, bootstrap, exported: [] }, origin)).toEqual({
      app: 'shop',
      stage: 'production',
      region: 'eu-west-1',
      stopped: '',
      account: '123456789012',
      bootstrap: 'ready, version 5',
      state: '',
      profile: 'none',
      ...origin,
    });
  });

  test('holds nothing else of the inputs that it is given', () => {
    const inputs = { ...origin, stage: 'demo', workspace: '/home/runner/work/shop', profileGuard: 'fail' };
    const made = rowOf({ deployment, session, bootstrap, exported: [] }, inputs);
    expect(made).toEqual(rowOf({ deployment, session, bootstrap, exported: [] }, origin));
    expect(renderComment([made], site)).toBe(
      renderComment(readComment(renderComment([made], site)) ?? [], site),
    );
  });

  test.each([
    [{ exists: true, lock: 'none' }, 'deployed before'],
    [{ exists: false, lock: 'none' }, 'new'],
    [{ exists: true, lock: 'held' }, 'locked'],
    [{ exists: true, lock: 'removed' }, 'stale lock removed'],
    [{ exists: undefined, lock: 'not checked' }, 'not checked'],
  ] as const)('whose stage is %j', (found, state) => {
    const stage = { ...found, lockedBy: '', facts: [], notices: [], warnings: [] };
    const made = rowOf({ deployment, session, bootstrap, stage, exported: [] }, origin);
    expect(made.state).toBe(state);
    expect(readComment(renderComment([made], site))).toEqual([made]);
    expect(renderComment([made], site)).toContain(`| ${state} |`);
  });

  test('with more regions shows the status of each', () => {
    const report = { ...bootstrap, region: 'us-east-1' };
    const bootstrapRegions = [
      { region: 'us-east-1', report },
      {
        region: 'ap-south-1',
        failure: new Failure({ title: 'Region ap-south-1 is not enabled', what: 'no' }),
      },
    ];
    const made = rowOf({ deployment, session, bootstrap, bootstrapRegions, exported: [] }, origin);
    expect(made.bootstrap).toBe('ready, version 5\n`us-east-1`: ready\n`ap-south-1`: not checked');
    expect(readComment(renderComment([made], site))).toEqual([made]);
    expect(renderComment([made], site)).toContain(
      '| ready, version 5<br>`us-east-1`: ready<br>`ap-south-1`: not checked |',
    );
  });

  test('that stopped at a profile', () => {
    const override = { profile: 'acme', by: 'config' } as const;
    const problem = new Failure({ title: 'SST would use a profile', what: 'no' }).problem;
    expect(
      rowOf({ deployment: { ...deployment, override, profile: { verdict: 'wins' } }, problem }, origin),
    ).toMatchObject({
      stopped: 'SST would use a profile',
      profile: 'would override',
    });
    const profile = { verdict: 'ignored' } as const;
    expect(rowOf({ deployment: { ...deployment, override, profile } }, origin).profile).toBe(
      'ignored by SST',
    );
  });

  test('that stopped before it knew the project is named by its inputs', () => {
    const problem = { title: 'Out of time', what: 'no' };
    expect(rowOf({ problem }, { ...origin, stage: 'demo', region: 'us-east-1' })).toMatchObject({
      app: '',
      stage: 'demo',
      region: 'us-east-1',
      profile: 'not checked',
    });
  });

  test('holds no key, and no account if it is a secret', () => {
    const problem = { title: 'Role arn:aws:iam::210987654321:role/x was refused', what: 'no' };
    const text = JSON.stringify(
      rowOf({ deployment, session, bootstrap, problem, maskAccount: true }, origin),
    );
    for (const secret of [...Object.values(session.keys), '123456789012', '210987654321'])
      expect(text).not.toContain(secret);
    expect(text).toContain('arn:aws:iam::***:role/x');
  });
});

describe('rows that are merged', () => {
  test('come out the same whatever the order, the newest of each key', () => {
    const rows = [
      row({ run: 101, attempt: 1, at: 1 }),
      row({ run: 100, attempt: 9, at: 9 }),
      row({ run: 101, attempt: 2, at: 0 }),
      row({ stage: 'demo' }),
      row({ stage: 'demo', stopped: 'Out of time' }),
    ];
    const merged = mergeRows(rows);
    expect(merged.map(({ stage, run, attempt }) => [stage, run, attempt])).toEqual([
      ['demo', 100, 1],
      ['production', 101, 2],
    ]);
    expect(mergeRows([...rows].reverse())).toEqual(merged);
    expect(mergeRows([...merged, ...rows, ...merged])).toEqual(merged);
  });

  test('a row without an app gives way to the later one that has it, and to no other', () => {
    const early = row({ app: '', region: '', stopped: 'Out of time' });
    expect(mergeRows([early, row({ run: 101 })])).toEqual([row({ run: 101 })]);
    expect(mergeRows([{ ...early, run: 102 }, row({ run: 101 })])).toHaveLength(2);
    expect(mergeRows([early, row({ run: 101, stage: 'demo' })])).toHaveLength(2);
  });
});

describe('the comment', () => {
  test('shows a line a row, and reads back as it was written', () => {
    const rows = [
      row({ account: '123456789012', bootstrap: 'ready, version 5' }),
      row({
        stage: 'demo',
        stopped: 'SST would use profile `acme`',
        profile: 'would override',
        run: 102,
      }),
    ];
    const body = renderComment(rows, site);
    expect(body.replaceAll(/^<!-- sst-creds:row .*\n/gm, '')).toBe(`<!-- sst-creds:comment v1 -->
### SST credentials

1 of 2 are ready to deploy.

| Result | App | Stage | Account | Region | Bootstrap | Profile | Commit |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ❌ SST would use profile \`acme\` | \`shop\` | \`demo\` |  | \`eu-west-1\` |  | would override | [\`abc1234\`](https://github.example.com/acme/shop/actions/runs/102/attempts/1) |
| ✅ ready | \`shop\` | \`production\` | \`123456789012\` | \`eu-west-1\` | ready, version 5 | none | [\`abc1234\`](https://github.example.com/acme/shop/actions/runs/100/attempts/1) |
`);
    expect(readComment(body)).toEqual(mergeRows(rows));
    // GitHub returns the text with its own line endings.
    expect(readComment(body.replaceAll('\n', '\r\n'))).toEqual(mergeRows(rows));
  });

  test('has no column for accounts that nobody may see', () => {
    expect(renderComment([row()], site)).not.toContain('Account');
  });

  test("somebody else's is none of ours, whatever it quotes", () => {
    const body = renderComment([row()], site);
    expect(readComment('Nice work!')).toBeUndefined();
    for (const quote of [`> ${body}`, `Look:\n${body}`, ` ${body}`, `<!-- x -->\n${body}`])
      expect(readComment(quote)).toBeUndefined();
  });

  test('takes of its data only what is a row', () => {
    const comment = (value: unknown) =>
      `<!-- sst-creds:comment v1 -->\n<!-- sst-creds:row ${Buffer.from(JSON.stringify(value)).toString('base64')} -->\n`;
    const { sha: _, ...withoutSha } = row();
    const forged: unknown[] = [
      { ...row(), stage: { toString: 'x' } },
      { ...row(), stopped: true },
      { ...row(), run: -1 },
      { ...row(), run: 1.5 },
      { ...row(), run: '1' },
      { ...row(), app: 'x'.repeat(4000) },
      withoutSha,
      null,
      'text',
      [],
    ];
    for (const value of forged) expect(readComment(comment(value))).toEqual([]);
    expect(readComment(comment(row()).replace('row ', 'row x'))).toEqual([]);
    expect(readComment(comment({ ...row(), extra: 'x' }))).toEqual([row()]);
  });

  test('whoever edits its data gets texts, and no markup', () => {
    const evil = 'x](https://evil.example) <h3> `<b>` | @acme/team';
    const texts = { account: evil, bootstrap: evil, state: evil, profile: evil, sha: evil };
    const body = renderComment([row({ ...texts, app: evil, region: evil, stopped: evil })], site);
    const table = body.slice(body.indexOf('| Result'));
    // Between backticks it is code.
    const text = table.replaceAll(/`[^`\n]*`/g, '');
    expect(text).not.toMatch(/<(?!br>|code>|\/code>|!-- -->)|[^-]@[^<]/);
    expect(text.match(/\]\(/g)).toHaveLength(1);
    expect(table.split('\n').at(2)?.split('|')).toHaveLength(11);
  });

  test('of a body that is longer than any comment, only the beginning is read', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => renderComment([row({ stage: `s-${n}` })], site));
    const rows = readComment(lines.join(''));
    expect(rows?.length).toBeGreaterThan(100);
    expect(rows?.length).toBeLessThan(2_000);
  });

  test('texts of a row stay texts', () => {
    const stage = 'a|b\n| x | `y` <script> @acme/team -->';
    const body = renderComment([row({ stage, stopped: `${stage} [x](https://evil.example)` })], site);
    const line = body.split('\n').find(text => text.startsWith('| ❌'));
    expect(line).toContain(
      '<code>a&#124;b &#124; x &#124; &#96;y&#96; &#60;script&#62; @<!-- -->acme/team --&#62;</code>',
    );
    expect(line).toContain('&#91;x&#93;(https://evil.example)');
    expect(line?.split('|')).toHaveLength(8);
    expect(readComment(body)?.[0]?.stage).toBe(stage);
  });

  test('of more rows than GitHub takes, the newest stay', () => {
    const many = Array.from({ length: 256 }, (_, n) =>
      row({ stage: `stage-${n}`, at: n, stopped: 'x'.repeat(100) }),
    );
    const body = renderComment(many, site);
    expect(body.length).toBeLessThan(65_536);
    const stages = readComment(body)?.map(({ stage }) => stage) ?? [];
    expect(stages.length).toBeGreaterThan(60);
    expect(stages).toContain('stage-255');
    expect(stages).not.toContain('stage-0');
    expect(renderComment(many.toReversed(), site)).toBe(body);
  });
});
