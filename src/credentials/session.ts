import type { Identity, Keys } from '../aws/identity.ts';
import type { Problem } from '../failure.ts';

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
  /** Set if the role was assumed from another session (role chaining), which AWS limits to one hour. */
  readonly chained?: true;
  readonly warnings?: readonly Problem[];
}
