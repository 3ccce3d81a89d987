// A hostile config in the interpreter. Each of its attacks must fail, and the config cannot hide the attempt.
import path from 'node:path';
import type { Limits } from '../../src/sst/sandbox/request.ts';
import { attempts, evaluate, expectRefused, tried, workspace, written } from './hostile.ts';

describe('it reads the repository', () => {
  test.each(
    Object.entries({
      file: ['return fs.readFileSync("readable.txt", "utf8")', 'readable'],
      promised: ['return fs.promises.readFile(process.cwd() + "/readable.txt", "utf8")', 'readable'],
      'by its address': [
        'return fs.readFileSync(new URL("../../readable.txt", import.meta.url), "utf8")',
        'readable',
      ],
      called: [
        'return new Promise((resolve, reject) => fs.readFile(Buffer.from("readable.txt"), "utf8", (error, text) => error ? reject(error) : resolve(text)))',
        'readable',
      ],
      promisified: [
        'return (await import("node:util")).promisify(fs.readFile)("readable.txt", "utf8")',
        'readable',
      ],
      link: ['return (await import("@acme/env")).name', 'env'],
      folder: ['return fs.readdirSync("packages/env").join()', '.aws,.env,.npmrc,.ssh,index.ts'],
      'what is not there': ['return fs.existsSync("nowhere/at/all")', 'false'],
      size: ['return fs.statSync("readable.txt").size', '8'],
      'real path': [
        'return fs.realpathSync("node_modules/@acme/env").slice(process.cwd().length)',
        '/packages/env',
      ],
      environment: ['return JSON.stringify(process.env)', '{"FROM":"the-request"}'],
    }),
  )('%s', async (_, [attempt, value]) => {
    expect(await tried(attempt ?? '')).toEqual({ result: `got ${value}`, noted: [] });
  });
});

describe('it reads nothing else, by whatever way', () => {
  test.each(attempts(true))('%s, %s', (_name, _way, attempt) => expectRefused(attempt));
});

describe('modules lead nowhere else either', () => {
  test.each([
    'return (await import("../outside.json")).default',
    'return (await import("./packages/to-outside.json")).default',
    'return (await import(new URL("../../packages/to-outside.json", import.meta.url).href, { with: { type: "json" } })).default',
    'return require("./packages/to-outside.json")',
    'return require("./packages/to-git/config.json")',
    'return require("./node_modules/@acme/env/../../.git/config.json")',
    'return require("./gha-creds-1a2b.json")',
    'return (await import("node:module")).findSourceMap("mapped.js")',
    'return (await import("data:text/javascript,export default process")).default',
    'return (await import("https://example.com/x.js")).default',
    'return (await eval("import(\'/etc/passwd\')")).default',
    'return (await eval("import(\'guest:host.mjs\')")).host("fs.read", "/etc/passwd")',
    'return (await eval("import(\'guest:host.mjs\')")).namespace("/etc/passwd")',
    'return (await eval("import(\'guest:host.mjs\')")).namespace(process.cwd() + "/../outside.json")',
    'return (await eval("import(\'guest:host.mjs\')")).host("module.find", "/etc/x.js", "./passwd", "computed")',
  ])('%s', expectRefused);
});

describe('a path that tells one thing when it is checked and another when it is opened', () => {
  test.each([
    'let asked = 0; return fs.readFileSync({ toString() { asked += 1; return asked > 1 ? "/etc/passwd" : "readable.txt"; } }, "utf8")',
    'JSON.stringify = () => \'["packages/to-outside.txt"]\'; return fs.readFileSync("packages/to-outside.txt", "utf8")',
    'String.prototype.startsWith = String.prototype.includes = () => true; (await import("node:path")).default.isAbsolute = () => true; return fs.readFileSync(process.cwd() + "/packages/to-outside.txt", "utf8")',
    'process.cwd = () => "/etc"; return fs.readFileSync("packages/to-outside.txt", "utf8")',
  ])('%s', async attempt => {
    const { result } = await tried(attempt);
    expect(result).toEqual(expect.not.stringMatching(/^got /));
  });
});

