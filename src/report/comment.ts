import { objectIn } from '../json.ts';
import { withoutAccounts } from '../text.ts';
import { type Findings, profileCheckOf } from './findings.ts';
import type { LinkContext } from './links.ts';
import { code, link, prose, proseWithCode, table } from './markdown.ts';
import { bootstrapWords, profileWords, stageWords } from './messages.ts';

export type CommentSite = Pick<LinkContext, 'server' | 'repository'>;

const TEXTS = [
  'app',
  'stage',
  'region',
  'stopped',
  'account',
  'bootstrap',
  'state',
  'profile',
  'sha',
] as const;
const COUNTS = ['run', 'attempt', 'at'] as const;

/**
 * What one job reports on the pull request: one line of the comment's table. App, stage and region identify the row. `stopped`
 * is the title of the problem that stopped the step, `at` the time in milliseconds since 1970. A text is empty if it is not
 * known, or is a secret.
 */
export type Row = Readonly<Record<(typeof TEXTS)[number], string> & Record<(typeof COUNTS)[number], number>>;

/** Which job of which run writes the row, and the inputs, for a step that stopped before it knew more. */
export type RowOrigin = Pick<Row, 'run' | 'attempt' | 'sha' | 'at'> & Partial<Pick<Row, 'stage' | 'region'>>;

// The rows stand in the comment twice: as data, one per line, and as the table that is made from them.
const MARKER = '<!-- sst-creds:comment v1';
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,4000}) -->\r?$/gm;

/** Characters that GitHub accepts, of four bytes at most. */
const COMMENT_MAX = 65_536;
/** The rest is for the lines around the rows. */
const ROWS_MAX = 60_000;

/** Each column's head, and its cell in Markdown: '' if the row has nothing to say there. An empty column is left out. */
const COLUMNS: ReadonlyArray<[head: string, cell: (row: Row, site: CommentSite) => string]> = [
  ['Result', ({ stopped }) => (stopped === '' ? '✅ ready' : `❌ ${proseWithCode(stopped)}`)],
  ['App', ({ app }) => code(app)],
  ['Stage', ({ stage }) => code(stage)],
  ['Account', ({ account }) => code(account)],
  ['Region', ({ region }) => code(region)],
  ['Bootstrap', ({ bootstrap }) => proseWithCode(bootstrap)],
  ['State', ({ state }) => prose(state)],
  ['Profile', ({ profile }) => prose(profile)],
  [
    'Commit',
    // Linked to the attempt of the run that checked it: its log and job summary have the details.
    ({ sha, run, attempt }, { server, repository }) =>
      link(code(sha.slice(0, 7) || 'run'), `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`),
  ],
];

/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
export function rowOf(findings: Findings, { run, attempt, sha, at, ...inputs }: RowOrigin): Row {
  const { deployment, session, bootstrap, bootstrapRegions = [], stage, problem, maskAccount } = findings;
  const shown = (text = '') => (maskAccount ? withoutAccounts(text) : text).slice(0, 100);
  return {
    app: shown(deployment?.app),
    stage: shown(deployment?.stage?.name ?? inputs.stage),
    region: shown(deployment?.region.name ?? inputs.region),
    stopped: shown(problem?.title),
    account: (!maskAccount && session?.identity.account) || '',
    // The deploy's own region, then each of `bootstrap-regions` on a line of its own.
    bootstrap: [
      bootstrap && bootstrapWords(bootstrap),
      ...bootstrapRegions.map(({ region, report }) => `\`${region}\`: ${report?.status ?? 'not checked'}`),
    ]
      .filter(Boolean)
      .join('\n'),
    state: stage ? stageWords(stage) : '',
    profile: profileWords(profileCheckOf(findings).verdict),
    ...{ sha, run, attempt, at },
  };
}

/** The comment with these rows, as GitHub's Markdown; if not all fit, with the newest. */
export function renderComment(rows: readonly Row[], site: CommentSite): string {
  const cellsOf = (row: Row) => COLUMNS.map(([, cell]) => cell(row, site));
  let room = ROWS_MAX;
  const fitting = newestFirst(mergeRows(rows)).filter(row => {
    room -= dataLine(row).length + cellsOf(row).join(' | ').length + 8;
    return room >= 0;
  });
  const kept = mergeRows(fitting);
  const cells = kept.map(cellsOf);
  const visible = (line: readonly string[]) =>
    line.filter((_, index) => cells.some(others => others[index] !== ''));
  return [
    `${MARKER} -->`,
    ...kept.map(dataLine),
    '### SST credentials',
    '',
    verdict(kept.filter(({ stopped }) => stopped === '').length, kept.length),
    '',
    table(visible(COLUMNS.map(([head]) => head)), cells.map(visible)),
    '',
  ].join('\n');
}

/** A row as data that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
function dataLine(row: Row): string {
  return `<!-- sst-creds:row ${Buffer.from(JSON.stringify(row)).toString('base64')} -->`;
}

/**
 * Reads a comment's data, never what the table shows; undefined if the comment is not one of this action. It begins with the
 * marker, so a comment that quotes another is none.
 */
export function readComment(body: string): Row[] | undefined {
  if (!body.startsWith(MARKER)) return undefined;
  return mergeRows(
    [...body.slice(0, COMMENT_MAX * 4).matchAll(ROW)].flatMap(([, data = '']) => rowIn(data) ?? []),
  );
}

/** Others can edit the comment. A row's texts can be anything, since the table shows them as texts only. */
function rowIn(data: string): Row | undefined {
  const value = objectIn(Buffer.from(data, 'base64').toString()) ?? {};
  const isRow =
    TEXTS.every(name => typeof value[name] === 'string') &&
    COUNTS.every(name => Number.isSafeInteger(value[name]) && Number(value[name]) >= 0);
  if (!isRow) return undefined;
  return Object.fromEntries([...TEXTS, ...COUNTS].map(name => [name, value[name]])) as unknown as Row;
}

/** The rows without those that a newer one replaces, sorted. Jobs that merge the same rows in any order get the same table. */
export function mergeRows(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of newestFirst(rows)) if (!kept.some(newer => replaces(newer, row))) kept.push(row);
  const nameOf = ({ app, stage, region }: Row) => JSON.stringify([app, stage, region]);
  return kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function replaces(newer: Row, row: Row): boolean {
  if (newer.stage !== row.stage) return false;
  // A job that stopped before it knew its app left a row without one.
  if (row.app === '' && row.region === '') return true;
  return newer.region === row.region && (newer.app === row.app || row.app === '');
}

/** By run, then attempt, then time: a job of yesterday's run that ends late does not replace today's row. */
function newestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      b.run - a.run ||
      b.attempt - a.attempt ||
      b.at - a.at ||
      (JSON.stringify(a) > JSON.stringify(b) ? -1 : 1),
  );
}

/** What stays of a second comment, made at the same moment as the first: a link to the one with the table. */
export function renderPointer(address: string): string {
  return `The SST credentials check of this pull request is in ${link('this comment', address)}.\n`;
}

function verdict(ready: number, all: number): string {
  if (ready === all) return all === 1 ? 'Ready to deploy.' : `All ${all} are ready to deploy.`;
  return all === 1 ? 'Not ready: nothing was exported.' : `${ready} of ${all} are ready to deploy.`;
}
