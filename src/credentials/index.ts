import type { Transport } from '../aws/transport.ts';
import { Failure } from '../failure.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { authenticatedLine, CREDENTIALS_KEPT, NO_CREDENTIALS_YET } from '../report/log-messages.ts';
import { machineKeys, profileKeys } from './ambient.ts';
import { type Found, identify, maskKeys, sessionByKeys, sessionByToken } from './assume-role.ts';
import { type Context, openContext } from './context.ts';
import { SOURCE, tagsNotSent } from './messages.ts';
import { githubToken } from './oidc.ts';
import { checkAccount } from './plan.ts';
import type { Session } from './session.ts';
import type { KeySource, Source, TokenSource } from './source.ts';
import { type SessionTags, sessionTags } from './tags.ts';
import { readTokenFile } from './token-file.ts';

export interface SessionRequest extends CredentialInputs {
  /** Where the session comes from, as `planSession` gives it. */
  readonly source: Source;
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
 * @throws Failure where the source gives no credentials, STS refuses the role, or the account is not an allowed one.
 */
export async function obtainSession(request: SessionRequest): Promise<Session> {
  // What the environment had before is no source then, and no existing credentials either.
  if (request.unsetCurrentCredentials) forgetCurrentKeys();
  const context = openContext(request);
  const session = (await existingSession(context)) ?? (await newSession(request.source, context));
  checkAccount(request, session.identity.account, session.identity.arn);
  request.log.info(authenticatedLine(session.identity.arn, session.expires));
  return session;
}

/** Takes away what earlier steps left in the environment, so that the SDK does not find it either. */
function forgetCurrentKeys(): void {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    delete process.env[name];
  }
}

/** With `use-existing-credentials`: the session that later steps have without this one, if it is valid. */
async function existingSession(context: Context): Promise<Session | undefined> {
  const { useExistingCredentials, log } = context.request;
  if (!useExistingCredentials) return undefined;
  try {
    const session = await ownSession(context, await machineKeys(context, false));
    log.info(CREDENTIALS_KEPT);
    return { ...session, inPlace: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info(NO_CREDENTIALS_YET);
    log.debug(error.message);
    return undefined;
  }
}

/** Each source has its own way to a token or to keys; STS gives a session for either. */
function newSession(source: Source, context: Context): Promise<Session> {
  return source.kind === 'oidc' || source.kind === 'token-file'
    ? sessionOfToken(source, context)
    : sessionOfKeys(source, context);
}

async function sessionOfToken(source: TokenSource, context: Context): Promise<Session> {
  const { customTags, environment, mask } = context.request;
  const warnings = customTags === undefined ? [] : [tagsNotSent()];
  if (source.kind === 'token-file') {
    const token = readTokenFile(source.file, environment['GITHUB_WORKSPACE'] ?? '');
    mask(token);
    return { ...(await sessionByToken(context, source.role, token, SOURCE.tokenFile)), warnings };
  }
  const token = await githubToken(context.request, source.service);
  return { ...(await sessionByToken(context, source.role, token, SOURCE.oidc)), warnings };
}

async function sessionOfKeys(source: KeySource, context: Context): Promise<Session> {
  // Before any request: they may refuse `custom-tags`.
  const tags = tagsOf(source, context);
  const found = await keysOf(source, context);
  if (source.role !== undefined) return sessionByKeys(context, found, source.role, tags);
  const session = await ownSession(context, found);
  return source.kind === 'ambient' ? { ...session, inPlace: true } : session;
}

function tagsOf({ role }: KeySource, { request }: Context): SessionTags | undefined {
  if (role === undefined || request.roleSkipSessionTagging) return undefined;
  return sessionTags(request.environment, request.customTags);
}

async function keysOf(source: KeySource, context: Context): Promise<Found> {
  switch (source.kind) {
    case 'static':
      return { keys: maskKeys(context, source.keys), name: SOURCE.inputs };
    case 'profile':
      return profileKeys(context, source.profile);
    case 'ambient':
      return machineKeys(context, source.insteadOfOidc);
  }
}

/** The session that the keys are themselves. */
async function ownSession(context: Context, found: Found): Promise<Session> {
  const identity = await identify(context, found);
  const { keys, expires } = found;
  return { keys, identity, ...(expires ? { expires } : {}), chain: [identity.arn] };
}
