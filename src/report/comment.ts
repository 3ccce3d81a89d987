import type { LinkContext } from './links.ts';
import { code, link, prose, proseWithCode, table } from './markdown.ts';
import { bootstrapWords, profileWords } from './messages.ts';
import { decodeRow, encodeRow, mergeRows, newestFirst, type Row } from './row.ts';

/** Where the comment's links lead. */
export type CommentSite = Pick<LinkContext, 'server' | 'repository'>;

// The rows stand in the comment twice: as data, one per line, and as the table that is made from them.
const MARKER = '<!-- sst-creds:comment v1';
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,4000}) -->\r?$/gm;

/** Characters that GitHub accepts, of four bytes at most. */
const COMMENT_MAX = 65_536;
/** The rest is for the lines around the rows. */
const ROWS_MAX = 60_000;

interface Column {
  readonly head: string;
  /** Markdown; '' if the row has nothing to say here. A column without any content is left out. */
  readonly cell: (row: Row, site: CommentSite) => string;
}

const COLUMNS: readonly Column[] = [
  {
    head: 'Result',
    cell: ({ outcome, title }) =>
      outcome === 'ready' ? '✅ ready' : `❌ ${proseWithCode(title ?? 'stopped')}`,
  },
  { head: 'App', cell: ({ app }) => code(app) },
  { head: 'Stage', cell: ({ stage }) => code(stage) },
  { head: 'Account', cell: ({ account }) => code(account ?? '') },
  { head: 'Region', cell: ({ region }) => code(region) },
  { head: 'Bootstrap', cell: bootstrapCell },
  { head: 'State', cell: ({ state = '' }) => prose(state) },
  { head: 'Profile', cell: ({ profile }) => prose(profileWords(profile)) },
  { head: 'Commit', cell: runLink },
];

/** The comment with these rows, as GitHub's Markdown; if not all fit, with the newest. */
export function renderComment(rows: readonly Row[], site: CommentSite): string {
  const cellsOf = (row: Row) => COLUMNS.map(column => column.cell(row, site));
  let room = ROWS_MAX;
  const fitting = newestFirst(mergeRows(rows)).filter(row => {
    room -= dataLine(row).length + cellsOf(row).join(' | ').length + 8;
    return room >= 0;
  });
  const kept = mergeRows(fitting);
  const cells = kept.map(cellsOf);
  const shown = COLUMNS.map((_, index) => cells.some(line => line[index] !== ''));
  const visible = (line: readonly string[]) => line.filter((_, index) => shown[index]);
  return [
    `${MARKER} -->`,
    ...kept.map(dataLine),
    '### SST credentials',
    '',
    verdict(kept.filter(row => row.outcome === 'ready').length, kept.length),
    '',
    table(visible(COLUMNS.map(column => column.head)), cells.map(visible)),
    '',
  ].join('\n');
}

function dataLine(row: Row): string {
  return `<!-- sst-creds:row ${encodeRow(row)} -->`;
}

/**
 * Reads a comment's data, never what the table shows.
 *
 * @returns undefined if the comment is not one of this action: it begins with the marker, so a comment that quotes another
 * is none.
 */
export function readComment(body: string): Row[] | undefined {
  if (!body.startsWith(MARKER)) return undefined;
  return mergeRows(
    [...body.slice(0, COMMENT_MAX * 4).matchAll(ROW)].flatMap(([, data = '']) => decodeRow(data) ?? []),
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

/** The deploy's own region, then each of `bootstrap-regions` on a line of its own. */
function bootstrapCell({ bootstrap, version, regions = {} }: Row): string {
  const others = Object.entries(regions).map(([region, status]) => `${code(region)}: ${prose(status)}`);
  return [prose(bootstrapWords(bootstrap, version)), ...others].filter(Boolean).join('<br>');
}

/** The commit, linked to the attempt of the run that checked it: its log and job summary have the details. */
function runLink({ sha, run, attempt }: Row, { server, repository }: CommentSite): string {
  return link(
    code(sha.slice(0, 7) || 'run'),
    `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`,
  );
}
