import { readFileSync } from 'node:fs';
import { faultOf } from '../aws/errors.ts';
import { Failure } from '../failure.ts';
import { readContext, readEvent } from '../github/context.ts';
import { maskKeys } from './ask-sts.ts';
import { noCredentials, SOURCE } from './messages.ts';
import { profilePaths } from './profile-files.ts';
import { profileFailed } from './profile-messages.ts';
import type { SessionRequest, SourceKeys } from './session.ts';

/**
 * The keys that the AWS SDK finds on this runner, masked: those of the environment, of the AWS files' profile `default`, or
 * of a container's or instance's role.
 *
 * @throws Failure if it finds none.
 */
export async function ambientKeys(request: SessionRequest, insteadOfOidc: boolean): Promise<SourceKeys> {
  const { environment, unsetCurrentCredentials } = request;
  const inEnvironment =
    !unsetCurrentCredentials && environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY'];
  const name = inEnvironment ? SOURCE.environment : SOURCE.runner;
  try {
    // Only some sources need the SDK's providers, and they are most of the SDK's code.
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
    return masked(request, name, await defaultProvider(requestsOf(request))());
  } catch (error) {
    const job = readContext(environment, readEvent(environment));
    throw new Failure(noCredentials(job, insteadOfOidc, environment['AWS_PROFILE']), error);
  }
}

/**
 * The keys of a profile in the AWS files, masked: it has keys, SSO, credential_process, a web identity, or a role of
 * another profile.
 *
 * @throws Failure if it has none.
 */
export async function profileKeys(request: SessionRequest, profile: string): Promise<SourceKeys> {
  try {
    const { fromIni } = await import('@aws-sdk/credential-provider-ini');
    return masked(request, SOURCE.profile(profile), await fromIni({ profile, ...requestsOf(request) })());
  } catch (error) {
    const { message } = faultOf(error);
    const paths = profilePaths(request.environment);
    const files = { credentials: readIfPossible(paths.credentials), config: readIfPossible(paths.config) };
    // The error of a command holds what it printed, which might be a secret and would be shown under debug.
    const cause = /credential_process|^Command failed/.test(message) ? undefined : error;
    throw new Failure(profileFailed(profile, message, files, paths), cause);
  }
}

function readIfPossible(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
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

function masked(
  request: SessionRequest,
  name: string,
  found: { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date },
): SourceKeys {
  const { accessKeyId, secretAccessKey, sessionToken, expiration: expires } = found;
  // Before they are masked: a mask is printed, and other characters could look like a line of their own.
  if (!/^[ -~]*$/.test(accessKeyId + secretAccessKey + (sessionToken ?? '')))
    throw new Error('Its keys have characters that no key of AWS has.');
  return { keys: maskKeys(request, { accessKeyId, secretAccessKey, sessionToken }), name, expires };
}
