// Configs that use features of the language, Node and npm. Each is evaluated as SST would, or the step stops with a
// message that names the feature. Runs the built dist/ as a runner would.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

let services: LocalServices;
let workspace: string;

beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());
beforeEach(async () => {
  workspace = await mkdtemp(path.join(os.tmpdir(), 'features-'));
});
afterEach(async () => {
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

interface Feature {
  /** In the config, before its default export. */
  readonly before?: string;
  /** In `app()`: declares `profile`, which is "acme". */
  readonly body: string;
  readonly files?: Readonly<Record<string, string>>;
}

async function step({ before = '', body, files = {} }: Feature): Promise<Run> {
  const config = `${before}
export default $config({
  async app(input) {
    ${body}
    return { name: "shop", home: "aws", providers: { aws: { profile } } };
  },
  async run() {},
});
`;
  for (const [name, text] of Object.entries({ 'sst.config.ts': config, ...files })) {
    await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
    await writeFile(path.join(workspace, name), text);
  }
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': services.role.arn, stage: 'production' },
    workspace,
    env: services.env,
  });
}

/** Checks that the step stopped with one error, and exported nothing. @returns the error. */
function stopped(run: Run) {
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect([run.exitCode, run.exported, errors.length]).toEqual([1, {}, 1]);
  return errors[0] ?? { level: 'error', title: '', message: '', file: '', line: 0 };
}

const json = { 'y.json': '{ "profile": "acme" }' };

const DOTENV = {
  'node_modules/dotenv/package.json': '{ "name": "dotenv", "main": "lib/main.js" }',
  'node_modules/dotenv/lib/main.js': `
    const fs = require("fs");
    const path = require("path");
    function config(options) {
      const text = fs.readFileSync(path.resolve(process.cwd(), options.path), { encoding: "utf8" });
      const parsed = Object.fromEntries(text.trim().split("\\n").map(line => line.split("=")));
      for (const name of Object.keys(parsed)) if (!Object.prototype.hasOwnProperty.call(process.env, name)) process.env[name] = parsed[name];
      return { parsed };
    }
    const DotenvModule = { config };
    module.exports.config = DotenvModule.config;
    module.exports = DotenvModule;`,
  'deploy.env': 'WHO=acme\n',
};

const ZOD = {
  'node_modules/zod/package.json':
    '{ "name": "zod", "type": "module", "sideEffects": false, "main": "./index.cjs", "module": "./index.js", "exports": { ".": { "import": "./index.js", "require": "./index.cjs" } } }',
  'node_modules/zod/index.cjs': 'throw new Error("the wrong condition");',
  'node_modules/zod/index.js':
    'import * as z from "./external.js"; export * from "./external.js"; export { z };',
  'node_modules/zod/external.js': `
    class ZodType { #checks = []; static create() { return new this(); } check(test) { this.#checks.push(test); return this; }
      parse(value) { for (const test of this.#checks) if (!test(value)) throw new TypeError("invalid"); return value; } }
    export class ZodString extends ZodType { min = length => this.check(value => value.length >= length); regex = pattern => this.check(value => pattern.test(value)); }
    export const string = () => ZodString.create();`,
};

