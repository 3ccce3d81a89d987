import path from 'node:path';
import { locate, type PropertyLocation } from '../../src/sst/syntax.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

/** `file:line:column` of the property whose value is `staging`, and the rest of that line. */
async function found(
  config: string,
  files: Record<string, string> = {},
): Promise<PropertyLocation & { at: string }> {
  const folder = await projectWith({ 'sst.config.ts': config, ...files });
  const loaded = ['sst.config.ts', ...Object.keys(files)].map(name => path.join(folder, name));
  const located = locate(loaded, ['providers', 'aws', 'profile'], 'staging');
  return { ...located, at: `${path.relative(folder, located.file)}:${located.line}:${located.column}` };
}

const app = (body: string, before = '') => `${before}export default $config({
  app(input) {
    ${body}
  },
});
`;

test.each([
  ['a literal', app('return { providers: { aws: { profile: "staging" } } };'), 'sst.config.ts:3:34'],
  [
    'the one of two that names it',
    app(
      'if (input.stage === "x") return { providers: { aws: { profile: "x" } } };\n    return { providers: { aws: { profile: "staging" } } };',
    ),
    'sst.config.ts:4:34',
  ],
  [
    'a conditional',
    app('return { providers: { aws: { profile: input.stage === "x" ? "x" : "staging" } } };'),
    'sst.config.ts:3:34',
  ],
  [
    'a constant',
    app('return { providers: { aws: { profile: NAME } } };', 'const NAME = "staging";\n'),
    'sst.config.ts:4:34',
  ],
  [
    'the short form',
    app('const profile = "staging"; return { providers: { aws: { profile } } };'),
    'sst.config.ts:3:61',
  ],
  [
    'a spread',
    app('return { providers: { aws: { ...(process.env.X ? { profile: "staging" } : {}) } } };'),
    'sst.config.ts:3:56',
  ],
  [
    'a constant provider',
    app('return { providers };', 'const aws = {\n  profile: "staging",\n};\nconst providers = { aws };\n'),
    'sst.config.ts:2:3',
  ],
  [
    'a lookup by stage',
    app(
      'return { providers: { aws: settings[input.stage] } };',
      'const settings = { dev: { profile: "dev" }, production: { profile: "staging" } };\n',
    ),
    'sst.config.ts:1:59',
  ],
  [
    'a function',
    app(
      'return { providers: { aws: awsOf(input.stage) } };',
      'function awsOf(stage: string) { return { region: "x", profile: stage as string }; }\n',
    ),
    'sst.config.ts:1:55',
  ],
  [
    'of two that cannot be told apart the first',
    app(
      'if (input) return { providers: { aws: { profile: NAMES.dev } } };\n    return { providers: { aws: { profile: NAMES.prod } } };',
      'const NAMES = { dev: "dev", prod: "staging" } as const;\n',
    ),
    'sst.config.ts:4:45',
  ],
  [
    'what is imported and taken apart',
    app('const { profile } = who; const aws = { profile }; return { providers: { aws } };'),
    'sst.config.ts:3:44',
  ],
  [
    'an arrow function for app',
    'export default $config({ app: input => ({ providers: { aws: { profile: "staging" } } }) });\n',
    'sst.config.ts:1:63',
  ],
  [
    'app defined before',
    'const app = (input) => { return { providers: { aws: { profile: "staging" } } }; };\nexport default $config({ app });\n',
    'sst.config.ts:1:55',
  ],
  [
    'a config defined before',
    'const config = { app() { return { providers: { aws: { profile: "staging" } } }; } };\nexport default config;\n',
    'sst.config.ts:1:55',
  ],
  [
    'satisfies, as and await',
    app('return (await ({ providers: { aws: { profile: "staging" } satisfies object } } as any));').replace(
      'app(',
      'async app(',
    ),
    'sst.config.ts:3:42',
  ],
  ['a template', app('return { providers: { aws: { profile: `staging` } } };'), 'sst.config.ts:3:34'],
  [
    'what cannot be told',
    app('return { providers: { aws: { profile: process.env.WHO } } };'),
    'sst.config.ts:3:34',
  ],
  [
    'an assignment that happens first',
    app(
      'const name = process.env.CI ? undefined : "staging"; return { providers: { aws: { profile: name } } };',
    ),
    'sst.config.ts:3:87',
  ],
  [
    'CommonJS',
    'module.exports = { app: () => ({ providers: { aws: { profile: "staging" } } }) };\n',
    'sst.config.ts:1:54',
  ],
  [
    'a profile elsewhere that is not meant',
    app(
      'const other = { profile: "staging" }; return { aws: other, providers: { aws: { profile: "sta" + "ging" } } };',
    ),
    'sst.config.ts:3:84',
  ],
  [
    'a getter',
    app('return { providers: { aws: { get profile() { return WHO; } } } };'),
    'sst.config.ts:3:34',
  ],
  ['a quoted key', app('return { "providers": { "aws": { "profile": "staging" } } };'), 'sst.config.ts:3:38'],
  [
    'decorators and JSX-like generics',
    app('class X { @dec a = <T,>(x: T) => x }\n    return { providers: { aws: { profile: "staging" } } };'),
    'sst.config.ts:4:34',
  ],
])('%s', async (_, config, at) => {
  expect((await found(config)).at).toBe(at);
});

