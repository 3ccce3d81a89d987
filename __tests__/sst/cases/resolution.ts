import { body, type Case, returning, staging } from './case.ts';

const right = 'export const profile: string = "staging";\n';
const wrong = 'export const profile: string = "default";\n';
const inPackage = {
  'node_modules/lib/package.json': '{ "name": "lib" }',
  'node_modules/lib/index.js': 'exports.profile = "staging";\n',
};

const importing = (specifier: string) =>
  body(`const { profile } = await import(${specifier}); ${returning('{ profile }')}`);

/** A config that imports the specifier, with these options in tsconfig.json. */
const mapped = (
  specifier: string,
  options: object,
  files: Record<string, string>,
  extended: object = {},
) => ({
  ...importing(JSON.stringify(specifier)),
  'tsconfig.json': JSON.stringify({ compilerOptions: options, ...extended }),
  ...files,
});

const paths: Readonly<Record<string, Record<string, string>>> = {
  'a pattern that is *': mapped(
    'lib',
    { paths: { '*': ['./src/*'] } },
    { ...inPackage, 'src/lib.ts': right, 'node_modules/lib/index.js': '' },
  ),
  'a pattern that is *, and a package': mapped('lib', { paths: { '*': ['./src/*'] } }, inPackage),
  'several targets': mapped('a/b', { paths: { '*': ['./types/*', './src/*'] } }, { 'src/a/b.ts': right }),
  'a target that is not there, and baseUrl': mapped(
    '@/x',
    { baseUrl: './src', paths: { '@/*': ['./none/*'] } },
    { 'src/@/x.ts': right },
  ),
  'a name without a target, and a package': mapped(
    'lib',
    { paths: { lib: ['./none'], '*': ['./src/*'] } },
    { ...inPackage, 'src/lib.ts': wrong },
  ),
  'a name before a pattern': mapped(
    'a/b',
    { paths: { 'a/*': ['./one/*'], 'a/b': ['./two'] } },
    { 'one/b.ts': wrong, 'two.ts': right },
  ),
  'the longest prefix': mapped(
    '@/a/b',
    { paths: { '@/*': ['./one/*'], '@/a/*': ['./two/*'] } },
    { 'one/a/b.ts': wrong, 'two/b.ts': right },
  ),
  'the longest suffix': mapped(
    '@/a.cfg',
    { paths: { '@/*': ['./one/*'], '@/*.cfg': ['./two/*'] } },
    { 'one/a.cfg.ts': wrong, 'two/a.ts': right },
  ),
  'a relative specifier': mapped(
    './a',
    { paths: { './*': ['./src/*'] } },
    { 'src/a.ts': wrong, 'a.ts': right },
  ),
  'an absolute specifier': mapped('/a', { paths: { '/*': ['./src/*'] } }, { 'src/a.ts': right }),
  'a baseUrl of its own, and extended paths': mapped(
    '@/a',
    { baseUrl: './src' },
    {
      'base/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }',
      'base/lib/a.ts': wrong,
      'src/lib/a.ts': right,
    },
    { extends: './base/tsconfig.json' },
  ),
  'jsconfig.json': {
    ...importing('"@/a"'),
    'jsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    'src/a.ts': right,
  },
};

const refused: Readonly<Record<string, Record<string, string>>> = {
  'paths: a longest prefix whose target is not there': mapped(
    '@/a/b',
    { paths: { '@/*': ['./one/*'], '@/a/*': ['./two/*'] } },
    { 'one/a/b.ts': right },
  ),
  'paths: a target without ./, and no baseUrl': mapped(
    '@/a',
    { paths: { '@/*': ['src/*'] } },
    { 'src/a.ts': right },
  ),
  'paths: a target that is no list': mapped('@/a', { paths: { '@/*': './src/*' } }, { 'src/a.ts': right }),
  'a specifier of two parts, without the extension': {
    ...importing('"./stages/" + input.stage'),
    'stages/production.ts': right,
  },
  'a template as specifier, with another extension': {
    ...importing('`./stages/${input.stage}.js`'),
    'stages/production.ts': right,
  },
  'a tsconfig.json that is no JSON': {
    ...body(returning('{}')),
    'tsconfig.json': '{ compilerOptions: {} }',
  },
  'a package.json with a comment': { ...body(returning('{}')), 'package.json': '{ "name": "x" /* y */ }' },
};

/** Which file an import means. */
export const RESOLUTION: readonly Case[] = [
  ...Object.entries(paths).map(([name, files]): Case => ({ name: `paths: ${name}`, files, uses: staging })),
  ...Object.entries(refused).map(([name, files]): Case => ({ name, files, uses: 'refused' })),
  {
    name: 'a template as specifier, with the extension',
    files: { ...importing('`./stages/${input.stage}.ts`'), 'stages/production.ts': right },
    uses: staging,
  },
  {
    name: 'a style sheet',
    files: {
      ...body(`await import("./a.css"); ${returning('{ profile: "staging" }')}`),
      'a.css': 'a { color: red }',
    },
    uses: staging,
  },
  {
    name: 'a tsconfig.json with a comment and a trailing comma',
    files: { ...body(returning('{ profile: "staging" }')), 'tsconfig.json': '{ "a": 1, /* b */ }' },
    uses: staging,
  },
];