const WORKS: Record<string, Feature> = {
  'an enum': { before: 'enum Profile { Prod = "acme" }', body: 'const profile = Profile.Prod;' },
  'a const enum': { before: 'const enum Profile { Prod = "acme" }', body: 'const profile = Profile.Prod;' },
  'a namespace': {
    before: 'namespace Profiles { export const production = "acme"; }',
    body: 'const profile = Profiles.production;',
  },
  'a parameter property': {
    before: 'class Settings { constructor(readonly profile: string) {} }',
    body: 'const { profile } = new Settings("acme");',
  },
  'top-level await': {
    before: 'const { profile: found } = await Promise.resolve({ profile: "acme" });',
    body: 'const profile = found;',
  },
  'a JSON module': { body: 'const { default: { profile } } = await import("./y.json");', files: json },
  'a JSON module with its attribute': {
    body: 'const { profile } = (await import("./y.json", { with: { type: "json" } })).default;',
    files: json,
  },
  'a static import of JSON in another file': {
    body: 'const { profile } = await import("./infra/names");',
    files: {
      'infra/names.ts': 'import y from "../y.json";\nexport const profile: string = y.profile;\n',
      ...json,
    },
  },
  'a workspace package in TypeScript': {
    body: 'const { profileFor } = await import("@acme/config");\n    const profile = profileFor(input.stage);',
    files: {
      'node_modules/@acme/config/package.json': '{ "name": "@acme/config", "main": "src/index.ts" }',
      'node_modules/@acme/config/src/index.ts':
        'export function profileFor(stage: string): string {\n  return stage === "production" ? "acme" : "dev";\n}\n',
    },
  },
  'a look at what kind of global something is': {
    body: 'const kinds = [typeof Intl, typeof WebAssembly, typeof fetch, typeof URL].join();\n    const profile = kinds === "object,object,function,function" ? "acme" : undefined;',
  },
  'a CommonJS package': {
    body: 'const dotenv = await import("dotenv");\n    dotenv.config({ path: "deploy.env" });\n    const profile = process.env.WHO;',
    files: DOTENV,
  },
  'an ES package with classes and conditions': {
    body: 'const { z } = await import("zod");\n    const profile = z.string().min(1).regex(/^a/).parse("acme");',
    files: ZOD,
  },
  'node:fs': {
    body: 'const fs = await import("node:fs");\n    const { profile } = JSON.parse(fs.readFileSync("y.json", "utf8"));',
    files: json,
  },
  'node:fs/promises': {
    body: 'const { readFile } = await import("node:fs/promises");\n    const { profile } = JSON.parse(await readFile("y.json", "utf8"));',
    files: json,
  },
  'import.meta.dirname': {
    body: 'const { join } = await import("node:path");\n    const { readFileSync } = await import("node:fs");\n    const { profile } = JSON.parse(readFileSync(join(import.meta.dirname, "../../y.json"), "utf8"));',
    files: { '.sst/platform/package.json': '{}', ...json },
  },
  createRequire: {
    body: 'const { createRequire } = await import("node:module");\n    const { profile } = createRequire(`${process.cwd()}/x.js`)("./y.json");',
    files: json,
  },
  'private fields': {
    before:
      'class Settings { #profile = "acme"; static #made = 0; static { this.#made += 1; } get profile() { return this.#profile; } static has(other: object) { return #profile in other; } }',
    body: 'const settings = new Settings();\n    const profile = Settings.has(settings) ? settings.profile : undefined;',
  },
  'lookbehind and a named group': {
    body: 'const profile = /(?<=x-)(?<who>\\w+)/.exec("x-acme")?.groups?.who;',
  },
  'the flag v of a regular expression': {
    body: 'const profile = /[[a-z]--[q]]+/v.exec("acme")?.[0];',
  },
  structuredClone: { body: 'const { profile } = structuredClone({ profile: "acme", at: new Date() });' },
  URL: { body: 'const profile = new URL("https://acme.example.com/x?y=1").hostname.split(".")[0];' },
  URLSearchParams: { body: 'const profile = new URLSearchParams("who=acme&x=1").get("who");' },
  'an optional call': {
    body: 'const of: { name?: () => string; other?: () => string } = { name: () => "acme" };\n    const profile = of.other?.() ?? of?.name?.();',
  },
  Buffer: { body: 'const profile = Buffer.from("YWNtZQ==", "base64").toString();' },
  'TextEncoder and TextDecoder': {
    body: 'const profile = new TextDecoder().decode(new TextEncoder().encode("acme"));',
  },
  'crypto.randomUUID': { body: 'const profile = crypto.randomUUID().length === 36 ? "acme" : undefined;' },
  createHash: {
    body: 'const { createHash } = await import("node:crypto");\n    const profile = createHash("sha256").update("x").digest("hex").startsWith("2d711642") ? "acme" : undefined;',
  },
  'a getter': { body: 'const { profile } = { get profile() { return "acme"; } };' },
  'a generator': {
    before: 'function* names() { yield "acme"; }',
    body: 'const [profile] = [...names()];',
  },
  'an async iterator': {
    before: 'async function* names() { yield "acme"; }',
    body: 'let profile: string | undefined;\n    for await (const name of names()) profile = name;',
  },
  BigInt: { body: 'const profile = 2n ** 64n === 18_446_744_073_709_551_616n ? "acme" : undefined;' },
  'Array.fromAsync': {
    before: 'async function* names() { yield "acme"; }',
    body: 'const [profile] = await Array.fromAsync(names());',
  },
  'Object.groupBy': { body: 'const profile = Object.groupBy(["acme"], name => name[0]).a[0];' },
  'setTimeout, awaited': {
    body: 'const profile = await new Promise(resolve => setTimeout(resolve, 50, "acme"));',
  },
  WeakRef: { body: 'const profile = new WeakRef({ name: "acme" }).deref()?.name;' },
  'a first line for the shell': { before: '#!/usr/bin/env tsx', body: 'const profile = "acme";' },
  'a file with types whose errors the config catches': {
    body: 'let profile;\n    try {\n      ({ profile } = await import("./local"));\n    } catch {}',
    files: { 'local.ts': 'export const profile: string = "acme";\n' },
  },
};

test.each(Object.entries(WORKS))('works: %s', async (_, feature) => {
  const run = await step(feature);
  expect(stopped(run)).toMatchObject({ title: 'A profile overrides the credentials' });
  expect(run.outputs['profile']).toBe('acme');
});

