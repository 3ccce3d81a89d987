import path from 'node:path';
import { isInside, type WorkspaceFiles } from '../workspace-files.ts';

/** The newest SST that this action is tested with. Projects in which no SST is installed are judged by it. */
export const NEWEST = '4.17.1';

/**
 * What SST does, and the first version that does it. The versions were read in SST's source at each of its tags. CI runs
 * the real CLI of 3.19.3, 4.1.8, 4.5.12 and the newest only.
 */
export const SINCE = {
  /** AWS_PROFILE takes precedence over `providers.aws.profile`. */
  prefersAwsProfile: '3.2.64',
  /** The app's name must be the one that `.sst/.pulumi/stacks` has. */
  comparesAppName: '3.3.4',
  /** `protect` is read, as a boolean. */
  readsProtect: '3.3.62',
  /** A static import in sst.config.ts fails the build. */
  refusesStaticImports: '3.11.0',
  /** A promise that `app()` returns is awaited. */
  awaitsApp: '3.11.1',
  /** The app's name must begin with a letter. */
  wantsLetterFirst: '3.11.8',
  /** `.env.<stage>` is laid over the environment. Before, it fills gaps. */
  overridesByStageFile: '3.17.25',
  /** `providers.aws.assumeRoles`, a list. Before, `assumeRole`, an object. */
  readsAssumeRoles: '4.1.9',
  /** A provider that is `true` or `false` is refused. */
  refusesBooleanProviders: '4.5.3',
  /** A provider other than aws and cloudflare needs a version. */
  wantsProviderVersion: '4.5.7',
  /** `state` is read, as an object. */
  readsState: '4.13.0',
  /** `state.retention` must be a positive integer. */
  readsRetention: '4.17.0',
} as const;

export type Behaviour = keyof typeof SINCE;

/** The SST that a project is judged by. */
export interface Sst {
  readonly version: string;
  /** Whether it was found beside the config; otherwise it is the newest that is known. */
  readonly installed: boolean;
  /** Why the version of an installed SST could not be read: completes the sentence "its package.json …". */
  readonly unread?: string;
}

/** Why the version of the project's SST is not known, as a sentence without its period. */
export function noVersion({ unread }: Sst): string {
  return unread === undefined
    ? 'No SST is installed beside the config'
    : `The version of the installed SST is not known (its package.json ${unread})`;
}

/** SST's own package.json has 2 KB. */
const MOST_BYTES = 2 ** 16;

/** The SST of a project in which none is installed: the newest that is known. */
export const UNKNOWN_SST: Sst = { version: NEWEST, installed: false };

/**
 * The SST that `npx sst` would run: that of the nearest `node_modules` from the config's folder upwards, inside the
 * workspace; if there is none, or not a release, the newest that is known.
 *
 * @param folder absolute, the config's. @param top absolute: where the search ends. @param files reads below it.
 */
export function installedSst(folder: string, top: string, files: WorkspaceFiles): Sst {
  const found = files.read(path.join(folder, 'node_modules', 'sst', 'package.json'), MOST_BYTES);
  if (found.kind === 'refused') return { ...UNKNOWN_SST, unread: found.because };
  if (found.kind === 'read') {
    const version = releaseIn(found.content.toString('utf8'));
    return version === undefined ? UNKNOWN_SST : { version, installed: true };
  }
  return folder !== top && isInside(folder, top)
    ? installedSst(path.dirname(folder), top, files)
    : UNKNOWN_SST;
}

/** The version in a package.json; undefined if it is not that of a release, but of a snapshot (`0.0.0-2026…`). */
function releaseIn(text: string): string | undefined {
  try {
    const { version } = Object(JSON.parse(text));
    return typeof version === 'string' && /^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/.test(version)
      ? version
      : undefined;
  } catch {
    return undefined; // Not what npm would have written.
  }
}

/** Whether that version of SST does so. */
export function does({ version }: Sst, behaviour: Behaviour): boolean {
  return version.localeCompare(SINCE[behaviour], 'en', { numeric: true }) >= 0;
}

/**
 * Whether a version is in a range as SST writes it in its config (`>= 3.17, < 5`, `~4.5`, `!=4.6.1`).
 *
 * @returns 'no range' if it is not one.
 */
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
