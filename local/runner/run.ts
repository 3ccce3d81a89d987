import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job } from '../github/claims.ts';
import { type Action, holds, inputVariables, readAction, unexpectedInputs } from './action.ts';
import { type Annotation, type Mask, Output } from './commands.ts';
import { eventOf, jobOf, type StepFolders, stepEnvironment } from './environment.ts';
import { parseCommandFile, parseEnvironmentFile } from './files.ts';

export interface RunOptions {
  /** The folder with action.yml. Default: the repository's root. */
  action?: string;
  /** The step's `with:`. */
  with?: Record<string, string>;
  /** The job's environment, in addition to the runner's variables. Undefined removes a variable. */
  env?: Record<string, string | undefined>;
  /** The job's repository, ref, event and so on. */
  job?: Partial<Job>;
  /** The event's payload, or a text instead. Default: made from the job. */
  event?: Record<string, unknown> | string;
  /** Files in place of the runner's own: `{ GITHUB_ENV: '/dev/full' }`. */
  files?: Record<string, string>;
  /** The program that runs the action, instead of this process's Node. */
  node?: string;
  /** GITHUB_WORKSPACE, in which the step runs. Default: an empty folder. */
  workspace?: string;
  /** HOME. Default: an empty folder. */
  home?: string;
  /** RUNNER_TEMP. Default: an empty folder. */
  temp?: string;
  /** The value of `${{ github.token }}`. */
  githubToken?: string;
  /** With debug logging, as after "Re-run jobs with debug logging". */
  debug?: boolean;
  /** The step is killed after this many milliseconds. Default: 60 s. */
  timeout?: number;
  /** Called with the action's process after its start. */
  onStart?(child: ChildProcess): void;
}

