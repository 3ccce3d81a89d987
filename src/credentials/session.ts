import type { Identity, Keys } from '../aws/identity.ts';
import type { Transport } from '../aws/transport.ts';
import type { Problem } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import type { SessionSource } from './source.ts';

/** What `obtainSession` needs. */
export interface SessionRequest extends CredentialInputs {
  /** Where the session comes from, as `planSession` returns it. */
  readonly source: SessionSource;
  /** The region whose STS is asked: `aws-region`, or the one that SST will use, known once the config was read. */
  readonly region: string | Promise<string>;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly transport: Transport;
  readonly log: Log;
  /** Registers a secret with the runner. Called before anything can print the secret. */
  readonly mask: (secret: string) => void;
}

/** Keys that a source has given, already masked. */
export interface SourceKeys {
  readonly keys: Keys;
  /** Absent if they do not expire, or if the source does not say when. */
  readonly expires?: Date;
  /** What they are, in the log and in errors: `the keys in the inputs`. */
  readonly name: string;
}

/** What the step exports: the keys, who owns them, how long they last, and how they were obtained. */
export interface Session {
  readonly keys: Keys;
  readonly identity: Identity;
  /** Absent if the keys do not expire. */
  readonly expires?: Date;
  /** Each identity that was used, first to last: `GitHub's OIDC token of repo:acme/shop:ref:…`, then role after role. */
  readonly chain: readonly string[];
  /** Set if later steps find these credentials by themselves, as this step did. They are not exported then. */
  readonly inPlace?: true;
  /** Whether the role was assumed from another session (role chaining), which AWS limits to one hour. */
  readonly chained?: boolean;
  readonly warnings?: readonly Problem[];
}
