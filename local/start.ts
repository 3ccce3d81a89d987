import { access } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { bootstrapAsSst } from './aws/bootstrap.ts';
import { putObject } from './aws/s3-objects.ts';
import type { LocalAws } from './aws/server.ts';
import { type BootstrapState, helpText, parseOptions, type StartOptions } from './options.ts';
import { readAction } from './runner/action.ts';
import { jobOf } from './runner/environment.ts';
import { type Run, removeRuns, runAction, runPost } from './runner/run.ts';
import { type LocalServices, startServices } from './services.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = fileURLToPath(new URL('./sample', import.meta.url));

/** `npm start`: runs one job, and shows it as its owner would see it. The exit code is the action's. */
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
  // The ID token and the runner describe the same job.
  const services = await startServices({ aws: { latency }, github: { latency, job: jobOf({ event }) } });
  try {
    return await runJob(services, options);
  } finally {
    await services.close();
    await removeRuns();
  }
}

async function runJob(services: LocalServices, options: StartOptions): Promise<number> {
  // `ensure` does something only in an empty account.
  const { bootstrapState: state } = options;
  if (state !== 'missing' && (state || options.bootstrap !== 'ensure'))
    bootstrapOnSight(services.aws, services.account, state);
  const { AWS_ENDPOINT_URL = '', GITHUB_API_URL = '', ...permission } = services.env;
  const { inputs, workspace } = await project(options);
  const run = await runAction({
    ...(workspace && { workspace }),
    with: { ...inputs, ...chosen(options, services), ...options.inputs },
    env: { AWS_ENDPOINT_URL, GITHUB_API_URL, ...(options.idToken && permission), ...options.env },
    job: services.github.job,
    debug: options.debug,
  });
  section('The log of the step', colourful(run.log));
  section('The annotations on the run', annotations(run));
  section('The environment that the next step gets', assignments(run, run.exported));
  section('The outputs', assignments(run, run.outputs));
  section('The job summary', run.mask(run.summary) || 'none\n');
  if (options.comment)
    section('The comment on the pull request', services.github.comments.all[0]?.body ?? 'none\n');
  if (options.debug) section('What AWS was asked', asked(services.aws));
  const post = await runPost(run);
  if (post.conclusion === 'skipped') section('The post step', 'skipped, by its post-if\n');
  else section('The post step', colourful(post.log) || 'prints nothing\n');
  section('The environment after it', assignments(post, post.exported));
  return run.exitCode ?? 1;
}

/** The inputs for these options. */
function chosen(options: StartOptions, services: LocalServices): Record<string, string> {
  const { region, stage, bootstrap, profileGuard, role = services.role.arn } = options;
  return {
    'role-to-assume': role,
    ...(stage && { stage }),
    ...(region && { 'aws-region': region }),
    ...(bootstrap && { bootstrap }),
    ...(profileGuard && { 'profile-guard': profileGuard }),
    ...(options.comment && { comment: 'true', 'github-token': 'ghs_localtoken' }),
  };
}

/** The checkout that the job works in: the sample, the repository around somebody's own sst.config.ts, or an empty folder. */
async function project({
  config,
  noConfig,
}: StartOptions): Promise<{ workspace?: string; inputs: Record<string, string> }> {
  if (noConfig) return { inputs: {} };
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

/**
 * Bootstraps each region like SST, just before the job reads the record for the first time. The config might choose the
 * region.
 */
function bootstrapOnSight(aws: LocalAws, account: string, state: BootstrapState | undefined): void {
  const seen = new Set<string>();
  aws.onRequest = ({ service, region, params }) => {
    if (service !== 'ssm' || seen.has(region)) return;
    seen.add(region);
    const record = bootstrapAsSst(aws, { account, region, ...(state === 'outdated' && { version: 3 }) });
    if (state === 'broken') aws.state.buckets.delete(record.state);
    // The action asks for the passphrase beside the record: now app and stage are known.
    const [passphrase, deployed] = /\/sst\/passphrase\/([\w-]+\/[\w-]+)/.exec(JSON.stringify(params)) ?? [];
    const bucket = aws.state.buckets.get(record.state);
    if (state !== 'locked' || !passphrase || !bucket) return;
    const now = Date.now();
    const history = [{ value: 'local', type: 'SecureString' as const, version: 1, modified: now }];
    aws.state.region(account, region).parameters.set(passphrase, { name: passphrase, history });
    putObject(bucket, `app/${deployed}.json`, '{}', now);
    putObject(bucket, `lock/${deployed}.json`, LOCK, now);
    putObject(
      bucket,
      `update/${deployed}/${UPDATE}.json`,
      JSON.stringify({ id: UPDATE, command: 'deploy' }),
      now,
    );
  };
}

/** An update's ID, which tells when it began (24 November 2026), and the lock of the deploy that began it. */
const UPDATE = 'fe6549d80bff000000000000';

const LOCK = JSON.stringify({
  created: '2026-11-24T12:00:00Z',
  updateID: UPDATE,
  runID: '',
  command: 'deploy',
  ignore: true,
});

/** Level, title and place of each annotation, as GitHub shows them beside the code. */
function annotations(run: Run): string {
  const lines = run.annotations.map(({ level, title, file, line, col }) => {
    const place = [file, line, col].filter(part => part !== undefined).join(':');
    return `${level}: ${title}${place ? ` (${place})` : ''}\n`;
  });
  return lines.join('') || 'none\n';
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

// If a reader closes the pipe early (`npm start | head`), the job continues and cleans up.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));
