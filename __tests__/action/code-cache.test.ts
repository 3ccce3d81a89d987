// What V8 made of the job's code, in dist/: taken by the V8 that made it, refused by any other, and the same job with both.
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns } from '../../local/runner/run.ts';
import { startWorld, type World } from '../../local/world.ts';
import { writeCodeCache } from '../../scripts/code-cache.ts';
import { runSpied } from './spied.ts';

const root = process.cwd();
/** It is made there only: elsewhere, what is said here is that it harms nobody. */
const made = `${process.platform}-${process.arch}` === 'linux-x64';

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
  /** The files of dist/ that came with a cache, and whether V8 refused it. */
  readonly cached: Record<string, boolean>;
  /** Those that Node itself compiled. */
  readonly compiled: readonly string[];
}

/** The whole job, by the copy of the action in `folder`. */
async function load(): Promise<Loaded & { readonly run: Run }> {
  const { run, told } = await runSpied<Loaded>(
    folder,
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
    };`,
    '{ cached, compiled }',
    {
      action: folder,
      with: {
        'aws-region': 'us-east-1',
        'role-to-assume': world.role.arn,
        stage: 'production',
        'working-directory': 'local/sample',
      },
      workspace: root,
      env: world.env,
    },
  );
  return { run, ...told };
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

test('what V8 refuses does no harm: made under other flags, cut off', async () => {
  const { bin, json } = await namesIn(path.join(folder, 'dist/main/code-cache'));
  const bytes = await readFile(bin);
  const parts = JSON.parse(await readFile(json, 'utf8')) as Record<string, [start: number, length: number]>;
  expect(Object.keys(parts).length).toBeGreaterThan(8);
  for (const [index, part] of Object.values(parts).entries()) {
    // The hash of V8's flags (SerializedCodeData, code-serializer.h).
    if (index % 2 === 0) bytes.fill(0, part[0] + 12, part[0] + 16);
    else part[1] -= 1000;
  }
  await writeFile(bin, bytes);
  await writeFile(json, JSON.stringify(parts));
  const { run, cached } = await load();
  expect(run.exitCode).toBe(0);
  expect(Object.keys(run.exported)).toEqual(expect.arrayContaining(KEYS));
  expect(Object.keys(cached).length > 8).toBe(made);
  expect(Object.values(cached)).not.toContain(false);
});

test.each([
  ['it ends too early', (bin: string) => truncate(bin, 10)],
  ['it is not there', (bin: string) => rm(bin)],
])('nor is it asked for more than there is: %s', async (_, damage) => {
  await damage((await namesIn(path.join(folder, 'dist/main/code-cache'))).bin);
  const { run, cached, compiled } = await load();
  expect(run.exitCode).toBe(0);
  expect(Object.keys(run.exported)).toEqual(expect.arrayContaining(KEYS));
  expect(compiled).toContain('main/index.js');
  expect(cached).toEqual({});
});

test('it is what V8 makes of the JavaScript beside it, byte for byte', async () => {
  const main = path.join(folder, 'dist/main');
  const then = await namesIn(path.join(root, 'dist/main/code-cache'));
  const files = Object.keys(JSON.parse(await readFile(then.json, 'utf8')));
  expect(files.length).toBeGreaterThan(8);
  await rm(path.join(main, 'code-cache'), { recursive: true });
  process.env['NODE_OPTIONS'] = '--no-opt'; // Flags of whoever builds must not get into it.
  const written = writeCodeCache(
    main,
    files.map(file => path.basename(file)),
  );
  delete process.env['NODE_OPTIONS'];
  expect(written).toBe(made);
  if (!made) return expect(await readdir(main)).not.toContain('code-cache');
  const now = await namesIn(path.join(main, 'code-cache'));
  expect(path.basename(now.bin)).toBe(path.basename(then.bin));
  expect(await readFile(now.json, 'utf8')).toBe(await readFile(then.json, 'utf8'));
  expect((await readFile(now.bin)).equals(await readFile(then.bin))).toBe(true);
});

/** The two files that a cache is. */
async function namesIn(cache: string): Promise<{ readonly bin: string; readonly json: string }> {
  const [bin = '', json = ''] = (await readdir(cache)).sort().map(name => path.join(cache, name));
  return { bin, json };
}
