import type { Permission } from './errors.ts';
import type { Partition } from './region.ts';
import type { Transport } from './transport.ts';

/** Credentials as AWS takes them. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent for an IAM user's own, long-lived keys. */
  readonly sessionToken?: string;
}

/** Whether they have the form of keys (STS API reference, "Credentials"; secret and token have none but being without blanks). */
export function areWellFormed({ accessKeyId, secretAccessKey, sessionToken }: Keys): boolean {
  const opaque = [secretAccessKey, sessionToken].filter(key => key !== undefined);
  return /^[\w-]+$/.test(accessKeyId) && opaque.every(key => /^[\x21-\x7e]+$/.test(key));
}

/** Who the keys belong to, as STS says. */
export interface Identity {
  /** Twelve digits. */
  readonly account: string;
  /** `arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions`, or a user's ARN. */
  readonly arn: string;
  readonly partition: Partition;
}

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

/** The account of an ARN; empty if it names none. */
export const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** The partition of an ARN: the `aws` of `arn:aws:…`. */
export const partitionOfArn = (arn: string): string => arn.split(':')[1] ?? '';
