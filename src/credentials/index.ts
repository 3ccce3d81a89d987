import type { Transport } from '../aws/access.ts';
import { Failure } from '../failure.ts';
import type { CredentialInputs } from '../inputs.ts';
import { foreignAccount } from '../messages/credentials.ts';
import type { Log } from '../report/journal.ts';
import { accountOf } from './assume.ts';
import { type Context, openContext } from './context.ts';
import { maskKeys, sessionByKeys, sessionByToken } from './exchange.ts';
import { machineKeys, profileKeys } from './machine.ts';
import { githubToken } from './oidc.ts';
import type { Session } from './session.ts';
import { chooseSource, isArn, type Source } from './source.ts';
import { readTokenFile } from './token-file.ts';

export interface SessionRequest extends CredentialInputs {
  /** The region whose STS is asked: `aws-region`, or the one that SST will use, known once the config was read. */
  readonly region: string | Promise<string>;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly transport: Transport;
  readonly log: Log;
  /** Registers a secret with the runner; called before the secret can be printed by anything. */
  readonly mask: (secret: string) => void;
}

/**
 * Obtains the session that the inputs ask for: from the source that they name, the role that they name. Everything
 * secret is masked before it can be printed; nothing is exported.
 *
 * @throws Failure where the inputs contradict each other, the source gives no credentials, STS refuses the role, or
 * the account is not an allowed one.
 */
export async function obtainSession(request: SessionRequest): Promise<Session> {
  const { roleToAssume: role, environment, log, mask, maskAccountId } = request;
  if (maskAccountId && role !== undefined && isArn(role)) mask(accountOf(role));
  const source = chooseSource(request, environment);
  if (role !== undefined && isArn(role))
    checkAccount(request, accountOf(role), 'The role in `role-to-assume`');
  const session = await sessionFrom(source, openContext(request));
  checkAccount(request, session.identity.account, session.identity.arn);
  log.info(
    `Authenticated as ${session.identity.arn}${session.expires ? `, until ${session.expires.toISOString()}` : ''}`,
  );
  return session;
}

/** Each source has its own way to come by a token or by keys; STS gives the session for either. */
async function sessionFrom(source: Source, context: Context): Promise<Session> {
  switch (source.kind) {
    case 'oidc': {
      const token = githubToken(context, source.service);
      // The client is loaded while the token is on its way: each takes a good part of the other's time.
      context.loadSts();
      return sessionByToken(context, source.role, await token, "GitHub's OIDC token");
    }
    case 'token-file': {
      const { environment, mask } = context.request;
      const token = readTokenFile(source.file, environment['GITHUB_WORKSPACE'] ?? '');
      mask(token);
      return sessionByToken(context, source.role, token, 'the web identity token in the file');
    }
    case 'static': {
      const found = { keys: maskKeys(context, source.keys), name: 'the keys in the inputs' };
      return sessionByKeys(context, found, source.role);
    }
    case 'profile':
      return sessionByKeys(context, await profileKeys(context, source.profile), source.role);
    case 'ambient':
      return sessionByKeys(context, await machineKeys(context, source.insteadOfOidc), source.role);
  }
}

function checkAccount({ allowedAccountIds }: SessionRequest, account: string, whose: string): void {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(account)) return;
  throw new Failure(foreignAccount(account, allowedAccountIds, whose));
}