const names = (feature: string) => `The config uses ${feature}`;
const view = 'export const View = () => <b>hello</b>;\nexport const profile = "acme";\n';
/** The text of the message, and its place. */
const STOPS: Record<string, Feature & { readonly words: readonly string[]; readonly at: string }> = {
  Intl: {
    body: 'const profile = new Intl.NumberFormat("en").format(1);',
    words: [names('Intl.NumberFormat'), 'does not allow', 'Do without it in `app()`'],
    at: 'sst.config.ts:4',
  },
  toLocaleString: {
    body: 'const profile = new Date(0).toLocaleDateString("en");',
    words: [names('Intl (Date.prototype.toLocaleDateString)'), 'Do without it in `app()`'],
    at: 'sst.config.ts:4',
  },
  'a decorator': {
    before: 'const registered = (target: any) => target;\n@registered class Settings { profile = "acme"; }',
    body: 'const { profile } = new Settings();',
    words: [names('a decorator'), 'SST might', 'without it'],
    at: 'sst.config.ts:2',
  },
  'a decorator of a parameter, in another file': {
    body: 'const { profile } = await import("./infra/settings");',
    files: {
      'infra/settings.ts':
        'const inject = (...of: any[]) => {};\nexport class Settings {\n  constructor(@inject name: string) {}\n}\nexport const profile = "acme";\n',
    },
    words: [names('a decorator'), 'SST might'],
    at: 'infra/settings.ts:3',
  },
  using: {
    body: 'using lock = { name: "acme", [Symbol.dispose]() {} };\n    const profile = lock.name;',
    words: [names('`using`'), 'SST might', 'without it'],
    at: 'sst.config.ts:4',
  },
  'await using': {
    body: 'await using lock = { name: "acme", async [Symbol.asyncDispose]() {} };\n    const profile = lock.name;',
    words: [names('`using`')],
    at: 'sst.config.ts:4',
  },
  'the keyword accessor': {
    before: 'class Settings { accessor profile = "acme"; }',
    body: 'const { profile } = new Settings();',
    words: [names('the keyword `accessor`')],
    at: 'sst.config.ts:1',
  },
  'JSX in .tsx': {
    body: 'const { profile } = await import("./view");',
    files: { 'view.tsx': view },
    words: [names('JSX'), 'import this file inside `run()`'],
    at: 'view.tsx:1',
  },
  'JSX in .jsx': {
    body: 'const { profile } = await import("./view");',
    files: { 'view.jsx': view },
    words: [names('JSX')],
    at: 'view.jsx:1',
  },
  'an expression that only Node can read': {
    body: 'const profile = /(?<=x-)acme/v.exec("x-acme")?.[0];',
    words: [names('something in the line `const profile = /(?<=x-)acme/v'), 'SST might'],
    at: 'sst.config.ts:4',
  },
  'a package with a decorator': {
    body: 'const { profile } = await import("@acme/names");',
    files: { 'node_modules/@acme/names/index.js': '@registered class A {}\nexports.profile = "acme";\n' },
    words: [names('node_modules/@acme/names/index.js'), 'SST might'],
    at: 'sst.config.ts:4',
  },
  fetch: {
    body: 'const profile = await (await fetch("https://acme.example.com")).text();',
    words: [names('fetch'), 'no'],
    at: 'sst.config.ts:4',
  },
  execSync: {
    body: 'const { execSync } = await import("node:child_process");\n    const profile = execSync("echo acme").toString().trim();',
    words: [names('child_process.execSync'), 'start programs'],
    at: 'sst.config.ts:5',
  },
  'process.exit': {
    body: 'if (input.stage === "production") process.exit(3);\n    const profile = "acme";',
    words: ['calls `process.exit(3)`', 'Throw an error instead'],
    at: 'sst.config.ts:1',
  },
  'an error without a message': {
    before: 'class Stop extends Error {}',
    body: 'throw new Stop();\n    const profile = "acme";',
    words: ['throws an error without a message for stage production'],
    at: 'sst.config.ts',
  },
  'undefined, thrown': {
    body: 'throw undefined;\n    const profile = "acme";',
    words: ['throws an error for stage production: "undefined"'],
    at: 'sst.config.ts:1',
  },
};

test.each(Object.entries(STOPS))('stops and names it: %s', async (_, { words, at, ...feature }) => {
  const run = await step(feature);
  const { title, message, file, line } = stopped(run);
  expect(title).toBe('sst.config.ts could not be evaluated');
  expect(`${file}:${line}`).toMatch(at);
  for (const part of words) expect(message).toContain(part);
  expect(message).not.toMatch(/out of memory|SyntaxError|not valid TypeScript/);
  expect(run.outputs['profile']).toBe('not checked');
});

test.each([
  ['import()', 'await import("./view.jsx")', { 'view.jsx': view }],
  ['require of CommonJS', 'require("./view.cjs")', { 'view.cjs': '{ using lock = null; }\n' }],
  ['require of an ES module', 'require("./view.mjs")', { 'view.mjs': '{ using lock = null; }\n' }],
])(
  'a file that cannot be parsed is told although the config catches the error: %s',
  async (_, load, files) => {
    const run = await step({
      body: `let profile;\n    try {\n      ({ profile } = ${load});\n    } catch {}`,
      files,
    });
    expect(stopped(run)).toMatchObject({ title: 'The profile was not checked' });
    expect(run.log).toContain(`this check cannot parse, ${Object.keys(files)[0]}`);
    expect(run.outputs['profile']).toBe('not checked');
  },
);
