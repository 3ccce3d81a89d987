import { faultOf } from '../aws/errors.ts';
import { areWellFormed, type Keys } from '../aws/identity.ts';
import { profileNames } from '../aws/ini.ts';
import { Failure } from '../failure.ts';
import { readContext, readEvent } from '../github/context.ts';
import { sourceText } from '../regular-file.ts';
import { maskKeys } from './assume-role.ts';
import { malformedKeys, noCredentials, noProfile, profileFailed } from './messages.ts';
import { profilePaths } from './profile-files.ts';
import type { KeySource, SessionRequest, SourceKeys } from './session.ts';

/**
 * The keys of the source, masked.
 *
 * @throws Failure if it has none, or none that AWS could have made.
 */
export async function keysOf(source: KeySource, request: SessionRequest): Promise<SourceKeys> {
  const found = await foundIn(source, request);
  // Before they are masked: a mask is printed, and other characters could look like a line of their own.
  if (!areWellFormed(found.keys)) throw new Failure(malformedKeys(found.name));
  maskKeys(request, found.keys);
  return found;
}

function foundIn(source: KeySource, request: SessionRequest): Promise<SourceKeys> | SourceKeys {
  if (source.kind === 'static') return { keys: source.keys, name: 'the keys in the inputs' };
  if (source.kind === 'profile') return profileKeys(request, source.profile);
  return ambientKeys(request, source.insteadOfOidc);
}

/** What the AWS SDK finds on this runner: in the environment, the profile `default`, or by a container's or instance's role. */
async function ambientKeys(request: SessionRequest, insteadOfOidc: boolean): Promise<SourceKeys> {
  const { environment, unsetCurrentCredentials } = request;
  const inEnvironment =
    !unsetCurrentCredentials && environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY'];
  const name = inEnvironment ? 'the credentials in the environment' : "the runner's own credentials";
  try {
    // Only some sources need the SDK's providers, and they are most of the SDK's code.
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
    const found = await defaultProvider(requestsOf(request))();
    return sourceKeys(found, name);
  } catch (error) {
    const job = readContext(environment, readEvent(environment));
    throw new Failure(noCredentials(job, insteadOfOidc, environment['AWS_PROFILE']), error);
  }
}

/** A profile of the AWS files: it has keys, SSO, credential_process, a web identity, or a role of another profile. */
async function profileKeys(request: SessionRequest, profile: string): Promise<SourceKeys> {
  try {
    const { fromIni } = await import('@aws-sdk/credential-provider-ini');
    return sourceKeys(await fromIni({ profile, ...requestsOf(request) })(), `profile ${profile}`);
  } catch (error) {
    const { message } = faultOf(error);
    const paths = profilePaths(request.environment);
    const names = (['config', 'credentials'] as const).flatMap(kind =>
      profileNames(sourceText(paths[kind]), kind),
    );
    if (!names.includes(profile)) throw new Failure(noProfile(profile, names, paths), error);
    // The error of a command holds what it printed, which might be a secret and would be shown under debug.
    const cause = /credential_process|^Command failed/.test(message) ? undefined : error;
    throw new Failure(profileFailed(profile, message), cause);
  }
}

/** How the providers send requests of their own (STS, IAM Identity Center). */
function requestsOf({ region, transport }: SessionRequest) {
  const { httpAgent, httpsAgent } = transport.agents;
  const requestHandler = { httpAgent, httpsAgent };
  // The SSO client takes its handler from clientConfig, and would take a region there for that of the SSO session. The
  // region counts only if the profile names none of its own.
  return {
    clientConfig: { requestHandler },
    parentClientConfig: { region: async () => region, requestHandler },
  };
}

function sourceKeys(found: Keys & { readonly expiration?: Date }, name: string): SourceKeys {
  const { accessKeyId, secretAccessKey, sessionToken, expiration: expires } = found;
  return { keys: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }, name, expires };
}
