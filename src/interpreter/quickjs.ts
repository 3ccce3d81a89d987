import { setFlagsFromString } from 'node:v8';
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import { quickJs } from './assets.ts';
import emscripten from './quickjs.cts';

const VARIANT: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => QuickJSFFI,
  importModuleLoader: async () => (async (options: object) => withFastTexts(await start(options))) as never,
};

const start = emscripten as unknown as (options: object) => Promise<{ readonly HEAPU8: Uint8Array }>;

/** Emscripten's own functions copy a text into the memory one character at a time: 10 ms for the guest. */
function withFastTexts(module: { readonly HEAPU8: Uint8Array }) {
  return Object.assign(module, {
    lengthBytesUTF8: (text: string) => Buffer.byteLength(text),
    stringToUTF8(text: string, at: number, size: number) {
      const target = Buffer.from(module.HEAPU8.buffer, at, size);
      target[target.write(text)] = 0;
    },
  });
}

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
/** V8's own: after so much work in a function it compiles it again, which takes 60 to 100 ms of processor time in all. */
const TIERING_BUDGET = 13_000_000;

const compiled = compile();

/** Compiles the interpreter so that V8 optimizes it only for a config that computes for long. */
function compile() {
  setFlagsFromString(`--wasm-tiering-budget=${100 * TIERING_BUDGET}`);
  const module = new WebAssembly.Module(quickJs);
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
  return module;
}

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

type Result = ReturnType<QuickJSContext['evalCode']>;

/** @throws what the script threw, as data: an Error's name, message, code and stack. */
export function unwrapped(context: QuickJSContext, result: Result): QuickJSHandle {
  if (result.error) throw thrownOf(context, result.error);
  return result.value;
}

/** A module's namespace, which comes as a promise. @throws as `unwrapped`. */
export function namespaceOf(context: QuickJSContext, result: Result): QuickJSHandle {
  const handle = unwrapped(context, result);
  const state = context.getPromiseState(handle);
  if (state.type === 'rejected') throw thrownOf(context, state.error);
  return state.type === 'fulfilled' ? state.value : handle;
}

/** What was thrown in the interpreter, as data. Without memory for an error it throws `null`: an object without a name. */
export function thrownOf(context: QuickJSContext, thrown: QuickJSHandle): unknown {
  if (context.sameValue(thrown, context.null)) return {};
  if (context.typeof(thrown) !== 'object') return { name: 'Error', message: String(context.dump(thrown)) };
  const texts = ['name', 'message', 'code', 'stack'].map(name => [name, textOf(context, thrown, name)]);
  return { name: 'Error', ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)) };
}

/** A property, if it is a text. */
export function textOf(context: QuickJSContext, object: QuickJSHandle, name: string): string | undefined {
  const value = context.getProp(object, name);
  return context.typeof(value) === 'string' ? context.getString(value) : undefined;
}
