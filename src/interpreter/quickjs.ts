import { setFlagsFromString } from 'node:v8';
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
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

/** A new interpreter with a memory of its own. @param megabytes how much of it scripts can use. */
export async function newInterpreter(megabytes: number): Promise<QuickJSContext> {
  const maximum = Math.ceil(((megabytes + OWN_MEGABYTES) * 2 ** 20) / PAGE);
  const wasmMemory = new WebAssembly.Memory({ initial: 256, maximum });
  const variant = newVariant(VARIANT, { wasmModule: compiled, wasmMemory });
  const runtime = (await newQuickJSWASMModuleFromVariant(variant)).newRuntime();
  runtime.setMemoryLimit(megabytes * 2 ** 20);
  runtime.setMaxStackSize(STACK);
  return runtime.newContext();
}
