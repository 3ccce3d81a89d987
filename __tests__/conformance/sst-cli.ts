import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The versions of SST that .ci/real-parts installs, and the version of Pulumi that each requires. */
export const VERSIONS = {
  '3.0.130': { folder: 'sst-cli-3.0.130', pulumi: 'v3.115.2' },
  '3.19.3': { folder: 'sst-cli-3.19.3', pulumi: 'v3.210.0' },
  '4.1.8': { folder: 'sst-cli-4.1.8', pulumi: 'v3.215.0' },
  '4.5.12': { folder: 'sst-cli-4.5.12', pulumi: 'v3.215.0' },
  '4.17.1': { folder: 'sst-cli', pulumi: 'v3.215.0' },
} as const;

/** The newest of them: the default. */
export const NEWEST = '4.17.1' satisfies keyof typeof VERSIONS;

/** The last version of SST 3.0, the oldest that is supported. */
export const OLDEST = '3.0.130' satisfies keyof typeof VERSIONS;

// It stops because the profile does not exist: after it has installed its tools, and before its first request to AWS.
const CONFIG = `export default $config({
  app() {
    return { name: 'shop', home: 'aws', providers: { aws: { profile: 'not-there' } } };
  },
  async run() {},
});
`;

/** A run of the CLI, with its log. */
export interface SstRun {
  readonly exitCode: number | null;
  /** Everything it printed, with the log. */
  readonly output: string;
  /** `msg="aws credentials found"`: the settings with which SST initialised AWS. */
  readonly aws?: { readonly region: string; readonly profile: string };
  /** `msg="loaded config"`. */
  readonly loaded?: { readonly app: string; readonly stage: string };
  /** `msg="exited with error"`: why it stopped; `<nil>` if it only printed a message for people. */
  readonly error?: string;
}

/** A folder with a project, for which the CLI has installed its tools. */
export interface SstProject {
  /** Absolute. */
  readonly folder: string;
  /**
   * Removes the project's files, except those that the CLI installed, and writes these files, by their path in the
   * project.
   */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /**
   * Runs the CLI: by default `sst secret list`, which reads the config, initialises AWS, bootstraps, and stops there.
   *
   * @param cwd the working directory, from the project's folder. @param env in addition to the CLI's own variables:
   * AWS_ENDPOINT_URL, the credentials. @param kill kills the CLI when it is aborted.
   */
  run(options: {
    readonly args?: readonly string[];
    readonly cwd?: string;
    readonly env: Readonly<Record<string, string>>;
    readonly kill?: AbortSignal;
  }): Promise<SstRun>;
}

/** The real SST CLI, ready to run without the internet. */
export interface Sst {
  /** A home of its own, shared by all projects: `~/.aws` goes there. */
  readonly home: string;
  /** The CLI's command, as npm installs it: a wrapper in Node that starts the program. */
  readonly cli: string;
  /** A further project; projects can be run side by side. */
  project(): Promise<SstProject>;
  close(): Promise<void>;
}

/**
 * Prepares the CLI in a scratch folder, with a stand-in for Pulumi (pulumi.sh) and an npm that installs nothing.
 * Neither is needed to read a config, to initialise AWS and to bootstrap. The first run asks the npm registry for the
 * version of the AWS provider. Later runs send no request.
 *
 * @param options.version of VERSIONS; the newest if none is given.
 * @param options.install the real npm instead, for what needs the provider packages; takes about a minute.
 */
