import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { planProfile, removeProfile, writeProfile } from '../../src/credentials/profile-files.ts';
import type { Failure } from '../../src/failure.ts';

const KEYS = { accessKeyId: 'ASIA', secretAccessKey: 'hush', sessionToken: 'hush-hush' };
const SECTION = 'aws_access_key_id = ASIA\naws_secret_access_key = hush\naws_session_token = hush-hush\n';

let home: string;
let environment: NodeJS.ProcessEnv;
let credentials: string;
let config: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'profile-files-'));
  credentials = path.join(home, '.aws', 'credentials');
  config = path.join(home, '.aws', 'config');
  environment = { AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_CONFIG_FILE: config };
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

async function write(name = 'deploy', overwrite = false) {
  const planned = planProfile(name, KEYS, 'eu-west-1', environment);
  await writeProfile(planned, overwrite);
  return planned.written;
}

async function refusal(name?: string): Promise<string> {
  try {
    await write(name);
  } catch (error) {
    return (error as Failure).problem.what;
  }
  return 'not refused';
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const read = (file: string) => readFileSync(file, 'utf8');
const mode = (file: string) => statSync(file).mode & 0o777;

test('the first profile: both files, for their owner alone', async () => {
  await write();
  expect(read(credentials)).toBe(`[deploy]\n${SECTION}`);
  expect(read(config)).toBe('[profile deploy]\nregion = eu-west-1\n');
  expect([mode(credentials), mode(config), mode(path.dirname(config))]).toEqual([0o600, 0o600, 0o700]);
  expect(readdirSync(path.dirname(config)).sort()).toEqual(['config', 'credentials']);
});

test('files that others could read are made private, what stands in them stays', async () => {
  put(credentials, '# mine\r\n[default]\r\naws_access_key_id = AKIA\r\n');
  put(config, '[default]\noutput = json\n\n[sso-session corp]\nsso_region = us-east-1\n');
  chmodSync(credentials, 0o644);
  await write();
  expect(read(credentials)).toBe(
    `# mine\r\n[default]\r\naws_access_key_id = AKIA\r\n\r\n[deploy]\r\n${SECTION.replaceAll('\n', '\r\n')}`,
  );
  expect(read(config)).toContain('[default]\noutput = json\n\n[sso-session corp]\nsso_region = us-east-1\n');
  expect(mode(credentials)).toBe(0o600);
});

test.each([
  ['credentials', '[deploy]\naws_access_key_id = THEIRS\n'],
  ['config', '[profile deploy]\nregion = us-west-2\n'],
])('a profile that %s has already is not replaced, and the other file is not touched', async (name, text) => {
  const [file, other] = name === 'config' ? [config, credentials] : [credentials, config];
  put(file, text);
  expect(await refusal()).toBe(`\`aws-profile\` is deploy, and ${file} already has a profile of that name.`);
  expect(read(file)).toBe(text);
  expect(existsSync(other)).toBe(false);
  expect(readdirSync(path.dirname(file))).toEqual([name]);
});

test('with overwrite it is', async () => {
  put(credentials, '[deploy]\naws_access_key_id = THEIRS\n[x]\na = 1\n');
  await write('deploy', true);
  expect(read(credentials)).toBe(`[deploy]\n${SECTION}[x]\na = 1\n`);
});

describe('hostile files', () => {
  const elsewhere = () => path.join(home, 'elsewhere');

  test('a link in the place of a file is not followed', async () => {
    put(elsewhere(), 'precious');
    mkdirSync(path.dirname(config));
    symlinkSync(elsewhere(), config);
    expect(await refusal()).toMatch(/\.aws\/config is a symbolic link, which is not followed/);
    expect(read(elsewhere())).toBe('precious');
    expect(existsSync(credentials)).toBe(false);
  });

  test('a link that leads nowhere makes nothing there', async () => {
    mkdirSync(path.dirname(credentials));
    symlinkSync(elsewhere(), credentials);
    expect(await refusal()).toMatch(/\.aws\/credentials is a symbolic link/);
    expect(existsSync(elsewhere())).toBe(false);
  });

  test('a link in the place of the folder is not followed', async () => {
    mkdirSync(elsewhere());
    symlinkSync(elsewhere(), path.dirname(config));
    expect(await refusal()).toMatch(/\.aws is a symbolic link/);
    expect(readdirSync(elsewhere())).toEqual([]);
  });

  test('a file of two names keeps what it was under the other', async () => {
    put(credentials, '[x]\na = 1\n');
    linkSync(credentials, elsewhere());
    await write();
    expect(read(elsewhere())).toBe('[x]\na = 1\n');
    expect(read(credentials)).toContain(SECTION);
  });

  test('a folder in the place of a file', async () => {
    mkdirSync(credentials, { recursive: true });
    expect(await refusal()).toMatch(/\.aws\/credentials is not a regular file/);
    expect(existsSync(config)).toBe(false);
  });

  test('a home that cannot be written to', async () => {
    put(path.join(home, 'file'), '');
    environment = {
      ...environment,
      AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'file', '.aws', 'credentials'),
    };
    expect(await refusal()).toMatch(/`aws-profile` is deploy: ENOTDIR: .*\/file\/\.aws/);
    expect(existsSync(config)).toBe(false);
  });

  test('a second file that cannot be replaced: the first is as it was', async () => {
    put(credentials, '[x]\na = 1\n');
    mkdirSync(config, { recursive: true });
    expect(await refusal()).toMatch(/config is not a regular file/);
    expect(read(credentials)).toBe('[x]\na = 1\n');
  });

  test('no refusal shows a secret', async () => {
    mkdirSync(credentials, { recursive: true });
    expect(await refusal()).not.toMatch(/hush/);
  });
});

