// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle for each entry (ncc), with the licences.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bundles = { main: 'main.js', post: 'post.js', worker: 'sst/sandbox/worker.js' };

function run(cli: string, ...args: string[]): void {
  const file = path.join(root, 'node_modules', cli);
  execFileSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
}

for (const folder of ['lib', 'dist']) rmSync(path.join(root, folder), { recursive: true, force: true });
run('typescript/bin/tsc');
for (const [name, entry] of Object.entries(bundles)) {
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    `lib/${entry}`,
    '-o',
    `dist/${name}`,
    '--license',
    'licenses.txt',
    '--quiet',
  );
}
// What a config finds around it is read as text, like the interpreter's .wasm, which ncc has copied from its package.
cpSync(path.join(root, 'src/interpreter/guest'), path.join(root, 'dist/worker/guest'), { recursive: true });