describe('it writes nothing, starts nothing, signals nobody, and talks to nobody', () => {
  const module = (name: string) => `(await import("node:${name}"))`;
  test.each([
    'fs.writeFileSync("written", "x"); return true',
    'fs.appendFileSync("readable.txt", "x"); return true',
    `new ${module('sqlite')}.DatabaseSync("written.db").exec("create table t (a)"); return true`,
    'fs.symlinkSync("/etc/passwd", "written"); return true',
    'fs.rmSync("readable.txt"); return true',
    'fs.renameSync("readable.txt", "written"); return true',
    'fs.chmodSync("readable.txt", 0o777); return true',
    `return ${module('v8')}.writeHeapSnapshot("written.heapsnapshot")`,
    'return process.report.writeReport("written.json")',
    `${module('v8')}.setFlagsFromString("--trace-turbo"); return true`,
    `return ${module('module')}.enableCompileCache("written").directory`,
    `return ${module('child_process')}.execSync("id").toString()`,
    `return ${module('child_process')}.spawnSync("id").pid`,
    `const { ChildProcess } = ${module('child_process')}; return new ChildProcess()._handle.spawn("/bin/touch")`,
    `const { ChildProcess } = ${module('child_process')}; return new ChildProcess()._handle.kill(9)`,
    'process.execve("/bin/touch", ["touch", "written"], {}); return true',
    `return new ${module('worker_threads')}.Worker("1", { eval: true }).threadId`,
    `return ${module('cluster')}.fork().id`,
    'process.dlopen({ exports: {} }, "./addon.node"); return true',
    'return require("./addon.node")',
    `return new ${module('wasi')}.WASI({ version: "preview1", preopens: { "/": "/" } })`,
    `return ${module('inspector')}.open(0)`,
    `new ${module('inspector')}.Session().connect(); return true`,
    'return process.binding("fs")',
    'return process._linkedBinding("fs")',
    `return ${module('module')}.registerHooks({})`,
    `return ${module('module')}.register("data:text/javascript,")`,
    `return process.kill(${process.pid}, 0)`,
    `return process._kill(${process.pid}, 0)`,
    `process._debugProcess(${process.pid}); return true`,
    `${module('os')}.setPriority(${process.pid}, 1); return true`,
    'return (await fetch("http://127.0.0.1:9/")).status',
    'return new WebSocket("ws://127.0.0.1:9/").readyState',
    `return ${module('http')}.get("http://127.0.0.1:9/")`,
    `return ${module('https')}.get("https://127.0.0.1:9/")`,
    `return ${module('http2')}.connect("http://127.0.0.1:9/")`,
    `return ${module('net')}.connect(9, "127.0.0.1")`,
    `return ${module('net')}._createServerHandle("0.0.0.0", 0, 4)`,
    `return new ${module('net')}.Server()._listen2("0.0.0.0", 0, 4)`,
    'return new (process.stdin._handle.constructor)()',
    `return ${module('net')}.connect("/var/run/docker.sock")`,
    `return ${module('tls')}.connect(9, "127.0.0.1")`,
    `return ${module('net')}.createServer().listen(0)`,
    `return ${module('dgram')}.createSocket("udp4").send("x", 9, "127.0.0.1")`,
    `return ${module('dns')}.promises.lookup("localhost")`,
    'return new WebAssembly.Module(new Uint8Array())',
    'return new Intl.DateTimeFormat("en").format(0)',
    'return new Date(0).toLocaleDateString("de")',
    'return crypto.subtle.digest("SHA-256", new Uint8Array())',
  ])('%s', expectRefused);
});

test('what the interpreter has of the machine is what it was told', async () => {
  for (const attempt of [
    'return this === undefined && typeof globalThis.constructor.constructor("return process")().mainModule',
    'return Object.keys(globalThis.constructor.constructor("return this")()).includes("__host")',
  ]) {
    const { result } = await tried(attempt);
    expect(['got undefined', 'got false', 'TypeError']).toContain(result);
  }
});

