// Configs and .env files that use as much time and memory as they can get, in the built dist/. Each must end with one
// clear error within its limit. Nothing is exported, and the step's memory stays below 1 GB.
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { withBody } from '../sst/cases/case.ts';

let services: LocalServices;
let workspace: string;
beforeEach(async () => {
  services = await startServices();
  workspace = await mkdtemp(path.join(os.tmpdir(), 'config-limits-'));
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const at = (name: string) => path.join(workspace, name);
const config = (body: string) => writeFile(at('sst.config.ts'), withBody(body));
const plain = () => config('return { name: "shop", home: "aws" };');

/** The peak of the process's memory in megabytes, from Linux. 0 if the process has ended. */
function peak(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Checks that the step stopped with one error, exported nothing, and stayed below 1 GB. @returns the error's text. */
async function stopped(): Promise<string> {
  let most = 0;
  let watch: NodeJS.Timeout | undefined;
  const run: Run = await runAction({
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': services.role.arn,
      stage: 'production',
      bootstrap: 'skip',
    },
    workspace,
    env: services.env,
    onStart: child => {
      watch = setInterval(() => {
        most = Math.max(most, peak(child.pid));
      }, 20);
    },
  });
  clearInterval(watch);
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect([run.exitCode, errors.length, run.exported]).toEqual([1, 1, {}]);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(1024);
  return errors[0]?.message ?? '';
}

test('a loop without end', async () => {
  await config('for (;;);');
  expect(await stopped()).toContain('within 15 s');
});

test.each([
  ['a loop that catches what stops it', 'for (;;) { try { for (;;); } catch {} }', 'within 15 s'],
  ['ten gigabytes', 'return new Uint8Array(10 * 2 ** 30);', 'rangeerror in the line'],
  [
    'objects without end',
    'const all = []; for (;;) all.push({ text: "x".repeat(1e5) + all.length });',
    'out of memory',
  ],
  ['a text that doubles', 'let text = "x"; for (;;) text += text;', 'internalerror in the line'],
  ['deep recursion', 'const f = () => f() + 1; return f();', 'internalerror in the line'],
  ['a promise that never resolves', 'await new Promise(() => {});', 'a promise that never resolves'],
])('%s', async (_, body, words) => {
  await config(body);
  expect((await stopped()).toLowerCase()).toContain(words);
});

test('ten thousand modules', async () => {
  await config('await import("./many/m0"); return { name: "shop", home: "aws" };');
  await mkdir(at('many'));
  for (let n = 0; n < 10_000; n += 1) await writeFile(at(`many/m${n}.ts`), `export * from "./m${n + 1}";\n`);
  await writeFile(at('many/m10000.ts'), 'export const a = 1;\n');
  expect(await stopped()).toMatch(/more than 2000 modules|within 15 s/);
});

test('a module of 100 MB', async () => {
  await config('await import("./large"); return { name: "shop", home: "aws" };');
  await writeFile(at('large.ts'), `export const a = 1; // ${'x'.repeat(100 * 2 ** 20)}\n`);
  expect(await stopped()).toContain('large.ts is larger than 10 MB');
});

test('a .env file of 1 GB', async () => {
  await plain();
  await writeFile(at('.env'), 'A=1\n');
  await truncate(at('.env'), 2 ** 30);
  expect(await stopped()).toContain('.env is larger than 1 MB');
});

test.each([
  ['/dev/zero', 'is outside the workspace'],
  ['/etc/passwd', 'is outside the workspace'],
  ['nowhere', 'is a link that leads nowhere'],
  ['.git/config', 'is in a folder that might hold secrets'],
])('.env that is a link to %s', async (target, words) => {
  await plain();
  await mkdir(at('.git'));
  await writeFile(at('.git/config'), 'AWS_PROFILE=acme\n');
  await symlink(target, at('.env'));
  expect(await stopped()).toContain(words);
});

test('variables that stand for one another', async () => {
  await plain();
  const lines = Array.from({ length: 30 }, (_, n) => `A${n + 1}=$A${n}$A${n}`);
  await writeFile(at('.env'), ['A0=xxxxxxxxxxxxxxxx', ...lines, ''].join('\n'));
  expect(await stopped()).toContain('expands to more than 1 MB');
});
