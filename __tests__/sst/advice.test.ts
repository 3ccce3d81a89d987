// The changes that the guard prints, in the usual ways to write a profile.
import { aws, changesIn, environment, expectFixes, type Pattern } from './advice.ts';
import { withAws, withBody } from './cases/case.ts';
import { inspected } from './inspected.ts';
import { projectWith } from './project.ts';

const PATTERNS: Record<string, Pattern> = {
  'a literal': { config: aws('profile: "acme"'), at: '9:9' },
  'by the stage': { config: aws('profile: input.stage === "production" ? "acme" : "dev"'), at: '9:9' },
  'a spread': {
    config: aws('...(input.stage ? { profile: "acme" } : {})'),
    at: '9:29',
  },
  'a variable of the environment': { config: aws('profile: process.env.WHO'), at: '9:9' },
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
  CRLF: { config: aws('profile:\n          "acme"').replaceAll('\n', '\r\n'), at: '9:9' },
  'the short form': { config: aws('profile', 'const profile = "acme";'), at: '9:9' },
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
};

test.each(Object.entries(PATTERNS))('%s', (_, pattern) => expectFixes(pattern));

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
