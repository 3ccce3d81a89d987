import { randomBytes, randomInt } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import { partitionOf } from './arn.ts';
import type { Policy } from './iam.ts';

/** A role that can be assumed. */
export interface Role {
  name: string;
  arn: string;
  accountId: string;
  id: string;
  trust: Policy;
  /** Seconds. Default: 3600, as in IAM. */
  maxSessionDuration: number;
  /** If it is undefined, everything is allowed. If there are policies, each request is authorised. */
  policies: Policy[] | undefined;
}

/** A user with keys that do not expire. */
export interface User {
  name: string;
  arn: string;
  accountId: string;
  id: string;
  policies: Policy[] | undefined;
  accessKeyId: string;
  secretAccessKey: string;
}

/** An OIDC identity provider registered in an account. */
export interface OidcProvider {
  /** The issuer's URL without `https://`, as IAM keeps it: the prefix of its condition keys. */
  host: string;
  arn: string;
  /** The audiences (client IDs) registered with it. */
  audiences: string[];
  keys: JWTVerifyGetKey;
}

/** Who signs a request. */
export interface Caller {
  accountId: string;
  arn: string;
  userId: string;
  /** The source of the caller's permissions, which is read again for every request. */
  identity: Role | User;
  tags: Record<string, string>;
  transitiveTags: string[];
}

/** An access key that the services know. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  /** '' for a user's own key. */
  sessionToken: string;
  /** Milliseconds since 1970; Infinity for a user's own key. */
  expires: number;
  caller: Caller;
}

export interface ParameterVersion {
  value: string;
  type: 'String' | 'SecureString' | 'StringList';
  /**
   * The ARN of the customer's KMS key. If it is undefined, it is the account's own key, and everybody who is allowed to
   * read the parameter can decrypt it.
   */
  key?: string;
  version: number;
  modified: number;
}

export interface Parameter {
  name: string;
  /** Every value it has had, oldest first, so that a test can count the writes. */
  history: ParameterVersion[];
}

export interface Repository {
  name: string;
  uri: string;
  created: number;
}

export interface ObjectVersion {
  versionId: string;
  /** Undefined: a delete marker. */
  body: Buffer | undefined;
  etag: string;
  modified: number;
  headers: Record<string, string>;
}

export interface Bucket {
  name: string;
  region: string;
  accountId: string;
  created: number;
  versioning: '' | 'Enabled' | 'Suspended';
  policy: string | undefined;
  /** Undefined until PutBucketNotificationConfiguration, then its body. */
  notification: string | undefined;
  /** Versions by key, oldest first. */
  objects: Map<string, ObjectVersion[]>;
}

/** What an account has in one region. */
export interface Region {
  parameters: Map<string, Parameter>;
  repositories: Map<string, Repository>;
}

export interface Account {
  id: string;
  partition: string;
  providers: Map<string, OidcProvider>;
  regions: Map<string, Region>;
}

/** An SSO login: which roles its token can be exchanged for. */
export interface SsoLogin {
  expires: number;
  /** Role name by account. */
  roles: { accountId: string; roleName: string }[];
}

export interface NewRole {
  trust: Policy;
  maxSessionDuration?: number;
  policies?: Policy[];
  /** With slashes at both ends. Default: `/`. */
  path?: string;
}

/** Everything that exists in this AWS. Tests can read and change all of it. */
export class AwsState {
  accounts = new Map<string, Account>();
  roles = new Map<string, Role>();
  users = new Map<string, User>();
  credentials = new Map<string, Credential>();
  ssoLogins = new Map<string, SsoLogin>();
  /** One namespace for all accounts, as in S3. */
  buckets = new Map<string, Bucket>();
  /** Regions that the accounts have not enabled: their credentials are not known there. */
  disabledRegions = new Set<string>();
  /** Whether S3 knows account-regional bucket names. */
  accountRegionalNamespace = true;
  /** How many characters of session policies and tags fit into a session token. */
  packedPolicySize = 2048;
  /** The services' clock. A test can change it. */
  now: () => number = Date.now;

  /** The account, created on first use. */
  account(id: string, partition = 'aws'): Account {
    let account = this.accounts.get(id);
    if (!account) {
      account = { id, partition, providers: new Map(), regions: new Map() };
      this.accounts.set(id, account);
    }
    return account;
  }

  /** The contents of a region, created on first use. The account then belongs to the region's partition. */
  region(accountId: string, name: string): Region {
    const account = this.account(accountId, partitionOf(name));
    let region = account.regions.get(name);
    if (!region) {
      region = { parameters: new Map(), repositories: new Map() };
      account.regions.set(name, region);
    }
    return region;
  }

  addProvider(
    accountId: string,
    provider: { issuer: string; audiences: string[]; keys: JWTVerifyGetKey },
  ): OidcProvider {
    const account = this.account(accountId);
    const host = provider.issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
    const arn = `arn:${account.partition}:iam::${accountId}:oidc-provider/${host}`;
    const registered = { host, arn, audiences: provider.audiences, keys: provider.keys };
    account.providers.set(host, registered);
    return registered;
  }

  addRole(accountId: string, name: string, options: NewRole): Role {
    const role: Role = {
      name,
      arn: `arn:${this.account(accountId).partition}:iam::${accountId}:role${options.path ?? '/'}${name}`,
      accountId,
      id: `AROA${capitals(17)}`,
      trust: options.trust,
      maxSessionDuration: options.maxSessionDuration ?? 3600,
      policies: options.policies,
    };
    this.roles.set(role.arn, role);
    return role;
  }

  addUser(accountId: string, name: string, policies?: Policy[]): User {
    const arn = `arn:${this.account(accountId).partition}:iam::${accountId}:user/${name}`;
    const keys = { accessKeyId: `AKIA${capitals(16)}`, secretAccessKey: secret(30) };
    const user: User = { name, arn, accountId, id: `AIDA${capitals(17)}`, policies, ...keys };
    this.users.set(arn, user);
    const caller = { accountId, arn, userId: user.id, identity: user, tags: {}, transitiveTags: [] };
    this.credentials.set(user.accessKeyId, { ...keys, sessionToken: '', expires: Infinity, caller });
    return user;
  }

  /** Creates a session of a role, as STS and the SSO portal do. */
  startSession(
    role: Role,
    name: string,
    seconds: number,
    tags: { tags: Record<string, string>; transitiveTags: string[] } = { tags: {}, transitiveTags: [] },
  ): Credential {
    const credential: Credential = {
      accessKeyId: `ASIA${capitals(16)}`,
      secretAccessKey: secret(30),
      // Real tokens begin with this text, and are far longer than key and secret together.
      sessionToken: `IQoJb3JpZ2luX2Vj${secret(300)}`,
      expires: this.now() + seconds * 1000,
      caller: {
        accountId: role.accountId,
        arn: `arn:${this.account(role.accountId).partition}:sts::${role.accountId}:assumed-role/${role.name}/${name}`,
        userId: `${role.id}:${name}`,
        identity: role,
        ...tags,
      },
    };
    this.credentials.set(credential.accessKeyId, credential);
    return credential;
  }
}

/** Whether a caller has temporary credentials of a role. Assuming another role is then role chaining. */
export function isSession(caller: Caller): boolean {
  return caller.arn !== caller.identity.arn;
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function capitals(length: number): string {
  return Array.from({ length }, () => CAPITALS[randomInt(CAPITALS.length)]).join('');
}

/** Base64 as AWS' secrets are: 30 bytes give the 40 characters of a secret access key, `/` and `+` among them. */
function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}
