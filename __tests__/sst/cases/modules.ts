import { body, type Case, returning, staging } from './case.ts';

/** Each with the code of lib.ts, whose export `profile` is the profile, and more files. */
const LIBRARIES: Readonly<Record<string, [string, Record<string, string>]>> = {
  'export * of CommonJS': [
    'export * from "./cjs.cjs";\n',
    { 'cjs.cjs': 'for (const name of ["profile"]) exports[name] = "staging";\n' },
  ],
  'export * of CommonJS, imported by name': [
    'import { profile } from "./all";\nexport { profile };\n',
    {
      'all.ts': 'export * from "./cjs.cjs";\n',
      'cjs.cjs': 'module.exports = (() => ({ profile: "staging" }))();\n',
    },
  ],
  'export * of CommonJS, as a namespace': [
    'import * as all from "./all";\nexport const profile = Object.keys(all).sort().join() === "own,profile" ? all.profile : "";\n',
    {
      'all.ts': 'export * from "./cjs.cjs";\nexport const own = 1;\n',
      'cjs.cjs': 'module.exports = { profile: "staging" };\n',
    },
  ],
  'export * of CommonJS, twice': [
    'export * from "./all";\n',
    {
      'all.ts': 'export * from "./cjs.cjs";\n',
      'cjs.cjs': 'Object.assign(exports, { profile: "staging" });\n',
    },
  ],
  'export * of two CommonJS modules with the same name': [
    'export * from "./one.cjs";\nexport * from "./two.cjs";\n',
    { 'one.cjs': 'exports.profile = "staging";\n', 'two.cjs': 'exports.profile = "default";\n' },
  ],
  'export * of CommonJS, and an own export': [
    'export * from "./cjs.cjs";\nexport const profile: string = "staging";\n',
    { 'cjs.cjs': 'exports.profile = "default";\n' },
  ],
  'export * of CommonJS that lacks the name': [
    'import { nothing } from "./all";\nexport const profile = nothing ?? "staging";\n',
    { 'all.ts': 'export * from "./cjs.cjs";\n', 'cjs.cjs': 'exports.other = 1;\n' },
  ],
  'export * of a module of Node': [
    'import * as all from "./all";\nexport const profile = Object.keys(all).includes("__namespace") ? "" : all.basename("x/staging");\n',
    { 'all.ts': 'export * from "node:path";\n' },
  ],
  'export * of CommonJS, by require': [
    'export const { profile } = require("./all");\n',
    { 'all.ts': 'export * from "./cjs.cjs";\n', 'cjs.cjs': 'module.exports = { profile: "staging" };\n' },
  ],
  'comments in a list of imports': [
    'import {\n  // the (name\n  one, // and, [another\n  /* a } \n b */ other as two,\n} from "./parts";\nexport const profile: string = one + two;\n',
    { 'parts.ts': 'export const one = "sta";\nexport const other = "ging";\n' },
  ],
  'comments in an import of CommonJS': [
    'import * /* as x */ as /* all, */ all from /* here */ "./cjs.cjs";\nimport { profile as /* { */ other } from "./cjs.cjs";\nexport const profile = all.profile === other ? other : undefined;\n',
    { 'cjs.cjs': 'exports.profile = "staging";\n' },
  ],
  'CommonJS that exports an object of a class': [
    'import { profile } from "./cjs.cjs";\nexport { profile };\n',
    {
      'cjs.cjs': 'class Settings { get profile() { return "staging"; } }\nmodule.exports = new Settings();\n',
    },
  ],
  'a name in quotes': [
    'import { "a-b" as profile } from "./cjs.cjs";\nexport { profile };\n',
    { 'cjs.cjs': 'exports["a-b"] = "staging";\n' },
  ],
  'an ES module named .cjs': [
    'import { profile } from "./es.cjs";\nexport { profile };\n',
    { 'es.cjs': 'export const profile = "staging";\n' },
  ],
  'an ES module named .cts': [
    'export const { profile } = require("./es.cts");\n',
    { 'es.cts': 'export const profile: string = "staging";\n' },
  ],
};

const unused = (options: object, statement = 'import { Type, value } from "./effects";') => ({
  ...body(`await import("./lib"); ${returning('{ profile: process.env.WHO }')}`),
  'lib.ts': `${statement}\nexport const a: Type | undefined = undefined;\n`,
  'effects.ts': 'process.env.WHO = "staging";\nexport const value = 1;\nexport interface Type {}\n',
  'tsconfig.json': JSON.stringify({ compilerOptions: options }),
});

/** How modules export and import names. */
export const MODULES: readonly Case[] = [
  ...Object.entries(LIBRARIES).map(
    ([name, [library, files]]): Case => ({
      name,
      files: {
        ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
        'lib.ts': library,
        ...files,
      },
      uses: staging,
    }),
  ),
  {
    name: 'export * of JSON',
    files: {
      ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
      'lib.ts': 'export * from "./aws.json";\n',
      'aws.json': '{ "profile": "staging" }',
    },
    uses: 'exported',
  },
  {
    name: 'a name that another file does not export',
    files: {
      ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
      'lib.ts': 'import { nothing } from "./other";\nexport const profile = nothing;\n',
      'other.ts': 'export const something = 1;\n',
    },
    uses: 'refused',
  },
  {
    name: 'module.exports in a package of type module',
    files: {
      ...body(`const { profile } = await import("./lib.js"); ${returning('{ profile }')}`),
      'lib.js': 'module.exports = { profile: "staging" };\n',
      'package.json': '{ "type": "module" }',
    },
    uses: 'refused',
  },
  { name: 'an import that nothing uses', files: unused({}), uses: 'exported' },
  {
    name: 'an import that nothing uses, with importsNotUsedAsValues',
    files: unused({ importsNotUsedAsValues: 'preserve' }),
    uses: staging,
  },
  {
    name: 'an import of a type, with importsNotUsedAsValues',
    files: unused({ importsNotUsedAsValues: 'error' }, 'import { type Type } from "./effects";'),
    uses: staging,
  },
  {
    name: 'an import that nothing uses, with preserveValueImports',
    files: unused({ preserveValueImports: true, verbatimModuleSyntax: false }),
    uses: staging,
  },
  {
    name: 'an import that nothing uses, with verbatimModuleSyntax',
    files: unused({ verbatimModuleSyntax: true }),
    uses: staging,
  },
  {
    name: 'twenty levels of two files, each of which exports all of both files below',
    files: {
      ...body(`const { profile } = await import("./a0"); ${returning('{ profile }')}`),
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => {
          const level = (at >> 1) + 1;
          const below = `export * from "./a${level}";\nexport * from "./b${level}";\n`;
          return [`${at % 2 ? 'b' : 'a'}${level - 1}.ts`, below];
        }),
      ),
      'a20.ts': 'export const profile: string = "staging";\n',
      'b20.ts': 'export {};\n',
    },
    uses: staging,
  },
  {
    name: '300,000 empty lines',
    files: Object.fromEntries(
      Object.entries(body(returning('{ profile: "staging" }'))).map(([name, text]) => [
        name,
        '\n'.repeat(300_000) + text,
      ]),
    ),
    uses: staging,
  },
];
