// Applies every change that the guard prints to the config, and evaluates the config again. It must then pass.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../src/failure.ts';
import { withAws, withBody } from './cases/case.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

const environment = { CI: 'true', GITHUB_ACTIONS: 'true', WHO: 'acme' };
const aws = (property: string, before?: string) => withAws(`{\n        ${property},\n      }`, before);

interface Pattern {
  readonly config: string;
  /** `line:column` of the place, of the config unless it has a file. */
  readonly at: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The expression of the stage in the third way to fix it. */
  readonly stage?: string;
}

const PATTERNS: Record<string, Pattern> = {
  'a literal': { config: aws('profile: "acme"'), at: '9:9' },
  'by the stage': { config: aws('profile: input.stage === "production" ? "acme" : "dev"'), at: '9:9' },
  'a spread': {
    config: aws('...(input.stage ? { profile: "acme" } : {})'),
    at: '9:29',
  },
  'by CI': { config: aws('profile: process.env.NOT_CI ? undefined : "acme"'), at: '9:9' },
  'a variable of the environment': { config: aws('profile: process.env.WHO'), at: '9:9' },
  'a helper function for the value': {
    config: aws('profile: profileFor(input.stage)', 'const profileFor = (stage: string) => `ac${"me"}`;'),
    at: '9:9',
  },
  'a helper function for the provider': {
    config: withAws('awsFor("x")', 'function awsFor(name: string) {\n  return { profile: "acme" };\n}'),
    at: '3:12',
    stage: 'process.env.SST_STAGE',
  },
  "an object's field": {
    config: aws('profile: settings.profile', 'const settings = { profile: "acme" };'),
    at: '9:9',
  },
  'an assignment': {
    config: withBody(
      'const aws: { profile?: string } = {};\n    aws.profile = "acme";\n    return { name: "shop", home: "aws", providers: { aws } };',
    ),
    at: '5:5',
  },
  'the value on the next line': {
    config: aws(
      'profile:\n          input.stage === "production"\n            ? "acme"\n            : "dev"',
    ),
    at: '9:9',
  },
  'a quoted key': { config: aws('"profile": "acme"'), at: '9:9' },
  'a computed key': { config: aws('["profile"]: "acme"'), at: '9:9' },
  CRLF: { config: aws('profile:\n          "acme"').replaceAll('\n', '\r\n'), at: '9:9' },
  tabs: { config: withAws('{\n\t\t\t\tprofile:\t"acme",\n\t\t\t}'), at: '9:5' },
  'a comment between': { config: aws('profile: /* local */ // only\n          "acme"'), at: '9:9' },
  'the short form': { config: aws('profile', 'const profile = "acme";'), at: '9:9' },
  'parentheses, and a type': { config: aws('profile: ("acme" as string)'), at: '9:9' },
  'all on one long line': {
    config: withBody(
      `return { name: "shop", home: "aws", providers: { aws: { ${'defaultTags: { tags: { a: "1" } }, '.repeat(12)} profile: "acme" } } };`,
    ),
    at: '4:482',
  },
  'app() without a parameter': {
    config: withBody(
      'return { name: "shop", home: "aws", providers: { aws: { profile: "acme" } } };',
      'app()',
    ),
    at: '4:61',
    stage: 'process.env.SST_STAGE',
  },
  'another file': {
    config: withBody('return (await import("./infra/app")).settings;'),
    files: {
      'infra/app.ts':
        'export const settings = {\n  name: "shop",\n  home: "aws",\n  providers: { aws: { profile: "acme" } },\n};\n',
    },
    at: 'infra/app.ts:4:23',
    stage: 'process.env.SST_STAGE',
  },
};

/** The changes in a message, each as the lines to replace and those to write instead. */
function changesIn({ next = '' }: Problem): Array<{ before: string[]; after: string[] }> {
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

/** The text with these lines replaced. The text must contain them exactly once. */
function applied(text: string, { before, after }: { before: string[]; after: string[] }): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const parts = text.split(before.join(ending));
  expect(parts).toHaveLength(2);
  return parts.join(after.join(ending));
}

test.each(Object.entries(PATTERNS))('%s', async (_, { config, files = {}, at, stage = 'input.stage' }) => {
  const folder = await projectWith({ 'sst.config.ts': config, ...files });
  const stopped = await inspected(folder, { environment });
  const problem = stopped.failure?.problem;
  if (!problem?.place) throw new Error(`The guard did not stop at a place: ${problem?.what}`);
  const { file, line, column } = problem.place;
  expect(problem.title).toBe('A profile overrides the credentials');
  expect(`${file === 'sst.config.ts' ? '' : `${file}:`}${line}:${column}`).toBe(at);

  const changes = changesIn(problem);
  expect(changes).toHaveLength(2);
  expect(problem.next).toContain(`${stage} === "production" ? undefined`);
  const original = await readFile(path.join(folder, file), 'utf8');
  for (const change of changes) {
    await writeFile(path.join(folder, file), applied(original, change));
    const after = await inspected(folder, { environment });
    expect([after.failure?.problem, after.profile]).toEqual([undefined, { verdict: 'none' }]);
  }
  await writeFile(path.join(folder, file), original);
  const neutralized = await inspected(folder, { environment, guard: 'neutralize' });
  expect([neutralized.failure?.problem, neutralized.profile]).toEqual([undefined, { verdict: 'ignored' }]);
});

test.each([
  [
    'two that might be it',
    withBody(
      'if (input.stage === "x") return { name: "shop", home: "aws", providers: { aws: { profile: "acme" } } };\n    return { name: "shop", home: "aws", providers: { aws: { profile: "acme" } } };',
    ),
  ],
  ['a getter', withAws('{ get profile() { return "acme"; } }')],
  ['none in the text', withAws('Object.fromEntries([["pro" + "file", "acme"]])')],
])('not known exactly, a general example that says so: %s', async (_, config) => {
  const folder = await projectWith({ 'sst.config.ts': config });
  const { failure } = await inspected(folder, { environment });
  expect(changesIn(failure?.problem ?? { title: '', what: '' })).toEqual([]);
  expect(failure?.problem.next).toContain('the line to change is not known exactly');
  expect(failure?.problem.next).toContain('  profile: process.env.GITHUB_ACTIONS ? undefined : "acme",');
});
