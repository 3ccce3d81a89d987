import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Run, type RunOptions, runAction } from '../../local/runner/run.ts';

/**
 * Runs the step with code of ours before its own, in the same process.
 *
 * @param folder where that code is put. @param before statements, run first. @param told an expression of theirs, evaluated
 * as the process ends.
 * @returns how the step went; and what the expression gave, by way of JSON.
 */
export async function runSpied<Told>(
  folder: string,
  before: string,
  told: string,
  options: RunOptions,
): Promise<{ readonly run: Run; readonly told: Told }> {
  const answer = path.join(folder, 'told.json');
  const spy = path.join(folder, 'spy.cjs');
  await writeFile(
    spy,
    `${before}
    process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(answer)}, JSON.stringify(${told})));`,
  );
  const env = { ...options.env, NODE_OPTIONS: `--require ${JSON.stringify(spy)}` };
  const run = await runAction({ ...options, env });
  return { run, told: JSON.parse(await readFile(answer, 'utf8')) as Told };
}
