import { type BootstrapStatus, STATUSES } from '../bootstrap/status.ts';
import type { ProfileVerdict } from '../sst/deployment.ts';
import type { StageReport } from '../stage/report.ts';
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

/** Which job of which run writes the row, and what its step was asked to deploy. */
export interface RowOrigin extends Pick<Row, 'run' | 'attempt' | 'sha' | 'at'> {
  /** The inputs, for a step that stopped before it knew more. */
  readonly stage?: string;
  readonly region?: string;
}

const TEXT_MAX = 100;
const PROFILES: readonly ProfileVerdict[] = ['none', 'ignored', 'wins', 'not checked'];
/** Clocks of two machines differ, but not by more than these milliseconds. */
const CLOCKS_DIFFER_MS = 600_000;

/** The row of this step. Nothing in it is a secret; with `maskAccount` no account ID is in it either. */
export function rowOf(findings: Findings, origin: RowOrigin): Row {
  const { deployment, session, bootstrap, stage: stageReport, problem, maskAccount } = findings;
  const { stage, region, run, attempt, sha, at } = origin;
  const shown = (text: string) => (maskAccount ? withoutAccounts(text) : text).slice(0, TEXT_MAX);
  return {
    app: shown(deployment?.app ?? ''),
    stage: shown(deployment?.stage?.name ?? stage ?? ''),
    region: shown(deployment?.region.name ?? region ?? ''),
    ...(session && !maskAccount ? { account: session.identity.account } : {}),
    outcome: problem ? 'stopped' : 'ready',
    ...(problem ? { title: shown(problem.title) } : {}),
    ...(bootstrap ? { bootstrap: bootstrap.status } : {}),
    ...(bootstrap?.record ? { version: bootstrap.record.version } : {}),
    ...(stageReport ? { state: stageStateOf(stageReport) } : {}),
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

/**
 * Of each app, stage and region the newest row of all lists, sorted. The order of the lists does not matter, so jobs that
 * merge what they read arrive at the same table.
 */
export function mergeRows(...lists: ReadonlyArray<readonly Row[]>): Row[] {
  const newest = new Map<string, Row>();
  for (const row of lists.flat()) {
    const other = newest.get(keyOf(row));
    if (!other || isNewer(row, other)) newest.set(keyOf(row), row);
  }
  const rows = [...newest.values()];
  return rows
    .filter(row => !rows.some(other => supersedes(other, row)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ app, stage, region }: Row): string {
  return JSON.stringify([app, stage, region]);
}

/** By run, then attempt, then time: a job of yesterday's run that ends late does not overwrite today's row. */
export function isNewer(a: Row, b: Row): boolean {
  const difference = a.run - b.run || a.attempt - b.attempt || a.at - b.at;
  return difference === 0 ? JSON.stringify(a) > JSON.stringify(b) : difference > 0;
}

/** A job that stopped before it knew its app left a row without one: a newer row with the app replaces it. */
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

/**
 * Reads a row back.
 *
 * @param now milliseconds since 1970. @returns undefined for everything that `encodeRow` would not have written.
 */
export function decodeRow(text: string, now: number): Row | undefined {
  try {
    const value = Object(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    const fields = Object.entries(CHECKS).map(([field, check]) => ({ field, value: value[field], check }));
    if (!fields.every(({ value, check }) => check(value)) || value.at > now + CLOCKS_DIFFER_MS)
      return undefined;
    return Object.fromEntries(
      fields.filter(({ value }) => value !== undefined).map(({ field, value }) => [field, value]),
    ) as unknown as Row;
  } catch {
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === 'string' && value.length <= TEXT_MAX;
const count: Check = value => Number.isSafeInteger(value) && Number(value) >= 0;
const matching =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (values: readonly string[]): Check =>
  value =>
    values.includes(value as string);
const optional =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);

/** What each field of a row has to be: the data is read from a comment, which others can edit. A new column has a line here. */
const CHECKS: { readonly [Field in keyof Required<Row>]: Check } = {
  app: text,
  stage: text,
  region: text,
  account: optional(matching(/^\d{12}$/)),
  outcome: oneOf(['ready', 'stopped']),
  title: optional(text),
  bootstrap: optional(oneOf(STATUSES)),
  version: optional(count),
  state: optional(oneOf(STAGE_STATES)),
  profile: oneOf(PROFILES),
  run: count,
  attempt: count,
  sha: matching(/^[0-9a-f]{0,64}$/),
  at: count,
};
