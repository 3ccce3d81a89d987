import { access } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { bootstrapAsSst } from './aws/bootstrap.ts';
import type { LocalAws } from './aws/server.ts';
import { helpText, parseOptions, type StartOptions } from './options.ts';
import { readAction } from './runner/action.ts';
import { jobOf } from './runner/environment.ts';
import { type Run, removeRuns, runAction, runPost } from './runner/run.ts';
import { startWorld, type World } from './world.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = fileURLToPath(new URL('./sample', import.meta.url));

/** `npm start`: one job, as its owner would see it. Its exit code is the action's. */
async function main(args: string[]): Promise<number> {
  let options: StartOptions;
  try {
    options = parseOptions(args);
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 2);
  }
  if (options.help) {
    process.stdout.write(helpText());
    return 0;
  }
  const action = await readAction(ROOT);
  if (!(await exists(action.main))) {
    return complain('dist/ is not there: build the action first, with `npm run build`.', 1);
  }
  if (options.config !== undefined && !(await exists(options.config))) {
    return complain(`--config: there is no file ${options.config}`, 2);
  }
  const { latency, event } = options;
  // The ID token and the runner speak of the same job.
  const world = await startWorld({ aws: { latency }, github: { latency, job: jobOf({ event }) } });
  try {
    return await runJob(world, options);
  } finally {
    await world.close();
    await removeRuns();
  }
}

async function runJob(world: World, options: StartOptions): Promise<number> {
  // `ensure` has something to do on an empty account only.
  if (!options.empty && options.bootstrap !== 'ensure') bootstrapOnSight(world.aws, world.account);
  const { AWS_ENDPOINT_URL = '', GITHUB_API_URL = '', ...permission } = world.env;
  const { inputs, workspace } = await project(options);
  const run = await runAction({
    workspace,
    with: { ...inputs, ...chosen(options, world), ...options.inputs },
    env: { AWS_ENDPOINT_URL, GITHUB_API_URL, ...(options.idToken && permission), ...options.env },
    job: world.github.job,
    debug: options.debug,
  });
  section('The log of the step', colourful(run.log));
  section('The environment that the next step gets', assignments(run, run.exported));
  section('The outputs', assignments(run, run.outputs));
  section('The job summary', run.mask(run.summary) || 'none\n');
  if (options.debug) section('What AWS was asked', asked(world.aws));
  const post = await runPost(run);
  if (post.conclusion === 'skipped') section('The post step', 'skipped, by its post-if\n');
  else section('The post step', colourful(post.log) || 'prints nothing\n');
  section('The environment after it', assignments(post, post.exported));
  return run.exitCode ?? 1;
}

/** The inputs that the options stand for. */
function chosen(options: StartOptions, world: World): Record<string, string> {
  const { region, stage, bootstrap, profileGuard, role = world.role.arn } = options;
  return {
    'role-to-assume': role,
    ...(stage && { stage }),
    ...(region && { 'aws-region': region }),
    ...(bootstrap && { bootstrap }),
    ...(profileGuard && { 'profile-guard': profileGuard }),
  };
}

/** The checkout that the job works in: the sample, or the repository around somebody's own sst.config.ts. */
async function project({
  config,
}: StartOptions): Promise<{ workspace: string; inputs: Record<string, string> }> {
  if (config === undefined) return { workspace: SAMPLE, inputs: {} };
  const file = resolve(config);
  const workspace = (await repositoryAround(dirname(file))) ?? dirname(file);
  const folder = relative(workspace, dirname(file));
  return {
    workspace,
    inputs: {
      ...(folder && { 'working-directory': folder }),
      ...(basename(file) !== 'sst.config.ts' && { 'sst-config': relative(workspace, file) }),
    },
  };
}

async function repositoryAround(folder: string): Promise<string | undefined> {
  if (await exists(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryAround(dirname(folder));
}

/** Bootstraps each region as SST would have, just before the job first looks for its record: which region, the config may say. */
function bootstrapOnSight(aws: LocalAws, account: string): void {
  const seen = new Set<string>();
  aws.onRequest = ({ service, region }) => {
    if (service !== 'ssm' || seen.has(region)) return;
    seen.add(region);
    bootstrapAsSst(aws, { account, region });
  };
}

function section(title: string, content: string): void {
  process.stdout.write(`\n${styleText('bold', `── ${title} ──`)}\n\n${content}`);
}

/** Errors red and warnings yellow, on a terminal. */
function colourful(log: string): string {
  return log
    .replace(/^ *Error: .*$/gm, line => styleText('red', line))
    .replace(/^ *Warning: .*$/gm, line => styleText('yellow', line));
}

function assignments(run: Run, values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${run.mask(value)}\n`);
  return lines.length > 0 ? lines.join('') : 'nothing\n';
}

function asked(aws: LocalAws): string {
  return aws.requests
    .map(
      ({ service, action, region, status, code }) =>
        `${status ?? '---'} ${service}:${action} ${region} ${code ?? ''}`,
    )
    .map(line => `${line.trimEnd()}\n`)
    .join('');
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(`npm start: ${message.split('\n')[0]}\n`);
  return exitCode;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

// Whoever reads only the beginning (`npm start | head`) ends nothing: the job runs on and cleans up.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));
