import path from 'node:path';
import { objectIn } from '../json.ts';
import { isInside, type WorkspaceFiles } from '../workspace-files.ts';

/** The newest SST that this action is tested with. Projects in which no SST is installed are judged by it. */
export const NEWEST = '4.17.1';

/** What SST does, and the first version that does it, as its source says at each tag (docs/profile-guard.md has the older rules). */
export const SINCE = {
  prefersAwsProfileToConfig: '3.2.64',
  comparesAppNameWithState: '3.3.4',
  readsProtect: '3.3.62',
  refusesStaticImports: '3.11.0',
  awaitsApp: '3.11.1',
  wantsLetterFirstInAppName: '3.11.8',
  /** `.env.<stage>` is laid over the environment. Before, it fills gaps. */
  overridesByStageFile: '3.17.25',
  /** A list. Before, `assumeRole`, an object. */
  readsAssumeRoles: '4.1.9',
  refusesBooleanProviders: '4.5.3',
  /** Of a provider other than aws and cloudflare. */
  wantsProviderVersion: '4.5.7',
  readsState: '4.13.0',
  readsRetention: '4.17.0',
} as const;

export type Behaviour = keyof typeof SINCE;

export interface Sst {
  readonly version: string;
  /** Whether its version was found beside the config; otherwise it is the newest that is known. */
  readonly installed: boolean;
}

export function does({ version }: Sst, behaviour: Behaviour): boolean {
  return version.localeCompare(SINCE[behaviour], 'en', { numeric: true }) >= 0;
}

/** The SST that `npx sst` would run: that of the nearest `node_modules` from the config's folder up to `top` (both absolute). */
export function installedSst(folder: string, top: string, files: WorkspaceFiles): Sst {
  // SST's own package.json has 2 KB.
  const found = files.read(path.join(folder, 'node_modules', 'sst', 'package.json'), 2 ** 16);
  if (found.kind === 'missing' && folder !== top && isInside(folder, top))
    return installedSst(path.dirname(folder), top, files);
  const version = found.kind === 'read' ? objectIn(found.content.toString())?.['version'] : undefined;
  // A snapshot is `0.0.0-2026…`.
  const isRelease = typeof version === 'string' && /^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/.test(version);
  return isRelease ? { version, installed: true } : { version: NEWEST, installed: false };
}

/** Whether a version is in a range as SST writes it in its config (`>= 3.17, < 5`, `~4.5`, `!=4.6.1`), if it is a range. */
export async function isInRange({ version }: Sst, range: string): Promise<boolean | 'no range'> {
  const { default: semver } = await import('semver');
  const alternatives = range.split('||').map(alternative => {
    // SST's reader (Masterminds/semver) takes commas, `=<`, `=>` and `!=`, which npm's does not.
    const spaced = alternative.replaceAll(',', ' ').replaceAll('=<', '<=').replaceAll('=>', '>=');
    const excluded = [...spaced.matchAll(/!=\s*(\S+)/g)].map(([, other = '']) => other);
    return { included: spaced.replaceAll(/!=\s*\S+/g, ' ').trim() || '*', excluded };
  });
  const parts = alternatives.flatMap(({ included, excluded }) => [included, ...excluded]);
  if (!parts.every(part => semver.validRange(part))) return 'no range';
  const isIn = (part: string) => semver.satisfies(version, part);
  return alternatives.some(({ included, excluded }) => isIn(included) && !excluded.some(isIn));
}
