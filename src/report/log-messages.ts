// The lines of the log, which tell what was decided and why, stage by stage.
import type { Override, ProfileCheck } from '../sst/deployment.ts';

/** The verdict on profiles, the last line but for the result. */
export function profileLine({ verdict, reason }: ProfileCheck, override: Override | undefined): string {
  const { profile, by } = override ?? {};
  const what = `${profile === undefined ? 'keys' : `profile ${profile}`} (from ${by})`;
  switch (verdict) {
    case 'none':
      return 'Profile: none, SST will use these credentials';
    case 'ignored':
      return `Profile: SST is told to ignore ${what}, by SST_AWS_NO_PROFILE`;
    case 'wins':
      return `Profile: ${what} would override the credentials`;
    case 'not checked':
      return `Profile: not checked: ${reason}`;
  }
}
