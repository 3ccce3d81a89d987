import type { Permission } from './errors.ts';
import type { Identity, Keys } from './identity.ts';
import type { Transport } from './transport.ts';

/** What it takes to ask AWS something: whose keys, in which account and region, and how requests travel. */
export interface Access {
  readonly keys: Keys;
  readonly identity: Identity;
  readonly region: string;
  readonly transport: Transport;
}

/** What a request about a resource of the account and region needs. @param action `ecr:CreateRepository` */
export function permissionFor({ identity, region }: Access, action: string, resource: string): Permission {
  const { partition, account } = identity;
  const service = action.split(':')[0];
  return { action, resource: `arn:${partition}:${service}:${region}:${account}:${resource}` };
}
