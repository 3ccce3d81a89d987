// Runs this action on the local services, case by case, and prints the differences from configure-aws-credentials. It
// uses the recording, or with FILE the dist/index.js of that action. Exits with 1 if a difference is not intended.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { CASES, type Case } from '../local/peer/cases.ts';
import { differences, judge } from '../local/peer/compare.ts';
import { type Observation, told } from '../local/peer/observe.ts';
import { readRecording, writeRecording } from '../local/peer/recorded.ts';
import { actionOf, runCase } from '../local/peer/run.ts';

const HELP = `npm run compare -- [FILE] [--case TEXT] [--requests] [--record VERSION]

  FILE              dist/index.js of configure-aws-credentials; without it, its recorded behaviour is taken
  --case TEXT       only the cases with TEXT in their name
  --requests        show what each action asked, exported and wrote
  --record VERSION  record what FILE does, as that version's, instead of comparing
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    case: { type: 'string', default: '' },
    requests: { type: 'boolean', default: false },
    record: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** The effects of the peer in a case. */
type Peer = (one: Case) => Promise<Observation>;
type Verdict = 'identical' | 'meant' | 'NOT MEANT';

async function main(): Promise<number> {
  const [file] = positionals;
  if (values.help || (values.record !== undefined && file === undefined)) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  if (file === undefined) return compareAll(async one => recorded(one));
  if (!existsSync(file)) {
    process.stderr.write(`npm run compare: there is no file ${file}\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    const action = actionOf(resolve(file), folder);
    const peer: Peer = one => runCase(one, action);
    return values.record === undefined ? await compareAll(peer) : await record(peer, values.record);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { cases } = readRecording();
function recorded({ name }: Case): Observation {
  const found = cases[name];
  if (!found) throw new Error(`The case "${name}" was not recorded yet: see npm run compare -- --help`);
  return found;
}

async function record(peer: Peer, version: string): Promise<number> {
  const seen: Record<string, Observation> = {};
  for (const one of CASES) seen[one.name] = await peer(one);
  writeRecording({ version, cases: seen });
  return 0;
}

async function compareAll(peer: Peer): Promise<number> {
  const chosen = CASES.filter(one => one.name.includes(values.case));
  const verdicts: Verdict[] = [];
  for (const one of chosen) verdicts.push(await compare(one, peer));
  const count = (verdict: Verdict) => verdicts.filter(other => other === verdict).length;
  const wrong = count('NOT MEANT');
  process.stdout.write(
    `\n${chosen.length} cases: ${count('identical')} identical, ${count('meant')} different as meant, ${wrong} not as meant\n`,
  );
  return wrong > 0 ? 1 : 0;
}

async function compare(one: Case, peer: Peer): Promise<Verdict> {
  const [ours, peers] = [await runCase(one), await peer(one)];
  const found = differences(ours, peers);
  const { unexpected, missing } = judge(one, found);
  const verdict = unexpected.length + missing.length > 0 ? 'NOT MEANT' : one.differs ? 'meant' : 'identical';
  const colour = verdict === 'identical' ? 'green' : verdict === 'meant' ? 'yellow' : 'red';
  process.stdout.write(`${styleText(colour, verdict.padEnd(10))} ${one.name}\n`);
  print('meant', one.differs?.map(meant => meant.why) ?? []);
  print('differs', found);
  print('no longer different', missing);
  if (values.requests) {
    print('this action', told(ours));
    print('the peer', told(peers));
  }
  return verdict;
}

function print(title: string, lines: readonly string[]): void {
  for (const line of lines) {
    process.stdout.write(`    ${styleText('dim', `${title}:`)} ${line.replaceAll('\n', '\n      ')}\n`);
  }
}

process.exitCode = await main();
