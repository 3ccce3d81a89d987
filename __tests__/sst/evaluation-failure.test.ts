// Each kind of failure of a config, with its hint. The message has no text of the engine, and no advice that does not
// help.
import type { Problem } from '../../src/failure.ts';
import { withBody } from './cases/case.ts';
import { inspected } from './inspected.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

const NODES_OWN =
  /Cannot read propert|cannot read property|is not a function|not iterable|Use --|ERR_|ENOENT|Unexpected token/;

async function failed(files: Record<string, string>, guard: 'fail' | 'warn' = 'fail'): Promise<Problem> {
  const { failure, warnings } = await inspected(await projectWith(files), { guard });
  const problem = guard === 'fail' ? failure?.problem : warnings[0];
  if (!problem) throw new Error('The guard did not say anything');
  expect(`${problem.what}\n${problem.next}`).not.toMatch(NODES_OWN);
  return problem;
}

const returned = 'return { name: "shop", home: "aws" };';

test("the config's own error is quoted as its answer", async () => {
  const problem = await failed({
    'sst.config.ts': withBody('throw new Error(`Invalid stage: ${input.stage}`);'),
  });
  expect(problem).toMatchObject({
    title: 'sst.config.ts could not be evaluated',
    place: { file: 'sst.config.ts', line: 4 },
  });
  expect(problem.what).toContain('throws an error for stage production: "Invalid stage: production"');
  expect(problem.next).toContain('`sst deploy` fails on it too');
  expect(problem.next).not.toMatch(/env:|npm ci/);
});

test('an own error about a variable of the environment that is not set', async () => {
  const problem = await failed({
    'sst.config.ts': withBody(
      `if (!process.env.ACME_ACCOUNT) throw new TypeError("ACME_ACCOUNT is required");\n    ${returned}`,
    ),
  });
  expect(problem.what).toContain('"ACME_ACCOUNT is required"');
  expect(problem.next).toContain("Not set here: ACME_ACCOUNT. Set it in the job's `env:`");
});

test('a variable of the environment that is not set, by an error of the language', async () => {
  const problem = await failed({
    'sst.config.ts': withBody(`const [first] = process.env.ACME_NAMES.split(",");\n    ${returned}`),
  });
  expect(problem.what).toContain(
    'a TypeError in the line `const [first] = process.env.ACME_NAMES.split(",");`',
  );
  expect(problem.next).toContain('Not set here: ACME_NAMES.');
});

test('a text that is not JSON, in a variable that is not set', async () => {
  const line = 'const { profile } = JSON.parse(process.env.ACME_SETTINGS ?? "");';
  const problem = await failed({ 'sst.config.ts': withBody(`${line}\n    ${returned}`) });
  expect(problem).toMatchObject({ place: { file: 'sst.config.ts', line: 4 } });
  expect(problem.what).toContain(`a SyntaxError in the line \`${line}\``);
  expect(problem.next).toContain('Not set here: ACME_SETTINGS.');
});

test('an error of the language that has nothing to do with the environment', async () => {
  const problem = await failed({
    'sst.config.ts': withBody(`const x: any = undefined;\n    x.y.z();\n    ${returned}`),
  });
  expect(problem).toMatchObject({ place: { line: 5 } });
  expect(problem.what).toContain('a TypeError in the line `x.y.z();`');
  expect(problem.next).not.toContain('Not set here');
});

test.each(['$app.name', 'sst.aws', 'aws.s3'])('%s exists only in run()', async expression => {
  const name = expression.split('.')[0];
  const problem = await failed({ 'sst.config.ts': withBody(`const x = ${expression};\n    ${returned}`) });
  expect(problem.what).toContain(`\`${name}\` outside of \`run()\``);
  expect(problem.next).toContain('Move it into `run()`');
});

test('a name that is not defined anywhere', async () => {
  const problem = await failed({ 'sst.config.ts': withBody(`const x = nothing;\n    ${returned}`) });
  expect(problem.what).toContain('uses `nothing`, which is not defined');
});

test('a syntax error: at its own line and column', async () => {
  const problem = await failed({ 'sst.config.ts': withBody('return { name: "shop" home: "aws" };') });
  expect(problem).toMatchObject({ place: { file: 'sst.config.ts', line: 4, column: 27 } });
  expect(problem.what).toContain('This is not valid TypeScript: "," is expected here.');
  expect(problem.next).toContain('`sst deploy` fails on it too');
});

