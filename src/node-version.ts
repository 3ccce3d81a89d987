import type { Problem } from './failure.ts';

/** The oldest Node that the action is tested with: major and minor. */
const TESTED = [24, 12] as const;

/** A warning if the runner's Node is older than every one that the action is tested with. */
export function olderNode(version: string): Problem | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > TESTED[0] || (major === TESTED[0] && minor >= TESTED[1])) return undefined;
  return {
    title: 'The runner has an old Node',
    what: `This runner runs actions with Node ${version}. sst-creds needs Node ${TESTED.join('.')} or newer.`,
    next: 'The step goes on as far as it can. Update the runner: a runner updates itself, unless it was set up with `--disableupdate`.',
  };
}