/** A step that was run: its output, its files and its results. */
export interface Run {
  /** Of the process; null if a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /**
   * The step's result in the job. It is also a failure if the runner refuses a command file, and it is skipped if
   * post-if is false.
   */
  conclusion: 'success' | 'failure' | 'skipped';
  stdout: string;
  stderr: string;
  /** In the order in which they were given; in a post step, main's first. */
  masks: Mask[];
  annotations: Annotation[];
  /** The environment of later steps. */
  exported: Record<string, string>;
  outputs: Record<string, string>;
  state: Record<string, string>;
  path: string[];
  /** The job summary, markdown, unmasked. */
  summary: string;
  /** The log as a person sees it. */
  log: string;
  /** The reasons why the runner would refuse the step's files. Empty if there are none. */
  refused: string[];
  /** A text as the runner would show it, with all masks of this run. */
  mask(text: string): string;
  /** HOME and RUNNER_TEMP of the run, there until `remove`. */
  home: string;
  temp: string;
  /** Removes the folders that were made for this run. */
  remove(): Promise<void>;
  /** The state for `runPost`. */
  options: RunOptions;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const left = new Set<string>();

/** Runs the action's main as the runner would. A failing action is not an exception: see the returned Run. */
export async function runAction(options: RunOptions = {}): Promise<Run> {
  const action = await readAction(options.action ?? ROOT);
  return step(action, action.main, options, { state: {}, masks: [] });
}

/** Runs the action's post, with the state that main saved, in the environment that main exported to. */
export async function runPost(run: Run, options: RunOptions = {}): Promise<Run> {
  const merged: RunOptions = {
    ...run.options,
    home: run.home,
    temp: run.temp,
    ...options,
    env: { ...run.options.env, ...run.exported, ...options.env },
  };
  const action = await readAction(merged.action ?? ROOT);
  if (!action.post) throw new Error('The action has no post step.');
  if (!holds(action.postIf, merged.env ?? {}, run.conclusion === 'failure')) return skipped(run, merged);
  const state = Object.entries(run.state).map(([name, value]) => [`STATE_${name}`, value]);
  return step(action, action.post, merged, { state: Object.fromEntries(state), masks: run.masks });
}

function skipped(run: Run, options: RunOptions): Run {
  const nothing = { stdout: '', stderr: '', log: '', summary: '' };
  const empty = { annotations: [], exported: {}, outputs: {}, state: {}, path: [], refused: [] };
  return { ...run, ...nothing, ...empty, exitCode: 0, signal: null, conclusion: 'skipped', options };
}

/** Removes the folders of all runs that were not removed one by one. */
export async function removeRuns(): Promise<void> {
  await Promise.all([...left].map(folder => rm(folder, { recursive: true, force: true })));
  left.clear();
}

/** The results of the job's earlier steps. */
interface Before {
  state: Record<string, string>;
  masks: Mask[];
}

async function step(action: Action, script: string, options: RunOptions, before: Before): Promise<Run> {
  const job = jobOf(options.job);
  const root = await mkdtemp(join(tmpdir(), 'sst-creds-run-'));
  left.add(root);
  const folders = await makeFolders(root, options, options.event ?? eventOf(job));
  const given = options.with ?? {};
  const env = {
    ...stepEnvironment(job, folders),
    ...(options.debug && { RUNNER_DEBUG: '1' }),
    ...options.env,
    ...inputVariables(action, given, options.githubToken ?? ''),
    ...before.state,
    // The runner sets its own variables last: nobody can override the paths of the files.
    ...folders.files,
    ...options.files,
  };
  const output = new Output(options.debug ?? false, before.masks);
  const unexpected = unexpectedInputs(action, given).map(name => `'${name}'`);
  if (unexpected.length > 0) {
    const valid = Object.keys(action.inputs).map(name => `'${name}'`);
    const message = `Unexpected input(s) ${unexpected.join(', ')}, valid inputs are [${valid.join(', ')}]`;
    output.annotate({ level: 'warning', message });
  }
  const ended = await execute(script, env, folders.workspace, output, options);
  const written = await collect(folders, output);
  return {
    ...ended,
    ...written,
    conclusion: ended.exitCode === 0 && written.refused.length === 0 ? 'success' : 'failure',
    masks: output.masks,
    annotations: output.annotations,
    log: output.log,
    mask: text => output.mask(text),
    home: folders.home,
    temp: folders.temp,
    remove: async () => {
      await rm(root, { recursive: true, force: true });
      left.delete(root);
    },
    options,
  };
}

async function makeFolders(
  root: string,
  options: RunOptions,
  event: Record<string, unknown> | string,
): Promise<StepFolders> {
  const at = (name: string) => join(root, name);
  const names = ['ENV', 'OUTPUT', 'STATE', 'PATH', 'STEP_SUMMARY'];
  const files = Object.fromEntries(
    names.map(name => [`GITHUB_${name}`, at(`file-commands/${name.toLowerCase()}`)]),
  );
  const folders: StepFolders = {
    home: options.home ?? at('home'),
    temp: options.temp ?? at('temp'),
    workspace: options.workspace ?? at('workspace'),
    event: at('event.json'),
    files,
  };
  const made = [folders.home, folders.temp, folders.workspace, at('file-commands')];
  await Promise.all(made.map(folder => mkdir(folder, { recursive: true })));
  await writeFile(folders.event, typeof event === 'string' ? event : JSON.stringify(event));
  await Promise.all(Object.values(files).map(file => writeFile(file, '')));
  return folders;
}

type Ended = Pick<Run, 'exitCode' | 'signal' | 'stdout' | 'stderr'>;

/** Runs the script in a separate process, so that the servers in this one can answer. */
function execute(
  script: string,
  env: Record<string, string | undefined>,
  cwd: string,
  output: Output,
  options: RunOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), options.timeout ?? 60_000);
    // The runner looks for commands in both streams.
    const stdout = follow(child.stdout, output);
    const stderr = follow(child.stderr, output);
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, stdout: stdout(), stderr: stderr() });
    });
    options.onStart?.(child);
  });
}

/**
 * Passes each line to the output when it arrives. The returned function passes the last line, and returns everything
 * that was printed.
 */
function follow(stream: NodeJS.ReadableStream, output: Output): () => string {
  let all = '';
  let read = 0;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    all += chunk;
    for (let end = all.indexOf('\n', read); end >= 0; end = all.indexOf('\n', read)) {
      output.take(all.slice(read, end).replace(/\r$/, ''), read);
      read = end + 1;
    }
  });
  return () => {
    if (read < all.length) output.take(all.slice(read), read);
    return all;
  };
}

type Written = Pick<Run, 'exported' | 'outputs' | 'state' | 'path' | 'summary' | 'refused'>;

async function collect(folders: StepFolders, output: Output): Promise<Written> {
  const read = (name: string) => readFile(folders.files[`GITHUB_${name}`] ?? '', 'utf8');
  const env = parseEnvironmentFile(await read('ENV'));
  const outputs = parseCommandFile(await read('OUTPUT'));
  const state = parseCommandFile(await read('STATE'));
  const refused = [...output.refused, ...env.refused, ...outputs.refused, ...state.refused];
  for (const message of refused) output.annotate({ level: 'error', message });
  return {
    exported: env.values,
    outputs: { ...output.outputs, ...outputs.values },
    state: { ...output.state, ...state.values },
    path: (await read('PATH')).split('\n').filter(line => line !== ''),
    summary: await read('STEP_SUMMARY'),
    refused,
  };
}
