// A dry run of the release. Runs the scripts of .github/workflows/release.yml on a clone of this repository, whose
// remote is a local bare repository. A stand-in replaces GitHub's CLI.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const script = path.join(root, 'scripts/release.ts');
let scratch: string;
let clone: string;

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
}
type Jobs = Record<string, { readonly steps: Step[]; readonly permissions: Record<string, string> }>;
const workflow = parse(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')) as {
  jobs: Jobs;
};

const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', '-c', 'advice.detachedHead=false', ...args],
    {
      cwd: clone,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  ).trim();

// One clone for all tests, as a repository with one commit. Each test has a new remote without tags.
beforeAll(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'release-'));
  clone = path.join(scratch, 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-tags', '--depth', '1', `file://${root}`, clone]);
  rmSync(path.join(clone, '.git'), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'The sources');
  git('remote', 'add', 'origin', path.join(scratch, 'remote.git'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  git('checkout', '--quiet', '--force', 'main');
  for (const tag of git('tag').split('\n').filter(Boolean)) git('tag', '--delete', tag);
  git('checkout', '--quiet', '--detach');
  rmSync(path.join(scratch, 'remote.git'), { recursive: true, force: true });
  git('init', '--quiet', '--bare', path.join(scratch, 'remote.git'));
});

/** A changelog whose newest version is this one; nothing is unreleased. */
function changelog(version: string, date = '2026-11-24'): string {
  return `# Changelog

## [Unreleased]

### Added

### Fixed

## [${version}] - ${date}

### Added

### Fixed

- What ${version} fixes.

## [0.9.0] - 2026-01-01

- Older.

[Unreleased]: https://github.com/org/sst-creds/commits/main
`;
}

/** Commits a version as CONTRIBUTING.md says, tags it and pushes the tag. */
function prepare(version: string, log = changelog(version)): void {
  for (const file of ['package.json', 'package-lock.json']) {
    const text = readFileSync(path.join(clone, file), 'utf8');
    writeFileSync(path.join(clone, file), text.replace(/"version": "[^"]+"/, `"version": "${version}"`));
  }
  writeFileSync(path.join(clone, 'CHANGELOG.md'), log);
  git('commit', '--quiet', '--all', '--allow-empty', '--message', `Release ${version}`);
  git('tag', `v${version}`);
  git('push', '--quiet', 'origin', `v${version}`);
}

const release = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: clone,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
/** The version that a tag of the remote names, such as v1. */
function remoteTag(tag: string): string | undefined {
  const [commit = ''] = git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t');
  return commit === '' ? undefined : git('tag', '--points-at', commit);
}

/** Runs the scripts of the workflow's jobs `check` and `release` as the runner would, without npm's. */
function runWorkflow(tag: string): { status: number; log: string; gh: string[] } {
  git('checkout', '--quiet', tag);
  rmSync(path.join(clone, 'assets'), { recursive: true, force: true });
  const bin = path.join(scratch, 'bin');
  const calls = path.join(scratch, 'gh.log');
  const output = path.join(scratch, 'output');
  mkdirSync(bin, { recursive: true });
  for (const file of [calls, output]) writeFileSync(file, '');
  // No release exists, and everything else succeeds.
  const standIn = `#!/bin/sh\necho "$*" >>'${calls}'\n[ "$1 $2" != 'release view' ]\n`;
  writeFileSync(path.join(bin, 'gh'), standIn, { mode: 0o755 });
  const steps = ['check', 'release'].flatMap(job => workflow.jobs[job]?.steps ?? []);
  let log = '';
  let status = 0;
  for (const { run, if: condition } of steps) {
    const outputs = new URLSearchParams(readFileSync(output, 'utf8').trim().replaceAll('\n', '&'));
    if (run === undefined || run.startsWith('npm ') || status !== 0) continue;
    if (
      condition &&
      outputs.get(/^needs\.check\.outputs\.([\w-]+) == 'true'$/.exec(condition)?.[1] ?? '') !== 'true'
    )
      continue;
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', run], {
      cwd: clone,
      encoding: 'utf8',
      env: {
        PATH: [bin, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
        HOME: scratch,
        GITHUB_REF_NAME: tag,
        GITHUB_OUTPUT: output,
        LATEST: outputs.get('latest') ?? '',
      },
    });
    log += ran.stdout + ran.stderr;
    status = ran.status ?? 1;
  }
  return { status, log, gh: readFileSync(calls, 'utf8').trim().split('\n') };
}

test('the workflow releases, moves the major tag, and leaves it where it is for an older backport', () => {
  prepare('1.0.0');
  const first = runWorkflow('v1.0.0');
  expect([first.status, first.log]).toEqual([0, expect.stringContaining('v1 is v1.0.0 now.')]);
  expect(first.gh).toEqual([
    'release view v1.0.0 --json isDraft --jq .isDraft',
    'release create v1.0.0 --draft --verify-tag --title v1.0.0 --notes-file notes.md',
    expect.stringMatching(
      /^release upload v1\.0\.0 --clobber assets\/SHA256SUMS assets\/github-actions\.yml /,
    ),
    'release edit v1.0.0 --draft=false --latest=true',
    'auth setup-git',
  ]);
  expect(readFileSync(path.join(clone, 'notes.md'), 'utf8')).toBe('### Fixed\n\n- What 1.0.0 fixes.\n');
  const sums = readFileSync(path.join(clone, 'assets/SHA256SUMS'), 'utf8');
  expect(sums).toMatch(/^[0-9a-f]{64} {2}github-actions\.yml$/m);
  expect(sums).toMatch(/^[0-9a-f]{64} {2}dist\/\S*index\.js$/m);
  expect(remoteTag('v1')).toBe('v1.0.0');

  prepare('1.1.0');
  expect(runWorkflow('v1.1.0').status).toBe(0);
  expect(remoteTag('v1')).toBe('v1.1.0');

  // A backport to 1.0 is released, and is neither the latest release nor what v1 names.
  git('checkout', '--quiet', 'v1.0.0');
  prepare('1.0.1');
  const backport = runWorkflow('v1.0.1');
  expect(backport.status).toBe(0);
  expect(backport.gh).toContain('release edit v1.0.1 --draft=false --latest=false');
  expect(backport.gh).not.toContain('auth setup-git');
  expect(remoteTag('v1')).toBe('v1.1.0');
  expect(release('move-major', 'v1.0.1')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('v1 stays at v1.1.0: v1.0.1 is older.'),
  });
  expect(remoteTag('v1')).toBe('v1.1.0');

  // A second major version has its own tag. The first one gets further releases, but they are not the latest release.
  git('checkout', '--quiet', 'v1.1.0');
  prepare('2.0.0');
  expect(runWorkflow('v2.0.0').gh).toContain('release edit v2.0.0 --draft=false --latest=true');
  git('checkout', '--quiet', 'v1.1.0');
  prepare('1.2.0');
  expect(runWorkflow('v1.2.0').gh).toContain('release edit v1.2.0 --draft=false --latest=false');
  expect([remoteTag('v1'), remoteTag('v2')]).toEqual(['v1.2.0', 'v2.0.0']);

  // Somebody runs the workflow of an old release again.
  expect(release('move-major', 'v1.1.0').status).toBe(1);
  expect(remoteTag('v1')).toBe('v1.2.0');
});

