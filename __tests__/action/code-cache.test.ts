// What V8 made of the job's code, in dist/: taken by the V8 that made it, refused by any other, and the same job with both.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';
import { writeCodeCache } from '../../scripts/code-cache.ts';

const root = process.cwd();
/** It is made there only: elsewhere, what is said here is that it harms nobody. */
const made = `${process.platform}-${process.arch}` === 'linux-x64';
const ours = path.join('dist/main/code-cache', `${process.versions.v8}-${process.platform}-${process.arch}`);

let world: World;
let folder: string;

beforeEach(async () => {
  world = await startWorld();
  bootstrapAsSst(world.aws, { account: world.account, region: 'us-east-1' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'code-cache-'));
  await cp(path.join(root, 'action.yml'), path.join(folder, 'action.yml'));
  await cp(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
});
afterEach(async () => {
  await world.close();
  await removeRuns();
  await rm(folder, { recursive: true });
});

interface Loaded {
  readonly run: Run;
  /** The files of dist/ that came with a cache, and whether V8 refused it. */
  readonly cached: Record<string, boolean>;
  /** Those that Node itself compiled. */
  readonly compiled: readonly string[];
}

/** The whole job, by the copy of the action in `folder`. */
async function load(): Promise<Loaded> {
  const list = path.join(folder, 'list.json');
  const spy = path.join(folder, 'spy.cjs');
  await writeFile(
    spy,
    `const vm = require('vm');
    const { _extensions } = require('module');
    const cached = {};
    const compiled = [];
    const name = file => require('path').relative(${JSON.stringify(`${folder}/dist`)}, require('fs').realpathSync(file));
    vm.Script = class extends vm.Script {
      constructor(code, options) {
        super(code, options);
        cached[name(options.filename)] = this.cachedDataRejected;
      }
    };
    const js = _extensions['.js'];
    _extensions['.js'] = (module, file) => {
      compiled.push(name(file));
      js(module, file);
    };
    process.on('exit', () => {
      if (!process.permission) require('fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify({ cached, compiled }));
    });`,
  );
  const run = await runAction({
    action: folder,
    with: {
      'aws-region': 'us-east-1',
      'role-to-assume': world.role.arn,
      stage: 'production',
      'working-directory': 'local/sample',
    },
    workspace: root,
    env: { ...world.env, NODE_OPTIONS: `--require ${JSON.stringify(spy)}` },
  });
  return { run, ...(JSON.parse(await readFile(list, 'utf8')) as Omit<Loaded, 'run'>) };
}

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

test('the whole job is compiled by nobody: V8 has it from the cache, file by file', async () => {
  const { run, cached, compiled } = await load();
  expect(run.exitCode).toBe(0);
  expect(Object.keys(run.exported)).toEqual(expect.arrayContaining(KEYS));
  if (made) {
    expect(compiled).toEqual(['index.js']);
    expect(Object.keys(cached)).toContain('main/index.js');
    expect(Object.keys(cached).length).toBeGreaterThan(8);
    expect(Object.values(cached)).not.toContain(true);
  } else {
    expect(compiled).toContain('main/index.js');
    expect(cached).toEqual({});
  }
});

test('to another V8 it is not there: the same job, compiled as ever', async () => {
  await rm(path.join(folder, 'dist/main/code-cache'), { recursive: true });
  const { run, cached, compiled } = await load();
  expect(run.exitCode).toBe(0);
  expect(Object.keys(run.exported)).toEqual(expect.arrayContaining(KEYS));
  expect(compiled).toEqual(expect.arrayContaining(['index.js', 'main/index.js']));
  expect(cached).toEqual({});
});

test('what V8 refuses does no harm: made under other flags, cut off, empty', async () => {
  const cache = path.join(folder, 'dist/main/code-cache');
  const damages = [
    (bytes: Buffer) => bytes.fill(0, 12, 16), // The hash of V8's flags (SerializedCodeData, code-serializer.h).
    (bytes: Buffer) => bytes.subarray(0, -1000),
    () => Buffer.alloc(0),
  ];
  const files = (await readdir(cache, { recursive: true })).filter(name => name.endsWith('.bin'));
  expect(files.length).toBeGreaterThan(8);
  for (const [index, name] of files.entries()) {
    const file = path.join(cache, name);
    await writeFile(file, damages[index % damages.length]?.(await readFile(file)) ?? '');
  }
  const { run, cached } = await load();
  expect(run.exitCode).toBe(0);
  expect(Object.keys(run.exported)).toEqual(expect.arrayContaining(KEYS));
  expect(Object.keys(cached).length > 8).toBe(made);
  expect(Object.values(cached)).not.toContain(false);
});

test('it is what V8 makes of the JavaScript beside it, byte for byte, and of nothing else', async () => {
  const main = path.join(folder, 'dist/main');
  const committed = await readdir(path.join(root, ours)).catch((): string[] => []);
  await rm(path.join(main, 'code-cache'), { recursive: true });
  const files = (await readdir(main)).filter(name => committed.includes(`${name}.bin`));
  process.env['NODE_OPTIONS'] = '--no-opt'; // Flags of whoever builds must not get into it.
  const written = writeCodeCache(main, files);
  delete process.env['NODE_OPTIONS'];
  expect(written).toBe(made);
  const now = await readdir(path.join(folder, ours)).catch((): string[] => []);
  expect(now.sort()).toEqual(committed.sort());
  expect(now.length > 8).toBe(made);
  for (const name of now) {
    const [one, other] = await Promise.all(
      [folder, root].map(parent => readFile(path.join(parent, ours, name))),
    );
    expect({ name, same: one?.equals(other as Buffer) }).toEqual({ name, same: true });
  }
});
