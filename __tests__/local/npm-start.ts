// Runs `npm start`.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm start -- …` of a folder, in a separate process. */
export function start(
  root: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return startIn({}, root, ...args);
}

/** The same, with more variables. */
export function startIn(
  more: Record<string, string>,
  root: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  // jest sets FORCE_COLOR for its workers when it runs on a terminal.
  const { FORCE_COLOR: _, ...own } = process.env;
  const env = { ...own, ...more };
  return new Promise(resolve => {
    execFile(process.execPath, [join(root, 'local/start.ts'), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
