import type { BootstrapReport, RegionCheck, ResourceCheck } from '../bootstrap/status.ts';
import { NOTHING_EXPORTED, type Place, type Problem, placeText } from '../failure.ts';
import type { Deployment } from '../sst/deployment.ts';
import { withoutAccounts } from '../text.ts';
import { renderDiagram } from './diagram.ts';
import { type Findings, problemsOf, profileCheckOf } from './findings.ts';
import { consolePage, fileAddress, type LinkContext } from './links.ts';
import { code, link, prose, proseWithCode, table } from './markdown.ts';
import { bootstrapWords, profileSentence, sessionEnds, summaryTitle } from './messages.ts';

/**
 * The job summary, in GitHub's Markdown. What was not found out is left out; no secret is among the findings that it shows. In
 * a matrix GitHub shows the jobs' summaries below one another: each begins with a heading that tells it apart.
 */
export function renderSummary(findings: Findings, site: LinkContext): string {
  const { deployment, bootstrap, bootstrapRegions, stage, problem, maskAccount = false } = findings;
  const parts = [
    `### ${summaryTitle(findings)}`,
    problem && alert('CAUTION', problem, site),
    renderDiagram(findings),
    facts(findings, site),
    bootstrap && bootstrapTable(bootstrap, !maskAccount),
    regionTable(bootstrapRegions),
    stage && `**Stage**: ${prose(stage.facts.join('; '))}`,
    deployment && profileVerdict(findings, deployment, site),
    ...problemsOf(findings, 'warnings').map(warning => alert('WARNING', warning, site)),
  ];
  const summary = `${parts.filter(Boolean).join('\n\n')}\n`;
  // The runner masks the summary as it masks the log, but a secret account must not depend on that alone.
  return maskAccount ? withoutAccounts(summary) : summary;
}

/** A problem in a box of its own, as GitHub draws `> [!CAUTION]`. */
function alert(kind: 'CAUTION' | 'WARNING', problem: Problem, site: LinkContext): string {
  const { title, what, next = '', place } = problem;
  const stops = kind === 'CAUTION';
  const blocks = [
    // The title of the problem that stops the step is in the heading.
    ...(stops ? [] : [`**${proseWithCode(title)}**`]),
    ...paragraphs(what),
    ...(place ? [at(place, site)] : []),
    ...paragraphs(next),
    ...(stops && !what.includes(NOTHING_EXPORTED) ? [NOTHING_EXPORTED] : []),
  ];
  return `> [!${kind}]\n${blocks.join('\n\n').replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')}`;
}

/**
 * The lines of a problem's text as Markdown. A line that is indented, JSON or of a diff is code; every other line is prose,
 * and one that ends a sentence ends the paragraph.
 */
function paragraphs(text: string): string[] {
  const blocks: Array<{ code: boolean; lines: string[] }> = [];
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue;
    const isCode = /^( {2}|[{}]|[-+] )/.test(line);
    const last = blocks.at(-1);
    const goesOn = isCode || !/[.:;?!…]$/.test(last?.lines.at(-1) ?? '');
    if (last && last.code === isCode && goesOn) last.lines.push(line);
    else blocks.push({ code: isCode, lines: [line] });
  }
  return blocks.map(block => (block.code ? fenced(block.lines) : proseWithCode(block.lines.join(' '))));
}

function fenced(lines: readonly string[]): string {
  const diff = lines.some(line => /^[-+] /.test(line)) && lines.every(line => /^[-+ ] /.test(line));
  const indent = diff ? 0 : Math.min(...lines.map(line => line.length - line.trimStart().length));
  const text = lines.map(line => line.slice(indent));
  const longest = Math.max(2, ...text.flatMap(line => (line.match(/`+/g) ?? []).map(ticks => ticks.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${diff ? 'diff' : ''}`, ...text, fence].join('\n');
}

/** The place, as a link to the line if it is in the repository. */
function at(place: Place, site: LinkContext): string {
  const text = code(placeText(place));
  const address = fileAddress(site, place.file, place.line);
  return address ? link(text, address) : text;
}

function facts({ deployment, session }: Findings, site: LinkContext): string {
  const { stage, region } = deployment ?? {};
  const { account, arn } = session?.identity ?? {};
  const from = stage?.from === 'event' ? 'from the event' : stage?.from;
  const lines = [
    stage && `Stage: ${code(stage.name)} (${from})`,
    region && `Region: ${code(region.name)} (${region.place ? at(region.place, site) : prose(region.from)})`,
    account && `Account: ${code(account)}`,
    arn && `Identity: ${code(arn)}`,
    session && `Session: ${sessionEnds(session.expires, site.now)}`,
  ];
  return lines.flatMap(line => (line ? `- ${line}` : [])).join('\n');
}

function bootstrapTable(report: BootstrapReport, links: boolean): string {
  const head = `**Bootstrap**: ${bootstrapWords(report)}`;
  if (report.checks.length === 0) return head;
  const rows = report.checks.map(check => {
    const page = links ? consolePage(check, report) : undefined;
    return [check.resource, page ? link(code(check.name), page) : code(check.name), state(check)];
  });
  return `${head}\n\n${table(['Resource', 'Name', 'State'], rows)}`;
}

/** The table of the regions in `bootstrap-regions`, a row per region; undefined if there is none. */
function regionTable(checks: readonly RegionCheck[] = []): string | undefined {
  if (checks.length === 0) return undefined;
  const rows = checks.map(({ region, report, failure }) => {
    const words = report ? bootstrapWords(report) : `not checked: ${failure?.problem.title}`;
    return [
      code(region),
      `${failure ? '❌' : '✅'} ${proseWithCode(words)}`,
      code(report?.record?.state ?? ''),
    ];
  });
  return `**Bootstrap of other regions**\n\n${table(['Region', 'Result', 'State bucket'], rows)}`;
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

function profileVerdict(findings: Findings, { override }: Deployment, site: LinkContext): string {
  const sentence = profileSentence(profileCheckOf(findings), override);
  return `**Profile**: ${proseWithCode(sentence)}${override?.place ? ` (${at(override.place, site)})` : ''}`;
}
