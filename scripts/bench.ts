// Measures how long the step takes: the built dist/ as whole processes, in turn, over the distances that users have.
//
//   npm run bench -- [--runs N] [--distance 2,30,90,200] [--peer FILE] [--scale] [--markdown]
//
// --distance: milliseconds to AWS and back, for each handshake and each request. GitHub's token service is near. --peer
// runs another action's bundle (configure-aws-credentials' dist/index.js) in the same turns, and gives ratios. --scale
// measures instead how requests, time and memory grow with the config's files, the jobs at once and the state.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { actionOf } from '../local/peer/run.ts';
import { startServices } from '../local/services.ts';
import { bootstrapped, deployedBefore, REGION } from './bench/account.ts';
import { atDistance } from './bench/distance.ts';
import { type Case, credentialsAlone, peakMemory, type Sample, sample } from './bench/sample.ts';
import { scale } from './bench/scale.ts';
import { median, printTable, quartiles } from './bench/table.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    distance: { type: 'string', default: '2,30,90,200' },
    peer: { type: 'string' },
    scale: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const distances = options.distance.split(',').map(Number);

const role = { 'aws-region': REGION, 'role-to-assume': 'arn:aws:iam::123456789012:role/sst-deploy' };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const whole: Case = {
  name: 'whole job (OIDC, guard, bootstrap verified)',
  action: root,
  inputs: { ...role, stage: 'production', 'working-directory': 'local/sample' },
  workspace: root,
};
const cases: Case[] = [
  whole,
  credentialsAlone(whole),
  ...(options.peer
    ? [
        {
          name: 'peer, credentials alone',
          action: actionOf(options.peer, path.join(scratch, 'peer')),
          inputs: role,
          workspace: root,
        },
      ]
    : []),
];

async function measure(roundTrip: number): Promise<string[][]> {
  const services = await startServices();
  bootstrapped(services);
  deployedBefore(services);
  const distance = await atDistance(services, roundTrip, scratch);
  const samples = cases.map((): Sample[] => []);
  // In turn, so that other work of the machine slows all of them alike. The first turn fills the file cache.
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [index, one] of cases.entries()) {
      const taken = await sample(distance, one);
      if (turn > 0) samples[index]?.push(taken);
    }
  }
  const peer = options.peer ? samples.at(-1) : undefined;
  const rows: string[][] = [];
  for (const [index, one] of cases.entries())
    rows.push(row(roundTrip, one, samples[index] ?? [], await peakMemory(distance, one), peer));
  await distance.close();
  await services.close();
  return rows;
}

function row(
  roundTrip: number,
  { name }: Case,
  samples: readonly Sample[],
  memory: number | undefined,
  peer: readonly Sample[] | undefined,
): string[] {
  const times = samples.map(({ ms }) => ms);
  const ratios = peer?.map(({ ms }, turn) => (times[turn] ?? Number.NaN) / ms);
  return [
    `${roundTrip} ms`,
    name,
    `${median(times).toFixed(0)} ms`,
    quartiles(times),
    ...(ratios ? [median(ratios).toFixed(2)] : []),
    // Over a few milliseconds, requests that only follow each other look as if they had waited for each other.
    roundTrip < 10 ? '–' : String(median(samples.map(({ roundTrips }) => roundTrips))),
    String(Math.max(...samples.map(({ requests }) => requests))),
    memory === undefined ? '–' : `${memory.toFixed(0)} MB`,
  ];
}

function sizes(): string {
  const files = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.js'))
    .map(name => ({ name, kilobytes: Math.round(statSync(path.join(root, 'dist', name)).size / 1000) }))
    .sort((one, other) => other.kilobytes - one.kilobytes);
  return files.map(({ name, kilobytes }) => `dist/${name} ${kilobytes} kB`).join(', ');
}

if (!existsSync(path.join(root, 'dist/main/index.js')))
  throw new Error('There is no dist/: run `npm run build` first.');
try {
  console.log(`Node ${process.version}, ${os.cpus().length} cores, each ${runs} times, in turn\n`);
  if (options.scale) await scale(whole, runs, scratch, options.markdown);
  else {
    const rows: string[][] = [];
    for (const distance of distances) rows.push(...(await measure(distance)));
    const ratio = options.peer ? ['of peer'] : [];
    const head = [
      'To AWS and back',
      'Step',
      'Median',
      'Quartiles',
      ...ratio,
      'Round trips',
      'Requests',
      'Peak memory',
    ];
    printTable(head, rows, options.markdown);
    console.log(sizes());
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
