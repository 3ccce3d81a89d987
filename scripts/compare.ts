// Runs this action and configure-aws-credentials side by side, on the local endpoints, case by case, and tells what they
// do otherwise: `npm run compare -- FILE`, FILE being its dist/index.js. Exits with 1 where a difference is not meant.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { CASES, type Case } from '../local/peer/cases.ts';
import { differences } from '../local/peer/compare.ts';
import { told } from '../local/peer/observe.ts';
import { actionOf, runCase } from '../local/peer/run.ts';

const HELP = `npm run compare -- FILE [--case TEXT] [--requests]

  FILE          configure-aws-credentials' dist/index.js
  --case TEXT   only the cases with TEXT in their name
  --requests    show what each action asked, exported and wrote
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    case: { type: 'string', default: '' },
    requests: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Whether a case came out as it was meant to. */
type Verdict = 'identical' | 'meant' | 'NOT MEANT' | 'NO LONGER DIFFERENT';

async function main(): Promise<number> {
  const file = positionals[0];
  if (values.help || file === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  if (!existsSync(file)) {
    process.stderr.write(`npm run compare: there is no file ${file}\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    const peer = actionOf(resolve(file), folder);
    const chosen = CASES.filter(one => one.name.includes(values.case));
    const verdicts: Verdict[] = [];
    for (const one of chosen) verdicts.push(await compare(one, peer));
    const wrong = verdicts.filter(verdict => verdict === verdict.toUpperCase()).length;
    const count = (verdict: Verdict) => verdicts.filter(other => other === verdict).length;
    process.stdout.write(
      `\n${chosen.length} cases: ${count('identical')} identical, ${count('meant')} different as meant, ${wrong} not as meant\n`,
    );
    return wrong > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(one: Case, peer: string): Promise<Verdict> {
  const [ours, peers] = [await runCase(one), await runCase(one, peer)];
  const found = differences(ours, peers);
  const verdict = verdictOf(one, found);
  const colour = verdict === 'identical' ? 'green' : verdict === 'meant' ? 'yellow' : 'red';
  process.stdout.write(`${styleText(colour, verdict.padEnd(20))} ${one.name}\n`);
  print('meant', one.differs?.map(meant => meant.why) ?? []);
  print('differs', found);
  if (values.requests) {
    print('this action', told(ours));
    print('the peer', told(peers));
  }
  return verdict;
}

/** Every difference must be accounted for, and every account must have one. */
function verdictOf({ differs = [] }: Case, found: readonly string[]): Verdict {
  if (found.some(line => !differs.some(meant => meant.lines.test(line)))) return 'NOT MEANT';
  if (differs.some(meant => !found.some(line => meant.lines.test(line)))) return 'NO LONGER DIFFERENT';
  return differs.length === 0 ? 'identical' : 'meant';
}

function print(title: string, lines: readonly string[]): void {
  for (const line of lines) {
    process.stdout.write(`    ${styleText('dim', `${title}:`)} ${line.replaceAll('\n', '\n      ')}\n`);
  }
}

process.exitCode = await main();
