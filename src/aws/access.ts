import type { Identity, Keys } from './identity.ts';
import type { Transport } from './transport.ts';

/** What it takes to ask AWS something: whose keys, in which account and region, and how requests travel. */
export interface Access {
  readonly keys: Keys;
  readonly identity: Identity;
  readonly region: string;
  readonly transport: Transport;
}
