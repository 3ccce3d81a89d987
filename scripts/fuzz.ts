// Runs the built dist/ on random bytes, in all data that it reads: the answers of AWS and GitHub, the project's files,
// the AWS files, the event, comments and inputs. The step must always end within its limit, with exit code 0 or one
// error. It must print no stack trace and no foreign command, and must not export a part of the variables.
//
//   npm run fuzz -- [--seconds 60] [--seed N] [--only CASE]
//
// The seed is printed; the same seed gives the same cases, and --only repeats one of them.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrapAsSst } from '../local/aws/bootstrap.ts';
import { runAction, runPost } from '../local/runner/run.ts';
import { startServices } from '../local/services.ts';
import { drawCase } from './fuzz/cases.ts';
import { complaintsAbout, filesWithKeys } from './fuzz/complaints.ts';
import { Random } from './fuzz/random.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const end = performance.now() + Number(values.seconds) * 1000;
/** Milliseconds: `action-timeout-s` of every case, plus the start of a process on a busy machine. */
const LIMIT = 4_000 + 8_000;

let next = 0;
let failed = 0;
const targets = new Map<string, number>();

async function runCase(number: number): Promise<void> {
  const random = new Random(seed + number * 7919);
  const services = await startServices({ github: { job: { event: 'pull_request' } } });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));
  const home = path.join(folder, 'home');
  try {
    bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });
    const { target, options } = drawCase(random, services, path.join(folder, 'workspace'), home);
    targets.set(target, (targets.get(target) ?? 0) + 1);
    const begun = performance.now();
    const run = await runAction({ ...options, timeout: 60_000 });
    const took = performance.now() - begun;
    const complaints = complaintsAbout(run);
    if (took > LIMIT) complaints.push(`it took ${Math.round(took)} ms`);
    if (!run.state['profile'] || run.exitCode === 0) {
      const post = await runPost(run);
      if (post.exitCode !== 0 || post.stderr !== '')
        complaints.push(`post step: ${post.exitCode} ${post.stderr}`);
    }
    if (target !== 'credentials file')
      complaints.push(...filesWithKeys(home).map(file => `keys left in ${file}`));
    if (complaints.length > 0) {
      failed++;
      console.log(`case ${number} (${target}; repeat it with --seed ${seed} --only ${number}):`);
      for (const complaint of complaints) console.log(`  ${JSON.stringify(complaint)}`);
      if (values.only) console.log(run.log);
    }
    await run.remove();
  } finally {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function worker(): Promise<void> {
  while (performance.now() < end) await runCase(next++);
}

console.log(`seed ${seed}`);
if (values.only) await runCase(Number(values.only));
else await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, worker));
const counts = [...targets].sort().map(([target, count]) => `${target} ${count}`);
console.log(`${values.only ? 1 : next} cases (${counts.join(', ')}), ${failed} failed`);
process.exit(failed > 0 || next + Number(values.only ?? 0) === 0 ? 1 : 0);
