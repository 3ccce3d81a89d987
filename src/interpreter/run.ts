import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { QuickJSContext } from 'quickjs-emscripten-core';
import { callHost, type HostState, loaded } from './host.ts';
import { namespaceOf, thrownOf, unwrapped } from './quickjs.ts';

const folder = path.join(import.meta.dirname, 'guest');
/** What a config finds around it, by file name. The build copies the folder. */
const guest: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]),
);

/** How it ended; `failed` is what was thrown, as data. */
export type Ending =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'never settled' }
  | { readonly kind: 'out of time' }
  | { readonly kind: 'failed'; readonly thrown: unknown };

/** What the program does to the host while it runs. */
export type Effects = Omit<HostState, 'exit'>;

/**
 * Runs an ES module in the interpreter, with what guest/ puts around it, until nothing is left to do: no job, no timer.
 * It reaches the functions of host.ts, and nothing else.
 *
 * @param start the guest's `start`: data. @param deadline milliseconds since the epoch.
 */
export function run(
  context: QuickJSContext,
  { source, start, deadline }: { source: string; start: unknown; deadline: number },
  effects: Effects,
): Ending {
  const { runtime } = context;
  let exit: number | undefined;
  let failure: unknown;
  const state: HostState = {
    ...effects,
    print: text => (exit === undefined ? effects.print(text) : undefined),
    exit(code) {
      exit ??= code;
      throw new Error('exit');
    },
  };
  runtime.setInterruptHandler(() => exit !== undefined || Date.now() > deadline);
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
    if (settled.type === 'pending' && exit === undefined && Date.now() <= deadline)
      return { kind: 'never settled' };
    if (exit === undefined) leave();
  } catch (thrown) {
    failure = thrown;
  }
  if (exit !== undefined) return { kind: 'exited', code: exit };
  return Date.now() > deadline ? { kind: 'out of time' } : { kind: 'failed', thrown: failure };
}

function sourceOf(name: string, state: HostState): string | { error: Error } {
  try {
    return guest[name.replace(/^guest:/, '')] ?? loaded(state, name, () => state.modules.source(name));
  } catch (error) {
    return { error: error as Error };
  }
}

/** @returns the guest's functions that do what is next, if anything is, and that end the process. */
function putGuestAround(
  context: QuickJSContext,
  start: unknown,
  state: HostState,
): Readonly<Record<'tick' | 'leave', () => boolean>> {
  const { modules } = state;
  const functions = {
    call: context.newFunction('call', (name, values, stack) => {
      const [called = '', given = '', from = ''] = [name, values, stack].map(text => context.getString(text));
      return context.newString(callHost(state, called, given, from));
    }),
    factory: context.newFunction('factory', file => {
      const name = context.getString(file);
      return context.evalCode(
        loaded(state, name, () => modules.factory(name)),
        name,
      );
    }),
    namespace: context.newFunction('namespace', file => {
      const source = `import * as module from ${JSON.stringify(context.getString(file))};export { module }`;
      const made = context.evalCode(source, 'node:require', { type: 'module' });
      return made.error ? made : context.getProp(namespaceOf(context, made), 'module');
    }),
    start: context.newString(JSON.stringify(start)),
  };
  const host = context.newObject();
  for (const [name, value] of Object.entries(functions)) context.setProp(host, name, value);
  context.setProp(context.global, '__host', host);
  const index = namespaceOf(
    context,
    context.evalCode(guest['index.mjs'] ?? '', 'guest:index.mjs', { type: 'module' }),
  );
  const called = (name: string) => () =>
    context.dump(
      unwrapped(context, context.callFunction(context.getProp(index, name), context.undefined)),
    ) === true;
  return { tick: called('tick'), leave: called('leave') };
}
