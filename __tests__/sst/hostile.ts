// A hostile config in the interpreter, in a repository full of secrets.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { interpret } from '../../src/sst/sandbox/interpret.ts';
import { type Evaluation, LIMITS, type Limits, type SandboxRequest } from '../../src/sst/sandbox/request.ts';
import { projectWith, removeProjects } from './project.ts';

const SECRET = 'the-token-that-a-checkout-left';
let around: string;
export let workspace: string;

beforeAll(async () => {
  around = await projectWith({
    'outside.txt': SECRET,
    'outside.json': `{ "secret": "${SECRET}" }`,
    'repo/.git/config': SECRET,
    'repo/.git/config.json': `{ "secret": "${SECRET}" }`,
    'repo/.npmrc': SECRET,
    'repo/.env': `SECRET=${SECRET}`,
    'repo/.env.local': SECRET,
    'repo/gha-creds-1a2b.json': `{ "secret": "${SECRET}" }`,
    'repo/other/.git/config': SECRET,
    'repo/vendor/other/.git/config': SECRET,
    'repo/packages/env/.env': SECRET,
    'repo/packages/env/.npmrc': SECRET,
    'repo/packages/env/.aws/credentials': SECRET,
    'repo/packages/env/.ssh/id_rsa': SECRET,
    'repo/packages/env/index.ts': 'export const name = "env";\n',
    'repo/readable.txt': 'readable',
    'repo/sst.config.ts': '',
    'repo/addon.node': 'no addon',
    'repo/mapped.js': 'throw new Error("x");\n//# sourceMappingURL=../outside.json\n',
  });
  workspace = path.join(around, 'repo');
  await mkdir(path.join(workspace, 'node_modules/@acme'), { recursive: true });
  for (const [name, target] of Object.entries({
    'node_modules/@acme/env': '../../packages/env',
    'packages/to-outside.txt': '../../outside.txt',
    'packages/to-outside.json': '../../outside.json',
    'packages/to-git': '../.git',
    'packages/to-root': '..',
    'packages/to-nowhere': 'nowhere',
    'to-system': '/',
    'to-processes': '/proc',
  })) {
    await symlink(target, path.join(workspace, name));
  }
  // A link through a name that is not valid UTF-8, as git can check it out.
  const bytes = Buffer.concat([Buffer.from(`${workspace}/d`), Buffer.from([0xff])]);
  await symlink('/', bytes);
  await symlink(Buffer.from([0x64, 0xff]), path.join(workspace, 'infra-a'));
  execFileSync('mkfifo', [path.join(workspace, 'pipe')]);
});
afterAll(removeProjects);

export async function evaluate(
  config: string,
  more: Partial<SandboxRequest> = {},
  limits: Limits = LIMITS,
): Promise<Evaluation> {
  const { 'sst.config.ts': file } = await written({ 'sst.config.ts': config });
  return interpret(
    {
      config: file ?? '',
      workspace,
      keptOut: [],
      directory: workspace,
      stage: 'production',
      environment: { FROM: 'the-request' },
      hidden: new Map(),
      ...more,
    },
    limits,
  );
}

export async function written(files: Record<string, string>): Promise<Record<string, string>> {
  const { writeFile } = await import('node:fs/promises');
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
  return Object.fromEntries(Object.keys(files).map(name => [name, path.join(workspace, name)]));
}

/** The result of the attempt, for a config that catches every error, and the notes of the host. */
export async function tried(attempt: string): Promise<{ result: string; noted: readonly string[] }> {
  const evaluation = await evaluate(`
export default $config({
  async app() {
    const fs = await import("node:fs");
    const attempt = async () => { ${attempt} };
    let result;
    try {
      const value = await Promise.race([attempt(), new Promise(resolve => setTimeout(resolve, 500, "nothing"))]);
      result = value === "nothing" ? "nothing" : "got " + (typeof value === "string" ? value : JSON.stringify(value) ?? String(value)).slice(0, 80);
    } catch (error) {
      result = String(error.code ?? error.name);
    }
    return { result };
  },
});
`);
  if (evaluation.kind !== 'app') throw new Error(JSON.stringify(evaluation));
  const { result } = JSON.parse(evaluation.json ?? '{}');
  return { result, noted: evaluation.unchecked.map(({ what, name }) => `${what} ${name}`) };
}

