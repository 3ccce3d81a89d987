import { readFileSync } from 'node:fs';
import { faultOf } from '../aws/errors.ts';
import type { Provided, Reach } from '../aws/providers.ts';
import { Failure } from '../failure.ts';
import type { SourceKeys } from './assume-role.ts';
import type { CredentialsContext } from './context.ts';
import { noCredentials, noIdToken, SOURCE } from './messages.ts';
import { profileFailure } from './profile-failure.ts';
import { profilePaths } from './profile-files.ts';
import { profileFailed } from './profile-messages.ts';
import { maskKeys } from './sts-session.ts';

/** The SDK's credential providers: only some sources need them, and they are most of the SDK's code. */
const providers = () => import('../aws/providers.ts');

/** The keys that the AWS SDK finds on this runner, masked. @throws Failure if it finds none. */
export async function ambientKeys(context: CredentialsContext, insteadOfOidc: boolean): Promise<SourceKeys> {
  const { environment, unsetCurrentCredentials } = context.request;
  const inEnvironment =
    !unsetCurrentCredentials && environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY'];
  const name = inEnvironment ? SOURCE.environment : SOURCE.runner;
  try {
    return masked(context, name, await (await providers()).ambientKeys(reach(context)));
  } catch (error) {
    const explain = insteadOfOidc ? noIdToken : noCredentials;
    throw new Failure(explain(context.job, environment['AWS_PROFILE']), error);
  }
}

/** The keys of a profile in the AWS files, masked. @throws Failure if it has none. */
export async function profileKeys(context: CredentialsContext, profile: string): Promise<SourceKeys> {
  try {
    const provided = await (await providers()).profileKeys(profile, reach(context));
    return masked(context, SOURCE.profile(profile), provided);
  } catch (error) {
    const { message } = faultOf(error);
    const paths = profilePaths(context.request.environment);
    const files = { credentials: readIfPossible(paths.credentials), config: readIfPossible(paths.config) };
    const failure = profileFailure(profile, message, files);
    // The error of a command holds what it printed, which might be a secret and would be shown under debug.
    const cause = failure.kind === 'process' ? undefined : error;
    throw new Failure(profileFailed(profile, message, failure, paths), cause);
  }
}

function readIfPossible(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function reach({ request: { region, transport } }: CredentialsContext): Reach {
  return { region: async () => region, transport };
}

function masked({ request }: CredentialsContext, name: string, { keys, expires }: Provided): SourceKeys {
  return { keys: maskKeys(request, keys), name, ...(expires ? { expires } : {}) };
}
