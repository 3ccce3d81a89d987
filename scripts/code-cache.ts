import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Where most runners are: what V8 makes of code is another on every system, and can be made there only. */
const PLATFORM = 'linux-x64';

/**
 * Writes what V8 makes of JavaScript (its code cache) beside it, for src/start.cts to hand to the same V8: all of it
 * into `code-cache/<V8>-<platform>-<arch>.bin`, and which part is whose into a JSON file of that name. All functions are
 * in it, also those that V8 would leave until they are called. The same files give the same bytes: V8's hash seed, another
 * in every process otherwise, is fixed.
 *
 * V8 refuses a cache that was made by another version, under other flags or from a source of another length
 * (SerializedCodeData::SanityCheck, code-serializer.cc). That it is the same source is for whoever writes both.
 *
 * @returns Whether it was written: it can be on Linux on x64 only.
 */
export function writeCodeCache(folder: string, files: readonly string[]): boolean {
  if (`${process.platform}-${process.arch}` !== PLATFORM) return false;
  const target = path.join(folder, 'code-cache', `${process.versions.v8}-${PLATFORM}`);
  const compile = path.join(import.meta.dirname, 'compile.ts');
  const flags = ['--hash-seed=1', '--no-lazy', '--disable-warning=ExperimentalWarning'];
  // In an order, since V8 numbers functions as they come; without NODE_OPTIONS, which could be flags of their own.
  execFileSync(process.execPath, [...flags, compile, folder, target, ...[...files].sort()], { env: {} });
  return true;
}
