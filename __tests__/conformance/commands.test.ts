// The commands of README.md and CONTRIBUTING.md, run as a newcomer would: in a fresh clone, in the order of the page.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, root } from '../documents/links.ts';

/** Commands that are not run here, and the place in which they are run instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm cit': 'a part of .ci/run',
  'npm test': 'the second half of `npm cit`',
  'npm run build': 'the first half of `npm test`',
  'npm start': 'a part of .ci/run',
  'npm run typecheck': 'a part of .ci/run',
  'npm run test:real': 'a part of .ci/run, and this test is in it',
  'npm run test:exhaustive': 'a part of .ci/run',
  'npm run test:stress': 'a part of .ci/run',
  'npm run fuzz': 'a part of .ci/run',
  'npm run kills': 'a part of .ci/run',
  'bash .ci/real-parts': 'a part of .ci/run',
  'bash .ci/run': 'it runs this test',
};

let clone: string;
beforeAll(() => {
  clone = path.join(mkdtempSync(path.join(os.tmpdir(), 'clone-')), 'sst-creds');
});
afterAll(() => rmSync(path.dirname(clone), { recursive: true, force: true }));

/** Runs one line of a shell; returns what it printed if it failed. */
function failureOf(command: string, cwd: string): string | undefined {
  const { status, stdout, stderr } = spawnSync('bash', ['-euc', command], { cwd, encoding: 'utf8' });
  return status === 0 ? undefined : `${command} ended with ${status}:\n${stdout}\n${stderr}`;
}

/** The lines of a page's shell blocks that need no AWS account, without comments. */
function commandsIn(page: string): string[] {
  return [...read(page).matchAll(/(<!-- newcomer: aws -->\n)?^```sh\n([\s\S]*?)^```/gm)]
    .filter(([, aws]) => aws === undefined)
    .flatMap(([, , block = '']) => block.split('\n'))
    .map(line => line.replace(/\s+# .*/, '').trim())
    .filter(line => line !== '');
}

/** The commands in the first column of CONTRIBUTING.md's tables. */
function commandsInTables(): string[] {
  return [...read('CONTRIBUTING.md').matchAll(/^\| `((?:npm|bash|node) [^`]+)`/gm)].map(
    ([, line = '']) => line,
  );
}

test('from clone to the first green test, as CONTRIBUTING.md says', () => {
  const commands = commandsIn('CONTRIBUTING.md');
  expect(commands.slice(0, 2)).toEqual(['git clone https://github.com/org/sst-creds.git', 'cd sst-creds']);
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const failures = commands.slice(2).flatMap(command => failureOf(command, clone) ?? []);
  expect(failures).toEqual([]);
});

test('the other commands of README.md and CONTRIBUTING.md', () => {
  const all = [
    ...commandsIn('README.md').flatMap(line => line.split(' && ')),
    ...commandsInTables(),
    ...[...read('README.md').matchAll(/`(npm (?:start|run|test|cit)[^`]*)`/g)].map(([, line = '']) => line),
  ].filter(line => line !== 'npm ci');
  expect(all.length).toBeGreaterThan(5);
  const here = [...new Set(all)].filter(line => ELSEWHERE[line] === undefined);
  const failures = here.flatMap(
    command =>
      failureOf(command.replace('path/to/the/sst.config.ts', 'local/sample/sst.config.ts'), clone) ?? [],
  );
  expect(failures).toEqual([]);
});

test('what is run elsewhere is part of .ci/run', () => {
  const gate = readFileSync(path.join(root, '.ci/run'), 'utf8');
  for (const command of [
    'npm cit',
    'npm start',
    'npm run typecheck',
    'npm run test:real',
    'npm run test:exhaustive',
    'npm run test:stress',
    'npm run fuzz',
    'npm run kills',
    'bash .ci/real-parts',
  ])
    expect(gate).toContain(` ${command}`);
});
