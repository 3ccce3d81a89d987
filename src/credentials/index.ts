import { Failure } from '../failure.ts';
import { identify, sessionByKeys, sessionByToken } from './assume-role.ts';
import { keysOf } from './keys.ts';
import { tagsNotSent } from './messages.ts';
import { checkAccount, type Session, type SessionRequest, type SourceKeys } from './session.ts';
import { sessionTags } from './tags.ts';
import { githubToken, ID_TOKEN, readTokenFile } from './token.ts';

/**
 * Obtains the session of the role and from the source that the inputs name. Every secret is masked before anything can
 * print it. Nothing is exported.
 *
 * @throws Failure if the source has no credentials, STS refuses the role, or the account is not an allowed one.
 */
export async function obtainSession(request: SessionRequest): Promise<Session> {
  // Then the credentials that the environment has are no source, and no existing credentials either.
  if (request.unsetCurrentCredentials)
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
      delete process.env[name];
  const session = (await existingSession(request)) ?? (await newSession(request));
  const { identity, expires } = session;
  checkAccount(request, identity.account, identity.arn);
  request.log.info(`Authenticated as ${identity.arn}${expires ? `, until ${expires.toISOString()}` : ''}`);
  return session;
}

/** With `use-existing-credentials`: the session that later steps would have without this step, if it is valid. */
async function existingSession(request: SessionRequest): Promise<Session | undefined> {
  const { useExistingCredentials, log } = request;
  if (!useExistingCredentials) return undefined;
  try {
    const ambient = { kind: 'ambient', role: undefined, insteadOfOidc: false } as const;
    const session = await ownSession(request, await keysOf(ambient, request));
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
async function newSession(request: SessionRequest): Promise<Session> {
  const { source, customTags, environment } = request;
  if (source.kind === 'oidc' || source.kind === 'token-file') {
    const [token, name] =
      source.kind === 'oidc'
        ? [await githubToken(request, source.service), ID_TOKEN]
        : [readTokenFile(source.file, environment['GITHUB_WORKSPACE'] ?? ''), 'the web identity token'];
    request.mask(token);
    const session = await sessionByToken(request, source.role, token, name);
    return { ...session, warnings: customTags === undefined ? [] : [tagsNotSent()] };
  }
  const { role } = source;
  const tagged = role !== undefined && !request.roleSkipSessionTagging;
  // Before any request: bad `custom-tags` are refused here.
  const tags = tagged ? sessionTags(environment, customTags) : undefined;
  const found = await keysOf(source, request);
  if (role !== undefined) return sessionByKeys(request, found, role, tags);
  const session = await ownSession(request, found);
  return source.kind === 'ambient' ? { ...session, inPlace: true } : session;
}

async function ownSession(request: SessionRequest, { keys, name, expires }: SourceKeys): Promise<Session> {
  const identity = await identify(request, { keys, name });
  return { keys, identity, expires, chain: [identity.arn] };
}
