// What the runner starts. The job's code is beside it twice: as JavaScript, and as what V8 makes of that (its code cache,
// written by the build for the Node that the lock file names). Where this is another V8, or V8 will not have it, the
// JavaScript is compiled as ever, which takes a fifth of the job's time.
const { openSync, readFileSync, readSync } = require('node:fs') as typeof import('node:fs');
const { wrap } = require('node:module') as typeof import('node:module');
const { join } = require('node:path') as typeof import('node:path');
const { Script } = require('node:vm') as typeof import('node:vm');

/** A file's part of the cache, in bytes. */
type Part = readonly [start: number, length: number];

const folder = join(__dirname, 'main');
const partOf = cacheOf(`${process.versions.v8}-${process.platform}-${process.arch}`);

/** Stands in for `require`, in the files that it loads too. */
function load(request: string): unknown {
  if (!request.startsWith('.')) return require(request);
  const filename = join(folder, request);
  const cachedData = partOf(request);
  if (!cachedData) return require(filename);
  const source = wrap(readFileSync(filename, 'latin1'));
  const module = { exports: {} };
  const run = new Script(source, { filename, cachedData }).runInThisContext();
  run.call(module.exports, module.exports, load, module, filename, folder);
  return module.exports;
}

function cacheOf(v8: string): (request: string) => Buffer | undefined {
  try {
    const cache = openSync(join(folder, 'code-cache', `${v8}.bin`), 'r');
    const parts: Record<string, Part> = require(join(folder, 'code-cache', `${v8}.json`));
    return request => {
      const part = parts[request];
      if (!part) return undefined;
      const [start, length] = part;
      const bytes = Buffer.alloc(length);
      return readSync(cache, bytes, 0, length, start) === length ? bytes : undefined;
    };
  } catch {
    return () => undefined;
  }
}

load('./index.js');
