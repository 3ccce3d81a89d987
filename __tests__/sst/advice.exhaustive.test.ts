// The changes that the guard prints, in every other way to write a profile.
import { aws, expectFixes, type Pattern, returning } from './advice.ts';
import { withAws, withBody } from './cases/case.ts';

const PATTERNS: Record<string, Pattern> = {
  'by CI': { config: aws('profile: process.env.NOT_CI ? undefined : "acme"'), at: '9:9' },
  'a helper function for the value': {
    config: aws('profile: profileFor(input.stage)', 'const profileFor = (stage: string) => `ac${"me"}`;'),
    at: '9:9',
  },
  'the value on the next line': {
    config: aws(
      'profile:\n          input.stage === "production"\n            ? "acme"\n            : "dev"',
    ),
    at: '9:9',
  },
  'a quoted key': { config: aws('"profile": "acme"'), at: '9:9' },
  'a computed key': { config: aws('["profile"]: "acme"'), at: '9:9' },
  tabs: { config: withAws('{\n\t\t\t\tprofile:\t"acme",\n\t\t\t}'), at: '9:5' },
  'a comment between': { config: aws('profile: /* local */ // only\n          "acme"'), at: '9:9' },
  'parentheses, and a type': { config: aws('profile: ("acme" as string)'), at: '9:9' },
  'all on one long line': {
    config: withBody(
      `return { name: "shop", home: "aws", providers: { aws: { ${'defaultTags: { tags: { a: "1" } }, '.repeat(12)} profile: "acme" } } };`,
    ),
    at: '4:482',
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

test.each(Object.entries(PATTERNS))('%s', (_, pattern) => expectFixes(pattern));
