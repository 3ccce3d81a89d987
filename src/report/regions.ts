import type { RegionCheck } from '../bootstrap/status.ts';
import { code, proseWithCode, table } from './markdown.ts';
import { bootstrapWords, REGIONS } from './messages.ts';

/** The summary's table of the regions in `bootstrap-regions`, a row per region; undefined if there is none. */
export function regionTable(checks: readonly RegionCheck[] = []): string | undefined {
  if (checks.length === 0) return undefined;
  const rows = checks.map(check => [code(check.region), result(check), bucketOf(check)]);
  return `**${REGIONS.caption}**\n\n${table(REGIONS.heads, rows)}`;
}

function result({ report, failure }: RegionCheck): string {
  const mark = failure ? '❌' : '✅';
  const words = report
    ? bootstrapWords(report.status, report.record?.version)
    : `${REGIONS.notChecked}${failure ? `: ${failure.problem.title}` : ''}`;
  return `${mark} ${proseWithCode(words)}`;
}

function bucketOf({ report }: RegionCheck): string {
  return code(report?.record?.state ?? '');
}
