// Applies every change that the guard prints to a config, and evaluates the config again. It must then pass.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../src/failure.ts';
import { withAws } from './cases/case.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

export const environment = { CI: 'true', GITHUB_ACTIONS: 'true', WHO: 'acme' };
export const aws = (property: string, before?: string) => withAws(`{\n        ${property},\n      }`, before);

export interface Pattern {
  readonly config: string;
  /** `line:column` of the place, of the config unless it has a file. */
  readonly at: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The expression of the stage in the third way to fix it. */
  readonly stage?: string;
  /** What the guard finds, if it is not "acme". */
  readonly profile?: string;
}

export const returning = (app: string, aws = '{ profile: "acme" }') =>
  `${app} { return { name: "shop", home: "aws", providers: { aws: ${aws} } }; }`;

/** The changes in a message, each as the lines to replace and those to write instead. */
export function changesIn({ next = '' }: Problem): Array<{ before: string[]; after: string[] }> {
  const changes: Array<{ before: string[]; after: string[] }> = [];
  let removing = false;
  for (const line of next.split('\n')) {
    if (line.startsWith('- ') && !removing) changes.push({ before: [], after: [] });
    removing = line.startsWith('- ');
    if (removing) changes.at(-1)?.before.push(line.slice(2));
    else if (line.startsWith('+ ') && !line.startsWith('+ profile-guard'))
      changes.at(-1)?.after.push(line.slice(2));
  }
  return changes;
}

/** The text with these lines replaced, which begin at the offset. */
function applied(
  text: string,
  offset: number,
  { before, after }: { before: string[]; after: string[] },
): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const removed = before.join(ending);
  expect(text.slice(offset, offset + removed.length)).toBe(removed);
  return text.slice(0, offset) + after.join(ending) + text.slice(offset + removed.length);
}

/** Checks the place and the fixes of the guard's error, for a config that has a profile. */
export async function expectFixes(pattern: Pattern): Promise<void> {
  const { config, files = {}, at, stage = 'input.stage', profile = 'acme' } = pattern;
  const folder = await projectWith({ 'sst.config.ts': config, ...files });
  const stopped = await inspected(folder, { environment });
  const problem = stopped.failure?.problem;
  if (!problem?.place) throw new Error(`The guard did not stop at a place: ${problem?.what}`);
  const { file, line = 0, column = 0 } = problem.place;
  expect([problem.title, stopped.override?.profile]).toEqual([
    'A profile overrides the credentials',
    profile,
  ]);
  expect(`${file === 'sst.config.ts' ? '' : `${file}:`}${line}:${column}`).toBe(at);

  const original = await readFile(path.join(folder, file), 'utf8');
  const bom = original.startsWith('\uFEFF') ? 1 : 0;
  const lines = original.slice(bom).split('\n');
  const offset = [...lines.slice(0, line - 1), ''].join('\n').length + column - 1 + bom;
  const inPlace = original.slice(offset).split('\n', 1)[0] ?? '';
  expect(inPlace).toMatch(/^(["[]*profile|\w+(\.\w+)*\.profile)/);

  const changes = changesIn(problem);
  const conditions = ['process.env.GITHUB_ACTIONS', `${stage} === "production"`];
  expect(changes).toHaveLength(conditions.length);
  for (const [index, change] of changes.entries()) {
    // Only the condition is new.
    const text = applied(original, offset, change);
    const isShort = /^profile\b(?!\s*:)/.test(inPlace);
    const inserted = `${isShort ? 'profile: ' : ''}${conditions[index]} ? undefined : `;
    expect(text.replace(inserted, '')).toBe(original);

    await writeFile(path.join(folder, file), text);
    const after = await inspected(folder, { environment });
    expect([after.failure?.problem, after.profile]).toEqual([undefined, { verdict: 'none' }]);
    if (index === 0) {
      const elsewhere = await inspected(folder, { environment: { WHO: 'acme' } });
      expect(elsewhere.override?.profile).toBe(profile);
    }
  }
  await writeFile(path.join(folder, file), original);
  const neutralized = await inspected(folder, { environment, guard: 'neutralize' });
  expect([neutralized.failure?.problem, neutralized.profile]).toEqual([undefined, { verdict: 'ignored' }]);
}
