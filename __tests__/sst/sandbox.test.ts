// A hostile config, in the child that evaluates it: what it tries, one by one, and that nothing of it succeeds.
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Evaluation, type Limits, startSandbox } from '../../src/sst/evaluate.ts';
import { readablePaths, repositoryOf } from '../../src/sst/readable.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

const SECRET = 'the-token-that-a-checkout-left';

/** A workspace with a repository in it, and around it what a runner has. */
async function workspaceWith(config: string, files: Record<string, string> = {}): Promise<string> {
  const around = await projectWith({
    'outside.txt': SECRET,
    'outside.json': `{ "secret": "${SECRET}" }`,
    'repo/.git/config': SECRET,
    'repo/.git/config.json': `{ "secret": "${SECRET}" }`,
    'repo/.npmrc': SECRET,
    'repo/.env': `SECRET=${SECRET}`,
    'repo/.env.local': SECRET,
    'repo/gha-creds-1a2b.json': `{ "secret": "${SECRET}" }`,
    'repo/other/.git/config': SECRET,
    'repo/packages/env/index.ts': 'export const name = "env";\n',
    'repo/readable.txt': 'readable',
    'repo/sst.config.ts': config,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`repo/${name}`, text])),
  });
  await mkdir(path.join(around, 'repo/node_modules/@acme'), { recursive: true });
  await symlink('../../packages/env', path.join(around, 'repo/node_modules/@acme/env'));
  await symlink('../../outside.txt', path.join(around, 'repo/packages/to-outside.txt'));
  await symlink('../../outside.json', path.join(around, 'repo/packages/to-outside.json'));
  await symlink('../.git', path.join(around, 'repo/packages/to-git'));
  await symlink('..', path.join(around, 'repo/packages/to-root'));
  await symlink('/', path.join(around, 'repo/to-system'));
  return path.join(around, 'repo');
}

async function evaluate(
  repository: string,
  options: { limits?: Limits; environment?: Record<string, string> } = {},
): Promise<Evaluation> {
  const config = path.join(repository, 'sst.config.ts');
  const root = repositoryOf(config, repository);
  const readable = readablePaths(root, [root], []);
  return startSandbox(readable, root, options.limits).evaluate({
    config,
    root,
    readable,
    stage: 'production',
    environment: { FROM: 'the-request', ...options.environment },
  });
}

/** What `app()` returned, for a config that is this function's body. */
async function returned(repository: string): Promise<unknown> {
  const evaluation = await evaluate(repository);
  if (evaluation.kind !== 'answered' || evaluation.answer.kind !== 'app') {
    throw new Error(JSON.stringify(evaluation));
  }
  return JSON.parse(evaluation.answer.json ?? 'null');
}

/** A config that makes attempts and returns what came of each: `got …`, or the error's code. */
function attempting(attempts: Record<string, string>): string {
  const entries = Object.entries(attempts).map(
    ([name, code]) => `${JSON.stringify(name)}: async () => { ${code} }`,
  );
  return `
import { createRequire } from 'node:module';
export default $config({
  async app() {
    const require = createRequire(import.meta.url);
    const fs = require('node:fs');
    const results = {};
    const attempts = { ${entries.join(',\n')} };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        const value = await Promise.race([attempt(), new Promise(resolve => setTimeout(resolve, 500, 'nothing'))]);
        results[name] = value === 'nothing' ? 'nothing' : 'got ' + (typeof value === 'string' ? value : JSON.stringify(value) ?? String(value)).slice(0, 80);
      } catch (error) {
        results[name] = error.code ?? error.name;
      }
    }
    return results;
  },
});
`;
}

/** That each attempt was refused or came to nothing. */
async function expectRefused(
  attempts: Record<string, string>,
  files?: Record<string, string>,
): Promise<string> {
  const repository = await workspaceWith(attempting(attempts), files);
  const before = await listing(path.dirname(repository));
  const results = (await returned(repository)) as Record<string, string>;
  expect(Object.keys(results)).toEqual(Object.keys(attempts));
  expect(Object.entries(results).filter(([, result]) => result.startsWith('got '))).toEqual([]);
  expect(await listing(path.dirname(repository))).toEqual(before);
  return repository;
}

