import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../local/runner/commands.ts';
import { parseCommandFile, parseEnvironmentFile } from '../../local/runner/files.ts';
import { type Run, type RunOptions, removeRuns, runAction, runPost } from '../../local/runner/run.ts';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'sst-creds-test-')));
});
afterEach(() => removeRuns());
afterAll(() => rm(root, { recursive: true }));

const METADATA = `
name: Example
inputs:
  greeting: { default: hello }
  two words: {}
  dashed-name: { required: true }
  yes: { default: true }
  token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.mjs, post: post.mjs }
`;
let actions = 0;

/** An action with this main (and post), run. */
async function act(main: string, options: RunOptions = {}, post = '', metadata = METADATA): Promise<Run> {
  const action = join(root, `action-${actions++}`);
  await mkdir(action);
  const prelude = `import { appendFileSync } from 'node:fs'; const env = process.env; const say = console.log;`;
  const to = `const to = (name, text) => appendFileSync(env['GITHUB_' + name], text + '\\n');`;
  await Promise.all([
    writeFile(join(action, 'action.yml'), metadata),
    writeFile(join(action, 'main.mjs'), `${prelude}${to}${main}`),
    writeFile(join(action, 'post.mjs'), `${prelude}${to}${post}`),
  ]);
  return runAction({ action, ...options });
}

describe('what an action finds', () => {
  const seen = async (options: RunOptions) =>
    JSON.parse((await act('say(JSON.stringify(env))', options)).stdout) as Record<string, string>;

  test('its inputs: given, by default, empty where there is neither', async () => {
    const env = await seen({ with: { Greeting: 'hi', 'two words': 'a b' }, githubToken: 'ghs_1' });
    const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
    expect(Object.fromEntries(inputs)).toEqual({
      INPUT_GREETING: 'hi',
      INPUT_TWO_WORDS: 'a b',
      'INPUT_DASHED-NAME': '',
      INPUT_YES: 'true',
      INPUT_TOKEN: 'ghs_1',
    });
  });

  test('an environment of its own, with nothing of this one', async () => {
    process.env['AWS_PROFILE'] = 'mine';
    try {
      const env = await seen({
        env: { MINE: 'x', GITHUB_JOB: undefined, GITHUB_ENV: '/nowhere' },
        job: { event: 'pull_request' },
      });
      expect(env).toMatchObject({
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_REF: 'refs/pull/7/merge',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_HEAD_REF: 'feature',
        MINE: 'x',
      });
      expect(env).not.toHaveProperty('AWS_PROFILE');
      expect(env).not.toHaveProperty('GITHUB_JOB');
      expect(env['GITHUB_ENV']).not.toBe('/nowhere');
      expect(env['HOME']).not.toBe(process.env['HOME']);
    } finally {
      delete process.env['AWS_PROFILE'];
    }
  });

  test('the event, the workspace as working directory, and the same Node', async () => {
    const main = `const event = JSON.parse((await import('node:fs')).readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
      say(JSON.stringify([event.pull_request.number, process.cwd() === env.GITHUB_WORKSPACE, process.cwd(), process.execPath]));`;
    const run = await act(main, { job: { event: 'pull_request' }, workspace: root });
    expect(JSON.parse(run.stdout)).toEqual([7, true, root, process.execPath]);
  });

  test('debug logging only on demand', async () => {
    const main = `say('::debug::details'); say('RUNNER_DEBUG=' + env.RUNNER_DEBUG);`;
    expect((await act(main)).log).toBe('RUNNER_DEBUG=undefined\n');
    expect((await act(main, { debug: true })).log).toBe('##[debug]details\nRUNNER_DEBUG=1\n');
  });
});