describe('the limits', () => {
  const limits: Limits = { milliseconds: 1_500, megabytes: 64, modules: 50, fileBytes: 100_000 };
  const ending = (body: string, milliseconds = 60_000) =>
    evaluate(`export default $config({ async app() { ${body} } });`, {}, { ...limits, milliseconds });
  const answered = async (body: string) => {
    const evaluation = await ending(body);
    return evaluation.kind === 'error' ? evaluation.message : evaluation;
  };

  test.each([
    'for (;;);',
    'try { for (;;); } catch {} for (;;);',
    'setInterval(() => {}, 10); await new Promise(() => {});',
    '/^(a+)+$/.test("a".repeat(60) + "b");',
    'await (async () => { for (;;) await null; })();',
  ])('%s: out of time', async body => {
    expect(await ending(body, 300)).toEqual({ kind: 'out of time', milliseconds: 300 });
  });

  test.each([
    'const all = []; for (;;) all.push({});',
    'const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1));',
    'new Uint8Array(10 * 2 ** 30);',
    'let text = "x"; for (;;) text += text;',
    'new Array(1e9).fill(0).map(() => ({}));',
  ])('%s: out of memory', async body => {
    expect(['out of memory', 'out of time', 'error']).toContain((await ending(body)).kind);
  });

  test.each([
    'function f() { return f() + 1; } f();',
    'JSON.parse("[".repeat(1e6));',
    'const a = () => [a()]; a();',
  ])('%s: an error', async body => {
    expect(await ending(body)).toMatchObject({ kind: 'error' });
  });

  test.each([
    'throw { name: 5, message: [], stack: {} };',
    'queueMicrotask(() => { throw { message: [], stack: 5 }; }); await null; return {};',
    'process.nextTick(() => { throw { code: {}, stack: [] }; }); await new Promise(() => {});',
  ])('%s: an error without a text', async body => {
    expect(await ending(body)).toMatchObject({ kind: 'error', name: 'Error', message: '', at: undefined });
  });

  test('a promise that never resolves', async () => {
    expect(await answered('await new Promise(() => {});')).toBe('it waits for a promise that never resolves');
  });

  test('a gigabyte of output: SST gives up on a line that long', async () => {
    const body =
      'const line = "x".repeat(1 << 20); for (let i = 0; i < 3; i += 1) console.log(line); return { name: "shop" };';
    expect(await ending(body)).toEqual({ kind: 'too long', characters: 65_535 });
    expect(await ending('return { name: "x".repeat(1e5) };')).toEqual({
      kind: 'too long',
      characters: 65_535,
    });
  });

  test('an exit', async () => {
    expect(await ending('process.exit(3);')).toEqual({ kind: 'ended', code: 3 });
    expect(await ending('try { process.exit(); } catch {} return { name: "shop", home: "aws" };')).toEqual({
      kind: 'ended',
      code: 0,
    });
  });

  test('a file that is too large, modules that are, and too many of them', async () => {
    await written({ 'large.ts': `export const a = "${'x'.repeat(200_000)}";` });
    expect(await answered('await import("./large");')).toContain('is larger than 97.65625 KB');
    const noted = await ending(
      'try { (await import("node:fs")).readFileSync("large.ts"); } catch {} return { name: "a", home: "aws" };',
    );
    expect(noted).toMatchObject({
      unchecked: [{ what: 'reads', name: path.join(workspace, 'large.ts') }],
    });
    await written(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [`m${at}.ts`, `export * from "./m${at + 1}";`]),
      ),
    );
    expect(await answered('await import("./m0");')).toContain('more than 50 modules');
  });
});

test('the answer is data like any other', async () => {
  const printing = (line: string) =>
    evaluate(`export default { app() { console.log(${JSON.stringify(line)}); process.exit(); } };`);
  expect(await printing('~j{"__proto__":{"name":"x"},"kind":"error"}')).toMatchObject({
    kind: 'app',
    json: '{"__proto__":{"name":"x"},"kind":"error"}',
  });
  expect(await printing('~v2')).toMatchObject({ kind: 'v2', json: null });
  expect(await printing('nonsense')).toEqual({ kind: 'ended', code: 0 });
});