/** All that is in the folder; links are not followed. */
async function listing(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map(async entry => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? [file, ...(await listing(file))] : [file];
  });
  return (await Promise.all(lists)).flat().sort();
}

test('it reads the repository, and knows nothing but what it was told', async () => {
  const repository = await workspaceWith(
    attempting({
      file: 'return fs.readFileSync("readable.txt", "utf8")',
      promised: 'return fs.promises.readFile(new URL("readable.txt", import.meta.url), "utf8")',
      called:
        'return new Promise((resolve, reject) => fs.readFile(Buffer.from("readable.txt"), "utf8", (error, text) => error ? reject(error) : resolve(text)))',
      stream:
        'let text = ""; for await (const chunk of fs.createReadStream("readable.txt")) text += chunk; return text',
      promisified: 'return (await require("node:util").promisify(fs.readFile)("readable.txt", "utf8"))',
      link: 'return (await import("@acme/env")).name',
      folder: 'return fs.readdirSync("packages").join()',
      'what is above':
        'return fs.existsSync("../outside.txt") || fs.statSync("../outside.txt", { throwIfNoEntry: false }) === undefined',
      environment: 'return JSON.stringify(process.env)',
      'at the start': 'return process.report.getReport().environmentVariables',
    }),
  );
  expect(await returned(repository)).toEqual({
    file: 'got readable',
    promised: 'got readable',
    called: 'got readable',
    stream: 'got readable',
    promisified: 'got readable',
    link: 'got env',
    folder: 'got env,to-git,to-outside.json,to-outside.txt,to-root',
    'what is above': 'got true',
    environment: 'got {"FROM":"the-request"}',
    'at the start': 'got {"FROM":"the-request"}',
  });
});

test('it reads nothing else', async () => {
  const paths = {
    'the process': '/proc/self/environ',
    'the action': `/proc/${process.pid}/environ`,
    'the system': '/etc/passwd',
    git: '.git/config',
    'git, otherwise written': './packages/../.git/config',
    'the git of a second checkout': 'other/.git/config',
    'a token of npm': '.npmrc',
    'the secrets of a step': '.env',
    'more of them': '.env.local',
    'the keys of another cloud': 'gha-creds-1a2b.json',
    'outside, by a link': 'packages/to-outside.txt',
    'git, by a link': 'packages/to-git/config',
    'git, by a link to the root': 'packages/to-root/.git/config',
    'the system, by a link': 'to-system/etc/passwd',
    'git, from where a link leads': 'node_modules/@acme/env/../../.git/config',
  };
  const ways = {
    '': (file: string) => `return fs.readFileSync(${JSON.stringify(file)}, "utf8")`,
    ', promised': (file: string) => `return fs.promises.readFile(${JSON.stringify(file)}, "utf8")`,
    ', as bytes': (file: string) => `return fs.readFileSync(Buffer.from(${JSON.stringify(file)}), "utf8")`,
    ', opened': (file: string) => `return fs.readFileSync(fs.openSync(${JSON.stringify(file)}), "utf8")`,
    ', streamed': (file: string) =>
      `let text = ""; for await (const chunk of fs.createReadStream(${JSON.stringify(file)})) text += chunk; return text`,
    ', listed': (file: string) =>
      `return fs.readdirSync(require("node:path").dirname(${JSON.stringify(file)}) + "/.").includes("config") || fs.statSync(${JSON.stringify(file)})`,
    ', as a blob': (file: string) => `return (await fs.openAsBlob(${JSON.stringify(file)})).text()`,
    ', as variables': (file: string) =>
      `process.loadEnvFile(${JSON.stringify(file)}); return JSON.stringify(process.env)`,
    ', required': (file: string) => `return require(require("node:path").resolve(${JSON.stringify(file)}))`,
    ', by the loader': (file: string) =>
      `const module = {}; require("node:module")._extensions[".json"](module, ${JSON.stringify(file)}); return module.exports`,
  };
  await expectRefused(
    Object.fromEntries(
      Object.entries(paths).flatMap(([name, file]) =>
        Object.entries(ways).map(([way, code]) => [`${name}${way}`, code(file)]),
      ),
    ),
  );
});

