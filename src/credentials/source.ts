import { Failure } from '../failure.ts';
import { type TokenService, tokenServiceOf } from '../github/id-token.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { contradictoryInputs } from './messages.ts';
import type { Keys } from './session.ts';

/** Where a web identity token comes from, for AssumeRoleWithWebIdentity. */
export type TokenSource =
  /** GitHub's token service. */
  | { readonly kind: 'oidc'; readonly role: string; readonly service: TokenService }
  /** A file. */
  | { readonly kind: 'token-file'; readonly role: string; readonly file: string };

/** Where keys come from, for AssumeRole; without a role they are the session themselves. */
export type KeySource =
  /** The inputs. */
  | { readonly kind: 'static'; readonly role: string | undefined; readonly keys: Keys }
  /** A profile of the AWS files. */
  | { readonly kind: 'profile'; readonly role: string | undefined; readonly profile: string }
  /** Whatever the AWS SDK finds on this machine: the environment, which is chaining, or the runner's own role. */
  | {
      readonly kind: 'ambient';
      readonly role: string | undefined;
      /** Whether the role would have been assumed by OIDC, had the job been allowed to request a token. */
      readonly insteadOfOidc: boolean;
    };

/** Where the session comes from. */
export type Source = TokenSource | KeySource;

/** Inputs that cannot be meant together, or that lack another. */
export type Contradiction =
  | { readonly kind: 'both'; readonly inputs: readonly [string, string] }
  | { readonly kind: 'needs'; readonly input: string; readonly needed: string }
  | { readonly kind: 'needs ARN'; readonly role: string; readonly source: 'oidc' | 'token-file' }
  | { readonly kind: 'OIDC skipped' };

type SourceInputs = Pick<
  CredentialInputs,
  | 'roleToAssume'
  | 'accessKeyId'
  | 'secretAccessKey'
  | 'sessionToken'
  | 'webIdentityTokenFile'
  | 'sourceProfile'
  | 'roleChaining'
  | 'forceSkipOidc'
>;

/**
 * Chooses the source, in the order in which configure-aws-credentials prefers them: a token file, keys in the inputs,
 * chaining, OIDC where the job may request a token, and else what the machine has. `source-profile`, which it does not
 * have, excludes the others.
 *
 * @throws Failure for inputs that cannot be meant together; nothing was requested by then.
 */
export function chooseSource(inputs: SourceInputs, environment: NodeJS.ProcessEnv): Source {
  refuseContradictions(inputs);
  const { roleToAssume: role, webIdentityTokenFile: file, sourceProfile: profile } = inputs;
  if (file !== undefined && role !== undefined) {
    return { kind: 'token-file', role: roleArn(role, 'token-file'), file };
  }
  if (profile !== undefined) return { kind: 'profile', role, profile };
  const { accessKeyId, secretAccessKey, sessionToken } = inputs;
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
    return { kind: 'static', role, keys };
  }
  const wantsOidc = role !== undefined && !inputs.roleChaining && !inputs.forceSkipOidc;
  const service = wantsOidc ? tokenServiceOf(environment) : undefined;
  if (wantsOidc && service) return { kind: 'oidc', role: roleArn(role, 'oidc'), service };
  // A secret whose key ID came out empty: half a pair is a mistake, not a reason to take whatever else there is.
  if (secretAccessKey !== undefined) {
    refuse({ kind: 'needs', input: 'aws-secret-access-key', needed: 'aws-access-key-id' });
  }
  return { kind: 'ambient', role, insteadOfOidc: wantsOidc };
}

/** Whether the role is given by its ARN, which tells the account, or by its name alone. */
export function isArn(role: string): boolean {
  return role.startsWith('arn:');
}

/** A token says nothing of an account, so the role has to. */
function roleArn(role: string, source: 'oidc' | 'token-file'): string {
  if (!isArn(role)) refuse({ kind: 'needs ARN', role, source });
  return role;
}

function refuseContradictions(inputs: SourceInputs): void {
  const { sourceProfile, roleToAssume, accessKeyId, secretAccessKey, webIdentityTokenFile } = inputs;
  const others = [
    ...(accessKeyId === undefined ? [] : ['aws-access-key-id']),
    ...(webIdentityTokenFile === undefined ? [] : ['web-identity-token-file']),
    ...(inputs.roleChaining ? ['role-chaining'] : []),
  ];
  if (sourceProfile !== undefined && others[0] !== undefined) {
    refuse({ kind: 'both', inputs: ['source-profile', others[0]] });
  }
  if (accessKeyId !== undefined && secretAccessKey === undefined) {
    refuse({ kind: 'needs', input: 'aws-access-key-id', needed: 'aws-secret-access-key' });
  }
  if (webIdentityTokenFile !== undefined && roleToAssume === undefined) {
    refuse({ kind: 'needs', input: 'web-identity-token-file', needed: 'role-to-assume' });
  }
  // configure-aws-credentials' own condition, which role-chaining does not lift.
  const someSource = accessKeyId ?? webIdentityTokenFile ?? sourceProfile;
  if (inputs.forceSkipOidc && roleToAssume !== undefined && someSource === undefined) {
    refuse({ kind: 'OIDC skipped' });
  }
}

function refuse(contradiction: Contradiction): never {
  throw new Failure(contradictoryInputs(contradiction));
}
