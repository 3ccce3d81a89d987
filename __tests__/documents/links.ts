import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The paths of all Markdown files in the repository. */
export const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file !== '' && existsSync(path.join(root, file)));

/** Explains why a link is broken. Undefined if it works. Links to other sites are not checked. */
export function brokenBecause(link: string, page: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [file = '', hash] = link.split('#');
  const target = file ? path.join(path.dirname(page), file) : page;
  const found = statSync(path.join(root, target), { throwIfNoEntry: false });
  if (!found) return `${target} does not exist`;
  if (hash === undefined) return undefined;
  if (!found.isFile()) return `${target} is a folder, which has no anchors`;
  return anchorsOf(read(target)).includes(hash) ? undefined : `${target} has no heading #${hash}`;
}

/** The anchors of a page's headings, as GitHub makes them: a second heading of the same text gets `-1`. */
function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** A page without its blocks of code. */
export function prose(text: string): string {
  return text.replaceAll(/^( *)```[\s\S]*?^\1```/gm, '');
}
