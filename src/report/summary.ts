import type { Findings } from './findings.ts';

/** The job summary, in GitHub's Markdown: a verdict, then what was found. */
export function renderSummary(_findings: Findings): string {
  return '';
}
