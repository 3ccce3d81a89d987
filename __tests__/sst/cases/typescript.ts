import { body, type Case, config, returning, staging, withAws } from './case.ts';

export const TYPESCRIPT: readonly Case[] = [
  {
    name: 'an enum',
    files: body(
      'return { name: "shop", home: "aws", providers: { aws: { profile: Profile.Staging } } };',
      'app(input: { stage: string })',
      'enum Profile { Staging = "staging" }',
    ),
    uses: staging,
  },
  {
    name: 'a const enum and a namespace',
    files: config(
      '{ profile: Names.of(P.A) }',
      'const enum P { A }\nnamespace Names { export const of = (p: P) => p === P.A ? "staging" : undefined; }',
    ),
    uses: staging,
  },
  {
    name: 'satisfies and as',
    files: config('{ profile: ("staging" satisfies string) as any } as const'),
    uses: staging,
  },
  {
    name: 'generics that JavaScript would compare',
    files: config(
      '{ profile: pick<Date>("staging" as never) }',
      'function pick<T>(value: T): T { return value; }',
    ),
    uses: staging,
  },
  {
    name: 'extensionless, awaited',
    files: {
      ...body(
        'const { profileOf } = await import("./infra/stage"); return { name: "shop", home: "aws", providers: { aws: { profile: profileOf(input.stage) } } };',
      ),
      'infra/stage.ts':
        'export const profileOf = (stage: string) => stage === "production" ? "staging" : undefined;\n',
    },
    uses: staging,
  },
  {
    name: 'an index file',
    files: {
      ...body(`const { profile } = await import("./infra"); ${returning('{ profile }')}`),
      'infra/index.ts': 'export * from "./profile";\n',
      'infra/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.js for .ts',
    files: {
      ...body(`const { profile } = await import("./infra/config/app.js"); ${returning('{ profile }')}`),
      'infra/config/app.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.js where both are there',
    files: {
      ...body(`const { profile } = await import("./app.js"); ${returning('{ profile }')}`),
      'app.ts': 'export const profile = "default";\n',
      'app.js': 'export const profile = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.ts before .js',
    files: {
      ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
      'lib.ts': 'export const profile = "staging";\n',
      'lib.js': 'export const profile = "default";\n',
    },
    uses: staging,
  },
  {
    name: '.mjs for .mts',
    files: {
      ...body(`const { profile } = await import("./lib.mjs"); ${returning('{ profile }')}`),
      'lib.mts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'paths of tsconfig.json',
    files: {
      ...body(`const { profile } = await import("@/profile"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ // a comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"] }, } }',
      'src/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'paths that a tsconfig.json extends',
    files: {
      ...body(`const { profile } = await import("~lib"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ "extends": "./base.json" }',
      'base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "~lib": ["lib/index.ts"] } } }',
      'lib/index.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'baseUrl of tsconfig.json',
    files: {
      ...body(`const { profile } = await import("lib/profile"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }',
      'src/lib/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a workspace package in TypeScript',
    files: {
      ...body(`const { profile } = await import("@acme/env"); ${returning('{ profile }')}`),
      'node_modules/@acme/env/package.json':
        '{ "name": "@acme/env", "type": "module", "exports": "./src/index.ts" }',
      'node_modules/@acme/env/src/index.ts':
        'import { names } from "./names";\nexport const profile: string = names.first;\n',
      'node_modules/@acme/env/src/names.ts': 'export const names = { first: "staging" } as const;\n',
    },
    uses: staging,
  },
  {
    name: 'a package whose main is TypeScript',
    files: {
      ...body(`const { profile } = await import("env"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env", "main": "./src/index" }',
      'node_modules/env/src/index.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a package with module and main',
    files: {
      ...body(`const { profile } = await import("env"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env", "module": "./es.js", "main": "./cjs.js" }',
      'node_modules/env/es.js': 'export const profile = "staging";\n',
      'node_modules/env/cjs.js': 'exports.profile = "default";\n',
    },
    uses: staging,
  },
  {
    name: 'a file in a package, extensionless',
    files: {
      ...body(`const { profile } = await import("env/profile"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env" }',
      'node_modules/env/profile.js': 'exports.profile = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'JSON, its default',
    files: {
      ...body(`const json = await import("./aws.json"); ${returning('json.default')}`),
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'JSON, by name',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import { profile } from "./aws.json";\nexport const aws = { profile };\n',
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'CommonJS, required',
    files: {
      ...body(returning('require("./lib.js")')),
      'lib.js': 'const names = require("./names");\nmodule.exports = { profile: names.first };\n',
      'names.json': '{ "first": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'CommonJS, imported by a name that Node cannot see',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import { profile } from "./cjs";\nexport const aws = { profile };\n',
      'cjs.js':
        'const all = { profile: "staging" };\nfor (const name of Object.keys(all)) module.exports[name] = all[name];\n',
    },
    uses: staging,
  },
  {
    name: 'CommonJS compiled from an ES module',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import aws from "./cjs";\nexport { aws };\n',
      'cjs.js':
        'Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = { profile: "staging" };\n',
    },
    uses: staging,
  },
  {
    name: 'module.exports as the config',
    files: {
      'sst.config.ts':
        'module.exports = { app: () => ({ name: "shop", home: "aws", providers: { aws: { profile: "staging" } } }) };\n',
    },
    uses: staging,
  },
  {
    name: 'a type imported without saying so',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts':
        'import { Aws } from "./types";\nimport { Handler } from "aws-lambda";\nexport { Aws } from "./types";\nexport const handler: Handler | undefined = undefined;\nexport const aws: Aws = { profile: "staging" };\n',
      'types.ts': 'export interface Aws { profile: string }\n',
    },
    uses: staging,
  },
  {
    name: 'awaited at the top level',
    files: {
      'sst.config.ts': withAws('{ profile }', 'const { profile } = await import("./lib");'),
      'lib.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a static import of a type only',
    files: config('{ profile: undefined as Profile }', 'import { Profile } from "./types";'),
    uses: 'exported',
  },
  {
    name: 'a static import that nothing uses',
    files: config('{ profile: "staging" }', 'import fs from "node:fs";'),
    uses: staging,
  },
  {
    name: 'a static import',
    files: {
      ...config('{ profile }', 'import { profile } from "./lib";'),
      'lib.ts': 'export const profile = process.env.CI ? undefined : "staging";\n',
    },
    uses: 'refused',
  },
  {
    name: 'a static import for its effects',
    files: { ...config('{}', 'import "./lib";'), 'lib.ts': '' },
    uses: 'refused',
  },
  {
    name: 'a static re-export',
    files: { ...config('{}', 'export * from "./lib";'), 'lib.ts': 'export const x = 1;\n' },
    uses: 'refused',
  },
  {
    name: 'a file read',
    files: {
      ...body(
        `const { readFileSync } = await import("node:fs"); ${returning('JSON.parse(readFileSync("aws.json", "utf8"))')}`,
      ),
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'a module that is not there',
    files: body(`const { profile } = await import("./nowhere"); ${returning('{ profile }')}`),
    uses: 'refused',
  },
  {
    name: 'a text that is no TypeScript',
    files: { 'sst.config.ts': 'export default $config({ app( { return {} } });\n' },
    uses: 'refused',
  },
  { name: 'no default export', files: { 'sst.config.ts': 'export const app = 1;\n' }, uses: 'refused' },
  {
    name: 'no app()',
    files: { 'sst.config.ts': 'export default $config({ async run() {} });\n' },
    uses: 'refused',
  },
];