test('modules lead nowhere else either', async () => {
  await expectRefused({
    json: 'return (await import("../outside.json")).default',
    'json by a link': 'return (await import("./packages/to-outside.json")).default',
    'json by its address':
      'return (await import(new URL("packages/to-outside.json", import.meta.url).href, { with: { type: "json" } })).default',
    'json required': 'return require("./packages/to-outside.json")',
    'json of git': 'return require("./packages/to-git/config.json")',
    'json from where a link leads': 'return require("./node_modules/@acme/env/../../.git/config.json")',
    'keys of another cloud': 'return require("./gha-creds-1a2b.json")',
  });
});

test('a path that tells one thing when it is checked and another when it is opened is refused', async () => {
  await expectRefused({
    'an object that is an address the second time':
      'let asked = 0; const target = new URL("file:///etc/passwd"); return fs.readFileSync({ get href() { asked += 1; return asked > 1 ? target.href : undefined; }, protocol: "file:", hostname: "", pathname: "/etc/passwd" }, "utf8")',
    'bytes that change':
      'const bytes = Buffer.from("readable.txt"); const toString = Buffer.prototype.toString; Buffer.prototype.toString = function () { return "readable.txt"; }; try { return fs.readFileSync(Buffer.from("packages/to-outside.txt"), "utf8"); } finally { Buffer.prototype.toString = toString; }',
    'prototypes that lie':
      'String.prototype.startsWith = String.prototype.includes = () => true; Array.prototype.some = () => true; require("node:path").resolve = () => process.cwd() + "/readable.txt"; return fs.readFileSync("packages/to-outside.txt", "utf8")',
    'another working directory':
      'process.cwd = () => "/somewhere"; return fs.readFileSync("packages/to-outside.txt", "utf8")',
  });
});

test('it writes nothing, and starts nothing', async () => {
  const repository = await expectRefused(
    {
      write: 'fs.writeFileSync("written", "x"); return true',
      append: 'fs.appendFileSync("readable.txt", "x"); return true',
      'a database':
        'const { DatabaseSync } = require("node:sqlite"); new DatabaseSync("written.db").exec("create table t (a)"); return true',
      link: 'fs.symlinkSync("/etc/passwd", "written"); return true',
      remove: 'fs.rmSync("readable.txt"); return true',
      rename: 'fs.renameSync("readable.txt", "written"); return true',
      mode: 'fs.chmodSync("readable.txt", 0o777); return true',
      'a heap snapshot': 'return require("node:v8").writeHeapSnapshot("written.heapsnapshot")',
      'a report': 'return process.report.writeReport("written.json")',
      "V8's files": 'require("node:v8").setFlagsFromString("--trace-turbo"); return true',
      'a compile cache': 'return require("node:module").enableCompileCache("written").directory',
      exec: 'return require("node:child_process").execSync("id").toString()',
      spawn: 'return require("node:child_process").spawnSync("id").pid || "nothing"',
      'spawn by its handle':
        'const { ChildProcess } = require("node:child_process"); return new ChildProcess()._handle.spawn("/bin/touch", ["touch", "written"], undefined, [], [], 0, undefined, undefined) || true',
      execve: 'process.execve("/bin/touch", ["touch", "written"], {}); return true',
      fork: 'return require("node:child_process").fork("readable.txt").pid',
      worker: 'return new (require("node:worker_threads").Worker)("1", { eval: true }).threadId',
      cluster: 'return require("node:cluster").fork().id',
      addon: 'process.dlopen({ exports: {} }, "./addon.node"); return true',
      'an addon, required': 'return require("./addon.node")',
      wasi: 'return new (require("node:wasi").WASI)({ version: "preview1", preopens: { "/": "/" } })',
      inspector: 'return require("node:inspector").open(0)',
      'an inspector session': 'new (require("node:inspector").Session)().connect(); return true',
      binding: 'return process.binding("fs")',
      'linked binding': 'return process._linkedBinding("fs")',
      hooks: 'return require("node:module").registerHooks({})',
      'hooks in a thread': 'return require("node:module").register("data:text/javascript,")',
    },
    { 'addon.node': 'no addon' },
  );
  expect(await readFile(path.join(repository, 'readable.txt'), 'utf8')).toBe('readable');
});

