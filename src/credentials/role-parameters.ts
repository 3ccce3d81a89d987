import type { AssumeRoleCommandInput } from '../aws/sts.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import type { Tag } from './tags.ts';

/** How long a session lasts, in seconds, if `role-duration-seconds` is not given. */
const DEFAULT_DURATION = 3600;

type RoleInputs = Pick<
  Partial<CredentialInputs>,
  'roleDurationSeconds' | 'roleExternalId' | 'inlineSessionPolicy'
> &
  Pick<CredentialInputs, 'roleSessionName' | 'managedSessionPolicies' | 'transitiveTagKeys'>;

/** The parameters of AssumeRoleWithWebIdentity, without the token. Session tags are in the token. */
export function webIdentityParameters(roleArn: string, inputs: RoleInputs) {
  const { managedSessionPolicies: policies } = inputs;
  return {
    RoleArn: roleArn,
    RoleSessionName: inputs.roleSessionName,
    DurationSeconds: inputs.roleDurationSeconds ?? DEFAULT_DURATION,
    Policy: inputs.inlineSessionPolicy,
    PolicyArns: policies.length === 0 ? undefined : policies.map(arn => ({ arn })),
  };
}

/**
 * The parameters of AssumeRole.
 *
 * @param tags undefined if `role-skip-session-tagging` is set. Of `transitive-tag-keys`, only those that are tags of this
 * session are sent: STS refuses others.
 */
export function assumeRoleParameters(
  roleArn: string,
  inputs: RoleInputs,
  tags: readonly Tag[] | undefined,
): AssumeRoleCommandInput {
  const keys = new Set(tags?.map(tag => tag.Key));
  return {
    ...webIdentityParameters(roleArn, inputs),
    ExternalId: inputs.roleExternalId,
    Tags: tags && [...tags],
    TransitiveTagKeys: tags && inputs.transitiveTagKeys.filter(key => keys.has(key)),
  };
}

// The characters that configure-aws-credentials counts as special. A secret access key can contain `/` and `+` of them.
const SPECIAL = /[!@#$%^&*()_+\-=[\]{};':"\\|,.<>/?]/;

/** Whether a key has characters that some tools cannot handle (`special-characters-workaround`). */
export function hasSpecialCharacters(...keys: string[]): boolean {
  return keys.some(key => SPECIAL.test(key));
}