test.each<[string, string, () => void, RegExp]>([
  ['a tag of another form', 'v1.0', () => prepare('1.0.0'), /has the form v1\.2\.3, not "v1\.0"/],
  ['a tag before the first release', 'v1.0.0-rc.1', () => prepare('1.0.0'), /has the form v1\.2\.3/],
  ['no tag', 'v1.0.1', () => prepare('1.0.0'), /There is no tag v1\.0\.1/],
  [
    'another version in package.json',
    'v1.0.1',
    () => {
      prepare('1.0.0');
      git('tag', 'v1.0.1');
    },
    /package\.json has version 1\.0\.0, and the tag is v1\.0\.1/,
  ],
  [
    'a tag that is not checked out',
    'v1.0.0',
    () => {
      prepare('1.0.0');
      git('commit', '--quiet', '--allow-empty', '--message', 'Later');
    },
    /v1\.0\.0 is not the commit that is checked out/,
  ],
  ['no section', 'v1.0.0', () => prepare('1.0.0', changelog('0.9.9')), /has no section `## \[1\.0\.0\]/],
  ['no date', 'v1.0.0', () => prepare('1.0.0', changelog('1.0.0', 'soon')), /write the date/],
  [
    'an empty section',
    'v1.0.0',
    () => prepare('1.0.0', changelog('1.0.0').replace('- What 1.0.0 fixes.', '')),
    /says nothing about 1\.0\.0/,
  ],
  [
    'entries that are unreleased',
    'v1.0.0',
    () => prepare('1.0.0', changelog('1.0.0').replace('### Added\n', '### Added\n\n- Forgotten.\n')),
    /entries under Unreleased: move them to 1\.0\.0/,
  ],
])('the check refuses %s', (_, tag, arrange, problem) => {
  arrange();
  const { status, stdout, stderr } = release('check', tag);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(problem);
});

test('the release has a draft before it is published, an attestation of dist/, and no more rights than it needs', () => {
  const { steps = [], permissions } = workflow.jobs['release'] ?? {};
  expect(permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
  const attest = steps.findIndex(({ uses }) => uses?.startsWith('actions/attest-build-provenance@'));
  const build = steps.findIndex(({ run }) => run === 'npm run build');
  const publish = steps.findIndex(({ name }) => name === 'Publish the release');
  expect(build).toBeGreaterThan(0);
  expect(attest).toBeGreaterThan(build);
  expect(publish).toBeGreaterThan(attest);
});
