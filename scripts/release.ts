// The git part of a release. .github/workflows/release.yml calls it, and it also works on a clone.
//
//   node scripts/release.ts check v1.2.3 [--remote origin] [--notes FILE]
//     checks tag, package.json and CHANGELOG.md against each other, writes the section of CHANGELOG.md to FILE, and prints
//     latest=…       whether no newer release exists at all
//     moves-major=…  whether no newer release of the same major version exists
//   node scripts/release.ts move-major v1.2.3 [--remote origin]
//     moves the tag v1 of the remote to v1.2.3, and never backwards
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Version = readonly [major: number, minor: number, patch: number];

/** A tag `v1.2.3` as numbers. Undefined for every other text. */
function parseTag(tag: string): Version | undefined {
  const [, ...numbers] = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag) ?? [];
  const [major, minor, patch] = numbers.map(Number);
  return major === undefined || minor === undefined || patch === undefined
    ? undefined
    : [major, minor, patch];
}

/** Below 0 if a is older than b, above 0 if it is newer. */
function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** The commit that a revision names; undefined if there is none. */
function commitOf(revision: string): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}

/** The releases of a remote, by their tags. */
function releasesOf(remote: string): Version[] {
  const lines = git('ls-remote', '--tags', '--refs', remote).split('\n');
  return lines.flatMap(line => {
    const version = parseTag(/refs\/tags\/(.+)$/.exec(line)?.[1] ?? '');
    return version === undefined ? [] : [version];
  });
}

/** The newest release of the remote that is newer than this one and, if asked, of the same major version. */
function newerThan(version: Version, remote: string, sameMajor: boolean): string | undefined {
  const newer = releasesOf(remote)
    .filter(other => compare(other, version) > 0 && (!sameMajor || other[0] === version[0]))
    .sort(compare)
    .at(-1);
  return newer && `v${newer.join('.')}`;
}

/** A section of CHANGELOG.md: its heading, and its text without empty headings. */
function sectionOf(changelog: string, name: string): { heading: string; text: string } | undefined {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find(one => one.startsWith(`## [${name}]`));
  if (section === undefined) return undefined;
  const [heading = '', ...rest] = section.split('\n');
  const text = rest
    .filter(line => !/^\[[^\]]+\]: /.test(line))
    .join('\n')
    .split(/^(?=### )/m)
    .filter(part => !/^### .*\s*$/.test(part.trim()))
    .join('')
    .trim();
  return { heading, text };
}

/** The problems of a release, as sentences. Empty if it can be published. */
function problemsOf(tag: string, version: Version): string[] {
  const name = version.join('.');
  const problems: string[] = [];
  const tagged = commitOf(`refs/tags/${tag}`);
  if (tagged === undefined) problems.push(`There is no tag ${tag}: create it with \`git tag ${tag}\`.`);
  else if (tagged !== commitOf('HEAD'))
    problems.push(`The tag ${tag} is not the commit that is checked out: run \`git checkout ${tag}\`.`);

  for (const file of ['package.json', 'package-lock.json']) {
    const { version: found } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
    if (found !== name)
      problems.push(
        `${file} has version ${found}, and the tag is ${tag}: run \`npm version ${name} --no-git-tag-version\`.`,
      );
  }

  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  const section = sectionOf(changelog, name);
  if (section === undefined)
    problems.push(`CHANGELOG.md has no section \`## [${name}] - <year>-<month>-<day>\`.`);
  else {
    const [, date = ''] = /^## \[[^\]]+\] - (\d{4}-\d{2}-\d{2})$/.exec(section.heading) ?? [];
    if (Number.isNaN(Date.parse(date)))
      problems.push(`CHANGELOG.md, \`${section.heading}\`: write the date as <year>-<month>-<day>.`);
    if (section.text === '') problems.push(`CHANGELOG.md says nothing about ${name}.`);
  }
  if ((sectionOf(changelog, 'Unreleased')?.text ?? '') !== '')
    problems.push(`CHANGELOG.md has entries under Unreleased: move them to ${name}.`);
  return problems;
}

function fail(...problems: readonly string[]): never {
  for (const problem of problems) console.error(`::error title=Release::${problem}`);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  options: { remote: { type: 'string', default: 'origin' }, notes: { type: 'string' } },
  allowPositionals: true,
});
const [command, tag = ''] = positionals;
const version = parseTag(tag);
if (version === undefined) fail(`The tag of a release has the form v1.2.3, not "${tag}".`);
const { remote } = values;

if (command === 'check') {
  const problems = problemsOf(tag, version);
  if (problems.length > 0) fail(...problems);
  if (values.notes !== undefined) {
    const text = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version.join('.'))?.text ?? '';
    writeFileSync(values.notes, `${text}\n`);
  }
  console.log(`latest=${newerThan(version, remote, false) === undefined}`);
  console.log(`moves-major=${newerThan(version, remote, true) === undefined}`);
} else if (command === 'move-major') {
  const major = `v${version[0]}`;
  const newer = newerThan(version, remote, true);
  if (newer !== undefined)
    fail(`${major} stays at ${newer}: ${tag} is older. A backport has its own tag only.`);
  const commit = commitOf(`refs/tags/${tag}`);
  if (commit === undefined) fail(`There is no tag ${tag}.`);
  // The remote refuses it if somebody else has moved the tag in the meantime.
  const [standing = ''] = git('ls-remote', remote, `refs/tags/${major}`).split('\t');
  git(
    'push',
    '--quiet',
    `--force-with-lease=refs/tags/${major}:${standing}`,
    remote,
    `${commit}:refs/tags/${major}`,
  );
  console.log(`${major} is ${tag} now.`);
} else {
  fail(`Unknown command "${command}": use check or move-major.`);
}