describe('taking it away', () => {
  test('files that were made for it go', async () => {
    expect(await removeProfile(await write())).toBe(true);
    expect(readdirSync(path.dirname(credentials))).toEqual([]);
  });

  test('files that were there are as before', async () => {
    put(credentials, '[x]\na = 1\n');
    put(config, '# nothing yet\n');
    await removeProfile(await write());
    expect([read(credentials), read(config)]).toEqual(['[x]\na = 1\n', '# nothing yet\n']);
  });

  test('what another wrote under the name meanwhile is theirs', async () => {
    const written = await write();
    put(credentials, '[deploy]\naws_access_key_id = THEIRS\n');
    expect(await removeProfile(written)).toBe(false);
    expect(read(credentials)).toBe('[deploy]\naws_access_key_id = THEIRS\n');
  });

  test('what is not there any more is no error', async () => {
    const written = await write();
    rmSync(path.dirname(credentials), { recursive: true });
    expect(await removeProfile(written)).toBe(false);
  });

  test('what the post step is left has no secret in it', async () => {
    expect(JSON.stringify(await write())).not.toMatch(/hush|ASIA/);
  });
});

test('one file for both', async () => {
  environment = { AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_CONFIG_FILE: credentials };
  const written = await write();
  expect(read(credentials)).toBe(`[deploy]\n${SECTION}\n[profile deploy]\nregion = eu-west-1\n`);
  await removeProfile(written);
  expect(existsSync(credentials)).toBe(false);
});

test('a lock left by a process that died is taken over', async () => {
  put(`${credentials}.lock`, '');
  utimesSync(`${credentials}.lock`, new Date(0), new Date(0));
  await write();
  expect(readdirSync(path.dirname(credentials)).sort()).toEqual(['config', 'credentials']);
});

test('a process that was killed while it wrote leaves keys beside the files: they go with the profile', async () => {
  const written = await write();
  for (const file of [credentials, config]) put(`${file}.${written.id}.tmp`, SECTION);
  await removeProfile(written);
  expect(readdirSync(path.dirname(credentials))).toEqual([]);
});

test('waiting for another process ends with the step', async () => {
  put(`${credentials}.lock`, '');
  const planned = planProfile('deploy', KEYS, 'eu-west-1', environment);
  const stop = new AbortController();
  const writing = writeProfile(planned, false, stop.signal);
  stop.abort();
  await expect(writing).rejects.toThrow(/aborted/);
  expect(readdirSync(path.dirname(credentials))).toEqual(['credentials.lock']);
});

test('a home in which nothing can be created', async () => {
  environment = { AWS_SHARED_CREDENTIALS_FILE: '/proc/home/.aws/credentials', AWS_CONFIG_FILE: config };
  expect(await refusal()).toMatch(/`aws-profile` is deploy: ENOENT: .*\/proc\/home/);
});

test('a path that is too long', async () => {
  environment = { AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'x'.repeat(300)), AWS_CONFIG_FILE: config };
  expect(await refusal()).toMatch(/`aws-profile` is deploy: ENAMETOOLONG/);
});

const MODULE = JSON.stringify(
  fileURLToPath(new URL('../../src/credentials/profile-files.ts', import.meta.url)),
);
const runScript = (script: string, ...parameters: string[]) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, ...parameters], {
    env: { ...process.env, ...environment },
  });

test('a second file that cannot take its place: the profile is in none, and no keys are left', async () => {
  put(credentials, '[x]\na = 1\n');
  put(config, '[profile x]\nregion = y\n');
  const { stdout } = await runScript(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync } = fs;
    fs.renameSync = (from, to) => {
      if (to.endsWith('config')) throw new Error('EPERM');
      renameSync(from, to);
    };
    syncBuiltinESMExports();
    const { planProfile, writeProfile } = await import(${MODULE});
    const planned = planProfile('p', { accessKeyId: 'ASIA', secretAccessKey: 's' }, 'us-east-1', process.env);
    await writeProfile(planned, false).catch(error => console.log(error.problem.what));`);
  expect(stdout).toBe('`aws-profile` is p: EPERM.\n');
  expect([read(credentials), read(config)]).toEqual(['[x]\na = 1\n', '[profile x]\nregion = y\n']);
  expect(readdirSync(path.dirname(credentials)).sort()).toEqual(['config', 'credentials']);
});

test('jobs of one machine that write at once lose nothing', async () => {
  put(credentials, '# shared\n[default]\naws_access_key_id = AKIA\n');
  const script = `
    const { planProfile, writeProfile, removeProfile } = await import(${MODULE});
    const [first, last] = process.argv.slice(1).map(Number);
    for (let n = first; n < last; n++) {
      const keys = { accessKeyId: 'ASIA' + n, secretAccessKey: 's', sessionToken: 't' };
      const planned = planProfile('p' + n, keys, 'us-east-1', process.env);
      await writeProfile(planned, false);
      if (n % 2) await removeProfile(planned.written);
    }`;
  const run = (first: number) => runScript(script, `${first}`, `${first + 20}`);
  await Promise.all([0, 20, 40, 60].map(run));
  const names = read(credentials)
    .match(/^\[.*\]$/gm)
    ?.sort();
  const kept = Array.from({ length: 40 }, (_, index) => `[p${index * 2}]`);
  expect(names).toEqual(['[default]', ...kept].sort());
  expect(read(config).match(/^\[.*\]$/gm)).toHaveLength(40);
  expect(readdirSync(path.dirname(credentials)).sort()).toEqual(['config', 'credentials']);
});
