// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle for each entry (ncc), with the licences.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bundles = { main: 'main.js', post: 'post.js', sandbox: 'sst/sandbox/main.js' };

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
