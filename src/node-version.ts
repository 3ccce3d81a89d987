import type { Problem } from './failure.ts';

/** The oldest Node that the action is tested with: __tests__/conformance/node-versions.test.ts. */
const OLDEST = 22;

/** What stops the step if the runner's Node is older than every one that the action is tested with. */
export function tooOldNode(version: string): Problem | undefined {
  if (Number(version.split('.')[0]) >= OLDEST) return undefined;
  return {
    title: "The runner's Node is too old",
    what: `This runner runs actions with Node ${version}. sst-creds needs Node ${OLDEST} or newer.`,
    next: 'Update the runner: a runner updates itself, unless it was set up with `--disableupdate`.',
  };
}
