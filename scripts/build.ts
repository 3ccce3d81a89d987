// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle for each entry (ncc), and the licences.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bundles = { main: 'main.js', post: 'post.js', worker: 'sst/sandbox/worker.js' };

async function run(cli: string, ...args: string[]): Promise<void> {
  const file = path.join(root, 'node_modules', cli);
  const [status] = await once(
    spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }),
    'exit',
  );
  if (status !== 0) throw new Error(`${cli} failed.`);
}

/**
 * The licences of all packages that a bundle can contain: those that are installed for production. (ncc's own list
 * omits packages whose modules it has joined.)
 */
function licences(): string {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  const shipped = Object.entries(packages).filter(
    ([folder, { dev, optional }]) => folder && !dev && !optional,
  );
  const texts = shipped.map(([folder, { version, license }]) => {
    const file = readdirSync(path.join(root, folder)).find(name => /^licen[cs]e/i.test(name));
    const text = file
      ? readFileSync(path.join(root, folder, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim()
      : '';
    return `${folder.split('node_modules/').at(-1)} ${version} (${license})\n\n${text}`.trim();
  });
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The parts of package-lock.json that are used. */
interface Lock {
  readonly packages: Readonly<
    Record<string, { version: string; license: string; dev?: true; optional?: true }>
  >;
}

for (const folder of ['lib', 'dist']) rmSync(path.join(root, folder), { recursive: true, force: true });
await run('typescript/bin/tsc');
await Promise.all(
  Object.entries(bundles).map(([name, entry]) =>
    run('@vercel/ncc/dist/ncc/cli.js', 'build', `lib/${entry}`, '-o', `dist/${name}`, '--quiet'),
  ),
);
writeFileSync(path.join(root, 'dist/licenses.txt'), licences());
// The guest's modules are read as text, like the interpreter's .wasm file, which ncc has copied from its package.
cpSync(path.join(root, 'src/interpreter/guest'), path.join(root, 'dist/worker/guest'), { recursive: true });
