import { type BootstrapStatus, STATUSES } from '../bootstrap/status.ts';
import type { ProfileVerdict } from '../sst/deployment.ts';
import { type Findings, profileCheckOf } from './findings.ts';
import { withoutAccounts } from './markdown.ts';

/** What one job says on the pull request: one line of the comment's table. App, stage and region name the row. */
export interface Row {
  readonly app: string;
  readonly stage: string;
  readonly region: string;
  /** Absent where it is a secret, or not known. */
  readonly account?: string;
  readonly outcome: 'ready' | 'stopped';
  /** The title of the problem that stopped the step. */
  readonly title?: string;
  readonly bootstrap?: BootstrapStatus;
  readonly version?: number;
  readonly profile: ProfileVerdict;
  /** Of the workflow run, and of its attempt: a later one's row replaces an earlier one's. */
  readonly run: number;
  readonly attempt: number;
  /** The commit that was looked at. */
  readonly sha: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Which job of which run writes the row, and what its step was asked to deploy. */
export interface RowOrigin {
  readonly run: number;
  readonly attempt: number;
  readonly sha: string;
  readonly at: number;
  /** The inputs, for a step that stopped before it knew more. */
  readonly stage?: string;
  readonly region?: string;
}

const TEXT_MAX = 100;
const PROFILES: readonly ProfileVerdict[] = ['none', 'ignored', 'wins', 'not checked'];

/** The row of this step. Nothing in it is a secret; with `maskAccount` no account id is in it either. */
export function rowOf(findings: Findings, origin: RowOrigin): Row {
  const { deployment, session, bootstrap, problem, maskAccount } = findings;
  const { run, attempt, sha, at } = origin;
  const shown = (text: string) => (maskAccount ? withoutAccounts(text) : text).slice(0, TEXT_MAX);
  return {
    app: shown(deployment?.app ?? ''),
    stage: shown(deployment?.stage?.name ?? origin.stage ?? ''),
    region: shown(deployment?.region.name ?? origin.region ?? ''),
    ...(session && !maskAccount ? { account: session.identity.account } : {}),
    outcome: problem ? 'stopped' : 'ready',
    ...(problem ? { title: shown(problem.title) } : {}),
    ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
    ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
    profile: profileCheckOf(findings).verdict,
    run,
    attempt,
    sha,
    at,
  };
}

/** What makes two rows the same one. */
export function rowKey({ app, stage, region }: Row): string {
  return JSON.stringify([app, stage, region]);
}

/**
 * All rows of all lists, of each key the newest, in the order of their keys. The result hangs neither on the lists'
 * order nor on how often a row is among them, so that jobs that merge what they read arrive at the same table.
 */
export function mergeRows(...lists: ReadonlyArray<readonly Row[]>): Row[] {
  const newest = new Map<string, Row>();
  for (const row of lists.flat()) {
    const other = newest.get(rowKey(row));
    if (!other || isNewer(row, other)) newest.set(rowKey(row), row);
  }
  const rows = [...newest.values()];
  return rows
    .filter(row => !rows.some(other => supersedes(other, row)))
    .sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
}

/** By run, then attempt, then time: a job of yesterday's run that ends late does not overwrite today's row. */
export function isNewer(row: Row, other: Row): boolean {
  const [a, b] = [age(row), age(other)];
  const difference = a.map((value, index) => value - (b[index] ?? 0)).find(value => value !== 0);
  if (difference !== undefined) return difference > 0;
  return JSON.stringify(row) > JSON.stringify(other);
}

function age({ run, attempt, at }: Row): number[] {
  return [run, attempt, at];
}

/** A job that stopped before it knew its app left a row without one; its next run's row, with one, takes its place. */
function supersedes(row: Row, other: Row): boolean {
  return (
    other.app === '' &&
    row.app !== '' &&
    row.stage === other.stage &&
    (other.region === '' || row.region === other.region) &&
    isNewer(row, other)
  );
}

/** The row as text that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
export function encodeRow(row: Row): string {
  return Buffer.from(JSON.stringify(row)).toString('base64');
}

/** Reads a row back; undefined for all that `encodeRow` would not have written: anybody may write comments. */
export function decodeRow(text: string): Row | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
  return isRow(value) ? plain(value) : undefined;
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return (
    [row['app'], row['stage'], row['region']].every(isText) &&
    optional(row['account'], account => /^\d{12}$/.test(String(account))) &&
    (row['outcome'] === 'ready' || row['outcome'] === 'stopped') &&
    optional(row['title'], isText) &&
    optional(row['bootstrap'], status => STATUSES.includes(status as BootstrapStatus)) &&
    optional(row['version'], isCount) &&
    PROFILES.includes(row['profile'] as ProfileVerdict) &&
    [row['run'], row['attempt'], row['at']].every(isCount) &&
    typeof row['sha'] === 'string' &&
    /^[0-9a-f]{0,64}$/.test(row['sha'])
  );
}

function optional(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === undefined || test(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= TEXT_MAX;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The row's own properties, in one order, and nothing that came along with them. */
function plain(row: Row): Row {
  const { app, stage, region, account, outcome, title, bootstrap, version, profile } = row;
  return {
    app,
    stage,
    region,
    ...(account === undefined ? {} : { account }),
    outcome,
    ...(title === undefined ? {} : { title }),
    ...(bootstrap === undefined ? {} : { bootstrap }),
    ...(version === undefined ? {} : { version }),
    profile,
    run: row.run,
    attempt: row.attempt,
    sha: row.sha,
    at: row.at,
  };
}
