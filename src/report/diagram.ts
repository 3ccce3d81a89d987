import type { Findings } from './findings.ts';
import { bootstrapWords, diagramProfile, identityWords } from './messages.ts';

/** A part of the way: checked, has stopped the step, or was not reached. */
type Mark = 'good' | 'bad' | 'open';

interface Node {
  readonly id: string;
  readonly lines: readonly string[];
  readonly mark: Mark;
}

/**
 * The way from the first identity to the deploy, as a mermaid flowchart, which GitHub draws: token or keys, role after
 * role, account and region, bootstrap, `sst deploy`; and beside it a profile that would override the credentials. The part
 * that stopped the step is marked, and so are the parts that were not reached.
 *
 * @returns undefined if too little is known to draw anything.
 */
export function renderDiagram(findings: Findings): string | undefined {
  const { deployment } = findings;
  if (!deployment) return undefined;
  const way = [...identities(findings), account(findings), ...bootstrap(findings), deploy(findings)];
  const profile = profileOf(findings);
  const nodes = profile ? [...way, profile] : way;
  const edges = way.slice(1).map((node, index) => {
    const before = way[index]?.id;
    // If a profile wins, the deploy does not use the credentials.
    const cut = profile?.mark === 'bad' && node.id === 'deploy';
    return `  ${before} ${cut ? `-. not used .-x` : '-->'} ${node.id}`;
  });
  if (profile) edges.push(`  profile ${profile.mark === 'bad' ? '==>' : `-. ignored .-x`} deploy`);
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map(({ id, lines, mark }) => `  ${id}["${lines.map(label).join('<br/>')}"]:::${mark}`),
    ...edges,
    // Strokes only: fill and text are the theme's, light or dark.
    '  classDef good stroke:#1a7f37,stroke-width:2px',
    '  classDef bad stroke:#cf222e,stroke-width:3px',
    '  classDef open stroke-dasharray:4 4',
    '```',
  ].join('\n');
}

function identities({ session, problem, deployment, bootstrap }: Findings): Node[] {
  if (!session) {
    // If the project stopped the step, AWS was not asked.
    const mark = problem && !deployment?.failure ? 'bad' : 'open';
    return [{ id: 'identity0', lines: ['credentials'], mark }];
  }
  const chain = session.chain.map(identity => ({ lines: identityWords(identity), mark: 'good' as const }));
  // The roles that the config assumes are tried out only to check the bootstrap behind them.
  const tried = bootstrap && bootstrap.status !== 'skipped';
  const roles = (deployment?.assumeRoles ?? []).map(({ roleArn }) => ({
    lines: identityWords(roleArn),
    mark: tried ? ('good' as const) : ('open' as const),
  }));
  return [...chain, ...roles].map((node, index) => ({ id: `identity${index}`, ...node }));
}

function account({ session, bootstrap, deployment }: Findings): Node {
  const id = bootstrap?.account ?? session?.identity.account;
  return {
    id: 'account',
    lines: [...(id ? [`account ${id}`] : ['account']), deployment?.region.name ?? ''],
    mark: session ? 'good' : 'open',
  };
}

function bootstrap({ bootstrap, bootstrapRegions = [], problem, session }: Findings): Node[] {
  if (bootstrap?.status === 'skipped') return [];
  const failed = bootstrap?.failure !== undefined || bootstrapRegions.some(({ failure }) => failure);
  const bad = bootstrap ? failed : session !== undefined && problem !== undefined;
  const mark = bad ? 'bad' : bootstrap ? 'good' : 'open';
  return [
    {
      id: 'bootstrap',
      lines: [
        'SST bootstrap',
        ...(bootstrap ? [bootstrapWords(bootstrap.status, bootstrap.record?.version)] : []),
      ],
      mark,
    },
  ];
}

function deploy({ deployment, exported, problem }: Findings): Node {
  const stage = deployment?.stage?.name;
  return {
    id: 'deploy',
    lines: ['sst deploy', ...(stage ? [stage] : [])],
    mark: exported && !problem ? 'good' : 'open',
  };
}

function profileOf({ deployment }: Findings): Node | undefined {
  if (!deployment?.override) return undefined;
  const ignored = deployment.profile.verdict === 'ignored';
  return {
    id: 'profile',
    lines: diagramProfile(deployment.override),
    mark: ignored ? 'open' : 'bad',
  };
}

/** Text in a quoted mermaid label: nothing in it ends the label, is markup, or is Markdown. */
function label(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .replaceAll(/[^\p{L}\p{N} .,:/@=+'()*-]/gu, character => `#${character.codePointAt(0)};`)
    .replace(/^([\d*+-]+)([.)]?)(?= )/, '$1$2#8203;');
}