test('another file, which the config loaded', async () => {
  const config = app('return (await import("./infra/app")).app(input);').replace('app(', 'async app(');
  const infra = 'export const app = () => ({\n  providers: {\n    aws: { profile: "staging" },\n  },\n});\n';
  expect((await found(config, { 'infra/app.ts': infra })).at).toBe('infra/app.ts:3:12');
});

test('of several in other files the one below an `aws`, then any', async () => {
  const config = app('return { providers: await providersOf() };').replace('app(', 'async app(');
  const one = 'export const other = { profile: "staging" };\n';
  const two = 'export const aws = { aws: {\n  profile: "staging" } };\n';
  expect((await found(config, { 'one.ts': one, 'two.ts': two })).at).toBe('two.ts:2:3');
  expect((await found(config, { 'one.ts': one })).at).toBe('one.ts:1:24');
});

test.each([
  ['a part of itself', 'let aws: any = { prod: { profile: "staging" } };', 'aws = aws.prod;', '3:30'],
  ['a spread of itself', 'let aws: any = {};', 'aws = { ...aws, profile: "staging" };', '4:21'],
  ['a function that calls itself', 'const aws: any = () => aws();', 'aws.profile = "staging";', '4:5'],
])('a name that stands for %s', async (_, declaration, assignment, at) => {
  const body = `${declaration}\n    ${assignment}\n    return { providers: { aws } };`;
  expect((await found(app(body))).at).toBe(`sst.config.ts:${at}`);
});

test('names that lead to each other in many ways take no long time', async () => {
  const names = [...'abcdefghij'];
  const assignments = names.flatMap(to => names.map(from => `${to} = { ...${from}, ...${from}.x };`));
  const body = `let ${names.map(name => `${name}: any = { profile: "staging" }`).join(', ')};
    ${assignments.join('\n    ')}
    return { providers: { aws: a } };`;
  const began = Date.now();
  expect(await found(app(body))).toBeDefined();
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('nowhere: app() itself', async () => {
  expect((await found(app('return build(input);'))).at).toBe('sst.config.ts:2:3');
});

test('a config that cannot be parsed has no place in it', async () => {
  expect((await found('export default $config({ app( { }')).at).toBe('sst.config.ts:1:1');
});

test.each([
  [
    'an assignment',
    app('const aws: any = {};\n    aws.profile = "staging";\n    return { providers: { aws } };'),
    '4:5',
  ],
  [
    'an assignment to what is the value of aws',
    app(
      'const given: any = {};\n    given["profile"] = "staging";\n    return { providers: { aws: given } };',
    ),
    '4:5',
  ],
  [
    'an assignment along the path',
    app(
      'const result: any = { providers: { aws: {} } };\n    result.providers.aws.profile = "staging";\n    return result;',
    ),
    '4:5',
  ],
  [
    'a name that gets its value later',
    app(
      'let profile = "dev";\n    if (input) profile = "staging";\n    return { providers: { aws: { profile } } };',
    ),
    '5:34',
  ],
  [
    'the value on the next line',
    app('return { providers: { aws: { profile:\n      "staging" } } };'),
    '3:34',
  ],
  ['tabs', app('return { providers: { aws: {\n\t\t\tprofile: "staging" } } };'), '4:4'],
  [
    'CRLF',
    app('return { providers: { aws: {\n      profile: "staging" } } };').replaceAll('\n', '\r\n'),
    '4:7',
  ],
])('%s', async (_, config, at) => {
  expect((await found(config)).at).toBe(`sst.config.ts:${at}`);
});

const literal = app('return { providers: { aws: { profile: "staging" } } };');

test('what the stage is called there', async () => {
  const stageIn = async (config: string) => (await found(config)).stage;
  expect(await stageIn(literal)).toBe('input.stage');
  expect(await stageIn(literal.replace('app(input)', 'app: async (given: Input) =>'))).toBe('given.stage');
  expect(await stageIn(literal.replace('input', '{ stage }'))).toBeUndefined();
  expect(await stageIn(literal.replace('input', ''))).toBeUndefined();
  expect(
    await stageIn(
      app('return { providers: { aws: awsOf() } };', 'const awsOf = () => ({ profile: "staging" });\n'),
    ),
  ).toBeUndefined();
});

test('two that both might be it: the place is known, the text to change is not', async () => {
  const twice = app(
    'if (input.stage) return { providers: { aws: { profile: "staging" } } };\n    return { providers: { aws: { profile: "staging" } } };',
  );
  expect(await found(twice)).toMatchObject({ at: 'sst.config.ts:3:51', undefinedIf: undefined });
});