test('a syntax error in another file', async () => {
  const problem = await failed({
    'sst.config.ts': withBody('return (await import("./infra/app")).app;'),
    'infra/app.ts': 'export const app = {\n  name: "shop",\n  home "aws",\n};\n',
  });
  expect(problem).toMatchObject({ place: { file: 'infra/app.ts', line: 3, column: 8 } });
});

test('a package that is not installed, and a file that is not there', async () => {
  const missing = await failed({ 'sst.config.ts': withBody('return (await import("@acme/env")).app;') });
  expect(missing.what).toContain('imports "@acme/env", which is not installed');
  expect(missing.next).toContain('npm ci');
  const file = await failed({ 'sst.config.ts': withBody('return (await import("./infra/app")).app;') });
  expect(file).toMatchObject({ place: { file: 'sst.config.ts', line: 4 } });
  expect(file.what).toContain('imports "./infra/app", and there is no such file');
  expect(file.next).not.toContain('npm ci');
});

test('no default export with an app()', async () => {
  const problem = await failed({ 'sst.config.ts': 'export default { name: "shop" };\n' });
  expect(problem.what).toContain('no default export with an `app()` function');
});

test.each([
  [
    'an import of its package',
    'import { Api } from "sst/constructs";\nexport default { config() {}, stacks(app) {} };\n',
  ],
  [
    'its type',
    'import { SSTConfig } from "sst";\nimport { API } from "./stacks/MyStack";\nexport default { config() { return {}; }, stacks(app) { app.stack(API); } } satisfies SSTConfig;\n',
  ],
  [
    'config() and stacks()',
    'import x from "not-there";\nexport default { config() { return x; }, stacks(app) {} };\n',
  ],
])('SST v2, by %s', async (_, config) => {
  const problem = await failed({ 'sst.config.ts': config });
  expect(problem.title).toBe('An SST v2 config');
  expect(problem.next).toContain('`profile-guard: "off"`');
});

test('no advice to set what is set', async () => {
  const files = { 'sst.config.ts': withBody('throw new Error("no");') };
  expect((await failed(files)).next).toContain('`profile-guard: warn`');
  expect((await failed(files, 'warn')).next).not.toContain('profile-guard');
});

const body = (statement: string) => withBody(`${statement}\n    ${returned}`);

test.each([
  ['in the first line', 'const x = nope; export default $config({});', '1:11'],
  ['in the first line, with types', 'const x: string = nope; export default $config({});', '1:19'],
  ['in the first line, with require', 'const x = nope; require("fs"); export default $config({});', '1:11'],
  ['in CommonJS', 'const x = nope; module.exports = { app() {} };', '1:11'],
  ['after a byte order mark', '\uFEFFconst x = nope; export default $config({});', '1:11'],
  ['a syntax error after a byte order mark', '\uFEFFconst x = ;', '1:11'],
  ['after a first line for the shell', `#!/usr/bin/env tsx\n${body('throw new Error("x");')}`, '5:20'],
  ['after emoji', body('/* 🚀🎉 */ throw new Error("x");'), '4:31'],
  ['after emoji, with types', body('const s: string = "🚀🎉"; throw new Error("x");'), '4:46'],
  ['after umlauts', body('/* äöü */ throw new Error("x");'), '4:30'],
  [
    'with CRLF and types',
    body('const s: string = "";\n    throw new Error("x");').replaceAll('\n', '\r\n'),
    '5:20',
  ],
  ['after an enum', `enum A {\n  X = "x",\n}\n${body('throw new Error("x");')}`, '7:20'],
  ['of a class of its own', `class Stop extends Error {}\n${body('throw new Stop("x");')}`, '5:19'],
  [
    'an import named in a comment, too',
    `// needs "@acme/none"\n${body('await import("@acme/none");')}`,
    '5:18',
  ],
  ['an import as a template', body('await import(`@acme/none`);'), '4:18'],
])('the place of an error, to the column: %s', async (_, config, at) => {
  const { place } = await failed({ 'sst.config.ts': config });
  expect(`${place?.line}:${place?.column}`).toBe(at);
});

test('the place of what is not checked', async () => {
  const config = body('try { process.getBuiltinModule("fs").readFileSync("/etc/passwd"); } catch {}');
  const { title, place } = await failed({ 'sst.config.ts': config });
  expect([title, place]).toEqual([
    'The profile was not checked',
    { file: 'sst.config.ts', line: 4, column: 54 },
  ]);
});
