// Builds dist/ if the last build was of other sources, or if dist/ was changed since. `npm test` does this first,
// because many tests run dist/. Otherwise they would test an old build, and not src/.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** All files that a build reads, and dist/. */
const INVOLVED = ['src', 'scripts/build.ts', 'tsconfig.json', 'package-lock.json', 'dist'];

/** This file is not part of the repository, so a fresh clone builds. */
const stamp = path.join(root, 'node_modules/.cache/sst-creds/built');

/** A hash of all involved files, with their names. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of INVOLVED)
    for (const file of filesIn(path.join(root, name)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(file: string): string[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap(name => filesIn(path.join(file, name)));
}

function lastBuild(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

if (lastBuild() !== fingerprint()) {
  console.log('Building dist/: it is not what was last built from these sources.');
  execFileSync(process.execPath, [path.join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}
