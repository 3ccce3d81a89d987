import { readFileSync } from 'node:fs';
import {
  createRequire,
  type LoadFnOutput,
  type LoadHookContext,
  registerHooks,
  stripTypeScriptTypes,
} from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import type { SandboxRequest } from './request.ts';
import { resolverFor } from './resolve.ts';

type Next = (url: string, context?: Partial<LoadHookContext>) => LoadFnOutput;

const TYPESCRIPT = /\.[cm]?tsx?$/;
const SCRIPT = /\.[cm]?[jt]sx?$/;

/**
 * Makes `import` and `require` load what esbuild would bundle.
 *
 * @param files gets the path of every file of the project that is loaded.
 */
export function install({ config }: SandboxRequest, files: string[]): void {
  registerHooks({ resolve: resolverFor(config), load: loaderFor(config, files) });
}

function loaderFor(config: string, files: string[]) {
  return (url: string, context: LoadHookContext, next: Next): LoadFnOutput => {
    if (!url.startsWith('file:')) return next(url, context);
    const file = fileURLToPath(url);
    const imported = context.conditions.includes('import');
    if (file.endsWith('.json')) return json(file, imported);
    const packaged = file.includes(`${path.sep}node_modules${path.sep}`);
    if (!SCRIPT.test(file) || (packaged && !TYPESCRIPT.test(file)))
      return interoperable(url, next(url, context), imported);
    if (!packaged && !files.includes(file)) files.push(file);
    const source = readFileSync(file, 'utf8');
    const compiled =
      file === config && !url.endsWith('?typescript') && isPlain(source) ? source : compile(file, source);
    const format = formatOf(file, compiled);
    const loaded = {
      format,
      source: format === 'module' ? withRequire(compiled) : compiled,
      shortCircuit: true,
    };
    return interoperable(url, loaded, imported);
  };
}

/**
 * Whether the source can be tried as JavaScript. Where both languages take a text, they take it for the same, but for
 * type arguments (`f<T>(x)` compares twice in JavaScript): a text without `<` cannot mean anything else.
 */
function isPlain(source: string): boolean {
  return !source.replaceAll(/^\s*\/\/\/.*$/gm, '').includes('<');
}

function compile(file: string, source: string): string {
  if (!TYPESCRIPT.test(file)) return source;
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error;
    process.setSourceMapsEnabled(true);
    return stripTypeScriptTypes(source, { mode: 'transform', sourceMap: true, sourceUrl: file });
  }
}

/** As esbuild sees it: a file is an ES module by what it says, whatever its package says. */
function formatOf(file: string, source: string): 'module' | 'commonjs' {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  try {
    compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname']);
    return 'commonjs';
  } catch {
    return 'module';
  }
}

/** esbuild lets an ES module call `require`; Node does not, unless the module makes one. On the first line, to keep the numbers. */
function withRequire(source: string): string {
  if (!/\brequire\s*\(/.test(source) || /\b(const|let|var|function)\s+\{?[^=;]*\brequire\b/.test(source))
    return source;
  return `const require=process.getBuiltinModule('module').createRequire(import.meta.url);${source}`;
}

const IDENTIFIER =
  /^(?!(?:default|await|break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|eval|arguments)$)[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** A name that no module exports. */
const OWN = '__module_seen_by_sst_creds';

/** JSON is imported with its keys as names, too, which Node does not offer. */
function json(file: string, imported: boolean): LoadFnOutput {
  const source = readFileSync(file, 'utf8');
  if (!imported) return { format: 'json', source, shortCircuit: true };
  const names = Object.keys(Object(JSON.parse(source))).filter(name => IDENTIFIER.test(name));
  const text = `const ${OWN}=JSON.parse(${JSON.stringify(source)});export default ${OWN};export const {${names.join()}}=Object(${OWN});`;
  return { format: 'module', source: text, shortCircuit: true };
}

/**
 * A CommonJS module that is imported: every property that it has can be imported by name, and a compiled ES module
 * gives its `default`, as esbuild has it. Node finds only the names that it can read off the source.
 */
function interoperable(url: string, loaded: LoadFnOutput, imported: boolean): LoadFnOutput {
  if (!imported || loaded.format !== 'commonjs') return loaded;
  const file = fileURLToPath(url);
  const exported: unknown = createRequire(url)(file);
  const names = Object.keys(Object(exported)).filter(name => IDENTIFIER.test(name));
  const source = `const ${OWN}=process.getBuiltinModule('module').createRequire(import.meta.url)(${JSON.stringify(file)});
export default Object(${OWN}).__esModule&&'default' in ${OWN}?${OWN}.default:${OWN};
export const {${names.join()}}=Object(${OWN});`;
  return { format: 'module', source, shortCircuit: true };
}