test('it signals nobody, and talks to nobody', async () => {
  let asked = 0;
  const server = createServer(socket => {
    asked += 1;
    socket.destroy();
  });
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  try {
    await expectRefused({
      kill: `return process.kill(${process.pid}, 0)`,
      'kill, the inner one': `return process._kill(${process.pid}, 0) === 0`,
      'kill, imported': `return (await import("node:process")).kill(${process.pid}, 0)`,
      debug: `process._debugProcess(${process.pid}); return true`,
      priority: `require("node:os").setPriority(${process.pid}, 1); return true`,
      fetch: `return (await fetch("http://127.0.0.1:${port}/")).status`,
      'a web socket': `return new WebSocket("ws://127.0.0.1:${port}/").readyState`,
      http: `return new Promise((resolve, reject) => require("node:http").get("http://127.0.0.1:${port}/", resolve).on("error", reject))`,
      https: `return new Promise((resolve, reject) => require("node:https").get("https://127.0.0.1:${port}/", resolve).on("error", reject))`,
      http2: `return new Promise((resolve, reject) => require("node:http2").connect("http://127.0.0.1:${port}/").on("connect", resolve).on("error", reject))`,
      socket: `return new Promise((resolve, reject) => require("node:net").connect(${port}, "127.0.0.1", () => resolve("connected")).on("error", reject))`,
      'a socket, got otherwise': `const { Socket } = process.getBuiltinModule("node:net"); return new Promise((resolve, reject) => new Socket().connect(${port}, () => resolve("connected")).on("error", reject))`,
      'a local socket':
        'return new Promise((resolve, reject) => require("node:net").connect("/var/run/docker.sock", () => resolve("connected")).on("error", reject))',
      tls: `return new Promise((resolve, reject) => require("node:tls").connect(${port}, () => resolve("connected")).on("error", reject))`,
      listen:
        'return new Promise((resolve, reject) => require("node:net").createServer().listen(0, () => resolve("listens")).on("error", reject))',
      datagram: `return new Promise((resolve, reject) => require("node:dgram").createSocket("udp4").send("x", ${port}, "127.0.0.1", error => error ? reject(error) : resolve("sent")))`,
      dns: 'return (await require("node:dns").promises.lookup("localhost")).address',
      'dns, called':
        'return new Promise((resolve, reject) => require("node:dns").lookup("localhost", (error, address) => error ? reject(error) : resolve(address)))',
      resolver: 'return (await new (require("node:dns").promises.Resolver)().resolve4("localhost"))',
    });
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});

describe('the limits', () => {
  const limits: Limits = { milliseconds: 3_000, megabytes: 64, characters: 10_000 };
  const ending = async (body: string) =>
    evaluate(await workspaceWith(`export default $config({ async app() { ${body} } });`), { limits });

  test('an endless loop', async () => {
    expect(await ending('for (;;);')).toEqual({ kind: 'out of time', milliseconds: 3_000 });
  });

  test('a promise that stays open while something else goes on', async () => {
    expect(await ending('setInterval(() => {}, 10); await new Promise(() => {});')).toMatchObject({
      kind: 'out of time',
    });
  });

  test('a promise that nobody settles', async () => {
    expect(await ending('await new Promise(() => {});')).toMatchObject({
      kind: 'answered',
      answer: { kind: 'error' },
    });
  });

  test('a heap that fills', async () => {
    expect(await ending('const all = []; for (;;) all.push({});')).toEqual({ kind: 'out of memory' });
  });

  test('buffers that fill the memory', async () => {
    const body = 'const all = []; for (;;) all.push(Buffer.alloc(1 << 24, 1));';
    expect(await ending(body)).toEqual({ kind: 'out of memory' });
  });

  test('a heap that fills, with a report asked for', async () => {
    const body =
      'const { report } = process; try { Object.assign(report, { directory: process.cwd(), filename: "written.json", reportOnFatalError: true }); } catch {} const all = []; for (;;) all.push({});';
    const repository = await workspaceWith(`export default $config({ async app() { ${body} } });`);
    const before = await listing(repository);
    expect(await evaluate(repository, { limits })).toEqual({ kind: 'out of memory' });
    expect(await listing(repository)).toEqual(before);
  });

  test('a gigabyte of output', async () => {
    const body =
      'const line = "x".repeat(1 << 20); for (let i = 0; i < 1024; i += 1) console.log(line); return { name: "shop" };';
    expect(await ending(body)).toMatchObject({
      kind: 'answered',
      answer: { kind: 'app', json: '{"name":"shop"}' },
    });
  });

  test('an answer without end', async () => {
    expect(await ending('return { name: "x".repeat(1e5) };')).toEqual({
      kind: 'too long',
      characters: 10_000,
    });
    expect(await ending('for (;;) (await import("node:fs")).writeSync(3, "x".repeat(1e5));')).toEqual({
      kind: 'too long',
      characters: 10_000,
    });
  });

  test('an exit', async () => {
    expect(await ending('process.exit(3);')).toEqual({ kind: 'ended', code: 3, signal: null });
    expect(await ending('process.abort();')).toMatchObject({ kind: 'out of memory' });
  });
});

test('an answer that the config forges is data like any other', async () => {
  const told = (text: string) =>
    workspaceWith(
      `export default $config({ async app() { (await import("node:fs")).writeSync(3, ${JSON.stringify(text)}); for (;;); } });`,
    );
  expect(
    await evaluate(await told('{"kind":"app","json":{"name":"x"},"files":"all","staticImport":"1"}\n')),
  ).toEqual({
    kind: 'answered',
    answer: { kind: 'app', json: null, files: [] },
  });
  const files =
    '["readable.txt","/etc/passwd",".git/config","packages/to-outside.txt","packages/env/index.ts",5]';
  const naming = await workspaceWith(
    `export default $config({ async app() { const files = ${files}.map(file => typeof file === "string" && file[0] !== "/" ? process.cwd() + "/" + file : file); (await import("node:fs")).writeSync(3, JSON.stringify({ kind: "app", json: null, files }) + "\\n"); for (;;); } });`,
  );
  const named = await evaluate(naming);
  expect(named.kind === 'answered' && named.answer.files.map(file => path.relative(naming, file))).toEqual([
    'readable.txt',
    'packages/env/index.ts',
  ]);
  expect(await evaluate(await told('nonsense\n'))).toMatchObject({
    kind: 'answered',
    answer: { kind: 'error' },
  });
  expect(
    await evaluate(await told('{"__proto__":{"kind":"app"},"kind":"error","message":7}\n')),
  ).toMatchObject({
    kind: 'answered',
    answer: { kind: 'error', message: 'no answer that could be read' },
  });
});

test('while the child runs, no signal opens the debugger of this process', async () => {
  const before = process.listenerCount('SIGUSR1');
  const repository = await workspaceWith('export default $config({ app: () => ({}) });');
  const evaluation = evaluate(repository);
  expect(process.listenerCount('SIGUSR1')).toBe(before + 1);
  await evaluation;
  expect(process.listenerCount('SIGUSR1')).toBe(before);
});
