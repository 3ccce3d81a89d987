// Kills the step at random moments (SIGTERM, SIGINT, SIGKILL), half of them around the export. Each time all of the
// variables must be exported or none, and after the post step no file has keys.
//
//   npm run kills -- [--count 150] [--seed N]
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrapAsSst } from '../local/aws/bootstrap.ts';
import { runAction, runPost } from '../local/runner/run.ts';
import { type LocalServices, startServices } from '../local/services.ts';
import { exportComplaints, filesWithKeys, outputComplaints } from './fuzz/complaints.ts';
import { Random } from './fuzz/random.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
const random = new Random(seed);
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGKILL'] as const;
/** Milliseconds to end after SIGTERM or SIGINT: one second, plus the delay of a busy machine. */
const ENDS_WITHIN = 3_000;

const tally = { exported: 0, nothing: 0, 'ended before the signal': 0 };
let failed = 0;
let next = 0;

/** How long a step takes here, in milliseconds: kills are spread over that time. */
async function usual(): Promise<number> {
  const begun = performance.now();
  await kill(undefined, 0, false);
  return performance.now() - begun;
}

/** Runs the step, and kills it this many milliseconds after its start, or after AWS's last answer before the export. */
async function kill(signal: NodeJS.Signals | undefined, after: number, atExport: boolean): Promise<string[]> {
  const services = await startServices();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kills-'));
  const home = path.join(folder, 'home');
  writeFileSync(
    path.join(folder, 'sst.config.ts'),
    "export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n",
  );
  try {
    bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
    let sent = Number.POSITIVE_INFINITY;
    const run = await runAction({
      with: {
        'aws-region': 'us-east-1',
        'role-to-assume': services.role.arn,
        stage: 'production',
        'aws-profile': 'deploy',
        'output-credentials': 'true',
        'output-env-credentials': 'true',
      },
      workspace: folder,
      home,
      env: services.env,
      onStart: child => {
        const send = () => {
          if (signal && child.kill(signal)) sent = performance.now();
        };
        if (atExport) void lastAnswer(services, child).then(() => setTimeout(send, after));
        else setTimeout(send, after);
      },
    });
    const took = performance.now() - sent;
    const complaints = [...exportComplaints(run)];
    if (signal === 'SIGTERM' || signal === 'SIGINT') {
      complaints.push(...outputComplaints(run));
      if (took > ENDS_WITHIN) complaints.push(`it ended ${Math.round(took)} ms after ${signal}`);
      const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
        /\.(tmp|lock)$/.test(file),
      );
      if (left.length > 0) complaints.push(`left: ${left.join(', ')}`);
    }
    const some = Object.keys(run.exported).length > 0;
    if (run.exitCode === 1 && some) complaints.push('it failed, and exported');
    tally[some ? 'exported' : 'nothing']++;
    if (sent === Number.POSITIVE_INFINITY && signal) tally['ended before the signal']++;
    const post = await runPost(run, { onStart: () => {} });
    if (post.exitCode !== 0 || post.stderr !== '')
      complaints.push(`post step: ${post.exitCode} ${post.stderr}`);
    complaints.push(...filesWithKeys(folder).map(file => `keys left in ${file}`));
    await run.remove();
    return complaints;
  } finally {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when AWS has answered the last request before the export, or the process has ended. */
async function lastAnswer({ aws }: LocalServices, child: ChildProcess): Promise<void> {
  const answered = () => {
    const done = aws.requests.filter(request => request.answered !== undefined);
    const buckets = done.filter(({ service }) => service === 's3').length;
    return (
      buckets >= 2 && done.some(({ service }) => service === 'ecr') && done.length === aws.requests.length
    );
  };
  while (child.exitCode === null && child.signalCode === null && !answered())
    await new Promise(resolve => setTimeout(resolve, 1));
}

async function worker(span: number): Promise<void> {
  while (next < count) {
    const number = next++;
    const signal = random.one(SIGNALS);
    const atExport = random.chance(0.5);
    const after = random.next() * (atExport ? 40 : span);
    const complaints = await kill(signal, after, atExport);
    if (complaints.length === 0) continue;
    failed++;
    const when = `${after.toFixed(1)} ms after ${atExport ? 'the last answer' : 'the start'}`;
    console.log(`kill ${number}, ${signal} ${when}:`);
    for (const complaint of complaints) console.log(`  ${complaint}`);
  }
}

console.log(`seed ${seed}`);
const span = await usual();
tally.exported = tally.nothing = 0;
await Promise.all([worker(span), worker(span)]);
console.log(`${count} kills within ${Math.round(span)} ms: ${JSON.stringify(tally)}, ${failed} failed`);
process.exit(failed > 0 || count === 0 ? 1 : 0);