export async function openSst(
  options: { readonly install?: boolean; readonly version?: keyof typeof VERSIONS } = {},
): Promise<Sst> {
  const { folder: installedAt, pulumi } = VERSIONS[options.version ?? NEWEST];
  const modules = path.join(root, '.cache', installedAt, 'node_modules');
  // Without the wrapper: starting Node for each of some hundred runs takes half a minute.
  const program = path.join(modules, `sst-${process.platform}-${process.arch}/bin/sst`);
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'sst-cli-'));
  const home = path.join(scratch, 'home');
  const standIn = path.join(import.meta.dirname, 'pulumi.sh');
  const bin = path.join(home, '.config/sst/bin');
  await script(path.join(bin, 'pulumi'), `PULUMI_STAND_IN=${pulumi} exec sh '${standIn}' "$@"`);
  // SST 3.0 also looks for these two. It runs neither of them here.
  await script(path.join(bin, 'bun'), 'echo 1.1.24');
  await script(path.join(bin, 'uv'), 'echo uv 0.3.2');
  if (!options.install) await script(path.join(scratch, 'bin/npm'), 'exit 0');
  const template = path.join(scratch, 'template');
  await mkdir(template, { recursive: true });
  await writeFile(path.join(template, 'sst.config.ts'), CONFIG);
  const first = await runCli(program, scratch, template, ['secret', 'list', '--stage', 'dev'], {});
  const platform = path.join(template, '.sst/platform');
  const installed: string[] = await readdir(platform).catch(() => []);
  if (!installed.includes('version'))
    throw new Error(`The SST CLI did not install its platform: ${first.output}`);

  return {
    home,
    cli: path.join(modules, '.bin/sst'),
    project: async () => {
      const folder = await mkdtemp(path.join(scratch, 'project-'));
      await link(template, folder);
      return {
        folder,
        write: async files => {
          for (const name of await readdir(folder)) {
            if (name !== '.sst') await rm(path.join(folder, name), { recursive: true });
          }
          await rm(path.join(folder, '.sst/stage'), { force: true });
          for (const [name, text] of Object.entries(files)) {
            await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
            await writeFile(path.join(folder, name), text);
          }
        },
        run: ({ args = ['secret', 'list'], cwd = '.', env, kill }) =>
          runCli(program, scratch, path.join(folder, cwd), args, env, kill),
      };
    },
    close: () => rm(scratch, { recursive: true, force: true }),
  };
}

/** Links the installed files of one project into another, without its bundles (`sst.config.….mjs`). */
async function link(from: string, to: string): Promise<void> {
  const platform = path.join('.sst', 'platform');
  await mkdir(path.join(to, platform, 'node_modules'), { recursive: true });
  for (const name of await readdir(path.join(from, platform))) {
    if (!name.startsWith('sst.config') && name !== 'node_modules') {
      await symlink(path.join(from, platform, name), path.join(to, platform, name));
    }
  }
  for (const name of await readdir(path.join(from, platform, 'node_modules')).catch(() => [])) {
    await symlink(
      path.join(from, platform, 'node_modules', name),
      path.join(to, platform, 'node_modules', name),
    );
  }
  await symlink(path.join(from, '.sst/provider-lock.json'), path.join(to, '.sst/provider-lock.json'));
}

async function script(file: string, body: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}

async function runCli(
  program: string,
  scratch: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  kill?: AbortSignal,
): Promise<SstRun> {
  const bins = [path.join(scratch, 'bin'), path.join(root, 'node_modules/.bin'), process.env['PATH']];
  const child = spawn(program, [...args, '--print-logs'], {
    cwd,
    env: {
      ...machine(),
      PATH: bins.join(path.delimiter),
      HOME: path.join(scratch, 'home'),
      TMPDIR: os.tmpdir(),
      SST_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      SST_NO_BUN: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: kill !== undefined,
  });
  // SST starts programs itself: they are killed with it.
  kill?.addEventListener('abort', () => child.pid && process.kill(-child.pid, 'SIGKILL'));
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, output, ...read(output) };
}

/** The variables that are needed to reach a registry on this machine: certificates, proxies. None of AWS, and no CI. */
function machine(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined &&
      /^(SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy|npm_config_registry)$/i.test(name)
        ? [[name, value]]
        : [],
    ),
  );
}

function read(output: string): Pick<SstRun, 'aws' | 'loaded' | 'error'> {
  const lines = output.split('\n').map(fields);
  const told = (message: string) => lines.find(({ msg }) => msg === message);
  const [aws, loaded, error] = ['aws credentials found', 'loaded config', 'exited with error'].map(told);
  return {
    ...(aws ? { aws: { region: aws['region'] ?? '', profile: aws['profile'] ?? '' } } : {}),
    ...(loaded ? { loaded: { app: loaded['app'] ?? '', stage: loaded['stage'] ?? '' } } : {}),
    ...(error ? { error: error['err'] ?? '' } : {}),
  };
}

/** A line of Go's slog: `level=INFO msg="aws credentials found" region=us-east-1 profile=""`. */
function fields(line: string): Record<string, string> {
  return Object.fromEntries(
    [...line.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|\S*)/g)].map(([, name, value = '']) => [
      name,
      value.startsWith('"') ? unquoted(value) : value,
    ]),
  );
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1); // Go escapes a few characters that JSON does not.
  }
}
