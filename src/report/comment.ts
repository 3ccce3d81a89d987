import type { Site } from './links.ts';
import { code, prose, table } from './markdown.ts';
import {
  bootstrapWords,
  COMMENT_HEADS,
  COMMENT_TITLE,
  commentCount,
  profileWords,
  RUN,
  resultCell,
} from './messages.ts';
import { decodeRow, encodeRow, mergeRows, type Row } from './row.ts';

/** Where the comment's links lead. */
export type CommentSite = Pick<Site, 'server' | 'repository'>;

/** The comment as it was read back: which write made it, and the rows that are data in it. */
export interface ReadComment {
  readonly write: string;
  readonly rows: readonly Row[];
}

// The first line makes the comment ours, and names the write that made it, so that a reader can tell whether anybody
// has written since. The rows stand in it twice: as data, one a line, and as the table that is made from them.
const MARKER = /^<!-- sst-creds:comment v1 write=([0-9a-f]{1,32}) -->$/m;
const ROW = /^<!-- sst-creds:row ([A-Za-z0-9+/=]{1,2000}) -->$/gm;

/** GitHub takes 65,536 characters; what is left is for the lines around the rows. */
const ROWS_MAX = 60_000;

/** The comment of these rows, as GitHub's Markdown; of more than fit, the newest. */
export function renderComment(rows: readonly Row[], write: string, site: CommentSite): string {
  const kept = fitting(rows, site);
  const withAccounts = kept.some(row => row.account !== undefined);
  const heads = COMMENT_HEADS.filter(head => withAccounts || head !== 'Account');
  return [
    `<!-- sst-creds:comment v1 write=${write} -->`,
    ...kept.map(dataLine),
    COMMENT_TITLE,
    '',
    commentCount(kept.filter(row => row.outcome === 'ready').length, kept.length),
    '',
    table(
      heads,
      kept.map(row => cells(row, site, withAccounts)),
    ),
    '',
  ].join('\n');
}

/** Reads a comment's data; undefined where it is none of ours. Only data is read, never what the table shows. */
export function readComment(body: string): ReadComment | undefined {
  const write = MARKER.exec(body)?.[1];
  if (write === undefined) return undefined;
  const rows = [...body.matchAll(ROW)]
    .map(([, data = '']) => decodeRow(data))
    .filter(row => row !== undefined);
  return { write, rows: mergeRows(rows) };
}

/** The rows that a comment has room for: all, or the newest of them, in their order. */
export function fitting(rows: readonly Row[], site: CommentSite): Row[] {
  const merged = mergeRows(rows);
  const newestFirst = [...merged].sort((a, b) => b.run - a.run || b.attempt - a.attempt || b.at - a.at);
  const kept = new Set<Row>();
  let room = ROWS_MAX;
  for (const row of newestFirst) {
    room -= dataLine(row).length + cells(row, site, true).join(' | ').length + 8;
    if (room < 0) break;
    kept.add(row);
  }
  return merged.filter(row => kept.has(row));
}

function dataLine(row: Row): string {
  return `<!-- sst-creds:row ${encodeRow(row)} -->`;
}

function cells(row: Row, site: CommentSite, withAccounts: boolean): string[] {
  const { app, stage, region, account, outcome, title, bootstrap, version, profile } = row;
  return [
    resultCell(outcome, title),
    code(app),
    code(stage),
    ...(withAccounts ? [code(account ?? '')] : []),
    code(region),
    prose(bootstrapWords(bootstrap, version)),
    prose(profileWords(profile)),
    runLink(row, site),
  ];
}

/** The commit, linked to the attempt of the run that looked at it: its log and job summary say the rest. */
function runLink({ sha, run, attempt }: Row, { server, repository }: CommentSite): string {
  const url = `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`;
  return `[${code(sha.slice(0, 7) || RUN)}](${url})`;
}
