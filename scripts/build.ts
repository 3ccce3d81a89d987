// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle an entry (ncc). CI proves that the committed
// dist/ is what this gives.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from '@babel/parser';
import { type JsMinifyOptions, minifySync } from '@swc/core';

const root = path.resolve(import.meta.dirname, '..');
const lib = path.join(root, 'lib');

/** What the runner starts (main, post), and what main starts as a child of its own. */
const entries = [
  { source: 'main.js', target: 'dist' },
  { source: 'post.js', target: 'dist/post' },
  { source: 'sst/sandbox/main.js', target: 'dist/sandbox' },
];

/** A property of an object literal, as far as it is looked at. */
interface ObjectProperty {
  readonly type: string;
  readonly key: { readonly type: string };
  readonly value: Span & { readonly type: string };
}

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

/**
 * ncc would minify the entry only, not the files that it splits off. ASCII only: one other character, and V8 holds, and
 * reads, the whole file in twice the bytes.
 */
function minified(code: string): string {
  const options: JsMinifyOptions = {
    module: 'unknown',
    // The SDK registers a class for each of its services' errors, 250 of them. Only the codes are looked at here, and an
    // error without a class has its code for a name: what is registered for nobody is left out.
    compress: {
      passes: 3,
      pure_funcs: ['n0_registry.registerError'],
      // The SDK asks of every body whether it is a web stream, by which Node loads what web streams are made of. None is.
      global_defs: { '@typeof ReadableStream': '"undefined"' },
    },
    mangle: true,
    format: { asciiOnly: true },
  };
  return eagerModules(minifySync(readingAtOnce(code), options).code);
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

/**
 * Puts each module's function into parentheses, by which V8 knows that it will be called at once (v8.dev/blog/preparser,
 * "PIFEs"): compiled with its file, and not read twice. Nearly every module of a file that is loaded is run.
 */
function eagerModules(code: string): string {
  let text = '';
  let done = 0;
  for (const { start, end } of moduleFunctions(parse(code, { sourceType: 'unambiguous' }).program)) {
    text += `${code.slice(done, start)}(${code.slice(start, end)})`;
    done = end;
  }
  return text + code.slice(done);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The functions in webpack's tables of modules (`{ 102: (module, exports, require) => … }`), in the order of the text. */
function moduleFunctions(node: object): Span[] {
  const { type, properties } = node as { type?: unknown; properties?: ObjectProperty[] };
  if (type === 'ObjectExpression' && properties?.length && properties.every(isModule)) {
    return properties.map(({ value }) => value);
  }
  return Object.values(node).flatMap(child =>
    typeof child === 'object' && child !== null ? moduleFunctions(child) : [],
  );
}

function isModule({ type, key, value }: ObjectProperty): boolean {
  return type === 'ObjectProperty' && key.type === 'NumericLiteral' && /^(Arrow)?Function/.test(value.type);
}
