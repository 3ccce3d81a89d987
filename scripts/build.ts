// Builds dist/ from src/: TypeScript to JavaScript (tsc), then one bundle an entry (ncc). CI proves that the committed
// dist/ is what this gives.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);
const run = (command: string, ...args: string[]) =>
  execFileSync(bin(command), args, { cwd: root, stdio: 'inherit' });

/** What the runner starts (main, post), and what main starts as a child of its own. */
const entries = [
  { source: 'main.js', target: 'dist' },
  { source: 'post.js', target: 'dist/post' },
  { source: 'sst/sandbox/main.js', target: 'dist/sandbox' },
];

rmSync(path.join(root, 'lib'), { recursive: true, force: true });
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run('tsc', '-p', 'tsconfig.json');
for (const { source, target } of entries) {
  const scratch = path.join('lib', 'bundle', target);
  run(
    'ncc',
    'build',
    path.join('lib', source),
    '--minify',
    '--no-cache',
    '--quiet',
    '--license',
    'licenses.txt',
    '--out',
    scratch,
  );
  cpSync(path.join(root, scratch), path.join(root, target), { recursive: true });
}
