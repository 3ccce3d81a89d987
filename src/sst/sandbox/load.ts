import { readFileSync } from 'node:fs';
import { createRequire, type LoadFnOutput, type LoadHookContext, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import type { SandboxRequest } from './request.ts';
import { resolverFor } from './resolve.ts';
import { compileTypeScript, firstStaticImport, withoutTypeImports } from './typescript.ts';

type Next = (url: string, context?: Partial<LoadHookContext>) => LoadFnOutput;

/** What is found out about the project while it is loaded. */
export interface Loaded {
  /** The path of every file of the project. */
  readonly files: string[];
  /** The line of the config's first static import. */
  staticImport?: number | undefined;
}

/** The query that has the config loaded as TypeScript at once. */
export const AS_TYPESCRIPT = '?typescript';

const TYPESCRIPT = /\.[cm]?tsx?$/;
const SCRIPT = /\.[cm]?[jt]sx?$/;

/** Makes `import` and `require` load what esbuild would bundle, and take note of it. */
export function install({ config, root }: SandboxRequest, loaded: Loaded): void {
  const load = (url: string, context: LoadHookContext, next: Next): LoadFnOutput => {
    if (!url.startsWith('file:')) return next(url, context);
    const file = fileURLToPath(url);
    const imported = context.conditions.includes('import');
    if (file.endsWith('.json')) return json(file, imported);
    const own = isOwn(file) ? script(file, url, config, loaded) : next(url, context);
    return imported && own.format === 'commonjs' ? interoperable(url) : own;
  };
  registerHooks({ resolve: resolverFor(config, root), load });
}

/** Whether the file is compiled here: scripts of the project, and TypeScript wherever it is. */
function isOwn(file: string): boolean {
  return SCRIPT.test(file) && (TYPESCRIPT.test(file) || !isPackaged(file));
}

function isPackaged(file: string): boolean {
  return file.includes(`${path.sep}node_modules${path.sep}`);
}

function script(file: string, url: string, config: string, loaded: Loaded): LoadFnOutput {
  if (!isPackaged(file) && !loaded.files.includes(file)) loaded.files.push(file);
  const source = readFileSync(file, 'utf8');
  const code = codeOf(source, file, file === config && !url.endsWith(AS_TYPESCRIPT));
  if (file === config) {
    // For good only where the source was JavaScript, or was compiled to it: a second try says it anew.
    loaded.staticImport = firstStaticImport(code);
  }
  const format = formatOf(file, code);
  return { format, source: format === 'module' ? withRequire(code) : code, shortCircuit: true };
}

function codeOf(source: string, file: string, maybePlain: boolean): string {
  if (!TYPESCRIPT.test(file)) return source;
  return maybePlain && isPlain(source) ? withoutTypeImports(source) : compileTypeScript(source, file);
}

/**
 * Whether the source can be tried as JavaScript, which saves loading the compiler: that takes longer than Node's own
 * start. Where both languages take a text, they take it for the same, but for type arguments (`f<T>(x)` compares twice
 * in JavaScript): a text without `<` cannot mean anything else.
 */
function isPlain(source: string): boolean {
  return !source.replaceAll(/^\s*\/\/\/.*$/gm, '').includes('<');
}

/** As esbuild sees it: a file is an ES module by what it says, whatever its package says. */
function formatOf(file: string, code: string): 'module' | 'commonjs' {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  try {
    compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname']);
    return 'commonjs';
  } catch {
    return 'module';
  }
}

/**
 * esbuild lets an ES module call `require`; Node does not, unless the module makes one. On the first line, so that the
 * numbers stay.
 */
function withRequire(code: string): string {
  if (!/\brequire\s*\(/.test(code)) return code;
  if (/\b(const|let|var|function)\s+\{?[^=;]*\brequire\b/.test(code)) return code;
  return `const require=process.getBuiltinModule('module').createRequire(import.meta.url);${code}`;
}

/** What can be declared: an identifier that is no reserved word. */
const DECLARABLE =
  /^(?!(?:default|await|break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|eval|arguments)$)[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** A name that no module exports. */
const OWN = '__module_seen_by_sst_creds';

function namesOf(value: unknown): string {
  return Object.keys(Object(value))
    .filter(name => DECLARABLE.test(name))
    .join();
}

/** JSON is imported with its keys as names, too, which Node does not offer. */
function json(file: string, imported: boolean): LoadFnOutput {
  const text = readFileSync(file, 'utf8');
  if (!imported) return { format: 'json', source: text, shortCircuit: true };
  const value: unknown = JSON.parse(text);
  const source = `const ${OWN}=JSON.parse(${JSON.stringify(text)});export default ${OWN};export const {${namesOf(value)}}=Object(${OWN});`;
  return { format: 'module', source, shortCircuit: true };
}

/**
 * A CommonJS module that is imported: every property that it has can be imported by name, and a compiled ES module
 * gives its `default`, as esbuild has it. Node finds only the names that it can read off the source.
 */
function interoperable(url: string): LoadFnOutput {
  const file = fileURLToPath(url);
  const exported: unknown = createRequire(url)(file);
  const source = `const ${OWN}=process.getBuiltinModule('module').createRequire(import.meta.url)(${JSON.stringify(file)});
export default Object(${OWN}).__esModule&&'default' in ${OWN}?${OWN}.default:${OWN};
export const {${namesOf(exported)}}=Object(${OWN});`;
  return { format: 'module', source, shortCircuit: true };
}
