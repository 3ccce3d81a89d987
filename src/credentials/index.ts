import { Failure } from '../failure.ts';
import { ambientKeys, profileKeys } from './ambient.ts';
import { identify, sessionByKeys, sessionByToken } from './assume-role.ts';
import { SOURCE, tagsNotSent } from './messages.ts';
import type { Session, SessionRequest, SourceKeys } from './session.ts';
import { checkAccount, type KeySource, type TokenSource } from './source.ts';
import { maskKeys } from './sts-session.ts';
import { type SessionTags, sessionTags } from './tags.ts';
import { githubToken, readTokenFile } from './token.ts';

/**
 * Obtains the session of the role and from the source that the inputs name. Every secret is masked before anything can
 * print it. Nothing is exported.
 *
 * @throws Failure if the source has no credentials, STS refuses the role, or the account is not an allowed one.
 */
export async function obtainSession(request: SessionRequest): Promise<Session> {
  // Then the credentials that the environment has are no source, and no existing credentials either.
  if (request.unsetCurrentCredentials) forgetCurrentKeys();
  const session = (await existingSession(request)) ?? (await newSession(request));
  const { identity, expires } = session;
  checkAccount(request, identity.account, identity.arn);
  request.log.info(`Authenticated as ${identity.arn}${expires ? `, until ${expires.toISOString()}` : ''}`);
  return session;
}

/** Removes the keys that earlier steps exported, so that the SDK does not find them either. */
function forgetCurrentKeys(): void {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    delete process.env[name];
  }
}

/** With `use-existing-credentials`: the session that later steps would have without this step, if it is valid. */
async function existingSession(request: SessionRequest): Promise<Session | undefined> {
  const { useExistingCredentials, log } = request;
  if (!useExistingCredentials) return undefined;
  try {
    const session = await ownSession(request, await ambientKeys(request, false));
    log.info('There are valid credentials already: they are kept, and no new ones are obtained.');
    return { ...session, inPlace: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info('There are no valid credentials yet.');
    log.debug(error.message);
    return undefined;
  }
}

/** A source has a token or keys; STS gives a session for either. */
function newSession(request: SessionRequest): Promise<Session> {
  const { source } = request;
  return source.kind === 'oidc' || source.kind === 'token-file'
    ? sessionOfToken(source, request)
    : sessionOfKeys(source, request);
}

async function sessionOfToken(source: TokenSource, request: SessionRequest): Promise<Session> {
  const { customTags, environment, mask } = request;
  const warnings = customTags === undefined ? [] : [tagsNotSent()];
  if (source.kind === 'token-file') {
    const token = readTokenFile(source.file, environment['GITHUB_WORKSPACE'] ?? '');
    mask(token);
    return { ...(await sessionByToken(request, source.role, token, SOURCE.tokenFile)), warnings };
  }
  const token = await githubToken(request, source.service);
  return { ...(await sessionByToken(request, source.role, token, SOURCE.oidc)), warnings };
}

async function sessionOfKeys(source: KeySource, request: SessionRequest): Promise<Session> {
  // Before any request: bad `custom-tags` are refused here.
  const tags = tagsOf(source, request);
  const found = await keysOf(source, request);
  if (source.role !== undefined) return sessionByKeys(request, found, source.role, tags);
  const session = await ownSession(request, found);
  return source.kind === 'ambient' ? { ...session, inPlace: true } : session;
}

function tagsOf({ role }: KeySource, request: SessionRequest): SessionTags | undefined {
  if (role === undefined || request.roleSkipSessionTagging) return undefined;
  return sessionTags(request.environment, request.customTags);
}

async function keysOf(source: KeySource, request: SessionRequest): Promise<SourceKeys> {
  switch (source.kind) {
    case 'static':
      return { keys: maskKeys(request, source.keys), name: SOURCE.inputs };
    case 'profile':
      return profileKeys(request, source.profile);
    case 'ambient':
      return ambientKeys(request, source.insteadOfOidc);
  }
}

/** The session that the keys already are. */
async function ownSession(request: SessionRequest, found: SourceKeys): Promise<Session> {
  const identity = await identify(request, found);
  return { keys: found.keys, identity, expires: found.expires, chain: [identity.arn] };
}
