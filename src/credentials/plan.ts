import { accountOf } from '../aws/identity.ts';
import { Failure } from '../failure.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { foreignAccount, SOURCE } from './messages.ts';
import { chooseSource, isArn, type SessionSource } from './source.ts';

/**
 * Decides where the session will come from, and refuses bad inputs before anything is requested.
 *
 * @param mask registers a secret with the runner.
 * @throws Failure if the inputs contradict each other, or the role's account is not an allowed one.
 */
export function planSession(
  inputs: CredentialInputs,
  environment: NodeJS.ProcessEnv,
  mask: (secret: string) => void,
): SessionSource {
  const { roleToAssume: role, maskAccountId } = inputs;
  const account = role !== undefined && isArn(role) ? accountOf(role) : undefined;
  if (account !== undefined) {
    if (maskAccountId) mask(account);
    checkAccount(inputs, account, SOURCE.roleInput);
  }
  return chooseSource(inputs, environment);
}

/** @throws Failure if `allowed-account-ids` is given and does not contain the account. */
export function checkAccount(
  { allowedAccountIds }: Pick<CredentialInputs, 'allowedAccountIds'>,
  account: string,
  whose: string,
): void {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account)) return;
  throw new Failure(foreignAccount(account, allowedAccountIds, whose));
}
