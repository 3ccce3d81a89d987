import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import { callHost, type HostState, loaded } from './host.ts';
import emscripten from './quickjs.cts';
import { quickJs } from './quickjs-file.ts';

const VARIANT: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => QuickJSFFI,
  importModuleLoader: async () => emscripten as never,
};

// It looks for its .wasm there, unless it is given one, as here; an ES module has none.
Object.assign(globalThis, { __dirname: '' });

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => never;
  Memory: new (pages: { initial: number; maximum: number }) => never;
};

const PAGE = 2 ** 16;
const STACK = 2 ** 19;
/** Of the memory beyond what the interpreter gives to scripts, in megabytes. */
const OWN_MEGABYTES = 32;

// V8 would compile the interpreter once more, optimized, in every run: 60 to 100 ms of processor time (measured). With a
// hundred times its usual budget, it does so only for a config that computes for long. While the flag is not as usual, V8
// rejects Node's cache of compiled modules: in the step's thread, too, `node:https` takes 30 ms instead of 11.
const USUAL_BUDGET = 13_000_000;
setFlagsFromString(`--wasm-tiering-budget=${100 * USUAL_BUDGET}`);
const compiled = new WebAssembly.Module(quickJs);
setFlagsFromString(`--wasm-tiering-budget=${USUAL_BUDGET}`);

const folder = path.join(import.meta.dirname, 'guest');
/** What a config finds around it, by file name. The build copies the folder. */
const guest: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]),
);

/** What the program does to the host while it runs. */
export type Effects = Omit<HostState, 'exit'>;

/**
 * Runs an ES module in an interpreter of its own, with what guest/ puts around it, until nothing is left to do: no job, no
 * timer. It reaches the functions of host.ts, and nothing else.
 *
 * @param megabytes of memory that it can use. @param start the guest's `start`: data. @param deadline milliseconds since
 * the epoch.
 * @returns its exit code, or how it ended without one. @throws what it threw, as data: an Error's name, message, code and
 * stack.
 */
export async function run(
  megabytes: number,
  { source, start, deadline }: { source: string; start: unknown; deadline: number },
  effects: Effects,
): Promise<number | 'never settled' | 'out of time'> {
  const context = await newInterpreter(megabytes);
  const { runtime } = context;
  let exit: number | undefined;
  const state: HostState = {
    ...effects,
    print: text => (exit === undefined ? effects.print(text) : undefined),
    exit(code) {
      exit ??= code;
      throw new Error('exit');
    },
  };
  const isOutOfTime = () => Date.now() > deadline;
  runtime.setInterruptHandler(() => exit !== undefined || isOutOfTime());
  runtime.setModuleLoader(
    name => sourceOf(name, state),
    (base, name) => (base.startsWith('guest:') && name.startsWith('./') ? `guest:${name.slice(2)}` : name),
  );
  try {
    const { tick, leave } = putGuestAround(context, start, state);
    const entry = unwrapped(context, context.evalCode(source, 'node:entry', { type: 'module' }));
    do {
      const jobs = runtime.executePendingJobs();
      if (jobs.error) throw thrownOf(jobs.error.context, jobs.error);
    } while (exit === undefined && tick());
    const settled = context.getPromiseState(entry);
    if (settled.type === 'rejected') throw thrownOf(context, settled.error);
    // An interruption ends an async function without settling its promise.
    if (settled.type === 'pending' && exit === undefined)
      return isOutOfTime() ? 'out of time' : 'never settled';
    if (exit === undefined) leave();
  } catch (thrown) {
    if (exit === undefined && !isOutOfTime()) throw thrown;
  }
  return exit ?? 'out of time';
}

/** A new interpreter with a memory of its own. @param megabytes how much of it scripts can use. */
async function newInterpreter(megabytes: number): Promise<QuickJSContext> {
  const maximum = Math.ceil(((megabytes + OWN_MEGABYTES) * 2 ** 20) / PAGE);
  const wasmMemory = new WebAssembly.Memory({ initial: 256, maximum });
  const variant = newVariant(VARIANT, { wasmModule: compiled, wasmMemory });
  const runtime = (await newQuickJSWASMModuleFromVariant(variant)).newRuntime();
  runtime.setMemoryLimit(megabytes * 2 ** 20);
  runtime.setMaxStackSize(STACK);
  return runtime.newContext();
}

function sourceOf(name: string, state: HostState): string | { error: Error } {
  try {
    return guest[name.replace(/^guest:/, '')] ?? loaded(state, name, () => state.modules.source(name));
  } catch (error) {
    return { error: error as Error };
  }
}

/** @returns the guest's functions that do what is next, if anything is, and that end the process. */
function putGuestAround(context: QuickJSContext, start: unknown, state: HostState) {
  const host = context.newObject();
  const functions = {
    call: context.newFunction('call', (name, values, stack) => {
      const [called = '', given = '', from = ''] = [name, values, stack].map(text => context.getString(text));
      return context.newString(callHost(state, called, given, from));
    }),
    namespace: context.newFunction('namespace', file => {
      const source = `import * as module from ${JSON.stringify(context.getString(file))};export { module }`;
      const made = context.evalCode(source, 'node:require', { type: 'module' });
      return made.error ? made : context.getProp(namespaceOf(context, made), 'module');
    }),
    start: context.newString(JSON.stringify(start)),
  };
  for (const [name, value] of Object.entries(functions)) context.setProp(host, name, value);
  context.setProp(context.global, '__host', host);
  const made = context.evalCode(guest['index.mjs'] ?? '', 'guest:index.mjs', { type: 'module' });
  const index = namespaceOf(context, made);
  const called = (name: string) => () => {
    const result = context.callFunction(context.getProp(index, name), context.undefined);
    return context.dump(unwrapped(context, result)) === true;
  };
  return { tick: called('tick'), leave: called('leave') };
}

type Result = ReturnType<QuickJSContext['evalCode']>;

function unwrapped(context: QuickJSContext, result: Result): QuickJSHandle {
  if (result.error) throw thrownOf(context, result.error);
  return result.value;
}

/** A module's namespace, which comes as a promise. */
function namespaceOf(context: QuickJSContext, result: Result): QuickJSHandle {
  const handle = unwrapped(context, result);
  const state = context.getPromiseState(handle);
  if (state.type === 'rejected') throw thrownOf(context, state.error);
  return state.type === 'fulfilled' ? state.value : handle;
}

/** What was thrown in the interpreter, as data. Without memory for an error it throws `null`: an object without a name. */
function thrownOf(context: QuickJSContext, thrown: QuickJSHandle): Record<string, string> {
  if (context.sameValue(thrown, context.null)) return {};
  if (context.typeof(thrown) !== 'object') return { name: 'Error', message: String(context.dump(thrown)) };
  const error: Record<string, string> = { name: 'Error' };
  for (const name of ['name', 'message', 'code', 'stack']) {
    const value = context.getProp(thrown, name);
    if (context.typeof(value) === 'string') error[name] = context.getString(value);
  }
  return error;
}
