import { body, type Case, config, returning, staging } from './case.ts';

const pkg = (name: string, manifest: object, files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ 'package.json': JSON.stringify({ name, ...manifest }), ...files }).map(
      ([file, text]) => [`node_modules/${name}/${file}`, text],
    ),
  );
const when = (condition: string, before = '') =>
  body(`${before} ${returning(`{ profile: ${condition} ? "staging" : undefined }`)}`);

/** Configs that depend on something that might be missing or different outside of SST. */
export const HONEST: readonly Case[] = [
  {
    name: 'a file outside the workspace that is there',
    files: when('fs.existsSync("/etc/passwd")', 'const fs = await import("node:fs");'),
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a file outside the workspace, read and caught',
    files: body(
      `let profile; try { (await import("node:fs")).readFileSync("/etc/passwd"); profile = "staging"; } catch {} ${returning('{ profile }')}`,
    ),
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a file that might hold secrets',
    files: {
      ...when('fs.existsSync("apps/.npmrc")', 'const fs = await import("node:fs");'),
      'apps/.npmrc': '',
    },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'another program, caught',
    files: body(
      `let profile; try { profile = (await import("node:child_process")).execSync("echo staging").toString().trim(); } catch {} ${returning('{ profile }')}`,
    ),
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a .env file read by a package',
    files: {
      ...body(`require("read-env"); ${returning('{ profile: process.env.WHO }')}`),
      ...pkg(
        'read-env',
        { main: 'index.js' },
        {
          'index.js':
            'try { for (const line of require("fs").readFileSync("apps/.env", "utf8").split("\\n")) { const [name, value] = line.split("="); if (name) process.env[name] = value; } } catch {}\n',
        },
      ),
      'apps/.env': 'WHO=staging\n',
    },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a secret that decides',
    files: when('process.env.AUTH_MODE === "sso"'),
    env: { AUTH_MODE: 'sso' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a secret that decides by how it begins',
    files: when('process.env.STRIPE_KEY?.startsWith("live")'),
    env: { STRIPE_KEY: 'live-one' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a secret that does not decide',
    files: when('process.env.AUTH_MODE'),
    env: { AUTH_MODE: 'sso' },
    uses: staging,
  },
  {
    name: 'a variable of the job that is named like an input',
    files: when('process.env.INPUT_TARGET === "production"'),
    env: { INPUT_TARGET: 'production' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a variable of the job that is named like a state',
    files: when('process.env.STATE_TARGET'),
    env: { STATE_TARGET: 'x' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a variable of the job that is named like an input, in a copy of the environment',
    files: when('({ ...process.env }).INPUT_TARGET === "production"'),
    env: { INPUT_TARGET: 'production' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a variable of the job that is named like a state, asked for by its name',
    files: when('Object.hasOwn(process.env, "STATE_TARGET")'),
    env: { STATE_TARGET: 'x' },
    uses: staging,
    guard: 'not checked',
  },
  {
    name: 'a file with types whose error would be caught',
    files: {
      ...body(
        `let profile; try { ({ profile } = await import("./local")); } catch {} ${returning('{ profile }')}`,
      ),
      'local.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  { name: 'import.meta.dirname', files: when('/[\\\\/]platform$/.test(import.meta.dirname)'), uses: staging },
  { name: 'import.meta.url', files: when('import.meta.url.includes("/.sst/platform/")'), uses: staging },
  { name: 'import.meta.filename', files: when('import.meta.filename.endsWith(".mjs")'), uses: staging },
  { name: '__dirname', files: when('/[\\\\/]platform[\\\\/]$/.test(__dirname)'), uses: staging },
  {
    name: 'the condition module of a package',
    files: {
      ...body(`const { profile } = await import("two"); ${returning('{ profile }')}`),
      ...pkg(
        'two',
        { exports: { module: './es.mjs', default: './other.mjs' } },
        {
          'es.mjs': 'export const profile = "staging";\n',
          'other.mjs': 'export const profile = undefined;\n',
        },
      ),
    },
    uses: staging,
  },
  {
    name: 'an import for effects that a package says it has not',
    files: {
      ...body(`await import("./lib"); ${returning('{ profile: process.env.WHO }')}`),
      'lib.ts': 'import "effects";\nexport {};\n',
      ...pkg(
        'effects',
        { sideEffects: false },
        { 'index.js': 'process.env.WHO = undefined; delete process.env.WHO;\n' },
      ),
    },
    env: { WHO: 'staging' },
    uses: staging,
  },
  {
    name: 'an import without use from a package without effects',
    files: {
      ...body(`await import("./lib.js"); ${returning('{ profile: process.env.WHO }')}`),
      'lib.js': 'import { unused } from "effects";\nexport const a = 1;\n',
      ...pkg(
        'effects',
        { sideEffects: ['*.css'], type: 'module' },
        {
          'index.js': 'delete process.env.WHO;\nexport const unused = 1;\n',
        },
      ),
    },
    env: { WHO: 'staging' },
    uses: staging,
  },
  {
    name: 'an import without use that verbatimModuleSyntax keeps',
    files: {
      ...body(`await import("./lib"); ${returning('{ profile: process.env.WHO }')}`),
      'lib.ts': 'import { unused } from "./effects";\nexport const a = 1;\n',
      'effects.ts': 'process.env.WHO = "staging";\nexport const unused = 1;\n',
      'tsconfig.json': '{ "compilerOptions": { "verbatimModuleSyntax": true } }',
    },
    uses: staging,
  },
  {
    name: 'paths of a tsconfig.json whose base is not there',
    files: {
      ...body(`const { profile } = await import("@/profile"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ "extends": "@acme/none", "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'src/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a text file',
    files: {
      ...body(
        `const { default: text } = await import("./profile.txt"); ${returning('{ profile: text.trim() }')}`,
      ),
      'profile.txt': 'staging\n',
    },
    uses: staging,
  },
  {
    name: 'Providers beside providers',
    files: body(
      'return { name: "shop", home: "aws", providers: { aws: {} }, Providers: { aws: { profile: "staging" } } };',
    ),
    uses: staging,
  },
  {
    name: 'Providers that is null',
    files: body(
      'return { name: "shop", home: "aws", providers: { aws: { profile: "staging" } }, Providers: null };',
    ),
    uses: 'exported',
  },
  {
    name: 'a long s, which Go takes for an s',
    files: body('return { name: "shop", home: "aws", "provider\\u017f": { aws: { profile: "staging" } } };'),
    uses: staging,
  },
  {
    name: 'a getter app() that is read twice',
    files: {
      'sst.config.ts': `let reads = 0;
export default { get app() { reads += 1; return reads === 1 ? () => ({ name: "shop", home: "aws", providers: { aws: { profile: "staging" } } }) : () => ({ name: "shop", home: "aws" }); } };
`,
    },
    uses: staging,
  },
  {
    name: "Node's default import of CommonJS in a package of type module",
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'package.json': '{ "type": "module" }',
      'lib.ts': 'import compiled from "compiled";\nexport const aws = compiled.default;\n',
      ...pkg(
        'compiled',
        {},
        {
          'index.js':
            'Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = { profile: "staging" };\n',
        },
      ),
    },
    uses: staging,
  },
  {
    name: 'all of the environment, spread',
    files: config('{ profile: ({ ...process.env }).WHO }'),
    env: { WHO: 'staging', NPM_TOKEN: 'secret' },
    uses: staging,
  },
  {
    name: 'members that only Node has, not used',
    files: {
      ...body(
        `await import("./lib"); const { subtle } = crypto; fetch.bind(globalThis); ${returning('{ profile: typeof Intl === "object" ? "staging" : undefined }')}`,
      ),
      'lib.ts':
        'import cp, { execSync } from "node:child_process";\nimport http, { STATUS_CODES } from "node:http";\nimport * as fs from "node:fs";\nimport { Transform } from "node:stream";\nclass Upper extends Transform {}\nexport const all = () => [cp, http, fs, new Upper(), execSync("id"), STATUS_CODES];\n',
    },
    uses: staging,
  },
  ...Object.entries({
    'an object of a module, by "in"': '404 in (await import("node:http")).STATUS_CODES',
    'an object of a module, by a key that it has not': '!(await import("node:http")).STATUS_CODES[999]',
    'a global, by "in"': '"DateTimeFormat" in Intl',
    'a global, by its names': 'Object.getOwnPropertyNames(Intl).length > 0',
    'a method of Buffer': '"writeInt8" in Buffer.prototype && Buffer.alloc(1).writeInt8?.(1)',
    'a static property of RegExp': '/(b)/.test("abc") && RegExp.$1',
    'a method of performance': 'performance.toJSON?.()',
    'a method of the promises of fs': 'await (await import("node:fs")).promises.mkdtemp?.("/tmp/x")',
    'the number of the process': 'process.pid',
    'a getter of a module': '(await import("node:crypto")).subtle',
  }).map(
    ([name, condition]): Case => ({
      name: `what only Node has: ${name}`,
      files: body(
        `let profile; try { profile = ${condition} ? "staging" : undefined; } catch {} ${returning('{ profile }')}`,
      ),
      uses: staging,
      guard: 'not checked',
    }),
  ),
  {
    name: 'constants that only Node has',
    files: when(
      '(await import("node:dns")).NODATA === "ENODATA" && (await import("node:zlib")).constants.Z_OK === 0 && process.noDeprecation === undefined',
    ),
    uses: staging,
  },
  {
    name: 'a name that a module of Node does not export',
    files: {
      ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
      'lib.ts': 'import { nothing } from "node:fs";\nexport const profile = nothing;\n',
    },
    uses: 'refused',
  },
  {
    name: "an old package that calls Node's EventEmitter as a function",
    files: {
      ...body(
        `const Old = require("./old.cjs"); const old = new Old(); const said = []; old.once("x", name => said.push(name)); old.prependListener("x", () => said.push("first")); old.emit("x", "then"); old.emit("x"); ${returning('{ profile: said.join() === "first,then,first" ? "staging" : undefined }')}`,
      ),
      'old.cjs':
        'const { EventEmitter } = require("events");\nfunction Old() { EventEmitter.call(this); }\nrequire("util").inherits(Old, EventEmitter);\nmodule.exports = Old;\n',
    },
    uses: staging,
  },
  ...Object.entries({
    'Buffer.prototype.includes, indexOf, lastIndexOf, slice and compare':
      'Buffer.from("abcb").includes("bc") && !Buffer.from("abcb").includes(120) && Buffer.from("abcb").indexOf(Buffer.from("b"), -2) === 3 && Buffer.from("abcb").lastIndexOf("b") === 3 && Buffer.from("abc").slice(1).compare(Buffer.from("bc")) === 0',
    "Node's assert":
      '[["strictEqual", {}, {}], ["deepStrictEqual", [1], [2]], ["match", "a", /b/], ["ok", 0, "said"]].every(([name, ...values]) => { try { require("assert")[name](...values); } catch (error) { return name !== "ok" || error.message === "said"; } })',
    "Node's strict assert":
      '(() => { const { strict } = require("node:assert"); strict.equal(1, 1); strict.notEqual(1, "1"); strict(true); try { require("assert/strict").equal(1, "1"); } catch { return true; } })()',
    'existsSync of an empty path': '!(await import("node:fs")).existsSync("")',
    'localeCompare without locales':
      '"a10".localeCompare("A9", undefined, { numeric: true, sensitivity: "base" }) === 1',
  }).map(([name, condition]): Case => ({ name, files: when(condition), uses: staging })),
];
