// The child in which sst.config.ts is evaluated: started by ../evaluate.ts under Node's permission model, with nothing
// in its environment, told what to do on standard input. It imports nothing of the action's but what stands beside it.
import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { confine } from './confine.ts';
import { harden } from './harden.ts';
import { AS_TYPESCRIPT, install, type Loaded } from './load.ts';
import { NEVER_SETTLES, NO_APP } from './messages.ts';
import type { SandboxAnswer, SandboxRequest } from './request.ts';

const ANSWER = 3;
/** Files that are told of: enough to say where something stands, and never too much for an answer. */
const MOST_FILES = 1000;
const loaded: Loaded = { files: [] };

const request: SandboxRequest = JSON.parse(readFileSync(0, 'utf8'));
const exit = process.exit.bind(process);
const write = writeSync;
const stringify = JSON.stringify;

type Told = SandboxAnswer extends infer Answer
  ? Answer extends SandboxAnswer
    ? Omit<Answer, keyof Loaded>
    : never
  : never;

function answer(told: Told): never {
  const bytes = Buffer.from(
    `${stringify({ ...told, ...loaded, files: loaded.files.slice(0, MOST_FILES) })}\n`,
  );
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += write(ANSWER, bytes, sent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
  return exit(0);
}

function fail(error: unknown): never {
  const { name, message, code, stack } = Object(error);
  return answer({
    kind: 'error',
    name: String(name ?? 'Error'),
    message: String(message ?? error).slice(0, 4000),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof stack === 'string' ? { stack: stack.slice(0, 8000) } : {}),
  });
}

/** What SST does with the config (its own bundle reads: `import mod from config; await mod.app({ stage })`). */
async function evaluate(): Promise<never> {
  const config = (await load()) as {
    app?: (input: { stage: string }) => unknown;
    config?: (input: { stage: string }) => unknown;
    stacks?: unknown;
  };
  const input = { stage: request.stage };
  if (config?.stacks || config?.config) {
    const told = typeof config.config === 'function' ? await config.config(input) : undefined;
    return answer({ kind: 'v2', json: stringify(told) ?? null });
  }
  if (typeof config?.app !== 'function') {
    throw new TypeError(NO_APP);
  }
  return answer({ kind: 'app', json: stringify(await config.app(input)) ?? null });
}

/** The config's default export. What is plain JavaScript is not sent through the TypeScript compiler, which takes longer to load than Node to start. */
async function load(): Promise<unknown> {
  const { href } = pathToFileURL(request.config);
  try {
    return (await import(/* webpackIgnore: true */ href)).default;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return (await import(/* webpackIgnore: true */ href + AS_TYPESCRIPT)).default;
  }
}

Object.assign(globalThis, {
  // SST's bundle defines these at its top, the paths those of the bundle.
  $config: <Config>(config: Config) => config,
  __dirname: path.join(path.dirname(request.config), '.sst', 'platform'),
  __filename: path.join(path.dirname(request.config), '.sst', 'platform', 'sst.config.mjs'),
});
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, request.environment);
process.argv.splice(
  1,
  process.argv.length,
  path.join(path.dirname(request.config), '.sst/platform/sst.config.mjs'),
);
process.execArgv.splice(0);
process.on('uncaughtException', fail);
process.on('beforeExit', () => fail(new Error(NEVER_SETTLES)));
install(request, loaded);
confine(request.readable);
harden();
evaluate().catch(fail);