describe('what an action leaves', () => {
  test('its files are read', async () => {
    const run = await act(`
      to('ENV', 'ONE=1=1'); to('ENV', 'TWO<<end\\nline 1\\nX=<<y\\nend');
      to('OUTPUT', 'out=<<'); to('STATE', 'kept=1'); to('PATH', '/opt/bin'); to('STEP_SUMMARY', '# Done');`);
    expect(run).toMatchObject({
      exitCode: 0,
      conclusion: 'success',
      exported: { ONE: '1=1', TWO: 'line 1\nX=<<y' },
      outputs: { out: '<<' },
      state: { kept: '1' },
      path: ['/opt/bin'],
      summary: '# Done\n',
      refused: [],
    });
  });

  test('what the runner refuses fails the step', async () => {
    const run = await act(
      `to('ENV', 'A=1'); to('ENV', 'NODE_OPTIONS=--require=/evil.js'); say('::set-env name=B::2');`,
    );
    expect(run.exported).toEqual({ A: '1' });
    expect(run).toMatchObject({
      exitCode: 0,
      conclusion: 'failure',
      refused: [expect.stringContaining('set-env'), expect.stringContaining('NODE_OPTIONS')],
    });
    expect(run.log).toContain(
      "Error: Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
    );
  });

  test('an exit code, a signal, and the end of patience', async () => {
    expect(await act('process.exitCode = 3')).toMatchObject({
      exitCode: 3,
      signal: null,
      conclusion: 'failure',
    });
    const killed = await act('setInterval(() => {}, 1000)', { onStart: child => child.kill('SIGTERM') });
    expect(killed).toMatchObject({ exitCode: null, signal: 'SIGTERM', conclusion: 'failure' });
    expect(await act('setInterval(() => {}, 1000)', { timeout: 50 })).toMatchObject({
      exitCode: null,
      signal: 'SIGKILL',
    });
  });

  test('an input that it does not declare is warned of, and given', async () => {
    const run = await act(`say(env.INPUT_OTHER)`, { with: { other: 'x' } });
    expect(run.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining("Unexpected input(s) 'other'") },
    ]);
    expect(run.stdout).toBe('x\n');
  });
});

describe('what an action prints', () => {
  test('secrets are hidden from their mask on, and not before', async () => {
    const run =
      await act(`say('early s3cret'); say('::add-mask::s3cret'); say('late s3cret'); console.error('also s3cret');
      say('::error::about s3cret'); to('STEP_SUMMARY', 'with s3cret');`);
    expect(run.masks).toEqual([{ value: 's3cret', offset: 'early s3cret\n'.length }]);
    const lines = run.log.trim().split('\n');
    expect(lines.filter(line => line !== 'also ***')).toEqual([
      'early s3cret',
      'late ***',
      'Error: about ***',
    ]);
    expect(run.log).not.toContain('add-mask');
    expect(run.stderr).toBe('also s3cret\n');
    expect(run.mask(run.summary)).toBe('with ***\n');
  });

  test('each line of a secret with several is hidden, and the longer of two that overlap', async () => {
    const run = await act(
      `say('::add-mask::first%0Asecond'); say('::add-mask::seconds'); say('a first'); say('a seconds b');`,
    );
    expect(run.log).toBe('a ***\na *** b\n');
    expect(run.masks.map(({ value }) => value)).toEqual(['first\nsecond', 'first', 'second', 'seconds']);
  });

  test('an empty mask hides nothing', async () => {
    const run = await act(`say('::add-mask::'); say('text');`);
    expect(run.masks).toEqual([]);
    expect(run.log).toBe("Warning: Can't add secret mask for empty string in ##[add-mask] command.\ntext\n");
  });

  test('groups are indented until they end, and a group ends the one before', async () => {
    const run = await act(
      `say('::group::One'); say('a'); say('::group::Two'); say('b'); say('::endgroup::'); say('c');`,
    );
    expect(run.log).toBe('▸ One\n  a\n▸ Two\n  b\nc\n');
  });

  test('annotations have their place and their text', async () => {
    const run =
      await act(`say('::error file=sst.config.ts,line=7,col=9,title=Profile%3A a%2C b::50%25 wrong%0Asecond line');
      say('::notice::fyi'); say('::warning line=1::careful');`);
    expect(run.annotations).toEqual([
      {
        level: 'error',
        message: '50% wrong\nsecond line',
        title: 'Profile: a, b',
        file: 'sst.config.ts',
        line: 7,
        col: 9,
      },
      { level: 'notice', message: 'fyi' },
      { level: 'warning', message: 'careful', line: 1 },
    ]);
    expect(run.log).toBe('Error: 50% wrong\nsecond line\nNotice: fyi\nWarning: careful\n');
  });

  test('old commands still count, a last line needs no end, and what is no command is text', async () => {
    const run = await act(
      `say('::set-output name=a::1'); say('::save-state name=b::2'); say('::unknown::x'); process.stdout.write('::notice::end');`,
    );
    expect([run.outputs, run.state]).toEqual([{ a: '1' }, { b: '2' }]);
    expect(run.log).toBe('::unknown::x\nNotice: end\n');
  });
});