/** Checks that the attempt got nothing, and was noted, although the config caught the error. */
export async function expectRefused(attempt: string): Promise<void> {
  const before = await listing(around);
  const { result, noted } = await tried(attempt);
  expect({ attempt, result }).toEqual({ attempt, result: expect.not.stringMatching(/^got /) });
  expect({ attempt, noted: noted.length }).toEqual({ attempt, noted: expect.any(Number) });
  expect({ attempt, noted }).not.toEqual({ attempt, noted: [] });
  expect(await listing(around)).toEqual(before);
}

/** All that is in the folder; links are not followed. */
async function listing(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map(async entry => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? [file, ...(await listing(file))] : [file];
  });
  return (await Promise.all(lists)).flat().sort();
}

/** The paths that a config is not allowed to read. */
const paths = {
  'the process': '/proc/self/environ',
  'the step': `/proc/${process.pid}/environ`,
  'the step, by a link': `to-processes/${process.pid}/environ`,
  "the step's output, by a link": `to-processes/${process.pid}/fd/1`,
  'the step, by a name that is not valid UTF-8': `infra-a/proc/${process.pid}/environ`,
  'the system': '/etc/passwd',
  git: '.git/config',
  'git, otherwise written': './packages/../.git/config',
  'the git of a second checkout': 'other/.git/config',
  'the git of one deeper': 'vendor/other/.git/config',
  'a token of npm': '.npmrc',
  'a token of npm, deeper': 'packages/env/.npmrc',
  'the secrets of a step': '.env',
  'more of them': '.env.local',
  'those of a package': 'packages/env/.env',
  'keys of AWS': 'packages/env/.aws/credentials',
  'keys of SSH': 'packages/env/.ssh/id_rsa',
  'the keys of another cloud': 'gha-creds-1a2b.json',
  'outside, by a link': 'packages/to-outside.txt',
  'git, by a link': 'packages/to-git/config',
  'git, by a link to the root': 'packages/to-root/.git/config',
  'the system, by a link': 'to-system/etc/passwd',
  'git, from where a link leads': 'node_modules/@acme/env/../../.git/config',
  'a link that leads nowhere': 'packages/to-nowhere',
  'a pipe': 'pipe',
  'a device': '/dev/zero',
};

/** The ways to read them. */
const ways = {
  read: (file: string) => `return fs.readFileSync(${file}, "utf8")`,
  promised: (file: string) => `return fs.promises.readFile(${file}, "utf8")`,
  'as bytes': (file: string) => `return fs.readFileSync(Buffer.from(${file}), "utf8")`,
  opened: (file: string) => `return fs.readFileSync(fs.openSync(${file}), "utf8")`,
  streamed: (file: string) =>
    `let text = ""; for await (const chunk of fs.createReadStream(${file})) text += chunk; return text`,
  'looked at': (file: string) => `return fs.existsSync(${file}) ? "there" : "nothing"`,
  'as variables': (file: string) => `process.loadEnvFile(${file}); return JSON.stringify(process.env)`,
  required: (file: string) => `return require(process.cwd() + "/" + ${file})`,
  imported: (file: string) => `return (await import(process.cwd() + "/" + ${file})).default`,
};

/**
 * Each path, by each way, as the arguments of a test.
 * @param main each path by one way and one path by each way, or else all others.
 */
export const attempts = (main: boolean) =>
  Object.entries(paths).flatMap(([name, file]) =>
    Object.entries(ways)
      .filter(([way]) => (way === 'read' || name === 'the step') === main)
      .map(([way, code]) => [name, way, code(JSON.stringify(file))] as const),
  );
