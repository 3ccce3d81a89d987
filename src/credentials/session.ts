import { accountOf, type Identity, type Keys } from '../aws/identity.ts';
import type { Transport } from '../aws/transport.ts';
import { Failure, type Problem } from '../failure.ts';
import { tokenServiceOf } from '../github/id-token.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { bothGiven, foreignAccount, noSourceLeft, roleWithoutAccount, without } from './messages.ts';

export type SessionSource = ReturnType<typeof planSession>;

/** A source of keys, for AssumeRole. Without a role, the keys are the session. */
export type KeySource = Exclude<SessionSource, { readonly kind: 'oidc' | 'token-file' }>;

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

/**
 * Decides where the session will come from, and refuses bad inputs before anything is requested. The order is that of
 * configure-aws-credentials: a token file, keys in the inputs, role chaining, OIDC if the job is allowed to request a token,
 * and else what the runner has. `source-profile`, which that action does not have, excludes the others.
 *
 * @param mask registers a secret with the runner.
 * @throws Failure if the inputs contradict each other, or the role's account is not an allowed one.
 */
export function planSession(
  inputs: CredentialInputs,
  environment: NodeJS.ProcessEnv,
  mask: (secret: string) => void,
) {
  const { roleToAssume: role, webIdentityTokenFile: file, sourceProfile: profile } = inputs;
  if (role !== undefined && isArn(role)) {
    if (inputs.maskAccountId) mask(accountOf(role));
    checkAccount(inputs, accountOf(role), 'The role in `role-to-assume`');
  }
  refuseContradictions(inputs);
  if (file !== undefined && role !== undefined)
    return { kind: 'token-file' as const, role: roleArn(role), file };
  if (profile !== undefined) return { kind: 'profile' as const, role, profile };
  const { accessKeyId, secretAccessKey, sessionToken } = inputs;
  if (accessKeyId !== undefined && secretAccessKey !== undefined)
    return { kind: 'static' as const, role, keys: { accessKeyId, secretAccessKey, sessionToken } };
  const wantsOidc = role !== undefined && !inputs.roleChaining && !inputs.forceSkipOidc;
  const service = wantsOidc ? tokenServiceOf(environment) : undefined;
  if (wantsOidc && service) return { kind: 'oidc' as const, role: roleArn(role), service };
  // A secret key without its key ID is a mistake, not a reason to use other credentials.
  if (secretAccessKey !== undefined) throw new Failure(without('aws-access-key-id', 'aws-secret-access-key'));
  // `insteadOfOidc`: it would be OIDC if the job were allowed to request a token.
  return { kind: 'ambient' as const, role, insteadOfOidc: wantsOidc };
}

/** @throws Failure if `allowed-account-ids` is given and does not contain the account. */
export function checkAccount({ allowedAccountIds }: CredentialInputs, account: string, whose: string): void {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account)) return;
  throw new Failure(foreignAccount(account, allowedAccountIds, whose));
}

/** Whether the role is given by its ARN, which contains the account, or by its name alone. */
export const isArn = (role: string) => role.startsWith('arn:');

/** A token does not contain an account, so the role must. */
function roleArn(role: string): string {
  if (!isArn(role)) throw new Failure(roleWithoutAccount(role));
  return role;
}

function refuseContradictions(inputs: CredentialInputs): void {
  const { sourceProfile: profile, accessKeyId: keyId, webIdentityTokenFile: file } = inputs;
  const contradictions: ReadonlyArray<readonly [there: unknown, problem: Problem]> = [
    [profile && keyId, bothGiven('source-profile', 'aws-access-key-id')],
    [profile && file, bothGiven('source-profile', 'web-identity-token-file')],
    [profile && inputs.roleChaining, bothGiven('source-profile', 'role-chaining')],
    [keyId && !inputs.secretAccessKey, without('aws-secret-access-key', 'aws-access-key-id')],
    [file && !inputs.roleToAssume, without('role-to-assume', 'web-identity-token-file')],
    // The same condition as in configure-aws-credentials: role-chaining makes no difference.
    [inputs.forceSkipOidc && inputs.roleToAssume && !(keyId ?? file ?? profile), noSourceLeft()],
  ];
  const [, problem] = contradictions.find(([there]) => there) ?? [];
  if (problem) throw new Failure(problem);
}