describe('the post step', () => {
  const main = `to('STATE', 'kept=yes'); to('ENV', 'EXPORTED=1'); say('::add-mask::s3cret'); appendFileSync(env.HOME + '/file', 'x');`;
  const post = `say([env.STATE_kept, env.EXPORTED, env.INPUT_GREETING, (await import('node:fs')).existsSync(env.HOME + '/file'), 's3cret'].join(' ')); to('ENV', 'EXPORTED=');`;

  test("has main's state, environment, inputs, home and masks", async () => {
    const after = await runPost(await act(main, { with: { greeting: 'hi' } }, post));
    expect(after.log).toBe('yes 1 hi true ***\n');
    expect(after.exported).toEqual({ EXPORTED: '' });
  });

  test('runs as its condition says', async () => {
    const metadata = METADATA.replace('post.mjs }', `post.mjs, post-if: "env.SKIP != 'true'" }`);
    const ran = await act(main, {}, post, metadata);
    expect((await runPost(ran)).conclusion).toBe('success');
    expect(await runPost(ran, { env: { SKIP: 'true' } })).toMatchObject({
      conclusion: 'skipped',
      log: '',
      exported: {},
    });
    const onFailure = METADATA.replace('post.mjs }', `post.mjs, post-if: failure() }`);
    expect((await runPost(await act('', {}, post, onFailure))).conclusion).toBe('skipped');
    expect((await runPost(await act('process.exitCode = 1', {}, post, onFailure))).conclusion).toBe(
      'success',
    );
  });
});

test('nothing is left on the disk', async () => {
  const [one, two] = [await act(''), await act('')];
  await one.remove();
  expect([existsSync(one.home), existsSync(two.home)]).toEqual([false, true]);
  await removeRuns();
  expect(existsSync(two.home)).toBe(false);
});

describe('reading', () => {
  test.each([
    ['A=1\nB=2\n', { A: '1', B: '2' }, 0],
    ['A=\n', { A: '' }, 0],
    ['\n\nA=1', { A: '1' }, 0],
    ['A<<E\nE\nB=1', { A: '', B: '1' }, 0],
    ['A<<E=\nx\nE=\n', { A: 'x' }, 0],
    ['A=1\nnonsense\nB=2', { A: '1' }, 1],
    ['=1', {}, 1],
    ['A<<\nx\n', {}, 1],
    ['<<E\nx\nE', {}, 1],
    ['A<<E\nx\n', {}, 1],
  ])('the command file %j', (text, values, refused) => {
    const parsed = parseCommandFile(text);
    expect([parsed.values, parsed.refused.length]).toEqual([values, refused]);
  });

  test('NODE_OPTIONS in any case', () => {
    expect(parseEnvironmentFile('node_options=x\nA=1')).toMatchObject({
      values: { A: '1' },
      refused: [expect.any(String)],
    });
  });

  test.each([
    ['::error::text', { name: 'error', properties: {}, data: 'text' }],
    ['  ::error::a::b', { name: 'error', properties: {}, data: 'a::b' }],
    ['::error file=a b.ts,line=1::', { name: 'error', properties: { file: 'a b.ts', line: '1' }, data: '' }],
    ['::error::%250A', { name: 'error', properties: {}, data: '%0A' }],
    ['text ::error::text', undefined],
    ['::error', undefined],
    ['::nothing::x', undefined],
  ])('the line %j', (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });
});
