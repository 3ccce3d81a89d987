import { type BootstrapStatus, STATUSES } from '../bootstrap/status.ts';
import type { ProfileVerdict } from '../sst/deployment.ts';
import type { StageReport } from '../stage/stage.ts';
import { withoutAccounts } from '../text.ts';
import { type Findings, profileCheckOf } from './findings.ts';

/** What one job reports on the pull request: one line of the comment's table. App, stage and region identify the row. */
export interface Row {
  readonly app: string;
  readonly stage: string;
  readonly region: string;
  /** Absent if it is a secret, or not known. */
  readonly account?: string;
  readonly outcome: 'ready' | 'stopped';
  /** The title of the problem that stopped the step. */
  readonly title?: string;
  readonly bootstrap?: BootstrapStatus;
  readonly version?: number;
  /** The regions in `bootstrap-regions`, and the bootstrap's status in each. */
  readonly regions?: Readonly<Record<string, BootstrapStatus | 'not checked'>>;
  /** What was found of the stage; absent if the step stopped before that. */
  readonly state?: StageState;
  readonly profile: ProfileVerdict;
  /** Of the workflow run, and of its attempt: a later one's row replaces an earlier one's. */
  readonly run: number;
  readonly attempt: number;
  /** The commit that was checked; '' if it is not known. */
  readonly sha: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The state of the stage in the account, in words of its column. */
export type StageState = (typeof STAGE_STATES)[number];

const STAGE_STATES = ['deployed before', 'new', 'locked', 'stale lock removed', 'not checked'] as const;
const VERDICTS: readonly ProfileVerdict[] = ['none', 'ignored', 'wins', 'not checked'];

/** Which job of which run writes the row, and what its step was asked to deploy. */
export interface RowOrigin extends Pick<Row, 'run' | 'attempt' | 'sha' | 'at'> {
  /** The inputs, for a step that stopped before it knew more. */
  readonly stage?: string;
  readonly region?: string;
}

/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
export function rowOf(findings: Findings, origin: RowOrigin): Row {
  const { deployment, session, bootstrap, bootstrapRegions = [], stage, problem, maskAccount } = findings;
  const { run, attempt, sha, at } = origin;
  const shown = (text = '') => (maskAccount ? withoutAccounts(text) : text).slice(0, 100);
  const regions = bootstrapRegions.map(({ region, report }) => [region, report?.status ?? 'not checked']);
  return {
    app: shown(deployment?.app),
    stage: shown(deployment?.stage?.name ?? origin.stage),
    region: shown(deployment?.region.name ?? origin.region),
    ...(session && !maskAccount ? { account: session.identity.account } : {}),
    outcome: problem ? 'stopped' : 'ready',
    ...(problem ? { title: shown(problem.title) } : {}),
    ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
    ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
    ...(regions.length > 0 ? { regions: Object.fromEntries(regions) } : {}),
    ...(stage ? { state: stageStateOf(stage) } : {}),
    profile: profileCheckOf(findings).verdict,
    ...{ run, attempt, sha, at },
  };
}

function stageStateOf({ exists, lock }: StageReport): StageState {
  if (lock === 'held') return 'locked';
  if (lock === 'removed') return 'stale lock removed';
  if (exists === undefined) return 'not checked';
  return exists ? 'deployed before' : 'new';
}

/** The rows without those that a newer one replaces, sorted. Jobs that merge the same rows in any order get the same table. */
export function mergeRows(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of newestFirst(rows)) if (!kept.some(newer => replaces(newer, row))) kept.push(row);
  return kept.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function replaces(newer: Row, row: Row): boolean {
  if (newer.stage !== row.stage) return false;
  // A job that stopped before it knew its app left a row without one.
  if (row.app === '' && row.region === '') return true;
  return newer.region === row.region && (newer.app === row.app || row.app === '');
}

function nameOf({ app, stage, region }: Row): string {
  return JSON.stringify([app, stage, region]);
}

/** The rows, the newest first. */
export function newestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (isNewer(a, b) ? -1 : 1));
}

/** By run, then attempt, then time: a job of yesterday's run that ends late does not replace today's row. */
function isNewer(a: Row, b: Row): boolean {
  const difference = a.run - b.run || a.attempt - b.attempt || a.at - b.at;
  return difference === 0 ? JSON.stringify(a) > JSON.stringify(b) : difference > 0;
}

/** The row as text that can stand in an HTML comment: base64 has no `-`, `<` or `>`. */
export function encodeRow(row: Row): string {
  return Buffer.from(JSON.stringify(row)).toString('base64');
}

/** Reads a row back; undefined for everything that `encodeRow` would not have written. */
export function decodeRow(text: string): Row | undefined {
  try {
    const value = Object(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    const fields = Object.keys(FORMS).filter(field => value[field] !== undefined || !OPTIONAL.has(field));
    if (!fields.every(field => FORMS[field as keyof Row].test(JSON.stringify(value[field]))))
      return undefined;
    return Object.fromEntries(fields.map(field => [field, value[field]])) as unknown as Row;
  } catch {
    return undefined;
  }
}

const TEXT = /^"(?:[^"\\]|\\.){0,100}"$/;
const COUNT = /^\d{1,16}$/;
const oneOf = (values: readonly string[]) => new RegExp(`^"(?:${values.join('|')})"$`);
const OPTIONAL: ReadonlySet<string> = new Set([
  'account',
  'title',
  'bootstrap',
  'version',
  'regions',
  'state',
]);

/** The JSON of each field: the data is read from a comment, which others can edit. A new column has a line here. */
const FORMS: { readonly [Field in keyof Required<Row>]: RegExp } = {
  app: TEXT,
  stage: TEXT,
  region: TEXT,
  account: /^"\d{12}"$/,
  outcome: /^"(?:ready|stopped)"$/,
  title: TEXT,
  bootstrap: oneOf(STATUSES),
  version: COUNT,
  regions: /^\{(?:"[a-z0-9-]{1,30}":"[a-z ]{1,20}",?){1,50}\}$/,
  state: oneOf(STAGE_STATES),
  profile: oneOf(VERDICTS),
  run: COUNT,
  attempt: COUNT,
  sha: /^"[0-9a-f]{0,64}"$/,
  at: COUNT,
};
