import { Failure } from '../failure.ts';
import { ambientKeys, profileKeys } from './ambient.ts';
import { identify, type SourceKeys, sessionByKeys, sessionByToken } from './assume-role.ts';
import { type CredentialsContext, openContext } from './context.ts';
import { authenticatedLine, CREDENTIALS_KEPT, NO_CREDENTIALS_YET } from './log-messages.ts';
import { SOURCE, tagsNotSent } from './messages.ts';
import { githubToken } from './oidc.ts';
import { checkAccount } from './plan.ts';
import type { SessionRequest } from './request.ts';
import type { Session } from './session.ts';
import type { KeySource, SessionSource, TokenSource } from './source.ts';
import { maskKeys } from './sts-session.ts';
import { type SessionTags, sessionTags } from './tags.ts';
import { readTokenFile } from './token-file.ts';

/**
 * Obtains the session of the role and from the source that the inputs name. Every secret is masked before anything can
 * print it. Nothing is exported.
 *
 * @throws Failure if the source has no credentials, STS refuses the role, or the account is not an allowed one.
 */
export async function obtainSession(request: SessionRequest): Promise<Session> {
  // Then the credentials that the environment has are no source, and no existing credentials either.
  if (request.unsetCurrentCredentials) forgetCurrentKeys();
  const context = openContext(request);
  const session = (await existingSession(context)) ?? (await newSession(request.source, context));
  checkAccount(request, session.identity.account, session.identity.arn);
  request.log.info(authenticatedLine(session.identity.arn, session.expires));
  return session;
}

/** Removes the keys that earlier steps exported, so that the SDK does not find them either. */
function forgetCurrentKeys(): void {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    delete process.env[name];
  }
}

/** With `use-existing-credentials`: the session that later steps would have without this step, if it is valid. */
async function existingSession(context: CredentialsContext): Promise<Session | undefined> {
  const { useExistingCredentials, log } = context.request;
  if (!useExistingCredentials) return undefined;
  try {
    const session = await ownSession(context, await ambientKeys(context, false));
    log.info(CREDENTIALS_KEPT);
    return { ...session, inPlace: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info(NO_CREDENTIALS_YET);
    log.debug(error.message);
    return undefined;
  }
}

/** A source has a token or keys; STS gives a session for either. */
function newSession(source: SessionSource, context: CredentialsContext): Promise<Session> {
  return source.kind === 'oidc' || source.kind === 'token-file'
    ? sessionOfToken(source, context)
    : sessionOfKeys(source, context);
}

async function sessionOfToken(source: TokenSource, context: CredentialsContext): Promise<Session> {
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

async function sessionOfKeys(source: KeySource, context: CredentialsContext): Promise<Session> {
  // Before any request: bad `custom-tags` are refused here.
  const tags = tagsOf(source, context);
  const found = await keysOf(source, context);
  if (source.role !== undefined) return sessionByKeys(context, found, source.role, tags);
  const session = await ownSession(context, found);
  return source.kind === 'ambient' ? { ...session, inPlace: true } : session;
}

function tagsOf({ role }: KeySource, { request }: CredentialsContext): SessionTags | undefined {
  if (role === undefined || request.roleSkipSessionTagging) return undefined;
  return sessionTags(request.environment, request.customTags);
}

async function keysOf(source: KeySource, context: CredentialsContext): Promise<SourceKeys> {
  switch (source.kind) {
    case 'static':
      return { keys: maskKeys(context.request, source.keys), name: SOURCE.inputs };
    case 'profile':
      return profileKeys(context, source.profile);
    case 'ambient':
      return ambientKeys(context, source.insteadOfOidc);
  }
}

/** The session that the keys already are. */
async function ownSession(context: CredentialsContext, found: SourceKeys): Promise<Session> {
  const identity = await identify(context, found);
  const { keys, expires } = found;
  return { keys, identity, ...(expires ? { expires } : {}), chain: [identity.arn] };
}
