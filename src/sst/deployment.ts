import type { Failure, Place, Problem } from '../failure.ts';

export type GuardMode = 'fail' | 'warn' | 'neutralize' | 'off';

/** The stage that `sst deploy` will take, and how it is known. */
export interface Stage {
  readonly name: string;
  readonly from: 'input' | 'event' | 'SST_STAGE' | '.sst/stage' | 'login name';
}

/** A file that SST reads variables from. */
export type EnvFile = '.env' | '.env.<stage>';

/** The region that SST will use, and what decides it. */
export interface Region {
  readonly name: string;
  readonly from: 'sst.config.ts' | EnvFile | 'aws-region' | 'environment' | 'AWS config file' | 'default';
  readonly place?: Place;
}

/** A profile, or keys, that SST would prefer to the exported credentials. */
export interface Override {
  /** The profile's name; for keys in a .env file undefined. */
  readonly profile?: string;
  /** The variable that gives it; undefined for the config's profile. */
  readonly variable?: string;
  readonly by: 'config' | 'AWS_PROFILE' | EnvFile;
  readonly place?: Place;
}

/**
 * Whether something would take the place of the exported credentials: nothing does (`none`), SST is told to ignore it
 * (`ignored`), it would (`wins`), or that is not known (`not checked`).
 */
export type ProfileVerdict = 'none' | 'ignored' | 'wins' | 'not checked';

/** The verdict, the same one in the log, the summary, the comment and the output `profile`. */
export interface ProfileCheck {
  readonly verdict: ProfileVerdict;
  /** Why it was not checked, as the end of a sentence. Only with `not checked`. */
  readonly reason?: string;
}

/** A role that SST itself assumes from the credentials it found. */
export interface AssumedRole {
  readonly roleArn: string;
  readonly sessionName?: string;
}

/** What `sst deploy` will do in the next step, as far as can be known before it runs. */
export interface Deployment {
  /** Absolute; undefined if no sst.config.ts was found. */
  readonly config?: string;
  /** Undefined if nothing names a stage that SST would accept. */
  readonly stage?: Stage;
  readonly app?: string;
  readonly home?: string;
  readonly region: Region;
  /** Whether SST will initialise AWS at all (home aws, or a provider aws). */
  readonly usesAws: boolean;
  readonly assumeRoles: readonly AssumedRole[];
  readonly profile: ProfileCheck;
  /** What the verdict is about: the profile or the keys that win or are ignored. */
  readonly override?: Override;
  /** Variables that the guard wants exported (`neutralize`). */
  readonly exports: Readonly<Record<string, string>>;
  readonly notices: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Why the step must stop: what is known is reported all the same. */
  readonly failure?: Failure;
}
