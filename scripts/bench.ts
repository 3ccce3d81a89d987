// How long the step takes: the built dist/ as whole processes, in turn, against the local endpoints.
//
//   npm run bench -- [--runs N] [--latency 0,25,50,100] [--peer FILE] [--markdown]
//
// --peer runs another action's bundle (configure-aws-credentials' dist/index.js) in the same turns, and gives ratios.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrapAsSst } from '../local/aws/bootstrap.ts';
import { runAction } from '../local/runner/run.ts';
import { startWorld, type World } from '../local/world.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    latency: { type: 'string', default: '0,25,50,100' },
    peer: { type: 'string' },
    markdown: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const latencies = options.latency.split(',').map(Number);

/** What is measured: an action's folder, and the step's inputs. */
interface Case {
  readonly name: string;
  readonly action: string;
  readonly inputs: Record<string, string>;
}

/** One whole process: milliseconds from its start to its end, and what it asked for. */
interface Sample {
  readonly ms: number;
  readonly requests: number;
  /** How many requests had to wait for one another, at the most. */
  readonly depth: number;
}

const role = { 'aws-region': 'us-east-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/sst-deploy' };
const whole = { ...role, stage: 'production', 'working-directory': 'local/sample' };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const cases: Case[] = [
  { name: 'whole job (OIDC, guard, bootstrap verified)', action: root, inputs: whole },
  {
    name: 'credentials alone',
    action: root,
    inputs: { ...whole, bootstrap: 'skip', 'profile-guard': 'off' },
  },
  ...(options.peer
    ? [{ name: 'peer, credentials alone', action: peerFolder(options.peer), inputs: role }]
    : []),
];

/** A folder that makes an action of the peer's bundle. */
function peerFolder(bundle: string): string {
  const folder = path.join(scratch, 'peer');
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  cpSync(path.resolve(bundle), path.join(folder, 'dist/index.js'));
  writeFileSync(
    path.join(folder, 'action.yml'),
    `name: peer
description: another action
inputs:
  aws-region: { description: region }
  role-to-assume: { description: role }
  audience: { description: audience, default: sts.amazonaws.com }
runs: { using: node24, main: dist/index.js }
`,
  );
  return folder;
}

async function sample(world: World, { name, action, inputs }: Case): Promise<Sample> {
  const before = { aws: world.aws.requests.length, github: world.github.requests.length };
  let started = 0;
  let ended = 0;
  const run = await runAction({
    action,
    with: inputs,
    workspace: root,
    env: world.env,
    onStart: child => {
      started = performance.now();
      child.once('exit', () => {
        ended = performance.now();
      });
    },
  });
  if (run.exitCode !== 0) throw new Error(`${name} failed:\n${run.log}${run.stderr}`);
  await run.remove();
  const requests = [
    ...world.github.requests.slice(before.github).filter(({ action }) => action === 'GetIdToken'),
    ...world.aws.requests.slice(before.aws),
  ];
  return { ms: ended - started, requests: requests.length, depth: depthOf(requests) };
}

/** The longest chain of requests of which each arrived after the one before it was answered. */
function depthOf(requests: ReadonlyArray<{ arrived: number; answered?: number }>): number {
  const sorted = [...requests].sort((one, other) => one.arrived - other.arrived);
  const depths: number[] = [];
  for (const [index, { arrived }] of sorted.entries()) {
    const waitedFor = depths.filter(
      (_, earlier) => earlier < index && (sorted[earlier]?.answered ?? Infinity) <= arrived,
    );
    depths.push(1 + Math.max(0, ...waitedFor));
  }
  return Math.max(0, ...depths);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** What the first deploy of the stage left: its passphrase. */
function deployedBefore({ aws, account }: World): void {
  const name = '/sst/passphrase/shop/production';
  const first = {
    value: 'of an earlier deploy',
    type: 'SecureString',
    version: 1,
    modified: aws.state.now(),
  } as const;
  aws.state.region(account, 'us-east-1').parameters.set(name, { name, history: [first] });
}

async function measure(latency: number): Promise<string[][]> {
  const world = await startWorld();
  bootstrapAsSst(world.aws, { account: world.account, region: 'us-east-1' });
  deployedBefore(world);
  world.aws.latency = latency;
  world.github.latency = latency;
  const samples = cases.map((): Sample[] => []);
  // In turn, so that what else the machine does falls on all alike; the first turn warms the file cache.
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [index, one] of cases.entries()) {
      const taken = await sample(world, one);
      if (turn > 0) samples[index]?.push(taken);
    }
  }
  await world.close();
  const peer = options.peer ? samples.at(-1) : undefined;
  return cases.map((one, index) => row(latency, one, samples[index] ?? [], peer));
}

function row(
  latency: number,
  { name }: Case,
  samples: readonly Sample[],
  peer?: readonly Sample[],
): string[] {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const spread = `${quantile(sorted, 0.25).toFixed(0)}–${quantile(sorted, 0.75).toFixed(0)}`;
  const ratios = peer?.map(({ ms }, turn) => (samples[turn]?.ms ?? Number.NaN) / ms).sort((a, b) => a - b);
  return [
    `${latency} ms`,
    name,
    `${quantile(sorted, 0.5).toFixed(0)} ms`,
    spread,
    String(Math.max(...samples.map(({ requests }) => requests))),
    String(Math.max(...samples.map(({ depth }) => depth))),
    ...(ratios ? [quantile(ratios, 0.5).toFixed(2)] : []),
  ];
}

function print(rows: readonly string[][]): void {
  const head = [
    'A response takes',
    'Step',
    'Median',
    'Quartiles',
    'Requests',
    'Depth',
    ...(options.peer ? ['of peer'] : []),
  ];
  const table = [head, ...(options.markdown ? [head.map(() => '---')] : []), ...rows];
  const widths = head.map((_, column) => Math.max(...table.map(cells => cells[column]?.length ?? 0)));
  for (const cells of table) {
    const line = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(options.markdown ? `| ${line.join(' | ')} |` : line.join('  '));
  }
}

function sizes(): string {
  const files = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.js'))
    .map(name => ({ name, kilobytes: Math.round(statSync(path.join(root, 'dist', name)).size / 1000) }))
    .sort((one, other) => other.kilobytes - one.kilobytes);
  return files.map(({ name, kilobytes }) => `dist/${name} ${kilobytes} kB`).join(', ');
}

if (!existsSync(path.join(root, 'dist/index.js')))
  throw new Error('There is no dist/: run `npm run build` first.');
try {
  console.log(`Node ${process.version}, ${os.cpus().length} cores, ${runs} runs each, in turn\n`);
  const rows: string[][] = [];
  for (const latency of latencies) rows.push(...(await measure(latency)));
  print(rows);
  console.log(`\n${sizes()}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
