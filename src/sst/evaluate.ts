import type { ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInside } from './readable.ts';
import { NO_ANSWER } from './sandbox/messages.ts';
import type { SandboxAnswer, SandboxRequest } from './sandbox/request.ts';

/** What the child may use up. */
export interface Limits {
  readonly milliseconds: number;
  /** Of V8's heap; on Linux of all its memory, twice that. */
  readonly megabytes: number;
  /** Of its answer. */
  readonly characters: number;
}

const LIMITS: Limits = { milliseconds: 15_000, megabytes: 512, characters: 1_000_000 };

/** How an evaluation ended. What the config returned is in `answer`, unchecked: it is the config's word. */
export type Evaluation =
  | { readonly kind: 'answered'; readonly answer: SandboxAnswer }
  | { readonly kind: 'out of time'; readonly milliseconds: number }
  | { readonly kind: 'too long'; readonly characters: number }
  | { readonly kind: 'out of memory' }
  /** It ended without a word: by itself, by a signal, for lack of memory. */
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null };

/** A child that has started and waits to be told what to evaluate. */
export interface Sandbox {
  evaluate(request: SandboxRequest): Promise<Evaluation>;
  /** Ends it unused. */
  stop(): undefined;
}

/**
 * Starts a child under Node's permission model: it can read the paths given and itself, write nothing, start neither
 * processes nor workers, load no native code (Node 24's documentation, "Permissions"; what that leaves open is in
 * docs/threat-model.md). Nothing of this process's environment reaches it, and what it prints goes nowhere.
 *
 * @param readable absolute paths. @param directory its working directory: the one that `sst` will have.
 */
export function startSandbox(
  readable: readonly string[],
  directory: string,
  limits: Limits = LIMITS,
): Sandbox {
  const { script, needs } = entry();
  // Loaded only here: without the guard there is no child, and it takes a millisecond.
  const { spawn } = process.getBuiltinModule('node:child_process');
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...[...needs, ...readable].map(allowed => `--allow-fs-read=${allowed}`),
      '--no-experimental-sqlite', // It opens files, for writing too, past the permission model (Node 24.21).
      '--no-experimental-websocket',
      '--no-warnings',
      `--max-old-space-size=${limits.megabytes}`,
      script,
    ],
    { cwd: directory, env: ownEnvironment(), stdio: ['pipe', 'ignore', 'ignore', 'pipe'], windowsHide: true },
  );
  const ended = outcome(child, limits, readable);
  return {
    evaluate(request) {
      child.stdin?.on('error', () => {}); // It may have died already: `ended` tells.
      child.stdin?.end(JSON.stringify(request));
      return ended;
    },
    stop() {
      child.kill('SIGKILL');
    },
  };
}

/** Of this process's variables only what starting needs, and what lets the runner find a child that it left behind. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const names = ['RUNNER_TRACKING_ID', 'SystemRoot'];
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The child's script, and what it reads itself: in dist/ a bundle of its own beside main's; in src/ as it stands, with packages. */
function entry(): { script: string; needs: string[] } {
  const self = import.meta.url;
  if (!self.endsWith('.ts')) {
    const script = fileURLToPath(new URL('../sandbox/index.js', self));
    return { script, needs: [path.dirname(script)] };
  }
  const packages = fileURLToPath(new URL('../../node_modules', self));
  const script = fileURLToPath(new URL('sandbox/main.ts', self));
  return { script, needs: [path.dirname(script), packages, realpathSync(packages)] };
}

function outcome(child: ChildProcess, limits: Limits, readable: readonly string[]): Promise<Evaluation> {
  return new Promise((resolve, reject) => {
    let text = '';
    const release = () => {
      clearTimeout(timer);
      clearInterval(watch);
      process.off('SIGUSR1', ignore);
      process.off('exit', kill);
    };
    const settle = (evaluation: Evaluation) => {
      release();
      kill();
      resolve(evaluation);
    };
    const timer = setTimeout(
      () => settle({ kind: 'out of time', milliseconds: limits.milliseconds }),
      limits.milliseconds,
    );
    // The signal opens the debugger of a process that does not listen for it, and this process holds the credentials.
    // The permission model lets the child send signals; what else keeps it from that is the child's own doing.
    process.on('SIGUSR1', ignore);
    // Should the step end before the child does, the child ends with it.
    const kill = () => child.kill('SIGKILL');
    process.on('exit', kill);
    // V8's limit does not count buffers. Where the system does not tell, the time limit has to do.
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid) > 2 * limits.megabytes) settle({ kind: 'out of memory' });
    }, 50);
    const channel = child.stdio[3] as NodeJS.ReadableStream;
    channel.setEncoding('utf8');
    channel.on('error', () => {});
    channel.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > limits.characters) settle({ kind: 'too long', characters: limits.characters });
      else if (text.endsWith('\n')) settle(read(text, readable));
    });
    child.on('error', error => {
      release();
      reject(error);
    });
    // V8 aborts when its heap is full.
    child.on('close', (code, signal) =>
      settle(
        signal === 'SIGABRT' || code === 134 ? { kind: 'out of memory' } : { kind: 'ended', code, signal },
      ),
    );
  });
}

function ignore(): void {}

/** What the process takes of the machine's memory; 0 where Linux is not there to say. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}

/** The answer, as far as it has the form of one; files only those that the child could have read. */
function read(text: string, readable: readonly string[]): Evaluation {
  const told = parsed(text);
  const field = (name: string) => (typeof told[name] === 'string' ? told[name] : undefined);
  const staticImport = told['staticImport'];
  const noted = {
    files: Array.isArray(told['files']) ? told['files'].filter(file => isReadable(file, readable)) : [],
    ...(Number.isSafeInteger(staticImport) ? { staticImport: Number(staticImport) } : {}),
  };
  const kind = field('kind');
  if (kind === 'app' || kind === 'v2') {
    return { kind: 'answered', answer: { kind, json: field('json') ?? null, ...noted } };
  }
  const [code, stack] = [field('code'), field('stack')];
  return {
    kind: 'answered',
    answer: {
      kind: 'error',
      name: field('name') ?? 'Error',
      message: field('message') ?? NO_ANSWER,
      ...(code === undefined ? {} : { code }),
      ...(stack === undefined ? {} : { stack }),
      ...noted,
    },
  };
}

/** Whether the child named a file that it may read: what stands in it may be shown. */
function isReadable(file: unknown, readable: readonly string[]): boolean {
  try {
    return typeof file === 'string' && readable.some(allowed => isInside(realpathSync(file), allowed));
  } catch {
    return false;
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
