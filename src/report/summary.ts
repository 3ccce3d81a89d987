import type { BootstrapReport, ResourceCheck } from '../bootstrap/status.ts';
import type { Place, Problem } from '../failure.ts';
import type { Deployment, Override } from '../sst/deployment.ts';
import { type Findings, warningsOf } from './findings.ts';
import { code, prose, proseWithCode, table } from './markdown.ts';

/**
 * The job summary, in GitHub's Markdown: a verdict, who deploys which stage where, the bootstrap's resources, and what
 * became of a profile. What was not found out is left out; no secret is among the findings that it shows.
 */
export function renderSummary(findings: Findings): string {
  const parts = [
    verdict(findings),
    findings.problem && quoted(findings.problem),
    facts(findings),
    findings.bootstrap && bootstrapTable(findings.bootstrap),
    findings.deployment && profileVerdict(findings.deployment),
    ...warningsOf(findings).map(warning => `⚠️ ${prose(warning.title)}: ${proseWithCode(warning.what)}`),
  ];
  const summary = `${parts.filter(Boolean).join('\n\n')}\n`;
  // The runner masks the summary as it masks the log; that the account is a secret must not hang on that alone.
  const account = findings.session?.identity.account;
  return findings.maskAccount && account ? summary.replaceAll(account, '***') : summary;
}

function verdict({ deployment, problem, exported }: Findings): string {
  const what = [deployment?.app, deployment?.stage?.name].filter(name => name !== undefined).map(code);
  const subject = what.length > 0 ? ` for ${what.join(' / ')}` : '';
  if (problem) return `### ❌ SST credentials${subject}: ${prose(problem.title)}`;
  return exported ? `### ✅ SST credentials${subject}` : `### SST credentials${subject}`;
}

function quoted({ what, next, place }: Problem): string {
  const lines = [what, ...(place ? [at(place)] : []), ...(next ? [next] : []), 'Nothing was exported.'];
  return lines
    .flatMap(line => line.split('\n'))
    .map(line => `> ${proseWithCode(line)}`)
    .join('<br>\n');
}

function at({ file, line, column }: Place): string {
  return `\`${[file, line, column].filter(part => part !== undefined).join(':')}\``;
}

function facts({ deployment, session }: Findings): string | undefined {
  const rows: string[][] = [];
  if (deployment?.stage)
    rows.push(['Stage', `${code(deployment.stage.name)} (${prose(deployment.stage.from)})`]);
  if (session) {
    rows.push(['Account', code(session.identity.account)]);
    rows.push(['Credentials', session.chain.map(code).join(' → ')]);
  }
  if (deployment) rows.push(['Region', `${code(deployment.region.name)} (${prose(deployment.region.from)})`]);
  if (session?.expires)
    rows.push(['Session ends', `${session.expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`]);
  return rows.length > 0 ? table(['', ''], rows) : undefined;
}

function bootstrapTable({ status, record, checks }: BootstrapReport): string {
  const version = record ? `, version ${record.version}` : '';
  const head = `**Bootstrap: ${status}**${version}`;
  if (checks.length === 0) return head;
  const rows = checks.map(check => [check.resource, code(check.name), state(check)]);
  return `${head}\n\n${table(['Resource', 'Name', 'State'], rows)}`;
}

const MARKS: Record<ResourceCheck['state'], string> = {
  present: '✅',
  created: '🆕',
  repaired: '🔧',
  missing: '❌',
  elsewhere: '❌',
  'not checked': '➖',
};

function state({ state, notes }: ResourceCheck): string {
  return [`${MARKS[state]} ${state}`, ...notes.map(proseWithCode)].join(', ');
}

function profileVerdict({ override, config, exports }: Deployment): string {
  if (!config) return '**Profile**: not checked, there is no `sst.config.ts`';
  if (!override) return '**Profile**: none, SST will use these credentials';
  const kept = 'SST_AWS_NO_PROFILE' in exports ? ', which SST was told to ignore' : '';
  return `**Profile**: ${what(override)} would override these credentials${kept}`;
}

function what({ profile, by, place }: Override): string {
  const name = profile === undefined ? 'keys' : code(profile);
  return `${name} from ${by === 'config' ? 'the config' : code(by)}${place ? ` (${at(place)})` : ''}`;
}
