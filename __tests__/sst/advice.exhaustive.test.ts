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
  /** What the guard finds, if it is not "acme". */
  readonly profile?: string;
}

const returning = (app: string, aws = '{ profile: "acme" }') =>
  `${app} { return { name: "shop", home: "aws", providers: { aws: ${aws} } }; }`;

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
  "Prettier's nested conditions": {
    config: aws(
      'profile:\n          input.stage === "production"\n            ? "acme"\n            : input.stage === "staging"\n              ? "acme-staging"\n              : "dev"',
    ),
    at: '9:9',
  },
  satisfies: { config: aws('profile: "acme" satisfies string'), at: '9:9' },
  'as const': {
    config: aws('profile: NAMES.prod', 'const NAMES = { prod: "acme" } as const;'),
    at: '9:9',
  },
  'a template': { config: aws('profile: `acme-${input.stage}`'), at: '9:9', profile: 'acme-production' },
  '??': { config: aws('profile: process.env.NOT_SET ?? "acme"'), at: '9:9' },
  '||': { config: aws('profile: process.env.NOT_SET || "acme"'), at: '9:9' },
  '&&': { config: aws('profile: input.stage === "production" && "acme"'), at: '9:9' },
  'a list of two expressions': { config: aws('profile: (0, "acme")'), at: '9:9' },
  'an enum': { config: aws('profile: Name.Prod', 'enum Name { Prod = "acme" }'), at: '9:9' },
  'a switch in a helper': {
    config: aws(
      'profile: profileFor(input.stage)',
      'function profileFor(stage: string) { switch (stage) { case "production": return "acme"; default: return "dev"; } }',
    ),
    at: '9:9',
  },
  'Object.assign': { config: withAws('Object.assign({}, { profile: "acme" })'), at: '8:45' },
  'a destructured default': {
    config: withBody(
      'const { profile = "acme" } = {} as { profile?: string };\n    return { name: "shop", home: "aws", providers: { aws: { profile } } };',
    ),
    at: '5:61',
  },
  'a lookup': {
    config: aws('profile: ({ production: "acme" } as Record<string, string>)[input.stage]'),
    at: '9:9',
  },
  'only under a condition': {
    config: withBody(
      'const app: any = { name: "shop", home: "aws", providers: { aws: {} } };\n    if (input.stage === "production") app.providers.aws.profile = "acme";\n    return app;',
    ),
    at: '5:39',
  },
  'an assignment to what is not set': {
    config: withBody(
      'const aws: any = {};\n    aws.profile ??= "acme";\n    return { name: "shop", home: "aws", providers: { aws } };',
    ),
    at: '5:5',
  },
  'a return for each stage': {
    config: withBody(
      `if (input.stage === "production") ${returning('')}\n    ${returning('', '{ profile: "dev" }')}`,
    ),
    at: '4:98',
  },
  'the same lines elsewhere': {
    config: aws('profile: "acme"', 'const other = {\n        profile: "acme",\n};'),
    at: '11:9',
  },
  'a parameter of the same name': {
    config: withBody(
      'const aws = (input: string) => ({ profile: "acme", region: input as "us-east-1" });\n    return { name: "shop", home: "aws", providers: { aws: aws("us-east-1") } };',
    ),
    at: '4:39',
    stage: 'process.env.SST_STAGE',
  },
  'a parameter taken apart': {
    config: `export default $config({\n  ${returning('app({ stage: s = "dev" })')},\n});\n`,
    at: '2:87',
    stage: 'process.env.SST_STAGE',
  },
  'no $config': {
    config: `export default {\n  ${returning('app(input: { stage: string })')},\n} satisfies object;\n`,
    at: '2:91',
  },
  'another name for $config, and no semicolons': {
    config: `const define = $config\nexport default define({\n  ${returning('app: input =>')},\n})\n`,
    at: '3:75',
  },
  'a byte order mark': {
    config: `\uFEFFexport default $config({ ${returning('app(input)')} });\n`,
    at: '1:95',
  },
  'emoji on the same line': { config: aws('/* 🚀🎉 */ profile: "acme"'), at: '9:20' },
  'a profile in JSON': {
    config: withBody(
      'const { default: names } = await import("./names.json");\n    return { name: "shop", home: "aws", providers: { aws: { profile: names.prod } } };',
    ),
    files: { 'names.json': '{ "prod": "acme" }' },
    at: '5:61',
  },
  'a profile in a package': {
    config: withBody(
      'const names = await import("@acme/names");\n    return { name: "shop", home: "aws", providers: { aws: { profile: names.prod } } };',
    ),
    files: { 'node_modules/@acme/names/index.js': 'exports.prod = "acme";\n' },
    at: '5:61',
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

test.each(Object.entries(PATTERNS))('%s', async (_, pattern) => {
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
});

test.each([
  [
    'two that might be it',
    withBody(
      'if (input.stage === "x") return { name: "shop", home: "aws", providers: { aws: { profile: "acme" } } };\n    return { name: "shop", home: "aws", providers: { aws: { profile: "acme" } } };',
    ),
  ],
  ['a property descriptor', withAws('Object.create({}, { profile: { value: "acme", enumerable: true } })')],
  ['a getter', withAws('{ get profile() { return "acme"; } }')],
  ['a key by a constant', aws('[KEY]: "acme"', 'const KEY = "profile";')],
  ['none in the text', withAws('Object.fromEntries([["pro" + "file", "acme"]])')],
])('not known exactly, a general example that says so: %s', async (_, config) => {
  const folder = await projectWith({ 'sst.config.ts': config });
  const { failure } = await inspected(folder, { environment });
  expect(changesIn(failure?.problem ?? { title: '', what: '' })).toEqual([]);
  expect(failure?.problem.next).toContain('the line to change is not known exactly');
  expect(failure?.problem.next).toContain('  profile: process.env.GITHUB_ACTIONS ? undefined : "acme",');
});
