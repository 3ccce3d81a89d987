// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle an entry (ncc), and what V8 makes of the job's.
// CI proves that the committed dist/ is what this gives.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type JsMinifyOptions, minifySync } from '@swc/core';
import { writeCodeCache } from './code-cache.ts';
import { eagerFunctions, LARGE } from './eager.ts';

const root = path.resolve(import.meta.dirname, '..');
const lib = path.join(root, 'lib');

/** What the runner starts (main, by way of start; post), and what main starts as a child of its own. */
const entries = [
  { source: 'main.js', target: 'dist/main' },
  { source: 'post.js', target: 'dist/post' },
  { source: 'sst/sandbox/main.js', target: 'dist/sandbox' },
];

interface Bundle {
  readonly code: string;
  readonly assets: Record<string, { readonly source: string | Buffer }>;
}
type Ncc = (entry: string, options: Record<string, unknown>) => Promise<Bundle>;
const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;

rmSync(lib, { recursive: true, force: true });
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
execFileSync(path.join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

// ncc takes the `paths` of the tsconfig.json in its working directory for every package that it resolves.
writeFileSync(
  path.join(lib, 'tsconfig.json'),
  JSON.stringify({ compilerOptions: { allowJs: true, baseUrl: root, paths: moduleBuilds() } }),
);
process.chdir(lib);
for (const { source, target } of entries)
  write(path.join(root, target), await bundle(path.join(lib, source)));
// What the runner starts is no bundle: it has no packages, and hands Node's own `require` on.
write(path.join(root, 'dist'), { code: readFileSync(path.join(lib, 'start.cjs'), 'utf8'), assets: {} });
writeCodeCacheOf(path.join(root, 'dist/main'));

function bundle(entry: string): Promise<Bundle> {
  return ncc(entry, {
    esm: entry.includes('sandbox'),
    minify: false,
    cache: false,
    quiet: true,
    license: 'licenses.txt',
    // The packages' ES builds: what is not used of them is left out, and what they load late becomes a file of its own.
    mainFields: ['module', 'main'],
  });
}

/**
 * The AWS SDK's packages name their ES builds under `import`, and their CommonJS builds before that under `node`, which
 * webpack would take. Each export with both, and the file of its ES build.
 */
function moduleBuilds(): Record<string, string[]> {
  const packages = ['@aws-sdk', '@smithy'].flatMap(scope =>
    readdirSync(path.join(root, 'node_modules', scope)).map(name => `${scope}/${name}`),
  );
  return Object.fromEntries(packages.flatMap(exportsOf));
}

function exportsOf(name: string): Array<[request: string, files: string[]]> {
  const folder = path.join('node_modules', name);
  const { exports = {} } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
    exports?: Record<string, { node?: unknown; import?: unknown }>;
  };
  return Object.entries(exports).flatMap(
    ([subpath, { node, import: esm }]): Array<[string, string[]]> =>
      node && typeof esm === 'string' && esm.endsWith('.js')
        ? [[path.posix.join(name, subpath), [path.join(folder, esm)]]]
        : [],
  );
}

function write(folder: string, { code, assets }: Bundle): void {
  const files = {
    'index.js': minified(code),
    'package.json': `{ "type": "${folder.endsWith('sandbox') ? 'module' : 'commonjs'}" }\n`,
    ...contents(assets),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
}

function contents(assets: Bundle['assets']): Record<string, string | Buffer> {
  return Object.fromEntries(
    Object.entries(assets).map(([name, { source }]) => [
      name,
      name.endsWith('.js') ? minified(String(source)) : source,
    ]),
  );
}

/** Of all but the large files, of which few jobs need a part: every job has to fetch what is in dist/. */
function writeCodeCacheOf(folder: string): void {
  const files = readdirSync(folder).filter(
    name => name.endsWith('.js') && statSync(path.join(folder, name)).size < LARGE,
  );
  if (!writeCodeCache(folder, files))
    console.warn("V8's code cache is made on Linux on x64 only: commit the dist/ that CI's check attaches.");
}

/**
 * ncc would minify the entry only, not the files that it splits off. ASCII only: one other character, and V8 holds, and
 * reads, the whole file in twice the bytes.
 */
function minified(code: string): string {
  const options: JsMinifyOptions = {
    module: 'unknown',
    compress: {
      passes: 3,
      // The SDK registers a class for each of its services' errors, 250 of them. Only the codes are looked at here, and
      // an error without a class has its code for a name: what is registered for nobody is left out.
      pure_funcs: ['n0_registry.registerError'],
      // The SDK asks of every body whether it is a web stream, by which Node loads what web streams are made of. None is.
      global_defs: { '@typeof ReadableStream': '"undefined"' },
    },
    mangle: true,
    format: { asciiOnly: true },
  };
  return eagerFunctions(minifySync(readingAtOnce(code), options).code);
}

/**
 * The SDK's packages have node:fs/promises for one thing, to read the AWS config files, two of a few lines or none. Loading
 * it takes 3 ms, reading a small file none.
 */
function readingAtOnce(code: string): string {
  return code.replaceAll(
    'require("node:fs/promises")',
    '{ readFile: async (...file) => require("node:fs").readFileSync(...file) }',
  );
}
