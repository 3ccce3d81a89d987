import type { Deployment } from '../sst/deployment.ts';
import type { Findings } from './findings.ts';
import { bootstrapWords, diagramProfile, identityWords } from './messages.ts';

/** A part of the way, which was checked, has stopped the step, or was not reached; and the lines in its box. */
type Node = readonly [id: string, mark: 'good' | 'bad' | 'open', ...lines: string[]];

/**
 * The way from the first identity to the deploy, as a mermaid flowchart, which GitHub draws; and beside it a profile that
 * would override the credentials. Undefined if too little is known to draw anything.
 */
export function renderDiagram(findings: Findings): string | undefined {
  const { deployment } = findings;
  if (!deployment) return undefined;
  const { override, profile } = deployment;
  const way = wayOf(findings, deployment);
  const wins = override && profile.verdict !== 'ignored';
  const beside: Node[] = override ? [['profile', wins ? 'bad' : 'open', ...diagramProfile(override)]] : [];
  const edges = way.slice(1).map(([id], index) => {
    // If a profile wins, the deploy does not use the credentials.
    const edge = wins && id === 'deploy' ? '-. not used .-x' : '-->';
    return `  ${way[index]?.[0]} ${edge} ${id}`;
  });
  return [
    '```mermaid',
    'flowchart LR',
    ...[...way, ...beside].map(
      ([id, mark, ...lines]) => `  ${id}["${lines.map(label).join('<br/>')}"]:::${mark}`,
    ),
    ...edges,
    ...beside.map(([id]) => `  ${id} ${wins ? '==>' : '-. ignored .-x'} deploy`),
    // Strokes only: fill and text are the theme's, light or dark.
    '  classDef good stroke:#1a7f37,stroke-width:2px',
    '  classDef bad stroke:#cf222e,stroke-width:3px',
    '  classDef open stroke-dasharray:4 4',
    '```',
  ].join('\n');
}

function wayOf(findings: Findings, { stage, region, failure, assumeRoles }: Deployment): Node[] {
  const { session, bootstrap, problem, exported } = findings;
  const isChecked = bootstrap && bootstrap.status !== 'skipped';
  const identities = [
    ...(session?.chain ?? []).map(identity => ['good', ...identityWords(identity)] as const),
    // The roles that the config assumes are tried out only to check the bootstrap behind them.
    ...assumeRoles.map(({ roleArn }) => [isChecked ? 'good' : 'open', ...identityWords(roleArn)] as const),
  ];
  const account = bootstrap?.account ?? session?.identity.account;
  return [
    ...(session
      ? identities.map((node, index): Node => [`identity${index}`, ...node])
      : // If the project stopped the step, AWS was not asked.
        [['identity0', problem && !failure ? 'bad' : 'open', 'credentials'] as const]),
    ['account', session ? 'good' : 'open', account ? `account ${account}` : 'account', region.name],
    ...(bootstrap?.status === 'skipped' ? [] : [bootstrapNode(findings)]),
    ['deploy', exported && !problem ? 'good' : 'open', 'sst deploy', ...(stage?.name ? [stage.name] : [])],
  ];
}

function bootstrapNode({ bootstrap, bootstrapRegions = [], problem, session }: Findings): Node {
  if (!bootstrap) return ['bootstrap', session && problem ? 'bad' : 'open', 'SST bootstrap'];
  const failed = [bootstrap, ...bootstrapRegions].some(({ failure }) => failure);
  return ['bootstrap', failed ? 'bad' : 'good', 'SST bootstrap', bootstrapWords(bootstrap)];
}

/** Text in a quoted mermaid label: nothing in it ends the label, is markup, or is Markdown. */
function label(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .replaceAll(/[^\p{L}\p{N} .,:/@=+'()*-]/gu, character => `#${character.codePointAt(0)};`)
    .replace(/^([\d*+-]+)([.)]?)(?= )/, '$1$2#8203;');
}
